/** How documents, outcomes and statements look in the Review view, and how they are read aloud. */
import * as vscode from "vscode";
import type {
  OverviewDocument,
  PendingDocument,
  ReviewState,
  ReviewStatement,
} from "../../../../server/src/lsp/messages.js";
import { counted } from "../../counts.js";
import { findingsOf } from "./model.js";

export interface DocumentNode {
  readonly kind: "document";
  readonly document: OverviewDocument;
}

/** A document that is yet to be read. */
export interface PendingNode {
  readonly kind: "pending";
  readonly document: PendingDocument;
}

export interface OutcomeNode {
  readonly kind: "outcome";
  readonly uri: string;
  /** null for statements of which the outcome is not known. */
  readonly outcome: string | null;
  readonly statements: readonly ReviewStatement[];
}

export interface StatementNode {
  readonly kind: "statement";
  readonly uri: string;
  readonly statement: ReviewStatement;
}

export type Node = DocumentNode | PendingNode | OutcomeNode | StatementNode;

/** Shapes differ as well as colours. */
const ICONS: Readonly<Record<ReviewState, readonly [icon: string, colour?: string]>> = {
  undecided: ["circle-large-outline"],
  accepted: ["check", "charts.green"],
  rejected: ["close", "charts.red"],
  corrected: ["edit", "charts.blue"],
  added: ["add", "charts.blue"],
  stale: ["warning", "charts.orange"],
};

export function stateName(state: ReviewState): string {
  switch (state) {
    case "undecided":
      return vscode.l10n.t("undecided");
    case "accepted":
      return vscode.l10n.t("accepted");
    case "rejected":
      return vscode.l10n.t("rejected");
    case "corrected":
      return vscode.l10n.t("corrected");
    case "added":
      return vscode.l10n.t("added");
    case "stale":
      return vscode.l10n.t("stale: its text changed");
  }
}

export function treeItem(node: Node): vscode.TreeItem {
  switch (node.kind) {
    case "document":
      return documentItem(node.document);
    case "pending":
      return pendingItem(node.document);
    case "outcome":
      return outcomeItem(node);
    case "statement":
      return statementItem(node);
  }
}

function documentItem(document: OverviewDocument): vscode.TreeItem {
  const { uri, path, counts, unread, problem } = document;
  const decided = counts.statements - counts.undecided;
  const findings = findingsOf(document);
  const item = new vscode.TreeItem(nameOf(path), vscode.TreeItemCollapsibleState.Collapsed);
  const figures = [
    vscode.l10n.t("{0} of {1} decided", decided, counts.statements),
    ...(counts.stale > 0 ? [vscode.l10n.t("{0} stale", counts.stale)] : []),
    ...(findings > 0 ? [counted.findings(findings)] : []),
    ...(unread > 0 ? [counted.unread(unread)] : []),
  ];
  item.id = uri;
  // Narrow side bars cut the end off.
  const short = [
    `${decided}/${counts.statements}`,
    ...(findings > 0 ? [counted.findings(findings)] : []),
    ...(unread > 0 ? [vscode.l10n.t("{0} unread", unread)] : []),
  ];
  item.description = short.join(" · ");
  item.tooltip = [path, ...figures, ...(problem === null ? [] : [problem])].join("\n");
  item.iconPath = documentIcon(document);
  item.contextValue = "document";
  item.accessibilityInformation = {
    label: [path, ...(problem === null ? [] : [problem]), ...figures, undecidedWords(counts.undecided)].join(
      ", ",
    ),
  };
  return item;
}

function pendingItem({ uri, path }: PendingDocument): vscode.TreeItem {
  const item = new vscode.TreeItem(nameOf(path), vscode.TreeItemCollapsibleState.None);
  const words = vscode.l10n.t("not read yet");
  // Of its own, so that the document that takes its place comes closed and with an arrow.
  item.id = `${uri}#pending`;
  item.description = "…";
  item.tooltip = `${path}\n${words}`;
  item.iconPath = new vscode.ThemeIcon("circle-outline");
  item.accessibilityInformation = { label: `${path}, ${words}` };
  return item;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function documentIcon({ counts, problem }: OverviewDocument): vscode.ThemeIcon {
  if (problem !== null) return new vscode.ThemeIcon("error", new vscode.ThemeColor("charts.red"));
  if (counts.stale > 0) return icon("stale");
  if (counts.undecided === 0)
    return new vscode.ThemeIcon("pass-filled", new vscode.ThemeColor("charts.green"));
  return new vscode.ThemeIcon(
    counts.undecided < counts.statements ? "circle-filled" : "circle-large-outline",
  );
}

function outcomeItem({ uri, outcome, statements }: OutcomeNode): vscode.TreeItem {
  const name = outcome ?? vscode.l10n.t("no outcome");
  const undecided = statements.filter(({ state }) => state === "undecided").length;
  const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Expanded);
  const figures = `${statements.length - undecided}/${statements.length}`;
  item.id = `${uri}#${outcome ?? ""}`;
  item.description = figures;
  item.contextValue = "outcome";
  item.accessibilityInformation = {
    label: [name, counted.statements(statements.length), undecidedWords(undecided)].join(", "),
  };
  return item;
}

function statementItem({ uri, statement }: StatementNode): vscode.TreeItem {
  const { id, state, label, description, quote, note, findings } = statement;
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.None);
  item.id = `${uri}#/${id}`;
  item.description = [state === "undecided" ? "" : stateName(state), description].filter(Boolean).join(" · ");
  item.tooltip = [`“${quote}”`, stateName(state), ...(note === null ? [] : [note]), ...findings].join("\n");
  item.iconPath = icon(state);
  item.contextValue = `statement-${state}`;
  item.command = {
    command: "outcomeLens.review.reveal",
    title: vscode.l10n.t("Show in Text"),
    arguments: [{ kind: "statement", uri, statement } satisfies StatementNode],
  };
  item.accessibilityInformation = {
    label: [
      label,
      ...(description === "" ? [] : [description]),
      stateName(state),
      ...(findings.length === 0 ? [] : [counted.findings(findings.length), ...findings]),
      ...(note === null ? [] : [vscode.l10n.t("note: {0}", note)]),
    ].join(", "),
  };
  return item;
}

function icon(state: ReviewState): vscode.ThemeIcon {
  const [name, colour] = ICONS[state];
  return new vscode.ThemeIcon(name, colour === undefined ? undefined : new vscode.ThemeColor(colour));
}

function undecidedWords(undecided: number): string {
  return undecided === 0 ? vscode.l10n.t("all decided") : vscode.l10n.t("{0} undecided", undecided);
}
