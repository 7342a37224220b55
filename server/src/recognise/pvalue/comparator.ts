/** How a p-value is compared with its number. */
import type { Comparator } from "../../extraction.js";
import { type Line, norm } from "../line.js";

const COMPARATORS: Readonly<Record<string, Comparator>> = {
  "=": "=",
  "<": "<",
  ">": ">",
  "<=": "<=",
  ">=": ">=",
  "≈": "=",
  "~": "=",
  "≅": "=",
};

export interface Compared {
  readonly comparator: Comparator;
  readonly next: number;
}

/** `=`, `<`, `= <`, `=or<`, `< or =`, `less than`, `greater than`, `= or less than`. */
export function comparatorAt(line: Line, at: number): Compared | undefined {
  let i = at;
  let found: Comparator | undefined;
  for (let steps = 0; steps < 6; steps++) {
    const w = norm(line, i);
    const c = COMPARATORS[w];
    if (c) found = merge(found, c);
    else if ((w === "less" || w === "lower" || w === "smaller") && norm(line, i + 1) === "than") {
      found = merge(found, "<");
      i++;
    } else if (
      (w === "greater" || w === "more" || w === "larger" || w === "higher") &&
      norm(line, i + 1) === "than"
    ) {
      found = merge(found, ">");
      i++;
    } else if (w === "below") found = merge(found, "<");
    else if (w === "or" && (found || COMPARATORS[norm(line, i + 1)])) {
      i++;
      continue;
    } else if ((w === "equal" || w === "equals") && found) {
      found = merge(found, "=");
      if (norm(line, i + 1) === "to") i++;
    } else break;
    i++;
  }
  return found ? { comparator: found, next: i } : undefined;
}

/** `= <` is `<`; `< or =` is `<=`. Which of the two is meant shows in the word "or", but both bound alike in `= <`. */
function merge(a: Comparator | undefined, b: Comparator): Comparator {
  if (!a || a === b) return b;
  if ((a === "=" && b === "<") || (a === "<" && b === "=")) return a === "=" ? "<" : "<=";
  if ((a === "=" && b === ">") || (a === ">" && b === "=")) return a === "=" ? ">" : ">=";
  return b;
}

export const usesOr = (line: Line, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (norm(line, i) === "or") return true;
  return false;
};
