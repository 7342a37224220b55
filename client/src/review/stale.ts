/** Decisions that lost their place in the text. */
import * as vscode from "vscode";
import type { ReviewStatement } from "../../../server/src/lsp/messages.js";
import type { Server } from "../languageClient.js";
import type { Decisions } from "./decisions.js";

/** Lists them; the one chosen is put where the selection is, or removed where nothing is selected. */
export async function showStale(
  server: Server,
  decisions: Decisions,
  { document, selection }: vscode.TextEditor,
  undo: (statement: ReviewStatement, uri: string) => Promise<unknown>,
): Promise<void> {
  const uri = document.uri.toString();
  const review = await server.request("outcomeLens/review/document", { uri });
  const items = review.statements
    .filter(({ state }) => state === "stale")
    .map((statement) => ({ label: statement.label, detail: `“${statement.quote}”`, statement }));
  if (items.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t("Every decision on this document has its place."),
    );
    return;
  }
  const selected = !selection.isEmpty;
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t("Decisions whose text changed"),
    placeHolder: selected
      ? vscode.l10n.t("Enter puts the decision on the selected words: “{0}”", document.getText(selection))
      : vscode.l10n.t("Select the words in the text first to put one there; Enter removes the decision"),
    matchOnDetail: true,
  });
  if (picked === undefined) return;
  const { id } = picked.statement;
  if (!selected) {
    if (await mayRemove(picked.statement)) await undo(picked.statement, uri);
    return;
  }
  const range = { start: selection.start, end: selection.end };
  decisions.take(await server.request("outcomeLens/review/reanchor", { uri, id, range }));
}

/** Asked once more: the decision is gone for good. */
async function mayRemove({ label }: ReviewStatement): Promise<boolean> {
  const remove = vscode.l10n.t("Remove the Decision");
  const answer = await vscode.window.showWarningMessage(
    vscode.l10n.t("Remove the decision on {0}? Its words are no longer in the text.", label),
    { modal: true },
    remove,
  );
  return answer === remove;
}
