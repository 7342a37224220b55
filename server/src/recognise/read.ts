/** Reads a document: sections → sentences → drafts → bound statements. */
import type { Coverage, Range, Section, Statement } from "../extraction.js";
import type { AnalyseOptions } from "../options.js";
import { sections as readSections, type TextSection } from "../text/sections.js";
import { sentences as splitSentences } from "../text/sentences.js";
import { study as readStudy } from "../text/study.js";
import { Emitter } from "./emit.js";
import { Ids } from "./ids.js";
import type { Reading, Sentence } from "./reading.js";
import { readSentence } from "./sentence.js";

const UNREAD_KINDS: ReadonlySet<Section["kind"]> = new Set(["references", "boilerplate"]);

export function read(text: string, _options: AnalyseOptions, _previous?: Reading): Reading {
  const sections = readSections(text);
  const ids = new Ids();
  const sentences: Sentence[] = [];
  const statements: Statement[] = [];
  const coverage = { numbers: 0, inStatements: 0, background: 0, unread: [] as Range[] };
  const plain = sections.map(toSection);
  sections.forEach((section, k) => {
    if (UNREAD_KINDS.has(section.kind)) return;
    for (const range of splitSentences(text, section.bodyStart, section.range.end)) {
      sentences.push({ ...range, section: plain[k]! });
      const reading = readSentence(text.slice(range.start, range.end), section.kind, false);
      if (!reading) continue;
      const emitter = new Emitter(reading.scope, range.start, section.kind);
      for (const d of reading.drafts) {
        const s = emitter.statement(d);
        statements.push({ ...s, id: ids.next(s.kind, s.quote) });
      }
      for (const p of reading.ps) {
        if (p.owner || p.threshold) continue;
        const s = emitter.pValue(p, undefined, []);
        statements.push({ ...s, id: ids.next(s.kind, s.quote) });
      }
      count(reading.scope.line, range.start, coverage);
    }
  });
  statements.sort((a, b) => a.range.start - b.range.start);
  return {
    text,
    study: readStudy(text, sections),
    sections: plain,
    sentences,
    groups: [],
    statements,
    coverage,
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
  c: Coverage,
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
