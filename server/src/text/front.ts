/** The lines before an abstract: title, authors, affiliations, where it was printed, and a page's banners. */
import { isAffiliation, isAuthors, isBanner, isCitation, isRecord, isTitle } from "./furniture.js";
import { lineHeading } from "./lineHeading.js";

/** A stretch at the front of a document that is its title or furniture. */
export interface FrontPart {
  readonly kind: "title" | "boilerplate";
  readonly end: number;
}

/** Front matter reaches no further. */
export const LONGEST_MATTER = 20_000;

/** How much of a paragraph is looked at. */
const PARAGRAPH_LIMIT = 3000;
/** A line longer than this is prose, where names and affiliations are not awaited. */
const LONGEST_TITLE = 450;
/** A line longer than this was not broken by hand. */
const UNBROKEN = 120;

interface Paragraph {
  readonly end: number;
  readonly text: string;
  readonly lines: number;
  /** What follows the paragraph: a blank line and more text, a heading, or the end of the document. */
  readonly followedBy: "text" | "heading" | "nothing";
}

/** Reads the front of a document paragraph by paragraph until its prose begins. */
export class FrontMatter {
  isOpen = true;
  private title: string | undefined;

  constructor(private readonly text: string) {}

  /** End of a leading block of `key: value` lines between `---` lines; 0 where there is none. */
  matterEnd(): number {
    const block = /^\uFEFF?---\r?\n(?:[\w -]{1,30}:[^\n]*\n|\s+-?[^\n]*\n|\r?\n)*---[ \t]*(?:\r?\n|$)/.exec(
      this.text.slice(0, LONGEST_MATTER),
    );
    return block?.[0].length ?? 0;
  }

  close(): void {
    this.isOpen = false;
  }

  /** No title is looked for any more, but names and affiliations may still come. */
  pastTitle(): void {
    this.title ??= "";
  }

  /** Another abstract begins in the same file. */
  reopen(): void {
    this.isOpen = true;
    this.title = undefined;
  }

  /** What the line [first, end) opens, or undefined where the document's prose begins. */
  classify(first: number, end: number): FrontPart | undefined {
    const line = this.text.slice(first, Math.min(end, first + PARAGRAPH_LIMIT));
    if (this.title === undefined && end - first > LONGEST_TITLE) return undefined;
    if (isBanner(line)) return { kind: "boilerplate", end };
    const paragraph = this.paragraph(first);
    if (isRecord(line)) return { kind: "boilerplate", end: this.stanzaEnd(first) };
    if (isCitation(line)) return { kind: "boilerplate", end };
    if ((this.title !== undefined || line.startsWith("•")) && isAuthors(paragraph.text))
      return { kind: "boilerplate", end: paragraph.end };
    if (this.title !== undefined && isAffiliation(line)) return { kind: "boilerplate", end };
    if (this.title !== undefined && this.title !== "" && plain(line) === this.title)
      return { kind: "title", end };
    if (this.title !== undefined) return undefined;
    const titleEnd = this.titleEnd(first, end, paragraph);
    if (titleEnd === undefined) return undefined;
    this.title = plain(this.text.slice(first, titleEnd));
    return { kind: "title", end: titleEnd };
  }

  /** Where a title that begins at `first` ends: a short paragraph, or a line above unbroken prose. */
  private titleEnd(first: number, end: number, paragraph: Paragraph): number | undefined {
    if (paragraph.followedBy !== "nothing" && paragraph.lines <= 5 && isTitle(paragraph.text))
      return paragraph.end;
    const line = this.text.slice(first, end).trim();
    if (paragraph.lines < 2 || !isTitle(line) || /\.$/.test(line)) return undefined;
    const next = end + 1;
    const nextEnd = this.text.indexOf("\n", next);
    const following = this.text.slice(next, nextEnd < 0 ? this.text.length : nextEnd).trim();
    const starts = /^[\p{Lu}\d•(]/u.test(following);
    return starts && (following.length > UNBROKEN || isCitation(following) || isAuthors(following))
      ? end
      : undefined;
  }

  /** The next blank line, or where a paragraph becomes too long to be looked at. */
  private stanzaEnd(first: number): number {
    const blank = /\n[ \t\r]*\n/.exec(this.text.slice(first, first + PARAGRAPH_LIMIT));
    return first + (blank?.index ?? Math.min(PARAGRAPH_LIMIT, this.text.length - first));
  }

  private paragraph(first: number): Paragraph {
    const { text } = this;
    const limit = Math.min(text.length, first + PARAGRAPH_LIMIT);
    let lines = 0;
    let at = first;
    let end = first;
    let followedBy: Paragraph["followedBy"] = "nothing";
    while (at < limit) {
      const newline = text.indexOf("\n", at);
      const lineEnd = newline < 0 ? text.length : newline;
      if (text.slice(at, Math.min(lineEnd, at + 200)).trim() === "") {
        if (/\S/.test(text.slice(lineEnd, lineEnd + 500))) followedBy = "text";
        break;
      }
      const visible = at + (/^\s*/.exec(text.slice(at, at + 40))?.[0].length ?? 0);
      if (
        lines > 0 &&
        (lineHeading(text, visible, lineEnd, "other") || isCitation(text.slice(at, lineEnd)))
      ) {
        followedBy = "heading";
        break;
      }
      lines += 1;
      end = Math.min(lineEnd, limit);
      at = lineEnd + 1;
    }
    return { end, text: text.slice(first, end), lines, followedBy };
  }
}

const plain = (words: string): string => words.replace(/\s+/g, " ").trim().toLowerCase();
