import { gap, overlap } from "../../statistics/bounds.js";
import type { Context } from "../context.js";
import { doubtfulValue } from "../doubt.js";
import { centre, inOrder, others, printedEffect } from "../effect.js";
import type { PrintedEffect } from "../effect.js";
import { repairOfEffect } from "../effectRepair.js";
import { effectText, rangeText } from "../format.js";
import type { Reason } from "../reasons.js";
import { possible, shown, weighed } from "../reasons.js";
import type { Contradiction, Rule, RulePage } from "../rule.js";
import { ASYMMETRIC, ASYMMETRIC_METHOD, SCORE_DIFFERENCE } from "../wording.js";

export const page: RulePage = {
  title: "Difference away from the centre of its interval",
  reference: "Altman & Bland 2011, BMJ 343:d2090: intervals of differences are symmetric around them.",
  what: "A normal or t interval of a difference lies symmetrically around it. Here the estimate is away from the middle of the bounds by more than rounding allows, so one of the three numbers is wrong or the interval was made by another method.",
  formula:
    "[estimate ± ½ ulp] ∩ [(L_lo + U_lo)/2, (L_hi + U_hi)/2] = ∅; hint for any gap, warning when the gap exceeds 2% (strict: 0, lenient: 20%) of the estimate and of the interval's width",
  example: {
    text: "mean difference −3.1 (95% CI −5.2 to −0.1)",
    why: "(−5.2 − 0.1)/2 = −2.65; an upper bound of −1.0 gives −3.1.",
  },
  silent: [
    "the sentence names an exact, bootstrap, profile, Bayesian, Newcombe, Wilson, Miettinen–Nurminen or Hodges–Lehmann method, or a difference of medians",
    "a bound of −100% or 100%, where the interval was cut",
    "hint only: such a method is named elsewhere in the document",
    "hint only: a difference of percentages, whose score intervals are not symmetric, unless it is off by more than a third of half the width",
    "hint only: the numbers are centred as a ratio",
    "hint only: an amount of money, whose intervals are usually bootstrapped",
    "hint only: half or more of the document's other differences are not centred either",
    "hint only: a fall in percent that is centred on the logarithmic scale",
    "hint only: fold changes with a sign, which are symmetric on the logarithmic scale",
  ],
};

export const differenceNotCentred: Rule = {
  id: "difference-not-centred",
  defaultSeverity: "warning",
  check: (context, bit) =>
    context.each("effect", bit, (statement) => {
      if (statement.measure !== "RD" && statement.measure !== "MD" && statement.measure !== "SMD")
        return null;
      const effect = printedEffect(statement);
      if (
        effect === null ||
        !inOrder(effect) ||
        Math.abs(effect.low.value) === 100 ||
        effect.high.value === 100
      )
        return null;
      const distance = gap(effect.value, centre(effect));
      if (distance === 0 || doubtfulValue(statement, context)) return null;
      const sentence = context.sentenceText(statement.range);
      return ASYMMETRIC.test(sentence) || SCORE_DIFFERENCE.test(sentence)
        ? null
        : contradiction(effect, distance, context);
    }),
};

const CURRENCY = /[$€£¥]|\b(?:USD|EUR|GBP)\b/;

function contradiction(effect: PrintedEffect, distance: number, context: Context): Contradiction {
  const { statement, value, low, high } = effect;
  const middle = centre(effect);
  const half = (high.value - low.value) / 2;
  const expected = rangeText(middle, value.decimals + 1);
  const reasons: Reason[] = [];
  const { offCentre: usuallyOff, centred } = others(effect, context);
  if (!centred && (context.says(ASYMMETRIC_METHOD) || context.says(SCORE_DIFFERENCE))) {
    reasons.push(shown("The document names a method whose intervals are not symmetric."));
  }
  if (usuallyOff) {
    reasons.push(
      shown("Other differences of the document are not centred either: medians, skewed data or a bootstrap."),
    );
  }
  if (percentChange(effect))
    reasons.push(shown("As a change in percent the numbers agree on the logarithmic scale."));
  if (statement.measure === "RD" && distance < 0.35 * half) {
    reasons.push(
      possible(
        "Score intervals (Newcombe, Miettinen–Nurminen) of a difference of percentages are not symmetric.",
      ),
    );
  }
  if (low.value > 0 && value.value > 0 && overlap(value, centre({ ...effect, scale: "ratio" }))) {
    reasons.push(shown("As a ratio the estimate lies in the middle of its interval."));
  }
  if (CURRENCY.test(context.around(statement.range, 3, 3)))
    reasons.push(
      shown("Costs are skewed; intervals of their differences are usually bootstrapped (Briggs 1998)."),
    );
  if (signedFold(effect))
    reasons.push(shown("As fold changes with a sign the numbers agree on the logarithmic scale."));
  const { offCentre } = context.tolerance;
  if (distance <= offCentre * Math.max(Math.abs(value.value), 2 * half))
    reasons.push(possible("The numbers were rounded twice, or the interval is not a normal one."));
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

/** −90 (−96 to −76): 0.10 lies in the middle of 0.04 and 0.24 as a ratio. */
function percentChange({ value, low, high }: PrintedEffect): boolean {
  if (low.low <= -100 || high.high >= 0) return false;
  const ratio = (percent: number): number => 1 + percent / 100;
  return overlap(
    { low: ratio(value.low), high: ratio(value.high) },
    {
      low: Math.sqrt(ratio(low.low) * ratio(high.low)),
      high: Math.sqrt(ratio(low.high) * ratio(high.high)),
    },
  );
}

/** −1.58 for 1/1.58: every number at least 1 in size, and centred once turned into ratios. */
function signedFold({ value, low, high }: PrintedEffect): boolean {
  const numbers = [value, low, high];
  if (numbers.some((x) => Math.abs(x.value) < 1)) return false;
  const log = (x: number): number => Math.sign(x) * Math.log(Math.abs(x));
  const middle = { low: (log(low.low) + log(high.low)) / 2, high: (log(low.high) + log(high.high)) / 2 };
  return overlap(
    { low: log(value.low), high: log(value.high) },
    { low: Math.min(middle.low, middle.high), high: Math.max(middle.low, middle.high) },
  );
}
