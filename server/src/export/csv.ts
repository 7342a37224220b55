/** The review table as CSV (RFC 4180): UTF-8, comma, CRLF, a header line. */
import { columns, type Cell, type Column, type Row } from "./columns.js";

export interface CsvOptions {
  /** Put a byte-order mark first, by which Excel knows UTF-8. */
  readonly bom?: boolean;
}

/**
 * Writes rows as CSV. Numbers stay bare, empty cells are empty, booleans are TRUE and FALSE as in R and spreadsheets.
 *
 * Text that a spreadsheet would take for a formula gets an apostrophe in front (CWE-1236); so does text that
 * already starts with apostrophes before such a character, so that taking one away always gives the text back.
 */
export function toCsv(rows: readonly Row[], { bom = false }: CsvOptions = {}): string {
  const lines = rows.map((row) => columns.map((column) => cell(row[column.name], column)));
  const table = [columns.map(({ name }) => name), ...lines].map(
    (cells) => cells.map(quoted).join(",") + "\r\n",
  );
  return (bom ? "\uFEFF" : "") + table.join("");
}

/** By hand, because the common libraries need Node's Buffer and this must run in browsers too. */
function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

function cell(value: Cell, { type }: Column): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  const text = String(value);
  return type === "text" && FORMULA.test(text) ? `'${text}` : text;
}
