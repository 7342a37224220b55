import { describe, expect, it } from "vitest";
import { effect, findings, median, proportion, verdict } from "../paper.js";
import type { Draft } from "../paper.js";

const rule = "interval-order";

describe(rule, () => {
  it.each<[name: string, expected: string, text: string, drafts: Draft[]]>([
    [
      "bounds in the wrong order",
      "error",
      "Falls were fewer (RR 0.62; 95% CI 0.41 to 0.094).",
      [effect("RR", "0.62", { low: "0.41", high: "0.094" })],
    ],
    [
      "the same of a percentage",
      "error",
      "Healing was seen in 61.2% (95% CI 48.7-7.3).",
      [proportion({ percent: "61.2" }, { low: "48.7", high: "7.3" })],
    ],
    [
      "a decimal comma in a bracket",
      "silent",
      "Rest was good in 61 [91,1%].",
      [proportion({ n: "61" }, { low: "91", high: "1" })],
    ],
    [
      "bounds behind their estimate and a comma",
      "error",
      "Falls were fewer (RR 0.62, 0.49-0.38).",
      [effect("RR", "0.62", { low: "0.49", high: "0.38" })],
    ],
    [
      "bounds that may be equal by rounding",
      "silent",
      "HR 1.0 (95% CI 1.1 to 1.0).",
      [effect("HR", "1.0", { low: "1.1", high: "1.0" })],
    ],
    [
      "low first",
      "silent",
      "HR 0.70 (95% CI 0.50 to 0.98).",
      [effect("HR", "0.70", { low: "0.50", high: "0.98" })],
    ],
    [
      "a minus sign apart from the bound",
      "silent",
      "difference −$325 (95% CI, −$2639 to $1989)",
      [effect("MD", "325", { low: "2639", high: "1989" })],
    ],
    [
      "an upper bound not reached",
      "silent",
      "median 14.1 months (11.0 to NR)",
      [median("14.1", "month", { low: "11.0", high: "NR" })],
    ],
    [
      "high first around the estimate",
      "hint",
      "Pain fell by a mean of −18.4 mm (95% CI −6.2 to −30.6).",
      [effect("MD", "−18.4", { low: "−6.2", high: "−30.6" })],
    ],
    [
      "high first around a loss printed as an amount",
      "hint",
      "They lost 6.1 kg (95% CI −4.9 to −7.3).",
      [effect("MD", "6.1", { low: "−4.9", high: "−7.3" })],
    ],
    [
      "bounds in different units",
      "silent",
      "a median of 3.1 years was seen (range, 17 weeks–6.4 years)",
      [median("3.1", "year", { low: "17", high: "6.4", type: "range" })],
    ],
    [
      "the last two of a list",
      "silent",
      "at 162, 90, 72, 59.4 and 50.4 mg/dl",
      [effect("MD", "72", { low: "59.4", high: "50.4" })],
    ],
    [
      "an upper bound that goes on after a space",
      "silent",
      "the mean cost was 9762 (95% CI 6955–12 577)",
      [effect("MD", "9762", { low: "6955", high: "12" })],
    ],
    [
      "bounds just too far apart for rounding",
      "error",
      "HR 0.8 (95% CI 1.11 to 1.0).",
      [effect("HR", "0.8", { low: "1.11", high: "1.0" })],
    ],
    [
      "a lower bound not reached",
      "silent",
      "median 14.1 months (NR to 11.0)",
      [median("14.1", "month", { low: "NR", high: "11.0" })],
    ],
  ])("%s: %s", (_name, expected, text, drafts) => {
    expect(verdict(rule, text, drafts)).toBe(expected);
  });

  it("offers the digit that puts the bound right", () => {
    const [finding] = findings(rule, "OR 0.60 (95% CI 0.45 to 0.20)", [
      effect("OR", "0.60", { low: "0.45", high: "0.20" }),
    ]);
    expect(finding?.repair).toBe("0.20 → 0.80");
  });
});
