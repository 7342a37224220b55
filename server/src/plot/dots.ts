/** Medians of groups with their intervals, side by side and not pooled: the data of a dot plot. */
import type { Row } from "../export/columns.js";
import { LEVEL } from "./forest.js";
import { plain } from "./numbers.js";
import { contrastLabel, nameKey, type Candidate, type PlotData, type PlotRow } from "./request.js";
import { placeOf } from "./select.js";

/** Units of time in days; a month is a twelfth of 365.25 days. */
const DAYS: Readonly<Record<string, number>> = {
  hour: 1 / 24,
  day: 1,
  week: 7,
  month: 365.25 / 12,
  year: 365.25,
};

type Dots = Pick<PlotData, "rows" | "warnings"> & {
  /** The unit of all values; empty where none is stated. */
  readonly unit: string;
  /** Rows in a unit that can't be turned into this one. */
  readonly strangers: readonly Row[];
};

/** Sorted by group, so that the values of one group stand together; within a group as the review has them. */
export function dotsOf(included: readonly Candidate[]): Dots {
  const rows = included.map(({ row }) => row);
  const unit = commonest(rows.map((row) => String(row.unit ?? "")));
  const groups = [...new Set(rows.map(({ group }) => nameKey(group)))];
  const warnings: string[] = [];
  const strangers: Row[] = [];
  const dots: { readonly group: number; readonly dot: PlotRow }[] = [];
  for (const row of rows) {
    const own = String(row.unit ?? "");
    const factor = own === unit ? 1 : (DAYS[own] ?? NaN) / (DAYS[unit] ?? NaN);
    if (Number.isNaN(factor)) {
      strangers.push(row);
      continue;
    }
    if (factor !== 1) warnings.push(`${String(row.study_id)} reports ${own}s; the plot shows ${unit}s.`);
    dots.push({ group: groups.indexOf(nameKey(row.group)), dot: dotOf(row, factor) });
  }
  const sorted = dots.sort((a, b) => a.group - b.group).map(({ dot }) => dot);
  return { rows: sorted, warnings, unit, strangers };
}

function dotOf(row: Row, factor: number): PlotRow {
  const scaled = (cell: unknown): number | null => (typeof cell === "number" ? cell * factor : null);
  const estimate = scaled(row.value);
  const interval =
    row.interval_type === "CI" || row.interval_type === "CrI"
      ? { low: scaled(row.interval_low), high: scaled(row.interval_high) }
      : null;
  return {
    ...placeOf(row),
    contrast: contrastLabel(row.group, null),
    estimate,
    interval,
    weights: null,
    text: textOf(row, estimate, interval),
  };
}

function textOf(row: Row, estimate: number | null, interval: PlotRow["interval"]): string {
  if (estimate !== null && interval !== null && interval.low !== null && interval.high !== null) {
    const level =
      row.interval_level === null || row.interval_level === LEVEL ? "" : ` (${String(row.interval_level)} %)`;
    return `${plain(estimate)} [${plain(interval.low)}, ${plain(interval.high)}]${level}`;
  }
  const value = estimate === null ? "not reached" : plain(estimate);
  if (interval === null) return value;
  const bound = (number: number | null): string => (number === null ? "open" : plain(number));
  return `${value} [${bound(interval.low)}, ${bound(interval.high)}]`;
}

/** What occurs most often; of several the first. */
function commonest(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [first] = [...counts].sort(([, a], [, b]) => b - a);
  return first?.[0] ?? "";
}
