/** The formats that a review can be exported to: names and purposes only, the writers are loaded when one is asked for. */

export interface Format {
  readonly id: string;
  readonly label: string;
  /** One line: what it is for. */
  readonly purpose: string;
  /** What its file's name ends in, without a first dot; a format without one writes a folder of several files. */
  readonly ending?: string;
  /** Annotates the documents, and so needs their texts. */
  readonly needsTexts?: boolean;
  /** Bytes, not text. */
  readonly binary?: boolean;
}

export const FORMATS = [
  {
    id: "csv",
    label: "CSV",
    purpose: "review table, one row for each statement, for R, Excel and the like",
    ending: "csv",
  },
  { id: "tsv", label: "TSV", purpose: "the same table, separated by tabs", ending: "tsv" },
  {
    id: "xlsx",
    label: "Excel workbook",
    purpose: "studies, results and findings on sheets of their own",
    ending: "xlsx",
    binary: true,
  },
  {
    id: "json",
    label: "JSON",
    purpose: "structured review file with findings and provenance",
    ending: "json",
  },
  { id: "markdown", label: "Markdown table", purpose: "results for a manuscript or a wiki", ending: "md" },
  {
    id: "html",
    label: "HTML table",
    purpose: "results for a manuscript, to open in a browser or in Word",
    ending: "html",
  },
  {
    id: "metafor",
    label: "R with metafor",
    purpose: "estimates and a script that pools them and draws the forest plots (a folder)",
  },
  {
    id: "giv",
    label: "Generic inverse variance",
    purpose: "contrasts and arms in RevMan's column names, for R's meta (a folder)",
  },
  {
    id: "stata",
    label: "Stata",
    purpose: "estimates and arms with a do-file for meta set and meta esize (a folder)",
  },
  {
    id: "fhir",
    label: "FHIR Evidence",
    purpose: "results as HL7 FHIR R5 Evidence resources, for evidence platforms",
    ending: "fhir.json",
  },
  {
    id: "webannotation",
    label: "Web Annotations",
    purpose: "statements and findings as W3C annotations of the documents (JSON-LD)",
    ending: "jsonld",
    needsTexts: true,
  },
  {
    id: "brat",
    label: "brat",
    purpose: "documents and annotations for the brat tool (a folder)",
    needsTexts: true,
  },
  {
    id: "bioc",
    label: "BioC JSON",
    purpose: "documents with annotations for biomedical text mining",
    ending: "bioc.json",
    needsTexts: true,
  },
  {
    id: "parquet",
    label: "Parquet",
    purpose: "review table of a large corpus, for DuckDB, Arrow, pandas",
    ending: "parquet",
    binary: true,
  },
] as const satisfies readonly Format[];

export type FormatId = (typeof FORMATS)[number]["id"];

export type KnownFormat = Format & { readonly id: FormatId };

export function formatOf(id: FormatId): KnownFormat {
  return FORMATS.find((format) => format.id === id)!;
}

/** The format that a file's name asks for by its ending, the longest first: `x.fhir.json` is no `json`. */
export function formatOfName(name: string): FormatId | undefined {
  const lower = name.toLowerCase();
  const fitting = (FORMATS as readonly KnownFormat[]).filter(
    ({ ending }) => ending !== undefined && lower.endsWith(`.${ending}`),
  );
  const lengthOf = ({ ending = "" }: KnownFormat): number => ending.length;
  return fitting.sort((a, b) => lengthOf(b) - lengthOf(a))[0]?.id;
}
