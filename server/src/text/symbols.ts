/** Symbols in one canonical form: typographic and full-width variants, entities of HTML, garbled bytes. */
import { isDash } from "./chars.js";

/** A symbol as read: where it ends and its canonical form. An empty form stands for white space. */
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
  ["＜", "<"],
  ["＞", ">"],
  ["＝", "="],
  ["﹤", "<"],
  ["﹥", ">"],
  ["％", "%"],
  ["﹪", "%"],
  ["（", "("],
  ["）", ")"],
  ["［", "["],
  ["］", "]"],
  ["，", ","],
  ["；", ";"],
  ["：", ":"],
  ["～", "~"],
  ["∼", "~"],
  ["∓", "±"],
  ["∶", ":"],
]);

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", le: "<=", ge: ">=" };

/** The symbol at `at`, which must be no letter, digit or white space. */
export function symbolAt(s: string, at: number): ReadSymbol {
  const c = s.charCodeAt(at);
  const char = s.charAt(at);
  // brackets, commas and the like
  if (c < 128 && c !== 38 && c !== 43 && c !== 45 && (c < 60 || c > 62)) return { end: at + 1, norm: char };
  if (isDash(c)) return { end: at + 1, norm: "-" };
  const next = s.charAt(at + 1);
  if (char === "<" || char === ">")
    return next === "=" ? { end: at + 2, norm: char + "=" } : { end: at + 1, norm: char };
  if (char === "=" && (next === "<" || next === ">")) return { end: at + 2, norm: next + "=" };
  if (char === "&") return entityAt(s, at);
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

/** `&lt;`, `&gt;`, `&amp;lt;` left over from HTML. */
function entityAt(s: string, at: number): ReadSymbol {
  const m = /^&(?:amp;)?(lt|gt|le|ge);/.exec(s.slice(at, at + 10));
  return m ? { end: at + m[0].length, norm: ENTITIES[m[1]!]! } : { end: at + 1, norm: "&" };
}

/** True for the first byte of the typographic signs that UTF-8 read as Windows-1251 or -1252 leaves behind. */
export const beginsGarbled = (c: number): boolean => c === 0x432 || c === 0xe2;

/** The second of such bytes. */
export const goesOnGarbled = (c: number): boolean => c === 0x402 || c === 0x20ac || c === 0x2030;

/**
 * Typographic spaces, dashes and signs whose UTF-8 bytes were read as Windows-1251 or -1252: "вЂ‰", "â€“", "в‰Ґ".
 * They stand for what was printed.
 */
export function garbledAt(s: string, at: number): ReadSymbol | undefined {
  const second = s.charAt(at + 1);
  const third = s.charAt(at + 2);
  const end = at + 3;
  if (third === "") return undefined;
  if (second === "Ђ" || second === "€") {
    if ("‰ЉŠ‹ЇЏ‡€Ћ".includes(third)) return { end, norm: "" };
    return "“”’‘\u0090\u0091".includes(third) ? { end, norm: "-" } : undefined;
  }
  if (second !== "‰") return undefined;
  if (third === "Ґ" || third === "¥") return { end, norm: ">=" };
  return third === "¤" ? { end, norm: "<=" } : undefined;
}
