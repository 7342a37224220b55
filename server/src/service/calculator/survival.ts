/** Medians and rates at a time point, and what two groups' values say about each other. */
import type { Interval, LandmarkStatement, MedianStatement } from "../../extraction.js";
import { difference as subtract, overlap, quotient } from "../../statistics/bounds.js";
import { printedAs } from "../../statistics/printed.js";
import { exponentialHazardRatio, numberNeededToTreat } from "../../statistics/recomputation.js";
import { feasible, known } from "../figures.js";
import { boundsLabel, intervalName, plural, printedNumber } from "../labels.js";
import type { Pair } from "../partner.js";
import type { Calculation } from "./calculation.js";
import { NOTHING } from "./calculation.js";

/** Whether the value lies inside its own interval. */
export function calculateInside(statement: MedianStatement | LandmarkStatement, label: string): Calculation {
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

/** The hazard ratio to expect of two medians; the second is taken for the reference. */
export function calculateMedians({ first, second }: Pair<"median">): Calculation {
  if (typeof first.value !== "number" || typeof second.value !== "number") return NOTHING;
  const a = printedAs(first.literal["value"], first.value);
  const b = printedAs(second.literal["value"], second.value);
  if (a === null || b === null || a.low <= 0 || b.low <= 0) return NOTHING;
  const medians = quotient(a, b);
  const hazards = quotient(b, a);
  const sides = [first.group?.text ?? "first", second.group?.text ?? "second"].join(" against ");
  return {
    comparisons: [],
    derived: [
      { label: "Compared", value: sides },
      {
        label: "Difference of medians",
        value: [known(a.value - b.value, subtract(a, b)), plural(first.unit, a.value - b.value)]
          .join(" ")
          .trim(),
      },
      { label: "Ratio of medians", value: known(a.value / b.value, medians) },
      {
        label: "Hazard ratio to expect if survival is exponential",
        value: `${known(exponentialHazardRatio(a.value, b.value), hazards)} (${feasible(hazards)})`,
      },
    ],
    sources: ["exponential survival: hazard ratio = reciprocal ratio of medians"],
  };
}

/** Absolute difference and number needed to treat. */
export function calculateLandmarks({ first, second }: Pair<"landmark">): Calculation {
  const a = printedAs(first.literal["value"], first.value);
  const b = printedAs(second.literal["value"], second.value);
  if (a === null || b === null) return NOTHING;
  const points = subtract(a, b);
  const sides = [first.group?.text ?? "first", second.group?.text ?? "second"].join(" against ");
  const needed = { low: 100, high: 100 };
  const size = Math.abs(a.value - b.value);
  const apart = points.low > 0 || points.high < 0;
  const allowed = apart
    ? quotient(needed, points.low > 0 ? points : { low: -points.high, high: -points.low })
    : null;
  return {
    comparisons: [],
    derived: [
      { label: "Compared", value: sides },
      { label: "Absolute difference", value: `${known(a.value - b.value, points)} points` },
      {
        label: "Number needed to treat",
        value:
          allowed === null || size === 0
            ? "none: the rates may be equal"
            : `${known(numberNeededToTreat(a.value, b.value), allowed)} (${feasible(allowed)})`,
      },
    ],
    sources: ["number needed to treat at a time point: Altman & Andersen 1999"],
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
