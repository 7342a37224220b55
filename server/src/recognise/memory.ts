/** What was read of single sentences, kept so that an edited document costs only what the edit can change. */
import type { Range, SectionKind } from "../extraction.js";
import { sentences as splitSentences } from "../text/sentences.js";
import { definitionsIn } from "./bind/abbreviations.js";
import { ARM_CUES, NO_ARMS, armsIn } from "./bind/arms.js";
import type { Carry } from "./bind/bind.js";
import type { Context, Facts } from "./bind/context.js";
import { wordsOf } from "./bind/view.js";
import { tallyOf, type Tally } from "./coverage.js";
import type { Written } from "./document.js";
import { heard, spokenOf, type Spoken } from "./kinds/carried.js";
import { lineOf } from "./line.js";
import { readSentence, type SentenceReading } from "./sentence.js";

/** A sentence as read whatever document it stands in; `written` are its statements in the contexts met last. */
export interface Seen {
  readonly reading: SentenceReading | undefined;
  readonly facts: Facts;
  readonly tally: Tally;
  readonly spoken: Spoken | undefined;
  written: readonly WrittenIn[];
}

export interface WrittenIn {
  readonly context: Context;
  readonly carry: string;
  readonly written: Written;
}

/** A section's sentences, as offsets from the section's body. */
export interface SeenSection {
  readonly kind: SectionKind;
  readonly spokenBefore: string;
  readonly spokenAfter: Spoken | undefined;
  readonly ranges: readonly Range[];
  readonly seen: readonly Seen[];
}

interface Variant {
  readonly kind: SectionKind;
  readonly heard: string;
  readonly seen: Seen;
}

/** The part of a reading that a later one may reuse. */
export interface Memory {
  readonly decimalComma: boolean;
  readonly sections: ReadonlyMap<string, readonly SeenSection[]>;
  readonly sentences: ReadonlyMap<string, readonly Variant[]>;
  readonly facts: readonly Facts[];
  readonly context: Context;
  /** The protocol's terms that the context was made with. */
  readonly terms: string;
}

const NO_FACTS: Facts = { definitions: [], arms: NO_ARMS };

/** Reads sections, looking up what an earlier reading has seen. */
export class Reader {
  readonly sections = new Map<string, SeenSection[]>();
  readonly sentences = new Map<string, Variant[]>();

  constructor(
    private readonly old: Memory | undefined,
    private readonly decimalComma: boolean,
  ) {}

  section(body: string, kind: SectionKind, spoken: Spoken | undefined): SeenSection {
    const spokenBefore = keyOf(spoken);
    const known = this.old?.sections.get(body)?.find((s) => s.kind === kind && s.spokenBefore === spokenBefore);
    const section = known ?? this.read(body, kind, spoken, spokenBefore);
    put(this.sections, body, section);
    if (known) known.ranges.forEach((r, i) => this.keep(body.slice(r.start, r.end), kind, known.seen[i]!));
    return section;
  }

  private read(body: string, kind: SectionKind, before: Spoken | undefined, spokenBefore: string): SeenSection {
    const ranges = splitSentences(body, 0, body.length);
    let spoken = before;
    const seen = ranges.map(({ start, end }) => {
      const one = this.sentence(body.slice(start, end), kind, spoken);
      spoken = one.spoken ?? spoken;
      return one;
    });
    return { kind, spokenBefore, spokenAfter: spoken, ranges, seen };
  }

  private sentence(text: string, kind: SectionKind, spoken: Spoken | undefined): Seen {
    const said = keyOf(heard(text, spoken));
    const same = (v: Variant): boolean => v.kind === kind && v.heard === said;
    const known = this.sentences.get(text)?.find(same) ?? this.old?.sentences.get(text)?.find(same);
    const seen = known?.seen ?? see(text, kind, this.decimalComma, spoken);
    put(this.sentences, text, known ?? { kind, heard: said, seen });
    return seen;
  }

  /** A sentence of a section that was taken over whole. */
  private keep(text: string, kind: SectionKind, seen: Seen): void {
    const variant = this.old?.sentences.get(text)?.find((v) => v.kind === kind && v.seen === seen);
    if (variant) put(this.sentences, text, variant);
  }
}

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (!list) map.set(key, [value]);
  else if (list.length < 8 && !list.includes(value)) list.push(value);
}

const keyOf = (s: Spoken | undefined): string => (s ? `${s.measure ?? ""}|${String(s.adjusted)}|${s.kind ?? ""}` : "");

function see(text: string, kind: SectionKind, decimalComma: boolean, spoken: Spoken | undefined): Seen {
  const reading = readSentence(text, kind, decimalComma, spoken);
  return {
    reading,
    facts: factsOf(text, reading, kind),
    tally: tallyOf(reading?.scope.line),
    spoken: reading && spokenOf(reading.drafts),
    written: [],
  };
}

/** What a sentence says of the document's abbreviations and arms. */
function factsOf(text: string, reading: SentenceReading | undefined, section: SectionKind): Facts {
  const definitions = definitionsIn(text);
  const cues = ARM_CUES.test(text);
  if (!cues && definitions.length === 0) return NO_FACTS;
  if (!cues) return { definitions, arms: NO_ARMS };
  const words = reading
    ? wordsOf(reading.scope.line, reading.drafts, reading.scope)
    : wordsOf(lineOf(text), [], undefined);
  const arms = armsIn(words, reading?.drafts ?? [], section);
  return arms.lists.length || arms.named.length || definitions.length ? { definitions, arms } : NO_FACTS;
}

/** True where the sentence says anything of abbreviations or arms. */
export const hasFacts = (f: Facts): boolean => f !== NO_FACTS;

/** The statements of a sentence in a context, from memory or by `make`. */
export function writtenIn(seen: Seen, context: Context, carry: Carry, make: () => Written): Written {
  const known = seen.written.find((w) => w.context === context && w.carry === carry.key);
  if (known) return known.written;
  const written = make();
  seen.written = [{ context, carry: carry.key, written }, ...seen.written.slice(0, 3)];
  return written;
}
