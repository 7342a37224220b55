/** Reads a document: sections → sentences → drafts → bound statements. */
import type { Range, Section, Statement } from "../extraction.js";
import type { AnalyseOptions } from "../options.js";
import { sections as readSections, type TextSection } from "../text/sections.js";
import { writesDecimalCommas } from "../text/decimals.js";
import { sentences as splitSentences } from "../text/sentences.js";
import { study as readStudy } from "../text/study.js";
import { definitionsIn } from "./bind/abbreviations.js";
import { ARM_CUES, NO_ARMS, armsIn } from "./bind/arms.js";
import { NO_CARRY, bind, type Carry } from "./bind/bind.js";
import { contextOf, type Facts } from "./bind/context.js";
import { wordsOf } from "./bind/view.js";
import { groupsOf, write } from "./document.js";
import { spokenOf, type Spoken } from "./kinds/carried.js";
import { Ids } from "./ids.js";
import { lineOf } from "./line.js";
import type { Reading, Sentence } from "./reading.js";
import { readSentence, type SentenceReading } from "./sentence.js";

const UNREAD_KINDS: ReadonlySet<Section["kind"]> = new Set(["references", "boilerplate"]);

interface Unit {
  readonly range: Range;
  readonly section: Section;
  readonly reading: SentenceReading | undefined;
  readonly facts: Facts;
}

export function read(text: string, options: AnalyseOptions, _previous?: Reading): Reading {
  const sections = readSections(text);
  const ids = new Ids();
  const sentences: Sentence[] = [];
  const statements: Statement[] = [];
  const coverage = { numbers: 0, inStatements: 0, background: 0, unread: [] as Range[] };
  const plain = sections.map(toSection);
  const units: Unit[] = [];
  const decimalComma = writesDecimalCommas(text);
  let spoken: Spoken | undefined;
  sections.forEach((section, k) => {
    if (UNREAD_KINDS.has(section.kind)) return;
    for (const range of splitSentences(text, section.bodyStart, section.range.end)) {
      sentences.push({ ...range, section: plain[k]! });
      const slice = text.slice(range.start, range.end);
      const reading = readSentence(slice, section.kind, decimalComma, spoken);
      if (reading) spoken = spokenOf(reading.drafts) ?? spoken;
      units.push({ range, section: plain[k]!, reading, facts: factsOf(slice, reading, section.kind) });
    }
  });
  const context = contextOf(
    units.map((u) => u.facts),
    options.outcomes ?? [],
    options.groups ?? [],
  );
  let carry: Carry = NO_CARRY;
  for (const { reading, section, range } of units) {
    if (!reading) continue;
    const written = write(reading, bind(reading, context, carry), section.kind, context);
    carry = written.carry;
    const first = statements.length;
    written.statements.forEach((s, i) => {
      statements.push({ ...shift(s, range.start), id: ids.next(s.kind, s.quote) });
      void i;
    });
    written.compares.forEach((c, i) => {
      const s = statements[first + i]!;
      if (s.kind === "p-value" && c.length)
        statements[first + i] = { ...s, compares: c.map((j) => statements[first + j]!.id) };
    });
    count(reading.scope.line, range.start, coverage);
  }
  return {
    text,
    study: readStudy(text, sections),
    sections: plain,
    sentences,
    groups: groupsOf(statements, context),
    statements,
    coverage,
  };
}

function factsOf(text: string, reading: SentenceReading | undefined, section: Section["kind"]): Facts {
  const definitions = definitionsIn(text);
  if (!ARM_CUES.test(text)) return { definitions, arms: NO_ARMS };
  const words = reading
    ? wordsOf(reading.scope.line, reading.drafts, reading.scope)
    : wordsOf(lineOf(text), [], undefined);
  return { definitions, arms: armsIn(words, reading?.drafts ?? [], section) };
}

const move = (r: Range, by: number): Range => ({ start: r.start + by, end: r.end + by });

function shift<S extends Statement>(s: S, by: number): S {
  const ranges: Record<string, Range> = {};
  for (const key in s.ranges) ranges[key] = move(s.ranges[key]!, by);
  const ref = <R extends { range?: Range | undefined } | null>(r: R): R =>
    r?.range ? { ...r, range: move(r.range, by) } : r;
  return {
    ...s,
    range: move(s.range, by),
    outcome: ref(s.outcome),
    group: ref(s.group),
    reference: ref(s.reference),
    interval: s.interval && { ...s.interval, range: move(s.interval.range, by) },
    p: s.p && { ...s.p, range: move(s.p.range, by) },
    ranges,
  };
}

const toSection = (s: TextSection): Section => ({
  kind: s.kind,
  ...(s.heading !== undefined && { heading: s.heading }),
  range: s.range,
});

function count(
  line: {
    tokens: readonly { type: string; start: number; end: number; text: string }[];
    claims: readonly (string | undefined)[];
  },
  offset: number,
  c: { numbers: number; inStatements: number; background: number; unread: Range[] },
): void {
  line.tokens.forEach((t, i) => {
    if (t.type !== "number" || !/\d/.test(t.text)) return;
    c.numbers++;
    const claim = line.claims[i];
    if (claim === "statement") c.inStatements++;
    else if (claim !== undefined) c.background++;
    else c.unread.push({ start: offset + t.start, end: offset + t.end });
  });
}
