/** Which sentences are worth reading. */
import { isDigit } from "../text/chars.js";
import { NUMERALS } from "../text/numbers.js";

/** What counts without a digit: numbers in words, "NS", "not reached", "none of the", "no deaths". */
const IN_WORDS = new RegExp(
  `(?:ns|${[...NUMERALS].filter((word) => word !== "zero").join("|")}|hundred|not\\s+(?:yet\\s+)?(?:been\\s+)?reached|none\\s+of\\s+the|no\\s+(?:[\\w-]+\\s+){0,3}(?:deaths?|adverse))\\b`,
  "iy",
);

/** The first two letters of those words, as a table: most words are passed over without trying the expression. */
const BEGINNINGS = new Set(
  ["ns", "no", "hu", ...[...NUMERALS].map((word) => word.slice(0, 2))].map(
    (two) => (two.charCodeAt(0) << 8) | two.charCodeAt(1),
  ),
);

const isWordLetter = (c: number): boolean =>
  (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || c === 95 || isDigit(c);

/** False where a sentence has neither a digit nor a number word nor a word that stands for a value. */
export function mayHold(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (isDigit(text.charCodeAt(i))) return true;
  let inside = false;
  for (let i = 0; i + 1 < text.length; i++) {
    const c = text.charCodeAt(i);
    const letter = isWordLetter(c);
    if (letter && !inside && BEGINNINGS.has(((c | 32) << 8) | (text.charCodeAt(i + 1) | 32))) {
      IN_WORDS.lastIndex = i;
      if (IN_WORDS.test(text)) return true;
    }
    inside = letter;
  }
  return false;
}
