/** Innocent explanations of a percentage that is not its count of its total. */
import type { ProportionStatement } from "../extraction.js";
import type { Printed } from "../statistics/printed.js";
import type { Context } from "./context.js";
import { countedOf, oneDigitApart } from "./counted.js";
import type { Counted } from "./counted.js";
import { prints } from "./denominators.js";
import type { Reason } from "./reasons.js";
import { always, possible, shown } from "./reasons.js";
import { SURVIVAL_ESTIMATE } from "./wording.js";

/**
 * Those found in this document, likeliest first.
 *
 * @param others stated totals of which the count prints the percentage
 */
export function percentReasons(share: Counted, others: readonly number[], context: Context): Reason[] {
  const { statement, n, N, percent } = share;
  const reasons: Reason[] = [];
  const exact = (100 * n) / N;
  const { rounds } = context.once(convention);
  if (cutOff(exact, percent))
    reasons.push((rounds ? always : possible)("The percentage was cut off instead of rounded."));
  if (roundedTwice(exact, percent)) {
    reasons.push(possible("The percentage was rounded twice: to a further decimal first."));
  }
  if (others.length > 0 && !misprinted(share, others, context)) {
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
    ((percent.low > exact &&
      percent.value < MOST_CENSORED * exact &&
      context.says(SURVIVAL_ESTIMATE) &&
      !neighboursFit(share, context)) ||
      neighboursMisfit(share, context))
  ) {
    reasons.push(
      shown(
        "The percentage may be a Kaplan–Meier or cumulative-incidence estimate, which allows for censoring.",
      ),
    );
  }
  return reasons;
}

/** How many percentages must be rounded for each that is cut off, before cutting off is no habit of the document. */
const MOSTLY = 4;

/**
 * Whether the document's percentages are rounded and not cut off: `MOSTLY` are printed as only rounding prints them for each that is
 * cut off.
 */
function convention(context: Context): { readonly rounds: boolean } {
  const seen = new Set<string>();
  let rounded = 0;
  let cut = 0;
  for (const statement of context.of("proportion")) {
    const share = countedOf(statement, context);
    if (share === null || share.source === "elsewhere") continue;
    const { n, N, percent } = share;
    const key = `${String(n)} ${String(N)} ${String(percent.value)}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const asCut = cutOff((100 * n) / N, percent);
    if (prints(share, N)) rounded += asCut ? 0 : 1;
    else if (asCut) cut += 1;
  }
  return { rounds: rounded >= MOSTLY * Math.max(1, cut) };
}

/** "17 of the 36 patients (59% of those treated)": the percentage names a denominator of its own. */
function ownDenominator({ statement }: Counted, context: Context): boolean {
  const { percent, N } = statement.ranges;
  const end = percent?.end;
  // "45% of those in the tape group (19 of 42)": the count that follows is that of the words between.
  return (
    end !== undefined &&
    (N === undefined || N.start < end) &&
    /^\s?%\s+of\s+(?!the (?:patients|subjects|total|whole|cohort)\b)[a-z\d]/i.test(
      context.text.slice(end, end + 30),
    )
  );
}

const RATE = /\b(?:rates?|probability|risk|incidence|survival)\b/i;
const EVENT =
  /relaps|recurren|surviv|mortality|death|died|fracture|failure|progress|incidence|infection|stroke|bleeding|revision|event/i;

/** Censoring makes a rate larger than its share, but not many times. */
const MOST_CENSORED = 3;

/**
 * Whether the total is the only one of the document that is written so, and the one that fits is written with one digit else: the same number, misprinted
 * here.
 */
function misprinted({ statement, N }: Counted, others: readonly number[], { text }: Context): boolean {
  const [other = NaN] = others;
  const { literal, ranges } = statement;
  if (others.length !== 1 || N < 10 || !oneDigitApart(N, other)) return false;
  const printed = literal.N ?? String(N);
  const first = text.indexOf(printed);
  return (
    first >= 0 && first === (ranges.N?.start ?? first) && !text.includes(printed, first + printed.length)
  );
}

/** Whether two other shares of the sentence are those of their counts, and none is not: its percentages are no estimates. */
function neighboursFit(own: Counted, context: Context): boolean {
  let fitting = 0;
  for (const other of context.inSentenceOf(own.statement.range)) {
    if (other.kind !== "proportion" || other.id === own.statement.id) continue;
    const share = countedOf(other, context);
    if (share === null) continue;
    if (!prints(share, share.N)) return false;
    fitting += 1;
  }
  return fitting >= 2;
}

/** Whether another share of the sentence misses its count too, and not by much less, as rates over time do together. */
function neighboursMisfit(own: Counted, context: Context): boolean {
  const { statement } = own;
  return context.inSentenceOf(statement.range).some((other) => {
    if (other.kind !== "proportion" || other.id === statement.id) return false;
    const share = countedOf(other, context);
    if (share === null || prints(share, share.N) || swapped(statement, other, context)) return false;
    const exact = (100 * share.n) / share.N;
    if (cutOff(exact, share.percent) || roundedTwice(exact, share.percent)) return false;
    const off = Math.log(own.percent.value / ((100 * own.n) / own.N));
    const theirs = Math.log(share.percent.value / exact);
    return Math.abs(off) < MOST_CENSORED * Math.abs(theirs);
  });
}

/** Whether each percentage goes with the other's count. */
function swapped(a: ProportionStatement, b: ProportionStatement, context: Context): boolean {
  const [one, two] = [countedOf(a, context), countedOf(b, context)];
  if (one === null || two === null) return false;
  return (
    prints({ n: one.n, percent: two.percent }, one.N) && prints({ n: two.n, percent: one.percent }, two.N)
  );
}

/** 10.46 as 10.4. */
function cutOff(exact: number, { value, decimals }: Printed): boolean {
  return exact >= value - 1e-9 && exact < value + 10 ** -decimals - 1e-9;
}

/** 10.4499 as 10.45 and then as 10.5. */
function roundedTwice(exact: number, { value, decimals }: Printed): boolean {
  const finer = 10 ** (decimals + 1);
  const once = Math.round(exact * finer + 1e-9) / finer;
  return Math.round(once * 10 ** decimals + 1e-9) === Math.round(value * 10 ** decimals) && once > exact;
}
