/** What may be the name of an outcome, and its code. */
import type { Span } from "../draft.js";
import { GROUP_NOUNS } from "../lexicon/grammar.js";
import { EVENTS, PEOPLE } from "../lexicon/people.js";
import { UNITS } from "../lexicon/units.js";
import { MONTHS } from "../lexicon/background.js";
import { EMPTY, THIN } from "../lexicon/thin.js";
import { knownArm } from "./label.js";
import { isDose, isVague } from "./labels.js";
import type { Mention } from "./mentions.js";
import { outcomeIn } from "./narrow.js";
import { tellsDegree } from "./phrase.js";
import { endpointAt, norm, textOf, type View } from "./view.js";

export interface Outcome {
  readonly span?: Span;
  readonly text: string;
  readonly code?: string;
  readonly because: string;
}

/** The outcome that a phrase names, with its code where the lexicon, the protocol or an abbreviation of the document knows it. */
export function outcomeFrom(
  v: View,
  span: Span | undefined,
  because: string,
  asSaid = false,
): Outcome | undefined {
  const found = span && (asSaid ? span : outcomeIn(v, v.context, span));
  const s = found && afterLikely(v, asSaid ? found : pastFigures(v, found));
  if (s && norm(v, s.from) === "up" && norm(v, s.from + 1) === "to") return undefined;
  if (
    !s ||
    isDose(v, s) ||
    (norm(v, s.from) === "p" && /^[<=>]/.test(norm(v, s.from + 1))) ||
    (!asSaid && (endsInDose(v, s) || tellsDegree(v, s.from))) ||
    (asSaid ? !says(v, s) || arm(v, s) : nobody(v, s) || noNoun(v, s) || tooThin(v, s))
  )
    return undefined;
  const code = codeOf(v, s);
  return { span: s, text: textOf(v, s), because, ...(code && { code }) };
}

/** "values for weight" → "weight"; "figures for tarvenib", "figures at week 9" name nothing themselves. */
function pastFigures(v: View, s: Span): Span {
  if (!/^(?:figures|values|numbers|results|estimates)$/.test(norm(v, s.from)) || v.cls[s.from + 1] !== "prep")
    return s;
  let from = s.from + 2;
  while (v.cls[from] === "det") from++;
  const rest = { from, to: s.to };
  const names = /^(?:for|of)$/.test(norm(v, s.from + 1)) && from < s.to && !isGroup(v, rest);
  return names ? rest : { from: s.from, to: s.from + 1 };
}

/** "likely to need surgery" → "surgery". */
function afterLikely(v: View, s: Span): Span {
  let { from } = s;
  if (norm(v, from) !== "likely" || norm(v, from + 1) !== "to") return s;
  from += 2;
  if (
    /^(?:have|need|require|experience|develop|report|receive|undergo|achieve|be|show|reach)$/.test(
      norm(v, from),
    )
  )
    from++;
  return from < s.to ? { from, to: s.to } : s;
}

/** "tarvenib 28 mg": what was given. */
const endsInDose = (v: View, s: Span): boolean =>
  v.line.claims[s.to - 2] === "dose" &&
  s.to - s.from > 2 &&
  UNITS.at(v.line, s.to - 1)?.value.kind === "dose";

const NOBODY =
  /^(?:total|study|all|eligible|enrolled|treatment|former|latter|those|others?|intention-to-treat|intent-to-treat|per-protocol|itt|pp|population|populations|safety|set|remaining|rest|us|we|ones?|drugs?|treatments?|pools?|regimens?|medications?|both|interventions?|therapies|matching|ps|psm|propensity|score|matched|iptw|weighting|adjustment|m?recist|criteria)$/;

/** A name that the document compares somewhere, but no arm of its main comparison. */
const elsewhere = (v: View, m: Mention): boolean => m.kind === "arm" && !knownArm(v, m);

/** "was reversed", "those in the A group": a verb's end or a pronoun. */
const noNoun = (v: View, s: Span): boolean =>
  norm(v, s.from) === "those" ||
  (s.to - s.from === 1 && norm(v, s.from) === "related") ||
  (s.to - s.from === 1 && norm(v, s.from).endsWith("ed") && v.cls[s.from - 1] === "verb");

/** Nothing but people or a group. */
function nobody(v: View, s: Span): boolean {
  if (
    v.mentions.some(
      (m) =>
        m.from === s.from &&
        (m.kind === "arm"
          ? !elsewhere(v, m) && onlyThin(v, m.to, s.to)
          : m.to < s.to && isDose(v, { from: m.to, to: s.to })),
    )
  )
    return true;
  if (
    v.mentions.some(
      (m) =>
        m.to >= s.to &&
        m.kind !== "all" &&
        !elsewhere(v, m) &&
        (m.kind === "people" ? m.from === s.from : m.from <= s.from),
    ) &&
    !endpointAt(v, v.context, s.from)
  )
    return true;
  for (let k = s.from; k < s.to; k++)
    if (
      v.cls[k] === "word" &&
      (!PEOPLE.has(norm(v, k)) || EVENTS.has(norm(v, k))) &&
      !GROUP_NOUNS.has(norm(v, k)) &&
      !NOBODY.test(norm(v, k))
    )
      return false;
  return true;
}

/** "(M = 14.6, SD = 3.1)" is the mean of what was named before. */
const thin = (w: string): boolean => THIN.has(w) || MONTHS.has(w) || /^p\d?[=<>≤]|-adjusted$|^m$/.test(w);

const tooThin = (v: View, s: Span): boolean => {
  if (endpointAt(v, v.context, s.from)) return false;
  for (let k = s.from; k < s.to; k++)
    if (v.cls[k] === "word" && v.line.tokens[k]!.type === "word" && !thin(norm(v, k)) && !pointOfTime(v, k))
      return false;
  return true;
};

/** "time points", "visit 3". */
const pointOfTime = (v: View, k: number): boolean =>
  norm(v, k) === "visit"
    ? v.line.tokens[k + 1]?.type === "number"
    : norm(v, k) === "time" && /^points?$/.test(norm(v, k + 1));

/** "completed the study" says what people did; "at least", "to be" and "2" say nothing. */
function says(v: View, s: Span): boolean {
  const told = (k: number): boolean =>
    v.line.tokens[k]!.type === "word" &&
    /^(?:word|verb)$/.test(v.cls[k]!) &&
    norm(v, k) !== "be" &&
    !MONTHS.has(norm(v, k));
  for (let k = s.from; k < s.to; k++) if (told(k)) return s.to - s.from > 1 || !EMPTY.has(norm(v, k));
  return false;
}

/** "17 (10%) patients with [tarvenib]". */
const arm = (v: View, s: Span): boolean =>
  v.mentions.some((m) => m.kind === "arm" && m.from <= s.from && m.to >= s.to && knownArm(v, m));

const onlyThin = (v: View, from: number, to: number): boolean => {
  for (let k = from; k < to; k++)
    if (!thin(norm(v, k)) && !/^(?:doses?|treatment|therapy|regimens?|use|administration)$/.test(norm(v, k)))
      return false;
  return true;
};

/** The last standard endpoint that the phrase ends with or is built on. */
function codeOf(v: View, s: Span): string | undefined {
  let code: string | undefined;
  for (let k = s.from; k < s.to; k++) {
    const e = endpointAt(v, v.context, k);
    if (!e || e.end > s.to) continue;
    const next = v.cls[e.end];
    if (
      e.end === s.to ||
      next === "prep" ||
      next === "open" ||
      next === "who" ||
      /^(?:rates?|events?|time|duration|outcome|levels?|benefit|probability)$/.test(norm(v, e.end))
    )
      code = e.value.code;
    k = e.end - 1;
    if (code) break;
  }
  return code;
}

/** True where the span is a group, wholly or at its end. */
export const isGroup = (v: View, s: Span): boolean =>
  v.mentions.some(
    (m) =>
      m.from < s.to &&
      m.to > s.from &&
      (m.to >= s.to || m.from <= s.from) &&
      m.kind !== "versus" &&
      !endpointAt(v, v.context, s.from),
  ) || isVague(v, s);
