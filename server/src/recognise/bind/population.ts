/** The analysis set that a sentence names: intention to treat, per protocol, a matched cohort, a subgroup. */
import type { Span } from "../draft.js";
import { SET_NOUNS } from "../lexicon/grammar.js";
import { MARK } from "../marks.js";
import { phraseAfter, phraseBefore } from "./phrase.js";
import { norm, type View } from "./view.js";

const SET_WORDS =
  /^(?:intention-to-treat|intent-to-treat|itt|mitt|modified|per-protocol|pp|safety|matched|psm|propensity-score-matched|propensity|ps-matched|score-matched|iptw|weighted|unmatched|unadjusted|as-treated|evaluable|overall|entire|total|full|on-treatment|unweighted|efficacy|sensitivity|exploratory|training|validation|derivation|external|internal|test)$/;

/** The words that name the set of each draft. Where a set is named before the first value, a later one takes over from there on; otherwise each stands after its values. */
export function populationsOf(v: View): (Span | undefined)[] {
  const all: Span[] = [];
  for (let i = 0; i < v.cls.length; i++) {
    const s = v.line.marks[i]! & MARK.set ? setAt(v, i) : undefined;
    if (s) all.push(s);
  }
  const first = v.drafts[0];
  if (!first || all.length < 2) return v.drafts.map(() => all[0]);
  const leads = all[0]!.from < first.first;
  return v.drafts.map((d) =>
    leads ? all.filter((s) => s.from < d.first).at(-1) : (all.find((s) => s.from > d.last) ?? all.at(-1)),
  );
}

/** The set whose noun stands at token `i`. */
function setAt(v: View, i: number): Span | undefined {
  const w = norm(v, i);
  if (SET_NOUNS.has(w)) {
    const s = phraseBefore(v, i, Math.max(0, i - 6));
    if (s)
      for (let k = s.from; k < s.to; k++)
        if (SET_WORDS.test(norm(v, k)) || /-(?:positive|negative)$/.test(norm(v, k)))
          return { from: s.from, to: i + 1 };
    return w === "subgroup" || w === "subset" ? within(v, i) : undefined;
  }
  if (w === "psm" || w === "iptw") return { from: i, to: i + 1 };
  if (w === "propensity") {
    const s = phraseAfter(v, i, i + 5);
    if (s && /^(?:match|weigh)/.test(norm(v, s.to - 1)) && !SET_NOUNS.has(norm(v, s.to)))
      return { from: i, to: s.to };
  }
  return undefined;
}

/** "in the subgroup of patients with X". */
function within(v: View, i: number): Span | undefined {
  if (norm(v, i + 1) !== "of") return undefined;
  const s = phraseAfter(v, i + 2, i + 14, { preps: true });
  return s && { from: i, to: s.to };
}
