/** `outcome-lens explain`: how each statement was read, and what was found about it. */
import { InvalidArgumentError, type Command } from "commander";
import type { Analysis } from "../analyse.js";
import type { Statement } from "../extraction.js";
import type { Place } from "../review/place.js";
import { findingsByStatement } from "../service/findings.js";
import { contextLabel, statementLabel } from "../service/labels.js";
import { complain, eachDocument } from "./documents.js";
import type { Io } from "./io.js";
import { addReadingOptions, type Finish } from "./options.js";
import { placesOf } from "./places.js";
import { plainLine } from "./plain.js";
import { prepare, type ReadingFlags } from "./setup.js";

interface Flags extends ReadingFlags {
  readonly at?: Place;
}

export function addExplain(program: Command, io: Io, finish: Finish): void {
  addReadingOptions(program.command("explain"))
    .summary("show how each statement was read")
    .description("Prints for each statement its place, its value, and from which words each field was read.")
    .option("--at <line:column>", "only the statements at this place, both counted from 1", placeArgument)
    .addHelpText(
      "after",
      `
Examples:
  outcome-lens explain abstract.txt
  outcome-lens explain abstract.txt --at 12:48`,
    )
    .action(async (args: string[], flags: Flags) => finish(await explain(args, flags, io)));
}

function placeArgument(value: string): Place {
  const match = /^(\d+):(\d+)$/.exec(value);
  const [line, column] = [Number(match?.[1]), Number(match?.[2])];
  if (match === null || line < 1 || column < 1) {
    throw new InvalidArgumentError("Write line:column, both counted from 1, such as 12:48.");
  }
  return { line, column };
}

async function explain(args: readonly string[], flags: Flags, io: Io): Promise<number> {
  const setup = await prepare(args, flags, io);
  const { failures } = await eachDocument(setup.targets, setup, io, async ({ path }, analysis) => {
    const chosen = statementsAt(analysis, flags.at);
    if (chosen.length === 0)
      await complain(io, `${path}: no statement${flags.at === undefined ? "" : " at this place"}`);
    for (const statement of chosen) await io.out.write(explanation(path, statement, analysis) + "\n");
  });
  return failures > 0 ? 2 : 0;
}

function statementsAt(analysis: Analysis, place: Place | undefined): readonly Statement[] {
  if (place === undefined) return analysis.statements;
  const offset = placesOf(analysis.text).offsetOf(place);
  return analysis.statements.filter(({ range }) => range.start <= offset && offset <= range.end);
}

function explanation(path: string, statement: Statement, analysis: Analysis): string {
  const { line, column } = placesOf(analysis.text).at(statement.range.start);
  const context = contextLabel(statement);
  const findings = findingsByStatement(analysis).get(statement.id) ?? [];
  const lines = [
    `${path}:${line}:${column}: ${statement.kind}: ${statementLabel(statement)}`,
    ...(context === "" ? [] : [`    ${context}`]),
    `    quote: "${statement.quote}"`,
    ...(statement.explain ?? []).map((step) => `    ${step}`),
    ...findings.map(({ severity, rule, message }) => `    ${severity} ${rule}: ${message}`),
  ];
  return (
    lines
      .map((text) =>
        text.replace(/^( *)(.*)$/s, (_, indent: string, rest: string) => indent + plainLine(rest)),
      )
      .join("\n") + "\n"
  );
}
