import * as vscode from "vscode";
import type { ClientCommands } from "../../../server/src/lsp/messages.js";
import type { Server } from "../languageClient.js";

/** Asks how grave a rule's findings are and keeps the answer in the settings; named by code actions. */
export async function setRuleSeverity(
  _server: Server,
  ...[rule]: ClientCommands["outcomeLens.setRuleSeverity"]
): Promise<void> {
  const choices = [
    { severity: "error", label: vscode.l10n.t("Error") },
    { severity: "warning", label: vscode.l10n.t("Warning") },
    { severity: "information", label: vscode.l10n.t("Information") },
    { severity: "hint", label: vscode.l10n.t("Hint") },
    { severity: "off", label: vscode.l10n.t("Off") },
  ];
  const picked = await vscode.window.showQuickPick(choices, {
    title: vscode.l10n.t("Severity of the rule {0}", rule),
  });
  if (picked === undefined) return;
  const settings = vscode.workspace.getConfiguration("outcomeLens");
  const rules = settings.inspect<Record<string, string>>("rules");
  const inWorkspace = vscode.workspace.workspaceFolders !== undefined;
  const current = inWorkspace ? rules?.workspaceValue : rules?.globalValue;
  await settings.update(
    "rules",
    { ...current, [rule]: picked.severity },
    inWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global,
  );
}
