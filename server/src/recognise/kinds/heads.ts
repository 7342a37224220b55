/** Kinds told by the head words around the value. */
import type { Cell } from "../cell.js";
import { type Draft, isNR } from "../draft.js";
import { changeFrom, meanFrom, medianFrom } from "./central.js";
import { draftOf } from "./common.js";
import { lowerWith } from "./difference.js";
import { coefficientFrom, differenceFrom, ratioFrom } from "./effect.js";
import { namedFrom } from "./other.js";
import { norm } from "../line.js";
import type { Scope, Seen } from "../scope.js";

const BY_HEAD = [
  ratioFrom,
  differenceFrom,
  coefficientFrom,
  namedFrom,
  medianFrom,
  meanFrom,
  changeFrom,
] as const;

export function byHeads(scope: Scope, cell: Cell, seen: readonly Seen[]): Draft | undefined {
  for (const s of seen)
    for (const from of BY_HEAD) {
      const draft = from(scope, cell, s);
      if (draft) return draft;
    }
  return undefined;
}

/** "27 months of median follow-up", "34-month median follow-up", "a $5,318 difference". */
export function headAfter(scope: Scope, cell: Cell): Draft | undefined {
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
  const able = /^(sensitiv|specific)(?:e)?$/.exec(norm(scope.line, i));
  if (able && cell.form === "percent") {
    const draft = draftOf(scope, cell, "other", `'${able[0]}' after the value`);
    draft.name = `${able[1]!}ity`;
    return draft;
  }
  return lowerWith(scope, cell);
}
