import * as vscode from "vscode";
import type { CheckAllResult } from "../../../server/src/lsp/messages.js";
import { counted } from "../counts.js";
import { findIncluded } from "../documents.js";
import type { Server } from "../languageClient.js";
import { warnOfFailures, withProgress } from "./progress.js";

/** Checks every included document of the workspace; the findings stand in the Problems view. */
export async function checkAllDocuments(server: Server): Promise<CheckAllResult> {
  const result = await withProgress(
    vscode.l10n.t("Outcome Lens: checking all documents"),
    async (onStep, token) => {
      const uris = await findIncluded(token);
      return server.requestWithProgress("outcomeLens/checkAll", { uris: uris.map(String) }, onStep, token);
    },
  );
  warnOfFailures(result.failures);
  const summary = vscode.l10n.t(
    "Outcome Lens: {0} on {1} of {2}.",
    counted.findings(result.findings),
    counted.statements(result.statements),
    counted.documents(result.documents),
  );
  void vscode.window.showInformationMessage(summary);
  if (result.findings > 0) await vscode.commands.executeCommand("workbench.actions.view.problems");
  return result;
}
