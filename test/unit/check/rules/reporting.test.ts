import { describe, expect, it } from "vitest";
import { check } from "../../../../server/src/check/check.js";
import type { Severity } from "../../../../server/src/extraction.js";
import { effect, median, pValue, paper, verdict } from "../paper.js";
import type { Draft } from "../paper.js";

/** Severity of a rule that a reviewer switched on; "silent" without a finding. */
function switchedOn(rule: string, text: string, drafts: Draft[]): Severity | "silent" {
  const all = check(paper(text, drafts), { [rule]: "information" });
  return all.find((finding) => finding.rule === rule)?.severity ?? "silent";
}

describe("unit-missing", () => {
  const pfs = { outcome: "PFS", code: "PFS" };
  it.each<[name: string, expected: string, text: string, drafts: Draft[]]>([
    ["a median without a unit", "hint", "median PFS was 4.1", [median("4.1", null, pfs)]],
    ["a median with one", "silent", "median PFS was 4.1 months", [median("4.1", "month", pfs)]],
    [
      "the next median names it",
      "silent",
      "median PFS was 4.1 v 2.9 months",
      [median("4.1", null, pfs), median("2.9", "month", pfs)],
    ],
    ["no time", "silent", "median score was 4.1", [median("4.1", null, { outcome: "score" })]],
  ])("%s: %s", (_name, expected, text, drafts) => {
    expect(verdict("unit-missing", text, drafts)).toBe(expected);
  });
});

describe("rules that are off until a reviewer wants them", () => {
  it.each<[rule: string, expected: string, text: string, drafts: Draft[]]>([
    [
      "interval-missing-level",
      "information",
      "OR 1.4 (1.1–1.8)",
      [effect("OR", "1.4", { low: "1.1", high: "1.8" })],
    ],
    [
      "interval-missing-level",
      "silent",
      "OR 1.4 (1.1–1.8), OR 1.6 (95% CI 1.2–2.1)",
      [
        effect("OR", "1.4", { low: "1.1", high: "1.8" }),
        effect("OR", "1.6", { low: "1.2", high: "2.1", level: 95 }),
      ],
    ],
    ["p-without-estimate", "information", "Pain did not differ (P = .31).", [pValue("= .31", [])]],
    [
      "p-without-estimate",
      "silent",
      "Pain fell (P = .31; OR 1.4).",
      [pValue("= .31", []), effect("OR", "1.4")],
    ],
    [
      "p-without-estimate",
      "silent",
      "Pain fell alike (P = .31 for trend).",
      [pValue("= .31", [], { tag: "trend" })],
    ],
  ])("%s: %s", (rule, expected, text, drafts) => {
    expect(switchedOn(rule, text, drafts)).toBe(expected);
    expect(check(paper(text, drafts)).filter((finding) => finding.rule === rule)).toEqual([]);
  });
});
