/** What a statistician pools: the estimate on a scale where it is nearly normal, with its standard error. */
import type { EffectStatement, Interval, MeanStatement, Measure, Statement } from "../extraction.js";
import { zOfLevel } from "../statistics/normal.js";

export type Scale = "log" | "linear" | "logit" | "fisher-z";

/** yi and sei are computed from printed numbers only, and unrounded. */
export interface Derived {
  readonly yi: number | null;
  /** null where the printed numbers do not give it. */
  readonly sei: number | null;
  readonly scale: Scale | null;
  /** The formula of sei with its source, and the printed standard deviation of a mean; else empty. */
  readonly source: string;
}

const NOTHING: Derived = { yi: null, sei: null, scale: null, source: "" };

const EFFECT_SCALES: Readonly<Record<Measure, Scale>> = {
  HR: "log",
  OR: "log",
  RR: "log",
  IRR: "log",
  ROM: "log",
  GMR: "log",
  "OTHER-RATIO": "log",
  RD: "linear",
  MD: "linear",
  SMD: "linear",
  BETA: "linear",
  R: "fisher-z",
};

const TRANSFORMS: Readonly<Record<Scale, { readonly f: (x: number) => number; readonly name: string }>> = {
  log: { f: Math.log, name: "ln" },
  linear: { f: (x) => x, name: "" },
  logit: { f: (x) => Math.log(x / (1 - x)), name: "logit" },
  "fisher-z": { f: Math.atanh, name: "atanh" },
};

/**
 * yi and sei of a statement: effects, means, and single rates (n/N, or a percentage with its interval).
 * Medians, p-values, tests and sizes have none, because no one scale suits them all.
 *
 * @param size of the statement's group, where the document states one; only a mean's standard error needs it
 */
export function derive(statement: Statement, size?: number): Derived {
  switch (statement.kind) {
    case "effect":
      return ofEffect(statement);
    case "mean":
      return ofMean(statement, size);
    case "proportion":
      return statement.n !== null && statement.N !== null
        ? ofCounts(statement.n, statement.N)
        : ofPercent(statement.percent, statement.interval);
    case "landmark":
      return ofPercent(statement.value, statement.interval);
    default:
      return NOTHING;
  }
}

/**
 * The printed SE, else that of the interval, else SD / sqrt(n). The review table has no column for a standard
 * deviation: where one is printed, `source` says so, whether or not n is known.
 */
function ofMean({ value, sd, se, interval }: MeanStatement, size: number | undefined): Derived {
  const spread = sd === null ? "" : `SD ${sd} as printed`;
  const withSpread = (source: string): string => [source, spread].filter((part) => part !== "").join("; ");
  if (se !== null && se > 0) {
    return { yi: value, sei: se, scale: "linear", source: withSpread("SE as printed") };
  }
  const derived = fromInterval(value, interval, "linear");
  if (derived.sei !== null || sd === null) return { ...derived, source: withSpread(derived.source) };
  if (!(sd > 0) || size === undefined || size <= 0) return { ...derived, source: spread };
  const source = `SD / sqrt(n), SD ${sd} as printed, n ${size} of the group`;
  return { yi: value, sei: sd / Math.sqrt(size), scale: "linear", source };
}

function ofEffect({ measure, value, interval }: EffectStatement): Derived {
  return fromInterval(value, interval, EFFECT_SCALES[measure]);
}

/**
 * sei = (f(high) − f(low)) / (2 z), f the transformation to the scale and z the normal quantile of the
 * interval's level (Altman & Bland 2011, BMJ 343:d2090).
 *
 * @param unit what the printed numbers are divided by first: 100 for percentages
 */
function fromInterval(value: number, interval: Interval | null, scale: Scale, unit = 1): Derived {
  const { f, name } = TRANSFORMS[scale];
  const yi = f(value / unit);
  if (!Number.isFinite(yi)) return NOTHING;
  const unknown = { yi, sei: null, scale, source: "" };
  const ends = boundsOf(interval);
  if (ends === null) return unknown;
  const sei = (f(ends.high / unit) - f(ends.low / unit)) / (2 * zOfLevel(ends.level));
  if (!(Number.isFinite(sei) && sei > 0)) return unknown;
  const end = (word: string): string => (name === "" ? word : `${name}(${word})`);
  const source = `(${end("high")} - ${end("low")}) / (2 z), ${ends.level}% ${ends.type}; Altman & Bland 2011`;
  return { yi, sei, scale, source };
}

/** Only confidence and credible intervals of a stated level say how sure the estimate is. */
function boundsOf(
  interval: Interval | null,
): { low: number; high: number; level: number; type: string } | null {
  if (interval === null) return null;
  const { type, level, low, high } = interval;
  if (type !== "CI" && type !== "CrI") return null;
  if (typeof low !== "number" || typeof high !== "number") return null;
  if (level === null || level <= 0 || level >= 100) return null;
  return { low, high, level, type };
}

/**
 * The logit of a proportion with its variance 1/n + 1/(N − n) (Lipsey & Wilson 2001; PLO of metafor's
 * escalc, Viechtbauer 2010), ½ added to both counts where one of them is 0.
 */
function ofCounts(n: number, total: number): Derived {
  if (!(total > 0 && n >= 0 && n <= total)) return NOTHING;
  const add = n === 0 || n === total ? 0.5 : 0;
  const [events, others] = [n + add, total - n + add];
  const formula = "sqrt(1/n + 1/(total - n))";
  return {
    yi: Math.log(events / others),
    sei: Math.sqrt(1 / events + 1 / others),
    scale: "logit",
    source: `${formula}${add > 0 ? ", 1/2 added to both counts" : ""}; Lipsey & Wilson 2001`,
  };
}

function ofPercent(percent: number | null, interval: Interval | null): Derived {
  return percent === null ? NOTHING : fromInterval(percent, interval, "logit", 100);
}
