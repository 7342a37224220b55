/** One shard: a pure function from its inputs to a compressed file of extractions, and a receipt when that is safe on disk. */
import { createHash, randomBytes } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { createGzip } from "node:zlib";
import { flushFolder, writeWhole } from "../host/writeFile.js";
import { extractTo } from "./extractTo.js";
import { CommandFailure } from "./failure.js";
import type { Io } from "./io.js";
import { fileHash, type Plan, type Shard } from "./shardPlan.js";

export const RECEIPT_FORMAT = "outcome-lens/receipt/1";

export interface Receipt {
  readonly format: typeof RECEIPT_FORMAT;
  /** Hash of the plan's file. */
  readonly plan: string;
  readonly shard: number;
  readonly file: string;
  /** Of the file. */
  readonly sha256: string;
  readonly extractions: number;
  readonly faults: readonly string[];
  /** PMIDs that its inputs take back. */
  readonly withdrawn: readonly string[];
}

export interface ShardPlace {
  readonly plan: Plan;
  readonly sha256: string;
  /** Absolute folder of shards and receipts. */
  readonly folder: string;
}

export const shardName = (id: number): string => String(id).padStart(5, "0");

/** The receipt of a shard; undefined where there is none, or it is of another plan. */
export async function receiptOf(place: ShardPlace, id: number): Promise<Receipt | undefined> {
  const receipt = await receiptIn(place, `${shardName(id)}.receipt.json`);
  return receipt?.shard === id ? receipt : undefined;
}

/** What a file says, where it is a receipt of this plan and whole. */
export async function receiptIn({ folder, sha256 }: ShardPlace, file: string): Promise<Receipt | undefined> {
  try {
    const receipt = JSON.parse(await readFile(join(folder, file), "utf8")) as Partial<Receipt>;
    return isReceipt(receipt) && receipt.plan === sha256 ? receipt : undefined;
  } catch {
    return undefined;
  }
}

function isReceipt(receipt: Partial<Receipt>): receipt is Receipt {
  const { format, shard = 0, file, sha256 = "", extractions = -1, faults, withdrawn } = receipt;
  return (
    format === RECEIPT_FORMAT &&
    Number.isInteger(shard) &&
    file === `${shardName(shard)}.ndjson.gz` &&
    /^[0-9a-f]{64}$/.test(sha256) &&
    Number.isInteger(extractions) &&
    extractions >= 0 &&
    Array.isArray(faults) &&
    Array.isArray(withdrawn)
  );
}

/**
 * Does a shard, unless a valid receipt says that it is done. Killed at any moment it leaves no receipt, and is simply run again.
 *
 * @throws CommandFailure where an input is not what it was when the plan was made
 */
export async function runShard(place: ShardPlace, shard: Shard, jobs: number, io: Io): Promise<Receipt> {
  const before = await receiptOf(place, shard.id);
  if (before !== undefined && (await hashOrNone(join(place.folder, before.file))) === before.sha256)
    return before;
  const { plan } = place;
  for (const { path, sha256 } of shard.inputs) {
    if ((await hashOrNone(resolve(plan.folder, path))) !== sha256) {
      throw new CommandFailure(`${path}: is not the file that the plan was made of`);
    }
  }
  await mkdir(place.folder, { recursive: true });
  const name = `${shardName(shard.id)}.ndjson.gz`;
  const temporary = join(place.folder, `.${name}.${randomBytes(6).toString("hex")}.tmp`);
  try {
    const written = await writeShard(temporary, plan, shard, jobs, io);
    await rename(temporary, join(place.folder, name));
    await flushFolder(place.folder);
    const receipt: Receipt = {
      format: RECEIPT_FORMAT,
      plan: place.sha256,
      shard: shard.id,
      file: name,
      ...written,
    };
    const file = join(place.folder, `${shardName(shard.id)}.receipt.json`);
    await writeWhole(file, `${JSON.stringify(receipt, null, 2)}\n`);
    return receipt;
  } finally {
    await rm(temporary, { force: true });
  }
}

async function writeShard(
  path: string,
  plan: Plan,
  { inputs }: Shard,
  jobs: number,
  io: Io,
): Promise<Pick<Receipt, "sha256" | "extractions" | "faults" | "withdrawn">> {
  const output = await open(path, "wx");
  const hash = createHash("sha256");
  const faults: string[] = [];
  let extractions = 0;
  let withdrawn: readonly string[] = [];
  try {
    const gzip = createGzip({ level: 4 });
    const written = (async () => {
      for await (const chunk of gzip as AsyncIterable<Buffer>) {
        hash.update(chunk);
        await output.appendFile(chunk);
      }
    })();
    const options = {
      targets: inputs.map((input) => ({ path: input.path })),
      setup: { optionsFor: () => plan.options, rules: plan.tool.rules },
      io: { ...io, folder: plan.folder },
      jobs,
    };
    const ended = await extractTo(options, async (done) => {
      extractions += done.studies;
      faults.push(...done.faults);
      if (!gzip.write(done.lines)) await new Promise((drained) => gzip.once("drain", drained));
    });
    ({ withdrawn } = ended);
    gzip.end();
    await written;
    await output.sync();
  } finally {
    await output.close();
  }
  return { sha256: hash.digest("hex"), extractions, faults, withdrawn };
}

async function hashOrNone(path: string): Promise<string | undefined> {
  return fileHash(path).catch(() => undefined);
}
