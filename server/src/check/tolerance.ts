/** How much a contradiction must weigh before it is more than a hint, by strictness. */
import type { Strictness } from "../options.js";

export interface Tolerance {
  /** Part of its size by which an estimate may stand away from the middle of its interval. */
  readonly offCentre: number;
  /** The same where the document's other estimates are in the middle of theirs. */
  readonly offCentreAgreeing: number;
  /** How far z may move because p came from another test than the interval, as χ² or Fisher beside the interval of an RD or RR. */
  readonly z: number;
  /** The same for differences of means, whose p is one of Student's t. */
  readonly zMeans: number;
  /** The same for ratios whose estimate, interval and p come of one model: HR, OR. A log-rank p that the text names is a reason of its own. */
  readonly zModel: number;
  /** The same where the document's other p-values are those of their intervals, or p is of a regression. */
  readonly zAgreeing: number;
  /** Whether an explanation that nothing in the document speaks for makes a contradiction a hint. */
  readonly possible: boolean;
}

/** The points of the curve in docs/operating-curve.md. */
export const TOLERANCES: Readonly<Record<Strictness, Tolerance>> = {
  strict: {
    offCentre: 0,
    offCentreAgreeing: 0,
    z: 0.1,
    zMeans: 0.1,
    zModel: 0.05,
    zAgreeing: 0.02,
    possible: false,
  },
  balanced: {
    offCentre: 0.02,
    offCentreAgreeing: 0.01,
    z: 0.3,
    zMeans: 0.15,
    zModel: 0.1,
    zAgreeing: 0.06,
    possible: true,
  },
  lenient: {
    offCentre: 0.2,
    offCentreAgreeing: 0.2,
    z: 1,
    zMeans: 0.5,
    zModel: 0.5,
    zAgreeing: 0.5,
    possible: true,
  },
};
