/** Noun phrases without a tagger: what stands between function words, verbs, values and punctuation. */
import type { Span } from "../draft.js";
import { OUTCOME_EDGE, OUTCOME_SHELLS, TIME_WORDS } from "../lexicon/grammar.js";
import { PEOPLE } from "../lexicon/people.js";
import { DEGREE } from "../lexicon/thin.js";
import type { Context } from "./context.js";
import { FREE, endpointAt, norm, overBracket, underBracket, type Words } from "./view.js";

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
  DEGREE.has(norm(v, k)) && v.cls[k + 1] === "prep" && norm(v, k) !== "moderate";

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

/** The narrower phrase that names what was measured: "the 4-year rates of grade 2 fibrosis" → "grade 2 fibrosis". */
export function outcomeIn(v: Words, context: Context, span: Span): Span | undefined {
  let { from, to } = span;
  for (let steps = 0; steps < 24 && from < to; steps++) {
    const next = edge(v, context, from, to);
    if (next === from || (context.longForms.size > 0 && context.longForms.has(spell(v, from, to)))) break;
    from = next;
  }
  to = beforeCircumstance(v, from, to);
  let changed = true;
  while (changed && to > from) {
    changed = false;
    const last = v.cls[to - 1]!;
    const w = norm(v, to - 1);
    if (TRAILING.has(last)) changed = true;
    else if (last === "sign" && w !== "+" && w !== "%") changed = true;
    else if ((w === "baseline" || TIME_WORDS.has(w)) && to - 1 > from && !norm(v, to - 2).endsWith("-free"))
      changed = true;
    else if (v.line.claims[to - 1] === "time point" && to - 1 > from) changed = true;
    // "operative time [longer]", not "grade 3 or higher"
    else if (WAY.test(w) && to - 1 > from && v.cls[to - 2] === "word" && !endpointAt(v, context, to - 1))
      changed = true;
    else if (to - 1 > from && dangles(norm(v, to - 2), w)) changed = true;
    // "blood loss in the first [24 hours]"
    else if (v.cls[to - 2] === "det" && ORDER.test(w)) changed = true;
    else if (last === "close" && underBracket(v, to - 1) > from && underBracket(v, to - 1) < to - 1) {
      to = underBracket(v, to - 1) + 1;
      changed = true;
    }
    if (changed) to--;
  }
  return from < to ? { from, to } : undefined;
}

const TRAILING = new Set("prep det adverb verb and who comma colon versus".split(" "));

/** "rash [related] to", "events [up] to week 9", "weight [± SD]". */
const dangles = (before: string, last: string): boolean =>
  before === "±" ? /^(?:sd|sem?|standard)$/.test(last) : LEADS_ON.test(last) && before !== "follow";

const LEADS_ON = /^(?:related|attributed|attributable|according|based|up)$/;

const WAY = /^(?:long|short|low|high|great|small|larg|fast|slow)e?r$/;

const ORDER = /^(?:first|last|past|initial|final|next|previous)$/;

/** The phrase in lower case, without an abbreviation in brackets at its end. */
function spell(v: Words, from: number, to: number): string {
  let end = to;
  while (end > from && underBracket(v, end - 1) < end - 1) end = underBracket(v, end - 1);
  const t = v.line.tokens;
  return end > from
    ? v.line.text
        .slice(t[from]!.start, t[end - 1]!.end)
        .toLowerCase()
        .replace(/\s+/g, " ")
    : "";
}

/** When and in whom it was measured: "… from baseline to week 24", "… with both drugs", "… in all patients". */
function beforeCircumstance(v: Words, from: number, to: number): number {
  for (let k = from + 1; k < to - 1; k++) {
    if (v.cls[k] !== "prep") continue;
    const next = norm(v, k + 1);
    if (
      /^(?:baseline|weeks?|months?|days?|years?|both|all|each|either|these|this|those|our|endpoint)$/.test(
        next,
      )
    )
      return k;
    const claim = v.line.claims[k + 1];
    if (claim === "time point" || claim === "time") return k;
    if (/^(?:in|of|among)$/.test(norm(v, k)) && PEOPLE.has(next)) return k;
  }
  return to;
}

function edge(v: Words, context: Context, from: number, to: number): number {
  const c = v.cls[from]!;
  const w = norm(v, from);
  if (c === "sign" && /^[<>]/.test(w)) return from;
  if (c !== "word" && c !== "number") return from + 1;
  if (endpointAt(v, context, from)) return from;
  const over = overBracket(v, from + 1);
  const next = over > from + 1 && over < to ? over : from + 1;
  if (next >= to) return from;
  const follows = v.cls[next]!;
  // people are lost to follow-up, and that is what is counted
  const lost = w === "loss" && norm(v, next) === "to";
  if (OUTCOME_SHELLS.has(w) && follows === "prep" && shellPrep(v, next) && !lost)
    return (BEARING.test(w) ? pastOn(v, next, to) : undefined) ?? next + 1;
  if (
    PEOPLE.has(w) &&
    (follows === "prep" || follows === "who") &&
    /^(?:with|who|having)$/.test(norm(v, next))
  )
    return next + 1;
  if (PEOPLE.has(w) && follows === "verb") return next;
  if (OUTCOME_EDGE.has(w)) return next;
  // "the secondary outcome of delivery within 48 hours"
  if (/^(?:co-?)?(?:primary|secondary)$/.test(w) && /^(?:outcomes?|end|end-?points?)$/.test(norm(v, next))) {
    const of = norm(v, next) === "end" ? next + 2 : next + 1;
    if (norm(v, of) === "of" && of + 1 < to) return of + 1;
  }
  if (timeModifier(v, from)) return next;
  if ((w === "-" || w === "/") && from + 1 < to) return from + 1;
  return from;
}

const BEARING = /^(?:effects?|impact)$/;

/** "effect of walking on sleep": the outcome is what the effect is on. */
function pastOn(v: Words, from: number, to: number): number | undefined {
  for (let k = from + 1; k < to - 1; k++)
    if (norm(v, k) === "on") return v.cls[k + 1] === "det" && k + 2 < to ? k + 2 : k + 1;
  return undefined;
}

const shellPrep = (v: Words, k: number): boolean => /^(?:of|in|for|on|with|to|from|at)$/.test(norm(v, k));

/** "5", "-", "year" of "5-year survival"; "36-month". */
function timeModifier(v: Words, i: number): boolean {
  const t = v.line.tokens[i]!;
  if (v.line.claims[i] === "time point" || v.line.claims[i] === "time") return true;
  if (TIME_WORDS.has(t.norm)) return true;
  return (
    t.type === "word" &&
    /^(?:\d+|one|two|three|four|five|six|ten|twelve|twenty-four)[-‐–](?:year|month|week|day|h|hour|yr)s?$/.test(
      t.norm,
    )
  );
}
