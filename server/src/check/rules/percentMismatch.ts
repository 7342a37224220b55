import type { ProportionStatement } from "../../extraction.js";
import type { Printed } from "../../statistics/printed.js";
import type { Context } from "../context.js";
import { prints } from "../denominators.js";
import { percentText } from "../format.js";
import { numberOf } from "../numbers.js";
import type { Reason } from "../reasons.js";
import { possible, shown, weighed } from "../reasons.js";
import { repairOf } from "../repair.js";
import type { Digits } from "../repair.js";
import type { Contradiction, Rule, RulePage } from "../rule.js";
import { APPROXIMATE, SURVIVAL_ESTIMATE } from "../wording.js";

export const page: RulePage = {
  what: "The percentage is not the count divided by its denominator. Where the denominator is a group's size found elsewhere, every total that the document states is tried, and the rule speaks only if none fits, one is clearly meant and no smaller number would fit either.",
  formula: "|100·n/N − percent| > ½·10^−d, d the decimals printed",
  example: {
    text: "Nineteen of 47 patients (45%) needed a second dose",
    why: "19/47 is 40%; 21/47 would be 45%.",
  },
  silent: [
    "the number is said to be approximate: over, more than, almost, nearly, about",
    "n and N are two categories (male/female) and n/(n+N) fits",
    "the two numbers are a dose (20/20 mg)",
    "n is above N in a ratio that has no percentage beside it, or one of the three is no plain number",
    "no denominator is printed beside the count, and a stated total fits, the sum of two does, a number that the document names does, or some number below the one that is meant (patients without a value)",
    "counts or percentages in pairs with a slash, whose partners are not known",
    "hint only, at strict a warning: the percentage was cut off instead of rounded, or rounded twice",
    "hint only: the denominator stands away from the count and another group's size fits",
    "hint only: the percentage says what it is a share of (59% of those treated)",
    "hint only: a rate of events in a document with Kaplan–Meier or cumulative-incidence estimates, or beside another rate that misses its count too",
  ],
};

export const percentMismatch: Rule = {
  id: "percent-mismatch",
  title: "Percentage that does not go with its count",
  defaultSeverity: "warning",
  reference: "100·n/N, rounded to the printed decimals; truncation allowed as an explanation.",
  *check(context) {
    for (const statement of context.of("proportion")) {
      const share = shareOf(statement, context);
      const found = share === null || prints(share, share.N) ? null : contradiction(share, context);
      if (found !== null) yield found;
    }
  },
};

interface Share {
  readonly statement: ProportionStatement;
  readonly n: number;
  readonly N: number;
  readonly percent: Printed;
  /** Where N comes from: printed beside n (12/34), printed further off, or found elsewhere in the document. */
  readonly source: "beside" | "sentence" | "elsewhere";
}

function shareOf(statement: ProportionStatement, context: Context): Share | null {
  const { n, N } = statement;
  const percent = numberOf(statement, "percent", statement.percent);
  if (n === null || percent === null || !Number.isInteger(n)) return null;
  const total = N ?? elsewhere({ statement, n, percent }, context);
  if (total === null || !Number.isInteger(total) || total <= 0) return null;
  if (n > total && (N === null || !countOf(statement, context))) return null;
  if (besideSlash(statement, context)) return null;
  const at = statement.ranges.n;
  const of = statement.ranges.N;
  const beside = at !== undefined && of !== undefined && of.start >= at.end && of.start - at.end <= 24;
  return {
    statement,
    n,
    N: total,
    percent,
    source: N === null ? "elsewhere" : beside ? "beside" : "sentence",
  };
}

/**
 * A total that is clearly meant and yet cannot be right: no stated total fits, nor does any smaller number,
 * as it would where some patients have no value.
 */
function elsewhere(share: Omit<Share, "N" | "source">, context: Context): number | null {
  const { statement, n, percent } = share;
  if (n === 0 || context.denominators.explains(share)) return null;
  const total = statement.denominator?.value ?? context.denominators.meant(statement);
  if (total === null || n > total || prints(share, total)) return null;
  if (somePart({ ...share, N: total })) return null;
  const away = Math.abs((100 * n) / total - percent.value);
  const sizes = context.denominators.ofGroup(statement.group?.id);
  const ofGroup = statement.denominator !== undefined || sizes.includes(total);
  if (away > (ofGroup ? 6 : 3) || away > 0.2 * percent.value) return null;
  return context.namesNear(statement.range, impliedTotals(share)) ? null : total;
}

/** Whether the percentage is of a part of the whole: of those with a value, or of one arm. */
function somePart({ n, N, percent }: Omit<Share, "source" | "statement">): boolean {
  const smallest = Math.max(n, Math.ceil((100 * n) / percent.high - 1e-9));
  return smallest <= N && prints({ n, percent }, smallest);
}

/** The whole numbers of which n prints the percentage: at most twenty of them. */
function impliedTotals({ n, percent }: Omit<Share, "N" | "source">): number[] {
  const from = Math.max(n, Math.ceil((100 * n) / percent.high - 1e-9));
  const to = Math.min(from + 20, Math.floor((100 * n) / Math.max(percent.low, 0.1) + 1e-9));
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
}

/** "38.9%/41.6% [n = 163/457]": numbers in pairs, whose partners are not known. */
function besideSlash({ ranges }: ProportionStatement, context: Context): boolean {
  const [n, percent] = [ranges.n, ranges.percent];
  if (n !== undefined && context.text[n.start - 1] === "/") return true;
  return (
    percent !== undefined &&
    /%\s?\/\s?$/.test(context.text.slice(Math.max(0, percent.start - 4), percent.start))
  );
}

function contradiction(share: Share, context: Context): Contradiction | null {
  const { statement, n, N, percent, source } = share;
  if (approximate(share, context) || prints(share, n + N)) return null;
  if (n > N) return prints({ n: N, percent }, n + N) ? null : aboveTotal(share);
  if (source === "sentence" && somePart(share)) return null;
  const others = context.denominators.fitting(share).filter((size) => size !== N);
  const reasons = innocent(share, source === "beside" ? [] : others, context);
  const exact = (100 * n) / N;
  const shown = statement.literal.percent ?? String(percent.value);
  const reported = `${shown.replace(/%$/, "")}%`;
  const rounded = percentText(exact, percent.decimals);
  const expected = rounded === reported ? percentText(exact, percent.decimals + 1) : rounded;
  const fits = others.length > 0 ? ` ${reported} fits a denominator of ${others.join(" or ")}.` : "";
  const tried = source === "elsewhere" ? triedText(share, context) : "";
  return {
    about: [statement],
    range: statement.range,
    message: `${String(n)}/${String(N)} is ${expected}, not ${reported}.${fits}${tried}`,
    reported,
    expected,
    repair: reasons.length > 0 ? undefined : repair(share),
    ...weighed(reasons, context.tolerance),
    related: source === "elsewhere" ? relatedSize(share, context) : [],
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
    /^\s?%\s+of\s+(?!the (?:patients|subjects|total|whole|cohort)\b)[a-z\d]/i.test(
      context.text.slice(end, end + 30),
    )
  );
}

function innocent(share: Share, others: readonly number[], context: Context): Reason[] {
  const { statement, n, N, percent } = share;
  const reasons: Reason[] = [];
  const unit = 10 ** -percent.decimals;
  const exact = (100 * n) / N;
  if (exact >= percent.value - 1e-9 && exact < percent.value + unit - 1e-9) {
    reasons.push(possible("The percentage was cut off instead of rounded."));
  }
  if (roundedTwice(exact, percent)) {
    reasons.push(possible("The percentage was rounded twice: to a further decimal first."));
  }
  if (others.length > 0) {
    reasons.push(
      shown(
        `The percentage is of ${others.join(" or ")}, named elsewhere in the document, not of ${String(N)}.`,
      ),
    );
  }
  if (statement.N !== null && ownDenominator(share, context)) {
    reasons.push(shown("The percentage names a denominator of its own."));
  }
  const sentence = context.sentenceText(statement.range);
  const rate = RATE.test(sentence) && EVENT.test(sentence);
  if (
    rate &&
    ((percent.low > exact && context.says(SURVIVAL_ESTIMATE)) || neighboursMisfit(share, context))
  ) {
    reasons.push(
      shown(
        "The percentage may be a Kaplan–Meier or cumulative-incidence estimate, which allows for censoring.",
      ),
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
    const share = shareOf(other, context);
    return share !== null && !prints(share, share.N) && !swapped(statement, other, context);
  });
}

/** Whether each percentage goes with the other's count. */
function swapped(a: ProportionStatement, b: ProportionStatement, context: Context): boolean {
  const [one, two] = [shareOf(a, context), shareOf(b, context)];
  if (one === null || two === null) return false;
  return (
    prints({ n: one.n, percent: two.percent }, one.N) && prints({ n: two.n, percent: one.percent }, two.N)
  );
}

/** 10.4499 as 10.45 and then as 10.5. */
function roundedTwice(exact: number, { value, decimals }: Printed): boolean {
  const finer = 10 ** (decimals + 1);
  const once = Math.round(exact * finer + 1e-9) / finer;
  return Math.round(once * 10 ** decimals + 1e-9) === Math.round(value * 10 ** decimals) && once > exact;
}

/** Whether n, N and the percentage stand side by side with nothing but brackets, "of" and nouns between. */
function countOf({ ranges }: ProportionStatement, context: Context): boolean {
  const all = [ranges.n, ranges.N, ranges.percent];
  if (all.some((range) => range === undefined)) return false;
  const start = Math.min(...all.map((range) => range!.start));
  const end = Math.max(...all.map((range) => range!.end));
  return end - start <= 40 && !/[.;]\s/.test(context.text.slice(start, end));
}

/** More people with something than there are. */
function aboveTotal(share: Share): Contradiction {
  const { statement, n, N } = share;
  const own = repair(share);
  return {
    about: [statement],
    range: statement.range,
    message: `${String(n)} of ${String(N)} is more than all: one of the two is wrong.`,
    reported: `${String(n)}/${String(N)}`,
    expected: `at most ${String(N)}`,
    explanations: [],
    repair: own,
  };
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

/** The totals that were tried and do not fit either, nearest to the one used. */
function triedText({ N, n }: Share, context: Context): string {
  const others = context.denominators.sizes.filter((size) => size >= n && size !== N);
  const near = [...others].sort((a, b) => Math.abs(a - N) - Math.abs(b - N)).slice(0, 4);
  if (near.length === 0) return "";
  return ` ${near.sort((a, b) => a - b).join(", ")} ${near.length === 1 ? "does" : "do"} not fit either.`;
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
    return total > 0 && count <= total && prints({ n: count, percent: changed.percent ?? percent }, total);
  });
}
