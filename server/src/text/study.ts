/** What a document says about the study it reports. */
import type { Section, SectionKind, Study } from "../extraction.js";
import { noteCopyright, noteFrontMatter, noteIdentifiers, notePrinted, type KnownStudy } from "./citation.js";
import { isAuthors, isRecord } from "./furniture.js";
import { headingOf } from "./headings.js";
import { names } from "./names.js";
import { registrations } from "./registrations.js";

/** Furniture that is looked at for the study's own data: at most so many lines, and so much of each. */
const MOST_LINES = 300;
const LINE_LIMIT = 2000;
/** So many stretches of furniture are looked at; no page has as many. */
const MOST_PARTS = 400;

const CONTENT: ReadonlySet<SectionKind> = new Set(["background", "methods", "results", "conclusions"]);
/** Furniture that speaks of other papers or of data. */
const FOREIGN = /^(?:comment|erratum|update|republished|data|availability|additional file)/i;

/** Where another paper is spoken of: reference lists, citing and similar articles, errata and comments. */
function isForeign(section: Section): boolean {
  if (section.kind === "references") return true;
  if (section.heading === undefined || section.kind !== "boilerplate") return false;
  return headingOf(section.heading)?.extent === "rest" || FOREIGN.test(section.heading);
}

/** A stretch of furniture around the text. */
interface Furniture {
  readonly heading: string;
  readonly lines: readonly string[];
}

/** The furniture before and after the document's prose, up to a second record in the same file. */
function furniture(text: string, sections: readonly Section[]): { front: Furniture[]; back: Furniture[] } {
  const content = sections.findIndex((section) => CONTENT.has(section.kind));
  const front: Furniture[] = [];
  const back: Furniture[] = [];
  let records = 0;
  let parts = 0;
  for (const [index, section] of sections.entries()) {
    if (section.kind !== "boilerplate" || isForeign(section)) continue;
    if ((parts += 1) > MOST_PARTS) break;
    const slice = text.slice(
      section.range.start,
      Math.min(section.range.end, section.range.start + MOST_LINES * LINE_LIMIT),
    );
    const lines = slice
      .split("\n", MOST_LINES)
      .map((line) => line.slice(0, LINE_LIMIT).replace(/\s+/g, " ").trim());
    if (isRecord(lines[0] ?? "")) records += 1;
    if (records > 1) break;
    (index < content || content < 0 ? front : back).push({ heading: section.heading ?? "", lines });
  }
  return { front, back };
}

/** The first list of people among the paragraphs before the text. */
function authorsOf({ heading, lines }: Furniture): string[] {
  if (/^authors?$/i.test(heading)) return names(lines.slice(1).join(" "));
  if (heading !== "") return [];
  for (const paragraph of lines.join("\n").split(/\n\s*\n/))
    if (isAuthors(paragraph)) return names(paragraph);
  return [];
}

/** The words of the first title section: its first paragraph, without line breaks and final full stop. */
function titleOf(text: string, sections: readonly Section[]): string | undefined {
  const section = sections.find((candidate) => candidate.kind === "title");
  if (section === undefined) return undefined;
  const words = text.slice(
    section.range.start,
    Math.min(section.range.end, section.range.start + LINE_LIMIT),
  );
  const paragraph = words.replace(/^\s*(?:#+ )?(?:title\s*:{1,2})?\s*/i, "").split(/\n\s*\n/, 1)[0] ?? "";
  const title = paragraph.replace(/\s+/g, " ").trim().replace(/\.$/, "");
  return title === "" ? undefined : title;
}

/**
 * What the document itself says about its study; fields that it does not state are absent.
 *
 * DOI, PMID and PMCID are the paper's own: numbers in reference lists, citing articles, errata and comments do not
 * count. The DOI is in lower case, the PMCID begins with PMC, registrations are written as their registry does.
 *
 * @param places the `suspects` of the text, where they are known
 */
export function study(text: string, sections: readonly Section[], places?: readonly number[]): Study {
  const known: KnownStudy = {};
  noteFrontMatter(known, text);
  known.title ??= titleOf(text, sections) ?? "";
  if (known.title === "") delete known.title;
  const { front, back } = furniture(text, sections);
  for (const part of front) {
    const authors = known.authors === undefined ? authorsOf(part) : [];
    if (authors.length > 0) known.authors = authors;
  }
  for (const { lines } of front)
    lines.forEach((line) => {
      notePrinted(known, line);
    });
  for (const { lines } of [...front, ...back]) {
    for (const [index, line] of lines.entries()) {
      noteIdentifiers(known, line, lines[index + 1] ?? "");
      noteCopyright(known, line);
    }
  }
  const isOthers = (at: number): boolean =>
    sections.some((section) => section.range.start <= at && at < section.range.end && isForeign(section));
  const numbers = registrations(text, isOthers, places);
  if (numbers.length > 0) known.registrations = numbers;
  return known;
}
