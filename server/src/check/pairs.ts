/** Two groups' counts, and the p-values that the usual tests give for them. */
import type { EffectStatement, ProportionStatement } from "../extraction.js";
import { exactly, gap } from "../statistics/bounds.js";
import type { Bounds } from "../statistics/bounds.js";
import { zOfTwoSided } from "../statistics/normal.js";
import {
  fisherOneSided,
  fisherTwoSided,
  likelihoodRatio,
  midP,
  pearson,
  pearsonNMinusOne,
  waldDifference,
  waldLogOddsRatio,
  waldLogRiskRatio,
  yates,
} from "../statistics/twoGroups.js";
import type { TwoGroups } from "../statistics/twoGroups.js";
import type { Context } from "./context.js";
import { allows, numberOf, pOf } from "./numbers.js";
import type { PrintedP } from "./numbers.js";

/** The tests a paper may have used, by the name a finding gives them. */
const TESTS: readonly (readonly [name: string, test: (groups: TwoGroups) => number])[] = [
  ["Pearson χ²", pearson],
  ["Fisher exact", fisherTwoSided],
  ["Yates χ²", yates],
  ["likelihood ratio", likelihoodRatio],
  ["N − 1 χ²", pearsonNMinusOne],
  ["Wald (difference)", waldDifference],
  ["Wald (odds ratio)", waldLogOddsRatio],
  ["Wald (risk ratio)", waldLogRiskRatio],
  ["mid-p", midP],
];

export interface TestedTable {
  readonly groups: TwoGroups;
  readonly results: readonly { readonly name: string; readonly p: number }[];
}

/** p by every test that is defined for these counts. */
export function testTable(groups: TwoGroups): TestedTable {
  const results = TESTS.map(([name, test]) => ({ name, p: test(groups) })).filter(
    ({ p }) => !Number.isNaN(p),
  );
  return { groups, results };
}

/** Distance in z between a printed p and the nearest of a table. */
export function distanceFrom(p: PrintedP, table: TestedTable): number {
  const z = (x: number): number => zOfTwoSided(Math.min(1, Math.max(1e-300, x)));
  const printed = { low: z(p.bounds.high), high: z(p.bounds.low) };
  return Math.min(...table.results.map((result) => gap(printed, exactly(z(result.p)))));
}

/** Smallest and largest p of a table. */
export function spanOf({ results }: TestedTable): Bounds {
  const all = results.map(({ p }) => p);
  return { low: Math.min(...all), high: Math.max(...all) };
}

export function matches(p: PrintedP, table: TestedTable): boolean {
  return table.results.some((result) => allows(p, exactly(result.p)));
}

/** The same without the tests after the first that fits; most papers use Pearson's. */
export function someTestGives(p: PrintedP, groups: TwoGroups): boolean {
  return TESTS.some(([, test]) => allows(p, exactly(test(groups))));
}

/** Whether half the p-value of some test fits, as in a one-sided test. */
export function matchesOneSided(p: PrintedP, table: TestedTable): boolean {
  return (
    allows(p, exactly(fisherOneSided(table.groups))) ||
    table.results.some((result) => allows(p, exactly(result.p / 2)))
  );
}

/**
 * All tables that two proportions can mean: counts as printed, and the only count that prints the
 * percentage in that group where count and percentage disagree or no count is printed.
 */
export function tablesOf(
  first: ProportionStatement,
  second: ProportionStatement,
  context: Context,
): TwoGroups[] {
  const tables: TwoGroups[] = [];
  for (const one of readings(first, context)) {
    for (const two of readings(second, context)) {
      tables.push({ events1: one.n, total1: one.N, events2: two.n, total2: two.N });
    }
  }
  return tables;
}

interface Count {
  readonly n: number;
  readonly N: number;
}

function readings(statement: ProportionStatement, context: Context): Count[] {
  const counts = new Map<string, Count>();
  for (const N of totalsOf(statement, context)) {
    const { n } = statement;
    const printed = n !== null && Number.isInteger(n) && n >= 0 && n <= N ? [n] : [];
    const only = onlyCount(statement, N);
    for (const count of only === null ? printed : [...printed, only]) {
      counts.set(`${String(count)}/${String(N)}`, { n: count, N });
    }
  }
  return [...counts.values()];
}

/**
 * N as printed; else the stated totals of which the count prints its percentage, those of its group before others;
 * else the sizes that the document gives the statement's group, or the reader's finding.
 */
function totalsOf(statement: ProportionStatement, context: Context): readonly number[] {
  const { n, N, denominator, group } = statement;
  if (N !== null) return N > 0 ? [N] : [];
  const sizes = context.denominators.ofGroup(group?.id);
  const percent = numberOf(statement, "percent", statement.percent);
  if (n !== null && percent !== null) {
    const fitting = context.denominators.fitting({ n, percent });
    const own = fitting.filter((size) => sizes.includes(size));
    if (own.length > 0) return own;
    if (fitting.length > 0) return fitting;
  }
  const all = sizes.length > 0 ? sizes : denominator === undefined ? [] : [denominator.value];
  // "37% (n=220)" of a group of 75,360 is a share of others.
  return n === null || percent === null
    ? all
    : all.filter((size) => Math.abs((100 * n) / size - percent.value) <= 6);
}

/** The one whole number of N that prints this percentage; null where several or none do. */
export function onlyCount(statement: ProportionStatement, N: number): number | null {
  const percent = numberOf(statement, "percent", statement.percent);
  if (percent === null) return null;
  const from = Math.ceil((percent.low * N) / 100 - 1e-9);
  const to = Math.floor((percent.high * N) / 100 + 1e-9);
  return from === to && from >= 0 && from <= N ? from : null;
}

/** Whether the counts of the sentence give an effect's p by some test: then its interval was made another way. */
export function matchedByCounts(statement: EffectStatement, context: Context): boolean {
  const p = pOf(statement);
  return p !== null && tablesBeside(statement, context).some((table) => matches(p, table));
}

/** Whether p lies between the smallest and the largest that the usual tests give for the counts beside it. */
export function betweenCounts(statement: EffectStatement, context: Context): boolean {
  const p = pOf(statement);
  if (p === null) return false;
  return tablesBeside(statement, context).some((table) => {
    const { low, high } = spanOf(table);
    return p.bounds.high >= low && p.bounds.low <= high;
  });
}

/**
 * The tables of the two proportions just before an effect, else of the first two of its sentence. Percentages whose groups have no known size
 * are tried with every size that the document names, where one count only prints them.
 */
function tablesBeside(statement: EffectStatement, context: Context): TestedTable[] {
  const proportions = context.inSentenceOf(statement.range).filter((s) => s.kind === "proportion");
  const before = proportions.filter((s) => s.range.start < statement.range.start).slice(-2);
  const [first, second] = before.length === 2 ? before : proportions;
  if (first === undefined || second === undefined) return [];
  const tables = tablesOf(first, second, context);
  return (tables.length > 0 ? tables : tablesOfAnySize(first, second, context)).map(testTable);
}

/** A document with more sizes than this has some that print any percentage. */
const MOST_SIZES = 4;

function tablesOfAnySize(
  first: ProportionStatement,
  second: ProportionStatement,
  { denominators: { sizes } }: Context,
): TwoGroups[] {
  if (sizes.length > MOST_SIZES) return [];
  const counts = (statement: ProportionStatement): Count[] =>
    sizes.flatMap((N) => {
      const n =
        (numberOf(statement, "percent", statement.percent)?.decimals ?? 0) > 0
          ? onlyCount(statement, N)
          : null;
      return n === null ? [] : [{ n, N }];
    });
  return counts(first).flatMap((one) =>
    counts(second)
      .filter(({ N }) => N !== one.N || sizes.length === 1)
      .map((two) => ({ events1: one.n, total1: one.N, events2: two.n, total2: two.N })),
  );
}
