/** Two reviewers' statements of one document, paired. */
import type { Range } from "../extraction.js";
import type { Entry, Origin } from "./annotations.js";
import { overlap } from "./decisions.js";
import { differingFields, fieldsOf, sameValues, type Field, type Fields } from "./fields.js";

/** Same numbers at overlapping places; same numbers elsewhere; same place with other numbers; only one has it. */
export type PairCategory = "same" | "same-elsewhere" | "different" | "only-a" | "only-b";

export interface Side {
  readonly entry: Entry;
  /** In the text at hand; null where it is stale. */
  readonly range: Range | null;
}

export interface Pair {
  /** Unique in the document and the same at every comparison, as long as neither side is decided anew under another id. */
  readonly id: string;
  readonly category: PairCategory;
  /** null in one of them where only the other has the statement. */
  readonly a: Side | null;
  readonly b: Side | null;
  /** Fields in which the two differ; empty where only one has it. */
  readonly differing: readonly Field[];
  /** Whether both keep it or both reject it. */
  readonly sameDecision: boolean;
}

/** Whether a decision keeps the statement. */
export function keeps({ decision }: Entry): boolean {
  return decision !== "rejected";
}

/** Both reviewers want the same: nothing is left to settle. */
export function isAgreed({ category, differing, sameDecision, a }: Pair): boolean {
  if (!sameDecision) return false;
  if (a !== null && !keeps(a.entry)) return true;
  return (category === "same" || category === "same-elsewhere") && differing.length === 0;
}

/** Pairs in the order of the text; every side is in one pair. */
export function pairStatements(a: readonly Side[], b: readonly Side[]): Pair[] {
  const [freeA, freeB] = [candidates(a), candidates(b)];
  const pairs: Pair[] = [];
  const pass = (category: PairCategory, fits: (x: Candidate, y: Candidate) => boolean): void => {
    for (const x of freeA) {
      for (const y of freeB) {
        if (!fits(x, y)) continue;
        freeA.delete(x);
        freeB.delete(y);
        pairs.push(paired(category, x, y));
        break;
      }
    }
  };
  const together = (x: Candidate, y: Candidate): boolean =>
    x.side.range !== null && y.side.range !== null && overlap(x.side.range, y.side.range);
  const samePlace = (x: Candidate, y: Candidate): boolean =>
    x.side.range !== null &&
    x.side.range.start === y.side.range?.start &&
    x.side.range.end === y.side.range.end;
  const same = (x: Candidate, y: Candidate): boolean => sameValues(x.fields, y.fields);
  // The exact place first, so that of two overlapping statements with the same numbers each finds its own.
  pass(
    "same",
    (x, y) => samePlace(x, y) && x.side.entry.statementId === y.side.entry.statementId && same(x, y),
  );
  pass("same", (x, y) => together(x, y) && same(x, y));
  pass("same-elsewhere", same);
  pass("different", (x, y) => samePlace(x, y) && x.fields.kind === y.fields.kind);
  pass("different", (x, y) => together(x, y) && x.fields.kind === y.fields.kind);
  pass("different", together);
  for (const x of freeA) pairs.push(alone("only-a", x));
  for (const y of freeB) pairs.push(alone("only-b", y));
  return pairs.sort((x, y) => placeOf(x) - placeOf(y) || (x.id < y.id ? -1 : 1));
}

/** The entries that a pair is made of, as an adjudicated entry names them. */
export function originsOf({ a, b }: Pick<Pair, "a" | "b">, reviewers: readonly [string, string]): Origin[] {
  return [a, b].flatMap((side, i) =>
    side === null ? [] : [{ reviewer: reviewers[i] ?? "", statementId: side.entry.statementId }],
  );
}

interface Candidate {
  readonly side: Side;
  readonly fields: Fields;
}

function candidates(sides: readonly Side[]): Set<Candidate> {
  return new Set(
    [...sides]
      .sort((x, y) => startOf(x) - startOf(y))
      .map((side) => ({ side, fields: fieldsOf(side.entry.statement) })),
  );
}

function paired(category: PairCategory, x: Candidate, y: Candidate): Pair {
  const [a, b] = [x.side, y.side];
  return {
    id: `${a.entry.statementId}+${b.entry.statementId}`,
    category,
    a,
    b,
    differing: differingFields(x.fields, y.fields),
    sameDecision: keeps(a.entry) === keeps(b.entry),
  };
}

function alone(category: "only-a" | "only-b", { side }: Candidate): Pair {
  const first = category === "only-a";
  return {
    id: first ? `${side.entry.statementId}+` : `+${side.entry.statementId}`,
    category,
    a: first ? side : null,
    b: first ? null : side,
    differing: [],
    sameDecision: false,
  };
}

function startOf({ range, entry }: Side): number {
  return range?.start ?? entry.target.start;
}

function placeOf({ a, b }: Pair): number {
  const side = a ?? b;
  return side === null ? 0 : startOf(side);
}
