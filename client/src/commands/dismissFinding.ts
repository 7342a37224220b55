import * as vscode from "vscode";
import type { ClientCommands, DismissalItem } from "../../../server/src/lsp/messages.js";
import type { Server } from "../languageClient.js";
import { ensureReviewer } from "../review/reviewer.js";

/** Asks why a finding is no error here, and keeps the answer with the decisions; named by code actions. */
export async function dismissFinding(
  server: Server,
  ...[uri, rule, range]: ClientCommands["outcomeLens.dismissFinding"]
): Promise<void> {
  const document = vscode.Uri.parse(uri, true);
  const reason = await vscode.window.showInputBox({
    title:
      range === undefined
        ? vscode.l10n.t("Dismiss the findings of {0} in this document", rule)
        : vscode.l10n.t("Dismiss this finding of {0}", rule),
    prompt: vscode.l10n.t("Why? The reason is kept. The finding returns when its text changes."),
    ignoreFocusOut: true,
    validateInput: (value) => (value.trim() === "" ? vscode.l10n.t("Give a reason.") : undefined),
  });
  if (reason === undefined) return;
  await ensureReviewer(server, document);
  const params = { uri, rule, reason: reason.trim() };
  const { dismissals } = await server.request(
    "outcomeLens/review/dismiss",
    range === undefined ? params : { ...params, range },
  );
  await offerUndo(
    server,
    uri,
    dismissals.filter(({ dismissal }) => dismissal.rule === rule && dismissal.reason === params.reason),
  );
}

async function offerUndo(server: Server, uri: string, kept: readonly DismissalItem[]): Promise<void> {
  const latest = kept
    .map(({ dismissal }) => dismissal.at)
    .sort()
    .at(-1);
  const last = kept.filter(({ dismissal }) => dismissal.at === latest);
  const undo = vscode.l10n.t("Undo");
  const message =
    last.length === 1
      ? vscode.l10n.t("One finding is dismissed.")
      : vscode.l10n.t("{0} findings are dismissed.", last.length);
  if ((await vscode.window.showInformationMessage(message, undo)) !== undo) return;
  for (const { dismissal } of last) {
    const { rule, target } = dismissal;
    await server.request("outcomeLens/review/dismiss", { uri, restore: { rule, target } });
  }
}
