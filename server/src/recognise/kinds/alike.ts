/** Values of one form that are joined: "12.6 vs. 8.9 months", items of one list. */
import type { Cell } from "../cell.js";
import type { Draft } from "../draft.js";
import { draftOf, isInteger } from "./common.js";
import { countedAt } from "../counted.js";
import { norm } from "../line.js";
import { type Scope, looselyLinked, onlyComma, strictlyLinked } from "../scope.js";

export const neighbourOf = (scope: Scope, cell: Cell): Cell | undefined => {
  const i = scope.cells.indexOf(cell);
  const next = scope.cells[i + 1];
  const previous = scope.cells[i - 1];
  const alike = (c: Cell | undefined): c is Cell => c !== undefined && c.unit?.kind === cell.unit?.kind;
  if (alike(next) && looselyLinked(scope, cell, next)) return next;
  if (alike(previous) && looselyLinked(scope, previous, cell)) return previous;
  return undefined;
};

/** "11.3 vs. 9.4 days", "22.7 minutes in the usual-care group vs 24.1 minutes": a comparison between the two. */
export function contrasted(scope: Scope, a: Cell, b: Cell): boolean {
  const [first, second] = a.first < b.first ? [a, b] : [b, a];
  for (let k = first.last + 1; k < second.first; k++)
    if (/^(?:vs|v|versus|compared|than|whereas|while|against)$/.test(norm(scope.line, k))) return true;
  // "(8.1 to 6.4, P < 0.02)": before and after
  if (second.p && norm(scope.line, first.last + 1) === "to" && second.first === first.last + 2) return true;
  return false;
}

/** "KOOS: −9.4 (…); VAS: −6.3 (…)": items of one list, each with its interval. */
const parallel = (scope: Scope, a: Cell, b: Cell): boolean =>
  norm(scope.line, b.first - 1) === ":" &&
  b.first - a.last < 9 &&
  a.interval !== undefined &&
  b.interval !== undefined;

/** "HRs were 0.93 for relapse (95% CI …), 0.84 for death (95% CI …)": each with the words for what it is of before its interval. */
const eachFor = ({ line, intervals }: Scope, a: Cell, b: Cell): boolean =>
  norm(line, a.last + 1) === "for" &&
  norm(line, b.last + 1) === "for" &&
  b.first - a.last < 30 &&
  intervals.labelled.some((v) => v.first > a.last && v.last < b.first) &&
  intervals.labelled.some((v) => v.first > b.last && v.first - b.last < 12);

/** The kind of the value before it, where the two are joined and of one form. */
export function likePrevious(scope: Scope, cell: Cell): Draft | undefined {
  const i = scope.cells.indexOf(cell);
  const previous = scope.cells[i - 1];
  const draft = scope.drafts.at(-1);
  if (draft?.kind === "other" && countedAt(scope.line, cell.last + 1, 3)) return undefined;
  if (
    previous &&
    draft &&
    draft.first >= previous.first &&
    draft.first <= previous.last &&
    (looselyLinked(scope, previous, cell) ||
      parallel(scope, previous, cell) ||
      eachFor(scope, previous, cell)) &&
    sameForm(scope, previous, cell)
  ) {
    if (
      scope.heads.some(
        (h) =>
          h.from > previous.last &&
          h.to <= cell.first &&
          /^(?:median|mean|ratio|difference|name)$/.test(h.head.type),
      )
    )
      return undefined;
    if (
      /^(?:mean|median|effect|other)$/.test(draft.kind) &&
      !cellIsCount(scope, cell) &&
      !(
        isInteger(scope, cell) &&
        (/^(?:were|was|had|died|of|patients|deaths|events)$/.test(norm(scope.line, cell.last + 1)) ||
          countedAt(scope.line, cell.last + 1, 2)?.people === true)
      )
    ) {
      const d = draftOf(scope, cell, draft.kind, "like the value before it");
      if (draft.head) d.head = draft.head;
      shareQuartiles(draft, d);
      if (!d.unit && draft.unit?.kind === "points") d.unit = draft.unit;
      if (draft.measure) d.measure = draft.measure;
      if (draft.adjusted !== undefined) d.adjusted = draft.adjusted;
      if (draft.name) d.name = draft.name;
      shareSpread(scope, previous, cell, draft, d);
      // "HR 1.93 (…); 0.107 vs. 0.056 per 100 patient-years": what a semicolon parts is something else
      if (draft.kind === "effect" && !cell.interval && !cell.p && norm(scope.line, cell.first - 1) === ";")
        return undefined;
      if (
        draft.kind === "effect" &&
        !strictlyLinked(scope.line, previous, cell) &&
        !eachFor(scope, previous, cell) &&
        cell.interval === undefined &&
        cell.p === undefined
      )
        return undefined;
      return d;
    }
  }
  return undefined;
}

/** What is in brackets is the spread of both: "23.1 (SD 4.2) and 25.0 (5.1)", "66 (9) vs 71 (11) beats/min". */
function shareSpread(scope: Scope, previous: Cell, cell: Cell, from: Draft, to: Draft): void {
  if (cell.aside !== undefined && from.sd !== undefined) to.sd = cell.aside;
  else if (cell.aside !== undefined && from.se !== undefined) to.se = cell.aside;
  else if (from.kind === "mean" && cell.unit && bracketed(scope, previous) && bracketed(scope, cell)) {
    from.sd = previous.aside;
    to.sd = cell.aside;
  }
}

/** A number alone in the bracket behind the value, and smaller than it. */
const bracketed = ({ line }: Scope, { aside, at, interval, spread }: Cell): boolean =>
  aside !== undefined &&
  !interval &&
  spread === undefined &&
  line.tokens[aside]!.value < line.tokens[at]!.value &&
  line.tokens[aside]!.value > 0;

/** "8 days (2–22) vs 6 days (3–20)": what the first pair is, the second is too. */
function shareQuartiles(from: Draft, to: Draft): void {
  if (from.kind === "median" && from.interval?.type === "IQR" && to.interval?.type === "unlabelled")
    to.interval = { ...to.interval, type: "IQR" };
}

export const cellIsCount = (scope: Scope, cell: Cell): boolean =>
  cell.total !== undefined ||
  cell.percent !== undefined ||
  (norm(scope.line, cell.first - 1) === "=" && norm(scope.line, cell.first - 2) === "n");

/** The same sign of measurement: both with a unit, both percentages, both plain. */
function sameForm(scope: Scope, a: Cell, b: Cell): boolean {
  if (
    a.form !== b.form &&
    !(a.form === "percent" && b.unit === undefined) &&
    !(b.form === "percent" && a.unit === undefined)
  )
    return false;
  if (a.unit && b.unit && a.unit.kind !== b.unit.kind) return false;
  if (b.form === "percent" && !a.unit && onlyComma(scope.line, a.last + 1, b.first)) return false;
  if (b.unit && !a.unit && b.form !== "percent" && !strictlyLinked(scope.line, a, b)) return false;
  if (isInteger(scope, b) && !b.unit && a.unit && !b.interval) return strictlyLinked(scope.line, a, b);
  return true;
}
