/** The total that a count is of by where it stands in its sentence. */
import type { ProportionStatement, Range } from "../extraction.js";
import type { Context } from "./context.js";

export interface Owner {
  readonly n: number;
  /** Whether the sentence begins with it and the count is the first after it: "Of 416 patients, 161 (38.7%)". */
  readonly leads: boolean;
}

/**
 * The size of a group whose bracket holds the count, as in "416 patients (161 [38.7%] women)", or that its sentence begins with, where only
 * other counts with their percentages come between; null where another total does.
 */
export function ownerOf(statement: ProportionStatement, context: Context): Owner | null {
  const at = statement.ranges.n?.start ?? statement.range.start;
  const { start } = context.sentenceRange(statement.range);
  if (at - start > FURTHEST) return null;
  const { text } = context;
  const open = openBrackets(text, start, at);
  let owner: { n: number; range: Range } | null = null;
  for (const other of context.inSentenceOf(statement.range)) {
    const range = other.ranges.n;
    if (other.kind !== "group-size" || range === undefined || range.start >= at) continue;
    const own = openBrackets(text, start, range.start);
    if (own.every((bracket, i) => bracket === open[i]) || HEAD_BRACKET.test(text.slice(start, range.start)))
      owner = { n: other.n, range };
  }
  if (owner === null || owner.n < 10) return null;
  const bracket = open.find((place) => place >= owner.range.end);
  if (bracket !== undefined)
    return /^\s[^\d;]*$/.test(text.slice(owner.range.end, bracket)) ? { n: owner.n, leads: false } : null;
  const before = text.slice(start, owner.range.start);
  if (!HEAD.test(before) && !HEAD_BRACKET.test(before)) return null;
  const between = withoutMeasures(text.slice(owner.range.end, at));
  return /\d/.test(between) ? null : { n: owner.n, leads: !/[#;]/.test(between) };
}

/** Words between a total and a count without what says nothing of other counts: shares ("#"), brackets, ages, thresholds, times. */
export function withoutMeasures(words: string): string {
  return words.replace(SHARE, "#").replace(BRACKET, "").replace(MEASURED, "");
}

/** "103 had …, 97 250 mg (37 women [38.1%])": whether the count stands in a bracket that another number than the total opens. */
export function inBracketOfAnother(at: number, total: Range, text: string): boolean {
  const bracket = openBrackets(text, total.end, at)[0];
  return bracket !== undefined && /\d/.test(text.slice(total.end, bracket).replace(BRACKET, ""));
}

/** A sentence of more characters before the count is a table. */
const FURTHEST = 600;

const SHARE = /\d[\d,]*\s[([]\d+(?:[.·]\d+)?%[)\]]/g;
const BRACKET = /\((?:[^()[\]]|\[[^[\]]*\])*\)|\[(?:[^()[\]]|\([^()]*\))*\]/g;

/** "46 to 98 years", "≥7.0%", "day 28". */
const MEASURED =
  /[≥≤<>]\s?\d+(?:[.·]\d+)?%?|\b\d+(?:[.·]\d+)?(?:\s?(?:to|-|–|and)\s?\d+(?:[.·]\d+)?)?[\s-](?:years?|months?|weeks?|days?|hours?)\b|\b(?:year|month|week|day)s?\s\d+/g;

/** "Results: Of the", "A total of": nothing but this before the total. */
const HEAD =
  /^(?:[A-Z ]{5,30}:?\s|[a-z]+\s?:\s)?\s*(?:(?:in|a|out)\s+)?(?:total,?\s+)?(?:overall,\s+)?(?:(?:of|among)\s+)?(?:(?:the|all)\s+)?$/i;

/** "In patients with both eyes treated (n =": the sentence begins with those whose size its first bracket gives. */
export const HEAD_BRACKET = /^(?:[A-Za-z ]{5,30}:?\s)?\s*(?:in|of|among)\s[^.;:()\d]*\(n\s?=\s?$/i;

/** Places of the brackets that open between two places and are still open at the second. */
function openBrackets(text: string, from: number, to: number): number[] {
  const open: number[] = [];
  for (let i = from; i < to; i += 1) {
    const sign = text[i];
    if (sign === "(" || sign === "[") open.push(i);
    else if (sign === ")" || sign === "]") open.pop();
  }
  return open;
}
