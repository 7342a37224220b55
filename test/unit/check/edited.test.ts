/** Findings of an edited document are those of a fresh look at it, whatever is kept of statements that the edit left alone. */
import fc from "fast-check";
import { expect, it, vi } from "vitest";
import { analyse, type Analysis } from "../../../server/src/analyse.js";
import type { AnalyseOptions } from "../../../server/src/options.js";

vi.setConfig({ testTimeout: 60_000 });

/** Each right or wrong by itself, or by what another says. */
const SENTENCES = [
  "The hazard ratio for death was 0.63 (95% CI 0.47 to 0.85; P = .002).",
  "The hazard ratio for death was 0.63 (95% CI 0.47 to 0.85; P = .02).",
  "Relapse was rarer (OR 0.55, 95% CI 0.63 to 0.91).",
  "The odds ratio of a fall was 1.32 (95% CI 0.94 to 1.85; p = 0.011).",
  "Nausea was seen in 19 of 82 patients (32.2%).",
  "The events were (i) nausea in 19 of 82 patients (32.2%), (ii) fever in 9 of 82 patients (11%) and (iii) rash (OR 0.55, 95% CI 0.63 to 0.91).",
  "Fever occurred in 12 (24%) patients of the olvadine group and 9 (18%) of the placebo group.",
  "A total of 100 women were randomly assigned to olvadine (n = 50) or placebo (n = 50).",
  "A total of 100 women were randomly assigned to olvadine (n = 37) or placebo (n = 50).",
  "Of 90 adults, 45 were given olvadine and 45 placebo.",
  "In all, 80 patients were randomised.",
  "Finally 96 patients were analysed.",
  "Overall survival was 61% at 2 years and 70% at 4 years in the olvadine group.",
  "Median overall survival was 14.2 months (range, 15.1 to 20.3) with olvadine.",
  "The mean of the 12 children's number of falls was 2.37 (SD 0.4).",
  "All p-values are one-sided.",
  "Anxiety fell more with training, t(58) = 2.31, p = .24.",
  "I² was 80% (Q = 4.1, df = 5).",
] as const;

const HEADINGS = ["METHODS: ", "RESULTS: ", "\n\nConclusions\n", "\n\nReferences\n1. "] as const;

const piece = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...SENTENCES).map((s) => `${s} `) },
  { weight: 1, arbitrary: fc.constantFrom(...HEADINGS) },
);
const edit = fc.record({
  at: fc.nat(1200),
  removed: fc.oneof(fc.nat(2), fc.nat(150)),
  added: fc.oneof(fc.constantFrom("", "1", "7", ".", ") ", "\n\n", "one-sided "), piece),
});
const options = fc.constantFrom<AnalyseOptions>(
  {},
  { strictness: "strict" },
  { rules: { "percent-mismatch": "off", "p-without-estimate": "hint" } },
  { outcomes: [{ code: "OS", label: "overall survival", synonyms: [], measures: ["HR"] }] },
);

const said = ({ reading: _reading, ...rest }: Analysis): Omit<Analysis, "reading"> => rest;

it("is checked as if it were new, edit after edit and under other options", () => {
  const step = fc.tuple(edit, options);
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), fc.array(step, { maxLength: 6 }), (parts, steps) => {
      let text = parts.join("");
      let analysis = analyse(text);
      for (const [{ at, removed, added }, chosen] of steps) {
        const start = Math.min(at, text.length);
        text = text.slice(0, start) + added + text.slice(start + removed);
        analysis = analyse(text, chosen, analysis);
        expect(said(analysis)).toEqual(said(analyse(text, chosen)));
      }
    }),
    { numRuns: 60 },
  );
});

it("holds a count against its group's new size", () => {
  const text = (size: number): string =>
    `We assigned ${size} patients to olvadine (n = 50) or placebo (n = ${size - 50}). Fever occurred in 9 (18%) patients of the placebo group.`;
  const before = analyse(text(100));
  const after = analyse(text(130), {}, before);
  expect(before.findings.map(({ rule }) => rule)).not.toContain("percent-mismatch");
  expect(said(after)).toEqual(said(analyse(text(130))));
});
