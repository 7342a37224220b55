/** The one row model: a review's statements as lines of a long table. Every tabular writer starts here. */
import type { Finding, Statement } from "../extraction.js";
import type { ReviewedStatement, ReviewStudy } from "../review/review.js";
import type { Cell, Row } from "./columns.js";
import { derive } from "./derive.js";

/** One row for each statement, in the order of the review: studies as given, statements by their place. */
export function toRows(review: { readonly studies: Iterable<ReviewStudy> }): Row[] {
  return [...rowsOf(review.studies)];
}

/** The same rows one after the other, for those who need not hold all of them. */
export function* rowsOf(studies: Iterable<ReviewStudy>): Generator<Row> {
  for (const study of studies) {
    const findings = findingsByStatement(study.findings);
    for (const reviewed of study.statements) yield row(study, reviewed, findings);
  }
}

function row(
  { id, study, document, groups }: ReviewStudy,
  { statement, decision, reviewer }: ReviewedStatement,
  findings: ReadonlyMap<string, readonly string[]>,
): Row {
  const { interval, range } = statement;
  const own = groups.find((group) => group.id === statement.group?.id);
  const { yi, sei, scale, source } = derive(statement, own?.n);
  const nameOf = (ref: Statement["group"]): string | null =>
    groups.find((group) => group.id === ref?.id)?.label ?? ref?.text ?? null;
  return {
    study_id: id,
    first_author: study.authors?.[0] ?? null,
    year: study.year ?? null,
    doi: study.doi ?? null,
    pmid: study.pmid ?? null,
    outcome_code: statement.outcome?.code ?? null,
    outcome_text: statement.outcome?.text ?? null,
    population: statement.population,
    kind: statement.kind,
    ...valuesOf(statement),
    group: nameOf(statement.group),
    reference: nameOf(statement.reference),
    interval_type: interval?.type ?? null,
    interval_level: interval?.level ?? null,
    interval_low: interval?.low ?? null,
    interval_high: interval?.high ?? null,
    ...pOf(statement),
    yi,
    sei,
    yi_scale: scale,
    sei_source: source || null,
    decision,
    reviewer,
    findings: findings.get(statement.id)?.join("; ") ?? null,
    quote: statement.quote,
    start: range.start,
    end: range.end,
    document: document.path,
    sha256: document.sha256,
  };
}

type Values = Pick<
  Row,
  "measure" | "adjusted" | "n" | "total" | "percent" | "value" | "unit" | "time_value" | "time_unit"
>;

/** The fields that belong to the statement's kind; all others are empty. */
function valuesOf(statement: Statement): Values {
  const filled: { -readonly [K in keyof Values]?: Cell } = {};
  switch (statement.kind) {
    case "effect":
      filled.measure = statement.measure;
      filled.adjusted = statement.adjusted;
      filled.value = statement.value;
      break;
    case "median":
    case "mean":
      filled.value = statement.value;
      filled.unit = statement.unit;
      break;
    case "landmark":
      filled.value = statement.value;
      filled.unit = "percent";
      filled.time_value = statement.time?.value ?? null;
      filled.time_unit = statement.time?.unit ?? null;
      break;
    case "proportion":
      filled.n = statement.n;
      filled.total = statement.N;
      filled.percent = statement.percent;
      break;
    case "group-size":
      filled.n = statement.n;
      break;
    case "test":
      filled.measure = statement.statistic;
      filled.value = statement.value;
      break;
    case "other":
      filled.measure = statement.name;
      filled.value = statement.value;
      filled.unit = statement.unit;
      break;
    case "p-value":
      break;
  }
  return { ...EMPTY, ...filled };
}

const EMPTY: Values = {
  measure: null,
  adjusted: null,
  n: null,
  total: null,
  percent: null,
  value: null,
  unit: null,
  time_value: null,
  time_unit: null,
};

function pOf(statement: Statement): Pick<Row, "p_comparator" | "p_value" | "p_tag"> {
  const p = statement.kind === "p-value" ? statement : statement.p;
  return { p_comparator: p?.comparator ?? null, p_value: p?.value ?? null, p_tag: p?.tag ?? null };
}

/** Statement id → "rule (severity)", in the order of the findings. */
function findingsByStatement(findings: readonly Finding[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { rule, severity, statements } of findings) {
    for (const id of new Set(statements)) {
      const list = found.get(id) ?? [];
      found.set(id, list);
      list.push(`${rule} (${severity})`);
    }
  }
  return found;
}
