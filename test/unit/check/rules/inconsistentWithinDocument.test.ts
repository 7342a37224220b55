import { describe, expect, it } from "vitest";
import { effect, findings, median, pValue, verdict } from "../paper.js";
import type { Draft } from "../paper.js";

const rule = "inconsistent-within-document";
const hr = (p: string, outcome = "OS", population?: string): Draft =>
  effect("HR", "0.63", {
    low: "0.47",
    high: "0.85",
    p,
    outcome,
    ...(population === undefined ? {} : { population }),
  });
const twice = "HR 0.63 (0.47–0.85; p .002). Later: HR 0.63 (0.47–0.85; p .02).";

describe(rule, () => {
  it.each<[name: string, expected: string, text: string, drafts: Draft[]]>([
    ["the same effect with another p", "warning", twice, [hr("= .002"), hr("= .02")]],
    [
      "the same p to fewer digits",
      "silent",
      twice.replace("p .02)", "p < .01)"),
      [hr("= .002"), hr("< .01")],
    ],
    ["another outcome", "silent", twice, [hr("= .002"), hr("= .02", "PFS")]],
    ["another population", "silent", twice, [hr("= .002"), hr("= .02", "OS", "per-protocol")]],
    [
      "few digits meet by chance",
      "silent",
      "OR 1.2 (1.0–1.4; p .03). OR 1.2 (1.0–1.4; p .08).",
      [
        effect("OR", "1.2", { low: "1.0", high: "1.4", p: "= .03" }),
        effect("OR", "1.2", { low: "1.0", high: "1.4", p: "= .08" }),
      ],
    ],
    [
      "two analyses in one sentence",
      "silent",
      "HR 0.63 (0.47–0.85; p .002 in all, HR 0.63 (0.47–0.85; p .02 per protocol",
      [hr("= .002"), hr("= .02")],
    ],
  ])("%s: %s", (_name, expected, text, drafts) => {
    expect(verdict(rule, text, drafts)).toBe(expected);
  });

  const comparison = (p: string, population: string | undefined): Draft[] => {
    const common = { outcome: "PFS", code: "PFS", ...(population === undefined ? {} : { population }) };
    return [median("4.4", "month", common), median("2.1", "month", common), pValue(p, [2, 1])];
  };

  it("finds another p for the same medians of one population", () => {
    const text =
      "PFS was 4.4 versus 2.1 months (P = .002) in PS-matched patients. PFS was 4.4 versus 2.1 months (P = .002) in all. After matching 4.4 versus 2.1 months (P = .004).";
    const drafts = [
      ...comparison("= .002", "PS-matched"),
      ...comparison("= .002", undefined),
      ...comparison("= .004", "after matching"),
    ];
    expect(findings(rule, text, drafts)).toMatchObject([
      { severity: "warning", message: "The medians 4.4 and 2.1 have p = .002 here and p = .004 elsewhere." },
    ]);
  });

  it("is silent about different populations", () => {
    const text = "PFS was 4.4 versus 2.1 months (P = .002). After matching 4.4 versus 2.1 months (P = .004).";
    expect(
      findings(rule, text, [...comparison("= .002", undefined), ...comparison("= .004", "matched")]),
    ).toEqual([]);
  });
});
