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
    if (own.every((bracket, i) => bracket === open[i])) owner = { n: other.n, range };
  }
  if (owner === null || owner.n < 10) return null;
  const bracket = open.find((place) => place >= owner.range.end);
  if (bracket !== undefined)
    return /^\s[^\d;]*$/.test(text.slice(owner.range.end, bracket)) ? { n: owner.n, leads: false } : null;
  if (!HEAD.test(text.slice(start, owner.range.start))) return null;
  const between = text.slice(owner.range.end, at).replace(SHARE, "#").replace(BRACKET, "");
  return /\d/.test(between) ? null : { n: owner.n, leads: !/[#;]/.test(between) };
}

/** "103 had …, 97 250 mg (37 women [38.1%])": whether the count stands in a bracket that another number than the total opens. */
export function inBracketOfAnother(at: number, total: Range, text: string): boolean {
  const bracket = openBrackets(text, total.end, at)[0];
  return bracket !== undefined && /\d/.test(text.slice(total.end, bracket).replace(BRACKET, ""));
}

/** A sentence of more characters before the count is a table. */
const FURTHEST = 600;

const SHARE = /\d[\d,]*\s[([]\d+(?:[.·]\d+)?%[)\]]/g;
const BRACKET = /\((?:[^()[\]]|\[[^[\]]*\])*\)/g;

/** "Results: Of the", "A total of": nothing but this before the total. */
const HEAD =
  /^(?:[A-Z ]{5,30}:?\s|[a-z]+\s?:\s)?\s*(?:(?:in|a|out)\s+)?(?:total,?\s+)?(?:overall,\s+)?(?:(?:of|among)\s+)?(?:(?:the|all)\s+)?$/i;

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
