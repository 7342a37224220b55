/** How fast the core reads and checks, printed as a table: `npm run bench`. */
import { analyse, type Analysis } from "../../server/src/analyse.js";
import { compileLess } from "../../server/src/host/engine.js";
import { read } from "../../server/src/recognise/read.js";
import { sections } from "../../server/src/text/sections.js";
import { paperOf, PATHOLOGICAL, readCorpus, type Corpus } from "./corpus.js";

export interface BenchOptions {
  readonly root: string;
  /** Fewer passes and shorter texts: a look, not a measurement. */
  readonly quick: boolean;
  /** The folder of texts to read, where it is not ../shared/corpus beside the checkout. */
  readonly folder?: string | undefined;
}

const MB = 1e6;

/** The value below which the share `q` of the numbers lies. */
function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(q * sorted.length) - 1)] ?? Number.NaN;
}

/** Time by the clock: what a person at the editor waits. */
function milliseconds(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Processor time: the same on a busy machine as on an idle one, or nearly so. */
function processorMilliseconds(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** Kept so that no measured work can be thought useless. */
let sink = 0;

function bareScan(text: string): void {
  let sum = 0;
  for (let at = 0; at < text.length; at += 1) sum = (sum + text.charCodeAt(at)) | 0;
  sink ^= sum;
}

const row = (...cells: readonly string[]): void => {
  console.log(cells.map((cell, index) => (index === 0 ? cell.padEnd(32) : cell.padStart(14))).join(""));
};

/** Throughput of each stage over the whole corpus; returns milliseconds per MB of reading and checking. */
function throughput(corpus: Corpus, passes: number): number {
  const size = corpus.documents.reduce((sum, text) => sum + text.length, 0) / MB;
  const stages: readonly (readonly [string, (text: string) => void])[] = [
    ["bare scan of the characters", bareScan],
    ["sections only", (text) => void (sink ^= sections(text).length)],
    ["reading", (text) => void (sink ^= read(text, {}).statements.length)],
    ["reading and checking", (text) => void (sink ^= analyse(text).findings.length)],
  ];
  console.log(
    `\nThroughput: ${corpus.name}, ${String(corpus.documents.length)} documents, ${size.toFixed(1)} million characters, ${String(passes)} passes after a warm-up, processor time`,
  );
  row("", "MB/s median", "MB/s worst", "× bare scan", "bar");
  let bare = 0;
  let last = 0;
  for (const [name, stage] of stages) {
    for (const text of corpus.documents) stage(text);
    const pass = Array.from({ length: passes }, () =>
      processorMilliseconds(() => {
        corpus.documents.forEach(stage);
      }),
    );
    const median = quantile(pass, 0.5);
    if (bare === 0) bare = median;
    const bar = name === "reading" ? "≥ 10, ≤ 12 ×" : "";
    row(
      name,
      ((size / median) * 1000).toFixed(1),
      ((size / Math.max(...pass)) * 1000).toFixed(1),
      (median / bare).toFixed(1),
      bar,
    );
    last = median / size;
  }
  return last;
}

/** A small generator with a fixed seed, so that every run edits the same places (Lehmer 1951). */
function places(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

/** Time from a changed character to new findings, with the analysis before the edit at hand. */
function edits(corpus: Corpus, count: number): void {
  console.log(`\nFrom an edit of one character to new findings, ${String(count)} edits`);
  row("", "median ms", "p99 ms", "worst ms", "bar p99", "CPU median", "CPU p99");
  for (const [size, bar] of [
    [30_000, 5],
    [300_000, 15],
  ] as const) {
    let text = paperOf(corpus, size);
    let analysis: Analysis = analyse(text);
    const next = places(20240229);
    const taken: number[] = [];
    const worked: number[] = [];
    for (let index = 0; index < count + WARM_UP; index += 1) {
      const at = Math.floor(next() * (text.length - 1));
      const typed = "0123456789 aeinrst"[Math.floor(next() * 18)] ?? "0";
      const inserted = text.slice(0, at) + typed + text.slice(at + (index % 2));
      let ms = 0;
      const busy = processorMilliseconds(() => {
        ms = milliseconds(() => (analysis = analyse(inserted, {}, analysis)));
      });
      text = inserted;
      if (index < WARM_UP) continue;
      taken.push(ms);
      worked.push(busy);
    }
    row(
      `${String(size / 1000)} kB paper`,
      quantile(taken, 0.5).toFixed(2),
      quantile(taken, 0.99).toFixed(2),
      Math.max(...taken).toFixed(2),
      `≤ ${String(bar)}`,
      quantile(worked, 0.5).toFixed(2),
      quantile(worked, 0.99).toFixed(2),
    );
  }
}

const WARM_UP = 20;

/** A text that takes this many times longer per MB at a tenth of its size is not tried at full size. */
const HOPELESS = 30;

/** Time per MB of texts made to be slow, against ordinary text. */
function pathological(ordinary: number, size: number): void {
  console.log(
    `\nProcessor time per MB, ordinary text ${ordinary.toFixed(0)} ms; each of ${String(size / MB)} MB`,
  );
  row("", "ms/MB, a tenth", "ms/MB", "× ordinary", "bar");
  for (const { name, text } of PATHOLOGICAL) {
    const small = text(size / 10);
    const tenth =
      processorMilliseconds(() => void (sink ^= analyse(small).findings.length)) / (small.length / MB);
    const ratio = (value: number): string => (value / ordinary).toFixed(1);
    if (tenth > HOPELESS * ordinary) {
      row(name, tenth.toFixed(0), "not tried", `${ratio(tenth)} already`, "≤ 3");
      continue;
    }
    const whole = text(size);
    const full =
      processorMilliseconds(() => void (sink ^= analyse(whole).findings.length)) / (whole.length / MB);
    row(name, tenth.toFixed(0), full.toFixed(0), ratio(full), "≤ 3");
  }
}

/** Runs everything and prints it, compiled as server and command line are. */
export function bench({ root, quick, folder }: BenchOptions): void {
  compileLess();
  const corpus = readCorpus(root, folder);
  const ordinary = throughput(corpus, quick ? 2 : 7);
  edits(corpus, quick ? 50 : 500);
  pathological(ordinary, quick ? MB : 10 * MB);
  if (sink === Number.MAX_VALUE) console.log(sink);
}
