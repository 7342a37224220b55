/** The statements of a document with what was decided on each, as lists and the editor show them. */
import type { Range as LspRange } from "vscode-languageserver-types";
import type { Analysis } from "../analyse.js";
import type { Finding, Severity, Statement, StatementKind } from "../extraction.js";
import type { ReviewItem, ReviewState } from "../review/decisions.js";
import { differingFields, fieldsOf, type Field } from "../review/fields.js";
import { findingsByStatement } from "./findings.js";
import { contextLabel, sectionName, statementLabel } from "./labels.js";
import type { Lines } from "./location.js";
import { toLspRange } from "./location.js";

/** A statement of a document with what was decided on it. */
export interface ReviewStatement {
  /** Unique in the document; what requests that decide are given. */
  readonly id: string;
  readonly state: ReviewState;
  readonly kind: StatementKind;
  /** One line: "HR 0.73 (95 % CI 0.56–0.95), p = .02". Plain text. */
  readonly label: string;
  /** Outcome and group: "overall survival · tarvenib". Plain text, may be empty. */
  readonly description: string;
  /** Under which statements of one outcome are listed: its code where it has one, else its words; null without an outcome. */
  readonly outcome: string | null;
  /** The heading of its section as printed, else the kind of section; empty outside every section. */
  readonly section: string;
  /** null where it is stale: its words are no longer in the text, or no longer where they were. */
  readonly range: LspRange | null;
  readonly quote: string;
  readonly note: string | null;
  /** When it was decided, ISO 8601; null while undecided. */
  readonly at: string | null;
  /** Gravest finding on this statement that is not dismissed, null where there is none. */
  readonly severity: Severity | null;
  /** Messages of these findings, gravest first. */
  readonly findings: readonly string[];
  /** Fields in which the decided statement differs from what is read at its place now. */
  readonly differing: readonly Field[];
  /** The whole final statement; ranges are offsets into the text. */
  readonly statement: Statement;
}

/** @param findings those that are shown: none that was dismissed */
export function reviewStatements(
  items: readonly ReviewItem[],
  { sections }: Pick<Analysis, "sections">,
  findings: readonly Finding[],
  lines: Lines,
): ReviewStatement[] {
  const byStatement = findingsByStatement({ findings });
  const homeOf = (item: ReviewItem): string => {
    const at = item.range?.start;
    const home =
      at === undefined ? undefined : sections.find(({ range }) => range.start <= at && at < range.end);
    return home === undefined ? "" : sectionName(home);
  };
  return items.map((item) => {
    const { id, state, statement, read, entry, range } = item;
    const found = (read === null ? undefined : byStatement.get(read.id)) ?? [];
    return {
      id,
      state,
      kind: statement.kind,
      label: statementLabel(statement),
      description: contextLabel(statement),
      outcome: statement.outcome?.code ?? statement.outcome?.text ?? null,
      section: homeOf(item),
      range: range === null ? null : toLspRange(lines, range),
      quote: statement.quote,
      note: entry?.note ?? null,
      at: entry?.at ?? null,
      severity: found[0]?.severity ?? null,
      findings: found.map(({ message }) => message),
      differing: entry === null || read === null ? [] : differingFields(fieldsOf(statement), fieldsOf(read)),
      statement,
    };
  });
}
