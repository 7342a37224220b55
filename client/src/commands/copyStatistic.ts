import * as vscode from "vscode";
import type { StatisticCopy } from "../../../server/src/lsp/messages.js";
import { activeReportEditor } from "../documents.js";
import type { Server } from "../languageClient.js";

/** Puts the statement at the cursor, or where a code action stands, on the clipboard in the form that is chosen. */
export async function copyStatistic(server: Server, uri?: unknown, offset?: unknown): Promise<void> {
  const editor = activeReportEditor();
  const own = editor?.document.uri.toString();
  const at =
    typeof uri === "string" && typeof offset === "number"
      ? { uri, offset }
      : editor === undefined || own === undefined
        ? undefined
        : { uri: own, offset: editor.document.offsetAt(editor.selection.active) };
  if (at === undefined) return;
  const statistics = await server.request("outcomeLens/copyStatistic", at);
  if (statistics.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t("No statement was read here."));
    return;
  }
  const names: Readonly<Record<StatisticCopy["form"], string>> = {
    plain: vscode.l10n.t("Plain text"),
    metafor: vscode.l10n.t("R, metafor"),
    markdown: vscode.l10n.t("Markdown"),
  };
  const items = statistics.flatMap(({ label, copies }) => [
    ...(statistics.length > 1 ? [{ label, kind: vscode.QuickPickItemKind.Separator, text: "" }] : []),
    ...copies.map(({ form, text }) => ({ label: names[form], detail: text.split("\n")[0] ?? "", text })),
  ]);
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t("Copy statistic as"),
    matchOnDetail: true,
  });
  if (picked !== undefined) await vscode.env.clipboard.writeText(picked.text);
}
