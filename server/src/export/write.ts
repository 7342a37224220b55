/** Every writer. Loaded when a format is first asked for: a bundle of its own, `dist/export.js`. */
import { toCsv } from "./csv.js";
import type { WriteOptions } from "./exportAs.js";
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
import { rowsOf } from "./rows.js";
import type { ReviewSource, Written } from "./source.js";

export { CorpusTable } from "./corpusTable.js";

/** A review that fits its schema in one of the formats but JSON, which is the schema's own. */
export function writeFormat(
  format: Exclude<FormatId, "json">,
  review: ReviewSource,
  options: WriteOptions = {},
): Iterable<Written> {
  const { texts = new Map<string, string>() } = options;
  switch (format) {
    case "csv":
      return one("review.csv", toCsv(rowsOf(review.studies), options));
    case "tsv":
      return one("review.tsv", toCsv(rowsOf(review.studies), { ...options, separator: "\t" }));
    case "xlsx":
      return one("review.xlsx", toXlsx(review));
    case "parquet":
      return one("review.parquet", toParquet(rowsOf(review.studies)));
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

function one(name: string, content: Written["content"]): Written[] {
  return [{ name, content }];
}
