/** The page of the review table. */
import { columns } from "../../../server/src/export/columns.js";
import { writeTable } from "../../../server/src/export/csv.js";
import type { ColumnName } from "../../../server/src/lsp/messages.js";
import type { FromTable, ToTable } from "../views/webview/messages.js";
import { addStyle, h, Line, Picker, setWords, t, type Option } from "./dom.js";
import { Grid } from "./grid.js";
import pageStyle from "./page.css";
import { NO_FILTERS, Rows, type Filters, type PageRow, type Sorting } from "./rows.js";
import tableStyle from "./table.css";

interface State {
  readonly filters: Filters;
  readonly sorting: Sorting | null;
  readonly scroll: number;
}

addStyle(pageStyle + tableStyle);
const line = new Line<{ says: FromTable; hears: ToTable }, State>();
let { filters, sorting, scroll } = line.state({ filters: NO_FILTERS, sorting: null, scroll: 0 });

const rows = new Rows();
const status = h("div", { class: "status", role: "status" });
const empty = h("p", { class: "empty" });
const search = h("input", { id: "text", type: "search", value: filters.text });
const searchLabel = h("label", { for: "text" }, "Text");
const copy = h("button", { type: "button" }, "Copy");
const title = h("h1", {}, "Review table");

const grid = new Grid(rows, {
  open: ({ uri, range }, focus) => line.send({ type: "open", uri, range, focus }),
  sort: sortBy,
  moved: keep,
});

const pickers = {
  outcome: picker("outcome", "Outcome"),
  measure: picker("measure", "Measure"),
  decision: picker("decision", "Decision"),
  finding: picker("finding", "Finding"),
};

document.body.append(
  h(
    "main",
    {},
    h(
      "div",
      { class: "bar", role: "search" },
      title,
      h("div", { class: "field" }, searchLabel, search),
      ...Object.values(pickers).map(({ element }) => element),
      copy,
      status,
    ),
    empty,
    grid.element,
  ),
);
grid.element.hidden = true;

/** Counted once for the rows at hand: filters and sorting change nothing about them, and many rows take a while. */
let options: Options | undefined;

let typing: ReturnType<typeof setTimeout> | undefined;
search.addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(() => setFilter({ text: search.value }), 120);
});
copy.addEventListener("click", copyRows);
document.addEventListener("copy", (event) => {
  if (!grid.hasFocus) return;
  event.preventDefault();
  copyRows();
});

line.listen((message) => {
  switch (message.type) {
    case "words":
      setWords(message.words);
      return translate();
    case "rows":
      rows.take(message.rows, message.fresh);
      options = undefined;
      show();
      if (message.fresh) grid.scroll = scroll;
      return;
    case "select":
      return grid.mark(rows.at(message.place)?.key ?? null);
    case "failed":
      empty.textContent = message.message;
      empty.hidden = false;
  }
});
line.send({ type: "ready" });

function picker(name: "outcome" | "measure" | "decision" | "finding", english: string): Picker {
  return new Picker(name, english, (value) => setFilter({ [name]: value }));
}

function translate(): void {
  title.textContent = t("Review table");
  searchLabel.textContent = t("Text");
  copy.textContent = t("Copy as TSV");
  empty.textContent = t("Reading documents …");
  document.title = t("Review table");
}

function setFilter(change: Partial<Filters>): void {
  filters = { ...filters, ...change };
  show();
}

/** Up, down, and back to the order of the documents. */
function sortBy(column: ColumnName): void {
  sorting =
    sorting?.column !== column
      ? { column, descending: false }
      : sorting.descending
        ? null
        : { column, descending: true };
  show();
}

function show(): void {
  rows.arrange(filters, sorting);
  setOptions();
  grid.refresh(sorting);
  const [shown, all] = [rows.shown.length, rows.all.length];
  status.textContent = shown === all ? t("{0} statements", all) : t("{0} of {1} statements", shown, all);
  grid.element.hidden = all === 0;
  empty.hidden = shown > 0;
  empty.textContent =
    all === 0
      ? t("No document of this workspace reports results. Open a folder with abstracts or papers as text.")
      : t("No statement fits these filters.");
  copy.disabled = shown === 0;
  keep();
}

type Options = Readonly<Record<keyof typeof pickers, readonly Option[]>>;

function setOptions(): void {
  options ??= countOptions();
  for (const name of Object.keys(pickers) as (keyof typeof pickers)[])
    pickers[name].set(options[name], filters[name]);
}

function countOptions(): Options {
  const all: Option = { value: "", label: t("All") };
  const values = (of: (row: PageRow) => readonly string[]): Option[] => {
    const counts = new Map<string, number>();
    for (const row of rows.all) for (const value of of(row)) counts.set(value, (counts.get(value) ?? 0) + 1);
    return [...counts]
      .filter(([value]) => value !== "")
      .sort(([a], [b]) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1))
      .map(([value, count]) => ({ value, label: `${value} (${count})` }));
  };
  return {
    outcome: [all, ...values((row) => [rows.outcomeOf(row)])],
    measure: [all, ...values((row) => [rows.measureOf(row)])],
    decision: [all, ...values((row) => [String(rows.cell(row, "decision"))])],
    finding: [
      all,
      { value: "any", label: t("Any finding") },
      { value: "none", label: t("No finding") },
      ...values((row) => rows.findingsOf(row)),
    ],
  };
}

/** The selected rows, or all that are shown where the grid has no focus yet. Formulas are guarded as in files. */
function copyRows(): void {
  const selected = grid.selection();
  const chosen = selected.length > 0 ? selected : rows.shown;
  const shownColumns = columns.filter(({ name }) => rows.columns.includes(name));
  const table = chosen.map((row) =>
    Object.fromEntries(shownColumns.map(({ name }) => [name, rows.cell(row, name)])),
  );
  const text = [...writeTable({ columns: shownColumns, rows: table }, { separator: "\t" })].join("");
  line.send({ type: "copy", text, rows: chosen.length });
}

function keep(): void {
  if (rows.all.length > 0) scroll = grid.scroll;
  line.keep({ filters, sorting, scroll });
}
