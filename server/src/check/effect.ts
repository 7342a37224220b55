/** Effects with an interval, as printed. */
import type { EffectStatement, Measure } from "../extraction.js";
import { gap, overlap } from "../statistics/bounds.js";
import type { Bounds } from "../statistics/bounds.js";
import type { Printed } from "../statistics/printed.js";
import type { Scale } from "../statistics/recomputation.js";
import { made, type Context } from "./context.js";
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

/** What the document's other estimates of a scale say of how its intervals are made. */
export interface Others {
  /** Half of them or more stand away from the middle of their intervals: its method makes no symmetric ones. */
  readonly offCentre: boolean;
  /** At least two stand in the middle, and at most one in five does not: its intervals are Wald intervals. */
  readonly centred: boolean;
}

export function others(effect: PrintedEffect, context: Context): Others {
  const all = context.once(centring)[effect.scale];
  // The same numbers told again say nothing new.
  const own = all.get(keyOf(effect));
  const off = all.off - (own === false ? 1 : 0);
  const on = all.on - (own === true ? 1 : 0);
  return { offCentre: off > 0 && off >= on, centred: on >= 2 && on >= 4 * off };
}

/** Whether estimates are in the middle of their intervals, by their numbers. */
class Centring extends Map<string, boolean> {
  on = 0;
  off = 0;
}

function centring(context: Context): Record<Scale, Centring> {
  const found = { ratio: new Centring(), difference: new Centring() };
  const { statements, notes } = context.listed("effect");
  statements.forEach((statement, i) => {
    const place = made(notes[i]!, centring, () => placeOf(statement));
    if (place === null || found[place.scale].has(place.key)) return;
    const of = found[place.scale];
    of.set(place.key, place.centred);
    if (place.centred) of.on += 1;
    else of.off += 1;
  });
  return found;
}

/** Where an estimate stands in its interval; null where it has none, or stands outside. */
function placeOf(statement: EffectStatement): { scale: Scale; key: string; centred: boolean } | null {
  const effect = printedEffect(statement);
  if (effect === null || !inOrder(effect)) return null;
  const { scale, value } = effect;
  return { scale, key: keyOf(effect), centred: gap(value, centre(effect)) === 0 };
}

const keyOf = ({ value, low }: PrintedEffect): string => `${String(value.value)} ${String(low.value)}`;

/** Whether bounds are in order and hold the estimate, by rounding intervals. */
export function inOrder({ value, low, high }: PrintedEffect): boolean {
  return low.low <= high.high && gap(value, { low: low.low, high: high.high }) === 0;
}

/** Levels to try, in percent: the printed one, else 95 and every other level that the document prints. */
export function levelsOf(effect: EffectStatement, context: Context): readonly number[] {
  const printed = effect.interval?.level;
  if (printed != null) return [printed];
  return context.once(printedLevels);
}

function printedLevels({ statements }: Context): readonly number[] {
  const levels = new Set([95]);
  for (const { interval } of statements) {
    if (interval?.level != null && interval.level > 50 && interval.level < 100) levels.add(interval.level);
  }
  return [...levels];
}

/** The same numbers, each rounded to a further decimal first: 0.7449 as 0.745 and then as 0.75. */
export function roundedTwice({
  value,
  low,
  high,
  scale,
}: PrintedEffect): Pick<PrintedEffect, "value" | "low" | "high" | "scale"> {
  const wider = (x: Printed): Printed => {
    const more = 0.05 * 10 ** -x.decimals;
    return { ...x, low: x.low - more, high: x.high + more };
  };
  return { value: wider(value), low: wider(low), high: wider(high), scale };
}
