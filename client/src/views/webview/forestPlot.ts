/** The forest plot in an editor tab, and its export. */
import * as vscode from "vscode";
import type { PlotRequest, PlotResult } from "../../../../server/src/lsp/messages.js";
import type { Server } from "../../languageClient.js";
import { writeWhole } from "../../writeWhole.js";
import type { FromPlot, ToPlot } from "./messages.js";
import { Page } from "./page.js";
import { documentsToShow, readDocuments } from "./readDocuments.js";
import { plotWords } from "./words.js";

/** Changes that come within so many milliseconds are drawn together. */
const TOGETHER = 300;

export class ForestPlotPage implements vscode.Disposable {
  private readonly page: Page<FromPlot, ToPlot>;
  private readonly watches: vscode.Disposable;
  private uris: readonly string[] | null = null;
  private request: PlotRequest | undefined;
  private result: PlotResult | undefined;
  private waiting: NodeJS.Timeout | undefined;
  private drawing = 0;

  constructor(
    private readonly server: Server,
    extension: vscode.Uri,
  ) {
    const kind = { viewType: "outcomeLens.plot", title: vscode.l10n.t("Forest Plot"), script: "plot" };
    this.page = new Page(extension, kind, (message) => this.receive(message));
    this.watches = vscode.Disposable.from(
      this.page,
      vscode.commands.registerCommand("outcomeLens.openForestPlot", () => this.page.show()),
      server.onDidChangeRows((uris) => this.changed(uris)),
      this.page.onDidShow(() => this.changed([])),
    );
  }

  dispose(): void {
    clearTimeout(this.waiting);
    this.watches.dispose();
  }

  private async receive(message: FromPlot): Promise<void> {
    switch (message.type) {
      case "ready":
        this.page.post({ type: "words", words: plotWords() });
        return;
      case "open":
        return this.page.open(message);
      case "request":
        this.request = message.request;
        return this.draw(this.result === undefined);
      case "save":
        return this.save(message);
    }
  }

  private changed(uris: readonly string[] | null): void {
    if (uris === null) this.uris = null;
    if (!this.page.isVisible || this.request === undefined) return;
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => void this.draw(false).catch(() => undefined), TOGETHER);
  }

  private async draw(loud: boolean): Promise<void> {
    const turn = ++this.drawing;
    this.uris ??= await documentsToShow();
    const result = await readDocuments(this.server, this.page, {
      method: "outcomeLens/plot",
      params: { uris: this.uris, includedOnly: true, request: this.request ?? {} },
      title: loud ? vscode.l10n.t("Outcome Lens: reading the documents of the plot") : undefined,
    });
    // A later request has the word.
    if (turn !== this.drawing) return;
    this.result = result;
    this.page.post({ type: "plot", result });
  }

  /** The SVG is the server's own, letter for letter what the command line writes; the PNG is the page's drawing of it. */
  private async save(message: Extract<FromPlot, { type: "save" }>): Promise<void> {
    const svg = this.result?.plot?.svg;
    const content =
      message.format === "png"
        ? Buffer.from(message.base64, "base64")
        : svg === undefined
          ? undefined
          : new TextEncoder().encode(svg);
    if (content === undefined) return;
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    const target = await vscode.window.showSaveDialog({
      title: vscode.l10n.t("Export Forest Plot"),
      saveLabel: vscode.l10n.t("Export"),
      filters: message.format === "png" ? { PNG: ["png"] } : { SVG: ["svg"] },
      ...(folder === undefined
        ? {}
        : { defaultUri: vscode.Uri.joinPath(folder, `forest.${message.format}`) }),
    });
    if (target !== undefined) await writeWhole(target, content);
  }
}
