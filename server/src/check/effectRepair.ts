/** The one wrong digit of an effect that would make estimate, interval and p agree. */
import { feasibleP, feasibleZ } from "../statistics/recomputation.js";
import type { Statement } from "../extraction.js";
import { coherent, printedEffect } from "./effect.js";
import type { PrintedEffect } from "./effect.js";
import { allows, pOf, withPrint } from "./numbers.js";
import { repairOf } from "./repair.js";
import type { Digits } from "./repair.js";

/** How far z may move because the printed p came from another test than the interval. */
export const Z_SLACK = 0.3;

/** The digit of any of the numbers. */
export const repairOfEffect = (statement: Statement): string | undefined => {
  const effect = statement.kind === "effect" ? printedEffect(statement) : null;
  return effect === null ? undefined : effectRepair(effect);
};

/**
 * @param fields which of the three numbers may be the wrong one; p may be as well
 * @returns "0.178 → 0.678", or undefined where none or several digits would do
 */
export function effectRepair(
  effect: PrintedEffect,
  fields: readonly ("value" | "low" | "high")[] = ["value", "low", "high"],
): string | undefined {
  const { statement, scale } = effect;
  const digits: Record<string, Digits[string]> = {};
  for (const field of fields) {
    const literal = statement.literal[field];
    if (literal === undefined) return undefined;
    digits[field] = { literal, number: effect[field] };
  }
  const p = pOf(statement);
  if (p !== null && statement.literal.p !== undefined)
    digits.p = { literal: statement.literal.p, number: p.printed };
  const level = statement.interval?.level ?? 95;
  return repairOf(digits, (changed) => {
    const { value = effect.value, low = effect.low, high = effect.high } = changed;
    if (scale === "ratio" && (value.value <= 0 || low.value <= 0)) return false;
    if (!coherent({ value, low, high, scale })) return false;
    if (p === null) return true;
    const printed = withPrint(p, changed.p ?? p.printed);
    if (printed.printed.value > 1 || printed.printed.value === 0) return false;
    // A digit of p is offered only where it gives the interval's own p.
    const slack = printed.printed === p.printed ? Z_SLACK : 0;
    return allows(printed, feasibleP(feasibleZ(value, low, high, level, scale), slack));
  });
}
