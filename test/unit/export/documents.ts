/** Reviews of real documents to export: the examples, and a text whose characters are hard for every format. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { analyse } from "../../../server/src/analyse.js";
import { toExtraction } from "../../../server/src/export/extraction.js";
import { toReview } from "../../../server/src/export/toReview.js";
import type { Review } from "../../../server/src/review/review.js";

const EXAMPLES = new URL("../../../examples/", import.meta.url);

/** By path. */
export type Texts = ReadonlyMap<string, string>;

export function exampleTexts(): Texts {
  const names = readdirSync(EXAMPLES).filter(
    (name) => /\.(txt|md|abstract)$/.test(name) && name !== "README.md",
  );
  return new Map(names.map((name) => [name, readFileSync(new URL(name, EXAMPLES), "utf8")]));
}

/** Astral characters before and in statements, CRLF, formulas, markup, quotation marks. */
export const HARD: Texts = new Map([
  [
    "hard/=1+1 𝔘.txt",
    [
      '𝔘nusual <b>characters</b> & "quotes" 😀\r\n\r\n',
      "RESULTS: With lenatib 😀 therapy, overall survival improved (hazard ratio, 0·62;\r\n",
      "95% CI, 0·45 to 0·86; P=.004). Death occurred in 12 of 48 patients (25%) in the lenatib group and ",
      "20 of 50 patients (40%) in the placebo group. @all |x| =1+1\r\n",
    ].join(""),
  ],
  ["hard/empty.txt", "Nothing is reported here.\n"],
]);

export function reviewOfTexts(texts: Texts): Review {
  const extractions = [...texts].map(([path, text]) => {
    const sha256 = createHash("sha256").update(text).digest("hex");
    return toExtraction(analyse(text), { path, sha256 }, "0123456789abcdef");
  });
  return toReview(extractions, { rules: "0123456789abcdef", protocol: null });
}
