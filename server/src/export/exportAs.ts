/** The one way from a review to files: checked against its schema first, then written by the format's writer. */
import type { Review } from "../review/review.js";
import type { FormatId } from "./formats.js";
import { NotWritable } from "./notWritable.js";
import { describeMisfits, misfitsOf, reviewPieces } from "./reviewFile.js";
import type { ReviewSource, Written } from "./source.js";
import type { Texts } from "./texts.js";

export interface Exported {
  /** The file's name in the folder of a format that has several files; of no meaning for a single file. */
  readonly name: string;
  readonly content: string | Uint8Array;
}

export interface WriteOptions {
  /** CSV and TSV: start with a byte-order mark, by which Excel knows UTF-8. */
  readonly bom?: boolean;
  /** Texts of the documents by path; needed by formats that say `needsTexts`. */
  readonly texts?: Texts;
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
  return [...(await exportPieces(format, review, options))].map(({ name, content }) => ({
    name,
    content: joined([...content]),
  }));
}

/**
 * The same for a review that need not be held: files and their pieces are made while they are taken.
 *
 * @throws NotWritable also while they are taken; then nothing may be left of what was written
 */
export async function exportPieces(
  format: FormatId,
  review: ReviewSource,
  options: WriteOptions = {},
): Promise<Iterable<Written>> {
  const misfits = misfitsOf(review);
  if (misfits.length > 0) throw new NotWritable(describeMisfits(misfits));
  if (format === "json") return [{ name: "review.json", content: reviewPieces(review) }];
  // A bundle of its own (esbuild.js): the writers are seldom needed and large.
  const { writeFormat } = await import("./write.js");
  return writeFormat(format, review, options);
}

/** What is a NotWritable here and in the bundle of the writers, which has a class of its own for it. */
export function isNotWritable(error: unknown): error is NotWritable {
  return error instanceof Error && error.name === "NotWritable";
}

function joined(pieces: readonly (string | Uint8Array)[]): string | Uint8Array {
  if (pieces.every((piece) => typeof piece === "string")) return pieces.join("");
  const encoder = new TextEncoder();
  const bytes = pieces.map((piece) => (typeof piece === "string" ? encoder.encode(piece) : piece));
  const whole = new Uint8Array(bytes.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of bytes) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
