/** Figures of a document for the status, and the numbers that were not read. */
import type { Range as LspRange } from "vscode-languageserver-types";
import type { Analysis } from "../analyse.js";
import type { Severity } from "../extraction.js";
import type { Lines } from "./location.js";
import { toLspRange } from "./location.js";

export interface Figures {
  readonly statements: number;
  /** Findings that are shown, by severity. */
  readonly findings: Readonly<Record<Severity, number>>;
  /** Numbers that look like results and belong to no statement. */
  readonly unread: readonly LspRange[];
}

/** @param analysis null for a document that is not read: all figures are zero */
export function figures(analysis: Analysis | null, lines: Lines): Figures {
  const findings: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of analysis?.findings ?? []) findings[severity]++;
  return {
    statements: analysis?.statements.length ?? 0,
    findings,
    unread: analysis?.coverage.unread.map((range) => toLspRange(lines, range)) ?? [],
  };
}
