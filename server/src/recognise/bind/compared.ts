/** What a p-value that stands for itself compares. */
import type { PDraft } from "../draft.js";
import { afterShell } from "./carried.js";
import { OUTCOME_SHELLS } from "../lexicon/grammar.js";
import { phraseAfter, phraseBefore } from "./phrase.js";
import { isGroup, outcomeFrom, type Outcome } from "./outcomeName.js";
import { beforeGroup, subjectOutcome } from "./places.js";
import { restates, type Run } from "./runs.js";
import { beforeDet, norm, type View } from "./view.js";

/** Indices of the drafts before the p-value that it compares: the run of values that ends nearest before it, in its bracket or clause. */
export function comparedBy(v: View, runs: readonly Run[], p: PDraft): number[] {
  const before = v.drafts.flatMap((d, k) =>
    d.first < p.first && d.kind !== "group-size" && !restates(v, k) ? [k] : [],
  );
  const last = before.at(-1);
  if (last === undefined) return [];
  const d = v.drafts[last]!;
  if (p.first - d.last > 24) return [];
  for (let i = d.last + 1; i < p.first; i++) if (v.cls[i] === "semi" && v.line.depth[i] === 0) return [];
  // "was 12% (p = 0.02), as was cough (p = 0.3)": of what its own words name
  if (otherP(v, d.last, p) || (otherP(v, d.first, p) && rightBefore(v, p))) return [];
  const run = runs.find((r) => r.members.includes(last))!;
  if (run.members.length > 1) return [...run.members];
  const partner = before.at(-2);
  if (partner === undefined) return [last];
  const e = v.drafts[partner]!;
  return e.kind === d.kind &&
    d.first - e.last < 26 &&
    !otherP(v, e.first, { ...p, first: d.first }) &&
    noSemi(v, e.last, d.first)
    ? [partner, last]
    : [last];
}

const noSemi = (v: View, from: number, to: number): boolean => {
  for (let i = from + 1; i < to; i++) if (v.cls[i] === "semi") return false;
  return true;
};

/** Another p-value stands between a token and this one: that one closed the comparison. */
const otherP = (v: View, from: number, p: PDraft): boolean =>
  v.ps.some((q) => q !== p && q.first > from && q.last < p.first && !q.owner);

/** The outcome of a p-value with no values before it: "pulse pressure (P = .013)", "pain was less severe after tarvenib (p = 0.02)". */
export function outcomeOfP(v: View, p: PDraft): Outcome | undefined {
  return (
    rightBefore(v, p) ??
    rightAfter(v, p) ??
    (alone(v, p) ? (afterShell(v, p) ?? subjectOutcome(v, p.first)) : undefined)
  );
}

/** What stands behind these is compared, not measured: "between the two wards (p = 0.4)". */
const AGAINST = /^(?:between|among|amongst|than|versus|vs|after|during|following|throughout|over)$/;

/** Tests and corrections are no outcomes. */
const TEST =
  /rank|wilcox|fisher|whitney|chi|student|tailed|paired|kruskal|trend|interact|correct|exact|group|time|test|both|mcnemar|adjust|measures|level|side|therapy|effect|^(?:r2?|hl|ps|active|all)$/;

/** "(weight P = .4, height P = .2)": in a bracket, the words of its part. */
function labelOf(v: View, p: PDraft): Outcome | undefined {
  if (v.line.depth[p.first] === 0 || v.cls[p.first - 1] === "open") return undefined;
  const s = phraseBefore(v, v.cls[p.first - 1] === "comma" ? p.first - 1 : p.first, 0, { preps: true });
  const from = s && beforeDet(v, s.from);
  if (!s || s.to < p.first - 1 || !/^(?:open|comma|semi|and)$/.test(v.cls[from!] ?? "")) return undefined;
  for (let k = s.from; k < s.to; k++) if (TEST.test(norm(v, k))) return undefined;
  return isGroup(v, s) ? undefined : outcomeFrom(v, s, "label before the p-value");
}

function rightBefore(v: View, p: PDraft): Outcome | undefined {
  const label = labelOf(v, p);
  if (label) return label;
  let i = p.first - 1;
  while (i >= 0 && v.cls[i] !== "open" && p.first - i < 6) i--;
  if (v.cls[i] !== "open") return undefined;
  const s = phraseBefore(v, i, 0, { preps: true });
  const cut = s && !isGroup(v, s) ? beforeGroup(v, s) : undefined;
  const own = cut && [cut.to - 1, cut.to].some((k) => /^(?:prep|det)$/.test(v.cls[k]!)) ? cut : cut && s;
  return own && norm(v, own.to - 1) !== "difference" && !AGAINST.test(norm(v, beforeDet(v, own.from)))
    ? outcomeFrom(v, own, "right before the bracket")
    : undefined;
}

/** "a trend (p = 0.1) towards fewer falls", "a rise (p < 0.05) in urate", "significantly (p = 0.03) lowered urate": what its bracket stands within. */
function rightAfter(v: View, p: PDraft): Outcome | undefined {
  if (v.cls[p.first - 1] !== "open" || v.cls[p.last + 1] !== "close") return undefined;
  const k = p.last + 2;
  const before = norm(v, p.first - 2);
  const led = v.cls[p.first - 2] === "adverb" && (v.cls[k] === "verb" || norm(v, k).endsWith("ed"));
  const bears =
    /^(?:in|of|on|for|towards?)$/.test(norm(v, k)) &&
    (OUTCOME_SHELLS.has(before) || /^(?:trends?|effective|superior|inferior|correlation)$/.test(before));
  const s = led || bears ? phraseAfter(v, k + 1, k + 12, { preps: true }) : undefined;
  const own = s && !isGroup(v, s) ? beforeGroup(v, s) : undefined;
  return outcomeFrom(v, own, "after the bracket");
}

/** No value stands before it in its clause: what the clause says is what was tested. */
function alone(v: View, p: PDraft): boolean {
  for (let i = p.first - 1; i >= 0 && !(v.cls[i] === "semi" && v.line.depth[i] === 0); i--)
    if (v.owner[i]! >= 0) return false;
  return true;
}
