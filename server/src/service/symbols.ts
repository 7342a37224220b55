/** The outline: sections, and in each its statements; in a file of several studies a study holds its sections. */
import type { DocumentSymbol } from "vscode-languageserver-types";
import { SymbolKind } from "vscode-languageserver-types";
import type { Analysis, RecordAnalysis } from "../analyse.js";
import type { Statement } from "../extraction.js";
import { bySection } from "./bySection.js";
import { contextLabel, sectionName, statementLabel } from "./labels.js";
import type { Lines } from "./location.js";
import { toLspRange } from "./location.js";

const SYMBOL_KINDS: Readonly<Record<Statement["kind"], SymbolKind>> = {
  effect: SymbolKind.Operator,
  median: SymbolKind.Number,
  mean: SymbolKind.Number,
  landmark: SymbolKind.Number,
  proportion: SymbolKind.Number,
  "group-size": SymbolKind.Class,
  "p-value": SymbolKind.Boolean,
  test: SymbolKind.Function,
  other: SymbolKind.Number,
};

/** Page furniture and empty reference lists are left out. */
export function documentSymbols(analysis: Analysis, lines: Lines): DocumentSymbol[] {
  return analysis.records?.map((record) => recordSymbol(record, lines)) ?? sectionSymbols(analysis, lines);
}

/** Named by its title, which the outline's filter finds, with its id beside it. */
function recordSymbol(analysis: RecordAnalysis, lines: Lines): DocumentSymbol {
  const { id, range } = analysis.record;
  const whole = toLspRange(lines, range);
  const { title } = analysis.study;
  const statements = counted(analysis.statements.length, "statement");
  return {
    name: title ?? id,
    detail: title === undefined ? statements : `${id} · ${statements}`,
    kind: SymbolKind.File,
    range: whole,
    selectionRange: { start: whole.start, end: whole.start },
    children: sectionSymbols(analysis, lines),
  };
}

function sectionSymbols(analysis: Analysis, lines: Lines): DocumentSymbol[] {
  const { sections, loose } = bySection(analysis);
  const shown = sections.filter(
    ({ section, statements }) =>
      statements.length > 0 || (section.kind !== "boilerplate" && section.kind !== "references"),
  );
  return [
    ...shown.map(({ section, statements }): DocumentSymbol => {
      const range = toLspRange(lines, section.range);
      const headingEnd = section.range.start + (section.heading?.length ?? 0);
      return {
        name: sectionName(section),
        detail: statements.length === 0 ? "" : counted(statements.length, "statement"),
        kind: SymbolKind.Namespace,
        range,
        selectionRange: {
          start: range.start,
          end: lines.positionAt(Math.min(headingEnd, section.range.end)),
        },
        children: statements.map((statement) => statementSymbol(statement, lines)),
      };
    }),
    ...loose.map((statement) => statementSymbol(statement, lines)),
  ];
}

function statementSymbol(statement: Statement, lines: Lines): DocumentSymbol {
  const range = toLspRange(lines, statement.range);
  return {
    name: statementLabel(statement),
    detail: contextLabel(statement),
    kind: SYMBOL_KINDS[statement.kind],
    range,
    selectionRange: range,
  };
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
