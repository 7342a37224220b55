/** Intervals: confidence and credible intervals, interquartile ranges, ranges; labelled or only announced. */
import type { IntervalDraft, Value } from "./draft.js";
import { boundAt, boundsAt, claim, oneSidedAt } from "./interval/bounds.js";
import { type Label, type Type, labelAt } from "./interval/label.js";
import { declareSpread } from "./interval/spread.js";
import { type Line, isNumber, norm } from "./line.js";
import { words } from "../text/words.js";

/** A label that only announces what the brackets of the sentence hold: "HR (95% CI)", "median (IQR)", "mean [SD]". */
export interface Declared {
  readonly at: number;
  readonly type: Type;
  readonly level: number | null;
}

export interface Intervals {
  readonly labelled: IntervalDraft[];
  readonly declared: Declared[];
}

const CONNECT = words(`
: , = ( [ of was were from is between – - ) ] limits for the difference ranging ; superiority noninferiority non-inferiority
`);

/** All labelled intervals of a sentence and the labels without bounds; bounds and levels are claimed. */
export function readIntervals(line: Line): Intervals {
  const labelled: IntervalDraft[] = [];
  const declared: Declared[] = [];
  for (let i = 0; i < line.tokens.length; i++) {
    if (line.claims[i]) continue;
    const label = labelAt(line, i);
    if (!label) {
      declareSpread(line, i, declared);
      continue;
    }
    if (label.levelAt >= 0) line.claims[label.levelAt] = "statement";
    for (let k = label.first; k < label.end; k++) if (isNumber(line, k)) line.claims[k] = "statement";
    const found = boundsAfter(line, label);
    if (!found) {
      declared.push({ at: label.first, type: label.type, level: label.level });
      i = label.end - 1;
      continue;
    }
    claim(line, found.low);
    claim(line, found.high);
    labelled.push({
      first: label.first,
      last: found.end - 1,
      type: label.type,
      level: label.level,
      low: found.low,
      high: found.high,
      taken: false,
    });
    i = found.end - 1;
  }
  return { labelled, declared };
}

function boundsAfter(
  line: Line,
  label: Label,
): { low: Value | undefined; high: Value | undefined; end: number } | undefined {
  let j = label.end;
  for (let steps = 0; steps < 5; steps++) {
    if (label.side) {
      const only = boundAt(line, j);
      if (only)
        return label.side === "upper"
          ? { low: undefined, high: only.value, end: only.end }
          : { low: only.value, high: undefined, end: only.end };
    }
    const bounds = boundsAt(line, j);
    if (bounds) {
      const open = norm(line, j - 1);
      if ((open === "(" || open === "[") && line.partner[j - 1] === bounds.end)
        return { ...bounds, end: bounds.end + (j - 1 >= label.end ? 1 : 0) };
      return bounds;
    }
    const one = oneSidedAt(line, j);
    if (one) return one;
    const w = norm(line, j);
    if (!CONNECT.has(w)) return undefined;
    // a closing bracket ends "HR (95% CI)": what follows is the estimate
    if (w === ")" || w === "]") return undefined;
    if ((w === "(" || w === "[") && label.type === "range" && label.level === null && j > label.end)
      return undefined;
    j++;
  }
  return undefined;
}
