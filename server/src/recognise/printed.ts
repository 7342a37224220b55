/** What was read in a text set anew is shown in the words as printed. */
import type { Range, Statement } from "../extraction.js";
import type { Plain } from "../text/plain.js";
import { newNote, type Note } from "./reading.js";

/** Signs that printed words are shown without. */
const REPLACED = /\u00ad|\s\s/;

type Shown = { readonly text: string; readonly range?: Range | undefined } | null;

/**
 * Statements whose words stand as printed are the same objects, with their notes; the others are new, and nothing is known of them.
 *
 * @param read what was read, a note each
 * @param original the text of one study, of which quotes are slices
 * @param plain what was read in its place
 * @param from where it begins in the document, from whose beginning ranges count
 */
export function asPrinted(
  read: { readonly statements: readonly Statement[]; readonly notes: readonly Note[] },
  original: string,
  plain: Plain,
  from: number,
): { statements: Statement[]; notes: Note[] } {
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
  const notes = [...read.notes];
  const statements = read.statements.map((s, i) => {
    const { start, end } = s.range;
    const same = end - start === s.quote.length && original.startsWith(s.quote, start - from);
    const quote = same ? s.quote : original.slice(start - from, end - from);
    const [outcome, group, reference] = [printed(s.outcome), printed(s.group), printed(s.reference)];
    if (quote === s.quote && outcome === s.outcome && group === s.group && reference === s.reference)
      return s;
    notes[i] = newNote();
    return { ...s, quote, outcome, group, reference };
  });
  return { statements, notes };
}
