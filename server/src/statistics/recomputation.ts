/** What one printed statistic says about another. */
import type { Bounds } from "./bounds.js";
import { normalTwoSided, zOfLevel, zOfTwoSided } from "./normal.js";

/** "ratio": computed on logarithms, no effect at 1; "difference": as printed, no effect at 0. */
export type Scale = "ratio" | "difference";

/** An estimate with a Wald interval at `level` percent. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly level?: number;
}

/** The estimate's value on the scale where its interval is symmetric: ln of a ratio. */
export function onScale(x: number, scale: Scale): number {
  return scale === "ratio" ? Math.log(x) : x;
}

/** Back from the symmetric scale. */
export function offScale(x: number, scale: Scale): number {
  return scale === "ratio" ? Math.exp(x) : x;
}

/** Standard error from an interval: (U − L) / 2z, on logarithms for ratios (Altman & Bland 2011, BMJ 343:d2090). */
export function standardError({ low, high, level = 95 }: Omit<Estimate, "value">, scale: Scale): number {
  return (onScale(high, scale) - onScale(low, scale)) / (2 * zOfLevel(level));
}

/** z and two-sided p from an estimate and its interval (Altman & Bland 2011, BMJ 343:d2304). */
export function pFromInterval(estimate: Estimate, scale: Scale): { z: number; p: number } {
  const z = Math.abs(onScale(estimate.value, scale)) / standardError(estimate, scale);
  return { z, p: normalTwoSided(z) };
}

/**
 * All z that the printed estimate and interval allow: |estimate| / SE rises with the distance of
 * the estimate from no effect and falls with the width of the interval.
 */
export function feasibleZ(value: Bounds, low: Bounds, high: Bounds, level: number, scale: Scale): Bounds {
  const ends = [value.low, value.high].map((x) => onScale(Math.max(x, scale === "ratio" ? 0 : x), scale));
  const [from = NaN, to = NaN] = ends;
  const nearest = from <= 0 && to >= 0 ? 0 : Math.min(Math.abs(from), Math.abs(to));
  const farthest = Math.max(Math.abs(from), Math.abs(to));
  const widest = onScale(high.high, scale) - onScale(positive(low.low, scale), scale);
  const narrowest = onScale(high.low, scale) - onScale(positive(low.high, scale), scale);
  const factor = 2 * zOfLevel(level);
  return {
    low: (nearest * factor) / widest,
    high: narrowest > 0 ? (farthest * factor) / narrowest : Infinity,
  };
}

/** The p-values of all those z, each moved by up to `slack` either way; p falls with z. */
export function feasibleP(z: Bounds, slack = 0): Bounds {
  return {
    low: normalTwoSided(z.high + slack),
    high: normalTwoSided(Math.max(0, z.low - slack)),
  };
}

/** The interval that goes with an estimate and its two-sided p (Altman & Bland 2011, BMJ 343:d2090). */
export function intervalFromP(value: number, p: number, scale: Scale, level = 95): Bounds {
  const centre = onScale(value, scale);
  const half = (Math.abs(centre) / zOfTwoSided(p)) * zOfLevel(level);
  return { low: offScale(centre - half, scale), high: offScale(centre + half, scale) };
}

/**
 * The least association with exposure and outcome that a confounder must have to explain a risk
 * ratio away (VanderWeele & Ding 2017).
 */
export function eValue(riskRatio: number): number {
  const rr = riskRatio < 1 ? 1 / riskRatio : riskRatio;
  return rr + Math.sqrt(rr * (rr - 1));
}

/** Risk ratio approximated from a hazard ratio of a common outcome (VanderWeele 2017). */
export function riskRatioOfHazardRatio(hr: number): number {
  return (1 - 0.5 ** Math.sqrt(hr)) / (1 - 0.5 ** Math.sqrt(1 / hr));
}

/** Risk ratio approximated from an odds ratio of a common outcome (VanderWeele 2017). */
export function riskRatioOfOddsRatio(or: number): number {
  return Math.sqrt(or);
}

/** E-value of the bound of an interval that lies nearer to no effect; 1 where it includes none. */
export function eValueOfInterval({ low, high }: Bounds): number {
  if (low <= 1 && high >= 1) return 1;
  return eValue(low > 1 ? low : high);
}

/** Number needed to treat: 1 / |difference of risks|, risks in percent (Altman & Andersen 1999 at a landmark). */
export function numberNeededToTreat(percent1: number, percent2: number): number {
  return 100 / Math.abs(percent1 - percent2);
}

/** Hazard ratio that two medians imply if both survivals are exponential: control / experimental. */
export function exponentialHazardRatio(experimental: number, control: number): number {
  return control / experimental;
}

function positive(x: number, scale: Scale): number {
  return scale === "ratio" ? Math.max(0, x) : x;
}
