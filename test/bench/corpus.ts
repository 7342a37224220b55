/** The texts that the benchmark reads. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface Corpus {
  readonly name: string;
  readonly documents: readonly string[];
  /** Whole papers, for editing. */
  readonly papers: readonly string[];
}

const texts = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => /\.(?:txt|abstract)$/.test(name))
    .sort()
    .map((name) => readFileSync(join(folder, name), "utf8"));

/** How often the examples are repeated where there is no other corpus. */
const REPEATED = 60;

/** A folder with abstracts.ndjson and fulltext/, by default ../shared/corpus; where that is absent, the examples over and over. */
export function readCorpus(root: string, shared = join(root, "../shared/corpus")): Corpus {
  if (existsSync(shared)) {
    const lines = readFileSync(join(shared, "abstracts.ndjson"), "utf8").trim().split("\n");
    const papers = texts(join(shared, "fulltext"));
    const abstracts = lines.map((line) => (JSON.parse(line) as { text: string }).text);
    return { name: "../shared/corpus", documents: [...abstracts, ...papers], papers };
  }
  const examples = texts(join(root, "examples"));
  const documents = Array.from({ length: REPEATED }, () => examples).flat();
  return { name: `examples, ${String(REPEATED)} times`, documents, papers: [examples.join("\n\n")] };
}

/** A document of about `size` characters made of whole papers. */
export function paperOf(corpus: Corpus, size: number): string {
  let paper = "";
  for (let index = 0; paper.length < size; index = (index + 1) % corpus.papers.length) {
    paper += `${corpus.papers[index] ?? ""}\n\n`;
  }
  return paper.slice(0, size);
}

const times = (words: string, length: number): string =>
  words.repeat(Math.ceil(length / words.length)).slice(0, length);

/** Texts that no one writes and that must not take longer than ordinary ones. */
export const PATHOLOGICAL: readonly { readonly name: string; readonly text: (length: number) => string }[] = [
  { name: '"("', text: (length) => times("(", length) },
  { name: '"1"', text: (length) => times("1", length) },
  { name: '"1 "', text: (length) => times("1 ", length) },
  { name: '"95% CI "', text: (length) => times("95% CI ", length) },
  { name: '"vs "', text: (length) => times("vs ", length) },
  {
    name: "one sentence without an end",
    text: (length) => times("12 (4.5%) vs 9 of 40 patients with placebo and ", length),
  },
  { name: "line ends", text: (length) => times("\n", length) },
  { name: '"Results:"', text: (length) => times("Results:", length) },
];
