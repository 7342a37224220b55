/** Which foreign format a text is in, by its first characters and whatever its file is called. */

/** PubMed's XML; JATS, as PubMed Central has it; tables of references; BibTeX. */
export type ForeignFormat = "pubmed" | "jats" | "csv" | "bibtex";

/** So much of a file must be known. */
export const SNIFFED = 4096;

const TITLE = new Set(["title", "primary_title", "article title"]);
const ABSTRACT = new Set(["abstract", "notes_abstract", "abstract note", "abstractnote"]);

/** @returns undefined for text that is read as it is, plain, MEDLINE or RIS */
export function foreignFormat(start: string): ForeignFormat | undefined {
  const text = start.slice(0, SNIFFED).replace(/^\uFEFF/, "");
  if (/^\s*<[?!a-z]/i.test(text)) {
    if (/<(?:!DOCTYPE\s+)?Pubmed(?:Book)?Article(?:Set)?\b/.test(text)) return "pubmed";
    if (/<(?:!DOCTYPE\s+)?(?:article|pmc-articleset)\b/.test(text)) return "jats";
    return undefined;
  }
  if (/^(?:\s*%[^\n]*\n|\s)*@\s*[a-z]+\s*[{(]\s*[^\s,{}()"#%=]*\s*[,=]/i.test(text)) return "bibtex";
  return separatorOf(text) === undefined ? undefined : "csv";
}

/** The sign between the cells of a table of references, by its first line: it names a title and an abstract. */
export function separatorOf(text: string): string | undefined {
  const [line = ""] = text.split(/[\r\n]/, 1);
  return [",", "\t", ";"].find((separator) => {
    const names = line.split(separator).map((cell) => cell.replace(/^\s*"?|"?\s*$/g, "").toLowerCase());
    return names.some((name) => TITLE.has(name)) && names.some((name) => ABSTRACT.has(name));
  });
}
