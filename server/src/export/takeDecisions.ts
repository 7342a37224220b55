/** Which statements an export takes: by default what was accepted, corrected or added, once something was decided. */
import type { Review, ReviewStudy } from "../review/review.js";
import { withDecisions, type Decided } from "./withDecisions.js";

export type Which = "decided" | "all";

/** What is taken and left out. */
export interface Account {
  /** "decided": accepted, corrected and added statements; "all": undecided and rejected ones too. */
  readonly which: Which;
  /** So many are taken. */
  readonly statements: number;
  /** Statements left out, because they are undecided or rejected. */
  readonly undecided: number;
  readonly rejected: number;
  /** Decisions left out, because the text that they were about changed. */
  readonly stale: number;
}

export interface Taken extends Account {
  readonly review: Review;
}

/**
 * @param decided of each study of the review, in its order; of studies of one document the same object
 * @param which without it, "decided" where anybody decided anything, else "all"
 */
export function takeDecisions(review: Review, decided: readonly Decided[], which?: Which): Taken {
  const choice = new Choice();
  const studies = review.studies.map((study, i) => {
    const own = decided[i];
    return own === undefined ? study : choice.add(study, own);
  });
  const account = choice.account(which);
  return { ...account, review: { ...review, studies: studies.map((study) => kept(study, account.which)) } };
}

/** Studies one after the other with the decisions on them, and the account at the end. */
export class Choice {
  private readonly counts = { statements: 0, undecided: 0, rejected: 0, stale: 0 };
  private isAnyDecided = false;
  private last: Decided | undefined;

  /** @param decided the same object for studies of one document, which follow each other */
  add(study: ReviewStudy, decided: Decided): ReviewStudy {
    const { counts } = this;
    if (decided !== this.last) {
      this.last = decided;
      this.isAnyDecided ||= decided.items.some(({ entry }) => entry !== null);
      counts.stale += decided.items.filter(({ state }) => state === "stale").length;
    }
    const own = withDecisions(study, decided);
    counts.statements += own.statements.length;
    for (const { decision } of own.statements) {
      if (decision === "undecided" || decision === "rejected") counts[decision]++;
    }
    return own;
  }

  /** After the last study. @param which see `takeDecisions` */
  account(which: Which = this.isAnyDecided ? "decided" : "all"): Account {
    const { statements, undecided, rejected, stale } = this.counts;
    if (which === "all") return { which, statements, undecided: 0, rejected: 0, stale };
    return { which, statements: statements - undecided - rejected, undecided, rejected, stale };
  }
}

/** The study with the statements that are taken. */
export function kept(study: ReviewStudy, which: Which): ReviewStudy {
  if (which === "all") return study;
  const statements = study.statements.filter(
    ({ decision }) => decision !== "undecided" && decision !== "rejected",
  );
  return { ...study, statements };
}
