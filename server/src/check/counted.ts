/** Counts with their percentage and the total that they are checked against. */
import type { ProportionStatement } from "../extraction.js";
import type { Printed } from "../statistics/printed.js";
import { firstWhere } from "../text/search.js";
import type { Context } from "./context.js";
import { prints } from "./denominators.js";
import { fewerThan } from "./fewer.js";
import { numberOf } from "./numbers.js";
import type { Owner } from "./owner.js";
import { inBracketOfAnother, ownerOf } from "./owner.js";
import { CLUSTERED_UNITS } from "./wording.js";

export interface Counted {
  readonly statement: ProportionStatement;
  readonly n: number;
  readonly N: number;
  readonly percent: Printed;
  /** Where N comes from: printed beside n (12/34), printed further off, or found elsewhere in the document. */
  readonly source: "beside" | "sentence" | "elsewhere";
}

/** Null without a count, a percentage and a total that is clearly meant. */
export function countedOf(statement: ProportionStatement, context: Context): Counted | null {
  const { n, N } = statement;
  const percent = numberOf(statement, "percent", statement.percent);
  if (n === null || percent === null || !Number.isInteger(n)) return null;
  const total = N ?? elsewhere({ statement, n, percent }, context);
  if (total === null || !Number.isInteger(total) || (total <= 0 && n === 0)) return null;
  if (n > total && N !== null && !ofTotal(statement, N, context)) return null;
  if (besideSlash(statement, context)) return null;
  const at = statement.ranges.n;
  const of = statement.ranges.N;
  const beside =
    at !== undefined &&
    of !== undefined &&
    of.start >= at.end &&
    wordsBetween(at.end, of.start, context) <= 24;
  return {
    statement,
    n,
    N: total,
    percent,
    source: N === null ? "elsewhere" : beside ? "beside" : "sentence",
  };
}

/** How many characters stand between two places, those in brackets left out: "45 (88% [76 to 96], p<0.001) of 61 women". */
function wordsBetween(from: number, to: number, context: Context): number {
  if (to - from > 120) return Infinity;
  let depth = 0;
  let count = 0;
  for (const sign of context.text.slice(from, to)) {
    if (sign === ")" || sign === "]") depth -= 1;
    else if (sign === "(" || sign === "[") depth += 1;
    else if (depth === 0) count += 1;
  }
  return count;
}

/**
 * A total that is clearly meant and yet cannot be right: no stated total fits, nor does any smaller number,
 * as it would where some patients have no value.
 */
function elsewhere(share: Omit<Counted, "N" | "source">, context: Context): number | null {
  const { statement, n, percent } = share;
  const owner = ownerOf(statement, context);
  if (
    owner !== null &&
    !ofSeveral(statement, context) &&
    !ofTogether(share, owner, context) &&
    certainlyOf(share, owner, context)
  )
    return owner.n;
  if (n === 0 || context.denominators.explains(share)) return null;
  const listed = ofList(statement, context);
  if (
    listed !== null &&
    !ofSeveral(statement, context) &&
    !withAnother(share, context) &&
    (everybody(statement, context) ||
      siblingsOf(statement, listed, context) >= SURE ||
      tooMany(share, listed, context))
  )
    return listed;
  const total = statement.denominator?.value ?? context.denominators.meant(statement);
  if (total === null || n > total || prints(share, total)) return null;
  if (somePart({ ...share, N: total }) || completed(share, context)) return null;
  const away = Math.abs((100 * n) / total - percent.value);
  const sizes = context.denominators.ofGroup(statement.group?.id);
  const ofGroup = statement.denominator !== undefined || sizes.includes(total);
  if (away > (ofGroup ? 6 : 3) || away > 0.2 * percent.value) return null;
  return context.namesNear(statement.range, impliedTotals(share)) ? null : total;
}

/**
 * Whether two sizes of the document together explain the percentage; not where what they add to is the total with one other digit, for then
 * it is the total that is misprinted.
 */
function ofTogether(share: Omit<Counted, "N" | "source">, owner: Owner, context: Context): boolean {
  const sums = context.denominators.sumsOfTwo(share);
  return sums.length > 0 && !sums.some((sum) => oneDigitApart(sum, owner.n));
}

/**
 * Whether a share can't be of fewer people than the total that it stands with: more people than there are; the sex of everybody; the first
 * share of the sentence; beside another that fits the total where no smaller one is named; or where the total with one other digit
 * fits, and as it is, more than a tenth of the people would have no value.
 */
function certainlyOf(share: Omit<Counted, "N" | "source">, owner: Owner, context: Context): boolean {
  const { statement, n, percent } = share;
  const total = owner.n;
  if (n > total || (100 * n) / percent.high > total) return true;
  const fewer = fewerThan(total, share, context);
  if (fewer !== null) return fewer < 0.9 * total && oneDigitApart(fewer, total);
  if (everybody(statement, context)) return true;
  if (owner.leads && !partOfIts(statement, context)) return true;
  const implied = impliedTotals(share);
  const meant = implied.filter((size) => oneDigitApart(size, total));
  if (implied.length <= FEW && meant.some((size) => size < 0.9 * total)) return true;
  if (sexPrints(statement, meant, context)) return true;
  return siblingsOf(statement, total, context) > 0 && !context.namesNear(statement.range, implied);
}

/** Whether the sentence tells everybody's sex as a percentage of one of these totals. */
function sexPrints(statement: ProportionStatement, totals: readonly number[], context: Context): boolean {
  if (totals.length === 0) return false;
  return context.inSentenceOf(statement.range).some((other) => {
    const percent = other.kind === "proportion" ? numberOf(other, "percent", other.percent) : null;
    if (other.kind !== "proportion" || percent === null || !everybody(other, context)) return false;
    return totals.some((size) => prints({ n: other.n ?? NaN, percent }, size));
  });
}

/** "(7.5%) in the tape group", "(87% of those assigned)": a share of something else than the total before it. */
function partOfIts({ ranges, range }: ProportionStatement, { text }: Context): boolean {
  const end = Math.max(ranges.n?.end ?? range.start, ranges.percent?.end ?? 0);
  return (
    OF_OTHERS.test(text.slice(end, end + 60)) || /^\s?%?[)\]]?\s+and\s+\d/.test(text.slice(end, end + 12))
  );
}

const OF_OTHERS = /^\s?%?[)\]]?\s*(?:of|in|with|for|from|among)\b/i;

/** So few totals print the percentage that one with the digits of the printed total is no chance. */
const FEW = 3;

/** Whether two whole numbers are as long as each other and differ in one digit. */
export function oneDigitApart(a: number, b: number): boolean {
  const [one, two] = [String(a), String(b)];
  return one.length === two.length && Array.from(one).filter((digit, i) => digit !== two[i]).length === 1;
}

/**
 * The one total that the sentence names before a share, and that its other shares are printed with; null where there is none or
 * are several, and in tables without full stops.
 */
function ofList(statement: ProportionStatement, context: Context): number | null {
  const totals = new Set<number>();
  const all = context.inSentenceOf(statement.range);
  const from = statement.ranges.n?.start ?? statement.range.start;
  // "19 of 21 (90%)" of which the 19 was taken for something else
  if (
    all.length > MOST_LISTED ||
    /\bof\s+(?:the\s+)?$/i.test(context.text.slice(Math.max(0, from - 8), from))
  )
    return null;
  for (const other of all) {
    if (other.kind === "group-size" && other.n >= 10) {
      const unclear = other.range.start > from || inBracketOfAnother(from, other.range, context.text);
      totals.add(unclear ? NaN : other.n);
    } else if (other.kind === "proportion" && other.N !== null) totals.add(other.N);
  }
  const shared = [...totals].filter(
    (size) => totals.size === 1 || siblingsOf(statement, size, context) >= SURE,
  );
  const [total = NaN] = shared;
  return shared.length === 1 && total >= 10 && total !== statement.n ? total : null;
}

/** So many shares of a sentence that fit one total say that it is the sentence's. */
export const SURE = 2;

/** How many other shares of the sentence are of a total and print its percentage; none where some have no value. */
export function siblingsOf(statement: ProportionStatement, total: number, context: Context): number {
  if (INCOMPLETE.test(context.sentenceText(statement.range))) return 0;
  return context.inSentenceOf(statement.range).filter((other) => {
    if (other.kind !== "proportion" || other.id === statement.id || other.N !== total) return false;
    const percent = numberOf(other, "percent", other.percent);
    return other.n !== null && percent !== null && prints({ n: other.n, percent }, total);
  }).length;
}

/** Words that say that not everybody has a value. */
export const INCOMPLETE =
  /\b(?:missing|unknown|available|evaluable|assessable|assessed|analy[sz]able|tested|had data|with data|responded|lost|measured|known)\b/i;

/** "8 women [13.6%] and 51 men [86.4%]" of 61: two parts of those whose part is known. */
function withAnother({ statement, n, percent }: Omit<Counted, "N" | "source">, context: Context): boolean {
  return context
    .inSentenceOf(statement.range)
    .some(
      (other) =>
        other.kind === "proportion" &&
        other.id !== statement.id &&
        other.n !== null &&
        prints({ n, percent }, n + other.n),
    );
}

/** "Wild type 73 (94.8%), mutated 4 (5.2%)", in two rows of a table: the part that is left of the whole stands nearby. */
function completed({ statement, n, percent }: Omit<Counted, "N" | "source">, context: Context): boolean {
  const { start, end } = statement.range;
  const all = context.of("proportion");
  for (let i = firstWhere(all.length, (k) => all[k]!.range.start >= start - NEAR); i < all.length; i += 1) {
    const other = all[i]!;
    if (other.range.start > end + NEAR) return false;
    const rest = other.n === null ? null : numberOf(other, "percent", other.percent);
    if (other.n === null || rest === null || Math.abs(rest.value + percent.value - 100) > 0.11) continue;
    const whole = n + other.n;
    if (prints({ n, percent }, whole) && prints({ n: other.n, percent: rest }, whole)) return true;
  }
  return false;
}

/** So many characters away stands the next row of a table, at most. */
const NEAR = 200;

/** "73 [67.2%] men": the sex of everybody is known, so that a smaller total is no explanation. */
export function everybody({ ranges, n }: ProportionStatement, { text }: Context): boolean {
  const end = Math.max(ranges.n?.end ?? 0, ranges.percent?.end ?? 0);
  const start = Math.min(ranges.n?.start ?? end, ranges.percent?.start ?? end);
  const between = text.slice(ranges.n?.end ?? end, ranges.percent?.start ?? end);
  return (
    n !== null &&
    (/^\s(?:(?:fe)?males?|(?:wo)?men|girls|boys)\s?[([]$/i.test(between) ||
      SEX_AFTER.test(text.slice(end, end + 24)) ||
      SEX_BEFORE.test(text.slice(Math.max(0, start - 16), start)))
  );
}

const SEX_AFTER =
  /^\s?%?[)\]]?\s+(?:of whom )?(?:(?:were|was) )?(?:(?:fe)?males?|(?:wo)?men|girls|boys)\b(?!\s+(?:with|who|had|and))/i;
const SEX_BEFORE = /(?:^|[;,(]\s?)(?:(?:fe)?males?|(?:wo)?men|girls|boys),\s(?:n\s?=\s?)?$/i;

/** A sentence of more statements is a table. */
const MOST_LISTED = 12;

/** "45 (30%) lesions", "99 events (12%)": things of which a patient may have several. */
function ofSeveral({ ranges }: ProportionStatement, context: Context): boolean {
  const end = Math.max(ranges.n?.end ?? 0, ranges.percent?.end ?? 0);
  return SEVERAL.test(context.text.slice(ranges.n?.start ?? end, end + 30));
}

const SEVERAL = new RegExp(
  `${CLUSTERED_UNITS.source}|\\b(?:events?|episodes?|samples?|cycles?|visits?|procedures?|specimens?|times)\\b`,
  "i",
);

/** Whether the percentage asks for more people than the total counts, so that none of them having a value explains it. */
function tooMany(share: Omit<Counted, "N" | "source">, total: number, context: Context): boolean {
  const { n, percent, statement } = share;
  const least = (100 * n) / percent.high;
  return n > total || (least > total && !context.namesNear(statement.range, impliedTotals(share)));
}

/** Whether the percentage is of a part of the whole: of those with a value, or of one arm. */
export function somePart({ n, N, percent }: Omit<Counted, "source" | "statement">): boolean {
  const smallest = Math.max(n, Math.ceil((100 * n) / percent.high - 1e-9));
  return smallest <= N && prints({ n, percent }, smallest);
}

/** The whole numbers of which n prints the percentage: at most sixty of them. */
export function impliedTotals({ n, percent }: Omit<Counted, "N" | "source">): number[] {
  const from = Math.max(n, Math.ceil((100 * n) / percent.high - 1e-9));
  const to = Math.min(from + 60, Math.floor((100 * n) / Math.max(percent.low, 0.1) + 1e-9));
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

/** Whether n and N are surely a count and its total, so that the one above the other is wrong. */
function ofTotal(statement: ProportionStatement, N: number, context: Context): boolean {
  return adjacent(statement, context) || countOf(statement, context) || siblingsOf(statement, N, context) > 0;
}

/** "210 of 229", "30 out of the 49", "24/21": nothing else can be meant by two numbers that stand so. */
function adjacent({ ranges: { n, N } }: ProportionStatement, { text }: Context): boolean {
  if (n === undefined || N === undefined || N.start < n.end) return false;
  const between = text.slice(n.end, Math.min(N.start, n.end + 60));
  return /^(?:\s?\(\d[^()]*\)|\s?\[\d[^[\]]*\])?\s+(?:out )?of (?:the )?$|^\s?\/\s?$/.test(between);
}

/** Whether n, N and the percentage stand side by side with nothing but brackets, "of" and nouns between. */
function countOf({ ranges }: ProportionStatement, context: Context): boolean {
  const all = [ranges.n, ranges.N, ranges.percent];
  if (all.some((range) => range === undefined)) return false;
  const start = Math.min(...all.map((range) => range!.start));
  const end = Math.max(...all.map((range) => range!.end));
  return end - start <= 40 && !/[.;]\s/.test(context.text.slice(start, end));
}
