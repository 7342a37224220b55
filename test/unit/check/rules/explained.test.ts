import { describe, expect, it } from "vitest";
import { analyse } from "../../../../server/src/analyse.js";
import { findings, landmark, median, proportion } from "../paper.js";

const OS = { outcome: "overall survival", code: "OS" } as const;

describe("explanations name what the document holds", () => {
  it("another median that the interval holds", () => {
    const drafts = [
      median("6", "day", { low: "8", high: "12", type: "IQR" }),
      median("9", "day", { low: "4", high: "7", type: "IQR" }),
    ];
    const [first] = findings("value-outside-interval", "6 (8 to 12) and 9 days (4 to 7)", drafts);
    expect(first?.explanations).toEqual(["The interval holds 9, another median of the sentence."]);
  });

  it.each([
    ["24", "1.5", "2.5", "24 months are 2.00 years: the interval may be in years."],
    ["124", "11.0", "13.1", "With its decimal point moved by one place, 12.4 would lie inside."],
  ])("a median of %s months in another unit or with its point moved", (value, low, high, reason) => {
    const drafts = [median(value, "month", { low, high })];
    const [first] = findings("value-outside-interval", `${value} months (${low} to ${high})`, drafts);
    expect(first?.explanations).toEqual([reason]);
  });

  it("two rates that fall when exchanged", () => {
    const drafts = [
      landmark("41", "1", "year", { ...OS, group: "gel" }),
      landmark("58", "3", "year", { ...OS, group: "gel" }),
    ];
    const [first] = findings("landmark-not-monotone", "1-year OS 41% and 3-year OS 58%", drafts);
    expect(first?.explanations).toEqual(["Exchanged, 58% and then 41%, the two would fall."]);
  });

  it("words that only one of two sentences has, and a single digit", () => {
    const text =
      "RESULTS: The hazard ratio for falls was 0.63 (95% CI, 0.47 to 0.85; P = .002) with gel.\n\nCONCLUSION: At the final look the hazard ratio for falls was 0.63 (95% CI, 0.47 to 0.85; P = .006) with gel.\n";
    const found = analyse(text).findings.filter(({ rule }) => rule === "inconsistent-within-document");
    expect(found.map(({ explanations }) => explanations)).toEqual([
      ["Only this sentence says “final”: it may be of another analysis.", "They differ in one digit."],
    ]);
  });

  it("one finding, not two, for a percentage above 100 beside its count", () => {
    const found = analyse("RESULTS: Falls were seen in 45 of 50 adults (190%).\n").findings;
    expect(found.map(({ rule }) => rule)).toEqual(["percent-mismatch"]);
    expect(
      findings("value-outside-interval", "190% of adults", [proportion({ percent: "190" })]),
    ).toHaveLength(1);
  });
});

describe("p-values of intervals", () => {
  it("are compared where a ratio is off the middle by less than half a standard error", () => {
    const text = "RESULTS: The hazard ratio for falls was 1.254 (95% CI 0.48 to 4.63; P = 0.106) with gel.\n";
    const rules = analyse(text).findings.map(({ rule }) => rule);
    expect(rules).toContain("p-contradicts-interval");
  });
  it("are compared inside the bracket of the second of two ratios", () => {
    const text =
      "RESULTS: The hazard ratio for falls was 0.93 (95% CI 0.75-1.15, p=0.51), versus 1.62 (1.21-2.17, p=0.8807) in the old.\n";
    const rules = analyse(text).findings.map(({ rule }) => rule);
    expect(rules).toContain("significance-contradicts-interval");
  });
});
