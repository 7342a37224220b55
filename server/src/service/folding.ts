/** A fold for each study of a file of several, and for each section that spans more than one line. */
import type { FoldingRange } from "vscode-languageserver-types";
import type { Analysis } from "../analyse.js";
import type { Lines } from "./location.js";

export function foldingRanges(analysis: Analysis, lines: Lines): FoldingRange[] {
  const studies = analysis.records?.map(({ record }) => record) ?? [];
  return [...studies, ...analysis.sections].flatMap(({ range }) => {
    // Blank lines before the next heading stay visible.
    const content = analysis.text.slice(range.start, range.end).trimEnd();
    const startLine = lines.positionAt(range.start).line;
    const endLine = lines.positionAt(range.start + content.length).line;
    return endLine > startLine ? [{ startLine, endLine }] : [];
  });
}
