import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { expect, test } from "vitest";
import { columns, type Row } from "../../../server/src/export/columns.js";
import { toRows } from "../../../server/src/export/rows.js";
import { exampleTexts, HARD, reviewOfTexts } from "./documents.js";
import { toParquet } from "./written.js";

const rows = toRows(reviewOfTexts(new Map([...exampleTexts(), ...HARD])));

/** A copy, because the bytes may be part of a larger buffer. */
function fileOf(written: readonly Row[]): ArrayBuffer {
  return new Uint8Array(toParquet(written)).buffer;
}

test("is read back as the same values", async () => {
  const read = await parquetReadObjects({ file: fileOf(rows) });
  const back = read.map((record) =>
    Object.fromEntries(
      columns.map(({ name }) => [name, record[`${name}_nr`] === true ? "NR" : (record[name] as unknown)]),
    ),
  );
  expect(back).toEqual(rows);
});

test("has typed columns with their descriptions", () => {
  const { schema, key_value_metadata: pairs, created_by: by } = parquetMetadata(fileOf(rows));
  const types = Object.fromEntries(schema.map(({ name, type }) => [name, type]));
  expect(types).toMatchObject({
    study_id: "BYTE_ARRAY",
    year: "INT32",
    value: "DOUBLE",
    value_nr: "BOOLEAN",
    yi: "DOUBLE",
    adjusted: "BOOLEAN",
    start: "INT32",
  });
  expect(pairs?.map(({ key }) => key)).toEqual(["outcome-lens", ...columns.map(({ name }) => name)]);
  expect(by).toMatch(/^outcome-lens \d/);
});

test("is written a row group at a time, and read back whole", async () => {
  const many = Array.from({ length: 25_000 }, (_, i): Row => ({ ...rows[i % rows.length]!, start: i }));
  const file = fileOf(many);
  expect(parquetMetadata(file).row_groups.map(({ num_rows: count }) => Number(count))).toEqual([
    10_000, 10_000, 5_000,
  ]);
  const read = await parquetReadObjects({ file, columns: ["start", "quote"] });
  expect(read).toEqual(many.map(({ start, quote }) => ({ start, quote })));
});

test("of no rows is a file with columns", async () => {
  expect(await parquetReadObjects({ file: fileOf([]) })).toEqual([]);
});
