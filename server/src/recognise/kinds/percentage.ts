/** Percentages and counts with percentages: shares of people, unless the words before make them something else. */
import type { Cell } from "../cell.js";
import { type Draft, isNR } from "../draft.js";
import { likePrevious } from "./alike.js";
import { changeFrom, meanFrom, medianFrom } from "./central.js";
import { draftOf, endpointBefore, isInteger } from "./common.js";
import { maintained, pointsBetween } from "./difference.js";
import { differenceFrom } from "./effect.js";
import { landmarkOf } from "./landmark.js";
import { namedFrom, percentChange } from "./other.js";
import { proportionOf } from "./proportion.js";
import { norm } from "../line.js";
import { type Scope, type Seen, looselyLinked, strictlyLinked } from "../scope.js";

/** Percentages and counts with percentages: the words before may make them something else than a share of people. */
export function byForm(scope: Scope, cell: Cell, seen: readonly Seen[]): Draft | undefined {
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
  const same = listed(scope, cell) ?? shareOfFall(scope, cell);
  if (same) return same;
  const gain = pointsBetween(scope, cell) ?? maintained(scope, cell) ?? varianceOf(scope, cell);
  if (gain) return gain;
  const change = percentChange(scope, cell, seen);
  if (change && !absolute(scope, cell)) {
    const rate = landmarkOf(scope, cell);
    // "reduced the relapse rate by 52%": of a fall a share is told
    if (!rate || change.name === "percent decrease") return change;
    // "5-year survival improved by 7.4%": percentage points between the groups
    const gain = draftOf(scope, cell, "effect", "a gain in a rate at a time point");
    gain.measure = "RD";
    gain.adjusted = false;
    return gain;
  }
  const last = scope.drafts.at(-1);
  if (cell.interval && last?.name === "vaccine efficacy" && last.interval) {
    const more = draftOf(scope, cell, "other", "like the efficacy before it");
    more.name = last.name;
    return more;
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
  return inPoints(scope, cell) ?? belowZero(scope, cell, seen) ?? plain(scope, cell);
}

/** "a gap of 4.2 percentage points"; "fell by 0.9 percentage points with A and 0.3 percentage points with B" are changes of each. */
function inPoints(scope: Scope, cell: Cell): Draft | undefined {
  if (cell.unit?.name !== "percentage point") return undefined;
  const last = scope.drafts.at(-1);
  if (last?.kind === "mean" && last.unit?.name === cell.unit.name && cell.first - last.last < 14)
    return draftOf(scope, cell, "mean", "like the value before it");
  const draft = draftOf(scope, cell, "effect", "percentage points");
  draft.measure = "RD";
  draft.adjusted = false;
  return draft;
}

/** "41% and 35%", "rose by 30 and 61%": of a list all are what its first is; "76% to 74%" is no list of changes. */
function listed(scope: Scope, cell: Cell): Draft | undefined {
  const before = scope.cells[scope.cells.indexOf(cell) - 1];
  const same = before && strictlyLinked(scope.line, before, cell) ? likePrevious(scope, cell) : undefined;
  if (same?.kind === "other")
    return same.name?.startsWith("percent ") && norm(scope.line, cell.first - 1) !== "to" ? same : undefined;
  return same?.kind === "effect" ? undefined : same;
}

/** What no word claims: a quantity in percent, a rate at a time, a share. */
function plain(scope: Scope, cell: Cell): Draft | undefined {
  // "7.9% (63.0 mmol/mol)"
  if (cell.also && !isInteger(scope, cell)) return draftOf(scope, cell, "mean", "a value in two units");
  return quantityInPercent(scope, cell) ?? landmarkOf(scope, cell) ?? proportionOf(scope, cell);
}

/** "fell from 31 ± 4 to 22 ± 3 mm Hg (29%)": how much of the first value the second lost or won. */
function shareOfFall({ line, drafts, ...scope }: Scope, cell: Cell): Draft | undefined {
  const [first, second] = drafts.slice(-2);
  if (first?.kind !== "mean" || second?.kind !== "mean" || typeof first.value !== "number") return undefined;
  const open = cell.first - 1;
  if (!/^[([]$/.test(norm(line, open)) || cell.interval || cell.first - second.last > 6) return undefined;
  if (norm(line, first.first - 1) !== "from" || norm(line, second.first - 1) !== "to") return undefined;
  if (typeof second.value !== "number" || second.unit?.kind === "percent") return undefined;
  const draft = draftOf(
    { line, drafts, ...scope },
    cell,
    "other",
    "a change in percent beside its two values",
  );
  const fell = line.tokens[second.value]!.value < line.tokens[first.value]!.value;
  draft.name = `percent ${fell ? "decrease" : "increase"}`;
  return draft;
}

/** "explaining 68% of its variability". */
function varianceOf(scope: Scope, cell: Cell): Draft | undefined {
  const { line } = scope;
  if (norm(line, cell.last + 1) !== "of") return undefined;
  for (let k = cell.last + 2; k < cell.last + 5; k++)
    if (/^(?:variance|variability|variation)$/.test(norm(line, k))) {
      const draft = draftOf(scope, cell, "other", "a share of the variance");
      draft.name = "variance explained";
      return draft;
    }
  return undefined;
}

/** "+1.5%; −2.1 to +5.1": an interval that reaches below zero is that of a difference or of a change. */
function belowZero(scope: Scope, cell: Cell, seen: readonly Seen[]): Draft | undefined {
  const { tokens } = scope.line;
  const { low, high } = cell.interval ?? {};
  if (typeof low !== "number" || typeof high !== "number" || tokens[low]!.value >= 0) return undefined;
  const value = tokens[cell.at]!.value;
  if (value < 0) return undefined;
  const previous = scope.cells[scope.cells.indexOf(cell) - 1];
  const second = previous && !previous.interval && strictlyLinked(scope.line, previous, cell);
  if (second || value > tokens[high]!.value) {
    // "34.1% vs 29.6%; 90% CI, −2.2% to 11.2%": that of the difference between the two
    cell.interval = undefined;
    return undefined;
  }
  const changed = seen.some((s) => s.at.head.type === "change" || s.at.head.type === "baseline");
  const draft = draftOf(scope, cell, changed ? "mean" : "effect", "an interval below zero");
  if (!changed) {
    draft.measure = "RD";
    draft.adjusted = false;
  }
  return draft;
}

const absolute = (scope: Scope, cell: Cell): boolean =>
  norm(scope.line, cell.first - 1) === "absolute" || norm(scope.line, cell.last + 1) === "absolute";

/** "body fat (−2.6% vs −1.9%)": a quantity measured in percent, so a mean. */
function quantityInPercent(scope: Scope, cell: Cell): Draft | undefined {
  const near = endpointBefore(scope, cell.first, 14);
  const value = isNR(cell.value) ? NaN : scope.line.tokens[cell.at]!.value;
  const negative =
    value < 0 ||
    scope.cells.some(
      (c) =>
        c !== cell &&
        c.form === "percent" &&
        c.unit?.name === cell.unit?.name &&
        !isNR(c.value) &&
        scope.line.tokens[c.at]!.value < 0 &&
        Math.abs(c.at - cell.at) < 24 &&
        !isDifference(scope, c) &&
        looselyLinked(scope, c.at < cell.at ? c : cell, c.at < cell.at ? cell : c),
    );
  if (!negative && near?.endpoint.inPercent !== true) return undefined;
  if (!negative && near && !/^(?:HbA1c|LVEF)$/.test(near.endpoint.code)) return undefined;
  const after = norm(scope.line, cell.last + 1);
  if (!negative && (after === "of" || shareOf(scope, cell))) return undefined;
  return draftOf(scope, cell, "mean", negative ? "a negative percentage" : "a quantity measured in percent");
}

/** "12.7% vs 17.0%; difference, −4.2%": what is negative is the difference. */
const isDifference = (scope: Scope, { first }: Cell): boolean =>
  scope.heads.some((h) => h.head.type === "difference" && h.to <= first && first - h.to < 6);

/** "achieved HbA1c <6.5% (31.8% vs 17.2%)": a share of people who met a limit. */
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

/** "4-year EFS was 47% ± 5%": a rate with its standard error, no mean. */
export const survivalWithError = (scope: Scope, cell: Cell): Draft | undefined =>
  cell.spread !== undefined && cell.form === "percent" ? landmarkOf(scope, cell) : undefined;
