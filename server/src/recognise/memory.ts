/** What reading a document leaves behind for reading its next version: every sentence that did not change is read from here. */
import type { Section } from "../extraction.js";
import type { AnalyseOptions } from "../options.js";
import { definitionsIn } from "./bind/abbreviations.js";
import { ARM_CUES, NO_ARMS, armsIn } from "./bind/arms.js";
import type { Carry } from "./bind/bind.js";
import { contextOf, type Context, type Facts } from "./bind/context.js";
import { wordsOf } from "./bind/view.js";
import { coverageOf, type Covered } from "./coverage.js";
import type { Written } from "./document.js";
import { spokenOf, type Spoken } from "./kinds/carried.js";
import { lineOf } from "./line.js";
import { readSentence, type SentenceReading } from "./sentence.js";

/** A sentence as read, wherever it stands. */
export interface Unit {
  readonly reading: SentenceReading | undefined;
  readonly facts: Facts;
  readonly covered: Covered | undefined;
  /** What it hands on to the next sentence. */
  readonly spoken: Spoken | undefined;
  /** How it was bound last, and on what that rests. */
  bound?: { readonly context: Context; readonly carry: Carry; readonly written: Written };
}

export interface Memory {
  /** By section kind, what the sentence before hands on, decimal sign and text. */
  readonly units: ReadonlyMap<string, Unit>;
  readonly facts: readonly Facts[];
  readonly context: Context;
  readonly terms: string;
}

/** Reads sentences one after another, from memory where it can. */
export class SentenceReader {
  readonly units = new Map<string, Unit>();
  private spoken: Spoken | undefined;

  constructor(
    private readonly decimalComma: boolean,
    private readonly previous: Memory | undefined,
  ) {}

  next(text: string, section: Section["kind"]): Unit {
    const { spoken, decimalComma } = this;
    const key = `${section}|${spoken?.kind ?? ""}|${spoken?.measure ?? ""}|${String(spoken?.adjusted)}|${String(decimalComma)}|${text}`;
    const unit =
      this.units.get(key) ?? this.previous?.units.get(key) ?? unitOf(text, section, decimalComma, spoken);
    this.units.set(key, unit);
    this.spoken = unit.spoken ?? spoken;
    return unit;
  }
}

function unitOf(
  text: string,
  section: Section["kind"],
  decimalComma: boolean,
  spoken: Spoken | undefined,
): Unit {
  const reading = readSentence(text, section, decimalComma, spoken);
  return {
    reading,
    facts: factsOf(text, reading, section),
    covered: reading && coverageOf(reading.scope.line),
    spoken: reading && spokenOf(reading.drafts),
  };
}

const NO_FACTS: Facts = { definitions: [], arms: NO_ARMS };

function factsOf(text: string, reading: SentenceReading | undefined, section: Section["kind"]): Facts {
  const definitions = definitionsIn(text);
  if (!ARM_CUES.test(text)) return definitions.length ? { definitions, arms: NO_ARMS } : NO_FACTS;
  const words = reading
    ? wordsOf(reading.scope.line, reading.drafts, reading.scope)
    : wordsOf(lineOf(text), [], undefined);
  return { definitions, arms: armsIn(words, reading?.drafts ?? [], section) };
}

/** The document's context; the one before where the sentences contribute the same, so that what rests on it stays true. */
export function contextFrom(
  all: readonly Facts[],
  options: AnalyseOptions,
  previous: Memory | undefined,
): Pick<Memory, "facts" | "context" | "terms"> {
  const facts = all.filter((f) => f !== NO_FACTS);
  const terms = JSON.stringify([options.outcomes, options.groups]);
  const same =
    previous?.terms === terms &&
    previous.facts.length === facts.length &&
    facts.every((f, i) => alike(f, previous.facts[i]!));
  if (same) return { facts, terms, context: previous.context };
  return { facts, terms, context: contextOf(facts, options.outcomes ?? [], options.groups ?? []) };
}

/** The same object, or a sentence read anew that says the same. */
export const alike = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
