import { describe, expect, it } from "vitest";
import { effect, findings, landmark, mean, median, pValue, proportion, verdict } from "../paper.js";
import type { Draft } from "../paper.js";

const rule = "value-outside-interval";

describe(rule, () => {
  it.each<[name: string, expected: string, text: string, drafts: Draft[]]>([
    [
      "a median below its quartiles",
      "warning",
      "6 days (IQR 8 to 12)",
      [median("6", "day", { low: "8", high: "12", type: "IQR" })],
    ],
    [
      "a median above its interval",
      "warning",
      "30.6 months (13.4–22.0)",
      [median("30.6", "month", { low: "13.4", high: "22.0" })],
    ],
    [
      "a mean outside its range",
      "warning",
      "41 years (range 43–77)",
      [mean("41", { low: "43", high: "77", type: "range" })],
    ],
    [
      "a median at its quartile by rounding",
      "silent",
      "7 days (IQR 7.4 to 12)",
      [median("7", "day", { low: "7.4", high: "12", type: "IQR" })],
    ],
    [
      "a mean outside a confidence interval, another rule's",
      "silent",
      "41 (43–77)",
      [mean("41", { low: "43", high: "77" })],
    ],
    ["a bound not reached", "silent", "7 months (8 to NR)", [median("7", "month", { low: "8", high: "NR" })]],
    [
      "a bound in another unit",
      "silent",
      "6.3 years (range 8 days–10.8 years)",
      [median("6.3", "year", { low: "8", high: "10.8", type: "range" })],
    ],
    ["a percentage above 100", "warning", "118% of patients", [proportion({ percent: "118" })]],
    ["a rate above 100", "warning", "1-year survival 110%", [landmark("110", "1", "year")]],
    ["exactly 100", "silent", "100% of patients", [proportion({ percent: "100" })]],
    [
      "a level below 50",
      "warning",
      "HR 0.8 (5% CI 0.6 to 1.1)",
      [effect("HR", "0.8", { low: "0.6", high: "1.1", level: 5 })],
    ],
    ["p above 1", "warning", "differed (P = 1.921 at day 4)", [pValue("= 1.921", [])]],
    ["p below 0", "warning", "differed (P < 0.000)", [pValue("< 0.000", [])]],
    ["p = 0.000", "information", "differed (P = 0.000)", [pValue("= 0.000", [])]],
    [
      "an effect's p",
      "warning",
      "HR 0.8 (0.6 to 1.1; p = 1.24)",
      [effect("HR", "0.8", { low: "0.6", high: "1.1", p: "= 1.24" })],
    ],
    ["p = 1", "silent", "equal (P = 1.00)", [pValue("= 1.00", [])]],
    ["an order called p", "silent", "a model with p = 6", [pValue("= 6", [])]],
    [
      "p above 1 with one decimal, where an estimate has its p",
      "warning",
      "HR 0.92 (0.75 to 1.13), P = 5.4",
      [effect("HR", "0.92", { low: "0.75", high: "1.13", p: "= 5.4" })],
    ],
    ["a group called P", "silent", "rescue was given (P = 1.38 times)", [pValue("= 1.38", [])]],
    ["power called P", "silent", "accepting P = 80.00% power", [pValue("= 80.00", [])]],
    ["another decimal sign", "silent", "fell (P < 0/001)", [pValue("< 0", [])]],
    ["a change taken for a share", "silent", "fell more (−28%)", [proportion({ percent: "−28" })]],
    [
      "a spread taken for the mean",
      "silent",
      "29 years (SD: 9.5; range: 18–46)",
      [mean("9.5", { low: "18", high: "46", type: "range" })],
    ],
    [
      "a median outside its range",
      "warning",
      "41 years (range 43–77)",
      [median("41", "year", { low: "43", high: "77", type: "range" })],
    ],
    [
      "a median just too far from its quartile for rounding",
      "warning",
      "7 days (IQR 7.6 to 12)",
      [median("7", "day", { low: "7.6", high: "12", type: "IQR" })],
    ],
    [
      "a level of 100%",
      "warning",
      "HR 0.8 (100% CI 0.6 to 1.1)",
      [effect("HR", "0.8", { low: "0.6", high: "1.1", level: 100 })],
    ],
    [
      "a level of 50%, the last plausible one",
      "silent",
      "HR 0.8 (50% CI 0.7 to 0.9)",
      [effect("HR", "0.8", { low: "0.7", high: "0.9", level: 50 })],
    ],
  ])("%s: %s", (_name, expected, text, drafts) => {
    expect(verdict(rule, text, drafts)).toBe(expected);
  });

  it("says what to write instead of p = 0.000", () => {
    expect(findings(rule, "differed (P = 0.000)", [pValue("= 0.000", [])])[0]?.expected).toBe("p < 0.001");
  });
});
