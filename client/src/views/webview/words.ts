/** The texts of the pages in the editor's language, by their English; the pages fill in {0} and {1} themselves. */
import * as vscode from "vscode";

export function tableWords(): Record<string, string> {
  return {
    "Review table": vscode.l10n.t("Review table"),
    Text: vscode.l10n.t("Text"),
    Outcome: vscode.l10n.t("Outcome"),
    Measure: vscode.l10n.t("Measure"),
    Decision: vscode.l10n.t("Decision"),
    Finding: vscode.l10n.t("Finding"),
    All: vscode.l10n.t("All"),
    "Any finding": vscode.l10n.t("Any finding"),
    "No finding": vscode.l10n.t("No finding"),
    "Copy as TSV": vscode.l10n.t("Copy as TSV"),
    "Reading documents …": vscode.l10n.t("Reading documents …"),
    "{0} statements": vscode.l10n.t("{0} statements", "{0}"),
    "{0} of {1} statements": vscode.l10n.t("{0} of {1} statements", "{0}", "{1}"),
    "No statement fits these filters.": vscode.l10n.t("No statement fits these filters."),
    "No document of this workspace reports results. Open a folder with abstracts or papers as text.":
      vscode.l10n.t(
        "No document of this workspace reports results. Open a folder with abstracts or papers as text.",
      ),
  };
}

export function plotWords(): Record<string, string> {
  return {
    "Forest plot": vscode.l10n.t("Forest plot"),
    Outcome: vscode.l10n.t("Outcome"),
    Measure: vscode.l10n.t("Measure"),
    "Time point": vscode.l10n.t("Time point"),
    Groups: vscode.l10n.t("Groups"),
    Any: vscode.l10n.t("Any"),
    "All groups": vscode.l10n.t("All groups"),
    "Every result of a study": vscode.l10n.t("Every result of a study"),
    "Undecided too": vscode.l10n.t("Undecided too"),
    "Export SVG": vscode.l10n.t("Export SVG"),
    "Export PNG": vscode.l10n.t("Export PNG"),
    "Reading documents …": vscode.l10n.t("Reading documents …"),
    "In the plot": vscode.l10n.t("In the plot"),
    Study: vscode.l10n.t("Study"),
    Quote: vscode.l10n.t("Quote"),
    "Leave one out": vscode.l10n.t("Leave one out"),
    Without: vscode.l10n.t("Without"),
    "Common effect": vscode.l10n.t("Common effect"),
    "Random effects, REML with HKSJ interval": vscode.l10n.t("Random effects, REML with HKSJ interval"),
    Heterogeneity: vscode.l10n.t("Heterogeneity"),
    "Left out": vscode.l10n.t("Left out"),
  };
}
