/** What holds of any text that is read, and of any edit of it. */
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import type { GroupRef, OutcomeRef, Range, Statement } from "../../../server/src/extraction.js";
import type { AnalyseOptions } from "../../../server/src/options.js";
import { read } from "../../../server/src/recognise/read.js";
import type { Reading } from "../../../server/src/recognise/reading.js";

vi.setConfig({ testTimeout: 60_000 });

/** Sentences that each hold something for one recogniser or another. */
const SENTENCES = [
  "The hazard ratio for death was 0·71 (95% CI 0·55–0·92; p=0·0092).",
  "Relapse was rarer with olvadine than with placebo (OR .64; 95%CI: .41 to .99; P = .045).",
  "Median overall survival (OS) was 14.2 months (95%\nCI 11.9-16.5) vs.11.0 months (9.2–12.8).",
  "Of the 134 women, 71 (53.0%) had a fever.",
  "Infection occurred in 12 of 34 patients (35%) and in 9/33 (27.3%), respectively.",
  "The 2-, 4- and 6-year OS rates were 48.6%, 27.3%, and 12.9%, respectively.",
  "Levels fell from 8.4±1.2 to 7.1+/-1.0 mmol/L (p = <0.001).",
  "Anxiety fell more with training, t(58) = 2.31, p = .024, d = 0.60.",
  "A total of 12\u2008807 women were assigned to early (n = 6,404) or late surgery (n = 6,403).",
  "Median PFS was not reached in the olvadine group.",
  "Twenty-one adults in the placebo group withdrew.",
  "The AUC was 0.82 (95% CI 0.76–0.88) and sensitivity 88.4%.",
  "P for interaction was 0.31.",
  "Patients took 12 mg every 3 weeks from May 2009.",
  "Nobody died.",
] as const;
const HEADINGS = [
  "BACKGROUND: ",
  "Methods: ",
  "RESULTS: ",
  "\n\nConclusions\n",
  "\n\nReferences\n1. ",
  "# Olvadine in fever\n\n",
] as const;
const NOISE = [
  "\r\n",
  "\n\n",
  " ",
  "(",
  ")",
  "95%",
  "0.6",
  "vs",
  "\u0000",
  "\ud83d\ude00",
  "\ud83d",
  "вЂ“",
  "&lt;",
  "±",
  "%",
  ". ",
  "n = ",
] as const;

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...SENTENCES).map((s) => `${s} `) },
  { weight: 2, arbitrary: fc.constantFrom(...HEADINGS) },
  { weight: 2, arbitrary: fc.constantFrom(...NOISE) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 8 }) },
);
const document = fc.array(piece, { maxLength: 12 }).map((parts) => parts.join(""));

/** Options of a protocol, or none. */
const options = fc.constantFrom<AnalyseOptions>(
  {},
  {
    outcomes: [{ code: "FEV", label: "fever", synonyms: ["pyrexia"] }],
    groups: [{ code: "olv", label: "olvadine", synonyms: ["OLV"] }],
  },
);

const isStatement = ({ kind, quote }: Statement): string => `${kind} ${quote}`;

describe("of any text", () => {
  it("every statement quotes exactly the range that it names, and its numbers stand where it says", () => {
    fc.assert(
      fc.property(document, options, (text, chosen) => {
        const slice = ({ start, end }: Range): string => text.slice(start, end);
        for (const statement of read(text, chosen).statements) {
          expect(slice(statement.range)).toBe(statement.quote);
          expect(statement.quote).not.toBe("");
          for (const [field, place] of Object.entries(statement.ranges)) {
            expect(slice(place)).not.toBe("");
            const printed = statement.literal[field];
            if (printed !== undefined) expect(slice(place)).toBe(printed);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it("outcomes and groups are words of the text", () => {
    const plain = (words: string): string => words.replace(/\s+/g, " ");
    fc.assert(
      fc.property(document, options, (text, chosen) => {
        const words = (ref: OutcomeRef | GroupRef | null): void => {
          if (ref?.range) expect(plain(text.slice(ref.range.start, ref.range.end))).toBe(plain(ref.text));
        };
        for (const { outcome, group, reference } of read(text, chosen).statements)
          [outcome, group, reference].forEach(words);
      }),
      { numRuns: 200 },
    );
  });

  it("ids are unique, statements are in order, and p-values compare statements that are there", () => {
    fc.assert(
      fc.property(document, options, (text, chosen) => {
        const { statements } = read(text, chosen);
        const ids = new Set(statements.map(({ id }) => id));
        expect(ids.size).toBe(statements.length);
        const starts = statements.map(({ range }) => range.start);
        expect(starts).toEqual([...starts].sort((a, b) => a - b));
        for (const s of statements)
          if (s.kind === "p-value") for (const id of s.compares) expect(ids.has(id)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it("every number is counted once: in a statement, as background, or unread", () => {
    fc.assert(
      fc.property(document, (text) => {
        const { coverage, sentences } = read(text, {});
        expect(coverage.inStatements + coverage.background + coverage.unread.length).toBe(coverage.numbers);
        for (const { start, end } of coverage.unread) {
          expect(text.slice(start, end)).toMatch(/\d/);
          expect(sentences.some((s) => s.start <= start && end <= s.end)).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });
});

interface Edit {
  readonly at: number;
  readonly removed: number;
  readonly added: string;
}
const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat(1500),
  removed: fc.oneof(fc.nat(3), fc.nat(200)),
  added: fc.oneof(fc.constant(""), fc.constantFrom(...NOISE), piece, fc.string({ maxLength: 3 })),
});
const edited = (text: string, { at, removed, added }: Edit): string => {
  const start = Math.min(at, text.length);
  return text.slice(0, start) + added + text.slice(start + removed);
};

/** What a reading says; what it remembers for the next version may differ. */
const said = ({ memory: _memory, ...rest }: Reading): Omit<Reading, "memory"> => rest;

describe("of any edit", () => {
  it("reading on from what was read before gives what reading afresh gives", () => {
    fc.assert(
      fc.property(
        document,
        options,
        fc.array(edit, { minLength: 1, maxLength: 5 }),
        (first, chosen, edits) => {
          let text = first;
          let reading: Reading = read(text, chosen);
          for (const one of edits) {
            text = edited(text, one);
            reading = read(text, chosen, reading);
            expect(said(reading)).toEqual(said(read(text, chosen)));
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it("another abbreviation binds anew the sentences that use it, and only those", () => {
    const text = (short: string): string =>
      `METHODS: We measured overall survival (${short}). RESULTS: The OS rate was 61% at 2 years. Nausea occurred in 12 (14%) patients.`;
    const before = read(text("OSX"), {});
    const after = read(text("OS"), {}, before);
    const written = ({ memory }: Reading) =>
      memory!.sections.flatMap(({ seen }) => seen.map((s) => s.written[0]));
    expect(said(after)).toEqual(said(read(text("OS"), {})));
    const [, , nausea] = written(before).map((one) => one?.written);
    expect(written(after).map((one) => one?.written)[2]).toBe(nausea);
    expect(written(after)[2]?.context).toBe(after.memory!.context);
  });

  it("reading on under other options gives what reading afresh under them gives", () => {
    fc.assert(
      fc.property(document, options, options, (text, before, after) => {
        expect(said(read(text, after, read(text, before)))).toEqual(said(read(text, after)));
      }),
      { numRuns: 100 },
    );
  });

  it("ids stay when another sentence is changed", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...SENTENCES), { minLength: 2, maxLength: 8 }),
        fc.nat(7),
        fc.constantFrom("Nobody died.", "The odds ratio was 3.3 (95% CI 1.2 to 9.1).", "It was 7.", ""),
        (parts, which, instead) => {
          const index = which % parts.length;
          const changed = parts.map((part, i) => (i === index ? instead : part));
          const text = (of: readonly string[]): string => `RESULTS: ${of.join(" ")}`;
          const before = read(text(parts), {}).statements;
          const after = read(text(changed), {}).statements;
          const start = text(parts.slice(0, index)).length + 1;
          const end = start + (parts[index]?.length ?? 0);
          const untouched = before.filter(({ range }) => range.end <= start || range.start >= end);
          const there = new Map(after.map((s) => [s.id, isStatement(s)]));
          for (const s of untouched) {
            // the same words twice are told apart by their number, which a change of the other may move
            if (before.filter((other) => isStatement(other) === isStatement(s)).length > 1) continue;
            if (after.filter((other) => isStatement(other) === isStatement(s)).length > 1) continue;
            expect(there.get(s.id), s.quote).toBe(isStatement(s));
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe("hostile text", () => {
  const time = (text: string): number => {
    const from = performance.now();
    read(text, {});
    return performance.now() - from;
  };

  it.each(["(", "1 ", "95% CI ", "vs ", "n = 3 ", "0.6 (", "12/34 ", "HR 0.7, "])(
    "takes time in proportion to its length: %j repeated",
    { retry: 2 },
    (part) => {
      const small = `RESULTS: ${part.repeat(Math.ceil(7_000 / part.length))}`;
      const large = `RESULTS: ${part.repeat(Math.ceil(70_000 / part.length))}`;
      const least = Math.max(Math.min(time(small), time(small)), 2);
      // ten times the text may take up to 50 times as long, where a quadratic reader takes 100 times
      expect(time(large)).toBeLessThan(50 * least);
    },
  );
});
