/** Between-study variance τ² of a meta-analysis without moderators, and sums that its estimators share. */

/** One study's estimate on a scale where it is nearly normal, with its sampling variance. */
export interface StudyEstimate {
  readonly yi: number;
  /** Above 0 and finite. */
  readonly vi: number;
}

/** The weighted mean with weights 1 / (vi + τ²), and what the estimators of τ² ask of the same weights. */
export interface WeightedMean {
  readonly mean: number;
  /** Σw, the inverse of the mean's variance. */
  readonly total: number;
  /** Σw², Σw³. */
  readonly squares: number;
  readonly cubes: number;
  /** Σw(yi − mean)², Cochran's Q where τ² is 0. */
  readonly spread: number;
  /** Σw²(yi − mean)². */
  readonly weightedSpread: number;
}

export function weightedMean(studies: readonly StudyEstimate[], tau2: number): WeightedMean {
  let [total, squares, cubes, sum] = [0, 0, 0, 0];
  // Differences from the first study: estimates that are alike and far from 0 keep their digits.
  const origin = studies[0]?.yi ?? 0;
  for (const { yi, vi } of studies) {
    const w = 1 / (vi + tau2);
    total += w;
    squares += w * w;
    cubes += w * w * w;
    sum += w * (yi - origin);
  }
  const mean = origin + sum / total;
  let [spread, weightedSpread] = [0, 0];
  for (const { yi, vi } of studies) {
    const w = 1 / (vi + tau2);
    spread += w * (yi - mean) ** 2;
    weightedSpread += (w * (yi - mean)) ** 2;
  }
  return { mean, total, squares, cubes, spread, weightedSpread };
}

/** τ² of DerSimonian & Laird 1986 (Control Clin Trials 7:177), for two studies or more; at least 0. */
export function tauSquaredDL(studies: readonly StudyEstimate[]): number {
  const { spread, total, squares } = weightedMean(studies, 0);
  return Math.max(0, (spread - (studies.length - 1)) / (total - squares / total));
}

const MOST_STEPS = 1000;
const PRECISION = 1e-14;

/**
 * τ² of restricted maximum likelihood, for two studies or more; at least 0.
 *
 * Fisher scoring from the Hedges estimate (Viechtbauer 2005, J Educ Behav Stat 30:261; metafor's `rma.uni`
 * takes the same steps). A step that would lower the likelihood or leave the allowed values is halved, so that the
 * search ends for any data; and τ² = 0 is taken where the likelihood is higher there.
 */
export function tauSquaredREML(studies: readonly StudyEstimate[]): number {
  let tau2 = tauSquaredHedges(studies);
  let likelihood = restrictedLogLikelihood(studies, tau2);
  const scale = studies.reduce((sum, { vi }) => sum + vi, 0) / studies.length;
  for (let i = 0; i < MOST_STEPS; i += 1) {
    let step = fisherStep(studies, tau2);
    while (tau2 + step < 0) step /= 2;
    let next = restrictedLogLikelihood(studies, tau2 + step);
    while (next < likelihood && Math.abs(step) > PRECISION * (tau2 + scale)) {
      step /= 2;
      next = restrictedLogLikelihood(studies, tau2 + step);
    }
    if (Math.abs(step) <= PRECISION * (tau2 + scale)) break;
    tau2 += step;
    likelihood = next;
  }
  // Halving comes near 0 and never there.
  return restrictedLogLikelihood(studies, 0) >= likelihood ? 0 : tau2;
}

/** The unweighted estimate of Hedges 1983 (Psychol Bull 93:388), at least 0. */
function tauSquaredHedges(studies: readonly StudyEstimate[]): number {
  const k = studies.length;
  const mean = studies.reduce((sum, { yi }) => sum + yi, 0) / k;
  const variance = studies.reduce((sum, { yi }) => sum + (yi - mean) ** 2, 0) / (k - 1);
  return Math.max(0, variance - studies.reduce((sum, { vi }) => sum + vi, 0) / k);
}

/** (y′PPy − tr P) / tr PP, with P = W − ww′/Σw. */
function fisherStep(studies: readonly StudyEstimate[], tau2: number): number {
  const { total, squares, cubes, weightedSpread } = weightedMean(studies, tau2);
  const traceP = total - squares / total;
  const tracePP = squares - (2 * cubes) / total + (squares / total) ** 2;
  return (weightedSpread - traceP) / tracePP;
}

/** Without the terms that τ² does not change. */
function restrictedLogLikelihood(studies: readonly StudyEstimate[], tau2: number): number {
  const { total, spread } = weightedMean(studies, tau2);
  const logVariances = studies.reduce((sum, { vi }) => sum + Math.log(vi + tau2), 0);
  return -(logVariances + Math.log(total) + spread) / 2;
}
