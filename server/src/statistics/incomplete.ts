/** Regularised incomplete gamma and beta functions, both tails, to about 1e-13. */
import { binomialMass, poissonMass } from "./saddle.js";

const PRECISION = 1e-16;
const TINY = 1e-300;
const MOST_TERMS = 1_000_000;

/** Both tails of a distribution at one point. */
export interface Tails {
  readonly lower: number;
  readonly upper: number;
}

/** P(a, x) and Q(a, x) for a > 0 and x ≥ 0: series below the mean, continued fraction above. */
export function incompleteGamma(a: number, x: number): Tails {
  if (!(a > 0) || !(x >= 0)) return { lower: NaN, upper: NaN };
  if (x === 0) return { lower: 0, upper: 1 };
  if (x === Infinity) return { lower: 1, upper: 0 };
  const mass = poissonMass(a, x);
  if (x < a + 1) {
    const lower = Math.min(1, mass * gammaSeries(a, x));
    return { lower, upper: 1 - lower };
  }
  const upper = Math.min(1, mass * a * gammaFraction(a, x));
  return { lower: 1 - upper, upper };
}

/**
 * I_x(a, b) and its complement for a, b > 0.
 *
 * @param x between 0 and 1
 * @param y 1 − x, given apart so that a tiny one keeps its digits
 */
export function incompleteBeta(x: number, y: number, a: number, b: number): Tails {
  if (!(a > 0) || !(b > 0) || !(x >= 0) || !(y >= 0)) return { lower: NaN, upper: NaN };
  if (x === 0) return { lower: 0, upper: 1 };
  if (y === 0) return { lower: 1, upper: 0 };
  const mass = binomialMass(a, b, x, y);
  if (x * (a + b + 2) < a + 1) {
    const lower = Math.min(1, ((mass * b) / (a + b)) * betaFraction(x, a, b));
    return { lower, upper: 1 - lower };
  }
  const upper = Math.min(1, ((mass * a) / (a + b)) * betaFraction(y, b, a));
  return { lower: 1 - upper, upper };
}

/** Σ x^n / ((a+1)…(a+n)). */
function gammaSeries(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; n < MOST_TERMS; n += 1) {
    term *= x / (a + n);
    sum += term;
    if (term < sum * PRECISION) break;
  }
  return sum;
}

/** Legendre's continued fraction of Γ(a, x)·e^x·x^−a by Lentz's method (Thompson & Barnett 1986). */
function gammaFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let value = d;
  for (let n = 1; n < MOST_TERMS; n += 1) {
    const factor = n * (a - n);
    b += 2;
    d = 1 / guarded(factor * d + b);
    c = guarded(b + factor / c);
    const change = c * d;
    value *= change;
    if (Math.abs(change - 1) < PRECISION * 2) break;
  }
  return value;
}

/** The continued fraction of the incomplete beta function (DLMF 8.17.22) by Lentz's method. */
function betaFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / guarded(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m < MOST_TERMS; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / guarded(1 + even * d);
    c = guarded(1 + even / c);
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / guarded(1 + odd * d);
    c = guarded(1 + odd / c);
    const change = d * c;
    value *= change;
    if (Math.abs(change - 1) < PRECISION * 2) break;
  }
  return value;
}

function guarded(x: number): number {
  return Math.abs(x) < TINY ? TINY : x;
}
