/** Binds the values of one sentence to outcome, group, reference and population. */
import { words } from "../../text/words.js";
import type { PDraft, Span } from "../draft.js";
import type { SentenceReading } from "../sentence.js";
import { comparedBy, outcomeOfP } from "./compared.js";
import type { Context } from "./context.js";
import type { Sides } from "./actor.js";
import { bindSides } from "./effect.js";
import { listedSides } from "./listedSides.js";
import { bindGroups, passedOn } from "./group.js";
import { labelOf, rightEnd, takesGroup, unique, type Label, type Remembered, spanLabel } from "./label.js";
import { bindOutcomes } from "./outcome.js";
import type { Outcome } from "./outcomeName.js";
import { GROUP_PLURALS } from "../lexicon/grammar.js";
import { readMentions, type Mention } from "./mentions.js";
import { populationsOf } from "./population.js";
import { readRuns, restates, type Run } from "./runs.js";
import { sizeLabel } from "./size.js";
import { nameWholes } from "./whole.js";
import { fullKeyOf } from "./labels.js";
import { endpointAt, norm, textOf, wordsIn, type View } from "./view.js";

/** What the sentences before hand on; used only where words of a sentence refer back, and not for long. */
export interface Carry {
  /** Equal keys bind alike. */
  readonly key: string;
  readonly outcome?: Outcome;
  readonly remembered: Remembered;
  /** The sides of the last effect of the sentence right before. */
  readonly sides?: Sides;
  /** For how many more sentences outcome and order are remembered. */
  readonly left: { readonly outcome: number; readonly order: number };
}

export const NO_CARRY: Carry = {
  key: "",
  remembered: { groups: [], order: [] },
  left: { outcome: 0, order: 0 },
};

/** A new section: what was said last is not referred back to, the order of groups stays. */
export const reset = (carry: Carry): Carry =>
  carryOf(undefined, { groups: [], order: carry.remembered.order }, { outcome: 0, order: carry.left.order });

export interface Bindings {
  /** By draft. */
  readonly bound: readonly Bound[];
  /** By p-value that no draft owns. */
  readonly ps: readonly {
    readonly p: PDraft;
    readonly outcome?: Outcome;
    readonly compares: readonly number[];
  }[];
  readonly carry: Carry;
}

/** Every field is there, so that all of these are of one shape, which is fast to make and to read. */
export interface Bound {
  readonly outcome: Outcome | undefined;
  readonly group: Label | undefined;
  readonly reference: Label | undefined;
  readonly population: Span | undefined;
}

export function bind(reading: SentenceReading, context: Context, carry: Carry): Bindings {
  const { scope, drafts, ps } = reading;
  if (drafts.length === 0 && ps.every((p) => p.owner ?? p.threshold))
    return { bound: [], ps: [], carry: next([], carry, passedOn(carry.remembered)) };
  const { line, cls, owner, breaks } = wordsIn(reading);
  const words = {
    line,
    cls,
    owner,
    breaks,
    scope,
    drafts,
    ps,
    context,
    before: carry.remembered.groups,
  };
  const v: View = Object.assign(words, { mentions: readMentions(words) });
  const runs = readRuns(v);
  const grouping = bindGroups(v, runs, carry.remembered);
  drafts.forEach((_, k) => {
    if (restates(v, k)) grouping.labels[k] = grouping.labels[k - 1] ??= grouping.labels[k];
  });
  const told = withLabels(v, grouping.labels);
  const outcomes = bindOutcomes(told, runs, grouping.labels, carry.outcome);
  drafts.forEach((_, k) => {
    if (restates(v, k)) outcomes[k] = outcomes[k - 1];
  });
  const populations = populationsOf(v);
  const bound: Bound[] = [];
  const listed = listedSides(v, runs);
  const sizes = listedSizes(v, runs);
  let sides = drafts.some((d) => d.kind === "effect") && sameDifference(v) ? carry.sides : undefined;
  drafts.forEach((d, k) => {
    const population = populations[k];
    const outcome = outcomes[k];
    if (d.kind === "group-size") {
      const s = sizes.has(k) ? undefined : sizeLabel(v, d);
      const group = s ? spanLabel(v, s, "what the number sizes") : sizes.get(k);
      bound.push({ outcome: undefined, group, reference: undefined, population });
    } else if (d.kind === "effect") {
      const goesOn = k === 0 || drafts[k - 1]!.kind === "effect";
      sides = listed.get(k) ?? bindSides(v, grouping, k, goesOn ? sides : undefined);
      const told = outcome?.text === sides.reference?.text ? undefined : outcome;
      bound.push({ ...oneSided(told, sides.group), reference: sides.reference, population });
    } else {
      bound.push({ ...once(v, outcome, grouping.labels[k]), reference: undefined, population });
    }
  });
  shareSizes(v, bound);
  cohorts(v, runs, bound);
  nameWholes(v, bound);
  return {
    bound,
    ps: ps.flatMap((p) => {
      if (p.owner || p.threshold) return [];
      const compares = comparedBy(v, runs, p);
      const outcome = compares.length ? bound[compares[0]!]!.outcome : outcomeOfP(v, p);
      return [{ p, compares, ...(outcome && { outcome }) }];
    }),
    carry: next(bound, carry, grouping.remembered, drafts.at(-1)?.kind === "effect" ? sides : undefined),
  };
}

/** "8 women (3%) with bleeding": one phrase is not both what was measured and in whom; an arm's name is the group's. */
function once(
  v: View,
  outcome: Outcome | undefined,
  group: Label | undefined,
): Pick<Bound, "outcome" | "group"> {
  if (!outcome || outcome.text !== group?.text) return { outcome, group };
  const arm = outcome.code === undefined && group.span && v.context.armNames?.at(v.line, group.span.from);
  return arm ? { outcome: undefined, group } : { outcome, group: undefined };
}
/** "After adjustment, the difference remained (HR 2.1)": between those of the sentence before. */
const sameDifference = (v: View): boolean =>
  v.line.tokens.some((t, i) => DIFFERENCE.has(t.norm) && /^(?:the|this|these)$/.test(norm(v, i - 1))) &&
  v.line.tokens.some((t) => REMAINS.test(t.norm));

const DIFFERENCE = words(
  "difference differences association associations effect relationship risk results result finding",
);
const REMAINS = /^(?:remain(?:ed|s)|persist(?:ed|s)|attenuated|unchanged|disappeared|weakened|strengthened)$/;

/** "Vaccination lowered the risk (RR 0.57)": one phrase is not both what happened and to whom. */
function oneSided(outcome: Outcome | undefined, group: Label | undefined): Pick<Bound, "outcome" | "group"> {
  const [inner, outer] = [outcome?.span, group?.span];
  // "admission for [heart failure] (HR …)": the last words of the factor
  if (inner && outer && inner.to === outer.to && inner.from > outer.from && /bracket$/.test(outcome!.because))
    return { outcome: undefined, group };
  if (!outcome || outcome.text !== group?.text) return { outcome, group };
  const factor = group.because === "factor of the association";
  const happens = (outcome.code !== undefined && !factor) || HAPPENS.test(outcome.text);
  return happens ? { outcome, group: undefined } : { outcome: undefined, group };
}

const HAPPENS = /(?:end[ -]?points?|events?|symptoms?|scores?|outcomes?|disease|mortality|deaths?)$/i;

/** What values are labelled with names a group wherever the outcome is looked for, also where nothing else says so. */
function withLabels(v: View, labels: readonly (Label | undefined)[]): View {
  const more: Mention[] = [];
  for (const l of labels) {
    const s = l?.span;
    if (!s || endpointAt(v, v.context, s.from) || v.mentions.some((m) => m.from < s.to && m.to > s.from))
      continue;
    if (!more.some((m) => m.from === s.from))
      more.push({ ...s, label: s, key: l.key, kind: "noun", against: false });
  }
  return more.length === 0 ? v : { ...v, mentions: [...v.mentions, ...more].sort((a, b) => a.from - b.from) };
}

/** "221 and 113 in the tarvenib and control arms, respectively": by size, the groups that a list after them gives in order. */
function listedSizes(v: View, runs: readonly Run[]): ReadonlyMap<number, Label> {
  const out = new Map<number, Label>();
  for (const run of runs) {
    const n = run.members.length;
    if (n < 2 || v.drafts[run.members[0]!]!.kind !== "group-size") continue;
    const { last } = v.drafts[run.members[n - 1]!]!;
    const end = rightEnd(v, run);
    const named = unique(
      v,
      v.mentions.filter((m) => m.from > last && m.from < end && m.kind !== "all"),
    );
    if (named.length !== n || named[0]!.from - last > 6 || !GROUP_PLURALS.has(norm(v, named[n - 1]!.to - 1)))
      continue;
    run.members.forEach((k, j) => out.set(k, labelOf(v, named[j]!, "list after the sizes")));
  }
  return out;
}

/** "In the matched cohort, 44 (61%) patients died": the cohort is the group of what no arm is named for. */
function cohorts(v: View, runs: readonly Run[], bound: Bound[]): void {
  for (const run of runs)
    for (const k of run.contrast ? [] : run.members) {
      const s = bound[k]!.population;
      if (!s || bound[k]!.group || !takesGroup(v.drafts[k]!) || !/^cohorts?$/.test(norm(v, s.to - 1)))
        continue;
      const label = { span: s, text: textOf(v, s), key: fullKeyOf(v, s), because: "the cohort named" };
      bound[k] = { ...bound[k]!, group: label };
    }
}

/** "3,416 (25.2%) to CBT" is a size and a share: the label of one is the other's. */
function shareSizes(v: View, bound: Bound[]): void {
  const sizes = new Map<number, Label>();
  v.drafts.forEach((d, k) => {
    const label = bound[k]!.group;
    if (d.kind === "group-size" && d.n !== undefined && label) sizes.set(d.n, label);
  });
  v.drafts.forEach((d, k) => {
    const label = d.kind === "proportion" && d.n !== undefined ? sizes.get(d.n) : undefined;
    if (label) bound[k] = { ...bound[k]!, group: label };
  });
}

const LONGEST = { outcome: 2, order: 12 } as const;

function next(bound: readonly Bound[], before: Carry, remembered: Remembered, sides?: Sides): Carry {
  const own = [...bound].reverse().find((b) => b.outcome)?.outcome;
  const outcome = own ?? (before.left.outcome > 0 ? before.outcome : undefined);
  const fresh = remembered.order !== before.remembered.order;
  const order = fresh ? LONGEST.order : before.left.order - 1;
  return carryOf(
    outcome && {
      text: outcome.text,
      because: "as in the sentence before",
      ...(outcome.code && { code: outcome.code }),
    },
    order > 0 ? remembered : { ...remembered, order: [] },
    { outcome: own ? LONGEST.outcome : before.left.outcome - 1, order },
    sides?.group && {
      group: said(sides.group),
      ...(sides.reference && { reference: said(sides.reference) }),
    },
  );
}

const said = ({ text, key }: Label): Label => ({ text, key, because: "as in the sentence before" });

function carryOf(
  outcome: Outcome | undefined,
  remembered: Remembered,
  left: Carry["left"],
  sides?: Sides,
): Carry {
  const kept = {
    outcome: outcome ? Math.max(0, left.outcome) : 0,
    order: remembered.order.length ? Math.max(0, left.order) : 0,
  };
  const words = (ls: readonly Label[]): string => ls.map((l) => l.text).join("\u0001");
  const key = [
    outcome?.text ?? "",
    outcome?.code ?? "",
    kept.outcome,
    words(remembered.groups),
    words(remembered.order),
    kept.order,
    remembered.only?.text ?? "",
    sides?.group?.text ?? "",
    sides?.reference?.text ?? "",
  ].join("\u0002");
  return { key, ...(outcome && { outcome }), remembered, ...(sides && { sides }), left: kept };
}
