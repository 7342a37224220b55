/** Tables as lines of text: each cell beside the words that head its row and its column, so that it is understood alone. */
import { inlineText } from "./inline.js";
import { children, find, isElement, type Element } from "./markup.js";

interface Cell {
  readonly words: string;
  readonly head: boolean;
  /** True where the cell begins, false where a wider or taller one goes on. */
  readonly own: boolean;
}

/** No table has more; a span beyond is a mistake in the file. */
const MOST_COLUMNS = 200;

/** The caption, a line for each row with a number, and the notes. */
export function tableLines(wrap: Element): string[] {
  const tables = [...children(wrap, "table"), ...children(find(wrap, "alternatives"), "table")];
  const notes = children(wrap, "table-wrap-foot").map(inlineText);
  return [captionOf(wrap), ...tables.flatMap(rowLines), ...notes].filter((line) => line !== "");
}

/** "Figure 1. Survival in both groups." */
export function captionOf(wrap: Element): string {
  const label = inlineText(find(wrap, "label")).replace(/[.:]$/, "");
  const words = find(wrap, "caption");
  const said = [find(words, "title"), ...children(words, "p")].map(inlineText);
  return [label, ...said]
    .filter((part) => part !== "")
    .map((part) => (/[.?!]$/.test(part) ? part : `${part}.`))
    .join(" ");
}

/** "Mortality, died: Poles (n = 120): 12 (10.0%); Usual care (n = 120): 24 (20.0%)." */
function rowLines(table: Element): string[] {
  const top = children(table, "thead").flatMap((part) => children(part, "tr"));
  const rows = [
    ...children(table, "tbody").flatMap((part) => children(part, "tr")),
    ...children(table, "tr"),
  ];
  const all = grid([...top, ...rows]);
  const bare = top.length === 0 ? all.findIndex((cells) => !cells.every(({ head }) => head)) : top.length;
  const heads = all.slice(0, Math.max(0, bare));
  const lines: string[] = [];
  let group = "";
  for (const cells of all.slice(heads.length)) {
    const label = cells[0]?.words ?? "";
    const values = cells.slice(1);
    if (values.every(({ words, own }) => words === "" || !own)) {
      // A row that only names the rows below it.
      group = label;
      continue;
    }
    const said = values.flatMap(({ words, own }, i) =>
      words === "" || !own ? [] : [valueLine(words, headOf(heads, i + 1))],
    );
    const name = group !== "" && label !== "" ? `${group}, ${label}` : label || group;
    lines.push(`${name === "" ? "" : `${name}: `}${said.join("; ")}.`);
  }
  return lines;
}

const valueLine = (words: string, head: string): string => (head === "" ? words : `${head}: ${words}`);

/** The words above a column, from the top, each once. */
function headOf(heads: readonly (readonly Cell[])[], column: number): string {
  const words = heads.map((row) => row[column]?.words ?? "").filter((head) => head !== "");
  return [...new Set(words)].join(", ");
}

/** Rows with every cell at its column: wide and tall cells stand in all places that they cover. */
function grid(rows: readonly Element[]): Cell[][] {
  const tall = new Map<number, { rows: number; cell: Cell }>();
  return rows.map((row) => {
    const cells: Cell[] = [];
    const covered = (): void => {
      for (let above = tall.get(cells.length); above !== undefined; above = tall.get(cells.length)) {
        if (--above.rows === 0) tall.delete(cells.length);
        cells.push(above.cell);
      }
    };
    for (const child of row.children) {
      if (!isElement(child) || (child.name !== "td" && child.name !== "th")) continue;
      covered();
      const words = inlineText(child);
      const wide = Math.min(MOST_COLUMNS, Number(child.attributes["colspan"] ?? 1) || 1);
      const high = Number(child.attributes["rowspan"] ?? 1) || 1;
      for (let i = 0; i < wide; i++) {
        if (high > 1)
          tall.set(cells.length, {
            rows: high - 1,
            cell: { words, head: child.name === "th", own: i === 0 },
          });
        cells.push({ words, head: child.name === "th", own: i === 0 });
      }
    }
    covered();
    return cells;
  });
}
