/** Two reviewers compared, and what is settled between them. */
import type { CancellationToken } from "vscode-languageserver";
import { adjudicate, adjudicatedEntry } from "../../review/adjudicate.js";
import { agreementOf } from "../../review/agreement.js";
import type { Annotations } from "../../review/annotations.js";
import { ADJUDICATED } from "../../review/annotationsFile.js";
import { inOrder, type Change } from "../../review/changes.js";
import { compareDocument } from "../../review/compare.js";
import { fieldsOf } from "../../review/fields.js";
import { isAgreed, type Pair, type Side } from "../../review/pairing.js";
import { contextLabel, statementLabel } from "../../service/labels.js";
import { toLspRange } from "../../service/location.js";
import { Refusal } from "../../service/wording.js";
import { forEachDocument } from "../batch.js";
import type {
  AdjudicateParams,
  ComparedDocument,
  CompareParams,
  CompareResult,
  PairItem,
  PairSide,
} from "../messages.js";
import type { Session } from "../session.js";
import { change } from "./decide.js";
import { loaded, type Loaded } from "./loaded.js";

type Reviewers = readonly [string, string];

/** @throws Error where there are no two reviewers to compare */
export async function compare(
  session: Session,
  params: CompareParams,
  token: CancellationToken,
): Promise<CompareResult> {
  await session.ready;
  const available = await availableReviewers(session);
  const reviewers = params.reviewers ?? chooseReviewers(session.review.reviewer, available);
  const documents: ComparedDocument[] = [];
  const pairs: Pair[] = [];
  const failures = await forEachDocument(session, "Comparing reviewers", params, token, async (uri) => {
    const compared = await compareOne(session, uri, reviewers);
    if (compared === null) return;
    documents.push(compared.item);
    pairs.push(...compared.pairs);
  });
  return { reviewers, available, documents, overall: agreementOf(pairs), failures };
}

export async function adjudicateOne(
  session: Session,
  { uri, reviewers, settle }: AdjudicateParams,
): Promise<ComparedDocument> {
  const before = await compareOne(session, uri, reviewers);
  if (before === null) throw new Refusal("Neither of the two has decisions on this document.");
  if (before.item.blinded)
    throw new Refusal("This review is blind, and one of the two has not finished this document.");
  await change(session, uri, ADJUDICATED, (annotations, { text }) => {
    const stamp = { text, at: session.host.now() };
    if (settle.take === "all-agreed") {
      const open = before.pairs.filter(
        (pair) => isAgreed(pair) && adjudicatedEntry(annotations.entries, pair, reviewers) === undefined,
      );
      const take = (pair: Pair): Change =>
        adjudicate(pair, { take: pair.a === null ? "b" : "a" }, reviewers, stamp);
      return open.length === 0 ? null : { change: inOrder(...open.map(take)) };
    }
    const pair = before.pairs.find(({ id }) => id === settle.pair);
    if (pair === undefined) throw new Refusal("This pair is no longer there; compare again.");
    return { change: adjudicate(pair, settle, reviewers, stamp, settle.note) };
  });
  const after = await compareOne(session, uri, reviewers);
  return (after ?? before).item;
}

/** null where neither has decisions on the document. */
async function compareOne(
  session: Session,
  uri: string,
  reviewers: Reviewers,
): Promise<{ item: ComparedDocument; pairs: readonly Pair[] } | null> {
  const [a, b] = [
    await decisionsOf(session, uri, reviewers[0]),
    await decisionsOf(session, uri, reviewers[1]),
  ];
  if (a === null && b === null) return null;
  const settled = await decisionsOf(session, uri, ADJUDICATED);
  const { document, open } = await session.sources.get(uri);
  const now = loaded(session, document, open);
  const read = { text: now.text, statements: now.analysis?.statements ?? [] };
  const blind = session.protocols.of(uri)?.blind === true;
  const { pairs, ...compared } = compareDocument(read, [a, b], now.placeOf, blind);
  const item = (pair: Pair): PairItem => pairItem(pair, now, settled, reviewers);
  return {
    item: { uri, path: session.workspace.pathOf(uri), ...compared, pairs: pairs.map(item) },
    pairs,
  };
}

/** @throws Error where the file is invalid: a comparison without it would say something else */
async function decisionsOf(session: Session, uri: string, reviewer: string): Promise<Annotations | null> {
  const { annotations, problem } = await session.review.files.read(uri, reviewer);
  if (problem !== null) throw new Error(problem);
  return annotations;
}

function pairItem(pair: Pair, loaded: Loaded, settled: Annotations | null, reviewers: Reviewers): PairItem {
  const { id, category, a, b, differing, sameDecision } = pair;
  const [fieldsA, fieldsB] = [a, b].map((side) => (side === null ? null : fieldsOf(side.entry.statement)));
  return {
    id,
    category,
    a: sideItem(a, loaded),
    b: sideItem(b, loaded),
    sameDecision,
    agreed: isAgreed(pair),
    differing: differing.map((field) => ({
      field,
      a: fieldsA?.[field] ?? null,
      b: fieldsB?.[field] ?? null,
    })),
    adjudicated: adjudicatedEntry(settled?.entries ?? [], pair, reviewers) ?? null,
  };
}

function sideItem(side: Side | null, { document }: Loaded): PairSide | null {
  if (side === null) return null;
  const { entry, range } = side;
  return {
    id: entry.statementId,
    decision: entry.decision,
    label: statementLabel(entry.statement),
    description: contextLabel(entry.statement),
    note: entry.note ?? null,
    range: range === null ? null : toLspRange(document, range),
    quote: entry.target.exact,
    statement: entry.statement,
  };
}

async function availableReviewers(session: Session): Promise<string[]> {
  const found = await Promise.all(
    session.workspace.all().map((folder) => session.review.files.reviewers(folder)),
  );
  return [...new Set(found.flat())].filter((reviewer) => reviewer !== ADJUDICATED).sort();
}

/** The reviewer of the settings and the other; of several others the first. */
function chooseReviewers(self: string | null, available: readonly string[]): Reviewers {
  const first = self !== null && available.includes(self) ? self : available[0];
  const second = available.find((reviewer) => reviewer !== first);
  if (first === undefined || second === undefined) {
    throw new Refusal("There are no two reviewers with decisions in this folder.");
  }
  return [first, second];
}
