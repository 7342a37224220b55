/** A document as the rules see it: statements by kind, the words around them, the printed numbers. */
import type { Range, Statement, StatementKind } from "../extraction.js";
import type { AnalyseOptions } from "../options.js";
import { firstWhere } from "../text/search.js";
import { newNote, type Note, type Reading } from "../recognise/reading.js";
import { Denominators } from "./denominators.js";
import { findIn, foundIn, movedBy, partsOf, says, type Part } from "./said.js";
import type { Tolerance } from "./tolerance.js";
import { TOLERANCES } from "./tolerance.js";
import type { Contradiction, Found } from "./rule.js";

export type OfKind<K extends StatementKind> = Extract<Statement, { kind: K }>;

/** A whole number that is no part of another number, of a percentage or of a name. */
const INTEGER = /(?<![\w.,·-])(?:\d{1,3}(?:[,\u2009\u00A0]\d{3})+|\d+)(?![\w%]|[.,·]\d)/g;

/** Statements, and by statement the note on it. */
interface Listed<S extends Statement = Statement> {
  readonly statements: S[];
  readonly notes: Note[];
  /** By statement, the index of the sentence that it begins in. */
  readonly sentences: number[];
}

const empty = (): Listed => ({ statements: [], notes: [], sentences: [] });

export class Context {
  /**
   * How often something was asked that an edit elsewhere may answer otherwise: all but the words and statements of the sentence that is
   * looked at.
   */
  asked = 0;
  private readonly all: Listed;
  private readonly kinds = new Map<StatementKind, Listed>();
  private ids: Map<string, Statement> | undefined;
  /** The sentence of the statement that is looked at by itself. */
  private own = -1;
  private totals: Denominators | undefined;
  private readonly said = new Map<RegExp, boolean>();
  private parts: readonly Part[] | undefined;
  private readonly made = new Map<unknown, unknown>();

  constructor(
    private readonly read: Reading,
    private readonly expected: Omit<AnalyseOptions, "rules"> = {},
  ) {
    const { statements, text, memory } = read;
    const noted = memory?.noted;
    const notes = noted?.statements === statements && noted.text === text ? noted.notes : undefined;
    this.all = empty();
    let sentence = -1;
    statements.forEach((statement, i) => {
      if (statement.section === "references" || statement.section === "boilerplate") return;
      const note = notes?.[i] ?? newNote();
      while (startOf(read.sentences, sentence + 1) <= statement.range.start) sentence += 1;
      let list = this.kinds.get(statement.kind);
      if (list === undefined) this.kinds.set(statement.kind, (list = empty()));
      for (const { statements, notes, sentences } of [this.all, list]) {
        statements.push(statement);
        notes.push(note);
        sentences.push(sentence);
      }
    });
  }

  get reading(): Reading {
    this.asked += 1;
    return this.read;
  }

  /** What the review's protocol says; empty without one. */
  get protocol(): Omit<AnalyseOptions, "rules"> {
    this.asked += 1;
    return this.expected;
  }

  get text(): string {
    this.asked += 1;
    return this.read.text;
  }

  get tolerance(): Tolerance {
    this.asked += 1;
    return TOLERANCES[this.expected.strictness ?? "balanced"];
  }

  /** All but those of references and furniture, in document order. */
  get statements(): readonly Statement[] {
    this.asked += 1;
    return this.all.statements;
  }

  /** All statements of a kind, in document order. */
  of<K extends StatementKind>(kind: K): readonly OfKind<K>[] {
    return this.listed(kind).statements;
  }

  /** The same with the notes on them. */
  listed<K extends StatementKind>(kind: K): Listed<OfKind<K>> {
    this.asked += 1;
    return (this.kinds.get(kind) ?? empty()) as unknown as Listed<OfKind<K>>;
  }

  /** What `find` finds in each statement of a kind, or of any, looked at by itself, but those in which it found nothing before. */
  *each<K extends StatementKind>(
    kind: K | undefined,
    bit: number,
    find: (statement: OfKind<K>, context: Context) => Found,
  ): Iterable<Contradiction> {
    const { statements, notes, sentences } = kind === undefined ? this.all : this.listed(kind);
    for (let i = 0; i < statements.length; i += 1) {
      const note = notes[i]!;
      if ((note.quiet & bit) !== 0) continue;
      const statement = statements[i] as OfKind<K>;
      const before = this.asked;
      this.own = sentences[i]!;
      const found = find(statement, this);
      this.own = -1;
      if (found !== null) yield* Array.isArray(found) ? found : [found];
      else if (this.asked === before) note.quiet |= bit;
    }
  }

  /** What `make` finds in the document, found once: what several findings ask must not cost each of them a walk over all statements. */
  once<T>(make: (context: Context) => T): T {
    this.asked += 1;
    if (!this.made.has(make)) this.made.set(make, make(this));
    return this.made.get(make) as T;
  }

  /** What `make` makes of a statement's own values, made once for as long as the statement stays as it is. */
  kept<T>(statement: Statement, make: (statement: Statement) => T): T {
    const { statements, notes } = this.all;
    let at = this.firstFrom(statement.range.start);
    while (at < statements.length && statements[at] !== statement) at += 1;
    const note = notes[at];
    return note === undefined ? make(statement) : made(note, make, () => make(statement));
  }

  /** The document's totals; found once, and only for a document that asks. */
  get denominators(): Denominators {
    this.asked += 1;
    this.totals ??= new Denominators(this.all.statements, this.read.groups);
    return this.totals;
  }

  byId(id: string): Statement | undefined {
    this.asked += 1;
    this.ids ??= new Map(this.all.statements.map((statement) => [statement.id, statement]));
    return this.ids.get(id);
  }

  /** The sentence that a range begins in, stretched to cover all of the range. */
  sentenceRange(range: Range): Range {
    const sentence = this.read.sentences[this.sentenceIndex(range.start)];
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
    return this.read.text.slice(
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
    const { statements, sentences } = this.all;
    const same = (i: number): boolean => sentences[i] === sentence;
    const at = this.firstFrom(range.start);
    let from = at;
    let to = at;
    while (at - from < 30 && same(from - 1)) from -= 1;
    while (to - at < 30 && same(to)) to += 1;
    return statements.slice(from, to);
  }

  /** Index of the first statement that begins at or after an offset. */
  private firstFrom(offset: number): number {
    const { statements } = this.all;
    return firstWhere(statements.length, (i) => statements[i]!.range.start >= offset);
  }

  /** Whether the document says something anywhere outside its references; asked once a wording. */
  says(wording: RegExp): boolean {
    this.asked += 1;
    let answer = this.said.get(wording);
    this.parts ??= partsOf(this.read);
    if (answer === undefined)
      this.said.set(wording, (answer = this.parts.some((part) => says(part, wording))));
    return answer;
  }

  /** Whether the text from 6000 characters before a range, as far as the head of a long table, to 300 after it names one of these whole numbers. */
  namesNear({ start, end }: Range, numbers: readonly number[]): boolean {
    const near = this.text.slice(Math.max(0, start - 6000), end + 300);
    for (const match of near.matchAll(INTEGER)) {
      if (numbers.includes(Number(match[0].replace(/\D/g, "")))) return true;
    }
    return false;
  }

  /**
   * What `find` finds in every sentence, in the order of the sentences.
   *
   * @param find is given a sentence's words, and says where in them; asked once a section while that stays as it is
   */
  inSentences<T extends Range>(find: (sentence: string) => readonly T[]): T[] {
    const { text, sentences, memory } = this.reading;
    const noted = memory?.noted;
    if (noted?.text !== text) return findIn(text, sentences, find);
    let next = 0;
    return memory!.sections.flatMap((section, i) => {
      const { ranges } = section;
      const first = next;
      next += ranges.length;
      if (ranges.length === 0) return [];
      if (!noted.asRead[i]) return findIn(text, sentences.slice(first, next), find);
      const all = foundIn(section, find, ({ body }) => findIn(body, ranges, find));
      return movedBy(all, sentences[first]!.start - ranges[0]!.start);
    });
  }

  /** Index of the last sentence that begins at or before an offset; −1 before the first. */
  sentenceIndex(offset: number): number {
    const index = this.indexOf(offset);
    if (index !== this.own) this.asked += 1;
    return index;
  }

  private indexOf(offset: number): number {
    const { sentences } = this.read;
    return firstWhere(sentences.length, (i) => sentences[i]!.start > offset) - 1;
  }
}

const startOf = (ranges: readonly Range[], i: number): number => ranges[i]?.start ?? Infinity;

/** What was made of a statement; made once. */
export function made<T>(note: Note, what: unknown, make: () => T): T {
  note.made ??= new Map();
  if (!note.made.has(what)) note.made.set(what, make());
  return note.made.get(what) as T;
}
