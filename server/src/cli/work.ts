/** What a worker does: documents in, their extractions as lines out. A pure function, so that it does not matter which worker does it. */
import { analyse, studiesOf } from "../analyse.js";
import { toExtraction } from "../export/extraction.js";
import type { FileDocument } from "../host/foreign.js";
import type { AnalyseOptions } from "../options.js";
import { cutOffIn } from "./documents.js";

export interface Batch {
  readonly documents: readonly FileDocument[];
  /** One for each document. */
  readonly options: readonly AnalyseOptions[];
  /** Hash of all that decides what an analysis says. */
  readonly rules: string;
}

export interface BatchResult {
  /** One Extraction a line, UTF-8. */
  readonly lines: Uint8Array;
  /** So many lines. */
  readonly studies: number;
  /** What went wrong with single documents; the others are there. */
  readonly faults: readonly string[];
}

export function extractBatch({ documents, options, rules }: Batch): BatchResult {
  const lines = new Lines();
  const faults: string[] = [];
  for (const [index, document] of documents.entries()) {
    try {
      const analysis = analyse(document.text, options[index]);
      const cutOff = cutOffIn(document, analysis);
      if (cutOff !== undefined) faults.push(cutOff);
      for (const study of studiesOf(analysis))
        lines.add(JSON.stringify(toExtraction(study, document, rules)));
    } catch (error) {
      // A defect of ours in one document must not cost the results of all others.
      const reason = error instanceof Error ? error.message : String(error);
      faults.push(`${document.path}: could not be analysed: ${reason}`);
    }
  }
  return { lines: lines.bytes, studies: lines.count, faults };
}

/** Lines as UTF-8. A batch's strings would live long enough to become old to the garbage collector; bytes are no part of its heap. */
class Lines {
  private readonly encoder = new TextEncoder();
  private buffer = new Uint8Array(1 << 20);
  private length = 0;
  count = 0;

  add(line: string): void {
    // A UTF-16 code unit is three bytes at most.
    const most = this.length + 3 * line.length + 1;
    if (most > this.buffer.length) {
      const larger = new Uint8Array(2 * most);
      larger.set(this.buffer.subarray(0, this.length));
      this.buffer = larger;
    }
    this.length += this.encoder.encodeInto(line, this.buffer.subarray(this.length)).written;
    this.buffer[this.length++] = 10;
    this.count++;
  }

  get bytes(): Uint8Array {
    return this.buffer.slice(0, this.length);
  }
}
