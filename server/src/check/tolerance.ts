/** How much a contradiction must weigh before it is more than a hint, by strictness. */
import type { Strictness } from "../options.js";

export interface Tolerance {
  /** Part of its size by which an estimate may stand away from the middle of its interval. */
  readonly offCentre: number;
  /** The same where the document's other estimates are in the middle of theirs. */
  readonly offCentreAgreeing: number;
  /** How far z may move because p came from another test than the interval, as χ² or Fisher beside the interval of an RD or RR. */
  readonly z: number;
  /** How many times the difference between statistics of one model z may move, where p is expected to be of the interval's. */
  readonly zModel: number;
  /** Whether an explanation that nothing in the document speaks for makes a contradiction a hint. */
  readonly possible: boolean;
}

/** The points of the curve in docs/operating-curve.md. */
export const TOLERANCES: Readonly<Record<Strictness, Tolerance>> = {
  strict: {
    offCentre: 0,
    offCentreAgreeing: 0,
    z: 0.1,
    zModel: 0.3,
    possible: false,
  },
  balanced: {
    offCentre: 0.02,
    offCentreAgreeing: 0.01,
    z: 0.3,
    zModel: 1,
    possible: true,
  },
  lenient: {
    offCentre: 0.2,
    offCentreAgreeing: 0.2,
    z: 1,
    zModel: 6,
    possible: true,
  },
};
