/** Ranges as the protocol has them, for the editor. */
import * as vscode from "vscode";
import type { Range } from "vscode-languageserver-types";

export function asRange({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
