/** Offsets of other formats: code points (brat, Web Annotation) and UTF-8 bytes (BioC) instead of UTF-16 code units. */
import type { Range } from "../extraction.js";

export type Unit = "code points" | "bytes";

/**
 * For each UTF-16 offset of the text, its end included, the offset in another unit. Half a surrogate pair counts as
 * the replacement character that stands for it when the text is written as UTF-8.
 */
export function offsetsOf(text: string, unit: Unit): (offset: number) => number {
  const before = new Uint32Array(text.length + 1);
  let count = 0;
  for (let i = 0; i < text.length;) {
    const point = text.codePointAt(i) ?? 0;
    const length = point > 0xffff ? 2 : 1;
    for (let j = 0; j < length; j++) before[i + j] = count;
    count += unit === "code points" ? 1 : bytesOf(point);
    i += length;
  }
  before[text.length] = count;
  return (offset) => before[offset] ?? count;
}

function bytesOf(point: number): number {
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
}

/** Whether a range still stands in the text: a stale one of an older text may not. */
export function isInside(text: string, { start, end }: Range): boolean {
  return start < end && end <= text.length;
}

/** The text as it is read back from UTF-8. */
export function wellFormed(text: string): string {
  return text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, "\uFFFD");
}
