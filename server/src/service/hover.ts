/** The hover on a statement: the verdict first, then what is reported beside what was recomputed, then the details. */
import type { Hover } from "vscode-languageserver-types";
import { MarkupKind } from "vscode-languageserver-types";
import type { Analysis } from "../analyse.js";
import type { Finding, Statement } from "../extraction.js";
import { calculate } from "./calculator/calculate.js";
import type { Calculation } from "./calculator/calculation.js";
import { findingsByStatement } from "./findings.js";
import {
  boundsLabel,
  comparison,
  contextLabel,
  intervalName,
  kindName,
  statementLabel,
  valueLabel,
} from "./labels.js";
import type { Lines } from "./location.js";
import { toLspRange } from "./location.js";
import { escaped, table } from "./markdown.js";
import { statementsAt } from "./statementsAt.js";

export interface HoverOptions {
  /** Also the derived figures, the formulas' sources and how the statement was read. */
  readonly details: boolean;
  /** Findings that were dismissed, each with by whom and why. */
  readonly dismissed?: ReadonlyMap<Finding, DismissedBy>;
}

export interface DismissedBy {
  readonly reviewer: string;
  readonly reason: string;
}

/** Statements shown in full; further ones at the same words are counted only. */
const MOST_STATEMENTS = 3;

/** @returns null where no statement has anything at the offset */
export function hover(analysis: Analysis, lines: Lines, offset: number, options: HoverOptions): Hover | null {
  const located = statementsAt(analysis, offset);
  const [first] = located;
  if (first === undefined) return null;
  const findings = findingsByStatement(analysis);
  // Words shared by several statements get them in brief, so that the hover stays short.
  const brief = located.length > 1;
  const parts = located.slice(0, MOST_STATEMENTS).map(({ statement }) =>
    described(statement, analysis, findings.get(statement.id) ?? [], {
      ...options,
      details: options.details && !brief,
    }),
  );
  const more = located.length - parts.length;
  if (more > 0)
    parts.push(`… and ${String(more)} more ${more === 1 ? "statement" : "statements"} of these words`);
  return {
    contents: { kind: MarkupKind.Markdown, value: parts.join("\n\n---\n\n") },
    range: toLspRange(lines, first.range),
  };
}

function described(
  statement: Statement,
  analysis: Analysis,
  findings: readonly Finding[],
  { details, dismissed }: HoverOptions,
): string {
  const calculation = calculate(statement, analysis);
  const open = findings.filter((finding) => dismissed?.has(finding) !== true);
  return [
    open.length === 0 && findings.length > 0 ? "" : verdict(open, calculation),
    ...findings.flatMap((finding) => dismissedText(finding, dismissed?.get(finding))),
    heading(statement),
    figures(statement, calculation),
    ...(details
      ? [...explanations(open), derived(calculation), sources(calculation), readAs(statement)]
      : []),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

/** A dismissed finding is told as such, never as an open one. */
function dismissedText({ message }: Finding, by: DismissedBy | undefined): string[] {
  if (by === undefined) return [];
  const reason = by.reason === "" ? "" : ` (${escaped(by.reason)})`;
  return [`**Dismissed by ${escaped(by.reviewer)}**${reason}: ${escaped(message)}`];
}

/** The first line is the answer. */
function verdict(findings: readonly Finding[], { comparisons, derived }: Calculation): string {
  if (findings.length > 0) {
    return findings
      .map(({ severity, message }) => {
        const grave = severity === "error" || severity === "warning";
        return `**${grave ? "Cannot be" : "Note"}:** ${escaped(message)}`;
      })
      .join("\n\n");
  }
  if (comparisons.length === 0)
    return derived.length === 0 ? "**Nothing to recompute.**" : "**Nothing printed to check it against.**";
  if (comparisons.every(({ agrees }) => agrees)) return "**Consistent.**";
  return "**Differs from what was recomputed**, but no rule speaks here: another method may have been used, or the rule is off.";
}

function heading(statement: Statement): string {
  const context = contextLabel(statement);
  const kind = escaped(kindName(statement));
  return context === "" ? kind : `${kind} · ${escaped(context)}`;
}

/** Reported beside recomputed; a plain line where nothing was recomputed. */
function figures(statement: Statement, { comparisons }: Calculation): string {
  if (comparisons.length === 0) return escaped(statementLabel(statement));
  const shown = new Set(comparisons.map(({ label }) => label));
  const rows = comparisons.map(({ label, reported, recomputed, agrees }) => [
    escaped(label),
    escaped(reported),
    agrees ? escaped(recomputed) : `**${escaped(recomputed)}**`,
  ]);
  return table(
    ["", "reported", "recomputed"],
    [
      ...rows,
      ...reportedOnly(statement, shown).map(([label, value]) => [escaped(label), escaped(value), ""]),
    ],
  );
}

/** Parts of the statement that no comparison shows. */
function reportedOnly(statement: Statement, shown: ReadonlySet<string>): [label: string, value: string][] {
  const rows: [string, string][] = [];
  const { interval, p } = statement;
  if (statement.kind === "proportion" && statement.n !== null) {
    rows.push([
      "Count",
      valueLabel({ ...statement, percent: null, literal: withoutPercent(statement.literal) }),
    ]);
  }
  if (statement.kind === "test") rows.push(["Statistic", valueLabel(statement)]);
  if (interval !== null && !shown.has(intervalName(interval))) {
    rows.push([intervalName(interval), boundsLabel(statement, interval)]);
  }
  if (p !== null && !shown.has("p")) rows.push(["p", comparison(statement, p, "p")]);
  return rows;
}

function withoutPercent({ percent: _percent, ...others }: Statement["literal"]): Statement["literal"] {
  return others;
}

/** Innocent explanations and the repair; where several findings have some, each list says whose it is. */
function explanations(findings: readonly Finding[]): string[] {
  const lists = findings.flatMap(({ rule, explanations: reasons, repair }) => {
    const lines = reasons.map((reason) => `- ${escaped(reason)}`);
    if (repair !== undefined) lines.push(`- One changed digit makes everything fit: ${escaped(repair)}`);
    return lines.length === 0 ? [] : [{ rule, lines: lines.join("\n") }];
  });
  return lists.map(({ rule, lines }) =>
    lists.length === 1 ? `Perhaps:\n\n${lines}` : `Perhaps (${escaped(rule)}):\n\n${lines}`,
  );
}

function derived({ derived: figuresBeyond }: Calculation): string {
  return figuresBeyond.map(({ label, value }) => `- ${escaped(label)}: ${escaped(value)}`).join("\n");
}

function sources({ sources: formulas }: Calculation): string {
  return formulas.length === 0 ? "" : `*Formulas: ${formulas.map(escaped).join("; ")}*`;
}

function readAs({ explain = [] }: Statement): string {
  return explain.length === 0 ? "" : `*Read as: ${explain.map(escaped).join("; ")}*`;
}
