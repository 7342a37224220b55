/** Symbols in one canonical form, whatever variant is printed. */
import { isDash } from "./chars.js";

/** A symbol as read: where it ends and its canonical form. */
export interface ReadSymbol {
  readonly end: number;
  readonly norm: string;
}

const VARIANTS: ReadonlyMap<string, string> = new Map([
  ["≤", "<="],
  ["⩽", "<="],
  ["≦", "<="],
  ["≥", ">="],
  ["⩾", ">="],
  ["≧", ">="],
  ["﹤", "<"],
  ["﹥", ">"],
  ["﹪", "%"],
  ["∼", "~"],
  ["∓", "±"],
  ["∶", ":"],
  ["⁄", "/"],
  ["∕", "/"],
]);

/** The symbol at `at`, which must be no letter, digit or white space. */
export function symbolAt(s: string, at: number): ReadSymbol {
  const c = s.charCodeAt(at);
  const char = s.charAt(at);
  // brackets, commas and the like
  if (c < 128 && c !== 43 && c !== 45 && (c < 60 || c > 62)) return { end: at + 1, norm: char };
  if (isDash(c)) return { end: at + 1, norm: "-" };
  const next = s.charAt(at + 1);
  if (char === "<" || char === ">")
    return next === "=" ? { end: at + 2, norm: char + "=" } : { end: at + 1, norm: char };
  if (char === "=" && (next === "<" || next === ">")) return { end: at + 2, norm: next + "=" };
  if (char === "+") return plusAt(s, at);
  const high = c >= 0xd800 && c < 0xdc00 && at + 1 < s.length;
  return { end: high ? at + 2 : at + 1, norm: VARIANTS.get(char) ?? char };
}

/** `+/-`, `+-`, `+/−` stand for ±. */
function plusAt(s: string, at: number): ReadSymbol {
  const slash = s.charAt(at + 1) === "/" ? 1 : 0;
  return isDash(s.charCodeAt(at + 1 + slash))
    ? { end: at + 2 + slash, norm: "±" }
    : { end: at + 1, norm: "+" };
}
