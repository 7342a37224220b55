/** A faint dotted line under every number that looks like a result and was not read. */
import * as vscode from "vscode";
import { asRange } from "../ranges.js";
import type { Server } from "../languageClient.js";

export class UnreadMarks implements vscode.Disposable {
  private readonly mark = vscode.window.createTextEditorDecorationType({
    borderWidth: "1px",
    borderStyle: "none none dotted none",
    borderColor: new vscode.ThemeColor("editorHint.foreground"),
    overviewRulerColor: new vscode.ThemeColor("editorHint.foreground"),
    overviewRulerLane: vscode.OverviewRulerLane.Left,
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  private readonly watches: vscode.Disposable;

  constructor(private readonly server: Server) {
    const updateAll = () => vscode.window.visibleTextEditors.forEach((editor) => this.update(editor));
    this.watches = vscode.Disposable.from(
      server.onDidSummarise((uri) => {
        for (const editor of vscode.window.visibleTextEditors) {
          if (editor.document.uri.toString() === uri.toString()) this.update(editor);
        }
      }),
      vscode.window.onDidChangeVisibleTextEditors(updateAll),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration("outcomeLens.unread.enable")) updateAll();
      }),
    );
  }

  dispose(): void {
    this.watches.dispose();
    this.mark.dispose();
  }

  private update(editor: vscode.TextEditor): void {
    const summary = this.server.summaryOf(editor.document.uri);
    const enabled = vscode.workspace.getConfiguration("outcomeLens").get<boolean>("unread.enable", true);
    if (!enabled || summary === undefined) return editor.setDecorations(this.mark, []);
    // The editor moves the marks with the text; figures of an older text would put them back.
    if (summary.version !== editor.document.version) return;
    const hoverMessage = vscode.l10n.t("Outcome Lens did not read this number.");
    editor.setDecorations(
      this.mark,
      summary.unread.map((range) => ({ range: asRange(range), hoverMessage })),
    );
  }
}
