/** Which decimal sign a text uses. */
import { isDecimalPoint, isDigit, isLetter } from "./chars.js";

/** So many decimal commas make a habit; one does where no list or citation can be meant ("63,2 %"). */
const HABIT = 3;

/** Behind a number, what follows no list. */
const MEASURED = /\s?(?:%|±|(?:months|years|weeks|days|hours|h|kg|mg|cm|mm|points|times)\b)/y;

/** How often a text writes a decimal comma and a decimal point. */
export interface DecimalSigns {
  readonly commas: number;
  readonly points: number;
}

/**
 * True where texts write decimals with a comma throughout ("0,74", "63,2 %").
 *
 * @param signs what `decimalSigns` counted in the parts of one document
 */
export function writesDecimalCommas(signs: Iterable<DecimalSigns>): boolean {
  let commas = 0;
  let points = 0;
  for (const s of signs) {
    commas += s.commas;
    points += s.points;
  }
  return commas >= HABIT && points * 4 <= commas;
}

/**
 * Counts decimal commas and points. Linear.
 *
 * Groups of thousands ("1,200") and lists of citations ("[1,2]", "Lee1,2") are no decimals; a few points (versions, addresses) do not
 * speak against the habit.
 */
export function decimalSigns(text: string): DecimalSigns {
  let commas = 0;
  let points = 0;
  for (let i = 1; i + 1 < text.length; i++) {
    const c = text.charCodeAt(i);
    // letters and digits, which nearly all characters are, part no digits
    if (c > 46 && c < 0xb7) continue;
    const comma = c === 44;
    if (!comma && !isDecimalPoint(c)) continue;
    if (!isDigit(text.charCodeAt(i - 1)) || !isDigit(text.charCodeAt(i + 1))) continue;
    let end = i + 1;
    while (isDigit(text.charCodeAt(end))) end++;
    let start = i - 1;
    while (start > 0 && i - start < 8 && isDigit(text.charCodeAt(start - 1))) start--;
    const thousands = end - i === 4 && i - start < 4 && text[start] !== "0";
    if (!comma) {
      // "12.807" is a number of either kind
      if (!thousands) points++;
      continue;
    }
    const before = start > 0 ? text.charCodeAt(start - 1) : 32;
    const after = text.charCodeAt(end);
    const list =
      before === 91 ||
      before === 44 ||
      before === 46 ||
      isLetter(before) ||
      (after === 44 && isDigit(text.charCodeAt(end + 1))) ||
      after === 93;
    if (list || (end - i === 4 && text[start] !== "0")) continue;
    MEASURED.lastIndex = end;
    commas += /[±=<>≤≥]/.test(text.slice(Math.max(0, start - 2), start)) || MEASURED.test(text) ? HABIT : 1;
  }
  return { commas, points };
}
