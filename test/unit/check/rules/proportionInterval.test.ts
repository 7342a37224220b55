import { describe, expect, it } from "vitest";
import { findings, proportion, verdict } from "../paper.js";
import type { Draft } from "../paper.js";

const rule = "proportion-interval";
const share = (low: string, high: string, level: number | null = 95): Draft =>
  proportion({ n: "12", N: "40", percent: "30" }, { low, high, level });

describe(rule, () => {
  it.each<[name: string, expected: string, text: string, drafts: Draft[]]>([
    ["the interval of a larger study", "warning", "12/40 (30%; 95% CI 25 to 36)", [share("25", "36")]],
    ["Wilson", "silent", "12/40 (30%; 95% CI 18.1 to 45.4)", [share("18.1", "45.4")]],
    ["Clopper–Pearson", "silent", "12/40 (30%; 95% CI 16.6 to 46.5)", [share("16.6", "46.5")]],
    ["Wald", "silent", "12/40 (30%; 95% CI 15.8 to 44.2)", [share("15.8", "44.2")]],
    ["as proportions", "silent", "12/40 (30%; 95% CI 0.18 to 0.45)", [share("0.18", "0.45")]],
    ["the printed level counts", "silent", "12/40 (30%; 80% CI 21.6 to 39.9)", [share("21.6", "39.9", 80)]],
    ["a little off", "hint", "12/40 (30%; 95% CI 22 to 40)", [share("22", "40")]],
    ["a weighted estimate", "silent", "weighted 12/40 (30%; 95% CI 25 to 36)", [share("25", "36")]],
    [
      "a Kaplan–Meier estimate",
      "silent",
      "by Kaplan–Meier 12/40 (30%; 95% CI 25 to 36)",
      [share("25", "36")],
    ],
    [
      "the percentage is another's",
      "silent",
      "12/40 (38%; 95% CI 33 to 43)",
      [proportion({ n: "12", N: "40", percent: "38" }, { low: "33", high: "43", level: 95 })],
    ],
    [
      "no total",
      "silent",
      "12 (30%; 95% CI 25 to 36)",
      [proportion({ n: "12", percent: "30" }, { low: "25", high: "36" })],
    ],
    ["Agresti–Coull", "silent", "12/40 (30%; 95% CI 18.0 to 45.5)", [share("18.0", "45.5")]],
    ["Jeffreys", "silent", "12/40 (30%; 95% CI 17.5 to 45.2)", [share("17.5", "45.2")]],
    ["just within a tenth of the width", "silent", "12/40 (30%; 95% CI 21 to 46)", [share("21", "46")]],
    ["just beyond it", "hint", "12/40 (30%; 95% CI 22 to 46)", [share("22", "46")]],
    ["a stratified estimate", "silent", "stratified 12/40 (30%; 95% CI 25 to 36)", [share("25", "36")]],
    ["a model's estimate", "silent", "by the model 12/40 (30%; 95% CI 25 to 36)", [share("25", "36")]],
    [
      "survey weights named in the methods",
      "hint",
      "Sampling weights were used. 12/40 (30%; 95% CI 25 to 36)",
      [share("25", "36")],
    ],
    ["another level, where none is printed", "hint", "12/40 (30%; 13 to 53)", [share("13", "53", null)]],
  ])("%s: %s", (_name, expected, text, drafts) => {
    expect(verdict(rule, text, drafts)).toBe(expected);
  });

  it("names the count of the sentence that has the interval, and the digit that repairs it", () => {
    const text = "12/40 (30%; 95% CI 38.7 to 63.5) and 20/40 (50%)";
    const [finding] = findings(rule, text, [
      share("38.7", "63.5"),
      proportion({ n: "20", N: "40", percent: "50" }),
    ]);
    // Outside its own interval the estimate has a rule of its own.
    expect(finding).toBeUndefined();
    const other = "12/40 (30%; 95% CI 26.3 to 55.4) and 16/40 (40%)";
    const drafts = [share("26.3", "55.4"), proportion({ n: "16", N: "40", percent: "40" })];
    expect(findings(rule, other, drafts)[0]).toMatchObject({
      severity: "warning",
      explanations: [
        "It is the interval of 16/40, of the same sentence.",
        "The interval may be of another group, at another level or from a model.",
      ],
    });
    const [wrong] = findings(rule, "12/40 (30%; 95% CI 18.1 to 95.4)", [share("18.1", "95.4")]);
    expect(wrong?.repair).toBe("95.4 → 45.4");
  });
});
