/** Findings as diagnostics, each linked to its rule's page and to the places it rests on. */
import type { Diagnostic, DiagnosticSeverity } from "vscode-languageserver-types";
import type { Analysis } from "../analyse.js";
import type { Finding, Severity } from "../extraction.js";
import type { Lines } from "./location.js";
import { toLspRange } from "./location.js";

export const DIAGNOSTIC_SOURCE = "Outcome Lens";

const RULE_PAGES = "https://github.com/outcome-lens/outcome-lens/blob/main/docs/rules/";

/** LSP's own numbers; its library's names for them would bring 28 kB into the core that the command line shares. */
const SEVERITIES = {
  error: 1,
  warning: 2,
  information: 3,
  hint: 4,
} as const satisfies Readonly<Record<Severity, DiagnosticSeverity>>;

/** Address of the page that explains a rule. */
export function rulePage(rule: string): string {
  return `${RULE_PAGES}${encodeURIComponent(rule)}.md`;
}

export function diagnostics(analysis: Analysis, lines: Lines): Diagnostic[] {
  return analysis.findings.map((finding) => diagnostic(finding, lines));
}

function diagnostic(finding: Finding, lines: Lines): Diagnostic {
  const related = (finding.related ?? []).map(({ range, message }) => ({
    location: { uri: lines.uri, range: toLspRange(lines, range) },
    message,
  }));
  return {
    range: toLspRange(lines, finding.range),
    severity: SEVERITIES[finding.severity],
    code: finding.rule,
    codeDescription: { href: rulePage(finding.rule) },
    source: DIAGNOSTIC_SOURCE,
    message: finding.message,
    ...(related.length > 0 ? { relatedInformation: related } : {}),
  };
}
