/** The operating curve of the rules: `npm run bench:checks`. */
import type { Strictness } from "../../../server/src/options.js";
import { readCorpus } from "../corpus.js";
import { FAMILIES } from "./families.js";
import { measure } from "./measure.js";
import { BY_NUMBER, byNumber, HEADER, page, picture, rows } from "./print.js";
import { SEEDS } from "./seeds.js";

export interface BenchOptions {
  readonly root: string;
  /** Where the corpus is; by default beside the checkout. */
  readonly corpus: string | undefined;
  /** 1 for all documents, 5 for every fifth. */
  readonly every: number;
  /** Only comparisons whose name holds this. */
  readonly only: string;
  /** Only errors of kinds whose name holds this. */
  readonly kind: string;
  /** The strictness of what is shown for reading. */
  readonly at: Strictness;
}

export interface BenchResult {
  /** Page and picture for docs/. */
  readonly page: string;
  readonly picture: string;
  /** What is flagged at balanced, and the detectable errors that are not; to be read by a person, never for docs/. */
  readonly flagged: readonly object[];
  readonly missed: readonly object[];
}

/** Prints the tables. */
export function bench({ root, corpus: folder, every, only, kind, at }: BenchOptions): BenchResult {
  const corpus = readCorpus(root, folder);
  const documents = [...new Set(corpus.documents)].filter((_, index) => index % every === 0);
  const families = FAMILIES.filter(({ name }) => name.includes(only));
  const curve = measure(documents, {
    families,
    kinds: Object.keys(SEEDS).filter((name) => name.includes(kind)),
  });
  const has = ([name = ""]: readonly string[]): boolean => name.includes(only);
  print([HEADER.map(short), ...rows(curve).filter(has)], 15);
  print([BY_NUMBER.map(short), ...byNumber(curve).filter(has)], 13);
  const named =
    folder === undefined && !corpus.name.startsWith("..")
      ? "the examples"
      : "published abstracts and papers of many journals";
  return {
    page: page(curve, named),
    picture: picture(curve),
    flagged: curve.published
      .filter(({ flagged }) => flagged.has(at))
      .map(({ document, family, findings, context }) => ({
        document,
        family,
        finding: findings.get(at),
        context,
      })),
    missed: curve.seeded
      .filter(({ detectable, found }) => detectable && !found.has(at))
      .map(({ fates, ...one }) => ({ ...one, found: [...one.found], fate: fates.get(at) })),
  };
}

const short = (name: string): string => name.split(" ").slice(-2).join(" ").slice(-12);

function print(table: readonly (readonly string[])[], width: number): void {
  for (const row of table)
    console.log(row.map((cell, i) => (i === 0 ? cell.padEnd(28) : cell.padStart(width))).join(""));
}
