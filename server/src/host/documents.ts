/** Documents from files and streams: the one way in for the command line and the server on Node. */
import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import { resolve } from "node:path";
import { decode, NotTextError, type Encoding } from "../import/decode.js";

/** Larger files are no abstracts or papers; the limit is announced in the error and in the help. */
export const MAX_BYTES = 64 * 1024 * 1024;

export interface SourceDocument {
  /** As the caller named it, with forward slashes; "-" for standard input. */
  readonly path: string;
  readonly text: string;
  /** Of the file's bytes, hexadecimal. */
  readonly sha256: string;
  readonly encoding: Encoding;
  /** Something that a reader should know about the file, without its name. */
  readonly remark?: string;
}

/** A file that can't be read or written. The message starts with the file's name. */
export class FileError extends Error {
  override name = "FileError";
  constructor(
    readonly path: string,
    readonly reason: string,
  ) {
    super(`${path}: ${reason}`);
  }
}

/**
 * @param path as it is to be shown; relative to `folder`
 * @throws FileError when the file is absent, a folder, too large or no text
 */
export async function readDocument(path: string, folder = "."): Promise<SourceDocument> {
  return toDocument(path, await readBytes(path, folder));
}

/**
 * The bytes of a regular file or a pipe, up to MAX_BYTES.
 *
 * @throws FileError
 */
export async function readBytes(path: string, folder = "."): Promise<Buffer> {
  try {
    const file = await open(resolve(folder, path), "r");
    try {
      const stat = await file.stat();
      if (stat.isDirectory()) throw new FileError(path, "is a folder");
      if (stat.size > MAX_BYTES) throw new FileError(path, tooLarge(stat.size));
      return await collect(path, file.createReadStream({ autoClose: false }));
    } finally {
      await file.close();
    }
  } catch (error) {
    throw error instanceof FileError ? error : new FileError(path, reasonOf(error));
  }
}

/** @throws FileError when there is more than MAX_BYTES */
export async function collect(path: string, stream: AsyncIterable<Buffer | string>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
    size += bytes.length;
    if (size > MAX_BYTES) throw new FileError(path, tooLarge(size));
    chunks.push(bytes);
  }
  return Buffer.concat(chunks, size);
}

/** @throws FileError for bytes that are no text */
export function toDocument(path: string, bytes: Buffer): SourceDocument {
  try {
    const decoded = decode(bytes);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    return { path: path.replaceAll("\\", "/"), sha256, ...decoded };
  } catch (error) {
    throw error instanceof NotTextError ? new FileError(path, error.message) : error;
  }
}

function tooLarge(size: number): string {
  const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(0)} MB`;
  return `is too large: ${megabytes(size)} or more, the limit is ${megabytes(MAX_BYTES)}`;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "no such file",
  EACCES: "may not be read or written (permission denied)",
  EPERM: "may not be read or written (operation not permitted)",
  EISDIR: "is a folder",
  ENOTDIR: "a part of its path is no folder",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EROFS: "lies on a read-only file system",
  EMFILE: "too many files are open",
  ELOOP: "too many symbolic links",
  ENAMETOOLONG: "the name is too long",
  EFBIG: "is too large for the file system",
};

/** A system error in words; anything else by its message. */
export function reasonOf(error: unknown): string {
  const { code = "" } = error as NodeJS.ErrnoException;
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error));
}
