/** Quantiles of the t, chi-squared and beta distributions, by solving the tail functions. */
import { chiSquaredUpperTail, tUpperTail } from "./distributions.js";
import { incompleteBeta } from "./incomplete.js";
import { normalUpperQuantile } from "./normal.js";

/** The t with P(T > t) = tail, for tails in (0, 1) and df > 0. */
export function tUpperQuantile(tail: number, df: number): number {
  if (!(tail > 0 && tail < 1) || !(df > 0)) return NaN;
  if (tail > 0.5) return -tUpperQuantile(1 - tail, df);
  const start = Math.max(1e-3, normalUpperQuantile(tail));
  return solveFalling((t) => tUpperTail(t, df), tail, start);
}

/** The x with P(χ² > x) = tail, for tails in (0, 1) and df > 0. */
export function chiSquaredUpperQuantile(tail: number, df: number): number {
  if (!(tail > 0 && tail < 1) || !(df > 0)) return NaN;
  return solveFalling((x) => chiSquaredUpperTail(x, df), tail, df);
}

/** The x with P(X ≤ x) = p of a beta distribution, for p in (0, 1). */
export function betaQuantile(p: number, a: number, b: number): number {
  if (!(p > 0 && p < 1) || !(a > 0) || !(b > 0)) return NaN;
  // Odds of x range over all positive numbers and keep the digits near both 0 and 1.
  const odds = solveFalling(
    (o) => incompleteBeta(o / (1 + o), 1 / (1 + o), a, b).upper,
    1 - p,
    a / b,
    p < 0.5 ? { wanted: p, tail: (o) => incompleteBeta(o / (1 + o), 1 / (1 + o), a, b).lower } : undefined,
  );
  return odds / (1 + odds);
}

/** The complement that is small, where the falling tail itself is close to 1. */
interface Complement {
  readonly wanted: number;
  readonly tail: (x: number) => number;
}

/** The x > 0 at which a falling tail function takes the wanted value: bisection on ln x. */
function solveFalling(
  tail: (x: number) => number,
  wanted: number,
  start: number,
  complement?: Complement,
): number {
  const beyond = (x: number): boolean =>
    complement === undefined ? tail(x) < wanted : complement.tail(x) > complement.wanted;
  let low = start;
  let high = start;
  while (beyond(low) && low > 1e-290) low /= 4;
  while (!beyond(high) && high < 1e290) high *= 4;
  for (let i = 0; i < 200; i += 1) {
    const middle = Math.sqrt(low) * Math.sqrt(high);
    if (middle <= low || middle >= high) break;
    if (beyond(middle)) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}
