/**
 * The shared snippets: pieces of abstracts, cut off at both ends, in every typography found so far.
 *
 * `snippets.expected.json` says for each, by its number in the file, which results a careful reader finds in it, in the notation of
 * test/unit/recognise/notation.ts: kinds and numbers, none of the text. "a or b" leaves open what the cut has taken away, and "?a" may
 * be read or not, because the cut goes through it. Anything else that is read is a fault as well.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { analyse } from "../../server/src/analyse.js";
import { write } from "../unit/recognise/notation.js";

const FILE = join(import.meta.dirname, "../../../shared/gold/snippets.jsonl");

/** Snippets that are known not to be read as expected, and why. */
const NOT_READ: ReadonlyMap<string, string> = new Map([
  ["16", "the measure's first word is cut in two"],
  ["83", "changes from one group to another, written as a range"],
  ["101", "values before and after, written as a range"],
]);

const expected = JSON.parse(
  readFileSync(join(import.meta.dirname, "snippets.expected.json"), "utf8"),
) as Record<string, readonly string[]>;

/** What is missing from the statements, or read without being there. */
function faults(said: readonly string[], wanted: readonly string[]): string[] {
  const left = [...said];
  const take = (one: string): boolean => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  };
  const missing = wanted.filter((one) => !one.startsWith("?")).filter((one) => !one.split(" or ").some(take));
  wanted.filter((one) => one.startsWith("?")).forEach((one) => take(one.slice(1)));
  return [...missing.map((one) => `missing ${one}`), ...left.map((one) => `extra ${one}`)];
}

describe.runIf(existsSync(FILE))("snippets", () => {
  const lines = existsSync(FILE) ? readFileSync(FILE, "utf8").split("\n").filter(Boolean) : [];
  const snippets = lines.map((line, index): [string, string] => [
    String(index + 1),
    (JSON.parse(line) as { snippet: string }).snippet,
  ]);

  it("has an expectation for each", () => {
    expect(Object.keys(expected)).toEqual(snippets.map(([number]) => number));
  });

  it.each(snippets)("%s", (number, snippet) => {
    const found = faults(analyse(`Results: ${snippet}`).statements.map(write), expected[number] ?? []);
    if (NOT_READ.has(number)) expect(found).not.toEqual([]);
    else expect(found).toEqual([]);
  });
});
