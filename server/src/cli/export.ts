/** `outcome-lens export`: the review table or the structured review file of many documents. */
import { Option, type Command } from "commander";
import { studiesOf } from "../analyse.js";
import { columns } from "../export/columns.js";
import { exportPieces, isNotWritable } from "../export/exportAs.js";
import { toExtraction } from "../export/extraction.js";
import {
  formatOf,
  formatOfName,
  FORMATS,
  type Format,
  type FormatId,
  type KnownFormat,
} from "../export/formats.js";
import type { ReviewSource, Written } from "../export/source.js";
import type { Account } from "../export/takeDecisions.js";
import type { Texts } from "../export/texts.js";
import { reviewHead } from "../export/toReview.js";
import { FileError } from "../host/documents.js";
import { collectSooner } from "../host/engine.js";
import { inBatches, writeFolder, writeWhole } from "../host/writeFile.js";
import { Deciders } from "./decisions.js";
import { complain, counted, eachDocument } from "./documents.js";
import { CommandFailure } from "./failure.js";
import type { Io } from "./io.js";
import { addReadingOptions, type Finish } from "./options.js";
import { prepare, type ReadingFlags } from "./setup.js";
import { Studies } from "./studies.js";

interface Flags extends ReadingFlags {
  readonly out: string;
  readonly format?: FormatId;
  readonly bom: boolean;
  readonly decisions?: "decided" | "all" | "none";
  readonly reviewer?: string;
}

export function addExport(program: Command, io: Io, finish: Finish): void {
  addReadingOptions(program.command("export"))
    .summary("write the review table or the review file, in one of many formats")
    .description("Writes the statements of all documents for statisticians, spreadsheets and other programs.")
    .option("-o, --out <file>", "file or folder to write, - for standard output", "-")
    .addOption(
      new Option("-f, --format <format>", "see below (default: by the ending of --out, else csv)").choices(
        FORMATS.map(({ id }) => id),
      ),
    )
    .option("--bom", "start CSV and TSV with a byte-order mark, by which Excel knows UTF-8", false)
    .addOption(
      new Option(
        "--decisions <which>",
        "decided: accepted, corrected and added statements; all: undecided and rejected ones too; none: as read, whatever was decided (default: decided where anybody decided anything, else all)",
      ).choices(["decided", "all", "none"]),
    )
    .option(
      "--reviewer <id>",
      "whose decisions in .outcome-review (default: of each document the adjudicated ones, else its only reviewer's)",
    )
    .addHelpText(
      "after",
      `
Formats:
${FORMATS.map(formatLine).join("\n")}

Examples:
  outcome-lens export abstracts/ --out review.csv
  outcome-lens export abstracts/ --out review.json
  outcome-lens export trial.txt --format csv | head

In R:
  review <- read.csv("review.csv", na.strings = c("", "NR"))
  metafor::rma(yi, sei = sei, slab = study_id,
               data = subset(review, outcome_code == "OS" & measure == "HR"))

Columns: ${columns.map(({ name }) => name).join(", ")}.
Text that a spreadsheet would take for a formula starts with an apostrophe; numbers stay as they are.
The file is written whole or not at all.`,
    )
    .action(async (args: string[], flags: Flags) => finish(await exportReview(args, flags, io)));
}

async function exportReview(args: readonly string[], flags: Flags, io: Io): Promise<number> {
  const format = chosenFormat(flags, io);
  const setup = await prepare(args, flags, io);
  const deciders =
    flags.decisions === "none" ? Deciders.nobody(io.folder) : await Deciders.in(io.folder, flags.reviewer);
  const studies = new Studies();
  try {
    const walked = await eachDocument(setup.targets, setup, io, async (document, analysis) => {
      if (format.needsTexts === true) studies.addText(document.path, document.text);
      const decided = await deciders.on(document.path, analysis);
      for (const study of studiesOf(analysis))
        studies.add(toExtraction(study, document, setup.rules), decided);
    });
    if (walked.documents === 0) throw new CommandFailure("no document could be read, so nothing was written");
    const taken = studies.taken(flags.decisions === "none" ? undefined : flags.decisions);
    for (const line of leftOut(taken, deciders.taken)) await complain(io, line);
    const review = { ...reviewHead(setup), studies: taken.studies };
    collectSooner();
    await write(flags, format, review, studies.written, io);
    if (flags.out !== "-") {
      const what = [
        counted(walked.documents, "document"),
        // A file of several studies is one document.
        ...(taken.studies.length === walked.documents
          ? []
          : [counted(taken.studies.length, "study", "studies")]),
        counted(taken.statements, "statement"),
      ];
      await complain(io, `${flags.out}: ${what.join(", ")}`);
    }
    return walked.failures > 0 ? 2 : 0;
  } finally {
    studies.close();
  }
}

/** @throws CommandFailure; then nothing is left of what was written */
async function write(
  { out, bom }: Flags,
  format: KnownFormat,
  review: ReviewSource,
  texts: Texts,
  io: Io,
): Promise<void> {
  try {
    const files = await exportPieces(format.id, review, { bom, texts });
    if (out !== "-") {
      await put(out, format, files, io);
      return;
    }
    for (const { content } of files) {
      for (const piece of inBatches(content)) await io.out.write(piece);
    }
  } catch (error) {
    if (isNotWritable(error)) throw new CommandFailure(error.message);
    if (error instanceof FileError) throw new CommandFailure(`${error.message}; nothing was written`);
    throw error;
  }
}

/** What the table does not have, so that nobody takes it for everything. */
function leftOut({ which, undecided, rejected, stale }: Account, takenFrom: ReadonlySet<string>): string[] {
  if (takenFrom.size === 0) return [];
  const reviewers = [...takenFrom].sort().join(", ");
  const left = [
    ...(undecided > 0 ? [`${undecided} undecided`] : []),
    ...(rejected > 0 ? [`${rejected} rejected`] : []),
  ].join(" and ");
  return [
    which === "all"
      ? `everything is taken, with the decisions of ${reviewers}`
      : `accepted, corrected and added statements of ${reviewers} are taken${left === "" ? "" : `, ${left} left out; --decisions all takes them too`}`,
    ...(stale > 0
      ? [`${counted(stale, "decision")} left out, because the text changed: re-anchor in the editor`]
      : []),
  ];
}

function formatLine({ id, purpose, ...rest }: Format): string {
  return `  ${id.padEnd(14)} ${purpose}${rest.ending === undefined ? "" : ` (.${rest.ending})`}`;
}

function chosenFormat({ out, format }: Flags, { out: { isTerminal } }: Io): KnownFormat {
  const id = format ?? (out === "-" ? "csv" : formatOfName(out));
  if (id === undefined) {
    throw new CommandFailure(`--out ${out}: the ending tells no format; add --format csv or another`);
  }
  const chosen = formatOf(id);
  if (out === "-" && chosen.ending === undefined) {
    throw new CommandFailure(`--format ${id} writes several files: name a folder with --out`);
  }
  if (out === "-" && chosen.binary === true && isTerminal) {
    throw new CommandFailure(`--format ${id} is no text: name a file with --out`);
  }
  return chosen;
}

async function put(path: string, format: Format, files: Iterable<Written>, io: Io): Promise<void> {
  if (format.ending === undefined) await writeFolder(path, files, io.folder);
  else for (const { content } of files) await writeWhole(path, content, io.folder);
}
