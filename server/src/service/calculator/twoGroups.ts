/** Two proportions against each other: ratios and difference with intervals, and the p-values of the common tests. */
import type { PValueStatement, ProportionStatement } from "../../extraction.js";
import { overlap } from "../../statistics/bounds.js";
import { printedAs } from "../../statistics/printed.js";
import { newcombe } from "../../statistics/proportions.js";
import type { TwoGroups } from "../../statistics/twoGroups.js";
import {
  fisherTwoSided,
  likelihoodRatio,
  logOddsRatio,
  logRiskRatio,
  midP,
  pearson,
  ratioInterval,
  riskDifference,
  yates,
} from "../../statistics/twoGroups.js";
import { interval, percent, percentInterval, pValue, significant } from "../figures.js";
import { comparison } from "../labels.js";
import type { Pair } from "../partner.js";
import type { Calculation, Comparison, Derived } from "./calculation.js";
import { NOTHING } from "./calculation.js";
import { countsOf } from "./counts.js";
import { pAgrees } from "./effect.js";

/** Exact tests over more people than this would keep the editor waiting. */
const MOST_PEOPLE = 200_000;

export function calculateTwoGroups({ first, second, p }: Pair<"proportion">): Calculation {
  const one = countsOf(first);
  const two = countsOf(second);
  if (one === null || two === null || one.total + two.total > MOST_PEOPLE) return NOTHING;
  const groups: TwoGroups = {
    events1: one.events,
    total1: one.total,
    events2: two.events,
    total2: two.total,
  };
  const tests = testsOf(groups);
  return {
    comparisons: p === null ? [] : [pComparison(p, tests)],
    derived: [
      { label: "Compared", value: `${named(first, one)} against ${named(second, two)}` },
      ...ratios(groups),
      difference(groups),
      {
        label: "p",
        value: tests
          .slice(0, 3)
          .map(({ name, value }) => `${name} ${pValue(value)}`)
          .join(", "),
      },
    ],
    sources: [
      "risk ratio: Katz 1978",
      "odds ratio: Woolf 1955",
      "difference: Newcombe 1998",
      "tests: Pearson 1900, Yates 1934, Fisher 1934",
    ],
  };
}

interface Test {
  readonly name: string;
  readonly value: number;
}

/** The three that are shown, then those that a paper may have used as well. */
function testsOf(groups: TwoGroups): Test[] {
  return [
    { name: "Pearson", value: pearson(groups) },
    { name: "Yates", value: yates(groups) },
    { name: "Fisher", value: fisherTwoSided(groups) },
    { name: "mid-p", value: midP(groups) },
    { name: "likelihood ratio", value: likelihoodRatio(groups) },
  ];
}

function pComparison(p: PValueStatement, tests: readonly Test[]): Comparison {
  const literal = p.literal["value"] ?? p.literal["p"];
  const fits = tests.filter(
    ({ value }) => !Number.isNaN(value) && pAgrees(p, literal, { low: value, high: value }),
  );
  const values = tests.map(({ value }) => value).filter((value) => !Number.isNaN(value));
  const hull = { low: Math.min(...values), high: Math.max(...values) };
  const printed = p.value === null ? null : printedAs(literal, p.value);
  const within = p.comparator === "=" && printed !== null && values.length > 0 && overlap(printed, hull);
  const [fit] = fits;
  return {
    label: "p",
    reported: comparison(p, p, p.literal["value"] === undefined ? "p" : "value"),
    recomputed:
      fit === undefined
        ? `${pValue(hull.low)} to ${pValue(hull.high)} (by test)`
        : `${pValue(fit.value)} (${fit.name})`,
    agrees: fit !== undefined || within,
  };
}

function ratios(groups: TwoGroups): Derived[] {
  return [
    { label: "Risk ratio", ...logRiskRatio(groups) },
    { label: "Odds ratio", ...logOddsRatio(groups) },
  ].map(({ label, ln, se }) => ({
    label,
    value: Number.isFinite(ln)
      ? `${significant(Math.exp(ln))} (95 % CI ${interval(ratioInterval({ ln, se }))})`
      : "not defined where nobody or everybody has the event",
  }));
}

function difference(groups: TwoGroups): Derived {
  const { events1, total1, events2, total2 } = groups;
  const bounds = newcombe({ n: events1, N: total1 }, { n: events2, N: total2 });
  return {
    label: "Difference",
    value: `${percent(riskDifference(groups).difference)} points (95 % CI ${percentInterval(bounds)})`,
  };
}

function named(statement: ProportionStatement, counts: { events: number; total: number }): string {
  const label = `${String(counts.events)}/${String(counts.total)}`;
  return statement.group === null ? label : `${statement.group.text} ${label}`;
}
