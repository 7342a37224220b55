/** What was read in a text set anew is shown in the words as printed. */
import type { Range, Statement } from "../extraction.js";
import type { Plain } from "../text/plain.js";

type Shown = { readonly text: string; readonly range?: Range | undefined } | null;

/**
 * @param original the text of one study, of which quotes are slices
 * @param plain what was read in its place
 * @param from where it begins in the document, from whose beginning ranges count
 */
export function asPrinted(
  statements: readonly Statement[],
  original: string,
  plain: Plain,
  from: number,
): Statement[] {
  const printed = <T extends Shown>(part: T): T => {
    if (!part?.range) return part;
    const [start, end] = [part.range.start - from, part.range.end - from];
    if (plain.text.slice(start, end).length !== part.text.length) return part;
    return {
      ...part,
      text: plain.printed
        .slice(start, end)
        .replace(/\u00ad/g, "")
        .replace(/\s{2,}/g, " "),
    };
  };
  return statements.map((s) => ({
    ...s,
    quote: original.slice(s.range.start - from, s.range.end - from),
    outcome: printed(s.outcome),
    group: printed(s.group),
    reference: printed(s.reference),
  }));
}
