/** One statement in a line of plain words, for golden files that read as prose. */
import type { GroupRef, Interval, OutcomeRef, ReportedP, Statement } from "../../server/src/extraction.js";

const bound = (value: number | "NR" | null): string => (value === null ? "?" : String(value));

function interval(of: Interval | null): string {
  if (of === null) return "";
  const level = of.level === null ? "" : ` ${String(of.level)}%`;
  return ` [${bound(of.low)}, ${bound(of.high)}]${level} ${of.type}`;
}

function p(of: Pick<ReportedP, "comparator" | "value" | "tag"> | null): string {
  if (of === null) return "";
  const value = of.value === null ? "ns" : `${of.comparator} ${String(of.value)}`;
  return `P ${value}${of.tag == null ? "" : ` (${of.tag})`}`;
}

const dash = (value: number | string | null): string => (value === null ? "–" : String(value));

/** Values of a statement by its kind, without outcome and groups. */
function values(statement: Statement, numberOf: (id: string) => string): string {
  switch (statement.kind) {
    case "effect":
      return `${statement.adjusted ? "adjusted " : ""}${statement.measure} ${String(statement.value)}`;
    case "median":
      return `median ${String(statement.value)} ${dash(statement.unit)}`;
    case "mean": {
      const spread = [
        statement.sd === null ? "" : `SD ${String(statement.sd)}`,
        statement.se === null ? "" : `SE ${String(statement.se)}`,
      ].filter(Boolean);
      return `mean ${String(statement.value)} ${dash(statement.unit)}${spread.length > 0 ? ` (${spread.join(", ")})` : ""}`;
    }
    case "landmark": {
      const { time } = statement;
      return `landmark ${String(statement.value)}% at ${time === null ? "?" : `${String(time.value)} ${time.unit}`}`;
    }
    case "proportion": {
      const { n, N, percent, denominator } = statement;
      const inferred = denominator === undefined ? "" : ` (of ${String(denominator.value)}, inferred)`;
      return `proportion ${dash(n)}/${dash(N)} ${percent === null ? "–" : `${String(percent)}%`}${inferred}`;
    }
    case "group-size":
      return `n = ${String(statement.n)}`;
    case "p-value": {
      const compares = statement.compares.map(numberOf).join(" and ");
      return `${p(statement)}${compares === "" ? "" : ` compares ${compares}`}`;
    }
    case "test": {
      const df = statement.df.length > 0 ? `(${statement.df.join(", ")})` : "";
      return `test ${statement.statistic}${df} = ${String(statement.value)}`;
    }
    case "other":
      return `${statement.name} ${String(statement.value)}${statement.unit === null ? "" : ` ${statement.unit}`}`;
  }
}

const outcome = (of: OutcomeRef | null): string =>
  of === null ? "outcome –" : `outcome "${of.text}"${of.code === undefined ? "" : ` (${of.code})`}`;

function groups(group: GroupRef | null, reference: GroupRef | null): string {
  if (group === null && reference === null) return "group –";
  return `group ${group === null ? "–" : `"${group.text}"`}${reference === null ? "" : ` vs "${reference.text}"`}`;
}

/**
 * The statement in words: kind and values, interval, p, outcome ← words, group, population.
 *
 * @param numberOf the number under which another statement is listed
 */
export function describeStatement(statement: Statement, numberOf: (id: string) => string): string {
  const own = statement.kind === "p-value" || statement.p === null ? "" : `, ${p(statement.p)}`;
  return [
    `${values(statement, numberOf)}${interval(statement.interval)}${own}`,
    outcome(statement.outcome),
    groups(statement.group, statement.reference),
    ...(statement.population === null ? [] : [`population "${statement.population}"`]),
  ]
    .join(" · ")
    .replace(/\s+/g, " ");
}
