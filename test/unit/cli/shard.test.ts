/** Shards: planned, run and merged in one folder, and everything that may not be merged. */
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { parquetReadObjects } from "hyparquet";
import { describe, expect, test } from "vitest";
import { columns } from "../../../server/src/export/columns.js";
import { desk, type Desk, type Ran } from "./testIo.js";

interface Made {
  readonly pmid: number;
  readonly falls: number;
  readonly version?: number;
  /** Of the last revision. */
  readonly day?: string;
}

function xml(records: readonly Made[], withdrawn: readonly number[] = []): Uint8Array {
  const articles = records.map(
    ({ pmid, falls, version = 1, day = "05" }) =>
      `<PubmedArticle><MedlineCitation><PMID Version="${version}">${pmid}</PMID><DateRevised><Year>2022</Year><Month>06</Month><Day>${day}</Day></DateRevised><Article><Journal><JournalIssue><PubDate><Year>2022</Year></PubDate></JournalIssue></Journal><ArticleTitle>Handrails ${pmid}</ArticleTitle><Abstract><AbstractText>Falls occurred in ${falls} of 120 patients.</AbstractText></Abstract><AuthorList><Author><LastName>Okonkwo</LastName><Initials>AB</Initials></Author></AuthorList></Article></MedlineCitation></PubmedArticle>`,
  );
  const gone = withdrawn.map((pmid) => `<PMID Version="1">${pmid}</PMID>`).join("");
  const end = gone === "" ? "" : `<DeleteCitation>${gone}</DeleteCitation>`;
  return gzipSync(`<PubmedArticleSet>${articles.join("")}${end}</PubmedArticleSet>`);
}

type Files = Readonly<Record<string, Uint8Array>>;

const TWO: Files = {
  "in/a.xml.gz": xml([
    { pmid: 11, falls: 30 },
    { pmid: 12, falls: 31 },
  ]),
  "in/b.xml.gz": xml([{ pmid: 13, falls: 32 }]),
};

interface Shards extends Desk {
  readonly merge: (out?: string) => Promise<Ran>;
  readonly file: (name: string) => string;
}

/** Planned with a file a shard, and run. */
async function shards(files: Files = TWO): Promise<Shards> {
  const made = await desk();
  await made.put(files);
  await made.run("shard", "plan", "in", "--files", "1", "--out", "plan.json");
  const count = Object.keys(files).length;
  for (let id = 1; id <= count; id++) {
    expect((await made.run("shard", "run", "plan.json", String(id))).code).toBe(0);
  }
  return {
    ...made,
    merge: (out = "all.ndjson") => made.run("shard", "merge", "plan.json", "--out", out),
    file: (name) => join(made.folder, name),
  };
}

const FIRST = "plan.shards/00001";

/** [PMID, people with the outcome] of each extraction. */
async function merged(path: string): Promise<unknown[]> {
  const bytes = await readFile(path);
  const lines = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8").trimEnd().split("\n");
  return lines.map((line) => {
    const { study, statements } = JSON.parse(line) as {
      study: { pmid: string };
      statements: { n: number }[];
    };
    return [Number(study.pmid), statements[0]?.n];
  });
}

describe("merged shards", () => {
  test("are what one process extracts, to the byte", async () => {
    const { merge, file, run } = await shards();
    expect(await merge()).toMatchObject({ code: 0, err: "outcome-lens: all.ndjson: 3 extractions\n" });
    const { out } = await run("extract", "in/a.xml.gz", "in/b.xml.gz");
    expect(await readFile(file("all.ndjson"), "latin1")).toBe(out);
    await merge("all.ndjson.gz");
    expect(gunzipSync(await readFile(file("all.ndjson.gz"))).toString("latin1")).toBe(out);
  });

  test("as Parquet are a row for each statement, read back by hyparquet", async () => {
    const { merge, file } = await shards();
    expect((await merge("all.parquet")).err).toBe("outcome-lens: all.parquet: 3 extractions\n");
    const bytes = new Uint8Array(await readFile(file("all.parquet"))).buffer;
    const rows = await parquetReadObjects({ file: bytes });
    expect(rows.map(({ study_id: id, n, total, quote }): unknown[] => [id, n, total, quote])).toEqual([
      ["Okonkwo 2022, PMID 11", 30, 120, "30 of 120"],
      ["Okonkwo 2022, PMID 12", 31, 120, "31 of 120"],
      ["Okonkwo 2022, PMID 13", 32, 120, "32 of 120"],
    ]);
    for (const { name } of columns) expect(rows[0]).toHaveProperty(name);
  });

  test("keep of each PMID the newest version, then the last revision, then the later file", async () => {
    const { merge, file } = await shards({
      "in/1.xml.gz": xml([
        { pmid: 1, falls: 1, version: 2 },
        { pmid: 2, falls: 1, day: "07" },
        { pmid: 3, falls: 1 },
        { pmid: 4, falls: 1 },
      ]),
      "in/2.xml.gz": xml([
        { pmid: 1, falls: 2, day: "30" },
        { pmid: 2, falls: 2, day: "06" },
        { pmid: 3, falls: 2 },
        { pmid: 4, falls: 2, day: "09" },
      ]),
    });
    expect((await merge()).err).toContain("4 extractions, 4 older versions left out");
    expect(await merged(file("all.ndjson"))).toEqual([[1, 1], [2, 1], [3, 2], [4, 2]]); // prettier-ignore
  });

  test("leave out what a later update file withdraws, unless it comes back", async () => {
    const { merge, file, run } = await shards({
      "in/1.xml.gz": xml([1, 2, 3].map((pmid) => ({ pmid, falls: 1 }))),
      "in/2.xml.gz": xml([{ pmid: 4, falls: 2 }], [1, 3]),
      "in/3.xml.gz": xml([{ pmid: 3, falls: 3 }]),
    });
    expect((await merge()).err).toContain(
      "3 extractions, 1 older version left out, 1 withdrawn record left out",
    );
    expect(await merged(file("all.ndjson"))).toEqual([[2, 1], [4, 2], [3, 3]]); // prettier-ignore
    expect((await run("extract", "in/2.xml.gz")).err).toContain("2 PMIDs withdrawn by PubMed");
  });
});

describe("a shard", () => {
  test("that is done is not read again; without its receipt it is", async () => {
    const { run, file } = await shards();
    const before = await readFile(file(`${FIRST}.ndjson.gz`));
    await rm(file("in/a.xml.gz"));
    expect((await run("shard", "run", "plan.json", "1")).code).toBe(0);
    await writeFile(file("in/a.xml.gz"), TWO["in/a.xml.gz"]!);
    await rm(file(`${FIRST}.receipt.json`));
    await run("shard", "run", "plan.json", "1");
    expect((await readFile(file(`${FIRST}.ndjson.gz`))).equals(before)).toBe(true);
    expect((await readdir(file("plan.shards"))).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  test("of an input that changed since the plan is refused", async () => {
    const { run, file } = await shards();
    await rm(file(`${FIRST}.receipt.json`));
    await writeFile(file("in/a.xml.gz"), xml([{ pmid: 99, falls: 1 }]));
    const { code, err } = await run("shard", "run", "plan.json", "1");
    expect(err).toBe("outcome-lens: in/a.xml.gz: is not the file that the plan was made of\n");
    expect(code).toBe(2);
  });

  test("that the plan does not have is refused", async () => {
    const { run } = await shards();
    expect((await run("shard", "run", "plan.json", "3")).err).toContain("has no shard 3, only 1 to 2");
  });
});

describe("nothing is merged, and an older output kept,", () => {
  const receipt = `${FIRST}.receipt.json`;
  const edited = async ({ file }: Shards, fields: object): Promise<void> => {
    const read = JSON.parse(await readFile(file(receipt), "utf8")) as object;
    await writeFile(file(receipt), JSON.stringify({ ...read, ...fields }));
  };
  const NOT_DONE = /1 of 2 shards are not done: 1; run them first/;

  test.each<readonly [string, RegExp, (made: Shards) => Promise<void>]>([
    ["a receipt is missing", NOT_DONE, ({ file }) => rm(file(receipt))],
    ["a receipt is no JSON", NOT_DONE, ({ file }) => writeFile(file(receipt), '{"format":"outcome')],
    ["a receipt lacks its counts", NOT_DONE, (made) => edited(made, { extractions: undefined })],
    ["a receipt names another file", NOT_DONE, (made) => edited(made, { file: "../00002.ndjson.gz" })],
    ["a receipt is of another plan", NOT_DONE, (made) => edited(made, { plan: "0".repeat(64) })],
    [
      "a shard has two receipts",
      /shard 1 has two receipts, 00001 \(copy\)\.receipt\.json and 00001\.receipt\.json/,
      async ({ file }) => writeFile(file(`${FIRST} (copy).receipt.json`), await readFile(file(receipt))),
    ],
    [
      "a shard's file was changed",
      NOT_DONE,
      async ({ file }) => writeFile(file(`${FIRST}.ndjson.gz`), gzipSync("{}\n")),
    ],
    [
      "a shard's file is cut off",
      NOT_DONE,
      async ({ file }) => {
        const path = file(`${FIRST}.ndjson.gz`);
        await writeFile(path, (await readFile(path)).subarray(0, -9));
      },
    ],
    [
      "counts do not agree",
      /00001\.ndjson\.gz: holds 2 extractions, its receipt says 3/,
      (made) => edited(made, { extractions: 3 }),
    ],
  ])("where %s", async (_, message, harm) => {
    const made = await shards();
    await made.put({ "all.ndjson": "before\n" });
    await harm(made);
    const { code, err } = await made.merge();
    expect(err).toMatch(message);
    expect(code).toBe(2);
    expect(await readFile(made.file("all.ndjson"), "utf8")).toBe("before\n");
    expect((await readdir(made.folder)).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  test("where its name tells no format", async () => {
    const { merge } = await shards();
    expect((await merge("all.csv")).err).toContain("must end with .parquet, .ndjson or .ndjson.gz");
  });
});
