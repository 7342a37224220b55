/** The functions of the statistics layer by the names that the reference values use. */
import { binomialTails } from "../../../server/src/statistics/counts.js";
import * as distributions from "../../../server/src/statistics/distributions.js";
import * as normal from "../../../server/src/statistics/normal.js";
import * as proportions from "../../../server/src/statistics/proportions.js";
import * as quantiles from "../../../server/src/statistics/quantiles.js";
import * as twoGroups from "../../../server/src/statistics/twoGroups.js";
import type { TwoGroups } from "../../../server/src/statistics/twoGroups.js";
import type { Bounds } from "../../../server/src/statistics/bounds.js";

type Numeric = (...inputs: number[]) => number;

export const functions: Readonly<Record<string, Numeric>> = {
  normalUpperTail: numeric(normal.normalUpperTail),
  normalUpperQuantile: numeric(normal.normalUpperQuantile),
  chiSquaredUpperTail: numeric(distributions.chiSquaredUpperTail),
  chiSquaredLowerTail: numeric(distributions.chiSquaredLowerTail),
  tTwoSided: numeric(distributions.tTwoSided),
  fUpperTail: numeric(distributions.fUpperTail),
  fLowerTail: numeric(distributions.fLowerTail),
  correlationTwoSided: numeric(distributions.correlationTwoSided),
  tUpperQuantile: numeric(quantiles.tUpperQuantile),
  chiSquaredUpperQuantile: numeric(quantiles.chiSquaredUpperQuantile),
  binomialLower: (x = NaN, n = NaN, p = NaN) => binomialTails(x, n, p).lower,
  binomialUpper: (x = NaN, n = NaN, p = NaN) => binomialTails(x, n, p).upper,
  pearson: onGroups(twoGroups.pearson),
  yates: onGroups(twoGroups.yates),
  likelihoodRatio: onGroups(twoGroups.likelihoodRatio),
  fisherTwoSided: onGroups(twoGroups.fisherTwoSided),
  fisherOneSided: onGroups(twoGroups.fisherOneSided),
  midP: onGroups(twoGroups.midP),
  newcombeLow: onGroups((groups) => newcombeOf(groups).low),
  newcombeHigh: onGroups((groups) => newcombeOf(groups).high),
  ...bothEnds("clopperPearson", proportions.clopperPearson),
  ...bothEnds("wilson", proportions.wilson),
  ...bothEnds("agrestiCoull", proportions.agrestiCoull),
  ...bothEnds("jeffreys", proportions.jeffreys),
};

/** A line of reference values: function, arguments, value, tab-separated. */
export interface ReferencePoint {
  readonly name: string;
  readonly inputs: readonly number[];
  readonly value: number;
}

export function readReference(text: string): ReferencePoint[] {
  return text
    .trim()
    .split("\n")
    .map((line) => {
      const [name = "", ...numbers] = line.split("\t");
      const values = numbers.map(Number);
      return { name, inputs: values.slice(0, -1), value: values.at(-1) ?? NaN };
    });
}

/** |computed / reference − 1|, absolute where the reference is 0; Infinity for NaN. */
export function relativeError(point: ReferencePoint): number {
  const f = functions[point.name];
  if (f === undefined) throw new Error(`No function is called ${point.name}`);
  const computed = f(...point.inputs);
  const error = point.value === 0 ? Math.abs(computed) : Math.abs(computed / point.value - 1);
  return Number.isNaN(error) ? Infinity : error;
}

function newcombeOf({ events1, total1, events2, total2 }: TwoGroups): Bounds {
  return proportions.newcombe({ n: events1, N: total1 }, { n: events2, N: total2 });
}

function numeric(f: (a: number, b: number, c: number) => number): Numeric {
  return (a = NaN, b = NaN, c = NaN) => f(a, b, c);
}

function onGroups(f: (groups: TwoGroups) => number): Numeric {
  return (events1 = NaN, total1 = NaN, events2 = NaN, total2 = NaN) =>
    f({ events1, total1, events2, total2 });
}

function bothEnds(name: string, f: (n: number, N: number, level: number) => Bounds): Record<string, Numeric> {
  return {
    [`${name}Low`]: (n = NaN, N = NaN, level = NaN) => f(n, N, level).low,
    [`${name}High`]: (n = NaN, N = NaN, level = NaN) => f(n, N, level).high,
  };
}
