import { describe, expect, it } from "vitest";
import { check } from "../../../../server/src/check/check.js";
import { effect, findings, paper, verdict } from "../paper.js";
import type { Draft } from "../paper.js";

const rule = "significance-contradicts-interval";
const or = (value: string, low: string, high: string, p: string, level: number | null = 95): Draft =>
  effect("OR", value, { low, high, p, level });
const lost = or("1.32", "0.94", "1.85", "= 0.011");

describe(rule, () => {
  it.each<[name: string, expected: string, text: string, drafts: Draft[]]>([
    ["includes 1 while p is small", "error", "OR 1.32 (0.94 to 1.85; p = 0.011)", [lost]],
    [
      "excludes 1 while p is large",
      "error",
      "OR 3.9 (1.9 to 8.0; p = 0.41)",
      [or("3.9", "1.9", "8.0", "= 0.41")],
    ],
    [
      "includes 0",
      "error",
      "MD 2.1 (−0.9 to 5.1; p < 0.001)",
      [effect("MD", "2.1", { low: "−0.9", high: "5.1", p: "< 0.001", level: 95 })],
    ],
    [
      "an unlabelled interval counts as 95%",
      "error",
      "OR 1.32 (0.94 to 1.85; p = 0.011)",
      [or("1.32", "0.94", "1.85", "= 0.011", null)],
    ],
    [
      "a bound that may be 1 by rounding",
      "silent",
      "HR 0.81 (0.67 to 1.00; p = 0.054)",
      [or("0.81", "0.67", "1.00", "= 0.054")],
    ],
    [
      "p that may be 0.05 by rounding",
      "silent",
      "OR 0.95 (0.90 to 1.00; p = 0.05)",
      [or("0.95", "0.90", "1.00", "= 0.05")],
    ],
    [
      "p above a bound below α",
      "silent",
      "OR 1.32 (1.04 to 1.68; p > 0.01)",
      [or("1.32", "1.04", "1.68", "> 0.01")],
    ],
    [
      "a level of 90%",
      "silent",
      "OR 0.64 (90% CI 0.43 to 0.94; p = 0.06)",
      [or("0.64", "0.43", "0.94", "= 0.06", 90)],
    ],
    ["noninferiority", "silent", "Care A was non-inferior (OR 1.32; 0.94 to 1.85; p = 0.011).", [lost]],
    ["one-sided", "silent", "OR 1.32 (0.94 to 1.85; 1-sided p = 0.011)", [lost]],
    ["Fisher's exact test", "silent", "OR 1.32 (0.94 to 1.85; p = 0.011, Fisher)", [lost]],
    ["a trend", "silent", "OR 1.32 (0.94 to 1.85; p = 0.011 for trend)", [lost]],
    [
      "half the p-value fits",
      "hint",
      "OR 0.87 (0.73 to 1.03; p = 0.048)",
      [or("0.87", "0.73", "1.03", "= 0.048")],
    ],
    [
      "as close as two tests can be",
      "hint",
      "OR 0.85 (0.73 to 0.99; p = 0.06)",
      [or("0.85", "0.73", "0.99", "= 0.06")],
    ],
    [
      "a log-rank test beside a Cox interval",
      "hint",
      "HR 0.70 (0.45 to 1.09; log-rank p = 0.02)",
      [effect("HR", "0.70", { low: "0.45", high: "1.09", p: "= 0.02", level: 95 })],
    ],
    [
      "a bound that is just above 1 by rounding",
      "error",
      "OR 2.4 (1.06 to 5.4; p = 0.24)",
      [or("2.4", "1.06", "5.4", "= 0.24")],
    ],
    ...(["interaction", "trend", "heterogeneity", "noninferiority", "one-sided"] as const).map(
      (tag): [string, string, string, Draft[]] => [
        `p tagged ${tag}`,
        "silent",
        "OR 1.32 (0.94 to 1.85; p = 0.011)",
        [effect("OR", "1.32", { low: "0.94", high: "1.85", p: "= 0.011", tag, level: 95 })],
      ],
    ),
    ["an interaction", "silent", "OR 1.32 (0.94 to 1.85; p = 0.011 for interaction)", [lost]],
    ["heterogeneity", "silent", "OR 1.32 (0.94 to 1.85; p for heterogeneity = 0.011)", [lost]],
    ["an exact test", "silent", "OR 1.32 (0.94 to 1.85; exact p = 0.011)", [lost]],
    [
      "a level of 97.5%",
      "silent",
      "OR 1.30 (97.5% CI 0.99 to 1.71; p = 0.03)",
      [or("1.30", "0.99", "1.71", "= 0.03", 97.5)],
    ],
  ])("%s: %s", (_name, expected, text, drafts) => {
    expect(verdict(rule, text, drafts)).toBe(expected);
  });

  it("is one finding, not two with p-contradicts-interval", () => {
    const found = check(paper("OR 3.9 (1.9 to 8.0; p = 0.41)", [or("3.9", "1.9", "8.0", "= 0.41")]));
    expect(found.map((f) => f.rule)).toEqual([rule]);
  });

  it("offers the digit of p where that alone makes all agree", () => {
    const [finding] = findings(rule, "OR 0.680 (0.500 to 0.925; p = 0.814)", [
      or("0.680", "0.500", "0.925", "= 0.814"),
    ]);
    expect(finding?.repair).toBe("0.814 → 0.014");
  });
});
