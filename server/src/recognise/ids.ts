/** Names that stay: the same text gives the same id on every run and machine. */

/** A 53-bit hash of a string as eleven characters (cyrb53, public domain, by bryc). */
export function hash(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    a = Math.imul(a ^ c, 2654435761);
    b = Math.imul(b ^ c, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36).padStart(11, "0");
}

/** Hands out ids of statements: hash of a key (kind, quote without white space and case) and of how often it came before. */
export class Ids {
  private readonly seen = new Map<string, number>();

  /** @param of the record of a file of several studies; part of every hash, so that equal words in two studies get two ids */
  constructor(private readonly of?: string) {}

  /** @param last the id that the same key was given last, with its count, which saves the hashing where it is the same */
  next(key: string, last?: Id): Id {
    const n = this.seen.get(key) ?? 0;
    this.seen.set(key, n + 1);
    if (last?.n === n) return last;
    return { n, id: hash(this.of === undefined ? `${key}|${n}` : `${this.of}|${key}|${n}`) };
  }
}

export interface Id {
  readonly n: number;
  readonly id: string;
}
