/** The review table as CSV (RFC 4180): UTF-8, comma, CRLF, a header line. TSV is the same with tabs. */
import { columns, type Cell, type Column, type Row } from "./columns.js";

export interface CsvOptions {
  /** Put a byte-order mark first, by which Excel knows UTF-8. */
  readonly bom?: boolean;
  readonly separator?: "," | "\t";
}

/** One file's lines and their columns; a cell that its column does not have is empty. */
export interface Table<Name extends string = string> {
  readonly columns: readonly Pick<Column & { name: Name }, "name" | "type">[];
  readonly rows: Iterable<Readonly<Partial<Record<Name, Cell>>>>;
}

/** The review table in pieces; see `writeTable`. */
export function toCsv(rows: Iterable<Row>, options: CsvOptions = {}): Generator<string> {
  return writeTable({ columns, rows }, options);
}

/**
 * Writes a table as CSV, a line a piece. Numbers stay bare, empty cells are empty, booleans are TRUE and FALSE as in R and spreadsheets.
 *
 * Text that a spreadsheet would take for a formula gets an apostrophe in front (CWE-1236); so does text that
 * already starts with apostrophes before such a character, so that taking one away always gives the text back.
 */
export function* writeTable<Name extends string>(
  { columns, rows }: Table<Name>,
  { bom = false, separator = "," }: CsvOptions = {},
): Generator<string> {
  const end = "\r\n";
  yield (bom ? "\uFEFF" : "") + columns.map(({ name }) => quoted(name, separator)).join(separator) + end;
  for (const row of rows) yield cells(columns, row, separator) + end;
}

/** A row's cells as they stand in its line, see `writeTable`. */
export function cells<Name extends string>(
  columns: Table<Name>["columns"],
  row: Readonly<Partial<Record<Name, Cell>>>,
  separator: "," | "\t" = ",",
): string {
  return columns.map(({ name, type }) => quoted(cell(row[name] ?? null, type), separator)).join(separator);
}

function quoted(text: string, separator: "," | "\t"): string {
  const needsQuotes = separator === "," ? /[",\r\n]/ : /["\t\r\n]/;
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

function cell(value: Cell, type: Column["type"]): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  const text = String(value);
  return type === "text" && FORMULA.test(text) ? `'${text}` : text;
}
