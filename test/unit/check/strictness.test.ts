import { describe, expect, it } from "vitest";
import { check } from "../../../server/src/check/check.js";
import type { Strictness } from "../../../server/src/options.js";
import type { Draft } from "./paper.js";
import { effect, paper, proportion } from "./paper.js";

const severities = (text: string, drafts: readonly Draft[]): string[] =>
  (["strict", "balanced", "lenient"] as const).map(
    (strictness: Strictness) =>
      check(paper(text, drafts), { "interval-missing-level": "off" }, { strictness })[0]?.severity ??
      "silent",
  );

const hr = (value: string, low: string, high: string, p?: string): Draft =>
  effect("HR", value, { low, high, ...(p === undefined ? {} : { p }) });

describe("strictness", () => {
  it.each<[name: string, expected: string[], text: string, drafts: Draft[]]>([
    [
      "a ratio 1% off the centre",
      ["warning", "hint", "hint"],
      "HR 0.74 (0.60 to 0.88)",
      [hr("0.74", "0.60", "0.88")],
    ],
    [
      "a ratio 3% off the centre",
      ["warning", "warning", "hint"],
      "HR 0.74 (0.60 to 0.85)",
      [hr("0.74", "0.60", "0.85")],
    ],
    [
      "a ratio far off the centre",
      ["warning", "warning", "warning"],
      "HR 0.74 (0.24 to 0.91)",
      [hr("0.74", "0.24", "0.91")],
    ],
    [
      "an explanation that is merely possible",
      ["warning", "hint", "hint"],
      "79/334 (23%)",
      [proportion({ n: "79", N: "334", percent: "23" })],
    ],
    [
      "an explanation that the document names",
      ["hint", "hint", "hint"],
      "We report profile-likelihood intervals. The HR was 0.74 (0.50 to 0.91).",
      [hr("0.74", "0.50", "0.91")],
    ],
    [
      "p far from that of the interval",
      ["warning", "warning", "warning"],
      "HR 0.68 (0.61 to 0.76; p = 0.008)",
      [hr("0.68", "0.61", "0.76", "= 0.008")],
    ],
    [
      "p that another test may give",
      ["warning", "silent", "silent"],
      "RR 0.68 (0.50 to 0.92; p = 0.035)",
      [effect("RR", "0.68", { low: "0.50", high: "0.92", p: "= 0.035" })],
    ],
    [
      "the same where estimate and p come of one model",
      ["warning", "warning", "silent"],
      "OR 0.68 (0.50 to 0.92; p = 0.035)",
      [effect("OR", "0.68", { low: "0.50", high: "0.92", p: "= 0.035" })],
    ],
    [
      "the same beside a p-value that is that of its interval",
      ["warning", "warning", "silent"],
      "HR 0.68 (0.50 to 0.92; p = 0.035) and HR 0.81 (0.70 to 0.94; p = 0.005)",
      [hr("0.68", "0.50", "0.92", "= 0.035"), hr("0.81", "0.70", "0.94", "= 0.005")],
    ],
  ])("%s", (_name, expected, text, drafts) => {
    expect(severities(text, drafts)).toEqual(expected);
  });
});
