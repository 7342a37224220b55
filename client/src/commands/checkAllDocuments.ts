import * as vscode from "vscode";
import type { CheckAllResult } from "../../../server/src/lsp/messages.js";
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
  void vscode.window.showInformationMessage(
    vscode.l10n.t(
      "Outcome Lens: {0} findings on {1} statements of {2} documents; {3} other documents report no results.",
      result.findings,
      result.statements,
      result.documents,
      result.skipped,
    ),
  );
  if (result.findings > 0) await vscode.commands.executeCommand("workbench.actions.view.problems");
  return result;
}
