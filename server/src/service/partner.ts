/** Which other statement a statement is to be compared with: the same outcome of another group. */
import type { Analysis } from "../analyse.js";
import type { PValueStatement, Statement, StatementKind } from "../extraction.js";

export type OfKind<Kind extends StatementKind> = Extract<Statement, { kind: Kind }>;

export interface Pair<Kind extends StatementKind> {
  /** In the order of the text. */
  readonly first: OfKind<Kind>;
  readonly second: OfKind<Kind>;
  /** The p-value that compares the two, where the document gives one. */
  readonly p: PValueStatement | null;
}

/**
 * The one statement of the same kind that this one stands against: named by a p-value that compares just
 * these two, else the only one of the same outcome and another group in its sentence. Null where several fit.
 */
export function pairOf<Kind extends StatementKind>(
  statement: OfKind<Kind>,
  analysis: Analysis,
  comparable: (a: OfKind<Kind>, b: OfKind<Kind>) => boolean = () => true,
): Pair<Kind> | null {
  const sameKind = (other: Statement): other is OfKind<Kind> => other.kind === statement.kind;
  const named = comparisonsOf(statement, analysis)
    .map((p) => ({ p, others: statementsNamed(p, analysis).filter(({ id }) => id !== statement.id) }))
    .find(({ others }) => others.length === 1);
  const other = named?.others[0];
  if (named !== undefined && other !== undefined && sameKind(other) && comparable(statement, other)) {
    return inOrder(statement, other, named.p);
  }
  const candidates = sentenceOf(statement, analysis)
    .filter(sameKind)
    .filter(
      (candidate) =>
        candidate.id !== statement.id &&
        outcomeOf(candidate) === outcomeOf(statement) &&
        otherGroup(candidate, statement) &&
        comparable(statement, candidate),
    );
  const [only] = candidates;
  return only !== undefined && candidates.length === 1 ? inOrder(statement, only, null) : null;
}

/** The statements that a p-value compares, in the order of the text. */
export function statementsNamed(p: PValueStatement, { statements }: Analysis): Statement[] {
  const named = new Set(p.compares);
  return statements.filter(({ id }) => named.has(id));
}

function comparisonsOf({ id }: Statement, { statements }: Analysis): PValueStatement[] {
  return statements.filter(
    (candidate): candidate is PValueStatement =>
      candidate.kind === "p-value" && candidate.compares.includes(id),
  );
}

function sentenceOf({ range }: Statement, { reading, statements }: Analysis): Statement[] {
  const sentence = reading.sentences.find(({ start, end }) => start <= range.start && range.start < end);
  if (sentence === undefined) return [];
  return statements.filter(
    (candidate) => sentence.start <= candidate.range.start && candidate.range.start < sentence.end,
  );
}

function outcomeOf({ outcome }: Statement): string | null {
  return outcome === null ? null : (outcome.code ?? outcome.text.toLowerCase());
}

/** Both groups known and different; nothing is compared on a guess. */
function otherGroup(a: Statement, b: Statement): boolean {
  if (a.group === null || b.group === null) return false;
  return (a.group.id ?? a.group.text.toLowerCase()) !== (b.group.id ?? b.group.text.toLowerCase());
}

function inOrder<Kind extends StatementKind>(
  a: OfKind<Kind>,
  b: OfKind<Kind>,
  p: PValueStatement | null,
): Pair<Kind> {
  return a.range.start <= b.range.start ? { first: a, second: b, p } : { first: b, second: a, p };
}
