/** What a reviewer decided, put into a study of a review. */
import type { Finding } from "../extraction.js";
import type { ReviewItem } from "../review/decisions.js";
import type { ReviewStudy } from "../review/review.js";

export interface Decided {
  /** All items of the study's document, as `reviewItems` gives them. */
  readonly items: readonly ReviewItem[];
  /** Findings of the document that are not dismissed. */
  readonly findings: readonly Finding[];
  /** Whose decisions they are. */
  readonly reviewer: string | null;
}

/**
 * The study with the final statements in place of those that were read. Stale decisions are not in it: what they were
 * about is no longer in the text.
 */
export function withDecisions(study: ReviewStudy, { items, findings, reviewer }: Decided): ReviewStudy {
  const { record } = study.document;
  const inRecord = ({ start }: { start: number }): boolean =>
    record === undefined || (record.start <= start && start < record.end);
  const shown = new Set(findings);
  return {
    ...study,
    findings: study.findings.filter((finding) => shown.has(finding)),
    statements: items.flatMap(({ id, range, state, statement, entry }) => {
      if (range === null || state === "stale" || !inRecord(range)) return [];
      return [
        {
          statement: { ...statement, id },
          decision: state,
          reviewer: entry === null ? null : reviewer,
          ...(entry === null ? {} : { at: entry.at }),
          ...(entry?.note === undefined ? {} : { note: entry.note }),
          adjudication: entry?.from === undefined ? null : { from: entry.from },
        },
      ];
    }),
  };
}
