/** Confidence intervals of a proportion n/N and of a difference of two; all as fractions of 1. */
import type { Bounds } from "./bounds.js";
import { zOfLevel } from "./normal.js";
import { betaQuantile } from "./quantiles.js";

/** Wilson (1927), the score interval. */
export function wilson(n: number, N: number, level = 95): Bounds {
  const z = zOfLevel(level);
  const centre = n + (z * z) / 2;
  const half = z * Math.sqrt((n * (N - n)) / N + (z * z) / 4);
  const size = N + z * z;
  // The lower root by the product of the roots: no cancellation for small n.
  const high = (centre + half) / size;
  return { low: (n * n) / (N * size * high), high: Math.min(1, high) };
}

/** Clopper & Pearson (1934), "exact". */
export function clopperPearson(n: number, N: number, level = 95): Bounds {
  const tail = (1 - level / 100) / 2;
  return {
    low: n === 0 ? 0 : betaQuantile(tail, n, N - n + 1),
    high: n === N ? 1 : betaQuantile(1 - tail, n + 1, N - n),
  };
}

/** Wald: normal approximation with unpooled variance, cut at 0 and 1. */
export function wald(n: number, N: number, level = 95): Bounds {
  return cut(n / N, zOfLevel(level) * Math.sqrt((n * (N - n)) / N / N / N));
}

/** Agresti & Coull (1998). */
export function agrestiCoull(n: number, N: number, level = 95): Bounds {
  const z = zOfLevel(level);
  const size = N + z * z;
  const centre = (n + (z * z) / 2) / size;
  return cut(centre, z * Math.sqrt((centre * (1 - centre)) / size));
}

/** Jeffreys: quantiles of Beta(n + ½, N − n + ½), 0 and 1 at the ends (Brown, Cai & DasGupta 2001). */
export function jeffreys(n: number, N: number, level = 95): Bounds {
  const tail = (1 - level / 100) / 2;
  return {
    low: n === 0 ? 0 : betaQuantile(tail, n + 0.5, N - n + 0.5),
    high: n === N ? 1 : betaQuantile(1 - tail, n + 0.5, N - n + 0.5),
  };
}

/** Newcombe (1998), method 10: difference of two proportions from their Wilson intervals. */
export function newcombe(
  first: { n: number; N: number },
  second: { n: number; N: number },
  level = 95,
): Bounds {
  const p1 = first.n / first.N;
  const p2 = second.n / second.N;
  const one = wilson(first.n, first.N, level);
  const two = wilson(second.n, second.N, level);
  return {
    low: p1 - p2 - Math.hypot(p1 - one.low, two.high - p2),
    high: p1 - p2 + Math.hypot(one.high - p1, p2 - two.low),
  };
}

function cut(centre: number, half: number): Bounds {
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
