/** What two contexts of one document differ in, so that an edit of one abbreviation binds only the sentences that use it anew. */
import type { Context } from "./context.js";

/** Sets of words: a sentence that has all words of none can't tell the contexts apart. Undefined where any sentence might. */
type Difference = readonly (readonly string[])[] | undefined;

/** Whether no sentence can tell two contexts apart. */
export const alike = (a: Context, b: Context): boolean => difference(a, b)?.length === 0;

/** Compares the contexts that sentences were bound in before with the one of now. */
export class Changes {
  private readonly known = new Map<Context, Difference>();

  constructor(private readonly now: Context) {}

  /**
   * Whether a sentence may bind otherwise than it did before.
   *
   * @param words the sentence, and what the sentence before hands on to it
   */
  concern(before: Context, ...words: readonly string[]): boolean {
    if (before === this.now) return false;
    if (!this.known.has(before)) this.known.set(before, difference(before, this.now));
    const changed = this.known.get(before);
    if (!changed) return true;
    if (changed.length === 0) return false;
    const all = words.join("\n").toLowerCase();
    // a hyphen that only shows at a line's end may stand in any word
    return all.includes("\u00ad") || changed.some((needed) => needed.every((word) => all.includes(word)));
  }
}

function difference(a: Context, b: Context): Difference {
  if (a.arms !== b.arms && JSON.stringify(a.arms) !== JSON.stringify(b.arms)) return undefined;
  const phrases = new Set<string>();
  for (const [one, other] of [
    [a.entries, b.entries],
    [b.entries, a.entries],
  ] as const)
    for (const [phrase, meaning] of one) if (other.get(phrase) !== meaning) phrases.add(phrase);
  const needed = [...phrases].map(wordsOf);
  return needed.every((words) => words.length > 0) ? needed : undefined;
}

/**
 * What is printed wherever a phrase is: its words in small letters and digits, as far as nothing else is read as one of them. Links
 * and what has no such word may be printed in other signs than they are kept in.
 */
function wordsOf(phrase: string): readonly string[] {
  const words: readonly string[] = phrase.match(/[a-z][a-z\d]*/g) ?? [];
  return words.includes("http") ? [] : words.filter((word) => word !== "vs");
}
