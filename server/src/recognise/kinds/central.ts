/** Medians and means, with their spread. */
import { words } from "../../text/words.js";
import type { Cell } from "../cell.js";
import type { Draft } from "../draft.js";
import { isNR } from "../draft.js";
import { isNumber, norm } from "../line.js";
import { countedAt, endsNounPhrase } from "../counted.js";
import { type Scope, type Seen } from "../scope.js";
import { contrasted, neighbourOf } from "./alike.js";
import { bareDifference, hasConfidence, namesBaseline, opensWithComparison, savedBy } from "./difference.js";
import { adjacent, draftOf, endpointBefore, isInteger, quoted } from "./common.js";

/** "median OS was 12.6 months", "a median of 9 sessions", "median (IQR) 6 (4–9)". */
export function medianFrom(scope: Scope, cell: Cell, seen: Seen): Draft | undefined {
  if (seen.at.head.type !== "median" || cell.form === "fraction") return undefined;
  if (cell.form === "percent" && !percentMedian(scope, cell, seen)) return undefined;
  if (cell.form === "range" && !cell.unit) return undefined;
  if (seen.stops > 0 && (!cell.unit || cell.form === "percent")) return undefined;
  if (seen.cells > 0 && !cell.unit && !medianBefore(scope, cell)) return undefined;
  if (!isNR(cell.value) && !cell.unit) {
    if (countedAt(scope.line, cell.last + 1) && !adjacent(scope, seen, cell)) return undefined;
    if (!adjacent(scope, seen, cell) && seen.distance > 16 && !cell.interval) return undefined;
    if (cell.total !== undefined || cell.percent !== undefined) return undefined;
  }
  if (cell.unit?.kind === "dose" && !adjacent(scope, seen, cell) && seen.distance > 8) return undefined;
  if (cell.form === "percent" && isNR(cell.value)) return undefined;
  const draft = draftOf(scope, cell, "median", quoted(scope, seen.at), seen.at);
  if (!draft.unit) countedUnit(scope, cell, seen, draft);
  if (draft.interval?.type === "unlabelled")
    draft.interval = { ...draft.interval, type: timeTo(scope, cell) ? "CI" : "IQR" };
  return draft;
}

const medianBefore = (scope: Scope, cell: Cell): boolean => {
  const previous = scope.drafts.at(-1);
  return previous?.kind === "median" && !previous.unit && cell.first - previous.last < 14;
};

/** "median number of sessions attended was 7", "median itch score of 3": the unit is named before the value. */
function countedUnit(scope: Scope, cell: Cell, seen: Seen, draft: Draft): void {
  for (let k = cell.first - 1; k > seen.at.to - 1; k--) {
    const w = norm(scope.line, k);
    if (w === "cycles" || w === "cycle") draft.unit = { name: "cycle", kind: "points", from: k, to: k + 1 };
    else if (w === "score" || w === "scores" || w === "points")
      draft.unit = { name: "point", kind: "points", from: k, to: k + 1 };
    else continue;
    return;
  }
}

const timeTo = (scope: Scope, cell: Cell): boolean =>
  endpointBefore(scope, cell.first)?.endpoint.timeToEvent === true;

/** A percentage is a median only where the median is said of a percentage and not of another value before it. */
const percentMedian = (scope: Scope, cell: Cell, seen: Seen): boolean =>
  seen.cells === 0 &&
  (adjacent(scope, seen, cell) || seen.distance < 8) &&
  cell.percent === undefined &&
  !countedAt(scope.line, cell.last + 1);

/** The spread printed with the value as SD or SE; what is only in brackets counts where the sentence or the kind says so. */
export function withSpread(scope: Scope, cell: Cell, draft: Draft): Draft {
  const type = cell.spreadType ?? spreadType(scope, cell);
  const spread = cell.spread ?? cell.aside;
  if (spread === undefined) return draft;
  if (type === "SE") draft.se = spread;
  else draft.sd = spread;
  return draft;
}

/** "SD" or "SE" as announced nearest before the value: "mean (SE)", "mean ± SEM". */
function spreadType(scope: Scope, cell: Cell): "SD" | "SE" {
  let found: "SD" | "SE" = "SD";
  let at = -1;
  // "17.2 (SE 12.8) … and 16.4 (12.3)": the label of the value before holds on
  for (const c of scope.cells) {
    if (c.spreadType && c.at < cell.at) {
      found = c.spreadType;
      at = c.at;
    }
  }
  for (const d of scope.intervals.declared) {
    if ((d.type === "SD" || d.type === "SE") && d.at > at && d.at < cell.at) {
      found = d.type;
      at = d.at;
    }
  }
  return found;
}

const declaresSpread = (scope: Scope, cell: Cell): boolean =>
  scope.cells.some((c) => c.spreadType !== undefined && c.at < cell.at && c.unit?.name === cell.unit?.name) ||
  scope.intervals.declared.some((d) => (d.type === "SD" || d.type === "SE") && d.at < cell.at);

/** A value with ± or a labelled SD or SE is a mean whatever stands around it. */
export function meanBySpread(scope: Scope, cell: Cell): Draft | undefined {
  if (isNR(cell.value) || cell.form === "fraction") return undefined;
  if (cell.unit?.kind === "time" && /^(?:at|after|within|for|every)$/.test(norm(scope.line, cell.first - 1)))
    return undefined;
  // "two doses 35 ± 7 days apart"
  if (/^(?:apart|intervals?)$/.test(norm(scope.line, cell.last + 1))) return undefined;
  const labelled = cell.spread !== undefined;
  if (!labelled && !(cell.aside !== undefined && declaresSpread(scope, cell))) return undefined;
  const draft = withSpread(
    scope,
    cell,
    draftOf(scope, cell, "mean", labelled ? "spread beside the value" : "announced spread"),
  );
  return draft;
}

/** A value with its quartiles is a median, unless a word calls it otherwise. */
export function medianByQuartiles(scope: Scope, cell: Cell, draft: Draft): Draft {
  const share = draft.kind === "proportion" && draft.n === undefined && draft.percent !== undefined;
  if (draft.interval?.type !== "IQR" || !(share || (draft.kind === "mean" && !calledMean(scope, draft))))
    return draft;
  draft.kind = "median";
  if (share) {
    draft.value = draft.percent!;
    draft.percent = undefined;
    if (cell.unit) draft.unit = cell.unit;
  }
  draft.explain.push("median ← its interquartile range");
  return draft;
}

/** "fell from 1012 (IQR 512–1834)" calls it nothing. */
const calledMean = ({ heads }: Scope, { head }: Draft): boolean =>
  heads.some((h) => h.from === head?.from && h.head.type !== "change");

/** "mean age was 54.6 years", "averaged 6.35", "LS mean change −0.72%". */
export function meanFrom(scope: Scope, cell: Cell, seen: Seen): Draft | undefined {
  if (seen.at.head.type !== "mean" || isNR(cell.value) || cell.form === "fraction" || cell.form === "range")
    return undefined;
  if (cell.total !== undefined || cell.percent !== undefined || cell.count !== undefined) return undefined;
  if (countedAt(scope.line, cell.last + 1, 3) && !cell.unit && cell.aside === undefined) return undefined;
  if (cell.unit?.kind === "dose" && seen.distance > 10) return undefined;
  if (cell.form === "percent" && !percentMean(scope, cell, seen)) return undefined;
  if (
    !cell.unit &&
    isInteger(scope, cell) &&
    !adjacent(scope, seen, cell) &&
    cell.aside === undefined &&
    !cell.interval &&
    seen.distance > 10
  )
    return undefined;
  if (seen.cells > 2 && seen.distance > 40) return undefined;
  if (countsThings(scope, cell)) return undefined;
  return (
    againstReference(scope, cell, seen) ??
    withSpread(scope, cell, draftOf(scope, cell, "mean", quoted(scope, seen.at), seen.at))
  );
}

/** "the average bioequivalence of 2 formulations": a whole number of things that stand right behind it. */
function countsThings(scope: Scope, cell: Cell): boolean {
  if (cell.unit || !isInteger(scope, cell) || cell.interval || cell.aside !== undefined || cell.p)
    return false;
  const next = scope.line.tokens[cell.last + 1];
  return (
    next?.type === "word" &&
    norm(scope.line, cell.first - 1) === "of" &&
    next.norm.length > 4 &&
    next.norm.endsWith("s") &&
    !endsNounPhrase(next.norm) &&
    !/^(?:points?|versus|times)$/.test(next.norm) &&
    scope.section !== "results"
  );
}

/** "LS mean changes (95% CI) compared with placebo were −9.4 (…)": said against a reference before any value, so a difference. */
function againstReference(scope: Scope, cell: Cell, seen: Seen): Draft | undefined {
  if (!cell.interval || cell.form === "fraction") return undefined;
  const { line } = scope;
  const told = bareDifference(scope, cell);
  if (told) return told;
  if (differenceFollows(scope, cell)) return undefined;
  const pair = neighbourOf(scope, cell);
  // "lower than with placebo (−10.0 cm [−15.2 to −5.8] vs −8.1 cm [−10.4 to −6.3])": a value of each group
  if (pair?.interval && contrasted(scope, cell, pair)) return undefined;
  if (
    line.depth[cell.first]! > 0 &&
    hasConfidence(scope, cell) &&
    opensWithComparison(scope) &&
    !(pair && contrasted(scope, cell, pair))
  )
    return againstDraft(scope, cell, seen);
  const depth = line.depth[seen.at.from]!;
  for (let k = seen.at.to; k < cell.first; k++) {
    if (isNumber(line, k) && line.depth[k] === depth && line.claims[k] !== "time point") return undefined;
    if (line.depth[k] === depth && AGAINST.has(norm(line, k)) && !namesBaseline(scope, k + 1))
      return againstDraft(scope, cell, seen);
  }
  return undefined;
}

/** "mean vs placebo 10.7 [9.4 to 12.0] vs 10.9 [9.6 to 12.2], difference −0.2": the difference of the two is told itself. */
function differenceFollows({ line, heads }: Scope, cell: Cell): boolean {
  if (!/^(?:vs|v|versus)$/.test(norm(line, cell.last + 1))) return false;
  const next = heads.find((h) => h.head.type === "difference" && h.from > cell.last);
  return next !== undefined && next.from - cell.last < 30 && isNumber(line, next.to);
}

const AGAINST = words("compared relative versus vs");

function againstDraft(scope: Scope, cell: Cell, seen: Seen): Draft {
  const effect = draftOf(scope, cell, "effect", `${quoted(scope, seen.at)} against a reference`, seen.at);
  effect.measure = "MD";
  effect.adjusted = false;
  return effect;
}

function percentMean(scope: Scope, cell: Cell, seen: Seen): boolean {
  const quantity = scope.endpoints.some((e) => e.endpoint.inPercent === true && e.from < cell.first);
  if (quantity) return true;
  return (
    seen.cells === 0 &&
    (adjacent(scope, seen, cell) || seen.distance < 7) &&
    !countedAt(scope.line, cell.last + 1, 4) &&
    norm(scope.line, cell.last + 1) !== "of"
  );
}

/** "… by 23.8 mg/dL relative to placebo": a difference between groups. */
function comparedAfter(scope: Scope, cell: Cell): boolean {
  const { line } = scope;
  let k = cell.last + 1;
  for (let steps = 0; steps < 4; steps++) {
    const close = line.partner[k]!;
    if (close > k) k = close + 1;
    const w = norm(line, k);
    if (w === "relative" || w === "versus" || w === "vs") return true;
    if (w === "compared") return !isNumber(line, k + 2);
    if (!/^(?:more|less|as|,|greater|lower|higher)$/.test(w)) return false;
    k++;
  }
  return false;
}

/** A score is what changed. */
function scoredBefore(scope: Scope, at: number): boolean {
  for (let k = at - 1; k >= 0 && k > at - 12; k--)
    if (/^(?:scores?|index|scale)$/.test(norm(scope.line, k))) return true;
  return false;
}

/** "HbA1c decreased by 0.7%", "reduction of 3.3 cm", "change from baseline was −5.6 kg": a mean change. */
export function changeFrom(scope: Scope, cell: Cell, seen: Seen): Draft | undefined {
  if (seen.at.head.type !== "change" || isNR(cell.value) || cell.form === "fraction" || cell.form === "range")
    return undefined;
  if (seen.at.head.weak && norm(scope.line, cell.first - 1) !== "by") return undefined;
  if (scope.section === "methods" || scope.section === "background" || scope.section === "title")
    return undefined;
  // "self-esteem scores increased by 1.28"
  const by = norm(scope.line, cell.first - 1) === "by" && cell.form === "number";
  if (!cell.unit && !(by && !isInteger(scope, cell) && scoredBefore(scope, seen.at.from))) return undefined;
  if (
    cell.unit &&
    (cell.unit.kind === "dose" ||
      (cell.unit.kind === "time" && !cell.interval && norm(scope.line, cell.first - 1) !== "by"))
  )
    return undefined;
  if (cell.form === "percent") {
    const quantity = scope.endpoints.some((e) => e.endpoint.inPercent === true && e.from < cell.first);
    if (!quantity || seen.distance > 25) return undefined;
  }
  if (seen.distance > 30 || isNumber(scope.line, cell.first - 1)) return undefined;
  const saved = savedBy(scope, cell, seen);
  if (saved) return saved;
  if (norm(scope.line, cell.first - 1) === "by" && comparedAfter(scope, cell)) {
    const effect = draftOf(
      scope,
      cell,
      "effect",
      `${quoted(scope, seen.at)} compared with another group`,
      seen.at,
    );
    effect.measure =
      cell.form === "percent" && !scope.endpoints.some((e) => e.endpoint.inPercent === true) ? "RD" : "MD";
    effect.adjusted = false;
    return effect;
  }
  const effect = againstReference(scope, cell, seen);
  if (effect) return effect;
  const draft = withSpread(scope, cell, draftOf(scope, cell, "mean", quoted(scope, seen.at), seen.at));
  return draft;
}
