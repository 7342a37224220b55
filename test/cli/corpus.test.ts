/**
 * Documents of the shared corpus, where it is: nothing throws, and every range names the text it says.
 * Every fifth abstract and all full texts; all abstracts with CORPUS=all in the environment.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { analyse } from "../../server/src/analyse.js";
import { toExtraction } from "../../server/src/export/extraction.js";
import { extraction, type Extraction, type Range } from "../../server/src/extraction.js";

const CORPUS = "../shared/corpus";
const ABSTRACTS = join(CORPUS, "abstracts.ndjson");
const STEP = process.env["CORPUS"] === "all" ? 1 : 5;
const FULL_TEXTS = join(CORPUS, "fulltext");

interface Text {
  readonly path: string;
  readonly text: string;
}

function abstracts(): Text[] {
  const lines = readFileSync(ABSTRACTS, "utf8").split("\n").filter(Boolean);
  const taken = lines.filter((_, i) => i % STEP === 0);
  return taken.map((line) => {
    const { id, title, text } = JSON.parse(line) as { id: string; title: string; text: string };
    return { path: id, text: `${title}\n${text}` };
  });
}

function fullTexts(): Text[] {
  return readdirSync(FULL_TEXTS).map((path) => ({
    path,
    text: readFileSync(join(FULL_TEXTS, path), "utf8"),
  }));
}

/** All ranges of an extraction, wherever they stand in it. */
function* ranges(value: unknown): Iterable<Range> {
  if (typeof value !== "object" || value === null) return;
  if ("start" in value && "end" in value) yield value as Range;
  for (const child of Object.values(value)) yield* ranges(child);
}

/** What is wrong with a document's extraction, in a line each. */
function complaints({ path, text }: Text): string[] {
  let made: Extraction;
  try {
    made = toExtraction(analyse(text), { path, sha256: "0".repeat(64) }, "test");
  } catch (error) {
    return [`${path}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`];
  }
  const found = (extraction.safeParse(made).error?.issues ?? []).map(
    (issue) => `${issue.path.join(".")}: ${issue.code}`,
  );
  for (const { start, end } of ranges(made)) {
    if (start > end || end > text.length) found.push(`range ${start}-${end} of ${text.length}`);
  }
  for (const { id, range, quote, literal, ranges: places } of made.statements) {
    if (text.slice(range.start, range.end) !== quote) found.push(`${id}: quote at ${range.start}`);
    for (const [field, printed] of Object.entries(literal)) {
      const place = places[field];
      if (place === undefined) continue;
      const there = text.slice(place.start, place.end);
      if (there !== printed)
        found.push(`${id}: ${field} is ${JSON.stringify(printed)}, not ${JSON.stringify(there)}`);
    }
  }
  const ids = made.statements.map(({ id }) => id);
  if (new Set(ids).size < ids.length) found.push("two statements have the same id");
  const starts = made.statements.map(({ range }) => range.start);
  if (starts.some((start, i) => start < (starts[i - 1] ?? 0))) found.push("statements out of order");
  return found.map((what) => `${path}: ${what}`);
}

describe.runIf(existsSync(CORPUS))("the corpus", { timeout: 120_000 }, () => {
  test.each([
    { name: "abstracts", texts: abstracts },
    { name: "full texts", texts: fullTexts },
  ])("of $name is read with every range exact", ({ texts }) => {
    const found = texts().flatMap(complaints);
    expect(found.slice(0, 20)).toEqual([]);
  });
});
