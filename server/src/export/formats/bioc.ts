/**
 * Documents with their statements as BioC JSON (Comeau et al. 2013, Database bat064). Offsets are UTF-8 bytes from the
 * start of the document, as BioC's definition asks; a passage is a section of the text.
 */
import type { Range } from "../../extraction.js";
import type { ReviewStudy } from "../../review/review.js";
import type { Cell, ColumnName } from "../columns.js";
import { toRows } from "../rows.js";
import { jsonWithList, type ReviewSource } from "../source.js";
import { annotatedTexts, type Texts } from "../texts.js";
import { isInside, offsetsOf, wellFormed } from "../units.js";

/** Columns of the review table that describe a statement; its place and study stand elsewhere. */
const ELSEWHERE: ReadonlySet<string> = new Set<ColumnName>([
  "study_id",
  "first_author",
  "year",
  "doi",
  "pmid",
  "kind",
  "quote",
  "start",
  "end",
  "document",
  "sha256",
]);

export function toBioc(review: ReviewSource, texts: Texts): Generator<string> {
  const collection = {
    source: `Outcome Lens ${review.tool.version}`,
    date: "",
    key: "outcome-lens.key",
    version: "1.0",
    infons: { offsets: "UTF-8 bytes from the start of the document" },
    documents: [],
  };
  return jsonWithList(collection, "documents", documentsOf(review, texts));
}

function* documentsOf(review: ReviewSource, texts: Texts): Generator<object> {
  for (const { text, studies } of annotatedTexts(review, texts)) {
    const offset = offsetsOf(text, "bytes");
    for (const study of studies) yield documentOf(study, text, offset);
  }
}

function documentOf(study: ReviewStudy, text: string, offset: (at: number) => number): object {
  const rows = toRows({ studies: [study] });
  const placed = study.statements.flatMap(({ statement }, i) =>
    isInside(text, statement.range) ? [{ ...statement, row: rows[i] }] : [],
  );
  const { title, year, doi, pmid } = study.study;
  return {
    id: study.id,
    infons: infonsOf({ title, year, doi, pmid, path: study.document.path, sha256: study.document.sha256 }),
    passages: passagesOf(study, text).map(({ kind, range: { start, end } }) => ({
      offset: offset(start),
      infons: { type: kind },
      text: wellFormed(text.slice(start, end)),
      sentences: [],
      annotations: placed
        .filter(({ range }) => start <= range.start && range.end <= end)
        .map(({ id, kind: type, range, row = {} }) => ({
          id,
          infons: { type, ...infonsOf(withoutPlace(row)) },
          text: wellFormed(text.slice(range.start, range.end)),
          locations: [{ offset: offset(range.start), length: offset(range.end) - offset(range.start) }],
        })),
      relations: [],
    })),
    annotations: [],
    relations: [],
  };
}

interface Passage {
  readonly kind: string;
  readonly range: Range;
}

/** The sections, where they follow each other and hold every statement; else the stretch that holds all of them. */
function passagesOf({ sections, statements }: ReviewStudy, text: string): readonly Passage[] {
  const ranges = statements.map(({ statement }) => statement.range).filter((range) => isInside(text, range));
  const inOrder = sections.every(({ range }, i) => range.start >= (sections[i - 1]?.range.end ?? 0));
  const isHeld = (range: Range): boolean =>
    sections.some((section) => section.range.start <= range.start && range.end <= section.range.end);
  if (sections.length > 0 && inOrder && ranges.every(isHeld)) return sections;
  const all = [...sections.map(({ range }) => range), ...ranges];
  const start = all.reduce((least, range) => Math.min(least, range.start), all.length > 0 ? text.length : 0);
  const end = all.reduce((most, range) => Math.max(most, range.end), all.length > 0 ? 0 : text.length);
  return [{ kind: "other", range: { start, end } }];
}

function withoutPlace(row: Readonly<Record<string, Cell>>): Record<string, Cell> {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !ELSEWHERE.has(name)));
}

/** Infons are strings; what is empty has none. */
function infonsOf(values: Readonly<Record<string, Cell | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      value === null || value === undefined ? [] : [[name, wellFormed(String(value))]],
    ),
  );
}
