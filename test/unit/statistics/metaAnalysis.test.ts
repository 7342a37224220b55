/**
 * Meta-analysis against figures of metafor 3.8, made by
 * `Rscript test/oracle/meta.R reference > test/unit/statistics/metaReference.tsv` from the counts and means that
 * metafor's dat.bcg, dat.hine1989 and dat.normand1999 print, and from four small sets of our own.
 */
import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leaveOneOut, pool, PoolingError } from "../../../server/src/statistics/metaAnalysis.js";
import { metaErrors, readMetaSets } from "./metaReference.js";

const sets = readMetaSets(readFileSync(new URL("metaReference.tsv", import.meta.url), "utf8"));
const METHODS = ["FE", "DL", "REML"] as const;

describe("figures of metafor", () => {
  it.each(sets.map((set) => [set.name, set] as const))("%s to 1e-6", (_name, set) => {
    const errors = metaErrors(set);
    expect(errors.length).toBeGreaterThan(20);
    expect(errors.filter(({ error }) => error > 1e-6)).toEqual([]);
  });
});

describe("edge cases", () => {
  it("gives one study back as it is, with a normal interval and no prediction", () => {
    for (const method of METHODS) {
      const pooled = pool([{ yi: -0.4, vi: 0.04 }], { method, test: "HKSJ" });
      expect(pooled).toMatchObject({ k: 1, estimate: -0.4, test: "z", df: null, tau2: 0, prediction: null });
      expect(pooled.interval.low).toBeCloseTo(-0.4 - 1.959964 * 0.2, 6);
      expect(pooled.weights).toEqual([100]);
    }
  });

  it("takes t with one degree of freedom for two studies", () => {
    const { df, interval, se } = pool(
      [
        { yi: 0.1, vi: 0.02 },
        { yi: -0.45, vi: 0.05 },
      ],
      { method: "REML", test: "HKSJ" },
    );
    expect(df).toBe(1);
    expect((interval.high - interval.low) / (2 * se)).toBeCloseTo(12.7062, 4);
  });

  it("has no p where identical studies leave the HKSJ interval without width", () => {
    const same = [0.04, 0.09, 0.01].map((vi) => ({ yi: -0.25, vi }));
    expect(pool(same, { method: "REML", test: "HKSJ" })).toMatchObject({
      p: null,
      se: 0,
      tau2: 0,
      i2: 0,
      q: 0,
      interval: { low: -0.25, high: -0.25 },
    });
  });

  it.each([
    [[], "There is no study to pool."],
    [[{ yi: 0.2, vi: 0 }], "The sampling variance of study 1 is 0; it must be above 0 and finite."],
    [
      [
        { yi: 0.2, vi: 0.1 },
        { yi: 0.2, vi: NaN },
      ],
      "The sampling variance of study 2 is NaN; it must be above 0 and finite.",
    ],
    [[{ yi: 0.2, vi: -1 }], "The sampling variance of study 1 is -1; it must be above 0 and finite."],
    [[{ yi: NaN, vi: 1 }], "The estimate of study 1 is not a finite number."],
  ])("refuses %j", (studies, message) => {
    expect(() => pool(studies, { method: "DL" })).toThrow(new PoolingError(message));
  });

  it("leaves no study out of one", () => {
    expect(leaveOneOut([{ yi: 1, vi: 1 }], { method: "FE" })).toEqual([]);
  });
});

const studies = fc.array(
  fc.record({
    yi: fc.double({ min: -5, max: 5, noNaN: true }),
    vi: fc.double({ min: 1e-4, max: 10, noNaN: true }),
  }),
  { minLength: 2, maxLength: 12 },
);

describe("for any studies", () => {
  it("the estimate lies between the studies, its interval round it, the prediction round the interval", () => {
    fc.assert(
      fc.property(
        studies,
        fc.constantFrom(...METHODS),
        fc.constantFrom("z", "HKSJ"),
        (given, method, test) => {
          const { estimate, interval, prediction, weights, tau2, i2 } = pool(given, { method, test });
          const values = given.map(({ yi }) => yi);
          expect(estimate).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
          expect(estimate).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
          expect(interval.low).toBeLessThanOrEqual(estimate);
          expect(prediction?.low ?? -Infinity).toBeLessThanOrEqual(interval.low);
          expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(100, 8);
          expect(tau2).toBeGreaterThanOrEqual(0);
          expect(i2).toBeLessThan(100);
        },
      ),
    );
  });

  it("a shift moves the estimate and nothing else", () => {
    fc.assert(
      fc.property(studies, fc.integer({ min: -100, max: 100 }), (given, by) => {
        const here = pool(given, { method: "REML", test: "HKSJ" });
        const there = pool(
          given.map(({ yi, vi }) => ({ yi: yi + by, vi })),
          { method: "REML", test: "HKSJ" },
        );
        expect(there.estimate - by).toBeCloseTo(here.estimate, 6);
        expect(there.tau2).toBeCloseTo(here.tau2, 6);
      }),
    );
  });
});
