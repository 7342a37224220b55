/** `outcome-lens extract`: what a document says, as data. */
import { Option, type Command } from "commander";
import { studiesOf, type Analysis } from "../analyse.js";
import { toExtraction } from "../export/extraction.js";
import type { SourceDocument } from "../host/documents.js";
import { contextLabel, statementLabel } from "../service/labels.js";
import { placesOf, type Places } from "./places.js";
import { eachDocument } from "./documents.js";
import type { Io } from "./io.js";
import { JsonList } from "./jsonList.js";
import { plainLine } from "./plain.js";
import { addReadingOptions, type Finish } from "./options.js";
import { prepare, type ReadingFlags } from "./setup.js";

const FORMATS = ["ndjson", "json", "table"] as const;

interface Flags extends ReadingFlags {
  readonly format: (typeof FORMATS)[number];
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
    .addHelpText(
      "after",
      `
Examples:
  outcome-lens extract trial.txt --format table
  outcome-lens extract abstracts/ > statements.ndjson
  pdftotext paper.pdf - | outcome-lens extract - | jq '.statements[] | select(.kind == "effect")'

The fields are those of schemas/extraction.schema.json. Offsets count UTF-16 code units.`,
    )
    .action(async (args: string[], flags: Flags) => finish(await extract(args, flags, io)));
}

async function extract(args: readonly string[], flags: Flags, io: Io): Promise<number> {
  const setup = await prepare(args, flags, io);
  const list = new JsonList(io.out);
  const { failures } = await eachDocument(setup.targets, setup, io, async (document, analysis) => {
    if (flags.format === "table") {
      await io.out.write(table(document, analysis));
      return;
    }
    for (const study of studiesOf(analysis)) {
      const extraction = toExtraction(study, document, setup.rules);
      if (flags.format === "json") await list.add(extraction);
      else await io.out.write(JSON.stringify(extraction) + "\n");
    }
  });
  if (flags.format === "json") await list.end();
  return failures > 0 ? 2 : 0;
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
