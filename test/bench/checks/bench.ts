/** The operating curve of the rules: `npm run bench:checks`. */
import { writeFileSync } from "node:fs";
import { readCorpus } from "../corpus.js";
import { measure } from "./measure.js";
import { HEADER, rows } from "./print.js";

export function bench({
  root,
  corpus: folder,
  show,
  every,
}: {
  readonly root: string;
  readonly corpus: string | undefined;
  readonly show: string | undefined;
  /** 1 for all documents, 5 for every fifth. */
  readonly every: number;
}): void {
  const corpus = readCorpus(root, folder);
  const curve = measure([...new Set(corpus.documents)].filter((_, i) => i % every === 0));
  for (const row of [HEADER, ...rows(curve)])
    console.log(row.map((cell, i) => (i === 0 ? cell.padEnd(28) : cell.padStart(11))).join(""));
  if (show !== undefined) writeFileSync(show, curve.flagged.map((f) => JSON.stringify(f)).join("\n"));
}
