/** The command line as a function: arguments and streams in, exit code out. */
import { Command, CommanderError } from "commander";
import { VERSION } from "../version.js";
import { addCheck } from "./check.js";
import { addCompare } from "./compare.js";
import { complain } from "./documents.js";
import { addExplain } from "./explain.js";
import { addExport } from "./export.js";
import { addExtract } from "./extract.js";
import { addImport } from "./import.js";
import { CommandFailure } from "./failure.js";
import { ClosedOutput, type Io } from "./io.js";
import { addPlot } from "./plot.js";
import { addShard } from "./shard.js";
import { addValidate } from "./validate.js";

/**
 * Runs one command.
 *
 * @param args without the program's own name
 * @returns 0 all well, 1 findings or faults, 2 something could not be done
 */
export async function run(args: readonly string[], io: Io): Promise<number> {
  let code = 0;
  const said: { readonly to: "out" | "err"; readonly text: string }[] = [];
  const program = programFor(io, said, (result) => (code = result));
  try {
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    if (error instanceof ClosedOutput) return code;
    if (error instanceof CommandFailure) code = await refuse(io, error);
    else if (error instanceof CommanderError) code = error.exitCode === 0 ? 0 : 2;
    else throw error;
  }
  try {
    for (const { to, text } of said) await io[to].write(text);
  } catch (error) {
    if (!(error instanceof ClosedOutput)) throw error;
  }
  return code;
}

/** The first line under the program's name, the rest, faults at their places, as it is. */
async function refuse(io: Io, { message }: CommandFailure): Promise<number> {
  const [first = "", ...rest] = message.split("\n");
  await complain(io, first);
  for (const line of rest) await io.err.write(`${line}\n`);
  return 2;
}

function programFor(
  io: Io,
  said: { to: "out" | "err"; text: string }[],
  finish: (code: number) => void,
): Command {
  const program = new Command("outcome-lens")
    .description(
      "Reads biomedical abstracts and papers: finds outcome statements, recomputes them, exports review tables.",
    )
    .version(VERSION, "-V, --version")
    .showHelpAfterError("(outcome-lens --help shows how it is used)")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => said.push({ to: "out", text }),
      writeErr: (text) => said.push({ to: "err", text }),
    })
    .addHelpText(
      "after",
      `
Examples:
  outcome-lens extract trial.txt --format table    what a document says
  outcome-lens check abstracts/                     what cannot be true
  outcome-lens export abstracts/ --out review.csv   the review table
  outcome-lens plot abstracts/ --outcome OS --measure HR --out forest.svg
                                                    studies pooled in a forest plot
  outcome-lens import search.nbib --out abstracts/  one text for each study of a reference file
  outcome-lens explain trial.txt --at 12:48         why it was read this way
  outcome-lens compare anna ben                     how far two reviewers agree
  outcome-lens validate outcome-review.json         faults in a file of the review

Documents are plain text, in UTF-8, UTF-16 with a byte-order mark, or Windows-1252, up to 64 MB each; PubMed (.nbib), RIS,
PubMed XML and JATS (also .gz, of any size), BibTeX and CSV of references, a study for each record; PDF where pdftotext is.
With an outcome-review.json in the current folder, its outcomes, groups and rules hold, and commands
without a document read the documents that it names.
outcome-lens COMMAND --help tells more about a command.`,
    );
  for (const add of [
    addExtract,
    addCheck,
    addExport,
    addPlot,
    addCompare,
    addImport,
    addShard,
    addExplain,
    addValidate,
  ])
    add(program, io, finish);
  return program;
}
