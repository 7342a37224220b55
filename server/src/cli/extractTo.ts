/** A run of extractions with its progress and its complaints, wherever the lines go. */
import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import type { Meter } from "../host/foreign.js";
import { complain } from "./documents.js";
import type { Target } from "./inputs.js";
import { Pace } from "./progress.js";
import { extractions, type Done, type StreamOptions } from "./stream.js";

export interface Ended {
  /** So many; each was named on stderr. */
  readonly faults: number;
  /** PMIDs that the inputs take back (PubMed's DeleteCitation). */
  readonly withdrawn: readonly string[];
}

/** @param take is given one batch after the other, in the order of the documents */
export async function extractTo(options: StreamOptions, take: (done: Done) => Promise<void>): Promise<Ended> {
  const { io, targets } = options;
  const meter: Meter = { bytes: 0, withdrawn: [] };
  const pace = new Pace(io, io.err.isTerminal ? await sizeOf(targets, io.folder) : 0, meter);
  let faults = 0;
  for await (const done of extractions({ ...options, meter })) {
    await take(done);
    for (const message of [...done.remarks, ...done.faults]) {
      await pace.clear();
      await complain(io, message);
    }
    faults += done.faults.length;
    await pace.at(done.documents, done.characters, done.path);
  }
  await pace.clear();
  return { faults, withdrawn: meter.withdrawn };
}

async function sizeOf(targets: readonly Target[], folder: string): Promise<number> {
  let size = 0;
  for (const target of targets) {
    if ("path" in target)
      size += await stat(resolve(folder, target.path)).then(
        (stats) => stats.size,
        () => 0,
      );
  }
  return size;
}
