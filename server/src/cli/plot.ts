/** `outcome-lens plot`: the forest plot of one outcome as SVG, or as a table of text. */
import { InvalidArgumentError, Option, type Command } from "commander";
import { studiesOf } from "../analyse.js";
import type { Extraction } from "../extraction.js";
import { toExtraction } from "../export/extraction.js";
import { readReview } from "../export/reviewFile.js";
import { takeDecisions } from "../export/takeDecisions.js";
import { toReview } from "../export/toReview.js";
import type { Decided } from "../export/withDecisions.js";
import { FileError } from "../host/documents.js";
import { writeWhole } from "../host/writeFile.js";
import type { Plot, PlotRequest } from "../plot/plot.js";
import type { Review } from "../review/review.js";
import { Deciders } from "./decisions.js";
import { complain, counted, eachDocument } from "./documents.js";
import { CommandFailure } from "./failure.js";
import { faultLine } from "./faults.js";
import { textOf } from "./fileText.js";
import type { Io } from "./io.js";
import { addReadingOptions, type Finish } from "./options.js";
import { plainLine } from "./plain.js";
import { prepare, type ReadingFlags } from "./setup.js";

interface Flags extends ReadingFlags {
  readonly outcome?: string;
  readonly measure?: string;
  readonly time?: string;
  readonly group?: string;
  readonly reference?: string;
  readonly undecided: boolean;
  readonly allResults: boolean;
  readonly decisions?: "none";
  readonly reviewer?: string;
  readonly out?: string;
}

export function addPlot(program: Command, io: Io, finish: Finish): void {
  addReadingOptions(program.command("plot"))
    .summary("draw a forest plot with pooled results")
    .description(
      "Pools one outcome over documents, or over one review.json, and draws it as SVG; without --out prints a table.",
    )
    .option("--outcome <code>", "OS, PFS …, or the outcome's words (default: what most studies report)")
    .option(
      "--measure <measure>",
      "HR, OR, RR …, median, mean, landmark or proportion (default: what most studies report)",
    )
    .option("--time <time>", 'time point of rates, such as "12 month"')
    .option("--group <name>", "only this group, or of effects this exposed group")
    .option("--reference <name>", "only effects against this comparator")
    .option("--undecided", "undecided statements too, where others are accepted, corrected or added", false)
    .option("--all-results", "every result of a study, not only the one that stands for it best", false)
    .addOption(new Option("--decisions <which>", "none: as read, whatever was decided").choices(["none"]))
    .option(
      "--reviewer <id>",
      "whose decisions in .outcome-review (default: of each document the adjudicated ones, else its only reviewer's)",
    )
    .option("-o, --out <file>", "SVG file to write, - for standard output", svgName)
    .addHelpText(
      "after",
      `
Examples:
  outcome-lens plot abstracts/ --outcome OS --measure HR --out forest.svg
  outcome-lens plot review.json --outcome PFS --measure HR
  outcome-lens plot abstracts/ --outcome OS --measure median --out medians.svg
  outcome-lens plot abstracts/ --outcome OS --measure landmark --time "12 month" --group placebo

Effects, means and rates are pooled: common effect, random effects by DerSimonian and Laird and by REML with
the HKSJ interval, prediction interval, leave-one-out; the figures are those of R's metafor. Medians are
shown and not pooled. What was left out, and why, is always said.`,
    )
    .action(async (args: string[], flags: Flags) => finish(await drawPlot(args, flags, io)));
}

function svgName(value: string): string {
  if (value !== "-" && !/\.svg$/i.test(value)) throw new InvalidArgumentError("Name an .svg file.");
  return value;
}

async function drawPlot(args: readonly string[], flags: Flags, io: Io): Promise<number> {
  const { review, failures } = await reviewOf(args, flags, io);
  // A bundle of its own (esbuild.js), loaded by those who draw.
  const { plot, PlotError, textTable } = await import("../plot/plot.js");
  let drawn: Plot;
  try {
    drawn = plot(review, requestOf(flags));
  } catch (error) {
    if (error instanceof PlotError) throw new CommandFailure(error.message);
    throw error;
  }
  if (flags.out === undefined) {
    await io.out.write(textTable(drawn.data).split("\n").map(plainLine).join("\n"));
  } else if (flags.out === "-") {
    await io.out.write(drawn.svg);
  } else {
    await put(flags.out, drawn.svg, io);
    await complain(io, `${flags.out}: ${drawn.data.title}, ${counted(drawn.data.rows.length, "row")}`);
    for (const warning of drawn.data.warnings) await complain(io, `warning: ${warning}`);
  }
  return failures > 0 ? 2 : 0;
}

function requestOf({ outcome, measure, time, group, reference, undecided, allResults }: Flags): PlotRequest {
  return {
    ...(outcome === undefined ? {} : { outcome }),
    ...(measure === undefined ? {} : { measure }),
    ...(time === undefined ? {} : { time }),
    ...(group === undefined ? {} : { group }),
    ...(reference === undefined ? {} : { reference }),
    decisions: undecided ? "all" : "decided",
    perStudy: allResults ? "all" : "one",
  };
}

/** Of one review file, or of documents that are read now. */
async function reviewOf(
  args: readonly string[],
  flags: Flags,
  io: Io,
): Promise<{ review: Pick<Review, "studies">; failures: number }> {
  const files = args.filter((arg) => /\.json$/i.test(arg));
  const [file] = files;
  if (file !== undefined) {
    if (args.length > 1) throw new CommandFailure("name one review.json alone, or documents");
    return { review: await reviewIn(file, io), failures: 0 };
  }
  const setup = await prepare(args, flags, io);
  const extractions: Extraction[] = [];
  const decisions: Decided[] = [];
  const deciders =
    flags.decisions === "none" ? Deciders.nobody(io.folder) : await Deciders.in(io.folder, flags.reviewer);
  const { documents, failures } = await eachDocument(setup.targets, setup, io, async (document, analysis) => {
    const decided = await deciders.on(document.path, analysis);
    for (const study of studiesOf(analysis)) {
      extractions.push(toExtraction(study, document, setup.rules));
      decisions.push(decided);
    }
  });
  if (documents === 0) throw new CommandFailure("no document could be read, so nothing was drawn");
  // Rejected statements are there too: the plot itself says what it leaves out.
  return { review: takeDecisions(toReview(extractions, setup), decisions, "all").review, failures };
}

async function reviewIn(path: string, io: Io): Promise<Review> {
  const { value, faults } = readReview(await textOf(path, io));
  if (value !== undefined) return value;
  const lines = faults.slice(0, 5).map((fault) => faultLine(path, fault));
  throw new CommandFailure(`${path} is no valid review file\n${lines.join("\n")}`);
}

async function put(path: string, content: string, io: Io): Promise<void> {
  try {
    await writeWhole(path, content, io.folder);
  } catch (error) {
    if (error instanceof FileError) throw new CommandFailure(`${error.message}; nothing was written`);
    throw error;
  }
}
