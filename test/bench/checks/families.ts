/** What is checked against what: the statements that carry the numbers, and the rules that compare them. */
import type { Statement } from "../../../server/src/extraction.js";
import type { Agree } from "./arithmetic.js";
import { centredTriple, inside, pOfCounts, pOfInterval, pOfTest, share, tripleWithP } from "./arithmetic.js";

export interface Family {
  readonly name: string;
  readonly rules: readonly string[];
  /** The numbers that an error may be seeded in; null where the statement lacks one of those that are compared. */
  readonly fields: (
    statement: Statement,
    byId: (id: string) => Statement | undefined,
  ) => readonly string[] | null;
  readonly agree: Agree;
}

const RATIOS = new Set(["HR", "OR", "RR", "IRR", "ROM", "GMR", "OTHER-RATIO"]);
const DIFFERENCES = new Set(["RD", "MD", "SMD", "BETA"]);
const CENTRE_RULES = [
  "interval-order",
  "estimate-outside-interval",
  "ratio-not-centred",
  "difference-not-centred",
];
const P_RULES = ["p-contradicts-interval", "significance-contradicts-interval", "value-outside-interval"];
const TRIPLE = ["value", "low", "high"];

const bounded = ({ interval }: Statement): boolean =>
  interval?.type === "CI" && typeof interval.low === "number" && typeof interval.high === "number";

const has = (statement: Statement, ...fields: readonly string[]): boolean =>
  fields.every((field) => statement.literal[field] !== undefined);

const triple = (statement: Statement, measures: ReadonlySet<string>): boolean =>
  statement.kind === "effect" &&
  measures.has(statement.measure) &&
  bounded(statement) &&
  has(statement, ...TRIPLE);

export const FAMILIES: readonly Family[] = [
  {
    name: "ratio and its interval",
    rules: CENTRE_RULES,
    fields: (s) => (triple(s, RATIOS) ? TRIPLE : null),
    agree: centredTriple,
  },
  {
    name: "difference and its interval",
    rules: CENTRE_RULES,
    fields: (s) => (triple(s, DIFFERENCES) ? TRIPLE : null),
    agree: centredTriple,
  },
  {
    name: "exact p and interval",
    rules: P_RULES,
    fields: (s) =>
      s.kind === "effect" && s.p?.comparator === "=" && bounded(s) && has(s, ...TRIPLE, "p") ? ["p"] : null,
    agree: pOfInterval,
  },
  {
    name: "ratio, interval and exact p",
    rules: [...CENTRE_RULES, ...P_RULES],
    fields: (s) => (triple(s, RATIOS) && s.p?.comparator === "=" && has(s, "p") ? [...TRIPLE, "p"] : null),
    agree: tripleWithP,
  },
  {
    name: "n/N and percent",
    rules: ["percent-mismatch"],
    fields: (s) => (s.kind === "proportion" && has(s, "n", "N", "percent") ? ["n", "N", "percent"] : null),
    agree: share,
  },
  {
    name: "n of a group and percent",
    rules: ["percent-mismatch"],
    fields: (s) =>
      s.kind === "proportion" && !has(s, "N") && s.denominator !== undefined && has(s, "n", "percent")
        ? ["n", "percent"]
        : null,
    agree: share,
  },
  {
    name: "p and counts",
    rules: ["p-contradicts-counts"],
    fields: (s, byId) =>
      s.kind === "p-value" &&
      s.compares.length === 2 &&
      s.compares.every((id) => byId(id)?.kind === "proportion") &&
      s.comparator === "=" &&
      has(s, "value")
        ? ["value"]
        : null,
    agree: pOfCounts,
  },
  {
    name: "test and p",
    rules: ["test-contradicts-p"],
    fields: (s) => (s.kind === "test" && has(s, "value", "p") ? ["value", "p"] : null),
    agree: pOfTest,
  },
  {
    name: "median and its interval",
    rules: ["value-outside-interval", "interval-order"],
    fields: (s) => (s.kind === "median" && s.interval !== null && has(s, ...TRIPLE) ? TRIPLE : null),
    agree: inside("value"),
  },
  {
    name: "share and its interval",
    rules: ["estimate-outside-interval", "proportion-interval", "interval-order"],
    fields: (s) =>
      s.kind === "proportion" && bounded(s) && has(s, "percent", "low", "high")
        ? ["percent", "low", "high"]
        : null,
    agree: inside("percent"),
  },
];
