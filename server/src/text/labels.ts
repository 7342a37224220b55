/** Finds a section's printed label: at the start of a line, in the running text before a colon, glued to a full stop. */
import type { SectionKind } from "../extraction.js";
import {
  headingOf,
  LONGEST_LABEL,
  mayBeginLabel,
  mayEndLabel,
  type Extent,
  type Heading,
} from "./headings.js";

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

const upper = (code: number): boolean => (code >= 0x41 && code <= 0x5a) || (code >= 0xc0 && code <= 0xde);
const lower = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || (code >= 0xdf && code <= 0xff);
const letter = (code: number): boolean => upper(code) || lower(code);
const digit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const blank = (code: number): boolean =>
  code === 0x20 || code === 9 || code === 13 || code === 0xa0 || (code >= 0x2000 && code <= 0x200b);

function skipBlanks(text: string, at: number, end: number): number {
  while (at < end && blank(text.charCodeAt(at))) at += 1;
  return at;
}

/** Letters, blanks and the few marks that labels are made of: `, / & - ' ’ ( ) ; +`. */
const inLabel = (code: number): boolean =>
  letter(code) ||
  code === 0x20 ||
  code === 0xa0 ||
  code === 0x2019 ||
  code === 0x2010 ||
  code === 0x2011 ||
  code === 0x3b ||
  (code >= 0x26 && code <= 0x2f && code !== 0x2e && code !== 0x2a) ||
  code === 0x2009;

/** Everyday words head no part of results or of conclusions, and page words no part of a paper's body. */
function allowed(heading: Heading, current: SectionKind): boolean {
  if (!heading.weak) return true;
  if (current === "results" || current === "conclusions" || current === "references") return false;
  return (
    heading.kind !== "boilerplate" || current === "title" || current === "other" || current === "boilerplate"
  );
}

/** Where the label proper begins: after Markdown's marks and the section's number. */
function decoration(
  text: string,
  first: number,
  end: number,
): { at: number; hashes: boolean; numbered: boolean } {
  let at = first;
  let hashes = false;
  for (; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x23) hashes = true;
    else if (code !== 0x2a && code !== 0x5f && code !== 0x3e && !(blank(code) && at > first)) break;
  }
  const from = at;
  while (at < end && at - from < 8 && (digit(text.charCodeAt(at)) || text.charCodeAt(at) === 0x2e)) at += 1;
  if (at === from) {
    const roman = /^(?:X|IX|IV|V?I{1,3}|V)\.\s/.exec(text.slice(from, from + 6));
    return roman ? { at: from + roman[0].length, hashes, numbered: true } : { at, hashes, numbered: false };
  }
  const after = text.charCodeAt(at) === 0x29 ? at + 1 : at;
  const word = skipBlanks(text, after, end);
  return word > after ? { at: word, hashes, numbered: true } : { at: from, hashes, numbered: false };
}

/** "BODY.RESULTS.SAFETY:" of papers flattened from JATS: the first part that is known decides. */
function pathHeading(
  text: string,
  first: number,
  end: number,
  current: SectionKind,
): FoundHeading | undefined {
  const path = /^(TITLE|ABSTRACT|BODY|BACK)(\.[^\n]*?)?:{1,2}(?=\s|$)/.exec(
    text.slice(first, Math.min(end, first + 400)),
  );
  if (!path) return undefined;
  const bodyStart = first + path[0].length;
  const parts = (path[2] ?? "").split(".").map((piece) => headingOf(piece.replace(/:+$/, "")));
  const known = parts.find(
    (heading) => heading && heading.kind !== "other" && (!heading.weak || heading.kind !== "boilerplate"),
  );
  const inherited =
    path[1] !== "BODY" || current === "boilerplate" || current === "references" || current === "title"
      ? "other"
      : current;
  const weakInside = known?.weak === true && (current === "results" || current === "conclusions");
  const kind = path[1] === "TITLE" ? "title" : known === undefined || weakInside ? inherited : known.kind;
  const heading = (path[2] ?? `.${path[1] ?? ""}`).slice(1).replace(/:+$/, "");
  return {
    start: first,
    bodyStart,
    kind,
    heading,
    weak: false,
    extent: "section",
    ownLine: true,
    numbered: false,
  };
}

/** The separator between a label and its text, and where the text begins; undefined where `at` is inside the label. */
function separator(
  text: string,
  at: number,
  end: number,
): { bodyStart: number; ownLine: boolean; dot: boolean } | undefined {
  const mark = skipMarks(text, at, end);
  const code = text.charCodeAt(mark);
  if (mark >= end) return { bodyStart: end, ownLine: true, dot: false };
  const next = text.charCodeAt(mark + 1);
  if (code === 0x3a || code === 0xff1a) {
    const after = skipMarks(text, mark + (next === 0x3a ? 2 : 1), end);
    return { bodyStart: after, ownLine: after === end, dot: false };
  }
  if (code === 0x2e) {
    if (next === 0x2014 || next === 0x2013) return { bodyStart: mark + 2, ownLine: false, dot: false };
    const after = skipBlanks(text, mark + 1, end);
    if (after === end || (after > mark + 1 && upper(text.charCodeAt(after))))
      return { bodyStart: after, ownLine: after === end, dot: true };
    return undefined;
  }
  if ((code === 0x2014 || code === 0x2013 || code === 0x2d || code === 0x7c) && mark > at && blank(next)) {
    return { bodyStart: skipBlanks(text, mark + 1, end), ownLine: false, dot: true };
  }
  return undefined;
}

/** Skips blanks and Markdown's emphasis. */
function skipMarks(text: string, at: number, end: number): number {
  while (at < end) {
    const code = text.charCodeAt(at);
    if (!blank(code) && code !== 0x2a && code !== 0x5f && code !== 0x23) return at;
    at += 1;
  }
  return end;
}

/** A list under a heading of its own reaches to the next heading; a label with text beside it only to its paragraph's end. */
function reach(heading: Heading, ownLine: boolean, colon: boolean): Extent {
  if (heading.kind !== "boilerplate") return heading.extent;
  if (heading.extent === "note") return ownLine && !colon ? "section" : "note";
  return heading.extent === "section" && !ownLine ? "stanza" : heading.extent;
}

/** A heading at the start of the line [first, end): "RESULTS", "Results: Of …", "## 3. Results", "Results.—Of …", "AbstractWe …". */
export function lineHeading(
  text: string,
  first: number,
  end: number,
  current: SectionKind,
): FoundHeading | undefined {
  const { at, hashes, numbered } = decoration(text, first, end);
  if (!letter(text.charCodeAt(at))) return undefined;
  let wordEnd = at;
  while (wordEnd < end && wordEnd - at < 20 && letter(text.charCodeAt(wordEnd))) wordEnd += 1;
  const word = text.slice(at, wordEnd);
  if (word === "TITLE" || word === "ABSTRACT" || word === "BODY" || word === "BACK") {
    const path = pathHeading(text, at, end, current);
    if (path) return path;
  }
  if (word.startsWith("Abstract") && word.length > 8 && upper(word.charCodeAt(8))) {
    return {
      start: first,
      bodyStart: at + 8,
      kind: "other",
      heading: "Abstract",
      weak: false,
      extent: "section",
      ownLine: false,
      numbered,
    };
  }
  const found = mayBeginLabel(word) ? labelFrom(text, first, at, end, current, numbered) : undefined;
  if (found !== undefined || !hashes || current === "references") return found;
  const kind =
    current === "title" || current === "boilerplate" || text.charCodeAt(first + 1) !== 0x23
      ? undefined
      : current;
  if (kind === undefined) return undefined;
  const heading = text.slice(at, end).trim();
  return {
    start: first,
    bodyStart: end,
    kind,
    heading,
    weak: false,
    extent: "section",
    ownLine: true,
    numbered,
  };
}

function labelFrom(
  text: string,
  first: number,
  at: number,
  end: number,
  current: SectionKind,
  numbered: boolean,
): FoundHeading | undefined {
  const limit = Math.min(end, at + LONGEST_LABEL);
  for (let stop = at + 2; stop <= limit; stop += 1) {
    if (stop < end && letter(text.charCodeAt(stop))) continue;
    const cut = separator(text, stop, end);
    if (cut !== undefined && (cut.bodyStart > stop || stop === end)) {
      const label = text.slice(at, stop).trim();
      const heading = headingOf(label);
      const plain = upper(text.charCodeAt(at)) || (!cut.dot && !cut.ownLine);
      if (heading && plain && allowed(heading, current) && !(cut.dot && heading.weak)) {
        return {
          start: first,
          bodyStart: cut.bodyStart,
          heading: label,
          ownLine: cut.ownLine,
          numbered,
          kind: heading.kind,
          weak: heading.weak,
          extent: reach(heading, cut.ownLine, text.charCodeAt(stop) === 0x3a),
        };
      }
      if (cut.ownLine || text.charCodeAt(stop) === 0x3a) return undefined;
    }
    if (stop < end && !inLabel(text.charCodeAt(stop))) return undefined;
  }
  return undefined;
}

/** What may stand right before a label that begins without a blank or after one: the end of a sentence. */
const endsSentence = (code: number): boolean =>
  code === 0x2e ||
  code === 0x3f ||
  code === 0x21 ||
  code === 0x29 ||
  code === 0x5d ||
  code === 0x22 ||
  code === 0x201d ||
  code === 0x2019 ||
  code === 0xae;

/** Where the eaten label of a web page's protected address stood, right before the colon. */
const EATEN = "email protected";

/**
 * A heading in the running text whose colon (or dash after a full stop) stands at `colon`:
 * "… unclear. METHODS: We", "… China.Methods: We", "email protectedPurpose: To".
 */
export function inlineHeading(
  text: string,
  from: number,
  colon: number,
  current: SectionKind,
): FoundHeading | undefined {
  let stop = colon;
  while (stop > from && blank(text.charCodeAt(stop - 1))) stop -= 1;
  if (text.charCodeAt(colon) === 0x2014 && stop > from && text.charCodeAt(stop - 1) === 0x2e) stop -= 1;
  let word = stop;
  while (word > from && stop - word < 20 && letter(text.charCodeAt(word - 1))) word -= 1;
  const bodyStart = skipBlanks(text, colon + 1, text.length);
  if (
    current === "boilerplate" &&
    /email.protected\]?$/.test(text.slice(Math.max(from, stop - EATEN.length - 1), stop))
  ) {
    return {
      start: bodyStart,
      bodyStart,
      kind: "background",
      weak: false,
      extent: "section",
      ownLine: false,
      numbered: false,
    };
  }
  if (word === stop || !mayEndLabel(text.slice(gluedFrom(text, word, stop), stop))) return undefined;
  const floor = Math.max(from, stop - LONGEST_LABEL);
  let edge = word;
  while (edge > floor && inLabel(text.charCodeAt(edge - 1))) edge -= 1;
  for (let start = edge; start < stop; start += 1) {
    if (!upper(text.charCodeAt(start))) continue;
    const strength = standing(text, from, edge, start, stop);
    if (strength === "none") continue;
    const label = text.slice(start, stop);
    const heading = headingOf(label);
    if (heading === undefined || (heading.weak && strength !== "free") || !allowed(heading, current))
      continue;
    return {
      start,
      bodyStart,
      heading: label,
      ownLine: false,
      numbered: false,
      kind: heading.kind,
      weak: heading.weak,
      extent: reach(heading, false, true),
    };
  }
  return undefined;
}

/** Within a word glued together ("protectedPurpose"), where its last capital stands after a small letter. */
function gluedFrom(text: string, word: number, stop: number): number {
  for (let at = stop - 1; at > word; at -= 1)
    if (upper(text.charCodeAt(at)) && lower(text.charCodeAt(at - 1))) return at;
  return word;
}

/** How a label stands in its sentence: after its end (free), glued to a word or in capitals (strong labels only). */
function standing(
  text: string,
  from: number,
  edge: number,
  start: number,
  stop: number,
): "free" | "tight" | "none" {
  const before = text.charCodeAt(start - 1);
  let previous = start;
  while (previous > from && blank(text.charCodeAt(previous - 1))) previous -= 1;
  if (previous === from && previous <= edge) return "none";
  if (previous <= edge && endsSentence(text.charCodeAt(previous - 1))) return "free";
  if (lower(before) || before === 0x29 || before === 0x5d || digit(before) || before === 0x25) return "tight";
  const second = text.charCodeAt(start + 1);
  const capitals = stop - start > 5 && upper(second) && upper(text.charCodeAt(stop - 1));
  return capitals && !upper(text.charCodeAt(previous - 1)) && previous > from ? "tight" : "none";
}
