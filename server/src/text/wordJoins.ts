/** What digits, hyphens and brackets belong to the word before them. */
import { isDash, isDecimalPoint, isDigit, isLetter } from "./chars.js";
import { MEASURES, STAYS_APART, TAKES_BRACKET } from "./tokenWords.js";

/** "HR0.61", "CI0.38-0.97": a measure with no space before its decimal. */
export function gluedMeasure(s: string, start: number, i: number): boolean {
  let end = i;
  while (isDigit(s.charCodeAt(end))) end++;
  if (!isDecimalPoint(s.charCodeAt(end)) || !isDigit(s.charCodeAt(end + 1))) return false;
  return MEASURES.has(s.slice(start, i).toLowerCase());
}

/** progression-free, PD-1, mL−1: one word. */
export function hyphenJoins(s: string, start: number, i: number): boolean {
  // no word is longer; looking back further would make a chain of hyphens slow
  if (i - start > 60) return false;
  const next = s.charCodeAt(i + 1);
  if (isLetter(next)) {
    const c = s.charCodeAt(i);
    return c === 45 || c === 0x2010 || c === 0x2011 || c === 0xad || c === 0x2013;
  }
  if (!isDigit(next)) return false;
  let end = i + 1;
  while (isDigit(s.charCodeAt(end))) end++;
  if (isDecimalPoint(s.charCodeAt(end)) && isDigit(s.charCodeAt(end + 1))) return false;
  if (end - i > 4 || s.charCodeAt(end) === 37) return false;
  return !STAYS_APART.has(s.slice(start, i).toLowerCase());
}

/** m(2), kg(-1), HbA(1c): one word. */
export function bracketJoins(s: string, start: number, i: number): boolean {
  let j = i + 1;
  if (isDash(s.charCodeAt(j))) j++;
  if (!isDigit(s.charCodeAt(j))) return false;
  j++;
  if (isLetter(s.charCodeAt(j))) j++;
  if (s.charCodeAt(j) !== 41) return false;
  return i - start <= 6 && !TAKES_BRACKET.has(s.slice(start, i).toLowerCase());
}
