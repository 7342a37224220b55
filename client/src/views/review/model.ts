/** What the Review view shows: the documents with their figures, and the statements of those that are looked at. */
import * as vscode from "vscode";
import type {
  OverviewDocument,
  ReviewDocument,
  ReviewStatement,
} from "../../../../server/src/lsp/messages.js";
import { findIncluded } from "../../documents.js";
import type { Server } from "../../languageClient.js";

export type Filter = "all" | "undecided" | "findings" | "stale" | "rejected";

/** Documents of one request: few enough for the first to be on screen at once, many enough not to wait on the line. */
const BATCH = 40;

export class ReviewModel implements vscode.Disposable {
  private overview = new Map<string, OverviewDocument>();
  private readonly details = new Map<string, Promise<ReviewDocument>>();
  private loading: Promise<void> | undefined;
  private generation = 0;
  private chosen: Filter = "all";
  private readonly changes = new vscode.EventEmitter<string | undefined>();

  /** Fires with a document's URI, or with undefined where any may have changed. */
  readonly onDidChange = this.changes.event;

  constructor(private readonly server: Server) {}

  dispose(): void {
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
    return [...this.overview.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  }

  /** Those that the filter shows; the first call looks for them. */
  async shown(): Promise<readonly OverviewDocument[]> {
    this.loading ??= this.load();
    if (this.overview.size === 0) await this.loading;
    return this.documents.filter((document) => showsDocument(document, this.chosen));
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
    for (const uri of uris) this.details.delete(uri);
    const { documents } = await this.server.request("outcomeLens/review/overview", { uris });
    for (const document of documents) this.overview.set(document.uri, document);
    for (const uri of uris) this.changes.fire(uri);
  }

  private detail(uri: string): Promise<ReviewDocument> {
    let detail = this.details.get(uri);
    if (detail === undefined) {
      detail = this.server.request("outcomeLens/review/document", { uri });
      this.details.set(uri, detail);
      detail.catch(() => this.details.delete(uri));
    }
    return detail;
  }

  /** In batches, so that a large review fills from the top. */
  private async load(): Promise<void> {
    const generation = (this.generation += 1);
    const uris = (await findIncluded()).map(String);
    const found = new Map<string, OverviewDocument>();
    for (let from = 0; from === 0 || from < uris.length; from += BATCH) {
      const batch = uris.slice(from, from + BATCH);
      const { documents } = await this.server.request("outcomeLens/review/overview", {
        uris: batch,
        withDecided: from + BATCH >= uris.length,
        except: from + BATCH >= uris.length ? uris : [],
      });
      if (generation !== this.generation) return;
      for (const document of documents) {
        found.set(document.uri, document);
        this.overview.set(document.uri, document);
      }
      this.changes.fire(undefined);
    }
    this.overview = found;
    this.changes.fire(undefined);
  }
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
