/** The walk over documents that extract, check, export and explain share. */
import { analyse, type Analysis } from "../analyse.js";
import { FileError, type SourceDocument } from "../host/documents.js";
import { readTarget, type Target } from "./inputs.js";
import type { Io } from "./io.js";
import { placesOf } from "./places.js";
import { Progress } from "./progress.js";
import type { Setup } from "./setup.js";
import { plainLine } from "./plain.js";

export type Visit = (document: SourceDocument, analysis: Analysis) => Promise<void> | void;

export interface Walked {
  readonly documents: number;
  /** Documents that could not be read, or not to their end; each was named on stderr. */
  readonly failures: number;
}

/** Reads and analyses one document after the other. One that fails is reported and does not stop the others. */
export async function eachDocument(
  targets: readonly Target[],
  setup: Setup,
  io: Io,
  visit: Visit,
): Promise<Walked> {
  const progress = new Progress(io, targets.length);
  let done = 0;
  let documents = 0;
  let failures = 0;
  for (const target of targets) {
    if ("path" in target) await progress.at(done++, target.path);
    const input = await readTarget(target, io);
    const result = "error" in input ? input.error : analysed(input.document, setup);
    if (result instanceof FileError) {
      failures++;
      await progress.clear();
      await complain(io, result.message);
      continue;
    }
    documents++;
    const { document, analysis } = result;
    const cutOff = analysis.records?.at(-1)?.record;
    if (cutOff?.cutOff === true) {
      failures++;
      await progress.clear();
      const { line } = placesOf(document.text).at(cutOff.range.start);
      await complain(
        io,
        `${document.path}:${line}: the file ends in the middle of this record (${cutOff.id})`,
      );
    }
    if (document.remark !== undefined) {
      await progress.clear();
      await complain(io, `${document.path}: ${document.remark}`);
    }
    await visit(document, analysis);
  }
  await progress.clear();
  return { documents, failures };
}

/** A line on stderr under the program's name. */
export async function complain(io: Io, message: string): Promise<void> {
  await io.err.write(`outcome-lens: ${plainLine(message)}\n`);
}

/** "1 document", "2 documents". */
export function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

function analysed(
  document: SourceDocument,
  setup: Setup,
): { document: SourceDocument; analysis: Analysis } | FileError {
  try {
    return {
      document,
      analysis: analyse(document.text, { ...setup.options, path: setup.pathOf(document.path) }),
    };
  } catch (error) {
    // A defect of ours in one document must not cost the results of all others.
    const reason = error instanceof Error ? error.message : String(error);
    return new FileError(document.path, `could not be analysed: ${reason}`);
  }
}
