/** The outcome of an effect, and the factor where an association with one is reported. */
import type { Draft, Span } from "../draft.js";
import { fallback, inRespectOf, ownName } from "./carried.js";
import { GROUP_NOUNS } from "../lexicon/grammar.js";
import { EVENTS, PEOPLE } from "../lexicon/people.js";
import { bearsOn, cue, leadsList } from "./cues.js";
import { knownArm } from "./label.js";
import { factorsFirst, groupFrom, likelier, predictorOf, predictorsOf, type Association } from "./factor.js";
import { correlated } from "./correlation.js";
import { beforeWhom, named } from "./inWhom.js";
import { isGroup, outcomeFrom, type Outcome } from "./outcomeName.js";
import { phraseAfter, phraseBefore } from "./phrase.js";
import { bracketed } from "./bracketed.js";
import { byPreposition, headed, labelled, lessOf, subjectOutcome } from "./places.js";
import { rankedOf } from "./ranked.js";
import { subjectOf } from "./subject.js";
import { endpointAt, norm, openBracket, type View } from "./view.js";

/** The outcome of an effect; `outcomes` are those bound so far. */
export function effectOutcome(
  v: View,
  outcomes: readonly (Outcome | undefined)[],
  k: number,
  carried: Outcome | undefined,
): Outcome | undefined {
  const d = v.drafts[k]!;
  const factor = exposure(v, k)?.outcome;
  if (factor) return factor;
  // "HR per 5 mL/min/1.73 m2 decrease 1.92": what it is per is no outcome
  const reach = d.head && norm(v, d.head.to) === "per" ? 16 : 8;
  const lead = d.head && d.head.to <= d.first && d.first - d.head.to < reach ? d.head.from : d.first;
  const previous = v.drafts[k - 1];
  const shared =
    previous?.kind === "effect" &&
    (previous.head?.from === d.head?.from || (d.head !== undefined && d.head.to <= previous.first));
  const inBracket = bracketed(v, d);
  const difference = d.measure === "MD" || d.measure === "RD";
  return (
    (difference && norm(v, d.first - 1) === "by" ? byPreposition(v, d) : undefined) ??
    (difference ? lessOf(v, d) : undefined) ??
    trailing(v, d) ??
    labelled(v, { first: lead, last: d.last }) ??
    forThis(v, d, inBracket) ??
    (shared ? undefined : event(headed(v, d), survivalBefore(v, outcomes, k))) ??
    goesOnFrom(v, outcomes, k) ??
    (previous?.kind === "effect" && inBracket?.span && inBracket.span.from > previous.last
      ? inBracket
      : undefined) ??
    near(v, outcomes, k) ??
    oddsOf(v, d) ??
    inRespectOf(v, d) ??
    coded(inBracket) ??
    orSubject(v, lead, inBracket) ??
    fallback(v, k, carried, outcomes)
  );
}

/** What the sentence is about, where that is a standard endpoint or no bracket says more. */
function orSubject(v: View, lead: number, inBracket: Outcome | undefined): Outcome | undefined {
  const subject = subjectOutcome(v, lead);
  return coded(subject) ?? inBracket ?? subject;
}

/** "benefit was found for a score of 5 (HR, 0.6) and 6 (HR, 0.7)": what stands before the second bracket is no outcome when that before the first is none. */
function goesOnFrom(v: View, outcomes: readonly (Outcome | undefined)[], k: number): Outcome | undefined {
  const d = v.drafts[k]!;
  const previous = v.drafts[k - 1];
  const o = outcomes[k - 1];
  if (previous?.kind !== "effect" || !o?.span || d.first - previous.last > 12) return undefined;
  const open = openBracket(v, previous);
  const listed = o.because === IN_THOSE;
  if (open < 0 || o.span.to >= open - 1 || v.line.depth[d.first] === 0) return undefined;
  if (!listed && o.because.startsWith("as the value")) return undefined;
  let i = previous.last + 1;
  while (v.cls[i] === "close" || v.cls[i] === "comma") i++;
  const and = i;
  // "and so was death (": another thing is said of it
  for (; i < d.first; i++) if (v.cls[i] === "verb" || endpointAt(v, v.context, i)) return undefined;
  if (listed || inThose(v, o.span, open)) return { ...o, because: IN_THOSE };
  return v.cls[and] === "and" && norm(v, and + 1) !== "for" && v.cls[and + 1] !== "prep"
    ? { ...o, because: "as the value before" }
    : undefined;
}

const IN_THOSE = "as the value before, of others in whom it is";

/** "relapse was likelier in women with asthma (OR 1.2), gout (OR 1.4)": a list of those in whom it is. */
function inThose(v: View, o: Span, open: number): boolean {
  const s = phraseBefore(v, open);
  return (
    s?.to === open &&
    /^with(?:out)?$/.test(norm(v, s.from - 1)) &&
    PEOPLE.has(norm(v, s.from - 2)) &&
    v.cls.indexOf("verb", o.to) < s.from
  );
}

/** "8.7 times higher odds for dropping out". */
function oddsOf(v: View, d: Draft): Outcome | undefined {
  for (let i = d.last + 1; i < d.last + 6; i++) {
    if (/^(?:odds|risk|likelihood|hazard|chance)$/.test(norm(v, i)) && /^(?:of|for)$/.test(norm(v, i + 1)))
      return outcomeFrom(v, phraseAfter(v, i + 2, i + 12), `after '${norm(v, i)}'`);
    // "(OR = 3.4), and lower risk of": of the next value
    if (/^(?:close|comma|semi|and)$/.test(v.cls[i] ?? "")) return undefined;
  }
  return undefined;
}

/** "lower for carcinoma (0.4 …) than for sarcoma (0.8 …)": each has the outcome before its bracket. */
function forThis(v: View, d: Draft, inBracket: Outcome | undefined): Outcome | undefined {
  const from = inBracket?.span?.from;
  if (from === undefined || v.line.depth[d.first] === 0) return undefined;
  return norm(v, from - 1) === "for" || (v.cls[from - 1] === "det" && norm(v, from - 2) === "for")
    ? inBracket
    : undefined;
}

const EVENT_CODES = /^(?:mortality|progression|recurrence)$/;
const SURVIVAL = /^(?:OS|PFS|DFS|RFS|EFS|MFS|CSS|FFS|TTP|TTF)$/;

/** "median overall survival 14 v 11 months; hazard ratio for death, 0.7": the event is that of the survival just given. */
function event(named: Outcome | undefined, before: Outcome | undefined): Outcome | undefined {
  // "recurrence or death" is no survival by another name
  if (named?.span && /\sor\s/.test(named.text)) return named;
  return named && before?.code && SURVIVAL.test(before.code) && EVENT_CODES.test(named.code ?? "")
    ? before
    : named;
}

/** The survival that the values right before the effect measured. */
function survivalBefore(v: View, outcomes: readonly (Outcome | undefined)[], k: number): Outcome | undefined {
  const previous = v.drafts[k - 1];
  const near = previous && previous.kind !== "effect" && v.drafts[k]!.first - previous.last < 24;
  const o = near ? outcomes[k - 1] : undefined;
  return o?.code && SURVIVAL.test(o.code) ? { ...o, because: "as the values before" } : undefined;
}

/** A standard endpoint goes before other phrases. */
const coded = (o: Outcome | undefined): Outcome | undefined => (o?.code === undefined ? undefined : o);

/** "0.84 (95% CI …) for OS and 0.66 (…) for progression-free survival". */
function trailing(v: View, d: Draft): Outcome | undefined {
  const value = typeof d.value === "number" ? d.value : d.first;
  // "0.93 for relapse (95% CI …)"
  if (norm(v, value + 1) === "for" && d.interval && d.interval.first > value + 2) {
    const named = phraseAfter(v, value + 2, d.interval.first, { preps: true, counted: true });
    if (named && !isGroup(v, named) && !GROUP_NOUNS.has(norm(v, named.to - 1)))
      return outcomeFrom(v, named, "after the value, 'for'");
  }
  let i = d.last + 1;
  // "P = 0.013 for noninferiority" says what p tests
  if (d.p?.last === d.last) return undefined;
  if (v.cls[i] === "comma") i++;
  if (!/^(?:for|of|in|on)$/.test(norm(v, i))) return undefined;
  const s = phraseAfter(v, i + 1, i + 9);
  if (!s || isGroup(v, s)) return undefined;
  // "a difference of 1.9 units in the speech item"
  const told =
    /^(?:MD|RD)$/.test(d.measure ?? "") && norm(v, d.first - 1) === "of" && v.cls[i - 1] !== "comma";
  const known = endpointAt(v, v.context, s.from) !== undefined || norm(v, i) === "for" || told;
  return known ? outcomeFrom(v, s, `after the value, '${norm(v, i)}'`) : undefined;
}

/** What the values right before measured: "median PFS 7.7 v 9.2 months; hazard ratio, 0.74". */
function near(v: View, outcomes: readonly (Outcome | undefined)[], k: number): Outcome | undefined {
  const d = v.drafts[k]!;
  const previous = v.drafts[k - 1];
  const o = outcomes[k - 1];
  if (!previous || previous.kind === "group-size" || !o) return undefined;
  if (ownName(v, k - 1, o)) return undefined;
  for (let i = previous.last + 1; i < d.first; i++) {
    if (endpointAt(v, v.context, i)) return undefined;
    if (v.cls[i] === "verb" && d.first - previous.last > 12) return undefined;
  }
  return { ...o, because: "as the values before" };
}

const DIRECTION =
  /^(?:increased|higher|lower|reduced|decreased|greater|elevated|improved|worse|better|longer|shorter|less|more|fewer|poorer|significantly|significant|an|a|the|incident|increase|reduction|decrease|with)$/;

/** Observational effects: "late referral was associated with being unmarried (AOR 2.4 …)", "a longer QT was associated with an increased risk of syncope (RR …)". */
export function exposure(v: View, k: number, steps = 0): Association | undefined {
  const d = v.drafts[k]!;
  const listed = rankedOf(v, k, openBracket(v, d));
  if (listed) return listed;
  if (d.measure === "MD" || d.measure === "RD" || d.measure === "GMR" || d.measure === "SMD")
    return undefined;
  const pair = correlated(v, d);
  if (pair) return pair;
  const at = cue(v, d);
  if (at === undefined) return undefined;
  const ranked = norm(v, at) === "likely" ? likelier(v, at, d) : undefined;
  if (ranked) return ranked;
  if (v.mentions.some((m) => m.against && m.from < d.first && knownArm(v, m))) return undefined;
  const open = openBracket(v, d);
  if (at > d.first) return factorsFirst(v, k, open, at);
  if (/^(?:predictor|determinant|factor)$/.test(norm(v, at))) return predictorOf(v, k, open, at);
  const factors = leadsList(v, at) ? predictorsOf(v, at, open) : undefined;
  if (factors) return factors;
  const subject = subjectOf(v, at + 1);
  const outcomeSide = bearsOn(v, at) || tellsOutcome(v, k, at, open, subject);
  const phrase = open >= 0 ? phraseBefore(v, open, at + 1, { preps: true }) : undefined;
  const inWhom = phrase && beforeWhom(v, phrase);
  const before = phrase && !inWhom && likeBefore(v, k, at, phrase, steps);
  if (before) return before;
  const inBracket = inWhom ?? phrase;
  // "use was associated with an odds ratio of 1.2"
  if (open < 0 && d.head && d.head.from > at && d.head.from < at + 5) return groupFrom(v, subject);
  if (!inBracket) return undefined;
  if (outcomeSide || inWhom || d.measure === "R") {
    const outcome = outcomeFrom(v, inBracket, "what it is associated with");
    return { ...(outcome && { outcome }), ...groupFrom(v, subject), ...(inWhom && { inWhom: true }) };
  }
  const outcome = outcomeFrom(v, subject, "subject of the association");
  return { ...(outcome && { outcome }), ...groupFrom(v, inBracket) };
}

/** Whether what follows the word of association at token `at` is the outcome rather than the factor. */
function tellsOutcome(v: View, k: number, at: number, open: number, subject: Span | undefined): boolean {
  const d = v.drafts[k]!;
  let i = at + 1;
  while (i < d.first && /^(?:with|to|by|of|against|an?|the)$/.test(norm(v, i))) i++;
  if (norm(v, i) === "on") i++;
  // of "associated with age (…) and fever (…)" the first tells the side of all
  let first = i;
  while (first < open && v.cls[first] !== "open") first++;
  return (
    DIRECTION.test(norm(v, i)) ||
    startsOutcome(v, i, first) ||
    (!TRAIT.test(norm(v, i)) && single(v, k, at, subject))
  );
}

/** "… and suburban (OR 1.5) cohorts": goes on with those in whom it was seen. */
function likeBefore(v: View, k: number, at: number, s: Span, steps: number): Association | undefined {
  const last = v.drafts[k - 1];
  if (steps > 3 || last?.kind !== "effect" || last.first < at || !named(v, s)) return undefined;
  const before = exposure(v, k - 1, steps + 1);
  return before?.inWhom ? before : undefined;
}

/** "screen time was associated with obesity (OR 1.2)": of a single effect the subject is the factor, unless it is known as an outcome. */
function single(v: View, k: number, at: number, subject: Span | undefined): boolean {
  const others = v.drafts.some((d, j) => j !== k && d.kind === "effect" && d.first > at);
  if (others || subject === undefined || WORK.test(norm(v, subject.to - 1))) return false;
  return !startsOutcome(v, subject.from, subject.to);
}

/** What nothing causes. */
const TRAIT =
  /^(?:male|female|sex|gender|age|aged|older|younger|advanced|being|having|race|ethnicity|white|black|income|education)$/;
const WORK = /^(?:analys[ie]s|models?|regressions?|study|studies)$/;

const startsOutcome = (v: View, from: number, to: number): boolean => {
  for (let i = from; i < to; i++)
    if (
      endpointAt(v, v.context, i) ||
      EVENTS.has(norm(v, i)) ||
      /^(?:risk|odds|mortality|hazard|likelihood|incidence)$/.test(norm(v, i))
    )
      return true;
  return false;
};
