import type { Interval, Statement } from "../../extraction.js";
import { contains, gap } from "../../statistics/bounds.js";
import type { Bounds } from "../../statistics/bounds.js";
import { parsePrinted } from "../../statistics/printed.js";
import type { Context, OfKind } from "../context.js";
import { countedOf } from "../counted.js";
import { doubtfulValue, mixedUnits } from "../doubt.js";
import { intervalText } from "../format.js";
import { intervalOf, numberOf } from "../numbers.js";
import type { Contradiction, Rule, RulePage } from "../rule.js";

export const page: RulePage = {
  title: "Impossible value",
  reference:
    "By definition: a median lies in its quartiles and range, a probability in [0, 1], a share in [0, 100%].",
  what: "A median lies outside its interquartile range, range or confidence interval, a mean outside its range, a percentage above 100, a p-value outside 0 to 1, or a confidence level is no plausible one.",
  formula: "[value ± ½ ulp] ∩ [low − ½ ulp, high + ½ ulp] = ∅; percent > 100; p ∉ [0, 1]; level ∉ [50, 100)",
  example: {
    text: "median stay 6 days (IQR 8 to 12)",
    why: "The median of 6 lies below the lower quartile.",
  },
  silent: [
    "a bound was not reached, or the interval names another unit",
    "a percentage above 100 whose count and total are known: percent-mismatch tells what it should be",
    "a number after P that is a whole number, a percentage or a count of something",
    "information only: p = 0.000, which stands for p < 0.0005",
  ],
};

export const valueOutsideInterval: Rule = {
  id: "value-outside-interval",
  defaultSeverity: "warning",
  check: (context, bit) =>
    context.each(undefined, bit, (statement) => {
      const found = outside(statement, context) ?? share(statement, context) ?? level(statement);
      const p = impossibleP(statement, context);
      return found !== null && p !== null ? [found, p] : (found ?? p);
    }),
};

const TYPES: Partial<Record<Statement["kind"], readonly Interval["type"][]>> = {
  median: ["IQR", "range", "CI", "CrI"],
  mean: ["range"],
};

function outside(statement: Statement, context: Context): Contradiction | null {
  const types = TYPES[statement.kind];
  if (types === undefined || (statement.kind !== "median" && statement.kind !== "mean")) return null;
  const interval = intervalOf(statement, ...types);
  const value = numberOf(statement, "value", statement.value);
  if (interval === null || value === null || interval.low.low > interval.high.high) return null;
  const bounds = { low: interval.low.low, high: interval.high.high };
  if (gap(value, bounds) === 0 || gap({ low: -value.high, high: -value.low }, bounds) === 0) return null;
  if (mixedUnits(statement, context) || doubtfulValue(statement, context)) return null;
  const literal = statement.literal.value ?? String(value.value);
  const { low = "", high = "" } = statement.literal;
  return {
    about: [statement],
    range: statement.range,
    message: `The ${statement.kind} of ${literal} lies outside its own ${interval.interval.type === "range" ? "range" : interval.interval.type}${intervalText(statement)}.`,
    reported: `${literal}${intervalText(statement)}`,
    expected: `a value from ${low} to ${high}`,
    explanations: outsideReasons(statement, bounds, context),
  };
}

/** Another value of the sentence that the interval holds; the value in another unit or with its decimal point moved, where it holds that. */
function outsideReasons(
  statement: OfKind<"median" | "mean">,
  bounds: Bounds,
  context: Context,
): readonly string[] {
  const inside = (x: number): boolean => contains(bounds, x);
  for (const other of context.inSentenceOf(statement.range)) {
    if (other.kind !== statement.kind || other.id === statement.id || typeof other.value !== "number")
      continue;
    if (inside(other.value))
      return [
        `The interval holds ${other.literal.value ?? String(other.value)}, another ${statement.kind} of the sentence.`,
      ];
  }
  const { value, unit } = statement;
  if (typeof value !== "number") return [];
  const other = (UNITS[unit ?? ""] ?? []).find(([factor]) => inside(value * factor));
  if (other !== undefined)
    return [
      `${String(value)} ${unit ?? ""}s are ${(value * other[0]).toPrecision(3)} ${other[1]}: the interval may be in ${other[1]}.`,
    ];
  const moved = [value / 10, value * 10].find(inside);
  return moved === undefined
    ? []
    : [`With its decimal point moved by one place, ${String(moved)} would lie inside.`];
}

/** How many of another unit of time one is. */
const UNITS: Readonly<Record<string, readonly (readonly [number, string])[]>> = {
  month: [[1 / 12, "years"]],
  year: [[12, "months"]],
};

/** A count beside it tells which percentage it should be: percent-mismatch says that. */
function share(statement: Statement, context: Context): Contradiction | null {
  const percent =
    statement.kind === "proportion"
      ? statement.percent
      : statement.kind === "landmark"
        ? statement.value
        : null;
  // A negative percentage is always a change that was taken for a share.
  if (percent === null || percent <= 100) return null;
  if (statement.kind === "proportion" && countedOf(statement, context) !== null) return null;
  const literal = statement.literal.percent ?? statement.literal.value ?? String(percent);
  return {
    about: [statement],
    range: statement.range,
    message: `${literal} is no share: a percentage of patients lies between 0 and 100.`,
    reported: literal,
    expected: "0% to 100%",
    explanations: [],
  };
}

function level(statement: Statement): Contradiction | null {
  const { interval } = statement;
  if (interval === null || interval.type !== "CI" || interval.level === null) return null;
  if (interval.level >= 50 && interval.level < 100) return null;
  const literal = statement.literal.level ?? String(interval.level);
  return {
    about: [statement],
    range: interval.range,
    message: `${literal}% is no plausible confidence level.`,
    reported: `${literal}%`,
    expected: "a level such as 90%, 95% or 99%",
    explanations: [],
  };
}

function impossibleP(statement: Statement, context: Context): Contradiction | null {
  const reported = statement.kind === "p-value" ? statement : statement.p;
  if (reported?.value == null) return null;
  const literal =
    (statement.kind === "p-value" ? statement.literal.value : undefined) ?? statement.literal.p ?? "";
  const { value, comparator, range } = reported;
  const below = comparator === "<" && value === 0;
  const zero = comparator === "=" && value === 0;
  if (value >= 0 && value <= 1 && !below && !zero) return null;
  if (
    !readsAsP(
      literal,
      context.text.slice(range.start, range.end),
      context.text.slice(range.end, range.end + 8),
      statement.kind === "effect" && statement.interval !== null ? 1 : 2,
    )
  ) {
    return null;
  }
  return {
    about: [statement],
    range,
    message: zero
      ? `p = ${literal} is what a program prints for a p-value below ${smallest(literal)}.`
      : `p ${comparator} ${literal} is impossible: a p-value lies between 0 and 1.`,
    reported: `p ${comparator} ${literal}`,
    expected: zero || below ? `p < ${smallest(literal)}` : "a value from 0 to 1",
    explanations: [],
    severity: zero ? "information" : undefined,
  };
}

/**
 * P = 1.38 times, P = 80% and p = 6 name a group, a power and an order; P<0/001 is 0.001 with another decimal sign;
 * P = 1.921 is a slip.
 *
 * @param decimals those that it must have: one beside an estimate with its interval, where p has its place
 */
function readsAsP(literal: string, quote: string, after: string, decimals: number): boolean {
  const read = parsePrinted(literal);
  if (read === null || read.decimals < decimals || Math.abs(read.value) >= 10) return false;
  if (!/^p(?:[\s-]*values?|[\s-]*non-?inferiority)?[^\d=<>≤≥a-z]*(?:was|of|is)?\s*[=<>≤≥]/i.test(quote))
    return false;
  return !/^[^\s)\];,.:]|^[.,·]\s?\d|^\s*(?:%|times|fold|[mnµ]?mol|[mnµ]g|mm|g\/)/i.test(after);
}

/** The smallest p-value that rounds to something: 0.001 of "0.000". */
function smallest(literal: string): string {
  const decimals = parsePrinted(literal)?.decimals ?? 3;
  return decimals > 0 ? (10 ** -decimals).toFixed(decimals) : "0.001";
}
