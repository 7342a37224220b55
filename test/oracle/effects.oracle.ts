/** ln OR, ln RR and risk differences with their variances against metafor's escalc. */
import { expect, it } from "vitest";
import { standardError } from "../../server/src/statistics/recomputation.js";
import {
  logOddsRatio,
  logRiskRatio,
  ratioInterval,
  riskDifference,
} from "../../server/src/statistics/twoGroups.js";
import type { TwoGroups } from "../../server/src/statistics/twoGroups.js";
import { readTable, runR } from "./r.js";

function own(measure: string, groups: TwoGroups): { yi: number; vi: number } {
  if (measure === "RD") {
    const { difference, se } = riskDifference(groups);
    return { yi: difference, vi: se * se };
  }
  const { ln, se } = measure === "OR" ? logOddsRatio(groups) : logRiskRatio(groups);
  return { yi: ln, vi: se * se };
}

it("agrees with metafor", () => {
  const rows = readTable(runR("effects.R"));
  expect(rows.length).toBeGreaterThan(500);
  let worst = 0;
  for (const row of rows) {
    const [events1, total1, events2, total2] = ["e1", "n1", "e2", "n2"].map((name) => Number(row[name])) as [
      number,
      number,
      number,
      number,
    ];
    const { yi, vi } = own(row.measure ?? "", { events1, total1, events2, total2 });
    // A difference of nearly equal logarithms keeps only its absolute precision.
    worst = Math.max(
      worst,
      Math.abs(yi - Number(row.yi)) / Math.max(1, Math.abs(yi)),
      Math.abs(vi / Number(row.vi) - 1),
    );
    if (row.measure !== "RD") {
      const back = standardError(ratioInterval({ ln: yi, se: Math.sqrt(vi) }), "ratio");
      worst = Math.max(worst, Math.abs(back / Math.sqrt(vi) - 1));
    }
  }
  console.log(
    `Worst relative error against metafor over ${String(rows.length)} tables: ${worst.toExponential(1)}`,
  );
  expect(worst).toBeLessThan(1e-10);
});
