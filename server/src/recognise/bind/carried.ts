/** Outcomes that a value takes over: from the value beside it, from the nearest endpoint, from the sentence before. */
import type { Draft } from "../draft.js";
import { OUTCOME_SHELLS, TIME_WORDS } from "../lexicon/grammar.js";
import { PEOPLE } from "../lexicon/people.js";
import { UNITS } from "../lexicon/units.js";
import { isGroup, outcomeFrom, type Outcome } from "./outcomeName.js";
import { phraseAfter, phraseBefore } from "./phrase.js";
import { predicate } from "./predicate.js";
import { clauseStart } from "./clause.js";
import { FOREIGN, FREE, endpointAt, norm, textOf, type View } from "./view.js";

/** What is said of the people counted. */
export function saidOf(v: View, k: number): Outcome | undefined {
  const d = v.drafts[k]!;
  // "61% of patients were alive at 2 months"
  const whom = v.cls[d.last + 2] === "det" ? d.last + 3 : d.last + 2;
  const people =
    norm(v, d.last + 1) === "of" && (PEOPLE.has(norm(v, whom)) || v.mentions.some((m) => m.from === whom));
  return d.kind === "proportion" || (d.kind === "landmark" && people)
    ? outcomeFrom(v, predicate(v, d), "said of the people counted", true)
    : undefined;
}

/** "78% were resistant to olvadine, 43% to tarvenib": the words behind the preposition that the predicate before has, too. */
export function gapped(v: View, k: number, bound: readonly (Outcome | undefined)[]): Outcome | undefined {
  const o = bound[k - 1];
  const { last } = v.drafts[k]!;
  const at = v.cls[last + 1] === "close" ? last + 2 : last + 1;
  if (
    !o?.span ||
    !o.because.startsWith("said of the people") ||
    !/^(?:to|for|from|against|about)$/.test(norm(v, at))
  )
    return undefined;
  let i = o.span.from - 1;
  while (i < o.span.to && norm(v, i) !== norm(v, at)) i++;
  if (i === o.span.to || o.span.from < v.drafts[k - 1]!.last || o.span.from > at) return undefined;
  const s = phraseAfter(v, at + 1, at + 8);
  return s?.from === at + 1 && !isGroup(v, s)
    ? outcomeFrom(v, s, "said of the people counted, as of those before", true)
    : undefined;
}

/** "… in 83 of 97 in the A group and in 71 of 99": nothing but groups between this value and the one before. */
export function goesOn(v: View, k: number, bound: readonly (Outcome | undefined)[]): Outcome | undefined {
  const o = bound[k - 1];
  if (!o || !alike(v.drafts[k - 1]!, v.drafts[k]!)) return undefined;
  const { first } = v.drafts[k]!;
  // "12% had a stroke or died compared with 16%"
  const against = v.cls[v.cls[first - 1] === "prep" ? first - 2 : first - 1] === "versus";
  if (!onlyGroups(v, k) && !(against && o.because.startsWith("said of"))) return undefined;
  if (saidOf(v, k)) return undefined;
  return { ...o, because: "as the value before" };
}

/** Values of one kind; "74% with tarvenib and 71% with olvadine at 5 years" are, too. */
const alike = (a: Draft, b: Draft): boolean =>
  a.kind === b.kind || (a.kind === "proportion" && b.kind === "landmark");

/** Between value `k` and the one before stand only groups, people, prepositions and conjunctions. */
export function onlyGroups(v: View, k: number): boolean {
  const from = v.drafts[k - 1]!.last + 1;
  const to = v.drafts[k]!.first;
  if (to - from > 30 || to <= from) return false;
  let versus = false;
  for (let i = from; i < to; i++) {
    if (v.cls[i] === "versus") versus = true;
    // "41% (tarvenib) and 47%"
    const close = v.cls[i] === "open" ? v.line.partner[i]! : -1;
    if (close > i && v.mentions.some((m) => m.from === i + 1 && m.to === close)) {
      i = close;
      continue;
    }
    // "… versus placebo (n = 10)"
    if (versus && v.cls[i] === "open" && to - i < 5) return true;
    if (
      v.owner[i] === FOREIGN ||
      /^(?:prep|det|and|comma|close|versus)$/.test(v.cls[i]!) ||
      norm(v, i) === "respectively" ||
      v.line.claims[i] === "time point" ||
      v.line.claims[i] === "dose" ||
      (v.line.claims[i - 1] === "dose" && UNITS.at(v.line, i)) ||
      (/^(?:was|were)$/.test(norm(v, i)) && norm(v, i - 1) === "and") ||
      (TIME_WORDS.has(norm(v, i)) && v.owner[i] === FREE) ||
      MEMBERS.test(norm(v, i)) ||
      // "given every 3 weeks"
      norm(v, i) === "every" ||
      (norm(v, i - 1) === "every" && v.owner[i] === FREE) ||
      (norm(v, i - 2) === "every" && TIME_WORDS.has(norm(v, i))) ||
      // "white (81%) and female (61%)": people right before a bracket are what is counted
      (PEOPLE.has(norm(v, i)) && !(v.cls[i + 1] === "open" && i + 2 === to))
    )
      continue;
    const m = v.mentions.find((x) => x.from <= i && x.to > i);
    if (!m) return false;
    i = m.to - 1;
  }
  return true;
}

const MEMBERS =
  /^(?:who|whom|received|receiving|treated|assigned|given|taking|randomi[sz]ed|allocated|undergoing|as|treatment|therapy)$/;

const FOLLOWED = /^(?:followed|follow-up|followup)$/;

/** "watched for a median of 8.3 years". */
export function followed(v: View, d: Draft): Outcome | undefined {
  if (d.kind !== "median" && d.kind !== "mean") return undefined;
  if (d.unit ? !TIME_WORDS.has(norm(v, d.unit.to - 1)) : d.interval !== undefined) return undefined;
  for (let i = d.first - 1; i >= Math.max(0, d.first - 12); i--)
    // "at follow-up, mean weight was": when
    if (FOLLOWED.test(norm(v, i)) && !(norm(v, i - 1) === "at" && v.cls[i + 1] === "comma"))
      return {
        span: { from: i, to: i + 1 },
        text: textOf(v, { from: i, to: i + 1 }),
        code: "follow-up",
        because: "what took so long",
      };
  // "a median 6 and 11 years of follow-up"
  for (let i = d.last + 1; i < d.last + 6; i++)
    if (norm(v, i) === "of" && FOLLOWED.test(norm(v, i + 1)))
      return outcomeFrom(v, { from: i + 1, to: i + 2 }, "what took so long");
  return undefined;
}

/** "noninferior with respect to the percentage of patients with a response". */
export function inRespectOf(v: View, d: Draft): Outcome | undefined {
  for (let i = d.first - 1; i > 0; i--) {
    if (v.cls[i] === "semi" && v.line.depth[i] === 0) return undefined;
    const w = norm(v, i);
    if ((w === "to" || w === "of") && /^(?:respect|terms|regard)$/.test(norm(v, i - 1)))
      return outcomeFrom(
        v,
        phraseAfter(v, i + 1, d.first, { preps: true }),
        `after '${norm(v, i - 1)} ${w}'`,
      );
  }
  return undefined;
}

/** "a small fall in resting pulse was found in both groups (A: −3.20": the phrase after a noun of change or rate. */
export function afterShell(v: View, d: Pick<Draft, "first">): Outcome | undefined {
  const stop = Math.max(0, d.first - 40);
  for (let i = d.first - 2; i >= stop; i--) {
    if (v.owner[i]! >= 0 || (v.cls[i] === "semi" && v.line.depth[i] === 0)) return undefined;
    if (OUTCOME_SHELLS.has(norm(v, i)) && /^(?:of|in|for)$/.test(norm(v, i + 1))) {
      const s = phraseAfter(v, i + 2, d.first, { preps: true });
      const found = s && !isGroup(v, s) ? outcomeFrom(v, s, `after '${norm(v, i)}'`) : undefined;
      if (found) return found;
    }
  }
  return undefined;
}

/** "Composite responses after doses 2 and 3 in adolescents were": the phrase that the clause opens with. */
export function opening(v: View, d: Draft): Outcome | undefined {
  let k = clauseStart(v, d.first);
  // "At week 12, "
  if (v.cls[k] === "prep") {
    while (k < d.first && v.cls[k] !== "comma" && v.owner[k] === FREE) k++;
    if (v.cls[k] !== "comma") return undefined;
    k++;
  }
  while (v.cls[k] === "det" || v.cls[k] === "adverb") k++;
  const s = phraseAfter(v, k, d.first);
  if (!s || s.from !== k || isGroup(v, s) || !/^(?:prep|verb|open)$/.test(v.cls[s.to] ?? ""))
    return undefined;
  for (let i = s.to; i < d.first; i++) {
    if (v.owner[i]! >= 0) return undefined;
    if (/^(?:was|were|is|are|averaged|ranged|reached|remained)$/.test(norm(v, i)))
      return outcomeFrom(v, s, "what the clause opens with");
    if (v.cls[i] === "verb" && v.line.depth[i] === 0) return undefined;
  }
  if (v.line.depth[d.first] === 0) return undefined;
  // "Blood loss at 48 (366 ml v 412) hours was"
  for (let i = d.last + 1; i < v.cls.length && i < d.last + 40; i++) {
    if (v.line.depth[i]! > 0) continue;
    if (v.cls[i] === "semi") return undefined;
    if (v.cls[i] === "verb") return outcomeFrom(v, s, "what the clause opens with");
  }
  return undefined;
}

/** "The average score rose from 12": where nothing else is named, the noun that the figures are of. */
export function figure(v: View, d: Draft): Outcome | undefined {
  if (d.kind === "proportion" || d.kind === "test") return undefined;
  for (let i = d.first - 1; i > 0 && v.owner[i]! < 0 && v.cls[i] !== "semi"; i--) {
    if (!/^(?:scores?|levels?|concentrations?|counts?|volumes?)$/.test(norm(v, i))) continue;
    if (v.cls[i + 1] !== "verb" && i + 1 !== d.first) return undefined;
    const s = phraseBefore(v, i + 1);
    return s && !isGroup(v, s) ? outcomeFrom(v, s, "figures", true) : undefined;
  }
  return undefined;
}

/** The nearest standard endpoint to the left, or right after the value; then what the value before measured. */
export function fallback(
  v: View,
  k: number,
  previous: Outcome | undefined,
  bound: readonly (Outcome | undefined)[],
): Outcome | undefined {
  const d = v.drafts[k]!;
  const before = k > 0 && !ownName(v, k - 1, bound[k - 1]) ? bound[k - 1] : undefined;
  // how long people were followed is no outcome of theirs
  const near = before && !/^(?:follow-up|age)$/.test(before.code ?? "") ? before : undefined;
  const named = endpointBefore(v, d, near ? k - 1 : undefined);
  if (named) return named;
  if (near && v.drafts[k - 1]!.kind === d.kind) return { ...near, because: "as the value before" };
  for (let i = d.last + 1; i < Math.min(v.cls.length, d.last + 10) && v.owner[i]! < 0; i++) {
    const e = endpointAt(v, v.context, i);
    if (e) return outcomeFrom(v, { from: i, to: e.end }, "outcome after the value");
  }
  // from the sentence before only where words refer back to it
  const kept = previous && !/^(?:follow-up|age)$/.test(previous.code ?? "") ? previous : undefined;
  const carriedOver = near ?? (refersBack(v, d) || (k > 0 && !fromBefore(previous)) ? kept : undefined);
  return carriedOver && { ...carriedOver, because: near ? "as the value before" : carriedOver.because };
}

/** "SUCRA 0.84", "ηp2 = .34": the statistic's own name, which is no outcome of the next value. */
export function ownName({ drafts }: View, k: number, o: Outcome | undefined): boolean {
  const { kind, head } = drafts[k]!;
  return (
    kind === "other" &&
    o?.span !== undefined &&
    head !== undefined &&
    o.span.from >= head.from &&
    o.span.to <= head.to
  );
}

/** Handed on by the sentence before, not said in this one. */
const fromBefore = (o: Outcome | undefined): boolean =>
  o !== undefined && o.because === "as in the sentence before";

/** The nearest standard endpoint before the value, not before value `stop`. */
function endpointBefore(v: View, d: Draft, stop: number | undefined): Outcome | undefined {
  for (let i = d.first - 1; i >= 0; i--) {
    if (stop !== undefined && v.owner[i] === stop) return undefined;
    const e = endpointAt(v, v.context, i);
    if (e && d.kind === "proportion" && e.value.code === "follow-up") continue;
    if (e && e.end <= d.first && !criterion(v, i, e.end))
      return outcomeFrom(v, { from: widest(v, i, e.end), to: e.end }, "nearest outcome before");
  }
  return undefined;
}

/** "treatment brought a higher response rate (67% v 22%)": a standard endpoint between a subject that is none and the value. */
export function endpointAfterSubject(v: View, k: number, subject: Outcome | undefined): Outcome | undefined {
  if (!subject?.span || subject.code !== undefined) return subject;
  const d = v.drafts[k]!;
  const near = endpointBefore(v, d, k > 0 ? k - 1 : undefined);
  // "response at week 16 (primary outcome) was seen": says more of the words before
  const from = near?.span?.from ?? 0;
  const aside = v.cls[from - 1] === "open" && /^(?:co-?)?primary$/.test(norm(v, from));
  return near?.span &&
    !aside &&
    // "dropouts due to adverse events"
    !/^(?:due|because)$/.test(norm(v, from - 2)) &&
    near.code !== undefined &&
    near.span.from > subject.span.to &&
    near.code !== "follow-up"
    ? near
    : subject;
}

/** "the corresponding values were", "respective medians", "these were". */
function refersBack(v: View, d: Draft): boolean {
  // "the hazard ratio was": of what the sentence before was about
  if (d.kind === "effect" && d.head && norm(v, d.head.from - 1) === "the") return true;
  for (let i = 0; i < d.first; i++)
    if (
      /^(?:corresponding|respective|those|these|this|it|latter|former|estimates?|values|durations?|rates|figures|percentages|proportions)$/.test(
        norm(v, i),
      )
    )
      return true;
  return false;
}

/** "patients with BMI > 33": what people were chosen by. */
const criterion = (v: View, from: number, end: number): boolean =>
  /^[<>]=?$/.test(norm(v, end)) ||
  v.mentions.some((m) => m.kind === "people" && m.from <= from && m.to >= end);

/** "survival" inside "progression-free survival": the start of the longest endpoint that ends at `end`. */
function widest(v: View, i: number, end: number): number {
  for (let k = Math.max(0, i - 4); k < i; k++) if (endpointAt(v, v.context, k)?.end === end) return k;
  return i;
}
