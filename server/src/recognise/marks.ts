/** What a word may begin, looked up once when the line is made, so that no recogniser has to try every word. */
import { NUMERALS } from "../text/numbers.js";
import type { Token } from "../text/tokens.js";
import { words } from "../text/words.js";
import { ENDPOINTS } from "./lexicon/endpoints.js";
import { HEADS } from "./lexicon/heads.js";
import { CREDIBLE, INTERVAL_LABELS, NOT_REACHED, SD_WORDS, SE_WORDS } from "./lexicon/intervals.js";
import {
  ADJUSTED,
  ASSIGNED_UNITS,
  ASSOCIATES,
  ASSOCIATION_CUES,
  GROUP_CUES,
  GROUP_NOUNS,
  MEMBERS,
  SET_CUES,
  SET_NOUNS,
  WORD_CLASS,
} from "./lexicon/grammar.js";
import { PEOPLE } from "./lexicon/people.js";
import { P_WORDS } from "./lexicon/pvalues.js";
import { STATISTICS } from "./lexicon/statistics.js";
import { TIME_NOUNS } from "./lexicon/units.js";

/** One bit a recogniser. A newcomer who adds a word to a lexicon need not come here: the table below is derived from them. */
export const MARK = {
  head: 1,
  endpoint: 2,
  pValue: 4,
  statistic: 8,
  interval: 16,
  spread: 32,
  /** A noun of time, "week" in "week 12". */
  time: 64,
  /** A number in words or a word that begins with one: "twelve", "three-year"; "no" and "none". */
  numeral: 128,
  notReached: 256,
  /** Words of a calculation of the sample size and of levels of significance. */
  plan: 512,
  /** What the naming of a group begins with, turns on or ends in, people among them. */
  group: 1024,
  /** What names a set of analysis. */
  set: 2048,
  /** What tells of an association, alone or with the words beside it. */
  association: 4096,
  /** Of a model of several factors. */
  adjusted: 8192,
} as const;

const PLAN = words(
  "powered power sample detect hypothesized hypothesised significance alpha α two-sided-alpha",
);

const VERSUS = [...WORD_CLASS].flatMap(([word, cls]) => (cls === "versus" ? [word] : []));

const TABLE: ReadonlyMap<string, number> = (() => {
  const table = new Map<string, number>();
  const sources: readonly (readonly [number, Iterable<string>])[] = [
    [MARK.head, HEADS.firsts()],
    [MARK.endpoint, ENDPOINTS.firsts()],
    [MARK.pValue, P_WORDS],
    [MARK.statistic, STATISTICS.keys()],
    [MARK.interval, INTERVAL_LABELS.firsts()],
    [MARK.interval, CREDIBLE],
    [MARK.spread, SD_WORDS],
    [MARK.spread, SE_WORDS],
    [MARK.spread, ["standard"]],
    [MARK.time, TIME_NOUNS.keys()],
    [MARK.numeral, NUMERALS],
    [MARK.numeral, ["no", "none"]],
    [MARK.notReached, NOT_REACHED],
    [MARK.notReached, ["n", "not", "unable"]],
    [MARK.plan, PLAN],
    [MARK.group, PEOPLE],
    [MARK.group, GROUP_NOUNS],
    [MARK.group, MEMBERS],
    [MARK.group, ASSIGNED_UNITS],
    [MARK.group, GROUP_CUES],
    [MARK.group, VERSUS],
    [MARK.set, SET_NOUNS],
    [MARK.set, SET_CUES],
    [MARK.association, ASSOCIATES],
    [MARK.association, ASSOCIATION_CUES],
    [MARK.adjusted, ADJUSTED],
  ];
  for (const [mark, words] of sources)
    for (const word of words) table.set(word, (table.get(word) ?? 0) | mark);
  return table;
})();

/** Hyphens that join the parts of a word. */
const isHyphen = (c: number): boolean => c === 45 || c === 0x2010 || c === 0x2011 || c === 0x2013;

/** "thirty-three", "three-year": what a word with a hyphen begins with may be a number. */
function compound(word: string): number {
  let i = 3;
  while (i < word.length && i < 10 && !isHyphen(word.charCodeAt(i))) i++;
  return i < word.length && i < 10 && NUMERALS.has(word.slice(0, i)) ? MARK.numeral : 0;
}

/** "Pbaseline", "P5" of "P5 min = 0.63", "p1". */
const LETTER_P = 112;
const MOMENT = /^(?:P[a-z]{4,}|[Pp]\d{1,2})$/;

/** "f1" and "t28": the first degrees of freedom are glued to the letter. */
function glued(word: string): number {
  const first = word.charCodeAt(0);
  const second = word.charCodeAt(1);
  return (first === 102 || first === 116) && second >= 48 && second <= 57 ? MARK.statistic : 0;
}

/** The marks of one token; 0 for numbers. */
export function marksOf(t: Token): number {
  if (t.type === "number") return 0;
  const known =
    TABLE.get(t.norm) ??
    ((t.text.charCodeAt(0) | 32) === LETTER_P && MOMENT.test(t.text) ? MARK.pValue : undefined);
  const { length } = t.norm;
  if (length <= 4) return (known ?? 0) | (length > 1 ? glued(t.norm) : 0);
  return known ?? compound(t.norm);
}
