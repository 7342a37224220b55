/** What a printed label of a section may be made of, and how a label is taken as a heading where it stands. */
import type { SectionKind } from "../extraction.js";
import { isBlank, isLower, isUpper } from "./chars.js";
import type { Extent, Heading } from "./headings.js";

export interface FoundHeading {
  readonly start: number;
  readonly bodyStart: number;
  readonly kind: SectionKind;
  readonly heading?: string;
  readonly weak: boolean;
  readonly extent: Extent;
  /** Nothing but the label stands on its line. */
  readonly ownLine: boolean;
  readonly numbered: boolean;
}

/** Letters of Western alphabets, which are all that labels are written in. */
export const isPlainLetter = (code: number): boolean => isUpper(code) || isLower(code);
/** Blanks within a line, with the carriage return at its end. */
export const isGap = (code: number): boolean => code === 13 || isBlank(code);

export function skipBlanks(text: string, at: number, end: number): number {
  while (at < end && isGap(text.charCodeAt(at))) at += 1;
  return at;
}

/** Skips blanks and Markdown's emphasis. */
export function skipMarks(text: string, at: number, end: number): number {
  while (at < end) {
    const code = text.charCodeAt(at);
    if (!isGap(code) && code !== 0x2a && code !== 0x5f && code !== 0x23) return at;
    at += 1;
  }
  return end;
}

/** Letters, blanks and the few marks that labels are made of: `, / & - ' ’ ( ) ; +`. */
export const inLabel = (code: number): boolean =>
  isPlainLetter(code) ||
  code === 0x20 ||
  code === 0xa0 ||
  code === 0x2019 ||
  code === 0x2010 ||
  code === 0x2011 ||
  code === 0x3b ||
  (code >= 0x26 && code <= 0x2f && code !== 0x2e && code !== 0x2a) ||
  code === 0x2009;

/** Everyday words head no part of results or of conclusions, and page words no part of a paper's body. */
export function allowed(heading: Heading, current: SectionKind): boolean {
  if (!heading.weak) return true;
  if (current === "results" || current === "conclusions" || current === "references") return false;
  return (
    heading.kind !== "boilerplate" || current === "title" || current === "other" || current === "boilerplate"
  );
}

/** A list under a heading of its own reaches to the next heading; a label with text beside it only to its paragraph's end. */
export function reach(heading: Heading, ownLine: boolean, colon: boolean): Extent {
  if (heading.kind !== "boilerplate") return heading.extent;
  if (heading.extent === "note") return ownLine && !colon ? "section" : "note";
  return heading.extent === "section" && !ownLine ? "stanza" : heading.extent;
}
