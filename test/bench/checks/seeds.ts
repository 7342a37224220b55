/** Errors as people make them, put into the text of a statement that was published without one. */
import type { Range, Statement } from "../../../server/src/extraction.js";

/** A piece of text put in place of another. */
export interface Edit {
  /** The number that is altered. */
  readonly statement: Statement;
  readonly field: string;
  readonly range: Range;
  readonly text: string;
}

/** What an error may take from the rest of the corpus. */
export interface Neighbours {
  /** A statement of the same family, of the same document where it has one. */
  readonly other: Statement | undefined;
  /** The statement of the other arm in the same sentence. */
  readonly arm: Statement | undefined;
}

/** A random number in [0, 1). */
export type Random = () => number;

/** @returns the edits of one error; none where the statement can't have it */
type Seed = (
  statement: Statement,
  fields: readonly string[],
  neighbours: Neighbours,
  random: Random,
) => readonly Edit[];

/** A small generator (Lehmer 1951), seeded by a name (FNV-1a), so that every run makes the same errors. */
export function lehmer(name: string): Random {
  let state = 2166136261;
  for (let i = 0; i < name.length; i += 1) state = Math.imul(state ^ name.charCodeAt(i), 16777619);
  state = ((state >>> 0) % 2147483646) + 1;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

function pick<T>(from: readonly T[], random: Random): T | undefined {
  return from[Math.floor(random() * from.length)];
}

/** A literal that stands in the text as it was read. */
function literalOf(statement: Statement, field: string): { text: string; range: Range } | undefined {
  const text = statement.literal[field];
  const range = statement.ranges[field];
  return text === undefined || range === undefined || range.end - range.start !== text.length
    ? undefined
    : { text, range };
}

const digitPlaces = (text: string): number[] => Array.from(text.matchAll(/\d/g), ({ index }) => index);

/** Any digit of any number, another digit in its place; each digit as likely as every other. */
function wrongDigit(statement: Statement, fields: readonly string[], random: Random): Edit[] {
  const places = fields.flatMap((field) => {
    const literal = literalOf(statement, field);
    return literal === undefined ? [] : digitPlaces(literal.text).map((i) => ({ ...literal, field, i }));
  });
  const place = pick(places, random);
  if (place === undefined) return [];
  const { text, range, field, i } = place;
  const digit = (Number(text[i]) + 1 + Math.floor(random() * 9)) % 10;
  return [{ statement, field, range, text: `${text.slice(0, i)}${String(digit)}${text.slice(i + 1)}` }];
}

/** Two neighbouring digits that differ change places. */
function swappedDigits(statement: Statement, fields: readonly string[], random: Random): Edit[] {
  const places = fields.flatMap((field) => {
    const literal = literalOf(statement, field);
    if (literal === undefined) return [];
    const digits = digitPlaces(literal.text);
    return digits.slice(1).flatMap((b, index) => {
      const a = digits[index] ?? b;
      return literal.text[a] === literal.text[b] ? [] : [{ ...literal, field, a, b }];
    });
  });
  const place = pick(places, random);
  if (place === undefined) return [];
  const { text, range, field, a, b } = place;
  const swapped = `${text.slice(0, a)}${text.charAt(b)}${text.slice(a + 1, b)}${text.charAt(a)}${text.slice(b + 1)}`;
  return [{ statement, field, range, text: swapped }];
}

const POINT = /^(\d*)([.·])(\d+)$/;

/** 0.85 as 8.5 or 0.085. */
function movedPoint(statement: Statement, fields: readonly string[], random: Random): Edit[] {
  const moved = fields.flatMap((field): Edit[] => {
    const literal = literalOf(statement, field);
    const match = literal === undefined ? null : POINT.exec(literal.text);
    if (literal === undefined || match === null) return [];
    const [, whole = "", point = ".", fraction = ""] = match;
    const right = `${`${whole}${fraction.slice(0, 1)}`.replace(/^0+(?=\d)/, "")}${fraction.length > 1 ? point + fraction.slice(1) : ""}`;
    const left = `${whole.slice(0, -1) || "0"}${point}${whole.slice(-1) || "0"}${fraction}`;
    return [right, left]
      .filter((text) => Number(text.replace("·", ".")) > 0)
      .map((text) => ({ statement, field, range: literal.range, text }));
  });
  const edit = pick(moved, random);
  return edit === undefined ? [] : [edit];
}

/** The number of a field as another statement has it. */
function taken(statement: Statement, field: string, from: Statement | undefined): Edit[] {
  const own = literalOf(statement, field);
  const theirs = from?.literal[field];
  return own === undefined || theirs === undefined || own.text === theirs
    ? []
    : [{ statement, field, range: own.range, text: theirs }];
}

function swappedBound(statement: Statement, { other }: Neighbours, random: Random): readonly Edit[] {
  return taken(statement, random() < 0.5 ? "low" : "high", other);
}

/** Each arm's first field of the two with the other's: percentages of one arm beside the counts of the other. */
function swappedArms(statement: Statement, fields: readonly string[], { arm }: Neighbours): readonly Edit[] {
  const field = fields.includes("percent") ? "percent" : "value";
  if (arm === undefined) return [];
  const edits = [...taken(statement, field, arm), ...taken(arm, field, statement)];
  return edits.length === 2 ? edits : [];
}

export const SEEDS: Readonly<Record<string, Seed>> = {
  "one wrong digit": (statement, fields, _, random) => wrongDigit(statement, fields, random),
  "two digits swapped": (statement, fields, _, random) => swappedDigits(statement, fields, random),
  "decimal point moved": (statement, fields, _, random) => movedPoint(statement, fields, random),
  "bound of another statement": (statement, fields, neighbours, random) =>
    fields.includes("low") ? swappedBound(statement, neighbours, random) : [],
  "arms swapped": (statement, fields, neighbours) => swappedArms(statement, fields, neighbours),
  "n of the other arm": (statement, fields, { arm }) =>
    fields.includes("n") ? taken(statement, "n", arm) : [],
};

/** A text with edits made. */
export function edited(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.range.start - a.range.start)
    .reduce((so, { range, text: piece }) => so.slice(0, range.start) + piece + so.slice(range.end), text);
}
