/** Where a document's sections begin: inline labels, headings on lines of their own, page furniture, references. */
import type { Section, SectionKind } from "../extraction.js";
import { changeOf, ownCopy, type Change } from "./change.js";
import { isDigit } from "./chars.js";
import { FrontMatter } from "./front.js";
import { isClosing, isNumberedReference, isRecord } from "./furniture.js";
import type { Extent } from "./headings.js";
import { inlineHeading, Stops } from "./inlineHeading.js";
import type { FoundHeading } from "./labels.js";
import { lineHeading } from "./lineHeading.js";
import { beforeChange, behindChange, type Mark, type Rest, type Walked } from "./walked.js";

export interface TextSection extends Section {
  /** Where the section's text begins: after the heading and its colon. */
  readonly bodyStart: number;
}

/** So far apart are places to rest. */
const REST = 2000;

/** How many entries in a row make an unheaded reference list. */
const REFERENCE_RUN = 3;
/** Lines between these lengths are taken as broken by hand, so that a sentence goes on in the next one. */
const WRAPPED_FROM = 55;
const WRAPPED_TO = 110;

/** Walks over the lines of a text once and notes where sections begin. */
class Walk {
  private readonly marks: Mark[] = [];
  private readonly rests: Rest[] = [];
  private readonly front: FrontMatter;
  /** How far the open section reaches where no heading follows it. */
  private extent: Extent = "section";
  /** The open section has ended; the next line of text begins a new one. */
  private over = false;
  /** The open section is a heading without text so far. */
  private bare = false;
  /** What the text is after a note: what it was before. */
  private resumed: SectionKind = "other";
  /** Up to here the front of the document has been understood. */
  private understood = 0;
  private blankBefore = true;
  private run = { start: -1, count: 0, last: 0 };

  /** @param alone no title, names or citation stand before the prose */
  constructor(
    private readonly text: string,
    alone: boolean,
  ) {
    this.front = new FrontMatter(text);
    if (alone) this.front.close();
  }

  private get kind(): SectionKind {
    return this.marks[this.marks.length - 1]?.kind ?? "other";
  }

  /** Whatever follows is furniture. */
  private isSealed(): boolean {
    return this.extent === "rest";
  }

  private mark(mark: Mark, extent: Extent = "section"): void {
    if (this.marks[this.marks.length - 1]?.start === mark.start) this.marks.pop();
    this.marks.push(mark);
    this.extent = extent;
    this.over = false;
    this.bare = false;
  }

  private enter(found: FoundHeading): void {
    if (found.extent !== "note") this.resumed = "other";
    else if (this.kind !== "boilerplate" && this.kind !== "title") this.resumed = this.kind;
    const { start, bodyStart, kind, heading } = found;
    this.mark(
      heading === undefined
        ? { start, bodyStart, kind }
        : { start, bodyStart, kind, heading: ownCopy(heading) },
      found.extent,
    );
    this.bare = found.ownLine;
    if (kind === "other" || kind === "title") this.front.pastTitle();
    else if (kind !== "boilerplate") this.front.close();
  }

  /**
   * @param old what was found in an earlier version of the text
   * @param known what changed since, if that is known
   */
  walk(old?: Walked, known?: Change): Walked {
    const { text } = this;
    const change = old && (known ?? changeOf(old.text, text));
    const before = change && beforeChange(old, change);
    let start = before ? this.resume(before) : this.begin();
    const stops = new Stops(text);
    while (start < text.length && !this.isSealed()) {
      const rest = this.rest(start);
      const behind = rest && change && behindChange(old, change, rest, this.kind);
      if (behind) {
        const { marks, rests } = behind;
        return { text, marks: [...this.marks, ...marks], rests: [...this.rests, ...rests] };
      }
      if (rest && start - (this.rests[this.rests.length - 1]?.at ?? 0) >= REST) this.rests.push(rest);
      const newline = text.indexOf("\n", start);
      const end = newline < 0 ? text.length : newline;
      let from = this.line(start, end);
      let at = stops.from(from);
      while (at < end && !this.isSealed() && this.kind !== "references") {
        const found = inlineHeading(text, from, at, this.kind);
        if (found !== undefined) {
          this.enter(found);
          this.bare = false;
          from = Math.min(found.bodyStart, end);
        }
        at = stops.from(Math.max(at + 1, from));
      }
      this.endOfLine(start, end);
      start = end + 1;
    }
    return { text, marks: this.marks, rests: this.rests };
  }

  private begin(): number {
    const start = this.front.matterEnd();
    if (start > 0) this.mark({ start: 0, bodyStart: 0, kind: "boilerplate" }, "line");
    this.over = true;
    return start;
  }

  /** Goes on from the last place to rest. */
  private resume({ marks, rests }: Walked): number {
    const last = rests[rests.length - 1]!;
    this.marks.push(...marks);
    this.rests.push(...rests);
    this.blankBefore = last.blankBefore;
    this.resumed = last.resumed;
    this.front.close();
    return last.at;
  }

  /** A line's beginning, if nothing is open there but the section. */
  private rest(at: number): Rest | undefined {
    if (this.front.isOpen || this.over || this.bare || this.extent !== "section" || this.run.count > 0)
      return undefined;
    return { at, marks: this.marks.length, blankBefore: this.blankBefore, resumed: this.resumed };
  }

  /** Looks at one line's beginning; returns where the search for headings inside the line may start. */
  private line(start: number, end: number): number {
    const first = firstVisible(this.text, start, end);
    if (first === end) {
      if (!this.bare && this.extent !== "section") this.over = true;
      this.blankBefore = true;
      return end;
    }
    const found = lineHeading(this.text, first, end, this.kind);
    if (found && this.accepts(found)) {
      this.enter(found);
      this.blankBefore = false;
      return Math.min(found.bodyStart, end);
    }
    this.unheaded(first, end);
    this.bare = false;
    this.blankBefore = false;
    return first;
  }

  /** Furniture that lasts for a line or a sentence ends with this line. */
  private endOfLine(start: number, end: number): void {
    if (this.bare || this.over) return;
    if (this.extent === "line") this.over = end >= this.understood;
    if (this.extent === "wrapped" || this.extent === "note")
      this.over = end - start < WRAPPED_FROM || end - start > WRAPPED_TO;
  }

  /** In a reference list only a plain heading on its own line ends the list. */
  private accepts(found: FoundHeading): boolean {
    return (
      this.kind !== "references" ||
      (!found.weak && !found.numbered && (found.ownLine || found.extent === "rest"))
    );
  }

  /** A line without a heading: title and names at the front, unheaded references, copyright, or simply text. */
  private unheaded(first: number, end: number): void {
    if (this.front.isOpen && (this.over || this.marks.length === 0)) {
      if (first < this.understood) return;
      const part = this.front.classify(first, end);
      if (part) {
        this.understood = part.end;
        if (this.kind !== part.kind || this.marks.length === 0)
          this.mark({ start: first, bodyStart: first, kind: part.kind }, "line");
        this.over = false;
        this.extent = "line";
        return;
      }
      this.front.close();
    }
    if (this.references(first, end) || this.recordOrClosing(first, end)) return;
    if (this.over) this.mark({ start: first, bodyStart: first, kind: this.resumed });
  }

  /** The citation line of the next abstract in a file of several, or copyright, identifiers and banners after the text. */
  private recordOrClosing(first: number, end: number): boolean {
    const code = this.text.charCodeAt(first);
    const record =
      this.blankBefore && isDigit(code) && isRecord(this.text.slice(first, Math.min(end, first + 400)));
    if (!record && !isClosing(this.text, first, end)) return false;
    if (record) this.front.reopen();
    const extent = this.blankBefore ? "stanza" : "wrapped";
    if (this.kind === "boilerplate" && !record && !this.over)
      [this.extent, this.over] = [this.extent === "section" ? "section" : extent, false];
    else this.mark({ start: first, bodyStart: first, kind: "boilerplate" }, extent);
    return true;
  }

  /** Counts reference entries in a row; the third makes the run a reference list from its first entry on. */
  private references(first: number, end: number): boolean {
    const { text, run } = this;
    const code = text.charCodeAt(first);
    const numbered =
      (isDigit(code) || code === 0x5b || code === 0x28) &&
      isNumberedReference(text.slice(first, Math.min(end, first + 600)));
    if (this.kind === "references") {
      if (this.extent === "section" || numbered || !this.blankBefore || end - first < 2 * WRAPPED_TO)
        return true;
      this.over = true;
      return false;
    }
    if (!numbered) {
      if (first - run.last > 1000) run.count = 0;
      return false;
    }
    if (run.count === 0) run.start = first;
    run.count += 1;
    run.last = end;
    if (run.count < REFERENCE_RUN) return false;
    run.count = 0;
    while ((this.marks[this.marks.length - 1]?.start ?? -1) >= run.start) this.marks.pop();
    this.mark({ start: run.start, bodyStart: run.start, kind: "references" }, "stanza");
    return true;
  }
}

/** The first character of the line that is neither white space nor a byte order mark, or `end`. */
function firstVisible(text: string, start: number, end: number): number {
  let at = start;
  for (; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 0x20 && code !== 0xa0 && code !== 0xfeff && !(code >= 0x2000 && code <= 0x200b)) break;
  }
  return at;
}

/**
 * The sections of a text: contiguous, in order, together covering all of it; none for an empty text.
 *
 * A section reaches from the start of its heading to the start of the next one. The discussion counts as
 * conclusions; text without any heading is `other`. Linear in the length of the text.
 *
 * @param alone the text is an abstract alone, before whose prose no title, names or citation stand
 */
export function sections(text: string, alone = false): TextSection[] {
  return sectionsOf(new Walk(text, alone).walk());
}

/**
 * @param old what was found in an earlier version of the text: only what an edit can have changed is walked over again
 * @param change what that is, if it is known
 */
export const walked = (text: string, old?: Walked, change?: Change): Walked =>
  new Walk(text, false).walk(old, change);

/** The sections of a text that was walked over, as `sections` gives them. */
export function sectionsOf(found: Walked): TextSection[] {
  const { text } = found;
  if (text === "") return [];
  const marks = [...found.marks];
  const first = marks[0];
  if (first === undefined || text.slice(0, first.start).trim() !== "")
    marks.unshift({ start: 0, bodyStart: 0, kind: "other" });
  return marks.map(({ kind, heading, start, bodyStart }, index) => {
    const range = { start: index === 0 ? 0 : start, end: marks[index + 1]?.start ?? text.length };
    return heading === undefined ? { kind, range, bodyStart } : { kind, heading, range, bodyStart };
  });
}
