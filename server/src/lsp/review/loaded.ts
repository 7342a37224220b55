/** A document with one reviewer's decisions on it, at one moment. */
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Analysis } from "../../analyse.js";
import type { Finding, Range } from "../../extraction.js";
import { findTarget } from "../../review/anchor.js";
import type { Annotations, Target } from "../../review/annotations.js";
import { countStates, reviewItems, type ReviewItem } from "../../review/decisions.js";
import { dismissedFindings, shownFindings, type PlacedDismissal } from "../../review/dismissals.js";
import type { DismissedBy } from "../../service/hover.js";
import { toLspRange } from "../../service/location.js";
import { reviewStatements } from "../../service/reviewStatements.js";
import type { ReviewDocument } from "../messages.js";
import type { Session } from "../session.js";
import type { OnDisk } from "./decisionFiles.js";

export interface Loaded {
  readonly uri: string;
  readonly document: TextDocument;
  readonly open: boolean;
  readonly text: string;
  /** null for a document that is not read. */
  readonly analysis: Analysis | null;
  readonly placeOf: (target: Target) => Range | null;
}

/** The document as it stands. @throws Error where it cannot be read or analysed */
export async function loadDocument(session: Session, uri: string): Promise<Loaded> {
  await session.ready;
  const { document, open } = await session.sources.get(uri);
  return loaded(session, document, open);
}

/** Nothing is awaited here: text, analysis and places are of one version. */
export function loaded(session: Session, document: TextDocument, open: boolean): Loaded {
  const { uri } = document;
  const text = document.getText();
  return {
    uri,
    document,
    open,
    text,
    analysis: session.analysisOf(document, open),
    placeOf: open ? session.review.places.inOpen(uri, text) : (target) => findTarget(text, target),
  };
}

export function itemsOf({ text, analysis, placeOf }: Loaded, entries: Annotations["entries"]): ReviewItem[] {
  return reviewItems({ text, statements: analysis?.statements ?? [] }, entries, ({ target }) =>
    placeOf(target),
  );
}

export function placedDismissals({ placeOf }: Loaded, annotations: Annotations | null): PlacedDismissal[] {
  return (annotations?.dismissals ?? []).map((dismissal) => ({
    dismissal,
    range: placeOf(dismissal.target),
  }));
}

export function findingsShown(loaded: Loaded, annotations: Annotations | null): readonly Finding[] {
  return shownFindings(loaded.analysis?.findings ?? [], placedDismissals(loaded, annotations));
}

/** The dismissed findings of an open document, each with who dismissed it and why. */
export async function dismissedIn(
  session: Session,
  document: TextDocument,
  { findings }: Pick<Analysis, "findings">,
): Promise<ReadonlyMap<Finding, DismissedBy>> {
  const { reviewer, files } = session.review;
  if (findings.length === 0 || reviewer === null) return new Map();
  const { annotations } = await files.read(document.uri, reviewer);
  if (annotations === null || annotations.dismissals.length === 0) return new Map();
  const found = dismissedFindings(findings, placedDismissals(loaded(session, document, true), annotations));
  return new Map([...found].map(([finding, { reason }]) => [finding, { reviewer, reason }]));
}

/** The document as the client shows it. */
export async function viewDocument(session: Session, uri: string): Promise<ReviewDocument> {
  await session.ready;
  const reviewer = session.review.reviewer;
  const { document, open } = await session.sources.get(uri);
  const disk = reviewer === null ? NOTHING : await session.review.files.read(uri, reviewer);
  const now = loaded(session, document, open);
  const items = itemsOf(now, disk.annotations?.entries ?? []);
  const dismissals = placedDismissals(now, disk.annotations);
  const findings = shownFindings(now.analysis?.findings ?? [], dismissals);
  return {
    uri,
    path: session.workspace.pathOf(uri),
    active: now.analysis !== null || items.length > 0,
    version: open ? document.version : null,
    reviewer,
    file: disk.file,
    problem: disk.problem,
    statements: reviewStatements(items, now.analysis ?? { sections: [] }, findings, document),
    dismissals: dismissals.map(({ dismissal, range }) => ({
      dismissal,
      range: range === null ? null : toLspRange(document, range),
    })),
    counts: countStates(items),
  };
}

const NOTHING: OnDisk = { file: null, annotations: null, problem: null };
