/** What reading a document yields; the checks and the services take it from here. */
import type { Coverage, Group, Range, Section, Statement, Study } from "../extraction.js";
import type { Memory } from "./memory.js";

/** A sentence of a document, as a half-open range of UTF-16 offsets. */
export interface Sentence extends Range {
  readonly section: Section;
}

export interface Reading {
  readonly text: string;
  readonly study: Study;
  readonly sections: readonly Section[];
  readonly sentences: readonly Sentence[];
  readonly groups: readonly Group[];
  /** In order of `range.start`. */
  readonly statements: readonly Statement[];
  readonly coverage: Coverage;
  /** What the reading of an edited text may reuse; says nothing of the document. */
  readonly memory?: Memory;
}
