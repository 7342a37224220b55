/** Reviews to plot, a line for each study. */
import type { Interval, Statement } from "../../../server/src/extraction.js";
import type { Review, ReviewStudy } from "../../../server/src/review/review.js";
import { ci, reviewOf, statement } from "../export/samples.js";

export interface Effect {
  readonly value?: number;
  readonly interval?: Interval | null;
  readonly group?: string | null;
  readonly reference?: string | null;
  readonly adjusted?: boolean;
  readonly population?: string | null;
}

/** A hazard ratio of overall survival, tarvenib against placebo where nothing else is said. */
export function hr(value: number, low: number, high: number, rest: Effect = {}): Statement {
  const { interval = ci(low, high), group = "tarvenib", reference = "placebo", ...fields } = rest;
  return statement("effect", {
    value,
    interval,
    outcome: { text: "overall survival", code: "OS" },
    group: group === null ? null : { text: group },
    reference: reference === null ? null : { text: reference },
    ...fields,
  });
}

export function median(
  value: number | "NR",
  group: string,
  fields: { unit?: string; interval?: Interval } = {},
) {
  return statement("median", {
    value,
    unit: "month",
    outcome: { text: "overall survival", code: "OS" },
    group: { text: group },
    ...fields,
  });
}

/** Study → its statements. */
export function review(
  studies: Readonly<Record<string, readonly Statement[]>>,
  about: Readonly<Record<string, Partial<ReviewStudy>>> = {},
): Review {
  const built = Object.entries(studies).flatMap(
    ([id, statements]) =>
      reviewOf(
        statements.map((read, i) => ({ ...read, id: `${id}-${i}`, range: { start: 10 + i, end: 20 + i } })),
        {
          id,
          document: { path: `${id}.txt`, sha256: "0".repeat(64), length: 100, offsets: "utf-16" },
          ...about[id],
        },
      ).studies,
  );
  return { ...reviewOf([]), studies: built };
}

/** The same review with decisions: statement id → decision. */
export function decided(given: Review, decisions: Readonly<Record<string, "accepted" | "rejected">>): Review {
  const studies = given.studies.map((study) => ({
    ...study,
    statements: study.statements.map((reviewed) => ({
      ...reviewed,
      decision: decisions[reviewed.statement.id] ?? reviewed.decision,
    })),
  }));
  return { ...given, studies };
}

export const FOUR = {
  "Abara 2014": [hr(0.92, 0.66, 1.28)],
  "Brennan 2016": [hr(0.71, 0.56, 0.9)],
  "Dimitrov 2018": [hr(0.83, 0.69, 1)],
  "Fofana 2021": [hr(0.64, 0.51, 0.8)],
};
