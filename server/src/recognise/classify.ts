/**
 * What each number expression is: the one place where precedence is decided.
 *
 * A cell is offered to the kinds in the order below. First what its own form settles (a spread, a rate per person-time), then the
 * words to its left, nearest first, then what its form suggests when no word claims it.
 */
import type { Cell } from "./cell.js";
import type { Draft } from "./draft.js";
import { isNR } from "./draft.js";
import { changeFrom, meanBySpread, meanFrom, medianFrom, withSpread } from "./kinds/central.js";
import { adjacent, draftOf, endpointBefore, isInteger, quoted } from "./kinds/common.js";
import { coefficientFrom, differenceFrom, ratioFrom } from "./kinds/effect.js";
import { foldChange, namedFrom, percentChange, rateOf } from "./kinds/other.js";
import { countOf, landmarkOf, proportionOf } from "./kinds/share.js";
import { norm } from "./line.js";
import { headsBefore, looselyLinked, onlyComma, strictlyLinked, type Scope, type Seen } from "./scope.js";

const BY_HEAD = [
  ratioFrom,
  differenceFrom,
  coefficientFrom,
  namedFrom,
  medianFrom,
  meanFrom,
  changeFrom,
] as const;

/** The draft of a cell, the reason why it is none, or undefined where nothing is understood. */
export function classify(scope: Scope, cell: Cell): Draft | string | undefined {
  const seen = headsBefore(scope, cell.first);
  return (
    rateOf(scope, cell) ??
    foldChange(scope, cell) ??
    headAfter(scope, cell) ??
    byAdjacentHead(scope, cell, seen) ??
    survivalWithError(scope, cell) ??
    meanBySpread(scope, cell) ??
    timeCorresponding(scope, cell) ??
    doseOrTime(scope, cell, seen) ??
    byForm(scope, cell, seen) ??
    byHeads(scope, cell, seen) ??
    corresponding(scope, cell) ??
    byNeighbour(scope, cell) ??
    countOf(scope, cell) ??
    background(scope, cell)
  );
}

/** "30 months of median follow-up", "60-month median follow-up", "a $7,062 difference". */
function headAfter(scope: Scope, cell: Cell): Draft | undefined {
  if (isNR(cell.value) || cell.form === "fraction") return undefined;
  const i = cell.last + 1;
  const at = norm(scope.line, i) === "of" ? i + 1 : i;
  const head = scope.heads.find((h) => h.from === at);
  if (head?.head.type === "median" && cell.unit?.kind === "time")
    return draftOf(scope, cell, "median", "'median' after the value", head);
  if (head?.head.type === "difference" && at === i && cell.unit && !/^(?:dose|time)$/.test(cell.unit.kind)) {
    const draft = draftOf(scope, cell, "effect", "'difference' after the value", head);
    draft.measure = cell.form === "percent" ? "RD" : "MD";
    draft.adjusted = false;
    return draft;
  }
  return undefined;
}

/** "3-year EFS was 44% ± 3%": a rate with its standard error, no mean. */
const survivalWithError = (scope: Scope, cell: Cell): Draft | undefined =>
  cell.spread !== undefined && cell.form === "percent" ? landmarkOf(scope, cell) : undefined;

/** Durations are background unless a word says otherwise; "corresponding" does. */
const timeCorresponding = (scope: Scope, cell: Cell): Draft | undefined =>
  cell.unit?.kind === "time" || (cell.unit && scope.carry?.kind === "mean" && cell.unit.kind === "amount")
    ? corresponding(scope, cell)
    : undefined;

/** "the corresponding figures were 17.3 months and 14.0 months": of the kind of the sentence before. */
function corresponding(scope: Scope, cell: Cell): Draft | undefined {
  const kind = scope.carry?.kind;
  if (!kind || isNR(cell.value) || cell.form === "fraction" || cell.form === "range") return undefined;
  const draft = draftOf(scope, cell, kind, "'corresponding' to the sentence before");
  if (kind === "mean") return withSpread(scope, cell, draft);
  if (kind === "effect") {
    draft.measure = scope.carry!.measure!;
    draft.adjusted = scope.carry!.adjusted ?? false;
  }
  return draft;
}

/** A measure that stands right before its value outranks what the value looks like: "risk difference −4.1 ± …". */
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

/** Percentages and counts with percentages: the words before may make them something else than a share of people. */
function byForm(scope: Scope, cell: Cell, seen: readonly Seen[]): Draft | undefined {
  if (
    cell.form === "fraction" ||
    cell.percent !== undefined ||
    cell.count !== undefined ||
    cell.total !== undefined
  ) {
    const named = seen.find((s) => s.at.head.type === "name");
    const accuracy = named && named.distance < 20 ? namedFrom(scope, cell, named) : undefined;
    if (accuracy?.name && /sensitiv|specific|predictive|accuracy/.test(accuracy.name)) return accuracy;
    return proportionOf(scope, cell);
  }
  if (cell.form !== "percent") return undefined;
  const same =
    scope.cells.indexOf(cell) > 0 &&
    strictlyLinked(scope.line, scope.cells[scope.cells.indexOf(cell) - 1]!, cell)
      ? likePrevious(scope, cell)
      : undefined;
  if (same && same.kind !== "effect" && same.kind !== "other") return same;
  const change = percentChange(scope, cell, seen);
  if (change && !absolute(scope, cell)) {
    const rate = landmarkOf(scope, cell);
    if (!rate) return change;
    // "5-year survival improved by 8.6%": percentage points between the groups
    const gain = draftOf(scope, cell, "effect", "a gain in a rate at a time point");
    gain.measure = "RD";
    gain.adjusted = false;
    return gain;
  }
  const share = seen.some(
    (s) =>
      s.at.head.type === "proportion" &&
      s.stops === 0 &&
      /^(?:proportion|percentage)/.test(norm(scope.line, s.at.from)) &&
      norm(scope.line, s.at.to) === "of",
  );
  for (const s of seen) {
    if (s.at.head.type === "ratio" || (share && (s.at.head.type === "change" || s.at.head.type === "mean")))
      continue;
    if (s.at.head.type === "proportion") break;
    const draft =
      differenceFrom(scope, cell, s) ??
      namedFrom(scope, cell, s) ??
      medianFrom(scope, cell, s) ??
      meanFrom(scope, cell, s) ??
      changeFrom(scope, cell, s);
    if (draft) return draft;
  }
  if (cell.unit?.name === "percentage point") {
    const draft = draftOf(scope, cell, "effect", "percentage points");
    draft.measure = "RD";
    draft.adjusted = false;
    return draft;
  }
  return quantityInPercent(scope, cell) ?? landmarkOf(scope, cell) ?? proportionOf(scope, cell);
}

const absolute = (scope: Scope, cell: Cell): boolean =>
  norm(scope.line, cell.first - 1) === "absolute" || norm(scope.line, cell.last + 1) === "absolute";

/** "HbA1c (−0.47% vs −0.38%)": a quantity measured in percent, so a mean. */
function quantityInPercent(scope: Scope, cell: Cell): Draft | undefined {
  const near = endpointBefore(scope, cell.first, 14);
  const value = isNR(cell.value) ? NaN : scope.line.tokens[cell.at]!.value;
  const negative =
    value < 0 ||
    scope.cells.some(
      (c) =>
        c !== cell &&
        c.form === "percent" &&
        !isNR(c.value) &&
        scope.line.tokens[c.at]!.value < 0 &&
        Math.abs(c.at - cell.at) < 24 &&
        looselyLinked(scope, c.at < cell.at ? c : cell, c.at < cell.at ? cell : c),
    );
  if (!negative && near?.endpoint.inPercent !== true) return undefined;
  if (!negative && near && !/^(?:HbA1c|LVEF)$/.test(near.endpoint.code)) return undefined;
  const after = norm(scope.line, cell.last + 1);
  if (!negative && (after === "of" || shareOf(scope, cell))) return undefined;
  return draftOf(scope, cell, "mean", negative ? "a negative percentage" : "a quantity measured in percent");
}

/** "achieved HbA1c <7.0% (36.4% vs 13.5%)": a share of people who met a limit. */
function shareOf(scope: Scope, cell: Cell): boolean {
  for (let k = Math.max(0, cell.first - 22); k < cell.first; k++) {
    if (
      /^(?:[<>]=?|achieved|achieving|goal|target|patients|proportion|proportions|percentage|percentages|participants|responders|reached|reaching|rates?)$/.test(
        norm(scope.line, k),
      )
    )
      return true;
  }
  return false;
}

function byHeads(scope: Scope, cell: Cell, seen: readonly Seen[]): Draft | undefined {
  for (const s of seen)
    for (const from of BY_HEAD) {
      const draft = from(scope, cell, s);
      if (draft) return draft;
    }
  return undefined;
}

const RATIO = /^(?:HR|OR|RR|IRR|GMR|ROM)$/;

const KEEPS_UNIT = /^(?:time|dose)$/;

/** Doses and stretches of time are background unless a word makes them a result. */
function doseOrTime(scope: Scope, cell: Cell, seen: readonly Seen[]): string | Draft | undefined {
  const { line } = scope;
  const kind = cell.unit?.kind;
  if (!kind || !KEEPS_UNIT.test(kind) || isNR(cell.value)) return undefined;
  const same = likePrevious(scope, cell);
  if (same && kind === "time" && same.kind !== "effect") return same;
  const draft = seen.length
    ? byHeads(
        scope,
        cell,
        seen.filter((s) => s.distance < 40),
      )
    : undefined;
  if (kind === "dose")
    return draft &&
      (draft.kind !== "mean" ||
        cell.interval ||
        scope.cells.some((c) => c.unit?.kind === "dose" && c.spread !== undefined) ||
        seen[0]!.distance < 8)
      ? draft
      : "dose";
  if (draft) return draft;
  const pair = neighbourOf(scope, cell);
  // "at 10 minutes (…), 30 minutes (…)": further times of a list
  if (
    norm(line, cell.last + 1) === "(" &&
    cell.form !== "range" &&
    scope.points.some((p) => p.from < cell.first && p.unit === cell.unit?.name) &&
    !cell.interval &&
    isInteger(scope, cell)
  )
    return "time point";
  const endpoint = endpointBefore(scope, cell.first, 30);
  if (
    endpoint?.endpoint.timeToEvent &&
    endpoint.endpoint.code !== "mortality" &&
    !/^(?:at|after|within|by|than|for|least|every|up|over|during)$/.test(norm(line, cell.first - 1)) &&
    cell.form !== "range"
  ) {
    const near =
      (cell.first - endpoint.to <= 6 &&
        /^(?:was|were|of|,|:|\(|\[|=|is|with|and|vs|versus|v|to)$/.test(norm(line, cell.first - 1))) ||
      pair !== undefined ||
      cell.interval !== undefined;
    if (near && endpoint.endpoint.code !== "follow-up")
      return draftOf(scope, cell, "median", "a time of a time-to-event outcome", undefined);
  }
  if (cell.interval || (pair && contrasted(scope, cell, pair))) {
    // only a time to an event is estimated with bounds that were not reached, or beside a hazard ratio
    const censored =
      isNR(cell.interval?.high) ||
      isNR(cell.interval?.low) ||
      scope.heads.some((h) => h.head.type === "ratio" && h.head.measure === "HR");
    return draftOf(
      scope,
      cell,
      censored ? "median" : "mean",
      censored ? "a duration beside a hazard ratio or a bound not reached" : "a contrasted duration",
    );
  }
  return "time";
}

const neighbourOf = (scope: Scope, cell: Cell): Cell | undefined => {
  const i = scope.cells.indexOf(cell);
  const next = scope.cells[i + 1];
  const previous = scope.cells[i - 1];
  const alike = (c: Cell | undefined): c is Cell => c !== undefined && c.unit?.kind === cell.unit?.kind;
  if (alike(next) && looselyLinked(scope, cell, next)) return next;
  if (alike(previous) && looselyLinked(scope, previous, cell)) return previous;
  return undefined;
};

/** "10.5 vs. 8.6 days", "19.2 minutes in the control group vs 20.5 minutes": a comparison between the two. */
function contrasted(scope: Scope, a: Cell, b: Cell): boolean {
  const [first, second] = a.first < b.first ? [a, b] : [b, a];
  for (let k = first.last + 1; k < second.first; k++)
    if (/^(?:vs|v|versus|compared|than|whereas|while|against)$/.test(norm(scope.line, k))) return true;
  // "(7.3 to 5.7, P < 0.01)": before and after
  if (second.p && norm(scope.line, first.last + 1) === "to" && second.first === first.last + 2) return true;
  return false;
}

/** A value beside one that is understood is of the same kind: "10.3 vs. 7.5 months", "0.00% (…) in the placebo group". */
function byNeighbour(scope: Scope, cell: Cell): Draft | undefined {
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
      const draft = draftOf(scope, cell, "proportion", "contrasted counts");
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

/** "(1·16, 0·91–1·46; p=0·234)" after "HR 1·06 (…)": an estimate of the ratio named before. */
function bareEffect(scope: Scope, cell: Cell): Draft | undefined {
  if (cell.form !== "number" || cell.unit || !cell.interval || isNR(cell.value) || isInteger(scope, cell))
    return undefined;
  const model =
    scope.drafts.findLast((d) => d.kind === "effect" && d.measure !== undefined && RATIO.test(d.measure)) ??
    scope.carry;
  if (!model?.measure) return undefined;
  if (
    model === scope.carry &&
    scope.heads.some(
      (h) => h.head.type !== "change" && h.head.type !== "proportion" && h.head.type !== "baseline",
    )
  )
    return undefined;
  const d = draftOf(scope, cell, "effect", "a bare estimate after others");
  d.measure = model.measure!;
  d.adjusted = model.adjusted ?? false;
  const head = (model as Draft).head;
  if (head) d.head = head;
  return d;
}

/** "WOMAC: −11.7 (…); PGADS: −8.1 (…)": items of one list, each with its interval. */
const parallel = (scope: Scope, a: Cell, b: Cell): boolean =>
  norm(scope.line, b.first - 1) === ":" &&
  b.first - a.last < 9 &&
  a.interval !== undefined &&
  b.interval !== undefined;

/** The kind of the value before it, where the two are joined and of one form. */
function likePrevious(scope: Scope, cell: Cell): Draft | undefined {
  const i = scope.cells.indexOf(cell);
  const previous = scope.cells[i - 1];
  const draft = scope.drafts.at(-1);
  if (
    previous &&
    draft &&
    draft.first >= previous.first &&
    draft.first <= previous.last &&
    (looselyLinked(scope, previous, cell) || parallel(scope, previous, cell)) &&
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
        /^(?:were|was|had|died|of|patients|deaths|events)$/.test(norm(scope.line, cell.last + 1))
      )
    ) {
      const d = draftOf(scope, cell, draft.kind, "like the value before it");
      if (draft.head) d.head = draft.head;
      if (!d.unit && draft.unit?.kind === "points") d.unit = draft.unit;
      if (draft.measure) d.measure = draft.measure;
      if (draft.adjusted !== undefined) d.adjusted = draft.adjusted;
      if (draft.name) d.name = draft.name;
      if (cell.aside !== undefined && (draft.sd !== undefined || draft.se !== undefined)) {
        if (draft.sd !== undefined) d.sd = cell.aside;
        else d.se = cell.aside;
      }
      if (
        draft.kind === "effect" &&
        strictlyLinked(scope.line, previous, cell) === false &&
        cell.interval === undefined &&
        cell.p === undefined
      )
        return undefined;
      return d;
    }
  }
  return undefined;
}

/** "breast cancer (68 vs 120; HR, 0.86)", "(2 vs 7)": whole numbers contrasted inside a bracket count events. */
function eventPair(scope: Scope, a: Cell, b: Cell): boolean {
  const { line } = scope;
  if (scoreNear(scope, a) || line.depth[a.first] === 0 || line.depth[a.first] !== line.depth[b.first])
    return false;
  const [first, second] = a.first < b.first ? [a, b] : [b, a];
  return /^[([]$/.test(norm(line, first.first - 1)) && strictlyLinked(line, first, second);
}

/** "12 versus 22 (p = 0.005)": whole numbers that a p-value compares. */
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

const cellIsCount = (scope: Scope, cell: Cell): boolean =>
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

/** Numbers whose form alone says that they are no results. */
function background(scope: Scope, cell: Cell): string | undefined {
  const kind = cell.unit?.kind;
  if (kind === "time") return "time";
  if (kind === "dose") return "dose";
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
