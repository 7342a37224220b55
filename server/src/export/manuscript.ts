/** Results as a manuscript's table shows them: numbers as printed, one line a result, no machine columns. */
import type { Interval, ReportedP, Statement } from "../extraction.js";
import type { ReviewedStatement, ReviewStudy } from "../review/review.js";
import { legible } from "../text/unfold.js";
import type { ReviewSource } from "./source.js";

export const HEADINGS = ["Study", "Outcome", "Group", "Comparator", "Result", "Interval", "p"] as const;

/** One cell for each of `HEADINGS`, plain text. */
export type Line = readonly string[];

/**
 * The results of all studies. Left out are what a reviewer rejected, and sizes of groups and lone test
 * statistics, which no such table reports.
 */
export function* manuscriptLines({ studies }: ReviewSource): Generator<Line> {
  for (const study of studies) {
    for (const { statement } of study.statements.filter(isResult)) yield lineOf(study, statement);
  }
}

export function titleOf({ protocol, studies }: ReviewSource): string {
  const number = `${studies.length} ${studies.length === 1 ? "study" : "studies"}`;
  return protocol?.title === undefined ? `Results of ${number}` : `${protocol.title}: results of ${number}`;
}

function isResult({ statement: { kind }, decision }: ReviewedStatement): boolean {
  return decision !== "rejected" && kind !== "group-size" && kind !== "test";
}

function lineOf({ id, groups }: ReviewStudy, statement: Statement): Line {
  const { outcome, population, interval } = statement;
  const nameOf = (ref: Statement["group"]): string =>
    groups.find((group) => group.id === ref?.id)?.label ?? ref?.text ?? "";
  const named = outcome?.text ?? outcome?.code ?? "";
  return [
    id,
    population === null ? named : `${named} (${population})`.trim(),
    nameOf(statement.group),
    nameOf(statement.reference),
    resultOf(statement),
    interval === null ? "" : intervalOf(statement, interval),
    pOf(statement),
  ].map((cell) => cell.replace(/\s+/gu, " "));
}

/** The number in a field as printed, because trailing zeros carry precision; else as read. */
function printed(statement: Statement, field: string, value: number | string | null): string {
  const literal = statement.literal[field];
  return literal === undefined ? (value === null ? "" : String(value)) : legible(literal);
}

/** "HR 0.70", "12 / 48 (25%)", numbers as printed; empty for sizes, tests and lone p-values. */
export function resultOf(statement: Statement): string {
  const value = (field: string, read: number | string | null): string => printed(statement, field, read);
  switch (statement.kind) {
    case "effect": {
      const name = statement.measure === "OTHER-RATIO" ? "ratio" : statement.measure;
      return `${statement.adjusted ? "adjusted " : ""}${name} ${value("value", statement.value)}`;
    }
    case "median":
      return words("median", value("value", statement.value), units(statement.unit, statement.value));
    case "mean":
      return words(
        "mean",
        value("value", statement.value),
        units(statement.unit, statement.value),
        statement.sd === null ? null : `(SD ${value("sd", statement.sd)})`,
        statement.se === null ? null : `(SE ${value("se", statement.se)})`,
      );
    case "landmark": {
      const { time } = statement;
      const share = percent(value("value", statement.value));
      return time === null ? share : words(share, "at", String(time.value), units(time.unit, time.value));
    }
    case "proportion": {
      const count = words(
        value("n", statement.n),
        statement.N === null ? null : `/ ${value("N", statement.N)}`,
      );
      const share = statement.percent === null ? "" : percent(value("percent", statement.percent));
      return count === "" || share === "" ? count + share : `${count} (${share})`;
    }
    case "other":
      return words(statement.name, value("value", statement.value), units(statement.unit, statement.value));
    case "group-size":
    case "test":
    case "p-value":
      return "";
  }
}

/** "95% CI 0.50 to 0.98". */
export function intervalOf(statement: Statement, { type, level, low, high }: Interval): string {
  const name = level === null ? type : `${level}% ${type}`;
  return `${name} ${printed(statement, "low", low) || "?"} to ${printed(statement, "high", high) || "?"}`;
}

const COMPARATORS: Readonly<Record<ReportedP["comparator"], string>> = {
  "=": "",
  "<": "< ",
  ">": "> ",
  "<=": "≤ ",
  ">=": "≥ ",
  ns: "not significant",
};

/** ".04", "< 0.001 (log-rank)", "not significant"; empty without a p-value. */
export function pOf(statement: Statement): string {
  const p = statement.kind === "p-value" ? statement : statement.p;
  if (p === null) return "";
  const field = statement.kind === "p-value" && "value" in statement.literal ? "value" : "p";
  const tag = p.tag === null || p.tag === undefined ? "" : ` (${p.tag})`;
  if (p.comparator === "ns" || p.value === null) return COMPARATORS.ns + tag;
  return COMPARATORS[p.comparator] + printed(statement, field, p.value).replace(/^=\s*/, "") + tag;
}

/** Units of time and points are read into the singular; all others stay as printed. */
function units(unit: string | null, value: number | "NR"): string | null {
  const isOne =
    unit === null || value === 1 || !/^(?:month|year|week|day|hour|minute|second|cycle|point)$/.test(unit);
  return isOne ? unit : `${unit}s`;
}

function percent(share: string): string {
  return `${share.replace(/\s*%$/, "")}%`;
}

function words(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== "").join(" ");
}
