/** Test statistics with their degrees of freedom: the p-value that belongs to them. */
import type { TestStatement } from "../../extraction.js";
import type { Bounds } from "../../statistics/bounds.js";
import { absolute } from "../../statistics/bounds.js";
import {
  chiSquaredUpperTail,
  correlationTwoSided,
  fUpperTail,
  tTwoSided,
} from "../../statistics/distributions.js";
import { normalTwoSided } from "../../statistics/normal.js";
import { printedAs } from "../../statistics/printed.js";
import { pRange, pValue } from "../figures.js";
import { comparison } from "../labels.js";
import type { Calculation } from "./calculation.js";
import { NOTHING } from "./calculation.js";
import { pAgrees } from "./effect.js";

export function calculateTest(statement: TestStatement): Calculation {
  const printed = printedAs(statement.literal["value"], statement.value);
  const tail = tailOf(statement);
  if (printed === null || tail === null) return NOTHING;
  const size = absolute(printed);
  const allowed: Bounds = { low: tail(size.high), high: tail(Math.max(0, size.low)) };
  if (Number.isNaN(allowed.low) || Number.isNaN(allowed.high)) return NOTHING;
  const sources = ["p from the test statistic, two-sided"];
  const { p } = statement;
  if (p === null) {
    const value = `${pValue(tail(Math.abs(printed.value)))} (${pRange(allowed)})`;
    return { comparisons: [], derived: [{ label: "p, two-sided", value }], sources };
  }
  return {
    comparisons: [
      {
        label: "p",
        reported: comparison(statement, p, "p"),
        recomputed: pRange(allowed),
        agrees: pAgrees(p, statement.literal["p"], allowed),
      },
    ],
    derived: [],
    sources,
  };
}

/** p as a falling function of the statistic's size; null where the degrees of freedom are missing. */
function tailOf({ statistic, df: [df1, df2] }: TestStatement): ((size: number) => number) | null {
  switch (statistic) {
    case "z":
      return normalTwoSided;
    case "t":
      return df1 === undefined ? null : (size) => tTwoSided(size, df1);
    case "r":
      return df1 === undefined ? null : (size) => correlationTwoSided(Math.min(1, size), df1);
    case "chi2":
    case "Q":
      return df1 === undefined ? null : (size) => chiSquaredUpperTail(size, df1);
    case "F":
      return df1 === undefined || df2 === undefined ? null : (size) => fUpperTail(size, df1, df2);
    case "U":
    case "W":
      return null;
  }
}
