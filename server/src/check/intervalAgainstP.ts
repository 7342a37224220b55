/** An effect's printed p beside the p that its interval implies. */
import type { EffectStatement, ReportedP } from "../extraction.js";
import { gap } from "../statistics/bounds.js";
import type { Bounds } from "../statistics/bounds.js";
import { tTwoSided } from "../statistics/distributions.js";
import { zOfTwoSided } from "../statistics/normal.js";
import { feasibleP, feasibleZ } from "../statistics/recomputation.js";
import type { Context } from "./context.js";
import { doubtfulValue, secondOfTwo } from "./doubt.js";
import { centre, levelsOf, printedEffect, scaleOf } from "./effect.js";
import type { PrintedEffect } from "./effect.js";
import { allows, pOf } from "./numbers.js";
import type { PrintedP } from "./numbers.js";
import { betweenCounts, matchedByCounts } from "./pairs.js";
import type { Reason } from "./reasons.js";
import { possible, shown } from "./reasons.js";
import {
  CLUSTERED,
  EXACT_TEST,
  LOG_RANK,
  NONINFERIORITY,
  NONINFERIORITY_DESIGN,
  ONE_SIDED,
  OTHER_P,
} from "./wording.js";

export interface Confrontation {
  readonly effect: PrintedEffect;
  readonly p: PrintedP;
  readonly level: number;
  /** p by the rounding of the interval alone. */
  readonly implied: Bounds;
  /** How far z may move for another test. */
  readonly slack: number;
  /** The same with z moved by it. */
  readonly feasible: Bounds;
  /** Whether the document's other p-values are those of their intervals: two-sided and of the same model. */
  readonly usual: boolean;
  /** Whether the printed p lies outside `feasible`. */
  readonly contradicts: boolean;
}

const OTHER_TAGS: ReadonlySet<ReportedP["tag"]> = new Set([
  "interaction",
  "trend",
  "noninferiority",
  "equivalence",
  "one-sided",
  "heterogeneity",
]);

/**
 * Every effect whose p-value is about its own null value. z may move less where the document's other p-values are those
 * of their intervals, for then the paper gives p-values of the same model.
 */
export function* confrontations(context: Context): Iterable<Confrontation> {
  const sides = [...comparable(context)];
  const agreeing = sides.map((side) => (side.p.comparator === "=" ? agrees(side, 0.05) : null));
  const all = agreeing.filter((yes) => yes === true).length;
  const against = agreeing.filter((yes) => yes === false).length;
  for (const [i, side] of sides.entries()) {
    const others = all - (agreeing[i] === true ? 1 : 0);
    const otherwise = against - (agreeing[i] === false ? 1 : 0);
    const usual = others > 0 && others >= MOSTLY * otherwise;
    const levels = side.levels.map((level) =>
      confront(side, level, slackOf(side, level, usual, context), usual),
    );
    yield levels.find((c) => !c.contradicts) ?? levels[0]!;
  }
}

/** A p beside an interval of another level than 95% is often of another test, one-sided as a rule. */
function slackOf(
  { effect: { statement } }: Side,
  level: number,
  usual: boolean,
  { tolerance }: Context,
): number {
  if (level !== 95) return tolerance.z;
  const agreeing = usual || statement.adjusted;
  if (TESTED.has(statement.measure)) return agreeing ? tolerance.zMeans : tolerance.z;
  if (scaleOf(statement.measure) === "difference") return agreeing ? tolerance.zModel : tolerance.zMeans;
  return agreeing ? tolerance.zAgreeing : tolerance.zModel;
}

/** Measures whose p is as often that of a test of the counts. */
const TESTED: ReadonlySet<EffectStatement["measure"]> = new Set(["RD", "RR", "IRR", "OTHER-RATIO"]);

/** How many p-values must be those of their intervals for each that is not, before the next is expected to be. */
const MOSTLY = 4;

interface Side {
  readonly effect: PrintedEffect;
  readonly p: PrintedP;
  /** Levels that the interval may have. */
  readonly levels: readonly number[];
}

function* comparable(context: Context): Iterable<Side> {
  for (const statement of context.of("effect")) {
    if (statement.p === null || OTHER_TAGS.has(statement.p.tag)) continue;
    const effect = printedEffect(statement);
    const p = pOf(statement);
    if (effect === null || p === null || effect.low.low > effect.high.high) continue;
    // An estimate outside its own interval is the contradiction; what p says beside it is no second one.
    if (gap(effect.value, { low: effect.low.low, high: effect.high.high }) > 0) continue;
    if (doubtfulValue(statement, context) || secondOfTwo(statement, context)) continue;
    yield { effect, p, levels: levelsOf(statement, context) };
  }
}

/** Whether p is that of the interval at one of its levels, z moved by up to `slack`. */
function agrees({ effect, p, levels }: Side, slack: number): boolean {
  const { value, low, high, scale } = effect;
  return levels.some((level) => allows(p, feasibleP(feasibleZ(value, low, high, level, scale), slack)));
}

function confront({ effect, p }: Side, level: number, slack: number, usual: boolean): Confrontation {
  const z = feasibleZ(centred(effect), effect.low, effect.high, level, effect.scale);
  const feasible = feasibleP(z, slack);
  const contradicts = !allows(p, feasible);
  return { effect, p, level, slack, implied: feasibleP(z), feasible, usual, contradicts };
}

/** What the estimate can be, given that it is in the middle of its interval; as printed where it is not. */
export function centred(effect: PrintedEffect): Bounds {
  const middle = centre(effect);
  const low = Math.max(effect.value.low, middle.low);
  const high = Math.min(effect.value.high, middle.high);
  return low <= high ? { low, high } : effect.value;
}

/** Whether words in the sentence take p out of comparison altogether. */
export function incomparable({ effect }: Confrontation, context: Context): boolean {
  const { statement } = effect;
  const sentence = context.sentenceText(statement.range);
  return (
    ONE_SIDED.test(sentence) ||
    NONINFERIORITY.test(sentence) ||
    EXACT_TEST.test(sentence) ||
    OTHER_P.test(wordsOfP(statement, context)) ||
    matchedByCounts(statement, context)
  );
}

/** The words around p up to the end of its bracket, or the next part of it; those just after the bracket say what for. */
function wordsOfP({ p, range }: EffectStatement, context: Context): string {
  const at = p?.range ?? range;
  const sentence = context.sentenceRange(at);
  const before = context.text.slice(Math.max(sentence.start, at.start - 40), at.start);
  const after = context.text.slice(at.end, Math.min(sentence.end, at.end + 60));
  const [inside = ""] = /^[^;()[\]]*/.exec(after) ?? [];
  const [outside = ""] = /^[)\]]\s+for (?:the )?\w+/.exec(after.slice(inside.length)) ?? [];
  return `${before.slice(Math.max(before.lastIndexOf("("), before.lastIndexOf(";")) + 1)}${inside}${outside}`;
}

/** Innocent reasons found in this document, likeliest first; where there is one, the finding is a hint. */
export function innocentReasons(confrontation: Confrontation, context: Context): Reason[] {
  const { effect, p, implied, feasible, usual } = confrontation;
  const { statement } = effect;
  const reasons: Reason[] = [];
  if (context.says(ONE_SIDED)) {
    if (oneSidedFits(p, feasible))
      reasons.push(shown("The document names a one-sided test, and half the p-value fits."));
  } else if (!usual && oneSidedFits(p, implied)) {
    reasons.push(possible("A one-sided p-value would fit: half of the two-sided one."));
  }
  const sentence = context.sentenceText(statement.range);
  if (statement.p?.tag === "log-rank" || (statement.measure === "HR" && LOG_RANK.test(sentence))) {
    reasons.push(
      shown("The p-value is of a log-rank test, the interval of a Cox model; the two may differ (Lin 2016)."),
    );
  }
  const larger = p.bounds.low > implied.high;
  if (larger && distanceInZ(confrontation) < 1 && context.says(CLUSTERED)) {
    reasons.push(
      shown(
        "The p-value may allow for clustering or few degrees of freedom, which the interval's normal quantile does not show.",
      ),
    );
  }
  if (p.bounds.high < implied.low && context.says(NONINFERIORITY_DESIGN)) {
    reasons.push(shown("The document tests noninferiority; the p-value may be against its margin."));
  }
  if (larger && effect.scale === "difference" && fitsStudent(confrontation, context)) {
    reasons.push(
      shown(
        "With so few patients a t or exact test gives a larger p-value than the normal quantile of the interval.",
      ),
    );
  }
  const se = (Math.log(effect.high.value) - Math.log(Math.max(effect.low.value, 1e-9))) / 3.92;
  if (effect.scale === "ratio" && se > 0.8 && distanceInZ(confrontation) < 1) {
    reasons.push(
      possible("With so few events Wald, likelihood-ratio, log-rank and exact p-values differ widely."),
    );
  }
  if (betweenCounts(statement, context)) {
    reasons.push(
      shown(
        "The p-value lies between those of the usual tests of the counts beside it; the interval was made by another method.",
      ),
    );
  }
  if (larger && isFloor(p))
    reasons.push(possible(`${String(p.printed.value)} is the smallest p-value that some programs print.`));
  if (repeated(confrontation, context)) {
    reasons.push(
      shown(
        "The same p-value stands beside another estimate of the sentence: it may be the overall p of a factor.",
      ),
    );
  }
  return reasons;
}

/** The two-sided p is twice the printed one, or the printed one is the other tail of it. */
function oneSidedFits({ comparator, printed, bounds }: PrintedP, feasible: Bounds): boolean {
  if (comparator !== "=") return false;
  const half = { low: feasible.low / 2, high: feasible.high / 2 };
  const other = { low: 1 - half.high, high: 1 - half.low };
  return gap(bounds, half) === 0 || (printed.value > 0.5 && gap(bounds, other) === 0);
}

/** p = 0.0001, which SAS and others print for anything smaller. */
export function isFloor({ comparator, printed }: PrintedP): boolean {
  return comparator === "=" && printed.value <= 0.0001;
}

/**
 * Whether all that the document counts are at most 60 people, and p is no larger than Student's t gives with as few degrees of
 * freedom as half the smallest of its groups allows.
 */
function fitsStudent({ effect, p, level }: Confrontation, context: Context): boolean {
  const { sizes } = context.denominators;
  if (sizes.length === 0 || sizes.at(-1)! > 60) return false;
  const z = feasibleZ(effect.value, effect.low, effect.high, level, effect.scale);
  return p.bounds.low <= tTwoSided(Math.max(0, z.low), Math.max(3, sizes[0]! / 2 - 1));
}

function repeated({ effect: { statement }, p }: Confrontation, context: Context): boolean {
  if (p.comparator !== "=") return false;
  return context
    .inSentenceOf(statement.range)
    .some(
      (other) =>
        other.kind === "effect" &&
        other.id !== statement.id &&
        other.value !== statement.value &&
        other.p?.comparator === "=" &&
        other.p.value === p.printed.value,
    );
}

/** Distance between printed and implied p, in units of z. */
export function distanceInZ({ p, implied }: Confrontation): number {
  const z = (x: number): number => (x <= 0 ? 40 : zOfTwoSided(Math.min(1, x)));
  return gap(
    { low: z(p.bounds.high), high: z(p.bounds.low) },
    { low: z(implied.high), high: z(implied.low) },
  );
}
