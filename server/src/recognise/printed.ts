/** What was read in a text set anew is shown in the words as printed. */
import type { Range, Statement } from "../extraction.js";
import type { Plain } from "../text/plain.js";
import { ownCopy } from "../text/change.js";
import type { Part, Told } from "./document.js";
import { newNote } from "./reading.js";

/** Signs that printed words are shown without. */
const REPLACED = /\u00ad|\s\s/;

type Shown = { readonly text: string; readonly range?: Range | undefined } | null;

/** For a text that was read as it is printed. */
export const asIs = (read: Told): Told => read;

/**
 * The statement with its quote and numbers in the very characters of the document.
 *
 * @param text the document, or the stretch of it that begins at `from`
 */
export function quotedFrom(statement: Statement, text: string, from = 0): Statement {
  const slice = ({ start, end }: Range): string => text.slice(start - from, end - from);
  const literal = { ...statement.literal };
  for (const field in literal) {
    const range = statement.ranges[field];
    if (range) literal[field] = slice(range);
  }
  return { ...statement, quote: slice(statement.range), literal };
}

/** Whether words that were read at an offset are those of the text, in the letters that were printed. */
export function isPrinted(words: string, at: number, original: string, { printed }: Plain): boolean {
  const end = at + words.length;
  // slices are compared many times as fast as by startsWith
  return original.slice(at, end) === words && printed.slice(at, end) === words;
}

/**
 * What to show for the statements of a sentence: those whose words stand as printed are the same objects, with their notes; the others
 * are new, and nothing is known of them.
 *
 * @param original the text of one study, of which quotes are slices
 * @param plain what was read in its place
 * @param from where it begins in the document, from whose beginning ranges count
 */
export function asPrinted(original: string, plain: Plain, from: number): (read: Told, part: Part) => Told {
  const printed = <T extends Shown>(part: T): T => {
    if (!part?.range) return part;
    const [start, end] = [part.range.start - from, part.range.end - from];
    if (end - start !== part.text.length) return part;
    if (plain.printed.startsWith(part.text, start) && !REPLACED.test(part.text)) return part;
    const text = plain.printed
      .slice(start, end)
      .replace(/\u00ad/g, "")
      .replace(/\s{2,}/g, " ");
    return text === part.text ? part : { ...part, text };
  };
  const show = (s: Statement): Statement => {
    const { start, end } = s.range;
    const same = end - start === s.quote.length && original.startsWith(s.quote, start - from);
    const quoted = same ? s : quotedFrom(s, original, from);
    const { quote } = quoted;
    const [outcome, group, reference] = [printed(s.outcome), printed(s.group), printed(s.reference)];
    return quote === s.quote && outcome === s.outcome && group === s.group && reference === s.reference
      ? s
      : { ...quoted, outcome, group, reference };
  };
  return (read, { written, start, end, asRead }) => {
    if (asRead && written.shownAsRead) return read;
    const words = original.slice(start - from, end - from);
    const set = plain.printed.slice(start - from, end - from);
    const last = written.shown;
    const isSame = last?.words === words && last.printed === set;
    if (isSame && last.read.statements === read.statements) return last.told;
    const statements = read.statements.map(show);
    if (asRead) written.shownAsRead = statements.every((s, i) => s === read.statements[i]);
    // what is known of a statement holds wherever its sentence stands
    const kept = isSame && last.read.notes === read.notes ? last.told.notes : undefined;
    const notes =
      kept ?? read.notes.map((note, i) => (statements[i] === read.statements[i] ? note : newNote()));
    const told = { statements, notes };
    written.shown = isSame
      ? { ...last, read, told }
      : { words: ownCopy(words), printed: ownCopy(set), read, told };
    return told;
  };
}
