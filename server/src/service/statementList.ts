/** The statements of a document as a list to choose from, in the order of the text. */
import type { Range as LspRange } from "vscode-languageserver-types";
import type { Analysis } from "../analyse.js";
import type { Severity, StatementKind } from "../extraction.js";
import { bySection } from "./bySection.js";
import { findingsByStatement } from "./findings.js";
import { contextLabel, sectionName, statementLabel } from "./labels.js";
import type { Lines } from "./location.js";
import { toLspRange } from "./location.js";

export interface StatementItem {
  readonly id: string;
  readonly kind: StatementKind;
  /** One line for a list: "HR 0.73 (95 % CI 0.56–0.95), p = .02". Plain text. */
  readonly label: string;
  /** Outcome and group: "overall survival · tarvenib". Plain text, may be empty. */
  readonly description: string;
  /** The heading of its section as printed, else the kind of section; empty outside every section. */
  readonly section: string;
  readonly range: LspRange;
  /** Gravest finding on this statement, null where there is none. */
  readonly severity: Severity | null;
  /** Messages of the findings on this statement, gravest first. */
  readonly findings: readonly string[];
}

export function statementList(analysis: Analysis, lines: Lines): StatementItem[] {
  const { sections } = bySection(analysis);
  const homes = new Map(
    sections.flatMap(({ section, statements }) => statements.map(({ id }) => [id, sectionName(section)])),
  );
  const findings = findingsByStatement(analysis);
  return analysis.statements.map((statement) => {
    const found = findings.get(statement.id) ?? [];
    return {
      id: statement.id,
      kind: statement.kind,
      label: statementLabel(statement),
      description: contextLabel(statement),
      section: homes.get(statement.id) ?? "",
      range: toLspRange(lines, statement.range),
      severity: found[0]?.severity ?? null,
      findings: found.map(({ message }) => message),
    };
  });
}
