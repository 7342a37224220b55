/** Finds a heading at the start of a line: alone, before a colon or dash, numbered, in Markdown, as a path. */
import type { SectionKind } from "../extraction.js";
import { isDigit, isLower, isUpper } from "./chars.js";
import { headingOf, LONGEST_LABEL, mayBeginLabel, mayStandInLabel } from "./headings.js";
import {
  allowed,
  inLabel,
  isGap,
  isPlainLetter,
  reach,
  skipBlanks,
  skipMarks,
  type FoundHeading,
} from "./labels.js";

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
    else if (code !== 0x2a && code !== 0x5f && code !== 0x3e && !(isGap(code) && at > first)) break;
  }
  const from = at;
  while (at < end && at - from < 8 && (isDigit(text.charCodeAt(at)) || text.charCodeAt(at) === 0x2e)) at += 1;
  if (at === from) {
    const numeral = text.charCodeAt(from);
    if (numeral !== 0x49 && numeral !== 0x56 && numeral !== 0x58) return { at, hashes, numbered: false };
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
  const initial = text.charCodeAt(first);
  if (initial !== 0x41 && initial !== 0x42 && initial !== 0x54) return undefined;
  if (!isUpper(text.charCodeAt(first + 1)) || !isUpper(text.charCodeAt(first + 2))) return undefined;
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
  const extent = kind === "title" ? "stanza" : "section";
  return {
    start: first,
    bodyStart,
    kind,
    heading,
    weak: false,
    extent,
    ownLine: skipBlanks(text, bodyStart, end) === end,
    numbered: false,
  };
}

/** What parts a label from its text. */
interface Cut {
  readonly bodyStart: number;
  readonly ownLine: boolean;
  /** A full stop or dash, which also stands within sentences, so that everyday words before it are no label. */
  readonly dot: boolean;
}

/** The separator between a label and its text, and where the text begins; undefined where `at` is inside the label. */
function separator(text: string, at: number, end: number): Cut | undefined {
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
    if (after === end || (after > mark + 1 && isUpper(text.charCodeAt(after))))
      return { bodyStart: after, ownLine: after === end, dot: true };
    return undefined;
  }
  const tight = code === 0x2014 && (mark + 1 >= end || isUpper(next) || isDigit(next));
  if (tight) return { bodyStart: mark + 1, ownLine: mark + 1 >= end, dot: true };
  if ((code === 0x2014 || code === 0x2013 || code === 0x2d || code === 0x7c) && mark > at && isGap(next)) {
    return { bodyStart: skipBlanks(text, mark + 1, end), ownLine: false, dot: true };
  }
  return undefined;
}

const GLUED =
  /(?:Abstract|Background|Introduction|Objectives?|Aims?|Methods|Results|Findings|Conclusions?|Interpretation)(?=\d|[A-Z](?:[a-z]| [a-z]))/y;

/** "AbstractWe …", "Results160 patients …": the label and the text's first word in one. */
function glued(text: string, first: number, at: number, numbered: boolean): FoundHeading | undefined {
  if (!isUpper(text.charCodeAt(at)) || !isLower(text.charCodeAt(at + 1))) return undefined;
  GLUED.lastIndex = at;
  const label = GLUED.exec(text)?.[0];
  const heading = label && headingOf(label);
  if (!heading) return undefined;
  return {
    start: first,
    bodyStart: at + label.length,
    kind: heading.kind,
    heading: label,
    weak: false,
    extent: "section",
    ownLine: false,
    numbered,
  };
}

/** A heading at the start of the line [first, end): "RESULTS", "Results: Of …", "## 3. Results", "Results.—Of …", "AbstractWe …". */
export function lineHeading(
  text: string,
  first: number,
  end: number,
  current: SectionKind,
): FoundHeading | undefined {
  const { at, hashes, numbered } = decoration(text, first, end);
  if (!isPlainLetter(text.charCodeAt(at))) return undefined;
  const path = pathHeading(text, at, end, current) ?? glued(text, first, at, numbered);
  if (path) return path;
  const found = mayBeginLabel(text, at) ? labelFrom(text, first, at, end, current, numbered) : undefined;
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

/** A label in capitals before a sentence, without any mark: "RESULTS Of the 134 women". */
function capitals(text: string, at: number, stop: number, end: number): Cut | undefined {
  if (stop - at < 6 || stop + 2 >= end || !isGap(text.charCodeAt(stop))) return undefined;
  if (!isUpper(text.charCodeAt(at + 1)) || !isUpper(text.charCodeAt(stop - 1))) return undefined;
  const small = text.charCodeAt(stop + 2);
  if (!isUpper(text.charCodeAt(stop + 1)) || !(isLower(small) || isGap(small))) return undefined;
  return { bodyStart: stop + 1, ownLine: false, dot: true };
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
    if (stop < end && isPlainLetter(text.charCodeAt(stop))) {
      if (
        !isPlainLetter(text.charCodeAt(stop - 1)) &&
        text.charCodeAt(stop - 1) !== 0x27 &&
        !mayStandInLabel(text, stop)
      )
        return undefined;
      continue;
    }
    const cut = separator(text, stop, end) ?? capitals(text, at, stop, end);
    if (cut !== undefined && (cut.bodyStart > stop || stop === end)) {
      const label = text.slice(at, stop).trim();
      const heading = headingOf(label);
      const capital = isUpper(text.charCodeAt(at));
      const plain = capital || (!cut.dot && !cut.ownLine && heading?.weak === false);
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
