/**
 * What the client and the server say to each other beyond LSP. Types only: a client that imports them adds
 * nothing to its bundle, and one table per direction ties every method's name to its parameters and result.
 *
 * A client sends `client.sendRequest("outcomeLens/statements" satisfies keyof ServerRequests, params)`.
 */
import type { Range as LspRange } from "vscode-languageserver-types";
import type { FormatId, KnownFormat } from "../export/formats.js";
import type { Account } from "../export/takeDecisions.js";
import type { ProtocolAnswers } from "../service/protocolDraft.js";
import type { CopiedStatistic, StatisticCopy } from "../service/copyStatistic.js";
import type { StatementItem } from "../service/statementList.js";
import type { Figures } from "../service/summary.js";
import type { ReviewNotifications, ReviewRequests } from "./reviewMessages.js";
import type { TableNotifications, TableRequests } from "./tableMessages.js";

export type * from "./reviewMessages.js";
export type * from "./tableMessages.js";
export type { KnownFormat as ExportFormat, Figures, FormatId, ProtocolAnswers, StatementItem, StatisticCopy };

/** Where a request reports progress; the token is the client's, cancellation is LSP's own. */
export interface WithProgress {
  readonly workDoneToken?: string | number;
}

/** Figures of one open document, for the status item and for marking numbers that were not read. */
export interface DocumentSummary extends Figures {
  readonly uri: string;
  /** The version of the text that the figures and ranges are about. */
  readonly version: number;
  /** False where the document is no report of results or not included; all figures are then zero. */
  readonly active: boolean;
}

/** A document that could not be read; the others are unaffected. */
export interface Failure {
  readonly uri: string;
  readonly message: string;
}

export interface DocumentParams {
  readonly uri: string;
}

export interface StatementsResult {
  /** False where the document is no report of results or not included. */
  readonly active: boolean;
  readonly version: number | null;
  readonly statements: readonly StatementItem[];
}

/** Documents in the order in which they are to appear. An open one is taken as it stands in the editor. */
export interface ExportParams extends WithProgress {
  readonly uris: readonly string[];
  readonly format: FormatId;
  /** Pass over documents that are not included or report no results; without it every document named is taken. */
  readonly includedOnly?: boolean;
  /**
   * "decided": accepted, corrected and added statements; "all": undecided and rejected ones too. Without it "decided"
   * where anything was decided on these documents, else "all".
   */
  readonly decisions?: "decided" | "all";
  /** Whose decisions are taken; without it the settled ones, else those of the only reviewer of each document. */
  readonly reviewer?: string;
}

/** Text, or bytes in base64. */
export type ExportedFile = { readonly name: string } & (
  { readonly text: string } | { readonly base64: string }
);

export interface ExportResult {
  /** The one file, or those of the folder, made of a review that fits its schema; none where every document failed. */
  readonly files: readonly ExportedFile[];
  readonly documents: number;
  readonly skipped: number;
  readonly statements: number;
  readonly failures: readonly Failure[];
  /** Which statements were taken, and how many were left out. */
  readonly taken: Omit<Account, "statements">;
}

/** Documents to check, as the client's own search found them. */
export interface CheckAllParams extends WithProgress {
  readonly uris: readonly string[];
}

/** The findings themselves are published as diagnostics of each document. */
export interface CheckAllResult {
  /** Documents that report results and were checked. */
  readonly documents: number;
  /** Documents passed over: not included, or no report of results. */
  readonly skipped: number;
  readonly statements: number;
  readonly findings: number;
  readonly failures: readonly Failure[];
}

/** A standard endpoint of the lexicon, to choose from. */
export interface StandardOutcome {
  readonly code: string;
  readonly label: string;
}

/** Client to server; answers come back as the result. All may be cancelled. */
export interface ServerRequests extends ReviewRequests, TableRequests {
  "outcomeLens/statements": { params: DocumentParams; result: StatementsResult };
  /** The statements at a place of an open document, as text to be pasted. */
  "outcomeLens/copyStatistic": {
    params: { readonly uri: string; readonly offset: number };
    result: readonly CopiedStatistic[];
  };
  "outcomeLens/exportFormats": { params: Record<string, never>; result: readonly KnownFormat[] };
  "outcomeLens/export": { params: ExportParams; result: ExportResult };
  "outcomeLens/checkAll": { params: CheckAllParams; result: CheckAllResult };
  "outcomeLens/standardOutcomes": { params: object; result: readonly StandardOutcome[] };
  /** The text of a new protocol; nothing is written. */
  "outcomeLens/draftProtocol": { params: ProtocolAnswers; result: { readonly content: string } };
}

export interface FileContent {
  /** The file's bytes; base64, because the hash in a review table is of the bytes and not of the text. */
  readonly base64: string;
}

/** Server to client: what only the editor can see. */
export interface ClientRequests {
  /** Asked only where the server itself cannot read, as in a browser. Rejects where the file cannot be read. */
  "outcomeLens/readFile": { params: DocumentParams; result: FileContent };
  /** Those of a folder's glob patterns that no file matches. */
  "outcomeLens/unmatchedPatterns": {
    params: { readonly folder: string; readonly patterns: readonly string[] };
    result: readonly string[];
  };
}

/** Server to client, after each analysis of an open document. */
export interface ClientNotifications extends ReviewNotifications, TableNotifications {
  "outcomeLens/documentSummary": DocumentSummary;
}

/** Commands that the server's code actions name and the client carries out. */
export interface ClientCommands {
  /** Asks for a severity and writes it to `outcomeLens.rules`. */
  "outcomeLens.setRuleSeverity": [rule: string];
  /** Asks for the form and copies the statement at the offset. */
  "outcomeLens.copyStatistic": [uri: string, offset: number];
  /** Asks why, and dismisses the finding, or without a range all present findings of the rule in the document. */
  "outcomeLens.dismissFinding": [uri: string, rule: string, range?: LspRange];
}

/** What the client hands over in `initialize`. */
export interface InitializationOptions {
  /** True where the client answers `outcomeLens/readFile`; the server then asks it for files that it cannot reach itself. */
  readonly readFile?: boolean;
  /** True where the client answers `outcomeLens/unmatchedPatterns`. */
  readonly findFiles?: boolean;
  /** URI of a folder that is the server's own: what it keeps there may be deleted at any time. */
  readonly storage?: string;
  /** Texts that people read → their translation; what is missing stays English. */
  readonly texts?: Readonly<Record<string, string>>;
}
