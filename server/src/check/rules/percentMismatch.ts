import type { ProportionStatement } from "../../extraction.js";
import type { Context } from "../context.js";
import { countedOf, everybody, impliedTotals, INCOMPLETE, siblingsOf, somePart, SURE } from "../counted.js";
import type { Counted } from "../counted.js";
import { prints } from "../denominators.js";
import { fewerThan } from "../fewer.js";
import { percentText } from "../format.js";
import { numberOf } from "../numbers.js";
import { HEAD_BRACKET, withoutMeasures } from "../owner.js";
import { percentReasons } from "../percentReasons.js";
import { weighed } from "../reasons.js";
import { repairOf } from "../repair.js";
import type { Digits } from "../repair.js";
import type { Contradiction, Rule, RulePage } from "../rule.js";
import { APPROXIMATE, SURVIVAL_ESTIMATE } from "../wording.js";

export const page: RulePage = {
  title: "Percentage that does not go with its count",
  reference: "100·n/N, rounded to the printed decimals; truncation allowed as an explanation.",
  what: "The percentage is not the count divided by its denominator. Where the denominator is a group's size found elsewhere, every total that the document states is tried, and the rule speaks only if none fits, one is clearly meant and no smaller number would fit either.",
  formula: "|100·n/N − percent| > ½·10^−d, d the decimals printed",
  example: {
    text: "Nineteen of 47 patients (45%) needed a second dose",
    why: "19/47 is 40%; 21/47 would be 45%.",
  },
  silent: [
    "the number is said to be approximate: over, more than, almost, nearly, about",
    "the words beside it name a Kaplan–Meier, actuarial or life-table estimate or a cumulative incidence",
    "n and N are two categories (83 : 70, or 70/83 beside words such as male, women, ratio) and n/(n+N) fits",
    "the two numbers are a dose (20/20 mg)",
    "n is above N in a ratio that has no percentage beside it, or one of the three is no plain number",
    "no denominator is printed beside the count, and a stated total fits, the sum of two does, a number that the document names does, or some number below the one that is meant (patients without a value); a percentage that asks for more people than the one total of its sentence has is told all the same, as is one of the sex of everybody or one whose sentence has two others that fit, unless it counts things of which a person has several; and so is a share in the bracket of a total, or of the total that its sentence begins with, which is more than all, the sex of everybody, the first after it, or fits the total with one other digit only",
    'the total stands away from the count and some smaller number fits, unless it is the sex of everybody, two others of the sentence print their percentages of the total (one, where no smaller total is named), its parts add to the total, or the sentence begins with "Of N", this is its first count and no group follows; with words such as assessed, available or missing always, unless they are what is said of the count itself',
    "the sentence tells of fewer than its total: the parts whose percentages make 100 add up to fewer, or the percentage is of those left without another count",
    "counts or percentages in pairs with a slash, whose partners are not known",
    "hint only, at strict a warning: the percentage was cut off instead of rounded (no excuse where the document rounds four others for each that is cut off), or rounded twice",
    "hint only: the denominator stands away from the count and another group's size fits, unless it differs in one digit from this denominator, which stands nowhere else",
    "hint only: the percentage says what it is a share of (59% of those treated)",
    "hint only: a rate of events up to three times its share in a document with Kaplan–Meier or cumulative-incidence estimates, unless two others of the sentence are their counts' and none is not, or beside another rate that misses its count too",
  ],
};

export const percentMismatch: Rule = {
  id: "percent-mismatch",
  defaultSeverity: "warning",
  check: (context, bit) =>
    context.each("proportion", bit, (statement) => {
      const share = countedOf(statement, context);
      return share === null || prints(share, share.N) ? null : contradiction(share, context);
    }),
};

function contradiction(share: Counted, context: Context): Contradiction | null {
  const { statement, n, N, percent, source } = share;
  if (approximate(share, context) || twoCategories(share, context)) return null;
  if (n > N) return aboveTotal(share);
  if (SURVIVAL_ESTIMATE.test(context.around(statement.range, 80, 40))) return null;
  const ofSome = source === "sentence" && somePart(share);
  if (ofSome && !ofAll(share, context)) return null;
  const others = context.denominators.fitting(share).filter((size) => size !== N);
  const reasons = percentReasons(share, source === "beside" ? [] : others, context);
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

/**
 * Whether a share is of the whole total that its sentence names, not of those with a value or of one group: as everybody's sex is, as
 * others that print their percentages of it are (one is enough where no smaller total is named), as parts that add to it, or as the first
 * that follows it.
 */
function ofAll(share: Counted, context: Context): boolean {
  const { statement, N } = share;
  if (everybody(statement, context)) return true;
  const fewer = fewerThan(N, share, context);
  if (fewer !== null && fewer !== N) return false;
  if (INCOMPLETE.test(withoutPredicate(statement, context))) return false;
  const siblings = siblingsOf(statement, N, context);
  if (siblings >= SURE || addsUp(share, context) || leads(share, context)) return true;
  return siblings > 0 && !context.namesNear(statement.range, impliedTotals(share));
}

/** "83 (32%) had … and 174 (68%) had …" of 257: the parts add to the total. */
function addsUp({ statement, N }: Counted, context: Context): boolean {
  const from = statement.ranges.N?.start;
  let parts = 0;
  let sum = 0;
  for (const other of context.inSentenceOf(statement.range)) {
    if (other.kind !== "proportion" || other.N !== N || other.ranges.N?.start !== from) continue;
    parts += 1;
    sum += other.n ?? NaN;
  }
  return parts > 1 && sum === N;
}

/** Whether no other count stands between the total and this one: "Of 142 patients with measurable disease, 48 (42.9%) …". */
function leads({ statement }: Counted, context: Context): boolean {
  const { text } = context;
  const { n, N } = statement.ranges;
  if (n === undefined || N === undefined || n.start < N.end || statement.n === statement.N) return false;
  const { percent } = statement.ranges;
  const end = Math.max(n.end, percent?.end ?? 0);
  const between = text.slice(N.end, Math.min(n.start, percent?.start ?? n.start));
  const { group } = statement;
  // "Of the 214 patients in the drug group, 96 (45%)": the group that the total is the size of
  const sized = group !== null && between.includes(group.text);
  if (group !== null && !sized && !BECAME_GROUP.test(text.slice(end, end + 60))) return false;
  if (OF_ONE_GROUP.test(text.slice(end, end + 60)) || /[\d#]/.test(withoutMeasures(between))) return false;
  const before = text.slice(context.sentenceRange(statement.range).start, N.start);
  // "In patients with both eyes treated (n = 78), 72 (92%)"
  if (HEAD_BRACKET.test(before)) return /^[^()]*\),\s$/.test(between);
  return /\b(?:of|among)\s+(?:the\s+|all\s+)?$/i.test(before);
}

/** The sentence without what it says of this count: "258 (95%) were available" does not say that others have no value. */
function withoutPredicate({ ranges, range }: ProportionStatement, context: Context): string {
  const sentence = context.sentenceRange(range);
  const end = Math.max(ranges.n?.end ?? range.start, ranges.percent?.end ?? 0);
  const after = context.text.slice(end, sentence.end);
  return context.text.slice(sentence.start, end) + after.replace(PREDICATE, "");
}

const PREDICATE = /^\s?%?[)\]]?\s(?!of\b|in\b|with\b)[^,.;:()\d]*/;

/** "(7.5%) in the tape group": a share of one of the groups that the total is made of. */
const OF_ONE_GROUP = /^\s?%?[)\]]?\s*(?:of|in|with|for)\b[^,.;]*\b(?:groups?|arms?|cohorts?)\b/i;

/** "(83%) were treated with drug A": a group that this share makes. */
const BECAME_GROUP =
  /^\s?%?[)\]]?\s+(?:\w+ )?(?:(?:were|was) (?:randomly )?(?:assigned|allocated|randomi[sz]ed|treated|given)|received|underwent)\b/i;

/** "70/83 (46%)" of men and women, "sex ratio 70:83": two parts of which one of the percentages is the share. */
function twoCategories({ statement, n, N, percent }: Counted, context: Context): boolean {
  if (!prints({ n, percent }, n + N) && !prints({ n: N, percent }, n + N)) return false;
  const { start, end } = statement.range;
  const between = context.text.slice(statement.ranges.n?.end ?? start, statement.ranges.N?.start ?? start);
  if (/\bof\b/.test(between)) return false;
  if (n > N || /^\s?:\s?$/.test(between)) return true;
  return /^\s?\/\s?$/.test(between) && CATEGORIES.test(context.text.slice(Math.max(0, start - 60), end + 30));
}

const CATEGORIES =
  /\b(?:fe)?males?\b|\b(?:wo)?men\b|\bM\s?[/:]\s?F\b|\b(?:sex|gender)\b|\bratio\b|\d%?\s?\/\s?\d+(?:\.\d+)?%/i;

/** Said to be approximate, or a dose. */
function approximate({ statement }: Counted, context: Context): boolean {
  const fields = [statement.ranges.percent, statement.ranges.n].filter((range) => range !== undefined);
  if (fields.some(({ start }) => APPROXIMATE.test(context.text.slice(Math.max(0, start - 16), start))))
    return true;
  if (/\d\.\d+\s?\/\s?\d/.test(context.sentenceText(statement.range))) return true;
  const end = statement.ranges.N?.end;
  return (
    end !== undefined && /^[\s-]*(?:mg|µg|mcg|g|IU|units?|mm ?Hg)\b/.test(context.text.slice(end, end + 12))
  );
}

/** More people with something than there are. */
function aboveTotal(share: Counted): Contradiction {
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
  { statement, N }: Counted,
  context: Context,
): { range: { start: number; end: number }; message: string }[] {
  const named = statement.denominator?.statementId;
  const source = named === undefined ? undefined : context.byId(named);
  const range =
    source?.range ?? context.reading.groups.find((group) => group.id === statement.group?.id)?.ranges[0];
  return range === undefined ? [] : [{ range, message: `The denominator used, ${String(N)}` }];
}

/** The totals that were tried and do not fit either, nearest to the one used. */
function triedText({ N, n }: Counted, context: Context): string {
  const others = context.denominators.sizes.filter((size) => size >= n && size !== N);
  const near = [...others].sort((a, b) => Math.abs(a - N) - Math.abs(b - N)).slice(0, 4);
  if (near.length === 0) return "";
  return ` ${near.sort((a, b) => a - b).join(", ")} ${near.length === 1 ? "does" : "do"} not fit either.`;
}

function repair({ statement, n, N, percent }: Counted): string | undefined {
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
