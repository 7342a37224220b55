/** Meta-analysis without moderators: pooled estimate, heterogeneity, prediction interval, leave-one-out. */
import type { Bounds } from "./bounds.js";
import { chiSquaredUpperTail, tTwoSided } from "./distributions.js";
import { tauSquaredDL, tauSquaredREML, weightedMean, type StudyEstimate } from "./metaHeterogeneity.js";
import { normalTwoSided, normalUpperQuantile } from "./normal.js";
import { tUpperQuantile } from "./quantiles.js";

export type { StudyEstimate } from "./metaHeterogeneity.js";

/** FE: one common effect, inverse variance. DL, REML: random effects with that estimator of τ². */
export type PoolingMethod = "FE" | "DL" | "REML";

export interface PoolingOptions {
  readonly method: PoolingMethod;
  /**
   * Where the interval comes from: "z" the normal distribution; "HKSJ" t with k − 1 degrees of freedom and the
   * weighted variance of Hartung & Knapp 2001 and Sidik & Jonkman 2002 (`test="knha"` of metafor), unmodified.
   */
  readonly test?: "z" | "HKSJ";
  /** Confidence level in percent, between 0 and 100; 95 where absent. */
  readonly level?: number;
}

/** Values on the scale of the yi. */
export interface Pooled {
  readonly method: PoolingMethod;
  readonly test: "z" | "HKSJ";
  /** Number of studies. */
  readonly k: number;
  readonly estimate: number;
  readonly se: number;
  readonly interval: Bounds;
  /** Degrees of freedom of t; null where the interval is normal. */
  readonly df: number | null;
  /** Two-sided, of no effect; null where the studies are so alike that the HKSJ interval has no width. */
  readonly p: number | null;
  /** Where the effect of a new study is expected (Higgins et al. 2009); null for FE and for a single study. */
  readonly prediction: Bounds | null;
  /** Between-study variance; 0 for FE. */
  readonly tau2: number;
  /** Cochran's Q with its k − 1 degrees of freedom, and its p. */
  readonly q: number;
  readonly qDf: number;
  readonly qP: number;
  /** In percent (Higgins & Thompson 2002): from Q for FE, from τ² and the typical variance for random effects. */
  readonly i2: number;
  /** Total over sampling variability, at least 1 for random effects. */
  readonly h2: number;
  /** Weight of each study in percent, in their order; they add to 100. */
  readonly weights: readonly number[];
}

/** A set of studies that can't be pooled; the message says which and why. */
export class PoolingError extends Error {
  override name = "PoolingError";
}

/**
 * Pools studies as metafor's `rma(yi, vi, method = …, test = "z" | "knha")` and `predict()` do
 * (Viechtbauer 2010, J Stat Softw 36(3)), with REML carried to convergence. A single study is given back as it
 * is, with a normal interval.
 *
 * @throws PoolingError for no study, an estimate that is no number, or a variance that is not above 0
 */
export function pool(studies: readonly StudyEstimate[], options: PoolingOptions): Pooled {
  const { method, level = 95 } = options;
  refuse(studies, level);
  const k = studies.length;
  const test = k === 1 ? "z" : (options.test ?? "z");
  const tau2 = tauSquared(studies, method);
  const { mean, total, spread } = weightedMean(studies, tau2);
  const se = Math.sqrt((test === "HKSJ" ? hksjFactor(spread, k) : 1) / total);
  const df = test === "HKSJ" ? k - 1 : null;
  const tail = (1 - level / 100) / 2;
  const critical = df === null ? normalUpperQuantile(tail) : tUpperQuantile(tail, df);
  return {
    method,
    test,
    k,
    estimate: mean,
    se,
    interval: around(mean, critical * se),
    df,
    p: se === 0 ? null : df === null ? normalTwoSided(mean / se) : tTwoSided(mean / se, df),
    prediction: method === "FE" || k === 1 ? null : around(mean, critical * Math.sqrt(se * se + tau2)),
    tau2,
    ...heterogeneity(studies, method, tau2),
    weights: studies.map(({ vi }) => 100 / (vi + tau2) / total),
  };
}

/**
 * The pooled result without each study in turn, in their order; empty for fewer than two studies.
 *
 * @throws PoolingError as `pool` does
 */
export function leaveOneOut(studies: readonly StudyEstimate[], options: PoolingOptions): Pooled[] {
  if (studies.length < 2) return [];
  return studies.map((_, left) =>
    pool(
      studies.filter((_study, i) => i !== left),
      options,
    ),
  );
}

function refuse(studies: readonly StudyEstimate[], level: number): void {
  if (studies.length === 0) throw new PoolingError("There is no study to pool.");
  if (!(level > 0 && level < 100)) throw new PoolingError(`A confidence level of ${level} % is none.`);
  for (const [i, { yi, vi }] of studies.entries()) {
    if (!Number.isFinite(yi))
      throw new PoolingError(`The estimate of study ${i + 1} is not a finite number.`);
    if (!(vi > 0) || !Number.isFinite(1 / vi) || vi === Infinity) {
      throw new PoolingError(
        `The sampling variance of study ${i + 1} is ${vi}; it must be above 0 and finite.`,
      );
    }
  }
}

function tauSquared(studies: readonly StudyEstimate[], method: PoolingMethod): number {
  if (method === "FE" || studies.length === 1) return 0;
  return method === "DL" ? tauSquaredDL(studies) : tauSquaredREML(studies);
}

/** Below this the spread of the studies is rounding, as in metafor. */
const NO_SPREAD = Number.EPSILON;

function hksjFactor(spread: number, k: number): number {
  return spread <= NO_SPREAD ? 0 : spread / (k - 1);
}

function around(centre: number, half: number): Bounds {
  return { low: centre - half, high: centre + half };
}

function heterogeneity(
  studies: readonly StudyEstimate[],
  method: PoolingMethod,
  tau2: number,
): Pick<Pooled, "q" | "qDf" | "qP" | "i2" | "h2"> {
  const qDf = studies.length - 1;
  if (qDf === 0) return { q: 0, qDf, qP: 1, i2: 0, h2: 1 };
  const { spread: q, total, squares } = weightedMean(studies, 0);
  const common = { q, qDf, qP: chiSquaredUpperTail(q, qDf) };
  if (method === "FE") return { ...common, i2: q > qDf ? (100 * (q - qDf)) / q : 0, h2: q / qDf };
  const typical = qDf / (total - squares / total);
  return { ...common, i2: (100 * tau2) / (typical + tau2), h2: tau2 / typical + 1 };
}
