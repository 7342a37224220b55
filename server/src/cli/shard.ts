/** `outcome-lens shard`: a corpus in parts that any number of machines can do. */
import { dirname, resolve } from "node:path";
import { InvalidArgumentError, type Command } from "commander";
import { FileError } from "../host/documents.js";
import { writeWhole } from "../host/writeFile.js";
import { complain, counted } from "./documents.js";
import { CommandFailure } from "./failure.js";
import { findTargets, FOREIGN_ENDINGS } from "./inputs.js";
import type { Io } from "./io.js";
import { addReadingOptions, jobsArgument, type Finish } from "./options.js";
import { prepare, type ReadingFlags } from "./setup.js";
import { mergeShards } from "./shardMerge.js";
import { makePlan, readPlan } from "./shardPlan.js";
import { runShard, type ShardPlace } from "./shardRun.js";

interface PlanFlags extends ReadingFlags {
  readonly out: string;
  readonly files?: number;
}

export function addShard(program: Command, io: Io, finish: Finish): void {
  const shard = program
    .command("shard")
    .summary("read a corpus on many machines")
    .description(
      "Divides a corpus, reads one part of it, and puts the parts together; docs/clusters.md shows how.",
    );
  addReadingOptions(shard.command("plan"))
    .summary("divide inputs into shards")
    .requiredOption("-o, --out <plan>", "file to write")
    .option(
      "--files <n>",
      "at most so many files a shard (default: 16 MB of small files; a file of 1 MB is a shard)",
      idArgument,
    )
    .action(async (args: string[], flags: PlanFlags) => finish(await failing(() => plan(args, flags, io))));
  shard
    .command("run")
    .argument("<plan>")
    .argument("<id>", "number of the shard, from 1", idArgument)
    .summary("read one shard; a shard that is done is not read again")
    .option("-j, --jobs <n>", "worker threads", jobsArgument, 1)
    .action(async (path: string, id: number, flags: { readonly jobs: number }) =>
      finish(await failing(() => run(path, id, flags.jobs, io))),
    );
  shard
    .command("merge")
    .argument("<plan>")
    .requiredOption(
      "-o, --out <file>",
      "file to write, .parquet (a row for each statement), .ndjson or .ndjson.gz",
    )
    .summary("put all shards together, of each PMID the newest version")
    .action(async (path: string, flags: { readonly out: string }) =>
      finish(await failing(() => merge(path, flags.out, io))),
    );
}

function idArgument(value: string): number {
  const id = Number(value);
  if (!Number.isInteger(id) || id < 1) throw new InvalidArgumentError("Write a whole number from 1.");
  return id;
}

async function failing(work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof FileError) throw new CommandFailure(error.message);
    throw error;
  }
}

async function plan(args: readonly string[], flags: PlanFlags, io: Io): Promise<number> {
  const setup = await prepare(args, flags, io);
  const targets = args.length === 0 ? setup.targets : await findTargets(args, io.folder, FOREIGN_ENDINGS);
  const made = await makePlan(targets, setup, resolve(io.folder), flags.files);
  await writeWhole(flags.out, `${JSON.stringify(made, null, 1)}\n`, io.folder);
  const files = made.shards.reduce((sum, { inputs }) => sum + inputs.length, 0);
  await complain(io, `${flags.out}: ${counted(made.shards.length, "shard")} of ${counted(files, "file")}`);
  return 0;
}

/** Shards lie beside their plan, so that all machines find them where they find it. */
async function placeOf(path: string, io: Io): Promise<ShardPlace> {
  const { plan: read, sha256 } = await readPlan(path, io.folder);
  const file = resolve(io.folder, path);
  return { plan: read, sha256, folder: resolve(dirname(file), `${file.replace(/\.json$/, "")}.shards`) };
}

async function run(path: string, id: number, jobs: number, io: Io): Promise<number> {
  const place = await placeOf(path, io);
  const shard = place.plan.shards.find((candidate) => candidate.id === id);
  if (shard === undefined) {
    throw new CommandFailure(`${path}: has no shard ${id}, only 1 to ${place.plan.shards.length}`);
  }
  const { extractions, faults } = await runShard(place, shard, jobs, io);
  await complain(
    io,
    `shard ${id}: ${counted(extractions, "extraction")}, ${counted(faults.length, "fault")}`,
  );
  return 0;
}

async function merge(path: string, out: string, io: Io): Promise<number> {
  if (!/\.(?:ndjson(?:\.gz)?|parquet)$/.test(out))
    throw new CommandFailure(`--out ${out}: must end with .parquet, .ndjson or .ndjson.gz`);
  const merged = await mergeShards(await placeOf(path, io), resolve(io.folder, out));
  const { extractions, older, withdrawn, faults } = merged;
  const parts = [
    counted(extractions, "extraction"),
    ...(older > 0 ? [`${counted(older, "older version")} left out`] : []),
    ...(withdrawn > 0 ? [`${counted(withdrawn, "withdrawn record")} left out`] : []),
    ...(faults > 0 ? [counted(faults, "fault")] : []),
  ];
  await complain(io, `${out}: ${parts.join(", ")}`);
  return faults > 0 ? 2 : 0;
}
