/** Papers in JATS, as PubMed Central and publishers give them out: `article`. */
import type { SectionKind, Study } from "../extraction.js";
import { doiIn } from "../text/citation.js";
import { registrations } from "../text/registrations.js";
import { known, type ForeignPart, type ForeignReader, type ForeignRecord } from "./foreign.js";
import { inlineText } from "./inline.js";
import { children, find, isElement, TreeReader, type Element } from "./markup.js";
import { personName } from "./names.js";
import { captionOf, tableLines } from "./tables.js";

const RECORDS = new Set(["article"]);
const SKIPPED = new Set(
  "ref-list sub-article response aff author-notes permissions kwd-group funding-group custom-meta-group counts related-article self-uri bio tex-math supplementary-material ack glossary fn-group".split(
    " ",
  ),
);

/** `sec-type`; a section that is two things ("materials|methods") is the first one that is known. */
const KINDS: Readonly<Record<string, SectionKind>> = {
  intro: "background",
  introduction: "background",
  background: "background",
  methods: "methods",
  materials: "methods",
  subjects: "methods",
  results: "results",
  findings: "results",
  conclusions: "conclusions",
  conclusion: "conclusions",
  discussion: "conclusions",
};

export class JatsReader implements ForeignReader {
  private readonly tree = new TreeReader({ records: RECORDS, skipped: SKIPPED });

  write(chunk: string): readonly ForeignRecord[] {
    return this.tree.write(chunk).map(recordOf);
  }

  end(): readonly ForeignRecord[] {
    return this.tree.end().map(recordOf);
  }
}

function recordOf(article: Element): ForeignRecord {
  const meta = find(article, "front", "article-meta");
  const abstracts = children(meta, "abstract").filter(
    ({ attributes }) =>
      !/^(?:graphical|teaser|toc|executive|key-points|video)/.test(attributes["abstract-type"] ?? ""),
  );
  const parts = [
    ...abstracts
      .slice(0, 1)
      .flatMap((abstract) => [{ heading: "Abstract", level: 1, paragraphs: [] }, ...blocks(abstract, 0)]),
    ...blocks(find(article, "body"), 1),
    ...blocks(find(article, "floats-group"), 1),
  ];
  return { study: studyOf(article, meta, parts), parts, line: article.line };
}

/** The text of a section and of those inside it. @param level 0 in an abstract, where headings become labels */
function blocks(element: Element | undefined, level: number): ForeignPart[] {
  const parts: ForeignPart[] = [];
  const said: string[] = [];
  const flush = (): void => {
    if (said.length > 0) parts.push({ level: Math.max(level, 2), paragraphs: said.splice(0) });
  };
  for (const child of element?.children ?? []) {
    if (!isElement(child) || child.name === "title" || child.name === "label") continue;
    if (child.name !== "sec") {
      said.push(...paragraphs(child));
      continue;
    }
    flush();
    const [first, ...rest] = blocks(child, level === 0 ? 0 : level + 1);
    const direct = first !== undefined && first.heading === undefined;
    const heading = inlineText(find(child, "title")).replace(/[:.]$/, "");
    const kind = (child.attributes["sec-type"] ?? "")
      .split("|")
      .flatMap((type) => KINDS[type.toLowerCase()] ?? [])[0];
    parts.push({
      level,
      paragraphs: direct ? first.paragraphs : [],
      ...(heading !== "" && { heading }),
      ...(kind !== undefined && { kind }),
    });
    parts.push(...(direct || first === undefined ? rest : [first, ...rest]));
  }
  flush();
  return parts;
}

const CONTAINERS = new Set(
  "list list-item boxed-text disp-quote fig-group table-wrap-group statement def-list def-item alternatives speech".split(
    " ",
  ),
);

/** The paragraphs of a block: its words, then the tables and figures that stand inside it. */
function paragraphs(block: Element): string[] {
  if (block.name === "table-wrap") return tableLines(block);
  if (block.name === "fig") return [captionOf(block)];
  if (CONTAINERS.has(block.name))
    return block.children.flatMap((child) => (isElement(child) ? paragraphs(child) : []));
  const inside = block.children.filter(
    (child): child is Element => isElement(child) && (child.name === "table-wrap" || child.name === "fig"),
  );
  return [inlineText(block), ...inside.flatMap(paragraphs)].filter((words) => words !== "");
}

function studyOf(article: Element, meta: Element | undefined, parts: readonly ForeignPart[]): Study {
  const ids = children(meta, "article-id");
  const idOf = (...types: readonly string[]): string | undefined =>
    ids.filter(({ attributes }) => types.includes(attributes["pub-id-type"] ?? "")).map(inlineText)[0];
  const title = inlineText(find(meta, "title-group", "article-title")).replace(/\.$/, "");
  const journalMeta = find(article, "front", "journal-meta");
  const journal = inlineText(
    find(journalMeta, "journal-title-group", "journal-title") ?? find(journalMeta, "journal-title"),
  );
  const authors = children(meta, "contrib-group")
    .flatMap((group) => children(group, "contrib"))
    .filter(({ attributes }) => (attributes["contrib-type"] ?? "author") === "author")
    .flatMap((contrib) => {
      const name = find(contrib, "name") ?? find(contrib, "name-alternatives", "name");
      const family = inlineText(find(name, "surname"));
      return family === "" ? [] : [personName(family, inlineText(find(name, "given-names")))];
    });
  const years = children(meta, "pub-date").map((date) => Number(inlineText(find(date, "year"))) || Infinity);
  const year = Math.min(...years);
  const doi = doiIn(idOf("doi") ?? "");
  const pmid = /^\d{1,8}$/.exec(idOf("pmid") ?? "")?.[0];
  const pmcid = /\d{4,}/.exec(idOf("pmc", "pmcid", "pmcaid") ?? "")?.[0];
  const numbers = registrations(parts.flatMap((part) => part.paragraphs).join("\n"), () => false);
  return known({
    title,
    authors,
    journal,
    year: Number.isFinite(year) ? year : undefined,
    doi,
    pmid,
    pmcid: pmcid && `PMC${pmcid}`,
    registrations: numbers,
  });
}
