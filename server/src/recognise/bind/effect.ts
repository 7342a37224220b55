/** What an effect is about: its outcome, the exposed side and what that is held against. */
import type { Draft, Span } from "../draft.js";
import { canonical, clauseStart, inOrder, labelOf, type Grouping, type Label } from "./group.js";
import { isVague, keyOf } from "./labels.js";
import type { Mention } from "./mentions.js";
import { bracketed, fallback, headed, isGroup, labelled, outcomeFrom, type Outcome } from "./outcome.js";
import { phraseAfter, phraseBefore } from "./phrase.js";
import { subjectOf } from "./subject.js";
import { endpointAt, norm, overBracket, textOf, type View } from "./view.js";

export interface Effect {
  readonly outcome?: Outcome;
  readonly group?: Label;
  readonly reference?: Label;
}

export function bindEffect(v: View, g: Grouping, outcomes: readonly (Outcome | undefined)[], k: number, before: Effect | undefined, carried: Outcome | undefined): Effect {
  const factor = exposure(v, k);
  const outcome = factor?.outcome ?? effectOutcome(v, outcomes, k, before, carried);
  const sides = factor?.group ? factor : sidesOf(v, g, k, before);
  return { ...(outcome && { outcome }), ...(sides?.group && { group: sides.group }), ...(sides?.reference && { reference: sides.reference }) };
}

function effectOutcome(v: View, outcomes: readonly (Outcome | undefined)[], k: number, before: Effect | undefined, carried: Outcome | undefined): Outcome | undefined {
  const d = v.drafts[k]!;
  const lead = d.head && d.head.to <= d.first && d.first - d.head.to < 8 ? d.head.from : d.first;
  const shared = before !== undefined && v.drafts[k - 1]!.head?.from === d.head?.from;
  const inBracket = bracketed(v, d);
  const subject = outcomeFrom(v, subjectOf(v, lead), "subject of the clause");
  return (
    trailing(v, d) ??
    labelled(v, { first: lead, last: d.last }) ??
    (shared ? undefined : headed(v, d)) ??
    near(v, outcomes, k) ??
    coded(inBracket) ??
    coded(subject) ??
    inBracket ??
    subject ??
    fallback(v, k, carried, outcomes)
  );
}

/** A standard endpoint goes before other phrases. */
const coded = (o: Outcome | undefined): Outcome | undefined => (o?.code === undefined ? undefined : o);

/** "0.79 (95% CI …) for OS and 0.75 (…) for progression-free survival". */
function trailing(v: View, d: Draft): Outcome | undefined {
  let i = d.last + 1;
  // "P = 0.02 for noninferiority" says what p tests
  if (d.p?.last === d.last) return undefined;
  if (v.cls[i] === "comma") i++;
  if (!/^(?:for|of|in|on)$/.test(norm(v, i))) return undefined;
  const s = phraseAfter(v, i + 1, i + 9);
  if (!s || isGroup(v, s)) return undefined;
  const known = endpointAt(v, v.context, s.from) !== undefined || norm(v, i) === "for";
  return known ? outcomeFrom(v, s, `after the value, '${norm(v, i)}'`) : undefined;
}

/** What the values right before measured: "median PFS 6.9 v 9.8 months; hazard ratio, 0.63". */
function near(v: View, outcomes: readonly (Outcome | undefined)[], k: number): Outcome | undefined {
  const d = v.drafts[k]!;
  const previous = v.drafts[k - 1];
  if (!previous || previous.kind === "group-size" || !outcomes[k - 1]) return undefined;
  for (let i = previous.last + 1; i < d.first; i++) {
    if (endpointAt(v, v.context, i)) return undefined;
    if (v.cls[i] === "verb" && d.first - previous.last > 12) return undefined;
  }
  return { ...outcomes[k - 1]!, because: "as the values before" };
}

const ASSOCIATES = /^(?:associated|predictors?|predicted|predicts|predictive|correlated|correlates?|linked|determinants?)$/;
const RISK = /^(?:risk|prognostic|independent|protective|predictive|contributing|associated)$/;
const DIRECTION = /^(?:increased|higher|lower|reduced|decreased|greater|elevated|improved|worse|better|longer|shorter|less|more|poorer|significantly|significant|an|a|the|incident|increase|reduction|decrease|with)$/;

/** Observational effects: "good adherence was associated with being male (AOR 2.1 …)", "higher PP was associated with an increased risk of stroke (RR …)". */
function exposure(v: View, k: number): Effect | undefined {
  const d = v.drafts[k]!;
  if (d.measure === "MD" || d.measure === "RD" || d.measure === "GMR" || d.measure === "SMD") return undefined;
  const at = cue(v, d);
  if (at === undefined) return undefined;
  if (v.mentions.some((m) => m.against && m.from < d.first && known(v, m))) return undefined;
  const open = openBracket(v, d);
  if (at > d.first) return factorsFirst(v, k, open, at);
  if (/^(?:predictors?|factors?|determinants?)$/.test(norm(v, at))) return predictorsOf(v, at, open);
  const subject = subjectOf(v, at + 1);
  let i = at + 1;
  while (i < d.first && /^(?:with|to|by|of|an?|the)$/.test(norm(v, i))) i++;
  const outcomeSide = DIRECTION.test(norm(v, i)) || startsOutcome(v, i, open);
  const inBracket = open >= 0 ? phraseBefore(v, open, at + 1, { preps: true }) : undefined;
  if (!inBracket) return undefined;
  if (outcomeSide || d.measure === "R") {
    const outcome = outcomeFrom(v, inBracket, "what it is associated with");
    return { ...(outcome && { outcome }), ...groupFrom(v, subject) };
  }
  const outcome = outcomeFrom(v, subject, "subject of the association");
  return { ...(outcome && { outcome }), ...groupFrom(v, inBracket) };
}

const startsOutcome = (v: View, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (endpointAt(v, v.context, i) || /^(?:risk|odds|mortality|hazard|likelihood|incidence)$/.test(norm(v, i))) return true;
  return false;
};

function groupFrom(v: View, s: Span | undefined): { group?: Label } {
  if (!s || isVague(v, s)) return {};
  const end = Math.min(s.to, s.from + 12);
  const span = { from: s.from, to: end };
  return { group: { span, text: textOf(v, span), key: keyOf(v, span), because: "factor of the association" } };
}

/** The nearest word of association before the effect, or after it in the same clause. */
function cue(v: View, d: Draft): number | undefined {
  const start = clauseStart(v, d.first);
  for (let i = d.first - 1; i >= start && d.first - i < 120; i--) if (associates(v, i)) return i;
  for (let i = d.last + 1; i < v.cls.length && i < d.last + 60; i++) {
    if (v.cls[i] === "semi" && v.line.depth[i] === 0) return undefined;
    if (associates(v, i)) return i;
  }
  return undefined;
}

/** "associated", "predictors", "risk factors"; a growth factor predicts nothing. */
const associates = (v: View, i: number): boolean => ASSOCIATES.test(norm(v, i)) || (/^factors?$/.test(norm(v, i)) && RISK.test(norm(v, i - 1)));

function openBracket(v: View, d: Draft): number {
  let depth = v.line.depth[d.first]!;
  if (depth === 0) return -1;
  for (let i = d.first - 1; i >= 0; i--) {
    if (v.cls[i] === "open" && v.line.depth[i]! < depth) {
      depth = v.line.depth[i]!;
      if (depth === 0) return i;
    }
  }
  return -1;
}

/** "Prior knowledge (aOR 1.9 …) and experience (aOR 1.9 …) were predictors for testing". */
function factorsFirst(v: View, k: number, open: number, at: number): Effect | undefined {
  if (open < 0) return undefined;
  const s = phraseBefore(v, open, v.drafts[k - 1]?.kind === "effect" ? v.drafts[k - 1]!.last + 1 : 0, { preps: true });
  if (!s) return undefined;
  let i = at + 1;
  while (i < at + 5 && v.cls[i] !== "prep") i++;
  const after = phraseAfter(v, i + 1, i + 12, { preps: true });
  const outcome = outcomeFrom(v, after, "what the factors predict");
  return outcome ? { outcome, ...groupFrom(v, s) } : undefined;
}

/** "predictors of death were age (HR …) and stage (HR …)". */
function predictorsOf(v: View, at: number, open: number): Effect | undefined {
  if (open < 0) return undefined;
  const after = /^(?:of|for)$/.test(norm(v, at + 1)) ? phraseAfter(v, at + 2, open, { preps: true }) : undefined;
  const outcome = outcomeFrom(v, after, "what the factors predict");
  const s = phraseBefore(v, open, at + 1, { preps: true });
  return s ? { ...(outcome && { outcome }), ...groupFrom(v, s) } : undefined;
}

type Sides = { group?: Label; reference?: Label };

/** The two sides: named beside the effect, those of the values before it, of the sentence, or the document's two arms. */
function sidesOf(v: View, g: Grouping, k: number, before: Effect | undefined): Sides | undefined {
  return beside(v, g, k) ?? valuesBefore(v, g, k) ?? inSentence(v, g, k) ?? (before?.group ? before : undefined) ?? arms(v);
}

function beside(v: View, g: Grouping, k: number): Sides | undefined {
  const d = v.drafts[k]!;
  const from = d.head && d.head.to <= d.first ? d.head.from : d.first;
  const local = v.mentions.filter((m) => m.kind !== "all" && ((m.from >= from && m.to <= d.first) || followsValue(v, d, m, v.drafts[k + 1]?.first ?? v.cls.length)));
  if (!local.length) return undefined;
  // in a trial of two arms other people beside the effect are a subgroup, no side of it
  if (v.context.experimental && !local.some((m) => m.against || known(v, m))) return undefined;
  if (local.length >= 2) return sides(v, local.slice(0, 2));
  const m = local[0]!;
  if (m.against) {
    const mine = valueBeforeLabel(v, g, k, m.key);
    return { ...(mine && { group: mine }), reference: labelOf(v, m, "held against") };
  }
  return { group: labelOf(v, m, "beside the effect"), ...counterpart(v, m.key) };
}

/** Mentions right after the value: "0.61 (…) with lenvatinib", "0.8 for A versus B". */
function followsValue(v: View, d: Draft, m: Mention, end: number): boolean {
  if (m.from <= d.last || m.from >= end || m.from - d.last > 12) return false;
  for (let i = d.last + 1; i < m.from; i++) {
    const over = overBracket(v, i);
    if (over > i) {
      i = over - 1;
      continue;
    }
    const c = v.cls[i]!;
    if (c === "semi" || c === "comma" || c === "close" || (c === "and" && m.from - i > 4) || c === "who" || (c === "verb" && norm(v, i) !== "compared")) return false;
  }
  return true;
}

function valueBeforeLabel(v: View, g: Grouping, k: number, not: string): Label | undefined {
  for (let j = k - 1; j >= 0; j--) {
    const l = g.labels[j];
    if (l && canonical(v, l.key) !== canonical(v, not)) return l;
  }
  return undefined;
}

/** The two last values before the effect that have different labels. */
function valuesBefore(v: View, g: Grouping, k: number): Sides | undefined {
  const start = clauseStart(v, v.drafts[k]!.first);
  const last: Label[] = [];
  for (let j = k - 1; j >= 0 && last.length < 2; j--) {
    const d = v.drafts[j]!;
    if (d.kind === "effect") {
      if (last.length) break;
      continue;
    }
    if (d.first < start && last.length === 0) break;
    const l = g.labels[j];
    if (!l) continue;
    if (last.some((x) => canonical(v, x.key) === canonical(v, l.key))) continue;
    last.unshift(l);
  }
  if (last.length < 2) return undefined;
  const [a, b] = last as [Label, Label];
  return controlOf(v, a, b) ? { group: b, reference: a } : { group: a, reference: b };
}

/** True when the first of two labels is the control and the second is not. */
function controlOf(v: View, a: { key: string }, b: { key: string }): boolean {
  if (v.context.isControl(a.key) !== v.context.isControl(b.key)) return v.context.isControl(a.key);
  // an add-on is tried against what it is added to
  const [x, y] = [canonical(v, a.key).split(" "), canonical(v, b.key).split(" ")];
  return y.length > x.length && x.every((w) => y.includes(w));
}

function inSentence(v: View, g: Grouping, k: number): Sides | undefined {
  const d = v.drafts[k]!;
  const start = clauseStart(v, d.first);
  const seen = new Set<string>();
  const ms = v.mentions.filter((m) => {
    if (m.kind === "all" || m.to > d.first || m.from < start || (m.kind === "people" && !m.against && !known(v, m))) return false;
    const key = canonical(v, m.key);
    return !seen.has(key) && seen.add(key);
  });
  if (ms.length === 2 && (ms.some((m) => m.against) || ms.every((m) => known(v, m)))) return sides(v, ms);
  if (ms.length === 1 && known(v, ms[0]!)) {
    const m = ms[0]!;
    const rest = counterpart(v, m.key).reference;
    if (!rest) return undefined;
    return v.context.isControl(m.key) && !v.context.isControl(rest.key) ? { group: rest, reference: labelOf(v, m, "named in the sentence") } : { group: labelOf(v, m, "named in the sentence"), reference: rest };
  }
  return undefined;
}

const known = (v: View, m: Mention): boolean => m.kind === "arm" || v.context.arms.some((a) => a.key === canonical(v, m.key));

function sides(v: View, pair: readonly Mention[]): Sides {
  const [a, b] = inOrder(pair).map((m) => labelOf(v, m, "compared in the sentence")) as [Label, Label];
  const against = pair.some((m) => m.against);
  return !against && controlOf(v, a, b) ? { group: b, reference: a } : { group: a, reference: b };
}

function counterpart(v: View, key: string): { reference?: Label } {
  const { arms: list } = v.context;
  if (list.length !== 2) return {};
  const own = canonical(v, key);
  const rest = list.filter((a) => a.key !== own);
  return rest.length === 1 ? { reference: { text: rest[0]!.label, key: rest[0]!.key, because: "the document's other arm" } } : {};
}

function arms(v: View): Sides | undefined {
  const { experimental, control } = v.context;
  if (!experimental || !control) return undefined;
  const because = "the document's two arms";
  return { group: { text: experimental.label, key: experimental.key, because }, reference: { text: control.label, key: control.key, because } };
}
