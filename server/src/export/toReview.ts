/** Extractions as a review: the value behind review.json and the review table. */
import type { Extraction, Statement } from "../extraction.js";
import type { Protocol } from "../review/protocol.js";
import { REVIEW_FORMAT, type Review, type ReviewStudy } from "../review/review.js";
import { VERSION } from "../version.js";
import { studyIds } from "./studyIds.js";

export interface ReviewContext {
  /** Hash of the rules and options in force. */
  readonly rules: string;
  readonly protocol: Protocol | null;
}

/** Studies stand in the order of the documents, statements in the order of the text, all undecided. */
export function toReview(documents: readonly Extraction[], { rules, protocol }: ReviewContext): Review {
  const ids = studyIds(documents.map(({ source, study }) => ({ path: source.path, study })));
  return {
    format: REVIEW_FORMAT,
    tool: { version: VERSION, rules },
    protocol,
    studies: documents.map((document, i) => toStudy(document, ids[i] ?? document.source.path)),
  };
}

/** One study of a review, under its name there. */
export function toStudy(
  { source, format: _format, tool: _tool, ...read }: Extraction,
  id: string,
): ReviewStudy {
  const statements = [...read.statements].sort(byPlace).map((statement) => ({
    statement,
    decision: "undecided" as const,
    reviewer: null,
    adjudication: null,
  }));
  return { ...read, id, document: source, statements };
}

function byPlace(a: Statement, b: Statement): number {
  return (
    a.range.start - b.range.start || a.range.end - b.range.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}
