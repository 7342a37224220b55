/** Extractions as a review: the value behind review.json and the review table. */
import type { Extraction } from "../extraction.js";
import type { Protocol } from "../review/protocol.js";
import { REVIEW_FORMAT, type Review } from "../review/review.js";
import { VERSION } from "../version.js";
import { studyIds } from "./studyIds.js";
import { toStudy } from "./toStudy.js";

export interface ReviewContext {
  /** Hash of the rules and options in force. */
  readonly rules: string;
  readonly protocol: Protocol | null;
}

/** Studies stand in the order of the documents, statements in the order of the text, all undecided. */
export function toReview(documents: readonly Extraction[], context: ReviewContext): Review {
  const ids = studyIds(documents.map(({ source, study }) => ({ path: source.path, study })));
  return {
    ...reviewHead(context),
    studies: documents.map((document, i) => toStudy(document, ids[i] ?? document.source.path)),
  };
}

/** All of a review but its studies. */
export function reviewHead({ rules, protocol }: ReviewContext): Omit<Review, "studies"> {
  return { format: REVIEW_FORMAT, tool: { version: VERSION, rules }, protocol };
}
