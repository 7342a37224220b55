/**
 * What each number expression is: the one place where precedence is decided.
 *
 * A cell is offered to the kinds in the order below. First what its own form settles (a spread, a rate per person-time), then the
 * words to its left, nearest first, then what its form suggests when no word claims it.
 */
import type { Cell } from "./cell.js";
import type { Draft } from "./draft.js";
import { bareAmount, bareEstimate, bareMeans, bareScore } from "./kinds/bare.js";
import { bareLikeBefore, corresponding } from "./kinds/carried.js";
import { meanBySpread, medianByQuartiles } from "./kinds/central.js";
import { adjacent } from "./kinds/common.js";
import { countOf } from "./kinds/count.js";
import { doseOrTime } from "./kinds/duration.js";
import { coefficientFrom, differenceFrom, ratioFrom } from "./kinds/effect.js";
import { byHeads, headAfter } from "./kinds/heads.js";
import { byNeighbour } from "./kinds/neighbour.js";
import { foldChange, namedFrom, rateOf } from "./kinds/other.js";
import { proportionOf } from "./kinds/proportion.js";
import { byForm, survivalWithError } from "./kinds/percentage.js";
import { EVENT_VERBS } from "./lexicon/people.js";
import { norm } from "./line.js";
import { type Scope, type Seen, headsBefore } from "./scope.js";

/** The draft of a cell, the reason why it is none, or undefined where nothing is understood. */
export function classify(scope: Scope, cell: Cell): Draft | string | undefined {
  const result = kindOf(scope, cell);
  return typeof result === "object" ? medianByQuartiles(scope, cell, result) : result;
}

function kindOf(scope: Scope, cell: Cell): Draft | string | undefined {
  const seen = headsBefore(scope, cell.first);
  // a number after "n =" counts people, whatever stands before
  if (countsDoers(scope, cell)) {
    const count = countOf(scope, cell);
    if (count) return count;
  }
  if (isEnn(scope, cell)) return proportionOf(scope, cell) ?? countOf(scope, cell);
  return (
    rateOf(scope, cell, seen) ??
    foldChange(scope, cell) ??
    headAfter(scope, cell) ??
    byAdjacentHead(scope, cell, seen) ??
    survivalWithError(scope, cell) ??
    differenceWithError(scope, cell, seen) ??
    meanBySpread(scope, cell) ??
    corresponding(scope, cell) ??
    doseOrTime(scope, cell, seen) ??
    byForm(scope, cell, seen) ??
    byHeads(scope, cell, seen) ??
    byNeighbour(scope, cell) ??
    bareLikeBefore(scope, cell) ??
    bareEstimate(scope, cell) ??
    bareMeans(scope, cell) ??
    bareAmount(scope, cell) ??
    bareScore(scope, cell) ??
    countOf(scope, cell) ??
    background(scope, cell)
  );
}

/** "at a median of 2 years, 14 had relapsed": whoever did something is counted, whatever stands before. */
function countsDoers({ line }: Scope, { form, at, last, unit, interval }: Cell): boolean {
  if (form !== "number" || last !== at || unit || interval) return false;
  return norm(line, at - 1) === "," && EVENT_VERBS.has(norm(line, at + 1));
}

const isEnn = (scope: Scope, cell: Cell): boolean =>
  norm(scope.line, cell.at - 1) === "=" && norm(scope.line, cell.at - 2) === "n" && cell.form === "number";

/** "the mean difference in weight was 2.5 ± 0.3 kg (95% CI …)": what has an error and an interval of confidence after the word. */
function differenceWithError(scope: Scope, cell: Cell, seen: readonly Seen[]): Draft | undefined {
  const head = seen.find((s) => s.at.head.type === "difference" && s.cells === 0 && s.stops === 0);
  return head && cell.spread !== undefined && cell.interval?.type === "CI"
    ? differenceFrom(scope, cell, head)
    : undefined;
}

/** A measure that stands right before its value outranks what the value looks like: "risk difference −3.8 ± …". */
function byAdjacentHead(scope: Scope, cell: Cell, seen: readonly Seen[]): Draft | undefined {
  const first = seen[0];
  if (!first || first.cells > 0 || !adjacent(scope, first, cell, 3)) return undefined;
  const { type } = first.at.head;
  if (type === "mean" || type === "median" || type === "change" || type === "baseline") return undefined;
  return (
    ratioFrom(scope, cell, first) ??
    differenceFrom(scope, cell, first) ??
    coefficientFrom(scope, cell, first) ??
    namedFrom(scope, cell, first)
  );
}

/** Numbers whose form alone says that they are no results. */
function background(scope: Scope, cell: Cell): string | undefined {
  const kind = cell.unit?.kind;
  if (kind === "time") return "time";
  if (kind === "dose") return "dose";
  if (
    kind === "amount" &&
    /^(?:received|receive|receiving|given|administered|containing|started|infused|injected)$/.test(
      norm(scope.line, cell.first - 1),
    )
  )
    return "dose";
  if (scope.points.some((p) => p.tokens.includes(cell.at))) return "time";
  if (cell.unit?.name === "cycle") return "schedule";
  if (
    (scope.section === "methods" || scope.section === "title" || scope.section === "background") &&
    !cell.interval &&
    !cell.p
  )
    return "detail of the design";
  return undefined;
}
