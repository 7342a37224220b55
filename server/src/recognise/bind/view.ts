/** One sentence as the binding sees it: word classes, and which value owns which token. */
import type { Draft, PDraft, Span } from "../draft.js";
import { ENDPOINTS, type Endpoint } from "../lexicon/endpoints.js";
import { GROUP_NOUNS, MEMBERS, WORD_CLASS, type WordClass } from "../lexicon/grammar.js";
import { PEOPLE } from "../lexicon/people.js";
import type { Token } from "../../text/tokens.js";
import type { Line } from "../line.js";
import type { Scope } from "../scope.js";
import { breaksOf } from "./clause.js";
import type { Context } from "./context.js";
import type { Mention } from "./mentions.js";

/** In `owner`: belongs to no value; to a p-value or an interval that stands apart. */
export const FREE = -1;
export const FOREIGN = -2;

export interface Words {
  readonly line: Line;
  readonly cls: readonly WordClass[];
  /** By token: index of the draft that owns it, FREE or FOREIGN. */
  readonly owner: readonly number[];
  /** The tokens at which a part of the sentence ends and another begins, in order. */
  readonly breaks: readonly number[];
}

export interface View extends Words {
  readonly scope: Scope;
  readonly drafts: readonly Draft[];
  readonly ps: readonly PDraft[];
  readonly context: Context;
  /** Where the sentence names groups, in order. */
  readonly mentions: readonly Mention[];
  /** Groups that the sentence before named, for "the former" and "the latter". */
  readonly before: readonly { readonly text: string; readonly key: string }[];
}

const SYMBOL_CLASS: ReadonlyMap<string, WordClass> = new Map<string, WordClass>([
  [",", "comma"],
  [";", "semi"],
  [".", "semi"],
  ["?", "semi"],
  [":", "colon"],
  ["(", "open"],
  ["[", "open"],
  ["{", "open"],
  [")", "close"],
  ["]", "close"],
  ["}", "close"],
  ["&", "and"],
]);

/** The class of every token; numbers that are no results count as words, since they belong to names ("grade 3", "IL-6", "300 mg"). */
export function classesOf(line: Line): WordClass[] {
  const out: WordClass[] = [];
  for (let i = 0; i < line.tokens.length; i++) out.push(classOf(line, i));
  return out;
}

function classOf(line: Line, i: number): WordClass {
  const t = line.tokens[i]!;
  if (t.type === "word") return classOfWord(line, i);
  if (t.type === "symbol") return SYMBOL_CLASS.get(t.norm) ?? "sign";
  const claim = line.claims[i];
  return claim === undefined || claim === "statement" ? "number" : "word";
}

const endsInLy = (word: string): boolean =>
  word.length > 4 && word.charCodeAt(word.length - 1) === 121 && word.charCodeAt(word.length - 2) === 108;

const endsInEd = (word: string): boolean =>
  word.charCodeAt(word.length - 1) === 100 && word.charCodeAt(word.length - 2) === 101;

/** Words in -ly that are no adverbs. */
const NO_ADVERB = new Set([
  "early",
  "family",
  "elderly",
  "monthly",
  "nightly",
  "yearly",
  "weekly",
  "daily",
  "assembly",
  "anomaly",
  "likely",
  "unlikely",
  "poly",
  "friendly",
  "fly",
  "reply",
  "supply",
  "biweekly",
  "rally",
  "orally",
]);

const leadsToVerb = (line: Line, i: number): boolean => {
  const before = line.tokens[i]?.norm ?? "%";
  return (
    before === "%" ||
    PEOPLE.has(before) ||
    WORD_CLASS.get(before) === "verb" ||
    /^(?:to|not|who|they)$/.test(before)
  );
};

/** "A". */
const isCapital = ({ text }: Token): boolean =>
  text.length === 1 && text.charCodeAt(0) >= 65 && text.charCodeAt(0) <= 90;

function classOfWord(line: Line, i: number): WordClass {
  const t = line.tokens[i]!;
  // "group A", "arm I", "class A": a letter that names
  if (
    i > 0 &&
    isCapital(t) &&
    line.tokens[i - 1]!.type === "word" &&
    !/^(?:is|was|and|or|as|in|of)$/.test(line.tokens[i - 1]!.norm)
  )
    return "word";
  // "group (A)"
  if (i > 0 && line.partner[i - 1] === i + 1 && isCapital(t)) return "word";
  // "relative uptake" compares nothing
  if (t.norm === "relative" && line.tokens[i + 1]?.norm !== "to") return "adverb";
  // "surgical experience (", "patients experience": a noun but after people and auxiliaries
  if (t.norm === "experience" && !leadsToVerb(line, i - 1)) return "word";
  // "the extended group"
  if (
    i > 0 &&
    endsInEd(t.norm) &&
    GROUP_NOUNS.has(line.tokens[i + 1]?.norm ?? "") &&
    WORD_CLASS.get(line.tokens[i - 1]!.norm) === "det"
  )
    return "word";
  // "in treated villages"
  if (
    endsInEd(t.norm) &&
    MEMBERS.has(line.tokens[i + 1]?.norm ?? "") &&
    WORD_CLASS.get(line.tokens[i - 1]?.norm ?? "") === "prep"
  )
    return "word";
  const known = WORD_CLASS.get(t.norm);
  // "women in the tarvenib group needed more"
  if (!known && i > 0 && endsInEd(t.norm) && /^(?:groups?|arms?|cohorts?)$/.test(line.tokens[i - 1]!.norm))
    return "verb";
  // "MET" and "DID" are abbreviations, "VS" and "OR" are not
  if (known)
    return known !== "versus" &&
      known !== "and" &&
      t.text.length > 1 &&
      t.text.length < 6 &&
      t.text !== t.norm &&
      t.text === t.text.toUpperCase()
      ? "word"
      : known;
  return endsInLy(t.norm) && !NO_ADVERB.has(t.norm) && !t.norm.includes("-") ? "adverb" : "word";
}

export function wordsOf(line: Line, drafts: readonly Draft[], scope: Scope | undefined): Words {
  const owner = new Array<number>(line.tokens.length).fill(FREE);
  const own = (from: number, to: number, who: number): void => {
    for (let k = Math.max(0, from); k <= to && k < owner.length; k++) owner[k] = who;
  };
  if (scope) {
    for (const p of scope.ps) own(p.first, p.last, FOREIGN);
    for (const i of scope.intervals.labelled) own(i.first, i.last, FOREIGN);
  }
  drafts.forEach((d, k) => {
    // "11 of 753 women in the LTD group (1.5%)": the words between are no part of the value
    const percent = d.percent ?? 0;
    if (
      d.n !== undefined &&
      percent > d.first + 3 &&
      /^(?:groups?|arms?)$/.test(line.tokens[percent - 2]!.norm)
    ) {
      own(d.first, Math.max(d.n, d.N ?? 0), k);
      return own(percent - 1, d.last, k);
    }
    // "92% of the patients in the LTD group (215 of 233)"
    if (d.n !== undefined && d.percent === d.first && d.n > percent + 3) {
      own(percent, percent + 1, k);
      return own(d.n - 1, d.last, k);
    }
    if (d.kind !== "group-size") {
      const { interval, unit } = d;
      // "69.8 months in the tarvenib arm (95% CI …)": the words between are no part of the value
      const core =
        unit && d.percent === undefined ? unit.to : interval ? valueEnd(d, interval.first) : d.last;
      if (!interval || interval.first - core < 3) return own(d.first, d.last, k);
      own(d.first, core - 1, k);
      return own(interval.first, d.last, k);
    }
    // "120 (median age 54 years) women": the bracket speaks of other things than the size
    for (let i = Math.max(0, d.first); i <= d.last; i++) {
      const close = line.partner[i]!;
      if (close > i && close <= d.last) i = close;
      else own(i, i, k);
    }
  });
  const cls = classesOf(line);
  return { line, cls, owner, breaks: breaksOf(line, cls) };
}

/** The words of a sentence that was read, made once: for its arms, and for each binding of its values. */
export const wordsIn = (reading: Read): Words =>
  (reading.words ??= wordsOf(reading.scope.line, reading.drafts, reading.scope));

interface Read {
  readonly scope: Scope;
  readonly drafts: readonly Draft[];
  words: Words | undefined;
}

/** The index after the numbers of a proportion that stand before its interval. */
const valueEnd = (d: Draft, interval: number): number => {
  let end = d.first;
  for (const i of [d.n, d.N, d.percent]) if (i !== undefined && i < interval && i > end) end = i;
  return d.kind === "proportion" && end < d.last ? end + (end === d.percent ? 2 : 1) : d.last;
};

export const norm = (v: Words, i: number): string => {
  const { tokens } = v.line;
  return i >= 0 && i < tokens.length ? tokens[i]!.norm : "";
};

/** The index before the words that begin at `from`, or before their article. */
export const beforeDet = (v: Words, from: number): number =>
  v.cls[from - 1] === "det" ? from - 2 : from - 1;

export const classAt = (v: Words, i: number): WordClass | undefined => v.cls[i];

export const textOf = (v: Words, s: Span): string =>
  v.line.text.slice(v.line.tokens[s.from]!.start, v.line.tokens[s.to - 1]!.end);

/** The index after the bracket that opens at `i`, or `i` when none does. */
export const overBracket = (v: Words, i: number): number => {
  const close = v.line.partner[i];
  return close !== undefined && close > i ? close + 1 : i;
};

/** The index of the bracket that closes at `i`, or `i` when none does. */
export const underBracket = (v: Words, i: number): number => {
  const open = v.line.partner[i];
  return open !== undefined && open >= 0 && open < i ? open : i;
};

/** The outermost bracket that the value stands in, or -1. */
export function openBracket({ line: { open } }: Words, d: Draft): number {
  let outermost = -1;
  for (let k = open[d.first]!; k >= 0; k = open[k]!) outermost = k;
  return outermost;
}

/** The endpoint whose name starts at token `i`: of the protocol, of the lexicon, or an abbreviation that the document defines. */
export function endpointAt(
  v: Words,
  context: Context,
  i: number,
): { value: Endpoint; end: number } | undefined {
  const t = v.line.tokens[i];
  if (t?.type !== "word") return undefined;
  const found = context.endpoints?.at(v.line, i) ?? ENDPOINTS.at(v.line, i);
  // "os" and "sd" in small letters are no abbreviations
  if (found && found.end === i + 1 && t.norm.length <= 3 && t.text === t.norm) return undefined;
  return found;
}
