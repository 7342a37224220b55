/** Standard deviations and errors: their labels, before a value or announcing what follows. */
import type { Declared } from "../interval.js";
import { SD_WORDS, SE_WORDS } from "../lexicon/intervals.js";
import { type Line, isNumber, norm } from "../line.js";
import { MARK } from "../marks.js";

/** "(SD)", "± SD", "[SE]", "(standard deviation)" and "mean ± SEM" announce what follows the values. */
export function declareSpread(line: Line, i: number, declared: Declared[]): void {
  const type = spreadAt(line, i);
  if (!type) return;
  let end = i + 1;
  if (norm(line, i) === "standard") end = norm(line, i + 2) === "of" ? i + 5 : i + 2;
  if (norm(line, end) === "=" || norm(line, end) === ":" || norm(line, end) === ",") end++;
  // "SD 3.4" is a value, no announcement
  if (isNumber(line, end) && !/^[)\]]$/.test(norm(line, end - 1))) return;
  declared.push({ at: i, type, level: null });
}

/** "SD", "standard deviation", "SE", "SEM", "standard error" at token `i`. */
export function spreadAt(line: Line, i: number): "SD" | "SE" | undefined {
  if (i >= line.tokens.length || !(line.marks[i]! & MARK.spread)) return undefined;
  const w = norm(line, i);
  if (SD_WORDS.has(w)) return "SD";
  if (SE_WORDS.has(w)) return "SE";
  if (w === "standard") {
    const n = norm(line, i + 1);
    if (/^deviations?$/.test(n)) return "SD";
    if (/^errors?$/.test(n)) return "SE";
  }
  return undefined;
}
