/**
 * Signs in the text beside a number that it is not what it was taken for. A rule does not build on such a number:
 * one alarm about a misreading costs more trust than a missed slip.
 */
import type { Statement } from "../extraction.js";
import type { Context } from "./context.js";

/** "95% CI", "51-73 mmol/mol": a level or a range, no estimate; "2.17 CI 1.67" is one. */
const NO_ESTIMATE_AFTER = /^\s?%\s*(?:CI\b|CrI\b|confidence|credible|uncertainty)|^\s?[-–]\s?\d/i;

/** "per 10 ng/mL", "at week 4", "± 4", "SD: 9": the unit of a factor, a time or a spread, no estimate; "at 1 month, 0.64" is one. */
const NO_ESTIMATE_BEFORE =
  /(?:(?:\bper|\b(?:week|month|day|year))\s+|(?:±|\bSD|\bSE|\bSEM|\bstandard (?:deviation|error))[\s:=,)\]]*)$/i;

/** "hazard ratio [HR] = ": a ratio, not a difference. */
const RATIO_BEFORE = /\bratio[\s,:=]*(?:[[(]?[A-Z]{2,4}[\])]?)?[\s,:=]*(?:was|of|is)?\s*$/i;

/** Whether the words beside a statement's value say that it is no such value. */
export function doubtfulValue(statement: Statement, context: Context): boolean {
  const at = statement.ranges.value ?? statement.ranges.percent;
  if (at === undefined) return false;
  const before = context.text.slice(Math.max(0, at.start - 28), at.start);
  const after = context.text.slice(at.end, at.end + 16);
  // "at 1800 h": a time of day
  if (/^[012]\d{3}$/.test(context.text.slice(at.start, at.end)) && /^\s?h\b/.test(after)) return true;
  // "6.1% apart at 4 years (2.7 to 9.5)"
  if (/\bat\s+$/i.test(before) && /^[\s-]?(?:years?|months?|weeks?|days?|hours?)\b/i.test(after)) return true;
  if (NO_ESTIMATE_AFTER.test(after) || NO_ESTIMATE_BEFORE.test(before)) return true;
  const difference =
    statement.kind === "effect" && (statement.measure === "RD" || statement.measure === "MD");
  return difference && RATIO_BEFORE.test(before);
}

/**
 * Whether the value is the second of two that the p beside it compares: "10.0 [5.8 to 15.2] vs. 8.1 […]; p". One in the bracket of its
 * interval is its own.
 */
export function secondOfTwo(statement: Statement, context: Context): boolean {
  const at = statement.ranges.value;
  const p = statement.ranges.p?.start ?? 0;
  return (
    at !== undefined &&
    !/^\s?[([][^()[\]]*$/.test(context.text.slice(at.end, Math.min(p, at.end + 80))) &&
    /\b(?:vs\.?|versus|v|compared (?:with|to))\s*$/i.test(
      context.text.slice(Math.max(0, at.start - 14), at.start),
    )
  );
}

/** Whether a minus sign stands apart from the lower bound: "−$2639 to $1989", "- 32.8, 25.9". */
export function looseSign({ ranges }: Statement, context: Context): boolean {
  const at = ranges.low;
  return at !== undefined && /[-−–‐‑][\s$€£]+$/.test(context.text.slice(Math.max(0, at.start - 4), at.start));
}

/**
 * Whether the bounds are no pair: "162, 90, 72, 59.4 and 50.4" is a list, "[91,1%]" has a decimal comma, and "6955–12 577" ends in the thousands. In
 * "(HR 0.78, 0.64–0.55)" it is the estimate that stands before them.
 */
export function noPair({ ranges }: Statement, context: Context): boolean {
  const { low, high, value } = ranges;
  if (low === undefined || high === undefined) return false;
  const afterEstimate = value?.end === low.start - 2 && JOINED.test(context.text.slice(low.end, high.start));
  return (
    (context.text.slice(low.end, high.start) === "," &&
      /^\d{1,2}$/.test(context.text.slice(high.start, high.end))) ||
    (!afterEstimate && /\d,\s$/.test(context.text.slice(Math.max(0, low.start - 3), low.start))) ||
    /^[ \u00A0\u2009]\d{3}(?!\d)/.test(context.text.slice(high.end, high.end + 5))
  );
}

const JOINED = /^\s?(?:[-–‐‑]|to)\s?$/;

/** Whether an interval names a unit of time for one bound, as in "range, 11 weeks–6.3 years". */
export function mixedUnits(statement: Statement, context: Context): boolean {
  const { interval } = statement;
  if (interval === null) return false;
  const own = "unit" in statement && statement.unit !== null ? statement.unit.toLowerCase() : null;
  const after =
    /^[^)\].;:]*/.exec(context.text.slice(interval.range.end, interval.range.end + 12))?.[0] ?? "";
  const inside = context.text.slice(interval.range.start, interval.range.end);
  const words = `${inside}${after}`.matchAll(TIME_UNITS);
  return [...words].some((match) => !(own ?? "").startsWith(match[1]!.toLowerCase().slice(0, 2)));
}

const TIME_UNITS = /\b(second|minute|hour|day|week|month|year|yr)s?\b/gi;
