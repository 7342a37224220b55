import { gap, overlap } from "../../statistics/bounds.js";
import type { Context } from "../context.js";
import { doubtfulValue } from "../doubt.js";
import { centre, coherent, inOrder, others, printedEffect, roundedTwice } from "../effect.js";
import type { PrintedEffect } from "../effect.js";
import { repairOfEffect } from "../effectRepair.js";
import { effectText, rangeText } from "../format.js";
import type { Reason } from "../reasons.js";
import { possible, shown, weighed } from "../reasons.js";
import type { Contradiction, Rule, RulePage } from "../rule.js";
import { ASYMMETRIC, ASYMMETRIC_METHOD } from "../wording.js";

export const page: RulePage = {
  title: "Ratio away from the centre of its interval",
  reference: "Bland & Altman 2000, BMJ 320:1468: intervals of ratios are symmetric on the logarithmic scale.",
  what: "A Wald interval of a ratio lies symmetrically around it on the logarithmic scale. Here the estimate is away from the geometric mean of the bounds by more than rounding allows, so one of the three numbers is wrong or the interval was made by another method.",
  formula:
    "[estimate ± ½ ulp] ∩ [√(L_lo·U_lo), √(L_hi·U_hi)] = ∅; hint for any gap, warning when the gap exceeds 2% of the estimate, or 1% where two or more of the document's other ratios are centred and at most one in five is not (strict: any, lenient: 20%)",
  example: {
    text: "hazard ratio 0.74 (95% CI 0.50 to 0.91)",
    why: "√(0.50·0.91) = 0.67; a lower bound of 0.60 gives 0.74.",
  },
  silent: [
    "the lower bound is 0",
    "the sentence names an exact, Fisher, bootstrap, profile-likelihood, permutation, Bayesian or median-unbiased method",
    "hint only: such a method is named elsewhere in the document, unless its other ratios are centred, which tells that it was not used for them",
    "hint only: each number rounded to one further decimal first makes them agree",
    "hint only: half or more of the document's other ratios are not centred either",
    "hint only: the interval is symmetric around the ratio without logarithms, unless the document's other ratios are centred",
    "hint only: the interval is very wide and reaches further away from 1 than towards it, as exact intervals of few events do",
  ],
};

export const ratioNotCentred: Rule = {
  id: "ratio-not-centred",
  defaultSeverity: "warning",
  check: (context, bit) =>
    context.each("effect", bit, (statement) => {
      const effect = printedEffect(statement);
      if (effect?.scale !== "ratio" || effect.low.value === 0 || !inOrder(effect)) return null;
      const distance = gap(effect.value, centre(effect));
      return distance > 0 &&
        !doubtfulValue(statement, context) &&
        !ASYMMETRIC.test(context.sentenceText(statement.range))
        ? contradiction(effect, distance, context)
        : null;
    }),
};

/** Part of its size by which a ratio must be off for the middle without logarithms to be more than a neighbour of the other. */
const LINEAR = 0.05;

function contradiction(effect: PrintedEffect, distance: number, context: Context): Contradiction {
  const { statement, value } = effect;
  const expected = rangeText(centre(effect), value.decimals + 1);
  const reasons: Reason[] = [];
  const { offCentre, centred } = others(effect, context);
  const { tolerance } = context;
  const allowed = centred ? tolerance.offCentreAgreeing : tolerance.offCentre;
  if (!centred && context.says(ASYMMETRIC_METHOD)) {
    reasons.push(
      shown(
        "The document names an exact, bootstrap, profile-likelihood or Bayesian method, whose intervals are not symmetric.",
      ),
    );
  }
  if (offCentre) {
    reasons.push(
      possible(
        "Other ratios of the document are not centred either: its intervals may not be Wald intervals.",
      ),
    );
  }
  if (sparse(effect)) {
    reasons.push(
      possible(
        "The interval is wide and reaches further away from 1, as exact and profile-likelihood intervals of few events do.",
      ),
    );
  }
  // Narrow intervals are nearly symmetric either way; a wide one that is, to the digit, was made so.
  if (
    (!centred || distance > LINEAR * value.value) &&
    overlap(value, centre({ ...effect, scale: "difference" }))
  ) {
    reasons.push(
      possible(
        "The interval is symmetric without logarithms: a linear or bootstrap interval, or that of a difference.",
      ),
    );
  }
  if (coherent(roundedTwice(effect))) reasons.push(possible("The numbers were rounded twice."));
  else if (distance <= allowed * value.value)
    reasons.push(possible("The method may not be a Wald interval."));
  const text = effectText(statement);
  return {
    about: [statement],
    range: statement.range,
    message: `${text} is not centred: the middle of its interval is ${expected}.`,
    reported: text,
    expected,
    repair: context.kept(effect.statement, repairOfEffect),
    ...weighed(reasons, context.tolerance),
  };
}

/** Exact and profile intervals of sparse data stretch away from 1; a wrong digit stretches either way. */
function sparse(effect: PrintedEffect): boolean {
  const { value, low, high } = effect;
  const width = Math.log(high.value / low.value);
  if (!(width > Math.log(8))) return false;
  const middle = Math.log(low.value * high.value) / 2;
  const estimate = Math.log(value.value);
  const further = Math.abs(middle) > Math.abs(estimate) && middle * estimate >= 0;
  return further && Math.abs(middle - estimate) < 0.12 * width;
}
