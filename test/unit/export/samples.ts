/** Statements and reviews to export; every field of the contract is there, so that a test names only what it is about. */
import type { Finding, Interval, Statement, StatementKind } from "../../../server/src/extraction.js";
import type { Review, ReviewStudy } from "../../../server/src/review/review.js";

const OWN: { readonly [K in StatementKind]: Omit<Extract<Statement, { kind: K }>, keyof Common> } = {
  effect: { kind: "effect", measure: "HR", adjusted: false, value: 0.8 },
  median: { kind: "median", value: 12.5, unit: "month" },
  mean: { kind: "mean", value: 4.2, unit: "point", sd: null, se: null },
  landmark: { kind: "landmark", value: 61, time: { value: 2, unit: "year" } },
  proportion: { kind: "proportion", n: 12, N: 48, percent: 25 },
  "group-size": { kind: "group-size", n: 48 },
  "p-value": { kind: "p-value", comparator: "<", value: 0.001, tag: "log-rank", compares: [] },
  test: { kind: "test", statistic: "chi2", df: [1], value: 5.9 },
  other: { kind: "other", name: "AUC", value: 0.77, unit: null },
};

type Common = Pick<
  Statement,
  | "id"
  | "range"
  | "quote"
  | "section"
  | "outcome"
  | "group"
  | "reference"
  | "population"
  | "interval"
  | "p"
  | "literal"
  | "ranges"
>;

/** A statement of a kind; unnamed fields get plain values. */
export function statement<K extends StatementKind>(
  kind: K,
  fields: Partial<Extract<Statement, { kind: K }>> = {},
): Statement {
  const common: Common = {
    id: `${kind}-1`,
    range: { start: 10, end: 20 },
    quote: "0123456789",
    section: "results",
    outcome: null,
    group: null,
    reference: null,
    population: null,
    interval: null,
    p: null,
    literal: {},
    ranges: {},
  };
  return { ...common, ...OWN[kind], ...fields } as Statement;
}

export function ci(low: Interval["low"], high: Interval["high"], fields: Partial<Interval> = {}): Interval {
  return { type: "CI", level: 95, low, high, range: { start: 12, end: 18 }, ...fields };
}

export function finding(
  rule: string,
  statements: string[],
  severity: Finding["severity"] = "warning",
): Finding {
  return {
    rule,
    severity,
    message: "m",
    statements,
    range: { start: 0, end: 1 },
    reported: "1",
    expected: "2",
    explanations: [],
  };
}

export function reviewOf(statements: readonly Statement[], study: Partial<ReviewStudy> = {}): Review {
  return {
    format: "outcome-lens/review/1",
    tool: { version: "0.1.0", rules: "0123456789abcdef" },
    protocol: null,
    studies: [
      {
        id: "Okonkwo 2019",
        document: { path: "a/one.txt", sha256: "0".repeat(64), length: 100, offsets: "utf-16" },
        study: {},
        sections: [],
        groups: [],
        statements: statements.map((read) => ({
          statement: read,
          decision: "undecided",
          reviewer: null,
          adjudication: null,
        })),
        findings: [],
        coverage: { numbers: 0, inStatements: 0, background: 0, unread: [] },
        ...study,
      },
    ],
  };
}
