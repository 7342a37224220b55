/** Sentences that set a level of significance instead of reporting a p-value. */
import type { Comparator } from "../../extraction.js";
import { LEVEL_OBJECT, SETS_LEVEL } from "../lexicon/pvalues.js";
import { type Line, norm } from "../line.js";

export function setsLevel(line: Line, first: number, comparator: Comparator): boolean {
  // "efficacy bounds were one-sided P = .0063"
  for (let i = first - 1; i >= Math.max(0, first - 5); i--) {
    if (/^(?:boundary|boundaries|threshold|thresholds|alpha)$/.test(norm(line, i))) return true;
    if (
      !/^(?:was|were|of|at|is|are|one-sided|two-sided|set|a|an|:|=|to|be|level|two|one|sided|-|1-sided|2-sided)$/.test(
        norm(line, i),
      )
    )
      break;
  }
  // "analysed in P ≤ 0.05 level"
  for (let i = first + 1; i < first + 5; i++) if (norm(line, i) === "level") return comparator !== "=";
  let sets = false;
  let object = false;
  const from = Math.max(0, first - 25);
  const to = Math.min(line.tokens.length, first + 25);
  for (let i = from; i < to; i++) {
    const w = norm(line, i);
    if (w === ";" && i < first) {
      sets = object = false;
    }
    if (SETS_LEVEL.has(w)) sets = true;
    if (LEVEL_OBJECT.has(w)) object = true;
  }
  if (comparator !== "=" && levelBefore(line, first)) return true;
  if (!sets || !object) return false;
  return comparator !== "=";
}

/** "the level of significance was 5% (p < 0.05)", "significance level p < 0.05", "compared with a significance of P < 0.05". */
function levelBefore(line: Line, first: number): boolean {
  if (/^with a significance of$/.test([4, 3, 2, 1].map((back) => norm(line, first - back)).join(" ")))
    return true;
  for (let i = first - 1; i >= Math.max(0, first - 9); i--) {
    if (norm(line, i) === "significance" && (norm(line, i - 2) === "level" || norm(line, i + 1) === "level"))
      return true;
  }
  return false;
}
