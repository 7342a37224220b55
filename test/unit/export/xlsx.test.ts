import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { columns, type Cell } from "../../../server/src/export/columns.js";
import { toRows } from "../../../server/src/export/rows.js";
import { MAX_CELL } from "../../../server/src/export/workbook.js";
import { exampleTexts, HARD, reviewOfTexts } from "./documents.js";
import { toXlsx, writeWorkbook } from "./written.js";

const review = reviewOfTexts(new Map([...exampleTexts(), ...HARD]));

/** Sheets by name, cells by the letters of their column; read from the very markup that is promised. */
function readBack(bytes: Uint8Array): Record<string, Record<string, Cell>[]> {
  const files = unzipSync(bytes);
  const xml = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
  const names = [...xml("xl/workbook.xml").matchAll(/<sheet name="([^"]+)"/g)].map(([, name = ""]) => name);
  return Object.fromEntries(
    names.map((name, i) => [
      name,
      [...xml(`xl/worksheets/sheet${i + 1}.xml`).matchAll(/<row r="\d+">(.*?)<\/row>/gs)].map(
        ([, row = ""]) =>
          Object.fromEntries(
            [...row.matchAll(/<c r="([A-Z]+)\d+"(?: s="1")?(?: t="(\w+)")?>(.*?)<\/c>/gs)].map(
              ([, at = "", type, inner = ""]) => [at, cellOf(type, inner)],
            ),
          ),
      ),
    ]),
  );
}

function cellOf(type: string | undefined, inner: string): Cell {
  const value = inner.replace(/<[^>]+>/g, "");
  if (type === undefined) return Number(value);
  if (type === "b") return value === "1";
  return value
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&")
    .replace(/_x([0-9A-F]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

function values(row: Record<string, Cell> | undefined): Cell[] {
  return Object.values(row ?? {});
}

describe("the workbook", () => {
  const sheets = readBack(toXlsx(review));

  test("has four sheets", () => {
    expect(Object.keys(sheets)).toEqual(["Studies", "Results", "Findings", "About"]);
  });

  test("holds the rows of the review table with their types", () => {
    const [head, ...rows] = sheets["Results"] ?? [];
    expect(values(head)).toEqual(columns.map(({ name }) => name));
    const letters = Object.keys(head ?? {});
    const read = rows.map((row) => columns.map((_, i) => row[letters[i] ?? ""] ?? null));
    expect(read).toEqual(toRows(review).map((row) => columns.map(({ name }) => row[name])));
  });

  test("lists every study and every finding", () => {
    expect(sheets["Studies"]).toHaveLength(1 + review.studies.length);
    const findings = review.studies.flatMap((study) => study.findings);
    expect(sheets["Findings"]?.slice(1).map((row) => [row["B"], row["D"]])).toEqual(
      findings.map(({ rule, message }) => [rule, message]),
    );
  });

  test("keeps its header in sight and can be filtered", () => {
    const results = strFromU8(unzipSync(toXlsx(review))["xl/worksheets/sheet2.xml"] ?? new Uint8Array());
    expect(results).toContain(
      '<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>',
    );
    expect(results).toContain(`<autoFilter ref="A1:AM${1 + toRows(review).length}"/>`);
  });

  test("is the same bytes every time", () => {
    expect(toXlsx(review)).toEqual(toXlsx(review));
  });
});

test.each<{ name: string; cell: string; read?: string }>([
  { name: "control characters", cell: "a\u0000\u0007\u001fb\rc\nd\te" },
  { name: "what looks like an escape", cell: "_x0041_ _x00zz_" },
  { name: "markup", cell: '<a href="x">&amp;</a>' },
  { name: "half a surrogate pair", cell: "a\ud800b\udc00 😀", read: "a\ufffdb\ufffd 😀" },
  { name: "a text longer than a cell", cell: "x".repeat(40_000), read: `${"x".repeat(MAX_CELL - 1)}…` },
])("a cell keeps $name", ({ cell, read = cell }) => {
  const bytes = writeWorkbook([{ name: "S", columns: [{ name: "c", width: 9 }], rows: [[cell]] }]);
  expect(readBack(bytes)["S"]?.[1]?.["A"]).toBe(read);
});
