/** What two groups' medians, or their rates at a time point, say about each other. */
import { difference as subtract, quotient } from "../../statistics/bounds.js";
import { printedAs } from "../../statistics/printed.js";
import { exponentialHazardRatio, numberNeededToTreat } from "../../statistics/recomputation.js";
import { feasible, known } from "../figures.js";
import { plural } from "../labels.js";
import type { Pair } from "../partner.js";
import type { Calculation } from "./calculation.js";
import { NOTHING } from "./calculation.js";

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
