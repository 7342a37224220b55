/** The marks of a plot: squares, dots, intervals with their ends or arrows. */
import type { Axis } from "./axis.js";
import type { PlotRow } from "./request.js";
import { element, line, path } from "./shapes.js";

/** The drawing between the names on its left and the figures on its right, in pixels. */
export const PLOT = { from: 290, to: 640 } as const;

/** Where a printed value stands, in pixels; outside `PLOT` for what the axis does not span. */
export function across(axis: Axis, value: number): number {
  return PLOT.from + axis.at(value) * (PLOT.to - PLOT.from);
}

/** A study's interval as a line, with arrows where it goes on, and its estimate as a square or dot. */
export function drawRow({ estimate, interval, weights }: PlotRow, axis: Axis, y: number): string {
  const parts: string[] = [];
  if (interval !== null) parts.push(drawInterval(axis, interval.low, interval.high, y, "ol-line"));
  if (estimate === null) {
    // Not reached: somewhere on the right.
    parts.push(arrow(PLOT.to, y, 1));
  } else {
    const x = across(axis, estimate);
    // The area, not the side, goes with the weight.
    const side = weights === null ? 9 : 4 + Math.sqrt(weights.random / 100) * 14;
    parts.push(
      weights === null && interval === null
        ? element("circle", { cx: x, cy: y, r: 4.5, class: "ol-back ol-line", "stroke-width": 1.5 })
        : element("rect", {
            x: x - side / 2,
            y: y - side / 2,
            width: side,
            height: side,
            class: "ol-square",
          }),
    );
  }
  return parts.join("");
}

/** A line between two bounds; null is an open one. */
export function drawInterval(
  axis: Axis,
  low: number | null,
  high: number | null,
  y: number,
  kind: string,
): string {
  const place = (bound: number | null, otherwise: number): number => {
    const x = bound === null ? otherwise : across(axis, bound);
    return Number.isFinite(x) ? x : otherwise;
  };
  const [start, end] = [place(low, PLOT.from - 1), place(high, PLOT.to + 1)];
  const [x1, x2] = [Math.max(start, PLOT.from), Math.min(end, PLOT.to)];
  return (
    line(x1, y, x2, y, { class: kind, "stroke-width": 1.5 }) +
    (start < PLOT.from ? arrow(PLOT.from, y, -1) : line(x1, y - 3, x1, y + 3, { class: kind })) +
    (end > PLOT.to ? arrow(PLOT.to, y, 1) : line(x2, y - 3, x2, y + 3, { class: kind }))
  );
}

function arrow(x: number, y: number, direction: 1 | -1): string {
  const points = [
    [x + 2 * direction, y],
    [x - 6 * direction, y - 4],
    [x - 6 * direction, y + 4],
  ] as const;
  return path(points, { class: "ol-text" });
}
