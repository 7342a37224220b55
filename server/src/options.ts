/** What a caller may tell the core about the review. */
import type { Severity } from "./extraction.js";

/** An outcome or group that the review's protocol adds to the lexicon. */
export interface Term {
  code: string;
  label: string;
  synonyms: readonly string[];
}

/** An outcome of the protocol, with what is expected of its results. */
export interface OutcomeTerm extends Term {
  /** True: every document is to report it. */
  readonly required?: boolean | undefined;
  /** Measures of effects, or kinds of statements; absent: all are allowed. */
  readonly measures?: readonly string[] | undefined;
  /** The unit that medians and means are expected in, as a reader would write it. */
  readonly unit?: string | undefined;
  /** Paths of documents in which a person looked for it in vain. */
  readonly notReportedIn?: readonly string[] | undefined;
}

/** What the protocol asks every result to be reported with. */
export interface Reporting {
  readonly intervalRequired?: boolean | undefined;
  /** Confidence level in percent. */
  readonly level?: number | undefined;
  readonly exactP?: boolean | undefined;
}

/** How much a contradiction must weigh before it is a warning; the points of docs/operating-curve.md. */
export const STRICTNESSES = ["strict", "balanced", "lenient"] as const;
export type Strictness = (typeof STRICTNESSES)[number];

export interface AnalyseOptions {
  /** Outcomes and groups named by the protocol; they extend the lexicon, and the `protocol-*` rules ask for them. */
  readonly outcomes?: readonly OutcomeTerm[];
  readonly groups?: readonly Term[];
  readonly reporting?: Reporting;
  /** The document's path relative to the protocol's folder, with forward slashes: `notReportedIn` speaks of it. */
  readonly path?: string;
  /** False for a document that the protocol does not name: its terms are recognised there, and the `protocol-*` rules are silent. */
  readonly inReview?: boolean;
  /** Severity by rule id; "off" silences the rule. Rules not named keep their default. */
  readonly rules?: Readonly<Record<string, Severity | "off">>;
  /** "balanced" where it is not given. */
  readonly strictness?: Strictness;
}
