/** What each value measures: the words that name its outcome. */
import type { Draft, Span } from "../draft.js";
import { FINITE, GROUP_NOUNS } from "../lexicon/grammar.js";
import { PEOPLE } from "../lexicon/people.js";
import { isVague } from "./labels.js";
import type { Label } from "./group.js";
import { outcomeIn, phraseAfter, phraseBefore } from "./phrase.js";
import { predicate } from "./predicate.js";
import type { Run } from "./runs.js";
import { listBefore, subjectOf } from "./subject.js";
import { FREE, endpointAt, norm, overBracket, textOf, underBracket, type View } from "./view.js";

export interface Outcome {
  readonly span?: Span;
  readonly text: string;
  readonly code?: string;
  readonly because: string;
}

/** The outcome that a phrase names, with its code where the lexicon, the protocol or an abbreviation of the document knows it. */
export function outcomeFrom(v: View, span: Span | undefined, because: string, asSaid = false): Outcome | undefined {
  const s = span && (asSaid ? span : outcomeIn(v, v.context, span));
  if (!s || (asSaid ? false : nobody(v, s) || tooThin(v, s))) return undefined;
  const code = codeOf(v, s);
  return { span: s, text: textOf(v, s), because, ...(code && { code }) };
}

const NOBODY = /^(?:total|study|all|eligible|enrolled|treatment|former|latter|those|others?|intention-to-treat|intent-to-treat|per-protocol|itt|pp|population|populations|safety|set|remaining|rest|us|we|ones?|drugs?|treatments?|regimens?|medications?|both|interventions?|therapies|matching|ps|psm|propensity|score|matched|iptw|weighting|adjustment|m?recist|criteria)$/;

/** Nothing but people or a group. */
function nobody(v: View, s: Span): boolean {
  if (v.mentions.some((m) => m.from <= s.from && m.to >= s.to && m.kind !== "all") && !endpointAt(v, v.context, s.from)) return true;
  for (let k = s.from; k < s.to; k++) if (v.cls[k] === "word" && !PEOPLE.has(norm(v, k)) && !GROUP_NOUNS.has(norm(v, k)) && !NOBODY.test(norm(v, k))) return false;
  return true;
}

const THIN = new Set("stratified unstratified lower higher greater longer shorter better worse superior inferior older younger common similar different statistical significance threshold margin prespecified non-inferiority noninferiority criteria criterion comparison logistic regression analysis analyses multivariate multivariable univariate cox model models test respectively lsm sem se sd ls slope minutes minute min hours hour h range ci interval year years month months week weeks day days rate rates value values n mean median difference differences change reduction increase decrease improvement hazard ratio odds risk ratios result results outcome primary time times those one group groups arm arms patients baseline p end study trial analysis follow-up-period score-points total number benefit effect significant respective corresponding".split(" "));

const tooThin = (v: View, s: Span): boolean => {
  if (endpointAt(v, v.context, s.from)) return false;
  for (let k = s.from; k < s.to; k++) if (v.cls[k] === "word" && v.line.tokens[k]!.type === "word" && !THIN.has(norm(v, k))) return false;
  return true;
};

/** The last standard endpoint that the phrase ends with or is built on. */
function codeOf(v: View, s: Span): string | undefined {
  let code: string | undefined;
  for (let k = s.from; k < s.to; k++) {
    const e = endpointAt(v, v.context, k);
    if (!e || e.end > s.to) continue;
    const next = v.cls[e.end];
    if (e.end === s.to || next === "prep" || next === "open" || next === "who" || /^(?:rates?|events?|time|duration|outcome|levels?|benefit|probability)$/.test(norm(v, e.end))) code = e.value.code;
    k = e.end - 1;
    if (code) break;
  }
  return code;
}

export function bindOutcomes(v: View, runs: readonly Run[], labels: readonly (Label | undefined)[], carried: Outcome | undefined): (Outcome | undefined)[] {
  const out: (Outcome | undefined)[] = v.drafts.map(() => undefined);
  let previous = carried;
  let lastList: readonly Outcome[] = [];
  for (const run of runs) {
    const first = run.members[0]!;
    if (!takesOutcome(v.drafts[first]!)) continue;
    const items = itemsFor(v, run, apart(run, labels), lastList);
    if (items) {
      run.chunks.forEach((chunk, j) => chunk.forEach((k) => (out[k] = items[j]!)));
      previous = items.at(-1);
      lastList = items;
      continue;
    }
    let lead: Outcome | undefined;
    run.members.forEach((k, j) => {
      const own = unlessGroup(j === 0 ? nameOf(v, k, labels[k], out) : labelled(v, v.drafts[k]!), labels[k]);
      const found = own ?? lead ?? (j === 0 ? fallback(v, k, previous, out) : undefined);
      if (j === 0) lead = found;
      if (found) out[k] = own || j === 0 ? found : { ...found, because: "as the value before" };
    });
    // "36% vs 13% achieved the target": what follows the last value names all of them
    if (!lead) {
      const later = outcomeFrom(v, predicate(v, v.drafts[run.members.at(-1)!]!), "said of the people counted", true);
      if (later) run.members.forEach((k) => (out[k] ??= later));
    }
    previous = out[run.members.at(-1)!] ?? previous;
  }
  sharePredicates(v, out);
  return out;
}

/** "73 patients in group A and 75 patients in group B had crossed over": what is said last is said of all. */
function sharePredicates(v: View, out: (Outcome | undefined)[]): void {
  for (let k = v.drafts.length - 2; k >= 0; k--) {
    const next = out[k + 1];
    const own = out[k];
    if (!next?.because.startsWith("said of") || v.drafts[k]!.kind !== "proportion" || v.drafts[k + 1]!.kind !== "proportion") continue;
    if (own && own.because !== "as the value before" && own.because !== "nearest outcome before" && own.because !== "subject of the clause") continue;
    let verb = false;
    for (let i = v.drafts[k]!.last + 1; i < v.drafts[k + 1]!.first; i++)
      if (v.cls[i] === "semi" || (FINITE.has(norm(v, i)) && !v.mentions.some((m) => m.from <= i && m.to > i))) verb = true;
    if (!verb) out[k] = next;
  }
}

/** The values of a run have different labels: its dimension is the group. */
const apart = (r: Run, labels: readonly (Label | undefined)[]): boolean => new Set(r.members.flatMap((k) => labels[k]?.key ?? [])).size > 1;

/** The words that name the group do not name the outcome as well. */
const unlessGroup = (o: Outcome | undefined, label: Label | undefined): Outcome | undefined =>
  o?.span && label?.span && o.span.from < label.span.to && o.span.to > label.span.from && o.code === undefined ? undefined : o;

/** A list of as many outcomes as the run has parts: right before it, or that of a run before ("…, and 3.2, respectively"). */
function itemsFor(v: View, run: Run, groupsDiffer: boolean, lastList: readonly Outcome[]): readonly Outcome[] | undefined {
  const n = run.chunks.length;
  if (n < 2 || (!run.contrast && groupsDiffer)) return undefined;
  const first = v.drafts[run.members[0]!]!;
  const items = listBefore(v, first, n)?.map((s) => outcomeFrom(v, s, "list before the values"));
  if (items?.every((i) => i !== undefined)) return items;
  const last = v.drafts[run.members.at(-1)!]!.last;
  return lastList.length === n && (norm(v, last + 1) === "respectively" || norm(v, last + 2) === "respectively") ? lastList : undefined;
}

export const takesOutcome = (d: Draft): boolean => d.kind !== "effect" && d.kind !== "group-size";

function nameOf(v: View, k: number, label: Label | undefined, bound: readonly (Outcome | undefined)[]): Outcome | undefined {
  const d = v.drafts[k]!;
  const isCount = d.kind === "proportion";
  const own = unlessGroup(labelled(v, d), label);
  return (
    (v.cls[d.first - 1] === "colon" ? own : undefined) ??
    (firstValueAfter(v, d.head?.to ?? d.first, d.first) === d.first ? headed(v, d) : undefined) ??
    own ??
    (isCount ? occurredIn(v, d) ?? againIn(v, k, bound) : undefined) ??
    (isCount ? outcomeFrom(v, predicate(v, d), "said of the people counted", true) : undefined) ??
    unlessGroup(bracketed(v, d), label) ??
    headed(v, d) ??
    byPreposition(v, d) ??
    outcomeFrom(v, subjectOf(v, d.first), "subject of the clause")
  );
}

/** True where the span is a group, wholly or at its end. */
export const isGroup = (v: View, s: Span): boolean =>
  v.mentions.some((m) => m.from < s.to && m.to > s.from && (m.to >= s.to || m.from <= s.from) && m.kind !== "versus" && !endpointAt(v, v.context, s.from)) || isVague(v, s);

/** "median overall survival was", "hazard ratio for death", "mean change in HbA1c". */
export function headed(v: View, d: Draft): Outcome | undefined {
  if (!d.head) return undefined;
  const ceiling = firstValueAfter(v, d.head.to, d.first);
  let i = d.head.to;
  for (let steps = 0; i < ceiling && steps < 8; steps++) {
    const over = overBracket(v, i);
    if (over > i) {
      i = over;
      continue;
    }
    const w = norm(v, i);
    if (v.cls[i] === "prep" ? !/^(?:of|for|in|on)$/.test(w) : !(v.cls[i] === "det" || v.cls[i] === "adverb" || w === "±" || w === "sd" || w === "se" || w === "sem" || w === "(")) break;
    i++;
  }
  if (i >= ceiling || v.cls[i] === "prep") return undefined;
  const s = phraseAfter(v, i, ceiling, { preps: true });
  if (!s || s.from > i + 2) return undefined;
  const cut = beforeGroup(v, s);
  return cut && !isGroup(v, cut) ? outcomeFrom(v, cut, `after '${textOf(v, d.head)}'`) : undefined;
}

/** An outcome's phrase ends where a group's begins: "death in the lenvatinib arm". */
export function beforeGroup(v: View, s: Span): Span | undefined {
  const m = v.mentions.find((x) => x.from >= s.from && x.from < s.to && x.kind !== "versus");
  const to = m ? m.from : s.to;
  let cut = to;
  for (let k = s.from + 1; k < to; k++)
    if (/^(?:between|among|with|without|versus)$/.test(norm(v, k)) && m) {
      cut = k;
      break;
    }
  return cut > s.from ? { from: s.from, to: cut } : undefined;
}

function firstValueAfter(v: View, from: number, to: number): number {
  for (let k = from; k < to; k++) if (v.owner[k]! >= 0) return k;
  return to;
}

/** "DFS, 89.6%", "BMI 32.4 kg/m2", "OS: 10.3 months": a label right before the value in its part of the bracket or list. */
export function labelled(v: View, d: Pick<Draft, "first" | "last"> & { readonly kind?: Draft["kind"] }): Outcome | undefined {
  let i = d.first - 1;
  let joint = false;
  while (i >= 0 && v.owner[i] === FREE && (v.cls[i] === "comma" || v.cls[i] === "colon" || /^(?:=|of)$/.test(norm(v, i)) || norm(v, i) === "median" || norm(v, i) === "mean")) {
    joint = true;
    i--;
  }
  while (i >= 0 && v.cls[i] === "close" && underBracket(v, i) < i && v.owner[i] === FREE) i = underBracket(v, i) - 1;
  if (i < 0 || v.owner[i] !== FREE || v.cls[i] !== "word") return undefined;
  const s = phraseBefore(v, i + 1, 0, { preps: true });
  if (!s || s.to !== i + 1 || isGroup(v, s) || PEOPLE.has(norm(v, s.to - 1))) return undefined;
  const before = s.from - 1;
  const opens = before < 0 || v.cls[before] === "open" || v.cls[before] === "semi" || v.cls[before] === "colon" || v.cls[before] === "comma" || v.cls[before] === "and" || v.owner[before]! >= 0;
  // "using this definition 25% of patients had": the words before are of another phrase
  if (!joint && d.kind === "proportion" && before >= 0 && (norm(v, d.last + 1) === "of" || PEOPLE.has(norm(v, d.last + 1)) || PEOPLE.has(norm(v, d.last)))) return undefined;
  return opens || !joint ? outcomeFrom(v, s, "label before the value") : undefined;
}

/** "Grade 3 fatigue occurred in 12 (5%)": the subject, where "in", "by" or "for" leads to the people. */
function occurredIn(v: View, d: Draft): Outcome | undefined {
  let i = d.first - 1;
  while (i >= 0 && (v.cls[i] === "adverb" || v.cls[i] === "det" || norm(v, i) === "total" || norm(v, i) === "of" && norm(v, i - 1) === "total")) i--;
  const w = norm(v, i);
  if (!/^(?:in|by|among|for|of)$/.test(w)) return undefined;
  if (v.cls[i - 1] === "verb" || v.cls[i - 1] === "adverb") return outcomeFrom(v, subjectOf(v, i), "subject of the clause");
  if (w === "of") return undefined;
  const s = phraseBefore(v, i, 0, { preps: true });
  return s && s.to === i && !isGroup(v, s) ? outcomeFrom(v, s, `before '${w}'`) : undefined;
}

/** "… in 129 of 138 in the A group and in 118 of 143": the second "in" goes on with the first's outcome. */
function againIn(v: View, k: number, bound: readonly (Outcome | undefined)[]): Outcome | undefined {
  const i = v.drafts[k]!.first - 1;
  if (!/^(?:in|by|among|for)$/.test(norm(v, i)) || !/^(?:and|comma|versus)$/.test(v.cls[i - 1] ?? "")) return undefined;
  const o = v.drafts[k - 1]?.kind === "proportion" ? bound[k - 1] : undefined;
  return o && { ...o, because: "as the value before" };
}

/** "neutropenia (147 [14.9%] vs 433 [44.0%])": the phrase right before the bracket that holds the value. */
export function bracketed(v: View, d: Draft): Outcome | undefined {
  let depth = v.line.depth[d.first]!;
  let i = d.first - 1;
  while (depth > 0 && i >= 0) {
    while (i >= 0 && !(v.cls[i] === "open" && v.line.depth[i] === depth - 1)) i--;
    if (i < 0) return undefined;
    const s = phraseBefore(v, i, 0, { preps: false });
    if (s && s.to >= i - 6 && !isGroup(v, s) && v.owner[s.to - 1] === FREE && !heldAgainst(v, s.from)) {
      const wide = phraseBefore(v, i, 0, { preps: true });
      const found = outcomeFrom(v, wide && !isGroup(v, wide) ? afterVerbless(v, wide, s) : s, "right before the bracket");
      if (found) return found;
      const wider = wide && !isGroup(v, wide) ? outcomeFrom(v, wide, "right before the bracket") : undefined;
      if (wider) return wider;
    }
    depth--;
    i--;
  }
  return undefined;
}

/** "… than with placebo (": the other side of a comparison. */
function heldAgainst(v: View, from: number): boolean {
  let k = from - 1;
  while (v.cls[k] === "det" || v.cls[k] === "prep") k--;
  return v.cls[k] === "versus" && norm(v, k) !== "compared";
}

/** The wider phrase with its prepositions only where it stays short: "risk of death" but not "patients in Spain with fever". */
const afterVerbless = (v: View, wide: Span, narrow: Span): Span => {
  for (let k = wide.from; k < narrow.from; k++) if (v.cls[k] === "prep" && norm(v, k) !== "of" && !(norm(v, k) === "to" && norm(v, k - 1) === "time")) return narrow;
  return wide;
};

/** "reduced HbA1c by 1.3%", "a reduction of 2.3% in LDL". */
function byPreposition(v: View, d: Draft): Outcome | undefined {
  const w = norm(v, d.first - 1);
  if (w === "by" || w === "from" || w === "to") {
    const s = phraseBefore(v, d.first - 1, 0, { preps: true });
    if (s && s.to === d.first - 1 && !isGroup(v, s)) return outcomeFrom(v, s, `before '${w}'`);
  }
  if (/^(?:in|of|for)$/.test(norm(v, d.last + 1)) && d.kind !== "proportion" && d.kind !== "median") {
    const s = phraseAfter(v, d.last + 2, d.last + 12, { preps: true });
    const cut = s && beforeGroup(v, s);
    if (cut && !isGroup(v, cut)) return outcomeFrom(v, cut, `after '${norm(v, d.last + 1)}'`);
  }
  return undefined;
}

/** The nearest standard endpoint to the left, or right after the value; then what the value before measured. */
export function fallback(v: View, k: number, previous: Outcome | undefined, bound: readonly (Outcome | undefined)[]): Outcome | undefined {
  const d = v.drafts[k]!;
  const near = k > 0 ? bound[k - 1] : undefined;
  for (let i = d.first - 1; i >= 0; i--) {
    if (near && v.owner[i] === k - 1) break;
    const e = endpointAt(v, v.context, i);
    if (e && e.end <= d.first && !criterion(v, i, e.end)) return outcomeFrom(v, { from: widest(v, i, e.end), to: e.end }, "nearest outcome before");
  }
  for (let i = d.last + 1; i < Math.min(v.cls.length, d.last + 10) && v.owner[i]! < 0; i++) {
    const e = endpointAt(v, v.context, i);
    if (e) return outcomeFrom(v, { from: i, to: e.end }, "outcome after the value");
  }
  // from the sentence before only where words refer back to it
  const carriedOver = near ?? (k > 0 || refersBack(v, d.first) ? previous : undefined);
  return carriedOver && { ...carriedOver, because: near ? "as the value before" : carriedOver.because };
}

/** "the corresponding values were", "respective medians", "these were". */
function refersBack(v: View, end: number): boolean {
  for (let i = 0; i < end; i++) if (/^(?:corresponding|respective|those|these|this|it|latter|former|estimates?|values|durations?|rates|figures|percentages)$/.test(norm(v, i))) return true;
  return false;
}

/** "patients with BMI > 28": what people were chosen by. */
const criterion = (v: View, from: number, end: number): boolean =>
  /^[<>]=?$/.test(norm(v, end)) || v.mentions.some((m) => m.kind === "people" && m.from <= from && m.to >= end);

/** "survival" inside "progression-free survival": the start of the longest endpoint that ends at `end`. */
function widest(v: View, i: number, end: number): number {
  for (let k = Math.max(0, i - 4); k < i; k++) if (endpointAt(v, v.context, k)?.end === end) return k;
  return i;
}
