import { describe, expect, it } from "vitest";
import { effect, findings, groupSize, proportion, verdict } from "../paper.js";
import type { Draft } from "../paper.js";

const rule = "p-contradicts-interval";
const hr = (value: string, low: string, high: string, p: string): Draft =>
  effect("HR", value, { low, high, p, level: 95 });
const far = hr("0.68", "0.61", "0.76", "= 0.008");

describe(rule, () => {
  it.each<[name: string, expected: string, text: string, drafts: Draft[]]>([
    ["p far too large", "warning", "HR 0.68 (0.61 to 0.76; p = 0.008)", [far]],
    [
      "p far too small",
      "warning",
      "HR 0.68 (0.50 to 0.92; p < 0.001)",
      [hr("0.68", "0.50", "0.92", "< 0.001")],
    ],
    [
      "a difference",
      "warning",
      "MD 4.0 (3.0 to 5.0; p = 0.01)",
      [effect("MD", "4.0", { low: "3.0", high: "5.0", p: "= 0.01", level: 95 })],
    ],
    ["p that fits", "silent", "HR 0.68 (0.50 to 0.92; p = 0.013)", [hr("0.68", "0.50", "0.92", "= 0.013")]],
    [
      "p that another test would give",
      "silent",
      "HR 0.68 (0.50 to 0.92; p = 0.02)",
      [hr("0.68", "0.50", "0.92", "= 0.02")],
    ],
    [
      "p that another test of the counts would give, beside a risk ratio",
      "silent",
      "RR 0.68 (0.50 to 0.92; p = 0.029)",
      [effect("RR", "0.68", { low: "0.50", high: "0.92", p: "= 0.029", level: 95 })],
    ],
    [
      "the same p beside a hazard ratio, which comes of the model",
      "warning",
      "HR 0.68 (0.50 to 0.92; p = 0.029)",
      [hr("0.68", "0.50", "0.92", "= 0.029")],
    ],
    [
      "one significant digit",
      "silent",
      "HR 0.04 (0.01 to 0.29; p = 0.002)",
      [hr("0.04", "0.01", "0.29", "= 0.002")],
    ],
    [
      "the printed level counts",
      "silent",
      "HR 0.68 (90% CI 0.50 to 0.92; p = 0.036)",
      [effect("HR", "0.68", { low: "0.50", high: "0.92", p: "= 0.036", level: 90 })],
    ],
    [
      "an unlabelled interval beside 99% intervals",
      "silent",
      "HR 0.90 (99% CI 0.70 to 1.16). HR 0.68 (0.46 to 1.01; p = 0.011)",
      [
        effect("HR", "0.90", { low: "0.70", high: "1.16", level: 99 }),
        effect("HR", "0.68", { low: "0.46", high: "1.01", p: "= 0.011" }),
      ],
    ],
    [
      "p tagged for noninferiority",
      "silent",
      "HR 0.68 (0.61 to 0.76; p = 0.008)",
      [effect("HR", "0.68", { low: "0.61", high: "0.76", p: "= 0.008", tag: "noninferiority" })],
    ],
    [
      "noninferiority in the sentence",
      "silent",
      "Drug A was noninferior: HR 0.68 (0.61 to 0.76; p = 0.008).",
      [far],
    ],
    ["one-sided in the sentence", "silent", "HR 0.68 (0.61 to 0.76; one-sided p = 0.008)", [far]],
    ["interaction after p", "silent", "HR 0.68 (0.61 to 0.76; p = 0.008 for interaction)", [far]],
    ["trend after p", "silent", "HR 0.68 (0.61 to 0.76; p = 0.008 for trend)", [far]],
    ["an exact test", "silent", "HR 0.68 (0.61 to 0.76; exact p = 0.008)", [far]],
    [
      "half the p-value fits",
      "hint",
      "HR 0.86 (0.60 to 1.22; p = 0.196)",
      [hr("0.86", "0.60", "1.22", "= 0.196")],
    ],
    ["a log-rank test in the sentence", "hint", "HR 0.68 (0.61 to 0.76; log-rank p = 0.008)", [far]],
    [
      "few events, but further away than they can bring it",
      "warning",
      "HR 0.09 (0.01 to 0.67; p = 0.00001)",
      [hr("0.09", "0.01", "0.67", "= 0.00001")],
    ],
    [
      "a cluster design, but a p that no few degrees of freedom give",
      "warning",
      "Villages were cluster-randomised. RR 1.32 (1.14 to 1.53; p = 0.03)",
      [effect("RR", "1.32", { low: "1.14", high: "1.53", p: "= 0.03", level: 95 })],
    ],
    [
      "a noninferiority trial, but a p that shows nothing",
      "warning",
      "This was a noninferiority trial. The HR was 0.97 (0.70 to 1.34; p = 0.09)",
      [hr("0.97", "0.70", "1.34", "= 0.09")],
    ],
    [
      "percentages of pairs, and p larger than implied",
      "hint",
      "Both wounds of the same person were matched pairs. The RD was 31 (16 to 46; p = 0.001)",
      [effect("RD", "31", { low: "16", high: "46", p: "= 0.001", level: 95 })],
    ],
    [
      "one-sided elsewhere in the sentence, but half does not fit",
      "warning",
      "A one-sided boundary was set, and the HR was 0.68 (0.61 to 0.76; p = 0.008)",
      [far],
    ],
    [
      "p a little off, the others of the document being those of their intervals",
      "warning",
      "HR 0.68 (0.50 to 0.92; p = 0.013), 0.81 (0.70 to 0.94; p = 0.005), 0.91 (0.80 to 1.04; p = 0.23)",
      [
        hr("0.68", "0.50", "0.92", "= 0.013"),
        hr("0.81", "0.70", "0.94", "= 0.005"),
        hr("0.91", "0.80", "1.04", "= 0.23"),
      ],
    ],
    [
      "the same where another p is not that of its interval",
      "silent",
      "HR 0.68 (0.50 to 0.92; p = 0.024), 0.91 (0.80 to 1.04; p = 0.23)",
      [hr("0.68", "0.50", "0.92", "= 0.024"), hr("0.91", "0.80", "1.04", "= 0.23")],
    ],
    ["few events", "hint", "HR 0.09 (0.01 to 0.67; p = 0.0007)", [hr("0.09", "0.01", "0.67", "= 0.0007")]],
    [
      "a cluster design",
      "hint",
      "Villages were cluster-randomised. RR 1.32 (1.14 to 1.53; p = 0.002)",
      [effect("RR", "1.32", { low: "1.14", high: "1.53", p: "= 0.002", level: 95 })],
    ],
    [
      "the smallest p-value of a program",
      "hint",
      "HR 0.50 (0.41 to 0.60; p = 0.0001)",
      [hr("0.50", "0.41", "0.60", "= 0.0001")],
    ],
    [
      "a noninferiority trial, and p smaller than implied",
      "hint",
      "This was a noninferiority trial. The HR was 0.68 (0.50 to 0.92; p < 0.001)",
      [hr("0.68", "0.50", "0.92", "< 0.001")],
    ],
    [
      "a small study, and p larger than implied",
      "hint",
      "We saw 18 men. The MD was 2.2 (0.93 to 3.46; p = 0.008)",
      [groupSize("18"), effect("MD", "2.2", { low: "0.93", high: "3.46", p: "= 0.008", level: 95 })],
    ],
    [
      "another level, the document's other p-values being those of their intervals",
      "warning",
      "HR 0.68 (0.50 to 0.92; p = 0.013), 0.81 (0.70 to 0.94; p = 0.005), 0.68 (90% CI 0.50 to 0.92; p = 0.015)",
      [
        hr("0.68", "0.50", "0.92", "= 0.013"),
        hr("0.81", "0.70", "0.94", "= 0.005"),
        effect("HR", "0.68", { low: "0.50", high: "0.92", p: "= 0.015", level: 90 }),
      ],
    ],
    [
      "the same without others",
      "silent",
      "HR 0.68 (90% CI 0.50 to 0.92; p = 0.015)",
      [effect("HR", "0.68", { low: "0.50", high: "0.92", p: "= 0.015", level: 90 })],
    ],
    [
      "few events near no effect, where tests differ little",
      "warning",
      "OR 1.30 (0.20 to 8.45; p = 0.60)",
      [effect("OR", "1.30", { low: "0.20", high: "8.45", p: "= 0.60", level: 95 })],
    ],
    ...(["74", "740"] as const).map((n): [string, string, string, Draft[]] => [
      `a p that Student's t gives for 74 people, of ${n}`,
      n === "74" ? "hint" : "warning",
      `We saw ${n} women. The MD was 11.8 (4.7 to 18.9; p = 0.003)`,
      [groupSize(n), effect("MD", "11.8", { low: "4.7", high: "18.9", p: "= 0.003", level: 95 })],
    ]),
    [
      "a p that Pearson's test gives for the percentages before it",
      "silent",
      "We saw 61 men on gel and 58 men on foam. Rest was good in 34.4% and 8.6% (OR 5.57, 1.93 to 16.03; p = 0.0007).",
      [
        groupSize("61"),
        groupSize("58"),
        proportion({ percent: "34.4" }),
        proportion({ percent: "8.6" }),
        effect("OR", "5.57", { low: "1.93", high: "16.03", p: "= 0.0007", level: 95 }),
      ],
    ],
    [
      "the second of two values that p compares",
      "silent",
      "−10.0 vs. −8.1 (−10.4 to −6.3); p = 0.037",
      [effect("MD", "−8.1", { low: "−10.4", high: "−6.3", p: "= 0.037", level: 95 })],
    ],
    [
      "an estimate that is not centred, which is another rule's",
      "silent",
      "HR 1.04 (1.02 to 1.60; p < 0.001)",
      [hr("1.04", "1.02", "1.60", "< 0.001")],
    ],
    [
      "p that is just another test's, beside a risk ratio",
      "silent",
      "RR 0.68 (0.50 to 0.92; p = 0.033)",
      [effect("RR", "0.68", { low: "0.50", high: "0.92", p: "= 0.033", level: 95 })],
    ],
    [
      "p that is just no other test's",
      "warning",
      "RR 0.68 (0.50 to 0.92; p = 0.039)",
      [effect("RR", "0.68", { low: "0.50", high: "0.92", p: "= 0.039", level: 95 })],
    ],
    [
      "p above a bound that it cannot pass",
      "warning",
      "RR 0.68 (0.50 to 0.92; p > 0.04)",
      [effect("RR", "0.68", { low: "0.50", high: "0.92", p: "> 0.04", level: 95 })],
    ],
    [
      "p above a bound that it may pass",
      "silent",
      "RR 0.68 (0.50 to 0.92; p > 0.03)",
      [effect("RR", "0.68", { low: "0.50", high: "0.92", p: "> 0.03", level: 95 })],
    ],
    ...(["interaction", "trend", "heterogeneity", "one-sided", "equivalence"] as const).map(
      (tag): [string, string, string, Draft[]] => [
        `p tagged ${tag}`,
        "silent",
        "HR 0.68 (0.61 to 0.76; p = 0.008)",
        [effect("HR", "0.68", { low: "0.61", high: "0.76", p: "= 0.008", tag })],
      ],
    ),
    ["heterogeneity after p", "silent", "HR 0.68 (0.61 to 0.76; p = 0.008 for heterogeneity)", [far]],
    ["Fisher's test", "silent", "HR 0.68 (0.61 to 0.76; p = 0.008, Fisher)", [far]],
    [
      "a log-rank test by its tag",
      "hint",
      "HR 0.68 (0.61 to 0.76; p = 0.008)",
      [effect("HR", "0.68", { low: "0.61", high: "0.76", p: "= 0.008", tag: "log-rank" })],
    ],
  ])("%s: %s", (_name, expected, text, drafts) => {
    expect(verdict(rule, text, drafts)).toBe(expected);
  });

  it("takes the same p beside two levels of a factor for the factor's", () => {
    const text =
      "OR 1.90 (1.40 to 2.58; p = 0.03) for grade 2, and OR 3.10 (2.20 to 4.37; p = 0.03) for grade 3";
    const or = (value: string, low: string, high: string): Draft =>
      effect("OR", value, { low, high, p: "= 0.03", level: 95 });
    const found = findings(rule, text, [or("1.90", "1.40", "2.58"), or("3.10", "2.20", "4.37")]);
    expect(found.map((f) => f.severity)).toEqual(["hint", "hint"]);
  });

  it("is silent where the counts beside the effect give p by another test", () => {
    // Fisher's exact test of 10/97 against 1/103 gives 0.0041, the Wald interval 0.02.
    const text = "10/97 against 1/103 patients failed (OR 11.7; 95% CI 1.47 to 93.2; p = 0.004)";
    const counts = [proportion({ n: "10", N: "97" }), proportion({ n: "1", N: "103" })];
    const or = effect("OR", "11.7", { low: "1.47", high: "93.2", p: "= 0.004", level: 95 });
    expect(verdict(rule, text, [...counts, or])).toBe("silent");
  });

  it("says what the interval implies", () => {
    const [finding] = findings(rule, "HR 0.68 (0.61 to 0.76; p = 0.008)", [far]);
    expect(finding?.message).toBe("HR 0.68 (0.61 to 0.76) implies p < 0.0001, not p = 0.008.");
    expect(finding?.expected).toBe("p < 0.0001");
  });
});
