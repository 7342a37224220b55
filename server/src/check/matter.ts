/** What a statement is about, for finding the places that tell the same result. */
import type { Statement } from "../extraction.js";
import type { Context } from "./context.js";
import { QUALIFIERS, TIMES } from "./qualifiers.js";

/** "PS-matched cohort", "after PS matching" and "propensity score–matched" are one population. */
export function populationKey(population: string | null): string {
  if (population === null) return "";
  const text = population.toLowerCase();
  if (/\bmatch(?:ed|ing)\b|\bpsm\b/.test(text) && !/\bunmatched\b/.test(text)) return "matched";
  if (/iptw|weight/.test(text)) return "weighted";
  if (/intention|intent|\bitt\b/.test(text)) return "itt";
  if (/per[- ]protocol|\bpp\b/.test(text)) return "pp";
  return text;
}

/** The outcome by its code, else by its words; empty where none is named. */
export function outcomeKey({ outcome }: Statement): string {
  return (outcome?.code ?? outcome?.text ?? "").toLowerCase();
}

/** Whether two outcomes differ: by their codes, a coded one beside words, or words that have none in common. */
export function otherOutcome(a: Statement, b: Statement): boolean {
  const [one, two] = [outcomeKey(a), outcomeKey(b)];
  if (one === two) return false;
  if (a.outcome?.code !== undefined || b.outcome?.code !== undefined) return true;
  const words = new Set(one.match(WORD));
  return !(two.match(WORD) ?? []).some((word) => words.has(word));
}

/** A word that says something of an outcome. */
const WORD = /\p{L}{5,}/gu;

/** The group by its entry in the document, else by its words; empty where none is named. */
export function groupKey({ group }: Statement): string {
  return (group?.id ?? group?.text ?? "").toLowerCase();
}

/** What a sentence says of the results in it. */
interface Telling {
  own?: boolean;
  qualifiers?: string;
  times?: string;
}

/** By the start of the sentence: many results stand in one. */
const tellings = (): Map<number, Telling> => new Map<number, Telling>();

function tellingOf(start: number, context: Context): Telling {
  const all = context.once(tellings);
  let telling = all.get(start);
  if (telling === undefined) all.set(start, (telling = {}));
  return telling;
}

/** The qualifying words of a statement's sentence, each once, in one order; with its time points where these matter. */
export function qualifiersOf(statement: Statement, context: Context, withTimes: boolean): string {
  const { start, end } = context.sentenceRange(statement.range);
  const telling = tellingOf(start, context);
  telling.qualifiers ??= foundIn(context.text.slice(start, end), QUALIFIERS);
  if (!withTimes) return telling.qualifiers;
  telling.times ??= foundIn(context.text.slice(start, end), TIMES);
  return `${telling.qualifiers}; ${telling.times}`;
}

function foundIn(text: string, wording: RegExp): string {
  const found = new Set<string>();
  for (const [match] of text.toLowerCase().matchAll(wording)) found.add(match.replace(/[-\s]+/g, " "));
  return [...found].sort().join("; ");
}

/** Which part of the document a statement stands in: the start of its section; −1 before the first sentence. */
export function partOf({ range }: Statement, context: Context): number {
  const sentence = context.reading.sentences[context.sentenceIndex(range.start)];
  return sentence?.section.range.start ?? -1;
}

/** A longer "sentence" is a table. */
const LONGEST = 700;

const NOT_OWN =
  /\b(?:assum\w+|expected|anticipated|hypothes\w+|power\w*|previous\w*|prior|historical|reported by|et al|meta-analys\w+|literature)\b/i;

/** "… by the new drug (19).", "… [7]": what another study found. */
const CITED = /[([]\d{1,3}(?:\s?[,–-]\s?\d{1,3})*[)\]]\.?\s*$/;

/** A result of this study, told in a sentence: not planned, not of the introduction, not another's. */
export function ownResult(statement: Statement, context: Context): boolean {
  const { section } = statement;
  if (section === "methods" || section === "background") return false;
  const { start, end } = context.sentenceRange(statement.range);
  const telling = tellingOf(start, context);
  telling.own ??= isOwn(context.text.slice(start, end));
  return telling.own;
}

const isOwn = (sentence: string): boolean =>
  sentence.length <= LONGEST && !NOT_OWN.test(sentence) && !CITED.test(sentence);
