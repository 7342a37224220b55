/** Texts that are hard as files: megabytes in one line, half a surrogate pair, NUL bytes. */
import { expect, test } from "vitest";
import type { Extraction } from "../../../server/src/extraction.js";
import { desk } from "./testIo.js";

const SAID = "RESULTS: Falls occurred in 30 of 120 patients (25.0%).";

test("a megabyte in one line is read to its end, and its quotes slice", { timeout: 60_000 }, async () => {
  const { put, run } = await desk();
  const text = `${"Nothing was counted in this long year of quiet gardens. ".repeat(20_000)}${SAID}`;
  await put({ "long.txt": text });
  const { code, out, err } = await run("extract", "long.txt");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  const { statements, source } = JSON.parse(out) as Extraction;
  expect(source.length).toBe(text.length);
  expect(statements.map(({ quote }) => quote)).toEqual(["30 of 120 patients (25.0"]);
  expect(statements.map(({ range, quote }) => text.slice(range.start, range.end) === quote)).toEqual([true]);
});

test("half a surrogate pair goes through every text format, and offsets still count", async () => {
  const { put, run } = await desk();
  const text = `\uD83D and \uDE00. ${SAID}`;
  await put({ "half.txt": Buffer.from(`\uFEFF${text}`, "utf16le") });
  const { out } = await run("extract", "half.txt");
  const [statement] = (JSON.parse(out) as Extraction).statements;
  expect(text.slice(statement?.range.start, statement?.range.end)).toBe(statement?.quote);
  for (const format of ["csv", "json", "markdown", "html", "webannotation", "bioc"]) {
    const { code, err } = await run("export", "half.txt", "--format", format);
    expect({ format, code, err }).toEqual({
      format,
      code: 0,
      err: "outcome-lens: half.txt: read as UTF-16LE\n",
    });
  }
});

test("bytes that are no text are refused by name", async () => {
  const { put, run } = await desk();
  await put({ "zip.txt": Buffer.from([80, 75, 3, 4, 0, 0, 1, 2]), "good.txt": SAID });
  const { code, out, err } = await run("extract", "zip.txt", "good.txt");
  expect(err).toMatch(/^outcome-lens: zip\.txt: is no text/);
  expect(out.trimEnd().split("\n")).toHaveLength(1);
  expect(code).toBe(2);
});
