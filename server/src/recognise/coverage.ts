/** Every number of the read text, counted once: in a statement, understood as no result, or unread. */
import type { Coverage, Range } from "../extraction.js";
import { inWords, type Line } from "./line.js";

/** The numbers of a sentence or section; `unread` counts from its start. */
export interface Tally {
  readonly numbers: number;
  readonly inStatements: number;
  readonly background: number;
  readonly unread: readonly Range[];
}

const NONE: Tally = { numbers: 0, inStatements: 0, background: 0, unread: [] };

export function tallyOf(line: Line | undefined): Tally {
  if (!line) return NONE;
  let numbers = 0;
  let inStatements = 0;
  let background = 0;
  const unread: Range[] = [];
  for (let i = 0; i < line.tokens.length; i++) {
    const t = line.tokens[i]!;
    if (t.type !== "number" || inWords(t)) continue;
    numbers++;
    const claim = line.claims[i];
    if (claim === "statement") inStatements++;
    else if (claim !== undefined) background++;
    else unread.push({ start: t.start, end: t.end });
  }
  return { numbers, inStatements, background, unread };
}

/** The numbers of a whole from the tallies and places of its parts. */
export function sumOf(parts: Iterable<{ readonly tally: Tally; readonly start: number }>): Coverage {
  const c = { numbers: 0, inStatements: 0, background: 0, unread: [] as Range[] };
  for (const { tally, start } of parts) {
    c.numbers += tally.numbers;
    c.inStatements += tally.inStatements;
    c.background += tally.background;
    for (const r of tally.unread) c.unread.push({ start: start + r.start, end: start + r.end });
  }
  return c;
}
