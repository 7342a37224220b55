/** Two reviewers' decisions on one document, side by side. */
import type { Range } from "../extraction.js";
import { agreementOf, type Agreement } from "./agreement.js";
import type { Annotations, Target } from "./annotations.js";
import { countStates, reviewItems, type Read } from "./decisions.js";
import { pairStatements, type Pair, type Side } from "./pairing.js";

export interface Comparison {
  /** True where the review is blind and one of the two has not finished: there are no pairs then. */
  readonly blinded: boolean;
  /** Undecided and stale statements of each. */
  readonly open: readonly [number, number];
  readonly pairs: readonly Pair[];
  /** null where it is blinded. */
  readonly agreement: Agreement | null;
}

/**
 * @param sides each one's decisions; null where one has none
 * @param placeOf where a target stands in the text now
 */
export function compareDocument(
  read: Read,
  sides: readonly [Annotations | null, Annotations | null],
  placeOf: (target: Target) => Range | null,
  blind: boolean,
): Comparison {
  const [a, b] = [openOf(read, sides[0], placeOf), openOf(read, sides[1], placeOf)];
  const open = [a, b] as const;
  if (blind && a + b > 0) return { blinded: true, open, pairs: [], agreement: null };
  const pairs = pairStatements(sidesOf(sides[0], placeOf), sidesOf(sides[1], placeOf));
  return { blinded: false, open, pairs, agreement: agreementOf(pairs) };
}

function openOf(
  read: Read,
  annotations: Annotations | null,
  placeOf: (target: Target) => Range | null,
): number {
  const { undecided, stale } = countStates(
    reviewItems(read, annotations?.entries ?? [], ({ target }) => placeOf(target)),
  );
  return undecided + stale;
}

function sidesOf(annotations: Annotations | null, placeOf: (target: Target) => Range | null): Side[] {
  return (annotations?.entries ?? []).map((entry) => ({ entry, range: placeOf(entry.target) }));
}
