/** A small Office Open XML workbook (ECMA-376): typed cells, a frozen header, filters. The same sheets give the same bytes. */
import { strToU8, Zip, ZipDeflate } from "fflate";
import type { Cell } from "./columns.js";
import { NotWritable } from "./notWritable.js";

export interface Sheet {
  readonly name: string;
  readonly columns: readonly { readonly name: string; /** In characters. */ readonly width: number }[];
  readonly rows: Iterable<readonly Cell[]>;
  /** Columns that stay in sight when scrolling to the right. */
  readonly frozen?: number;
}

/** What one sheet of Excel can hold. */
export const MAX_ROWS = 1_048_576;
export const MAX_CELL = 32_767;

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** The earliest time that a zip file can name: what a workbook holds is no matter of when it was written. */
const NO_TIME = new Date(1980, 0, 1);

/** @throws NotWritable where a sheet would have more rows than Excel can hold */
export function* writeWorkbook(sheets: readonly Sheet[]): Generator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    ready.push(chunk);
  });
  function* put(name: string, pieces: Iterable<string>): Generator<Uint8Array> {
    const file = new ZipDeflate(name, { level: 6 });
    file.mtime = NO_TIME;
    zip.add(file);
    for (const piece of inBatches(pieces)) {
      file.push(strToU8(piece));
      yield* ready.splice(0);
    }
    file.push(new Uint8Array(), true);
    yield* ready.splice(0);
  }
  const ranges: string[] = [];
  for (const [i, sheet] of sheets.entries()) {
    yield* put(
      `xl/worksheets/sheet${i + 1}.xml`,
      worksheet(sheet, (range) => ranges.push(range)),
    );
  }
  const text = {
    "[Content_Types].xml": contentTypes(sheets),
    "_rels/.rels": relationships([["officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": workbook(sheets, ranges),
    "xl/_rels/workbook.xml.rels": relationships([
      ...sheets.map((_, i) => ["worksheet", `worksheets/sheet${i + 1}.xml`] as const),
      ["styles", "styles.xml"],
    ]),
    "xl/styles.xml": STYLES,
  };
  for (const [name, xml] of Object.entries(text)) yield* put(name, [xml]);
  zip.end();
  yield* ready;
}

/** Pieces as large as compressing them likes. */
function* inBatches(pieces: Iterable<string>): Generator<string> {
  let batch = "";
  for (const piece of pieces) {
    batch += piece;
    if (batch.length < 64 * 1024) continue;
    yield batch;
    batch = "";
  }
  if (batch !== "") yield batch;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

function contentTypes(sheets: readonly Sheet[]): string {
  const part = (name: string, type: string): string =>
    `<Override PartName="/xl/${name}.xml" ContentType="${TYPE}.${type}+xml"/>`;
  const parts = sheets.map((_, i) => part(`worksheets/sheet${i + 1}`, "worksheet"));
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part("workbook", "sheet.main")}${part("styles", "styles")}${parts.join("")}</Types>`;
}

function relationships(targets: readonly (readonly [type: string, target: string])[]): string {
  const entries = targets.map(
    ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${entries.join("")}</Relationships>`;
}

function workbook(sheets: readonly Sheet[], ranges: readonly string[]): string {
  const entries = sheets.map(
    ({ name }, i) => `<sheet name="${escape(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  );
  // Excel keeps each filter a second time, as a hidden name.
  const filters = sheets.map(({ name }, i) => {
    const absolute = (ranges[i] ?? "").replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
    return `<definedName name="_xlnm._FilterDatabase" localSheetId="${i}" hidden="1">${escape(name)}!${absolute}</definedName>`;
  });
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><bookViews><workbookView/></bookViews><sheets>${entries.join("")}</sheets><definedNames>${filters.join("")}</definedNames></workbook>`;
}

/** 0 plain, 1 the header: bold, on grey. */
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE7E6E6"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf xfId="0" fontId="1" fillId="2" applyFont="1" applyFill="1"/></cellXfs></styleSheet>`;

/** @param ended is told which cells the sheet has */
function* worksheet(
  { name, columns, rows, frozen = 0 }: Sheet,
  ended: (range: string) => void,
): Generator<string> {
  const cols = columns.map(
    ({ width }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
  );
  const [split, pane] = frozen > 0 ? [` xSplit="${frozen}"`, "bottomRight"] : ["", "bottomLeft"];
  const view = `<sheetView workbookViewId="0"><pane${split} ySplit="1" topLeftCell="${letters(frozen)}2" activePane="${pane}" state="frozen"/></sheetView>`;
  const head = columns.map((column) => column.name);
  yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews>${view}</sheetViews><cols>${cols.join("")}</cols><sheetData>${row(head, 1, ' s="1"')}`;
  let number = 1;
  for (const cells of rows) {
    if (++number > MAX_ROWS)
      throw new NotWritable(
        `A sheet of Excel holds ${MAX_ROWS} rows, and ${name} has more. Choose CSV or Parquet.`,
      );
    yield row(cells, number);
  }
  const range = `A1:${letters(columns.length - 1)}${number}`;
  ended(range);
  yield `</sheetData><autoFilter ref="${range}"/></worksheet>`;
}

function row(cells: readonly Cell[], number: number, style = ""): string {
  let xml = `<row r="${number}">`;
  for (const [i, cell] of cells.entries()) {
    if (cell !== null && cell !== "") xml += cellXml(cell, `${letters(i)}${number}`, style);
  }
  return `${xml}</row>`;
}

function cellXml(cell: NonNullable<Cell>, at: string, style: string): string {
  if (typeof cell === "number") return `<c r="${at}"${style}><v>${cell}</v></c>`;
  if (typeof cell === "boolean") return `<c r="${at}"${style} t="b"><v>${cell ? 1 : 0}</v></c>`;
  // A string cell is never a formula, so that nothing has to be guarded as in CSV.
  return `<c r="${at}"${style} t="inlineStr"><is><t xml:space="preserve">${text(cell)}</t></is></c>`;
}

/** 0 is A, 25 Z, 26 AA. */
function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}

const ELLIPSIS = "…";

/** Nothing in it that is written in another way; nearly every cell. */
const PLAIN = /^[\t\n !#-%'-;=?-^`-\uD7FF\uE000-\uFFFD]*$/;

/** As the format writes it: what XML cannot hold as _xHHHH_ (ECMA-376 part 1, 22.9.2.19), too long text cut. */
function text(value: string): string {
  if (value.length <= MAX_CELL && PLAIN.test(value)) return value;
  const whole = value.length <= MAX_CELL ? value : value.slice(0, MAX_CELL - 1) + ELLIPSIS;
  const formed = whole.replace(
    /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
    "\uFFFD",
  );
  return escape(
    formed
      .replace(/_x[0-9A-Fa-f]{4}_/g, "_x005F$&")
      .replace(/[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/g, (character) => {
        return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
      }),
  );
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escape(value: string): string {
  return value.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
