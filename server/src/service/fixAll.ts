/** `source.fixAll.outcomeLens`: the review's own files in the form in which they are written here. Documents are never changed. */
import type { CodeAction } from "vscode-languageserver-types";
import { CodeActionKind } from "vscode-languageserver-types";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { documentOfDecisions, parseAnnotations, writeAnnotations } from "../review/annotationsFile.js";
import { duplicateKeys, parseJson } from "../review/json.js";
import { protocol, PROTOCOL_FILE } from "../review/protocol.js";
import { writeProtocol } from "../review/writeProtocol.js";
import { english, type Say } from "./wording.js";

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.outcomeLens`;

/** Whether the editor asked for this kind: by its name or by one that holds it, and by a name at all. */
export function asksForFixAll(only: readonly string[] | undefined): boolean {
  return only?.some((kind) => FIX_ALL === kind || FIX_ALL.startsWith(`${kind}.`)) ?? false;
}

/**
 * One edit of a protocol or of a file of decisions: order of keys and entries, indentation, end of the file. None for any
 * other file, and for one that is written so already or does not fit its schema, which could lose what somebody wrote.
 *
 * @param path relative to the workspace folder; null for a file outside all of them
 */
export function fixAll(document: TextDocument, path: string | null, say: Say = english): CodeAction[] {
  const text = document.getText();
  const written = path === null ? null : rewritten(path, text);
  if (written === null) return [];
  const newText = text.includes("\r\n") ? written.replaceAll("\n", "\r\n") : written;
  if (newText === text) return [];
  const range = { start: document.positionAt(0), end: document.positionAt(text.length) };
  return [
    {
      title: say("Write this file of the review in its usual form"),
      kind: FIX_ALL,
      edit: { changes: { [document.uri]: [{ range, newText }] } },
    },
  ];
}

function rewritten(path: string, text: string): string | null {
  const isProtocol = path === PROTOCOL_FILE;
  if (!isProtocol && documentOfDecisions(path) === null) return null;
  if (isProtocol) {
    const { value } = parseJson(protocol, text);
    return value === undefined || duplicateKeys(text).length > 0 ? null : writeProtocol(value);
  }
  const { value } = parseAnnotations(text);
  return value === undefined || duplicateKeys(text).length > 0 ? null : writeAnnotations(value);
}
