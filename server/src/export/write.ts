/** Every writer. Loaded when a format is first asked for: a bundle of its own, `dist/export.js`. */
import type { Review } from "../review/review.js";
import { toCsv } from "./csv.js";
import type { Exported, WriteOptions } from "./exportAs.js";
import type { FormatId } from "./formats.js";
import { toBioc } from "./formats/bioc.js";
import { toBrat } from "./formats/brat.js";
import { toFhir } from "./formats/fhir.js";
import { toGiv } from "./formats/giv.js";
import { toHtml } from "./formats/html.js";
import { toMarkdown } from "./formats/markdown.js";
import { toMetafor } from "./formats/metafor.js";
import { toParquet } from "./formats/parquet.js";
import { toStata } from "./formats/stata.js";
import { toWebAnnotations } from "./formats/webAnnotation.js";
import { toXlsx } from "./formats/xlsx.js";
import { rowsOf, toRows } from "./rows.js";

export { CorpusTable } from "./corpusTable.js";

/** A review that fits its schema in one of the formats but JSON, which is the schema's own. */
export function writeFormat(
  format: Exclude<FormatId, "json">,
  review: Review,
  options: WriteOptions = {},
): Exported[] {
  const { texts = new Map<string, string>() } = options;
  switch (format) {
    case "csv":
      return one("review.csv", toCsv(toRows(review), options));
    case "tsv":
      return one("review.tsv", toCsv(toRows(review), { ...options, separator: "\t" }));
    case "xlsx":
      return one("review.xlsx", toXlsx(review));
    case "parquet":
      return one("review.parquet", joined([...toParquet(rowsOf(review.studies))]));
    case "metafor":
      return toMetafor(review);
    case "giv":
      return toGiv(review);
    case "stata":
      return toStata(review);
    case "fhir":
      return one("review.fhir.json", toFhir(review));
    case "webannotation":
      return one("review.jsonld", toWebAnnotations(review, texts));
    case "brat":
      return toBrat(review, texts);
    case "bioc":
      return one("review.bioc.json", toBioc(review, texts));
    case "markdown":
      return one("review.md", toMarkdown(review));
    case "html":
      return one("review.html", toHtml(review));
  }
}

function one(name: string, content: string | Uint8Array): Exported[] {
  return [{ name, content }];
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
