import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { columns, type Cell, type Row } from "../../../server/src/export/columns.js";
import { toRows } from "../../../server/src/export/rows.js";
import { reviewOf, statement } from "./samples.js";
import { toCsv } from "./written.js";

const [plain = {} as Row] = toRows(reviewOf([statement("effect")]));

/** Reads a table as another program would, and takes the apostrophes off as the README says. */
function readBack(csv: string, delimiter = ","): Record<string, Cell>[] {
  const records: Record<string, string>[] = parse(csv, { columns: true, bom: true, delimiter });
  return records.map((record) =>
    Object.fromEntries(columns.map(({ name, type }) => [name, cellOf(record[name] ?? "?", type)])),
  );
}

function cellOf(text: string, type: (typeof columns)[number]["type"]): Cell {
  if (text === "") return null;
  if (type === "boolean") return text === "TRUE";
  if (type === "number" || (type === "number-or-NR" && text !== "NR")) return Number(text);
  return type === "text" ? text.replace(/^'('*[=+\-@\t\r\n＝＋－＠])/, "$1") : text;
}

const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0);
// Half a surrogate pair has no UTF-8 form; all other text must survive, formulas and line ends among it.
const tricky = fc.constantFrom(
  "=1+1",
  "+5",
  "-0.13 to 2",
  "@a",
  "\tx",
  "\r\n=x",
  "''=x",
  "'",
  "'a",
  "＝1",
  '"',
  ",",
  ";\n",
  "\r",
  " a ",
);
const text = fc
  .oneof(
    fc.string({ minLength: 1, unit: "grapheme" }),
    tricky,
    fc.tuple(tricky, tricky).map((parts) => parts.join("")),
  )
  .filter((value) => !value.startsWith("\ufeff"));

const cells = {
  text: fc.option(text),
  code: fc.option(fc.constantFrom("=", "<", "ns", "log", "effect")),
  number: fc.option(number),
  "number-or-NR": fc.option(fc.oneof(number, fc.constant("NR"))),
  boolean: fc.option(fc.boolean()),
};
const row = fc.record(
  Object.fromEntries(columns.map(({ name, type }) => [name, cells[type]])),
) as fc.Arbitrary<Row>;

describe("toCsv", () => {
  test("is read back as the same values", () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 4 }), fc.boolean(), (rows, bom) => {
        expect(readBack(toCsv(rows, { bom }))).toEqual(rows);
        expect(readBack(toCsv(rows, { bom, separator: "\t" }), "\t")).toEqual(rows);
      }),
      { numRuns: 300 },
    );
  });

  test("of no rows is the header alone", () => {
    expect(toCsv([])).toBe(columns.map(({ name }) => name).join(",") + "\r\n");
  });

  test("starts with a byte-order mark on request only", () => {
    expect(toCsv([], { bom: true })).toBe("\ufeff" + toCsv([]));
  });

  test.each([
    { cell: { value: -0.13 }, written: ",-0.13," },
    { cell: { value: 1e-12 }, written: ",1e-12," },
    { cell: { value: "NR" }, written: ",NR," },
    { cell: { p_comparator: "=" }, written: ",=," },
    { cell: { adjusted: true }, written: ",TRUE," },
    { cell: { quote: "a,b" }, written: ',"a,b",' },
    { cell: { quote: 'a "b"' }, written: ',"a ""b""",' },
    { cell: { quote: "95%\nCI" }, written: ',"95%\nCI",' },
    { cell: { quote: "a\rb" }, written: ',"a\rb",' },
    { cell: { quote: "-0.13 to 0.2" }, written: ",'-0.13 to 0.2," },
    { cell: { quote: "−0.13" }, written: ",−0.13," },
    { cell: { outcome_text: '=HYPERLINK("http://x")' }, written: `,"'=HYPERLINK(""http://x"")",` },
    { cell: { first_author: "@cmd" }, written: ",'@cmd," },
    { cell: { group: "'=x" }, written: ",''=x," },
    { cell: { group: "'t Hooft" }, written: ",'t Hooft," },
  ] satisfies { cell: Partial<Row>; written: string }[])("writes $cell as $written", ({ cell, written }) => {
    expect(
      toCsv([{ ...plain, ...cell }])
        .split("\r\n")
        .slice(1)
        .join("\r\n"),
    ).toContain(written);
  });
});
