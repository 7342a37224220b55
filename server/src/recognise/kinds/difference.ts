/** Differences between groups that no noun names: told by a verb, by "lower with", or by a comparison that stands before them. */
import { words } from "../../text/words.js";
import type { Measure } from "../../extraction.js";
import type { Cell } from "../cell.js";
import { type Draft, isNR } from "../draft.js";
import { isNumber, norm } from "../line.js";
import { type Scope, type Seen, strictlyLinked } from "../scope.js";
import { contrasted, neighbourOf } from "./alike.js";
import { draftOf, isInteger, quoted } from "./common.js";

function difference(scope: Scope, cell: Cell, measure: Measure, because: string): Draft {
  const draft = draftOf(scope, cell, "effect", because);
  draft.measure = measure;
  draft.adjusted = false;
  return draft;
}

const COMPARATIVES = words("lower higher greater less more shorter longer fewer larger smaller better worse");
const AFTER_COMPARATIVE = words("with in than for after among on");

/** "1.6 points lower with celudrine", "5.3 mm Hg more than with placebo", "4.1 kg lower (95% CI …)": a difference between groups. */
export function lowerWith(scope: Scope, cell: Cell): Draft | undefined {
  const { line } = scope;
  // "190, 149 and 145 days shorter in group A than …"
  let end = cell;
  for (let k = scope.cells.indexOf(cell) + 1; k < scope.cells.length; k++) {
    const next = scope.cells[k]!;
    if (next.unit?.name !== cell.unit?.name || !strictlyLinked(line, end, next)) break;
    end = next;
  }
  const i = end.last + 1;
  const kind = cell.unit?.kind;
  if ((kind !== "amount" && kind !== "points" && kind !== "time") || cell.form !== "number") return undefined;
  // "shorter by 1.8 days (95% CI …)"
  const by = norm(line, cell.first - 1) === "by" && hasConfidence(scope, cell);
  if (!COMPARATIVES.has(norm(line, by ? cell.first - 2 : i))) return undefined;
  const tested = scope.intervals.labelled.some((v) => v.type === "CI" && v.first === i + 2);
  // "associated with 3.7 mm Hg lower pressure"
  const linked = norm(line, cell.first - 1) === "with" && norm(line, cell.first - 2) === "associated";
  if (!by && !tested && !linked && !AFTER_COMPARATIVE.has(norm(line, i + 1))) return undefined;
  return difference(scope, cell, "MD", `'${norm(line, i)} ${norm(line, i + 1)}'`);
}

/**
 * "recurrence was 5.4% higher with A (P for noninferiority = .002)", "higher by 4.1% (90% upper confidence limit, 15%)": what
 * is held against a margin is in points, and its limits have a sign, so that "18.6% lower" is below zero.
 */
export function pointsBetween(scope: Scope, cell: Cell): Draft | undefined {
  const { line } = scope;
  const i = cell.last + 1;
  const [before, after, behind] = [norm(line, cell.first - 2), norm(line, i), norm(line, i + 1)];
  // "18.6% (90% upper confidence limit, −8.0%) lower" has its bracket taken
  const said = [after, before, behind].find((w) => w === "higher" || w === "lower");
  if (!said) return undefined;
  const limit =
    cell.interval !== undefined && (cell.interval.low === undefined || cell.interval.high === undefined);
  const margin = scope.ps.some(
    (p) => p.tag === "noninferiority" && p.first > cell.last && p.first - cell.last < 8,
  );
  const limitAfter = scope.intervals.labelled.some(
    (v) =>
      v.first > cell.last &&
      v.first - cell.last < 6 &&
      (v.low === undefined || v.high === undefined) &&
      v.level !== null,
  );
  if (!limit && !limitAfter && !margin) return undefined;
  const draft = difference(scope, cell, "RD", "a difference in percentage points held against a margin");
  if (said === "lower" && line.tokens[cell.at]!.value > 0) {
    draft.below = true;
    draft.explain.push("below zero ← 'lower'");
  }
  return draft;
}

const LASTED = words("maintained sustained persisted preserved");

/** "rose by 9.1%, and this was sustained after 6 years (8.8%)": the difference before it, at a later time. */
export function maintained(scope: Scope, cell: Cell): Draft | undefined {
  const last = scope.drafts.at(-1);
  if (last?.kind !== "effect" || last.measure !== "RD" || cell.first - last.last > 12) return undefined;
  for (let k = last.last + 1; k < cell.first; k++)
    if (LASTED.has(norm(scope.line, k)))
      return difference(scope, cell, "RD", `'${norm(scope.line, k)}' of the difference before it`);
  return undefined;
}

/**
 * "reduced length of stay by 1.9 days", "has saved costs by $7,062": time taken and money spent have no baseline, so what an
 * intervention changes them by is a difference between groups.
 */
export function savedBy(scope: Scope, cell: Cell, seen: Seen): Draft | undefined {
  const { line } = scope;
  const kind = cell.unit?.kind;
  if ((kind !== "money" && kind !== "time") || norm(line, cell.first - 1) !== "by") return undefined;
  // transitive: its object stands between the verb and "by"
  const object = cell.first - 1 - seen.at.to;
  if (object < 1 || object > 8 || seen.cells > 0 || !TRANSITIVE.has(norm(line, seen.at.from)))
    return undefined;
  return difference(scope, cell, "MD", `${quoted(scope, seen.at)} by so much`);
}

const TRANSITIVE = words(`
decreased decreases reduced reduces increased increases shortened shortens prolonged prolongs
extended extends lowered saved delayed
`);

const AGAINST = words("vs versus v than compared relative");
const BEFORE_TREATMENT = words("baseline pretreatment pre-treatment preoperative before values initial");

/** True when the clause compares groups before any value of the same bracket level is told: "improved vs placebo (−1.2 …". */
export function comparesBefore(scope: Scope, cell: Cell): boolean {
  const { line } = scope;
  const depth = line.depth[cell.first]!;
  for (let k = cell.first - 1; k >= 0 && k > cell.first - 40; k--) {
    const w = norm(line, k);
    if (w === ";" && line.depth[k] === 0) return false;
    if (line.depth[k]! > depth) continue;
    if (AGAINST.has(w)) return !namesBaseline(scope, k + 1) && !toldBefore(scope, cell, k);
    if (w === "between" && /^(?:groups?|arms|treatments|conditions)$/.test(norm(line, k + 2))) return true;
    if (w === "between" && /^(?:groups|arms|treatments|conditions)$/.test(norm(line, k + 1))) return true;
  }
  return false;
}

/** "(−2351 …) compared to the control group (−2320 …)": the values are the groups' own. */
const toldBefore = (scope: Scope, cell: Cell, at: number): boolean =>
  scope.cells.some(
    (c) =>
      c.first < at &&
      at - c.last < 20 &&
      scope.line.depth[c.first] === scope.line.depth[cell.first] &&
      !isNR(c.value),
  );

export function namesBaseline(scope: Scope, from: number): boolean {
  for (let k = from; k < from + 3; k++) if (BEFORE_TREATMENT.has(norm(scope.line, k))) return true;
  return false;
}

/** "Compared with placebo, tarvenib reduced weight (−1.4 kg [−2.5 to −0.2])": everything with a confidence interval is a difference. */
export function opensWithComparison(scope: Scope): boolean {
  const { line } = scope;
  for (let k = 0; k < 4; k++)
    if (
      (norm(line, k) === "compared" || norm(line, k) === "relative") &&
      /^(?:with|to)$/.test(norm(line, k + 1))
    )
      return !namesBaseline(scope, k + 2);
  return false;
}

/** An interval of confidence, labelled so or not labelled at all. */
export const hasConfidence = (scope: Scope, cell: Cell): boolean =>
  cell.interval !== undefined &&
  cell.spread === undefined &&
  !isNR(cell.value) &&
  (cell.interval.type === "CI" ||
    cell.interval.type === "CrI" ||
    (cell.interval.type === "unlabelled" && !scope.intervals.declared.some((d) => d.type === "IQR")));

/** "clearly better vs sham (−2.34 [95% CI −3.1 to −1.6])": a bare value after a comparison. */
export function bareDifference(scope: Scope, cell: Cell): Draft | undefined {
  if (cell.form !== "number" || isNR(cell.value) || cell.spread !== undefined || cell.aside !== undefined)
    return undefined;
  if (isInteger(scope, cell) && !cell.unit) return undefined;
  const kind = cell.unit?.kind;
  if (kind !== undefined && kind !== "amount" && kind !== "points") return undefined;
  if (scope.line.depth[cell.first] === 0 || !signed(scope, cell)) return undefined;
  const pair = neighbourOf(scope, cell);
  if (pair && contrasted(scope, cell, pair)) return undefined;
  if (!hasConfidence(scope, cell) && !cell.p) return undefined;
  return comparesBefore(scope, cell) || opensWithComparison(scope)
    ? difference(scope, cell, "MD", "a signed value after a comparison")
    : undefined;
}

/** The value or its lower bound is printed with a sign. */
function signed(scope: Scope, cell: Cell): boolean {
  const { tokens } = scope.line;
  const low = cell.interval?.low;
  return (
    tokens[cell.at]!.value < 0 ||
    /^[+]/.test(tokens[cell.at]!.text) ||
    (typeof low === "number" && isNumber(scope.line, low) && tokens[low]!.value < 0)
  );
}
