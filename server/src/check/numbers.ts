/** The printed numbers of statements. */
import type { Comparator, Interval, ReportedP, Statement } from "../extraction.js";
import type { Bounds } from "../statistics/bounds.js";
import { overlap } from "../statistics/bounds.js";
import { printedAs } from "../statistics/printed.js";
import type { Printed } from "../statistics/printed.js";

/** A number of a statement with the precision that it was printed in; null where it is in doubt. */
export function numberOf(statement: Statement, field: string, value: unknown): Printed | null {
  return typeof value === "number" ? printedAs(statement.literal[field], value) : null;
}

/** Both bounds of an interval, where both are printed numbers. */
export interface PrintedInterval {
  readonly low: Printed;
  readonly high: Printed;
  readonly interval: Interval;
}

export function intervalOf(
  statement: Statement,
  ...types: readonly Interval["type"][]
): PrintedInterval | null {
  const { interval } = statement;
  if (interval === null || !types.includes(interval.type)) return null;
  const low = numberOf(statement, "low", interval.low);
  const high = numberOf(statement, "high", interval.high);
  return low === null || high === null ? null : { low, high, interval };
}

/** A p-value as printed, with all p that the print stands for. */
export interface PrintedP {
  readonly comparator: Comparator;
  readonly printed: Printed;
  readonly bounds: Bounds;
}

/** The p-value of an effect, a test or another statement that carries one. */
export function pOf(statement: Statement): PrintedP | null {
  const reported: Pick<ReportedP, "comparator" | "value"> | null =
    statement.kind === "p-value" ? statement : statement.p;
  if (reported?.value == null) return null;
  const field = statement.kind === "p-value" && statement.literal.value !== undefined ? "value" : "p";
  const printed = numberOf(statement, field, reported.value);
  if (printed === null || printed.value < 0 || printed.value > 1) return null;
  return { comparator: reported.comparator, printed, bounds: pBounds(reported.comparator, printed) };
}

/** The same p-value with another printed number, as when one of its digits is tried. */
export function withPrint(p: PrintedP, printed: Printed): PrintedP {
  return { ...p, printed, bounds: pBounds(p.comparator, printed) };
}

function pBounds(comparator: Comparator, { value, low, high }: Printed): Bounds {
  switch (comparator) {
    case "<":
      return { low: 0, high: value };
    case ">":
      return { low: value, high: 1 };
    case "<=":
      return { low: 0, high };
    case ">=":
    case "ns":
      return { low, high: 1 };
    case "=":
      return { low: Math.max(0, low), high: Math.min(1, high) };
  }
}

/** Whether the print can stand for one of the feasible p-values; "<" and ">" exclude their bound. */
export function allows({ comparator, printed, bounds }: PrintedP, feasible: Bounds): boolean {
  if (comparator === "<") return feasible.low < printed.value;
  if (comparator === ">") return feasible.high > printed.value;
  return overlap(feasible, bounds);
}
