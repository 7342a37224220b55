/** Test statistics as they are printed. */
import type { Draft } from "../draft.js";

export type Statistic = NonNullable<Draft["statistic"]>;

const TABLE: readonly (readonly [Statistic, string])[] = [
  ["t", "t t-value t-statistic t-test"],
  ["F", "f f-value"],
  ["z", "z z-score z-value"],
  ["Q", "q cochran's"],
  ["U", "u"],
  ["W", "w wald"],
  ["r", "r"],
  ["chi2", "χ2 χ² x2 x² chi2 chi² chi-square chi-squared chisquare χ(2) x(2) χ chi ꭓ2 χ2mh 𝜒2 h"],
];

export const STATISTICS: ReadonlyMap<string, Statistic> = new Map(
  TABLE.flatMap(([statistic, printed]) => printed.split(" ").map((word) => [word, statistic] as const)),
);
