import * as vscode from "vscode";
import type { Server } from "../languageClient.js";

export async function restartServer(server: Server): Promise<void> {
  const options = {
    location: vscode.ProgressLocation.Window,
    title: vscode.l10n.t("Restarting Outcome Lens"),
  };
  await vscode.window.withProgress(options, () =>
    // The server itself tells why it cannot start.
    server.restart().catch(() => undefined),
  );
}
