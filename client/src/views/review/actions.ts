/** What can be done with statements from the Review view, with one or with all that are selected. */
import * as vscode from "vscode";
import { asRange } from "../../ranges.js";
import type { Node, StatementNode } from "./items.js";
import type { ReviewModel } from "./model.js";

/** Commands of the editor's review loop, which take statements of one document. */
const COMMANDS = {
  accept: "outcomeLens.acceptStatement",
  reject: "outcomeLens.rejectStatement",
  correct: "outcomeLens.correctStatement",
  undo: "outcomeLens.undoDecision",
  note: "outcomeLens.addNote",
} as const;

const LONGEST_REDRAWING_MS = 3000;

export function registerReviewActions(model: ReviewModel, tree: vscode.TreeView<Node>): vscode.Disposable {
  const run = async (command: string, clicked?: Node, selected?: readonly Node[]) => {
    const nodes = selected ?? (clicked === undefined ? await chosenIn(tree) : [clicked]);
    for (const [uri, ids] of await idsByDocument(nodes, model)) {
      await vscode.commands.executeCommand(command, { uri, ids });
    }
  };
  return vscode.Disposable.from(
    ...Object.entries(COMMANDS).map(([name, command]) =>
      vscode.commands.registerCommand(
        `outcomeLens.review.${name}`,
        (clicked?: Node, selected?: readonly Node[]) => run(command, clicked, selected),
      ),
    ),
    vscode.commands.registerCommand("outcomeLens.review.reveal", (node: Node) =>
      node.kind === "statement" ? reveal(node) : undefined,
    ),
  );
}

/**
 * What is chosen in the tree. While rows are drawn anew VS Code knows none of them, and a key that is pressed just then
 * would be lost; the choice itself stays, so it is waited for.
 */
async function chosenIn(tree: vscode.TreeView<Node>): Promise<readonly Node[]> {
  const end = Date.now() + LONGEST_REDRAWING_MS;
  while (tree.selection.length === 0 && Date.now() < end)
    await new Promise((resolve) => setTimeout(resolve, 20));
  return tree.selection;
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
    if (node.kind === "pending") continue;
    const uri = node.kind === "document" ? node.document.uri : node.uri;
    const statements = node.kind === "document" ? await model.statements(uri) : node.statements;
    for (const { id, state } of statements) if (state === "undecided") add(uri, id);
  }
  return new Map([...ids].map(([uri, set]) => [uri, [...set]]));
}
