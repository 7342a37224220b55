/** What a record of a foreign file says, before it is text; and the text that stands for it everywhere. */
import type { SectionKind, Study } from "../extraction.js";
import { headingOf } from "../text/headings.js";

export interface ForeignPart {
  /** As printed, without a colon; absent for text without a heading. */
  readonly heading?: string;
  /** What the file itself says that the part is; the heading decides where it doesn't. */
  readonly kind?: SectionKind;
  /** 1 for a section of the paper, 2 for one inside it, and so on; 0 for a label before its text, as in abstracts. */
  readonly level: number;
  readonly paragraphs: readonly string[];
}

export interface ForeignRecord {
  readonly study: Study;
  readonly parts: readonly ForeignPart[];
  /** PubMed's version of the record, then the day of its last revision as YYYYMMDD; the larger one is the newer. */
  readonly version?: readonly [number, number];
  /** Where the record begins in the file, from 1, for those who look for it. */
  readonly line?: number;
}

/** Reads one file in pieces and keeps no more than one record of it. */
export interface ForeignReader {
  /** PMIDs that the file takes back (PubMed's DeleteCitation), as far as it was read. */
  readonly withdrawn?: readonly string[];
  /** @throws FormatError */
  write(chunk: string): readonly ForeignRecord[];
  /** After the last piece. @throws FormatError where the file is cut off */
  end(): readonly ForeignRecord[];
}

/** A fault in a file. The message begins with the line, from 1, where there is one: "12: …". */
export class FormatError extends Error {
  override name = "FormatError";
}

/** Longer lists of authors are cut: those of consortia would fill the page. */
const MOST_AUTHORS = 200;

/**
 * The record as a text: front matter with what is known of the study, then title, abstract and body under their headings.
 * The same record gives the same text, to the letter.
 */
export function textOf({ study, parts }: ForeignRecord): string {
  const lines = ["---", ...frontMatter(study), "---", ""];
  if (study.title !== undefined) lines.push(study.title, "");
  let kind: SectionKind = "other";
  for (const part of parts) {
    if (part.level <= 1) kind = "other";
    kind = part.kind ?? kind;
    lines.push(...written(part, part.kind ?? (part.level > 1 ? kind : undefined)));
  }
  return `${lines.join("\n").trimEnd()}\n`;
}

/** A study of those values that say something: no empty words or lists, no NaN. */
export function known(values: { readonly [Field in keyof Study]: Study[Field] | undefined }): Study {
  const says = (value: unknown): boolean =>
    value !== undefined &&
    value !== "" &&
    !(Array.isArray(value) && value.length === 0) &&
    !Number.isNaN(value);
  return Object.fromEntries(Object.entries(values).filter(([, value]) => says(value)));
}

/** The id of a record in its file: PMID, else DOI, else its number from 1. */
export function idOf({ study }: ForeignRecord, number: number): string {
  return study.pmid ?? study.doi ?? study.pmcid ?? String(number);
}

function frontMatter(study: Study): string[] {
  const { title, authors = [], journal, year, doi, pmid, pmcid, registrations = [] } = study;
  const quoted = (text: string): string => `"${text.replace(/(["\\])/g, "\\$1")}"`;
  return [
    ...(title === undefined ? [] : [`title: ${quoted(title)}`]),
    ...(authors.length === 0
      ? []
      : ["authors:", ...authors.slice(0, MOST_AUTHORS).map((name) => `  - ${name}`)]),
    ...(journal === undefined ? [] : [`journal: ${quoted(journal)}`]),
    ...(year === undefined ? [] : [`year: ${year}`]),
    ...(doi === undefined ? [] : [`doi: ${doi}`]),
    ...(pmid === undefined ? [] : [`pmid: ${pmid}`]),
    ...(pmcid === undefined ? [] : [`pmcid: ${pmcid}`]),
    ...(registrations.length === 0 ? [] : [`registrations: ${registrations.join(", ")}`]),
  ];
}

/** Words of a heading that the reader knows, for parts whose own heading does not say what they are. */
const KNOWN: Readonly<Partial<Record<SectionKind, string>>> = {
  background: "Background",
  methods: "Methods",
  results: "Results",
  conclusions: "Conclusions",
};

/** A heading that the reader would take for something else, or not know, is put under one that it knows. */
function written({ heading, level, paragraphs }: ForeignPart, kind: SectionKind | undefined): string[] {
  const body = paragraphs.filter((paragraph) => paragraph !== "").flatMap((paragraph) => [paragraph, ""]);
  const known = kind === undefined ? undefined : KNOWN[kind];
  const says = heading === undefined ? undefined : headingOf(heading);
  const misleads = says !== undefined && !says.weak && says.kind !== kind;
  const above = misleads || (level <= 1 && says?.kind !== kind) ? known : undefined;
  if (level === 0) {
    const label = [above?.toUpperCase(), heading]
      .flatMap((word) => (word === undefined ? [] : [`${word}: `]))
      .join("");
    return body.length === 0 ? [] : [label + body[0]!, ...body.slice(1)];
  }
  const marks = "#".repeat(Math.min(level + 1, 6));
  return [
    ...(above === undefined ? [] : [`${marks} ${above}`, ""]),
    ...(heading === undefined ? [] : [`${marks} ${heading}`, ""]),
    ...body,
  ];
}
