/** A file of several studies as the reader takes it: each record's sections and study data, with offsets into the file's own text. */
import type { Range, Section, Study } from "../extraction.js";
import { doiIn } from "../text/citation.js";
import { registrations } from "../text/registrations.js";
import { sections as readSections, type TextSection } from "../text/sections.js";
import {
  isCutOff,
  taggedFormat,
  taggedRecords,
  type Field,
  type TaggedFormat,
  type TaggedRecord,
} from "./tagged.js";

/** One study of a file. */
export interface StudyRecord {
  /** PMID, else DOI, else the record's number in the file from 1; unique in the file. */
  readonly id: string;
  readonly range: Range;
  readonly study: Study;
  /** True where the file ends in the middle of the record. */
  readonly cutOff: boolean;
  /** Contiguous, together covering `range`; tags and all that is neither title nor abstract are boilerplate. */
  readonly sections: readonly TextSection[];
}

export interface RecordFile {
  readonly format: TaggedFormat;
  readonly records: readonly StudyRecord[];
}

/** Which tags hold what; of several tags in a row the first one that a record has counts. */
interface Tags {
  readonly title: readonly string[];
  readonly abstract: readonly string[];
  readonly authors: readonly string[];
  readonly journal: readonly string[];
  readonly year: readonly string[];
  readonly doi: readonly string[];
  readonly pmid: readonly string[];
  readonly pmcid: readonly string[];
}

const TAGS: Readonly<Record<TaggedFormat, Tags>> = {
  medline: {
    title: ["TI", "BTI"],
    abstract: ["AB"],
    authors: ["AU", "FAU"],
    journal: ["TA", "JT"],
    year: ["DP", "DEP"],
    doi: ["LID", "AID", "DO"],
    pmid: ["PMID", "UI"],
    pmcid: ["PMC"],
  },
  ris: {
    title: ["TI", "T1", "CT", "BT"],
    abstract: ["AB", "N2"],
    authors: ["AU", "A1"],
    journal: ["JO", "JF", "JA", "T2", "J2"],
    year: ["PY", "Y1", "DA"],
    doi: ["DO", "M3", "UR", "LK"],
    pmid: ["PM", "AN", "ID", "C1", "UR", "L2"],
    pmcid: ["C2", "PMC"],
  },
};

/**
 * The studies of a MEDLINE (.nbib) or RIS file, by its content and not by its name.
 *
 * @returns undefined for any other text
 */
export function recordsOf(text: string): RecordFile | undefined {
  const format = taggedFormat(text);
  if (format === undefined) return undefined;
  const tagged = taggedRecords(text, format);
  if (tagged.length === 0) return undefined;
  const cutOff = isCutOff(tagged, format);
  const taken = new Map<string, number>();
  const records = tagged.map((record, i) => {
    const study = studyOf(text, record, format);
    const id = study.pmid ?? study.doi ?? String(i + 1);
    const before = taken.get(id) ?? 0;
    taken.set(id, before + 1);
    return {
      id: before === 0 ? id : `${id}~${before + 1}`,
      range: { start: record.start, end: record.end },
      cutOff: cutOff && i === tagged.length - 1,
      study,
      sections: sectionsOf(text, record, TAGS[format]),
    };
  });
  return { format, records };
}

/** The fields under the first of the tags that the record has with a value. */
function fieldsOf({ fields }: TaggedRecord, tags: readonly string[]): readonly Field[] {
  for (const tag of tags) {
    const found = fields.filter((field) => field.tag === tag && field.to > field.from);
    if (found.length > 0) return found;
  }
  return [];
}

function studyOf(text: string, record: TaggedRecord, format: TaggedFormat): Study {
  const tags = TAGS[format];
  const valueOf = ({ from, to }: Field): string => text.slice(from, to).replace(/\s+/g, " ");
  const values = (names: readonly string[]): string[] => fieldsOf(record, names).map(valueOf);
  /** The first value of any of the fields in which something is found. */
  const found = (names: readonly string[], find: (value: string, tag: string) => string | undefined) => {
    for (const name of names) {
      for (const field of record.fields) {
        const value = field.tag === name ? find(valueOf(field), name) : undefined;
        if (value !== undefined) return value;
      }
    }
    return undefined;
  };
  const title = values(tags.title)[0]?.replace(/\.$/, "");
  const authors = values(tags.authors);
  const journal = values(tags.journal)[0];
  const year = found(tags.year, (value) => /\b(?:1[89]|20)\d\d\b/.exec(value)?.[0]);
  const doi = found(tags.doi, doiIn);
  const pmid = found(tags.pmid, pmidIn);
  const pmcid = found(tags.pmcid, (value) => /\bPMC\d{4,9}\b/.exec(value)?.[0]);
  const numbers = registrations(text.slice(record.start, record.end), () => false);
  return {
    ...(title !== undefined && { title }),
    ...(authors.length > 0 && { authors }),
    ...(journal !== undefined && { journal }),
    ...(year !== undefined && { year: Number(year) }),
    ...(doi !== undefined && { doi }),
    ...(pmid !== undefined && { pmid }),
    ...(pmcid !== undefined && { pmcid }),
    ...(numbers.length > 0 && { registrations: numbers }),
  };
}

/** A PMID, where the field says that it is one: an accession number of RIS may be any database's. */
function pmidIn(value: string, tag: string): string | undefined {
  if (tag === "PMID" || tag === "UI" || tag === "PM") return /^\d{1,8}$/.exec(value)?.[0];
  return /(?:\bPUBMED[ :]\s?|\bPMID:?\s?|\bpubmed\.ncbi\.nlm\.nih\.gov\/|\bncbi\.nlm\.nih\.gov\/pubmed\/)(\d{1,8})(?!\d)/i.exec(value)?.[1]; // prettier-ignore
}

function sectionsOf(text: string, record: TaggedRecord, tags: Tags): TextSection[] {
  const title = fieldsOf(record, tags.title)[0];
  const abstract = fieldsOf(record, tags.abstract);
  const read = [...(title === undefined ? [] : [title]), ...abstract].sort((a, b) => a.from - b.from);
  const sections: TextSection[] = [];
  let at = record.start;
  const furniture = (end: number): void => {
    if (end > at) sections.push({ kind: "boilerplate", range: { start: at, end }, bodyStart: at });
    at = end;
  };
  for (const field of read) {
    furniture(field.from);
    const { from, to } = field;
    if (field === title) sections.push({ kind: "title", range: { start: from, end: to }, bodyStart: from });
    else sections.push(...readSections(text.slice(from, to), true).map((section) => moved(section, from)));
    at = to;
  }
  furniture(record.end);
  return sections;
}

function moved(section: TextSection, by: number): TextSection {
  const { start, end } = section.range;
  return { ...section, range: { start: start + by, end: end + by }, bodyStart: section.bodyStart + by };
}

/** Furniture before the first record, such as a database's banner. */
export function preamble({ records }: RecordFile): Section[] {
  const start = records[0]?.range.start ?? 0;
  return start === 0 ? [] : [{ kind: "boilerplate", range: { start: 0, end: start } }];
}
