import type { EffectStatement, MedianStatement } from "../../extraction.js";
import { contains } from "../../statistics/bounds.js";
import { exponentialHazardRatio } from "../../statistics/recomputation.js";
import type { Context } from "../context.js";
import { printedEffect } from "../effect.js";
import { effectText, significant } from "../format.js";
import type { Contradiction, Rule, RulePage } from "../rule.js";

export const page: RulePage = {
  title: "Hazard ratio far from the ratio of medians",
  reference:
    "Under exponential survival the hazard ratio is the inverse ratio of medians (Parmar et al. 1998).",
  what: "The hazard ratio is more than a factor of 2 away from the ratio of medians, or points the other way.",
  formula: "HR / (median control / median experimental) ∉ [½, 2], or the two lie on different sides of 1",
  example: {
    text: "median OS 14.0 v 7.1 months; HR 1.92",
    why: "14.0 against 7.1 months would go with about 0.51, or 1.97 for the other reference.",
  },
  silent: [
    "a median was not reached, or the medians have different units or outcomes",
    "the interval of the hazard ratio contains the ratio of medians",
    "the sentence tells of crossing curves or hazards that are not proportional",
  ],
};

export const hrContradictsMedians: Rule = {
  id: "hr-contradicts-medians",
  defaultSeverity: "hint",
  check: (context, bit) =>
    context.each("effect", bit, (statement) => {
      const pair = statement.measure === "HR" ? mediansOf(statement, context) : null;
      return pair === null ? null : contradiction(statement, pair, context);
    }),
};

type Pair = readonly [
  experimental: MedianStatement & { value: number },
  control: MedianStatement & { value: number },
];

/** The only two medians of the sentence, of the same outcome and unit, in the order of the effect's groups. */
function mediansOf(effect: EffectStatement, context: Context): Pair | null {
  const same = context
    .inSentenceOf(effect.range)
    .filter(
      (s): s is MedianStatement =>
        s.kind === "median" &&
        s.range.start < effect.range.start &&
        (s.outcome?.code ?? s.outcome?.text) === (effect.outcome?.code ?? effect.outcome?.text),
    );
  const [a, b] = same;
  if (a === undefined || b === undefined || same.length !== 2 || a.unit !== b.unit) return null;
  if (typeof a.value !== "number" || typeof b.value !== "number" || !(a.value > 0) || !(b.value > 0))
    return null;
  const first = { ...a, value: a.value };
  const second = { ...b, value: b.value };
  const turned = effect.group?.id !== undefined && effect.group.id === b.group?.id;
  return turned ? [second, first] : [first, second];
}

function contradiction(effect: EffectStatement, [a, b]: Pair, context: Context): Contradiction | null {
  const expected = exponentialHazardRatio(a.value, b.value);
  const factor = effect.value / expected;
  const opposite = (effect.value - 1) * (expected - 1) < 0 && Math.abs(Math.log(factor)) > 0.25;
  if (!(effect.value > 0) || (factor >= 0.5 && factor <= 2 && !opposite)) return null;
  const printed = printedEffect(effect);
  if (printed !== null && contains({ low: printed.low.low, high: printed.high.high }, expected)) return null;
  if (/cross|non-?proportional|restricted mean/i.test(context.sentenceText(effect.range))) return null;
  const turned = effect.value * expected;
  return {
    about: [effect, a, b],
    range: effect.range,
    message: `${effectText(effect)} is far from the ratio of medians, ${significant(expected, 2)} under exponential survival.`,
    reported: effectText(effect),
    expected: `about ${significant(expected, 2)}`,
    explanations:
      turned > 0.5 && turned < 2
        ? ["The reference may be the other group."]
        : ["Hazards may not be proportional, or the medians of late follow-up are unstable."],
    related: [a, b].map(({ range }) => ({ range, message: "Median used" })),
    severity: "hint",
  };
}
