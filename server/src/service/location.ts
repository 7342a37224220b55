/** Offsets of the analysis ↔ lines and characters of LSP. */
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Range as LspRange } from "vscode-languageserver-types";
import type { Range } from "../extraction.js";

/** What the features need of a document; vscode-languageserver-textdocument's TextDocument is one. */
export type Lines = Pick<TextDocument, "uri" | "positionAt" | "offsetAt">;

export function toLspRange(lines: Lines, { start, end }: Range): LspRange {
  return { start: lines.positionAt(start), end: lines.positionAt(end) };
}
