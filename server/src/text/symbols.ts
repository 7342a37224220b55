/** Symbols in one canonical form: typographic and full-width variants, entities of HTML, garbled bytes. */
import { isDash, isSpace } from "./chars.js";

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

/** Entities of HTML by name; a space where the sign is white space. */
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["le", "<="],
  ["ge", ">="],
  ["plusmn", "±"],
  ["minus", "-"],
  ["ndash", "-"],
  ["mdash", "-"],
  ["times", "×"],
  ["amp", "&"],
  ["percnt", "%"],
  ["nbsp", " "],
  ["thinsp", " "],
  ["ensp", " "],
  ["emsp", " "],
]);

const ENTITY = /&(?:amp;)?(?:([a-z]{2,6})|#(\d{1,5}|x[\da-f]{1,4}));/iy;

/** Tags that only say how letters look; a superscript of digits and commas behind a letter or full stop is a citation. */
const TAG = /<\/?(?:i|b|u|em|strong|italic|bold|sub|sup|sc|small|span|br|p)(?:\s[^<>]{0,80})?\s?\/?>/iy;
const CITATION = /<sup>\[?\d{1,3}(?:[,–-]\s?\d{1,3}){0,9}\]?<\/sup>/iy;

/** The symbol at `at`, which must be no letter, digit or white space. */
export function symbolAt(s: string, at: number): ReadSymbol {
  const c = s.charCodeAt(at);
  const char = s.charAt(at);
  // brackets, commas and the like
  if (c < 128 && c !== 38 && c !== 43 && c !== 45 && (c < 60 || c > 62)) return { end: at + 1, norm: char };
  if (isDash(c)) return { end: at + 1, norm: "-" };
  const next = s.charAt(at + 1);
  if (char === "<") {
    const end = tagEnd(s, at);
    if (end > at) return { end, norm: "" };
  }
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

/** `&lt;`, `&#x2013;`, `&amp;lt;` left over from HTML. */
function entityAt(s: string, at: number): ReadSymbol {
  ENTITY.lastIndex = at;
  const m = ENTITY.exec(s);
  const end = ENTITY.lastIndex;
  const none = { end: at + 1, norm: "&" };
  if (!m) return none;
  if (m[1] !== undefined) {
    const sign = ENTITIES.get(m[1].toLowerCase());
    return sign === undefined ? none : { end, norm: sign.trim() };
  }
  const number = m[2]!;
  const char = String.fromCharCode(/^x/i.test(number) ? parseInt(number.slice(1), 16) : Number(number));
  if (char === "&" || char === "<") return { end, norm: char };
  return isSpace(char.charCodeAt(0)) ? { end, norm: "" } : { end, norm: symbolAt(char, 0).norm };
}

/** Where a tag that begins at `at` ends, and with a citation what it encloses; `at` if none begins there. */
function tagEnd(s: string, at: number): number {
  if (at > 0 && /[a-z)\].,]{2}/.test(s.slice(at - 2, at))) {
    CITATION.lastIndex = at;
    if (CITATION.test(s)) return CITATION.lastIndex;
  }
  TAG.lastIndex = at;
  return TAG.test(s) ? TAG.lastIndex : at;
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
