/** Whether a value lies inside the interval, quartiles or range that is printed beside it. */
import type { Interval, Statement } from "../../extraction.js";
import { overlap } from "../../statistics/bounds.js";
import { printedAs } from "../../statistics/printed.js";
import { boundsLabel, intervalName, printedNumber } from "../labels.js";
import type { Calculation } from "./calculation.js";
import { NOTHING } from "./calculation.js";

/** Kinds with a value and no further recomputation from their interval. */
type Inside = Extract<Statement, { kind: "median" | "mean" | "landmark" | "other" }>;

export function calculateInside(statement: Inside, label: string): Calculation {
  const { interval, value, literal } = statement;
  if (interval === null || typeof value !== "number" || !isClosed(interval)) return NOTHING;
  const printed = printedAs(literal["value"], value);
  const low = printedAs(literal["low"], interval.low);
  const high = printedAs(literal["high"], interval.high);
  if (printed === null || low === null || high === null) return NOTHING;
  return {
    ...NOTHING,
    comparisons: [
      {
        label,
        reported: printedNumber(statement, "value", value),
        recomputed: `between ${boundsLabel(statement, interval)} (${intervalName(interval)})`,
        agrees: overlap(printed, { low: Math.min(low.low, high.high), high: Math.max(low.low, high.high) }),
      },
    ],
  };
}

function isClosed(interval: Interval): interval is Interval & { low: number; high: number } {
  return (
    typeof interval.low === "number" &&
    typeof interval.high === "number" &&
    interval.type !== "SE" &&
    interval.type !== "SD"
  );
}
