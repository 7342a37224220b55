/** Recomputed numbers in print, with no more digits than the numbers they were made from can carry. */
import type { Bounds } from "../statistics/bounds.js";

/** Decimals that a number known to lie in an interval deserves: its last digit is the first uncertain one. */
function decimalsFor({ low, high }: Bounds, value: number): number {
  const width = high - low;
  const digits =
    width > 0 && Number.isFinite(width) ? Math.ceil(-Math.log10(width)) : significantDecimals(value, 3);
  return Math.min(10, Math.max(0, digits));
}

/** A number with as many decimals as its feasible interval allows. */
export function known(value: number, within: Bounds): string {
  return signed(value.toFixed(decimalsFor(within, value)));
}

/** The feasible interval itself, one digit finer than it is wide, or one number where both ends print alike. */
export function feasible(within: Bounds): string {
  const { low, high } = within;
  if (!Number.isFinite(low) && !Number.isFinite(high)) return "any";
  const decimals = Math.min(10, decimalsFor(within, high) + 1);
  return span(low.toFixed(decimals), high.toFixed(decimals));
}

/** Three significant digits: for what is computed from whole counts. */
export function significant(value: number, digits = 3): string {
  if (!Number.isFinite(value)) return "∞";
  return signed(value.toFixed(Math.min(10, Math.max(0, significantDecimals(value, digits)))));
}

/** "1.02–1.98", "−0.3 to 0.4". */
export function interval({ low, high }: Bounds, digits = 3): string {
  // Both ends with the decimals of the coarser one read as one scale.
  const decimals = Math.min(
    10,
    Math.max(0, significantDecimals(Math.max(Math.abs(low), Math.abs(high)), digits)),
  );
  return span(low.toFixed(decimals), high.toFixed(decimals));
}

/** A p-value as journals print it: two digits, "<0.0001" below that. */
export function pValue(p: number): string {
  if (Number.isNaN(p)) return "not defined";
  if (p < 0.0001) return "<0.0001";
  return p > 0.9999 ? "1.0" : p.toFixed(p >= 0.1 ? 2 : significantDecimals(p, 2));
}

/** The feasible p-values: "0.015–0.024". */
export function pRange({ low, high }: Bounds): string {
  const [from, to] = [pValue(low), pValue(high)];
  return from === to ? from : `${from}–${to}`;
}

/** A percentage from a fraction of 1. */
export function percent(fraction: number, decimals = 1): string {
  return signed((100 * fraction).toFixed(decimals));
}

export function percentInterval({ low, high }: Bounds, decimals = 1): string {
  return span((100 * low).toFixed(decimals), (100 * high).toFixed(decimals));
}

function significantDecimals(value: number, digits: number): number {
  return value === 0 ? digits : digits - 1 - Math.floor(Math.log10(Math.abs(value)));
}

function span(low: string, high: string): string {
  if (low === high) return signed(low);
  return high.startsWith("-") || low.startsWith("-") ? `${signed(low)} to ${signed(high)}` : `${low}–${high}`;
}

/** A true minus, and no minus before nothing. */
function signed(printed: string): string {
  return /^-0(?:\.0*)?$/.test(printed) ? printed.slice(1) : printed.replace(/^-/, "−");
}
