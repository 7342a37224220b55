/** Innocent explanations of a p-value that is not that of its interval. Each excuses only as much as it can bring about. */
import { gap } from "../statistics/bounds.js";
import type { Bounds } from "../statistics/bounds.js";
import { tTwoSided } from "../statistics/distributions.js";
import type { Context } from "./context.js";
import { confrontations, distanceInZ, impliedZ } from "./intervalAgainstP.js";
import type { Confrontation } from "./intervalAgainstP.js";
import type { PrintedP } from "./numbers.js";
import { betweenCounts } from "./pairs.js";
import type { Reason } from "./reasons.js";
import { possible, shown } from "./reasons.js";
import { CLUSTERED, LOG_RANK, NONINFERIORITY_DESIGN, ONE_SIDED, PAIRED } from "./wording.js";

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
  if (larger && fitsStudent(confrontation, FEW_CLUSTERS) && context.says(CLUSTERED)) {
    reasons.push(
      shown(
        "The p-value may allow for clustering or few degrees of freedom, which the interval's normal quantile does not show.",
      ),
    );
  }
  // A larger p would not have shown noninferiority.
  if (p.bounds.high < implied.low && p.bounds.low < 0.05 && context.says(NONINFERIORITY_DESIGN)) {
    reasons.push(shown("The document tests noninferiority; the p-value may be against its margin."));
  }
  if (larger && effect.scale === "difference" && fitsFewPeople(confrontation, context)) {
    reasons.push(
      shown(
        "With so few patients a t or exact test gives a larger p-value than the normal quantile of the interval.",
      ),
    );
  }
  if (larger && statement.measure === "RD" && distanceInZ(confrontation) < 1 && context.says(PAIRED)) {
    reasons.push(
      shown("Both values are of the same people or of pairs; the p-value may be of McNemar's exact test."),
    );
  }
  const se = (Math.log(effect.high.value) - Math.log(Math.max(effect.low.value, 1e-9))) / 3.92;
  if (effect.scale === "ratio" && se > 0.8 && distanceInZ(confrontation) < testsApart(confrontation, se)) {
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

/**
 * How far in z the tests of a ratio of few events stand apart: at most 0.8·SE. An exact or corrected p is larger, by half an event or half
 * the standard error. A likelihood-ratio p is smaller, and little so near no effect: 1 event beside 8 gives z = 1.96 by Wald and 2.49 by
 * the likelihood ratio, 2 beside 8 gives 1.75 and 1.96, both 0.09 to 0.13·z²·SE apart.
 */
function testsApart({ effect, p, level, implied }: Confrontation, se: number): number {
  if (p.bounds.low > implied.high) return 0.8 * se;
  const z = impliedZ(effect, level).high;
  return Math.min(0.8, 0.2 * z * z) * se;
}

/** p = 0.0001, which SAS and others print for anything smaller. */
export function isFloor({ comparator, printed }: PrintedP): boolean {
  return comparator === "=" && printed.value <= 0.0001;
}

/** Degrees of freedom of a test between a few clusters. */
const FEW_CLUSTERS = 6;

/**
 * Whether p is no larger than Student's t gives with as few degrees of freedom as half of all the people that the document counts allow;
 * half the smallest of its groups where they are at most 60.
 */
function fitsFewPeople(confrontation: Confrontation, { denominators: { sizes } }: Context): boolean {
  const all = sizes.at(-1);
  if (all === undefined) return false;
  return fitsStudent(confrontation, Math.max(3, (all > 60 ? all : sizes[0]!) / 2 - 1));
}

/** Whether p is no larger than Student's t gives with so many degrees of freedom. */
function fitsStudent({ effect, p, level }: Confrontation, df: number): boolean {
  return p.bounds.low <= tTwoSided(Math.max(0, impliedZ(effect, level).low), df);
}

/** Whether another estimate of the sentence has the same p, which is not that of its interval either. */
function repeated({ effect: { statement }, p }: Confrontation, context: Context): boolean {
  if (p.comparator !== "=") return false;
  const beside = context.inSentenceOf(statement.range);
  return confrontations(context).some(
    (other) =>
      other.contradicts &&
      other.effect.statement.id !== statement.id &&
      other.effect.value.value !== statement.value &&
      other.p.comparator === "=" &&
      other.p.printed.value === p.printed.value &&
      beside.includes(other.effect.statement),
  );
}
