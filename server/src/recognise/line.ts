/** One sentence as recognisers see it: its tokens, its brackets and who has taken which number. */
import { PEOPLE } from "./lexicon/people.js";
import { MARK, marksOf } from "./marks.js";
import { numberInWords } from "../text/numbers.js";
import { tokenise, type Token } from "../text/tokens.js";
import { words } from "../text/words.js";

/** Why a number is no result of the study, or that it belongs to one. */
export type Claim = "statement" | (string & {});

export interface Line {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** For a bracket, the index of its partner; otherwise -1. */
  readonly partner: readonly number[];
  /** How many brackets are open at each token. */
  readonly depth: readonly number[];
  /** The innermost bracket that is open at each token, or -1. */
  readonly open: readonly number[];
  /** What each word may begin: bits of `MARK`. */
  readonly marks: readonly number[];
  /** By token index: who has taken this number. */
  readonly claims: (Claim | undefined)[];
}

export function lineOf(text: string, decimalComma = false): Line {
  let tokens: readonly Token[] = joinPrinted(text, tokenise(text, decimalComma));
  let marks = markAll(tokens);
  if (marks.some((m) => (m & MARK.numeral) !== 0)) {
    const joined = joinNumberWords(text, tokens, marks);
    if (joined !== tokens) marks = markAll(joined);
    tokens = joined;
  }
  const partner: number[] = [];
  const depth: number[] = [];
  const open: number[] = [];
  const stack: number[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const t = tokens[i]!;
    depth.push(Math.min(stack.length, 255));
    open.push(stack.length ? stack[stack.length - 1]! : -1);
    partner.push(-1);
    if (t.type !== "symbol") continue;
    if (t.norm === "(" || t.norm === "[" || t.norm === "{") stack.push(i);
    else if (t.norm === ")" || t.norm === "]" || t.norm === "}") {
      const opened = stack.pop();
      // a bracket that closes another kind, "(n = 5]", still closes
      if (opened !== undefined) {
        partner[opened] = i;
        partner[i] = opened;
        depth[i] = stack.length;
        open[i] = open[opened]!;
      }
    }
  }
  return { text, tokens, partner, depth, open, marks, claims: new Array<Claim | undefined>(tokens.length) };
}

const markAll = (tokens: readonly Token[]): number[] => tokens.map(marksOf);

/** Words whose number stands alone, so that no thousands follow it: "grade 3 640". */
const NUMBERED = words(`
grade grades stage phase group groups arm arms week weeks day days month months year years type class level dose part and or age aged
version table figure visit cohort cycle cycles time at
`);

/** What a number of three digits may be measured in where the one before it has its own noun: "vaccine 2 250 mg". */
const MEASURED = words(
  "% mg g kg ml l iu µg μg mcg mm cm nm ms min s h months days weeks hours minutes mmol ng",
);

/** "36 405 adults", "(n = 1 167)", "per 100 000": thousands set apart by an ordinary space. */
function thousandsAt(text: string, tokens: readonly Token[], i: number): boolean {
  const a = tokens[i]!;
  const b = tokens[i + 1];
  if (a.type !== "number" || b?.type !== "number" || !a.integer || !b.integer) return false;
  if (
    b.start !== a.end + 1 ||
    text[a.end] !== " " ||
    !/^[1-9]\d{0,2}$/.test(a.text) ||
    !/^\d{3}$/.test(b.text)
  )
    return false;
  const norm = (k: number): string => tokens[k]?.norm ?? "";
  if (PEOPLE.has(norm(i + 2)) || (tokens[i + 2]?.type === "word" && PEOPLE.has(norm(i + 3)))) return true;
  if (NUMBERED.has(norm(i - 1)) || tokens[i + 2]?.type === "number") return false;
  return b.text === "000" || !MEASURED.has(norm(i + 2));
}

/** Several printed tokens that mean one: thousands, and "out of" between the numbers of a share. */
function joinPrinted(text: string, tokens: readonly Token[]): readonly Token[] {
  let out: Token[] | undefined;
  for (let i = 0; i < tokens.length; i++) {
    const a = tokens[i]!;
    const b = tokens[i + 1];
    const thousands = a.type === "number" && thousandsAt(text, tokens, i);
    const share =
      a.norm === "out" &&
      b?.norm === "of" &&
      tokens[i - 1]?.type === "number" &&
      tokens[i + 2]?.type === "number";
    if (!b || (!thousands && !share)) {
      out?.push(a);
      continue;
    }
    out ??= tokens.slice(0, i);
    const printed = text.slice(a.start, b.end);
    out.push(
      share
        ? { ...a, end: b.end, text: printed, norm: "of" }
        : { ...a, end: b.end, text: printed, norm: printed, value: a.value * 1000 + b.value },
    );
    i++;
  }
  return out ?? tokens;
}

/**
 * Numbers in words become one number token: "Thirty-three", "six hundred thirty". A lone "one" stays a word, since it is a pronoun
 * more often than a count; recognisers of counts look at it themselves.
 */
function joinNumberWords(text: string, tokens: readonly Token[], marks: readonly number[]): readonly Token[] {
  let out: Token[] | undefined;
  for (let i = 0; i < tokens.length; i++) {
    const t = tokens[i]!;
    if (!(marks[i]! & MARK.numeral)) {
      out?.push(t);
      continue;
    }
    if (t.norm === "no" || t.norm === "none") {
      if (countsNobody(tokens, i)) {
        out ??= tokens.slice(0, i);
        out.push({ ...t, type: "number", value: 0, integer: true });
      } else out?.push(t);
      continue;
    }
    const words: string[] = [];
    const ends: number[] = [];
    for (let j = i; j < tokens.length && j < i + 12; j++) {
      const w = tokens[j]!;
      if (w.type !== "word" && w.norm !== "-") break;
      for (const part of w.norm.split(/[-–‐‑]/)) {
        if (!part) continue;
        words.push(part);
        ends.push(j);
      }
    }
    const found = numberInWords(words);
    const last = found ? ends[found.length - 1]! : i;
    const whole = found !== undefined && ends[found.length] !== last;
    if (!found || !whole) {
      out?.push(t);
      continue;
    }
    out ??= tokens.slice(0, i);
    const end = tokens[last]!.end;
    const type =
      found.length === 1 &&
      found.value === 1 &&
      !countsOne(tokens[last + 1]) &&
      !oneEvent(tokens, last) &&
      !oneIn(tokens, last) &&
      !oneOf(tokens, last)
        ? "word"
        : "number";
    out.push({
      type,
      start: t.start,
      end,
      text: text.slice(t.start, end),
      norm: words.slice(0, found.length).join(" "),
      value: found.value,
      integer: true,
      glued: t.glued,
    });
    i = last;
  }
  return out ?? tokens;
}

/** "one patient", "one (2%)": a count; otherwise "one" is a pronoun. */
const countsOne = (next: Token | undefined): boolean =>
  next !== undefined &&
  (/^(?:patient|participant|case|death|subject|woman|man|child|infant|event)$/.test(next.norm) ||
    next.norm === "(" ||
    next.norm === "[");

/** "One treatment-related death", "one severe adverse event", not "at least one adverse event". */
function oneEvent(tokens: readonly Token[], i: number): boolean {
  if (/^(?:least|than|the|this|that|any|every|each|no|which|or|per|zero)$/.test(tokens[i - 1]?.norm ?? ""))
    return false;
  for (let k = i + 1; k < i + 5; k++) {
    const t = tokens[k];
    if (t?.type !== "word" || /^(?:of|in|or|and|to|for|with|by|on|at|more|was|had|the|a)$/.test(t.norm))
      return false;
    if (COUNTED_ONCE.has(t.norm)) return true;
  }
  return false;
}

const COUNTED_ONCE: ReadonlySet<string> = new Set([
  "death",
  "event",
  "patient",
  "participant",
  "recurrence",
  "relapse",
]);

/** "one of 177": a share of people, where "one of 3 groups" is a pronoun. */
function oneOf(tokens: readonly Token[], i: number): boolean {
  const total = tokens[i + 2];
  if (tokens[i + 1]?.norm !== "of" || total?.type !== "number" || !total.integer) return false;
  const after = tokens[i + 3];
  if (after === undefined || PEOPLE.has(after.norm)) return true;
  return after.type === "symbol"
    ? /^[()[\].,;]$/.test(after.norm)
    : /^(?:in|with|on|had|vs|versus|and)$/.test(after.norm);
}

/** "one in six women": a share. */
const oneIn = (tokens: readonly Token[], i: number): boolean =>
  tokens[i + 1]?.norm === "in" &&
  /^(?:three|four|five|six|seven|eight|nine|ten|\d{1,3})$/.test(tokens[i + 2]?.norm ?? "") &&
  tokens[i + 3]?.type === "word" &&
  !/^(?:groups?|arms?|of|years?|months?|days?)$/.test(tokens[i + 3]!.norm);

/** "none of the patients", "no deaths occurred", "There were no treatment-related deaths": a count of zero. */
function countsNobody(tokens: readonly Token[], i: number): boolean {
  const w = (k: number): string => tokens[k]?.norm ?? "";
  if (w(i) === "none")
    return w(i + 1) === "of" && /^(?:the|these|our|those)$/.test(w(i + 2)) && PEOPLE.has(w(i + 3));
  for (let k = i + 1; k < i + 5; k++) {
    const noun = w(k);
    const event =
      /^(?:deaths|death)$/.test(noun) ||
      (/^(?:events|effects|reactions)$/.test(noun) &&
        /^(?:adverse|serious)$/.test(w(k - 1)) &&
        w(i + 1) !== "significant");
    if (event) {
      if (/^(?:were|was|there|had)$/.test(w(i - 1)) && w(i - 2) === "there") return true;
      for (let m = k + 1; m < k + 9; m++)
        if (/^(?:occurred|reported|observed|noted|recorded|seen|related|attributed|attributable)$/.test(w(m)))
          return true;
      return false;
    }
    if (
      tokens[k]?.type !== "word" ||
      /^(?:difference|differences|significant|evidence|other|of|in|further|additional|new)$/.test(noun)
    )
      return false;
  }
  return false;
}

/** The norm of token `i`, or "" outside the sentence. */
export const norm = ({ tokens }: Line, i: number): string =>
  i >= 0 && i < tokens.length ? tokens[i]!.norm : "";

export const isNumber = ({ tokens }: Line, i: number): boolean =>
  i >= 0 && i < tokens.length && tokens[i]!.type === "number";

/** A number token that was printed as a word ("twelve"). */
export const inWords = (t: Token): boolean => {
  const first = t.text.charCodeAt(0);
  return t.type === "number" && first >= 65 && first <= 122;
};
