/** Effects between groups: ratios, differences, standardised differences, correlations, regression coefficients. */
import type { Measure } from "../../extraction.js";
import type { Cell } from "../cell.js";
import type { Draft } from "../draft.js";
import { isNR } from "../draft.js";
import { norm } from "../line.js";
import { countedAt } from "../counted.js";
import { type Scope, type Seen } from "../scope.js";
import { adjacent, draftOf, isInteger, perStep, quoted, valueOf } from "./common.js";

const ADJUSTED =
  /^(?:adjusted|multivariable|multivariate|multivariable-adjusted|fully-adjusted|age-adjusted|subdistribution|cause-specific|adj|stratified-adjusted)$/;

/** A ratio measure names this number. */
export function ratioFrom(scope: Scope, cell: Cell, seen: Seen): Draft | undefined {
  const { head } = seen.at;
  if (head.type !== "ratio" || cell.form !== "number" || isNR(cell.value) || cell.spread !== undefined)
    return undefined;
  if (cell.unit && !perStep(scope, cell, seen)) return undefined;
  if (head.bounded && !cell.interval) return undefined;
  if (!carriesOn(scope, cell, seen)) return undefined;
  const near = adjacent(scope, seen, cell);
  const value = valueOf(scope, cell);
  if (value < 0 || value > 10000) return undefined;
  if (isInteger(scope, cell) && !cell.interval && !(near && !countedAt(scope.line, cell.last + 1)))
    return undefined;
  if (!near && seen.cells === 0 && !cell.interval && !cell.p && seen.distance > 14 && !isLinked(scope, cell))
    return undefined;
  const draft = draftOf(scope, cell, "effect", quoted(scope, seen.at), seen.at);
  draft.unit = undefined;
  draft.measure = head.bounded && geometric(scope, seen) ? "GMR" : head.measure;
  draft.adjusted = head.adjusted === true || adjustedBefore(scope, seen);
  return draft;
}

/** "geometric mean concentration ratio", "the GMT ratio". */
function geometric(scope: Scope, seen: Seen): boolean {
  for (let k = seen.at.from - 1; k > seen.at.from - 9 && k >= 0; k--)
    if (/^(?:geometric|gmts?|gmcs?)$/.test(norm(scope.line, k))) return true;
  return false;
}

const isLinked = (scope: Scope, cell: Cell): boolean =>
  /^(?:=|of|was|were|is|,|:|\(|\[)$/.test(norm(scope.line, cell.first - 1));

/** Numbers between the head and this one must be effects of the same head: "HR 0.67 (…) and 0.83 (…)". */
function carriesOn(scope: Scope, cell: Cell, seen: Seen): boolean {
  if (seen.cells === 0) return true;
  if (seen.distance > 90) return false;
  const head = seen.at.head;
  for (const d of scope.drafts) {
    if (
      d.head &&
      d.kind === "effect" &&
      head.type === "ratio" &&
      d.measure === head.measure &&
      d.first > seen.at.to &&
      d.first < cell.first
    )
      return cell.interval !== undefined || cell.p !== undefined || linkedTo(scope, d, cell);
  }
  return false;
}

const linkedTo = (scope: Scope, d: Draft, cell: Cell): boolean =>
  !isInteger(scope, cell) &&
  (cell.first - d.last < 12 || (cell.first - d.last < 24 && norm(scope.line, cell.first - 1) === "and"));

function adjustedBefore(scope: Scope, seen: Seen): boolean {
  // "adjusted hazard ratio (HR)": the abbreviation only repeats the head before its bracket
  const named = scope.heads.find((h) => h.to === seen.at.from - 1 && /^[[(]$/.test(norm(scope.line, h.to)));
  const from = named ? named.from : seen.at.from;
  for (let k = Math.max(0, from - 3); k < seen.at.to; k++)
    if (ADJUSTED.test(norm(scope.line, k))) return true;
  return named?.head.type === "ratio" && named.head.adjusted === true;
}

/** Times, percentages or other quantities a difference is given in decide between risk and mean difference. */
export function differenceFrom(scope: Scope, cell: Cell, seen: Seen): Draft | undefined {
  const { head } = seen.at;
  if (head.type !== "difference" || isNR(cell.value) || cell.form === "fraction") return undefined;
  if (seen.cells > 0 && !(cell.interval && sameMeasureBefore(scope, seen, cell))) return undefined;
  if (!near(scope, cell, seen)) return undefined;
  if (cell.form === "range") return undefined;
  const { from } = seen.at;
  // "hazard ratio [HR] for difference in survival"
  if (
    norm(scope.line, from - 1) === "for" &&
    scope.heads.some((h) => h.head.type === "ratio" && h.to < from && from - h.to < 6)
  )
    return undefined;
  // "there was no difference: 20.4 kg with tarvenib"
  if (norm(scope.line, seen.at.from - 1) === "no" && !cell.interval) return undefined;
  if (cell.unit?.kind === "dose" && !cell.interval && !cell.p) return undefined;
  if (isInteger(scope, cell) && !cell.unit && !cell.interval && !adjacent(scope, seen, cell))
    return undefined;
  if (countedAt(scope.line, cell.last + 1, 3) && !cell.interval) return undefined;
  const measure: Measure = measureOf(scope, cell, head.measure);
  const draft = draftOf(scope, cell, "effect", quoted(scope, seen.at), seen.at);
  draft.measure = measure;
  draft.adjusted = adjustedBefore(scope, seen);
  return draft;
}

function measureOf(scope: Scope, cell: Cell, said: "RD" | "MD" | undefined): Measure {
  if (said === "MD") return "MD";
  const percent = cell.form === "percent" || cell.unit?.kind === "percent";
  if (!percent && cell.unit) return "MD";
  const quantity = scope.endpoints.find((e) => e.endpoint.inPercent === true);
  if (percent) return quantity ? "MD" : "RD";
  if (said === "RD") return "RD";
  return "MD";
}

function sameMeasureBefore(scope: Scope, seen: Seen, cell: Cell): boolean {
  return scope.drafts.some(
    (d) =>
      d.kind === "effect" &&
      (d.measure === "MD" || d.measure === "RD") &&
      d.first >= seen.at.to &&
      d.first < cell.first,
  );
}

/** "difference, 2.6%", "difference between A and B was 1.7", "(risk difference -3.8": linked right before the number. */
function near(scope: Scope, cell: Cell, seen: Seen): boolean {
  const before = norm(scope.line, cell.first - 1);
  if (adjacent(scope, seen, cell)) return !listed(scope, seen, cell);
  if (listed(scope, seen, cell)) return false;
  if (seen.distance > 30 || seen.stops > 0) return false;
  // "€864 for MD and €121 for AE": letters name other things too
  if (!cell.interval && norm(scope.line, seen.at.from).length <= 3) return false;
  if (/^(?:of|was|is|were|,|:|=|being|are|by)$/.test(before) || cell.interval)
    return !contrastsBetween(scope, seen, cell);
  return false;
}

/** "difference … (tarvenib: −0.57 %, celudrine: …)", "(31% […] for A, 29% […] for B)": values of groups in a list. */
function listed(scope: Scope, seen: Seen, cell: Cell): boolean {
  const { line } = scope;
  // "difference vs placebo (28 mg: −4.2 …; 56 mg: −6.3 …)"
  if (/^(?:vs|versus|from|against)$/.test(norm(line, seen.at.to)) && norm(line, cell.first - 1) === ":")
    return false;
  if (seen.distance <= 2 || line.depth[cell.first] === line.depth[seen.at.from]) return false;
  const siblings = scope.cells.filter(
    (c) =>
      c !== cell &&
      c.form === cell.form &&
      line.depth[c.first] === line.depth[cell.first] &&
      Math.abs(c.first - cell.first) < 40,
  );
  const before = norm(line, cell.first - 1);
  return siblings.length > 0 && (before === ":" || before === "," || before === "(" || before === "[");
}

/** "no difference in ORR (39% vs 34%)": the numbers are the groups', not the difference. */
function contrastsBetween(scope: Scope, seen: Seen, cell: Cell): boolean {
  const after = norm(scope.line, cell.last + 1);
  if (/^(?:vs|versus|v)$/.test(after)) return true;
  if (cell.interval) return false;
  for (let k = seen.at.to; k < cell.first; k++)
    if (/^(?:vs|versus)$/.test(norm(scope.line, k)) && scope.line.depth[k]! > 0) return true;
  return false;
}

/** Standardised differences, correlations and regression coefficients. */
export function coefficientFrom(scope: Scope, cell: Cell, seen: Seen): Draft | undefined {
  const { head } = seen.at;
  if (head.type !== "smd" && head.type !== "correlation" && head.type !== "beta") return undefined;
  if (isNR(cell.value) || cell.form !== "number" || cell.unit) return undefined;
  if (
    !adjacent(scope, seen, cell) &&
    !(cell.interval && seen.distance < 20) &&
    !(head.type !== "beta" && seen.distance < 8 && !isInteger(scope, cell))
  )
    return undefined;
  if (seen.cells > 0 && !cell.interval && seen.distance > 12) return undefined;
  const value = valueOf(scope, cell);
  if (head.type === "correlation" && Math.abs(value) > 1) return undefined;
  if (isInteger(scope, cell) && head.type !== "smd" && !cell.interval && Math.abs(value) > 1)
    return undefined;
  if (head.type === "beta" && cell.spread !== undefined && /slope/.test(norm(scope.line, seen.at.from)))
    return undefined;
  if (head.type === "beta" && !head.needsSign && isInteger(scope, cell) && !cell.interval) return undefined;
  const draft = draftOf(scope, cell, "effect", quoted(scope, seen.at), seen.at);
  draft.measure = head.type === "smd" ? "SMD" : head.type === "correlation" ? "R" : "BETA";
  draft.adjusted = adjustedBefore(scope, seen);
  return draft;
}
