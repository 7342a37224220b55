/** Numbers of plots as they are printed, and the scales that they are pooled on. */
import type { Scale } from "../export/derive.js";

/** From the pooled scale back to the printed one; rates come back in percent. */
export const BACK: Readonly<Record<Scale, (x: number) => number>> = {
  log: Math.exp,
  linear: (x) => x,
  logit: (x) => 100 / (1 + Math.exp(-x)),
  "fisher-z": Math.tanh,
};

/** From the printed scale to the pooled one. */
export const FORTH: Readonly<Record<Scale, (x: number) => number>> = {
  log: Math.log,
  linear: (x) => x,
  logit: (x) => Math.log(x / (100 - x)),
  "fisher-z": Math.atanh,
};

/** Two decimals where they say something, two digits below 0.1, fewer decimals from 100 on. */
export function printed(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e6 || (size > 0 && size < 1e-4)) return value.toExponential(1);
  const decimals = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 0.1 || size === 0 ? 2 : size >= 0.01 ? 3 : 4;
  const text = value.toFixed(decimals);
  return Number(text) === 0 ? text.replace("-", "") : text;
}

/** With as many decimals as the document prints, two at most. */
export function plain(value: number): string {
  return String(Number(value.toFixed(2)));
}

/** "0.76 [0.61, 0.95]". */
export function withInterval(value: number, low: number, high: number): string {
  return `${printed(value)} [${printed(low)}, ${printed(high)}]`;
}

/** "p = 0.012", "p < 0.001"; empty for null. */
export function pText(p: number | null): string {
  if (p === null) return "";
  return p < 0.001 ? "p < 0.001" : `p = ${p.toFixed(3)}`;
}
