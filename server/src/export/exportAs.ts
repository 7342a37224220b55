/** The one way from a review to files: checked against its schema first, then written by the format's writer. */
import type { Review } from "../review/review.js";
import type { FormatId } from "./formats.js";
import { NotWritable } from "./notWritable.js";
import { describeMisfits, writeReview } from "./reviewFile.js";

export interface Exported {
  /** The file's name in the folder of a format that has several files; of no meaning for a single file. */
  readonly name: string;
  readonly content: string | Uint8Array;
}

export interface WriteOptions {
  /** CSV and TSV: start with a byte-order mark, by which Excel knows UTF-8. */
  readonly bom?: boolean;
  /** Texts of the documents by path; needed by formats that say `needsTexts`. */
  readonly texts?: ReadonlyMap<string, string>;
}

/**
 * A review in one of the formats: one file, or several for a format that writes a folder.
 *
 * @throws NotWritable where the review does not fit its schema or the format; then nothing may be written
 */
export async function exportAs(
  format: FormatId,
  review: Review,
  options: WriteOptions = {},
): Promise<readonly Exported[]> {
  const { text, misfits } = writeReview(review);
  if (text === undefined) throw new NotWritable(describeMisfits(misfits));
  if (format === "json") return [{ name: "review.json", content: text }];
  // A bundle of its own (esbuild.js): the writers are seldom needed and large.
  const { writeFormat } = await import("./write.js");
  try {
    return writeFormat(format, review, options);
  } catch (error) {
    // The other bundle has a class of its own for it.
    throw error instanceof Error && error.name === "NotWritable" ? new NotWritable(error.message) : error;
  }
}
