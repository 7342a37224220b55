import * as vscode from "vscode";
import type { StatementKind } from "../../../server/src/lsp/messages.js";

/** Asks what the selected words report, the likeliest first. */
export async function pickKind(proposed: StatementKind): Promise<StatementKind | undefined> {
  const kinds: Readonly<Record<StatementKind, string>> = {
    effect: vscode.l10n.t("Effect: hazard, odds or risk ratio, difference, correlation …"),
    median: vscode.l10n.t("Median"),
    mean: vscode.l10n.t("Mean"),
    landmark: vscode.l10n.t("Rate at a time point, in percent"),
    proportion: vscode.l10n.t("Proportion: count, total, percentage"),
    "group-size": vscode.l10n.t("Size of a group"),
    "p-value": vscode.l10n.t("p-value of a comparison"),
    test: vscode.l10n.t("Test statistic"),
    other: vscode.l10n.t("Other named value"),
  };
  const all = (Object.keys(kinds) as StatementKind[]).map((name) => ({ label: kinds[name], name }));
  const items = [
    ...all.filter(({ name }) => name === proposed),
    ...all.filter(({ name }) => name !== proposed),
  ];
  const options = { title: vscode.l10n.t("What do the selected words report?"), ignoreFocusOut: true };
  return (await vscode.window.showQuickPick(items, options))?.name;
}
