/** What the tests in the extension host share: documents of their own and waiting for conditions. */
import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { OutcomeLens } from "../../../client/src/extension.js";

/**
 * Polls until the condition gives a value other than undefined, false or null.
 *
 * @param what named in the error where it never does
 */
export async function until<T>(
  what: string,
  condition: () => T | Promise<T>,
  milliseconds = 15_000,
): Promise<Exclude<T, undefined | null | false>> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const value = await condition();
    if (value !== undefined && value !== null && value !== false)
      return value as Exclude<T, undefined | null | false>;
    if (Date.now() > end) assert.fail(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The extension under test, activated. */
export async function outcomeLens(): Promise<OutcomeLens> {
  const extension = vscode.extensions.getExtension<OutcomeLens>("outcome-lens.outcome-lens");
  assert(extension, "the extension is not installed");
  return extension.activate();
}

/** A folder of the workspace for the files of one suite. */
export function folder(name: string): vscode.Uri {
  const [first] = vscode.workspace.workspaceFolders ?? [];
  assert(first, "the tests need a workspace");
  return vscode.Uri.joinPath(first.uri, name);
}

export async function write(uri: vscode.Uri, text: string): Promise<vscode.Uri> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

export async function readText(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

export async function open(uri: vscode.Uri): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false });
}

/** Opens a document and waits until the server has read the text as it stands. */
export async function openRead(uri: vscode.Uri): Promise<vscode.TextEditor> {
  const { server } = await outcomeLens();
  const editor = await open(uri);
  await until(
    `the server to read ${uri.path}`,
    () => server.summaryOf(uri)?.version === editor.document.version,
  );
  return editor;
}

/** Where the words stand; they must occur. */
export function find(document: vscode.TextDocument, words: string): vscode.Range {
  const start = document.getText().indexOf(words);
  assert(start >= 0, `"${words}" is not in the document`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + words.length));
}

/** Findings of ours on a document. */
export function findings(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === "Outcome Lens");
}

/** The rule that a finding names. */
export function ruleOf({ code }: vscode.Diagnostic): unknown {
  return typeof code === "object" ? code.value : code;
}

export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
}
