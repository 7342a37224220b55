/** What was read of single sentences, kept so that an edited document costs only what the edit can change. */
import type { Range, SectionKind } from "../extraction.js";
import { ownCopy } from "../text/change.js";
import { decimalSigns, writesDecimalCommas, type DecimalSigns } from "../text/decimals.js";
import { sentences as splitSentences } from "../text/sentences.js";
import type { Plain } from "../text/plain.js";
import type { Walked } from "../text/walked.js";
import { definitionsIn } from "./bind/abbreviations.js";
import { ARM_CUES, NO_ARMS, armsIn } from "./bind/arms.js";
import type { Context, Facts } from "./bind/context.js";
import { wordsIn, wordsOf } from "./bind/view.js";
import type { BoundSection, WrittenIn } from "./bound.js";
import { sumOf, tallyOf, type Tally } from "./coverage.js";
import { heard, spokenOf, type Spoken } from "./kinds/carried.js";
import { lineOf } from "./line.js";
import type { Noted } from "./reading.js";
import { readSentence, type SentenceReading } from "./sentence.js";

/** A sentence as read whatever document it stands in; `written` are its statements in the contexts met last. */
export interface Seen {
  readonly kind: SectionKind;
  /** What the sentence before said, as far as it matters. */
  readonly heard: string;
  readonly reading: SentenceReading | undefined;
  readonly facts: Facts;
  readonly tally: Tally;
  readonly spoken: Spoken | undefined;
  written: readonly WrittenIn[];
}

/** A section's sentences, as offsets from the section's body. */
export interface SeenSection {
  readonly body: string;
  readonly kind: SectionKind;
  readonly signs: DecimalSigns;
  readonly spokenBefore: string;
  readonly spokenAfter: Spoken | undefined;
  readonly ranges: readonly Range[];
  readonly seen: readonly Seen[];
  /** What its sentences say of the document's abbreviations and arms, of those that say anything. */
  readonly facts: readonly Facts[];
  readonly tally: Tally;
  /** Its statements in the context met last. */
  bound: BoundSection | undefined;
  /** What was found in the body, by what was looked for. */
  readonly found: Map<unknown, unknown>;
  /** Whether the words before the body have a wording, where that was asked. */
  readonly between: Map<RegExp, { readonly words: string; readonly said: boolean }>;
}

/** The part of a reading that a later one may reuse. */
export interface Memory {
  readonly plain: Plain;
  /** None for a record of a file of several. */
  readonly walk: Walked | undefined;
  /** Where registration numbers may stand. */
  readonly suspects: readonly number[];
  readonly decimalComma: boolean;
  /** In order. */
  readonly sections: readonly SeenSection[];
  readonly facts: readonly Facts[];
  readonly context: Context;
  /** The protocol's terms that the context was made with. */
  readonly terms: string;
  /** None where statements are shown in other letters than they were read in. */
  readonly noted: Noted | undefined;
}

/** A section of the text to be read. */
export interface Unseen {
  readonly body: string;
  readonly kind: SectionKind;
}

const NO_FACTS: Facts = { definitions: [], arms: NO_ARMS };

/** Reads sections in order, looking up what an earlier reading has seen. */
export class Reader {
  readonly sections: SeenSection[] = [];
  readonly decimalComma: boolean;
  /** By section of now: old ones of the same words. */
  private readonly same: readonly (readonly SeenSection[])[];
  private readonly signs: readonly DecimalSigns[];
  /** The old reading, where its sentences mean the same in this text. */
  private readonly old: Memory | undefined;
  /** The old section after the one that was found last. */
  private next = 0;

  constructor(unseen: readonly Unseen[], old: Memory | undefined) {
    this.same = sameBodies(unseen, old?.sections ?? []);
    this.signs = unseen.map(({ body }, i) => this.same[i]![0]?.signs ?? decimalSigns(body));
    this.decimalComma = writesDecimalCommas(this.signs);
    this.old = old?.decimalComma === this.decimalComma ? old : undefined;
  }

  section({ body, kind }: Unseen, spoken: Spoken | undefined): SeenSection {
    const spokenBefore = keyOf(spoken);
    const same = this.same[this.sections.length]!;
    const known = this.old && same.find((s) => s.kind === kind && s.spokenBefore === spokenBefore);
    if (known) this.next = this.old.sections.indexOf(known, Math.max(0, this.next - 1)) + 1;
    const section = known ?? this.read(body, kind, spoken, spokenBefore, same);
    this.sections.push(section);
    return section;
  }

  private read(
    body: string,
    kind: SectionKind,
    before: Spoken | undefined,
    spokenBefore: string,
    same: readonly SeenSection[],
  ): SeenSection {
    body = ownCopy(body);
    const ranges = splitSentences(body, 0, body.length);
    const known = new Near(this.near(same));
    let spoken = before;
    const seen = ranges.map(({ start, end }, i) => {
      const text = body.slice(start, end);
      const said = keyOf(heard(text, spoken));
      const one =
        known.find(text, [i, i - ranges.length], (s) => s.kind === kind && s.heard === said) ??
        see(text, kind, said, this.decimalComma, spoken);
      spoken = one.spoken ?? spoken;
      return one;
    });
    const signs = this.signs[this.sections.length]!;
    const facts = seen.flatMap((one) => (one.facts === NO_FACTS ? [] : [one.facts]));
    return {
      body,
      kind,
      signs,
      spokenBefore,
      spokenAfter: spoken,
      ranges,
      seen,
      facts,
      tally: sumOf(seen.map(({ tally }, i) => ({ tally, start: ranges[i]!.start }))),
      bound: undefined,
      found: new Map(),
      between: new Map(),
    };
  }

  /** The old sections about where this one stands; the first is most likely what it was before an edit. */
  private near(same: readonly SeenSection[]): readonly SeenSection[] {
    if (!this.old) return [];
    const at = this.sections.length;
    const places = [this.next, this.next + 1, at - 1, at, at + 1];
    return [...new Set([...places.flatMap((k) => this.old?.sections[k] ?? []), ...same])];
  }
}

/** Sentences of old sections, found by their words. */
class Near {
  /** Made only for words that stand elsewhere than they stood. */
  private byWords: ReadonlyMap<string, readonly Seen[]> | undefined;

  constructor(private readonly sections: readonly SeenSection[]) {}

  /** @param places where in the first section the sentence may be, from its beginning or, negative, from its end: an edit leaves the others in their order */
  find(text: string, places: readonly number[], fits: (seen: Seen) => boolean): Seen | undefined {
    const [likely] = this.sections;
    if (!likely) return undefined;
    for (const place of places) {
      const k = place < 0 ? place + likely.ranges.length : place;
      const range = likely.ranges[k];
      if (range && likely.body.slice(range.start, range.end) === text && fits(likely.seen[k]!))
        return likely.seen[k];
    }
    this.byWords ??= byWords(this.sections);
    return this.byWords.get(text)?.find(fits);
  }
}

function byWords(sections: readonly SeenSection[]): ReadonlyMap<string, readonly Seen[]> {
  const out = new Map<string, Seen[]>();
  for (const { body, ranges, seen } of sections) {
    ranges.forEach(({ start, end }, i) => {
      const text = body.slice(start, end);
      const list = out.get(text);
      if (!list) out.set(text, [seen[i]!]);
      else if (list.length < 8) list.push(seen[i]!);
    });
  }
  return out;
}

/** For every section the old sections of the same words. An edit leaves those before and after it in their order, so that few are looked up. */
function sameBodies(unseen: readonly Unseen[], old: readonly SeenSection[]): SeenSection[][] {
  const same = unseen.map((): SeenSection[] => []);
  let first = 0;
  for (; first < unseen.length && unseen[first]!.body === old[first]?.body; first++)
    same[first] = [old[first]!];
  let last = unseen.length;
  let oldLast = old.length;
  for (; last > first && oldLast > first && unseen[last - 1]!.body === old[oldLast - 1]!.body; last--)
    same[last - 1] = [old[--oldLast]!];
  const rest = new Map<string, SeenSection[]>();
  for (const section of last > first ? old : []) {
    const list = rest.get(section.body);
    if (list) list.push(section);
    else rest.set(section.body, [section]);
  }
  for (let i = first; i < last; i++) same[i] = rest.get(unseen[i]!.body) ?? [];
  return same;
}

const keyOf = (s: Spoken | undefined): string =>
  s
    ? `${s.measure ?? ""}|${String(s.adjusted)}|${s.kind ?? ""}|${s.time?.value ?? ""} ${s.time?.unit ?? ""}`
    : "";

function see(
  text: string,
  kind: SectionKind,
  said: string,
  decimalComma: boolean,
  spoken: Spoken | undefined,
): Seen {
  const reading = readSentence(text, kind, decimalComma, spoken);
  return {
    kind,
    heard: said,
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
  const words = reading ? wordsIn(reading) : wordsOf(lineOf(text), [], undefined);
  const arms = armsIn(words, reading?.drafts ?? [], section);
  return arms.lists.length || arms.named.length || definitions.length ? { definitions, arms } : NO_FACTS;
}
