/** A plan: which inputs make which shard, by which rules. A file that every machine reads and none writes. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { FileError, reasonOf } from "../host/documents.js";
import { ruleHash } from "../host/ruleHash.js";
import type { AnalyseOptions } from "../options.js";
import { VERSION } from "../version.js";
import { CommandFailure } from "./failure.js";
import type { Target } from "./inputs.js";

export const PLAN_FORMAT = "outcome-lens/plan/1";

/** Files from this size on are a shard each; PubMed's hold about 30,000 records. Smaller ones are put together. */
const OWN_SHARD_BYTES = 1024 * 1024;
const SHARD_BYTES = 16 * 1024 * 1024;
const SHARD_FILES = 30_000;

export interface PlanInput {
  /** As named when the plan was made, relative to the plan's `folder`. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface Shard {
  /** From 1, as Slurm counts array tasks. */
  readonly id: number;
  readonly inputs: readonly PlanInput[];
}

export interface Plan {
  readonly format: typeof PLAN_FORMAT;
  readonly tool: { readonly version: string; readonly rules: string };
  readonly options: AnalyseOptions;
  /** Where paths start from. */
  readonly folder: string;
  readonly shards: readonly Shard[];
}

/** @throws FileError for an input that can't be read */
export async function makePlan(
  targets: readonly Target[],
  setup: { readonly options: AnalyseOptions; readonly rules: string },
  folder: string,
  mostFiles = SHARD_FILES,
): Promise<Plan> {
  const shards: Shard[] = [];
  let open: PlanInput[] = [];
  const close = (): void => {
    if (open.length > 0) shards.push({ id: shards.length + 1, inputs: open });
    open = [];
  };
  for (const target of targets) {
    if ("error" in target) throw target.error;
    const input = await inputOf(target.path, folder);
    const size = open.reduce((sum, { bytes }) => sum + bytes, 0) + input.bytes;
    if (input.bytes >= OWN_SHARD_BYTES || size > SHARD_BYTES || open.length >= mostFiles) close();
    open.push(input);
    if (input.bytes >= OWN_SHARD_BYTES) close();
  }
  close();
  const { options, rules } = setup;
  return { format: PLAN_FORMAT, tool: { version: VERSION, rules }, options, folder, shards };
}

async function inputOf(path: string, folder: string): Promise<PlanInput> {
  try {
    const { size } = await stat(resolve(folder, path));
    return { path, bytes: size, sha256: await fileHash(resolve(folder, path)) };
  } catch (error) {
    throw error instanceof FileError ? error : new FileError(path, reasonOf(error));
  }
}

/** SHA-256 of a file's bytes, hexadecimal. */
export async function fileHash(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}

/** A plan and the hash of its file, by which receipts name it. @throws CommandFailure */
export async function readPlan(path: string, folder: string): Promise<{ plan: Plan; sha256: string }> {
  let text: string;
  let plan: Partial<Plan>;
  try {
    text = await readFile(resolve(folder, path), "utf8");
    plan = JSON.parse(text) as Partial<Plan>;
  } catch (error) {
    throw new CommandFailure(`${path}: ${error instanceof SyntaxError ? "is no plan" : reasonOf(error)}`);
  }
  if (plan.format !== PLAN_FORMAT) throw new CommandFailure(`${path}: is no plan (${PLAN_FORMAT})`);
  const whole = plan as Plan;
  if (whole.tool.rules !== ruleHash(whole.options)) {
    throw new CommandFailure(
      `${path}: was made by Outcome Lens ${whole.tool.version} with other rules than this one, ${VERSION}`,
    );
  }
  return { plan: whole, sha256: createHash("sha256").update(text).digest("hex") };
}
