/** An effect's printed p beside the p that its interval implies. */
import type { EffectStatement, ReportedP } from "../extraction.js";
import { gap } from "../statistics/bounds.js";
import type { Bounds } from "../statistics/bounds.js";
import { zOfTwoSided } from "../statistics/normal.js";
import { feasibleP, feasibleZ, onScale, standardError } from "../statistics/recomputation.js";
import type { Context } from "./context.js";
import { doubtfulValue, secondOfTwo } from "./doubt.js";
import { centre, levelsOf, printedEffect } from "./effect.js";
import type { PrintedEffect } from "./effect.js";
import { allows, pOf } from "./numbers.js";
import type { PrintedP } from "./numbers.js";
import { matchedByCounts } from "./pairs.js";
import type { Tolerance } from "./tolerance.js";
import { EXACT_TEST, NONINFERIORITY, ONE_SIDED, OTHER_P } from "./wording.js";

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

/** Every effect whose p-value is about its own null value. */
export function confrontations(context: Context): readonly Confrontation[] {
  return context.once(confronted);
}

/**
 * z may move less where the document's other p-values are those of their intervals, for then the paper gives p-values of the same
 * model, and more where others are not.
 */
function confronted(context: Context): Confrontation[] {
  const sides = [...comparable(context)];
  const away = sides.map((side) => (side.p.comparator === "=" ? distanceOf(side) : null));
  const near = away.filter((z) => z !== null && z <= NEAR).length;
  const far = away.filter((z) => z !== null && z > NEAR).length;
  return sides.map((side, i) => {
    const own = away[i] ?? null;
    const agreeing = near - (own !== null && own <= NEAR ? 1 : 0);
    const against = far - (own !== null && own > NEAR ? 1 : 0);
    const others = { usual: agreeing > 0 && agreeing >= MOSTLY * against, against: against > 0 };
    const levels = side.levels.map((level) =>
      confront(side, level, slackOf(side, level, others, context.tolerance), others.usual),
    );
    return levels.find((c) => !c.contradicts) ?? levels[0]!;
  });
}

/** Distance in z at which a p-value is that of its interval. */
const NEAR = 0.02;

/** How many p-values must be those of their intervals for each that is not, before the next is expected to be. */
const MOSTLY = 4;

/** What the document's other p-values say of how its p-values are made. */
interface Others {
  /** Nearly all of them are those of their intervals. */
  readonly usual: boolean;
  /** One of them at least is not. */
  readonly against: boolean;
}

/**
 * How far z may move for another test of the same data. Wald, score and likelihood-ratio statistics of one model differ by a small part of z, and by more
 * where events are few; those of other models and tests by more. A p of counts, or one beside an interval of another level
 * than 95%, is often of another test altogether, unless the document's other p-values are those of their intervals.
 */
function slackOf(side: Side, level: number, others: Others, tolerance: Tolerance): number {
  const { scale, value, statement } = side.effect;
  const tested = TESTED.has(statement.measure);
  if (!others.usual && (level !== 95 || (tested && !statement.adjusted))) return tolerance.z;
  const se = errorOf(side.effect, level);
  const z = Math.abs(onScale(value.value, scale)) / se;
  const size = 0.007 + 0.015 * z + (scale === "ratio" ? 0.02 * se : 0);
  return tolerance.zModel * size * (others.against ? (tested ? 8 : 4) : level === 95 ? 1 : 3);
}

/** The standard error of an effect by its interval, on the logarithmic scale of a ratio. */
export function errorOf({ low, high, scale }: PrintedEffect, level = 95): number {
  return standardError({ low: Math.max(low.value, low.high), high: high.value, level }, scale);
}

/** Measures whose p is as often that of a test of the counts. */
const TESTED: ReadonlySet<EffectStatement["measure"]> = new Set(["RD", "RR"]);

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

/** How far p is from that of its interval at the level that fits best, in z. */
function distanceOf({ effect, p, levels }: Side): number {
  return Math.min(...levels.map((level) => distanceInZ({ p, implied: feasibleP(impliedZ(effect, level)) })));
}

function confront({ effect, p }: Side, level: number, slack: number, usual: boolean): Confrontation {
  const z = impliedZ(effect, level);
  const feasible = feasibleP(z, slack);
  const contradicts = !allows(p, feasible);
  return { effect, p, level, slack, implied: feasibleP(z), feasible, usual, contradicts };
}

/**
 * All z that estimate and interval allow. Where the estimate is away from the middle, z may also be that of the middle: which of the
 * three numbers is off is not known.
 */
export function impliedZ(effect: PrintedEffect, level: number): Bounds {
  const { value, low, high, scale } = effect;
  const z = feasibleZ(centred(effect), low, high, level, scale);
  const middle = centre(effect);
  if (gap(value, middle) === 0) return z;
  const other = feasibleZ(middle, low, high, level, scale);
  return { low: Math.min(z.low, other.low), high: Math.max(z.high, other.high) };
}

/** What the estimate can be, given that it is in the middle of its interval; as printed where it is not. */
function centred(effect: PrintedEffect): Bounds {
  const middle = centre(effect);
  const low = Math.max(effect.value.low, middle.low);
  const high = Math.min(effect.value.high, middle.high);
  return low <= high ? { low, high } : effect.value;
}

/** Whether words in the sentence take p out of comparison altogether. */
export function incomparable({ effect }: Confrontation, context: Context): boolean {
  const { statement } = effect;
  const sentence = context.sentenceText(statement.range);
  const words = wordsOfP(statement, context);
  return (
    NONINFERIORITY.test(sentence) ||
    EXACT_TEST.test(sentence) ||
    ONE_SIDED.test(words) ||
    OTHER_P.test(words) ||
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

/** Distance between printed and implied p, in units of z. */
export function distanceInZ({ p, implied }: Pick<Confrontation, "p" | "implied">): number {
  const z = (x: number): number => (x <= 0 ? 40 : zOfTwoSided(Math.min(1, x)));
  return gap(
    { low: z(p.bounds.high), high: z(p.bounds.low) },
    { low: z(implied.high), high: z(implied.low) },
  );
}
