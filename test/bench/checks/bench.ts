/** The operating curve of the rules: `npm run bench:checks`. */
import { readCorpus } from "../corpus.js";
import type { Flagged } from "./measure.js";
import { measure } from "./measure.js";
import { HEADER, page, picture, rows } from "./print.js";

export interface BenchOptions {
  readonly root: string;
  /** Where the corpus is; by default beside the checkout. */
  readonly corpus: string | undefined;
  /** 1 for all documents, 5 for every fifth. */
  readonly every: number;
}

export interface BenchResult {
  /** Page and picture for docs/. */
  readonly page: string;
  readonly picture: string;
  /** What is flagged at balanced, to be read by a person; never for docs/. */
  readonly flagged: readonly Flagged[];
}

/** Prints the table. */
export function bench({ root, corpus: folder, every }: BenchOptions): BenchResult {
  const corpus = readCorpus(root, folder);
  const curve = measure([...new Set(corpus.documents)].filter((_, index) => index % every === 0));
  for (const row of [HEADER.map((name) => name.split(" ").slice(-2).join(" ")), ...rows(curve)])
    console.log(row.map((cell, i) => (i === 0 ? cell.padEnd(28) : cell.padStart(15))).join(""));
  const named =
    folder === undefined && !corpus.name.startsWith("..")
      ? "the examples"
      : "published abstracts and papers of many journals";
  return { page: page(curve, named), picture: picture(curve), flagged: curve.flagged };
}
