/** Noun phrases without a tagger: what stands between function words, verbs, values and punctuation. */
import type { Span } from "../draft.js";
import { PEOPLE } from "../lexicon/people.js";
import { DEGREE } from "../lexicon/thin.js";
import { FREE, norm, overBracket, underBracket, type Words } from "./view.js";

/** A phrase is cut after so many tokens. */
const LONGEST = 16;

const INNER_SIGNS = new Set("- / + ® ™ ' ’ < > <= >= % ² γ * ± °".split(" "));

/** Prepositions that may stand inside an outcome. */
const INNER_PREPS = new Set([
  "of",
  "to",
  "for",
  "in",
  "from",
  "with",
  "without",
  "on",
  "at",
  "by",
  "within",
  "after",
  "before",
  "during",
]);

export interface Reach {
  /** Prepositions inside the phrase are allowed. */
  readonly preps?: boolean;
  /** "and", "or" and commas inside the phrase are allowed. */
  readonly lists?: boolean;
  /** Words that a count covers ("20 [female recipients]") are allowed. */
  readonly counted?: boolean;
}

function inside(v: Words, k: number, reach: Reach): boolean {
  if (v.owner[k] !== FREE && !(reach.counted && v.line.claims[k] === undefined)) return false;
  switch (v.cls[k]) {
    case "word":
      return true;
    case "sign":
      return INNER_SIGNS.has(norm(v, k));
    case "det":
    case "prep":
      if (
        norm(v, k) === "to" &&
        v.line.tokens[k - 1]?.type === "number" &&
        v.line.tokens[k + 1]?.type === "number"
      )
        return true;
      if (norm(v, k) === "before" && norm(v, k + 1).endsWith("ing")) return false;
      return reach.preps === true && (v.cls[k] === "det" || INNER_PREPS.has(norm(v, k)));
    case "and":
      return norm(v, k) === "or" || reach.lists === true;
    case "comma":
      return reach.lists === true;
    // "bleeding requiring transfusion", but "women requiring transfusion"
    case "verb":
      return (
        /^(?:requir|need)ing$/.test(norm(v, k)) && v.cls[k - 1] === "word" && !PEOPLE.has(norm(v, k - 1))
      );
    default:
      return false;
  }
}

/** A bracket that only abbreviates or explains: no value stands in it. */
function aside(v: Words, from: number, to: number): boolean {
  if (to - from > 30) return false;
  for (let k = from; k <= to; k++) if (v.owner[k] !== FREE || v.cls[k] === "number") return false;
  return true;
}

/** "at a cut-off of 14 pg/mL the test": an article that no preposition and no verb leads to ("to fill their script") begins another phrase. */
const startsAnew = (v: Words, k: number): boolean =>
  v.cls[k] === "det" &&
  // "were inactive with a mean BMI of"
  ((norm(v, k - 1) === "with" && /^(?:mean|median|average)$/.test(norm(v, k + 1))) || afterNoun(v, k));

const afterNoun = (v: Words, k: number): boolean =>
  /^(?:the|a|an|its|their|this|these|our)$/.test(norm(v, k)) &&
  /^(?:word|number|sign|close)$/.test(v.cls[k - 1] ?? "") &&
  !norm(v, k - 1).endsWith("ing") &&
  norm(v, k - 2) !== "to";

/** The phrase that ends right before token `end`, not before `floor`. */
export function phraseBefore(v: Words, end: number, floor = 0, reach: Reach = {}): Span | undefined {
  let from = end;
  for (let k = end - 1; k >= floor && end - k <= LONGEST; k--) {
    const open = underBracket(v, k);
    if (open < k) {
      if (open < floor || !aside(v, open, k)) break;
      k = open;
      continue;
    }
    if (!inside(v, k, reach)) break;
    from = k;
    if (startsAnew(v, k) && k > floor) break;
  }
  while (from < end && v.line.partner[end - 1]! >= 0 && underBracket(v, end - 1) < end - 1)
    end = underBracket(v, end - 1);
  return clean(v, { from, to: end });
}

/** The phrase that starts at token `start`, not reaching `ceiling`. */
export function phraseAfter(
  v: Words,
  start: number,
  ceiling = v.cls.length,
  reach: Reach = {},
): Span | undefined {
  let to = start;
  for (let k = start; k < ceiling && k - start <= LONGEST; k++) {
    const over = overBracket(v, k);
    if (over > k) {
      if (k === start || over > ceiling || !aside(v, k, over - 1)) break;
      k = over - 1;
      continue;
    }
    if (k === start && (v.cls[k] === "det" || v.cls[k] === "adverb")) {
      start++;
      continue;
    }
    if (!inside(v, k, reach)) break;
    to = k + 1;
  }
  return clean(v, { from: start, to });
}

/** "as follows: for any infection, 46%; for severe infection, 57%": the token before a phrase, or before the "for" that opens a part with it. */
export function beforeFor(v: Words, s: Span): number {
  const before = s.from - (v.cls[s.from - 1] === "det" ? 3 : 2);
  const opens = norm(v, before + 1) === "for" && /^(?:semi|colon|comma|and)$/.test(v.cls[before] ?? "");
  return opens ? before : s.from - 1;
}

/** "superior for men", "lower with olvadine", not "moderate to severe rash": the words from token `k` on compare and name nothing. */
export const tellsDegree = (v: Words, k: number): boolean =>
  DEGREE.has(norm(v, k)) &&
  (v.cls[k + 1] === "prep" || norm(v, k + 1) === "regardless") &&
  norm(v, k) !== "moderate";

/** Function words and punctuation at the edges are no part of a phrase. */
export function clean(v: Words, s: Span): Span | undefined {
  let { from, to } = s;
  while (from < to && !starts(v, from)) from++;
  while (to > from && !ends(v, to - 1)) to--;
  return from < to ? { from, to } : undefined;
}

const starts = (v: Words, k: number): boolean =>
  v.cls[k] === "word" || (v.cls[k] === "sign" && /^[<>]/.test(norm(v, k)));

const ends = (v: Words, k: number): boolean =>
  v.cls[k] === "word" ||
  (v.cls[k] === "sign" && norm(v, k) === "+") ||
  v.cls[k] === "close" ||
  v.cls[k] === "number";
