/** The only door to reading and checking: text in, an immutable Analysis out. */
import type { Coverage, Finding, Group, Section, Statement, Study } from "./extraction.js";
import type { AnalyseOptions } from "./options.js";
import type { Reading } from "./recognise/reading.js";
import { read } from "./recognise/read.js";
import { check } from "./check/check.js";

export interface Analysis {
  readonly text: string;
  readonly study: Study;
  readonly sections: readonly Section[];
  readonly groups: readonly Group[];
  readonly statements: readonly Statement[];
  readonly findings: readonly Finding[];
  readonly coverage: Coverage;
  /** What the next analysis of an edited text may reuse. */
  readonly reading: Reading;
}

/**
 * Reads a document and checks what was read.
 *
 * @param text the document's text, never changed; all ranges of the result are UTF-16 offsets into it
 * @param previous the analysis of an earlier version of the same document; sentences that did not change are not read again
 */
export function analyse(text: string, options: AnalyseOptions = {}, previous?: Analysis): Analysis {
  const reading = read(text, options, previous?.reading);
  return {
    text,
    study: reading.study,
    sections: reading.sections,
    groups: reading.groups,
    statements: reading.statements,
    findings: check(reading, options.rules, options),
    coverage: reading.coverage,
    reading,
  };
}
