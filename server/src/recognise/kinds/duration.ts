/** Doses and stretches of time: background unless a word makes them a result. */
import { words } from "../../text/words.js";
import type { Cell } from "../cell.js";
import { type Draft, isNR } from "../draft.js";
import { contrasted, likePrevious, neighbourOf } from "./alike.js";
import { draftOf, endpointBefore, isInteger } from "./common.js";
import { bareAmount } from "./bare.js";
import { byHeads } from "./heads.js";
import { norm } from "../line.js";
import type { Scope, Seen } from "../scope.js";

const KEEPS_UNIT = /^(?:time|dose)$/;

function doseOf(scope: Scope, cell: Cell, seen: readonly Seen[], draft: Draft | undefined): string | Draft {
  if (!draft && norm(scope.line, cell.first - 1) === "(" && used(scope, cell) && neighbourOf(scope, cell))
    return draftOf(scope, cell, "mean", "amounts side by side");
  return draft &&
    (draft.kind !== "mean" ||
      cell.interval ||
      scope.cells.some((c) => c.unit?.kind === "dose" && c.spread !== undefined) ||
      seen[0]!.distance < 8)
    ? draft
    : "dose";
}

/** "fentanyl consumption was lower in the A group (474 µg) than in the B group (826 µg)". */
function used(scope: Scope, cell: Cell): boolean {
  for (let k = cell.first - 1; k >= 0 && k > cell.first - 40; k--)
    if (/^(?:consumption|requirements?|intake|losses|loss|output|excretion|usage)$/.test(norm(scope.line, k)))
      return scope.section !== "methods";
  return false;
}

/** "8 days (2–22)": whole numbers without a label are a median with its quartiles or its range. */
function wholeDays(scope: Scope, cell: Cell): boolean {
  const { low, high, type } = cell.interval ?? {};
  if (type !== "unlabelled" || typeof low !== "number" || typeof high !== "number") return false;
  const { tokens } = scope.line;
  if (!tokens[low]!.integer || !tokens[high]!.integer || scope.intervals.declared.length > 0) return false;
  return (
    !scope.intervals.labelled.some((v) => v.type === "CI") && !scope.heads.some((h) => h.head.type === "mean")
  );
}

const STRETCH = words(
  "first last initial next following another additional further subsequent final previous",
);

/** "drawn seven days preoperatively": a moment, where no mean or median is told of. */
const SINCE = words(
  "preoperatively postoperatively postpartum earlier beforehand post-operatively pre-operatively",
);

/** "in the first 2 hours", "randomised to 0.25 µg of celudrine": no results whatever stands before. */
function designOf({ line }: Scope, cell: Cell, measured: boolean): string | undefined {
  const last = norm(line, cell.first - 1);
  if (cell.unit?.kind === "time")
    return (STRETCH.has(last) || (SINCE.has(norm(line, cell.last + 1)) && !measured)) && !cell.interval
      ? "time"
      : undefined;
  return last === "to" && /^(?:randomi[sz]ed|assigned|allocated)$/.test(norm(line, cell.first - 2))
    ? "dose"
    : undefined;
}

/** "Operating time was 95 min", and no other stretch of time. */
const soLong = (scope: Scope, cell: Cell): string | Draft => bareAmount(scope, cell) ?? "time";

/** Doses and stretches of time are background unless a word makes them a result. */
export function doseOrTime(scope: Scope, cell: Cell, seen: readonly Seen[]): string | Draft | undefined {
  const { line } = scope;
  const kind = cell.unit?.kind;
  if (!kind || !KEEPS_UNIT.test(kind) || isNR(cell.value)) return undefined;
  const measured = seen.some((s) => s.distance < 8 && /^(?:mean|median)$/.test(s.at.head.type));
  const given = designOf(scope, cell, measured);
  if (given) return given;
  const same = likePrevious(scope, cell);
  if (same && kind === "time" && same.kind !== "effect") return same;
  const draft = seen.length
    ? byHeads(
        scope,
        cell,
        seen.filter((s) => s.distance < 40),
      )
    : undefined;
  if (kind === "dose") return doseOf(scope, cell, seen, draft);
  if (draft) return draft;
  const pair = neighbourOf(scope, cell);
  // "at 15 minutes (…), 45 minutes (…)": further times of a list
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
    if (near && norm(line, cell.first - 2) !== "period" && endpoint.endpoint.code !== "follow-up")
      return draftOf(scope, cell, "median", "a time of a time-to-event outcome", undefined);
  }
  if (cell.interval || (pair && contrasted(scope, cell, pair))) {
    // only a time to an event is estimated with bounds that were not reached, or beside a hazard ratio
    const censored =
      isNR(cell.interval?.high) ||
      isNR(cell.interval?.low) ||
      scope.heads.some((h) => h.head.type === "ratio" && h.head.measure === "HR") ||
      wholeDays(scope, cell);
    const draft = draftOf(
      scope,
      cell,
      censored ? "median" : "mean",
      censored ? "a duration, censored or with quartiles" : "a contrasted duration",
    );
    if (draft.interval && wholeDays(scope, cell)) draft.interval = { ...draft.interval, type: "IQR" };
    return draft;
  }
  return soLong(scope, cell);
}
