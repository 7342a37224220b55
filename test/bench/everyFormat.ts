/** Files through the whole way, written in every format: what comes out, how long it takes, how much memory. */
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { tmpdir } from "node:os";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { Unzip, UnzipInflate } from "fflate";
import { asyncBufferFromFile, parquetMetadataAsync } from "hyparquet";
import { FORMATS, type FormatId } from "../../server/src/export/formats.js";
import { JATS, nbib, pubmedXml } from "./pubmedXml.js";
import { use } from "./use.js";

/** What stands once for each row of a format, and in which file of a folder. */
const ROWS: Readonly<Record<Exclude<FormatId, "xlsx" | "parquet">, readonly [sign: string, file?: string]>> =
  {
    csv: ["\n"],
    tsv: ["\n"],
    json: ['"decision": '],
    markdown: ["\n| "],
    html: ['<th scope="row">'],
    metafor: ["\n", "estimates.csv"],
    giv: ["\n", "data-rows.csv"],
    stata: ["\n", "estimates.csv"],
    fhir: ['"resourceType": "Evidence"'],
    webannotation: ['"type": "Annotation"'],
    brat: ["\n", ".ann"],
    bioc: ['"locations": ['],
  };

/**
 * Prints a line for each format. The command line writes each by itself, from reading to the end, so that no format pays for another one.
 *
 * @param cli the built command line
 * @param records so many in a file of PubMed's XML that is made here, beside 200 in an .nbib and a paper
 * @param files more of them, as a user names them
 * @param formats the ones to write; all, where none is named
 */
export async function everyFormat(
  cli: string,
  records: number,
  files: readonly string[],
  formats: readonly string[],
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "outcome-lens-formats-"));
  try {
    const made = await inputs(folder, records);
    const named = files.map((file) => resolve(file));
    console.log(`${records + 200} records, a paper and ${named.length} more:`);
    console.log(row("format", "rows", "MB", "seconds", "peak MB"));
    for (const { id } of FORMATS) {
      if (formats.length > 0 && !formats.includes(id)) continue;
      const out = join(folder, id);
      const args = ["export", ...named, ...made, "--no-protocol", "--format", id, "--out", out];
      const { processor, memory } = await use(cli, folder, args);
      const { rows, bytes } = await counted(id, out);
      console.log(row(id, String(rows), (bytes / 1e6).toFixed(1), processor.toFixed(0), memory.toFixed(0)));
      await rm(out, { recursive: true });
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function inputs(folder: string, records: number): Promise<string[]> {
  await pipeline(
    Readable.from(pubmedXml(0, records)),
    createGzip(),
    createWriteStream(join(folder, "pubmed.xml.gz")),
  );
  await writeFile(join(folder, "search.nbib"), nbib(records, 200));
  await writeFile(join(folder, "paper.xml"), JATS);
  return ["pubmed.xml.gz", "search.nbib", "paper.xml"].map((name) => join(folder, name));
}

const row = (format: string, ...cells: readonly string[]): string =>
  `  ${format.padEnd(14)}${cells.map((cell) => cell.padStart(10)).join("")}`;

async function counted(id: FormatId, out: string): Promise<{ rows: number; bytes: number }> {
  const names = (await stat(out)).isDirectory()
    ? (await readdir(out, { recursive: true })).map((name) => join(out, name))
    : [out];
  let bytes = 0;
  let rows = 0;
  for (const name of names) {
    const stats = await stat(name);
    if (!stats.isFile()) continue;
    bytes += stats.size;
    if (id === "parquet")
      rows += Number((await parquetMetadataAsync(await asyncBufferFromFile(name))).num_rows);
    else if (id === "xlsx") rows += await rowsOfWorkbook(name);
    else {
      const [sign, file = ""] = ROWS[id];
      if (name.endsWith(file)) rows += await times(sign, name);
    }
  }
  return { rows, bytes };
}

async function times(sign: string, file: string): Promise<number> {
  let count = 0;
  let end = "";
  for await (const chunk of createReadStream(file, "utf8") as AsyncIterable<string>) {
    const text = end + chunk;
    count += text.split(sign).length - 1;
    end = sign.length === 1 ? "" : text.slice(1 - sign.length);
  }
  return count;
}

/** Of the second sheet, the results, without its header. */
async function rowsOfWorkbook(file: string): Promise<number> {
  let rows = -1;
  let end = "";
  const unzip = new Unzip((entry) => {
    if (entry.name !== "xl/worksheets/sheet2.xml") return;
    entry.ondata = (error, chunk) => {
      if (error) throw error;
      const text = end + Buffer.from(chunk).toString("latin1");
      rows += text.split("<row ").length - 1;
      end = text.slice(-4);
    };
    entry.start();
  });
  unzip.register(UnzipInflate);
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) unzip.push(chunk);
  unzip.push(new Uint8Array(0), true);
  return rows;
}
