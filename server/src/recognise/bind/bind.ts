/** Binds the values of one sentence to outcome, group, reference and population. */
import type { PDraft, Span } from "../draft.js";
import type { SentenceReading } from "../sentence.js";
import { comparedBy, outcomeOfP } from "./compared.js";
import type { Context } from "./context.js";
import { bindSides, type Sides } from "./effect.js";
import { bindGroups, type Label, type Remembered } from "./group.js";
import { bindOutcomes } from "./outcome.js";
import type { Outcome } from "./outcomeName.js";
import { readMentions } from "./mentions.js";
import { populationsOf } from "./population.js";
import { readRuns } from "./runs.js";
import { sizeLabel } from "./size.js";
import { keyOf } from "./labels.js";
import { textOf, wordsOf, type View } from "./view.js";

/** What the sentence before hands on; used only where words of this sentence refer back. */
export interface Carry {
  readonly outcome?: Outcome;
  readonly remembered: Remembered;
}

export const NO_CARRY: Carry = { remembered: { groups: [], order: [] } };

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

export interface Bound {
  readonly outcome?: Outcome;
  readonly group?: Label;
  readonly reference?: Label;
  readonly population?: Span;
}

export function bind(reading: SentenceReading, context: Context, carry: Carry): Bindings {
  const { scope, drafts, ps } = reading;
  const words = {
    ...wordsOf(scope.line, drafts, scope),
    scope,
    drafts,
    ps,
    context,
    before: carry.remembered.groups,
  };
  const v: View = { ...words, mentions: readMentions(words) };
  const runs = readRuns(v);
  const grouping = bindGroups(v, runs, carry.remembered);
  const outcomes = bindOutcomes(v, runs, grouping.labels, carry.outcome);
  const bound: Bound[] = [];
  let sides: Sides | undefined;
  drafts.forEach((d, k) => {
    if (d.kind === "group-size") {
      const s = sizeLabel(v, d);
      bound.push(
        s
          ? { group: { span: s, text: textOf(v, s), key: keyOf(v, s), because: "what the number sizes" } }
          : {},
      );
    } else if (d.kind === "effect") {
      sides = bindSides(v, grouping, k, drafts[k - 1]?.kind === "effect" ? sides : undefined);
      bound.push({ ...(outcomes[k] && { outcome: outcomes[k] }), ...sides });
    } else
      bound.push({
        ...(outcomes[k] && { outcome: outcomes[k] }),
        ...(grouping.labels[k] && { group: grouping.labels[k] }),
      });
  });
  shareSizes(v, bound);
  const populations = populationsOf(v);
  return {
    bound: bound.map((b, k) => ({ ...b, ...(populations[k] && { population: populations[k] }) })),
    ps: ps.flatMap((p) => {
      if (p.owner || p.threshold) return [];
      const compares = comparedBy(v, runs, p);
      const outcome = compares.length ? bound[compares[0]!]!.outcome : outcomeOfP(v, p);
      return [{ p, compares, ...(outcome && { outcome }) }];
    }),
    carry: next(bound, carry, grouping.remembered),
  };
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

function next(bound: readonly Bound[], carry: Carry, remembered: Remembered): Carry {
  const outcome = [...bound].reverse().find((b) => b.outcome)?.outcome ?? carry.outcome;
  return {
    ...(outcome && {
      outcome: {
        text: outcome.text,
        because: "as in the sentence before",
        ...(outcome.code && { code: outcome.code }),
      },
    }),
    remembered,
  };
}
