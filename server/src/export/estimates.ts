/** The estimates of all analyses as one table, for metafor and for Stata. */
import type { Analysis } from "./analyses.js";
import type { Cell, ColumnName } from "./columns.js";
import { columns as reviewColumns } from "./columns.js";
import { writeTable, type Table } from "./csv.js";

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

const OWN = [
  { name: "analysis", type: "code" },
  { name: "use", type: "boolean" },
  { name: "study_id", type: "text" },
  { name: "year", type: "number" },
  { name: "yi", type: "number" },
  { name: "sei", type: "number" },
  { name: "vi", type: "number" },
  { name: "scale", type: "code" },
] as const;

/** One line for each estimate; `analysis` says which set it is of, `use` whether it is the one of its study. */
export function estimatesCsv(analyses: readonly Analysis[]): Generator<string> {
  const beside = reviewColumns.filter(({ name }) => (BESIDE as readonly string[]).includes(name));
  const table: Table = { columns: [...OWN, ...beside], rows: linesOf(analyses) };
  return writeTable(table);
}

/** Made one by one: a corpus has hundreds of thousands. */
function* linesOf(analyses: readonly Analysis[]): Generator<Record<string, Cell>> {
  for (const { id, scale, estimates } of analyses)
    for (const { row, yi, sei, use } of estimates)
      yield { ...row, analysis: id, use, yi, sei, vi: sei * sei, scale };
}
