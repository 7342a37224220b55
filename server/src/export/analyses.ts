/** What can be pooled together, one outcome at a time: the sets of estimates that R and Stata are given. */
import type { Row } from "./columns.js";
import type { Scale } from "./derive.js";

/** Estimates of one outcome by one measure on one scale; single groups only with groups of the same name. */
export interface Analysis<Kept = Row> {
  /** Letters, digits and hyphens, unique: a file's name and a word of a command line. */
  readonly id: string;
  readonly outcome: string;
  /** Measure of an effect; of single groups the kind of statement. */
  readonly measure: string;
  readonly isContrast: boolean;
  /** Of single groups. */
  readonly group: string;
  readonly scale: Scale;
  /** What was to be kept of each estimate's row; a corpus has hundreds of thousands of them, so that nothing else is held. */
  readonly rows: readonly Kept[];
  /** For each of them, false where another one stands for the same study. */
  readonly use: readonly boolean[];
}

/** A set to which estimates are still added. */
interface Open<Kept> extends Analysis<Kept> {
  readonly rows: Kept[];
  readonly use: boolean[];
  /** The one added last; null before the first. */
  study: string | null;
  /** Place and rank of that study's estimate that is used; the less the rank, the better it stands for the study. */
  best: number;
  rank: number;
}

/**
 * Every set of estimates with standard errors, in the order in which the review first has them. What a reviewer
 * rejected is in none. Of several for one study the first is used that is adjusted and of no part of the people.
 *
 * @param rows those of a study follow each other
 * @param keep what is held of each row; the row itself, where it is not given
 */
export function analysesOf(rows: Iterable<Row>): Analysis[];
export function analysesOf<Kept>(rows: Iterable<Row>, keep: (row: Row) => Kept): Analysis<Kept>[];
export function analysesOf(
  rows: Iterable<Row>,
  keep: (row: Row) => unknown = (row) => row,
): Analysis<unknown>[] {
  const sets = new Map<string, Open<unknown>>();
  const ids = new Set<string>();
  for (const row of rows) {
    if (outcomeOf(row) === "" || row.decision === "rejected") continue;
    if (typeof row.yi !== "number" || typeof row.sei !== "number") continue;
    const parts = [outcomeOf(row).toLowerCase(), measureOf(row), row.yi_scale, ...groupKey(row)];
    const key = JSON.stringify(parts);
    const set = sets.get(key) ?? opened(row, ids);
    sets.set(key, set);
    add(set, words(row.study_id), rank(row), keep(row));
  }
  return [...sets.values()];
}

function add<Kept>(set: Open<Kept>, study: string, rank: number, kept: Kept): void {
  const isBest = set.study !== study || rank < set.rank;
  if (isBest) {
    if (set.study === study) set.use[set.best] = false;
    set.study = study;
    set.rank = rank;
    set.best = set.rows.length;
  }
  set.rows.push(kept);
  set.use.push(isBest);
}

/** The set of a first row, still without it. */
function opened(first: Row, ids: Set<string>): Open<unknown> {
  const isContrast = first.kind === "effect";
  const group = isContrast ? "" : words(first.group);
  return {
    id: uniqueId([outcomeOf(first), measureOf(first), group, timeOf(first)], ids),
    outcome: outcomeOf(first),
    measure: measureOf(first),
    isContrast,
    group,
    scale: first.yi_scale as Scale,
    rows: [],
    use: [],
    study: null,
    best: 0,
    rank: Infinity,
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
