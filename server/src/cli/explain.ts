/** `outcome-lens explain`: how each statement was read, and what was found about it. */
import { InvalidArgumentError, type Command } from "commander";
import type { Analysis } from "../analyse.js";
import type { Finding, Statement } from "../extraction.js";
import type { Place } from "../review/place.js";
import { findingsByStatement } from "../service/findings.js";
import { contextLabel, statementLabel } from "../service/labels.js";
import { complain, eachDocument } from "./documents.js";
import type { Io } from "./io.js";
import { addReadingOptions, type Finish } from "./options.js";
import { placesOf, type Places } from "./places.js";
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
    const places = placesOf(analysis.text);
    const chosen = statementsAt(analysis, places, flags.at);
    if (chosen.length === 0) {
      await complain(io, `${path}: no statement${flags.at === undefined ? "" : " at this place"}`);
    }
    const findings = findingsByStatement(analysis);
    for (const statement of chosen) {
      const { line, column } = places.at(statement.range.start);
      const [first = "", ...details] = explanation(statement, findings.get(statement.id) ?? []);
      const lines = [`${path}:${line}:${column}: ${first}`, ...details].map(plainLine);
      await io.out.write(lines.join("\n    ") + "\n\n");
    }
  });
  return failures > 0 ? 2 : 0;
}

function statementsAt(
  { statements }: Analysis,
  places: Places,
  place: Place | undefined,
): readonly Statement[] {
  if (place === undefined) return statements;
  const offset = places.offsetOf(place);
  return statements.filter(({ range }) => range.start <= offset && offset <= range.end);
}

/** The statement in a line, then outcome and group, quote, how it was read, and what was found about it. */
function explanation(statement: Statement, findings: readonly Finding[]): string[] {
  const context = contextLabel(statement);
  return [
    `${statement.kind}: ${statementLabel(statement)}`,
    ...(context === "" ? [] : [context]),
    `quote: "${statement.quote}"`,
    ...(statement.explain ?? []),
    ...findings.map(({ severity, rule, message }) => `${severity} ${rule}: ${message}`),
  ];
}
