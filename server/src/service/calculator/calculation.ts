/** What can be computed from a statement: beside what it reports, and beyond it. */

/** A reported number and what the other printed numbers say about it. All texts are plain. */
export interface Comparison {
  readonly label: string;
  readonly reported: string;
  readonly recomputed: string;
  /** Whether the reported number, as rounded, is among those that the others allow. */
  readonly agrees: boolean;
}

/** A figure that the document does not print. */
export interface Derived {
  readonly label: string;
  readonly value: string;
}

export interface Calculation {
  readonly comparisons: readonly Comparison[];
  readonly derived: readonly Derived[];
  /** Formulas used, with author and year. */
  readonly sources: readonly string[];
}

export const NOTHING: Calculation = { comparisons: [], derived: [], sources: [] };

export function together(...parts: readonly Calculation[]): Calculation {
  return {
    comparisons: parts.flatMap(({ comparisons }) => comparisons),
    derived: parts.flatMap(({ derived }) => derived),
    sources: [...new Set(parts.flatMap(({ sources }) => sources))],
  };
}
