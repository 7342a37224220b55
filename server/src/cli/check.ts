/** `outcome-lens check`: what cannot be true, as compilers print their errors. */
import { Option, type Command } from "commander";
import type { Finding, Severity } from "../extraction.js";
import { Deciders } from "./decisions.js";
import { complain, counted, eachDocument } from "./documents.js";
import { findingLine, isAtLeast, placedFindings, SEVERITIES } from "./findings.js";
import type { Io } from "./io.js";
import { JsonList } from "./jsonList.js";
import { addReadingOptions, type Finish } from "./options.js";
import { prepare, type ReadingFlags } from "./setup.js";

const FORMATS = ["text", "json"] as const;

interface Flags extends ReadingFlags {
  readonly format: (typeof FORMATS)[number];
  readonly failOn: Severity;
  /** Whose dismissals count; undefined: what the reviewers settled, else those of the only one. */
  readonly reviewer?: string;
  /** False for --no-dismissals. */
  readonly dismissals: boolean;
}

export function addCheck(program: Command, io: Io, finish: Finish): void {
  addReadingOptions(program.command("check"))
    .summary("report results that cannot be true")
    .description(
      "Recomputes what documents report and prints a line for each finding:\n  file:line:column: severity rule: message",
    )
    .addOption(
      new Option("--fail-on <severity>", "exit with 1 on a finding of this severity or a graver one")
        .choices(SEVERITIES)
        .default("warning"),
    )
    .addOption(
      new Option("-f, --format <format>", "lines to read, or one JSON list").choices(FORMATS).default("text"),
    )
    .option(
      "--reviewer <name>",
      "whose dismissals count; else those settled between reviewers, or of the only one",
    )
    .option("--no-dismissals", "report dismissed findings too")
    .addHelpText(
      "after",
      `
Examples:
  outcome-lens check abstract.txt
  outcome-lens check "abstracts/**/*.txt" --fail-on error
  outcome-lens check draft.md --rule percent-mismatch=error --rule ratio-not-centred=off

Exit code: 0 nothing as grave as --fail-on, 1 at least one such finding, 2 a document could not be read.
The findings are those that the editor shows: what a reviewer dismissed under .outcome-review/ of the current folder is left out and counted.`,
    )
    .action(async (args: string[], flags: Flags) => finish(await check(args, flags, io)));
}

async function check(args: readonly string[], flags: Flags, io: Io): Promise<number> {
  const setup = await prepare(args, flags, io);
  const list = new JsonList(io.out);
  const totals = new Map<Severity, number>();
  const deciders = flags.dismissals
    ? await Deciders.in(io.folder, flags.reviewer)
    : Deciders.nobody(io.folder);
  let statements = 0;
  let dismissed = 0;
  const { documents, failures } = await eachDocument(setup.targets, setup, io, async (document, analysis) => {
    statements += analysis.statements.length;
    const found = await deciders.dismissed(document.path, analysis);
    if (found === null) {
      await complain(
        io,
        `${document.path}: several reviewers decided and nothing is settled: dismissals count only with --reviewer`,
      );
    }
    const hidden = found ?? new Set<Finding>();
    dismissed += hidden.size;
    for (const finding of placedFindings(document.path, analysis, hidden)) {
      totals.set(finding.severity, (totals.get(finding.severity) ?? 0) + 1);
      if (flags.format === "json") await list.add(finding);
      else await io.out.write(findingLine(finding) + "\n");
    }
  });
  if (flags.format === "json") await list.end();
  const left = dismissed > 0 ? `, ${dismissed} dismissed by ${[...deciders.taken].join(", ")}` : "";
  await complain(io, summary(documents, statements, totals) + left);
  if (failures > 0) return 2;
  return [...totals.keys()].some((severity) => isAtLeast(severity, flags.failOn)) ? 1 : 0;
}

/** "5 documents, 42 statements, 3 findings (1 error, 2 warning)". */
function summary(documents: number, statements: number, totals: ReadonlyMap<Severity, number>): string {
  const parts = SEVERITIES.flatMap((severity) => {
    const number = totals.get(severity) ?? 0;
    return number > 0 ? [`${number} ${severity}`] : [];
  });
  const findings = [...totals.values()].reduce((sum, number) => sum + number, 0);
  const split = parts.length > 0 ? ` (${parts.join(", ")})` : "";
  return `${counted(documents, "document")}, ${counted(statements, "statement")}, ${counted(findings, "finding")}${split}`;
}
