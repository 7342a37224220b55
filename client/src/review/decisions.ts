/** The decisions on the documents that editors show, as the server last told them. */
import * as vscode from "vscode";
import type { ReviewDocument } from "../../../server/src/lsp/messages.js";
import { activeReportEditor } from "../documents.js";
import type { Server } from "../languageClient.js";

/** Menus and keys ask for it: the active document is read, so that there is something to decide. */
const CONTEXT = "outcomeLens.canDecide";

export class Decisions implements vscode.Disposable {
  private readonly documents = new Map<string, ReviewDocument>();
  private readonly asked = new Map<string, number>();
  private readonly changes = new vscode.EventEmitter<vscode.Uri>();
  private readonly watches: vscode.Disposable;

  /** Fires when the decisions on a document were renewed. */
  readonly onDidChange = this.changes.event;

  constructor(private readonly server: Server) {
    this.watches = vscode.Disposable.from(
      server.onDidSummarise((uri) => this.renew(uri)),
      server.onDidChangeReview((uris) => this.renewAll(uris)),
      vscode.window.onDidChangeVisibleTextEditors(() => this.renewAll(null)),
      vscode.window.onDidChangeActiveTextEditor(() => this.tellMenus()),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.documents.delete(uri.toString())),
    );
  }

  dispose(): void {
    this.watches.dispose();
    this.changes.dispose();
  }

  of(uri: vscode.Uri): ReviewDocument | undefined {
    return this.documents.get(uri.toString());
  }

  /** Takes over what a request answered, so that it is on screen at once. */
  take(document: ReviewDocument): void {
    const uri = vscode.Uri.parse(document.uri, true);
    this.documents.set(uri.toString(), document);
    this.changes.fire(uri);
    this.tellMenus();
  }

  private renewAll(uris: readonly string[] | null): void {
    const named = uris === null ? null : new Set(uris.map((uri) => vscode.Uri.parse(uri, true).toString()));
    for (const { document } of vscode.window.visibleTextEditors) {
      if (named === null || named.has(document.uri.toString())) this.renew(document.uri);
    }
  }

  private renew(uri: vscode.Uri): void {
    this.tellMenus();
    if (this.server.summaryOf(uri)?.active !== true) return;
    const key = uri.toString();
    const turn = (this.asked.get(key) ?? 0) + 1;
    this.asked.set(key, turn);
    this.server.request("outcomeLens/review/document", { uri: key }).then(
      (document) => {
        // A later question has the newer answer.
        if (this.asked.get(key) === turn) this.take(document);
      },
      () => undefined,
    );
  }

  private tellMenus(): void {
    const uri = activeReportEditor()?.document.uri;
    const active = uri !== undefined && this.server.summaryOf(uri)?.active === true;
    void vscode.commands.executeCommand("setContext", CONTEXT, active);
  }
}
