import type { ProportionStatement } from "../../extraction.js";
import type { Bounds } from "../../statistics/bounds.js";
import { contains, gap } from "../../statistics/bounds.js";
import { agrestiCoull, clopperPearson, jeffreys, wald, wilson } from "../../statistics/proportions.js";
import type { Context } from "../context.js";
import { fixed } from "../format.js";
import { intervalOf, numberOf } from "../numbers.js";
import type { PrintedInterval } from "../numbers.js";
import type { Contradiction, Rule, RulePage } from "../rule.js";
import { MODEL_BASED } from "../wording.js";

export const page: RulePage = {
  what: "The confidence interval of n/N is none of the usual ones: Wilson, Clopper–Pearson, Wald, Agresti–Coull, Jeffreys.",
  formula: "a bound lies outside all methods together by more than a tenth of the interval's width",
  example: {
    text: "12/40 (30%; 95% CI 25 to 36)",
    why: "Wilson gives 18 to 45; 25 to 36 needs about 270 patients.",
  },
  silent: [
    "the sentence names a weighted, stratified, clustered, Kaplan–Meier, pooled or model-based estimate",
    "the percentage is not that of n/N (percent-mismatch)",
    "both bounds lie between or close to those of the usual methods",
    "hint only: a bound differs by less than a quarter of the width",
  ],
};

export const proportionInterval: Rule = {
  id: "proportion-interval",
  title: "Interval that no method gives for this proportion",
  defaultSeverity: "warning",
  reference: "Brown, Cai & DasGupta 2001, Statistical Science 16:101; Newcombe 1998.",
  *check(context) {
    for (const statement of context.of("proportion")) {
      const interval = intervalOf(statement, "CI");
      const { n, N } = statement;
      if (
        interval === null ||
        interval.low.value < 0 ||
        n === null ||
        N === null ||
        n > N ||
        !Number.isInteger(n) ||
        N <= 0
      )
        continue;
      const found = contradiction(statement, n, N, interval, context);
      if (found !== null) yield found;
    }
  },
};

const METHODS = [wilson, clopperPearson, wald, agrestiCoull, jeffreys];

function contradiction(
  statement: ProportionStatement,
  n: number,
  N: number,
  { low, high, interval }: PrintedInterval,
  context: Context,
): Contradiction | null {
  const percent = numberOf(statement, "percent", statement.percent);
  if (percent !== null && !contains(percent, (100 * n) / N)) return null;
  const scale = high.value <= 1 && N > 1 && (100 * n) / N > 1 ? 1 : 100;
  const all = METHODS.map((method) => method(n, N, interval.level ?? 95));
  const lows = hull(all.map((each) => each.low * scale));
  const highs = hull(all.map((each) => each.high * scale));
  const width = highs.high - lows.low;
  const away = Math.max(gap(low, lows), gap(high, highs));
  if (away <= 0.1 * width || gap(percentOf(n, N, scale), { low: low.low, high: high.high }) > 0) return null;
  if (MODEL_BASED.test(context.sentenceText(statement.range))) return null;
  const [first] = all;
  const decimals = Math.max(low.decimals, 0);
  const expected = `${fixed(first!.low * scale, decimals)} to ${fixed(first!.high * scale, decimals)} (Wilson)`;
  const reported = `${statement.literal.low ?? ""} to ${statement.literal.high ?? ""}`;
  return {
    about: [statement],
    range: statement.range,
    message: `No usual interval of ${String(n)}/${String(N)} is ${reported}; Wilson's is ${expected.replace(" (Wilson)", "")}.`,
    reported,
    expected,
    explanations: ["The interval may be of another group, at another level or from a model."],
    severity: away < 0.25 * width ? "hint" : undefined,
  };
}

function hull(values: readonly number[]): Bounds {
  return { low: Math.min(...values), high: Math.max(...values) };
}

function percentOf(n: number, N: number, scale: number): Bounds {
  const value = (scale * n) / N;
  return { low: value, high: value };
}
