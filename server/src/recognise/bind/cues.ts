/** The words that tell of an association, and what kind of telling it is. */
import type { Draft } from "../draft.js";
import { ASSOCIATES } from "../lexicon/grammar.js";
import { MARK } from "../marks.js";
import { clauseStart } from "./clause.js";
import { norm, type View } from "./view.js";

/** The nearest word of association before the effect, or after it in the same clause. */
export function cue(v: View, d: Draft): number | undefined {
  let start = clauseStart(v, d.first);
  // "associated with asthma (…) but not with gout (…"
  if (norm(v, start - 1) === "but" && norm(v, start) === "not" && v.cls[start + 1] === "prep")
    start = clauseStart(v, start - 1);
  for (let i = d.first - 1; i >= start && d.first - i < 120; i--) if (associates(v, i)) return i;
  let verbs = 0;
  for (let i = d.last + 1; i < v.cls.length && i < d.last + 60; i++) {
    if (v.cls[i] === "semi" && v.line.depth[i] === 0) return undefined;
    if (associates(v, i) || (verbs === 0 && movesRisk(v, i))) return i;
    if (v.cls[i] === "verb") verbs++;
  }
  return undefined;
}

/** "A (OR 1.2) and B (OR 1.4) increased the risk of" */
function movesRisk(v: View, i: number): boolean {
  if (!/^(?:(?:increas|decreas|reduc|rais|lower)(?:ed|es|s)|raise|increase)$/.test(norm(v, i))) return false;
  const k = v.cls[i + 1] === "det" ? i + 2 : i + 1;
  return /^(?:risk|odds|likelihood|probability|chances?)$/.test(norm(v, k)) && norm(v, k + 1) === "of";
}

/** "associated", "predictors", "risk factors"; a growth factor predicts nothing. */
const associates = (v: View, i: number): boolean =>
  (v.line.marks[i]! & MARK.association) !== 0 &&
  ((norm(v, i) === "likely" && norm(v, i + 1) === "to" && /^(?:more|less)$/.test(norm(v, i - 1))) ||
    ASSOCIATES.has(norm(v, i)) ||
    bearsOn(v, i) ||
    (/^factors?$/.test(norm(v, i)) && RISK.test(norm(v, i - 1))));

/** "depression was related to death", "depression had an impact on death" */
export const bearsOn = (v: View, i: number): boolean =>
  (norm(v, i) === "related" && norm(v, i + 1) === "to" && v.cls[i - 1] !== "word") ||
  (norm(v, i) === "protective" && norm(v, i + 1) === "against") ||
  (/^(?:impact|influence|effect)$/.test(norm(v, i)) && norm(v, i + 1) === "on" && ownVerb(v, i));

/** "had a borderline impact": what bears on the outcome is the subject. */
function ownVerb(v: View, i: number): boolean {
  for (let k = i - 1; k >= 0 && k > i - 5; k--)
    if (/^(?:had|has|have|exerted)$/.test(norm(v, k))) return true;
  return false;
}

/** "predictors of", "factors that were independently associated with": the factors come after what they tell of. */
export function leadsList(v: View, at: number): boolean {
  let k = at;
  if (/^(?:associated|related|linked)$/.test(norm(v, at)))
    do k--;
    while (/^(?:adverb|verb|who)$/.test(v.cls[k] ?? "") || norm(v, k) === "to");
  return (
    /^(?:predictors|factors|determinants|correlates)$/.test(norm(v, k)) || (k < at && LISTED.test(norm(v, k)))
  );
}

const LISTED = /^(?:variables|characteristics|features|conditions|exposures)$/;

const RISK = /^(?:risk|prognostic|independent|protective|predictive|contributing|associated)$/;
