/** Which paragraphs were broken into lines by a program and not by their author: columns of a page, mail, hard-wrapped exports. */
import { isLower, isNewline, isSpace, isUpper } from "./chars.js";

/** A column is no narrower, else every list of short entries were one. */
const NARROWEST = 24;
const WIDEST = 130;
const FEWEST_LINES = 3;

/** So many of a column's lines had no room for the word that follows. */
const SHARE_FILLED = 0.8;

/** Of the lines of running text that close no sentence, so many are followed by a small letter; hardly any of a table or a list. */
const SHARE_LOWER = 0.4;

/** A line of running text that is shorter, and followed by a capital, is a heading or a paragraph's end. */
const SHORT = 0.6;

/** Lines are not broken at a no-break space. */
const BREAKABLE = /[ \t\r\n]/;

/** The paragraphs of `text` between `start` and `end`; asked from first to last, so that each is measured once. */
export class Paragraphs {
  private until: number;
  private widest = 0;
  private broken = false;

  constructor(
    private readonly text: string,
    start: number,
    private readonly end: number,
  ) {
    this.until = start;
  }

  /**
   * Whether the line at `lineStart`, `length` characters long, goes on at `next`, for all that its line end says.
   * The line closes no sentence, and `next` is not a small letter: those the caller has settled.
   */
  goesOn(lineStart: number, length: number, next: number): boolean {
    while (lineStart >= this.until) this.measure(this.until);
    if (!this.broken) return false;
    if (length + 1 + this.wordAt(next) > this.widest) return true;
    return length > SHORT * this.widest || !isUpper(this.text.charCodeAt(next));
  }

  /** Goes over blank lines, and then over the paragraph that begins there. */
  private measure(from: number): void {
    const { text, end } = this;
    const lengths: number[] = [];
    const words: number[] = [];
    let open = 0;
    let lower = 0;
    let isOpen = false;
    let sum = 0;
    let at = from;
    this.widest = 0;
    while (at < end) {
      let first = at;
      while (first < end && isSpace(text.charCodeAt(first)) && !isNewline(text.charCodeAt(first))) first++;
      let stop = first;
      while (stop < end && !isNewline(text.charCodeAt(stop))) stop++;
      let last = stop;
      while (last > first && isSpace(text.charCodeAt(last - 1))) last--;
      const after = stop + (text.charCodeAt(stop) === 13 && text.charCodeAt(stop + 1) === 10 ? 2 : 1);
      if (last === first && lengths.length > 0) break;
      if (last === first) {
        at = after;
        continue;
      }
      lengths.push(last - at);
      words.push(this.wordAt(first));
      sum += last - at;
      this.widest = Math.max(this.widest, last - at);
      if (isOpen) open++;
      if (isOpen && isLower(text.charCodeAt(first))) lower++;
      isOpen = !/[.:?!]/.test(text[last - 1]!);
      at = after;
    }
    this.until = Math.max(at, from + 1);
    const ends = lengths.length - 1;
    const isBlock =
      this.widest <= WIDEST && lengths.length >= FEWEST_LINES && sum >= NARROWEST * lengths.length;
    const filled = lengths.filter((length, i) => i < ends && length + 1 + words[i + 1]! > this.widest).length;
    this.broken = isBlock && (filled >= SHARE_FILLED * ends || (open > 0 && lower >= SHARE_LOWER * open));
  }

  private wordAt(at: number): number {
    let i = at;
    while (i < this.end && i - at < WIDEST && !BREAKABLE.test(this.text[i]!)) i++;
    return i - at;
  }
}
