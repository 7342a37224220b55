/** The horizontal axis of a plot: which values it spans, where they fall, where the ticks stand. */
import { BACK, FORTH } from "./numbers.js";
import type { PlotData } from "./request.js";

export interface Axis {
  /** From a printed value to a place between 0 and 1; beyond the ends for what does not fit. */
  readonly at: (value: number) => number;
  /** Printed values of the ticks. */
  readonly ticks: readonly number[];
}

/** The least span, so that studies that agree closely do not fill the axis with their rounding. */
const LEAST: Readonly<Record<PlotData["scale"], number>> = {
  log: Math.log(2),
  linear: 0,
  logit: 0.5,
  "fisher-z": 0.2,
};

/**
 * Spans estimates, summaries, the prediction interval and no effect; of the studies' intervals as much as leaves
 * the estimates apart. What goes beyond is drawn with an arrow.
 */
export function axisOf(data: PlotData): Axis {
  const { scale } = data;
  const forth = FORTH[scale];
  const places = (values: readonly (number | null)[]): number[] =>
    values.flatMap((value) => (value === null ? [] : [forth(value)])).filter(Number.isFinite);
  const centre = places([
    ...data.rows.map(({ estimate }) => estimate),
    ...data.summaries.flatMap(({ estimate, interval }) => [estimate, interval.low, interval.high]),
    ...(data.prediction === null ? [] : [data.prediction.interval.low, data.prediction.interval.high]),
    data.noEffect,
    ...(data.kind === "dots" ? [0] : []),
  ]);
  const ends = places(data.rows.flatMap(({ interval }) => [interval?.low ?? null, interval?.high ?? null]));
  const all = [...centre, ...ends];
  const [low, high] = all.length === 0 ? [0, 1] : [least(centre, all), greatest(centre, all)];
  const span = high - low || 1;
  const width = Math.max(span, LEAST[scale]);
  const reach = data.kind === "dots" ? 0.6 * width : width;
  const from = Math.max(least(all, all), low - reach) - (width - span) / 2;
  const to = Math.min(greatest(all, all), high + reach) + (width - span) / 2;
  const margin = 0.04 * (to - from);
  const start = data.kind === "dots" && from === 0 ? 0 : from - margin;
  const end = to + margin;
  return {
    at: (value) => (forth(value) - start) / (end - start),
    ticks: ticksBetween(BACK[scale](start), BACK[scale](end), scale === "log"),
  };
}

function least(values: readonly number[], otherwise: readonly number[]): number {
  return (values.length > 0 ? values : otherwise).reduce((a, b) => Math.min(a, b), Infinity);
}

function greatest(values: readonly number[], otherwise: readonly number[]): number {
  return (values.length > 0 ? values : otherwise).reduce((a, b) => Math.max(a, b), -Infinity);
}

const MOST_TICKS = 9;
const LEAST_TICKS = 4;

/** Digits of ticks on a logarithmic axis, from few to many. */
const LADDERS = [[1], [1, 3], [1, 2, 5], [1, 1.5, 2, 3, 5, 7]];

function ticksBetween(low: number, high: number, logarithmic: boolean): number[] {
  if (!logarithmic) return evenTicks(low, high);
  for (const digits of LADDERS) {
    const ticks = decades(low, high).flatMap((decade) =>
      digits.map((digit) => Number((digit * decade).toPrecision(3))),
    );
    const inside = ticks.filter((tick) => tick >= low && tick <= high);
    const every = Math.ceil(inside.length / MOST_TICKS);
    if (inside.length >= LEAST_TICKS) {
      return inside.filter((tick) => every === 1 || Math.round(Math.log10(tick)) % every === 0);
    }
  }
  return evenTicks(low, high);
}

function decades(low: number, high: number): number[] {
  const [first, last] = [Math.floor(Math.log10(low)), Math.ceil(Math.log10(high))];
  return Array.from({ length: last - first + 1 }, (_, i) => Number(`1e${first + i}`));
}

/** Four to seven ticks at 1, 2 or 5 times a power of ten. */
function evenTicks(low: number, high: number): number[] {
  const rough = (high - low) / 6;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? 10 * power;
  const first = Math.ceil(low / step);
  const count = Math.floor(high / step) - first + 1;
  // Whole multiples: steps that are added up would print 0.30000000000000004.
  return Array.from({ length: count }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}
