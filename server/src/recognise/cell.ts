/** Number expressions: a number with everything printed around it that belongs to it, before anyone knows what it measures. */
import type { IntervalDraft, PDraft, UnitDraft, Value } from "./draft.js";
import type { Intervals } from "./interval.js";
import { type Line, isNumber } from "./line.js";

export type Form = "number" | "percent" | "fraction" | "range";

/** Every field is there from the start (`newCell`): objects of one shape are fast to make and to read. */
export interface Cell {
  first: number;
  last: number;
  /** Token of the main number, or the first token of "not reached". */
  readonly at: number;
  value: Value;
  form: Form;
  /** The denominator printed with it: 12/34, 12 of 34 patients. */
  total: number | undefined;
  /** The percentage printed with a count. */
  percent: number | undefined;
  /** The count printed with a percentage. */
  count: number | undefined;
  unit: UnitDraft | undefined;
  /** After ±, or labelled SD or SE. */
  spread: number | undefined;
  spreadType: "SD" | "SE" | undefined;
  /** A single unlabelled number in brackets right after the value. */
  aside: number | undefined;
  interval: IntervalDraft | undefined;
  p: PDraft | undefined;
  /** Upper end of a range that is itself the value: "3.7 to 5.9 %". */
  upTo: number | undefined;
  /** The same quantity in another unit, in the bracket after it: 7.9% [63 mmol/mol]. */
  also: { at: number; unit: UnitDraft } | undefined;
}

/** A cell that holds token `at` alone. */
export const newCell = (at: number): Cell => ({
  first: at,
  last: at,
  at,
  value: at,
  form: "number",
  total: undefined,
  percent: undefined,
  count: undefined,
  unit: undefined,
  spread: undefined,
  spreadType: undefined,
  aside: undefined,
  interval: undefined,
  p: undefined,
  upTo: undefined,
  also: undefined,
});

export interface Found {
  readonly line: Line;
  readonly ps: readonly PDraft[];
  readonly intervals: Intervals;
}

/** Claims a number of the cell and widens the cell to token `to` (inclusive). */
export function take(line: Line, cell: Cell, to: number, ...numbers: (number | undefined)[]): void {
  for (const n of numbers) if (n !== undefined) line.claims[n] = "cell";
  if (to > cell.last) cell.last = to;
}

export const free = (line: Line, i: number): boolean => isNumber(line, i) && line.claims[i] === undefined;
