/** What can be pooled together, one outcome at a time: the sets of estimates that R and Stata are given. */
import type { ColumnName, Row as WholeRow } from "./columns.js";
import type { Scale } from "./derive.js";

/** What is held of each row while a corpus is gone through: what sets are made of, and what tables show beside an estimate. */
const HELD = [
  "study_id",
  "year",
  "kind",
  "outcome_code",
  "outcome_text",
  "measure",
  "adjusted",
  "group",
  "reference",
  "population",
  "time_value",
  "time_unit",
  "unit",
  "value",
  "interval_low",
  "interval_high",
  "interval_level",
  "yi",
  "sei",
  "yi_scale",
  "sei_source",
  "decision",
  "quote",
  "document",
  "start",
  "end",
] as const satisfies readonly ColumnName[];

type Row = Pick<WholeRow, (typeof HELD)[number]>;

export interface Estimate {
  readonly row: Row;
  readonly yi: number;
  readonly sei: number;
  /** False where another estimate stands for the same study. */
  readonly use: boolean;
}

/** Estimates of one outcome by one measure on one scale; single groups only with groups of the same name. */
export interface Analysis {
  /** Letters, digits and hyphens, unique: a file's name and a word of a command line. */
  readonly id: string;
  readonly outcome: string;
  /** Measure of an effect; of single groups the kind of statement. */
  readonly measure: string;
  readonly isContrast: boolean;
  /** Of single groups. */
  readonly group: string;
  readonly scale: Scale;
  readonly estimates: readonly Estimate[];
}

/**
 * Every set of estimates with standard errors, in the order in which the review first has them. What a reviewer
 * rejected is in none. Of several for one study the first is used that is adjusted and of no part of the people.
 */
export function analysesOf(rows: Iterable<WholeRow>): Analysis[] {
  const sets = new Map<string, Row[]>();
  for (const row of rows) {
    if (outcomeOf(row) === "" || row.decision === "rejected") continue;
    if (typeof row.yi !== "number" || typeof row.sei !== "number") continue;
    const key = JSON.stringify([
      outcomeOf(row).toLowerCase(),
      measureOf(row),
      row.yi_scale,
      ...groupKey(row),
    ]);
    const set = sets.get(key);
    if (set === undefined) sets.set(key, [held(row)]);
    else set.push(held(row));
  }
  const ids = new Set<string>();
  return [...sets.values()].map((set) => analysisOf(set, ids));
}

function held(row: WholeRow): Row {
  return Object.fromEntries(HELD.map((name) => [name, row[name]])) as Row;
}

function analysisOf(rows: readonly Row[], ids: Set<string>): Analysis {
  const first = rows[0]!;
  const isContrast = first.kind === "effect";
  const group = isContrast ? "" : words(first.group);
  const used = new Map<string, Row>();
  for (const row of rows) {
    const study = words(row.study_id);
    const current = used.get(study);
    if (current === undefined || rank(row) < rank(current)) used.set(study, row);
  }
  return {
    id: uniqueId([outcomeOf(first), measureOf(first), group, timeOf(first)], ids),
    outcome: outcomeOf(first),
    measure: measureOf(first),
    isContrast,
    group,
    scale: first.yi_scale as Scale,
    estimates: rows.map((row) => ({
      row,
      yi: Number(row.yi),
      sei: Number(row.sei),
      use: used.get(words(row.study_id)) === row,
    })),
  };
}

function outcomeOf({ outcome_code, outcome_text }: Row): string {
  return words(outcome_code) || words(outcome_text);
}

function measureOf({ kind, measure }: Row): string {
  return kind === "effect" ? words(measure) : words(kind);
}

function timeOf({ time_value, time_unit }: Row): string {
  return time_value === null ? "" : `${words(time_value)} ${words(time_unit)}`;
}

/** Values of single groups are pooled only with groups of the same name, at the same time, in the same unit. */
function groupKey(row: Row): string[] {
  return row.kind === "effect" ? [] : [words(row.group).toLowerCase(), timeOf(row), words(row.unit)];
}

function rank({ adjusted, population }: Row): number {
  return (adjusted === true ? 0 : 2) + (population === null ? 0 : 1);
}

function uniqueId(parts: readonly string[], taken: Set<string>): string {
  const plain = parts
    .map((part) =>
      part
        .normalize("NFKD")
        .replace(/[^A-Za-z0-9]+/g, "-")
        .replace(/^-+|-+$/g, ""),
    )
    .filter((part) => part !== "")
    .join("-");
  const base = (plain === "" ? "analysis" : plain).slice(0, 60);
  let id = base;
  for (let number = 2; taken.has(id.toLowerCase()); number++) id = `${base}-${number}`;
  taken.add(id.toLowerCase());
  return id;
}

function words(cell: Row[keyof Row]): string {
  return cell === null ? "" : String(cell);
}
