/** Compare Reviewers: what two reviewers decided, side by side, and what is settled between them. */
import * as vscode from "vscode";
import type {
  AdjudicateParams,
  CompareResult,
  PairItem,
  Statement,
} from "../../../../server/src/lsp/messages.js";
import { warnOfFailures, withProgress } from "../../commands/progress.js";
import { findIncluded } from "../../documents.js";
import type { Server } from "../../languageClient.js";
import { asRange } from "../../ranges.js";
import { webviewPage, webviewRoots } from "../webviewPage.js";
import type { FromPage, Place, ToPage } from "./messages.js";
import { compareWords } from "./words.js";

/** Asks what a statement should say; undefined where the person broke off. */
export type FillIn = (statement: Statement) => Promise<Statement | undefined>;

export class ComparePanel implements vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;
  private result: CompareResult | undefined;
  private reviewers: readonly [string, string] | undefined;
  private readonly registered: vscode.Disposable;

  constructor(
    private readonly server: Server,
    private readonly extensionUri: vscode.Uri,
    private readonly fillIn: FillIn,
  ) {
    this.registered = vscode.commands.registerCommand("outcomeLens.compareReviewers", () =>
      this.open().catch(tell),
    );
  }

  dispose(): void {
    this.registered.dispose();
    this.panel?.dispose();
  }

  private async open(): Promise<void> {
    await this.compare();
    if (this.panel !== undefined) {
      this.panel.reveal();
      this.show();
      return;
    }
    const title = vscode.l10n.t("Compare Reviewers");
    const panel = vscode.window.createWebviewPanel("outcomeLens.compare", title, vscode.ViewColumn.Active, {
      enableScripts: true,
      localResourceRoots: webviewRoots(this.extensionUri),
    });
    this.panel = panel;
    panel.onDidDispose(() => (this.panel = undefined));
    panel.webview.onDidReceiveMessage((message: FromPage) => this.answer(message).catch(tell));
    panel.webview.html = webviewPage(panel.webview, this.extensionUri, "compare", title);
  }

  private async compare(): Promise<void> {
    const result = await withProgress(
      vscode.l10n.t("Outcome Lens: comparing reviewers"),
      async (onStep, token) => {
        const uris = (await findIncluded(token)).map(String);
        const { reviewers } = this;
        const params = { uris, ...(reviewers === undefined ? {} : { reviewers }) };
        return this.server.requestWithProgress("outcomeLens/review/compare", params, onStep, token);
      },
    );
    this.result = result;
    this.reviewers = result.reviewers;
    warnOfFailures(result.failures);
  }

  private async answer(message: FromPage): Promise<void> {
    switch (message.do) {
      case "ready":
        return this.show();
      case "refresh":
        await this.compare();
        return this.show();
      case "choose":
        return this.choose();
      case "settle":
        return this.settle(message.uri, { pair: message.pair, take: message.take });
      case "settleAgreed":
        return this.settle(message.uri, { take: "all-agreed" });
      case "correct":
        return this.correct(message);
      case "reveal":
        return this.reveal(message.uri, this.pairAt(message)?.[message.side]?.range ?? null);
    }
  }

  private async correct(place: Place): Promise<void> {
    const pair = this.pairAt(place);
    const known = (pair?.a ?? pair?.b)?.statement;
    const statement = known && (await this.fillIn(known));
    if (statement !== undefined)
      await this.settle(place.uri, { pair: place.pair, take: "neither", statement });
  }

  private async settle(uri: string, settle: AdjudicateParams["settle"]): Promise<void> {
    if (this.result === undefined) return;
    const { reviewers } = this.result;
    const document = await this.server.request("outcomeLens/review/adjudicate", { uri, reviewers, settle });
    const documents = this.result.documents.map((known) => (known.uri === uri ? document : known));
    this.result = { ...this.result, documents };
    this.post({ show: "document", document });
  }

  private async choose(): Promise<void> {
    const picked = await vscode.window.showQuickPick([...(this.result?.available ?? [])], {
      title: vscode.l10n.t("Two reviewers to compare"),
      canPickMany: true,
    });
    const [a, b] = picked ?? [];
    if (a === undefined || b === undefined) return;
    this.reviewers = [a, b];
    await this.compare();
    this.show();
  }

  private async reveal(uri: string, range: Parameters<typeof asRange>[0] | null): Promise<void> {
    await vscode.window.showTextDocument(vscode.Uri.parse(uri, true), {
      viewColumn: vscode.ViewColumn.Beside,
      preserveFocus: true,
      ...(range === null ? {} : { selection: asRange(range) }),
    });
  }

  private pairAt({ uri, pair }: Place): PairItem | undefined {
    const document = this.result?.documents.find((known) => known.uri === uri);
    return document?.pairs.find(({ id }) => id === pair);
  }

  private show(): void {
    if (this.result !== undefined) this.post({ show: "result", result: this.result, words: compareWords() });
  }

  private post(message: ToPage): void {
    void this.panel?.webview.postMessage(message);
  }
}

function tell(error: unknown): void {
  if (error instanceof vscode.CancellationError) return;
  void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
}
