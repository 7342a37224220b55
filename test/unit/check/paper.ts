/** Documents for the tests of rules: a text and the statements in it, without the recogniser. */
import { check } from "../../../server/src/check/check.js";
import type {
  Finding,
  Group,
  Measure,
  PValueTag,
  Section,
  Severity,
  Statement,
} from "../../../server/src/extraction.js";
import type { Reading, Sentence } from "../../../server/src/recognise/reading.js";
import { parsePrinted } from "../../../server/src/statistics/printed.js";

/** Literals by field, as they stand in the text, in the order in which they stand there. */
type Literals = Record<string, string>;

export interface Draft {
  readonly kind: Statement["kind"];
  readonly literal: Literals;
  readonly fields: Record<string, unknown>;
}

const p = (text: string | undefined, tag?: PValueTag) => {
  if (text === undefined) return null;
  const [comparator = "=", literal = ""] = text.split(" ");
  return {
    comparator,
    value: number(literal),
    ...(tag === undefined ? {} : { tag }),
    range: { start: 0, end: 0 },
  };
};

const bound = (text: string | undefined) => (text === undefined ? null : text === "NR" ? "NR" : number(text));

interface Common {
  readonly low?: string;
  readonly high?: string;
  readonly type?: string;
  readonly level?: number | null;
  readonly p?: string;
  readonly tag?: PValueTag;
  readonly outcome?: string;
  readonly code?: string;
  readonly group?: string;
  readonly reference?: string;
  readonly population?: string;
  readonly section?: Section["kind"];
}

function draft(
  kind: Statement["kind"],
  own: Literals,
  fields: Record<string, unknown>,
  common: Common,
): Draft {
  const { low, high, type = "CI", level = null } = common;
  const interval =
    low === undefined && high === undefined
      ? null
      : { type, level, low: bound(low), high: bound(high), range: { start: 0, end: 0 } };
  const literal: Literals = { ...own };
  if (low !== undefined && low !== "NR") literal.low = low;
  if (high !== undefined && high !== "NR") literal.high = high;
  if (common.p !== undefined) literal.p = common.p.split(" ")[1]!;
  const name = (text: string | undefined) => (text === undefined ? null : { text, id: text });
  return {
    kind,
    literal,
    fields: {
      interval,
      p: p(common.p, common.tag),
      outcome:
        common.outcome === undefined
          ? null
          : { text: common.outcome, ...(common.code === undefined ? {} : { code: common.code }) },
      group: name(common.group),
      reference: name(common.reference),
      population: common.population ?? null,
      section: common.section ?? "results",
      ...fields,
    },
  };
}

export const effect = (
  measure: Measure,
  value: string,
  common: Common & { adjusted?: boolean } = {},
): Draft =>
  draft("effect", { value }, { measure, adjusted: common.adjusted ?? false, value: number(value) }, common);

export const median = (value: string, unit: string | null, common: Common = {}): Draft =>
  draft("median", value === "NR" ? {} : { value }, { value: bound(value), unit }, common);

export const mean = (
  value: string,
  common: Common & { sd?: string; se?: string; unit?: string } = {},
): Draft => {
  const { sd, se } = common;
  const own = { value, ...(sd === undefined ? {} : { sd }), ...(se === undefined ? {} : { se }) };
  const fields = {
    value: number(value),
    unit: common.unit ?? null,
    sd: sd === undefined ? null : number(sd),
    se: se === undefined ? null : number(se),
  };
  return draft("mean", own, fields, common);
};

export const landmark = (value: string, time: string, unit: string, common: Common = {}): Draft =>
  draft("landmark", { value }, { value: number(value), time: { value: number(time), unit } }, common);

export const proportion = (
  own: { n?: string; N?: string; percent?: string; denominator?: number },
  common: Common = {},
): Draft => {
  const { denominator, ...literal } = own;
  const fields = {
    n: own.n === undefined ? null : number(own.n),
    N: own.N === undefined ? null : number(own.N),
    percent: own.percent === undefined ? null : number(own.percent),
    ...(denominator === undefined ? {} : { denominator: { value: denominator, inferred: true } }),
  };
  return draft("proportion", literal, fields, common);
};

export const groupSize = (n: string, common: Common = {}): Draft =>
  draft("group-size", { n }, { n: number(n) }, common);

/** A p-value of its own; `compares` counts statements back from this one. */
export const pValue = (
  text: string,
  compares: readonly number[],
  common: Common & { tag?: PValueTag } = {},
): Draft => {
  const [comparator = "=", value = ""] = text.split(" ");
  return draft(
    "p-value",
    { value },
    { comparator, value: number(value), tag: common.tag ?? null, compares, p: null },
    {
      ...common,
    },
  );
};

export const test = (statistic: string, df: readonly number[], value: string, common: Common = {}): Draft =>
  draft("test", { value }, { statistic, df, value: number(value) }, common);

export const other = (name: string, value: string, common: Common & { unit?: string } = {}): Draft =>
  draft("other", { value }, { name, value: number(value), unit: common.unit ?? null }, common);

/** A reading of a text whose statements stand in the order given. */
export function paper(
  text: string,
  drafts: readonly Draft[],
  groups: readonly Partial<Group>[] = [],
): Reading {
  const sections = sectionsOf(text);
  let cursor = 0;
  const statements = drafts.map((each, index) => {
    const ranges: Record<string, { start: number; end: number }> = {};
    const places = Object.entries(each.literal).map(([name, literal]) => ({ name, literal }));
    let start = -1;
    let end = cursor;
    let stretch = { start: 0, end: 0 };
    for (const { name, literal } of places) {
      const next = text.indexOf(literal, end);
      const at = next === -1 ? text.indexOf(literal, cursor) : next;
      if (at === -1) throw new Error(`"${literal}" does not stand in: ${text}`);
      ranges[name] = { start: at, end: at + literal.length };
      start = start === -1 ? at : Math.min(start, at);
      end = Math.max(end, at + literal.length);
      if (name === "p" || each.kind === "p-value") {
        const words = /p\s*(?:[=<>≤≥]\s*)?$/i.exec(text.slice(0, at))?.[0] ?? "";
        stretch = { start: at - words.length, end: at + literal.length };
      }
    }
    const range = each.kind === "p-value" ? stretch : { start: Math.max(0, start), end };
    cursor = Math.min(...Object.values(ranges).map((r) => r.end), end);
    const fields = { ...each.fields };
    if (Array.isArray(fields.compares))
      fields.compares = (fields.compares as number[]).map((back) => `s${String(index - back)}`);
    if (ranges.p !== undefined) fields.p = { ...(fields.p as object), range: stretch };
    if (fields.interval !== null) {
      const from = ranges.low?.start ?? range.start;
      const to = ranges.high?.end ?? range.end;
      fields.interval = { ...(fields.interval as object), range: { start: from, end: to } };
    }
    return {
      id: `s${String(index)}`,
      kind: each.kind,
      range,
      quote: text.slice(range.start, range.end),
      literal: each.literal,
      ranges,
      ...fields,
    } as unknown as Statement;
  });
  return {
    text,
    study: {},
    sections,
    sentences: sections.flatMap((section) => sentencesOf(text, section)),
    groups: groups.map((g) => ({ id: g.label ?? "g", label: g.label ?? "g", ranges: [], ...g })),
    statements,
    coverage: { numbers: 0, inStatements: 0, background: 0, unread: [] },
  };
}

/** Findings of one rule at its default severity. */
export function findings(
  rule: string,
  text: string,
  drafts: readonly Draft[],
  groups: readonly Partial<Group>[] = [],
): Finding[] {
  return check(paper(text, drafts, groups)).filter((finding) => finding.rule === rule);
}

/** Severity of the only finding of a rule; "silent" without one. */
export function verdict(
  rule: string,
  text: string,
  drafts: readonly Draft[],
  groups: readonly Partial<Group>[] = [],
): Severity | "silent" {
  const [first, ...rest] = findings(rule, text, drafts, groups);
  if (rest.length > 0) throw new Error(`More than one finding: ${JSON.stringify([first, ...rest])}`);
  return first?.severity ?? "silent";
}

const WORDS: Record<string, number> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  nine: 9,
  eleven: 11,
  eighteen: 18,
  nineteen: 19,
};

function number(literal: string): number {
  const value = parsePrinted(literal)?.value ?? WORDS[literal.toLowerCase()];
  if (value === undefined) throw new Error(`Not a number: ${literal}`);
  return value;
}

/** One section, or several that an empty line parts. */
function sectionsOf(text: string): Section[] {
  let start = 0;
  return text.split(/(?<=\n\n)/).map((part) => {
    const range = { start, end: start + part.length };
    start = range.end;
    return { kind: "results", range };
  });
}

function sentencesOf(text: string, section: Section): Sentence[] {
  const sentences: Sentence[] = [];
  let { start } = section.range;
  const from = start;
  for (const match of text.slice(start, section.range.end).matchAll(/\. (?=[A-Z])|\n+|$/g)) {
    const end = from + match.index + (match[0].startsWith(".") ? 1 : 0);
    if (end > start) sentences.push({ start, end, section });
    start = from + match.index + match[0].length;
  }
  return sentences;
}
