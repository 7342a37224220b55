/** A document of a review, and places in it. */
import { fileUri } from "../harness.js";

export const A = fileUri("abstracts/a.txt");

/** Anna's decisions on it. */
export const FILE = fileUri(".outcome-review/anna/abstracts/a.txt.json");

export const TEXT = `Balance training after stroke

Results: Falls occurred in 12 of 40 patients (30%) with training and in 20 of 40 patients (50%) with usual care (odds ratio 0.43; 95% CI 0.17 to 1.08; p = 0.07). Median hospital stay was 11.0 days.
Conclusions: The odds ratio was 0.43.
`;

export function positionOf(words: string, text = TEXT): { line: number; character: number } {
  const before = text.slice(0, text.indexOf(words)).split("\n");
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

export function rangeOf(words: string, text = TEXT) {
  const start = positionOf(words, text);
  return { start, end: { line: start.line, character: start.character + words.length } };
}

/** The statement at these words. */
export const at = (words: string) => ({ at: positionOf(words), scope: "statement" as const });
