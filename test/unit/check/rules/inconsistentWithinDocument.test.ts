import { describe, expect, it } from "vitest";
import { effect, findings, landmark, median, proportion, pValue, verdict } from "../paper.js";
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

const two = (one: string, other: string): string => `${one}\n\n${other}`;

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
    [
      "the outcome in other words",
      "warning",
      twice,
      [hr("= .002", "placental malaria"), hr("= .02", "malaria of the cord")],
    ],
    ["another population", "silent", twice, [hr("= .002"), hr("= .02", "OS", "per-protocol")]],
    ...(
      [
        ["another estimate, which is not in the middle", "warning", { value: "0.68" }],
        ["another bound, which does not fit", "warning", { high: "0.95" }],
        ["another bound, which fits as well", "silent", { low: "0.46" }],
        ["another population", "silent", { value: "0.68", population: "per-protocol" }],
        ["adjusted in one place", "silent", { value: "0.68", adjusted: true }],
      ] as const
    ).map(([name, expected, other]): [string, string, string, Draft[]] => {
      const { value = "0.63", low = "0.47", high = "0.85", ...rest } = { ...other } as Record<string, string>;
      return [
        `${name}, of an outcome in other words`,
        expected,
        two("HR 0.63 (0.47–0.85).", `HR ${value} (${low}–${high}).`),
        [
          effect("HR", "0.63", { low: "0.47", high: "0.85", outcome: "severe falls" }),
          effect("HR", value, { low, high, outcome: "falls that were severe", ...rest }),
        ],
      ];
    }),
    [
      "five digits in common, of an outcome and a group in quite other words",
      "warning",
      two("HR 1.02 (0.79–1.32).", "HR 1.12 (0.79–1.32)."),
      [
        effect("HR", "1.02", { low: "0.79", high: "1.32", outcome: "death", group: "gel" }),
        effect("HR", "1.12", { low: "0.79", high: "1.32", outcome: "fatal course", group: "foam" }),
      ],
    ],
    [
      "few digits of another outcome",
      "silent",
      "OR 0.7 (0.5–0.9). Later: OR 0.7 (0.5–0.1).",
      [
        effect("OR", "0.7", { low: "0.5", high: "0.9", outcome: "falls" }),
        effect("OR", "0.7", { low: "0.5", high: "0.1", outcome: "larvae" }),
      ],
    ],
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

  const or = (value: string, low: string, high: string, common: object = {}): Draft =>
    effect("OR", value, { low, high, outcome: "falls", group: "tai chi", ...common });
  const told = two("Falls: OR 0.71 (0.53 to 0.95).", "Falls: OR 0.77 (0.53 to 0.95).");
  const pair = (a: object = {}, b: object = {}): Draft[] => [
    or("0.71", "0.53", "0.95", a),
    or("0.77", "0.53", "0.95", b),
  ];
  const arm = { outcome: "stroke", group: "drug A" };
  const share = (n: string, common: object = {}): Draft => proportion({ n, N: "120" }, { ...arm, ...common });
  const shares = two("Stroke in 30 of 120 with drug A.", "Stroke in 33 of 120 with drug A.");
  const months = (value: string, common: object = {}): Draft =>
    median(value, "month", { ...arm, outcome: "OS", code: "OS", ...common });
  const medians = two("Median OS was 14.2 months with drug A.", "Median OS was 14.9 months with drug A.");
  const rate = (value: string, time: string): Draft => landmark(value, time, "year", { ...arm, code: "OS" });
  const rates = two("OS at 3 years was 61% with drug A.", "OS at 3 years was 67% with drug A.");

  it.each<[name: string, expected: string, text: string, drafts: Draft[]]>([
    ["another estimate with the same interval", "warning", told, pair()],
    [
      "another bound",
      "warning",
      two("Falls: OR 0.71 (0.53 to 0.95).", "Falls: OR 0.71 (0.58 to 0.95)."),
      [or("0.71", "0.53", "0.95"), or("0.71", "0.58", "0.95")],
    ],
    [
      "the same to fewer decimals",
      "silent",
      two("Falls: OR 0.713 (0.53 to 0.95).", "Falls: OR 0.71 (0.53 to 0.95)."),
      [or("0.713", "0.53", "0.95"), or("0.71", "0.53", "0.95")],
    ],
    ["another outcome", "silent", told, pair({ outcome: "fractures" })],
    ["no outcome named", "silent", told, pair({ outcome: "" }, { outcome: "" })],
    ["another group", "silent", told, pair({ group: "yoga" })],
    ["another population", "silent", told, pair({ population: "per-protocol" })],
    ["another level", "silent", told, pair({ level: 90 }, { level: 95 })],
    ["adjusted and not", "silent", told, pair({ adjusted: true })],
    ["told in the methods", "silent", told, pair({ section: "methods" })],
    ["told in the introduction", "silent", told, pair({ section: "background" })],
    [
      "assumed",
      "silent",
      two("We assumed an OR of 0.71 (0.53 to 0.95).", "Falls: OR 0.77 (0.53 to 0.95)."),
      pair(),
    ],
    [
      "of another study",
      "silent",
      two("Falls were rarer there, OR 0.71 (0.53 to 0.95) [14].", "Falls: OR 0.77 (0.53 to 0.95)."),
      pair(),
    ],
    [
      "few digits within one part",
      "silent",
      "Falls: OR 1.7 (1.1 to 2.6). In all, OR 1.9 (1.1 to 2.6).",
      [or("1.7", "1.1", "2.6"), or("1.9", "1.1", "2.6")],
    ],
    ["another count of the same people", "warning", shares, [share("30"), share("33")]],
    [
      "two sentences that differ in several counts",
      "silent",
      two(
        "Loss in 30 of 120 with drug A, 14 of 80 with drug B.",
        "Loss in 33 of 120 with drug A, 17 of 80 with drug B.",
      ),
      [
        share("30"),
        proportion({ n: "14", N: "80" }, { ...arm, group: "drug B" }),
        share("33"),
        proportion({ n: "17", N: "80" }, { ...arm, group: "drug B" }),
      ],
    ],
    ["counts of other people", "silent", shares, [share("30"), share("33", { population: "women" })]],
    ["a count without a group", "silent", shares, [share("30", { group: "" }), share("33", { group: "" })]],
    [
      "counts at other times",
      "silent",
      two("Stroke at 2 years in 30 of 120 with drug A.", "Stroke in 33 of 120 with drug A."),
      [share("30"), share("33")],
    ],
    [
      "counts of other grades",
      "silent",
      two("Grade 3 stroke in 30 of 120 with drug A.", "Stroke in 33 of 120 with drug A."),
      [share("30"), share("33")],
    ],
    ["another median", "warning", medians, [months("14.2"), months("14.9")]],
    [
      "a part with several medians",
      "silent",
      two(
        "Median OS was 14.2 months with drug A. Later OS was 15.1 months with drug A.",
        "Median OS was 14.9 months with drug A.",
      ),
      [months("14.2"), months("15.1"), months("14.9")],
    ],
    [
      "an updated median",
      "silent",
      two("Median OS was 14.2 months with drug A.", "Updated median OS was 14.9 months with drug A."),
      [months("14.2"), months("14.9")],
    ],
    [
      "a median of a subgroup",
      "silent",
      two(
        "Median OS was 14.2 months with drug A.",
        "In this subgroup median OS was 14.9 months with drug A.",
      ),
      [months("14.2"), months("14.9")],
    ],
    [
      "a median of other patients",
      "silent",
      two("Median OS was 14.2 months with drug A.", "With high expression OS was 14.9 months with drug A."),
      [months("14.2"), months("14.9")],
    ],
    ["another rate", "warning", rates, [rate("61", "3"), rate("67", "3")]],
    [
      "rates at other times",
      "silent",
      two("OS at 3 years was 67% with drug A.", "OS at 5 years was 61% with drug A."),
      [rate("67", "3"), rate("61", "5")],
    ],
    [
      "just too different for fewer decimals",
      "warning",
      two("Falls: OR 0.716 (0.53 to 0.95).", "Falls: OR 0.71 (0.53 to 0.95)."),
      [or("0.716", "0.53", "0.95"), or("0.71", "0.53", "0.95")],
    ],
  ])("%s: %s", (_name, expected, text, drafts) => {
    expect(verdict(rule, text, drafts)).toBe(expected);
  });

  it("says what differs, and where it stands", () => {
    const [finding] = findings(rule, shares, [share("30"), share("33")]);
    expect(finding).toMatchObject({
      message: "stroke of drug A is 33 of 120 here and 30 of 120 elsewhere.",
      reported: "33 of 120",
      expected: "30 of 120",
      related: [{ message: "30 of 120 here" }],
    });
  });
});
