/** `outcome-lens extract`: one Extraction for each document. */
import { analyse } from "../analyse.js";
import { toExtraction } from "../export/extraction.js";
import { ruleHash } from "../host/ruleHash.js";
import { findTargets, readTarget } from "./inputs.js";
import type { Io } from "./io.js";

/** @returns the exit code: 0, or 2 when a document could not be read */
export async function extract(args: readonly string[], io: Io): Promise<number> {
  let code = 0;
  const rules = ruleHash();
  for (const target of await findTargets(args, io.folder)) {
    const input = await readTarget(target, io);
    if ("error" in input) {
      code = 2;
      await io.err.write(`outcome-lens: ${input.error.message}\n`);
      continue;
    }
    const { document } = input;
    await io.out.write(JSON.stringify(toExtraction(analyse(document.text), document, rules)) + "\n");
  }
  return code;
}
