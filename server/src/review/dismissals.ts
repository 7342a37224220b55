/** Findings that a reviewer dismissed: hidden as long as the text they were about stays. */
import type { Finding, Range } from "../extraction.js";
import type { Dismissal } from "./annotations.js";

export interface PlacedDismissal {
  readonly dismissal: Dismissal;
  /** null where the text it was about changed. */
  readonly range: Range | null;
}

/** The findings that were not dismissed: a dismissal is about one rule at one place. */
export function shownFindings(
  findings: readonly Finding[],
  dismissals: readonly PlacedDismissal[],
): readonly Finding[] {
  if (dismissals.length === 0) return findings;
  const hidden = new Set(
    dismissals.flatMap(({ dismissal, range }) => (range === null ? [] : [keyOf(dismissal.rule, range)])),
  );
  return findings.filter(({ rule, range }) => !hidden.has(keyOf(rule, range)));
}

/** Each dismissed finding with its dismissal. */
export function dismissedFindings(
  findings: readonly Finding[],
  dismissals: readonly PlacedDismissal[],
): ReadonlyMap<Finding, Dismissal> {
  const byKey = new Map(
    dismissals.flatMap(({ dismissal, range }) =>
      range === null ? [] : [[keyOf(dismissal.rule, range), dismissal] as const],
    ),
  );
  return new Map(
    findings.flatMap((finding) => {
      const dismissal = byKey.get(keyOf(finding.rule, finding.range));
      return dismissal === undefined ? [] : [[finding, dismissal] as const];
    }),
  );
}

const keyOf = (rule: string, { start, end }: Range): string => `${rule} ${start} ${end}`;
