import { describe, expect, it } from "vitest";
import { effect, findings, verdict } from "../paper.js";
import type { Draft } from "../paper.js";

const rule = "ratio-not-centred";
const hr = (value: string, low: string, high: string): Draft => effect("HR", value, { low, high });

describe(rule, () => {
  it.each<[name: string, expected: string, text: string, drafts: Draft[]]>([
    ["a lower bound with a wrong digit", "warning", "HR 0.74 (0.50 to 0.91)", [hr("0.74", "0.50", "0.91")]],
    ["a gap of 1%", "hint", "HR 0.74 (0.60 to 0.88)", [hr("0.74", "0.60", "0.88")]],
    ["a gap of 3%", "warning", "HR 0.74 (0.60 to 0.85)", [hr("0.74", "0.60", "0.85")]],
    ["centred", "silent", "HR 0.74 (0.60 to 0.91)", [hr("0.74", "0.60", "0.91")]],
    ["one significant digit", "silent", "HR 0.04 (0.01 to 0.29)", [hr("0.04", "0.01", "0.29")]],
    [
      "just within rounding",
      "silent",
      "OR 1.6 (1.0 to 2.4)",
      [effect("OR", "1.6", { low: "1.0", high: "2.4" })],
    ],
    [
      "a lower bound of 0",
      "silent",
      "OR 0.30 (0.00 to 2.10)",
      [effect("OR", "0.30", { low: "0.00", high: "2.10" })],
    ],
    [
      "a difference",
      "silent",
      "MD 0.74 (0.50 to 0.91)",
      [effect("MD", "0.74", { low: "0.50", high: "0.91" })],
    ],
    [
      "a negative value, which is no ratio",
      "silent",
      "HR −0.74 (0.50 to 0.91)",
      [hr("−0.74", "0.50", "0.91")],
    ],
    ["outside, which is another rule's", "silent", "HR 0.95 (0.50 to 0.91)", [hr("0.95", "0.50", "0.91")]],
    [
      "an exact interval",
      "silent",
      "By exact methods the HR was 0.74 (0.50 to 0.91).",
      [hr("0.74", "0.50", "0.91")],
    ],
    [
      "a bootstrap interval",
      "silent",
      "HR 0.74 (bootstrapped 95% CI 0.50 to 0.91)",
      [hr("0.74", "0.50", "0.91")],
    ],
    [
      "a Bayesian analysis",
      "silent",
      "The posterior HR was 0.74 (0.50 to 0.91).",
      [hr("0.74", "0.50", "0.91")],
    ],
    [
      "Fisher's exact test in the sentence",
      "silent",
      "OR 9.1 (1.7 to 71.0) by Fisher's test",
      [effect("OR", "9.1", { low: "1.7", high: "71.0" })],
    ],
    [
      "profile likelihood named in the methods",
      "hint",
      "We report profile-likelihood intervals. The HR was 0.74 (0.50 to 0.91).",
      [hr("0.74", "0.50", "0.91")],
    ],
    [
      "a very wide interval that reaches away from 1",
      "hint",
      "OR 14.2 (1.1 to 340)",
      [effect("OR", "14.2", { low: "1.1", high: "340" })],
    ],
    [
      "a very wide interval that leans the wrong way",
      "warning",
      "OR 1.7 (0.1 to 4.1)",
      [effect("OR", "1.7", { low: "0.1", high: "4.1" })],
    ],
    [
      "symmetric without logarithms",
      "hint",
      "ratio of means 0.44 (0.15 to 0.73)",
      [effect("ROM", "0.44", { low: "0.15", high: "0.73" })],
    ],
    [
      "just beyond rounding",
      "hint",
      "OR 1.50 (1.00 to 2.30)",
      [effect("OR", "1.50", { low: "1.00", high: "2.30" })],
    ],
    [
      "a profile-likelihood interval",
      "silent",
      "HR 0.74 (profile-likelihood interval, 0.50 to 0.91)",
      [hr("0.74", "0.50", "0.91")],
    ],
    [
      "a credible interval by its words",
      "silent",
      "HR 0.74 (95% credible interval 0.50 to 0.91)",
      [hr("0.74", "0.50", "0.91")],
    ],
    [
      "a credible interval by its kind",
      "silent",
      "HR 0.74 (CrI 0.50 to 0.91)",
      [effect("HR", "0.74", { low: "0.50", high: "0.91", type: "CrI" })],
    ],
    [
      "a Bayesian model by its name",
      "silent",
      "In a Bayesian model the HR was 0.74 (0.50 to 0.91).",
      [hr("0.74", "0.50", "0.91")],
    ],
    [
      "a median-unbiased estimate",
      "silent",
      "The median-unbiased OR was 0.74 (0.50 to 0.91).",
      [effect("OR", "0.74", { low: "0.50", high: "0.91" })],
    ],
  ])("%s: %s", (_name, expected, text, drafts) => {
    expect(verdict(rule, text, drafts)).toBe(expected);
  });

  it("takes a method for no excuse where the document's other ratios are centred", () => {
    const profile =
      "We report profile-likelihood intervals. HR 0.74 (0.50 to 0.91). HR 0.62 (0.48 to 0.80). ";
    const drafts = [hr("0.74", "0.50", "0.91"), hr("0.62", "0.48", "0.80"), hr("0.83", "0.71", "0.97")];
    expect(findings(rule, profile, drafts.slice(0, 2)).map(({ severity }) => severity)).toEqual(["hint"]);
    const more = `${profile}HR 0.83 (0.71 to 0.97).`;
    expect(findings(rule, more, drafts).map(({ severity }) => severity)).toEqual(["warning"]);
  });

  it("allows for half the distance there, and for rounding twice", () => {
    const centred = [hr("0.62", "0.48", "0.80"), hr("0.83", "0.71", "0.97")];
    const verdictOf = (text: string, draft: Draft): string | undefined =>
      findings(rule, `${text}. HR 0.62 (0.48 to 0.80). HR 0.83 (0.71 to 0.97).`, [draft, ...centred])[0]
        ?.severity;
    expect(verdictOf("HR 0.740 (0.602 to 0.896)", hr("0.740", "0.602", "0.896"))).toBe("hint");
    expect(verdictOf("HR 0.740 (0.602 to 0.880)", hr("0.740", "0.602", "0.880"))).toBe("warning");
    expect(findings(rule, "HR 0.740 (0.602 to 0.880)", [hr("0.740", "0.602", "0.880")])[0]?.severity).toBe(
      "hint",
    );
  });

  it("reads 'safety profile' and 'posterior wrist' as no method", () => {
    const text = "With a good safety profile at the posterior wrist the HR was 0.74 (0.50 to 0.91).";
    expect(verdict(rule, text, [hr("0.74", "0.50", "0.91")])).toBe("warning");
  });

  it("offers a digit beside a p-value that another test may have given", () => {
    // The interval of 0.602 to 0.912 gives p = 0.0047; 0.007 is within 0.3 of it in units of z.
    const effects = [effect("HR", "0.741", { low: "0.502", high: "0.912", p: "= 0.007" })];
    const [finding] = findings(rule, "HR 0.741 (0.502 to 0.912; p = 0.007)", effects);
    expect(finding?.repair).toBe("0.502 → 0.602");
  });

  it("offers a digit only where one alone fits", () => {
    const [clear] = findings(rule, "HR 0.741 (0.502 to 0.912)", [hr("0.741", "0.502", "0.912")]);
    expect(clear?.repair).toBe("0.502 → 0.602");
    const [unclear] = findings(rule, "HR 0.7 (0.3 to 0.8)", [hr("0.7", "0.3", "0.8")]);
    expect(unclear?.severity).toBe("warning");
    expect(unclear?.repair).toBeUndefined();
  });

  it("hints where the document's other ratios are not centred either", () => {
    const text = "OR 1.43 (1.11 to 2.19), later. OR 2.10 (1.40 to 3.95).";
    const first = effect("OR", "1.43", { low: "1.11", high: "2.19" });
    const second = effect("OR", "2.10", { low: "1.40", high: "3.95" });
    expect(findings(rule, text, [first, second]).map(({ severity }) => severity)).toEqual(["hint", "hint"]);
    expect(findings(rule, text, [first]).map(({ severity }) => severity)).toEqual(["warning"]);
  });
});
