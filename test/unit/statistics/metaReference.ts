/** Meta-analyses by metafor, as `test/oracle/meta.R` writes them, held against ours. */
import { leaveOneOut, pool, type PoolingMethod } from "../../../server/src/statistics/metaAnalysis.js";

interface Fit {
  readonly method: PoolingMethod;
  readonly test: "z" | "HKSJ";
  /** By name: estimate, se, weight1, without2 … */
  readonly values: ReadonlyMap<string, number>;
}

export interface MetaSet {
  readonly name: string;
  readonly studies: readonly { readonly yi: number; readonly vi: number }[];
  readonly fits: readonly Fit[];
}

/** Data sets from lines of: data set, record, name, value. */
export function readMetaSets(text: string): MetaSet[] {
  const sets = new Map<string, Map<string, Map<string, number>>>();
  for (const line of text.trim().split("\n")) {
    const [set = "", record = "", name = "", value = ""] = line.split("\t");
    const records = sets.get(set) ?? new Map<string, Map<string, number>>();
    const values = records.get(record) ?? new Map<string, number>();
    sets.set(set, records.set(record, values.set(name, Number(value))));
  }
  return [...sets].map(([name, records]) => ({
    name,
    studies: [...(records.get("yi") ?? [])].map(([i, yi]) => ({
      yi,
      vi: records.get("vi")?.get(i) ?? NaN,
    })),
    fits: [...records].flatMap(([record, values]) => {
      const [method, test] = record.split(" ");
      return test === undefined
        ? []
        : [{ method: method as PoolingMethod, test: test as "z" | "HKSJ", values }];
    }),
  }));
}

/** Every figure of a data set with its error against metafor: relative, and absolute in units of `scale` near 0. */
export function metaErrors({ studies, fits }: MetaSet): { at: string; error: number }[] {
  return fits.flatMap(({ method, test, values }) => {
    const own = ownValues(studies, method, test);
    // Estimates, errors and τ² have the scale of the data; p, Q, I² and weights have none.
    const spread = Math.sqrt(Math.max(...studies.map(({ yi, vi }) => yi * yi + vi)));
    return [...values].map(([name, wanted]) => {
      const computed = own.get(name) ?? NaN;
      const unit = /tau2/i.test(name) ? spread ** 2 : /^(?:q|qP|i2|h2|p|weight\d+)$/.test(name) ? 1 : spread;
      const error = Math.abs(computed - wanted) / Math.max(Math.abs(wanted), unit);
      return { at: `${method} ${test} ${name}`, error: Number.isNaN(error) ? Infinity : error };
    });
  });
}

function ownValues(
  studies: MetaSet["studies"],
  method: PoolingMethod,
  test: "z" | "HKSJ",
): Map<string, number> {
  const pooled = pool(studies, { method, test });
  const { estimate, se, interval, prediction, tau2, q, qP, i2, h2, p, weights } = pooled;
  const values = new Map(
    Object.entries({ estimate, se, low: interval.low, high: interval.high, tau2, q, qP, i2, h2 }),
  );
  if (p !== null) values.set("p", p);
  values.set("predictionLow", prediction?.low ?? NaN).set("predictionHigh", prediction?.high ?? NaN);
  weights.forEach((weight, i) => values.set(`weight${i + 1}`, weight));
  leaveOneOut(studies, { method, test }).forEach((left, i) => {
    values.set(`without${i + 1}`, left.estimate);
    values.set(`withoutLow${i + 1}`, left.interval.low);
    values.set(`withoutTau2${i + 1}`, left.tau2);
  });
  return values;
}
