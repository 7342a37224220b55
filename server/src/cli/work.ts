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
  const lines: string[] = [];
  const faults: string[] = [];
  for (const [index, document] of documents.entries()) {
    try {
      const analysis = analyse(document.text, options[index]);
      const cutOff = cutOffIn(document, analysis);
      if (cutOff !== undefined) faults.push(cutOff);
      for (const study of studiesOf(analysis))
        lines.push(JSON.stringify(toExtraction(study, document, rules)));
    } catch (error) {
      // A defect of ours in one document must not cost the results of all others.
      const reason = error instanceof Error ? error.message : String(error);
      faults.push(`${document.path}: could not be analysed: ${reason}`);
    }
  }
  const text = lines.map((line) => `${line}\n`).join("");
  return { lines: new TextEncoder().encode(text), studies: lines.length, faults };
}
