import type { OtherStatement, TestStatement } from "../../extraction.js";
import type { Bounds } from "../../statistics/bounds.js";
import { gap, overlap } from "../../statistics/bounds.js";
import type { Printed } from "../../statistics/printed.js";
import type { Context } from "../context.js";
import { rangeText } from "../format.js";
import { numberOf } from "../numbers.js";
import { repairOf } from "../repair.js";
import type { Contradiction, Rule, RulePage } from "../rule.js";

export const page: RulePage = {
  title: "I² that does not go with Q",
  reference: "Higgins & Thompson 2002, Statistics in Medicine 21:1539.",
  what: "I² is not (Q − df) / Q for the heterogeneity statistic printed beside it.",
  formula: "I² = max(0, (Q − df) / Q), Q and I² moved by half a unit of their last place",
  example: { text: "χ²(9) = 12.4, I² = 47%", why: "(12.4 − 9) / 12.4 is 27%." },
  silent: [
    "not exactly one I² and one Q or χ² with degrees of freedom stand in the sentence",
    "the document names a method other than DerSimonian–Laird or the common effect: (restricted) maximum likelihood, Paule–Mandel, Hartung–Knapp, Sidik–Jonkman, a Bayesian one",
  ],
};

export const heterogeneity: Rule = {
  id: "heterogeneity",
  defaultSeverity: "hint",
  check: (context, bit) =>
    context.each("other", bit, (statement) =>
      /^I(?:2|²|-squared)$/i.test(statement.name) ? contradiction(statement, context) : null,
    ),
};

/** Where these estimate the variance between studies, I² is made of it and not of Q. */
const OTHER_METHOD = /\b(?:REML|(?:restricted )?maximum[- ]likelihood|Paule|Hartung|Sidik|Bayes\w*)\b/i;

function contradiction(statement: OtherStatement, context: Context): Contradiction | null {
  const sentence = context.inSentenceOf(statement.range);
  const tests = sentence.filter(
    (s): s is TestStatement => s.kind === "test" && (s.statistic === "Q" || s.statistic === "chi2"),
  );
  const [test] = tests;
  const df = test?.df[0];
  const alone = sentence.filter((s) => s.kind === "other" && s.name === statement.name).length === 1;
  if (test === undefined || tests.length !== 1 || df === undefined || !alone) return null;
  if (context.says(OTHER_METHOD)) return null;
  const q = numberOf(test, "value", test.value);
  const printed = numberOf(statement, "value", statement.value);
  if (q === null || printed === null || !(q.low > 0)) return null;
  const expected = shareOf(q, df);
  if (gap(printed, expected) === 0) return null;
  const text = `${rangeText(expected, Math.max(0, printed.decimals))}%`;
  return {
    about: [statement, test],
    range: statement.range,
    message: `Q = ${test.literal.value ?? String(test.value)} with ${String(df)} degrees of freedom gives I² ${text}, not ${statement.literal.value ?? String(statement.value)}%.`,
    reported: `${statement.literal.value ?? String(statement.value)}%`,
    expected: text,
    explanations: ["I² may come from another estimator of the variance between studies."],
    related: [{ range: test.range, message: "Statistic used" }],
    repair: repair(statement, test, printed, q),
    severity: "hint",
  };
}

/** I² in percent for every Q that the print stands for. */
function shareOf({ low, high }: Bounds, df: number): Bounds {
  const share = (x: number): number => 100 * Math.max(0, (x - df) / x);
  return { low: share(low), high: share(high) };
}

function repair(
  statement: OtherStatement,
  test: TestStatement,
  share: Printed,
  q: Printed,
): string | undefined {
  const [i2, Q] = [statement.literal.value, test.literal.value];
  const [df] = test.df;
  if (i2 === undefined || Q === undefined || df === undefined) return undefined;
  const digits = { share: { literal: i2, number: share }, q: { literal: Q, number: q } };
  return repairOf(digits, (changed) => {
    const value = changed.q ?? q;
    return value.low > 0 && overlap(changed.share ?? share, shareOf(value, df));
  });
}
