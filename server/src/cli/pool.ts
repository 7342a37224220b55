/** Worker threads, in a bundle of their own that is loaded for `--jobs`. */
import { setFlagsFromString } from "node:v8";
import { Tinypool } from "tinypool";
import type { Batch, BatchResult } from "./work.js";

export interface Pool {
  run(batch: Batch): Promise<BatchResult>;
  close(): Promise<void>;
}

/**
 * Every worker compiles the reader for itself, while with a single one the compiler has a core of its own: on two cores that was a fifth
 * of all the time; `compileLess` (host/engine.ts) keeps that small. And old objects are collected when there are many
 * of them: each time, V8 forgets the optimised code of functions that are made while others run, and compiles it once more. Young
 * objects are collected by the worker itself: helpers on cores that other workers have cost more than they bring, a tenth of all the time.
 */
const FLAGS = ["--initial-old-space-size=40", "--no-parallel-scavenge"];

/** @param file module whose default export does a batch */
export function openPool(file: string, threads: number): Pool {
  for (const flag of FLAGS) setFlagsFromString(flag);
  const pool = new Tinypool({
    filename: file,
    minThreads: threads,
    maxThreads: threads,
    // A worker that waits must not be replaced: starting one takes longer than a batch.
    idleTimeout: 24 * 3600 * 1000,
    // Left to itself a worker lets hundreds of MB of garbage lie. These are enough for texts of several MB; see `surely` for larger ones.
    resourceLimits: { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 24 },
  });
  return {
    run: (batch) => pool.run(batch) as Promise<BatchResult>,
    close: () => pool.destroy(),
  };
}
