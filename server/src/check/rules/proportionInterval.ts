import type { ProportionStatement } from "../../extraction.js";
import type { Bounds } from "../../statistics/bounds.js";
import { contains, gap } from "../../statistics/bounds.js";
import { agrestiCoull, clopperPearson, jeffreys, wald, wilson } from "../../statistics/proportions.js";
import type { Printed } from "../../statistics/printed.js";
import type { Context } from "../context.js";
import { fixed } from "../format.js";
import { intervalOf, numberOf } from "../numbers.js";
import type { PrintedInterval } from "../numbers.js";
import type { Reason } from "../reasons.js";
import { always, shown, weighed } from "../reasons.js";
import { repairOf } from "../repair.js";
import type { Contradiction, Rule, RulePage } from "../rule.js";
import { MODEL_BASED, MODEL_BASED_METHOD } from "../wording.js";

export const page: RulePage = {
  title: "Interval that no method gives for this proportion",
  reference: "Brown, Cai & DasGupta 2001, Statistical Science 16:101; Newcombe 1998.",
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
    "hint only: the document names survey weights, a design effect or estimates that allow for clustering",
  ],
};

export const proportionInterval: Rule = {
  id: "proportion-interval",
  defaultSeverity: "warning",
  check: (context, bit) =>
    context.each("proportion", bit, (statement) => {
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
        return null;
      return contradiction(statement, n, N, interval, context);
    }),
};

const METHODS = [wilson, clopperPearson, wald, agrestiCoull, jeffreys];

/** A count, and what its interval is to be: of which level in percent, printed in parts of 1 or of 100. */
interface Share {
  readonly n: number;
  readonly N: number;
  readonly level: number;
  readonly scale: number;
}

/** Two bounds as printed. */
interface Given {
  readonly low: Bounds;
  readonly high: Bounds;
}

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
  const level = interval.level ?? 95;
  const share = { n, N, level, scale };
  const away = awayFrom({ low, high }, share);
  if (away <= CLOSE || gap(percentOf(n, N, scale), { low: low.low, high: high.high }) > 0) return null;
  if (MODEL_BASED.test(context.sentenceText(statement.range))) return null;
  const first = wilson(n, N, level);
  const decimals = Math.max(low.decimals, 0);
  const expected = `${fixed(first.low * scale, decimals)} to ${fixed(first.high * scale, decimals)}`;
  const reported = `${statement.literal.low ?? ""} to ${statement.literal.high ?? ""}`;
  const { explanations, severity } = weighed(
    reasons({ low, high }, share, statement, context),
    context.tolerance,
  );
  return {
    about: [statement],
    range: statement.range,
    message: `No usual interval of ${String(n)}/${String(N)} is ${reported}; Wilson's is ${expected}.`,
    reported,
    expected: `${expected} (Wilson)`,
    explanations,
    repair: repair(statement, { low, high }, (given) => awayFrom(given, share) <= EXACTLY),
    severity: away < 0.25 ? "hint" : severity,
  };
}

/** Part of the width by which a bound may lie outside all methods. */
const CLOSE = 0.1;
/** The same for what is to explain a bound. */
const EXACTLY = 0.02;

/** How far the worse bound lies outside all methods together, as a part of the widest of their intervals. */
function awayFrom({ low, high }: Given, { n, N, level, scale }: Share): number {
  const all = METHODS.map((method) => method(n, N, level));
  const lows = hull(all.map((each) => each.low * scale));
  const highs = hull(all.map((each) => each.high * scale));
  return Math.max(gap(low, lows), gap(high, highs)) / (highs.high - lows.low);
}

function reasons(given: Given, share: Share, statement: ProportionStatement, context: Context): Reason[] {
  const found: Reason[] = [];
  const level = [90, 95, 99].find(
    (each) => each !== share.level && awayFrom(given, { ...share, level: each }) <= EXACTLY,
  );
  if (level !== undefined) found.push(always(`As an interval of ${String(level)}% it would fit.`));
  if (context.says(MODEL_BASED_METHOD))
    found.push(shown("The document names weighted, clustered or model-based estimates."));
  const owner = context.inSentenceOf(statement.range).find((each) => {
    if (each.kind !== "proportion" || each.id === statement.id || each.n === null || !each.N) return false;
    return each.n <= each.N && awayFrom(given, { ...share, n: each.n, N: each.N }) <= EXACTLY;
  });
  if (owner?.kind === "proportion")
    found.push(always(`It is the interval of ${String(owner.n)}/${String(owner.N)}, of the same sentence.`));
  return [...found, always("The interval may be of another group, at another level or from a model.")];
}

function repair(
  statement: ProportionStatement,
  { low, high }: { readonly low: Printed; readonly high: Printed },
  fits: (given: Given) => boolean,
): string | undefined {
  const { literal } = statement;
  if (literal.low === undefined || literal.high === undefined) return undefined;
  const digits = {
    low: { literal: literal.low, number: low },
    high: { literal: literal.high, number: high },
  };
  return repairOf(digits, (changed) => fits({ low: changed.low ?? low, high: changed.high ?? high }));
}

function hull(values: readonly number[]): Bounds {
  return { low: Math.min(...values), high: Math.max(...values) };
}

function percentOf(n: number, N: number, scale: number): Bounds {
  const value = (scale * n) / N;
  return { low: value, high: value };
}
