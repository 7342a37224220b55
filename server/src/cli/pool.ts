/** Worker threads, in a bundle of their own that is loaded for `--jobs`. */
import { Tinypool } from "tinypool";
import type { Batch, BatchResult } from "./work.js";

export interface Pool {
  run(batch: Batch): Promise<BatchResult>;
  close(): Promise<void>;
}

/** @param file module whose default export does a batch */
export function openPool(file: string, threads: number): Pool {
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
