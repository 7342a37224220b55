/** What somebody needs who has just installed the extension: an example to try it on, and help. */
import * as vscode from "vscode";

/** Folders of the package that the example review is made of; its protocol names its schema beside it. */
const EXAMPLE = ["examples", "schemas"] as const;

/**
 * What the walkthrough's buttons do. There the walkthrough is what is open, so that each brings the example to the front
 * first and puts the cursor where the command has something to act on.
 */
const TRIALS = [
  { id: "outcomeLens.example.hover", at: "P = .010", then: "editor.action.showHover" },
  { id: "outcomeLens.example.accept", at: "0.76", then: "outcomeLens.acceptStatement" },
  { id: "outcomeLens.example.export", at: "0.76", then: "outcomeLens.exportReviewTable" },
] as const;

export function registerFirstMinutes({
  extensionUri,
  globalStorageUri,
}: vscode.ExtensionContext): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand("outcomeLens.openExample", () =>
      openExample(extensionUri, globalStorageUri),
    ),
    ...TRIALS.map(({ id, at, then }) =>
      vscode.commands.registerCommand(id, async () => {
        await openExample(extensionUri, globalStorageUri);
        select(at);
        await vscode.commands.executeCommand(then);
      }),
    ),
    vscode.commands.registerCommand("outcomeLens.help", () =>
      vscode.commands.executeCommand(
        "markdown.showPreview",
        vscode.Uri.joinPath(extensionUri, "docs", "help.md"),
      ),
    ),
  );
}

/**
 * Opens an abstract of the example review: a copy, so that deciding on it changes nothing of the package.
 *
 * @returns the abstract
 */
async function openExample(extensionUri: vscode.Uri, storage: vscode.Uri): Promise<vscode.Uri> {
  const copy = vscode.Uri.joinPath(storage, "example-review");
  const folder = vscode.Uri.joinPath(copy, "examples");
  if (!(await exists(folder))) {
    for (const part of EXAMPLE) {
      await vscode.workspace.fs.copy(
        vscode.Uri.joinPath(extensionUri, part),
        vscode.Uri.joinPath(copy, part),
      );
    }
  }
  const abstract = vscode.Uri.joinPath(folder, "lung-cancer-trial.txt");
  const { workspaceFolders = [] } = vscode.workspace;
  await vscode.window.showTextDocument(abstract, { preview: false });
  if (workspaceFolders.some(({ uri }) => uri.toString() === folder.toString())) return abstract;
  if (workspaceFolders.length === 0) {
    // Decisions are kept in the folder of the documents, so that it must be one of the workspace.
    vscode.workspace.updateWorkspaceFolders(0, 0, { uri: folder, name: vscode.l10n.t("Example Review") });
    return abstract;
  }
  const openFolder = vscode.l10n.t("Open Example Folder");
  void vscode.window
    .showInformationMessage(
      vscode.l10n.t(
        "To decide on statements of the example, open its folder: decisions are kept beside the documents.",
      ),
      openFolder,
    )
    .then(
      (choice) =>
        choice && vscode.commands.executeCommand("vscode.openFolder", folder, { forceNewWindow: true }),
    );
  return abstract;
}

/** Puts the cursor of the active editor on words of its text. */
function select(words: string): void {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return;
  const at = editor.document.positionAt(Math.max(0, editor.document.getText().indexOf(words)));
  editor.selection = new vscode.Selection(at, at);
  editor.revealRange(new vscode.Range(at, at), vscode.TextEditorRevealType.InCenter);
}

function exists(uri: vscode.Uri): Thenable<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
