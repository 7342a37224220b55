import type { PValueStatement, ProportionStatement } from "../../extraction.js";
import type { Context } from "../context.js";
import { prints } from "../denominators.js";
import { Z_SLACK } from "../effectRepair.js";
import { pRangeText, pText, reportedP } from "../format.js";
import { numberOf, pOf, withPrint } from "../numbers.js";
import type { PrintedP } from "../numbers.js";
import {
  distanceFrom,
  matches,
  matchesOneSided,
  someTestGives,
  spanOf,
  tablesOf,
  testTable,
} from "../pairs.js";
import { isFloor } from "../pReasons.js";
import type { TestedTable } from "../pairs.js";
import { repairOf } from "../repair.js";
import type { Digits } from "../repair.js";
import type { Contradiction, Rule, RulePage } from "../rule.js";
import { ADJUSTED_TEST, CLUSTERED, CLUSTERED_UNITS, ONE_SIDED } from "../wording.js";

export const page: RulePage = {
  title: "p-value that no test gives for these counts",
  reference: "Pearson 1900; Fisher 1935; Yates 1934; Campbell 2007: the usual tests of a 2×2 table.",
  what: "Two groups' counts (or percentages of groups of known size, where only one count prints them) give no p-value like the printed one by any usual test.",
  formula:
    "p ∉ {Pearson, Fisher, Yates, likelihood ratio, N − 1, Wald, mid-p} of the 2×2 table, by the printed precision of p; warning when p lies outside all of them together",
  example: {
    text: "11 of 52 against 20 of 50 patients (P = 0.003)",
    why: "Pearson's test gives 0.039, Fisher's 0.053; none comes near 0.003.",
  },
  silent: [
    "more than two groups, both counts of one group, or p for all of several comparisons",
    "another pair of the sentence fits the p-value",
    "the sentence names an adjusted, stratified, paired, matched, weighted or regression analysis, or a time-to-event outcome",
    "hint only: two or more of the document's other p-values are of no test of their counts either, and these are the most of them",
    "hint only: p lies between the p-values of the usual tests or within 0.3 of one in units of z, the counted lesions, teeth or eyes are not independent, only percentages are printed and p is the larger one, a one-sided test fits, the design is clustered, or p = 0.0001 is a program's smallest",
  ],
};

export const pContradictsCounts: Rule = {
  id: "p-contradicts-counts",
  defaultSeverity: "warning",
  check(context) {
    const found: Contradiction[] = [];
    let fitting = 0;
    for (const statement of context.of("p-value")) {
      const compared = comparedPair(statement, context);
      const p = pOf(statement);
      if (compared === null || p === null || (statement.tag !== null && statement.tag !== "two-sided"))
        continue;
      const one = contradiction(statement, compared, p, context);
      if (one !== null) found.push(one);
      else if (p.comparator === "=") fitting += 1;
    }
    const others = found.length - 1;
    return others >= 2 && others > fitting ? found.map(asUsual) : found;
  },
};

/** Where most p-values are of no test of their counts, they are of an adjusted analysis or of a model. */
const asUsual = (found: Contradiction): Contradiction => ({
  ...found,
  explanations: [
    ...found.explanations,
    "Most p-values of the document are of no usual test of their counts: they may be adjusted.",
  ],
  severity: "hint",
});

type Pair = readonly [ProportionStatement, ProportionStatement];

function comparedPair(statement: PValueStatement, context: Context): Pair | null {
  const [first, second, ...rest] = statement.compares.map((id) => context.byId(id));
  if (first?.kind !== "proportion" || second?.kind !== "proportion" || rest.length > 0) return null;
  const sameGroup = first.group?.id !== undefined && first.group.id === second.group?.id;
  if (
    sameGroup ||
    /\b(?:all|both|each)\s*$/i.test(
      context.text.slice(Math.max(0, statement.range.start - 6), statement.range.start),
    )
  ) {
    return null;
  }
  return otherGroups(statement, second, context) ? null : [first, second];
}

/** Whether p stands behind three proportions or more, or another p stands between it and the second one. */
function otherGroups(statement: PValueStatement, second: ProportionStatement, context: Context): boolean {
  let proportions = 0;
  for (const each of [...context.inSentenceOf(statement.range)].reverse()) {
    if (each.range.start >= statement.range.start) continue;
    if (each.kind === "p-value" || each.p !== null) return each.range.start > second.range.start;
    if (each.kind === "proportion" && each.percent !== 0 && hasShare(each)) proportions += 1;
  }
  return proportions > 2;
}

/** A bare count, "12 patients", is no group of the comparison. */
function hasShare({ n, N, percent }: ProportionStatement): boolean {
  return percent !== null || (n !== null && N !== null);
}

/** The other pairs that p may compare: the sentence's proportions with one of the two. */
function otherPairs(pair: Pair, context: Context): Pair[] {
  const others = context
    .inSentenceOf(pair[0].range)
    .filter(
      (s): s is ProportionStatement =>
        s.kind === "proportion" && hasShare(s) && !pair.some(({ id }) => id === s.id),
    )
    .slice(0, 4);
  return others.flatMap((other): Pair[] => [
    [other, pair[0]],
    [other, pair[1]],
  ]);
}

function contradiction(
  statement: PValueStatement,
  pair: Pair,
  p: PrintedP,
  context: Context,
): Contradiction | null {
  const all = tablesOf(...pair, context);
  if (all.some((groups) => someTestGives(p, groups))) return null;
  if (ADJUSTED_TEST.test(context.sentenceText(statement.range))) return null;
  const tables = all.map(testTable);
  const [table] = tables;
  if (table === undefined || table.results.length === 0) return null;
  const elsewhere = otherPairs(pair, context).flatMap((other) => tablesOf(...other, context).map(testTable));
  if (elsewhere.some((each) => matches(p, each) || matchesOneSided(p, each))) return null;
  const innocent = reasons(p, pair, tables, context);
  const [first, second] = pair;
  const { events1, total1, events2, total2 } = table.groups;
  const counts = `${String(events1)}/${String(total1)} against ${String(events2)}/${String(total2)}`;
  const start = Math.min(first.range.start, statement.range.start);
  return {
    about: [statement, first, second],
    range: { start, end: Math.max(statement.range.end, second.range.end) },
    message: `No usual test of ${counts} gives ${reportedP(statement)}: ${listed(table)}.`,
    reported: reportedP(statement),
    expected: pRangeText(spanOf(table)),
    explanations: innocent,
    related: pair.map((each) => ({ range: each.range, message: "Count used" })),
    repair: innocent.length > 0 ? undefined : repair(statement, pair, p, table),
    severity: innocent.length > 0 ? "hint" : undefined,
  };
}

function reasons(p: PrintedP, pair: Pair, tables: readonly TestedTable[], context: Context): string[] {
  const all: string[] = [];
  if (tables.some((table) => matchesOneSided(p, table))) {
    all.push(
      context.says(ONE_SIDED)
        ? "The document names a one-sided test, and a one-sided p-value fits."
        : "A one-sided p-value would fit.",
    );
  }
  const spans = tables.map(spanOf);
  if (spans.some(({ low, high }) => p.bounds.high >= low && p.bounds.low <= high)) {
    all.push(
      "The p-value lies between those of the usual tests: another test or a correction may have been used.",
    );
  }
  if (all.length === 0 && tables.some((table) => distanceFrom(p, table) < Z_SLACK)) {
    all.push("The p-value is as close to the usual ones as an adjusted test of the same data may be.");
  }
  if (CLUSTERED_UNITS.test(context.sentenceText(pair[0].range))) {
    all.push("Lesions, nodes or teeth of one patient are not independent; the test may allow for it.");
  }
  if (spans.some(({ high }) => p.bounds.low > high)) {
    if (pair.every(({ n }) => n === null))
      all.push("Only percentages are printed; they may be of fewer patients than the groups have.");
    if (isFloor(p)) all.push(`${String(p.printed.value)} is the smallest p-value that some programs print.`);
    if (context.says(CLUSTERED)) all.push("The p-value may allow for clustering.");
  }
  return all;
}

/** Exact tests of more people than this, once for each digit, would keep the editor waiting. */
const MOST_PEOPLE = 1000;

/** The one digit of p or of a printed count with its total that makes a usual test give p, and every percentage fit. */
function repair(statement: PValueStatement, pair: Pair, p: PrintedP, table: TestedTable): string | undefined {
  const { events1, total1, events2, total2 } = table.groups;
  const literal = statement.literal.value ?? statement.literal.p;
  if (literal === undefined || total1 + total2 > MOST_PEOPLE) return undefined;
  const digits: Record<string, Digits[string]> = { p: { literal, number: p.printed } };
  pair.forEach((each, i) => {
    for (const field of ["n", "N"] as const) {
      const own = each.literal[field];
      const number = numberOf(each, field, each[field]);
      if (own !== undefined && number !== null) digits[`${field}${String(i + 1)}`] = { literal: own, number };
    }
  });
  return repairOf(digits, (changed) => {
    const count = (name: string, otherwise: number): number => changed[name]?.value ?? otherwise;
    const groups = {
      events1: count("n1", events1),
      total1: count("N1", total1),
      events2: count("n2", events2),
      total2: count("N2", total2),
    };
    if (groups.events1 > groups.total1 || groups.events2 > groups.total2) return false;
    if (!printsPercent(pair[0], groups.events1, groups.total1)) return false;
    if (!printsPercent(pair[1], groups.events2, groups.total2)) return false;
    const printed = withPrint(p, changed.p ?? p.printed);
    if (printed.printed.value <= 0 || printed.printed.value > 1) return false;
    // The tests of the printed counts are made already.
    return printed.printed === p.printed ? someTestGives(printed, groups) : matches(printed, table);
  });
}

function printsPercent(statement: ProportionStatement, n: number, N: number): boolean {
  const percent = numberOf(statement, "percent", statement.percent);
  return percent === null || prints({ n, percent }, N);
}

function listed({ results }: TestedTable): string {
  return results
    .slice(0, 4)
    .map(({ name, p }) => `${name} ${pText(p)}`)
    .join(", ");
}
