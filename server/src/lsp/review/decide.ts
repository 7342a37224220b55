/** Decisions written down: each is on disk before it is answered. */
import type { Range as LspRange } from "vscode-languageserver-types";
import type { Range } from "../../extraction.js";
import { targetOf } from "../../review/anchor.js";
import type { Annotations, Target } from "../../review/annotations.js";
import { emptyAnnotations } from "../../review/annotationsFile.js";
import {
  entryOf,
  inOrder,
  putDismissal,
  putEntries,
  removeDismissal,
  settlePlaces,
  type Change,
} from "../../review/changes.js";
import { overlap, type ReviewItem } from "../../review/decisions.js";
import { fieldsOf, sameValues } from "../../review/fields.js";
import { moveStatement } from "../../review/move.js";
import { Refusal } from "../../service/wording.js";
import type {
  DecideParams,
  DecideResult,
  DismissParams,
  ReanchorParams,
  ReviewDocument,
} from "../messages.js";
import type { Session } from "../session.js";
import { beforeChange, decided } from "./actions.js";
import { findingsShown, itemsOf, loaded, viewDocument, type Loaded } from "./loaded.js";

export async function decide(session: Session, { uri, action }: DecideParams): Promise<DecideResult> {
  const { review, host } = session;
  let changed: readonly string[] = [];
  await change(session, uri, await review.requireReviewer(), (annotations, loaded) => {
    const items = itemsOf(loaded, annotations.entries);
    const stamp = { text: loaded.text, at: host.now() };
    const { change, ids } = decided(action, { loaded, items, stamp, last: review.lastChange(uri) });
    changed = ids;
    if (ids.length === 0) return null;
    const before = beforeChange(annotations.entries, ids);
    return {
      change,
      done: () => {
        if (action.do === "undo-last") review.forgetLastChange(uri);
        else review.remember(uri, before);
      },
    };
  });
  return { changed, document: await viewDocument(session, uri) };
}

export async function dismiss(session: Session, params: DismissParams): Promise<ReviewDocument> {
  const { review, host } = session;
  await change(session, params.uri, await review.requireReviewer(), (annotations, loaded) => {
    if ("restore" in params) return { change: removeDismissal(params.restore) };
    const { rule, reason, range } = params;
    // What was dismissed before keeps its reason.
    const places =
      range === undefined
        ? findingsShown(loaded, annotations)
            .filter((finding) => finding.rule === rule)
            .map((finding) => finding.range)
        : [offsets(loaded, range)];
    const at = host.now();
    const put = places.map((place) =>
      putDismissal({ rule, target: targetOf(loaded.text, place), reason, at }),
    );
    return put.length === 0 ? null : { change: inOrder(...put) };
  });
  session.checkAgain(params.uri);
  return viewDocument(session, params.uri);
}

/** @throws Error where other numbers are read at the new place: that would be another statement */
export async function reanchor(
  session: Session,
  { uri, id, range }: ReanchorParams,
): Promise<ReviewDocument> {
  const { review, host } = session;
  await change(session, uri, await review.requireReviewer(), (annotations, loaded) => {
    const items = itemsOf(loaded, annotations.entries);
    const item = items.find((candidate) => candidate.id === id);
    if (item?.entry == null) throw new Refusal("This decision is no longer there; the list was renewed.");
    const place = newPlace(item, items, offsets(loaded, range));
    const { decision, statement, note, from } = item.entry;
    const moved = moveStatement(statement, loaded.text, place);
    const entry = entryOf(id, decision, moved, { text: loaded.text, at: host.now() }, note);
    const before = beforeChange(annotations.entries, [id]);
    return {
      change: putEntries([from === undefined ? entry : { ...entry, from }]),
      done: () => review.remember(uri, before),
    };
  });
  return viewDocument(session, uri);
}

/** What is read at the selection gives the place, where it is the same statement. */
function newPlace({ entry }: ReviewItem, items: readonly ReviewItem[], selected: Range): Range {
  if (selected.start === selected.end) throw new Refusal("Select the words that the decision is about.");
  if (entry?.decision === "corrected" || entry?.decision === "added") return selected;
  const there = items.filter(
    ({ state, range }) => state === "undecided" && range !== null && overlap(range, selected),
  );
  if (there.length === 0) return selected;
  const fields = entry === null ? null : fieldsOf(entry.statement);
  const same = there.find(({ statement }) => fields !== null && sameValues(fieldsOf(statement), fields));
  if (same?.range == null) {
    throw new Refusal(
      "Other values are read here: decide on that statement, and undo the decision that lost its place.",
    );
  }
  return same.range;
}

/**
 * A text was saved: where it moved decisions, their file says so from now on, so that many small edits can't add up to
 * more than their words allow to be found.
 */
export async function settleSaved(session: Session, uri: string): Promise<void> {
  const { review } = session;
  if (review.reviewer === null) return;
  const { annotations } = await review.files.read(uri, review.reviewer);
  if (annotations === null) return;
  await change(session, uri, review.reviewer, (current) => {
    const moved = current.entries.some(
      (entry, i) => !sameTarget(entry.target, annotations.entries[i]?.target),
    );
    return moved ? { change: (settled) => settled } : null;
  });
}

function sameTarget(a: Target, b: Target | undefined): boolean {
  return a.start === b?.start && a.prefix === b.prefix && a.suffix === b.suffix;
}

function offsets({ document }: Loaded, { start, end }: LspRange): Range {
  return { start: document.offsetAt(start), end: document.offsetAt(end) };
}

interface Planned {
  readonly change: Change;
  /** Called once the change is on disk. */
  readonly done?: () => void;
}

/**
 * Changes a reviewer's file on a document, with all places as they are in the text now.
 *
 * @param plan gets the file as it is on disk at that moment; null leaves it as it is
 */
export async function change(
  session: Session,
  uri: string,
  reviewer: string,
  plan: (annotations: Annotations, loaded: Loaded) => Planned | null,
): Promise<void> {
  await session.ready;
  const { document, open, sha256 } = await session.sources.hashed(uri);
  const now = loaded(session, document, open);
  const place = { path: session.workspace.pathOf(uri), sha256 };
  let planned: Planned | null = null;
  await session.review.files.update(uri, reviewer, (annotations) => {
    const current = settlePlaces(
      place,
      now.text,
      now.placeOf,
    )(annotations ?? emptyAnnotations(reviewer, place));
    planned = plan(current, now);
    return planned === null ? null : planned.change(current);
  });
  // TypeScript takes the callback for one that never ran.
  const settled = planned as Planned | null;
  if (settled === null) return;
  settled.done?.();
  session.review.changed([uri]);
}
