/** How numbers are printed: signs, thousands, decimal points and commas, powers of ten. */
import { isBlank, isDash, isDecimalPoint, isDigit, isLetter, isThousandsSpace } from "./chars.js";

/** A number as scanned: where its unsigned digits end and what they stand for. */
export interface ScannedNumber {
  readonly end: number;
  readonly value: number;
  readonly integer: boolean;
}

/** `.03`, `·05`: a point before a digit with no letter, digit or bracket end before it. */
export function startsFraction(s: string, at: number): boolean {
  if (!isDigit(s.charCodeAt(at + 1))) return false;
  const before = at ? s.charCodeAt(at - 1) : 32;
  return !(
    isLetter(before) ||
    isDigit(before) ||
    before === 41 ||
    before === 93 ||
    before === 37 ||
    before === 46
  );
}

const digitsEnd = (s: string, i: number): number => {
  while (i < s.length && isDigit(s.charCodeAt(i))) i++;
  return i;
};

/** True when exactly three digits stand at `i`. */
const threeDigits = (s: string, i: number): boolean => digitsEnd(s, i) === i + 3;

/**
 * Scans the unsigned number at `start`, which must be a digit or a decimal point before a digit.
 *
 * @param decimalComma whether this text writes decimals with a comma throughout
 */
export function scanNumber(s: string, start: number, decimalComma: boolean): ScannedNumber {
  let i = digitsEnd(s, start);
  let mantissa = s.slice(start, i);
  const lead = i - start;
  if (lead > 0 && lead <= 3 && !(lead === 1 && mantissa === "0")) {
    for (;;) {
      const c = s.charCodeAt(i);
      const separates = c === (decimalComma ? 46 : 44) || isThousandsSpace(c) || c === 39 || c === 0x2019;
      if (!separates || !threeDigits(s, i + 1)) break;
      mantissa += s.slice(i + 1, i + 4);
      i += 4;
    }
  }
  let integer = true;
  const point = s.charCodeAt(i);
  const commaPoint = point === 44 && (decimalComma || mantissa === "0") && !isDigitRun(s, start, i);
  if ((isDecimalPoint(point) || commaPoint) && isDigit(s.charCodeAt(i + 1))) {
    const end = digitsEnd(s, i + 1);
    mantissa += "." + s.slice(i + 1, end);
    i = end;
    integer = false;
  }
  const power = scanPower(s, i);
  if (power) return { end: power.end, value: Number(`${mantissa}e${power.exponent}`), integer: false };
  return { end: i, value: integer && mantissa.length <= 9 ? whole(mantissa) : Number(mantissa), integer };
}

/** A whole number of at most nine digits. */
function whole(digits: string): number {
  let value = 0;
  for (let i = 0; i < digits.length; i++) value = value * 10 + digits.charCodeAt(i) - 48;
  return value;
}

/** A comma after a number that already carries thousands separators is no decimal comma. */
const isDigitRun = (s: string, start: number, end: number): boolean => s.slice(start, end).includes(",");

/** The power of ten at `start`, `10-8` or `10⁻⁸`, where nothing but a tiny number can be meant. */
export function scanTinyPower(s: string, start: number): ScannedNumber | undefined {
  const power = scanExponent(s, start + 2);
  return power && power.exponent < 0
    ? { end: power.end, value: Number(`1e${power.exponent}`), integer: false }
    : undefined;
}

const SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** `× 10−5`, `x10(-5)`, `×10^5`, `× 10⁻⁵`, `e-05` after a mantissa. */
function scanPower(s: string, at: number): { end: number; exponent: number } | undefined {
  let i = at;
  const e = s.charCodeAt(i);
  if (e === 69 || e === 101) {
    const signed = isDash(s.charCodeAt(i + 1)) || s.charCodeAt(i + 1) === 43;
    const from = signed ? i + 2 : i + 1;
    const end = digitsEnd(s, from);
    if (end === from || !signed) return undefined;
    const n = Number(s.slice(from, end));
    return { end, exponent: s.charCodeAt(i + 1) === 43 ? n : -n };
  }
  if (isBlank(e)) i++;
  const times = s.charCodeAt(i);
  if (times !== 0xd7 && times !== 120 && times !== 88 && times !== 42 && times !== 0x2715 && times !== 0xb7)
    return undefined;
  i++;
  if (isBlank(s.charCodeAt(i))) i++;
  if (s.charCodeAt(i) !== 49 || s.charCodeAt(i + 1) !== 48) return undefined;
  i += 2;
  return scanExponent(s, i);
}

function scanExponent(s: string, at: number): { end: number; exponent: number } | undefined {
  let i = at;
  if (s[i] === "^") i++;
  const open = s[i] === "(";
  if (open) i++;
  let sign = 1;
  if (isDash(s.charCodeAt(i)) || s[i] === "⁻") {
    sign = -1;
    i++;
  }
  let digits = "";
  for (; i < s.length && digits.length < 3; i++) {
    const superscript = SUPERSCRIPT.indexOf(s[i]!);
    if (superscript >= 0) digits += String(superscript);
    else if (isDigit(s.charCodeAt(i))) digits += s[i]!;
    else break;
  }
  if (!digits) return undefined;
  if (open) {
    if (s[i] !== ")") return undefined;
    i++;
  }
  return { end: i, exponent: sign * Number(digits) };
}

const SMALL: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};

/** The words that a number in words may begin with. */
export const NUMERALS: ReadonlySet<string> = new Set(Object.keys(SMALL));

/**
 * The value of a number written in words.
 *
 * @param words lower-case words without hyphens, e.g. `["six", "hundred", "thirty"]`; `and` is skipped between parts
 * @returns the value and how many words it takes, or undefined when `words` does not begin with a number
 */
export function numberInWords(words: readonly string[]): { value: number; length: number } | undefined {
  let total = 0;
  let part = 0;
  let length = 0;
  let last = 1000;
  for (let i = 0; i < words.length; i++) {
    const w = words[i]!;
    const small = SMALL[w];
    if (small !== undefined) {
      // "twenty three" is one number, "three four" is two
      if (length > 0 && !(last >= 20 && last < 100 && small < 10) && last !== 100 && last !== 1000) break;
      part += small;
      last = small;
    } else if (w === "hundred" && length > 0 && part > 0 && part < 100) {
      part *= 100;
      last = 100;
    } else if (w === "thousand" && length > 0 && part > 0) {
      total += part * 1000;
      part = 0;
      last = 1000;
    } else if (
      w === "and" &&
      (last === 100 || last === 1000) &&
      SMALL[words[i + 1] ?? ""] !== undefined &&
      length > 0
    ) {
      continue;
    } else break;
    length = i + 1;
  }
  return length ? { value: total + part, length } : undefined;
}
