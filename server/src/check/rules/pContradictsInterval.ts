import { gap } from "../../statistics/bounds.js";
import type { Context } from "../context.js";
import { centre } from "../effect.js";
import type { PrintedEffect } from "../effect.js";
import { repairOfEffect } from "../effectRepair.js";
import { effectText, pRangeText, reportedP } from "../format.js";
import { confrontations, errorOf, incomparable } from "../intervalAgainstP.js";
import type { Confrontation } from "../intervalAgainstP.js";
import { innocentReasons } from "../pReasons.js";
import { weighed } from "../reasons.js";
import type { Contradiction, Rule, RulePage } from "../rule.js";
import { decides } from "./significanceContradictsInterval.js";

export const page: RulePage = {
  title: "p-value that the interval does not allow",
  reference: "Altman & Bland 2011, BMJ 343:d2304, How to obtain the P value from a confidence interval.",
  what: "Estimate and interval imply a p-value. The printed one is further away than rounding and the choice of test explain.",
  formula:
    "SE = (ln U − ln L) / 2z(level), z = |ln estimate| / SE (without logarithms for differences), p = 2Φ(−z) at all corners of the printed numbers, the estimate taken where it is both as printed and in the middle of the interval; z moved by ±0.3 (strict: 0.1, lenient: 1) for RD and RR, whose p is as often that of a test of the counts, and for intervals at other levels than 95%; otherwise, for RD and RR that are adjusted, and where the document's other p-values are those of their intervals, by as much as Wald, score and likelihood-ratio statistics of one model differ: ±(0.007 + 0.015·z + 0.02·SE), SE for ratios only; three times that at other levels than 95%, four times (RD, RR: eight) where another p of the document is not that of its interval; strict: 0.3 of it, lenient: 6 times",
  example: {
    text: "HR 0.68 (95% CI 0.61 to 0.76; p = 0.008)",
    why: "The interval implies z = 6.9, p < 0.0001.",
  },
  silent: [
    "p is for interaction, trend, heterogeneity, noninferiority or equivalence, or one-sided",
    "the words at p say one-sided, the sentence names noninferiority or an exact, Fisher, permutation or bootstrap method, or the counts printed beside it, or the only counts of the document's groups that print the percentages beside it, give p by a test",
    "the finding is already one of significance-contradicts-interval, or the estimate is not centred in its interval",
    "hint only: half the p-value fits (one-sided; no excuse where the document's other p-values are two-sided ones of their intervals), a log-rank p stands beside a Cox interval, few events (SE above 0.8) and less than 0.8·SE apart in z (a smaller p also less than 0.2·z²·SE), a difference or a cluster design and a larger p-value that Student's t with few degrees of freedom allows (a cluster design 6; at most 60 people half the smallest group; else half of all), a smaller p below 0.05 in a noninferiority trial, values of pairs and a larger p less than 1 apart in z, the same p stands beside another level of the factor and fits neither, or p = 0.0001 is a program's smallest",
  ],
};

export const pContradictsInterval: Rule = {
  id: "p-contradicts-interval",
  defaultSeverity: "warning",
  *check(context) {
    for (const confrontation of confrontations(context)) {
      // An estimate away from the middle of its interval gives no z to rely on; that is the contradiction.
      if (
        confrontation.contradicts &&
        nearMiddle(confrontation.effect) &&
        !decides(confrontation) &&
        !incomparable(confrontation, context)
      )
        yield contradiction(confrontation, context);
    }
  },
};

/**
 * Within 5% of the middle of its interval; a ratio also within half a standard error, for the implied p-values are those of the middle too.
 * Intervals of differences, and of ratios that are symmetric without logarithms, are made by another method than their p.
 */
function nearMiddle(effect: PrintedEffect): boolean {
  const size = Math.abs(effect.value.value);
  const off = gap(effect.value, centre(effect));
  if (off <= 0.05 * size) return true;
  const linear = gap(effect.value, centre({ ...effect, scale: "difference" })) === 0;
  return effect.scale === "ratio" && !linear && off <= 0.5 * errorOf(effect) * size;
}

function contradiction(confrontation: Confrontation, context: Context): Contradiction {
  const { effect, implied } = confrontation;
  const { statement } = effect;
  const reasons = innocentReasons(confrontation, context);
  const p = reportedP(statement);
  return {
    about: [statement],
    range: statement.range,
    message: `${effectText(statement)} implies ${pRangeText(implied)}, not ${p}.`,
    reported: p,
    expected: pRangeText(implied),
    repair: context.kept(effect.statement, repairOfEffect),
    ...weighed(reasons, context.tolerance),
  };
}
