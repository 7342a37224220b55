import { describe, expect, it } from "vitest";
import { findings, test, verdict } from "../paper.js";
import type { Draft } from "../paper.js";

const rule = "test-contradicts-p";

describe(rule, () => {
  it.each<[name: string, expected: string, text: string, drafts: Draft[]]>([
    [
      "on the other side of 0.05",
      "error",
      "t(41) = 1.61, p = .02",
      [test("t", [41], "1.61", { p: "= .02" })],
    ],
    [
      "F with a lost zero in p",
      "error",
      "F(1, 53) = 4.72, p = .34",
      [test("F", [1, 53], "4.72", { p: "= .34" })],
    ],
    ["χ²", "error", "χ²(8) = 60.70, p = .57", [test("chi2", [8], "60.70", { p: "= .57" })]],
    [
      "on the same side",
      "warning",
      "F(2, 200) = 4.627, p = .005",
      [test("F", [2, 200], "4.627", { p: "= .005" })],
    ],
    ["r", "error", "r(40) = .12, p = .01", [test("r", [40], ".12", { p: "= .01" })]],
    ["z", "error", "z = 1.20, p < .01", [test("z", [], "1.20", { p: "< .01" })]],
    ["Q", "error", "Q(9) = 8.1, p < .001", [test("Q", [9], "8.1", { p: "< .001" })]],
    ["right", "silent", "t(41) = 2.43, p = .02", [test("t", [41], "2.43", { p: "= .02" })]],
    [
      "right by the rounding of t alone",
      "silent",
      "t(28) = 2.1, p = .04",
      [test("t", [28], "2.1", { p: "= .04" })],
    ],
    ["a negative statistic", "silent", "t(41) = −2.43, p = .02", [test("t", [41], "−2.43", { p: "= .02" })]],
    [
      "half fits and one-tailed is named beside",
      "silent",
      "t(10) = 1.99, p = .04 (1-tailed)",
      [test("t", [10], "1.99", { p: "= .04" })],
    ],
    [
      "half fits and one-tailed is named elsewhere",
      "silent",
      "Tests were one-tailed. We found t(11) = 2.14, p = .028",
      [test("t", [11], "2.14", { p: "= .028" })],
    ],
    [
      "half fits and nothing is named",
      "error",
      "t(11) = 2.14, p = .028",
      [test("t", [11], "2.14", { p: "= .028" })],
    ],
    [
      "a statistic above a bound",
      "silent",
      "F(4, 31) > 5.06, p < .002",
      [test("F", [4, 31], "5.06", { p: "< .002" })],
    ],
    [
      "a statistic above a bound, p too large",
      "error",
      "F(4, 31) > 5.06, p = .21",
      [test("F", [4, 31], "5.06", { p: "= .21" })],
    ],
    [
      "a statistic below a bound",
      "silent",
      "F(1, 240) < .002, p = 1.000",
      [test("F", [1, 240], ".002", { p: "= 1.000" })],
    ],
    [
      "three times as large, and Bonferroni's correction is named",
      "hint",
      "Pairs were compared after Bonferroni. Weight differed. We found t(412) = 2.03, p = .129",
      [test("t", [412], "2.03", { p: "= .129" })],
    ],
    [
      "three times as large, and no correction is named",
      "error",
      "We found t(412) = 2.03, p = .129",
      [test("t", [412], "2.03", { p: "= .129" })],
    ],
    ["no degrees of freedom", "silent", "χ² = 0.35, p = .02", [test("chi2", [], "0.35", { p: "= .02" })]],
    ["a rank statistic", "silent", "U = 12, p = .02", [test("U", [], "12", { p: "= .02" })]],
    [
      "degrees of freedom in the other order",
      "hint",
      "F(48, 1) = 5.7, p = .021",
      [test("F", [48, 1], "5.7", { p: "= .021" })],
    ],
    [
      "a sample size in brackets",
      "hint",
      "r(17) = −0.20, p = 0.44",
      [test("r", [17], "−0.20", { p: "= 0.44" })],
    ],
    [
      "a correction for multiple tests",
      "hint",
      "All differed but one, t(188) = 2.72, p = .064, Bonferroni-corrected.",
      [test("t", [188], "2.72", { p: "= .064" })],
    ],
    [
      "an exact test beside χ²",
      "hint",
      "By Fisher's test they differed (χ² = 4.979, df = 1, P = 0.029).",
      [test("chi2", [1], "4.979", { p: "= 0.029" })],
    ],
    [
      "r² printed on the line",
      "silent",
      "r(2) = 0.78, p < 0.0001",
      [test("r", [2], "0.78", { p: "< 0.0001" })],
    ],
    [
      "other degrees of freedom beside a mere bound",
      "error",
      "F(48, 1) = 0.2, p < .05",
      [test("F", [48, 1], "0.2", { p: "< .05" })],
    ],
    [
      "just too far by the rounding of t",
      "warning",
      "t(28) = 2.10, p = .043",
      [test("t", [28], "2.10", { p: "= .043" })],
    ],
    [
      "one-tailed is named, but half does not fit",
      "error",
      "t(10) = 1.99, p = .02 (1-tailed)",
      [test("t", [10], "1.99", { p: "= .02" })],
    ],
    [
      "the p itself is tagged one-sided",
      "silent",
      "t(10) = 1.99, p = .02",
      [test("t", [10], "1.99", { p: "= .02", tag: "one-sided" })],
    ],
  ])("%s: %s", (_name, expected, text, drafts) => {
    expect(verdict(rule, text, drafts)).toBe(expected);
  });

  it("says what the statistic gives; no digit where none fits", () => {
    const [finding] = findings(rule, "F(1, 53) = 4.72, p = .34", [
      test("F", [1, 53], "4.72", { p: "= .34" }),
    ]);
    expect(finding?.message).toBe(
      "F(1, 53) = 4.72 gives p = 0.034, not p = .34: the two decide differently at 0.05.",
    );
    expect(finding?.repair).toBeUndefined();
  });

  it("offers the digit that makes both agree", () => {
    const [finding] = findings(rule, "t(41) = 2.43, p = .82", [test("t", [41], "2.43", { p: "= .82" })]);
    expect(finding?.repair).toBe(".82 → .02");
  });
});
