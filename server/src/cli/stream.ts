/** Extraction of many documents in order: read here, analysed by workers, handed on batch by batch. */
import type { FileDocument, Meter } from "../host/foreign.js";
import { readTarget, type Target } from "./inputs.js";
import type { Io } from "./io.js";
import type { Pool } from "./pool.js";
import type { Setup } from "./setup.js";
import { extractBatch, type Batch, type BatchResult } from "./work.js";

/** A batch is this many characters of text or documents, whichever comes first: enough to hide what sending it costs. */
const BATCH_CHARACTERS = 96_000;
const BATCH_DOCUMENTS = 64;
/** So many batches a worker wait or are being done, which bounds the memory. */
const AHEAD = 3;

/** Where a batch ends: so many targets were read whole, and so many documents of the next one. */
export interface Position {
  readonly target: number;
  readonly within: number;
}

export const START: Position = { target: 0, within: 0 };

export interface Done extends BatchResult {
  /** After the batch. */
  readonly position: Position;
  readonly documents: number;
  /** Of the texts, in UTF-16 code units. */
  readonly characters: number;
  /** What a reader should know of documents that are whole. */
  readonly remarks: readonly string[];
  readonly path: string;
}

interface Gathered {
  readonly documents: readonly FileDocument[];
  readonly remarks: readonly string[];
  readonly characters: number;
  readonly faults: readonly string[];
  readonly position: Position;
  readonly path: string;
}

export interface StreamOptions {
  readonly targets: readonly Target[];
  readonly setup: Pick<Setup, "optionsFor" | "rules">;
  readonly io: Io;
  readonly jobs: number;
  /** Where an earlier run stopped; documents before are passed over. */
  readonly from?: Position;
  readonly meter?: Meter;
}

/** The extractions of all documents in their order, whatever the number of workers. */
export async function* extractions(options: StreamOptions): AsyncGenerator<Done> {
  const { setup, io, jobs } = options;
  const pool = await poolFor(jobs, io);
  const waiting: Promise<Done>[] = [];
  try {
    for await (const gathered of gather(options)) {
      const done = work(gathered, setup, pool);
      // Its failure is met when its turn comes.
      done.catch(() => undefined);
      waiting.push(done);
      if (waiting.length >= (pool === undefined ? 1 : jobs * AHEAD)) yield await waiting.shift()!;
    }
    while (waiting.length > 0) yield await waiting.shift()!;
  } finally {
    await pool?.close();
  }
}

async function poolFor(jobs: number, io: Io): Promise<Pool | undefined> {
  if (jobs < 2 || io.worker === undefined) return undefined;
  const { openPool } = await import("./pool.js");
  return openPool(io.worker, jobs);
}

async function work(
  { documents, faults, remarks, position, characters, path }: Gathered,
  { optionsFor, rules }: Pick<Setup, "optionsFor" | "rules">,
  pool: Pool | undefined,
): Promise<Done> {
  const batch = { documents, options: documents.map(({ path: of }) => optionsFor(of)), rules };
  const result = pool === undefined ? extractBatch(batch) : await surely(batch, pool);
  return {
    ...result,
    faults: [...result.faults, ...faults],
    position,
    remarks,
    documents: documents.length,
    characters,
    path,
  };
}

/**
 * A batch that a worker dies of is done again document by document, so that one document costs no other. A document that a
 * worker's memory is too small for is done here.
 */
async function surely(batch: Batch, pool: Pool): Promise<BatchResult> {
  try {
    return await pool.run(batch);
  } catch (error) {
    const [only, ...more] = batch.documents;
    if (only === undefined) throw error;
    if (more.length === 0) {
      if ((error as NodeJS.ErrnoException).code === "ERR_WORKER_OUT_OF_MEMORY") return extractBatch(batch);
      const reason = error instanceof Error ? error.message : String(error);
      return {
        lines: new Uint8Array(0),
        studies: 0,
        faults: [`${only.path}: could not be analysed: ${reason}`],
      };
    }
    const parts: BatchResult[] = [];
    for (const [i, document] of batch.documents.entries())
      parts.push(
        await surely({ ...batch, documents: [document], options: batch.options.slice(i, i + 1) }, pool),
      );
    return {
      lines: Buffer.concat(parts.map(({ lines }) => lines)),
      studies: parts.reduce((sum, { studies }) => sum + studies, 0),
      faults: parts.flatMap(({ faults }) => faults),
    };
  }
}

/** Documents in batches; what can't be read is a fault of the batch that it would have stood in. */
async function* gather({ targets, io, from = START, meter }: StreamOptions): AsyncGenerator<Gathered> {
  let documents: FileDocument[] = [];
  let faults: string[] = [];
  let remarks: string[] = [];
  let characters = 0;
  let position = from;
  let path = "";
  const taken = (): Gathered => {
    const gathered = { documents, faults, remarks, characters, position, path };
    [documents, faults, remarks, characters] = [[], [], [], 0];
    return gathered;
  };
  for (let target = from.target; target < targets.length; target++) {
    let within = 0;
    const skipped = target === from.target ? from.within : 0;
    for await (const input of readTarget(targets[target]!, io, meter)) {
      if (within++ < skipped) continue;
      if ("error" in input) {
        faults.push(input.error.message);
      } else {
        const { document } = input;
        if (document.remark !== undefined) remarks.push(`${document.path}: ${document.remark}`);
        documents.push(document);
        characters += document.text.length;
        path = document.path;
      }
      position = { target, within };
      if (characters >= BATCH_CHARACTERS || documents.length >= BATCH_DOCUMENTS) yield taken();
    }
    position = { target: target + 1, within: 0 };
  }
  yield taken();
}
