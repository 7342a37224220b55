/** A review that need not be held: its studies are given out one after the other, as often as they are asked for. */
import type { Review, ReviewStudy } from "../review/review.js";

/** A `Review` is one; a corpus keeps its studies on disk. */
export interface ReviewSource extends Omit<Review, "studies"> {
  readonly studies: Iterable<ReviewStudy> & { readonly length: number };
}

/** A file of an export, in pieces that are made while they are taken. */
export interface Written {
  /** The file's name in the folder of a format that has several files; of no meaning for a single file. */
  readonly name: string;
  readonly content: Iterable<string | Uint8Array>;
}

/**
 * An object as `JSON.stringify(…, null, 2)` writes it, and a line end; one of its lists is given out item by item.
 *
 * @param fields with the list as its last one of that name, empty
 */
export function* jsonWithList(fields: object, name: string, items: Iterable<unknown>): Generator<string> {
  const whole = JSON.stringify(fields, null, 2);
  const empty = `"${name}": []`;
  // No string holds it: quotation marks are escaped there.
  const at = whole.lastIndexOf(empty);
  const line = whole.slice(whole.lastIndexOf("\n", at), at);
  let end = "]";
  yield whole.slice(0, at + empty.length - 1);
  for (const item of items) {
    const text = JSON.stringify(item, null, 2).replaceAll("\n", `${line}  `);
    yield `${end === "]" ? "" : ","}${line}  ${text}`;
    end = `${line}]`;
  }
  yield `${end}${whole.slice(at + empty.length)}\n`;
}
