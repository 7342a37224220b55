import type { Statement } from "../../extraction.js";
import { contains } from "../../statistics/bounds.js";
import type { Context } from "../context.js";
import { printedEffect } from "../effect.js";
import { looseSign, mixedUnits, noPair } from "../doubt.js";
import { effectRepair } from "../effectRepair.js";
import { intervalText } from "../format.js";
import { intervalOf } from "../numbers.js";
import type { PrintedInterval } from "../numbers.js";
import type { Contradiction, Rule, RulePage } from "../rule.js";

export const page: RulePage = {
  title: "Interval with its bounds in the wrong order",
  reference: "By definition the lower bound of an interval is at most its upper bound.",
  what: "The lower bound of an interval is above its upper bound, so one of the two is wrong.",
  formula: "low > high, each moved by half a unit of its last printed place",
  example: {
    text: "RR 0.62 (95% CI 0.41 to 0.094)",
    why: "0.41 is above 0.094; an upper bound of 0.94 would be centred on 0.62.",
  },
  silent: [
    "a bound was not reached, the bounds are the last of a list or the upper one goes on after a space (12 577), the bounds have different units, or a minus sign stands apart from the lower one",
    "hint only: the estimate, or another of the sentence, lies between the bounds, so they were only printed high first",
  ],
};

export const intervalOrder: Rule = {
  id: "interval-order",
  defaultSeverity: "error",
  check: (context, bit) =>
    context.each(undefined, bit, (statement) => {
      const interval = intervalOf(statement, "CI", "CrI", "IQR", "range");
      if (interval === null || interval.low.low <= interval.high.high) return null;
      if (mixedUnits(statement, context) || looseSign(statement, context) || noPair(statement, context))
        return null;
      return contradiction(statement, interval, context);
    }),
};

function contradiction(statement: Statement, printed: PrintedInterval, context: Context): Contradiction {
  const { low, high, interval } = printed;
  // Bounds of a fall are often ordered by size, and then their estimate may stand further off.
  const beside = high.high < 0 && low.high < 0 ? context.inSentenceOf(statement.range) : [];
  const turned = [statement, ...beside].some((each) => {
    const size = sizeOf(each);
    return size !== null && [size, -size].some((x) => contains({ low: high.low, high: low.high }, x));
  });
  const text = intervalText(statement).trim();
  return {
    about: [statement],
    range: statement.range,
    message: turned
      ? `The bounds of ${text} are printed high first.`
      : `The lower bound of ${text} is above its upper bound: one of them is wrong.`,
    reported: context.text.slice(interval.range.start, interval.range.end),
    expected: turned ? "the same bounds, low first" : "a lower bound below the upper bound",
    explanations: turned ? ["The bounds were ordered by size or by time, not by value."] : [],
    repair: turned ? undefined : repair(statement),
    severity: turned ? "hint" : undefined,
  };
}

/** The estimate; that of a neighbour counts too, where the interval stands apart from its own. */
function sizeOf(statement: Statement): number | null {
  if (statement.kind === "proportion") return statement.percent;
  return "value" in statement && statement.kind !== "p-value" && typeof statement.value === "number"
    ? statement.value
    : null;
}

/** Only a ratio or difference is tied closely enough to its bounds to tell which digit it was. */
function repair(statement: Statement): string | undefined {
  const effect = statement.kind === "effect" ? printedEffect(statement) : null;
  return effect === null ? undefined : effectRepair(effect, ["low", "high"]);
}
