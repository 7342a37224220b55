/** Shared by the kinds: from a number expression to a draft, and small questions about it. */
import { words } from "../../text/words.js";
import type { Cell } from "../cell.js";
import type { Draft, DraftKind, IntervalDraft } from "../draft.js";
import { isNR, newDraft } from "../draft.js";
import { norm } from "../line.js";
import type { HeadAt, Scope, Seen } from "../scope.js";

/** Kinds whose p-value is their own; a p beside a median or a proportion compares two of them. */
const OWNS_P: ReadonlySet<DraftKind> = new Set(["effect", "test", "other"]);

/** A draft of `kind` that takes over the cell's span, value, unit, interval and p-value. */
export function draftOf(scope: Scope, cell: Cell, kind: DraftKind, because: string, head?: HeadAt): Draft {
  const draft = newDraft(kind, cell.first, cell.last, because);
  draft.value = cell.value;
  if (cell.unit) draft.unit = cell.unit;
  if (cell.interval) draft.interval = typed(scope, cell, cell.interval);
  if (cell.p && OWNS_P.has(kind)) draft.p = cell.p;
  if (head) draft.head = { from: head.from, to: head.to };
  return draft;
}

/** The tokens of a head as printed, in quotes. */
export const quoted = (scope: Scope, head: { from: number; to: number }): string =>
  `'${scope.line.text.slice(scope.line.tokens[head.from]!.start, scope.line.tokens[head.to - 1]!.end)}'`;

/** An unlabelled pair takes its type from a label announced in the sentence, or from the labelled interval of a neighbour. */
function typed(scope: Scope, cell: Cell, interval: IntervalDraft): IntervalDraft {
  if (interval.type !== "unlabelled") return interval;
  let best: { at: number; type: IntervalDraft["type"]; level: number | null } | undefined;
  for (const d of scope.intervals.declared)
    if (d.at < cell.at && d.type !== "SD" && d.type !== "SE" && (!best || d.at > best.at)) best = d;
  for (const l of scope.intervals.labelled)
    if (l.first < cell.at && (!best || l.first > best.at)) best = { at: l.first, type: l.type, level: null };
  return { ...interval, type: best ? best.type : "unlabelled", level: best ? best.level : null };
}

export const valueOf = (scope: Scope, cell: Cell): number =>
  isNR(cell.value) ? NaN : scope.line.tokens[cell.at]!.value;

export const isInteger = (scope: Scope, cell: Cell): boolean =>
  !isNR(cell.value) && scope.line.tokens[cell.at]!.integer;

const LINKS = words(`
= : , of was were is are ( [ being ~ at ≈ ) ] from as by - only approximately about to be ; been
estimated overall observed an a
`);

/** True when only linking symbols and verbs stand between the head and the cell. */
export function adjacent(scope: Scope, seen: Seen, cell: Cell, reach = 5): boolean {
  const { line } = scope;
  let steps = 0;
  for (let k = seen.at.to; k < cell.first; k++) {
    const close = line.partner[k]!;
    if (close > k && close < cell.first) {
      k = close;
      continue;
    }
    if (!LINKS.has(norm(line, k)) || ++steps > reach) return false;
  }
  return true;
}

/** The nearest endpoint at or before token `i` that stands in scope, within `reach` tokens. */
export function endpointBefore(scope: Scope, i: number, reach = 40): Scope["endpoints"][number] | undefined {
  let best: Scope["endpoints"][number] | undefined;
  for (const e of scope.endpoints) if (e.to <= i && i - e.to <= reach) best = e;
  return best;
}

/** "OR 1.04 per year": the ratio is that of a step, no rate. */
export const perStep = (scope: Scope, cell: Cell, seen: Seen): boolean =>
  seen.at.head.type === "ratio" && cell.unit?.kind === "rate" && adjacent(scope, seen, cell);
