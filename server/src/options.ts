/** What a caller may tell the core about the review. */
import type { Severity } from "./extraction.js";

/** An outcome or group that the review's protocol adds to the lexicon. */
export interface Term {
  code: string;
  label: string;
  synonyms: readonly string[];
}

export interface AnalyseOptions {
  /** Outcomes and groups named by the protocol; they extend the lexicon. */
  readonly outcomes?: readonly Term[];
  readonly groups?: readonly Term[];
  /** Severity by rule id; "off" silences the rule. Rules not named keep their default. */
  readonly rules?: Readonly<Record<string, Severity | "off">>;
}
