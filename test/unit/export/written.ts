/** The writers with their pieces put together. */
import * as csv from "../../../server/src/export/csv.js";
import type { Exported } from "../../../server/src/export/exportAs.js";
import * as bioc from "../../../server/src/export/formats/bioc.js";
import * as brat from "../../../server/src/export/formats/brat.js";
import * as fhir from "../../../server/src/export/formats/fhir.js";
import * as giv from "../../../server/src/export/formats/giv.js";
import * as html from "../../../server/src/export/formats/html.js";
import * as markdown from "../../../server/src/export/formats/markdown.js";
import * as metafor from "../../../server/src/export/formats/metafor.js";
import * as parquet from "../../../server/src/export/formats/parquet.js";
import * as stata from "../../../server/src/export/formats/stata.js";
import * as annotation from "../../../server/src/export/formats/webAnnotation.js";
import * as xlsx from "../../../server/src/export/formats/xlsx.js";
import type { Written } from "../../../server/src/export/source.js";
import * as workbook from "../../../server/src/export/workbook.js";

type Writer<Args extends unknown[], Piece> = (...args: Args) => Iterable<Piece>;

const asText =
  <Args extends unknown[]>(write: Writer<Args, string>) =>
  (...args: Args): string =>
    [...write(...args)].join("");

const asBytes =
  <Args extends unknown[]>(write: Writer<Args, Uint8Array>) =>
  (...args: Args): Uint8Array =>
    Buffer.concat([...write(...args)]);

/** Files of texts. */
const asFiles =
  <Args extends unknown[]>(write: Writer<Args, Written>) =>
  (...args: Args): Exported[] =>
    Array.from(write(...args), ({ name, content }) => ({ name, content: [...content].join("") }));

export const toCsv = asText(csv.toCsv);
export const toBioc = asText(bioc.toBioc);
export const toFhir = asText(fhir.toFhir);
export const toHtml = asText(html.toHtml);
export const toMarkdown = asText(markdown.toMarkdown);
export const toWebAnnotations = asText(annotation.toWebAnnotations);
export const toParquet = asBytes(parquet.toParquet);
export const toXlsx = asBytes(xlsx.toXlsx);
export const writeWorkbook = asBytes(workbook.writeWorkbook);
export const toBrat = asFiles(brat.toBrat);
export const toGiv = asFiles(giv.toGiv);
export const toMetafor = asFiles(metafor.toMetafor);
export const toStata = asFiles(stata.toStata);
