/** A record that an edit elsewhere has moved is not read again, and says the same as if it were. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { analyse, type Analysis } from "../../../server/src/analyse.js";
import type { AnalyseOptions } from "../../../server/src/options.js";
import { nbib } from "../../bench/pubmedXml.js";

const WRONG =
  "RESULTS: Nausea was seen in 19 of 82 patients (32.2%), with an odds ratio of 0.55 (0.63 to 0.91).";
const FILE = nbib(0, 5).replace(/RESULTS: /, `${WRONG} `);

/** What an analysis says, without what it keeps for the next one. */
function said({ records = [], ...whole }: Analysis): unknown {
  const plain = ({ reading: { memory: _memory, ...reading }, ...rest }: Analysis): unknown => ({
    ...rest,
    reading,
  });
  return { whole: plain(whole), records: records.map(plain) };
}

const expectSame = (text: string, previous: Analysis, options: AnalyseOptions = {}): Analysis => {
  const edited = analyse(text, options, previous);
  expect(said(edited)).toEqual(said(analyse(text, options)));
  return edited;
};

describe("a file of several records that is edited", () => {
  test("says what a fresh reading says, whatever is edited where", { timeout: 60_000 }, () => {
    const edit = fc.record({
      at: fc.nat(FILE.length),
      cut: fc.nat(40),
      put: fc.constantFrom("", "7", " 12 of 40 patients (31%) died. ", "\n", "PMID- 9\nTI  - New\n\n", ")"),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
        let text = FILE;
        let analysis = analyse(text);
        for (const { at, cut, put } of edits) {
          text = text.slice(0, at) + put + text.slice(at + cut);
          analysis = expectSame(text, analysis);
        }
      }),
      { numRuns: 12 },
    );
  });

  test("keeps the analyses of records before the edit, and moves those after it", () => {
    const before = analyse(FILE);
    const at = FILE.indexOf("usual care", before.records![2]!.record.range.start);
    const after = expectSame(FILE.slice(0, at) + "the " + FILE.slice(at), before);
    const [first, , third, last] = after.records!;
    expect(first!.statements).toBe(before.records![0]!.statements);
    expect(third!.statements).not.toBe(before.records![2]!.statements);
    expect(last!.statements.map(({ id }) => id)).toEqual(before.records![3]!.statements.map(({ id }) => id));
    expect(last!.statements[0]!.range.start).toBe(before.records![3]!.statements[0]!.range.start + 4);
    expect(first!.findings.map(({ rule }) => rule)).toContain("percent-mismatch");
  });

  test("is read anew with other options", () => {
    const before = analyse(FILE);
    const after = expectSame(FILE, before, { rules: { "percent-mismatch": "off" } });
    expect(after.findings.map(({ rule }) => rule)).not.toContain("percent-mismatch");
  });
});
