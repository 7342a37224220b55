import type { Range, Statement } from "../../extraction.js";
import { difference, exactly, gap, product, quotient } from "../../statistics/bounds.js";
import type { Bounds } from "../../statistics/bounds.js";
import type { Printed } from "../../statistics/printed.js";
import type { Context } from "../context.js";
import { doubtfulValue } from "../doubt.js";
import { centre, scaleOf } from "../effect.js";
import { repairOfEffect } from "../effectRepair.js";
import { intervalText } from "../format.js";
import { intervalOf, numberOf } from "../numbers.js";
import type { Contradiction, Rule, RulePage } from "../rule.js";

export const page: RulePage = {
  title: "Estimate outside its own confidence interval",
  reference: "A confidence or credible interval contains the estimate that it belongs to.",
  what: "The estimate and its interval do not overlap, even after both are moved through their rounding.",
  formula: "[estimate ± ½ ulp] ∩ [low − ½ ulp, high + ½ ulp] = ∅",
  example: {
    text: "odds ratio 0.41 (95% CI 0.22 to 0.27)",
    why: "0.41 lies above 0.275. An upper bound of 0.77 is the only digit that repairs it.",
  },
  silent: [
    "the interval has one bound only, or a bound was not reached",
    "hint only: the interval holds the estimate with the other sign (a fall printed as an amount), as a percentage or as a fraction of it (0.52–0.91 beside 71.4%), or is a ratio beside a reduction in percent; for an effect it must be in the middle then",
    "hint only: the interval holds the difference between the estimate and another value of the sentence",
    "hint only: all percentages of the sentence lie outside their intervals, which are then on another scale",
  ],
};

export const estimateOutsideInterval: Rule = {
  id: "estimate-outside-interval",
  defaultSeverity: "error",
  check: (context, bit) =>
    context.each(undefined, bit, (statement) => {
      const estimate = estimateOf(statement);
      return estimate !== null &&
        gap(estimate.value, estimate.interval) > 0 &&
        !doubtfulValue(statement, context)
        ? contradiction(estimate, context)
        : null;
    }),
};

interface Estimate {
  readonly statement: Statement;
  readonly field: "value" | "percent";
  readonly value: Printed;
  readonly low: Printed;
  readonly high: Printed;
  readonly interval: Bounds;
}

/** Medians have a rule of their own; a test statistic has no interval. */
const ESTIMATES: ReadonlySet<Statement["kind"]> = new Set([
  "effect",
  "mean",
  "landmark",
  "proportion",
  "other",
]);

function estimateOf(statement: Statement): Estimate | null {
  if (!ESTIMATES.has(statement.kind)) return null;
  const printedInterval = intervalOf(statement, "CI", "CrI");
  if (printedInterval === null) return null;
  const { low, high } = printedInterval;
  if (low.low > high.high) return null;
  const field = statement.kind === "proportion" ? "percent" : "value";
  const size =
    statement.kind === "proportion" ? statement.percent : "value" in statement ? statement.value : null;
  const value = numberOf(statement, field, size);
  if (value === null) return null;
  return { statement, field, value, low, high, interval: { low: low.low, high: high.high } };
}

function contradiction(estimate: Estimate, context: Context): Contradiction {
  const { statement, value, field } = estimate;
  const innocent = otherReading(estimate, context);
  const literal = statement.literal[field] ?? String(value.value);
  const at: Range | undefined = statement.ranges[field];
  return {
    about: [statement],
    range: statement.range,
    message: `${literal} lies outside its own interval${intervalText(statement)}.`,
    reported: `${literal}${intervalText(statement)}`,
    expected: `a value from ${statement.literal.low ?? ""} to ${statement.literal.high ?? ""}`,
    explanations: innocent === undefined ? ["The interval may belong to another estimate."] : [innocent],
    repair: innocent === undefined ? context.kept(estimate.statement, repairOfEffect) : undefined,
    severity: innocent === undefined ? undefined : "hint",
    ...(at === undefined ? {} : { related: [{ range: at, message: `The estimate, ${literal}` }] }),
  };
}

/** Another scale or sign on which the interval does hold the estimate, in its middle where that is the measure's place. */
function otherReading(estimate: Estimate, context: Context): string | undefined {
  const { statement, value, interval } = estimate;
  const scale = statement.kind === "effect" ? scaleOf(statement.measure) : null;
  const middle = scale === null ? interval : centre({ ...estimate, scale });
  const holds = (factor: number): boolean => gap(product(value, exactly(factor)), middle) === 0;
  if (gap(product(value, exactly(-1)), interval) === 0)
    return "The estimate is printed as an amount, the interval as a signed change.";
  if (holds(0.01) && interval.high <= 1.005)
    return "The interval is a proportion, the estimate a percentage.";
  if (holds(100) && value.high <= 1.005 && value.decimals > estimate.low.decimals)
    return "The interval is in percent, the estimate a proportion.";
  const turned = scale === "ratio" && value.low > 0 && value.decimals > 0;
  if (turned && gap(quotient(exactly(1), value), middle) === 0) {
    return "The interval is that of the reciprocal, the reference being the other group.";
  }
  const remaining = quotient(difference(exactly(100), value), exactly(100));
  if (percentOf(statement, context) && gap(remaining, interval) === 0 && interval.high < 2) {
    return "The interval is that of the ratio, the estimate a reduction in percent.";
  }
  if (statement.kind !== "effect" && differenceInside(statement, value, interval, context)) {
    return "The interval is that of the difference between two values of the sentence.";
  }
  if (statement.kind !== "effect" && othersOutside(statement, context) > 0) {
    return "Other estimates of the sentence lie outside their intervals too: the intervals are on another scale.";
  }
  return undefined;
}

/** Whether a percent sign follows the estimate. */
function percentOf(statement: Statement, context: Context): boolean {
  const end = (statement.ranges.value ?? statement.ranges.percent)?.end;
  return end !== undefined && /^\s?%/.test(context.text.slice(end, end + 2));
}

/** "from 4.7% to 0.7% (95% CI 3.4 to 4.6)": the interval holds the change, not the second value. */
function differenceInside(statement: Statement, value: Printed, interval: Bounds, context: Context): boolean {
  return context.inSentenceOf(statement.range).some((other) => {
    const size = other.kind === "proportion" ? other.percent : "value" in other ? other.value : null;
    if (other.id === statement.id || other.kind === "p-value" || typeof size !== "number") return false;
    return [size - value.value, value.value - size].some((change) => gap(exactly(change), interval) === 0);
  });
}

function othersOutside(statement: Statement, context: Context): number {
  return context.inSentenceOf(statement.range).filter((other) => {
    const estimate = other.kind === statement.kind && other.id !== statement.id ? estimateOf(other) : null;
    return estimate !== null && gap(estimate.value, estimate.interval) > 0;
  }).length;
}
