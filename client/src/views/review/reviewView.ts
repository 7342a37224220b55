/** The Review view in the activity bar: documents, their outcomes, and the statements of each. */
import * as vscode from "vscode";
import type {
  OverviewDocument,
  PendingDocument,
  ReviewStatement,
} from "../../../../server/src/lsp/messages.js";
import type { Server } from "../../languageClient.js";
import { treeItem, type Node } from "./items.js";
import { ReviewModel, type Filter } from "./model.js";
import { registerReviewActions } from "./actions.js";

export const VIEW = "outcomeLens.review";

export class ReviewView implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly model: ReviewModel;
  private readonly refreshes = new vscode.EventEmitter<Node | undefined>();
  readonly onDidChangeTreeData = this.refreshes.event;
  private readonly nodes = new Map<string, Node>();
  private readonly tree: vscode.TreeView<Node>;
  private readonly owned: vscode.Disposable;

  constructor(server: Server) {
    this.model = new ReviewModel(server);
    this.tree = vscode.window.createTreeView<Node>(VIEW, {
      treeDataProvider: this,
      canSelectMany: true,
      showCollapseAll: true,
    });
    this.owned = vscode.Disposable.from(
      this.model,
      this.tree,
      this.refreshes,
      this.model.onDidChange((uri) => this.follow(uri)),
      server.onDidChangeReview((uris) => this.update(uris)),
      server.onDidSummarise((uri) => this.update([uri.toString()])),
      registerReviewActions(this.model, this.tree),
      vscode.commands.registerCommand("outcomeLens.review.filter", () => this.chooseFilter()),
      vscode.commands.registerCommand("outcomeLens.review.refresh", () => this.model.refresh()),
    );
  }

  dispose(): void {
    this.owned.dispose();
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return treeItem(node);
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (node === undefined) {
      const documents = await this.model.shown();
      this.tellFigures();
      return documents.map((document) => this.documentNode(document));
    }
    if (node.kind === "document") {
      const { uri } = node.document;
      return byOutcome(await this.model.statements(uri)).map(([outcome, statements]) => ({
        kind: "outcome",
        uri,
        outcome,
        statements,
      }));
    }
    if (node.kind === "outcome") {
      return node.statements.map((statement) => ({ kind: "statement", uri: node.uri, statement }));
    }
    return [];
  }

  private documentNode(document: OverviewDocument | PendingDocument): Node {
    const node: Node = "counts" in document ? { kind: "document", document } : { kind: "pending", document };
    this.nodes.set(document.uri, node);
    return node;
  }

  /** A document that changes within the same list is drawn anew alone. */
  private follow(uri: string | undefined): void {
    const node = uri === undefined ? undefined : this.nodes.get(uri);
    const document = this.model.documents.find((candidate) => candidate.uri === uri);
    if (node?.kind === "document" && document !== undefined && this.model.filter === "all") {
      Object.assign(node, { document });
      this.tellFigures();
      this.refreshes.fire(node);
    } else {
      this.nodes.clear();
      this.refreshes.fire(undefined);
    }
  }

  private update(uris: readonly string[] | null): void {
    // The server tells of its own failures; the view keeps what it has.
    this.model.changed(uris).catch(() => undefined);
  }

  private tellFigures(): void {
    const { documents, filter, pending } = this.model;
    const undecided = documents.reduce((sum, { counts }) => sum + counts.undecided, 0);
    this.tree.badge =
      undecided === 0
        ? undefined
        : { value: undecided, tooltip: vscode.l10n.t("{0} statements to decide on", undecided) };
    const chosen = filterChoices().find((choice) => choice.filter === filter);
    this.tree.message = [
      ...(filter === "all" || chosen === undefined ? [] : [vscode.l10n.t("Shown: {0}", chosen.label)]),
      ...(pending === 0
        ? []
        : [vscode.l10n.t("{0} of {1} documents read", documents.length, documents.length + pending)]),
    ].join(" · ");
  }

  private async chooseFilter(): Promise<void> {
    const picked = await vscode.window.showQuickPick(filterChoices(), {
      title: vscode.l10n.t("Which statements the Review view shows"),
    });
    if (picked !== undefined) this.model.filter = picked.filter;
  }
}

function filterChoices(): (vscode.QuickPickItem & { readonly filter: Filter })[] {
  return [
    { filter: "all", label: vscode.l10n.t("All statements") },
    { filter: "undecided", label: vscode.l10n.t("Undecided statements") },
    { filter: "findings", label: vscode.l10n.t("Statements with findings") },
    { filter: "stale", label: vscode.l10n.t("Stale decisions, whose text changed") },
    { filter: "rejected", label: vscode.l10n.t("Rejected statements") },
  ];
}

/** In the order of each outcome's first statement; those without an outcome last. */
function byOutcome(statements: readonly ReviewStatement[]): [string | null, readonly ReviewStatement[]][] {
  const groups = new Map<string | null, ReviewStatement[]>();
  for (const statement of statements) {
    const group = groups.get(statement.outcome);
    if (group === undefined) groups.set(statement.outcome, [statement]);
    else group.push(statement);
  }
  return [...groups].sort(([a], [b]) => Number(a === null) - Number(b === null));
}
