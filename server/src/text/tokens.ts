/** Text to tokens: words, numbers and symbols with their exact places. */
import { bracketJoins, gluedMeasure, hyphenJoins } from "./wordJoins.js";
import { ABBREVIATED, CONTRASTS, DOLLARS, LINKS } from "./tokenWords.js";
import { symbolAt } from "./symbols.js";
import { isBlank, isDash, isDecimalPoint, isDigit, isLetter, isSpace } from "./chars.js";
import { scanNumber, scanTinyPower, startsFraction, type ScannedNumber } from "./numbers.js";

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

const isWordy = (c: number): boolean => isLetter(c) || isDigit(c);

/** Small letters of ASCII, which most words are made of. */
const isPlain = (c: number): boolean => c >= 97 && c <= 122;

/** "the 1:1:1 group", "1:2 arm": a group named by a ratio. */
const RATIO_NAME = /\d{1,2}(?::\d{1,2}){1,4}(?= (?:group|arm|regimen|cohort)s?\b)/y;

/** A number, maybe after "and", and no estimate or interval. */
const NUMBER_NEXT = /\s(?:and\s)?[-+−–]?\d/y;

/** Two more numbers, so that an open bracket holds a list and no interval. */
const TWO_NEXT = /\s[-+−–]?\d+(?:,\d+)?\s?%?(?:;|,? and)\s[-+−–]?\d/y;

const CENT = /\s{1,2}cent\b/iy;

/** Hyphens that typesetters use for the one on the keyboard, and those that only show where a line may be broken. */
const TYPESET = /[\u00ad\u2010\u2011\u2013]/;
const canonical = (text: string): string => {
  const lower = text.toLowerCase();
  return TYPESET.test(lower) ? lower.replace(/\u00ad/g, "").replace(/[\u2010\u2011\u2013]/g, "-") : lower;
};

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
      if (c === 32 || isSpace(c)) this.at++;
      else if ((c === 0x412 || c === 0xc2) && !isLetter(s.charCodeAt(this.at + 1))) this.at++;
      else if (isLetter(c)) this.word();
      else if (isDigit(c)) this.number(this.at);
      else if (isDecimalPoint(c) && startsFraction(s, this.at)) this.number(this.at);
      else this.symbol();
    }
    return this.tokens;
  }

  private push(
    type: TokenType,
    start: number,
    end: number,
    norm: string,
    text = this.s.slice(start, end),
  ): void {
    this.add({ type, start, end, text, norm, value: NaN, integer: false, glued: this.isGlued(start) });
  }

  private add(token: Token): void {
    this.tokens.push(token);
    this.at = token.end;
  }

  private isGlued(start: number): boolean {
    const { tokens } = this;
    return tokens.length > 0 && tokens[tokens.length - 1]!.end === start;
  }

  private word(): void {
    const { s } = this;
    const { length } = s;
    const start = this.at;
    let i = start;
    let plain = true;
    while (i < length) {
      const c = s.charCodeAt(i);
      if (isPlain(c)) {
        i++;
        continue;
      }
      const next = this.wordGoesOn(c, start, i);
      if (next === i) break;
      if (c < 48 || c > 57) plain = false;
      i = next;
    }
    const text = s.slice(start, i);
    const norm = plain ? text : canonical(text);
    if (norm === "percent" || norm === "per" || norm === "pct") {
      const end = this.percentEnd(norm, start, i);
      if (end > 0) return this.push("symbol", start, end, "%");
    }
    const next = i < length ? s.charCodeAt(i) : 0;
    // a link goes on with a colon, a full stop or a slash
    if ((next === 58 || next === 46 || next === 47 || norm === "doi") && LINKS.has(norm))
      return this.link(start, i);
    // "0.39 v 0.52", not "12 V", "w/v" or "v."
    if (text === "v" && isBlank(next) && start > 0 && isSpace(s.charCodeAt(start - 1)))
      return this.push("word", start, i, "vs", text);
    if (next === 36 && DOLLARS.has(text)) return this.push("symbol", start, i + 1, "$");
    if (next === 46 && ABBREVIATED.has(norm))
      this.push("word", start, i + 1, norm === "resp" ? "respectively" : norm);
    else this.push("word", start, i, norm, text);
  }

  /** Behind a number "percent", "pct" and "per cent" are the sign; where that ends, or 0. */
  private percentEnd(word: string, start: number, end: number): number {
    const { s, tokens } = this;
    const before = tokens[tokens.length - 1];
    if (before?.type !== "number" || start - before.end > 1) return 0;
    if (word !== "per") return end;
    CENT.lastIndex = end;
    return CENT.exec(s) ? CENT.lastIndex : 0;
  }

  /** The index up to which a word goes on at `i`, where no small letter stands; `i` where it ends. */
  private wordGoesOn(c: number, start: number, i: number): number {
    const { s } = this;
    const next = s.charCodeAt(i + 1);
    if (i > start && (c === 0x412 || c === 0xc2) && !isLetter(next)) return i;
    if (isDigit(c) && i > start && i - start <= 3 && gluedMeasure(s, start, i)) return i;
    // a soft hyphen belongs to the word that it stands in or behind
    if (isLetter(c) || isDigit(c) || (c === 0xad && i > start)) return i + 1;
    if (c === 39 || c === 0x2019) return isLetter(next) ? i + 1 : i;
    if (c === 40) return bracketJoins(s, start, i) ? s.indexOf(")", i) + 1 : i;
    return isDash(c) && hyphenJoins(s, start, i) ? i + 1 : i;
  }

  private link(start: number, from: number): void {
    const { s } = this;
    let i = from;
    while (i < s.length && !isSpace(s.charCodeAt(i))) i++;
    this.push("word", start, i, "http");
  }

  private number(from: number): void {
    const { s } = this;
    const scanned = this.lostPower(from) ?? scanNumber(s, from, this.decimalComma);
    const next = s.charCodeAt(scanned.end);
    if (isDecimalPoint(next) && isDigit(s.charCodeAt(scanned.end + 1))) return this.dotted(from, scanned.end);
    if (next === 58 && scanned.integer) {
      RATIO_NAME.lastIndex = from;
      const name = RATIO_NAME.exec(s)?.[0];
      if (name !== undefined) return this.push("word", from, from + name.length, name);
    }
    // the address of a paper, 10.1234/…
    if (next === 47 && scanned.end - from > 6 && s.startsWith("10.", from))
      return this.link(from, scanned.end);
    const sign = this.takeSign(from) ?? this.owed(from);
    const start = sign ? sign.start : from;
    const negative = sign !== undefined && sign.norm !== "+";
    const value = negative ? -scanned.value : scanned.value;
    const { end, integer } = scanned;
    const text = s.slice(start, end);
    this.add({ type: "number", start, end, text, norm: text, value, integer, glued: this.isGlued(start) });
  }

  /** "−€1,266", "CI -$40": the minus stands before the money, and the number takes in both. */
  private owed(from: number): Token | undefined {
    const { tokens } = this;
    const [before, minus, money] = [tokens.at(-3), tokens.at(-2), tokens.at(-1)];
    if (money?.end !== from || !money.glued || minus?.norm !== "-" || !/^[$€£]$/.test(money.norm))
      return undefined;
    if (before?.type === "number" || /^[%)\]]$/.test(before?.norm ?? "")) return undefined;
    tokens.splice(-2, 2);
    return minus;
  }

  /** "P < 10-6", "p = 10⁻⁸": a power whose exponent may have lost its place, for no p-value is 10. */
  private lostPower(from: number): ScannedNumber | undefined {
    const { s, tokens } = this;
    if (s.charCodeAt(from) !== 49 || s.charCodeAt(from + 1) !== 48) return undefined;
    const sign = tokens[tokens.length - 1];
    if (sign?.type !== "symbol" || !/^[<=]/.test(sign.norm)) return undefined;
    return /^p|^value$/.test(tokens[tokens.length - 2]?.norm ?? "") ? scanTinyPower(s, from) : undefined;
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
    const before = tokens[tokens.length - 2];
    if (sign?.norm === "minus" && from - sign.end === 1 && before?.type !== "number") {
      tokens.pop();
      return sign;
    }
    if (sign?.type !== "symbol" || (sign.norm !== "-" && sign.norm !== "+")) return undefined;
    if (sign.end !== from) {
      if (from - sign.end > 2 || !isSpace(s.charCodeAt(sign.end))) return undefined;
      const opens =
        before === undefined || (before.type === "symbol" && "([:=,<>;".includes(before.norm[0]!));
      const contrasts = before !== undefined && CONTRASTS.has(before.norm);
      // a minus proper, unless it stands between a value's unit and another value
      const minus = sign.text === "−" && !sign.glued && tokens[tokens.length - 3]?.type !== "number";
      const named = before?.type === "word" || before?.norm === ")" || before?.norm === "]";
      if (!opens && !(contrasts && sign.norm === "-") && !(minus && named)) return undefined;
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

  /**
   * The signs of Markdown round a word, `*P* = .02` and `_n_ = 12`, and round numbers, `**0.71**`: they only say how it looks. Bold words
   * are set apart.
   */
  private emphasis(): boolean {
    const { s, at } = this;
    const c = s.charCodeAt(at);
    if (c !== 42 && c !== 95) return false;
    const end = at + 1;
    if (s.charCodeAt(end) === c && !isLetter(s.charCodeAt(at - 1)) && !isLetter(s.charCodeAt(at + 3))) {
      this.at = end + 1;
      return true;
    }
    if (s.charCodeAt(end) === c || s.charCodeAt(at - 1) === c) return false;
    const opens = isLetter(s.charCodeAt(end)) && !(at > 0 && isWordy(s.charCodeAt(at - 1)));
    const closes = at > 0 && isLetter(s.charCodeAt(at - 1)) && !isWordy(s.charCodeAt(end));
    if (!opens && !closes) return false;
    this.at = end;
    return true;
  }

  private symbol(): void {
    if (this.emphasis()) return;
    const { end, norm } = symbolAt(this.s, this.at);
    const width = norm === "-" && this.isDouble() ? 1 : 0;
    this.push("symbol", this.at, end + width, this.meant(norm, end));
  }

  /** "0.57--0.84": two hyphens are a dash, unless what is before them is less than nothing. */
  private isDouble(): boolean {
    const { s, at, tokens } = this;
    const before = tokens[tokens.length - 1];
    const next = s.charCodeAt(at + 2);
    return (
      s.startsWith("--", at) &&
      (isDigit(next) || next === 46) &&
      before?.end === at &&
      (before.norm === "%" || before.value >= 0)
    );
  }

  /** What a sign stands for: in "n: 40" a colon is an equals sign. */
  private meant(norm: string, end: number): string {
    if (norm === ":" && this.tokens[this.tokens.length - 1]?.text === "n") return "=";
    return this.listed(norm, end) ? "," : norm;
  }

  /** "35,9; 38,8; and 35,5 months": where commas are decimal signs, semicolons part the numbers of a list. */
  private listed(norm: string, end: number): boolean {
    if (norm !== ";" || !this.decimalComma) return false;
    const [opens, before] = this.tokens.slice(-2);
    const next = opens?.norm === "(" ? TWO_NEXT : NUMBER_NEXT;
    next.lastIndex = end;
    return (before?.type === "number" || before?.norm === "%") && next.test(this.s);
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
