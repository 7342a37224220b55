/** A document as the rules see it: statements by kind, the words around them, the printed numbers. */
import type { Range, Statement, StatementKind } from "../extraction.js";
import type { AnalyseOptions } from "../options.js";
import type { Reading } from "../recognise/reading.js";
import { Denominators } from "./denominators.js";
import type { Tolerance } from "./tolerance.js";
import { TOLERANCES } from "./tolerance.js";

export type OfKind<K extends StatementKind> = Extract<Statement, { kind: K }>;

/** A whole number that is no part of another number, of a percentage or of a name. */
const INTEGER = /(?<![\w.,·-])(?:\d{1,3}(?:[,\u2009\u00A0]\d{3})+|\d+)(?![\w%]|[.,·]\d)/g;

/** No wording that is looked for is longer. */
const LONGEST_WORDING = 60;

export class Context {
  readonly text: string;
  readonly statements: readonly Statement[];
  readonly tolerance: Tolerance;
  private readonly kinds = new Map<StatementKind, Statement[]>();
  private readonly ids = new Map<string, Statement>();
  private totals: Denominators | undefined;
  private readonly said = new Map<RegExp, boolean>();
  private readonly made = new Map<unknown, unknown>();

  constructor(
    readonly reading: Reading,
    /** What the review's protocol says; empty without one. */
    readonly protocol: Omit<AnalyseOptions, "rules"> = {},
  ) {
    this.text = reading.text;
    this.tolerance = TOLERANCES[protocol.strictness ?? "balanced"];
    this.statements = reading.statements.filter(
      (s) => s.section !== "references" && s.section !== "boilerplate",
    );
    for (const statement of this.statements) {
      this.ids.set(statement.id, statement);
      const list = this.kinds.get(statement.kind);
      if (list === undefined) this.kinds.set(statement.kind, [statement]);
      else list.push(statement);
    }
  }

  /** All statements of a kind, in document order. */
  of<K extends StatementKind>(kind: K): readonly OfKind<K>[] {
    return (this.kinds.get(kind) ?? []) as OfKind<K>[];
  }

  /** What `make` finds in the document, found once: what several findings ask must not cost each of them a walk over all statements. */
  once<T>(make: (context: Context) => T): T {
    if (!this.made.has(make)) this.made.set(make, make(this));
    return this.made.get(make) as T;
  }

  /** The document's totals; found once, and only for a document that asks. */
  get denominators(): Denominators {
    this.totals ??= new Denominators(this.statements, this.reading.groups);
    return this.totals;
  }

  byId(id: string): Statement | undefined {
    return this.ids.get(id);
  }

  /** The sentence that a range begins in, stretched to cover all of the range. */
  sentenceRange(range: Range): Range {
    const sentence = this.reading.sentences[this.sentenceIndex(range.start)];
    if (sentence === undefined) return range;
    return { start: Math.min(sentence.start, range.start), end: Math.max(sentence.end, range.end) };
  }

  /** The words of the sentence around a range, up to 800 characters either way. */
  sentenceText(range: Range): string {
    return this.around(range, 800, 800);
  }

  /** The words before and after a range, up to so many characters and not beyond its sentence. */
  around(range: Range, before: number, after: number): string {
    const sentence = this.sentenceRange(range);
    return this.text.slice(
      Math.max(sentence.start, range.start - before),
      Math.min(sentence.end, range.end + after),
    );
  }

  /**
   * The statements that begin in the same sentence, in document order: up to 30 either way, so that a table
   * without full stops costs no more than prose.
   */
  inSentenceOf(range: Range): readonly Statement[] {
    const sentence = this.sentenceIndex(range.start);
    const same = (i: number): boolean =>
      i >= 0 &&
      i < this.statements.length &&
      this.sentenceIndex(this.statements[i]!.range.start) === sentence;
    const at = this.firstAtOrAfter(range.start);
    let from = at;
    let to = at;
    while (at - from < 30 && same(from - 1)) from -= 1;
    while (to - at < 30 && same(to)) to += 1;
    return this.statements.slice(from, to);
  }

  /** Index of the first statement that begins at or after an offset. */
  private firstAtOrAfter(offset: number): number {
    let low = 0;
    let high = this.statements.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.statements[middle]!.range.start < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Whether the document says something anywhere outside its references; asked once a wording. */
  says(wording: RegExp): boolean {
    let answer = this.said.get(wording);
    if (answer === undefined) this.said.set(wording, (answer = this.found(wording)));
    return answer;
  }

  /** Looks for a wording; what a section was found to say before an edit elsewhere is not asked again. */
  private found(wording: RegExp): boolean {
    const { sections, memory } = this.reading;
    const references = sections.find((section) => section.kind === "references");
    const end = references?.range.start ?? this.text.length;
    let from = 0;
    let index = 0;
    for (const section of sections) {
      if (section.range.start >= end) break;
      if (section.kind === "references" || section.kind === "boilerplate") continue;
      const seen = memory?.sections[index++];
      if (!seen) break;
      const start = section.range.end - seen.body.length;
      let said = seen.said.get(wording);
      if (said === undefined) seen.said.set(wording, (said = wording.test(seen.body)));
      if (said || this.standsBetween(wording, from, start, end)) return true;
      from = section.range.end;
    }
    return this.standsBetween(wording, from, end, end);
  }

  /** Whether a wording stands between two places or over one of them, before `end`. */
  private standsBetween(wording: RegExp, from: number, to: number, end: number): boolean {
    if (from >= to) return false;
    const start = this.text.lastIndexOf(" ", Math.max(0, from - LONGEST_WORDING));
    return wording.test(this.text.slice(Math.max(0, start), Math.min(end, to + LONGEST_WORDING)));
  }

  /** Whether the text from 2000 characters before a range to 300 after it names one of these whole numbers. */
  namesNear({ start, end }: Range, numbers: readonly number[]): boolean {
    const near = this.text.slice(Math.max(0, start - 2000), end + 300);
    for (const match of near.matchAll(INTEGER)) {
      if (numbers.includes(Number(match[0].replace(/\D/g, "")))) return true;
    }
    return false;
  }

  /** Index of the last sentence that begins at or before an offset; −1 before the first. */
  sentenceIndex(offset: number): number {
    const { sentences } = this.reading;
    let low = 0;
    let high = sentences.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sentences[middle]!.start <= offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}
