/** Reference files on the command line: read as they are, and turned into texts. */
import { spawnSync } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { extraction, type Extraction } from "../../../server/src/extraction.js";
import { desk } from "./testIo.js";

const article = (pmid: string, title = `<ArticleTitle>Study ${pmid}</ArticleTitle>`): string =>
  `<PubmedArticle><MedlineCitation><PMID Version="1">${pmid}</PMID><Article>${title}<Abstract><AbstractText Label="RESULTS">Falls occurred in 30 of 120 patients (25.0%) ≤ µ.</AbstractText></Abstract></Article></MedlineCitation></PubmedArticle>\n`;
const XML = `<?xml version="1.0" encoding="UTF-8"?>\n<PubmedArticleSet>\n${article("1")}${article("2")}</PubmedArticleSet>\n`;
const NBIB = `PMID- 1\nTI  - The first again\nSO  - x\n\nPMID- 3\nTI  - The third\nAB  - RESULTS: Falls occurred in 30 of\n      120 patients (25.0%).\nSO  - x\n`;

const read = (out: string): Extraction[] =>
  out
    .trimEnd()
    .split("\n")
    .map((line) => extraction.parse(JSON.parse(line)));

describe("reference files", () => {
  test.each([
    ["XML", Buffer.from(XML)],
    ["compressed XML", gzipSync(XML)],
    ["XML in UTF-16", Buffer.from(`\uFEFF${XML.replace("UTF-8", "UTF-16")}`, "utf16le")],
  ])("%s is a study a record", async (_, bytes) => {
    const { put, run } = await desk();
    await put({ "a.bin": bytes });
    const { code, out, err } = await run("extract", "a.bin");
    const studies = read(out);
    expect(studies.map(({ source, study }) => [source.path, study.title])).toEqual([
      ["a.bin#1", "Study 1"],
      ["a.bin#2", "Study 2"],
    ]);
    expect(studies.map(({ statements }) => statements.length)).toEqual([1, 1]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
  });

  test("from standard input too", async () => {
    const { runWith } = await desk();
    const { out } = await runWith({ stdin: gzipSync(XML) }, "extract", "-");
    expect(read(out).map(({ source }) => source.path)).toEqual(["-#1", "-#2"]);
  });

  test("cut off, gives what came before and says where it ends", async () => {
    const { put, run } = await desk();
    await put({ "a.xml": XML.slice(0, -80), "b.xml.gz": gzipSync(XML).subarray(0, -20), "c.txt": "x" });
    const { code, out, err } = await run("extract", "a.xml", "b.xml.gz", "c.txt");
    expect(read(out).map(({ source }) => source.path)).toContain("c.txt");
    expect(err).toMatch(/^outcome-lens: a\.xml:4: unclosed tag: /m);
    expect(err).toMatch(/^outcome-lens: b\.xml\.gz: the compressed file is cut off$/m);
    expect(code).toBe(2);
  });

  test("a PDF is read through pdftotext, or it is said that there is none", async () => {
    const { put, run, runWith } = await desk();
    await put({ "a.pdf": pdf("Falls occurred in 30 of 120 patients.") });
    const { code, out, err } = await run("extract", "a.pdf");
    if (spawnSync("pdftotext", ["-v"]).error === undefined) {
      expect(read(out)[0]?.statements).toMatchObject([{ n: 30, N: 120 }]);
    } else {
      expect(err).toContain("a.pdf: is a PDF, which is read through pdftotext; none is installed");
      expect(code).toBe(2);
    }
    expect((await runWith({ stdin: pdf("x") }, "extract", "-")).err).toContain("name the file instead");
  });
});

describe("import", () => {
  test("writes a text a study, which is read as the record was", async () => {
    const { folder, put, run } = await desk();
    await put({ "a.xml": XML, "b.nbib": NBIB, "plain.txt": "A note." });
    const { code, err } = await run("import", "a.xml", "b.nbib", "plain.txt", "--out", "made/in");
    expect(err).toBe(
      "outcome-lens: b.nbib#1: has the PMID 1 of a.xml#1, not written again\noutcome-lens: plain.txt: has no title\noutcome-lens: made/in: 4 texts written, 1 twice, 1 without a title\n",
    );
    expect(code).toBe(1);
    expect((await readdir(join(folder, "made/in"))).sort()).toEqual(["1.txt", "2.txt", "3.txt", "plain.txt"]);
    expect(await readFile(join(folder, "made/in/3.txt"), "utf8")).toBe(
      '---\ntitle: "The third"\npmid: 3\n---\n\nThe third\n\n## Abstract\n\nRESULTS: Falls occurred in 30 of 120 patients (25.0%).\n',
    );
    const [direct] = read((await run("extract", "a.xml")).out);
    const [imported] = read((await run("extract", "made/in/1.txt")).out);
    // Only the file knows the record's version.
    const said = (one: Extraction | undefined) => ({ ...one, source: one?.source.sha256 });
    expect(said(imported)).toEqual(said(direct));
  });

  test("run again, writes nothing; what somebody changed is kept", async () => {
    const { folder, put, run } = await desk();
    await put({ "a.xml": XML });
    await run("import", "a.xml", "--out", "made");
    expect(await run("import", "a.xml", "--out", "made")).toMatchObject({
      code: 0,
      err: "outcome-lens: made: 0 texts written, 2 unchanged\n",
    });
    await put({ "made/2.txt": "mine" });
    const again = await run("import", "a.xml", "--out", "made");
    expect(again.err).toContain("made/2.txt: is there and holds something else, kept");
    expect(again.code).toBe(2);
    expect(await readFile(join(folder, "made/2.txt"), "utf8")).toBe("mine");
    expect((await run("import", "a.xml", "--out", "made", "--overwrite")).code).toBe(0);
    expect(await readFile(join(folder, "made/2.txt"), "utf8")).toContain("Study 2");
  });

  test("a folder is searched for reference files, and records without ids are named after their file", async () => {
    const { folder, put, run } = await desk();
    await put({
      "in/my list.csv": 'title,abstract\n"A, b",c\n"A, c",d\n',
      "in/x.bib": "@misc{k, title={T}, doi={10.1000/a(b)}}",
    });
    expect((await run("import", "in", "--out", "made")).code).toBe(0);
    expect((await readdir(join(folder, "made"))).sort()).toEqual([
      "10.1000_a_b_.txt",
      "my_list-1.txt",
      "my_list-2.txt",
    ]);
  });
});

/** The smallest PDF with a line of text. */
function pdf(line: string): string {
  const stream = `BT /F1 12 Tf 72 720 Td (${line}) Tj ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  let text = "%PDF-1.4\n";
  const places = objects.map((object, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = places.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  return `${text}xref\n0 6\n0000000000 65535 f \n${table}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
}
