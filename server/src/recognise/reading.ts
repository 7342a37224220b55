/** What reading a document yields; the checks and the services take it from here. */
import type { Coverage, Group, Range, Section, Statement, Study } from "../extraction.js";
import type { Memory } from "./memory.js";

/** A sentence of a document, as a half-open range of UTF-16 offsets. */
export interface Sentence extends Range {
  readonly section: Section;
}

/** What checking keeps of a statement until the statement, its sentence or its total changes. */
export interface Note {
  /** A bit for each rule that found nothing in it and looked at nothing beyond its sentence. */
  quiet: number;
  /** What the places that tell the same result are found by; made of its own words when first asked for. */
  keys: readonly (string | null)[] | undefined;
  /** What else was made of its own values, by what made it. */
  made: Map<unknown, unknown> | undefined;
}

/** Nothing is known yet. */
export const newNote = (): Note => ({ quiet: 0, keys: undefined, made: undefined });

/** Statements with a note each. */
export interface Noted {
  readonly text: string;
  /** By section that was read: whether its words were read as they are printed. */
  readonly asRead: readonly boolean[];
  readonly statements: readonly Statement[];
  /** By statement. */
  readonly notes: readonly Note[];
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
