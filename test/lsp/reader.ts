/**
 * A reader for these tests: every "n/N (percent%)" is a statement, and a finding where it does not fit.
 * What the real one can read is tested elsewhere; here it is about the server.
 */
import type { Analysis } from "../../server/src/analyse.js";
import type { AnalyseOptions } from "../../server/src/options.js";
import { analysisOf, finding, proportion } from "../unit/service/builders.js";

/** Texts given to the reader, in order, with what it was told. */
export const calls: { text: string; options: AnalyseOptions; incremental: boolean }[] = [];

export function analyse(text: string, options: AnalyseOptions = {}, previous?: Analysis): Analysis {
  calls.push({ text, options, incremental: previous !== undefined });
  if (text.includes("CRASH")) throw new Error("the reader stumbled");
  const statements = [...text.matchAll(/(\d+)\/(\d+) \((\d+\.\d)%/g)].map(
    ([quote, n = "", N = "", percent = ""]) => proportion(text, quote, { n, N, percent }),
  );
  const severity = options.rules?.["percent-mismatch"] ?? "warning";
  const findings = statements.flatMap((statement) => {
    const { n, N, percent, literal } = statement;
    const fits = ((100 * (n ?? 0)) / (N ?? 1)).toFixed(1) === literal["percent"];
    if (fits || severity === "off") return [];
    return [
      finding(statement, { severity, message: `${String(percent)} % is not ${String(n)} of ${String(N)}` }),
    ];
  });
  return analysisOf(text, { statements, findings });
}

export function studiesOf(analysis: Analysis): readonly Analysis[] {
  return [analysis];
}

export function bearsResults(text: string): boolean {
  return text.includes("patients");
}
