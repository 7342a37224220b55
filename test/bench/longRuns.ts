/** A file as large as PubMed's own through the command line: memory, throughput beside plain text, and what a second worker brings. */
import { createWriteStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { pubmedXml } from "./pubmedXml.js";
import { use, type Used } from "./use.js";

/** Records of the comparison with plain text; as many again would say the same. */
const COMPARED = 3_000;

/** @param cli the built command line */
export async function longRuns(cli: string, records: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "outcome-lens-long-"));
  try {
    const few = Math.min(COMPARED, records);
    await make(join(folder, "all.xml.gz"), records);
    await make(join(folder, "few.xml.gz"), few);
    const half = Math.ceil(records / 2);
    await make(join(folder, "first.xml.gz"), half);
    await make(join(folder, "second.xml.gz"), records - half, half);
    const lens = (...args: readonly string[]): Promise<Used> => use(cli, folder, args);

    await lens("import", "few.xml.gz", "--out", "texts");
    const text = await lens("extract", "texts", "--out", "texts.ndjson");
    const xml = await lens("extract", "few.xml.gz", "--out", "few.ndjson");
    console.log(`${String(few)} records, processor time of one worker:`);
    console.log(`  as texts ${text.processor.toFixed(1)} s, as XML.gz ${xml.processor.toFixed(1)} s`);
    print("throughput of XML against text", (100 * text.processor) / xml.processor, "%", "≥ 80");

    const load = loadavg()[0] ?? 0;
    console.log(
      `\n${String(records)} records, by the clock, ${String(cpus().length)} cores, load ${load.toFixed(1)}:`,
    );
    // Every worker must get warm first, so that a small file shows less than a large one.
    const two = await lens("extract", "all.xml.gz", "--jobs", "2", "--out", "two.ndjson");
    const one = await lens("extract", "all.xml.gz", "--jobs", "1", "--out", "one.ndjson");
    console.log(`  one worker ${one.seconds.toFixed(1)} s, two ${two.seconds.toFixed(1)} s`);
    console.log(`  processor time ${one.processor.toFixed(1)} s and ${two.processor.toFixed(1)} s`);
    const halves = await Promise.all([
      lens("extract", "first.xml.gz", "--out", "first.ndjson"),
      lens("extract", "second.xml.gz", "--out", "second.ndjson"),
    ]);
    const apart = Math.max(...halves.map(({ seconds }) => seconds));
    print("one process / two of them, each on a half", one.seconds / apart, "", "what the machine can");
    print("one worker / two workers", one.seconds / two.seconds, "", "≥ 1.8 on two idle cores");

    const bytes = (await stat(join(folder, "all.xml.gz"))).size;
    console.log(`\n${String(records)} records, ${(bytes / 1e6).toFixed(1)} MB compressed, peak memory:`);
    const commands: readonly (readonly string[])[] = [
      ["extract", "all.xml.gz", "--jobs", "2", "--out", "all.ndjson"],
      ["export", "all.xml.gz", "--out", "all.csv"],
      ["export", "all.xml.gz", "--out", "all.parquet"],
    ];
    for (const args of commands) print(args.join(" "), (await lens(...args)).memory, "MB", "< 300");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function print(what: string, value: number, unit: string, bar: string): void {
  console.log(`  ${what.padEnd(60)} ${value.toFixed(2)} ${unit} [${bar}]`);
}

function make(path: string, records: number, from = 0): Promise<void> {
  return pipeline(Readable.from(pubmedXml(from, records)), createGzip(), createWriteStream(path));
}
