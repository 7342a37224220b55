/** Text to tokens: words, numbers and symbols with their exact places. */
import { words } from "./words.js";
import { isBlank, isDash, isDecimalPoint, isDigit, isLetter, isSpace } from "./chars.js";
import { scanNumber } from "./numbers.js";

export type TokenType = "word" | "number" | "symbol";

export interface Token {
  readonly type: TokenType;
  /** UTF-16 offsets into the text that was tokenised. */
  readonly start: number;
  readonly end: number;
  /** As printed. */
  readonly text: string;
  /** Words in lower case; symbols in one canonical form (`-`, `±`, `<=`, `%` …); numbers as printed. */
  readonly norm: string;
  /** Numbers only, with their sign; NaN otherwise. */
  readonly value: number;
  /** A number printed without decimals. */
  readonly integer: boolean;
  /** Nothing stands between this token and the one before it. */
  readonly glued: boolean;
}

const SYMBOL: Readonly<Record<string, string>> = {
  "≤": "<=",
  "⩽": "<=",
  "≦": "<=",
  "≥": ">=",
  "⩾": ">=",
  "≧": ">=",
  "＜": "<",
  "＞": ">",
  "＝": "=",
  "﹤": "<",
  "﹥": ">",
  "％": "%",
  "﹪": "%",
  "（": "(",
  "）": ")",
  "［": "[",
  "］": "]",
  "，": ",",
  "；": ";",
  "：": ":",
  "～": "~",
  "∼": "~",
  "∓": "±",
  "∶": ":",
};

/** Statistics that are followed by their degrees of freedom in brackets: `t(28)` is no chemical formula. */
const TAKES_BRACKET = words("t f r z q u w n p h b x2 χ2 x χ");

/** Words before a hyphen and a number that count or name something and so stay apart from it. */
const STAYS_APART = words(`
  p n to day days week weeks month months year years grade stage phase or hr rr ci and
`);

/** Words whose full stop belongs to them. */
const ABBREVIATED = words("vs approx resp fig figs ca incl excl yrs mos wks std");

class Tokeniser {
  readonly tokens: Token[] = [];
  private at = 0;

  constructor(
    private readonly s: string,
    private readonly decimalComma: boolean,
  ) {}

  run(): Token[] {
    const { s } = this;
    while (this.at < s.length) {
      const c = s.charCodeAt(this.at);
      if (isSpace(c)) this.at++;
      else if ((c === 0x432 || c === 0xe2) && this.garbled()) continue;
      else if ((c === 0x412 || c === 0xc2) && !isLetter(s.charCodeAt(this.at + 1))) this.at++;
      else if (isLetter(c)) this.word();
      else if (isDigit(c)) this.number(this.at);
      else if (isDecimalPoint(c) && this.startsFraction()) this.number(this.at);
      else this.symbol(c);
    }
    return this.tokens;
  }

  /**
   * Typographic spaces, dashes and signs whose UTF-8 bytes were read as Windows-1251 or -1252: "вЂ‰", "â€“", "в‰Ґ".
   * They stand for what was printed.
   */
  private garbled(): boolean {
    const { s, at } = this;
    const second = s[at + 1];
    const third = s[at + 2] ?? "";
    if (second === "Ђ" || second === "€") {
      if ("‰ЉŠ‹ЇЏ‡€Ћ".includes(third)) this.at += 3;
      else if ("“”’‘\u0090\u0091".includes(third)) this.push("symbol", at, at + 3, "-");
      else return false;
      return true;
    }
    if (second === "‰") {
      if (third === "Ґ" || third === "¥") this.push("symbol", at, at + 3, ">=");
      else if (third === "¤") this.push("symbol", at, at + 3, "<=");
      else return false;
      return true;
    }
    return false;
  }

  private push(
    type: TokenType,
    start: number,
    end: number,
    norm: string,
    value = NaN,
    integer = false,
  ): void {
    const last = this.tokens[this.tokens.length - 1];
    const text = this.s.slice(start, end);
    this.tokens.push({
      type,
      start,
      end,
      text,
      norm,
      value,
      integer,
      glued: last !== undefined && last.end === start,
    });
    this.at = end;
  }

  /** `.03`, `·05`: a point before a digit with no letter, digit or bracket end before it. */
  private startsFraction(): boolean {
    const { s, at } = this;
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

  private word(): void {
    const { s } = this;
    const start = this.at;
    let i = start;
    for (;;) {
      const c = s.charCodeAt(i);
      if ((c === 0x432 || c === 0xe2) && /^(?:Ђ|€|‰)/.test(s[i + 1] ?? "") && i > start) break;
      else if ((c === 0x412 || c === 0xc2) && i > start && !isLetter(s.charCodeAt(i + 1))) break;
      else if (isLetter(c) || isDigit(c)) i++;
      else if ((c === 39 || c === 0x2019) && isLetter(s.charCodeAt(i + 1))) i++;
      else if (isDash(c) && this.hyphenJoins(start, i)) i++;
      else if (c === 40 && this.bracketJoins(start, i)) i = s.indexOf(")", i) + 1;
      else break;
      if (i >= s.length) break;
    }
    const text = s.slice(start, i);
    if (text.length > 2 && /^(?:https?|www|doi)$/i.test(text)) return this.link(start, i);
    const norm = text.toLowerCase();
    this.push("word", start, s.charCodeAt(i) === 46 && ABBREVIATED.has(norm) ? i + 1 : i, norm);
  }

  /** progression-free, PD-1, mL−1: one word. */
  private hyphenJoins(start: number, i: number): boolean {
    // no word is longer; looking back further would make a chain of hyphens slow
    if (i - start > 60) return false;
    const { s } = this;
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
  private bracketJoins(start: number, i: number): boolean {
    const { s } = this;
    let j = i + 1;
    if (isDash(s.charCodeAt(j))) j++;
    if (!isDigit(s.charCodeAt(j))) return false;
    j++;
    if (isLetter(s.charCodeAt(j))) j++;
    if (s.charCodeAt(j) !== 41) return false;
    return i - start <= 6 && !TAKES_BRACKET.has(s.slice(start, i).toLowerCase());
  }

  private link(start: number, from: number): void {
    const { s } = this;
    let i = from;
    while (i < s.length && !isSpace(s.charCodeAt(i))) i++;
    this.push("word", start, i, "http");
  }

  private number(from: number): void {
    const { s } = this;
    const scanned = scanNumber(s, from, this.decimalComma);
    const next = s.charCodeAt(scanned.end);
    if (isDecimalPoint(next) && isDigit(s.charCodeAt(scanned.end + 1))) return this.dotted(from, scanned.end);
    if (scanned.value >= 10 && s.startsWith("10.", from) && next === 47) return this.link(from, scanned.end);
    const sign = this.takeSign(from);
    const start = sign ? sign.start : from;
    const negative = sign !== undefined && isDash(s.charCodeAt(sign.start));
    const value = negative ? -scanned.value : scanned.value;
    this.push("number", start, scanned.end, s.slice(start, scanned.end), value, scanned.integer);
  }

  /** `1.2.3`: a version or a date, no quantity. */
  private dotted(start: number, from: number): void {
    const { s } = this;
    let i = from;
    while (isDecimalPoint(s.charCodeAt(i)) && isDigit(s.charCodeAt(i + 1))) {
      i++;
      while (isDigit(s.charCodeAt(i))) i++;
    }
    this.push("word", start, i, s.slice(start, i));
  }

  /**
   * A dash or plus before a number is its sign unless it joins what stands before it: `0.4-0.7` and `34 - 80` are ranges,
   * `-0.13--0.02` has a sign after the dash, `vs. − 16.6` a minus set apart.
   */
  private takeSign(from: number): Token | undefined {
    const { tokens, s } = this;
    const sign = tokens[tokens.length - 1];
    if (sign?.type !== "symbol" || (sign.norm !== "-" && sign.norm !== "+")) return undefined;
    const before = tokens[tokens.length - 2];
    if (sign.end !== from) {
      if (from - sign.end > 1 || !isBlank(s.charCodeAt(sign.end))) return undefined;
      const opens =
        before === undefined || (before.type === "symbol" && "([:=,<>;".includes(before.norm[0]!));
      const contrasts =
        before !== undefined &&
        (before.norm === "." ||
          before.norm === "of" ||
          before.norm === "by" ||
          /^(?:vs?|versus|was|and|to|ci)$/.test(before.norm));
      const minus = s.charCodeAt(sign.start) === 0x2212;
      if (!opens && !(contrasts && (minus || sign.norm === "-"))) return undefined;
    } else if (sign.glued && before !== undefined) {
      if (before.type !== "symbol") return undefined;
      if (before.norm === "%" || before.norm === ")" || before.norm === "]" || before.norm === ".")
        return undefined;
      // after `±` or a slash a dash is a slip, not a sign
      if (before.norm === "/" || before.norm === "±") return undefined;
    }
    tokens.pop();
    return sign;
  }

  private symbol(c: number): void {
    const { s, at } = this;
    const char = s[at]!;
    if (isDash(c)) return this.push("symbol", at, at + 1, "-");
    if (c === 0x3c || c === 0x3e) {
      const equals = s.charCodeAt(at + 1) === 61;
      return this.push("symbol", at, equals ? at + 2 : at + 1, equals ? char + "=" : char);
    }
    if (c === 61 && (s[at + 1] === "<" || s[at + 1] === ">"))
      return this.push("symbol", at, at + 2, s[at + 1]! + "=");
    if (c === 38) return this.entity();
    if (c === 43) return this.plus();
    // "Â±" and "Â–" are what UTF-8 read as Latin-1 leaves
    if (c === 0xb1) return this.push("symbol", at, at + 1, "±");
    const high = c >= 0xd800 && c < 0xdc00 && at + 1 < s.length;
    this.push("symbol", at, high ? at + 2 : at + 1, SYMBOL[char] ?? char);
  }

  /** `+/-`, `+-`, `+/−` stand for ±. */
  private plus(): void {
    const { s, at } = this;
    const slash = s[at + 1] === "/" ? 1 : 0;
    if (isDash(s.charCodeAt(at + 1 + slash))) return this.push("symbol", at, at + 2 + slash, "±");
    this.push("symbol", at, at + 1, "+");
  }

  /** `&lt;`, `&gt;`, `&amp;lt;` left over from HTML. */
  private entity(): void {
    const { s, at } = this;
    const m = /^&(?:amp;)?(lt|gt|le|ge);/.exec(s.slice(at, at + 10));
    if (!m) return this.push("symbol", at, at + 1, "&");
    const norm = { lt: "<", gt: ">", le: "<=", ge: ">=" }[m[1]!]!;
    this.push("symbol", at, at + m[0].length, norm);
  }
}

/**
 * Splits a text into words, numbers and symbols. Linear in the length of the text.
 *
 * @param decimalComma whether the text writes `0,69` for 0.69 throughout
 */
export function tokenise(s: string, decimalComma = false): Token[] {
  return new Tokeniser(s, decimalComma).run();
}
