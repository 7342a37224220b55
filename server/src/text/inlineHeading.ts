/** Finds a heading in the running text: after a full stop, glued to one, or in capitals, always before a colon or dash. */
import type { SectionKind } from "../extraction.js";
import { isDigit, isLower, isUpper } from "./chars.js";
import { lineHeading } from "./lineHeading.js";
import { headingOf, LONGEST_LABEL, mayEndLabel } from "./headings.js";
import { allowed, inLabel, isGap, isPlainLetter, reach, skipMarks, type FoundHeading } from "./labels.js";

/** Marks beside which labels stand; of the last two only the full stop before a label in capitals matters. */
const MARKS = [":", "]", ".\u2014", ". "] as const;

/** Steps through the places of a text beside which a label may stand. */
export class Stops {
  private readonly next = [-1, -1, -1, -1];

  constructor(private readonly text: string) {}

  /** The next such place at or after `at`, or the length of the text: a colon, bracket, dash, or end of a sentence. */
  from(at: number): number {
    const { next } = this;
    let nearest = this.text.length;
    for (let kind = 0; kind < MARKS.length; kind += 1) {
      let place = next[kind] ?? -1;
      if (place < at) place = next[kind] = this.find(kind, at);
      if (place < nearest) nearest = place;
    }
    return nearest;
  }

  private find(kind: number, at: number): number {
    const { text } = this;
    const mark = MARKS[kind] ?? "";
    let place = text.indexOf(mark, at);
    while (
      kind === 3 &&
      place >= 0 &&
      !(isUpper(text.charCodeAt(place + 2)) && isUpper(text.charCodeAt(place + 3)))
    )
      place = text.indexOf(mark, place + 1);
    if (place < 0) return text.length;
    return kind === 2 ? place + 1 : place;
  }
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
  if (text.charCodeAt(colon) === 0x2e) return afterSentence(text, colon + 2, current);
  let stop = colon;
  while (stop > from && isGap(text.charCodeAt(stop - 1))) stop -= 1;
  const dash = text.charCodeAt(colon) === 0x2014;
  if (dash && stop > from && text.charCodeAt(stop - 1) === 0x2e) stop -= 1;
  let word = stop;
  while (word > from && stop - word < 20 && isPlainLetter(text.charCodeAt(word - 1))) word -= 1;
  const bodyStart = skipMarks(text, colon + 1, text.length);
  if (
    text.charCodeAt(colon) === 0x3a &&
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
  if (text.charCodeAt(colon) === 0x5d) return bracketed(text, from, colon, current);
  if (word === stop || !mayEndLabel(text, stop)) return undefined;
  const floor = Math.max(from, stop - LONGEST_LABEL);
  let edge = word;
  while (edge > floor && inLabel(text.charCodeAt(edge - 1))) edge -= 1;
  for (let start = edge; start < stop; start += 1) {
    if (!isUpper(text.charCodeAt(start))) continue;
    const strength = standing(text, from, edge, start, stop);
    if (strength === "none" || (dash && strength !== "free")) continue;
    const label = text.slice(start, stop);
    const heading = headingOf(label);
    if (
      heading === undefined ||
      (heading.weak && (dash || strength !== "free")) ||
      !allowed(heading, current)
    )
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

/** A label in capitals at the start of a sentence: "… unclear. METHODS. We", "… unclear. METHODS We". */
function afterSentence(text: string, start: number, current: SectionKind): FoundHeading | undefined {
  if (!isUpper(text.charCodeAt(start)) || !isUpper(text.charCodeAt(start + 1))) return undefined;
  const found = lineHeading(text, start, Math.min(text.length, start + 2 * LONGEST_LABEL), current);
  const capitals = found?.heading !== undefined && found.heading === found.heading.toUpperCase();
  return capitals && !found.weak && !found.ownLine && found.kind !== "references" ? found : undefined;
}

/** A label in brackets instead of before a colon: "[Subjects and Methods] Twelve …". */
function bracketed(
  text: string,
  from: number,
  close: number,
  current: SectionKind,
): FoundHeading | undefined {
  let open = close;
  while (open > from && close - open < LONGEST_LABEL && inLabel(text.charCodeAt(open - 1))) open -= 1;
  const start = open - 1;
  if (start < from || text.charCodeAt(start) !== 0x5b || !isUpper(text.charCodeAt(open))) return undefined;
  const label = text.slice(open, close);
  const heading = headingOf(label);
  if (heading === undefined || heading.kind === "references" || heading.weak || !allowed(heading, current))
    return undefined;
  const bodyStart = skipMarks(text, close + 1, text.length);
  return {
    start,
    bodyStart,
    heading: label,
    ownLine: false,
    numbered: false,
    kind: heading.kind,
    weak: false,
    extent: reach(heading, false, true),
  };
}

/** Blanks, and the marks with which Markdown emphasises a label. */
const isGapOrMark = (code: number): boolean => isGap(code) || code === 0x2a || code === 0x5f;

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
  while (previous > from && isGapOrMark(text.charCodeAt(previous - 1))) previous -= 1;
  if (previous === from && previous <= edge) return "none";
  if (previous <= edge && endsSentence(text.charCodeAt(previous - 1))) return "free";
  if (isLower(before) || before === 0x29 || before === 0x5d || isDigit(before) || before === 0x25)
    return "tight";
  const second = text.charCodeAt(start + 1);
  const capitals = stop - start > 5 && isUpper(second) && isUpper(text.charCodeAt(stop - 1));
  return capitals && !isUpper(text.charCodeAt(previous - 1)) && previous > from ? "tight" : "none";
}
