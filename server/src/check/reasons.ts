/** Innocent explanations of a contradiction. */
import type { Severity } from "../extraction.js";
import type { Contradiction } from "./rule.js";
import type { Tolerance } from "./tolerance.js";

export interface Reason {
  readonly text: string;
  /** Whether the document speaks for it; else it is merely possible. */
  readonly shown: boolean;
  /** Whether it can be said of every finding of its rule, and so excuses none. */
  readonly always?: boolean;
}

/** A reason that words or numbers of the document speak for. */
export const shown = (text: string): Reason => ({ text, shown: true });

/** A reason that nothing in the document speaks for or against. */
export const possible = (text: string): Reason => ({ text, shown: false });

/** A reason that holds as well or as badly for every finding of the rule: it is told, last, and weighs nothing. */
export const always = (text: string): Reason => ({ text, shown: false, always: true });

/** Explanations for a finding, those that the document speaks for first, and the severity that they leave. */
export function weighed(
  reasons: readonly Reason[],
  tolerance: Tolerance,
): Pick<Contradiction, "explanations"> & { readonly severity: Severity | undefined } {
  const own = reasons.filter((reason) => reason.shown);
  const other = reasons.filter((reason) => !reason.shown && reason.always !== true);
  const general = reasons.filter((reason) => reason.always === true);
  const excused = own.length > 0 || (tolerance.possible && other.length > 0);
  return {
    explanations: [...own, ...other, ...general].map(({ text }) => text),
    severity: excused ? "hint" : undefined,
  };
}
