/**
 * Tails of the continuous distributions of the common tests, relative error below 1e-10 in both
 * tails. Each tail is summed where it is the small one, so that 1e-200 keeps its digits.
 */
import { incompleteBeta, incompleteGamma } from "./incomplete.js";
import type { Tails } from "./incomplete.js";

export type { Tails } from "./incomplete.js";

/** P(χ² > x) with `df` > 0 degrees of freedom, which need not be whole. */
export function chiSquaredUpperTail(x: number, df: number): number {
  return incompleteGamma(df / 2, x / 2).upper;
}

/** P(χ² < x) with `df` > 0 degrees of freedom. */
export function chiSquaredLowerTail(x: number, df: number): number {
  return incompleteGamma(df / 2, x / 2).lower;
}

/** P(|T| > |t|) of Student's t with `df` > 0 degrees of freedom. */
export function tTwoSided(t: number, df: number): number {
  if (!(df > 0) || Number.isNaN(t)) return NaN;
  const square = t * t;
  if (square === Infinity) return 0;
  const sum = df + square;
  return incompleteBeta(df / sum, square / sum, df / 2, 0.5).lower;
}

/** P(T > t) of Student's t. */
export function tUpperTail(t: number, df: number): number {
  const half = tTwoSided(t, df) / 2;
  return t >= 0 ? half : 1 - half;
}

/** P(F > f) with `df1` and `df2` degrees of freedom. */
export function fUpperTail(f: number, df1: number, df2: number): number {
  return fTails(f, df1, df2).upper;
}

/** P(F < f) with `df1` and `df2` degrees of freedom. */
export function fLowerTail(f: number, df1: number, df2: number): number {
  return fTails(f, df1, df2).lower;
}

/**
 * Two-sided p of a Pearson correlation by t = r·√(df / (1 − r²)).
 *
 * @param r between −1 and 1
 * @param df number of pairs − 2
 */
export function correlationTwoSided(r: number, df: number): number {
  if (!(df > 0) || !(Math.abs(r) <= 1)) return NaN;
  const square = r * r;
  return incompleteBeta((1 - r) * (1 + r), square, df / 2, 0.5).lower;
}

/** P(X ≤ x) and P(X ≥ x) of a beta distribution at x, with 1 − x given apart as `y`. */
export function betaTails(x: number, a: number, b: number, y = 1 - x): Tails {
  return incompleteBeta(x, y, a, b);
}

function fTails(f: number, df1: number, df2: number): Tails {
  if (!(f >= 0) || !(df1 > 0) || !(df2 > 0)) return { lower: NaN, upper: NaN };
  if (f === Infinity) return { lower: 1, upper: 0 };
  const product = df1 * f;
  const sum = df2 + product;
  return incompleteBeta(product / sum, df2 / sum, df1 / 2, df2 / 2);
}
