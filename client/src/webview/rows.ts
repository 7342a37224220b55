/** The rows of the table as the page holds them: filtered, sorted, found again after a change. */
import type { Cell, ColumnName, RowsResult, TableRow } from "../../../server/src/lsp/messages.js";
import type { Place } from "../views/webview/messages.js";

export interface PageRow extends TableRow {
  readonly uri: string;
  /** Names the row while its text around it changes. */
  readonly key: string;
}

export interface Filters {
  readonly text: string;
  /** Empty: all. */
  readonly outcome: string;
  readonly measure: string;
  readonly decision: string;
  /** A rule's id, "any" or "none". */
  readonly finding: string;
}

export interface Sorting {
  readonly column: ColumnName;
  readonly descending: boolean;
}

export const NO_FILTERS: Filters = { text: "", outcome: "", measure: "", decision: "", finding: "" };

export class Rows {
  columns: readonly ColumnName[] = [];
  /** What the filters let through, in the order of the sorting. */
  shown: readonly PageRow[] = [];
  all: readonly PageRow[] = [];
  private readonly documents = new Map<string, readonly PageRow[]>();
  private readonly texts = new WeakMap<PageRow, string>();

  take({ columns, order, changed }: RowsResult, fresh: boolean): void {
    if (fresh) this.documents.clear();
    this.columns = columns;
    for (const { uri, rows } of changed) this.documents.set(uri, keyed(uri, rows, this.column("quote")));
    this.all = order.flatMap((uri) => this.documents.get(uri) ?? []);
  }

  column(name: ColumnName): number {
    return this.columns.indexOf(name);
  }

  cell({ cells }: PageRow, name: ColumnName): Cell {
    return cells[this.column(name)] ?? null;
  }

  outcomeOf(row: PageRow): string {
    return String(this.cell(row, "outcome_code") ?? this.cell(row, "outcome_text") ?? "");
  }

  /** Measure of an effect, else the kind of statement. */
  measureOf(row: PageRow): string {
    return this.cell(row, "kind") === "effect"
      ? String(this.cell(row, "measure"))
      : String(this.cell(row, "kind"));
  }

  /** Ids of the rules that found something. */
  findingsOf(row: PageRow): string[] {
    const findings = this.cell(row, "findings");
    return findings === null
      ? []
      : String(findings)
          .split("; ")
          .map((finding) => finding.replace(/ \(.*$/, ""));
  }

  arrange(filters: Filters, sorting: Sorting | null): void {
    const words = filters.text
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== "");
    const shown = this.all.filter((row) => this.passes(row, filters, words));
    this.shown = sorting === null ? shown : this.sorted(shown, sorting);
  }

  /** The first row whose statement and the place share a character, or that the cursor stands in. */
  at({ uri, range: { start, end } }: Place): PageRow | undefined {
    const before = (a: typeof start, b: typeof start): boolean =>
      a.line < b.line || (a.line === b.line && a.character <= b.character);
    const touching = this.documents
      .get(uri)
      ?.filter(({ range }) => before(range.start, end) && before(start, range.end));
    return touching?.find(({ range }) => before(range.start, start)) ?? touching?.[0];
  }

  private passes(row: PageRow, filters: Filters, words: readonly string[]): boolean {
    const { outcome, measure, decision, finding } = filters;
    if (outcome !== "" && this.outcomeOf(row) !== outcome) return false;
    if (measure !== "" && this.measureOf(row) !== measure) return false;
    if (decision !== "" && this.cell(row, "decision") !== decision) return false;
    if (finding !== "") {
      const found = this.findingsOf(row);
      if (
        finding === "none"
          ? found.length > 0
          : finding === "any"
            ? found.length === 0
            : !found.includes(finding)
      )
        return false;
    }
    if (words.length === 0) return true;
    const text = this.textOf(row);
    return words.every((word) => text.includes(word));
  }

  private textOf(row: PageRow): string {
    let text = this.texts.get(row);
    if (text === undefined) {
      text = row.cells.join("\u0001").toLowerCase();
      this.texts.set(row, text);
    }
    return text;
  }

  /** Numbers before text, empty cells last whichever way. */
  private sorted(rows: readonly PageRow[], { column, descending }: Sorting): PageRow[] {
    const sign = descending ? -1 : 1;
    const at = this.column(column);
    const keys = new Map(rows.map((row) => [row, sortKey(row.cells[at] ?? null)]));
    return [...rows].sort((a, b) => {
      const [x, y] = [keys.get(a) ?? null, keys.get(b) ?? null];
      if (x === y) return 0;
      if (x === null || y === null) return x === null ? 1 : -1;
      if (typeof x !== typeof y) return typeof x === "number" ? -1 : 1;
      return x < y ? -sign : sign;
    });
  }
}

function sortKey(cell: Cell): number | string | null {
  return typeof cell === "string" ? cell.toLowerCase() : cell === null ? null : Number(cell);
}

/** By its words and how often they came before, so that an edit elsewhere does not rename it. */
function keyed(uri: string, rows: readonly TableRow[], quote: number): PageRow[] {
  const times = new Map<string, number>();
  return rows.map((row) => {
    const words = String(row.cells[quote]);
    const time = (times.get(words) ?? 0) + 1;
    times.set(words, time);
    return { ...row, uri, key: `${uri} ${words} ${time}` };
  });
}
