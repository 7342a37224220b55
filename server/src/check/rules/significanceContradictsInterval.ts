import type { Context } from "../context.js";
import { effectText, pRangeText, reportedP } from "../format.js";
import { confrontations, distanceInZ, incomparable } from "../intervalAgainstP.js";
import type { Confrontation } from "../intervalAgainstP.js";
import { repairOfEffect } from "../effectRepair.js";
import { innocentReasons } from "../pReasons.js";
import { possible, weighed } from "../reasons.js";
import type { Contradiction, Rule, RulePage } from "../rule.js";

export const page: RulePage = {
  title: "Interval and p-value disagree about significance",
  reference: "Altman & Bland 2011, BMJ 343:d2304: a 95% interval excludes no effect exactly where p < 0.05.",
  what: "The interval certainly excludes no effect while p is at least α, or certainly includes it while p is below α, where α goes with the interval's level (0.05 for 95%).",
  formula:
    "low − ½ ulp > null or high + ½ ulp < null, while p ≥ 1 − level/100; or low + ½ ulp < null < high − ½ ulp, while p < 1 − level/100",
  example: {
    text: "OR 1.32 (95% CI 0.94 to 1.85; p = 0.011)",
    why: "The interval includes 1 and implies p = 0.11: the p-value lost a place.",
  },
  silent: [
    "p is for interaction, trend, heterogeneity, noninferiority or equivalence, or one-sided",
    "the sentence names an exact, Fisher, permutation or bootstrap method, or the counts printed beside it give p by a test",
    "the level is not that of the test: only 95% intervals, and unlabelled ones in documents without other levels, are compared",
    "hint only: half the p-value fits (one-sided), a log-rank p stands beside a Cox interval, few events, a cluster design, or p and interval are as close as two tests of the same data can be",
  ],
};

export const significanceContradictsInterval: Rule = {
  id: "significance-contradicts-interval",
  defaultSeverity: "error",
  *check(context) {
    for (const confrontation of confrontations(context)) {
      if (decides(confrontation) && !incomparable(confrontation, context))
        yield contradiction(confrontation, context);
    }
  },
};

/** Whether interval and p certainly decide differently at the level of 0.05. */
export function decides({ effect, p, level }: Confrontation): boolean {
  if (level !== 95) return false;
  const none = effect.scale === "ratio" ? 1 : 0;
  const excludes = effect.low.low > none || effect.high.high < none;
  const includes = effect.low.high < none && effect.high.low > none;
  const { comparator, bounds, printed } = p;
  const significant = comparator === "<" ? printed.value <= 0.05 : bounds.high < 0.05;
  const notSignificant = comparator === ">" ? printed.value >= 0.05 : bounds.low >= 0.05;
  return (excludes && notSignificant) || (includes && significant);
}

function contradiction(confrontation: Confrontation, context: Context): Contradiction {
  const { effect, implied } = confrontation;
  const { statement } = effect;
  const reasons = innocentReasons(confrontation, context);
  if (distanceInZ(confrontation) <= confrontation.slack) {
    reasons.push(
      possible(
        "p and interval lie so close to the limit that two tests of the same data may decide differently.",
      ),
    );
  }
  const p = reportedP(statement);
  const none = effect.scale === "ratio" ? "1" : "0";
  const includes = effect.low.value <= Number(none) && effect.high.value >= Number(none);
  return {
    about: [statement],
    range: statement.range,
    message: `The interval of ${effectText(statement)} ${includes ? "includes" : "excludes"} ${none}, which contradicts ${p}; it implies ${pRangeText(implied)}.`,
    reported: p,
    expected: pRangeText(implied),
    repair: context.kept(effect.statement, repairOfEffect),
    ...weighed(reasons, context.tolerance),
  };
}
