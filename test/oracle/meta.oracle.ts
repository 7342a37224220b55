/** Pooled estimates, heterogeneity, prediction intervals, weights and leave-one-out against metafor. */
import { expect, it } from "vitest";
import { metaErrors, readMetaSets } from "../unit/statistics/metaReference.js";
import { runR } from "./r.js";

const BAR = 1e-6;

it("agrees with metafor on its own data sets and on random ones", () => {
  const sets = readMetaSets(runR("meta.R", ["all"]));
  const published = sets.filter(({ name }) => /\d{4}|^bcg/.test(name));
  let [figures, worst, at] = [0, 0, ""];
  for (const set of sets) {
    for (const { at: figure, error } of metaErrors(set)) {
      figures += 1;
      if (error >= worst) [worst, at] = [error, `${set.name} ${figure}`];
    }
  }
  console.log(
    `Meta-analysis: ${figures} figures of ${sets.length} data sets, ${published.length} of them metafor's; worst error ${worst.toExponential(1)} (${at})`,
  );
  expect(published.length).toBeGreaterThan(30);
  expect(worst).toBeLessThan(BAR);
});
