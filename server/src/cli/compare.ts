/** `outcome-lens compare`: how far two reviewers agree, and where they don't. */
import { resolve } from "node:path";
import { Option, type Command } from "commander";
import { analyse } from "../analyse.js";
import { FileError, readDocument } from "../host/documents.js";
import { agreementOf, type Agreement, type Kappa } from "../review/agreement.js";
import { findTarget } from "../review/anchor.js";
import { compareDocument, type Comparison } from "../review/compare.js";
import { isAgreed, type Pair, type Side } from "../review/pairing.js";
import { statementLabel } from "../service/labels.js";
import { decidedIn, decisionsOf } from "./decisions.js";
import { complain } from "./documents.js";
import { CommandFailure } from "./failure.js";
import type { Io } from "./io.js";
import type { Finish } from "./options.js";
import { plainLine } from "./plain.js";
import { protocolIn } from "./setup.js";

interface Flags {
  readonly format: "table" | "json";
}

interface Compared extends Comparison {
  readonly document: string;
}

export function addCompare(program: Command, io: Io, finish: Finish): void {
  program
    .command("compare")
    .summary("how far two reviewers agree")
    .description(
      "Pairs two reviewers' decisions and prints their agreement: F1 of statements, Cohen's kappa of decisions and of field values, each with its counts, and what is left to settle.",
    )
    .argument("<a>", "a reviewer: a folder in .outcome-review")
    .argument("<b>", "another reviewer")
    .argument("[folder]", "folder of the review", ".")
    .addOption(
      new Option("-f, --format <format>", "a table to read, or JSON")
        .choices(["table", "json"])
        .default("table"),
    )
    .addHelpText(
      "after",
      `
Examples:
  outcome-lens compare anna ben
  outcome-lens compare anna ben review/ --format json

Where the protocol says "blind", documents that one of the two has not finished are named and not compared.
Exit code: 0 agreed in all, 1 something is left to settle, 2 a document could not be read.`,
    )
    .action(async (a: string, b: string, folder: string, { format }: Flags) =>
      finish(await compare([a, b], folder, format, io)),
    );
}

async function compare(
  reviewers: readonly [string, string],
  folder: string,
  format: Flags["format"],
  io: Io,
): Promise<number> {
  const root = resolve(io.folder, folder);
  const available = await decidedIn(root);
  for (const reviewer of reviewers) {
    if (available.has(reviewer)) continue;
    const names = [...available.keys()].sort().join(", ") || "nobody";
    throw new CommandFailure(`${reviewer} has no decisions in ${folder}; decided have: ${names}`);
  }
  const { options, protocol } = await protocolIn(root, io);
  const documents = [...new Set(reviewers.flatMap((reviewer) => available.get(reviewer) ?? []))].sort();
  const compared: Compared[] = [];
  let failures = 0;
  for (const document of documents) {
    const sides = [
      await decisionsOf(root, reviewers[0], document),
      await decisionsOf(root, reviewers[1], document),
    ] as const;
    try {
      const { text } = await readDocument(document, root);
      const { statements } = analyse(text, { ...options, path: document });
      const placeOf = (target: Parameters<typeof findTarget>[1]) => findTarget(text, target);
      const blind = protocol?.blind === true;
      compared.push({ document, ...compareDocument({ text, statements }, sides, placeOf, blind) });
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      failures++;
      await complain(io, error.message);
    }
  }
  const overall = agreementOf(compared.flatMap(({ pairs }) => pairs));
  if (format === "json")
    await io.out.write(JSON.stringify(asJson(reviewers, compared, overall), null, 2) + "\n");
  else for (const line of tableOf(reviewers, compared, overall)) await io.out.write(plainLine(line) + "\n");
  if (failures > 0) return 2;
  return compared.some(({ blinded, pairs }) => blinded || pairs.some((pair) => !isAgreed(pair))) ? 1 : 0;
}

function asJson(
  reviewers: readonly [string, string],
  compared: readonly Compared[],
  overall: Agreement,
): object {
  const side = (of: Side | null): object | null =>
    of === null
      ? null
      : { decision: of.entry.decision, note: of.entry.note ?? null, statement: of.entry.statement };
  return {
    reviewers,
    documents: compared.map(({ pairs, ...rest }) => ({
      ...rest,
      pairs: pairs.map((pair) => ({
        category: pair.category,
        agreed: isAgreed(pair),
        differing: pair.differing,
        a: side(pair.a),
        b: side(pair.b),
      })),
    })),
    overall,
  };
}

function tableOf(
  [a, b]: readonly [string, string],
  compared: readonly Compared[],
  overall: Agreement,
): string[] {
  const rows = compared.map(({ document, blinded, open, agreement }) =>
    agreement === null || blinded
      ? [document, `not finished: ${open[0]} open of ${a}, ${open[1]} of ${b}`]
      : [document, ...figures(agreement)],
  );
  const head = ["document", "both", `only ${a}`, `only ${b}`, "F1", "κ decisions", "κ fields"];
  const table = aligned([head, ...rows, ["all", ...figures(overall)]]);
  const { table: counts } = overall.decisions;
  const decisions = Object.entries(counts).map(([byA, row]) => [byA, ...Object.values(row).map(String)]);
  return [
    ...table,
    "",
    `Decisions of ${a} (down) and ${b} (across):`,
    ...aligned([["", ...Object.keys(counts)], ...decisions]),
    "",
    "Fields of the statements that both keep:",
    ...aligned([
      ["field", "n", "same", "κ"],
      ...overall.byField.map((field) => [field.field, String(field.n), String(field.agreed), kappa(field)]),
    ]),
    ...conflicts(a, b, compared),
  ];
}

function figures({ statements, decisions, fields }: Agreement): string[] {
  const { both, onlyA, onlyB, f1 } = statements;
  const withCounts = (of: Kappa): string => `${kappa(of)} (${of.agreed}/${of.n})`;
  return [
    String(both),
    String(onlyA),
    String(onlyB),
    f1 === null ? "–" : f1.toFixed(3),
    withCounts(decisions),
    withCounts(fields),
  ];
}

function kappa({ kappa: value }: Kappa): string {
  return value === null ? "–" : value.toFixed(3);
}

function conflicts(a: string, b: string, compared: readonly Compared[]): string[] {
  const lines = compared.flatMap(({ document, pairs }) =>
    pairs.filter((pair) => !isAgreed(pair)).map((pair) => `${document}: ${conflict(pair, a, b)}`),
  );
  return lines.length === 0 ? [] : ["", "Left to settle:", ...lines];
}

function conflict({ a, b, differing }: Pair, nameA: string, nameB: string): string {
  const said = (side: Side | null): string =>
    side === null ? "nothing" : `${side.entry.decision} ${statementLabel(side.entry.statement)}`;
  const fields = differing.length === 0 ? "" : ` [${differing.join(", ")}]`;
  return `${nameA}: ${said(a)} | ${nameB}: ${said(b)}${fields}`;
}

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach(
      (cell, i) => (widths[i] = Math.max(widths[i] ?? 0, row.length === 2 && i === 1 ? 0 : cell.length)),
    );
  return rows.map((row) =>
    row
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join("  ")
      .trimEnd(),
  );
}
