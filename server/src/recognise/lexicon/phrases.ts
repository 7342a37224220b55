/** A small index of word sequences: finds the longest entry that starts at a token. */
import type { Line } from "../line.js";

interface Entry<T> {
  readonly words: readonly string[];
  readonly value: T;
}

/** Phrases as they are kept in the lexicons: one string, phrases apart by a comma and a space or by line ends. */
export const phrases = (list: string): readonly string[] => list.trim().split(/,?\s*\n\s*|,\s+/);

/** One bit a length; long words share the last. */
const lengthBit = (word: string): number => 1 << Math.min(word.length, 31);

export class Phrases<T> {
  private readonly byFirst = new Map<string, Entry<T>[]>();
  /** By first letter (its last seven bits) the lengths of the words that phrases begin with: most words are passed over without being looked up. */
  private readonly lengths = new Int32Array(128);

  /** @param table rows of a value and its phrases, words separated by spaces, in lower case as tokens are normalised */
  constructor(table: Iterable<readonly [value: T, phrases: readonly string[]]>) {
    for (const [value, phrases] of table) for (const p of phrases) this.add(p, value);
    for (const list of this.byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  }

  private add(phrase: string, value: T): void {
    const words = phrase.split(" ");
    this.lengths[words[0]!.charCodeAt(0) & 127]! |= lengthBit(words[0]!);
    const list = this.byFirst.get(words[0]!);
    if (list) list.push({ words, value });
    else this.byFirst.set(words[0]!, [{ words, value }]);
  }

  /** The words that phrases begin with. */
  firsts(): Iterable<string> {
    return this.byFirst.keys();
  }

  /** The longest phrase at token `i`, with the index after it. */
  at({ tokens }: Pick<Line, "tokens">, i: number): { value: T; end: number } | undefined {
    if (i < 0 || i >= tokens.length) return undefined;
    const first = tokens[i]!.norm;
    if (!(this.lengths[first.charCodeAt(0) & 127]! & lengthBit(first))) return undefined;
    const list = this.byFirst.get(first);
    if (!list) return undefined;
    for (const { words, value } of list) {
      const end = i + words.length;
      if (end > tokens.length) continue;
      let k = 1;
      while (k < words.length && tokens[i + k]!.norm === words[k]) k++;
      if (k === words.length) return { value, end };
    }
    return undefined;
  }
}
