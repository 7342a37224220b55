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
  let documents = 0;
  let failures = 0;
  const say = async (message: string): Promise<void> => {
    await progress.clear();
    await complain(io, message);
  };
  for (const [done, target] of targets.entries()) {
    for await (const input of readTarget(target, io)) {
      const result = "error" in input ? input.error : analysed(input.document, setup);
      if (result instanceof FileError) {
        failures++;
        await say(result.message);
        continue;
      }
      documents++;
      const { document, analysis } = result;
      await progress.at(done, document.path);
      const cutOff = cutOffIn(document, analysis);
      if (cutOff !== undefined) {
        failures++;
        await say(cutOff);
      }
      if (document.remark !== undefined) await say(`${document.path}: ${document.remark}`);
      await visit(document, analysis);
    }
  }
  await progress.clear();
  return { documents, failures };
}

/** What is to be said of a file that ends in the middle of its last record. */
export function cutOffIn({ path, text }: SourceDocument, analysis: Analysis): string | undefined {
  const last = analysis.records?.at(-1)?.record;
  if (last?.cutOff !== true) return undefined;
  return `${path}:${placesOf(text).at(last.range.start).line}: the file ends in the middle of this record (${last.id})`;
}

/** A line on stderr under the program's name. */
export async function complain(io: Io, message: string): Promise<void> {
  await io.err.write(`outcome-lens: ${plainLine(message)}\n`);
}

/** "1 document", "2 documents". */
export function counted(number: number, noun: string, several = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : several}`;
}

function analysed(
  document: SourceDocument,
  setup: Setup,
): { document: SourceDocument; analysis: Analysis } | FileError {
  try {
    return {
      document,
      analysis: analyse(document.text, setup.optionsFor(document.path)),
    };
  } catch (error) {
    // A defect of ours in one document must not cost the results of all others.
    const reason = error instanceof Error ? error.message : String(error);
    return new FileError(document.path, `could not be analysed: ${reason}`);
  }
}
