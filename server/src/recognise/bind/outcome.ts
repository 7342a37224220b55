/** What each value measures: the words that name its outcome. */
import type { Draft } from "../draft.js";
import { effectOutcome } from "./association.js";
import { bracketed } from "./bracketed.js";
import {
  afterShell,
  endpointAfterSubject,
  fallback,
  figure,
  followed,
  gapped,
  goesOn,
  inRespectOf,
  onlyGroups,
  opening,
  saidOf,
} from "./carried.js";
import { PEOPLE } from "../lexicon/people.js";
import type { Label } from "./label.js";
import { quantityAfter } from "./labelAfter.js";
import { outcomeFrom, type Outcome } from "./outcomeName.js";
import {
  behind,
  byPreposition,
  firstValueAfter,
  headed,
  labelled,
  lessOf,
  occurredIn,
  riskOf,
  subjectOutcome,
} from "./places.js";
import { peopleDid } from "./predicate.js";
import type { Run } from "./runs.js";
import { listedPairs } from "./listBefore.js";
import { itemsFor } from "./listedItems.js";
import { yearsOld } from "./traits.js";
import { norm, type View } from "./view.js";

export function bindOutcomes(
  v: View,
  runs: readonly Run[],
  labels: readonly (Label | undefined)[],
  carried: Outcome | undefined,
): (Outcome | undefined)[] {
  const out: (Outcome | undefined)[] = v.drafts.map(() => undefined);
  let previous = carried;
  let lastList: readonly Outcome[] = [];
  const pairs = listedPairs(v, runs);
  for (const run of runs) {
    const first = run.members[0]!;
    if (v.drafts[first]!.kind === "effect") {
      for (const k of run.members) {
        out[k] = effectOutcome(v, out, k, previous);
        previous = out[k] ?? previous;
      }
      continue;
    }
    if (!takesOutcome(v.drafts[first]!)) continue;
    const paired = outcomeFrom(v, pairs.get(first), "list before the values");
    if (paired) {
      for (const k of run.members) out[k] = paired;
      previous = paired;
      continue;
    }
    const items = itemsFor(v, run, labels, lastList);
    if (items) {
      run.chunks.forEach((chunk, j) => chunk.forEach((k) => (out[k] = items[j]!)));
      previous = items.at(-1);
      lastList = items;
      continue;
    }
    let lead: Outcome | undefined;
    // "41% vs 17% achieved the target": what follows the last value names all of them
    const last = run.members.at(-1)!;
    const later = run.members.length > 1 ? saidOf(v, last) : undefined;
    run.members.forEach((k, j) => {
      const own = unlessGroup(
        j === 0
          ? nameOf(v, k, labels[k], out)
          : (inBracketAfter(v, k) ??
              gapped(v, k, out) ??
              fresh(labelled(v, v.drafts[k]!), out[k - 1]) ??
              (run.contrast ? undefined : saidOf(v, k))),
        labels[k],
      );
      const found =
        (j === 0 && later && own && subjects(v, v.drafts[k]!) && weak(own) ? later : own) ??
        lead ??
        (j === 0
          ? (later ??
            eventsOf(v, v.drafts[k]!) ??
            fallback(v, k, previous, out) ??
            opening(v, v.drafts[k]!) ??
            figure(v, v.drafts[k]!))
          : undefined);
      if (j === 0) lead = found;
      if (found) out[k] = own || j === 0 ? found : { ...found, because: "as the value before" };
    });
    previous = out[last] ?? previous;
  }
  sharePredicates(v, out);
  return out;
}

/** "0.8 exacerbations per patient per year": the words between a rate and its unit. */
function eventsOf(v: View, { value, unit }: Draft): Outcome | undefined {
  if (unit?.kind !== "rate" || typeof value !== "number") return undefined;
  const span = { from: value + 1, to: unit.from };
  for (let k = span.from; k < span.to; k++) if (v.cls[k] !== "word") return undefined;
  return span.from < span.to ? outcomeFrom(v, span, "the events of the rate") : undefined;
}

/** "…, and 3% and 4% had a rash": the values are the subject of what follows them. */
const subjects = (v: View, d: Draft): boolean =>
  /^(?:and|comma|semi|who)$/.test(v.cls[d.first - 1] ?? "semi");

const weak = (o: Outcome): boolean => /^(?:subject of the clause|as |nearest)/.test(o.because);

/** "38 women in group A and 41 women in group B had changed clinic": what is said last is said of all. */
function sharePredicates(v: View, out: (Outcome | undefined)[]): void {
  for (let k = v.drafts.length - 2; k >= 0; k--) {
    const next = out[k + 1];
    const own = out[k];
    if (
      !next?.because.startsWith("said of") ||
      v.drafts[k]!.kind !== "proportion" ||
      v.drafts[k + 1]!.kind !== "proportion"
    )
      continue;
    if (own && own.because !== "as the value before" && own.because !== "nearest outcome before") continue;
    if (onlyGroups(v, k + 1)) out[k] = next;
  }
}

/** "12% were born early, 8% died": what was said of the value before is no label of the next. */
const fresh = (o: Outcome | undefined, before: Outcome | undefined): Outcome | undefined =>
  before?.because.startsWith("said of the people counted") &&
  before.span &&
  o?.span?.from === before.span.from
    ? undefined
    : o;

/** The words that name the group do not name the outcome as well. */
const unlessGroup = (o: Outcome | undefined, label: Label | undefined): Outcome | undefined =>
  o?.span &&
  label?.span &&
  !o.because.startsWith("said of") &&
  o.span.from < label.span.to &&
  o.span.to > label.span.from &&
  o.code === undefined
    ? undefined
    : o;

const whatPeopleDid = (v: View, d: Draft, shares = false): Outcome | undefined =>
  outcomeFrom(v, peopleDid(v, d, shares), "said of the people of the clause", true);

const inBracketAfter = (v: View, k: number): Outcome | undefined =>
  outcomeFrom(v, quantityAfter(v, k), "bracket after the value, as with its neighbour");

/** "olvadine 320 μg/day (n = 1)": the bracket is that of a treatment. */
function afterDose(v: View, d: Draft): boolean {
  if (v.cls[d.first - 1] !== "open") return false;
  for (let i = d.first - 2; i > d.first - 6 && i >= 0; i--) if (v.line.claims[i] === "dose") return true;
  return false;
}

/** "forgetfulness (35%)": a bracket of the value alone right after a noun that is no people. */
function noun(v: View, d: Draft): boolean {
  if (v.cls[d.first - 1] !== "open" || v.line.partner[d.first - 1] !== d.last + 1) return false;
  // "males were predominant (88%)"
  return v.cls[d.first - 2] === "word" && !PEOPLE.has(norm(v, d.first - 2)) && v.cls[d.first - 3] !== "verb";
}

export const takesOutcome = (d: Draft): boolean => d.kind !== "effect" && d.kind !== "group-size";

/** "was higher than the scan by a mean of 2.6": what the clause is about. */
const byMean = (v: View, d: Draft): Outcome | undefined =>
  d.head && /^an?$/.test(norm(v, d.head.from - 1)) && norm(v, d.head.from - 2) === "by"
    ? subjectOutcome(v, d.head.from - 2)
    : undefined;

function nameOf(
  v: View,
  k: number,
  label: Label | undefined,
  bound: readonly (Outcome | undefined)[],
): Outcome | undefined {
  const d = v.drafts[k]!;
  const isCount = d.kind === "proportion";
  // "59.3 ± 12.4 years old"
  const age = isCount ? undefined : outcomeFrom(v, yearsOld(v, d), "how old", true);
  if (age) return { ...age, code: "age" };
  const own = fresh(unlessGroup(labelled(v, d), label), bound[k - 1]);
  return (
    inBracketAfter(v, k) ??
    riskOf(v, d) ??
    gapped(v, k, bound) ??
    (v.cls[d.first - 1] === "colon" ? own : undefined) ??
    byMean(v, d) ??
    (firstValueAfter(v, d.head?.to ?? d.first, d.first) === d.first ? headed(v, d) : undefined) ??
    own ??
    (isCount ? occurredIn(v, d) : undefined) ??
    (isCount && afterDose(v, d) ? whatPeopleDid(v, d) : undefined) ??
    (isCount && noun(v, d) ? unlessGroup(bracketed(v, d), label) : undefined) ??
    goesOn(v, k, bound) ??
    saidOf(v, k) ??
    unlessGroup(bracketed(v, d), label) ??
    headed(v, d) ??
    byPreposition(v, d) ??
    behind(v, d) ??
    (d.kind === "mean" ? lessOf(v, d) : undefined) ??
    followed(v, d) ??
    inRespectOf(v, d) ??
    (isCount ? whatPeopleDid(v, d) : undefined) ??
    endpointAfterSubject(v, k, subjectOutcome(v, d.first)) ??
    afterShell(v, d) ??
    (isCount || d.kind === "landmark" ? whatPeopleDid(v, d, true) : undefined)
  );
}
