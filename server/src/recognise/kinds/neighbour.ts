/** Values that are understood from the value beside them. */
import type { Cell } from "../cell.js";
import { type Draft, isNR } from "../draft.js";
import { countedAt } from "../counted.js";
import { cellIsCount, contrasted, likePrevious, neighbourOf } from "./alike.js";
import { draftOf, isInteger, quoted } from "./common.js";
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
    contrasted(scope, cell, pair) &&
    !cellIsCount(scope, cell) &&
    cell.form !== "range" &&
    !isNR(cell.value)
  ) {
    if (!cell.unit && isInteger(scope, cell) && isInteger(scope, pair) && eventPair(scope, cell, pair)) {
      const head = headsBefore(scope, cell.first).find(
        (s) => s.at.head.type === "median" || s.at.head.type === "mean",
      );
      if (head && head.stops === 0)
        return draftOf(
          scope,
          cell,
          head.at.head.type === "median" ? "median" : "mean",
          quoted(scope, head.at),
          head.at,
        );
      const people = countedAt(scope.line, Math.max(cell.last, pair.last) + 1, 3)?.people === true;
      const draft = draftOf(
        scope,
        cell,
        people ? "group-size" : "proportion",
        people ? "contrasted sizes" : "contrasted counts",
      );
      draft.n = cell.at;
      return draft;
    }
    if (
      cell.unit ||
      (!isInteger(scope, cell) && !isInteger(scope, pair)) ||
      scoreNear(scope, cell) ||
      testedPair(scope, cell, pair)
    )
      return draftOf(scope, cell, "mean", "contrasted values");
  }
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
  return bareEffect(scope, cell);
}

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
  if (scoreNear(scope, a) || line.depth[a.first] === 0 || line.depth[a.first] !== line.depth[b.first])
    return false;
  const [first, second] = a.first < b.first ? [a, b] : [b, a];
  return /^[([]$/.test(norm(line, first.first - 1)) && strictlyLinked(line, first, second);
}

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
