/** All shards as one file: every receipt checked, every count reconciled, of a PMID the newest version alone. */
import { createReadStream } from "node:fs";
import { randomBytes } from "node:crypto";
import { open, readdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { createGunzip, createGzip } from "node:zlib";
import type { Extraction } from "../extraction.js";
import { flushFolder } from "../host/writeFile.js";
import { CommandFailure } from "./failure.js";
import { fileHash } from "./shardPlan.js";
import { receiptIn, receiptOf, type Receipt, type ShardPlace } from "./shardRun.js";

export interface Merged {
  readonly extractions: number;
  /** Older versions of records that were left out. */
  readonly older: number;
  /** Records that PubMed took back and that were left out. */
  readonly withdrawn: number;
  readonly faults: number;
}

type Fate = "kept" | "older" | "withdrawn";

/**
 * @param path absolute; .parquet is the table of all statements, .ndjson and .ndjson.gz all extractions
 * @throws CommandFailure naming the shards without a valid receipt or with two, or whose file is not what its receipt says
 */
export async function mergeShards(place: ShardPlace, path: string): Promise<Merged> {
  const receipts = await allReceipts(place);
  const newest = new Newest();
  let line = 0;
  for (const receipt of receipts) {
    const first = line;
    for await (const text of linesOf(place, receipt)) newest.note(text, line++);
    if (line - first !== receipt.extractions) {
      throw new CommandFailure(
        `${receipt.file}: holds ${line - first} extractions, its receipt says ${receipt.extractions}`,
      );
    }
    newest.withdraw(receipt.withdrawn);
  }
  const fates: Record<Fate, number> = { kept: 0, older: 0, withdrawn: 0 };
  await write(path, keptLines(place, receipts, newest, fates), () => {
    const { kept, older, withdrawn } = fates;
    if (kept + older + withdrawn === line) return;
    throw new CommandFailure(
      `${line} extractions were counted, ${kept + older + withdrawn} found afterwards: the shards changed meanwhile`,
    );
  });
  return {
    extractions: fates.kept,
    older: fates.older,
    withdrawn: fates.withdrawn,
    faults: receipts.reduce((sum, { faults }) => sum + faults.length, 0),
  };
}

async function allReceipts(place: ShardPlace): Promise<Receipt[]> {
  const receipts: Receipt[] = [];
  const missing: number[] = [];
  await refuseDoubles(place);
  for (const { id } of place.plan.shards) {
    const receipt = await receiptOf(place, id);
    const whole =
      receipt !== undefined &&
      (await fileHash(join(place.folder, receipt.file)).catch(() => "")) === receipt.sha256;
    if (whole) receipts.push(receipt);
    else missing.push(id);
  }
  if (missing.length > 0) {
    const some = missing.slice(0, 20).join(" ");
    throw new CommandFailure(
      `${missing.length} of ${place.plan.shards.length} shards are not done: ${some}${missing.length > 20 ? " …" : ""}; run them first`,
    );
  }
  return receipts;
}

/** A shard that two receipts vouch for was done twice, and nobody can say which file is meant. */
async function refuseDoubles(place: ShardPlace): Promise<void> {
  const names = await readdir(place.folder).catch((): string[] => []);
  const seen = new Map<number, string>();
  for (const name of names.filter((each) => each.endsWith(".receipt.json")).sort()) {
    const receipt = await receiptIn(place, name);
    if (receipt === undefined) continue;
    const other = seen.get(receipt.shard);
    if (other !== undefined)
      throw new CommandFailure(
        `shard ${receipt.shard} has two receipts, ${other} and ${name}: delete one of them`,
      );
    seen.set(receipt.shard, name);
  }
}

async function* linesOf({ folder }: ShardPlace, { file }: Receipt): AsyncGenerator<string> {
  const packed = createReadStream(join(folder, file));
  const gunzip = createGunzip({ chunkSize: 256 * 1024 });
  packed.on("error", (error) => gunzip.destroy(error)).pipe(gunzip);
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of gunzip as AsyncIterable<Buffer>) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest !== "") yield rest;
}

async function* keptLines(
  place: ShardPlace,
  receipts: readonly Receipt[],
  newest: Newest,
  fates: Record<Fate, number>,
): AsyncGenerator<string> {
  let line = 0;
  for (const receipt of receipts) {
    for await (const text of linesOf(place, receipt)) {
      const fate = newest.fateOf(text, line++);
      fates[fate]++;
      if (fate === "kept") yield text;
    }
  }
}

/** @param confirm throws where what was written must not take its place */
async function write(path: string, lines: AsyncIterable<string>, confirm: () => void): Promise<void> {
  const temporary = join(dirname(path), `.outcome-lens-${randomBytes(6).toString("hex")}.tmp`);
  const output = await open(temporary, "wx");
  try {
    for await (const chunk of encoded(path, lines)) await output.appendFile(chunk);
    confirm();
    await output.sync();
    await output.close();
    await rename(temporary, path);
    await flushFolder(dirname(path));
  } finally {
    await output.close().catch(() => undefined);
    await rm(temporary, { force: true });
  }
}

/** The bytes of the file that the name asks for. */
function encoded(path: string, lines: AsyncIterable<string>): AsyncIterable<Uint8Array> {
  if (path.endsWith(".parquet")) return tableOf(lines);
  const source = Readable.from(bytesOf(lines));
  if (!path.endsWith(".gz")) return source as AsyncIterable<Buffer>;
  const gzip = createGzip({ level: 6 });
  source.on("error", (error) => gzip.destroy(error)).pipe(gzip);
  return gzip as AsyncIterable<Buffer>;
}

async function* bytesOf(lines: AsyncIterable<string>): AsyncGenerator<Buffer> {
  for await (const line of lines) yield Buffer.from(`${line}\n`);
}

/** One row for each statement, a row group at a time. */
async function* tableOf(lines: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const { CorpusTable } = await import("../export/write.js");
  const table = new CorpusTable();
  for await (const line of lines) yield* table.add(JSON.parse(line) as Extraction);
  yield table.end();
}

/** PMIDs have eight digits at most. */
const MOST_PMIDS = 100_000_000;

/** In place of a line's number. */
const WITHDRAWN = 0xffffffff;

/** Which line holds the newest version of each PMID: arrays by PMID, because a Map holds fewer entries than PubMed has records. */
class Newest {
  private lines = new Uint32Array(1024);
  private versions = new Float64Array(1024);

  note(text: string, line: number): void {
    const known = keyOf(text);
    if (known === undefined) return;
    const { pmid, version } = known;
    this.grow(pmid);
    // Of equal versions the later file has the word: PubMed's update files come after the baseline.
    if (this.lines[pmid] !== 0 && version < this.versions[pmid]!) return;
    this.lines[pmid] = line + 1;
    this.versions[pmid] = version;
  }

  /** PubMed takes back what stands before; a record that comes after is a new one. */
  withdraw(pmids: readonly string[]): void {
    for (const words of pmids) {
      const pmid = Number(words);
      if (!(pmid < this.lines.length) || this.lines[pmid] === 0) continue;
      this.lines[pmid] = WITHDRAWN;
      this.versions[pmid] = 0;
    }
  }

  fateOf(text: string, line: number): Fate {
    const known = keyOf(text);
    if (known === undefined) return "kept";
    const newest = this.lines[known.pmid];
    return newest === line + 1 ? "kept" : newest === WITHDRAWN ? "withdrawn" : "older";
  }

  private grow(pmid: number): void {
    if (pmid < this.lines.length) return;
    const length = Math.max(pmid + 1, this.lines.length * 2);
    const lines = new Uint32Array(length);
    const versions = new Float64Array(length);
    lines.set(this.lines);
    versions.set(this.versions);
    [this.lines, this.versions] = [lines, versions];
  }
}

/** PMID and version of an extraction, from the first fields of its line. */
function keyOf(line: string): { readonly pmid: number; readonly version: number } | undefined {
  const end = line.indexOf('"sections":');
  const head = line.slice(0, end < 0 ? 4000 : end);
  const pmid = Number(/"pmid":"(\d{1,8})"/.exec(head)?.[1]);
  if (!(pmid < MOST_PMIDS)) return undefined;
  const [number = "1", day = "0"] =
    /"version":"(\d+\.\d+)"/.exec(head.slice(head.indexOf('"source":')))?.[1]?.split(".") ?? [];
  return { pmid, version: Number(number) * 1e8 + Number(day) };
}
