/** Deciding by code action: what Ctrl+. offers on a statement. */
import * as vscode from "vscode";
import type { ReviewStatement } from "../../../server/src/lsp/messages.js";
import { documentSelector } from "../documents.js";
import { asRange } from "../ranges.js";
import type { Decisions } from "./decisions.js";

/** Statements that a selection touches and that are offered; more would fill the menu. */
const MOST = 3;

export function registerDecisionActions(decisions: Decisions): vscode.Disposable {
  const kind = vscode.CodeActionKind.QuickFix;
  return vscode.languages.registerCodeActionsProvider(
    documentSelector,
    {
      provideCodeActions({ uri, version }, selection) {
        const review = decisions.of(uri);
        if (review === undefined || review.version !== version) return [];
        const touched = review.statements.filter(
          ({ range }) => range !== null && asRange(range).intersection(selection) !== undefined,
        );
        const own = touched.slice(0, MOST).flatMap((statement) => actionsOf(uri, statement));
        return selection.isEmpty ? own : [...own, annotate()];
      },
    },
    { providedCodeActionKinds: [kind] },
  );
}

function actionsOf(uri: vscode.Uri, { id, label, state }: ReviewStatement): vscode.CodeAction[] {
  const about = { uri: uri.toString(), ids: [id] };
  const offer = (title: string, command: string) => action(title, `outcomeLens.${command}`, about);
  const open = state === "undecided" || state === "rejected";
  return [
    ...(open ? [offer(vscode.l10n.t("Accept: {0}", label), "acceptStatement")] : []),
    ...(state === "rejected" ? [] : [offer(vscode.l10n.t("Reject: {0}", label), "rejectStatement")]),
    offer(vscode.l10n.t("Correct: {0}…", label), "correctStatement"),
    ...(state === "undecided" ? [] : [offer(vscode.l10n.t("Undo decision on: {0}", label), "undoDecision")]),
  ];
}

function annotate(): vscode.CodeAction {
  return action(
    vscode.l10n.t("Annotate selection as outcome statement…"),
    "outcomeLens.annotateSelection",
    undefined,
  );
}

function action(title: string, command: string, about: object | undefined): vscode.CodeAction {
  const made = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  made.command = { title, command, ...(about === undefined ? {} : { arguments: [about] }) };
  return made;
}
