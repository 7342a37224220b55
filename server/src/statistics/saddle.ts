/**
 * Binomial and Poisson point masses for real arguments by the saddle-point expansion
 * (Loader 2000, Fast and accurate computation of binomial probabilities). They are the factors
 * in front of the incomplete gamma and beta functions, without differences of large logarithms.
 */

const TWO_PI = 2 * Math.PI;

/** ln n! − ln of Stirling's formula, for real n > 0. */
export function stirlingError(n: number): number {
  let error = 0;
  let m = n;
  // Below 16 the series is too short; the exact difference of neighbours leads up to it.
  while (m < 16) {
    error += (m + 0.5) * Math.log1p(1 / m) - 1;
    m += 1;
  }
  const square = m * m;
  return (
    error +
    (1 / 12 -
      (1 / 360 - (1 / 1260 - (1 / 1680 - (1 / 1188 - 691 / 360360 / square) / square) / square) / square) /
        square) /
      m
  );
}

/** The deviance x·ln(x/mean) + mean − x, exact where x is near its mean. */
export function deviance(x: number, mean: number): number {
  const difference = x - mean;
  const sum = x + mean;
  if (Math.abs(difference) >= 0.1 * sum) {
    return x === 0 ? mean : x * Math.log(x / mean) + mean - x;
  }
  const v = difference / sum;
  let total = difference * v;
  let term = 2 * x * v;
  for (let j = 1; j < 1000; j += 1) {
    term *= v * v;
    const next = total + term / (2 * j + 1);
    if (next === total) break;
    total = next;
  }
  return total;
}

/** mean^x · e^−mean / Γ(x+1) for real x ≥ 0 and mean ≥ 0. */
export function poissonMass(x: number, mean: number): number {
  if (mean === 0) return x === 0 ? 1 : 0;
  if (x === 0) return Math.exp(-mean);
  return Math.exp(-stirlingError(x) - deviance(x, mean)) / Math.sqrt(TWO_PI * x);
}

/**
 * C(n, x) · p^x · q^(n−x) for real x ≥ 0 and rest = n − x ≥ 0.
 *
 * @param rest failures, given apart from n so that a small one keeps its digits
 * @param p probability of success
 * @param q 1 − p, given apart so that neither loses digits
 */
export function binomialMass(x: number, rest: number, p: number, q: number): number {
  if (x < 0 || rest < 0) return 0;
  if (p === 0) return x === 0 ? 1 : 0;
  if (q === 0) return rest === 0 ? 1 : 0;
  const n = x + rest;
  if (x === 0) return Math.exp(n * (p < 0.1 ? Math.log1p(-p) : Math.log(q)));
  if (rest === 0) return Math.exp(n * (q < 0.1 ? Math.log1p(-q) : Math.log(p)));
  const exponent =
    stirlingError(n) - stirlingError(x) - stirlingError(rest) - deviance(x, n * p) - deviance(rest, n * q);
  return Math.exp(exponent) * Math.sqrt(n / (TWO_PI * x * rest));
}
