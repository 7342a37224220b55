import * as vscode from "vscode";
import type { StatementItem } from "../../../server/src/lsp/messages.js";
import { asRange, goTo } from "../ranges.js";
import { activeReportEditor } from "../documents.js";
import type { Server } from "../languageClient.js";

interface Item extends vscode.QuickPickItem {
  readonly statement?: StatementItem;
}

const icons = { error: "error", warning: "warning", information: "info", hint: "lightbulb" } as const;

/** Lists the statements of the active document; moving through the list shows each in the text. */
export async function showStatementList(server: Server): Promise<void> {
  const editor = activeReportEditor();
  if (editor === undefined) return;
  const { active, statements } = await server.request("outcomeLens/statements", {
    uri: editor.document.uri.toString(),
  });
  if (statements.length === 0) {
    void vscode.window.showInformationMessage(
      active
        ? vscode.l10n.t("No outcome statement was found in this document.")
        : vscode.l10n.t("This document is not read: it reports no results or is not included."),
    );
    return;
  }
  pick(editor, listItems(statements));
}

/** Statements with a separator before each section. */
function listItems(statements: readonly StatementItem[]): Item[] {
  return statements.flatMap((statement, index) => {
    const item = listItem(statement);
    if (statements[index - 1]?.section === statement.section) return [item];
    return [{ label: statement.section, kind: vscode.QuickPickItemKind.Separator }, item];
  });
}

function listItem(statement: StatementItem): Item {
  const { label, description, severity, findings } = statement;
  const icon = severity === null ? "" : `$(${icons[severity]}) `;
  const [detail] = findings;
  return { label: icon + label, description, statement, ...(detail === undefined ? {} : { detail }) };
}

function pick(editor: vscode.TextEditor, items: readonly Item[]): void {
  const { selections, visibleRanges } = editor;
  const list = vscode.window.createQuickPick<Item>();
  const mark = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor("editor.findMatchHighlightBackground"),
  });
  let accepted = false;
  list.title = vscode.l10n.t("Outcome statements");
  list.placeholder = vscode.l10n.t("Type a value, an outcome or a group");
  list.matchOnDescription = true;
  list.matchOnDetail = true;
  list.items = items;
  list.onDidChangeActive(([item]) => {
    if (item?.statement === undefined) return;
    const range = asRange(item.statement.range);
    editor.setDecorations(mark, [range]);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  });
  list.onDidAccept(() => {
    const statement = list.activeItems[0]?.statement;
    if (statement === undefined) return;
    accepted = true;
    list.hide();
    void goTo(editor, asRange(statement.range));
  });
  list.onDidHide(() => {
    mark.dispose();
    list.dispose();
    const [visible] = visibleRanges;
    if (accepted || visible === undefined) return;
    editor.selections = selections;
    editor.revealRange(visible, vscode.TextEditorRevealType.AtTop);
  });
  list.show();
}
