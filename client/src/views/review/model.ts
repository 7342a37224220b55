/** What the Review view shows: the documents with their figures, and the statements of those that are looked at. */
import * as vscode from "vscode";
import type {
  OverviewDocument,
  PendingDocument,
  ReviewDocument,
  ReviewStatement,
} from "../../../../server/src/lsp/messages.js";
import { findIncluded } from "../../documents.js";
import type { Server } from "../../languageClient.js";

export type Filter = "all" | "undecided" | "findings" | "stale" | "rejected";

/** Documents of one request, where they have to be read: few enough for the first to be on screen at once. */
const BATCH = 16;

export class ReviewModel implements vscode.Disposable {
  private overview = new Map<string, OverviewDocument>();
  private unread = new Map<string, PendingDocument>();
  private readonly details = new Map<string, Promise<ReviewDocument>>();
  /** How often each document was asked for. */
  private readonly turns = new Map<string, number>();
  private loading: Promise<void> | undefined;
  private filling: vscode.CancellationTokenSource | undefined;
  private chosen: Filter = "all";
  private readonly changes = new vscode.EventEmitter<string | undefined>();

  /** Fires with a document's URI, or with undefined where any may have changed. */
  readonly onDidChange = this.changes.event;

  constructor(private readonly server: Server) {}

  dispose(): void {
    this.filling?.cancel();
    this.changes.dispose();
  }

  get filter(): Filter {
    return this.chosen;
  }

  set filter(filter: Filter) {
    this.chosen = filter;
    this.changes.fire(undefined);
  }

  /** All documents of the review by path, whether the filter shows them or not. */
  get documents(): readonly OverviewDocument[] {
    return byPath([...this.overview.values()]);
  }

  /** Documents that are being read and of which nothing is known yet. */
  get pending(): number {
    return this.unread.size;
  }

  /** Those that the filter shows, by path; the first call looks for them. */
  async shown(): Promise<readonly (OverviewDocument | PendingDocument)[]> {
    this.loading ??= this.load();
    if (this.overview.size + this.unread.size === 0) await this.loading;
    const known = this.documents.filter((document) => showsDocument(document, this.chosen));
    return this.chosen === "all" ? byPath([...known, ...this.unread.values()]) : known;
  }

  /** The statements of a document that the filter shows, in the order of the text. */
  async statements(uri: string): Promise<readonly ReviewStatement[]> {
    const { statements } = await this.detail(uri);
    return statements.filter((statement) => showsStatement(statement, this.chosen));
  }

  /** Looks for the documents anew. */
  async refresh(): Promise<void> {
    this.details.clear();
    this.loading = this.load();
    await this.loading;
  }

  /** Documents whose decisions or texts changed; null where any may have. */
  async changed(named: readonly string[] | null): Promise<void> {
    if (this.loading === undefined) return;
    if (named === null) return this.refresh();
    // Decisions are kept in a folder: a text outside every folder is no part of a review.
    const uris = named.filter((uri) => vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(uri, true)));
    if (uris.length === 0) return;
    const [{ documents }] = await Promise.all([
      this.server.request("outcomeLens/review/overview", { uris }),
      ...uris.map((uri) => this.renew(uri)),
    ]);
    this.take(documents);
    for (const uri of uris) this.changes.fire(uri);
  }

  /** Statements that are known are there anew before the view asks for them: rows are gone only while it waits. */
  private async renew(uri: string): Promise<void> {
    if (!this.details.has(uri)) return;
    const [turn, detail] = this.ask(uri);
    const failed = await detail.then(
      () => false,
      () => true,
    );
    // A later question has the newer answer.
    if (this.turns.get(uri) !== turn) return;
    if (failed) this.details.delete(uri);
    else this.details.set(uri, detail);
  }

  private detail(uri: string): Promise<ReviewDocument> {
    const known = this.details.get(uri);
    if (known !== undefined) return known;
    const [, detail] = this.ask(uri);
    this.details.set(uri, detail);
    // What could not be had is asked for again.
    detail.catch(() => {
      if (this.details.get(uri) === detail) this.details.delete(uri);
    });
    return detail;
  }

  private ask(uri: string): [turn: number, detail: Promise<ReviewDocument>] {
    const turn = (this.turns.get(uri) ?? 0) + 1;
    this.turns.set(uri, turn);
    return [turn, this.server.request("outcomeLens/review/document", { uri })];
  }

  /** First what is known from before, then the others as they are read. Resolves once the list of documents stands. */
  private async load(): Promise<void> {
    this.filling?.cancel();
    const filling = (this.filling = new vscode.CancellationTokenSource());
    const uris = (await findIncluded()).map(String);
    const { documents, pending } = await this.server.request(
      "outcomeLens/review/overview",
      { uris, withDecided: true, knownOnly: true },
      filling.token,
    );
    if (filling.token.isCancellationRequested) return;
    this.overview = new Map();
    this.unread = new Map(pending.map((document) => [document.uri, document]));
    this.take(documents);
    this.changes.fire(undefined);
    // The server tells of its own failures; the view keeps what it has.
    if (pending.length > 0) void this.fill(filling.token).catch(() => undefined);
  }

  private async fill(token: vscode.CancellationToken): Promise<void> {
    await vscode.window.withProgress({ location: { viewId: "outcomeLens.review" } }, async () => {
      const isOver = (): boolean => this.unread.size === 0 || token.isCancellationRequested;
      while (!isOver()) {
        const uris = byPath([...this.unread.values()])
          .slice(0, BATCH)
          .map(({ uri }) => uri);
        const { documents } = await this.server.request("outcomeLens/review/overview", { uris }, token);
        if (token.isCancellationRequested) return;
        // Some turn out to be no report of results.
        for (const uri of uris) this.unread.delete(uri);
        this.take(documents);
        this.changes.fire(undefined);
      }
    });
  }

  private take(documents: readonly OverviewDocument[]): void {
    for (const document of documents) {
      this.unread.delete(document.uri);
      this.overview.set(document.uri, document);
    }
  }
}

function byPath<T extends PendingDocument>(documents: readonly T[]): T[] {
  return [...documents].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

/** Findings of any severity. */
export function findingsOf({ findings }: OverviewDocument): number {
  return findings.error + findings.warning + findings.information + findings.hint;
}

function showsDocument(document: OverviewDocument, filter: Filter): boolean {
  switch (filter) {
    case "all":
      return true;
    case "findings":
      return findingsOf(document) > 0;
    default:
      return document.counts[filter] > 0;
  }
}

function showsStatement({ state, findings }: ReviewStatement, filter: Filter): boolean {
  switch (filter) {
    case "all":
      return true;
    case "findings":
      return findings.length > 0;
    default:
      return state === filter;
  }
}
