/** An extraction as a study of a review. */
import type { Extraction, Statement } from "../extraction.js";
import type { ReviewStudy } from "../review/review.js";

/** @param id the study's name in the review; its statements stand in the order of the text, all undecided */
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
