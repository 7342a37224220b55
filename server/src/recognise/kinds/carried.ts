/** Sentences that go on with the one before: "the corresponding figures were …", "(1.36 [0.97–1.91])" after a hazard ratio. */
import type { Measure } from "../../extraction.js";
import type { Cell } from "../cell.js";
import { type Draft, type DraftKind, isNR } from "../draft.js";
import { withSpread } from "./central.js";
import { draftOf, isInteger } from "./common.js";
import { norm } from "../line.js";
import type { Scope } from "../scope.js";

/** What a sentence hands on: the ratio its last estimates were of, and the kind of its values. */
export interface Spoken {
  readonly measure?: Measure | undefined;
  readonly adjusted?: boolean | undefined;
  readonly kind?: DraftKind | undefined;
  /** When the rates of the sentence were taken, where all were at one time. */
  readonly time?: { readonly value: number; readonly unit: string } | undefined;
}

const RATIO = /^(?:HR|OR|RR|IRR)$/;

/** What the statements of a sentence hand on to the next; undefined where there are none. */
export function spokenOf(drafts: readonly Draft[]): Spoken | undefined {
  const values = drafts.filter((d) => d.kind !== "group-size" && d.kind !== "test" && !d.counts);
  const last = values.at(-1);
  if (!last) return undefined;
  const ratio = values.findLast((d) => d.kind === "effect" && RATIO.test(d.measure ?? ""));
  const effect = ratio ?? (last.measure === "MD" && last.interval ? last : undefined);
  return {
    kind: last.kind === "effect" ? undefined : last.kind,
    measure: effect?.measure,
    adjusted: effect?.adjusted,
    time: timeOf(values),
  };
}

function timeOf(drafts: readonly Draft[]): Spoken["time"] {
  const times = drafts.flatMap((d) => (d.kind === "landmark" && d.time ? [d.time] : []));
  const [first] = times;
  return first && times.every((t) => t.value === first.value)
    ? { value: first.value, unit: first.unit }
    : undefined;
}

const CORRESPONDING =
  /\b(?:corresponding|respective)\s+(?:\w+\s+){0,2}(?:figures?|values?|durations?|rates?|numbers?|medians?|means?|results?|estimates?|percentages?|proportions?|times?)\b/i;

/** The kind of values goes on only on an explicit word; the ratio for bare estimates always. */
export const heard = (text: string, spoken: Spoken | undefined): Spoken | undefined =>
  spoken &&
  (CORRESPONDING.test(text)
    ? spoken
    : spoken.measure || spoken.time
      ? { measure: spoken.measure, adjusted: spoken.adjusted, time: spoken.time }
      : undefined);

/** "the corresponding figures were 18.6 months and 15.2 months": of the kind of the sentence before. */
export function corresponding(scope: Scope, cell: Cell): Draft | undefined {
  const kind = scope.heard?.kind;
  if (!kind || isNR(cell.value) || cell.form === "fraction" || cell.form === "range") return undefined;
  if (cell.form === "percent" || (kind !== "mean" && kind !== "median")) return undefined;
  if (kind === "median" && cell.unit?.kind !== "time") return undefined;
  const draft = draftOf(scope, cell, kind, "'corresponding' to the sentence before");
  return kind === "mean" ? withSpread(scope, cell, draft) : draft;
}

/** A head that says what the value is; "no difference in survival (0·96, 0·80–1·16)" does not. */
function names(scope: Scope, cell: Cell, { from, head }: Scope["heads"][number]): boolean {
  if (head.type === "change" || head.type === "proportion" || head.type === "baseline") return false;
  if (from > cell.last) return false;
  return !(head.type === "difference" && denied(scope, from) && ratioLike(scope, cell));
}

const denied = (scope: Scope, from: number): boolean =>
  [1, 2, 3].some((k) => /^(?:no|not|neither|without)$/.test(norm(scope.line, from - k)));

/** Three numbers of the size of ratios. */
function ratioLike(scope: Scope, cell: Cell): boolean {
  const { tokens } = scope.line;
  return [cell.value, cell.interval?.low, cell.interval?.high].every(
    (v) => typeof v === "number" && tokens[v]!.value > 0 && tokens[v]!.value < 20 && !tokens[v]!.integer,
  );
}

/** The first value of its sentence. */
const opens = (scope: Scope, cell: Cell): boolean => scope.cells[0] === cell && cell.first < 8;

/** "a doubtful effect on the end point (1.36 [0.97–1.91])": the ratio of the sentence before, where this one names none. */
export function bareLikeBefore(scope: Scope, cell: Cell): Draft | undefined {
  const measure = scope.heard?.measure;
  if (
    !measure ||
    cell.form !== "number" ||
    cell.unit ||
    !cell.interval ||
    isNR(cell.value) ||
    isInteger(scope, cell)
  )
    return undefined;
  if (scope.heads.some((h) => names(scope, cell, h))) return undefined;
  // "Peak flow: −4.1 (−35.0 to 26.9)" after a mean difference
  if (measure === "MD" && !(norm(scope.line, cell.first - 1) === ":" && opens(scope, cell))) return undefined;
  const draft = draftOf(scope, cell, "effect", "a bare estimate like those of the sentence before");
  draft.measure = measure;
  draft.adjusted = scope.heard.adjusted ?? false;
  return draft;
}
