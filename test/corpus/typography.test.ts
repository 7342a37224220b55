/** The same words in another typography are the same results: each example, set anew in every way below, reads as before. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { analyse } from "../../server/src/analyse.js";
import type { Statement } from "../../server/src/extraction.js";

const EXAMPLES = join(import.meta.dirname, "../../examples");

/** A paragraph's lines, broken at `width` characters. */
function wrapped(text: string, width: number): string {
  const line = (paragraph: string): string => {
    let column = 0;
    return paragraph.replace(/(\S+)( ?)/g, (word: string) => {
      const breaks = column > 0 && column + word.trimEnd().length > width;
      column = (breaks ? 0 : column) + word.length;
      return breaks ? `\n${word}` : word;
    });
  };
  // blanks before a break stay at the line's end, as they do in real exports
  return text.split("\n").map(line).join("\n");
}

const RESULT = /(?<!9[05])(\d)\s?%(?! ?(?:CI|confidence))/g;

const SETTINGS: Readonly<Record<string, (text: string) => string>> = {
  "lines of 80 characters": (text) => wrapped(text, 80),
  "lines of 72 characters": (text) => wrapped(text, 72),
  "a column of 45 characters": (text) => wrapped(text, 45),
  "numbered lines": (text) =>
    wrapped(text, 70)
      .split("\n")
      .map((line, i) => `${String(i + 1).padStart(4)}  ${line}`)
      .join("\n"),
  "words broken at line ends": (text) =>
    wrapped(text, 64).replace(/ ([a-z]{3,})([aeiou][a-z]{3,}),?(?=\n)/g, " $1-\n$2"),
  "small letters": (text) => text.toLowerCase(),
  "line ends of Windows": (text) => text.replace(/\n/g, "\r\n"),
  "one line a sentence": (text) => text.replace(/([a-z)%])\. (?=[A-Z])/g, "$1.\n"),
  "dashes between bounds": (text) => text.replace(/(\d)-(\d)/g, "$1–$2"),
  "typeset hyphens": (text) => text.replace(/-/g, "‐"),
  "middle dots": (text) => text.replace(/(\d)\.(\d)/g, "$1·$2"),
  "percent in words": (text) => text.replace(RESULT, "$1 percent"),
  "per cent": (text) => text.replace(RESULT, "$1 per cent"),
  "a space before the sign": (text) => text.replace(RESULT, "$1 %"),
  "versus in full": (text) => text.replace(/\bvs\.? /g, "versus "),
  "v for versus": (text) => text.replace(/\b(?:vs\.?|versus) /g, "v "),
  "p without its zero": (text) => text.replace(/\b[Pp] ?([=<]) ?0\./g, "P $1 ."),
  "p in italics of Markdown": (text) => text.replace(/\b[Pp] ?(?=[=<])/g, "*P* "),
  "p in italics of HTML": (text) => text.replace(/\b[Pp] ?(?=[=<])/g, "<i>P</i> "),
  entities: (text) => text.replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/±/g, "&plusmn;"),
  "numbered entities": (text) => text.replace(/[–±≤≥]/g, (sign) => `&#${String(sign.charCodeAt(0))};`),
  "no-break spaces": (text) => text.replace(/ (?=[\d=<])/g, "\u00a0"),
  "intervals in square brackets": (text) => text.replace(/\(95% CI[,:]? ([^()]*)\)/g, "[95% CI $1]"),
  "a slash between bounds": (text) => text.replace(/(CI[,:]? \d+\.\d+)(?:-|–| to )(\d)/g, "$1/$2"),
  "an ellipsis between bounds": (text) => text.replace(/(CI[,:]? \d+\.\d+)(?:-|–| to )(\d)/g, "$1…$2"),
  "full-width signs": (text) => text.replace(/\(/g, "（").replace(/\)/g, "）").replace(/%/g, "％"),
};

/** Ids are of the printed words. */
const PRINTED = new Set("id statementId compares range ranges quote literal explain code section".split(" "));

/** What was read, without where and how it was printed. */
const drawn = (s: Statement): string =>
  JSON.stringify(s, (key: string, value: unknown) => {
    if (PRINTED.has(key)) return undefined;
    return typeof value === "string" ? plain(value).toLowerCase() : value;
  });

const plain = (words: string): string =>
  words
    .replace(/[‐–]/g, "-")
    .replace(/·/g, ".")
    .replace(/\s?(?:％|%|percent|per cent)/g, "%")
    .replace(/（/g, "(")
    .replace(/）/g, ")")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/\bv(?:s\.?|ersus)?(?= )/g, "vs")
    .replace(/\s+/g, " ");

const read = (text: string): string[] => analyse(text).statements.map(drawn);

const documents = readdirSync(EXAMPLES)
  .filter((file) => /\.(?:txt|abstract)$/.test(file))
  .sort();

describe.each(Object.entries(SETTINGS))("%s", (_, set) => {
  it.each(documents)("%s", (file) => {
    const text = readFileSync(join(EXAMPLES, file), "utf8");
    expect(read(set(text))).toEqual(read(text));
  });
});
