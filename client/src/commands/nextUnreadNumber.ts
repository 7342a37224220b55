import * as vscode from "vscode";
import { asRange, goTo } from "../ranges.js";
import { activeReportEditor } from "../documents.js";
import type { Server } from "../languageClient.js";

/** Goes to the next number that looks like a result and was not read; after the last comes the first. */
export async function nextUnreadNumber(server: Server): Promise<vscode.Range | undefined> {
  const editor = activeReportEditor();
  if (editor === undefined) return undefined;
  await server.start();
  const summary = server.summaryOf(editor.document.uri);
  const unread = (summary?.unread ?? []).map(asRange);
  const next = unread.find(({ start }) => start.isAfter(editor.selection.start)) ?? unread[0];
  if (next === undefined) {
    void vscode.window.showInformationMessage(
      summary?.active === true
        ? vscode.l10n.t("Every number of this document that looks like a result was read.")
        : vscode.l10n.t("This document is not read: it reports no results or is not included."),
    );
    return undefined;
  }
  await goTo(editor, next);
  return next;
}
