/** The words of a phrase that name what was measured: without rates, verbs, times and groups at its edges. */
import type { Span } from "../draft.js";
import { OUTCOME_EDGE, OUTCOME_SHELLS, TIME_WORDS } from "../lexicon/grammar.js";
import { PEOPLE } from "../lexicon/people.js";
import type { Context } from "./context.js";
import { endpointAt, norm, overBracket, underBracket, type Words } from "./view.js";

/** The narrower phrase that names what was measured: "the 4-year rates of grade 2 fibrosis" → "grade 2 fibrosis". */
export function outcomeIn(v: Words, context: Context, span: Span): Span | undefined {
  let { from, to } = span;
  for (let steps = 0; steps < 24 && from < to; steps++) {
    const next = edge(v, context, from, to);
    if (isWhen(v, next)) return undefined;
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

/** Classes of words that no outcome ends with. */
const TRAILING = new Set("prep det adverb verb and who comma colon versus".split(" "));

/** "rash [related] to", "events [up] to week 9", "weight [± SD]", "score on [d] 3". */
const dangles = (before: string, last: string): boolean =>
  before === "±"
    ? /^(?:sd|sem?|standard)$/.test(last)
    : (LEADS_ON.test(last) && before !== "follow") || (last === "d" && /^(?:on|at|by)$/.test(before));

const LEADS_ON = /^(?:regardless|irrespective|related|attributed|attributable|according|based|up)$/;

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

/** "3 months [after] surgery": a time, told from what comes behind it. */
const isWhen = (v: Words, k: number): boolean =>
  TIME_WORDS.has(norm(v, k - 1)) && /^(?:after|before|following|since)$/.test(norm(v, k));

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
    if (claim === "time point" || claim === "time" || inGroups(v, k + 1, to)) return k;
    if (/^(?:in|of|among)$/.test(norm(v, k)) && PEOPLE.has(next)) return k;
  }
  return to;
}

/** "onset of itching in [the two groups]". */
const inGroups = (v: Words, k: number, to: number): boolean =>
  /^(?:groups|arms|cohorts)$/.test(norm(v, to - 1)) &&
  /^(?:two|three|four|five|study|treatment)$/.test(norm(v, v.cls[k] === "det" ? k + 1 : k));

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
  if (OUTCOME_EDGE.has(w) || isVerb(v, from)) return next;
  // "the secondary outcome of delivery within 48 hours"
  if (/^(?:co-?)?(?:primary|secondary)$/.test(w) && /^(?:outcomes?|end|end-?points?)$/.test(norm(v, next))) {
    const of = norm(v, next) === "end" ? next + 2 : next + 1;
    if (norm(v, of) === "of" && of + 1 < to) return of + 1;
  }
  // "day-3 survival"
  if (timeModifier(v, from) || (norm(v, from - 1) === "-" && TIME_WORDS.has(norm(v, from - 2)))) return next;
  if ((w === "-" || w === "/") && from + 1 < to) return from + 1;
  return from;
}

const BEARING = /^(?:effects?|impact|influence)$/;

/** "did not [show] changes", "tarvenib significantly [enhanced] recall": a verb that no list knows. */
const isVerb = (v: Words, k: number): boolean =>
  (norm(v, k - 1) === "not" && /^(?:did|does|do|could)$/.test(norm(v, k - 2))) ||
  (v.cls[k - 1] === "adverb" && v.cls[k - 2] === "word" && norm(v, k).endsWith("ed"));

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
