/** Every document of a file: the text itself, or one for each record of a foreign format, read in pieces. */
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import { resolve } from "node:path";
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { decode, NotTextError } from "../import/decode.js";
import type { ForeignRecord } from "../import/foreign.js";
import { foreignFormat, SNIFFED } from "../import/sniff.js";
import { collect, FileError, MAX_BYTES, reasonOf, toDocument, type SourceDocument } from "./documents.js";

/** A document, and beside one made from a record what its file says of it. */
export interface FileDocument extends SourceDocument {
  readonly record?: {
    readonly id: string;
    readonly version?: readonly [number, number];
    readonly line?: number;
  };
}

type Bytes = AsyncIterable<Buffer | string>;

/** What is noted of files while they are read. */
export interface Meter {
  /** As they are on disk. */
  bytes: number;
  /** PMIDs that update files of PubMed take back. */
  withdrawn: string[];
}

async function* metered(stream: Bytes, meter: Meter): AsyncGenerator<Buffer | string> {
  for await (const chunk of stream) {
    meter.bytes += chunk.length;
    yield chunk;
  }
}

/**
 * The documents of a file, in its order. Compressed files (gzip) are unpacked, foreign formats known by their content; of an XML file
 * no more than a record is held in memory.
 *
 * @param path as it is to be shown; relative to `folder`
 * @throws FileError when the file is absent, a folder, too large, no text, or breaks off
 */
export async function* readDocuments(
  path: string,
  folder = ".",
  meter?: Meter,
): AsyncGenerator<FileDocument> {
  const full = resolve(folder, path);
  const file = await open(full, "r").catch((error: unknown) => {
    throw new FileError(path, reasonOf(error));
  });
  try {
    if ((await file.stat()).isDirectory()) throw new FileError(path, "is a folder");
    const stream = file.createReadStream({ autoClose: false, highWaterMark: 256 * 1024 });
    yield* documentsIn(path, meter === undefined ? stream : metered(stream, meter), full, meter);
  } finally {
    await file.close();
  }
}

/** The same for a stream, such as standard input. @throws FileError */
export function readStreamed(path: string, stream: Bytes, meter?: Meter): AsyncGenerator<FileDocument> {
  return documentsIn(path, stream, undefined, meter);
}

async function* documentsIn(
  path: string,
  stream: Bytes,
  file: string | undefined,
  meter: Meter | undefined,
): AsyncGenerator<FileDocument> {
  try {
    yield* unpacked(path, await Peeked.of(stream, 4), file, meter);
  } catch (error) {
    if (error instanceof FileError) throw error;
    if (error instanceof NotTextError) throw new FileError(path, error.message);
    throw atLine(path, error);
  }
}

/** "12: unclosed tag" becomes a fault of that line; other errors of the file. */
function atLine(path: string, error: unknown): FileError {
  const reason = reasonOf(error);
  const [, line, rest] = /^(\d+): (.*)$/s.exec(reason) ?? [];
  if (line !== undefined && rest !== undefined) return new FileError(`${path}:${line}`, rest);
  return new FileError(path, reason === "unexpected end of file" ? "the compressed file is cut off" : reason);
}

async function* unpacked(
  path: string,
  stream: Peeked,
  file: string | undefined,
  meter: Meter | undefined,
): AsyncGenerator<FileDocument> {
  const [first, second] = stream.start;
  if (first === 0x1f && second === 0x8b) {
    const gunzip = createGunzip({ chunkSize: 256 * 1024 });
    const packed = Readable.from(stream.all());
    packed.on("error", (error) => gunzip.destroy(error));
    yield* plain(path, await Peeked.of(packed.pipe(gunzip), SNIFFED), meter);
  } else if (stream.start.subarray(0, 4).toString("latin1") === "%PDF") {
    if (file === undefined) throw new FileError(path, "is a PDF; name the file instead of piping it");
    yield made(path, await pdfText(path, file));
  } else {
    yield* plain(path, await stream.more(SNIFFED), meter);
  }
}

async function* plain(path: string, stream: Peeked, meter: Meter | undefined): AsyncGenerator<FileDocument> {
  const { label, text } = startOf(stream.start);
  const format = foreignFormat(text);
  if (format === undefined) {
    yield toDocument(path, await collect(path, stream.all()));
    return;
  }
  const { readerOf, idOf, textOf } = await import("../import/formats.js");
  const reader = readerOf(format);
  const taken = new Map<string, number>();
  let number = 0;
  const document = (record: ForeignRecord): FileDocument => {
    const plainId = idOf(record, ++number);
    const before = taken.get(plainId) ?? 0;
    taken.set(plainId, before + 1);
    const id = before === 0 ? plainId : `${plainId}~${before + 1}`;
    const { version, line } = record;
    return {
      ...made(`${path}#${id}`, textOf(record)),
      record: { id, ...(version !== undefined && { version }), ...(line !== undefined && { line }) },
    };
  };
  if (format === "csv" || format === "bibtex") {
    reader.write(decode(await collect(path, stream.all())).text);
  } else {
    const decoder = new TextDecoder(label);
    for await (const chunk of stream.all()) {
      for (const record of reader.write(decoder.decode(chunk, { stream: true }))) yield document(record);
    }
  }
  for (const record of reader.end()) yield document(record);
  meter?.withdrawn.push(...(reader.withdrawn ?? []));
}

/** The first characters, and the encoding that a byte-order mark or an XML declaration names. */
function startOf(bytes: Buffer): { readonly label: string; readonly text: string } {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : undefined; // prettier-ignore
  const declared = /^<\?xml[^>]*\bencoding=["']([\w.-]+)["']/.exec(
    bytes.subarray(0, 200).toString("latin1"),
  )?.[1];
  const label = marked ?? known(declared) ?? "utf-8";
  return { label, text: new TextDecoder(label).decode(bytes) };
}

function known(label: string | undefined): string | undefined {
  try {
    return label === undefined ? undefined : new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

/** A document whose text was made here; its hash is of that text as UTF-8. */
function made(path: string, text: string): SourceDocument {
  const sha256 = createHash("sha256").update(text, "utf8").digest("hex");
  return { path: path.replaceAll("\\", "/"), text, sha256, encoding: "utf-8" };
}

function pdfText(path: string, file: string): Promise<string> {
  return new Promise((done, fail) => {
    const options = { maxBuffer: MAX_BYTES, encoding: "utf8" } as const;
    execFile("pdftotext", ["-q", "-enc", "UTF-8", "-nopgbrk", file, "-"], options, (error, text) => {
      if (error === null) done(text);
      else if (error.code === "ENOENT") {
        fail(
          new FileError(
            path,
            "is a PDF, which is read through pdftotext; none is installed (it comes with Poppler)",
          ),
        );
      } else fail(new FileError(path, `pdftotext could not read it (exit code ${error.code ?? "unknown"})`));
    });
  });
}

/** A stream whose first bytes were looked at. */
class Peeked {
  private constructor(
    /** As many of the first bytes as were asked for, or all there are. */
    readonly start: Buffer,
    private readonly rest: AsyncIterator<Buffer | string>,
  ) {}

  static of(stream: Bytes, size: number): Promise<Peeked> {
    return new Peeked(Buffer.alloc(0), stream[Symbol.asyncIterator]()).more(size);
  }

  async more(size: number): Promise<Peeked> {
    const chunks: Buffer[] = [this.start];
    for (let length = this.start.length; length < size;) {
      const next = await this.rest.next();
      if (next.done === true) break;
      const chunk = Buffer.from(next.value);
      chunks.push(chunk);
      length += chunk.length;
    }
    return new Peeked(Buffer.concat(chunks), this.rest);
  }

  async *all(): AsyncGenerator<Buffer> {
    if (this.start.length > 0) yield this.start;
    for (;;) {
      const next = await this.rest.next();
      if (next.done === true) return;
      yield typeof next.value === "string" ? Buffer.from(next.value) : next.value;
    }
  }
}
