/** Effects with an interval, as printed. */
import type { EffectStatement, Measure } from "../extraction.js";
import { gap, overlap } from "../statistics/bounds.js";
import type { Bounds } from "../statistics/bounds.js";
import type { Printed } from "../statistics/printed.js";
import type { Scale } from "../statistics/recomputation.js";
import type { Context } from "./context.js";
import { intervalOf, numberOf } from "./numbers.js";

const RATIOS: ReadonlySet<Measure> = new Set(["HR", "OR", "RR", "IRR", "ROM", "GMR", "OTHER-RATIO"]);
const DIFFERENCES: ReadonlySet<Measure> = new Set(["RD", "MD", "SMD", "BETA"]);

/** An estimate with both bounds printed, on the scale where its interval is symmetric. */
export interface PrintedEffect {
  readonly statement: EffectStatement;
  readonly value: Printed;
  readonly low: Printed;
  readonly high: Printed;
  readonly scale: Scale;
}

/** Null without a two-sided CI in numbers, or where the numbers cannot be on the measure's scale. */
export function printedEffect(statement: EffectStatement): PrintedEffect | null {
  const interval = intervalOf(statement, "CI");
  const value = numberOf(statement, "value", statement.value);
  const scale = scaleOf(statement.measure);
  if (interval === null || value === null || scale === null) return null;
  const { low, high } = interval;
  if (scale === "ratio" && (value.value <= 0 || low.value < 0)) return null;
  return { statement, value, low, high, scale };
}

export function scaleOf(measure: Measure): Scale | null {
  if (RATIOS.has(measure)) return "ratio";
  return DIFFERENCES.has(measure) ? "difference" : null;
}

/** Where the estimate of a symmetric interval lies: √(L·U) of a ratio, (L + U)/2 of a difference. */
export function centre({ low, high, scale }: Pick<PrintedEffect, "low" | "high" | "scale">): Bounds {
  if (scale === "difference") return { low: (low.low + high.low) / 2, high: (low.high + high.high) / 2 };
  return {
    low: Math.sqrt(Math.max(0, low.low) * Math.max(0, high.low)),
    high: Math.sqrt(Math.max(0, low.high) * Math.max(0, high.high)),
  };
}

/** Whether bounds are in order, hold the estimate and are centred on it, all by rounding intervals. */
export function coherent(effect: Pick<PrintedEffect, "value" | "low" | "high" | "scale">): boolean {
  const { value, low, high } = effect;
  if (low.value > high.value || gap(value, { low: low.low, high: high.high }) > 0) return false;
  return overlap(value, centre(effect));
}

/**
 * Whether the document's other estimates of the scale stand away from the middle of their intervals too, half of them or more:
 * then its method makes no symmetric intervals.
 */
export function othersOffCentre({ statement, scale }: PrintedEffect, context: Context): boolean {
  let off = 0;
  let on = 0;
  for (const { effect, isOff } of context.once(effectsInOrder)) {
    const other = effect.statement;
    if (effect.scale !== scale || other.id === statement.id) continue;
    // The same numbers told again say nothing new.
    if (other.value === statement.value && other.interval?.low === statement.interval?.low) continue;
    if (isOff) off += 1;
    else on += 1;
  }
  return off > 0 && off >= on;
}

/** All effects of a document that lie within their intervals, and whether they are away from the middle. */
const effectsInOrder = (context: Context): { effect: PrintedEffect; isOff: boolean }[] =>
  context.of("effect").flatMap((statement) => {
    const effect = printedEffect(statement);
    return effect && inOrder(effect) ? [{ effect, isOff: gap(effect.value, centre(effect)) > 0 }] : [];
  });

/** Whether bounds are in order and hold the estimate, by rounding intervals. */
export function inOrder({ value, low, high }: PrintedEffect): boolean {
  return low.low <= high.high && gap(value, { low: low.low, high: high.high }) === 0;
}

/** Levels to try, in percent: the printed one, else 95 and every other level that the document prints. */
export function levelsOf(effect: EffectStatement, context: Context): readonly number[] {
  const printed = effect.interval?.level;
  if (printed != null) return [printed];
  const levels = new Set([95]);
  for (const { interval } of context.statements) {
    if (interval?.level != null && interval.level > 50 && interval.level < 100) levels.add(interval.level);
  }
  return [...levels];
}
