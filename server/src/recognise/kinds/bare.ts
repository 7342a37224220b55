/** Values with a confidence interval that no measure names: what their clause makes of them. */
import { words } from "../../text/words.js";
import type { Cell } from "../cell.js";
import { type Draft, isNR } from "../draft.js";
import { norm } from "../line.js";
import { type Scope, headsBefore } from "../scope.js";
import { draftOf, quoted } from "./common.js";
import { withSpread } from "./central.js";
import { hasConfidence } from "./difference.js";

/** "GMT was 135 (95% CI 89–205)", "relative detection was 2.0 (1.4–2.8)", "lower by a factor of 17.9 (95% CI, 15.1 to 21.2)". */
export function bareEstimate(scope: Scope, cell: Cell): Draft | undefined {
  if (cell.form === "number" && cell.interval?.type === "IQR" && scope.section !== "methods")
    return draftOf(scope, cell, "median", "its quartiles");
  if (cell.form !== "number" || !hasConfidence(scope, cell) || scope.section === "methods") return undefined;
  if (cell.unit && !/^(?:points|amount|money)$/.test(cell.unit.kind)) return undefined;
  const { line } = scope;
  if (norm(line, cell.first - 1) === "of" && norm(line, cell.first - 2) === "factor")
    return named(draftOf(scope, cell, "other", "'factor of'"), "fold change");
  if (cell.interval!.type === "unlabelled" && cell.interval!.level === null && !decimal(scope, cell))
    return undefined;
  if (relative(scope, cell)) {
    const draft = draftOf(scope, cell, "effect", "'relative'");
    draft.measure = "OTHER-RATIO";
    draft.adjusted = false;
    return draft;
  }
  if (!COPULA.has(norm(line, cell.first - 1))) return undefined;
  const seen = headsBefore(scope, cell.first);
  for (const { at } of seen) {
    if (at.head.type !== "ratio") continue;
    const draft = draftOf(scope, cell, "effect", quoted(scope, at), at);
    draft.measure = at.head.measure;
    draft.adjusted = at.head.adjusted ?? false;
    return draft;
  }
  for (const { at, distance } of seen) {
    const { head } = at;
    if (head.type === "name") return named(draftOf(scope, cell, "other", quoted(scope, at), at), head.name);
    if (head.type === "proportion" && distance < 16)
      return named(draftOf(scope, cell, "other", "a rate with its interval", at), "incidence rate");
  }
  // "= 1.20 [1.09–1.32]" at a beginning: what it is a value of was cut off
  if (line.tokens[cell.first - 2] === undefined) return undefined;
  return draftOf(scope, cell, "mean", "a value with its interval");
}

/** Tokens between two values that are held against each other. */
const FAR = 16;

/** "Stiffness was 2.1 (1.4) in the A group and 3.8 (1.9) in the B group": two values, each with its spread in brackets, are means. */
export function bareMeans(scope: Scope, cell: Cell): Draft | undefined {
  if (scope.section === "methods" || !spreadBehind(scope, cell)) return undefined;
  const i = scope.cells.indexOf(cell);
  const joined = (a: Cell | undefined, b: Cell | undefined): boolean =>
    a !== undefined &&
    b !== undefined &&
    spreadBehind(scope, a) &&
    spreadBehind(scope, b) &&
    b.first - a.last < FAR &&
    (COPULA.has(norm(scope.line, a.first - 1)) ||
      scope.drafts.some((d) => d.kind === "mean" && d.value === a.at));
  if (!joined(cell, scope.cells[i + 1]) && !joined(scope.cells[i - 1], cell)) return undefined;
  return withSpread(scope, cell, draftOf(scope, cell, "mean", "values with their spread in brackets"));
}

/** A number alone in the bracket; both with decimals, so neither a count nor a citation. */
const spreadBehind = (scope: Scope, { form, aside, at, unit }: Cell): boolean =>
  form === "number" &&
  aside !== undefined &&
  unit?.kind !== "dose" &&
  !scope.line.tokens[at]!.integer &&
  !scope.line.tokens[aside]!.integer &&
  scope.line.tokens[aside]!.value > 0;

const COPULA = words("was were = : is are");

const SET = /^(?:cut-?off|threshold|target|limit|goal|dose|margin|treatment|study|training|infusion)$/;
const DURATION = /^(?:times?|duration|stay|half-life|latency|interval|delay)$/;

/** "Clearance was 6.7 L/h", "operating time was 95 min": what was measured was so much. */
export function bareAmount(scope: Scope, cell: Cell): Draft | undefined {
  const { line, section } = scope;
  const { unit, form, first } = cell;
  const amount = unit?.kind === "amount";
  if ((!amount && unit?.kind !== "time") || form !== "number" || section !== "results") return undefined;
  const k = first - 1;
  // "lasted 14 (4) min"
  const lasted = norm(line, k) === "lasted" && cell.aside !== undefined;
  // "clearance (CL/F) was"
  const bracket = line.partner[k - 1] ?? -1;
  const noun = bracket >= 0 && bracket < k - 1 ? bracket - 1 : k - 1;
  if ((!lasted && !/^(?:was|were|averaged)$/.test(norm(line, k))) || line.tokens[noun]?.type !== "word")
    return undefined;
  if (SET.test(norm(line, noun)) || SET.test(norm(line, noun - 1)) || unit.name === "°") return undefined;
  return amount || lasted || DURATION.test(norm(line, k - 1))
    ? draftOf(scope, cell, "mean", "so much")
    : undefined;
}

/** "The pain score was 3.4 in the tarvenib group": what a score was, with decimals. */
export function bareScore(scope: Scope, cell: Cell): Draft | undefined {
  const { line, section } = scope;
  if (
    section !== "results" ||
    cell.form !== "number" ||
    cell.unit ||
    isNR(cell.value) ||
    !decimal(scope, cell)
  )
    return undefined;
  const k = cell.first - 1;
  if (!/^(?:was|were|averaged)$/.test(norm(line, k))) return undefined;
  for (let i = k - 1; i > k - 6; i--) {
    if (SCORES.has(norm(line, i))) return draftOf(scope, cell, "mean", `'${norm(line, i)}' was so much`);
    if (line.tokens[i]?.type !== "word") return undefined;
  }
  return undefined;
}

const SCORES = words("score scores rating ratings bmi");

const decimal = (scope: Scope, cell: Cell): boolean => !scope.line.tokens[cell.at]!.integer;

function named(draft: Draft, name: string): Draft {
  draft.name = name;
  return draft;
}

/** "the relative detection was", "(relative incidence, 0.86": a ratio under a name of its own. */
function relative(scope: Scope, cell: Cell): boolean {
  const { line } = scope;
  const low = cell.interval!.low;
  if (typeof low !== "number" || line.tokens[low]!.value < 0) return false;
  for (let k = cell.first - 1; k >= 0 && k > cell.first - 16 && norm(line, k) !== ";"; k--)
    if (norm(line, k) === "relative") return true;
  return false;
}
