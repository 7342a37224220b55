/** Findings as compilers print theirs, from the very diagnostics that the editor shows. */
import type { Diagnostic, DiagnosticSeverity } from "vscode-languageserver-types";
import type { Analysis } from "../analyse.js";
import type { Finding, Severity } from "../extraction.js";
import { diagnostics } from "../service/diagnostics.js";
import { placesOf } from "./places.js";
import { plainLine } from "./plain.js";

/** Gravest first. */
export const SEVERITIES = ["error", "warning", "information", "hint"] as const satisfies readonly Severity[];

const WORDS: Readonly<Record<DiagnosticSeverity, Severity>> = {
  1: "error",
  2: "warning",
  3: "information",
  4: "hint",
};

/** A finding with its place, as `check --format json` writes it. */
export interface PlacedFinding extends Pick<
  Finding,
  "rule" | "severity" | "message" | "reported" | "expected" | "explanations"
> {
  readonly document: string;
  /** All from 1; columns in UTF-16 code units, the end exclusive. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly repair?: string;
}

/** In the order in which the editor is given them. @param hidden findings that were dismissed */
export function placedFindings(
  document: string,
  analysis: Analysis,
  hidden: ReadonlySet<Finding> = new Set(),
): PlacedFinding[] {
  const shown = diagnostics(analysis, placesOf(analysis.text).lines);
  return analysis.findings.flatMap((finding, i) =>
    hidden.has(finding) ? [] : [placed(document, finding, shown[i])],
  );
}

function placed(document: string, finding: Finding, shown: Diagnostic | undefined): PlacedFinding {
  if (shown === undefined) throw new Error(`the finding of ${finding.rule} has no diagnostic`);
  const { start, end } = shown.range;
  const { reported, expected, explanations, repair } = finding;
  return {
    document,
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
    severity: WORDS[shown.severity ?? 1],
    rule: String(shown.code),
    message: typeof shown.message === "string" ? shown.message : shown.message.value,
    reported,
    expected,
    explanations,
    ...(repair === undefined ? {} : { repair }),
  };
}

/** "trial.txt:12:7: warning percent-mismatch: …", on one line whatever the message holds. */
export function findingLine({ document, line, column, severity, rule, message }: PlacedFinding): string {
  return plainLine(`${document}:${line}:${column}: ${severity} ${rule}: ${message}`);
}

/** True when `severity` is `least` or graver. */
export function isAtLeast(severity: Severity, least: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(least);
}
