import { describe, expect, it } from "vitest";
import { effect, findings, mean, other, proportion, test, verdict } from "../paper.js";
import type { Draft } from "../paper.js";

const rule = "estimate-outside-interval";

describe(rule, () => {
  it.each<[name: string, expected: string, text: string, drafts: Draft[]]>([
    [
      "estimate above",
      "error",
      "OR 0.41 (95% CI 0.22 to 0.27)",
      [effect("OR", "0.41", { low: "0.22", high: "0.27" })],
    ],
    ["estimate below", "error", "HR 0.4 (0.81-0.96)", [effect("HR", "0.4", { low: "0.81", high: "0.96" })]],
    [
      "a percentage",
      "error",
      "Cure was reached in 41% (95% CI 52% to 66%).",
      [proportion({ percent: "41" }, { low: "52", high: "66" })],
    ],
    [
      "a credible interval",
      "error",
      "RR 1.9 (95% CrI 1.1 to 1.7)",
      [effect("RR", "1.9", { low: "1.1", high: "1.7", type: "CrI" })],
    ],
    [
      "equal to a bound after rounding",
      "silent",
      "HR 0.9 (0.94 to 1.2)",
      [effect("HR", "0.9", { low: "0.94", high: "1.2" })],
    ],
    ["one bound only", "silent", "HR 0.9 (upper bound 0.8)", [effect("HR", "0.9", { high: "0.8" })]],
    [
      "a bound not reached",
      "silent",
      "HR 3.1 (4.0 to NR)",
      [effect("HR", "3.1", { low: "4.0", high: "NR" })],
    ],
    [
      "an interquartile range",
      "silent",
      "mean 7.0 (IQR 8.0 to 9.0)",
      [mean("7.0", { low: "8.0", high: "9.0", type: "IQR" })],
    ],
    [
      "a test statistic",
      "silent",
      "t = −0.62, 95% CI 0.37 to 1.72",
      [test("t", [30], "−0.62", { low: "0.37", high: "1.72" })],
    ],
    [
      "a fall printed as an amount",
      "hint",
      "CRP fell by 28% (95% CI −36 to −19).",
      [other("percent change", "28", { low: "−36", high: "−19" })],
    ],
    [
      "a percentage with its interval as a proportion",
      "hint",
      "Sensitivity was 82.4% (95% CI 0.71 to 0.90).",
      [other("sensitivity", "82.4", { low: "0.71", high: "0.90" })],
    ],
    [
      "a proportion with its interval in percent",
      "hint",
      "Specificity was 0.93 (95% CI 88 to 96).",
      [other("specificity", "0.93", { low: "88", high: "96" })],
    ],
    [
      "the interval of the other reference",
      "hint",
      "OR 0.52 (95% CI 1.31 to 2.83)",
      [effect("OR", "0.52", { low: "1.31", high: "2.83" })],
    ],
    [
      "the interval of a change beside the second value",
      "hint",
      "Readmission fell from 9.3% to 1.1% (95% CI 6.9 to 9.5).",
      [proportion({ percent: "9.3" }), proportion({ percent: "1.1" }, { low: "6.9", high: "9.5" })],
    ],
    [
      "a reduction in percent beside the ratio",
      "hint",
      "mortality fell by 31% (0.69, 0.59–0.82)",
      [other("percent change", "31", { low: "0.59", high: "0.82" })],
    ],
    [
      "a level taken for the estimate",
      "silent",
      "(9% CI, 0.63 to 1.02)",
      [effect("HR", "9", { low: "0.63", high: "1.02" })],
    ],
    [
      "the unit of a factor taken for it",
      "silent",
      "per 20 gram; 0.98 – 1.58",
      [effect("OR", "20", { low: "0.98", high: "1.58" })],
    ],
    [
      "a range taken for it",
      "silent",
      "53-75 mmol/mol (7.0 to 9.0%)",
      [other("HbA1c", "53", { low: "7.0", high: "9.0" })],
    ],
    [
      "just too far from a bound for rounding",
      "error",
      "HR 0.9 (0.96 to 1.9)",
      [effect("HR", "0.9", { low: "0.96", high: "1.9" })],
    ],
    [
      "one bound only, the lower",
      "silent",
      "HR 0.7 (lower bound 0.8)",
      [effect("HR", "0.7", { low: "0.8" })],
    ],
  ])("%s: %s", (_name, expected, text, drafts) => {
    expect(verdict(rule, text, drafts)).toBe(expected);
  });

  it("takes raw scores beside percentages for another scale where all lie outside", () => {
    const text = "Knowledge rose from 61% (95% CI 8.1 to 14.9) to 94% (95% CI 16.2 to 20.4).";
    const scores = [
      other("score", "61", { low: "8.1", high: "14.9" }),
      other("score", "94", { low: "16.2", high: "20.4" }),
    ];
    expect(findings(rule, text, scores).map((f) => f.severity)).toEqual(["hint", "hint"]);
  });

  it("names the only digit that repairs it, and the estimate it is about", () => {
    const [finding] = findings(rule, "OR 0.41 (95% CI 0.22 to 0.27)", [
      effect("OR", "0.41", { low: "0.22", high: "0.27" }),
    ]);
    expect(finding).toMatchObject({
      reported: "0.41 (0.22 to 0.27)",
      repair: "0.27 → 0.77",
      related: [{ message: "The estimate, 0.41" }],
    });
  });
});
