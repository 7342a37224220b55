/**
 * Whether the numbers of a statement can be true together: arithmetic on what was printed, with no excuse and no tolerance. An error
 * after which they still can is hidden by rounding, and no rule can find it.
 */
import type { Context } from "../../../server/src/check/context.js";
import { coherent, printedEffect } from "../../../server/src/check/effect.js";
import { impliedZ } from "../../../server/src/check/intervalAgainstP.js";
import { allows, intervalOf, numberOf, pOf } from "../../../server/src/check/numbers.js";
import { prints } from "../../../server/src/check/denominators.js";
import { someTestGives, tablesOf } from "../../../server/src/check/pairs.js";
import { feasiblePOf } from "../../../server/src/check/rules/testContradictsP.js";
import type { Statement } from "../../../server/src/extraction.js";
import { gap } from "../../../server/src/statistics/bounds.js";
import { parsePrinted } from "../../../server/src/statistics/printed.js";
import { feasibleP } from "../../../server/src/statistics/recomputation.js";

/** Whether the numbers of a statement agree; false also where one of them is impossible. */
export type Agree = (statement: Statement, context: Context) => boolean;

/** A statement as it would be read with another text in the place of one of its numbers. */
export function altered(statement: Statement, field: string, text: string): Statement {
  const size = parsePrinted(text)?.value ?? NaN;
  const literal = { ...statement.literal, [field]: text };
  if (field === "low" || field === "high") {
    const own = statement.interval?.[field];
    return { ...statement, literal, interval: { ...statement.interval!, [field]: signed(size, own) } };
  }
  if (field === "p" && "p" in statement && statement.p !== null)
    return { ...statement, literal, p: { ...statement.p, value: size } };
  const own: unknown = (statement as unknown as Record<string, unknown>)[field];
  return { ...statement, literal, [field]: signed(size, own) };
}

/** A sign that stands apart from the digits stays. */
const signed = (size: number, own: unknown): number =>
  typeof own === "number" && own < 0 ? -Math.abs(size) : size;

/** Estimate in the middle of an interval whose bounds are in order. */
export const centredTriple: Agree = (statement) => {
  const effect = statement.kind === "effect" ? printedEffect(statement) : null;
  return effect !== null && coherent(effect);
};

/** p as the interval implies it. */
export const pOfInterval: Agree = (statement) => {
  const effect = statement.kind === "effect" ? printedEffect(statement) : null;
  const p = pOf(statement);
  if (effect === null || p === null) return false;
  const level = statement.interval?.level ?? 95;
  return allows(p, feasibleP(impliedZ(effect, level)));
};

export const tripleWithP: Agree = (statement, context) =>
  centredTriple(statement, context) && pOfInterval(statement, context);

/** n of N, or of the total that the reader gave it; "<1%" agrees with whatever is less. */
export const share: Agree = (statement, context) => {
  if (statement.kind !== "proportion") return false;
  const percent = numberOf(statement, "percent", statement.percent);
  const N = statement.N ?? statement.denominator?.value ?? 0;
  if (percent === null || statement.n === null || statement.n > N) return false;
  const at = statement.ranges.percent?.start ?? 0;
  if (/<\s?$/.test(context.text.slice(Math.max(0, at - 2), at)))
    return (100 * statement.n) / N < percent.value;
  return prints({ n: statement.n, percent }, N);
};

/** p by one of the tests of two groups' counts. */
export const pOfCounts: Agree = (statement, context) => {
  const p = pOf(statement);
  if (statement.kind !== "p-value" || p === null) return false;
  const [first, second] = statement.compares.map((id) => context.byId(id));
  if (first?.kind !== "proportion" || second?.kind !== "proportion") return false;
  const tables = tablesOf(first, second, context);
  return tables.length === 0 || tables.some((groups) => someTestGives(p, groups));
};

export const pOfTest: Agree = (statement) => {
  const p = pOf(statement);
  if (statement.kind !== "test" || p === null) return false;
  const feasible = feasiblePOf(statement);
  return feasible === null || allows(p, feasible);
};

/** Estimate between its bounds. */
export const inside =
  (field: "value" | "percent"): Agree =>
  (statement) => {
    const interval = intervalOf(statement, "CI", "CrI", "IQR", "range");
    const value = numberOf(statement, field, (statement as unknown as Record<string, unknown>)[field]);
    if (interval === null || value === null) return false;
    const { low, high } = interval;
    return low.value <= high.value && gap(value, { low: low.low, high: high.high }) === 0;
  };
