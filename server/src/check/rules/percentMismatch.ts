import type { ProportionStatement } from "../../extraction.js";
import type { Printed } from "../../statistics/printed.js";
import type { Context } from "../context.js";
import { percentText } from "../format.js";
import { numberOf } from "../numbers.js";
import { repairOf } from "../repair.js";
import type { Digits } from "../repair.js";
import type { Contradiction, Rule } from "../rule.js";
import { APPROXIMATE, SURVIVAL_ESTIMATE } from "../wording.js";

export const percentMismatch: Rule = {
  id: "percent-mismatch",
  title: "Percentage that does not go with its count",
  defaultSeverity: "warning",
  reference: "100·n/N, rounded to the printed decimals; truncation allowed as an explanation.",
  page: {
    what: "The percentage is not the count divided by its denominator. Where the denominator is a group's size found elsewhere, every group size of the document is tried and the rule speaks only if none fits.",
    formula: "|100·n/N − percent| > ½·10^−d, d the decimals printed",
    example: {
      text: "Nineteen of 47 patients (45%) needed a second dose",
      why: "19/47 is 40%; 21/47 would be 45%.",
    },
    silent: [
      "the number is said to be approximate: over, more than, almost, nearly, about",
      "n and N are two categories (male/female) and n/(n+N) fits",
      "the two numbers are a dose (20/20 mg)",
      "n is above N, or one of the three is no plain number",
      "hint only: the percentage was cut off instead of rounded",
      "hint only: the denominator stands away from the count and another group's size fits",
      "hint only: the percentage says what it is a share of (59% of those treated)",
      "hint only: a rate of events in a document with Kaplan–Meier or cumulative-incidence estimates, or beside another rate that misses its count too",
    ],
  },
  *check(context) {
    for (const statement of context.of("proportion")) {
      const share = shareOf(statement);
      if (share === null || fits(share, share.N)) continue;
      const found = contradiction(share, context);
      if (found !== null) yield found;
    }
  },
};

interface Share {
  readonly statement: ProportionStatement;
  readonly n: number;
  readonly N: number;
  readonly percent: Printed;
  /** Whether N is printed beside n, as in 12/34 or "12 of 34". */
  readonly beside: boolean;
}

function shareOf(statement: ProportionStatement): Share | null {
  const { n, denominator } = statement;
  const N = statement.N ?? denominator?.value ?? null;
  const percent = numberOf(statement, "percent", statement.percent);
  if (n === null || N === null || percent === null) return null;
  if (!Number.isInteger(n) || !Number.isInteger(N) || n > N || N <= 0) return null;
  const at = statement.ranges.n;
  const of = statement.ranges.N;
  const beside =
    statement.N !== null &&
    at !== undefined &&
    of !== undefined &&
    of.start >= at.end &&
    of.start - at.end <= 24;
  return { statement, n, N, percent, beside };
}

/** Whether n of this many prints the percentage. Half a unit may round either way. */
function fits({ n, percent }: Pick<Share, "n" | "percent">, N: number): boolean {
  const exact = (100 * n) / N;
  return exact >= percent.low - 1e-9 && exact <= percent.high + 1e-9;
}

function contradiction(share: Share, context: Context): Contradiction | null {
  const { statement, n, N, percent, beside } = share;
  if (approximate(share, context) || fits({ n, percent }, n + N)) return null;
  const others = otherSizes(share, context);
  if (statement.N === null && others.length > 0) return null;
  const reasons = innocent(share, beside ? [] : others, context);
  const exact = (100 * n) / N;
  const shown = statement.literal.percent ?? String(percent.value);
  const reported = `${shown.replace(/%$/, "")}%`;
  const expected = percentText(exact, Math.max(percent.decimals, 0));
  const close = expected === reported ? percentText(exact, percent.decimals + 1) : expected;
  const source = statement.N === null ? relatedSize(share, context) : [];
  const tried = statement.N === null ? sizesText(context) : "";
  const suggestion = others.length > 0 ? ` ${reported} fits a denominator of ${others.join(" or ")}.` : "";
  return {
    about: [statement],
    range: statement.range,
    message: `${String(n)}/${String(N)} is ${close}, not ${reported}.${suggestion}${tried}`,
    reported,
    expected: close,
    explanations: reasons,
    repair: reasons.length > 0 ? undefined : repair(share),
    severity: reasons.length > 0 ? "hint" : undefined,
    ...(source.length > 0 ? { related: source } : {}),
  };
}

/** Said to be approximate, or a dose. */
function approximate({ statement }: Share, context: Context): boolean {
  const fields = [statement.ranges.percent, statement.ranges.n].filter((range) => range !== undefined);
  if (fields.some(({ start }) => APPROXIMATE.test(context.text.slice(Math.max(0, start - 16), start))))
    return true;
  const end = statement.ranges.N?.end;
  return (
    end !== undefined && /^[\s-]*(?:mg|µg|mcg|g|IU|units?|mm ?Hg)\b/.test(context.text.slice(end, end + 12))
  );
}

/** "17 of the 36 patients (59% of those treated)": the percentage names a denominator of its own. */
function ownDenominator({ statement }: Share, context: Context): boolean {
  const end = statement.ranges.percent?.end;
  return (
    end !== undefined &&
    /^\s?%\s+of\s+(?!the (?:patients|subjects|total|whole|cohort)\b)[a-z]/i.test(
      context.text.slice(end, end + 30),
    )
  );
}

/** Sizes of the document's groups, other than N, of which n prints the percentage. */
function otherSizes({ n, N, percent }: Share, context: Context): number[] {
  const sizes = new Set<number>();
  for (const group of context.reading.groups) if (group.n !== undefined) sizes.add(group.n);
  for (const statement of context.of("group-size")) sizes.add(statement.n);
  sizes.delete(N);
  return [...sizes].filter((size) => size >= n && fits({ n, percent }, size));
}

function innocent(share: Share, others: readonly number[], context: Context): string[] {
  const { statement, n, N, percent } = share;
  const reasons: string[] = [];
  const unit = 10 ** -percent.decimals;
  const exact = (100 * n) / N;
  if (exact >= percent.value - 1e-9 && exact < percent.value + unit - 1e-9) {
    reasons.push("The percentage was cut off instead of rounded.");
  }
  if (others.length > 0) {
    reasons.push(
      `The percentage is of ${others.join(" or ")}, named elsewhere in the document, not of ${String(N)}.`,
    );
  }
  if (statement.N !== null && ownDenominator(share, context)) {
    reasons.push("The percentage names a denominator of its own.");
  }
  const sentence = context.sentenceText(statement.range);
  const rate = RATE.test(sentence) && EVENT.test(sentence);
  if (
    rate &&
    ((percent.low > exact && context.says(SURVIVAL_ESTIMATE)) || neighboursMisfit(share, context))
  ) {
    reasons.push(
      "The percentage may be a Kaplan–Meier or cumulative-incidence estimate, which allows for censoring.",
    );
  }
  return reasons;
}

const RATE = /\b(?:rates?|probability|risk|incidence|survival)\b/i;
const EVENT =
  /relaps|recurren|surviv|mortality|death|died|fracture|failure|progress|incidence|infection|stroke|bleeding|revision|event/i;

/** Whether another share of the sentence misses its count too, as rates over time do together. */
function neighboursMisfit({ statement }: Share, context: Context): boolean {
  return context.inSentenceOf(statement.range).some((other) => {
    if (other.kind !== "proportion" || other.id === statement.id) return false;
    const share = shareOf(other);
    return share !== null && !fits(share, share.N) && !swapped(statement, other);
  });
}

/** Whether each percentage goes with the other's count. */
function swapped(a: ProportionStatement, b: ProportionStatement): boolean {
  const [one, two] = [shareOf(a), shareOf(b)];
  if (one === null || two === null) return false;
  return fits({ n: one.n, percent: two.percent }, one.N) && fits({ n: two.n, percent: one.percent }, two.N);
}

function relatedSize(
  { statement, N }: Share,
  context: Context,
): { range: { start: number; end: number }; message: string }[] {
  const named = statement.denominator?.statementId;
  const source = named === undefined ? undefined : context.byId(named);
  const range =
    source?.range ?? context.reading.groups.find((group) => group.id === statement.group?.id)?.ranges[0];
  return range === undefined ? [] : [{ range, message: `The denominator used, ${String(N)}` }];
}

function sizesText(context: Context): string {
  const sizes = new Set(context.reading.groups.flatMap((group) => (group.n === undefined ? [] : [group.n])));
  return sizes.size > 1 ? ` Group sizes tried: ${[...sizes].join(", ")}.` : "";
}

function repair({ statement, n, N, percent }: Share): string | undefined {
  const digits: Record<string, Digits[string]> = {};
  for (const [name, value] of [
    ["n", n],
    ["N", N],
    ["percent", percent.value],
  ] as const) {
    const literal = statement.literal[name];
    const number = numberOf(statement, name, value);
    if (literal !== undefined && number !== null) digits[name] = { literal, number };
  }
  return repairOf(digits, (changed) => {
    const count = changed.n?.value ?? n;
    const total = changed.N?.value ?? N;
    return total > 0 && count <= total && fits({ n: count, percent: changed.percent ?? percent }, total);
  });
}
