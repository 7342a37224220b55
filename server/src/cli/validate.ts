/** `outcome-lens validate`: our own files held against their schemas, every fault at its line and column. */
import type { Command } from "commander";
import { FileError, readDocument } from "../host/documents.js";
import type { Fault } from "../review/json.js";
import { faultsOf } from "../review/validate.js";
import { knownTerms } from "../service/knownTerms.js";
import { complain } from "./documents.js";
import { faultLine } from "./faults.js";
import type { Io } from "./io.js";
import type { Finish } from "./options.js";
import { plainLine } from "./plain.js";

export function addValidate(program: Command, io: Io, finish: Finish): void {
  program
    .command("validate")
    .summary("check protocol, decision, review and extraction files")
    .description("Holds files against their schemas and prints each fault at its line and column.")
    .argument("<files...>", "JSON files that name their format, or .ndjson extractions")
    .addHelpText(
      "after",
      `
Examples:
  outcome-lens validate outcome-review.json
  outcome-lens validate review.json statements.ndjson

Exit code: 0 all valid, 1 a file with errors, 2 a file could not be read.`,
    )
    .action(async (paths: string[]) => finish(await validate(paths, io)));
}

async function validate(paths: readonly string[], io: Io): Promise<number> {
  let code = 0;
  for (const path of paths) {
    try {
      const { text } = await readDocument(path, io.folder);
      const faults = faultsOf(path, text, knownTerms());
      for (const fault of faults) await io.out.write(plainLine(faultLine(path, fault)) + "\n");
      if (faults.some(isError)) code = Math.max(code, 1);
      else await io.out.write(`${path}: valid\n`);
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      await complain(io, error.message);
      code = 2;
    }
  }
  return code;
}

function isError({ severity }: Fault): boolean {
  return severity === "error";
}
