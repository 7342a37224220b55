/** `outcome-lens extract`: what a document says, as data. */
import { Option, type Command } from "commander";
import { studiesOf, type Analysis } from "../analyse.js";
import { toExtraction } from "../export/extraction.js";
import { FileError, type SourceDocument } from "../host/documents.js";
import { contextLabel, statementLabel } from "../service/labels.js";
import { placesOf, type Places } from "./places.js";
import { complain, counted, eachDocument } from "./documents.js";
import { extractTo } from "./extractTo.js";
import { CommandFailure } from "./failure.js";
import type { Io } from "./io.js";
import { JsonList } from "./jsonList.js";
import { plainLine } from "./plain.js";
import { addReadingOptions, jobsArgument, type Finish } from "./options.js";
import { inputsHash, ResumableFile } from "./resumable.js";
import { prepare, type ReadingFlags, type Setup } from "./setup.js";

const FORMATS = ["ndjson", "json", "table"] as const;

interface Flags extends ReadingFlags {
  readonly format: (typeof FORMATS)[number];
  readonly out: string;
  readonly jobs: number;
  readonly resume: boolean;
}

export function addExtract(program: Command, io: Io, finish: Finish): void {
  addReadingOptions(program.command("extract"))
    .summary("write the statements of documents as data")
    .description("Reads documents and writes one Extraction for each, in the order of the arguments.")
    .addOption(
      new Option("-f, --format <format>", "one JSON line a document, one JSON list, or a table to read")
        .choices(FORMATS)
        .default("ndjson"),
    )
    .option("-o, --out <file>", "file to write (ndjson), - for standard output", "-")
    .option("-j, --jobs <n>", "worker threads (ndjson)", jobsArgument, 1)
    .option("--resume", "go on where a run with the same --out stopped", false)
    .addHelpText(
      "after",
      `
Examples:
  outcome-lens extract trial.txt --format table
  outcome-lens extract abstracts/ > statements.ndjson
  outcome-lens extract pubmed*.xml.gz --jobs 8 --out statements.ndjson --resume
  pdftotext paper.pdf - | outcome-lens extract - | jq '.statements[] | select(.kind == "effect")'

The fields are those of schemas/extraction.schema.json. Offsets count UTF-16 code units.
Until all is done the output is called FILE.partial, and FILE.journal says how far it is safe; after a crash or a power cut the same
command with --resume goes on from there. Lines stand in the order of the documents, whatever --jobs is.`,
    )
    .action(async (args: string[], flags: Flags) => finish(await extract(args, flags, io)));
}

async function extract(args: readonly string[], flags: Flags, io: Io): Promise<number> {
  if (flags.format !== "ndjson" && (flags.jobs > 1 || flags.out !== "-")) {
    throw new CommandFailure("--jobs and --out are for --format ndjson, where every line stands alone");
  }
  if (flags.resume && flags.out === "-")
    throw new CommandFailure("--resume needs --out, the file to go on with");
  const setup = await prepare(args, flags, io);
  if (flags.format === "ndjson") return extractLines(setup, flags, io);
  const list = new JsonList(io.out);
  const { failures } = await eachDocument(setup.targets, setup, io, async (document, analysis) => {
    if (flags.format === "table") {
      await io.out.write(table(document, analysis));
      return;
    }
    for (const study of studiesOf(analysis)) await list.add(toExtraction(study, document, setup.rules));
  });
  if (flags.format === "json") await list.end();
  return failures > 0 ? 2 : 0;
}

async function extractLines(setup: Setup, flags: Flags, io: Io): Promise<number> {
  const { targets } = setup;
  if (flags.out === "-") {
    const { faults, withdrawn } = await extractTo({ targets, setup, io, jobs: flags.jobs }, ({ lines }) =>
      io.out.write(lines),
    );
    await tellWithdrawn(withdrawn, io);
    return faults > 0 ? 2 : 0;
  }
  if (flags.resume && targets.some((target) => "path" in target && target.path === "-")) {
    throw new CommandFailure("--resume cannot read standard input again; name files");
  }
  try {
    return await extractToFile(setup, flags, io);
  } catch (error) {
    if (error instanceof FileError) throw new CommandFailure(error.message);
    throw error;
  }
}

async function extractToFile({ targets, ...setup }: Setup, flags: Flags, io: Io): Promise<number> {
  const inputs = await inputsHash(targets, setup.rules, io.folder);
  const file = await ResumableFile.open(flags.out, io.folder, inputs, flags.resume);
  if (typeof file === "number") {
    await complain(io, `${flags.out}: is whole already`);
    return file > 0 ? 2 : 0;
  }
  const from = file.done.position;
  try {
    const { withdrawn } = await extractTo(
      { targets, setup, io, jobs: flags.jobs, from },
      ({ lines, studies, faults, position }) => file.add(lines, studies, faults.length, position),
    );
    await file.close();
    await tellWithdrawn(withdrawn, io);
  } finally {
    await file.abandon();
  }
  await complain(io, `${flags.out}: ${counted(file.done.studies, "extraction")}`);
  return file.done.faults > 0 ? 2 : 0;
}

/** What is written already can't be taken back here: `shard merge` leaves such records out. */
async function tellWithdrawn(pmids: readonly string[], io: Io): Promise<void> {
  if (pmids.length === 0) return;
  const some = pmids.slice(0, 10).join(" ");
  const rest = pmids.length > 10 ? " …" : "";
  await complain(io, `${counted(pmids.length, "PMID")} withdrawn by PubMed (DeleteCitation): ${some}${rest}`);
}

/** For each study a heading with the document, then a line for each statement: place, kind, value, outcome and group. */
function table({ path }: SourceDocument, analysis: Analysis): string {
  const places = placesOf(analysis.text);
  return studiesOf(analysis)
    .map((study) => studyTable("record" in study ? `${path}#${study.record.id}` : path, study, places))
    .join("");
}

function studyTable(path: string, analysis: Analysis, places: Places): string {
  const rows = analysis.statements.map((statement) => {
    const { line, column } = places.at(statement.range.start);
    return [
      `${line}:${column}`,
      statement.kind,
      plainLine(statementLabel(statement)),
      plainLine(contextLabel(statement)),
    ];
  });
  const widths = [0, 1, 2].map((i) => Math.max(0, ...rows.map((row) => row[i]?.length ?? 0)));
  const lines = rows.map((row) =>
    `  ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join("  ")}`.trimEnd(),
  );
  const { title } = analysis.study;
  const heading = plainLine(`${path}${title === undefined ? "" : `: ${title}`}`);
  return [heading, ...lines, "", ""].join("\n");
}
