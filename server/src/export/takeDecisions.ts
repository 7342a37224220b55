/** Which statements an export takes: by default what was accepted, corrected or added, once something was decided. */
import type { Review, ReviewStudy } from "../review/review.js";
import { withDecisions, type Decided } from "./withDecisions.js";

export interface Taken {
  readonly review: Review;
  /** "decided": accepted, corrected and added statements; "all": undecided and rejected ones too. */
  readonly which: "decided" | "all";
  /** Statements left out, because they are undecided or rejected. */
  readonly undecided: number;
  readonly rejected: number;
  /** Decisions left out, because the text that they were about changed. */
  readonly stale: number;
}

/**
 * @param decided of each study of the review, in its order; of studies of one document the same object
 * @param which without it, "decided" where anybody decided anything, else "all"
 */
export function takeDecisions(
  review: Review,
  decided: readonly Decided[],
  which: "decided" | "all" = decided.some(({ items }) => items.some(({ entry }) => entry !== null))
    ? "decided"
    : "all",
): Taken {
  const studies = review.studies.map((study, i) => {
    const own = decided[i];
    return own === undefined ? study : withDecisions(study, own);
  });
  const stale = [...new Set(decided)]
    .flatMap(({ items }) => items)
    .filter(({ state }) => state === "stale").length;
  if (which === "all") return { review: { ...review, studies }, which, undecided: 0, rejected: 0, stale };
  const count = (decision: string): number =>
    studies.reduce(
      (sum, { statements }) => sum + statements.filter((statement) => statement.decision === decision).length,
      0,
    );
  return {
    review: { ...review, studies: studies.map(kept) },
    which,
    undecided: count("undecided"),
    rejected: count("rejected"),
    stale,
  };
}

function kept(study: ReviewStudy): ReviewStudy {
  const statements = study.statements.filter(
    ({ decision }) => decision !== "undecided" && decision !== "rejected",
  );
  return { ...study, statements };
}
