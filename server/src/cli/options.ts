import { InvalidArgumentError, Option, type Command } from "commander";
import { STRICTNESSES } from "../options.js";
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
    .addOption(
      new Option(
        "--strictness <level>",
        "how much a contradiction must weigh before it is a warning (default: the protocol's, else balanced)",
      ).choices(STRICTNESSES),
    )
    .option(
      "--rule <id=severity>",
      "severity of a rule: error, warning, information, hint or off; may be repeated",
      (value: string, before: readonly string[] | undefined) => [...(before ?? []), value],
    );
}

/** So many worker threads. @throws InvalidArgumentError */
export function jobsArgument(value: string): number {
  const jobs = Number(value);
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > 256)
    throw new InvalidArgumentError("Write a number from 1 to 256.");
  return jobs;
}
