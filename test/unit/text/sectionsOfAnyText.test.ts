/** Whatever the text: sections cover it, and after an edit they are those of the text read afresh. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { changeOf, widened } from "../../../server/src/text/change.js";
import { sections, sectionsOf, walked } from "../../../server/src/text/sections.js";

const words = fc.constantFrom(
  "RESULTS:",
  "Results\n",
  "\n\n",
  "References\n",
  "Copyright © 2020",
  "Of 9 people",
  " ",
  "1. ",
  "Keywords: a",
  "—",
  "Title\n",
  "---\n",
  "BODY.",
  ":",
  "(1)",
  "Citing Articles\n",
);
it("a text has after an edit the sections that it has read afresh", () => {
  const lines = fc.oneof(
    {
      weight: 30,
      arbitrary: fc.nat(9).map((n) => `${"Nobody knows of any lamb that slept so long. ".repeat(n)}\n`),
    },
    { weight: 1, arbitrary: words },
  );
  const parts = fc.array(lines, { minLength: 100, maxLength: 300, size: "max" });
  const edit = fc.record({ at: fc.nat(30_000), removed: fc.nat(300), added: fc.oneof(words, fc.string()) });
  fc.assert(
    fc.property(parts, fc.array(edit, { minLength: 1, maxLength: 5 }), (first, edits) => {
      let text = first.join("");
      let found = walked(text);
      for (const { at, removed, added } of edits) {
        const old = text;
        text = text.slice(0, at) + added + text.slice(at + removed);
        const wide = widened(changeOf(old, text), 80, text);
        expect(sectionsOf(walked(text, found))).toEqual(sections(text));
        found = walked(text, found, wide);
        expect(sectionsOf(found)).toEqual(sections(text));
      }
    }),
  );
});

it("a text is covered without gap or overlap", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(words, { maxLength: 40 }).map((parts) => parts.join("")),
      ),
      (text) => {
        let at = 0;
        for (const section of sections(text)) {
          expect(section.range.start).toBe(at);
          expect(section.bodyStart).toBeGreaterThanOrEqual(section.range.start);
          expect(section.bodyStart).toBeLessThanOrEqual(section.range.end);
          at = section.range.end;
        }
        expect(at).toBe(text.length);
      },
    ),
  );
});
