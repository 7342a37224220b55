import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printed } from "../../../server/src/statistics/printed.js";
import {
  eValue,
  eValueOfInterval,
  exponentialHazardRatio,
  feasibleP,
  feasibleZ,
  intervalFromP,
  numberNeededToTreat,
  pFromInterval,
  riskRatioOfHazardRatio,
  riskRatioOfOddsRatio,
  standardError,
} from "../../../server/src/statistics/recomputation.js";
import { newcombe } from "../../../server/src/statistics/proportions.js";
import {
  logOddsRatio,
  logRiskRatio,
  midP,
  ratioInterval,
  riskDifference,
} from "../../../server/src/statistics/twoGroups.js";

describe("p from an interval", () => {
  it("agrees with the worked examples of Altman & Bland 2011", () => {
    // Relative risk 0.81 (0.70 to 0.94) gives z 2.80; difference 1.39 mm Hg (0.2 to 2.58 …) is on its own scale.
    const ratio = pFromInterval({ value: 0.81, low: 0.7, high: 0.94 }, "ratio");
    expect(ratio.z).toBeCloseTo(2.8, 2);
    expect(ratio.p).toBeCloseTo(0.005, 3);
    const difference = pFromInterval({ value: -4, low: -7.92, high: -0.08 }, "difference");
    expect(difference.z).toBeCloseTo(2, 2);
  });

  it("allows all p that the printed digits allow, and never more with a digit more", () => {
    const ratio = fc.tuple(fc.integer({ min: 20, max: 300 }), fc.integer({ min: 10, max: 90 }));
    fc.assert(
      fc.property(ratio, ([hundredths, width]) => {
        const value = hundredths / 100;
        const half = width / 100;
        const numbers = [value, value * Math.exp(-half), value * Math.exp(half)];
        const at = (decimals: number) => {
          const [v, l, u] = numbers.map((x) => printed(Number(x.toFixed(decimals)), decimals)) as [
            ReturnType<typeof printed>,
            ReturnType<typeof printed>,
            ReturnType<typeof printed>,
          ];
          return { v, l, u, p: feasibleP(feasibleZ(v, l, u, 95, "ratio")) };
        };
        const { v, l, u, p } = at(2);
        const point = pFromInterval({ value: v.value, low: l.value, high: u.value }, "ratio").p;
        expect(p.low).toBeLessThanOrEqual(point);
        expect(p.high).toBeGreaterThanOrEqual(point);
        const zero = [v, l, u].map((x) => printed(x.value, 3)) as [typeof v, typeof l, typeof u];
        const finer = feasibleP(feasibleZ(...zero, 95, "ratio"));
        expect(finer.low).toBeGreaterThanOrEqual(p.low);
        expect(finer.high).toBeLessThanOrEqual(p.high);
      }),
    );
  });

  it("allows p = 1 where the estimate may be no effect", () => {
    const z = feasibleZ(printed(1, 1), printed(0.8, 1), printed(1.2, 1), 95, "ratio");
    expect(feasibleP(z).high).toBe(1);
  });

  it("allows any small p where the printed interval may have no width", () => {
    const z = feasibleZ(printed(0.5, 1), printed(0.5, 1), printed(0.5, 1), 95, "ratio");
    expect(z.high).toBe(Infinity);
    expect(feasibleP(z).low).toBe(0);
  });
});

describe("interval from p", () => {
  it("is the inverse of p from an interval", () => {
    const { low, high } = intervalFromP(0.74, 0.012, "ratio");
    expect(pFromInterval({ value: 0.74, low, high }, "ratio").p).toBeCloseTo(0.012, 10);
    const linear = intervalFromP(3.1, 0.2, "difference", 90);
    expect(pFromInterval({ value: 3.1, ...linear, level: 90 }, "difference").p).toBeCloseTo(0.2, 10);
  });
});

describe("single numbers", () => {
  it("standard error on the log scale", () => {
    expect(standardError({ low: 0.6, high: 0.95 }, "ratio")).toBeCloseTo(0.11723, 5);
  });
  it.each<[rr: number, e: number]>([
    [3.9, 7.26],
    [1 / 3.9, 7.26],
    [1, 1],
  ])("E-value of %f (VanderWeele & Ding 2017)", (rr, e) => {
    expect(eValue(rr)).toBeCloseTo(e, 2);
  });
  it("E-value of an interval is that of its bound nearer to no effect", () => {
    expect(eValueOfInterval({ low: 1.8, high: 8.7 })).toBeCloseTo(3, 1);
    expect(eValueOfInterval({ low: 0.3, high: 0.5 })).toBeCloseTo(eValue(0.5), 10);
    expect(eValueOfInterval({ low: 0.9, high: 2 })).toBe(1);
  });
  it("risk ratios of common outcomes lie between no effect and the ratio they come from", () => {
    expect(riskRatioOfOddsRatio(4)).toBe(2);
    expect(riskRatioOfHazardRatio(1)).toBeCloseTo(1, 12);
    expect(riskRatioOfHazardRatio(2)).toBeCloseTo(1.6125, 3);
  });
  it("number needed to treat and exponential hazard ratio", () => {
    expect(numberNeededToTreat(62, 54.5)).toBeCloseTo(13.33, 2);
    expect(exponentialHazardRatio(12, 9)).toBe(0.75);
  });
});

describe("two groups", () => {
  const groups = { events1: 56, total1: 70, events2: 48, total2: 80 };
  it("Newcombe's example: 56/70 against 48/80 is 0.20 (0.0524 to 0.3339)", () => {
    expect(riskDifference(groups).difference).toBeCloseTo(0.2, 12);
    const interval = newcombe({ n: 56, N: 70 }, { n: 48, N: 80 });
    expect(interval.low).toBeCloseTo(0.0524, 4);
    expect(interval.high).toBeCloseTo(0.3339, 4);
  });
  it("ratios with their intervals", () => {
    expect(Math.exp(logRiskRatio(groups).ln)).toBeCloseTo(4 / 3, 12);
    expect(Math.exp(logOddsRatio(groups).ln)).toBeCloseTo(8 / 3, 12);
    expect(ratioInterval({ ln: 0, se: 0.5 }).high).toBeCloseTo(2.6644, 4);
    expect(logOddsRatio({ events1: 0, total1: 9, events2: 3, total2: 9 }).ln).toBeNaN();
  });
  it("mid-p lies below twice the exact one-sided p", () => {
    expect(midP({ events1: 3, total1: 10, events2: 1, total2: 12 })).toBeCloseTo(
      (2 * 1650 - 1440) / 7315,
      12,
    );
  });
});
