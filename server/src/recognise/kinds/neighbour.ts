/** Values that are understood from the value beside them. */
import type { Cell } from "../cell.js";
import { type Draft, isNR } from "../draft.js";
import { countedAt } from "../counted.js";
import { cellIsCount, contrasted, likePrevious, neighbourOf } from "./alike.js";
import { draftOf, isInteger, quoted } from "./common.js";
import { bareDifference } from "./difference.js";
import { norm } from "../line.js";
import { type Scope, headsBefore, strictlyLinked } from "../scope.js";

/** A value beside one that is understood is of the same kind: "12.6 vs. 8.9 months", "0.00% (…) in the sham group". */
export function byNeighbour(scope: Scope, cell: Cell): Draft | undefined {
  const same = likePrevious(scope, cell);
  if (same) return same;
  const pair = neighbourOf(scope, cell);
  const percent = cell.form === "percent" || cell.unit?.kind === "percent";
  if (
    pair &&
    !percent &&
    (contrasted(scope, cell, pair) || countedRespectively(scope, cell, pair)) &&
    !cellIsCount(scope, cell) &&
    cell.form !== "range" &&
    !isNR(cell.value)
  ) {
    const draft = contrastedValue(scope, cell, pair);
    if (draft) return draft;
  }
  const bare = bareEffect(scope, cell) ?? bareDifference(scope, cell);
  if (bare) return bare;
  if (
    pair &&
    cell.unit?.kind === "amount" &&
    pair.unit?.name === cell.unit.name &&
    scope.section !== "methods" &&
    scope.line.depth[cell.first] === scope.line.depth[pair.first] &&
    cell.form !== "range"
  )
    return draftOf(scope, cell, "mean", "listed values");
  if (cell.unit?.kind === "amount" && (cell.interval || cell.p || cell.also))
    return draftOf(scope, cell, "mean", "a measured value");
  return undefined;
}

/** One of two values that are contrasted: a count of events in a bracket, else a mean. */
function contrastedValue(scope: Scope, cell: Cell, pair: Cell): Draft | undefined {
  if (!cell.unit && isInteger(scope, cell) && isInteger(scope, pair) && eventPair(scope, cell, pair)) {
    const head = headsBefore(scope, cell.first).find(
      (s) => s.at.head.type === "median" || s.at.head.type === "mean",
    );
    if (head && head.stops === 0) {
      const kind = head.at.head.type === "median" ? "median" : "mean";
      return draftOf(scope, cell, kind, quoted(scope, head.at), head.at);
    }
    const people =
      !cellIsCount(scope, pair) &&
      countedAt(scope.line, Math.max(cell.last, pair.last) + 1, 3)?.people === true;
    const draft = people
      ? draftOf(scope, cell, "group-size", "contrasted sizes")
      : draftOf(scope, cell, "proportion", "contrasted counts");
    draft.n = cell.at;
    return draft;
  }
  // "1.7 ml versus 3.4 ml" of a drug
  if (DESIGN.has(scope.section) && cell.unit && !cell.interval && !cell.p && !pair.p) return undefined;
  const measured =
    cell.unit ||
    (!isInteger(scope, cell) && !isInteger(scope, pair)) ||
    scoreNear(scope, cell) ||
    testedPair(scope, cell, pair);
  return measured ? draftOf(scope, cell, "mean", "contrasted values") : undefined;
}

/** Sections that tell what was planned and done. */
const DESIGN: ReadonlySet<string> = new Set(["methods", "background", "title"]);

const RATIO = /^(?:HR|OR|RR|IRR|GMR|ROM)$/;

/** "(1·22, 0·94–1·58; p=0·137)" after "HR 1·09 (…)": an estimate of the ratio named before. */
function bareEffect(scope: Scope, cell: Cell): Draft | undefined {
  if (cell.form !== "number" || cell.unit || !cell.interval || isNR(cell.value) || isInteger(scope, cell))
    return undefined;
  const model = scope.drafts.findLast(
    (d) => d.kind === "effect" && d.measure !== undefined && RATIO.test(d.measure),
  );
  if (!model?.measure) return undefined;
  const d = draftOf(scope, cell, "effect", "a bare estimate after others");
  d.measure = model.measure;
  d.adjusted = model.adjusted ?? false;
  if (model.head) d.head = model.head;
  return d;
}

/** "hip fracture (57 vs 74; HR, 0.77)", "(3 vs 8)": whole numbers contrasted inside a bracket count events. */
function eventPair(scope: Scope, a: Cell, b: Cell): boolean {
  const { line } = scope;
  if (a.interval || b.interval) return false;
  if (scoreNear(scope, a) || line.depth[a.first] === 0 || line.depth[a.first] !== line.depth[b.first])
    return false;
  const [first, second] = a.first < b.first ? [a, b] : [b, a];
  return /^[([]$/.test(norm(line, first.first - 1)) && strictlyLinked(line, first, second);
}

/** "fewer strokes with tarvenib than with placebo (212 and 298, respectively": whole numbers in a bracket. */
const countedRespectively = (scope: Scope, cell: Cell, pair: Cell): boolean => {
  const { line } = scope;
  const [first, second] = cell.first < pair.first ? [cell, pair] : [pair, cell];
  const end = second.last + 1;
  return (
    norm(line, first.last + 1) === "and" &&
    norm(line, norm(line, end) === "," ? end + 1 : end) === "respectively" &&
    !first.unit &&
    !second.unit &&
    isInteger(scope, first) &&
    isInteger(scope, second) &&
    eventPair(scope, first, second)
  );
};

/** "14 versus 29 (p = 0.008)": whole numbers that a p-value compares. */
const testedPair = (scope: Scope, a: Cell, b: Cell): boolean =>
  strictlyLinked(scope.line, a.first < b.first ? a : b, a.first < b.first ? b : a) &&
  (a.p ?? b.p) !== undefined;

const scoreNear = (scope: Scope, cell: Cell): boolean => {
  for (let k = Math.max(0, cell.first - 12); k < cell.first; k++)
    if (
      /^(?:scores?|levels?|age|index|count|counts|concentration|concentrations|duration|rate|pressure|weight|titers?|reactivity|values?)$/.test(
        norm(scope.line, k),
      )
    )
      return true;
  return false;
};
