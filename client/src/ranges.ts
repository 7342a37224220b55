/** Ranges as the protocol has them, in the editor. */
import * as vscode from "vscode";
import type { Range } from "vscode-languageserver-types";

export function asRange({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

/** Selects the range where the editor stands, and puts the keyboard there. */
export async function goTo(
  { document, viewColumn }: vscode.TextEditor,
  selection: vscode.Range,
): Promise<void> {
  await vscode.window.showTextDocument(document, {
    selection,
    ...(viewColumn === undefined ? {} : { viewColumn }),
  });
}
