/** A document's statements as a review sees them: what was read, what was decided, and what lost its place. */
import type { Range, Statement } from "../extraction.js";
import type { Annotations, Decision, Entry } from "./annotations.js";
import { fieldsOf, sameValues } from "./fields.js";
import { moveStatement } from "./move.js";

/** "stale": decided, but the text that it was about is gone or changed. */
export type ReviewState = Decision | "undecided" | "stale";

export interface ReviewItem {
  /** Unique in the document: the id of the entry, or of the statement as it was read. */
  readonly id: string;
  readonly state: ReviewState;
  /** The final statement, its ranges in the text at hand; of a stale one as it was written. */
  readonly statement: Statement;
  /** What is read at this place now; null where nothing is. */
  readonly read: Statement | null;
  /** null while undecided. */
  readonly entry: Entry | null;
  /** null while stale. */
  readonly range: Range | null;
}

export interface ReviewCounts {
  /** Statements in the text: all but the stale ones. */
  readonly statements: number;
  readonly undecided: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly corrected: number;
  readonly added: number;
  readonly stale: number;
}

/** The text and its statements as they are read now. */
export interface Read {
  readonly text: string;
  readonly statements: readonly Statement[];
}

/**
 * Joins what is read with what was decided.
 *
 * @param placeOf where an entry's target stands in the text now; null where it is gone
 * @returns in the order of the text, stale ones last
 */
export function reviewItems(
  { text, statements }: Read,
  entries: Annotations["entries"],
  placeOf: (entry: Entry) => Range | null,
): ReviewItem[] {
  const placed = entries.map((entry) => ({ entry, range: placeOf(entry) }));
  const readOf = matchStatements(statements, placed);
  const ids = new Set(entries.map(({ statementId }) => statementId));
  const decided = placed.map(({ entry, range }): ReviewItem => ({
    id: entry.statementId,
    state: range === null ? "stale" : entry.decision,
    statement: range === null ? entry.statement : moveStatement(entry.statement, text, range),
    read: readOf.get(entry) ?? null,
    entry,
    range,
  }));
  const taken = new Set(readOf.values());
  const undecided = statements
    .filter((statement) => !taken.has(statement))
    .map((statement): ReviewItem => ({
      id: unusedId(statement.id, ids),
      state: "undecided",
      statement,
      read: statement,
      entry: null,
      range: statement.range,
    }));
  return [...decided, ...undecided].sort(byPlace);
}

export function countStates(items: readonly ReviewItem[]): ReviewCounts {
  const counts = { undecided: 0, accepted: 0, rejected: 0, corrected: 0, added: 0, stale: 0 };
  for (const { state } of items) counts[state]++;
  return { statements: items.length - counts.stale, ...counts };
}

/** An id that is not taken yet: the text may have come to hold the words of a stale decision elsewhere. */
export function unusedId(id: string, taken: ReadonlySet<string>): string {
  let unused = id;
  for (let n = 2; taken.has(unused); n++) unused = `${id}-${n}`;
  return unused;
}

interface Placed {
  readonly entry: Entry;
  readonly range: Range | null;
}

/** Which statement each entry is about: at the same place, else overlapping with the same id or the same numbers. */
function matchStatements(statements: readonly Statement[], placed: readonly Placed[]): Map<Entry, Statement> {
  const matches = new Map<Entry, Statement>();
  const free = new Set(statements);
  const byKey = new Map<string, Statement[]>();
  for (const statement of statements) {
    const key = keyOf(statement.kind, statement.range);
    byKey.set(key, [...(byKey.get(key) ?? []), statement]);
  }
  const pass = (fits: (entry: Entry, range: Range) => Statement | undefined): void => {
    for (const { entry, range } of placed) {
      if (range === null || matches.has(entry)) continue;
      const statement = fits(entry, range);
      if (statement === undefined) continue;
      free.delete(statement);
      matches.set(entry, statement);
    }
  };
  const atPlace = ({ statement }: Entry, range: Range): readonly Statement[] =>
    byKey.get(keyOf(statement.kind, range))?.filter((candidate) => free.has(candidate)) ?? [];
  const near = (range: Range): Statement[] =>
    [...free].filter((candidate) => overlap(candidate.range, range));
  pass((entry, range) => atPlace(entry, range).find(({ id }) => id === entry.statementId));
  pass((entry, range) => atPlace(entry, range)[0]);
  if (free.size === 0 || matches.size === placed.length) return matches;
  pass((entry, range) => near(range).find(({ id }) => id === entry.statementId));
  pass((entry, range) => {
    const fields = fieldsOf(entry.statement);
    return near(range).find((candidate) => sameValues(fieldsOf(candidate), fields));
  });
  return matches;
}

const keyOf = (kind: string, { start, end }: Range): string => `${kind} ${start} ${end}`;

/** Half-open ranges that share a character. */
export function overlap(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}

function byPlace(a: ReviewItem, b: ReviewItem): number {
  if (a.range === null || b.range === null) {
    if (a.range !== b.range) return a.range === null ? 1 : -1;
    return (a.entry?.target.start ?? 0) - (b.entry?.target.start ?? 0);
  }
  return (
    a.range.start - b.range.start || a.range.end - b.range.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}
