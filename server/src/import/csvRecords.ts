/** Tables of references as Rayyan, Covidence, ASReview, Zotero and Scopus export them: CSV, or the same with tabs or semicolons. */
import { CsvError, parse } from "csv-parse/browser/esm/sync";
import { FormatError, type ForeignReader, type ForeignRecord } from "./foreign.js";
import { turnedName } from "./names.js";
import { recordOf } from "./reference.js";
import { separatorOf } from "./sniff.js";

/**
 * Names of columns, lower case, by what they hold; the first that a table has counts. Title, abstract and authors are those that
 * ASReview's documentation of its data format lists.
 *
 * Rayyan's are those that its own library writes (rayyanqcri/rayyan-formats-core, plugins/csv.rb and its spec), and the four that newer
 * exports add: doi, keywords, pubmed_id, pmc_id. Covidence's are the first line of a review's published export
 * (jonrhodes/nexus-4.3-review, review_283729_included_csv_20240320131744.csv). Its "Accession Number" is whatever the database
 * counts by, PubMed's or Embase's, which nothing tells apart, and so is no PMID here.
 */
const COLUMNS = {
  title: ["title", "primary_title", "article title"],
  abstract: ["abstract", "notes_abstract", "abstract note", "abstractnote"],
  authors: ["authors", "first_authors", "author names", "author", "author full names"],
  journal: [
    "journal",
    "publication title",
    "source title",
    "journal_name",
    "secondary_title",
    "alternate_title",
    "venue",
  ],
  year: ["year", "published year", "publication year", "publication_year", "date"],
  doi: ["doi", "doi link", "url"],
  pmid: ["pubmed_id", "pmid", "pubmed id", "pubmed"],
  pmcid: ["pmc_id", "pmcid", "pmc"],
} as const satisfies Readonly<Record<string, readonly string[]>>;
type Field = keyof typeof COLUMNS;

export class CsvReader implements ForeignReader {
  private readonly chunks: string[] = [];

  write(chunk: string): readonly ForeignRecord[] {
    this.chunks.push(chunk);
    return [];
  }

  end(): readonly ForeignRecord[] {
    const text = this.chunks.join("");
    return rowsOf(text, separatorOf(text.replace(/^\uFEFF/, "").slice(0, 4096)) ?? ",").map(
      ({ record, info }) => ({ ...recordOfRow(record), line: info.lines }),
    );
  }
}

interface ParsedRow {
  readonly record: Readonly<Record<string, string>>;
  readonly info: { readonly lines: number };
}

function rowsOf(text: string, delimiter: string): ParsedRow[] {
  try {
    return parse(text, {
      bom: true,
      columns: (names: readonly string[]) => names.map((name) => name.trim().toLowerCase()),
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as ParsedRow[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines } = error as CsvError & { readonly lines?: number };
    throw new FormatError(`${lines === undefined ? "" : `${lines}: `}${error.message}`);
  }
}

function recordOfRow(row: Readonly<Record<string, string>>): ForeignRecord {
  const cell = (field: Field): string => {
    for (const name of COLUMNS[field]) {
      const words = row[name] ?? "";
      if (words.trim() !== "") return words.trim();
    }
    return "";
  };
  return recordOf({
    title: cell("title"),
    authors: listOf(cell("authors")),
    journal: cell("journal"),
    year: cell("year"),
    doi: cell("doi"),
    pmid: cell("pmid"),
    pmcid: cell("pmcid"),
    abstract: cell("abstract"),
  });
}

/** "Okonkwo, Ada; Berg, Lisa", "Okonkwo, A. B. and Berg, L.", "['Okonkwo, A.', 'Berg, L.']", "Okonkwo AB, Berg L". */
function listOf(cell: string): string[] {
  const quoted = /^\s*\[\s*["']/.test(cell)
    ? cell.match(/(["'])(?:(?!\1).)+\1/g)?.map((name) => name.slice(1, -1))
    : undefined;
  const names = quoted ?? cell.split(/\s*;\s*|\s+and\s+|\s*&\s*/);
  const single = names.length === 1 ? (names[0] ?? "") : "";
  // Commas part names only where no name has a comma of its own, as in "Okonkwo AB, Berg L, Wei Z".
  const parted = single.split(",").map((name) => name.trim());
  const list = parted.length > 1 && parted.every((name) => /\s/.test(name)) ? parted : names;
  return list.map(turnedName);
}
