/** Binomial and hypergeometric probabilities of counts. */
import { incompleteBeta } from "./incomplete.js";
import type { Tails } from "./incomplete.js";
import { binomialMass } from "./saddle.js";

/** P(X ≤ x) and P(X ≥ x) of a binomial count, 0 ≤ x ≤ n whole, 0 ≤ p ≤ 1. */
export function binomialTails(x: number, n: number, p: number): Tails {
  const q = 1 - p;
  const lower = x >= n ? 1 : incompleteBeta(q, p, n - x, x + 1).lower;
  const upper = x <= 0 ? 1 : incompleteBeta(p, q, x, n - x + 1).lower;
  return { lower, upper };
}

/** Margins of a 2×2 table: successes and failures in all, and the size of the first group. */
export interface Margins {
  readonly successes: number;
  readonly failures: number;
  readonly drawn: number;
}

/** P(X = x) where `drawn` are taken from `successes` + `failures` (Loader 2000). */
export function hypergeometricMass(x: number, margins: Margins): number {
  const { successes, failures, drawn } = margins;
  if (x < 0 || x > successes || drawn - x < 0 || drawn - x > failures) return 0;
  const all = successes + failures;
  if (drawn === 0 || drawn === all) return 1;
  const p = drawn / all;
  const q = (all - drawn) / all;
  return (
    (binomialMass(x, successes - x, p, q) * binomialMass(drawn - x, failures - drawn + x, p, q)) /
    binomialMass(drawn, all - drawn, p, q)
  );
}

/** P(X ≤ x) and P(X ≥ x) of a hypergeometric count; each is summed outward from x. */
export function hypergeometricTails(x: number, margins: Margins): Tails {
  return { lower: sumOutward(x, margins, -1), upper: sumOutward(x, margins, 1) };
}

/** Two-sided tail by the order of probability: all counts at most as likely as x. */
export function probabilityOrderedTail(x: number, margins: Margins): number {
  const { successes, failures, drawn } = margins;
  const least = Math.max(0, drawn - failures);
  const most = Math.min(drawn, successes);
  const mode = Math.floor(((drawn + 1) * (successes + 1)) / (successes + failures + 2));
  // Equal probabilities come out different in the last bits; R allows the same 1e-7.
  const limit = hypergeometricMass(x, margins) * (1 + 1e-7);
  const likely = (k: number): boolean => hypergeometricMass(k, margins) > limit;
  const top = Math.min(most, Math.max(least, mode));
  if (!likely(top)) return 1;
  const left = lastWhere((k) => !likely(k), least - 1, top);
  const right = -lastWhere((k) => !likely(-k), -most - 1, -top);
  return Math.min(1, sumOutward(left, margins, -1) + sumOutward(right, margins, 1));
}

/** The largest k in [low, high) that holds, where it holds up to some k and never after; `low` counts as holding. */
function lastWhere(holds: (k: number) => boolean, low: number, high: number): number {
  let yes = low;
  let no = high;
  while (no - yes > 1) {
    const middle = Math.floor((yes + no) / 2);
    if (holds(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}

/** Σ P(X = k) over k = x, x ± 1, … by the quotient of neighbours. */
function sumOutward(x: number, margins: Margins, step: 1 | -1): number {
  const { successes, failures, drawn } = margins;
  let mass = hypergeometricMass(x, margins);
  let sum = mass;
  for (let k = x; mass > 0; k += step) {
    const up = ((successes - k) * (drawn - k)) / ((k + 1) * (failures - drawn + k + 1));
    const down = (k * (failures - drawn + k)) / ((successes - k + 1) * (drawn - k + 1));
    mass *= step === 1 ? up : down;
    sum += mass;
    if (mass < sum * 1e-17) break;
  }
  return Math.min(1, sum);
}
