/** Files through the whole way, read once and written in every format: what comes out, how long it takes, how much memory. */
import { createReadStream, createWriteStream, writeFileSync } from "node:fs";
import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { tmpdir } from "node:os";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { createGzip } from "node:zlib";
import { Unzip, UnzipInflate } from "fflate";
import { asyncBufferFromFile, parquetMetadataAsync } from "hyparquet";
import { analyse, studiesOf } from "../../server/src/analyse.js";
import { Studies } from "../../server/src/cli/studies.js";
import { exportPieces } from "../../server/src/export/exportAs.js";
import { toExtraction } from "../../server/src/export/extraction.js";
import { FORMATS, formatOf, type FormatId } from "../../server/src/export/formats.js";
import { reviewHead } from "../../server/src/export/toReview.js";
import { readDocuments } from "../../server/src/host/foreign.js";
import { writeFolder, writeWhole } from "../../server/src/host/writeFile.js";
import { reviewItems } from "../../server/src/review/decisions.js";
import { JATS, nbib, pubmedXml } from "./pubmedXml.js";

const RULES = "0123456789abcdef";

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
 * Prints a line for each format.
 *
 * @param records so many in a file of PubMed's XML that is made here, beside 200 in an .nbib and a paper
 * @param files more of them, as a user names them
 * @param formats the ones to write; all, where none is named
 */
export async function everyFormat(
  records: number,
  files: readonly string[],
  formats: readonly string[],
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "outcome-lens-formats-"));
  const studies = new Studies();
  try {
    const made = await inputs(folder, records);
    forgetPeak();
    const before = seconds();
    const documents = await read([...files, ...made], studies);
    const { studies: taken, statements } = studies.taken(undefined);
    console.log(
      `${documents} documents, ${taken.length} studies, ${statements} statements, read in ${(seconds() - before).toFixed(0)} s of processor time; peak ${peak()} MB`,
    );
    console.log(row("format", "rows", "MB", "seconds", "peak MB"));
    const review = { ...reviewHead({ rules: RULES, protocol: null }), studies: taken };
    for (const { id } of FORMATS) {
      if (formats.length > 0 && !formats.includes(id)) continue;
      collectGarbage();
      forgetPeak();
      const from = seconds();
      const out = join(folder, id);
      const written = await exportPieces(id, review, { texts: studies.written });
      if (formatOf(id).ending === undefined) await writeFolder(out, written, folder);
      else for (const { content } of written) await writeWhole(out, content, folder);
      const [used, memory] = [seconds() - from, peak()];
      const { rows, bytes } = await counted(id, out);
      console.log(row(id, String(rows), (bytes / 1e6).toFixed(1), used.toFixed(1), String(memory)));
      await rm(out, { recursive: true });
    }
  } finally {
    studies.close();
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

async function read(files: readonly string[], studies: Studies): Promise<number> {
  let documents = 0;
  for (const file of files) {
    for await (const document of readDocuments(basename(file), resolve(dirname(file)))) {
      documents++;
      const analysis = analyse(document.text);
      const { text, statements, findings } = analysis;
      studies.addText(document.path, text);
      const decided = { items: reviewItems({ text, statements }, [], () => null), findings, reviewer: null };
      for (const study of studiesOf(analysis)) studies.add(toExtraction(study, document, RULES), decided);
    }
  }
  return documents;
}

const row = (format: string, ...cells: readonly string[]): string =>
  `  ${format.padEnd(14)}${cells.map((cell) => cell.padStart(10)).join("")}`;

/** User and system, of all threads. */
function seconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** So that no format pays for what another one left. */
function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
}

/** Peak of the resident set since `forgetPeak`, MB; of the whole run where the system keeps no such account. */
function peak(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}

function forgetPeak(): void {
  try {
    // proc(5): 5 resets the peak of the resident set.
    writeFileSync("/proc/self/clear_refs", "5");
  } catch {
    // The peak of the run so far is an upper bound.
  }
}

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
