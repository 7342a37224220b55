/**
 * A grid of many rows of which only those in sight exist. ARIA grid: the whole count is told, one cell is in the tab
 * order, arrows move it.
 */
import type { ColumnName } from "../../../server/src/lsp/messages.js";
import { isNumber, widthOf } from "./columnLook.js";
import { h, t } from "./dom.js";
import type { PageRow, Rows, Sorting } from "./rows.js";

const ROW_HEIGHT = 24;
/** Rows beyond the edges that exist too, so that scrolling shows no gaps. */
const BEYOND = 10;

export interface GridActions {
  /** @param focus the keyboard goes along */
  readonly open: (row: PageRow, focus: boolean) => void;
  readonly sort: (column: ColumnName) => void;
  /** Which cell has the focus, or how far the grid is scrolled, changed. */
  readonly moved: () => void;
}

export class Grid {
  readonly element: HTMLElement;
  private readonly grid = h("div", { class: "grid", role: "grid", "aria-multiselectable": "true" });
  private readonly head = h("div", { class: "head", role: "rowgroup" });
  private readonly body = h("div", { class: "body", role: "rowgroup" });
  /** Row −1 is the header. */
  private at = { row: -1, column: 0 };
  /** The other end of the selection. */
  private anchor = 0;
  /** The row of the cell that has the focus; undefined for the header. */
  private focusKey: string | undefined;
  /** The row that the text's selection is about. */
  private current: string | null = null;
  private readonly made = new Map<number, HTMLElement>();

  constructor(
    private readonly rows: Rows,
    private readonly actions: GridActions,
  ) {
    this.grid.append(this.head, this.body);
    this.element = h("div", { class: "scroller" }, this.grid);
    this.element.addEventListener("scroll", () => {
      this.draw();
      actions.moved();
    });
    new ResizeObserver(() => this.draw()).observe(this.element);
    this.grid.addEventListener("keydown", (event) => this.key(event));
    this.grid.addEventListener("click", (event) => this.click(event));
  }

  get scroll(): number {
    return this.element.scrollTop;
  }

  set scroll(top: number) {
    this.element.scrollTop = top;
  }

  get hasFocus(): boolean {
    return this.grid.contains(document.activeElement);
  }

  /** Rows from one end of the selection to the other. */
  selection(): readonly PageRow[] {
    if (this.at.row < 0) return [];
    const [from, to] = [Math.min(this.at.row, this.anchor), Math.max(this.at.row, this.anchor)];
    return this.rows.shown.slice(from, to + 1);
  }

  /** After the rows changed. The cell that had the focus keeps it, wherever its row is now. */
  refresh(sorting: Sorting | null): void {
    const focused = this.hasFocus;
    this.grid.setAttribute("aria-label", t("Review table"));
    this.grid.setAttribute("aria-rowcount", String(this.rows.shown.length + 1));
    this.grid.setAttribute("aria-colcount", String(this.rows.columns.length));
    this.body.style.height = `${this.rows.shown.length * ROW_HEIGHT}px`;
    const row =
      this.focusKey === undefined ? -1 : this.rows.shown.findIndex(({ key }) => key === this.focusKey);
    this.at = { ...this.at, row: row >= 0 ? row : Math.min(this.at.row, this.rows.shown.length - 1) };
    this.anchor = this.at.row;
    this.drawHead(sorting);
    this.clear();
    this.draw();
    if (focused) this.focus();
  }

  /** Marks the row that the text's selection is about, and brings it into sight. */
  mark(key: string | null): void {
    if (key === this.current) return;
    this.current = key;
    const index = this.rows.shown.findIndex((row) => row.key === key);
    if (index >= 0 && !this.hasFocus) this.intoSight(index);
    this.draw();
    this.mend();
  }

  /** What rows say of themselves, without making them anew: a cell that is taken away loses the keyboard. */
  private mend(): void {
    for (const [index, element] of this.made) {
      element.setAttribute("aria-selected", String(this.isSelected(index)));
      if (this.rows.shown[index]?.key === this.current) element.setAttribute("aria-current", "true");
      else element.removeAttribute("aria-current");
    }
  }

  private isSelected(index: number): boolean {
    const [from, to] = [Math.min(this.at.row, this.anchor), Math.max(this.at.row, this.anchor)];
    return index >= from && index <= to && this.at.row >= 0;
  }

  private drawHead(sorting: Sorting | null): void {
    const cells = this.rows.columns.map((name, column) => {
      const sorted = sorting?.column === name;
      const direction = sorting?.descending === true ? "descending" : "ascending";
      const mark = sorted ? (sorting.descending ? " ▼" : " ▲") : "";
      const cell = h(
        "div",
        {
          class: `cell${isNumber(name) ? " number" : ""}`,
          role: "columnheader",
          "aria-colindex": column + 1,
          "aria-sort": sorted ? direction : "none",
          tabindex: this.at.row === -1 && this.at.column === column ? 0 : -1,
        },
        name + mark,
      );
      cell.style.width = `${widthOf(name)}px`;
      return cell;
    });
    this.head.replaceChildren(h("div", { class: "row", role: "row", "aria-rowindex": 1 }, ...cells));
  }

  private clear(): void {
    for (const element of this.made.values()) element.remove();
    this.made.clear();
  }

  private draw(): void {
    const { shown } = this.rows;
    const first = Math.max(0, Math.floor(this.element.scrollTop / ROW_HEIGHT) - BEYOND);
    const last = Math.min(
      shown.length - 1,
      Math.ceil((this.element.scrollTop + this.element.clientHeight) / ROW_HEIGHT) + BEYOND,
    );
    for (const [index, element] of this.made) {
      // The row with the focus stays, or the keyboard would be lost by scrolling.
      if ((index < first || index > last) && index !== this.at.row) {
        element.remove();
        this.made.delete(index);
      }
    }
    for (let index = first; index <= last; index += 1) this.make(index);
    if (this.at.row >= 0) this.make(this.at.row);
  }

  private make(index: number): void {
    const row = this.rows.shown[index];
    if (row === undefined || this.made.has(index)) return;
    const element = h("div", {
      class: "row",
      role: "row",
      "aria-rowindex": index + 2,
      "aria-selected": String(this.isSelected(index)),
      "aria-current": row.key === this.current ? "true" : undefined,
    });
    element.style.top = `${index * ROW_HEIGHT}px`;
    element.dataset["index"] = String(index);
    element.append(
      ...row.cells.map((value, column) => {
        const name = this.rows.columns[column]!;
        const text = value === null ? "" : String(value);
        const cell = h(
          "div",
          {
            class: `cell${isNumber(name) ? " number" : ""}`,
            role: "gridcell",
            "aria-colindex": column + 1,
            tabindex: this.at.row === index && this.at.column === column ? 0 : -1,
            title: text.length > 12 ? text : undefined,
          },
          text,
        );
        cell.style.width = `${widthOf(name)}px`;
        return cell;
      }),
    );
    this.made.set(index, element);
    // In the order of the rows, which is the order in which they are read aloud.
    const next = [...this.body.children].find(
      (other) => Number((other as HTMLElement).dataset["index"]) > index,
    );
    this.body.insertBefore(element, next ?? null);
  }

  private cellAt(row: number, column: number): HTMLElement | undefined {
    const line = row < 0 ? this.head.firstElementChild : this.made.get(row);
    return line?.children[column] as HTMLElement | undefined;
  }

  private focus(): void {
    this.cellAt(this.at.row, this.at.column)?.focus({ preventScroll: true });
  }

  private moveTo(row: number, column: number, extend: boolean): void {
    const to = {
      row: Math.max(-1, Math.min(row, this.rows.shown.length - 1)),
      column: Math.max(0, Math.min(column, this.rows.columns.length - 1)),
    };
    this.cellAt(this.at.row, this.at.column)?.setAttribute("tabindex", "-1");
    this.at = to;
    this.focusKey = this.rows.shown[to.row]?.key;
    if (!extend) this.anchor = to.row;
    if (to.row >= 0) this.intoSight(to.row);
    this.draw();
    this.mend();
    const cell = this.cellAt(to.row, to.column);
    cell?.setAttribute("tabindex", "0");
    this.focus();
    if (cell !== undefined) this.columnIntoSight(cell);
    this.actions.moved();
  }

  private intoSight(row: number): void {
    const top = row * ROW_HEIGHT;
    const height = this.element.clientHeight - this.head.offsetHeight - ROW_HEIGHT;
    if (top < this.element.scrollTop) this.element.scrollTop = top;
    else if (top > this.element.scrollTop + height) this.element.scrollTop = top - height;
  }

  private columnIntoSight(cell: HTMLElement): void {
    const { offsetLeft: left, offsetWidth: width } = cell;
    if (left < this.element.scrollLeft) this.element.scrollLeft = left;
    else if (left + width > this.element.scrollLeft + this.element.clientWidth)
      this.element.scrollLeft = left + width - this.element.clientWidth;
  }

  private key(event: KeyboardEvent): void {
    const { row, column } = this.at;
    const page = Math.max(1, Math.floor(this.element.clientHeight / ROW_HEIGHT) - 2);
    const far = event.ctrlKey || event.metaKey;
    const moves: Readonly<Record<string, readonly [number, number]>> = {
      ArrowDown: [row + 1, column],
      ArrowUp: [row - 1, column],
      ArrowRight: [row, column + 1],
      ArrowLeft: [row, column - 1],
      PageDown: [row + page, column],
      PageUp: [Math.max(0, row - page), column],
      Home: [far ? 0 : row, 0],
      End: [far ? this.rows.shown.length - 1 : row, this.rows.columns.length - 1],
    };
    const move = moves[event.key];
    if (move !== undefined) {
      this.moveTo(move[0], move[1], event.shiftKey);
    } else if (event.key === "Enter" || event.key === " ") {
      this.act(true);
    } else if (event.key === "a" && far) {
      this.anchor = 0;
      this.at = { row: this.rows.shown.length - 1, column };
      this.draw();
      this.mend();
      this.focus();
    } else return;
    event.preventDefault();
  }

  private click(event: MouseEvent): void {
    const cell = (event.target as HTMLElement).closest<HTMLElement>(".cell");
    const line = cell?.parentElement;
    if (cell === null || line === null || line === undefined) return;
    const column = [...line.children].indexOf(cell);
    const index = line.dataset["index"];
    this.moveTo(index === undefined ? -1 : Number(index), column, event.shiftKey);
    if (!event.shiftKey) this.act(false);
  }

  private act(focus: boolean): void {
    const row = this.rows.shown[this.at.row];
    const column = this.rows.columns[this.at.column];
    if (row !== undefined) this.actions.open(row, focus);
    else if (column !== undefined) this.actions.sort(column);
  }
}
