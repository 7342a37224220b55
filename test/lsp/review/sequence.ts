/**
 * A reviewer's day as a sequence of random steps, and what must hold after each. The text is a list of characters of which each
 * is itself whatever is typed around it: so it can be told whether a decision stands on the very characters it was made on.
 */
import { TextDocument } from "vscode-languageserver-textdocument";
import type { DecideAction, ReviewDocument, ReviewStatement } from "../../../server/src/lsp/messages.js";
import type { Annotations, Entry, Target } from "../../../server/src/review/annotations.js";
import { Editor } from "../harness.js";
import { TestHost } from "../testHost.js";
import { A, FILE } from "./texts.js";

export type Step =
  /** Places are shares of the text or of the list at hand, in thousandths. */
  | { readonly do: "type"; readonly at: number; readonly remove: number; readonly insert: string }
  | { readonly do: "copy" | "move"; readonly sentence: number; readonly to: number }
  | { readonly do: "delete"; readonly sentence: number }
  /** The editor's undo, many steps at once. */
  | { readonly do: "go-back"; readonly to: number }
  | { readonly do: "accept" | "reject" | "correct" | "undo"; readonly statement: number }
  | { readonly do: "note"; readonly statement: number; readonly note: string }
  | { readonly do: "add"; readonly at: number; readonly length: number }
  | { readonly do: "accept-all" | "undo-last" }
  | { readonly do: "save" | "full-disk" }
  /** The window is closed, or its server killed; with `hotExit` the unsaved text comes back. */
  | { readonly do: "reload"; readonly hotExit: boolean }
  /** The file is saved and closed, another program changes it, it is opened again. */
  | { readonly do: "change-outside"; readonly at: number; readonly remove: number; readonly insert: string }
  /** A second window on the saved file decides meanwhile. */
  | { readonly do: "elsewhere"; readonly statement: number; readonly decision: "accept" | "reject" | "undo" };

type TextStep = "type" | "copy" | "move" | "delete" | "go-back" | "change-outside";

/** A character, which stays itself when text before it comes and goes; a copy is another. */
interface Char {
  readonly ch: string;
  readonly id: number;
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** A decision and where it stood: where it was made, and on whose twin it was found where that was gone. */
interface Made {
  readonly entry: Entry;
  readonly homes: (readonly Char[])[];
}

const SETTINGS = { reviewer: "anna" };

export class Sequence {
  private readonly host = new TestHost();
  private editor: Editor | undefined;
  private chars: Char[] = [];
  private saved: Char[] = [];
  private readonly past: Char[][] = [];
  private next = 0;
  /** All that is decided, by id. */
  private made = new Map<string, Made>();
  /** Every decision that was ever made: taking back brings some of them back. */
  private readonly ever = new Map<string, Made["homes"]>();
  /** Decisions that had a place after the last step, with a character on either side, while no edit touched these. */
  private placed = new Map<string, readonly Char[]>();

  constructor(text: string) {
    this.chars = this.typed(text);
  }

  async run(steps: readonly Step[]): Promise<void> {
    try {
      this.write();
      await this.open(this.chars);
      for (const step of steps) {
        await this.take(step);
        await this.check();
      }
    } finally {
      this.editor?.dispose();
    }
  }

  private get text(): string {
    return textOf(this.chars);
  }

  private typed(text: string): Char[] {
    return Array.from(text, (ch) => ({ ch, id: this.next++ }));
  }

  private write(): void {
    this.saved = this.chars;
    this.host.files.set(A, this.text);
  }

  private async open(chars: Char[]): Promise<void> {
    this.chars = chars;
    this.placed = new Map();
    this.editor = await Editor.start({ host: this.host, settings: SETTINGS });
    await this.editor.open(A, this.text);
  }

  private view(editor = this.editor): Promise<ReviewDocument> {
    if (editor === undefined) throw new Error("no editor");
    return editor.ask("outcomeLens/review/document", { uri: A });
  }

  private async take(step: Step): Promise<void> {
    switch (step.do) {
      case "type": {
        const at = share(step.at, this.chars.length);
        return this.edit(at, at + step.remove, this.typed(step.insert));
      }
      case "copy":
      case "move":
      case "delete":
      case "go-back":
        return this.rearrange(step);
      case "save":
        this.write();
        return this.editor?.notify("textDocument/didSave", { textDocument: { uri: A } });
      case "reload":
        this.editor?.dispose();
        return this.open(step.hotExit ? this.chars : this.saved);
      case "change-outside": {
        this.write();
        await this.editor?.close(A);
        const at = share(step.at, this.chars.length);
        this.splice(at, at + step.remove, this.typed(step.insert));
        this.write();
        this.placed = new Map();
        return this.editor?.open(A, this.text);
      }
      case "elsewhere":
        return this.elsewhere(step);
      case "full-disk":
        this.host.writeError = new Error("the disk is full");
        await this.decide({ do: "accept", on: { scope: "document" } });
        this.host.writeError = null;
        return;
      default:
        return this.decideOn(step);
    }
  }

  private async rearrange(step: Step & { do: "copy" | "move" | "delete" | "go-back" }): Promise<void> {
    if (step.do === "go-back") {
      const to = this.past[share(step.to, this.past.length)];
      if (to === undefined) return;
      return this.edit(0, this.chars.length, to);
    }
    const from = sentenceAt(this.text, step.sentence);
    const words = this.chars.slice(from.start, from.end);
    if (step.do !== "copy") await this.edit(from.start, from.end, []);
    if (step.do === "delete") return;
    const { start } = sentenceAt(this.text, step.to);
    await this.edit(
      start,
      start,
      step.do === "move" ? words : words.map((char) => ({ ...char, id: this.next++ })),
    );
  }

  /** One change of the text, as an editor sends it. */
  private async edit(start: number, end: number, insert: readonly Char[]): Promise<void> {
    const document = TextDocument.create(A, "", 0, this.text);
    const range = { start: document.positionAt(start), end: document.positionAt(end) };
    this.past.push(this.chars);
    this.splice(start, end, insert);
    await this.editor?.change(A, { range, text: textOf(insert) });
  }

  /** Only what the change made different is new: typing the same characters over themselves changes nothing. */
  private splice(start: number, end: number, insert: readonly Char[]): void {
    const before = this.chars;
    const after = [...before.slice(0, start), ...insert, ...before.slice(end)];
    const most = Math.min(before.length, after.length);
    let [head, tail] = [0, 0];
    while (head < most && before[head]?.ch === after[head]?.ch) head++;
    while (tail < most - head && before.at(-1 - tail)?.ch === after.at(-1 - tail)?.ch) tail++;
    const kept = [before.slice(0, head), before.slice(before.length - tail)] as const;
    const ids = new Set(kept.flat().map(({ id }) => id));
    const middle = after.slice(head, after.length - tail);
    this.chars = [
      ...kept[0],
      // What comes back is itself again, but nothing is there twice.
      ...middle.map((char) => (ids.has(char.id) ? { ...char, id: this.next++ } : char)),
      ...kept[1],
    ];
    for (const [decision, chars] of this.placed) {
      const touched = chars.some(({ id }) => !ids.has(id)) || placeOf(this.chars, chars) === null;
      if (touched) this.placed.delete(decision);
    }
  }

  private async decideOn(
    step: Exclude<Step, { readonly do: TextStep | "save" | "full-disk" | "reload" | "elsewhere" }>,
  ): Promise<void> {
    if (step.do === "undo-last") return this.decide({ do: "undo-last" });
    if (step.do === "accept-all") return this.decide({ do: "accept", on: { scope: "document" } });
    if (step.do === "add") {
      const document = TextDocument.create(A, "", 0, this.text);
      const start = share(step.at, this.chars.length);
      const range = { start: document.positionAt(start), end: document.positionAt(start + step.length) };
      if (document.getText(range).trim() === "" || this.editor === undefined) return;
      const { statement } = await this.editor.ask("outcomeLens/review/draft", {
        uri: A,
        range,
        kind: "other",
      });
      return this.decide({ do: "add", range, statement });
    }
    if (!("statement" in step)) return;
    const { statements } = await this.view();
    const chosen = statements[share(step.statement, statements.length)];
    if (chosen === undefined) return;
    const on = { ids: [chosen.id] };
    switch (step.do) {
      case "note":
        return this.decide({ do: "note", on, note: step.note });
      case "correct":
        return this.decide({
          do: "correct",
          on,
          statement: { ...chosen.statement, population: "all of them" },
        });
      default:
        return this.decide({ do: step.do, on });
    }
  }

  /** A decision may be refused, as on a stale statement; then nothing changes. */
  private async decide(action: DecideAction, editor = this.editor, chars = this.chars): Promise<void> {
    if (editor === undefined) return;
    const before = this.host.files.get(FILE);
    try {
      const { changed, document } = await editor.ask("outcomeLens/review/decide", { uri: A, action });
      this.follow(changed, document, chars);
    } catch (error) {
      if (this.host.files.get(FILE) !== before)
        throw new Error("refused, but something was written", { cause: error });
      if (!/disk is full|re-anchor it|There is no statement/.test(String(error))) throw error;
    }
  }

  private async elsewhere(step: Step & { do: "elsewhere" }): Promise<void> {
    const other = await Editor.start({ host: this.host, settings: SETTINGS });
    // It writes down where decisions stand in its text, from which this one has to find them again.
    this.placed = new Map();
    try {
      await other.open(A, textOf(this.saved));
      const { statements } = await this.view(other);
      const chosen = statements[share(step.statement, statements.length)];
      if (chosen === undefined) return;
      await this.decide({ do: step.decision, on: { ids: [chosen.id] } }, other, this.saved);
    } finally {
      other.dispose();
    }
    await this.editor?.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: FILE, type: 2 }] });
  }

  /** The model takes over what the action says it changed, and nothing else. */
  private follow(changed: readonly string[], document: ReviewDocument, chars: readonly Char[]): void {
    const entries = new Map(this.onDisk().map((entry) => [entry.statementId, entry]));
    for (const id of changed) {
      const entry = entries.get(id);
      this.placed.delete(id);
      if (entry === undefined) {
        this.made.delete(id);
        continue;
      }
      const shown = document.statements.find((statement) => statement.id === id);
      const known = this.ever.get(nameOf(entry));
      const range = shown === undefined ? null : offsets(chars, shown);
      const homes = known ?? (range === null ? [] : [chars.slice(range.start, range.end)]);
      this.ever.set(nameOf(entry), homes);
      this.made.set(id, { entry, homes });
    }
  }

  private onDisk(): readonly Entry[] {
    const text = this.host.files.get(FILE);
    return text === undefined ? [] : (JSON.parse(text) as Annotations).entries;
  }

  private async check(): Promise<void> {
    const { statements, problem, version } = await this.view();
    if (problem !== null) throw new Error(problem);
    if (version === null) throw new Error("the text is not open");
    this.checkDisk();
    const shown = new Map(statements.map((statement) => [statement.id, statement]));
    if (shown.size !== statements.length) throw new Error("two statements have one id");
    const placed = new Map<string, readonly Char[]>();
    for (const [id, { entry, homes }] of this.made) {
      const statement = shown.get(id);
      if (statement === undefined) throw new Error(`not shown: ${id}`);
      if (statement.state !== "stale" && statement.state !== entry.decision)
        throw new Error(`${id} is shown as ${statement.state}`);
      const range = offsets(this.chars, statement);
      if (range === null) {
        this.checkStale(id);
        continue;
      }
      this.checkPlace(id, homes, range);
      // At an edge of the text there is no character that shows whether others were joined to it.
      const isInside = range.start > 0 && range.end < this.chars.length;
      if (isInside) placed.set(id, this.chars.slice(range.start - 1, range.end + 1));
    }
    for (const { id, state } of statements) {
      if (state !== "undecided" && !this.made.has(id))
        throw new Error(`nobody decided on ${id}, which is ${state}`);
    }
    this.placed = placed;
  }

  /** No decision is lost: each is on disk as it was made, wherever it stands. */
  private checkDisk(): void {
    const disk = new Map(this.onDisk().map((entry) => [entry.statementId, entry]));
    for (const [id, { entry }] of this.made) {
      const found = disk.get(id);
      if (found === undefined) throw new Error(`lost from the file: ${id}`);
      if (nameOf(found) !== nameOf(entry) || found.note !== entry.note)
        throw new Error(`changed in the file: ${id}`);
      if (found.target.exact !== entry.target.exact) throw new Error(`other words in the file: ${id}`);
    }
    if (disk.size !== this.made.size)
      throw new Error("the file has decisions that nobody made, or was taken back");
  }

  /**
   * None is attached to other text. What no edit touched keeps its characters. Another decision is found by its words as its file
   * tells: on its own characters, or on the same words in a place that is described at least as well, because of two sentences
   * alike nobody can say which was deleted, and what is cut may be pasted.
   */
  private checkPlace(id: string, homes: Made["homes"], place: Place): void {
    const now = this.chars.slice(place.start, place.end);
    const untouched = this.placed.get(id);
    const own = homes.some((home) => sameIds(home, now));
    if (own && (untouched === undefined || now.every((char) => untouched.includes(char)))) return;
    const target = this.onDisk().find(({ statementId }) => statementId === id)?.target;
    if (untouched === undefined && target?.exact === textOf(now)) {
      const rivals = homes.flatMap((home) => placeOf(this.chars, home) ?? []);
      const here = this.described(target, place);
      if (here > 0 && rivals.every((rival) => here >= this.described(target, rival))) {
        homes.push(now);
        return;
      }
    }
    throw new Error(
      `${id} was made on “${textOf(homes[0] ?? [])}” and stands on another “${textOf(now)}” at ${place.start}`,
    );
  }

  /** How many characters round a place are as the file tells; 0 where it is not more than half of one side. */
  private described({ prefix, suffix }: Target, { start, end }: Place): number {
    const before = common(Array.from(prefix).reverse(), this.chars.slice(0, start).reverse());
    const after = common(Array.from(suffix), this.chars.slice(end));
    return 2 * before > prefix.length || 2 * after > suffix.length ? before + after : 0;
  }

  /** While a text stays open, a decision keeps its place until somebody edits its words or joins others to them. */
  private checkStale(id: string): void {
    const before = this.placed.get(id);
    if (before !== undefined && placeOf(this.chars, before) !== null)
      throw new Error(`lost its place: ${id}`);
  }
}

function nameOf({ statementId, decision, at }: Entry): string {
  return [statementId, decision, at].join(" ");
}

function textOf(chars: readonly Char[]): string {
  return chars.map(({ ch }) => ch).join("");
}

/** How many characters two texts begin with alike. */
function common(a: readonly string[], b: readonly Char[]): number {
  const end = a.findIndex((ch, i) => b[i]?.ch !== ch);
  return end < 0 ? a.length : end;
}

function sameIds(a: readonly Char[], b: readonly Char[]): boolean {
  return a.length === b.length && a.every(({ id }, i) => id === b[i]?.id);
}

/** Where these characters stand in the text, one after the other. */
function placeOf(text: readonly Char[], chars: readonly Char[]): Place | null {
  const start = text.findIndex(({ id }) => id === chars[0]?.id);
  const end = start + chars.length;
  return start >= 0 && sameIds(text.slice(start, end), chars) ? { start, end } : null;
}

function offsets(chars: readonly Char[], { range }: ReviewStatement): Place | null {
  if (range === null) return null;
  const document = TextDocument.create(A, "", 0, textOf(chars));
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}

function share(thousandths: number, of: number): number {
  return Math.min(Math.max(0, of - 1), Math.floor((thousandths * of) / 1000));
}

/** A sentence with the space after it. */
function sentenceAt(text: string, thousandths: number): { start: number; end: number } {
  const ends = [...text.matchAll(/[.\n] ?/g)].map(({ index, 0: { length } }) => index + length);
  const end = ends[share(thousandths, ends.length)] ?? text.length;
  return { start: Math.max(0, ...ends.filter((other) => other < end)), end };
}
