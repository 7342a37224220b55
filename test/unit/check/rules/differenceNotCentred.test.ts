import { describe, expect, it } from "vitest";
import { effect, verdict } from "../paper.js";
import type { Draft } from "../paper.js";

const rule = "difference-not-centred";
const md = (value: string, low: string, high: string): Draft => effect("MD", value, { low, high });
const rd = (value: string, low: string, high: string): Draft => effect("RD", value, { low, high });

describe(rule, () => {
  it.each<[name: string, expected: string, text: string, drafts: Draft[]]>([
    [
      "a bound with a wrong digit",
      "warning",
      "mean difference −3.1 (−5.2 to −0.1)",
      [md("−3.1", "−5.2", "−0.1")],
    ],
    ["centred", "silent", "mean difference −3.1 (−5.2 to −1.0)", [md("−3.1", "−5.2", "−1.0")]],
    ["a fall in percent, centred as a ratio", "hint", "fell by −90% (−96 to −76)", [md("−90", "−96", "−76")]],
    ["a difference in costs", "hint", "it cost 310€ more (120€ to 940€)", [md("310", "120", "940")]],
    [
      "a time point taken for the value",
      "silent",
      "it was 7.2% at 5 years (3.8 to 10.5)",
      [md("5", "3.8", "10.5")],
    ],
    ["just within rounding", "silent", "difference 4 (1 to 8)", [md("4", "1", "8")]],
    ["a slight gap", "hint", "difference 40.2 (20.1 to 60.7)", [md("40.2", "20.1", "60.7")]],
    ["a ratio", "silent", "OR 3.1 (0.1 to 5.2)", [effect("OR", "3.1", { low: "0.1", high: "5.2" })]],
    [
      "Newcombe's method in the sentence",
      "silent",
      "Newcombe difference 9.0 (2.0 to 12.0)",
      [rd("9.0", "2.0", "12.0")],
    ],
    [
      "Miettinen and Nurminen in the sentence",
      "silent",
      "difference 9.0 (2.0 to 12.0; Miettinen)",
      [rd("9.0", "2.0", "12.0")],
    ],
    ["a difference of medians", "silent", "median difference 9.0 (2.0 to 12.0)", [md("9.0", "2.0", "12.0")]],
    [
      "bootstrap in the sentence",
      "silent",
      "difference 9.0 (bootstrap 2.0 to 12.0)",
      [md("9.0", "2.0", "12.0")],
    ],
    ["an interval cut at 100%", "silent", "difference 71% (24.8 to 100.0)", [rd("71", "24.8", "100.0")]],
    [
      "Wilson named elsewhere",
      "hint",
      "Wilson intervals were used. The difference was 9.0 (2.0 to 12.0).",
      [rd("9.0", "2.0", "12.0")],
    ],
    ["score intervals lean towards 0", "hint", "difference 20.0% (3.6 to 34.4)", [rd("20.0", "3.6", "34.4")]],
    ["the same of means", "warning", "difference 20.0 (3.6 to 32.0)", [md("20.0", "3.6", "32.0")]],
    [
      "fold changes with a sign",
      "hint",
      "mean difference −1.47 (−2.51 to 1.16)",
      [md("−1.47", "−2.51", "1.16")],
    ],
    [
      "a ratio taken for a difference",
      "hint",
      "not significant (1.66, 0.99 to 2.80)",
      [md("1.66", "0.99", "2.80")],
    ],
    [
      "a ratio named before it",
      "silent",
      "mortality ratio 0.96 (0.51 to 1.03)",
      [md("0.96", "0.51", "1.03")],
    ],
    [
      "off by more than score intervals are",
      "warning",
      "difference 2.7% (−8.2 to 2.9)",
      [rd("2.7", "−8.2", "2.9")],
    ],
    ["just beyond rounding", "hint", "difference 40.0 (20.0 to 60.3)", [md("40.0", "20.0", "60.3")]],
    [
      "Wilson's method in the sentence",
      "silent",
      "difference 9.0 (Wilson score interval 2.0 to 12.0)",
      [rd("9.0", "2.0", "12.0")],
    ],
    [
      "an exact interval in the sentence",
      "silent",
      "difference 9.0 (exact interval 2.0 to 12.0)",
      [rd("9.0", "2.0", "12.0")],
    ],
    [
      "Fisher in the sentence",
      "silent",
      "difference 9.0 (2.0 to 12.0), by Fisher's test",
      [rd("9.0", "2.0", "12.0")],
    ],
    [
      "profile likelihood in the sentence",
      "silent",
      "difference 9.0 (profile-likelihood interval 2.0 to 12.0)",
      [md("9.0", "2.0", "12.0")],
    ],
    [
      "a Bayesian model in the sentence",
      "silent",
      "In a Bayesian model the difference was 9.0 (2.0 to 12.0).",
      [md("9.0", "2.0", "12.0")],
    ],
    [
      "a credible interval",
      "silent",
      "difference 9.0 (credible interval 2.0 to 12.0)",
      [md("9.0", "2.0", "12.0")],
    ],
    [
      "a median-unbiased estimate",
      "silent",
      "median-unbiased difference 9.0 (2.0 to 12.0)",
      [md("9.0", "2.0", "12.0")],
    ],
  ])("%s: %s", (_name, expected, text, drafts) => {
    expect(verdict(rule, text, drafts)).toBe(expected);
  });
});
