/** Effects: centre of the interval, standard error, z, p from the interval, interval from p, E-value. */
import type { EffectStatement, Interval, ReportedP } from "../../extraction.js";
import type { Bounds } from "../../statistics/bounds.js";
import {
  difference,
  logarithm,
  overlap,
  product,
  quotient,
  squareRoot,
  sum,
} from "../../statistics/bounds.js";
import { zOfLevel } from "../../statistics/normal.js";
import type { Printed } from "../../statistics/printed.js";
import { printedAs } from "../../statistics/printed.js";
import type { Scale } from "../../statistics/recomputation.js";
import {
  eValue,
  eValueOfInterval,
  feasibleP,
  feasibleZ,
  intervalFromP,
  pFromInterval,
  riskRatioOfHazardRatio,
  riskRatioOfOddsRatio,
  standardError,
} from "../../statistics/recomputation.js";
import { feasible, known, pRange, pValue, significant } from "../figures.js";
import { comparison, printedNumber } from "../labels.js";
import type { Calculation, Comparison, Derived } from "./calculation.js";
import { NOTHING, together } from "./calculation.js";

const P_FROM_CI = "p from the interval: Altman & Bland 2011";
const CI_FROM_P = "interval from p: Altman & Bland 2011";
const E_VALUE = "E-value: VanderWeele & Ding 2017";

/** Allowance on z for methods that are not Wald's, as in rule p-contradicts-interval. */
const Z_SLACK = 0.3;
const DEFAULT_LEVEL = 95;

const DIFFERENCES: ReadonlySet<EffectStatement["measure"]> = new Set(["RD", "MD", "SMD", "BETA"]);
const NOT_COMPARISONS: ReadonlySet<ReportedP["tag"]> = new Set([
  "interaction",
  "trend",
  "heterogeneity",
  "noninferiority",
  "equivalence",
  "one-sided",
]);

interface Inputs {
  readonly effect: EffectStatement;
  readonly scale: Scale;
  readonly value: Printed;
}

/** @param observational whether the document reports no randomised comparison: then the E-value is shown */
export function calculateEffect(effect: EffectStatement, observational: boolean): Calculation {
  const value = printedAs(effect.literal["value"], effect.value);
  const scale: Scale = DIFFERENCES.has(effect.measure) ? "difference" : "ratio";
  if (value === null || effect.measure === "R" || (scale === "ratio" && value.low <= 0)) return NOTHING;
  const inputs = { effect, scale, value };
  const bounds = boundsOf(effect, scale);
  const main = bounds === null ? fromP(inputs) : fromInterval(inputs, bounds);
  return observational && scale === "ratio" ? together(main, sensitivity(effect)) : main;
}

interface PrintedBounds {
  readonly low: Printed;
  readonly high: Printed;
  readonly level: number;
}

function boundsOf({ interval, literal }: EffectStatement, scale: Scale): PrintedBounds | null {
  if (interval === null || !isTwoSided(interval)) return null;
  const low = printedAs(literal["low"], interval.low);
  const high = printedAs(literal["high"], interval.high);
  if (low === null || high === null || low.value >= high.value) return null;
  if (scale === "ratio" && low.low <= 0) return null;
  return { low, high, level: interval.level ?? DEFAULT_LEVEL };
}

function isTwoSided(interval: Interval): interval is Interval & { low: number; high: number } {
  return interval.type === "CI" && typeof interval.low === "number" && typeof interval.high === "number";
}

function fromInterval({ effect, scale, value }: Inputs, { low, high, level }: PrintedBounds): Calculation {
  const centre =
    scale === "ratio" ? squareRoot(product(low, high)) : quotient(sum(low, high), { low: 2, high: 2 });
  const point = { value: value.value, low: low.value, high: high.value, level };
  const { z, p } = pFromInterval(point, scale);
  const zs = feasibleZ(value, low, high, level, scale);
  const comparisons: Comparison[] = [
    {
      label: effect.measure === "OTHER-RATIO" ? "Ratio" : effect.measure,
      reported: printedNumber(effect, "value", effect.value),
      recomputed: `${feasible(centre)} (centre of the interval)`,
      agrees: overlap(value, centre),
    },
  ];
  const derived: Derived[] = [...logarithmOf(effect, scale, value), standardErrorOf()];
  derived.push({ label: "z", value: known(z, zs) });
  if (effect.p !== null && !NOT_COMPARISONS.has(effect.p.tag)) {
    comparisons.push(pComparison(effect, effect.p, withRange(p, feasibleP(zs)), feasibleP(zs, Z_SLACK)));
  } else {
    derived.push({ label: "p from the interval", value: withRange(p, feasibleP(zs)) });
  }
  const centring = scale === "ratio" ? "centre √(low · high)" : "centre (low + high) / 2";
  return { comparisons, derived, sources: [centring, P_FROM_CI] };

  function standardErrorOf(): Derived {
    const [from, to] = scale === "ratio" ? [logarithm(low), logarithm(high)] : [low, high];
    const twice = 2 * zOfLevel(level);
    const allowed = quotient(difference(to, from), { low: twice, high: twice });
    const name = scale === "ratio" ? `SE of ln ${effect.measure}` : "SE";
    return { label: name, value: known(standardError(point, scale), allowed) };
  }
}

/** "0.0049 (0.0032–0.0073)": from the numbers as printed, and from all that round to them. */
function withRange(p: number, allowed: Bounds): string {
  const [point, range] = [pValue(p), pRange(allowed)];
  return point === range ? point : `${point} (${range})`;
}

function pComparison(effect: EffectStatement, p: ReportedP, recomputed: string, allowed: Bounds): Comparison {
  return {
    label: "p",
    reported: comparison(effect, p, "p"),
    recomputed: `${recomputed}, from the interval`,
    agrees: pAgrees(p, effect.literal["p"], allowed),
  };
}

/** Whether a printed p is among the p-values that other printed numbers allow. */
export function pAgrees(
  p: Pick<ReportedP, "comparator" | "value">,
  literal: string | undefined,
  allowed: Bounds,
): boolean {
  if (p.value === null) return allowed.high >= 0.05;
  switch (p.comparator) {
    case "=": {
      const printed = printedAs(literal, p.value);
      return printed === null || overlap(printed, allowed);
    }
    case "<":
    case "<=":
      return allowed.low <= p.value;
    case ">":
    case ">=":
      return allowed.high >= p.value;
    case "ns":
      return allowed.high >= 0.05;
  }
}

/** Without an interval, an exact p gives one. */
function fromP({ effect, scale, value }: Inputs): Calculation {
  const { p } = effect;
  const derived = logarithmOf(effect, scale, value);
  const exact = p !== null && p.comparator === "=" && p.value !== null && p.value > 0 && p.value < 1;
  if (!exact || NOT_COMPARISONS.has(p.tag)) return { ...NOTHING, derived };
  const printed = printedAs(effect.literal["p"], p.value ?? NaN);
  if (printed === null || printed.low <= 0 || printed.high >= 1) return { ...NOTHING, derived };
  return {
    comparisons: [],
    derived: [...derived, { label: "95 % CI from p", value: intervalOf(value, printed, scale) }],
    sources: [CI_FROM_P],
  };
}

/** Either bound to the precision that estimate and p carry. */
function intervalOf(value: Printed, p: Printed, scale: Scale): string {
  const point = intervalFromP(value.value, p.value, scale);
  const all = [value.low, value.high].flatMap((v) =>
    [p.low, p.high].map((each) => intervalFromP(v, each, scale)),
  );
  const bound = (end: "low" | "high"): string => {
    const ends = all.map((each) => each[end]);
    return known(point[end], { low: Math.min(...ends), high: Math.max(...ends) });
  };
  const [low, high] = [bound("low"), bound("high")];
  return low.startsWith("−") || high.startsWith("−") ? `${low} to ${high}` : `${low}–${high}`;
}

function logarithmOf(effect: EffectStatement, scale: Scale, value: Printed): Derived[] {
  if (scale !== "ratio") return [];
  return [{ label: `ln ${effect.measure}`, value: known(Math.log(value.value), logarithm(value)) }];
}

function sensitivity(effect: EffectStatement): Calculation {
  const { measure, value, interval } = effect;
  const common = measure === "HR" ? riskRatioOfHazardRatio : measure === "OR" ? riskRatioOfOddsRatio : null;
  if (common === null && measure !== "RR" && measure !== "IRR") return NOTHING;
  const bounds =
    interval !== null && isTwoSided(interval) && interval.low > 0
      ? `, of the bound nearer to 1 ${significant(eValueOfInterval(interval))}`
      : "";
  const rare = `${significant(eValue(value))}${bounds}`;
  return {
    comparisons: [],
    derived: [
      {
        label: "E-value",
        value:
          common === null
            ? rare
            : `${rare} (rare outcome); ${significant(eValue(common(value)))} (common outcome)`,
      },
    ],
    sources: [E_VALUE],
  };
}
