/** What one line of a page's or record's furniture says of the study: journal, year, DOI, PMID, PMCID, first author. */
import type { Study } from "../extraction.js";
import { LONGEST_MATTER } from "./front.js";
import { names } from "./names.js";

/** A study of which more and more becomes known; what was found first is kept. */
export type KnownStudy = { -readonly [Field in keyof Study]: Study[Field] };

const MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.?";
/** A journal before a year: "1. Arch Invent Med. 2011 Jun;27(3)", "Lancet 2009; 311: 2048". */
const JOURNAL_YEAR = new RegExp(
  `^(?:\\d{1,4}\\. )?(\\p{Lu}[\\p{L}&:'’() -]{2,80}?(?:\\. \\p{L}[\\p{L} .]{1,40}?)?)[.,]? ((?:19|20)\\d\\d)(?:[ -]${MONTH}(?:[ -]\\w{1,4}){0,2})?\\s?[;:.,]`,
  "u",
);
const JOURNAL_BRACKETS = new RegExp(
  `^(\\p{Lu}[\\p{L}&:'’ .-]{2,100}) \\((?:${MONTH} )?((?:19|20)\\d\\d)\\)$`,
  "u",
);
const ET_AL = new RegExp(
  `^(\\p{Lu}[\\p{L}'’. -]{2,60}?),? et al\\.?,? (\\p{Lu}[\\p{L}&:'’ -]{2,80}?)\\. ((?:19|20)\\d\\d)\\b`,
  "u",
);
const DATED_ONLY = new RegExp(`^\\.? ?((?:19|20)\\d\\d)(?: ${MONTH}(?:[ -]\\w{1,4}){0,2})?\\s?;`);
const COPYRIGHT = /^(?:copyright\b|©|\(c\)).{0,40}?\b((?:19|20)\d\d)\b/i;
const LABELLED =
  /^(journal|year|date|published(?: online)?|publication date|pmid|pmcid|doi|title|authors?)\b\s*(?::\s*|\s)(?=\S)(.+)$/i;

/** A DOI in lower case, without the punctuation that follows it in print; undefined where the line has none. */
export function doiIn(line: string): string | undefined {
  const match = /\b10\.\d{4,9}\/[^\s"<>]+/.exec(line);
  if (!match) return undefined;
  let doi = match[0].replace(/[.,;:'’”\]}]+$/, "");
  while (doi.endsWith(")") && doi.split("(").length < doi.split(")").length)
    doi = doi.slice(0, -1).replace(/[.,;:]+$/, "");
  return doi.toLowerCase();
}

/** Sets a field that is not known yet, unless there is nothing to set. */
function learn<Field extends keyof KnownStudy>(
  study: KnownStudy,
  field: Field,
  value: KnownStudy[Field],
): void {
  if (value !== undefined && value !== "") study[field] ??= value;
}

/** Notes the identifiers in a line; `next` is the line after it, to which a broken DOI may have slipped. */
export function noteIdentifiers(study: KnownStudy, line: string, next: string): void {
  learn(study, "doi", doiIn(/\bdoi:?\s*$/i.test(line) ? next : line));
  learn(study, "pmid", /\bPMID\s?:?\s*(\d{5,8})\b/i.exec(line)?.[1]);
  const pmcid = /\bPMC(?:ID)?\s?:?\s*(?:PMC)?(\d{5,8})\b/i.exec(line)?.[1];
  learn(study, "pmcid", pmcid && `PMC${pmcid}`);
}

/** Notes where and when a line of furniture says that the study was printed, and by whom first. */
export function notePrinted(study: KnownStudy, line: string): void {
  const cited = ET_AL.exec(line);
  const printed = cited ? cited.slice(1) : (JOURNAL_BRACKETS.exec(line) ?? JOURNAL_YEAR.exec(line));
  if (cited) learn(study, "authors", [(cited[1] ?? "").trim()]);
  if (printed) {
    learn(study, "journal", printed[1]?.trim());
    learn(study, "year", Number(printed[2]));
    return;
  }
  const dated = DATED_ONLY.exec(line);
  if (dated) learn(study, "year", Number(dated[1]));
  const label = LABELLED.exec(line);
  if (label) noteLabelled(study, (label[1] ?? "").toLowerCase(), label[2] ?? "");
}

/** Notes the year of a copyright line. */
export function noteCopyright(study: KnownStudy, line: string): void {
  const year = COPYRIGHT.exec(line)?.[1];
  if (year !== undefined) learn(study, "year", Number(year));
}

/** Notes a `key: value` of a page or of front matter. */
export function noteLabelled(study: KnownStudy, key: string, raw: string): void {
  const value = raw
    .trim()
    .replace(/^"(.*)"$/, (_, inside: string) => inside.replace(/\\(["\\])/g, "$1"))
    .replace(/^'(.*)'$/, "$1");
  if (key === "title") learn(study, "title", value);
  else if (key.startsWith("author")) {
    const list = names(value.replace(/^\[|\]$/g, "").replace(/["']/g, ""));
    if (list.length > 0) learn(study, "authors", list);
  } else if (key === "journal") {
    if (/^\p{Lu}/u.test(value)) learn(study, "journal", value);
  } else if (key === "pmid" && /^\d{1,8}$/.test(value)) learn(study, "pmid", value);
  else if (key === "doi" || key.startsWith("pm")) noteIdentifiers(study, `${key}: ${value}`, "");
  else {
    const year = /\b(?:19|20)\d\d\b/.exec(value)?.[0];
    if (year !== undefined) learn(study, "year", Number(year));
  }
}

/** Notes leading `key: value` lines between `---` lines, with YAML's lists of authors. */
export function noteFrontMatter(study: KnownStudy, text: string): void {
  const block = /^\uFEFF?---\r?\n([\s\S]*?)\n---[ \t]*(?:\r?\n|$)/.exec(text.slice(0, LONGEST_MATTER))?.[1];
  let key = "";
  const items: string[] = [];
  for (const line of (block ?? "").split("\n")) {
    const item = /^\s*- (.+)$/.exec(line)?.[1];
    if (item !== undefined && key === "authors") items.push(item.trim());
    const [, name, value] = /^(\w+)\s*:\s*(.*?)\s*$/.exec(line) ?? [];
    if (name === undefined) continue;
    key = name.toLowerCase();
    if (value !== undefined && value !== "" && KEYS.has(key)) noteLabelled(study, key, value);
  }
  if (items.length > 0) learn(study, "authors", names(items.join("; ")));
}

const KEYS = new Set(["title", "author", "authors", "journal", "year", "date", "doi", "pmid", "pmcid"]);
