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
  return base36(4294967296 * (2097151 & b) + (a >>> 0));
}

const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz";
const HALF = 36 ** 6;

/** A number below 2^53 as eleven digits; as `toString(36)`, which takes ten times as long. */
function base36(n: number): string {
  const high = Math.floor(n / HALF);
  return digits(high, 5) + digits(n - high * HALF, 6);
}

function digits(n: number, count: number): string {
  let out = "";
  let rest = n >>> 0;
  for (let i = 0; i < count; i++) {
    out = DIGITS[rest % 36]! + out;
    rest = (rest / 36) >>> 0;
  }
  return out;
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
