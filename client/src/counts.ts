/** Numbers of things in words: "1 statement", "12 statements". */
import * as vscode from "vscode";

export const counted = {
  statements: (n: number) => (n === 1 ? vscode.l10n.t("1 statement") : vscode.l10n.t("{0} statements", n)),
  findings: (n: number) => (n === 1 ? vscode.l10n.t("1 finding") : vscode.l10n.t("{0} findings", n)),
  unread: (n: number) =>
    n === 1 ? vscode.l10n.t("1 unread number") : vscode.l10n.t("{0} unread numbers", n),
  documents: (n: number) => (n === 1 ? vscode.l10n.t("1 document") : vscode.l10n.t("{0} documents", n)),
};
