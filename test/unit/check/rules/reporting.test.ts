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
    ["a median without a unit", "information", "median PFS was 4.1", [median("4.1", null, pfs)]],
    ["a median with one", "silent", "median PFS was 4.1 months", [median("4.1", "month", pfs)]],
    [
      "the next median names it",
      "silent",
      "median PFS was 4.1 v 2.9 months",
      [median("4.1", null, pfs), median("2.9", "month", pfs)],
    ],
    ["a median that was not reached", "silent", "median PFS was NR", [median("NR", null, pfs)]],
    ["no time", "silent", "median score was 4.1", [median("4.1", null, { outcome: "score" })]],
  ])("%s: %s", (_name, expected, text, drafts) => {
    expect(verdict("unit-missing", text, drafts)).toBe(expected);
  });
});

describe("interval-missing-level", () => {
  const or = (value: string, low: string, high: string, level?: number): Draft =>
    effect("OR", value, { low, high, ...(level === undefined ? {} : { level }) });
  it.each<[name: string, expected: string, text: string, drafts: Draft[]]>([
    ["no level anywhere", "information", "OR 1.4 (1.1–1.8)", [or("1.4", "1.1", "1.8")]],
    [
      "no level anywhere, said once",
      "information",
      "OR 1.4 (1.1–1.8), OR 1.6 (1.2–2.1)",
      [or("1.4", "1.1", "1.8"), or("1.6", "1.2", "2.1")],
    ],
    [
      "a level elsewhere",
      "silent",
      "OR 1.4 (1.1–1.8), OR 1.6 (95% CI 1.2–2.1)",
      [or("1.4", "1.1", "1.8"), or("1.6", "1.2", "2.1", 95)],
    ],
    ["no interval", "silent", "OR 1.4", [effect("OR", "1.4")]],
  ])("%s: %s", (_name, expected, text, drafts) => {
    expect(verdict("interval-missing-level", text, drafts)).toBe(expected);
  });
});

describe("rules that are off until a reviewer wants them", () => {
  it.each<[rule: string, expected: string, text: string, drafts: Draft[]]>([
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
