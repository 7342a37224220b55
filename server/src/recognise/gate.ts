/** Which sentences are worth reading. */
import { isDigit } from "../text/chars.js";
import { NUMERALS } from "../text/numbers.js";

/** What counts without a digit: numbers in words, "NS", "not reached", "none of the", "no deaths". */
const IN_WORDS = new RegExp(
  `\\b(?:ns|${[...NUMERALS].filter((word) => word !== "zero").join("|")}|hundred|not (?:yet )?(?:been )?reached|none of the|no (?:[\\w-]+ ){0,3}(?:deaths?|adverse))\\b`,
  "i",
);

/** False where a sentence has neither a digit nor a number word nor a word that stands for a value. */
export function mayHold(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (isDigit(text.charCodeAt(i))) return true;
  return IN_WORDS.test(text);
}
