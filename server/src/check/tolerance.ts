/** How much a contradiction must weigh before it is more than a hint, by strictness. */
import type { Strictness } from "../options.js";

export interface Tolerance {
  /** Part of its size by which an estimate may stand away from the middle of its interval. */
  readonly offCentre: number;
  /** How far z may move because p came from another test than the interval. */
  readonly z: number;
  /** The same where the document's other p-values are those of their intervals, or p is of a regression. */
  readonly zAgreeing: number;
  /** Whether an explanation that nothing in the document speaks for makes a contradiction a hint. */
  readonly possible: boolean;
}

/** The points of the curve in docs/operating-curve.md. */
export const TOLERANCES: Readonly<Record<Strictness, Tolerance>> = {
  strict: { offCentre: 0, z: 0.2, zAgreeing: 0.05, possible: false },
  balanced: { offCentre: 0.02, z: 0.3, zAgreeing: 0.15, possible: true },
  lenient: { offCentre: 0.2, z: 1, zAgreeing: 0.5, possible: true },
};
