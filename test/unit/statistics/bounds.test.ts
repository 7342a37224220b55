import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as bounds from "../../../server/src/statistics/bounds.js";
import type { Bounds } from "../../../server/src/statistics/bounds.js";

const number = fc.integer({ min: -7000, max: 7000 }).map((n) => n / 7);
const share = fc.integer({ min: 0, max: 16 }).map((n) => n / 16);

/** An interval, a point within it, and a narrower interval around the point. */
const nested = fc.tuple(number, number, share, share, share).map(([a, b, at, left, right]) => {
  const wide = { low: Math.min(a, b), high: Math.max(a, b) };
  const point = Math.min(wide.high, Math.max(wide.low, wide.low + at * (wide.high - wide.low)));
  const narrow = {
    low: Math.max(wide.low, point - left * (point - wide.low)),
    high: Math.min(wide.high, point + right * (wide.high - point)),
  };
  return { wide, point, narrow };
});

const slack = (x: number): number => (Number.isFinite(x) ? 1e-9 * Math.max(1, Math.abs(x)) : 0);
const within = (inner: Bounds, outer: Bounds): boolean =>
  inner.low >= outer.low - slack(outer.low) && inner.high <= outer.high + slack(outer.high);

const binary: [string, (a: Bounds, b: Bounds) => Bounds, (a: number, b: number) => number][] = [
  ["sum", bounds.sum, (a, b) => a + b],
  ["difference", bounds.difference, (a, b) => a - b],
  ["product", bounds.product, (a, b) => a * b],
  ["quotient", bounds.quotient, (a, b) => a / b],
];
const unary: [string, (a: Bounds) => Bounds, (a: number) => number][] = [
  ["logarithm", bounds.logarithm, (a) => Math.log(Math.max(0, a))],
  ["squareRoot", bounds.squareRoot, (a) => Math.sqrt(Math.max(0, a))],
  ["absolute", bounds.absolute, Math.abs],
  ["falling", (a) => bounds.falling((x) => -x, a), (a) => -a],
];

describe("interval arithmetic", () => {
  it.each(binary)("%s holds every point and never widens when an input narrows", (_name, wide, point) => {
    fc.assert(
      fc.property(nested, nested, (a, b) => {
        const value = point(a.point, b.point);
        const all = wide(a.wide, b.wide);
        if (Number.isFinite(value)) expect(within(bounds.exactly(value), all)).toBe(true);
        expect(within(wide(a.narrow, b.narrow), all)).toBe(true);
      }),
    );
  });

  it.each(unary)("%s holds every point and never widens when its input narrows", (_name, wide, point) => {
    fc.assert(
      fc.property(nested, (a) => {
        expect(within(bounds.exactly(point(a.point)), wide(a.wide))).toBe(true);
        expect(within(wide(a.narrow), wide(a.wide))).toBe(true);
      }),
    );
  });

  it("divides by an interval around 0 into the whole line", () => {
    expect(bounds.quotient({ low: 1, high: 2 }, { low: -1, high: 1 })).toEqual({
      low: -Infinity,
      high: Infinity,
    });
  });
});

describe("overlap", () => {
  it.each<[string, Bounds, Bounds, boolean]>([
    ["shared end up to binary rounding", { low: 0.1, high: 0.1 + 0.2 }, { low: 0.3, high: 0.4 }, true],
    ["apart", { low: 1, high: 2 }, { low: 2.001, high: 3 }, false],
    ["one within the other", { low: 0, high: 10 }, { low: 4, high: 5 }, true],
    ["apart below zero", { low: -3, high: -2 }, { low: -1.9, high: 4 }, false],
  ])("%s", (_name, a, b, shared) => {
    expect(bounds.overlap(a, b)).toBe(shared);
    expect(bounds.overlap(b, a)).toBe(shared);
  });

  it("measures the distance between intervals", () => {
    expect(bounds.gap({ low: 0, high: 1 }, { low: 3, high: 4 })).toBe(2);
    expect(bounds.contains({ low: 0, high: 1 }, 1.5)).toBe(false);
  });
});
