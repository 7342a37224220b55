import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findingLine, type PlacedFinding } from "../../../server/src/cli/findings.js";
import { extraction } from "../../../server/src/extraction.js";
import { FORMATS } from "../../../server/src/export/formats.js";
import { readReview } from "../../../server/src/export/reviewFile.js";
import { VERSION } from "../../../server/src/version.js";
import { desk, RIGHT, WRONG } from "./testIo.js";

const PROTOCOL = JSON.stringify({
  format: "outcome-lens/protocol/1",
  documents: ["in/*.txt"],
  rules: { "percent-mismatch": "error" },
});

describe("extract", () => {
  test("writes one valid extraction a line, in the order of the arguments", async () => {
    const { put, run } = await desk();
    await put({ "b.txt": RIGHT, "a.txt": WRONG });
    const { code, out, err } = await run("extract", "b.txt", "a.txt");
    const documents = out
      .trimEnd()
      .split("\n")
      .map((line) => extraction.parse(JSON.parse(line)));
    expect(documents.map(({ source }) => source.path)).toEqual(["b.txt", "a.txt"]);
    expect(documents.map(({ source }) => source.length)).toEqual([RIGHT.length, WRONG.length]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
  });

  test("writes one list as JSON, an empty one where nothing could be read", async () => {
    const { put, run } = await desk();
    await put({ "a.txt": RIGHT, "b.txt": RIGHT });
    const { out } = await run("extract", "a.txt", "b.txt", "--format", "json");
    expect(JSON.parse(out)).toHaveLength(2);
    expect(JSON.parse((await run("extract", "gone.txt", "-f", "json")).out)).toEqual([]);
  });

  test("hashes the bytes, not the text", async () => {
    const { put, run } = await desk();
    await put({ "plain.txt": "abc", "marked.txt": "\ufeffabc" });
    const lines = (await run("extract", "plain.txt", "marked.txt")).out.trimEnd().split("\n");
    const sources = lines.map((line) => extraction.parse(JSON.parse(line)).source);
    expect(sources.map(({ length }) => length)).toEqual([3, 3]);
    expect(sources.map(({ sha256 }) => sha256)).toEqual([
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
      "1c28dc3f1f804a1ad9c9b4b4cf5e2658d16ad4ed08e3020d04a8d2865018947c",
    ]);
  });

  test("a table names place and value of each statement", async () => {
    const { put, run } = await desk();
    await put({ "a.txt": `A heading\n\n${WRONG}` });
    const { out } = await run("extract", "a.txt", "--format", "table");
    expect(out).toMatch(/^a\.txt/);
    expect(out).toMatch(/^ {2}3:\d+ +proportion +83\/126 \(69\.1 %\)/m);
  });

  test("one unreadable file does not stop the others and makes the exit code 2", async () => {
    const { folder, put, run } = await desk();
    await put({ "a.txt": RIGHT, "zip.txt": new Uint8Array([80, 75, 0, 1]), "b.txt": RIGHT });
    await mkdir(join(folder, "folder.txt"));
    const { code, out, err } = await run("extract", "a.txt", "zip.txt", "gone.txt", "folder.txt", "b.txt");
    expect(code).toBe(2);
    expect(out.trimEnd().split("\n")).toHaveLength(2);
    expect(err.split("\n")).toEqual([
      "outcome-lens: zip.txt: is no text: NUL byte at byte 2",
      "outcome-lens: gone.txt: no such file",
      "outcome-lens: folder.txt: holds no .txt, .md, .abstract, .nbib, .ris file",
      "",
    ]);
  });

  test("says which encoding it took where it is not UTF-8", async () => {
    const { put, run } = await desk();
    await put({ "a.txt": Buffer.from("5 \xb1 1", "latin1") });
    const { err, code } = await run("extract", "a.txt");
    expect({ code, err }).toEqual({ code: 0, err: "outcome-lens: a.txt: no UTF-8, read as Windows-1252\n" });
  });

  test("reads standard input", async () => {
    const { runWith } = await desk();
    const { out, code } = await runWith({ stdin: WRONG }, "extract", "-");
    expect(extraction.parse(JSON.parse(out)).source).toMatchObject({ path: "-", length: WRONG.length });
    expect(code).toBe(0);
  });
});

describe("check", () => {
  const lineOf = /^a\.txt:1:\d+: warning percent-mismatch: .*65\.9.*$/m;

  test("prints findings as compilers print errors, and a summary on stderr", async () => {
    const { put, run } = await desk();
    await put({ "a.txt": WRONG, "b.txt": RIGHT });
    const { code, out, err } = await run("check", "a.txt", "b.txt");
    expect(out).toMatch(lineOf);
    expect(out.trimEnd().split("\n")).toHaveLength(1);
    expect(err).toMatch(/^outcome-lens: 2 documents, \d+ statements, 1 finding \(1 warning\)\n$/);
    expect(code).toBe(1);
  });

  test.each([
    { args: ["a.txt", "--fail-on", "error"], code: 0 },
    { args: ["a.txt", "--fail-on", "warning"], code: 1 },
    { args: ["a.txt", "--fail-on", "hint"], code: 1 },
    { args: ["b.txt", "--fail-on", "hint"], code: 0 },
    { args: ["a.txt", "--rule", "percent-mismatch=off"], code: 0 },
    { args: ["a.txt", "--rule", "percent-mismatch=error", "--fail-on", "error"], code: 1 },
    { args: ["a.txt", "gone.txt"], code: 2 },
    { args: ["b.txt", "gone.txt"], code: 2 },
  ])("$args end with $code", async ({ args, code }) => {
    const { put, run } = await desk();
    await put({ "a.txt": WRONG, "b.txt": RIGHT });
    expect((await run("check", ...args)).code).toBe(code);
  });

  test("gives the same findings as JSON, with their ends", async () => {
    const { put, run } = await desk();
    await put({ "a.txt": WRONG });
    const { out } = await run("check", "a.txt", "--format", "json");
    const text = (await run("check", "a.txt")).out;
    const [finding] = JSON.parse(out) as PlacedFinding[];
    expect(finding && `${findingLine(finding)}\n`).toBe(text);
    expect(finding).toMatchObject({ document: "a.txt", endLine: 1 });
    expect(WRONG.slice((finding?.column ?? 0) - 1, (finding?.endColumn ?? 0) - 1)).toMatch(
      /^83 of 126 .*69\.1/,
    );
  });

  test("the protocol of the folder holds, and names what to read", async () => {
    const { put, run } = await desk();
    await put({ "outcome-review.json": PROTOCOL, "in/a.txt": WRONG, "out/b.txt": WRONG });
    const own = await run("check");
    expect(own.out).toMatch(/^in\/a\.txt:1:\d+: error percent-mismatch/);
    expect(own.out).not.toContain("out/");
    expect((await run("check", "--no-protocol", "out/b.txt")).out).toMatch(/: warning percent-mismatch/);
    expect((await run("check", "out/b.txt", "--rule", "percent-mismatch=hint")).out).toMatch(
      /: hint percent-/,
    );
  });

  test("a protocol elsewhere names documents beside it", async () => {
    const { put, run } = await desk();
    await put({ "trial/outcome-review.json": PROTOCOL, "trial/in/a.txt": WRONG });
    expect((await run("check", "--protocol", "trial/outcome-review.json")).out).toMatch(
      /^trial\/in\/a\.txt:1/,
    );
  });

  test("a protocol with errors is refused at its places before anything is read", async () => {
    const { put, run } = await desk();
    await put({ "p.json": PROTOCOL.replace("percent-mismatch", "percent-missmatch"), "a.txt": WRONG });
    const { code, out, err } = await run("check", "a.txt", "--protocol", "p.json");
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(
      /^p\.json:1:\d+: error: There is no rule "percent-missmatch"\. Did you mean "percent-mismatch"\?/m,
    );
  });

  test("control characters of a document do not reach the terminal", async () => {
    const { put, run } = await desk();
    await put({ "a\u001b[31m.txt": WRONG });
    for (const args of [["check"], ["extract", "-f", "table"], ["explain"]]) {
      const { out, err } = await run(...args, "a\u001b[31m.txt", "b\u001b[2J.txt");
      expect(out + err).not.toContain("\u001b");
    }
  });
});

describe("export", () => {
  test.each([
    { args: ["--out", "r.csv"], start: "study_id,first_author," },
    { args: ["--out", "r.csv", "--bom"], start: "\ufeffstudy_id," },
    { args: ["--out", "R.JSON"], start: "{\n" },
    { args: ["--out", "r.tsv", "--bom"], start: "\ufeffstudy_id\t" },
    { args: ["--out", "r.md"], start: "**Results of 1 study**" },
    { args: ["--out", "r.html"], start: "<!doctype html>" },
    { args: ["--out", "r.data", "--format", "csv"], start: "study_id," },
  ])("$args writes the file", async ({ args, start }) => {
    const { folder, put, run } = await desk();
    await put({ "a.txt": WRONG });
    const { code, out, err } = await run("export", "a.txt", ...args);
    const content = await readFile(join(folder, args[1] ?? ""), "utf8");
    expect(content.slice(0, start.length)).toBe(start);
    expect({ code, out }).toEqual({ code: 0, out: "" });
    expect(err).toMatch(/^outcome-lens: \S+: 1 document, \d+ statements\n$/);
  });

  test("the studies of a reference file are counted", async () => {
    const { put, run } = await desk();
    await put({ "a.txt": WRONG, "b.nbib": "PMID- 7\nTI  - One.\n\nPMID- 8\nTI  - Another.\n" });
    const { err } = await run("export", "a.txt", "b.nbib", "--out", "r.csv");
    expect(err).toMatch(/^outcome-lens: r.csv: 2 documents, 3 studies, \d+ statements\n$/);
  });

  test("the review file fits its schema and holds the findings", async () => {
    const { folder, put, run } = await desk();
    await put({ "a.txt": WRONG, "outcome-review.json": PROTOCOL });
    await run("export", "a.txt", "--out", "review.json");
    const { value } = readReview(await readFile(join(folder, "review.json"), "utf8"));
    expect(value?.protocol).toEqual(JSON.parse(PROTOCOL));
    expect(value?.studies[0]?.findings.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual([
      "percent-mismatch error",
    ]);
  });

  test("a format of several files writes a folder, and leaves other files in it", async () => {
    const { folder, put, run } = await desk();
    await put({ "a.txt": WRONG, "out/mine.txt": "x", "out/estimates.csv": "old" });
    const { code, err } = await run("export", "a.txt", "--format", "metafor", "--out", "out");
    expect({ code, err }).toEqual({
      code: 0,
      err: expect.stringMatching(/out: 1 document, \d+ statements/) as string,
    });
    expect((await readdir(join(folder, "out"))).sort()).toEqual([
      "estimates.csv",
      "meta-analysis.R",
      "mine.txt",
    ]);
    expect(await readFile(join(folder, "out", "estimates.csv"), "utf8")).toMatch(/^analysis,/);
    expect(await readFile(join(folder, "out", "mine.txt"), "utf8")).toBe("x");
  });

  test.each(FORMATS.map(({ id }) => id))("%s can be written", async (format) => {
    const { folder, put, run } = await desk();
    await put({ "a.txt": WRONG });
    expect((await run("export", "a.txt", "--format", format, "--out", "written")).code).toBe(0);
    expect((await stat(join(folder, "written"))).size).toBeGreaterThan(0);
  });

  test.each([
    { args: ["--format", "brat"], says: "--format brat writes several files: name a folder with --out" },
    { args: ["--format", "xlsx"], says: "--format xlsx is no text: name a file with --out" },
    { args: ["--format", "stata", "--out", "a.txt"], says: "a.txt: " },
  ])("refuses $args", async ({ args, says }) => {
    const { folder, put, runWith } = await desk();
    await put({ "a.txt": WRONG });
    const { code, err } = await runWith({ terminal: "both" }, "export", "a.txt", ...args);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(says) as string });
    expect(await readdir(folder)).toEqual(["a.txt"]);
  });

  test("says what a format lacks", async () => {
    const { folder, put, run } = await desk();
    await put({ "a.txt": "Nothing." });
    const { code, err } = await run("export", "a.txt", "--format", "metafor", "--out", "out");
    expect({ code, err }).toEqual({
      code: 2,
      err: expect.stringContaining("there is nothing to pool") as string,
    });
    expect(await readdir(folder)).toEqual(["a.txt"]);
  });

  test("without --out the table goes to standard output", async () => {
    const { put, run } = await desk();
    await put({ "a.txt": WRONG });
    expect((await run("export", "a.txt")).out).toMatch(/^study_id,.*\r\na,/);
    expect(JSON.parse((await run("export", "a.txt", "--format", "json")).out)).toMatchObject({
      format: "outcome-lens/review/1",
    });
  });

  test("takes what could be read and tells of the rest by the exit code", async () => {
    const { folder, put, run } = await desk();
    await put({ "a.txt": WRONG });
    expect((await run("export", "gone.txt", "a.txt", "--out", "r.csv")).code).toBe(2);
    expect(await readFile(join(folder, "r.csv"), "utf8")).toContain("\r\na,");
  });

  test.each([
    {
      name: "no document could be read",
      args: ["gone.txt", "--out", "r.csv"],
      says: "no document could be read, so nothing was written",
    },
    {
      name: "the ending tells no format",
      args: ["a.txt", "--out", "r.table"],
      says: "--out r.table: the ending tells no format",
    },
    {
      name: "the folder is not there",
      args: ["a.txt", "--out", "no/r.csv"],
      says: "no/r.csv: no such file; nothing was written",
    },
    {
      name: "it is a folder",
      args: ["a.txt", "--out", "d.csv"],
      says: "d.csv: is a folder; nothing was written",
    },
  ])("writes nothing when $name", async ({ args, says }) => {
    const { folder, put, run } = await desk();
    await put({ "a.txt": WRONG });
    await mkdir(join(folder, "d.csv"));
    const { code, err } = await run("export", ...args);
    expect(code).toBe(2);
    expect(err).toContain(says);
    expect((await readdir(folder)).sort()).toEqual(["a.txt", "d.csv"]);
  });

  test("gives the same bytes every time", async () => {
    const { folder, put, run } = await desk();
    await put({ "a.txt": WRONG, "b.txt": RIGHT });
    const contents = [];
    for (const name of ["one.json", "two.json"]) {
      await run("export", "a.txt", "b.txt", "--out", name);
      contents.push(await readFile(join(folder, name), "utf8"));
    }
    expect(contents[0]).toBe(contents[1]);
  });

  test("replaces an earlier file whole and keeps its permissions", async () => {
    const { folder, put, run } = await desk();
    await put({ "a.txt": WRONG });
    const path = join(folder, "r.csv");
    await writeFile(path, "x".repeat(100_000), { mode: 0o600 });
    await run("export", "a.txt", "--out", "r.csv");
    expect(await readFile(path, "utf8")).not.toContain("xx");
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });
});

describe("explain", () => {
  test("tells how every statement was read, or only those at a place", async () => {
    const { put, run } = await desk();
    await put({ "a.txt": WRONG });
    const all = await run("explain", "a.txt");
    expect(all.out).toMatch(/^a\.txt:1:\d+: proportion: 83\/126 \(69\.1 %\)$/m);
    expect(all.out).toMatch(/^a\.txt:1:\d+: effect: HR 0\.70 \(95 % CI 0\.50–0\.98\)/m);
    expect(all.out).toMatch(/^ {4}quote: "83 of 126 patients \(69\.1.*"$/m);
    expect(all.out).toMatch(/^ {4}warning percent-mismatch: /m);
    const column = WRONG.indexOf("0.70") + 1;
    const one = await run("explain", "a.txt", "--at", `1:${column}`);
    expect(one.out.match(/^a\.txt:/gm)).toHaveLength(1);
    expect(one.out).toContain("effect");
    expect((await run("explain", "a.txt", "--at", "1:1")).err).toBe(
      "outcome-lens: a.txt: no statement at this place\n",
    );
  });

  test.each(["12", "0:4", "a:b", "-1:2"])("refuses %s as a place", async (place) => {
    const { run } = await desk();
    const { code, err } = await run("explain", "a.txt", "--at", place);
    expect(code).toBe(2);
    expect(err).toContain("line:column");
  });
});

describe("validate", () => {
  test("holds each of our files against its schema", async () => {
    const { put, run } = await desk();
    await put({ "a.txt": WRONG, "outcome-review.json": PROTOCOL });
    await run("export", "a.txt", "--out", "review.json");
    await put({
      "x.ndjson": (await run("extract", "a.txt", "a.txt")).out,
      "x.json": (await run("extract", "a.txt", "--format", "json")).out,
    });
    const { code, out } = await run("validate", "outcome-review.json", "review.json", "x.ndjson", "x.json");
    expect(out).toBe("outcome-review.json: valid\nreview.json: valid\nx.ndjson: valid\nx.json: valid\n");
    expect(code).toBe(0);
  });

  test("names line and column of each fault", async () => {
    const { put, run } = await desk();
    await put({
      "review.json":
        '{\n  "format": "outcome-lens/review/1",\n  "tool": { "version": 1, "rules": "x" },\n  "protocol": null,\n  "studies": []\n}',
      "x.ndjson": '{"format":"outcome-lens/extraction/1"}\n{"format":3}\n',
      "other.json": "{}",
    });
    const { code, out } = await run("validate", "review.json", "x.ndjson", "other.json");
    expect(out).toContain("review.json:3:24: error: Expected text in double quotes. (tool.version)\n");
    expect(out).toContain('x.ndjson:1:1: error: The key "tool" is missing. (tool)\n');
    expect(out).toContain(
      'x.ndjson:2:11: error: The key "format" must name one of outcome-lens/protocol/1, ',
    );
    expect(out).toContain('other.json:1:1: error: The key "format" must name one of');
    expect(code).toBe(1);
  });

  test("an absent file makes the exit code 2 and does not stop the others", async () => {
    const { put, run } = await desk();
    await put({ "p.json": PROTOCOL });
    const { code, out, err } = await run("validate", "gone.json", "p.json");
    expect({ code, out, err }).toEqual({
      code: 2,
      out: "p.json: valid\n",
      err: "outcome-lens: gone.json: no such file\n",
    });
  });
});

describe("the program", () => {
  test("tells its version", async () => {
    const { run } = await desk();
    expect(await run("--version")).toEqual({ code: 0, out: `${VERSION}\n`, err: "" });
    const manifest = JSON.parse(
      await readFile(new URL("../../../package.json", import.meta.url), "utf8"),
    ) as { version: string };
    expect(VERSION).toBe(manifest.version);
  });

  test.each(["extract", "check", "export", "explain", "validate"])(
    "help on %s shows examples",
    async (command) => {
      const { run } = await desk();
      const { code, out } = await run(command, "--help");
      expect(code).toBe(0);
      expect(out).toMatch(new RegExp(`Examples:\\n {2}.*${command} `));
    },
  );

  test.each([
    { args: ["chekc"], says: /unknown command 'chekc'[^]*Did you mean check/ },
    { args: ["check", "--fail-on", "panic"], says: /'panic' is invalid/ },
    { args: ["check"], says: /no document named/ },
    { args: ["check", "a.txt", "--rule", "percent-mismatch=loud"], says: /severity one of error, warning/ },
    { args: ["check", "a.txt", "--rule", "percent-mismatsh=off"], says: /did you mean "percent-mismatch"\?/ },
    { args: ["validate"], says: /missing required argument 'files'/ },
    { args: [], says: /Usage: outcome-lens/ },
  ])("refuses $args with advice", async ({ args, says }) => {
    const { run } = await desk();
    const { code, out, err } = await run(...args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(says);
  });

  test("shows progress only on a terminal that shows nothing else", async () => {
    const { put, run, runWith } = await desk();
    await put({ "a.txt": RIGHT });
    expect((await runWith({ terminal: "err" }, "extract", "a.txt")).err).toMatch(
      /^\r\u001b\[2K1 documents, \d+\.\d MB\/s(?:, \d+ s left)? {2}a\.txt\r\u001b\[2K$/,
    );
    expect((await runWith({ terminal: "both" }, "extract", "a.txt")).err).toBe("");
    expect((await run("extract", "a.txt")).err).toBe("");
  });
});
