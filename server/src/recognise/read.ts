/** Reads a document: sections → sentences → drafts → bound statements. */
import type { Range, Section, Statement } from "../extraction.js";
import type { AnalyseOptions } from "../options.js";
import { writesDecimalCommas } from "../text/decimals.js";
import { sections as readSections, type TextSection } from "../text/sections.js";
import { sentences as splitSentences } from "../text/sentences.js";
import { study as readStudy } from "../text/study.js";
import { NO_CARRY, bind, type Carry } from "./bind/bind.js";
import type { Context } from "./bind/context.js";
import { groupsOf, write, type Written } from "./document.js";
import { Ids } from "./ids.js";
import { alike, contextFrom, SentenceReader, type Unit } from "./memory.js";
import type { Reading, Sentence } from "./reading.js";
import { move, shift } from "./shift.js";

const NOT_READ: ReadonlySet<Section["kind"]> = new Set(["references", "boilerplate"]);

/**
 * @param previous what was read of an earlier version of the document: sentences that did not change are not read again, nor bound
 * again unless what they rest on changed
 */
export function read(text: string, options: AnalyseOptions, previous?: Reading): Reading {
  const sections = readSections(text);
  const plain = sections.map(toSection);
  const reader = new SentenceReader(writesDecimalCommas(text), previous?.memory);
  const sentences: Sentence[] = [];
  const units: Unit[] = [];
  sections.forEach((section, k) => {
    if (NOT_READ.has(section.kind)) return;
    for (const range of splitSentences(text, section.bodyStart, section.range.end)) {
      sentences.push({ ...range, section: plain[k]! });
      units.push(reader.next(text.slice(range.start, range.end), section.kind));
    }
  });
  const known = contextFrom(
    units.map((u) => u.facts),
    options,
    previous?.memory,
  );
  const statements = bindAll(units, sentences, known.context);
  return {
    text,
    study: readStudy(text, sections),
    sections: plain,
    sentences,
    groups: groupsOf(statements, known.context),
    statements,
    coverage: cover(units, sentences),
    memory: { ...known, units: reader.units },
  };
}

/** The statements of all sentences in order, with their ids and the ids of what their p-values compare. */
function bindAll(units: readonly Unit[], sentences: readonly Sentence[], context: Context): Statement[] {
  const ids = new Ids();
  const statements: Statement[] = [];
  let carry: Carry = NO_CARRY;
  units.forEach((unit, k) => {
    if (!unit.reading) return;
    const { start, section } = sentences[k]!;
    const written = bindUnit(unit, section.kind, context, carry);
    carry = written.carry;
    const first = statements.length;
    for (const s of written.statements)
      statements.push({ ...shift(s, start), id: ids.next(s.kind, s.quote) });
    written.compares.forEach((c, i) => {
      const s = statements[first + i]!;
      if (s.kind === "p-value" && c.length)
        statements[first + i] = { ...s, compares: c.map((j) => statements[first + j]!.id) };
    });
  });
  return statements;
}

function bindUnit(unit: Unit, section: Section["kind"], context: Context, carry: Carry): Written {
  const { bound } = unit;
  if (bound?.context === context && alike(bound.carry, carry)) return bound.written;
  const written = write(unit.reading!, bind(unit.reading!, context, carry), section, context);
  unit.bound = { context, carry, written };
  return written;
}

function cover(units: readonly Unit[], sentences: readonly Sentence[]): Reading["coverage"] {
  const sum = { numbers: 0, inStatements: 0, background: 0, unread: [] as Range[] };
  units.forEach(({ covered }, k) => {
    if (!covered) return;
    sum.numbers += covered.numbers;
    sum.inStatements += covered.inStatements;
    sum.background += covered.background;
    for (const r of covered.unread) sum.unread.push(move(r, sentences[k]!.start));
  });
  return sum;
}

const toSection = (s: TextSection): Section => ({
  kind: s.kind,
  ...(s.heading !== undefined && { heading: s.heading }),
  range: s.range,
});
