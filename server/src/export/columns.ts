/** Columns of the review table. Names and order are part of our contract with its readers. */

/**
 * "text" holds words of documents and people, "code" one of a closed list of ours;
 * "number-or-NR" a number, or NR where the document says not reached or not estimable.
 */
export type ColumnType = "text" | "code" | "number" | "number-or-NR" | "boolean";

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
}

export const columns = [
  { name: "study_id", type: "text" },
  { name: "first_author", type: "text" },
  { name: "year", type: "number" },
  { name: "doi", type: "text" },
  { name: "pmid", type: "text" },
  { name: "outcome_code", type: "text" },
  { name: "outcome_text", type: "text" },
  { name: "population", type: "text" },
  { name: "kind", type: "code" },
  { name: "measure", type: "text" },
  { name: "adjusted", type: "boolean" },
  { name: "group", type: "text" },
  { name: "reference", type: "text" },
  { name: "n", type: "number" },
  { name: "total", type: "number" },
  { name: "percent", type: "number" },
  { name: "value", type: "number-or-NR" },
  { name: "unit", type: "text" },
  { name: "time_value", type: "number" },
  { name: "time_unit", type: "text" },
  { name: "interval_type", type: "code" },
  { name: "interval_level", type: "number" },
  { name: "interval_low", type: "number-or-NR" },
  { name: "interval_high", type: "number-or-NR" },
  { name: "p_comparator", type: "code" },
  { name: "p_value", type: "number" },
  { name: "p_tag", type: "code" },
  { name: "yi", type: "number" },
  { name: "sei", type: "number" },
  { name: "yi_scale", type: "code" },
  { name: "sei_source", type: "text" },
  { name: "decision", type: "code" },
  { name: "reviewer", type: "text" },
  { name: "findings", type: "text" },
  { name: "quote", type: "text" },
  { name: "start", type: "number" },
  { name: "end", type: "number" },
  { name: "document", type: "text" },
  { name: "sha256", type: "text" },
] as const satisfies readonly Column[];

export type ColumnName = (typeof columns)[number]["name"];
export type Cell = string | number | boolean | null;

/** One line of the review table; null is an empty cell. */
export type Row = Readonly<Record<ColumnName, Cell>>;
