/** Files of several studies on the command line. */
import { describe, expect, test } from "vitest";
import { extraction } from "../../../server/src/extraction.js";
import { readReview } from "../../../server/src/export/reviewFile.js";
import { desk } from "./testIo.js";

const record = (pmid: string, share: string): string =>
  `PMID- ${pmid}\nTI  - Study ${pmid}\nAB  - RESULTS: Falls occurred in 30 of 120 patients (${share}%).\nSO  - Invented. 2020.\n\n`;
const FILE = record("40000001", "25.0") + record("40000002", "35.0");

describe("a file of several studies", () => {
  test("is an extraction a study, with ranges in the file", async () => {
    const { put, run } = await desk();
    await put({ "search.txt": FILE });
    const { code, out } = await run("extract", "search.txt");
    const studies = out.trimEnd().split("\n");
    const read = studies.map((line) => extraction.parse(JSON.parse(line)));
    expect(read.map(({ source }) => source.path)).toEqual(["search.txt#40000001", "search.txt#40000002"]);
    for (const { source, statements } of read) {
      expect(FILE.slice(source.record!.start, source.record!.end)).toMatch(/^PMID- /);
      for (const { range, quote } of statements) expect(FILE.slice(range.start, range.end)).toBe(quote);
    }
    expect(code).toBe(0);
  });

  test("is a study each in the review and in the table", async () => {
    const { put, run } = await desk();
    await put({ "search.nbib": FILE });
    const ran = await run("export", "search.nbib", "--format", "json");
    expect(ran.err).toBe("");
    const review = readReview(ran.out).value;
    expect(review?.studies.map(({ id }) => id)).toEqual(["search 40000001", "search 40000002"]);
    const { out } = await run("extract", "search.nbib", "--format", "table");
    expect(out).toMatch(/^search\.nbib#40000001: Study 40000001\n {2}3:\d+/);
    expect(out).toMatch(/^search\.nbib#40000002: Study 40000002\n {2}8:\d+/m);
  });

  test("has its findings at their lines in the file", async () => {
    const { put, run } = await desk();
    await put({ "search.nbib": FILE });
    const { code, out } = await run("check", "search.nbib");
    expect(out).toMatch(/^search\.nbib:8:\d+: warning percent-mismatch/);
    expect(out.trimEnd().split("\n")).toHaveLength(1);
    expect(code).toBe(1);
  });

  test("cut off, is read as far as it goes and named with its line", async () => {
    const { put, run } = await desk();
    await put({ "search.nbib": FILE + record("40000003", "25.0").slice(0, 80) });
    const { code, out, err } = await run("extract", "search.nbib");
    expect(err).toBe("outcome-lens: search.nbib:11: the file ends in the middle of this record (40000003)\n");
    expect(out.trimEnd().split("\n")).toHaveLength(3);
    expect(code).toBe(2);
  });
});
