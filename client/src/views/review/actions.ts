/** What can be done with statements from the Review view, with one or with all that are selected. */
import * as vscode from "vscode";
import type { DecideAction, DecisionScope } from "../../../../server/src/lsp/messages.js";
import type { Server } from "../../languageClient.js";
import { asRange } from "../../ranges.js";
import { ensureReviewer } from "../../review/reviewer.js";
import type { Node, StatementNode } from "./items.js";
import type { ReviewModel } from "./model.js";

type Decide = (on: DecisionScope) => DecideAction;

export function registerReviewActions(
  server: Server,
  model: ReviewModel,
  tree: vscode.TreeView<Node>,
): vscode.Disposable {
  const decide = (action: Decide) => async (clicked?: Node, selected?: readonly Node[]) => {
    const nodes = selected ?? (clicked === undefined ? tree.selection : [clicked]);
    for (const [uri, ids] of await idsByDocument(nodes, model)) {
      await ensureReviewer(server, vscode.Uri.parse(uri, true));
      await server.request("outcomeLens/review/decide", { uri, action: action({ ids }) });
    }
  };
  const register = vscode.commands.registerCommand;
  return vscode.Disposable.from(
    register(
      "outcomeLens.review.accept",
      decide((on) => ({ do: "accept", on })),
    ),
    register(
      "outcomeLens.review.reject",
      decide((on) => ({ do: "reject", on })),
    ),
    register(
      "outcomeLens.review.undo",
      decide((on) => ({ do: "undo", on })),
    ),
    register("outcomeLens.review.note", async (clicked?: Node, selected?: readonly Node[]) => {
      const [first] = selected ?? (clicked === undefined ? tree.selection : [clicked]);
      const note = await vscode.window.showInputBox({
        title: vscode.l10n.t("Note on the decision; empty takes it away"),
        value: first?.kind === "statement" ? (first.statement.note ?? "") : "",
      });
      if (note !== undefined) await decide((on) => ({ do: "note", on, note }))(clicked, selected);
    }),
    register("outcomeLens.review.reveal", (node: Node) =>
      node.kind === "statement" ? reveal(node) : undefined,
    ),
  );
}

/** Shows the statement in the text; the keyboard stays in the view. */
async function reveal({ uri, statement }: StatementNode): Promise<void> {
  const editor = await vscode.window.showTextDocument(vscode.Uri.parse(uri, true), { preserveFocus: true });
  if (statement.range === null) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t("The text of this statement changed: “{0}” is no longer there.", statement.quote),
    );
    return;
  }
  const range = asRange(statement.range);
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Statements as they are; of an outcome or a document all that are undecided. */
async function idsByDocument(
  nodes: readonly Node[],
  model: ReviewModel,
): Promise<ReadonlyMap<string, string[]>> {
  const ids = new Map<string, Set<string>>();
  const add = (uri: string, id: string) => {
    const known = ids.get(uri);
    if (known === undefined) ids.set(uri, new Set([id]));
    else known.add(id);
  };
  for (const node of nodes) {
    if (node.kind === "statement") {
      add(node.uri, node.statement.id);
      continue;
    }
    const uri = node.kind === "document" ? node.document.uri : node.uri;
    const statements = node.kind === "document" ? await model.statements(uri) : node.statements;
    for (const { id, state } of statements) if (state === "undecided") add(uri, id);
  }
  return new Map([...ids].map(([uri, set]) => [uri, [...set]]));
}
