import type { TestStatement } from "../../extraction.js";
import type { Bounds } from "../../statistics/bounds.js";
import { absolute } from "../../statistics/bounds.js";
import {
  chiSquaredUpperTail,
  correlationTwoSided,
  fUpperTail,
  tTwoSided,
} from "../../statistics/distributions.js";
import { normalTwoSided } from "../../statistics/normal.js";
import type { Context } from "../context.js";
import { pRangeText, reportedP } from "../format.js";
import { allows, numberOf, pOf } from "../numbers.js";
import type { PrintedP } from "../numbers.js";
import { repairOf } from "../repair.js";
import type { Contradiction, Rule, RulePage } from "../rule.js";
import { CORRECTED, ONE_SIDED } from "../wording.js";

export const page: RulePage = {
  title: "Test statistic and p-value disagree",
  reference: "Nuijten et al. 2016, Behavior Research Methods 48:1205 (statcheck).",
  what: "The p-value of the printed statistic and its degrees of freedom is not the printed one. Where the two lie on different sides of 0.05 it is an error.",
  formula:
    "p(statistic + ½ ulp) … p(statistic − ½ ulp), two-sided for t, z and r, upper tail for F, χ² and Q, does not meet the printed p",
  example: {
    text: "t(41) = 1.71, p = .02",
    why: "The two-sided p is .095; half of it, .047, does not fit either.",
  },
  silent: [
    "a one-sided test is named anywhere in the text and half the p-value fits",
    "the statistic is printed as a bound (F < 1, F > 6.3) that allows the p-value",
    "degrees of freedom are not printed",
    "hint only: an exact p fits with degrees of freedom in the other order, or with a sample size in their place (r)",
    "hint only: the sentence names a correction for multiple tests and the printed p is the larger one, or the document names Bonferroni's and the printed p is 3 to 10 times as large; an exact or continuity-corrected test stands beside χ²",
  ],
};

export const testContradictsP: Rule = {
  id: "test-contradicts-p",
  defaultSeverity: "warning",
  check: (context, bit) =>
    context.each("test", bit, (statement) => {
      const p = pOf(statement);
      const feasible = p === null || statement.p?.tag === "one-sided" ? null : statedPOf(statement, context);
      if (p === null || feasible === null || (p.comparator === "<" && p.printed.value === 0)) return null;
      if (allows(p, feasible)) return null;
      if (halfFits(p, statement, feasible) && context.says(ONE_SIDED)) return null;
      return contradiction(statement, p, feasible, context);
    }),
};

/** The same where the statistic is printed as a bound: "F(1,495) < 1", "F(4, 24) > 6.3". */
function statedPOf(statement: TestStatement, { text }: Context): Bounds | null {
  const bounds = feasiblePOf(statement);
  const at = statement.ranges.value?.start ?? 0;
  const [, sign] = /([<>≤≥])\s*$/.exec(text.slice(Math.max(0, at - 4), at)) ?? [];
  if (bounds === null || sign === undefined) return bounds;
  return sign === ">" || sign === "≥" ? { low: 0, high: bounds.high } : { low: bounds.low, high: 1 };
}

/** All p that the printed statistic allows; null where the statistic or its df cannot be used. */
export function feasiblePOf(statement: TestStatement, df: readonly number[] = statement.df): Bounds | null {
  const value = numberOf(statement, "value", statement.value);
  const tail = tailOf(statement.statistic, df);
  if (value === null || tail === null) return null;
  const { low, high } = absolute(value);
  const bounds = { low: tail(high), high: tail(low) };
  return Number.isNaN(bounds.low) || Number.isNaN(bounds.high) ? null : bounds;
}

/** The falling function from |statistic| to p. */
function tailOf(
  statistic: TestStatement["statistic"],
  df: readonly number[],
): ((x: number) => number) | null {
  const [first, second] = df;
  if (statistic === "z") return normalTwoSided;
  // r(2) = 0.78 is an r² whose exponent was printed on the line.
  if (statistic === "r" && first === 2) return null;
  if (first === undefined || !(first > 0)) return null;
  switch (statistic) {
    case "t":
      return (x) => tTwoSided(x, first);
    case "r":
      return (x) => correlationTwoSided(Math.min(1, x), first);
    case "chi2":
    case "Q":
      return (x) => chiSquaredUpperTail(x, first);
    case "F":
      return second === undefined || !(second > 0) ? null : (x) => fUpperTail(x, first, second);
    default:
      return null;
  }
}

function halfFits(p: PrintedP, { statistic }: TestStatement, { low, high }: Bounds): boolean {
  if (statistic === "F" || statistic === "chi2" || statistic === "Q") return false;
  return allows(p, { low: low / 2, high: high / 2 });
}

function contradiction(
  statement: TestStatement,
  p: PrintedP,
  feasible: Bounds,
  context: Context,
): Contradiction {
  const innocent = reasons(statement, p, feasible, context);
  const explanations = [...innocent];
  if (halfFits(p, statement, feasible))
    explanations.push("A one-sided p-value would fit, but no one-sided test is named.");
  const decision = decides(p, statement);
  const df = statement.df.length > 0 ? `(${statement.df.join(", ")})` : "";
  const name = { chi2: "χ²" }[statement.statistic as string] ?? statement.statistic;
  const value = statement.literal.value ?? String(statement.value);
  return {
    about: [statement],
    range: statement.range,
    message: `${name}${df} = ${value} gives ${pRangeText(feasible)}, not ${reportedP(statement)}${decision ? ": the two decide differently at 0.05" : ""}.`,
    reported: reportedP(statement),
    expected: pRangeText(feasible),
    explanations,
    repair: innocent.length > 0 ? undefined : repair(statement),
    severity: innocent.length > 0 ? "hint" : decision ? "error" : undefined,
  };
}

/** Whether printed and recomputed p lie on different sides of 0.05. */
function decides(
  { comparator, printed, bounds }: PrintedP,
  { statistic, df, value }: TestStatement,
): boolean {
  const recomputed = tailOf(statistic, df)?.(Math.abs(value)) ?? NaN;
  const significant = comparator === "<" ? printed.value <= 0.05 : bounds.high <= 0.05;
  const not = comparator === ">" ? printed.value >= 0.05 : bounds.low >= 0.05;
  return (significant && recomputed > 0.05) || (not && recomputed < 0.05);
}

function reasons(statement: TestStatement, p: PrintedP, feasible: Bounds, context: Context): string[] {
  const { df, statistic } = statement;
  const all: string[] = [];
  // Any reading fits a mere bound sooner or later.
  const exact = p.comparator === "=";
  const fitsWith = (other: readonly number[]): boolean => {
    const bounds = feasiblePOf(statement, other);
    return bounds !== null && allows(p, bounds);
  };
  if (statistic === "F" && exact && df[1]! < df[0]! && fitsWith([df[1]!, df[0]!])) {
    all.push("The degrees of freedom are printed in the other order.");
  }
  if (statistic === "r" && exact && (fitsAsSize(statement, p) || othersFitAsSize(statement, context))) {
    all.push("The number in brackets is the sample size, not the degrees of freedom.");
  }
  const sentence = context.sentenceText(statement.range);
  if (p.bounds.low > feasible.high && CORRECTED.test(sentence)) {
    all.push("The p-value is corrected for multiple tests, as the sentence says.");
  } else if (exact && timesFits(p, feasible) && context.says(BONFERRONI)) {
    all.push("The document names Bonferroni's correction, and the p-value times a small whole number fits.");
  }
  if (statistic === "chi2" && /\b(?:fisher|exact|yates|continuity|monte carlo)\b/i.test(sentence)) {
    all.push("The sentence names an exact or corrected test; the statistic beside it is Pearson's.");
  }
  return all;
}

/** Whether p is the recomputed one times the number of tests: 3 to 10, for twice is a one-sided test's. */
function timesFits({ bounds, printed }: PrintedP, { low, high }: Bounds): boolean {
  for (let tests = 3; tests <= 10; tests += 1)
    if (printed.value < 1 && bounds.high >= tests * low && bounds.low <= tests * high) return true;
  return false;
}

const BONFERRONI = /\bbonferroni\b/i;

/** Whether p fits r with the number in brackets as the number of pairs. */
function fitsAsSize(statement: TestStatement, p: PrintedP): boolean {
  const [size] = statement.df;
  const bounds = size === undefined || size <= 2 ? null : feasiblePOf(statement, [size - 2]);
  return bounds !== null && allows(p, bounds);
}

/** Whether another r of the sentence fits only so. */
function othersFitAsSize(statement: TestStatement, context: Context): boolean {
  return context.inSentenceOf(statement.range).some((other) => {
    const p =
      other.kind === "test" && other.statistic === "r" && other.id !== statement.id ? pOf(other) : null;
    if (p === null || other.kind !== "test") return false;
    const own = feasiblePOf(other);
    return own !== null && !allows(p, own) && fitsAsSize(other, p);
  });
}

function repair(statement: TestStatement): string | undefined {
  const p = pOf(statement);
  const value = numberOf(statement, "value", statement.value);
  const { literal } = statement;
  if (p === null || value === null || literal.value === undefined || literal.p === undefined)
    return undefined;
  return repairOf(
    { value: { literal: literal.value, number: value }, p: { literal: literal.p, number: p.printed } },
    (changed) => {
      const tail = tailOf(statement.statistic, statement.df);
      const statistic = absolute(changed.value ?? value);
      const reported = changed.p ?? p.printed;
      if (tail === null || reported.value > 1) return false;
      const bounds =
        p.comparator === "="
          ? reported
          : p.comparator === "<"
            ? { low: 0, high: reported.value }
            : { low: reported.value, high: 1 };
      return allows(
        { ...p, printed: reported, bounds },
        { low: tail(statistic.high), high: tail(statistic.low) },
      );
    },
  );
}
