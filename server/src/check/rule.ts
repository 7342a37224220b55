/** What a rule is, and what it hands back. */
import type { Range, Severity, Statement } from "../extraction.js";
import type { Context } from "./context.js";

/** What a reader of docs/rules/<id>.md wants to know. */
export interface RulePage {
  readonly title: string;
  /** Where the method comes from. */
  readonly reference: string;
  /** What the finding says, in one or two sentences. */
  readonly what: string;
  /** The condition as a formula. */
  readonly formula: string;
  /** A sentence that gets the finding, and why. */
  readonly example: { readonly text: string; readonly why: string };
  /** Conditions under which the rule says nothing or only hints. */
  readonly silent: readonly string[];
}

export interface Rule {
  readonly id: string;
  readonly defaultSeverity: Severity | "off";
  /**
   * All contradictions in a document, in any order.
   *
   * @param bit the rule's own, for `context.each`: a rule that looks at statements one by one is spared those that an edit can't have changed
   */
  readonly check: (context: Context, bit: number) => Iterable<Contradiction>;
}

/** What a rule finds in one statement. */
export type Found = Contradiction | readonly Contradiction[] | null;

/** A finding before severities are settled. */
export interface Contradiction {
  /** The statements that it is about, the reported one first. */
  readonly about: readonly Statement[];
  readonly range: Range;
  readonly message: string;
  readonly reported: string;
  readonly expected: string;
  readonly explanations: readonly string[];
  readonly repair?: string | undefined;
  readonly related?: readonly { readonly range: Range; readonly message: string }[];
  /**
   * Where it differs from the rule's own. "hint" stands even where a reviewer raises the rule: an
   * innocent explanation holds.
   */
  readonly severity?: Severity | undefined;
}
