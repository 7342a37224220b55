/** Which of two values an effect's exposed side has, where the numbers tell. */
import { looksLikeEvent } from "../lexicon/people.js";
import { valueOf } from "./direction.js";
import { clauseStart } from "./clause.js";
import { norm, type View } from "./view.js";

/**
 * 1 where value `i` is the exposed side's and `j` the other's, -1 where it is the other way round, 0 where the numbers do not tell:
 * a ratio below 1 says that the exposed side had fewer events, or lived longer without one.
 */
export function exposedSide(v: View, k: number, i: number, j: number): 1 | -1 | 0 {
  const { measure, first } = v.drafts[k]!;
  const [a, b, ratio] = [valueOf(v, i), valueOf(v, j), valueOf(v, k)];
  if (a === undefined || b === undefined || ratio === undefined || a === b || ratio === 1) return 0;
  const { kind } = v.drafts[i]!;
  if (kind !== v.drafts[j]!.kind || !/^(?:HR|OR|RR|IRR)$/.test(measure ?? "")) return 0;
  if (kind === "median" ? measure !== "HR" : kind !== "proportion" && kind !== "landmark") return 0;
  const start = clauseStart(v, v.drafts[i]!.first);
  let kept = kind === "median";
  let lost = measure !== "HR";
  for (let t = start; t < first && measure === "HR"; t++) {
    if (KEPT.test(norm(v, t))) kept = true;
    if (looksLikeEvent(norm(v, t)) || LOST.test(norm(v, t))) lost = true;
  }
  if (!kept && !lost) return 0;
  // medians and percentages that are close can go either way when the whole curves are compared
  if (Math.abs(a - b) < 0.1 * Math.max(a, b) || Math.abs(Math.log(ratio)) < 0.14) return 0;
  return (ratio < 1 === a < b) !== kept ? 1 : -1;
}

/** Survival, and states that an event ends. */
const KEPT = /^(?:survival|survived|alive|freedom|free|os|pfs|dfs|efs|rfs|ffs|fff|.*-free)$/;
const LOST = /^(?:died|relapsed|progressed|occurred|incidence|risk|failed)$/;
