/**
 * The scores on the shared labelled documents, where they are: floors a little under what was reached, so that no later change loses
 * them unseen. The shared scorer computes them from the extractions, in a process of its own.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { analyse } from "../../server/src/analyse.js";
import { toExtraction } from "../../server/src/export/extraction.js";
import type { Extraction } from "../../server/src/extraction.js";

const SHARED = join(import.meta.dirname, "../../../shared");

/** One line of the scorer's table, in percent. */
interface Score {
  readonly f1: number;
  readonly fullF1: number;
  readonly outcome: number;
  readonly group: number;
}

/** The least that a line of the table must reach; what it does not name is not asked for. */
type Floors = Readonly<Record<string, Partial<Score>>>;

interface Set {
  readonly labels: string;
  readonly documents: string;
  readonly floors: Floors;
  /** Numbers that belong to no statement and were not understood, in percent of all. */
  readonly unread: number;
}

const SETS: Readonly<Record<string, Set>> = {
  dev: {
    labels: "gold/dev.jsonl",
    documents: "gold/dev",
    floors: {
      all: { f1: 96.5, fullF1: 95, outcome: 83, group: 76 },
      effect: { f1: 96, fullF1: 93 },
      median: { f1: 98, fullF1: 98 },
      mean: { f1: 96, fullF1: 94.5 },
      landmark: { f1: 92, fullF1: 92 },
      proportion: { f1: 95.5, fullF1: 92 },
      "group-size": { f1: 94.5 },
      "p-value": { f1: 99, fullF1: 98.5 },
    },
    unread: 3,
  },
  seeds: {
    labels: "gold/seeds.jsonl",
    documents: "seeds",
    floors: { all: { f1: 98.5, fullF1: 97.5, outcome: 91, group: 80 } },
    unread: 3,
  },
};

const extractionsOf = (folder: string): Extraction[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .map((name) => {
      const analysis = analyse(readFileSync(join(folder, name), "utf8"));
      return toExtraction(analysis, { path: name, sha256: "0".repeat(64) }, "test");
    });

describe.runIf(existsSync(join(SHARED, "gold/score.mjs"))).each(Object.entries(SETS))("%s", (name, set) => {
  let folder = "";
  let extractions: readonly Extraction[] = [];
  let scores: Readonly<Record<string, Score>> = {};

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "outcome-lens-scores-"));
    extractions = extractionsOf(join(SHARED, set.documents));
    const out = join(folder, `${name}.ndjson`);
    writeFileSync(out, extractions.map((one) => `${JSON.stringify(one)}\n`).join(""));
    const scorer = [join(SHARED, "gold/score.mjs"), join(SHARED, set.labels), out, "--json"];
    scores = JSON.parse(execFileSync(process.execPath, scorer, { encoding: "utf8" })) as typeof scores;
  }, 60_000);

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(Object.entries(set.floors))("%s reaches its floors", (kind, floors) => {
    const reached = scores[kind];
    for (const [figure, floor] of Object.entries(floors))
      expect(reached?.[figure as keyof Score], `${kind} ${figure}`).toBeGreaterThanOrEqual(floor);
  });

  it("leaves few numbers unread", () => {
    const sum = (of: (one: Extraction) => number): number => extractions.reduce((n, one) => n + of(one), 0);
    const unread = sum(({ coverage }) => coverage.unread.length);
    expect((100 * unread) / sum(({ coverage }) => coverage.numbers)).toBeLessThanOrEqual(set.unread);
  });
});
