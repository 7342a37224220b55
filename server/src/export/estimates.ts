/** The estimates of all analyses as one table, for metafor and for Stata. */
import { analysesOf, type Analysis } from "./analyses.js";
import type { ColumnName, Row } from "./columns.js";
import { columns as reviewColumns } from "./columns.js";
import { cells, writeTable } from "./csv.js";
import { PackedTexts } from "./packed.js";

/** Columns of the review table that stand beside each estimate. */
const BESIDE = [
  "outcome_code",
  "outcome_text",
  "measure",
  "adjusted",
  "group",
  "reference",
  "population",
  "value",
  "interval_low",
  "interval_high",
  "interval_level",
  "sei_source",
  "decision",
  "quote",
  "document",
  "start",
  "end",
] as const satisfies readonly ColumnName[];

/** What the set says of an estimate. */
const OF_SET = [
  { name: "analysis", type: "code" },
  { name: "use", type: "boolean" },
] as const;

const OF_ROW = [
  { name: "study_id", type: "text" },
  { name: "year", type: "number" },
  { name: "yi", type: "number" },
  { name: "sei", type: "number" },
  { name: "vi", type: "number" },
  { name: "scale", type: "code" },
  ...reviewColumns.filter(({ name }) => (BESIDE as readonly string[]).includes(name)),
] as const;

/** An estimate's line but for what its set says of it. */
function estimateLine(row: Row): string {
  const { sei } = row;
  const vi = typeof sei === "number" ? sei * sei : null;
  return cells(OF_ROW, { ...row, vi, scale: row.yi_scale });
}

/** The sets of all estimates. Of a row only its line is held, packed: a corpus has hundreds of thousands. */
export interface EstimateSets {
  readonly analyses: readonly Analysis<number>[];
  readonly lines: PackedTexts;
}

export function estimateSets(rows: Iterable<Row>): EstimateSets {
  const lines = new PackedTexts();
  return { lines, analyses: analysesOf(rows, (row) => lines.add(estimateLine(row))) };
}

/** One line for each estimate; `analysis` says which set it is of, `use` whether it is the one of its study. */
export function* estimatesCsv({ analyses, lines }: EstimateSets): Generator<string> {
  yield* writeTable({ columns: [...OF_SET, ...OF_ROW], rows: [] });
  for (const { id, rows, use } of analyses)
    for (const [i, row] of rows.entries())
      yield `${cells(OF_SET, { analysis: id, use: use[i] ?? false })},${lines.get(row)}\r\n`;
}
