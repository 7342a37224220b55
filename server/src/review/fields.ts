/** A statement's fields side by side with those of another: under the names of the review table's columns. */
import type { GroupRef, Statement } from "../extraction.js";

/** Numbers that make a statement what it is, then the words that say what they are about. */
export const VALUE_FIELDS = [
  "kind",
  "measure",
  "value",
  "n",
  "total",
  "percent",
  "sd",
  "se",
  "df",
  "time_value",
  "interval_low",
  "interval_high",
  "p_comparator",
  "p_value",
] as const;

export const CONTEXT_FIELDS = [
  "outcome",
  "group",
  "reference",
  "population",
  "adjusted",
  "unit",
  "time_unit",
  "interval_type",
  "interval_level",
  "p_tag",
] as const;

export const FIELDS = [...VALUE_FIELDS, ...CONTEXT_FIELDS] as const;

export type Field = (typeof FIELDS)[number];
export type FieldValue = string | number | boolean | null;
export type Fields = Readonly<Record<Field, FieldValue>>;

/**
 * The fields by which two readings of a statement are compared; null where the kind has no such field or nothing is known.
 * Outcomes are compared by their codes and groups by their ids where they have one, else by their words.
 */
export function fieldsOf(statement: Statement): Fields {
  const { interval } = statement;
  const p = statement.kind === "p-value" ? statement : statement.p;
  return {
    ...EMPTY,
    kind: statement.kind,
    outcome: statement.outcome?.code ?? words(statement.outcome?.text),
    group: nameOf(statement.group),
    reference: nameOf(statement.reference),
    population: words(statement.population),
    interval_type: interval?.type ?? null,
    interval_level: interval?.level ?? null,
    interval_low: interval?.low ?? null,
    interval_high: interval?.high ?? null,
    p_comparator: p?.comparator ?? null,
    p_value: p?.value ?? null,
    p_tag: p?.tag ?? null,
    ...ownFields(statement),
  };
}

/** Whether two statements report the same numbers, whatever they are taken to be about. */
export function sameValues(a: Fields, b: Fields): boolean {
  return VALUE_FIELDS.every((field) => a[field] === b[field]);
}

export function differingFields(a: Fields, b: Fields): Field[] {
  return FIELDS.filter((field) => a[field] !== b[field]);
}

function ownFields(statement: Statement): Partial<Record<Field, FieldValue>> {
  switch (statement.kind) {
    case "effect":
      return { measure: statement.measure, adjusted: statement.adjusted, value: statement.value };
    case "median":
      return { value: statement.value, unit: statement.unit };
    case "mean":
      return { value: statement.value, unit: statement.unit, sd: statement.sd, se: statement.se };
    case "landmark":
      return {
        value: statement.value,
        time_value: statement.time?.value ?? null,
        time_unit: statement.time?.unit ?? null,
      };
    case "proportion":
      return { n: statement.n, total: statement.N, percent: statement.percent };
    case "group-size":
      return { n: statement.n };
    case "test":
      return { measure: statement.statistic, value: statement.value, df: statement.df.join(", ") };
    case "other":
      return { measure: statement.name, value: statement.value, unit: statement.unit };
    case "p-value":
      return {};
  }
}

function nameOf(ref: GroupRef | null): string | null {
  return ref?.id ?? words(ref?.text);
}

function words(text: string | null | undefined): string | null {
  return text?.replace(/\s+/g, " ").trim().toLowerCase() ?? null;
}

const EMPTY: Fields = {
  kind: null,
  measure: null,
  value: null,
  n: null,
  total: null,
  percent: null,
  sd: null,
  se: null,
  df: null,
  time_value: null,
  interval_low: null,
  interval_high: null,
  p_comparator: null,
  p_value: null,
  outcome: null,
  group: null,
  reference: null,
  population: null,
  adjusted: null,
  unit: null,
  time_unit: null,
  interval_type: null,
  interval_level: null,
  p_tag: null,
};
