/** The whole counts behind a proportion, where its printed numbers give just one. */
import type { ProportionStatement } from "../../extraction.js";
import { printedAs } from "../../statistics/printed.js";

export interface Counts {
  readonly events: number;
  readonly total: number;
  /** True where the total stands elsewhere in the document. */
  readonly inferred: boolean;
  /** True where the count was found from percent × total, being the only whole number that fits. */
  readonly fromPercent: boolean;
}

/** @returns null without a total, and where the count is not printed and not certain */
export function countsOf(statement: ProportionStatement): Counts | null {
  const total = statement.N ?? statement.denominator?.value;
  if (total === undefined || !Number.isInteger(total) || total <= 0) return null;
  const inferred = statement.N === null;
  const { n } = statement;
  if (n !== null) {
    if (!Number.isInteger(n) || n < 0 || n > total) return null;
    return { events: n, total, inferred, fromPercent: false };
  }
  const fitting = countsFor(statement, total);
  if (fitting === null || fitting.least !== fitting.most) return null;
  return { events: fitting.least, total, inferred, fromPercent: true };
}

/** The whole numbers whose share of the total rounds to the printed percentage; least > most where there is none. */
export function countsFor(
  { percent, literal }: ProportionStatement,
  total: number,
): { readonly least: number; readonly most: number } | null {
  const printed = percent === null ? null : printedAs(literal["percent"], percent);
  if (printed === null) return null;
  // Binary fractions may miss a tie by a hair.
  const hair = 1e-9;
  return {
    least: Math.max(0, Math.ceil((printed.low * total) / 100 - hair)),
    most: Math.min(total, Math.floor((printed.high * total) / 100 + hair)),
  };
}
