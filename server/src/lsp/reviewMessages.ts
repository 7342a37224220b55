/**
 * The part of messages.ts that is about the review: decisions, dismissals, two reviewers. Types only.
 *
 * Whose decisions they are is the setting `outcomeLens.reviewer`. Requests that write reject with a message for people where
 * nothing could be kept (no reviewer, no workspace folder, an invalid file, a full disk); nothing was changed then.
 */
import type { Position, Range as LspRange } from "vscode-languageserver-types";
import type { Severity, Statement, StatementKind } from "../extraction.js";
import type { Agreement } from "../review/agreement.js";
import type { Decision, Dismissal, Entry } from "../review/annotations.js";
import type { ReviewCounts, ReviewState } from "../review/decisions.js";
import type { Field, FieldValue } from "../review/fields.js";
import type { FormField } from "../review/form.js";
import type { PairCategory } from "../review/pairing.js";
import type { ReviewStatement } from "../service/reviewStatements.js";
import type { Failure, WithProgress } from "./messages.js";

export type {
  Agreement,
  Decision,
  Dismissal,
  Entry,
  Field,
  FieldValue,
  FormField,
  PairCategory,
  ReviewCounts,
  ReviewState,
  ReviewStatement,
  Statement,
  StatementKind,
};

/** A dismissed finding: "ignore this, because …". */
export interface DismissalItem {
  readonly dismissal: Dismissal;
  /** null where the text it was about changed: the finding is back. */
  readonly range: LspRange | null;
}

export interface ReviewDocument {
  readonly uri: string;
  /** Path in its workspace folder, with forward slashes; else the name of the file. */
  readonly path: string;
  /** False where the document is no report of results or not included, and nothing was decided on it. */
  readonly active: boolean;
  /** Version of the open text that ranges are about; null for a closed document. */
  readonly version: number | null;
  /** Whose decisions these are; null where the setting is empty. */
  readonly reviewer: string | null;
  /** The file that decisions are kept in; null where there can be none. */
  readonly file: string | null;
  /** Why decisions cannot be read or kept: "….json:3:7: a comma is expected". null where all is well. */
  readonly problem: string | null;
  /** In the order of the text, stale ones last. */
  readonly statements: readonly ReviewStatement[];
  readonly dismissals: readonly DismissalItem[];
  readonly counts: ReviewCounts;
}

/** What a decision is about. Sentence, section and document mean the undecided statements in them. */
export type DecisionScope =
  | { readonly ids: readonly string[] }
  /** The statement at the place, as a hover shows it; else the first of its sentence. */
  | { readonly at: Position; readonly scope: "statement" | "sentence" | "section" }
  | { readonly scope: "document" };

export type DecideAction =
  | { readonly do: "accept" | "reject"; readonly on: DecisionScope; readonly note?: string }
  /** The whole corrected statement. Its id, quote and range are kept as they are. */
  | {
      readonly do: "correct";
      readonly on: DecisionScope;
      readonly statement: Statement;
      readonly note?: string;
    }
  /** A statement that was not read: `statement` as `outcomeLens/review/draft` gave it or as it was filled in. */
  | { readonly do: "add"; readonly range: LspRange; readonly statement: Statement; readonly note?: string }
  /** An empty note takes it away. Only decided statements have notes. */
  | { readonly do: "note"; readonly on: DecisionScope; readonly note: string }
  /** Takes decisions back: the statements are undecided again, added ones are gone. */
  | { readonly do: "undo"; readonly on: DecisionScope }
  /** Takes back the last change of this document since the server started, whatever it was. */
  | { readonly do: "undo-last" };

export interface DecideParams {
  readonly uri: string;
  readonly action: DecideAction;
}

export interface DecideResult {
  /** Statements that the action changed. */
  readonly changed: readonly string[];
  /** The document after it, already on disk. */
  readonly document: ReviewDocument;
}

/** A statement to add, its values read from the selected text where they can be. */
export interface DraftParams {
  readonly uri: string;
  readonly range: LspRange;
  /** The kind to draft; without it that of what can be read there, else "other". */
  readonly kind?: StatementKind;
}

export interface DraftResult {
  readonly statement: Statement;
  /** False where nothing could be read, so that every field is to be filled in. */
  readonly isRead: boolean;
}

/** One field of the form filled in; without `key` the form as it is. */
export interface FormParams {
  readonly statement: Statement;
  readonly fill?: { readonly key: string; readonly value: string };
}

export interface FormResult {
  /** With the field filled in, held against the schema; as it was where there is a fault. */
  readonly statement: Statement;
  readonly label: string;
  readonly fields: readonly FormField[];
  /** Why the field can't be filled in so; null where all is well. */
  readonly fault: string | null;
}

export type DismissParams = { readonly uri: string } &
  /** Without a range all findings that the rule has in the document now. */
  (
    | { readonly rule: string; readonly range?: LspRange; readonly reason: string }
    /** Takes a dismissal back: the finding is shown again. */
    | { readonly restore: Pick<Dismissal, "rule" | "target"> }
  );

/** Documents as the client's own search found them. To renew a few lines of a list, name these documents alone. */
export interface OverviewParams {
  readonly uris: readonly string[];
  /** Also the documents that have decisions and were not found. */
  readonly withDecided?: boolean;
  /** Answer at once: documents whose figures are not known from before are named as pending and not read. */
  readonly knownOnly?: boolean;
}

export interface OverviewDocument {
  readonly uri: string;
  readonly path: string;
  readonly counts: ReviewCounts;
  /** Findings that are shown, not counting dismissed ones. */
  readonly findings: Readonly<Record<Severity, number>>;
  readonly unread: number;
  readonly problem: string | null;
}

/** A document of the review that is yet to be read. */
export type PendingDocument = Pick<OverviewDocument, "uri" | "path">;

export interface OverviewResult {
  readonly reviewer: string | null;
  /** Documents that report results or were decided on, in the order given. */
  readonly documents: readonly OverviewDocument[];
  /** Empty but with `knownOnly`. */
  readonly pending: readonly PendingDocument[];
  readonly failures: readonly Failure[];
}

export interface DecidersParams extends WithProgress {
  readonly uris: readonly string[];
  /** Whose decisions somebody chose; then none is disputed. */
  readonly reviewer?: string;
}

/** Whose decisions an export takes: settled ones, else those of the only reviewer of a document. */
export interface DecidersResult {
  /** Documents on which several decided and nothing is settled; in a blind review also those on which only somebody else did. */
  readonly disputed: readonly { readonly path: string; readonly reviewers: readonly string[] }[];
  /** Reviewers to choose from for these. */
  readonly choices: readonly string[];
  /** Decisions on the other documents: accepted, corrected and added ones, and rejected ones. */
  readonly kept: number;
  readonly rejected: number;
  readonly failures: readonly Failure[];
}

export interface ReanchorParams {
  readonly uri: string;
  /** A stale statement. */
  readonly id: string;
  /** Where its words stand now. */
  readonly range: LspRange;
}

export interface CompareParams extends WithProgress {
  readonly uris: readonly string[];
  /** Without them: the reviewer of the settings and the other one there is. */
  readonly reviewers?: readonly [string, string];
}

export interface PairSide {
  readonly id: string;
  readonly decision: Decision;
  readonly label: string;
  readonly description: string;
  readonly note: string | null;
  readonly range: LspRange | null;
  readonly quote: string;
  readonly statement: Statement;
}

export interface PairItem {
  readonly id: string;
  readonly category: PairCategory;
  readonly a: PairSide | null;
  readonly b: PairSide | null;
  readonly sameDecision: boolean;
  /** Nothing is left to settle: same statement, same decision, every field the same. */
  readonly agreed: boolean;
  readonly differing: readonly { readonly field: Field; readonly a: FieldValue; readonly b: FieldValue }[];
  /** The entry of the adjudicated file that settles it; null while it is open. */
  readonly adjudicated: Entry | null;
}

export interface ComparedDocument {
  readonly uri: string;
  readonly path: string;
  /** True where the review is blind and one of the two has not finished: no pairs are shown then. */
  readonly blinded: boolean;
  /** Undecided and stale statements of each. */
  readonly open: readonly [number, number];
  readonly pairs: readonly PairItem[];
  readonly agreement: Agreement | null;
}

export interface CompareResult {
  readonly reviewers: readonly [string, string];
  /** All reviewers who have decisions here, to choose others. */
  readonly available: readonly string[];
  readonly documents: readonly ComparedDocument[];
  /** Over all documents that are not blinded. */
  readonly overall: Agreement;
  readonly failures: readonly Failure[];
}

export interface AdjudicateParams {
  readonly uri: string;
  readonly reviewers: readonly [string, string];
  /** `all-agreed` settles every pair on which nothing is left to settle. */
  readonly settle:
    | { readonly pair: string; readonly take: "a" | "b" | "reject"; readonly note?: string }
    | {
        readonly pair: string;
        readonly take: "neither";
        readonly statement: Statement;
        readonly note?: string;
      }
    | { readonly take: "all-agreed" };
}

/** Client to server, as in messages.ts. */
export interface ReviewRequests {
  "outcomeLens/review/document": { params: { readonly uri: string }; result: ReviewDocument };
  "outcomeLens/review/decide": { params: DecideParams; result: DecideResult };
  "outcomeLens/review/draft": { params: DraftParams; result: DraftResult };
  "outcomeLens/review/form": { params: FormParams; result: FormResult };
  "outcomeLens/review/dismiss": { params: DismissParams; result: ReviewDocument };
  "outcomeLens/review/overview": { params: OverviewParams; result: OverviewResult };
  "outcomeLens/review/deciders": { params: DecidersParams; result: DecidersResult };
  "outcomeLens/review/reanchor": { params: ReanchorParams; result: ReviewDocument };
  "outcomeLens/review/compare": { params: CompareParams; result: CompareResult };
  "outcomeLens/review/adjudicate": { params: AdjudicateParams; result: ComparedDocument };
}

/** Server to client: these documents' decisions changed, here or on disk; null means that any may have. */
export interface ReviewNotifications {
  "outcomeLens/review/changed": { readonly uris: readonly string[] | null };
}
