/** Draws an analysis under its text, so that a change of the reader reads as prose in a diff. */
import type { Analysis } from "../../server/src/analyse.js";
import type { Range } from "../../server/src/extraction.js";
import { describeStatement } from "./describe.js";

/** Columns of text in one drawn line. */
const WIDTH = 100;

interface Mark {
  readonly range: Range;
  readonly sign: "^" | "!" | "?";
  readonly words: string;
}

/** What is drawn: statements in order, then findings, then numbers that were not read. */
function marksOf(analysis: Analysis): Mark[] {
  const numbers = new Map(analysis.statements.map(({ id }, index) => [id, String(index + 1)]));
  const numberOf = (id: string): string => numbers.get(id) ?? id;
  return [
    ...analysis.statements.map((statement, index): Mark => ({
      range: statement.range,
      sign: "^",
      words: `${String(index + 1)} ${describeStatement(statement, numberOf)}`,
    })),
    ...analysis.findings.map((finding): Mark => {
      const about = finding.statements.map(numberOf).join(", ");
      const repair = finding.repair === undefined ? "" : ` Repair: ${finding.repair}.`;
      return {
        range: finding.range,
        sign: "!",
        words: `${finding.severity} ${finding.rule} (${about}): ${finding.message}${repair}`,
      };
    }),
    ...analysis.coverage.unread.map((range): Mark => ({ range, sign: "?", words: "unread" })),
  ];
}

/** Cuts a sentence at blanks into stretches of at most `WIDTH` characters. */
function stretches(text: string, { start, end }: Range): Range[] {
  const found: Range[] = [];
  let from = start;
  while (end - from > WIDTH) {
    const blank = text.slice(from, from + WIDTH).search(/\s\S*$/);
    const cut = blank > 0 ? from + blank + 1 : from + WIDTH;
    found.push({ start: from, end: cut });
    from = cut;
  }
  found.push({ start: from, end });
  return found;
}

/** The marks of one stretch; a mark that began in an earlier one is continued without words. */
function underline(stretch: Range, { range, sign, words }: Mark): string | undefined {
  const start = Math.max(range.start, stretch.start);
  const end = Math.min(range.end, stretch.end);
  if (start >= end) return undefined;
  const line = " ".repeat(start - stretch.start) + sign.repeat(end - start);
  return `  ${line}${range.start >= stretch.start ? ` ${words}` : ""}`;
}

function drawSentence(text: string, sentence: Range, marks: readonly Mark[]): string {
  return stretches(text, sentence)
    .flatMap((stretch) => [
      `> ${text.slice(stretch.start, stretch.end).replace(/\s/g, " ").trimEnd()}`,
      ...marks.map((mark) => underline(stretch, mark)).filter((line) => line !== undefined),
    ])
    .join("\n");
}

function studyLine({ study, groups }: Analysis): string[] {
  const { authors, registrations, ...fields } = study;
  const facts = Object.entries(fields).map(([key, value]) => `${key}: ${String(value)}`);
  if (authors) facts.push(`authors: ${authors.join("; ")}`);
  if (registrations) facts.push(`registrations: ${registrations.join(", ")}`);
  const sized = groups.map(
    ({ label, n, role }) =>
      `${label}${n === undefined ? "" : ` (${String(n)})`}${role === undefined ? "" : ` ${role}`}`,
  );
  if (sized.length > 0) facts.push(`groups: ${sized.join("; ")}`);
  return facts;
}

/** The whole analysis as text: the study, every sentence that has anything, and what was counted. */
export function golden(analysis: Analysis): string {
  const { text, coverage, statements, findings, sections } = analysis;
  const marks = marksOf(analysis);
  const out = [...studyLine(analysis), ""];
  for (const section of sections) {
    const inside = analysis.reading.sentences.filter(
      ({ start }) => start >= section.range.start && start < section.range.end,
    );
    const drawn = inside
      .map((sentence) => ({
        sentence,
        own: marks.filter(({ range }) => range.start >= sentence.start && range.start < sentence.end),
      }))
      .filter(({ own }) => own.length > 0)
      .map(({ sentence, own }) => drawSentence(text, sentence, own));
    const name =
      section.heading === undefined
        ? section.kind
        : `${section.kind} "${section.heading.replace(/\s+/g, " ")}"`;
    out.push(`== ${name}${drawn.length === 0 && inside.length > 0 ? ": nothing" : ""}`, "");
    if (drawn.length > 0) out.push(drawn.join("\n\n"), "");
  }
  const placed = marks.filter(({ range }) =>
    analysis.reading.sentences.some(({ start, end }) => range.start >= start && range.start < end),
  );
  if (placed.length < marks.length)
    out.push(`== outside every sentence: ${String(marks.length - placed.length)} marks`, "");
  out.push(
    `${String(statements.length)} statements, ${String(findings.length)} findings; ${String(coverage.numbers)} numbers: ` +
      `${String(coverage.inStatements)} in statements, ${String(coverage.background)} background, ${String(coverage.unread.length)} unread`,
    "",
  );
  return out.join("\n");
}
