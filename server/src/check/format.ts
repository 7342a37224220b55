/** Numbers and statements as findings print them. */
import type { EffectStatement, Statement } from "../extraction.js";
import type { Bounds } from "../statistics/bounds.js";

const MEASURE_NAMES: Partial<Record<EffectStatement["measure"], string>> = {
  RD: "difference",
  MD: "mean difference",
  SMD: "standardised difference",
  ROM: "ratio of means",
  GMR: "geometric mean ratio",
  BETA: "β",
  R: "r",
  "OTHER-RATIO": "ratio",
};

/** A number to so many decimals, with a true minus sign. */
export function fixed(x: number, decimals: number): string {
  const text = Math.abs(x).toFixed(Math.min(20, Math.max(0, decimals)));
  return x < 0 && Number(text) !== 0 ? `−${text}` : text;
}

/** A number to so many significant digits, without exponent where that reads well. */
export function significant(x: number, digits: number): string {
  if (x === 0 || !Number.isFinite(x)) return x === 0 ? "0" : "∞";
  const magnitude = Math.floor(Math.log10(Math.abs(x)));
  if (magnitude < -5) return x.toExponential(digits - 1).replace("-", "−");
  return fixed(x, digits - 1 - magnitude);
}

/** A p-value as a reviewer writes it. */
export function pText(p: number): string {
  if (p < 0.0001) return "<0.0001";
  return p >= 0.9995 ? "1" : significant(p, p < 0.1 ? 2 : 3);
}

/** "p = 0.031", "p between 0.0046 and 0.0058", "p < 0.0001". */
export function pRangeText({ low, high }: Bounds): string {
  const from = pText(low);
  const to = pText(high);
  if (to.startsWith("<")) return "p < 0.0001";
  if (from === to) return `p = ${to}`;
  return from.startsWith("<") ? `p ≤ ${to}` : `p between ${from} and ${to}`;
}

/** "0.46 to 0.49"; one number where both ends print alike. */
export function rangeText({ low, high }: Bounds, decimals: number): string {
  const from = fixed(low, decimals);
  const to = fixed(high, decimals);
  return from === to ? to : `${from} to ${to}`;
}

/** A statement's own p as printed: "p = 0.007". */
export function reportedP(statement: Statement): string {
  const reported = statement.kind === "p-value" ? statement : statement.p;
  if (reported === null) return "";
  if (reported.value === null) return "p not significant";
  const own = statement.kind === "p-value" ? statement.literal.value : undefined;
  const literal = own ?? statement.literal.p ?? String(reported.value);
  const sign = { "<=": "≤", ">=": "≥", ns: "" }[reported.comparator as string] ?? reported.comparator;
  return `p ${sign} ${literal}`;
}

/** "HR 0.71 (0.67 to 0.76)", in the document's own digits. */
export function effectText(statement: Statement & { readonly value?: unknown }): string {
  const name = statement.kind === "effect" ? `${MEASURE_NAMES[statement.measure] ?? statement.measure} ` : "";
  return `${name}${statement.literal.value ?? String(statement.value)}${intervalText(statement)}`;
}

/** " (0.67 to 0.76)"; empty without an interval. */
export function intervalText({ interval, literal }: Statement): string {
  if (interval === null) return "";
  const { low = String(interval.low), high = String(interval.high) } = literal;
  return ` (${low} to ${high})`;
}

/** 8.41 as "8.4%" where the paper prints one decimal. */
export function percentText(percent: number, decimals: number): string {
  return `${fixed(percent, decimals)}%`;
}
