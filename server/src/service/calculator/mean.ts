/** Means: from standard deviation to standard error and back, and the interval that follows. */
import type { Analysis } from "../../analyse.js";
import type { MeanStatement } from "../../extraction.js";
import { quotient } from "../../statistics/bounds.js";
import type { Bounds } from "../../statistics/bounds.js";
import { printedAs } from "../../statistics/printed.js";
import { tUpperQuantile } from "../../statistics/quantiles.js";
import { interval, known } from "../figures.js";
import type { Calculation, Derived } from "./calculation.js";
import { NOTHING } from "./calculation.js";

export function calculateMean(statement: MeanStatement, { groups }: Analysis): Calculation {
  const group = groups.find(({ id }) => id === statement.group?.id);
  const n = group?.n;
  if (n === undefined || !Number.isInteger(n) || n < 2) return NOTHING;
  const root = Math.sqrt(n);
  const sd = statement.sd === null ? null : printedAs(statement.literal["sd"], statement.sd);
  const se = statement.se === null ? null : printedAs(statement.literal["se"], statement.se);
  if (sd === null && se === null) return NOTHING;
  const derived: Derived[] = [{ label: "n", value: `${String(n)} (${group?.label ?? ""})` }];
  const error = se?.value ?? (sd?.value ?? NaN) / root;
  if (se === null && sd !== null) {
    derived.push({ label: "SE", value: known(sd.value / root, quotient(sd, exact(root))) });
  }
  if (sd === null && se !== null) {
    derived.push({
      label: "SD",
      value: known(se.value * root, { low: se.low * root, high: se.high * root }),
    });
  }
  const half = tUpperQuantile(0.025, n - 1) * error;
  derived.push({
    label: "95 % CI of the mean",
    value: `${interval({ low: statement.value - half, high: statement.value + half })} (t, ${String(n - 1)} df)`,
  });
  return { comparisons: [], derived, sources: ["SE = SD / √n", "t interval: Student 1908"] };
}

function exact(value: number): Bounds {
  return { low: value, high: value };
}
