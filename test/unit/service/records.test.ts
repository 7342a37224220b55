/** The outline and folds of a file of several studies. */
import { expect, test } from "vitest";
import { analyse } from "../../../server/src/analyse.js";
import { foldingRanges } from "../../../server/src/service/folding.js";
import { documentSymbols } from "../../../server/src/service/symbols.js";
import { placesOf } from "../../../server/src/cli/places.js";

const FILE = `PMID- 40000001
TI  - Poles after hip fracture
AB  - METHODS: We counted. RESULTS: Falls occurred in 30 of 120
      patients (25.0%).
SO  - Invented. 2020.

PMID- 40000002
AB  - Falls occurred in 30 of 120 patients (25.0%).
SO  - Invented. 2020.
`;

const analysis = analyse(FILE);
const { lines } = placesOf(FILE);

test("the outline has a study for each record, and in it its sections", () => {
  const outline = documentSymbols(analysis, lines);
  expect(outline.map(({ name, detail }) => [name, detail])).toEqual([
    ["Poles after hip fracture", "40000001 · 1 statement"],
    ["40000002", "1 statement"],
  ]);
  expect(outline[0]?.children?.map(({ range }) => range.start.line)).toEqual([1, 2, 2]);
  expect(outline.map(({ range }) => range.start.line)).toEqual([0, 6]);
});

test("a study folds, and in it what spans several lines", () => {
  const folds = foldingRanges(analysis, lines);
  expect(folds).toContainEqual({ startLine: 0, endLine: 4 });
  expect(folds).toContainEqual({ startLine: 6, endLine: 8 });
  expect(folds).toContainEqual({ startLine: 2, endLine: 3 });
});
