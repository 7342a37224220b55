import type { PValueStatement, ProportionStatement } from "../../extraction.js";
import type { Context } from "../context.js";
import { pRangeText, pText, reportedP } from "../format.js";
import { isFloor } from "../intervalAgainstP.js";
import { pOf } from "../numbers.js";
import type { PrintedP } from "../numbers.js";
import { matches, matchesOneSided, spanOf, tablesOf, testTable } from "../pairs.js";
import type { TestedTable } from "../pairs.js";
import type { Contradiction, Rule } from "../rule.js";
import { ADJUSTED_TEST, CLUSTERED, ONE_SIDED } from "../wording.js";

export const pContradictsCounts: Rule = {
  id: "p-contradicts-counts",
  title: "p-value that no test gives for these counts",
  defaultSeverity: "warning",
  reference: "Pearson 1900; Fisher 1935; Yates 1934; Campbell 2007: the usual tests of a 2×2 table.",
  page: {
    what: "Two groups' counts (or percentages of groups of known size, where only one count prints them) give no p-value like the printed one by any usual test.",
    formula:
      "p ∉ {Pearson, Fisher, Yates, likelihood ratio, N − 1, Wald, mid-p} of the 2×2 table, by the printed precision of p; warning when p lies outside all of them together",
    example: {
      text: "11 of 52 against 20 of 50 patients (P = 0.003)",
      why: "Pearson's test gives 0.039, Fisher's 0.053; none comes near 0.003.",
    },
    silent: [
      "more than two groups, or both counts of one group",
      "the sentence names an adjusted, stratified, paired, matched, weighted or regression analysis, or a time-to-event outcome",
      "hint only: p lies between the p-values of the usual tests, a one-sided test fits, the design is clustered, or p = 0.0001 is a program's smallest",
    ],
  },
  *check(context) {
    for (const statement of context.of("p-value")) {
      const compared = comparedPair(statement, context);
      const p = pOf(statement);
      if (compared === null || p === null || (statement.tag !== null && statement.tag !== "two-sided"))
        continue;
      const found = contradiction(statement, compared, p, context);
      if (found !== null) yield found;
    }
  },
};

type Pair = readonly [ProportionStatement, ProportionStatement];

function comparedPair(statement: PValueStatement, context: Context): Pair | null {
  const [first, second, ...rest] = statement.compares.map((id) => context.byId(id));
  if (first?.kind !== "proportion" || second?.kind !== "proportion" || rest.length > 0) return null;
  const sameGroup = first.group?.id !== undefined && first.group.id === second.group?.id;
  return sameGroup ? null : [first, second];
}

function contradiction(
  statement: PValueStatement,
  pair: Pair,
  p: PrintedP,
  context: Context,
): Contradiction | null {
  const tables = tablesOf(...pair, context).map(testTable);
  const [table] = tables;
  if (table === undefined || table.results.length === 0) return null;
  if (tables.some((each) => matches(p, each)) || ADJUSTED_TEST.test(context.sentenceText(statement.range)))
    return null;
  const innocent = reasons(p, tables, context);
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
    severity: innocent.length > 0 ? "hint" : undefined,
  };
}

function reasons(p: PrintedP, tables: readonly TestedTable[], context: Context): string[] {
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
  if (spans.some(({ high }) => p.bounds.low > high)) {
    if (isFloor(p)) all.push("0.0001 is the smallest p-value that some programs print.");
    if (context.says(CLUSTERED)) all.push("The p-value may allow for clustering.");
  }
  return all;
}

function listed({ results }: TestedTable): string {
  return results
    .slice(0, 4)
    .map(({ name, p }) => `${name} ${pText(p)}`)
    .join(", ");
}
