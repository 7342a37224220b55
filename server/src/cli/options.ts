import type { Command } from "commander";
import { ENDINGS } from "./inputs.js";

/** Takes a command's exit code: 0 all well, 1 findings or faults, 2 something could not be done. */
export type Finish = (code: number) => void;

/** Argument and options that all commands which read documents share. */
export function addReadingOptions(command: Command): Command {
  return command
    .argument(
      "[documents...]",
      `files, folders (their ${ENDINGS.join(" ")} files), "patterns*", or - for standard input; without any, the protocol's documents`,
    )
    .option(
      "--protocol <file>",
      "the review's protocol (default: outcome-review.json in this folder, if there)",
    )
    .option("--no-protocol", "read no protocol")
    .option(
      "--rule <id=severity>",
      "severity of a rule: error, warning, information, hint or off; may be repeated",
      (value: string, before: readonly string[] | undefined) => [...(before ?? []), value],
    );
}
