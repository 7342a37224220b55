/** The only door to reading and checking: text in, an immutable Analysis out. */
import type { Coverage, Finding, Group, Section, Statement, Study } from "./extraction.js";
import { preamble, recordsOf, type RecordFile, type StudyRecord } from "./import/records.js";
import type { AnalyseOptions } from "./options.js";
import type { Reading } from "./recognise/reading.js";
import { quotedFrom } from "./recognise/printed.js";
import { read } from "./recognise/read.js";
import { check } from "./check/check.js";
import { changeOf, type Change } from "./text/change.js";
import { moved } from "./text/moved.js";
import { unfold, type Unfolded } from "./text/unfold.js";

export interface Analysis {
  readonly text: string;
  readonly study: Study;
  readonly sections: readonly Section[];
  readonly groups: readonly Group[];
  readonly statements: readonly Statement[];
  readonly findings: readonly Finding[];
  readonly coverage: Coverage;
  /** What the next analysis of an edited text may reuse. */
  readonly reading: Reading;
  /**
   * The studies of a MEDLINE or RIS file, each as an analysis of its own with ranges in the whole file's text; everything above
   * then holds all of them together, but `study`, which is empty. Absent for a text that is one document.
   */
  readonly records?: readonly RecordAnalysis[];
  /** Where the text had to be unfolded first, the analysis of what was read; the next analysis goes on from it. */
  readonly unfolded?: Analysis;
}

/** One study of a file of several. */
export interface RecordAnalysis extends Analysis {
  readonly record: StudyRecord;
  /** The options that it was read with, for the next analysis. */
  readonly options: AnalyseOptions;
}

/** The studies that a document reports, each with an analysis: one, or as many as the file has records. */
export function studiesOf(analysis: Analysis): readonly (Analysis | RecordAnalysis)[] {
  return analysis.records ?? [analysis];
}

/**
 * Reads a document and checks what was read.
 *
 * @param text the document's text, never changed; all ranges of the result are UTF-16 offsets into it
 * @param previous the analysis of an earlier version of the same document; sentences that did not change are not read again
 */
export function analyse(text: string, options: AnalyseOptions = {}, previous?: Analysis): Analysis {
  const change = previous && !previous.unfolded ? changeOf(previous.text, text) : undefined;
  const written = unfold(text, change);
  const before = previous?.unfolded ?? previous;
  if (written === undefined) return analyseWritten(text, options, before, change);
  const unfolded = analyseWritten(written.text, options, before);
  const { records } = unfolded;
  return {
    ...folded(unfolded, text, written),
    ...(records && {
      records: records.map((record) => ({
        ...folded(record, text, written),
        record: moved(record.record, written.place),
        options: record.options,
      })),
    }),
    unfolded,
  };
}

/** What was read in an unfolded text, with the document's own offsets and quotes. */
function folded(unfolded: Analysis, text: string, { place }: Unfolded): Analysis {
  const { memory: _memory, text: _text, ...reading } = unfolded.reading;
  const now = moved({ reading, findings: unfolded.findings }, place);
  const statements = now.reading.statements.map((statement) => quotedFrom(statement, text));
  return analysisOf({ ...now.reading, text, statements }, now.findings);
}

function analyseWritten(
  text: string,
  options: AnalyseOptions,
  previous: Analysis | undefined,
  change?: Change,
): Analysis {
  const file = recordsOf(text);
  if (file !== undefined) return analyseRecords(text, file, options, previous);
  return checked(read(text, options, previous?.reading, undefined, change), options);
}

const checked = (reading: Reading, options: AnalyseOptions): Analysis =>
  analysisOf(reading, check(reading, options.rules, options));

function analysisOf(reading: Reading, findings: readonly Finding[]): Analysis {
  const { text, study, sections, groups, statements, coverage } = reading;
  return {
    text,
    study,
    sections,
    groups,
    statements,
    findings,
    coverage,
    reading,
  };
}

function analyseRecords(
  text: string,
  file: RecordFile,
  options: AnalyseOptions,
  previous: Analysis | undefined,
): Analysis {
  const before = new Map(previous?.records?.map((analysis) => [analysis.record.id, analysis]));
  const sameOptions = JSON.stringify(previous?.records?.[0]?.options) === JSON.stringify(options);
  const records = file.records.map((record): RecordAnalysis => {
    const old = before.get(record.id);
    if (old !== undefined && sameOptions && hasSameWords(text, record, old))
      return carried(text, record, old);
    const reading = read(text, options, old?.reading, record);
    return { ...checked(reading, options), record, options };
  });
  const readings = records.map(({ reading }) => reading);
  const reading: Reading = {
    text,
    study: {},
    sections: [...preamble(file), ...readings.flatMap(({ sections }) => sections)],
    sentences: readings.flatMap(({ sentences }) => sentences),
    groups: readings.flatMap(({ groups }) => groups),
    statements: readings.flatMap(({ statements }) => statements),
    coverage: {
      numbers: sum(readings.map(({ coverage }) => coverage.numbers)),
      inStatements: sum(readings.map(({ coverage }) => coverage.inStatements)),
      background: sum(readings.map(({ coverage }) => coverage.background)),
      unread: readings.flatMap(({ coverage }) => coverage.unread),
    },
  };
  const findings = records.flatMap((record) => record.findings);
  return { ...analysisOf(reading, findings), records };
}

function hasSameWords(text: string, { range }: StudyRecord, old: RecordAnalysis): boolean {
  const before = old.record.range;
  return (
    range.end - range.start === before.end - before.start &&
    text.slice(range.start, range.end) === old.text.slice(before.start, before.end)
  );
}

/** The analysis of a record that an edit elsewhere has only moved, or not even that. */
function carried(text: string, record: StudyRecord, old: RecordAnalysis): RecordAnalysis {
  const { memory, text: _text, ...reading } = old.reading;
  const by = record.range.start - old.record.range.start;
  const now = moved({ reading, findings: old.findings }, by);
  // The memory says where sentences stood when they were read, and may go on saying so.
  const here: Reading = { ...now.reading, text, ...(memory !== undefined && { memory }) };
  return { ...analysisOf(here, now.findings), record, options: old.options };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
