/** The other side of a comparison, where each side has its value with it: "35 with A compared with 51 for B", "than the B group with 51". */
import { clauseStart } from "./clause.js";
import { labelOf, otherArm, type Label, spanLabel } from "./label.js";
import { isTime } from "./labelAfter.js";
import { isVague } from "./labels.js";
import { OUTCOME_SHELLS } from "../lexicon/grammar.js";
import { THIN } from "../lexicon/thin.js";
import type { Mention } from "./mentions.js";
import { phraseAfter } from "./phrase.js";
import { FREE, endpointAt, norm, overBracket, type View } from "./view.js";

/** The label of value `k` where words that compare lead to it from a value of another group. */
export function heldAgainstLabel(
  v: View,
  k: number,
  labels: readonly (Label | undefined)[],
): Label | undefined {
  const d = v.drafts[k]!;
  const before = v.drafts[k - 1];
  if (before?.kind !== d.kind || before.first < clauseStart(v, d.first)) return undefined;
  const m = v.mentions.filter((x) => x.from > before.last && x.to <= d.first && x.kind !== "all").at(-1);
  if (m)
    return m.against && labels[k - 1]?.key !== m.key && leadsTo(v, m.to, d.first)
      ? labelOf(v, m, "held against")
      : undefined;
  return turned(v, before.last + 1, d.first) ? named(v, k) : undefined;
}

/** "compared to the B group with the value of", "than in the B group as": to the value of the group just named. */
function leadsTo(v: View, from: number, to: number): boolean {
  if (to - from > 6) return false;
  for (let i = from; i < to; i++)
    if (
      !/^(?:prep|det|verb|open|comma)$/.test(v.cls[i]!) &&
      !/^(?:values?|mean|median|score|rate|total)$/.test(norm(v, i))
    )
      return false;
  return v.cls[to - 1] !== "comma" || to - from < 2;
}

/** "compared with", "versus" or "than" between two values, and what follows is no time. */
function turned(v: View, from: number, to: number): boolean {
  let found = false;
  for (let i = from; i < to; i++) {
    const over = overBracket(v, i);
    if (over > i) {
      i = over - 1;
      continue;
    }
    if (v.cls[i] === "semi" || v.cls[i] === "who") return false;
    if (v.cls[i] === "versus") found = true;
    else if (found && (v.cls[i] === "and" || MOMENT.test(norm(v, i)))) return false;
  }
  return found;
}

const MOMENT =
  /^(?:baseline|before|previous|previously|pre-?treatment|preoperative|expected|predicted|initial)$/;

/** "51 for the other device": what stands behind the value with a preposition. */
function named(v: View, k: number): Label | undefined {
  const { last } = v.drafts[k]!;
  if (!/^(?:with|for|in|among|on|after)$/.test(norm(v, last + 1)) || v.owner[last + 1] !== FREE)
    return undefined;
  const s = phraseAfter(v, last + 2, v.drafts[k + 1]?.first ?? v.cls.length);
  if (/^(?:all|both|each|either)$/.test(norm(v, last + 2)) || (s && NO_GROUP.has(norm(v, s.to - 1))))
    return undefined;
  if (!s || s.from > last + 3 || isVague(v, s) || isTime(v, s) || endpointAt(v, v.context, s.from))
    return undefined;
  return spanLabel(v, s, "after the value compared");
}

/** What is compared of the groups rather than one of them. */
const NO_GROUP: ReadonlySet<string> = new Set([...THIN, ...OUTCOME_SHELLS]);

/** Between mention and value stands a word that compares: the value is the other side's. */
export function otherSide(v: View, m: Mention, k: number): Label | "none" | undefined {
  const { first } = v.drafts[k]!;
  const before = v.drafts[k - 1];
  if (!before) return undefined;
  // a group named behind an earlier value is that value's; a subject is left by words that compare the value before with this one
  const own = m.from > before.last || v.drafts.some((d) => d.last < m.from && d.first < before.first);
  const from = own ? m.to : before.last + 1;
  if ((!own && before.kind !== v.drafts[k]!.kind) || !turned(v, from, first)) return undefined;
  return otherArm(v, m.key) ?? "none";
}
