/** A reference of words in named fields, as tables and BibTeX hold it, as a record. */
import { doiIn } from "../text/citation.js";
import { registrations } from "../text/registrations.js";
import { known, type ForeignRecord } from "./foreign.js";
import { collapsed } from "./inline.js";

/** As the file says it; "" where it says nothing. */
export interface Reference {
  readonly title: string;
  readonly authors: readonly string[];
  readonly journal: string;
  /** A year, or a date that holds one. */
  readonly year: string;
  /** A DOI, or an address that holds one. */
  readonly doi: string;
  readonly pmid: string;
  readonly pmcid: string;
  /** A line break or an empty line ends a paragraph; labels, where there are any, stand in the text. */
  readonly abstract: string;
}

export function recordOf(reference: Reference): ForeignRecord {
  const paragraphs = paragraphsOf(reference.abstract);
  const pmcid = /\d{4,9}/.exec(reference.pmcid)?.[0];
  const study = known({
    title: collapsed(reference.title).replace(/\.$/, ""),
    authors: reference.authors.filter((name) => name !== ""),
    journal: collapsed(reference.journal),
    year: Number(/\b(?:1[89]|20)\d\d\b/.exec(reference.year)?.[0]),
    doi: doiIn(reference.doi),
    pmid: /^\d{1,8}$/.exec(reference.pmid)?.[0],
    pmcid: pmcid && `PMC${pmcid}`,
    registrations: registrations(paragraphs.join("\n"), () => false),
  });
  return {
    study,
    parts: paragraphs.length === 0 ? [] : [{ heading: "Abstract", level: 1, paragraphs }],
  };
}

function paragraphsOf(text: string): string[] {
  return text
    .split(/\r?\n\s*\n|\r\n?|\n/)
    .map(collapsed)
    .filter((paragraph) => paragraph !== "");
}
