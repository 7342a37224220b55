import { describe, expect, test } from "vitest";
import type { Statement } from "../../../server/src/extraction.js";
import { derive } from "../../../server/src/export/derive.js";
import { ci, statement } from "./samples.js";

interface Case {
  readonly of: Statement;
  /** Of the statement's group. */
  readonly size?: number;
  readonly yi: number;
  readonly sei: number;
  readonly scale: string;
}

// Expected numbers come from R: qnorm, atanh, qlogis, and metafor::escalc(measure = "PLO") for counts.
describe("derive", () => {
  test.each([
    {
      name: "a hazard ratio",
      of: statement("effect", { value: 0.71, interval: ci(0.55, 0.92) }),
      yi: -0.342490309,
      sei: 0.131241032,
      scale: "log",
    },
    {
      name: "a 90 % interval",
      of: statement("effect", { measure: "RR", value: 1.5, interval: ci(1.2, 1.875, { level: 90 }) }),
      yi: 0.405465108,
      sei: 0.135661647,
      scale: "log",
    },
    {
      name: "a mean difference below zero",
      of: statement("effect", { measure: "MD", value: -3.1, interval: ci(-5, -1.2) }),
      yi: -3.1,
      sei: 0.969405568,
      scale: "linear",
    },
    {
      name: "a correlation",
      of: statement("effect", { measure: "R", value: 0.5, interval: ci(0.3, 0.66) }),
      yi: 0.549306144,
      sei: 0.123291558,
      scale: "fisher-z",
    },
    {
      name: "counts",
      of: statement("proportion", { n: 12, N: 48, percent: 25 }),
      yi: -1.098612289,
      sei: 0.333333333,
      scale: "logit",
    },
    {
      name: "no event",
      of: statement("proportion", { n: 0, N: 20, percent: 0 }),
      yi: -3.713572067,
      sei: 1.431356171,
      scale: "logit",
    },
    {
      name: "a rate with its interval",
      of: statement("landmark", { value: 61, interval: ci(52, 70) }),
      yi: 0.447312218,
      sei: 0.195731952,
      scale: "logit",
    },
    {
      name: "a mean with its standard deviation, n of the group known",
      of: statement("mean", { value: 4.2, sd: 3 }),
      size: 36,
      yi: 4.2,
      sei: 0.5,
      scale: "linear",
    },
    {
      name: "a mean with its standard error",
      of: statement("mean", { value: 4.2, se: 0.6 }),
      yi: 4.2,
      sei: 0.6,
      scale: "linear",
    },
  ])("$name", ({ of, size, yi, sei, scale }: Case) => {
    const derived = derive(of, size);
    expect(derived.scale).toBe(scale);
    expect(derived.yi).toBeCloseTo(yi, 8);
    expect(derived.sei).toBeCloseTo(sei, 8);
    expect(derived.source).not.toBe("");
  });

  test.each([
    { name: "no interval", of: statement("effect", { value: 2 }) },
    { name: "a bound that was not reached", of: statement("effect", { value: 2, interval: ci(1.1, "NR") }) },
    {
      name: "a range",
      of: statement("effect", { value: 2, interval: ci(1, 4, { type: "range", level: null }) }),
    },
    {
      name: "an interval without a level",
      of: statement("effect", { value: 2, interval: ci(1, 4, { level: null }) }),
    },
    {
      name: "a lower bound of zero on the log scale",
      of: statement("effect", { value: 2, interval: ci(0, 4) }),
    },
    { name: "bounds in the wrong order", of: statement("effect", { value: 2, interval: ci(4, 1) }) },
  ])("gives yi alone for $name", ({ of }) => {
    expect(derive(of)).toMatchObject({ sei: null, source: "" });
    expect(derive(of).yi).not.toBeNull();
  });

  test.each([
    { name: "a ratio of zero", of: statement("effect", { value: 0, interval: ci(0.1, 2) }) },
    { name: "a correlation of one", of: statement("effect", { measure: "R", value: 1 }) },
    { name: "a median", of: statement("median", { interval: ci(9, 14) }) },
    { name: "a p-value", of: statement("p-value") },
    { name: "a size", of: statement("group-size") },
    { name: "more events than patients", of: statement("proportion", { n: 50, N: 48 }) },
    {
      name: "an inferred denominator",
      of: statement("proportion", {
        n: 12,
        N: null,
        percent: null,
        denominator: { value: 48, inferred: true },
      }),
    },
  ])("gives nothing for $name", ({ of }) => {
    expect(derive(of)).toEqual({ yi: null, sei: null, scale: null, source: "" });
  });

  test("names the formula and where it is from", () => {
    expect(derive(statement("effect", { value: 0.71, interval: ci(0.55, 0.92) })).source).toBe(
      "(ln(high) - ln(low)) / (2 z), 95% CI; Altman & Bland 2011",
    );
    expect(derive(statement("mean", { sd: 1.5 }))).toMatchObject({ sei: null, source: "SD 1.5 as printed" });
    expect(derive(statement("mean", { sd: 1.5, se: 0.2 }), 56).source).toBe(
      "SE as printed; SD 1.5 as printed",
    );
    expect(derive(statement("mean", { sd: 3 }), 36).source).toBe(
      "SD / sqrt(n), SD 3 as printed, n 36 of the group",
    );
    expect(derive(statement("proportion", { n: 0, N: 20 })).source).toBe(
      "sqrt(1/n + 1/(total - n)), 1/2 added to both counts; Lipsey & Wilson 2001",
    );
  });
});
