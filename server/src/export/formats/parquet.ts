/** The review table as Parquet, for corpora that are too large for a spreadsheet. */
import type { ColumnSource } from "hyparquet-writer";
// Not the package's entry for Node, which reads and writes files.
import { ByteWriter } from "hyparquet-writer/src/bytewriter.js";
import { ParquetWriter } from "hyparquet-writer/src/parquet-writer.js";
import { schemaFromColumnData } from "hyparquet-writer/src/schema.js";
import { VERSION } from "../../version.js";
import { COLUMN_DESCRIPTIONS } from "../columnDescriptions.js";
import { columns, type Column, type ColumnName, type Row } from "../columns.js";

/** Whole by their nature; all other numbers are doubles. */
const WHOLE: ReadonlySet<string> = new Set<ColumnName>(["year", "start", "end"]);

/** Rows that are held until they are written together: some 20 MB of them. */
const GROUP = 10_000;

/**
 * A table written piece by piece, a row group at a time, so that no more than one is held in memory.
 * One column for each of the review table's, compressed with Snappy; an empty cell is null. A column that may say
 * "NR" holds numbers only, and has a boolean column `…_nr` beside it, true where the document says not reached.
 */
export class ParquetTable {
  private readonly bytes = new ByteWriter();
  private readonly writer = new ParquetWriter({
    writer: this.bytes,
    schema: schemaFromColumnData({ columnData: sources([]) }),
    createdBy: `outcome-lens ${VERSION}`,
    kvMetadata: [
      { key: "outcome-lens", value: "review table" },
      ...Object.entries(COLUMN_DESCRIPTIONS).map(([key, value]) => ({ key, value })),
    ],
  });
  private rows: Row[] = [];

  /** @returns what can be written now, often nothing */
  add(row: Row): Uint8Array | undefined {
    this.rows.push(row);
    if (this.rows.length < GROUP) return undefined;
    this.writeGroup();
    return this.taken();
  }

  /** @returns the last group and the table's directory */
  end(): Uint8Array {
    if (this.rows.length > 0) this.writeGroup();
    void this.writer.finish();
    return this.taken();
  }

  private writeGroup(): void {
    void this.writer.write({ columnData: sources(this.rows), rowGroupSize: GROUP });
    this.rows = [];
  }

  /** The library counts offsets apart from what its buffer holds, so that the buffer can be emptied. */
  private taken(): Uint8Array {
    const { bytes } = this;
    const taken = bytes.getBytes().slice();
    bytes.index = 0;
    return taken;
  }
}

export function* toParquet(rows: Iterable<Row>): Generator<Uint8Array> {
  const table = new ParquetTable();
  for (const row of rows) {
    const bytes = table.add(row);
    if (bytes !== undefined) yield bytes;
  }
  yield table.end();
}

function sources(rows: readonly Row[]): ColumnSource[] {
  return columns.flatMap((column) => sourcesOf(column, rows));
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
