/** Language status of the active document: statements, findings, unread numbers. */
import * as vscode from "vscode";
import type { DocumentSummary } from "../../../server/src/lsp/messages.js";
import { counted } from "../counts.js";
import { activeReportEditor, documentSelector } from "../documents.js";
import type { Server } from "../languageClient.js";

export class StatusItem implements vscode.Disposable {
  private item: vscode.LanguageStatusItem | undefined;
  private readonly watches: vscode.Disposable;

  constructor(private readonly server: Server) {
    const update = () => this.update();
    this.watches = vscode.Disposable.from(
      server.onDidSummarise(update),
      vscode.window.onDidChangeActiveTextEditor(update),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration("outcomeLens.status.enable")) update();
      }),
    );
  }

  dispose(): void {
    this.watches.dispose();
    this.item?.dispose();
  }

  private update(): void {
    const document = activeReportEditor()?.document;
    const summary = document === undefined ? undefined : this.server.summaryOf(document.uri);
    const enabled = vscode.workspace.getConfiguration("outcomeLens").get<boolean>("status.enable", true);
    if (!enabled || summary?.active !== true) {
      this.item?.dispose();
      this.item = undefined;
      return;
    }
    this.item ??= createItem();
    const findings = total(summary);
    this.item.text = [counted.statements(summary.statements), counted.findings(findings)].join(", ");
    this.item.detail = counted.unread(summary.unread.length);
    this.item.severity = severityOf(summary);
  }
}

function createItem(): vscode.LanguageStatusItem {
  const item = vscode.languages.createLanguageStatusItem("outcomeLens.status", documentSelector);
  item.name = "Outcome Lens";
  item.command = {
    command: "outcomeLens.showStatementList",
    title: vscode.l10n.t("Show Statements"),
  };
  return item;
}

function total({ findings }: DocumentSummary): number {
  return findings.error + findings.warning + findings.information + findings.hint;
}

function severityOf({ findings }: DocumentSummary): vscode.LanguageStatusSeverity {
  if (findings.error > 0) return vscode.LanguageStatusSeverity.Error;
  if (findings.warning > 0) return vscode.LanguageStatusSeverity.Warning;
  return vscode.LanguageStatusSeverity.Information;
}
