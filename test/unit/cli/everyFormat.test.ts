/** What reviewers have goes in, and comes out in every format: texts, 200 records of PubMed's .nbib, a JATS paper, PubMed XML.gz. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync, strFromU8, unzipSync } from "fflate";
import { parse } from "csv-parse/sync";
import { parquetReadObjects } from "hyparquet";
import { afterAll, beforeAll, expect, test } from "vitest";
import { analyse, studiesOf } from "../../../server/src/analyse.js";
import { Studies } from "../../../server/src/cli/studies.js";
import { exportAs, exportPieces, type Exported } from "../../../server/src/export/exportAs.js";
import { toExtraction } from "../../../server/src/export/extraction.js";
import { FORMATS, type FormatId } from "../../../server/src/export/formats.js";
import { manuscriptLines } from "../../../server/src/export/manuscript.js";
import { readReview } from "../../../server/src/export/reviewFile.js";
import type { ReviewSource } from "../../../server/src/export/source.js";
import { reviewHead } from "../../../server/src/export/toReview.js";
import { readDocuments } from "../../../server/src/host/foreign.js";
import { reviewItems } from "../../../server/src/review/decisions.js";
import type { Review, ReviewStudy } from "../../../server/src/review/review.js";
import { JATS, nbib, pubmedXml } from "../../bench/pubmedXml.js";
import { exampleTexts, HARD } from "../export/documents.js";

const RECORDS = { "search.nbib": 200, "pubmed.xml.gz": 40 };

let folder = "";
const studies = new Studies();
let source: ReviewSource;
let held: Review;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "outcome-lens-formats-"));
  const files: Record<string, string | Uint8Array> = {
    ...Object.fromEntries([...exampleTexts()].map(([name, text]) => [name, text])),
    "hard.txt": [...HARD.values()][0]!,
    "search.nbib": nbib(5_000, RECORDS["search.nbib"]),
    "paper.xml": JATS,
    "pubmed.xml.gz": gzipSync(new TextEncoder().encode([...pubmedXml(0, RECORDS["pubmed.xml.gz"])].join(""))),
  };
  await mkdir(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    await writeFile(join(folder, name), content);
    for await (const document of readDocuments(name, folder)) {
      const analysis = analyse(document.text);
      studies.addText(document.path, document.text);
      const { text, statements, findings } = analysis;
      const decided = { items: reviewItems({ text, statements }, [], () => null), findings, reviewer: null };
      for (const study of studiesOf(analysis))
        studies.add(toExtraction(study, document, "0123456789abcdef"), decided);
    }
  }
  const head = reviewHead({ rules: "0123456789abcdef", protocol: null });
  source = { ...head, studies: studies.taken(undefined).studies };
  held = { ...head, studies: [...source.studies] };
}, 60_000);

afterAll(async () => {
  studies.close();
  await rm(folder, { recursive: true, force: true });
});

const statements = (): ReviewStudy["statements"] => held.studies.flatMap((study) => study.statements);
const textOf = (files: readonly Exported[], name?: string): string => {
  const { content = "" } = files.find((file) => name === undefined || file.name === name) ?? {};
  return typeof content === "string" ? content : Buffer.from(content).toString();
};
const bytesOf = ([file]: readonly Exported[]): Uint8Array => new Uint8Array(file!.content as Uint8Array);
const rowsIn = (csv: string, delimiter = ","): number =>
  (parse(csv, { delimiter, bom: true }) as unknown[]).length - 1;

/** So many results are in the files. */
const COUNTS: Readonly<Record<FormatId, (files: readonly Exported[]) => number | Promise<number>>> = {
  csv: (files) => rowsIn(textOf(files)),
  tsv: (files) => rowsIn(textOf(files), "\t"),
  xlsx: (files) =>
    strFromU8(unzipSync(bytesOf(files))["xl/worksheets/sheet2.xml"]!).split("<row ").length - 2,
  json: (files) => readReview(textOf(files)).value!.studies.flatMap((study) => study.statements).length,
  markdown: (files) => textOf(files).trimEnd().split("\n").length - 4,
  html: (files) => textOf(files).split('<th scope="row">').length - 1,
  metafor: (files) => rowsIn(textOf(files, "estimates.csv")),
  giv: (files) => rowsIn(textOf(files, "data-rows.csv")),
  stata: (files) => rowsIn(textOf(files, "estimates.csv")),
  fhir: (files) => (JSON.parse(textOf(files)) as { entry: unknown[] }).entry.length,
  webannotation: (files) => (JSON.parse(textOf(files)) as { total: number }).total,
  brat: (files) => files.filter(({ name }) => name.endsWith(".ann")).length,
  bioc: (files) =>
    (
      JSON.parse(textOf(files)) as { documents: { passages: { annotations: unknown[] }[] }[] }
    ).documents.flatMap(({ passages }) => passages.flatMap(({ annotations }) => annotations)).length,
  parquet: async (files) => (await parquetReadObjects({ file: bytesOf(files).buffer as ArrayBuffer })).length,
};

/** What a format must have, from the review itself. */
function expected(format: FormatId): number {
  const kinds = (...left: string[]): number =>
    statements().filter(({ statement }) => !left.includes(statement.kind)).length;
  switch (format) {
    case "markdown":
    case "html":
      return [...manuscriptLines(held)].length;
    case "fhir":
      return kinds("group-size", "test");
    case "webannotation":
      return kinds() + held.studies.flatMap(({ findings }) => findings).length;
    case "brat":
      // A text for each document: the records of the .nbib are one.
      return held.studies.length - RECORDS["search.nbib"] + 1;
    default:
      return kinds();
  }
}

test("every record is a study, under a name of its own", () => {
  expect(held.studies.filter(({ document }) => document.path.startsWith("search.nbib#"))).toHaveLength(200);
  expect(held.studies.filter(({ document }) => document.path.startsWith("pubmed.xml.gz#"))).toHaveLength(40);
  expect(held.studies.find(({ study }) => study.pmid === "39990001")?.statements.length).toBeGreaterThan(3);
  expect(new Set(held.studies.map(({ id }) => id)).size).toBe(held.studies.length);
});

test.each(FORMATS)(
  "as $id they come out whole, and the same as from memory",
  { timeout: 60_000 },
  async ({ id }) => {
    const texts = studies.written;
    const pieces = [...(await exportPieces(id, source, { texts }))].map(({ name, content }) => ({
      name,
      content: Buffer.concat(Array.from(content, (piece) => Buffer.from(piece))),
    }));
    const files = await exportAs(id, held, { texts });
    expect(pieces.map(({ name }) => name)).toEqual(files.map(({ name }) => name));
    for (const [i, { content }] of files.entries())
      expect(pieces[i]!.content.equals(Buffer.from(content))).toBe(true);
    const count = await COUNTS[id](files);
    if (["metafor", "giv", "stata"].includes(id)) expect(count).toBeGreaterThan(RECORDS["search.nbib"]);
    else expect(count).toBe(expected(id));
  },
);
