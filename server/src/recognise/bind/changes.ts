/** What two contexts of one document differ in, so that an edit of one abbreviation binds only the sentences that use it anew. */
import type { Context } from "./context.js";

/** Words without which a sentence can't tell the contexts apart; undefined where any sentence might. */
type Difference = readonly string[] | undefined;

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
    return changed.some((word) => all.includes(word));
  }
}

function difference(a: Context, b: Context): Difference {
  if (a.arms !== b.arms && JSON.stringify(a.arms) !== JSON.stringify(b.arms)) return undefined;
  const words = new Set<string>();
  for (const [one, other] of [
    [a.entries, b.entries],
    [b.entries, a.entries],
  ] as const)
    for (const [phrase, meaning] of one) if (other.get(phrase) !== meaning) words.add(longest(phrase));
  // a phrase without letters may be printed in other signs than it is kept in, a link in other words
  for (const word of words) if (word === "http" || !/^[\p{L}\p{N}]/u.test(word)) return undefined;
  return [...words];
}

/** A phrase stands only where all of its words do: the longest is the one that fewest sentences have. */
const longest = (phrase: string): string =>
  phrase.split(" ").reduce((best, word) => (word.length > best.length ? word : best), "");
