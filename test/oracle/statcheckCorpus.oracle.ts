/** Real documents read by statcheck 1.4 and by us: the same statistics, and the same verdicts on them. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { analyse, type Analysis } from "../../server/src/analyse.js";
import type { TestStatement } from "../../server/src/extraction.js";
import { readCorpus } from "../bench/corpus.js";
import { readTable, runR } from "./r.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const CORPUS = process.env.OUTCOME_LENS_CORPUS ?? join(ROOT, "../shared/corpus");

/** A statistic with its degrees of freedom, and a p-value somewhere behind it: only such lines can say anything to statcheck. */
const CANDIDATE = /\b(?:[tFrzZQ]|chi|χ)[^.;]{0,40}=[^;]{1,40}\bp\s?[=<>]/i;

type Row = Readonly<Record<string, string>>;

const verdictOf = ({ error, decision }: Row): string =>
  decision === "TRUE" ? "decision error" : error === "TRUE" ? "error" : "consistent";

/** A hint is statcheck's error with an explanation that statcheck does not look for. */
function ownVerdict({ findings }: Analysis, { id }: TestStatement): string {
  const own = findings.find((f) => f.rule === "test-contradicts-p" && f.statements.includes(id));
  if (own === undefined) return "consistent";
  if (own.severity === "hint") return `explained: ${own.explanations.join(" ")}`;
  return own.severity === "error" ? "decision error" : "error";
}

it(
  "gives statcheck's verdicts on the examples, and on the corpus where there is one",
  { timeout: 600_000 },
  () => {
    const { documents } = readCorpus(ROOT, existsSync(CORPUS) ? CORPUS : undefined);
    const lines = [...new Set(documents)]
      .map((text) => text.replace(/\s+/g, " "))
      .filter((text) => CANDIDATE.test(text));
    const rows = readTable(runR("statcheckDocuments.R", [], lines.join("\n"))).filter(
      ({ raw }) => raw !== undefined,
    );
    const unread: string[] = [];
    const differing: string[] = [];
    const explained: string[] = [];
    const analyses = new Map<number, Analysis>();
    for (const row of rows) {
      const index = Number(row.line) - 1;
      const analysis = analyses.get(index) ?? analyse(lines[index] ?? "", {});
      analyses.set(index, analysis);
      const own = analysis.statements.find(
        (s): s is TestStatement =>
          s.kind === "test" && s.p !== null && Math.abs(s.value - Number(row.value)) < 1e-9,
      );
      if (own === undefined) unread.push(row.raw ?? "");
      else {
        const [ours, theirs] = [ownVerdict(analysis, own), verdictOf(row)];
        const line = `${row.raw ?? ""}: ${ours} here, ${theirs} by statcheck`;
        if (ours.startsWith("explained") && theirs !== "consistent") explained.push(line);
        else if (ours !== theirs) differing.push(line);
      }
    }
    const tests = [...analyses.values()].reduce(
      (sum, { statements }) => sum + statements.filter((s) => s.kind === "test" && s.p !== null).length,
      0,
    );
    console.log(
      [
        `${String(lines.length)} documents, ${String(rows.length)} statistics read by statcheck; in the same documents ${String(tests)} read here`,
        `of statcheck's not read here: ${String(unread.length)}`,
        ...unread.map((raw) => `  ${raw}`),
        `errors to both, with an innocent reason here: ${String(explained.length)}`,
        ...explained.map((line) => `  ${line}`),
        `verdicts that differ: ${String(differing.length)}`,
        ...differing.map((line) => `  ${line}`),
      ].join("\n"),
    );
    expect(differing).toEqual([]);
  },
);
