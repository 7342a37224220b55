/**
 * Numbers as a paper prints them. A printed number is a closed interval: value ± ½·10^−d,
 * where d is the number of its decimals; trailing zeros count.
 */
import { unfold } from "../text/unfold.js";
import type { Bounds } from "./bounds.js";

export interface Printed extends Bounds {
  /** The number as it stands. */
  readonly value: number;
  /** Decimals printed; negative for "1.2 × 10^5", whose last digit is worth 10^4. */
  readonly decimals: number;
}

const MINUS = /^(?:minus|[-\u2010-\u2015\u2212\uFE63\uFF0D])/;
/** Spaces, and the sign of money. */
const THIN = /[A-Z]{0,3}\$|[\s\u00A0\u2000-\u200B\u202F\u205F\u3000€£]/g;
const NUMBER = /^([0-9]*)(?:\.([0-9]+))?\.?(?:(?:[x×*∙⋅]10\^?|[eE])([-+\u2010-\u2015\u2212]?[0-9]{1,3}))?$/;
const MIDDLE_DOTS = /[\u00B7\u2027\u2219\u22C5\u02D9\u0387\uFF0E]/g;

/**
 * Reads a number as printed: "0·690", ".05", "12 807", "1,200", "−2.3", "85%", "2.23 × 10-5", "0&middot;71".
 *
 * @returns null where the text is no number in digits ("seven", "NR")
 */
export function parsePrinted(literal: string): Printed | null {
  const read = plain(literal) ?? parse(literal);
  if (read !== null) return read;
  const unfolded = unfold(literal);
  return unfolded === undefined ? null : parsePrinted(unfolded.text);
}

/** So many digits are a whole number that a double holds exactly, and its quotient by a power of ten is rounded once. */
const EXACT_DIGITS = 15;

/** Digits with at most one point, which most numbers are. */
function plain(literal: string): Printed | null {
  const { length } = literal;
  if (length === 0 || length > EXACT_DIGITS) return null;
  let point = -1;
  let whole = 0;
  for (let i = 0; i < length; i += 1) {
    const code = literal.charCodeAt(i);
    if (code >= 48 && code <= 57) whole = whole * 10 + code - 48;
    else if (point !== -1 || (code !== 46 && code !== 0xb7)) return null;
    else point = i;
  }
  if (point === 0 || point === length - 1) return null;
  if (point === -1) return printed(whole, 0);
  const decimals = length - point - 1;
  return printed(whole / POWERS[decimals]!, decimals);
}

/** Powers of ten, all exact. */
const POWERS = Array.from({ length: EXACT_DIGITS + 1 }, (_, power) => 10 ** power);

function parse(literal: string): Printed | null {
  const compact = literal.replace(THIN, "").replace(/%$/, "").replace(MIDDLE_DOTS, ".");
  const negative = MINUS.test(compact);
  const unsigned = withoutThousands(compact.replace(MINUS, "").replace(/^\+/, ""));
  const match = NUMBER.exec(unsigned);
  if (match === null) return null;
  const [, whole = "", fraction = "", power = "0"] = match;
  if (whole === "" && fraction === "") return null;
  const exponent = Number(power.replace(/[\u2010-\u2015\u2212]/, "-"));
  const decimals = fraction.length - exponent;
  const size = Number(`${whole}${fraction}e${String(-decimals)}`);
  return printed(negative ? -size : size, decimals);
}

/**
 * The printed number of a field that was read as `value` from `literal`.
 *
 * @returns null where the two disagree, so that nothing is computed from a doubtful reading;
 *   a count in words ("eighteen") is the exact whole number
 */
export function printedAs(literal: string | undefined, value: number): Printed | null {
  const read = literal === undefined ? null : parsePrinted(literal);
  if (read === null) return Number.isInteger(value) ? printed(value, 0) : null;
  if (close(read.value, value)) return read;
  // The sign may stand apart from the digits ("minus 2.3", "−2.3 to 4").
  if (close(read.value, -value)) return printed(value, read.decimals);
  return null;
}

/** What the last of so many decimals is worth. */
const TENTHS = Array.from({ length: 20 }, (_, decimals) => 10 ** -decimals);

/** A number with a stated count of decimals. */
export function printed(value: number, decimals: number): Printed {
  const half = 0.5 * (TENTHS[decimals] ?? 10 ** -decimals);
  return { value, decimals, low: value - half, high: value + half };
}

/** "1,200,000" and "12,807" lose their commas; any other single comma is a decimal sign. */
function withoutThousands(text: string): string {
  if (!text.includes(",") && !text.includes("'")) return text;
  if (/^[1-9][0-9]{0,2}([,'][0-9]{3})+(?![0-9,'])/.test(text)) return text.replace(/[,']/g, "");
  return text.replace(",", ".");
}

function close(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}
