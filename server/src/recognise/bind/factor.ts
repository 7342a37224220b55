/** The factor of an association, and what it is held against. */
import type { Draft, Span } from "../draft.js";
import { OUTCOME_SHELLS } from "../lexicon/grammar.js";
import { clauseStart } from "./clause.js";
import { labelOf, type Label, spanLabel } from "./label.js";
import { isVague } from "./labels.js";
import { outcomeFrom, type Outcome } from "./outcomeName.js";
import { phraseAfter, phraseBefore } from "./phrase.js";
import { subjectOf } from "./subject.js";
import { norm, type View } from "./view.js";

/** An outcome, and the factor that is associated with it. */
export interface Association {
  readonly outcome?: Outcome;
  readonly group?: Label;
  readonly reference?: Label;
  /** The place of the value only says in whom. */
  readonly inWhom?: true;
}

/** The phrase as the exposed side; before it may stand another phrase that it is held against. */
export function groupFrom(v: View, s: Span | undefined): { group?: Label; reference?: Label } {
  if (!s || isVague(v, s) || (s.to === s.from + 1 && OUTCOME_SHELLS.has(norm(v, s.from)))) return {};
  const pair = heldAgainst(v, s);
  if (pair) return pair;
  const end = Math.min(s.to, s.from + 12);
  const span = { from: s.from, to: end };
  return {
    group: spanLabel(v, span, "factor of the association"),
  };
}

/** "allocation to walking compared with sitting was associated with": the phrase before the verb is the other side. */
function heldAgainst(v: View, s: Span): { group?: Label; reference?: Label } | undefined {
  let k = s.from - 1;
  while (v.cls[k] === "det" || v.cls[k] === "prep") k--;
  if (v.cls[k] !== "versus" || norm(v, k) === "than") return undefined;
  // "A as compared with B"
  if (norm(v, k - 1) === "as") k--;
  const own = phraseBefore(v, k, 0, { preps: true });
  if (!own || own.to !== k || isVague(v, own)) return undefined;
  const reference = spanLabel(v, s, "held against");
  return { ...groupFrom(v, own), reference };
}

/** "women with A were 3 times more likely to relapse than those with B (OR 3.1)": two groups, and what one is likelier to do. */
export function likelier(v: View, at: number, d: Draft): Association | undefined {
  const start = clauseStart(v, d.first);
  const own = v.mentions
    .filter((m) => m.from >= start && m.to <= at && m.kind !== "all" && !m.against)
    .at(-1);
  const rest = v.mentions.find((m) => m.from > at && m.to <= d.first && m.against);
  if ((rest && !own) || (!rest && at > d.first)) return undefined;
  const limit = rest?.from ?? d.first;
  let end = at + 2;
  while (end < limit && !/^(?:versus|open|comma|semi|colon)$/.test(v.cls[end]!)) end++;
  const outcome = outcomeFrom(v, { from: at + 2, to: end }, "what is likelier");
  if (rest === undefined) {
    // "less likely to smoke (OR 0.5) or drink (OR 0.6)": of the second its own words tell
    const later = v.drafts.some((x) => x.kind === "effect" && x.first > at && x.last < d.first);
    return { ...(outcome && !later && { outcome }), ...alone(v, start, at) };
  }
  return {
    ...(outcome && { outcome }),
    group: labelOf(v, own!, "what is likelier to"),
    reference: labelOf(v, rest, "held against"),
  };
}

/** "Pupils in the reading group were less likely to be absent (OR 0.7)": those before the verb, where nobody else is named. */
function alone(v: View, start: number, at: number): { group?: Label } {
  let verb = at - 1;
  while (verb > start && v.cls[verb] !== "verb") verb--;
  const s = phraseBefore(v, verb, start, { preps: true });
  return s && norm(v, s.from) !== "likely" ? groupFrom(v, s) : {};
}

/** "Earlier training (aOR 2.6 …) and age (aOR 1.4 …) were predictors for referral". */
export function factorsFirst(v: View, k: number, open: number, at: number): Association | undefined {
  if (open < 0) return undefined;
  const s = phraseBefore(v, open, v.drafts[k - 1]?.kind === "effect" ? v.drafts[k - 1]!.last + 1 : 0, {
    preps: true,
  });
  if (!s) return undefined;
  let i = at;
  // "predicted failure" has an object, "were predictors of failure" a preposition
  if (!/^predict(?:ed|s)?$/.test(norm(v, at))) for (i++; i < at + 5 && v.cls[i] !== "prep";) i++;
  const after = phraseAfter(v, i + 1, i + 12, { preps: true });
  const outcome = outcomeFrom(v, after, "what the factors predict");
  return outcome ? { outcome, ...groupFrom(v, s) } : undefined;
}

/** "treatment remained a predictor of survival (HR …)". */
export function predictorOf(v: View, k: number, open: number, at: number): Association | undefined {
  const { first } = v.drafts[k]!;
  const after = /^(?:of|for)$/.test(norm(v, at + 1))
    ? phraseAfter(v, at + 2, first, { preps: true })
    : undefined;
  const outcome = outcomeFrom(v, after, "what the factor predicts");
  // "age (HR 1.8) was a risk factor for relapse, and smoking (HR 1.2) was not": each before its bracket
  const each = v.drafts.some((x, j) => j < k && x.kind === "effect" && x.last < at);
  const own = each && open > at ? phraseBefore(v, open, at + 1, { preps: true }) : undefined;
  return outcome && { outcome, ...groupFrom(v, own ?? subjectOf(v, at)) };
}

/** "predictors of death were age (HR …) and stage (HR …)", "factors associated with death included". */
export function predictorsOf(v: View, at: number, open: number): Association | undefined {
  if (open < 0) return undefined;
  // "predictors of prolonged stay were"
  const from = v.cls[at + 2] === "verb" ? at + 3 : at + 2;
  const after = /^(?:of|for|with|to)$/.test(norm(v, at + 1))
    ? phraseAfter(v, from, open, { preps: true })
    : undefined;
  const outcome = outcomeFrom(v, after, "what the factors predict");
  const floor = after?.to ?? at + 1;
  let s = phraseBefore(v, open, floor, { preps: true });
  // "age over 75 years"
  if (s && /^(?:over|under|above|below)$/.test(norm(v, s.from - 1)) && s.from - 2 > floor)
    s = { from: phraseBefore(v, s.from - 1, floor)?.from ?? s.from, to: s.to };
  return s ? { ...(outcome && { outcome }), ...groupFrom(v, s) } : undefined;
}
