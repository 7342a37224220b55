/** n of N: the percentage, its intervals, and the counts that a bare percentage allows. */
import type { ProportionStatement } from "../../extraction.js";
import { contains, overlap } from "../../statistics/bounds.js";
import { printedAs } from "../../statistics/printed.js";
import { agrestiCoull, clopperPearson, jeffreys, wald, wilson } from "../../statistics/proportions.js";
import { percent, percentInterval } from "../figures.js";
import { boundsLabel, intervalName, printedNumber } from "../labels.js";
import type { Calculation, Comparison, Derived } from "./calculation.js";
import { NOTHING } from "./calculation.js";
import type { Counts } from "./counts.js";
import { countsFor, countsOf } from "./counts.js";

const DEFAULT_LEVEL = 95;

export function calculateProportion(statement: ProportionStatement): Calculation {
  const counts = countsOf(statement);
  if (counts === null) return possibleCounts(statement);
  const level = statement.interval?.level ?? DEFAULT_LEVEL;
  const share = counts.events / counts.total;
  const printed =
    statement.percent === null ? null : printedAs(statement.literal["percent"], statement.percent);
  const digits = Math.max(1, printed?.decimals ?? 1);
  const comparisons: Comparison[] = [];
  const derived: Derived[] = [];
  const division = `${String(counts.events)}/${String(counts.total)}`;
  if (counts.fromPercent) {
    derived.push({ label: "Count", value: `${division}, the only whole number that fits` });
  } else if (printed === null) {
    derived.push({ label: "Percent", value: `${percent(share, digits)} % (${division})` });
  } else {
    comparisons.push({
      label: "Percent",
      reported: `${printedNumber(statement, "percent", printed.value)} %`.replace("% %", "%"),
      recomputed: `${percent(share, Math.max(digits, printed.decimals + 1))} % (${division}${counts.inferred ? ", total found elsewhere" : ""})`,
      agrees: contains(printed, 100 * share),
    });
  }
  const interval = intervalComparison(statement, counts, level);
  if (interval !== null) comparisons.push(interval);
  const { events, total } = counts;
  derived.push(
    {
      label: `${String(level)} % CI, Wilson`,
      value: `${percentInterval(wilson(events, total, level), digits)} %`,
    },
    {
      label: `${String(level)} % CI, Clopper–Pearson`,
      value: `${percentInterval(clopperPearson(events, total, level), digits)} %`,
    },
  );
  return { comparisons, derived, sources: ["Wilson 1927", "Clopper & Pearson 1934"] };
}

const METHODS = [
  ["Wilson", wilson],
  ["Clopper–Pearson", clopperPearson],
  ["Wald", wald],
  ["Agresti–Coull", agrestiCoull],
  ["Jeffreys", jeffreys],
] as const;

function intervalComparison(
  statement: ProportionStatement,
  counts: Counts,
  level: number,
): Comparison | null {
  const { interval, literal } = statement;
  if (interval?.type !== "CI" || typeof interval.low !== "number" || typeof interval.high !== "number")
    return null;
  const low = printedAs(literal["low"], interval.low);
  const high = printedAs(literal["high"], interval.high);
  if (low === null || high === null) return null;
  const asPercent = (bound: number): { low: number; high: number } => ({
    low: 100 * bound,
    high: 100 * bound,
  });
  const fits = METHODS.find(([, method]) => {
    const bounds = method(counts.events, counts.total, level);
    return overlap(low, asPercent(bounds.low)) && overlap(high, asPercent(bounds.high));
  });
  const [name, method] = fits ?? METHODS[0];
  const decimals = Math.max(0, low.decimals, high.decimals);
  return {
    label: intervalName(interval),
    reported: boundsLabel(statement, interval),
    recomputed: `${percentInterval(method(counts.events, counts.total, level), decimals)} (${name})`,
    agrees: fits !== undefined,
  };
}

/** A percentage of a known total that more than one count, or none, can have given. */
function possibleCounts(statement: ProportionStatement): Calculation {
  const total = statement.N ?? statement.denominator?.value;
  const fitting =
    total === undefined || statement.n !== null || !Number.isInteger(total) || total <= 0
      ? null
      : countsFor(statement, total);
  if (fitting === null) return NOTHING;
  const value =
    fitting.least > fitting.most
      ? `no whole number of ${String(total)} gives this percentage`
      : `${String(fitting.least)} to ${String(fitting.most)} of ${String(total)}`;
  return { ...NOTHING, derived: [{ label: "Count", value }] };
}
