/** A statement to be added by hand: its values read from the words that were selected, as far as they can be. */
import { analyse } from "../analyse.js";
import type { Range, SectionKind, Statement, StatementKind } from "../extraction.js";
import type { AnalyseOptions } from "../options.js";
import { moveStatement } from "./move.js";

export interface Draft {
  readonly statement: Statement;
  /** False where nothing could be read: every field is to be filled in. */
  readonly isRead: boolean;
}

/** Words that make a bare number of this kind readable, where the selection lacks the one that names it. */
const LEADS: Readonly<Partial<Record<StatementKind, string>>> = {
  effect: "hazard ratio ",
  median: "median ",
  mean: "mean ",
  landmark: "1-year survival rate ",
  other: "AUC ",
};

/**
 * @param kind what the statement is to be; without it what can be read, else "other"
 */
export function draftStatement(
  text: string,
  range: Range,
  section: SectionKind,
  options: AnalyseOptions,
  kind?: StatementKind,
): Draft {
  const quote = text.slice(range.start, range.end);
  const read = readStatement(quote, "", options, kind) ?? readWithLead(quote, options, kind);
  if (read === undefined) return { statement: blank(kind ?? "other", range, quote, section), isRead: false };
  const moved = moveStatement(read, text, {
    start: range.start + read.range.start,
    end: range.start + read.range.end,
  });
  return { statement: { ...moved, range, quote, section }, isRead: true };
}

function readWithLead(quote: string, options: AnalyseOptions, kind?: StatementKind): Statement | undefined {
  const lead = kind === undefined ? undefined : LEADS[kind];
  return lead === undefined ? undefined : readStatement(quote, lead, options, kind);
}

/** @param lead words put before the selection; the statement's ranges are in the selection */
function readStatement(
  quote: string,
  lead: string,
  options: AnalyseOptions,
  kind?: StatementKind,
): Statement | undefined {
  const { statements } = analyse(`Results: ${lead}${quote}`, options);
  const found = kind === undefined ? statements[0] : statements.find((statement) => statement.kind === kind);
  if (found === undefined) return undefined;
  const before = "Results: ".length + lead.length;
  const start = found.range.start - before;
  if (start < 0 && lead === "") return undefined;
  return moveStatement(found, quote, { start, end: found.range.end - before });
}

function blank(kind: StatementKind, range: Range, quote: string, section: SectionKind): Statement {
  const common = {
    id: "draft",
    range,
    quote,
    section,
    outcome: null,
    group: null,
    reference: null,
    population: null,
    interval: null,
    p: null,
    literal: {},
    ranges: {},
  };
  switch (kind) {
    case "effect":
      return { kind, ...common, measure: "HR", adjusted: false, value: 0 };
    case "median":
      return { kind, ...common, value: 0, unit: null };
    case "mean":
      return { kind, ...common, value: 0, unit: null, sd: null, se: null };
    case "landmark":
      return { kind, ...common, value: 0, time: null };
    case "proportion":
      return { kind, ...common, n: null, N: null, percent: null };
    case "group-size":
      return { kind, ...common, n: 0 };
    case "p-value":
      return { kind, ...common, comparator: "=", value: null, tag: null, compares: [] };
    case "test":
      return { kind, ...common, statistic: "t", df: [], value: 0 };
    case "other":
      return { kind, ...common, name: "", value: 0, unit: null };
  }
}
