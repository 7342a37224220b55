/** Thousands of points of every distribution against R. */
import { expect, it } from "vitest";
import { functions, readReference, relativeError } from "../unit/statistics/functions.js";
import { runR } from "./r.js";

const BAR = 1e-10;

it("agrees with R everywhere", () => {
  const worst = new Map<string, { points: number; error: number; at: string }>();
  for (const point of readReference(runR("distributions.R", ["all"]))) {
    const error = relativeError(point);
    const so = worst.get(point.name) ?? { points: 0, error: 0, at: "" };
    so.points += 1;
    if (error >= so.error) Object.assign(so, { error, at: point.inputs.join(", ") });
    worst.set(point.name, so);
  }
  console.log("Worst relative error against R");
  for (const [name, { points, error, at }] of worst) {
    console.log(
      `  ${name.padEnd(26)} ${String(points).padStart(5)} points  ${error.toExponential(1)}  at (${at})`,
    );
  }
  expect([...worst.keys()].sort()).toEqual(Object.keys(functions).sort());
  const failing = [...worst].filter(([, { error }]) => error > BAR).map(([name]) => name);
  expect(failing).toEqual([]);
});
