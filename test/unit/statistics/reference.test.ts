/**
 * Distributions against values of R 4.2.2, made by
 * `Rscript test/oracle/distributions.R reference > test/unit/statistics/reference.tsv`.
 * `npm run test:oracle` compares thousands of points with the R that is installed.
 */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { functions, readReference, relativeError } from "./functions.js";

const points = readReference(readFileSync(new URL("reference.tsv", import.meta.url), "utf8"));

describe("values of R", () => {
  it.each(Object.keys(functions))("%s to a relative error of 1e-10", (name) => {
    const own = points.filter((point) => point.name === name);
    expect(own.length).toBeGreaterThan(5);
    expect(own.filter((point) => relativeError(point) > 1e-10)).toEqual([]);
  });
});
