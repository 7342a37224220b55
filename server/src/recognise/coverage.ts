/** Which numbers of a sentence were understood. */
import type { Range } from "../extraction.js";
import type { Line } from "./line.js";

/** Counts of one sentence; `unread` relative to its beginning. */
export interface Covered {
  readonly numbers: number;
  readonly inStatements: number;
  readonly background: number;
  readonly unread: readonly Range[];
}

/** Counts every printed number of the sentence once. */
export function coverageOf(line: Line): Covered {
  let numbers = 0;
  let inStatements = 0;
  let background = 0;
  const unread: Range[] = [];
  line.tokens.forEach((t, i) => {
    if (t.type !== "number" || !/\d/.test(t.text)) return;
    numbers++;
    const claim = line.claims[i];
    if (claim === "statement") inStatements++;
    else if (claim !== undefined) background++;
    else unread.push({ start: t.start, end: t.end });
  });
  return { numbers, inStatements, background, unread };
}
