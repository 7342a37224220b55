/** PubMed's XML, the baseline and update files and what PubMed saves: `PubmedArticleSet`. */
import type { SectionKind, Study } from "../extraction.js";
import { doiIn } from "../text/citation.js";
import { registrations } from "../text/registrations.js";
import { known, type ForeignPart, type ForeignReader, type ForeignRecord } from "./foreign.js";
import { collapsed, inlineText } from "./inline.js";
import { children, find, TreeReader, type Element } from "./markup.js";
import { personName } from "./names.js";

/** What update files hold after their records: PMIDs that PubMed takes back. */
const WITHDRAWAL = "DeleteCitation";
const RECORDS = new Set(["PubmedArticle", "PubmedBookArticle", WITHDRAWAL]);
const SKIPPED = new Set(
  "MeshHeadingList ChemicalList ReferenceList CommentsCorrectionsList GrantList KeywordList History AffiliationInfo OtherAbstract InvestigatorList SupplMeshList GeneSymbolList CitationSubset PublicationTypeList MedlineJournalInfo VernacularTitle Identifier".split(
    " ",
  ),
);

/** What the National Library of Medicine says that a part of an abstract is. */
const CATEGORIES: Readonly<Record<string, SectionKind>> = {
  BACKGROUND: "background",
  OBJECTIVE: "background",
  METHODS: "methods",
  RESULTS: "results",
  CONCLUSIONS: "conclusions",
};

export class PubmedReader implements ForeignReader {
  private readonly tree = new TreeReader({ records: RECORDS, skipped: SKIPPED });

  readonly withdrawn: string[] = [];

  write(chunk: string): readonly ForeignRecord[] {
    return this.recordsOf(this.tree.write(chunk));
  }

  end(): readonly ForeignRecord[] {
    return this.recordsOf(this.tree.end());
  }

  private recordsOf(elements: readonly Element[]): ForeignRecord[] {
    return elements.flatMap((element) => {
      if (element.name !== WITHDRAWAL) return [recordOf(element)];
      this.withdrawn.push(...children(element, "PMID").map(inlineText));
      return [];
    });
  }
}

function recordOf(element: Element): ForeignRecord {
  const book = find(element, "BookDocument");
  const citation = book ?? find(element, "MedlineCitation");
  const article = book ?? find(citation, "Article");
  const abstract = find(article, "Abstract");
  const parts = children(abstract, "AbstractText").map(partOf);
  const pmid = find(citation, "PMID");
  const number = Number(pmid?.attributes["Version"] ?? 1);
  return {
    study: studyOf(element, citation, article, parts),
    parts: parts.length > 0 ? [{ heading: "Abstract", level: 1, paragraphs: [] }, ...parts] : [],
    version: [number, dayOf(find(citation, "DateRevised") ?? find(citation, "DateCompleted"))],
    line: element.line,
  };
}

function partOf(element: Element): ForeignPart {
  const { Label, NlmCategory = "" } = element.attributes;
  const kind = CATEGORIES[NlmCategory];
  return {
    level: 0,
    paragraphs: [inlineText(element)],
    ...(Label !== undefined && Label !== "UNLABELLED" && { heading: collapsed(Label).replace(/:$/, "") }),
    ...(kind !== undefined && { kind }),
  };
}

function studyOf(
  element: Element,
  citation: Element | undefined,
  article: Element | undefined,
  parts: readonly ForeignPart[],
): Study {
  const ids = children(
    find(element, "PubmedData", "ArticleIdList") ?? find(article, "ArticleIdList"),
    "ArticleId",
  );
  const idOf = (type: string): string | undefined =>
    wordsOf(ids.find(({ attributes }) => attributes["IdType"] === type));
  const located = children(article, "ELocationID").find(({ attributes }) => attributes["EIdType"] === "doi");
  const journal = find(article, "Journal");
  const date = find(journal, "JournalIssue", "PubDate") ?? find(article, "Book", "PubDate");
  const title = inlineText(find(article, "ArticleTitle") ?? find(article, "Book", "BookTitle")).replace(
    /\.$/,
    "",
  );
  const authors = children(find(article, "AuthorList"), "Author").flatMap(authorOf);
  const name =
    wordsOf(find(journal, "ISOAbbreviation")) ??
    wordsOf(find(journal, "Title")) ??
    wordsOf(find(article, "Book", "BookTitle"));
  const year = /\b(?:1[89]|20)\d\d\b/.exec(inlineText(find(date, "Year") ?? find(date, "MedlineDate")))?.[0];
  const doi = doiIn(idOf("doi") ?? wordsOf(located) ?? "");
  const pmid = wordsOf(find(citation, "PMID"));
  const pmcid = /\bPMC\d+/.exec(idOf("pmc") ?? "")?.[0];
  const banks = children(find(article, "DataBankList"), "DataBank")
    .flatMap((bank) => children(find(bank, "AccessionNumberList"), "AccessionNumber"))
    .map(inlineText);
  const numbers = registrations(
    [...banks, ...parts.flatMap(({ paragraphs }) => paragraphs)].join("\n"),
    () => false,
  );
  return known({
    title,
    authors,
    journal: name,
    year: Number(year),
    doi,
    pmid,
    pmcid,
    registrations: numbers,
  });
}

/** Groups are no persons: the reader takes no names of groups either. */
function authorOf(author: Element): string[] {
  const family = wordsOf(find(author, "LastName"));
  if (family === undefined || author.attributes["ValidYN"] === "N") return [];
  return [personName(family, wordsOf(find(author, "Initials")) ?? wordsOf(find(author, "ForeName")) ?? "")];
}

function wordsOf(element: Element | undefined): string | undefined {
  const words = inlineText(element);
  return words === "" ? undefined : words;
}

/** YYYYMMDD, or 0 where there is no day. */
function dayOf(date: Element | undefined): number {
  const part = (name: string): number => Number(inlineText(find(date, name)));
  return date === undefined ? 0 : part("Year") * 10000 + part("Month") * 100 + part("Day");
}
