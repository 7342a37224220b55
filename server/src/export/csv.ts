/** The review table as CSV (RFC 4180): UTF-8, comma, CRLF, a header line. */
import { stringify } from "csv-stringify/sync";
import { columns, type Cell, type Column, type Row } from "./columns.js";

export interface CsvOptions {
  /** Put a byte-order mark first, by which Excel knows UTF-8. */
  readonly bom?: boolean;
}

/**
 * Writes rows as CSV. Numbers stay bare, empty cells are empty, booleans are true and false.
 *
 * Text that a spreadsheet would take for a formula gets an apostrophe in front (CWE-1236); so does text that
 * already starts with apostrophes before such a character, so that taking one away always gives the text back.
 */
export function toCsv(rows: readonly Row[], { bom = false }: CsvOptions = {}): string {
  const records = rows.map((row) => columns.map((column) => cell(row[column.name], column)));
  return stringify([columns.map(({ name }) => name), ...records], {
    bom,
    record_delimiter: "windows",
    // Quote lone line ends too: the library looks for its own record delimiter only.
    quoted_match: /[\r\n]/,
  });
}

const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

function cell(value: Cell, { type }: Column): string {
  if (value === null) return "";
  const text = String(value);
  return type === "text" && FORMULA.test(text) ? `'${text}` : text;
}
