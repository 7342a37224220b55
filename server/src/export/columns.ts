/** Columns of the review table. Names and order are part of our contract with its readers. */

/**
 * "text" holds words of documents and people, "code" one of a closed list of ours;
 * "number-or-NR" a number, or NR where the document says not reached or not estimable.
 */
export type ColumnType = "text" | "code" | "number" | "number-or-NR" | "boolean";

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly description: string;
}

export const columns = [
  {
    name: "study_id",
    type: "text",
    description: "First author and year, made unique by a letter; the file's name where they are unknown.",
  },
  { name: "first_author", type: "text", description: "First author as the document names it." },
  { name: "year", type: "number", description: "Year of publication." },
  { name: "doi", type: "text", description: "DOI." },
  { name: "pmid", type: "text", description: "PubMed identifier." },
  {
    name: "outcome_code",
    type: "text",
    description: "Standard code of the outcome, or the protocol's: OS, PFS, ORR …",
  },
  { name: "outcome_text", type: "text", description: "The outcome in the document's words." },
  { name: "population", type: "text", description: "Analysis set named in the document." },
  {
    name: "kind",
    type: "code",
    description:
      "Kind of statement: effect, median, mean, landmark, proportion, group-size, p-value, test, other.",
  },
  {
    name: "measure",
    type: "text",
    description: "Measure of an effect (HR, OR …), statistic of a test (t, F …), name of any other value.",
  },
  { name: "adjusted", type: "boolean", description: "Whether an effect is adjusted; empty for other kinds." },
  {
    name: "group",
    type: "text",
    description: "Group that the value belongs to; of an effect, the exposed side.",
  },
  { name: "reference", type: "text", description: "Comparator of an effect." },
  { name: "n", type: "number", description: "Count of a proportion, or size of a group, as printed." },
  {
    name: "total",
    type: "number",
    description: "Denominator of a proportion as printed; never an inferred one.",
  },
  { name: "percent", type: "number", description: "Percentage of a proportion as printed." },
  {
    name: "value",
    type: "number-or-NR",
    description:
      "Value of an effect, median, mean, landmark rate, test or other statement; NR: not reached or not estimable.",
  },
  { name: "unit", type: "text", description: "Unit of value." },
  { name: "time_value", type: "number", description: "Time point of a landmark rate." },
  { name: "time_unit", type: "text", description: "Unit of time_value." },
  { name: "interval_type", type: "code", description: "CI, CrI, IQR, range, SE or SD." },
  { name: "interval_level", type: "number", description: "Level of the interval in percent." },
  {
    name: "interval_low",
    type: "number-or-NR",
    description: "Lower bound as printed; NR: not reached or not estimable.",
  },
  {
    name: "interval_high",
    type: "number-or-NR",
    description: "Upper bound as printed; NR: not reached or not estimable.",
  },
  { name: "p_comparator", type: "code", description: '=, <, >, <=, >=, or ns for a bare "not significant".' },
  { name: "p_value", type: "number", description: "p-value as printed." },
  {
    name: "p_tag",
    type: "code",
    description: "What the p-value is of, where said: interaction, trend, noninferiority, log-rank …",
  },
  { name: "yi", type: "number", description: "Derived: the estimate on the scale of yi_scale." },
  {
    name: "sei",
    type: "number",
    description: "Derived: standard error of yi; empty where the printed numbers do not give it.",
  },
  { name: "yi_scale", type: "code", description: "log, linear, logit or fisher-z." },
  {
    name: "sei_source",
    type: "text",
    description:
      "Formula of sei with its source. A standard deviation has no column of its own: it stands here as printed.",
  },
  { name: "decision", type: "code", description: "accepted, rejected, corrected, added, or undecided." },
  { name: "reviewer", type: "text", description: "Who decided." },
  {
    name: "findings",
    type: "text",
    description: "Rules that found something about the statement, each with its severity.",
  },
  { name: "quote", type: "text", description: "The statement in the document's words." },
  { name: "start", type: "number", description: "Start of the quote in UTF-16 code units." },
  { name: "end", type: "number", description: "End of the quote in UTF-16 code units, exclusive." },
  { name: "document", type: "text", description: "Path of the document." },
  { name: "sha256", type: "text", description: "SHA-256 of the document's bytes." },
] as const satisfies readonly Column[];

export type ColumnName = (typeof columns)[number]["name"];
export type Cell = string | number | boolean | null;

/** One line of the review table; null is an empty cell. */
export type Row = Readonly<Record<ColumnName, Cell>>;
