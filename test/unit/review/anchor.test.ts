import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findTarget, followEdit, targetOf } from "../../../server/src/review/anchor.js";

const TEXT =
  "Methods: Falls were counted.\nResults: Falls fell in 12/40 (30%) of patients with balance training and " +
  "in 12/40 (30%) of controls. The hazard ratio was 0.73 (95% CI 0.56 to 0.95).\nConclusion: 12/40 (30%) is few.\n";

/** The n-th occurrence of words in a text. */
function rangeOf(text: string, words: string, n = 0): { start: number; end: number } {
  let start = text.indexOf(words);
  for (let i = 0; i < n; i++) start = text.indexOf(words, start + 1);
  return { start, end: start + words.length };
}

describe("findTarget", () => {
  const cases: readonly (readonly [
    name: string,
    words: string,
    n: number,
    edit: (text: string) => string,
    found: number | null,
  ])[] = [
    ["the same text", "12/40 (30%)", 1, (text) => text, 1],
    ["lines before it", "12/40 (30%)", 1, (text) => `A title\n\n${text}`, 1],
    ["an equal quote before it", "12/40 (30%)", 1, (text) => `12/40 (30%) is few.\n${text}`, 2],
    ["another equal quote edited", "12/40 (30%)", 1, (text) => text.replace("12/40", "13/40"), 0],
    ["the quote edited, equal ones left", "12/40 (30%)", 0, (text) => text.replace("12/40", "13/40"), null],
    [
      "the quote deleted",
      "12/40 (30%)",
      1,
      (text) => text.replace("in 12/40 (30%) of controls", "in controls"),
      null,
    ],
    ["the words before it edited", "0.73", 0, (text) => text.replace("hazard ratio was", "HR:"), 0],
    ["the words after it edited", "0.73", 0, (text) => text.replace("(95% CI", "[95 % confidence"), 0],
    ["a digit before it", "0.73", 0, (text) => text.replace("0.73", "10.73"), null],
    ["a digit after it", "0.73", 0, (text) => text.replace("0.73", "0.731"), null],
    ["a sign before it", "0.73", 0, (text) => text.replace("0.73", "−0.73"), null],
    [
      "a copy of its sentence before it",
      "0.73",
      0,
      (text) => text.replace("The hazard", "TThe hazard ratio was 0.73 (95% CI 0.56 to 0.95). e hazard"),
      null,
    ],
    [
      "a copy of its sentence, and grown itself",
      "0.73 (95% CI 0.56 to 0.95",
      0,
      (text) => text.replace("0.95)", "0.95The hazard ratio was 0.73 (95% CI 0.56 to 0.95))"),
      null,
    ],
    ["other line ends", "Falls were counted.\nResults", 0, (text) => text.replaceAll("\n", "\r\n"), 0],
  ];
  test.each(cases)("%s", (_name, words, n, edit, found) => {
    const target = targetOf(TEXT, rangeOf(TEXT, words, n));
    const edited = edit(TEXT);
    const lineEnds = edited.includes("\r\n") ? words.replaceAll("\n", "\r\n") : words;
    expect(findTarget(edited, target)).toEqual(found === null ? null : rangeOf(edited, lineEnds, found));
  });

  test("keeps enough around a quote that stands in repeated words", () => {
    const row = "Overall survival at one year was 45% with the drug and with placebo alike.\n";
    const text = `First stratum.\n${row}Second stratum.\n${row}Third stratum.\n${row}`;
    const ranges = [0, 1, 2].map((n) => rangeOf(text, "45%", n));
    const targets = ranges.map((range) => targetOf(text, range));
    expect(targets.map((target) => findTarget(`Title\n${text}`, target)?.start)).toEqual(
      ranges.map(({ start }) => start + 6),
    );
    const edited = text.replace("45%", "46%");
    expect(targets.map((target) => findTarget(edited, target)?.start)).toEqual([
      undefined,
      ranges[1]?.start,
      ranges[2]?.start,
    ]);
  });

  test("finds a quote among its very like only where it was", () => {
    const text = "Mortality was 4% in either group.\n".repeat(60);
    const target = targetOf(text, rangeOf(text, "4%", 30));
    expect(target.repeated).toBe(true);
    expect(findTarget(text, target)).toEqual(rangeOf(text, "4%", 30));
    expect(findTarget(`Title\n${text}`, target)).toBeNull();
  });
});

/** Texts with many equal numbers and few words, in which wrong places are easy to find. */
const pieces = fc.array(
  fc.oneof(
    fc.constantFrom(
      "12/40 (30%)",
      "HR 0.73",
      "(95% CI 0.56 to 0.95)",
      " with placebo",
      " of patients",
      ". ",
      "\n",
      " and ",
      "p = 0.02",
    ),
    fc.string({ unit: "grapheme", maxLength: 12 }),
  ),
  { minLength: 3, maxLength: 60 },
);

const edit = fc.record({
  at: fc.nat(),
  length: fc.nat({ max: 12 }),
  put: fc.string({ unit: "grapheme", maxLength: 12 }),
});

describe("properties", () => {
  test("an edit away from the quote never moves a decision to another place, nor loses it where it was followed", () => {
    fc.assert(
      fc.property(
        pieces,
        fc.nat(),
        fc.nat({ max: 20 }),
        edit,
        (parts, from, length, { at, length: cut, put }) => {
          const text = parts.join("");
          const start = from % Math.max(1, text.length);
          const end = Math.min(text.length, start + 1 + length);
          const target = targetOf(text, { start, end });
          const before = at % 2 === 0;
          const place = before ? at % (start + 1) : end + (at % (text.length - end + 1));
          const cutEnd = Math.min(before ? start : text.length, place + cut);
          const edited = text.slice(0, place) + put + text.slice(cutEnd);
          const moved = before ? put.length - (cutEnd - place) : 0;
          const expected = { start: start + moved, end: end + moved };
          const joined = [start, end].some((edge) => edge >= place && edge <= cutEnd);
          const followed = followEdit(text, edited)({ start, end });
          if (!joined && followed === null) {
            // The hull of the edit may touch the quote where the same characters were put in and cut.
            expect(text.slice(start, end)).toBe(target.exact);
          }
          if (followed !== null && edited.slice(followed.start, followed.end) === target.exact) {
            expect(edited.slice(followed.start, followed.end)).toBe(
              edited.slice(expected.start, expected.end),
            );
          }
          const found = findTarget(edited, target);
          if (found !== null && target.repeated !== true && !copies(put)) expect(found).toEqual(expected);
        },
      ),
    );
  });

  test("an edit inside the quote makes it stale", () => {
    fc.assert(
      fc.property(
        pieces,
        fc.nat(),
        fc.integer({ min: 2, max: 20 }),
        fc.nat(),
        fc.string({ minLength: 1, maxLength: 6 }),
        (parts, from, length, at, put) => {
          const text = parts.join("");
          fc.pre(text.length > 3);
          const start = from % (text.length - 2);
          const end = Math.min(text.length, start + length);
          fc.pre(end - start >= 2);
          const place = start + 1 + (at % (end - start - 1));
          const edited = text.slice(0, place) + put + text.slice(place);
          const target = targetOf(text, { start, end });
          fc.pre(target.repeated !== true);
          const found = findTarget(edited, target);
          // Where the words typed complete the quote again, the very same characters stand there.
          if (found !== null) expect(overlaps(found, { start, end: end + put.length })).toBe(true);
        },
      ),
    );
  });
});

const copies = (put: string): boolean => put.length > 6;
const overlaps = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
  a.start < b.end && b.start < a.end;
