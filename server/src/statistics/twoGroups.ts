/** Tests of two proportions: the p-values that a paper may print beside n/N against n/N. */
import { probabilityOrderedTail, hypergeometricMass, hypergeometricTails } from "./counts.js";
import type { Margins } from "./counts.js";
import { chiSquaredUpperTail } from "./distributions.js";
import { normalTwoSided, zOfLevel } from "./normal.js";
import { deviance } from "./saddle.js";

/** Whole counts of two independent groups, 0 ≤ events ≤ total, total > 0. */
export interface TwoGroups {
  readonly events1: number;
  readonly total1: number;
  readonly events2: number;
  readonly total2: number;
}

/** Pearson's χ² with 1 degree of freedom (Pearson 1900); NaN where nobody or everybody has the event. */
export function pearsonChiSquared(groups: TwoGroups): number {
  const { cross, all, margins } = parts(groups);
  return (all * cross * cross) / margins;
}

/** Pearson's test, p. */
export function pearson(groups: TwoGroups): number {
  return chiSquaredUpperTail(pearsonChiSquared(groups), 1);
}

/** The N − 1 χ² test (E. Pearson 1947; Campbell 2007), p. */
export function pearsonNMinusOne(groups: TwoGroups): number {
  const all = groups.total1 + groups.total2;
  return chiSquaredUpperTail((pearsonChiSquared(groups) * (all - 1)) / all, 1);
}

/** χ² with Yates' continuity correction (1934), p. */
export function yates(groups: TwoGroups): number {
  const { cross, all, margins } = parts(groups);
  const corrected = Math.max(0, Math.abs(cross) - all / 2);
  return chiSquaredUpperTail((all * corrected * corrected) / margins, 1);
}

/** Likelihood-ratio test G², p. */
export function likelihoodRatio(groups: TwoGroups): number {
  const { events1, total1, events2, total2 } = groups;
  const rate = (events1 + events2) / (total1 + total2);
  const statistic =
    2 *
    (deviance(events1, total1 * rate) +
      deviance(total1 - events1, total1 * (1 - rate)) +
      deviance(events2, total2 * rate) +
      deviance(total2 - events2, total2 * (1 - rate)));
  return chiSquaredUpperTail(statistic, 1);
}

/** Fisher's exact test, two-sided by the order of probability, as R's fisher.test. */
export function fisherTwoSided(groups: TwoGroups): number {
  return probabilityOrderedTail(groups.events1, marginsOf(groups));
}

/** Fisher's exact test, the smaller of its two one-sided p-values. */
export function fisherOneSided(groups: TwoGroups): number {
  const { lower, upper } = hypergeometricTails(groups.events1, marginsOf(groups));
  return Math.min(lower, upper);
}

/** Twice the smaller one-sided mid-p (Lancaster 1961). */
export function midP(groups: TwoGroups): number {
  const margins = marginsOf(groups);
  return Math.min(1, 2 * fisherOneSided(groups) - hypergeometricMass(groups.events1, margins));
}

/** Wald test of the difference of proportions with unpooled variance, p. */
export function waldDifference(groups: TwoGroups): number {
  const { difference, se } = riskDifference(groups);
  return normalTwoSided(difference / se);
}

/** Wald test of the log odds ratio (Woolf 1955), p; NaN with an empty cell. */
export function waldLogOddsRatio(groups: TwoGroups): number {
  const { ln, se } = logOddsRatio(groups);
  return normalTwoSided(ln / se);
}

/** Wald test of the log risk ratio (Katz et al. 1978), p; NaN with no event in a group. */
export function waldLogRiskRatio(groups: TwoGroups): number {
  const { ln, se } = logRiskRatio(groups);
  return normalTwoSided(ln / se);
}

/** A ratio's logarithm and its standard error. */
export interface LogRatio {
  readonly ln: number;
  readonly se: number;
}

/** Woolf (1955): ln of the odds of group 1 over those of group 2. */
export function logOddsRatio({ events1, total1, events2, total2 }: TwoGroups): LogRatio {
  const b = total1 - events1;
  const d = total2 - events2;
  if (events1 === 0 || events2 === 0 || b === 0 || d === 0) return { ln: NaN, se: NaN };
  return {
    ln: Math.log((events1 * d) / (b * events2)),
    se: Math.sqrt(1 / events1 + 1 / b + 1 / events2 + 1 / d),
  };
}

/** Katz et al. (1978): ln of the risk of group 1 over that of group 2. */
export function logRiskRatio({ events1, total1, events2, total2 }: TwoGroups): LogRatio {
  if (events1 === 0 || events2 === 0) return { ln: NaN, se: NaN };
  return {
    ln: Math.log(events1 / total1 / (events2 / total2)),
    se: Math.sqrt(1 / events1 - 1 / total1 + 1 / events2 - 1 / total2),
  };
}

/** Risk of group 1 − risk of group 2 and its unpooled standard error, as fractions of 1. */
export function riskDifference(groups: TwoGroups): { difference: number; se: number } {
  const risk1 = groups.events1 / groups.total1;
  const risk2 = groups.events2 / groups.total2;
  return {
    difference: risk1 - risk2,
    se: Math.sqrt((risk1 * (1 - risk1)) / groups.total1 + (risk2 * (1 - risk2)) / groups.total2),
  };
}

/** The Wald interval of a log ratio, back on the ratio's scale. */
export function ratioInterval({ ln, se }: LogRatio, level = 95): { low: number; high: number } {
  const half = zOfLevel(level) * se;
  return { low: Math.exp(ln - half), high: Math.exp(ln + half) };
}

function marginsOf({ events1, total1, events2, total2 }: TwoGroups): Margins {
  const successes = events1 + events2;
  return { successes, failures: total1 + total2 - successes, drawn: total1 };
}

function parts(groups: TwoGroups): { cross: number; all: number; margins: number } {
  const { events1, total1, events2, total2 } = groups;
  const { successes, failures } = marginsOf(groups);
  return {
    cross: events1 * (total2 - events2) - events2 * (total1 - events1),
    all: total1 + total2,
    margins: total1 * total2 * successes * failures,
  };
}
