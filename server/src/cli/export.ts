/** `outcome-lens export`: the review table or the structured review file of many documents. */
import { extname } from "node:path";
import { Option, type Command } from "commander";
import type { Extraction } from "../extraction.js";
import { columns } from "../export/columns.js";
import { toCsv } from "../export/csv.js";
import { toExtraction } from "../export/extraction.js";
import { describeMisfits, writeReview } from "../export/reviewFile.js";
import { toRows } from "../export/rows.js";
import { toReview } from "../export/toReview.js";
import { FileError } from "../host/documents.js";
import { writeWhole } from "../host/writeFile.js";
import type { Review } from "../review/review.js";
import { complain, counted, eachDocument } from "./documents.js";
import { CommandFailure } from "./failure.js";
import type { Io } from "./io.js";
import { addReadingOptions, type Finish } from "./options.js";
import { prepare, type ReadingFlags } from "./setup.js";

const FORMATS = ["csv", "json"] as const;
type Format = (typeof FORMATS)[number];

interface Flags extends ReadingFlags {
  readonly out: string;
  readonly format?: Format;
  readonly bom: boolean;
}

export function addExport(program: Command, io: Io, finish: Finish): void {
  addReadingOptions(program.command("export"))
    .summary("write the review table (CSV) or the review file (JSON)")
    .description("Writes one row for each statement (CSV), or everything with its provenance (JSON).")
    .option("-o, --out <file>", "file to write, - for standard output", "-")
    .addOption(
      new Option("-f, --format <format>", "csv or json (default: by the ending of --out, else csv)").choices(
        FORMATS,
      ),
    )
    .option("--bom", "start the CSV with a byte-order mark, by which Excel knows UTF-8", false)
    .addHelpText(
      "after",
      `
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
  const format = formatOf(flags);
  const setup = await prepare(args, flags, io);
  const extractions: Extraction[] = [];
  const { documents, failures } = await eachDocument(setup.targets, setup, io, (document, analysis) => {
    extractions.push(toExtraction(analysis, document, setup.rules));
  });
  if (documents === 0) throw new CommandFailure("no document could be read, so nothing was written");
  const review = toReview(extractions, setup);
  const content = contentOf(review, format, flags.bom);
  if (flags.out === "-") {
    await io.out.write(content);
  } else {
    await put(flags.out, content, io);
    const statements = review.studies.reduce((sum, study) => sum + study.statements.length, 0);
    await complain(
      io,
      `${flags.out}: ${counted(documents, "document")}, ${counted(statements, "statement")}`,
    );
  }
  return failures > 0 ? 2 : 0;
}

function formatOf({ out, format }: Flags): Format {
  if (format !== undefined) return format;
  if (out === "-") return "csv";
  const ending = extname(out).slice(1).toLowerCase();
  const known = FORMATS.find((name) => name === ending);
  if (known === undefined) {
    throw new CommandFailure(`--out ${out}: the ending tells no format; add --format csv or --format json`);
  }
  return known;
}

function contentOf(review: Review, format: Format, bom: boolean): string {
  const { text, misfits } = writeReview(review);
  if (text === undefined) throw new CommandFailure(describeMisfits(misfits));
  return format === "json" ? text : toCsv(toRows(review), { bom });
}

async function put(path: string, content: string, io: Io): Promise<void> {
  try {
    await writeWhole(path, content, io.folder);
  } catch (error) {
    if (error instanceof FileError) throw new CommandFailure(`${error.message}; nothing was written`);
    throw error;
  }
}
