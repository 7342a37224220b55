/** All shards as one file: every receipt checked, every count reconciled, of a PMID the newest version alone. */
import { createReadStream } from "node:fs";
import { randomBytes } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { createGunzip, createGzip } from "node:zlib";
import { flushFolder } from "../host/writeFile.js";
import { CommandFailure } from "./failure.js";
import { fileHash } from "./shardPlan.js";
import { receiptOf, type Receipt, type ShardPlace } from "./shardRun.js";

export interface Merged {
  readonly extractions: number;
  /** Older versions of records that were left out. */
  readonly older: number;
  readonly faults: number;
}

/**
 * @param path absolute; compressed where it ends with .gz
 * @throws CommandFailure naming the shards without a valid receipt, or whose file is not what its receipt says
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
  }
  const kept = await write(path, keptLines(place, receipts, newest));
  return {
    extractions: kept,
    older: line - kept,
    faults: receipts.reduce((sum, { faults }) => sum + faults.length, 0),
  };
}

async function allReceipts(place: ShardPlace): Promise<Receipt[]> {
  const receipts: Receipt[] = [];
  const missing: number[] = [];
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
): AsyncGenerator<string> {
  let line = 0;
  for (const receipt of receipts) {
    for await (const text of linesOf(place, receipt)) if (newest.keeps(text, line++)) yield text;
  }
}

async function write(path: string, lines: AsyncIterable<string>): Promise<number> {
  const temporary = join(dirname(path), `.outcome-lens-${randomBytes(6).toString("hex")}.tmp`);
  const output = await open(temporary, "wx");
  let count = 0;
  try {
    const bytes = async function* (): AsyncGenerator<Buffer> {
      for await (const line of lines) {
        count++;
        yield Buffer.from(`${line}\n`);
      }
    };
    const source = Readable.from(bytes());
    const gzip = path.endsWith(".gz") ? createGzip({ level: 6 }) : undefined;
    if (gzip !== undefined) source.on("error", (error) => gzip.destroy(error)).pipe(gzip);
    for await (const chunk of (gzip ?? source) as AsyncIterable<Buffer>) await output.appendFile(chunk);
    await output.sync();
    await output.close();
    await rename(temporary, path);
    await flushFolder(dirname(path));
  } finally {
    await output.close().catch(() => undefined);
    await rm(temporary, { force: true });
  }
  return count;
}

/** PMIDs have eight digits at most. */
const MOST_PMIDS = 100_000_000;

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

  keeps(text: string, line: number): boolean {
    const known = keyOf(text);
    return known === undefined || this.lines[known.pmid] === line + 1;
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
    /"version":"(\d+\.\d+)","/.exec(head.slice(head.indexOf('"source":')))?.[1]?.split(".") ?? [];
  return { pmid, version: Number(number) * 1e8 + Number(day) };
}
