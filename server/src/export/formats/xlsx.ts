/** The review as a workbook of four sheets: studies, results, findings, and what all of it is. */
import type { ReviewStudy } from "../../review/review.js";
import { COLUMN_DESCRIPTIONS } from "../columnDescriptions.js";
import { columns, type Cell, type Column } from "../columns.js";
import { rowsOf } from "../rows.js";
import type { ReviewSource } from "../source.js";
import { writeWorkbook, type Sheet } from "../workbook.js";

/** @throws NotWritable where a sheet would have more rows than Excel can hold */
export function toXlsx(review: ReviewSource): Generator<Uint8Array> {
  return writeWorkbook([studies(review), results(review), findings(review), about(review)]);
}

function named(...names: readonly (readonly [name: string, width: number])[]): Sheet["columns"] {
  return names.map(([name, width]) => ({ name, width }));
}

function* studyRows(all: Iterable<ReviewStudy>): Generator<Cell[]> {
  for (const { id, study, groups, statements, findings: found, coverage, document } of all)
    yield [
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
    ];
}

function studies({ studies: all }: ReviewSource): Sheet {
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
    rows: studyRows(all),
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

function* resultRows(all: Iterable<ReviewStudy>): Generator<Cell[]> {
  for (const row of rowsOf(all)) yield columns.map(({ name }) => row[name]);
}

function results(review: ReviewSource): Sheet {
  return {
    name: "Results",
    columns: columns.map(({ name, type }) => ({ name, width: name === "quote" ? 60 : WIDTHS[type] })),
    rows: resultRows(review.studies),
    frozen: 1,
  };
}

function findings({ studies: all }: ReviewSource): Sheet {
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
    rows: findingRows(all),
    frozen: 1,
  };
}

function* findingRows(all: Iterable<ReviewStudy>): Generator<Cell[]> {
  for (const { id, findings: found, statements, document } of all) {
    const quotes = new Map(statements.map(({ statement }) => [statement.id, statement.quote]));
    for (const finding of found)
      yield [
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
      ];
  }
}

function about({ tool, protocol, studies: all, format }: ReviewSource): Sheet {
  let statements = 0;
  for (const study of all) statements += study.statements.length;
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
      ...Object.entries(COLUMN_DESCRIPTIONS),
    ],
  };
}
