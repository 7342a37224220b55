/** The review table in an editor tab: every statement of the workspace's documents, a row each. */
import * as vscode from "vscode";
import type { Server } from "../../languageClient.js";
import type { FromTable, ToTable } from "./messages.js";
import { Page } from "./page.js";
import { documentsToShow, readDocuments } from "./readDocuments.js";
import { tableWords } from "./words.js";

/** Changes that come within so many milliseconds are fetched together. */
const TOGETHER = 150;

export class ReviewTablePage implements vscode.Disposable {
  private readonly page: Page<FromTable, ToTable>;
  private readonly watches: vscode.Disposable;
  private uris: readonly string[] | null = null;
  /** The revision that the page has; undefined: it has nothing. */
  private revision: number | undefined;
  /** The page asked for its rows, and has them or waits for them. */
  private isAsking = false;
  private waiting: NodeJS.Timeout | undefined;
  private fetching: Promise<void> = Promise.resolve();

  constructor(
    private readonly server: Server,
    extension: vscode.Uri,
  ) {
    const kind = { viewType: "outcomeLens.table", title: vscode.l10n.t("Review Table"), script: "table" };
    this.page = new Page(extension, kind, (message) => this.receive(message));
    this.watches = vscode.Disposable.from(
      this.page,
      vscode.commands.registerCommand("outcomeLens.openReviewTable", () => this.page.show()),
      server.onDidChangeRows((uris) => this.changed(uris)),
      this.page.onDidShow(() => this.changed([])),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.follow(textEditor)),
    );
  }

  dispose(): void {
    clearTimeout(this.waiting);
    this.watches.dispose();
  }

  private async receive(message: FromTable): Promise<void> {
    switch (message.type) {
      case "ready":
        this.revision = undefined;
        this.isAsking = true;
        this.page.post({ type: "words", words: tableWords() });
        return this.fetch(true);
      case "open":
        return this.page.open(message);
      case "copy":
        await vscode.env.clipboard.writeText(message.text);
        vscode.window.setStatusBarMessage(vscode.l10n.t("{0} rows copied", message.rows), 4000);
    }
  }

  /** @param uris null where documents may have come or gone */
  private changed(uris: readonly string[] | null): void {
    if (uris === null) this.uris = null;
    // A page out of sight is filled when it is looked at again.
    if (!this.page.isVisible || !this.isAsking) return;
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => void this.fetch(false).catch(() => undefined), TOGETHER);
  }

  /** One after the other, so that an older answer never overtakes a newer one. */
  private fetch(loud: boolean): Promise<void> {
    this.fetching = this.fetching.then(
      () => this.fetchNow(loud),
      () => this.fetchNow(loud),
    );
    return this.fetching;
  }

  private async fetchNow(loud: boolean): Promise<void> {
    if (!this.page.isOpen) return;
    const { uris } = this;
    this.uris = uris ?? (await documentsToShow());
    const since = this.revision;
    const rows = await readDocuments(this.server, this.page, {
      method: "outcomeLens/rows",
      params: { uris: this.uris, includedOnly: true, ...(since === undefined ? {} : { since }) },
      title: loud ? vscode.l10n.t("Outcome Lens: reading the documents of the table") : undefined,
    }).catch((error: unknown) => {
      // Who cancelled the first reading does not want it done unseen at the next change.
      if (since === undefined) this.isAsking = false;
      throw error;
    });
    this.revision = rows.revision;
    this.page.post({ type: "rows", rows, fresh: since === undefined });
  }

  private follow({ document, selection }: vscode.TextEditor): void {
    if (!this.page.isVisible) return;
    this.page.post({ type: "select", place: { uri: document.uri.toString(), range: selection } });
  }
}
