/** The review table as Parquet, for corpora that are too large for a spreadsheet. */
import type { ColumnSource } from "hyparquet-writer";
// Not the package's entry for Node, which reads and writes files.
import { parquetWriteBuffer } from "hyparquet-writer/src/write.js";
import { VERSION } from "../../version.js";
import { columns, type Column, type ColumnName, type Row } from "../columns.js";

/** Whole by their nature; all other numbers are doubles. */
const WHOLE: ReadonlySet<string> = new Set<ColumnName>(["year", "start", "end"]);

/**
 * One column for each of the review table's, compressed with Snappy; an empty cell is null. A column that may say
 * "NR" holds numbers only, and has a boolean column `…_nr` beside it, true where the document says not reached.
 */
export function toParquet(rows: readonly Row[]): Uint8Array {
  const columnData = columns.flatMap((column) => sourcesOf(column, rows));
  const descriptions = columns.map(({ name, description }) => ({ key: name, value: description }));
  return new Uint8Array(
    parquetWriteBuffer({
      columnData,
      createdBy: `outcome-lens ${VERSION}`,
      kvMetadata: [{ key: "outcome-lens", value: "review table" }, ...descriptions],
    }),
  );
}

function sourcesOf({ name, type }: Column & { name: ColumnName }, rows: readonly Row[]): ColumnSource[] {
  const cells = rows.map((row) => row[name]);
  switch (type) {
    case "boolean":
      return [{ name, type: "BOOLEAN", nullable: true, data: cells }];
    case "number":
      return [{ name, type: WHOLE.has(name) ? "INT32" : "DOUBLE", nullable: true, data: cells }];
    case "number-or-NR":
      return [
        {
          name,
          type: "DOUBLE",
          nullable: true,
          data: cells.map((cell) => (typeof cell === "number" ? cell : null)),
        },
        { name: `${name}_nr`, type: "BOOLEAN", nullable: false, data: cells.map((cell) => cell === "NR") },
      ];
    case "text":
    case "code":
      return [{ name, type: "STRING", nullable: true, data: cells }];
  }
}
