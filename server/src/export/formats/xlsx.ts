/** The review as a workbook of four sheets: studies, results, findings, and what all of it is. */
import type { Review, ReviewStudy } from "../../review/review.js";
import { columns, type Cell, type Column } from "../columns.js";
import { NotWritable } from "../notWritable.js";
import { toRows } from "../rows.js";
import { MAX_ROWS, writeWorkbook, type Sheet } from "../workbook.js";

/** @throws NotWritable where a sheet would have more rows than Excel can hold */
export function toXlsx(review: Review): Uint8Array {
  const sheets = [studies(review), results(review), findings(review), about(review)];
  for (const { name, rows } of sheets) {
    if (rows.length < MAX_ROWS) continue;
    throw new NotWritable(
      `A sheet of Excel holds ${MAX_ROWS} rows, and ${name} has ${rows.length}. Choose CSV or Parquet.`,
    );
  }
  return writeWorkbook(sheets);
}

type Table = Sheet & { readonly rows: readonly (readonly Cell[])[] };

function named(...names: readonly (readonly [name: string, width: number])[]): Sheet["columns"] {
  return names.map(([name, width]) => ({ name, width }));
}

function studies({ studies: all }: Review): Table {
  const rows = all.map(({ id, study, groups, statements, findings: found, coverage, document }): Cell[] => [
    id,
    study.title ?? null,
    study.authors?.join("; ") ?? null,
    study.journal ?? null,
    study.year ?? null,
    study.doi ?? null,
    study.pmid ?? null,
    study.pmcid ?? null,
    study.registrations?.join("; ") ?? null,
    groups.map(({ label, n }) => (n === undefined ? label : `${label} (n = ${n})`)).join("; "),
    statements.length,
    found.length,
    coverage.numbers,
    coverage.unread.length,
    document.path,
    document.sha256,
  ]);
  return {
    name: "Studies",
    columns: named(
      ["study_id", 24],
      ["title", 60],
      ["authors", 30],
      ["journal", 24],
      ["year", 8],
      ["doi", 24],
      ["pmid", 12],
      ["pmcid", 12],
      ["registrations", 20],
      ["groups", 40],
      ["statements", 12],
      ["findings", 10],
      ["numbers", 10],
      ["unread_numbers", 16],
      ["document", 40],
      ["sha256", 20],
    ),
    rows,
    frozen: 1,
  };
}

const WIDTHS: Readonly<Record<Column["type"], number>> = {
  text: 24,
  code: 12,
  number: 10,
  "number-or-NR": 12,
  boolean: 10,
};

function results(review: Review): Table {
  return {
    name: "Results",
    columns: columns.map(({ name, type }) => ({ name, width: name === "quote" ? 60 : WIDTHS[type] })),
    rows: toRows(review).map((row) => columns.map(({ name }) => row[name])),
    frozen: 1,
  };
}

function findings({ studies: all }: Review): Table {
  return {
    name: "Findings",
    columns: named(
      ["study_id", 24],
      ["rule", 28],
      ["severity", 12],
      ["message", 80],
      ["reported", 24],
      ["expected", 32],
      ["explanations", 60],
      ["repair", 32],
      ["statements", 60],
      ["start", 8],
      ["end", 8],
      ["document", 40],
    ),
    rows: all.flatMap(findingRows),
    frozen: 1,
  };
}

function findingRows({ id, findings: found, statements, document }: ReviewStudy): Cell[][] {
  const quotes = new Map(statements.map(({ statement }) => [statement.id, statement.quote]));
  return found.map((finding) => [
    id,
    finding.rule,
    finding.severity,
    finding.message,
    finding.reported,
    finding.expected,
    finding.explanations.join("; "),
    finding.repair ?? null,
    finding.statements.map((statement) => quotes.get(statement) ?? statement).join("; "),
    finding.range.start,
    finding.range.end,
    document.path,
  ]);
}

function about({ tool, protocol, studies: all, format }: Review): Table {
  const statements = all.reduce((sum, study) => sum + study.statements.length, 0);
  return {
    name: "About",
    columns: named(["name", 24], ["value", 100]),
    rows: [
      ["title", protocol?.title ?? null],
      ["made by", `Outcome Lens ${tool.version}`],
      ["format", format],
      ["rules", tool.rules],
      ["studies", all.length],
      ["statements", statements],
      ["offsets", "start and end count UTF-16 code units of the document's text, from 0, end exclusive"],
      ["NR", "not reached or not estimable"],
      ["columns of Results", null],
      ...columns.map(({ name, description }) => [name, description]),
    ],
  };
}
