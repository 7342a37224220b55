/** The review table as R and LibreOffice read it. */
import { parse } from "csv-parse/sync";
import { strFromU8, unzipSync } from "fflate";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { columns, type Cell } from "../../server/src/export/columns.js";
import { toRows } from "../../server/src/export/rows.js";
import { exampleTexts, HARD, reviewOfTexts } from "../unit/export/documents.js";
import { bench, exportInto } from "./programs.js";

const review = reviewOfTexts(new Map([...exampleTexts(), ...HARD]));
const rows = toRows(review).map((row) => columns.map(({ name }) => row[name]));

type Reading = readonly (readonly (string | null)[])[];

/** What a program printed of a cell, as the value it was; line ends in a text are compared as LF. */
function valuesOf(table: Reading, guarded: boolean): Cell[][] {
  return table.map((cells) =>
    columns.map(({ type }, i) => {
      const cell = cells[i] ?? null;
      if (cell === null || cell === "") return null;
      if (type === "boolean") return cell === "TRUE";
      if (type === "number" || (type === "number-or-NR" && cell !== "NR")) return Number(cell);
      const text = guarded && type === "text" ? cell.replace(/^'('*[=+\-@\t\r\n])/, "$1") : cell;
      return text.replaceAll("\r\n", "\n");
    }),
  );
}

const expected = rows.map((cells) =>
  cells.map((cell) => (typeof cell === "string" ? cell.replaceAll("\r\n", "\n") : cell)),
);

/** LibreOffice writes 15 digits of a number: one that is as good as the expected one counts as that. */
function mended(table: readonly (readonly Cell[])[]): Cell[][] {
  return table.map((cells, i) =>
    cells.map((cell, j) => {
      const own = expected[i]?.[j];
      if (typeof cell !== "number" || typeof own !== "number") return cell;
      return Math.abs(cell - own) <= 5e-15 * Math.abs(own) ? own : cell;
    }),
  );
}

/** Reads the table with R and prints every cell as JSON text, numbers with all their digits. */
const READ = String.raw`
args <- commandArgs(trailingOnly = TRUE)
types <- strsplit(args[[3]], ",")[[1]]
read <- if (args[[2]] == "tsv") read.delim else read.csv
d <- read(args[[1]], colClasses = types, na.strings = "", encoding = "UTF-8", fileEncoding = "UTF-8-BOM", check.names = FALSE)
stopifnot(identical(names(d), strsplit(args[[4]], ",")[[1]]))
quote <- function(x) {
  x <- gsub("\\", "\\\\", x, fixed = TRUE)
  x <- gsub("\"", "\\\"", x, fixed = TRUE)
  x <- gsub("\r", "\\r", gsub("\n", "\\n", gsub("\t", "\\t", x, fixed = TRUE), fixed = TRUE), fixed = TRUE)
  ifelse(is.na(x), "null", paste0("\"", x, "\""))
}
cells <- lapply(d, function(x) quote(if (is.numeric(x)) ifelse(is.na(x), NA, sprintf("%.17g", x)) else as.character(x)))
cat("[", paste(do.call(paste, c(cells, sep = ",")), collapse = "],["), "]", sep = "")
`;

const R_TYPES = {
  text: "character",
  code: "character",
  number: "numeric",
  "number-or-NR": "character",
  boolean: "logical",
};

test.each([
  { format: "csv", bom: false },
  { format: "csv", bom: true },
  { format: "tsv", bom: false },
] as const)("R reads the $format (byte-order mark: $bom) to the same values", async ({ format, bom }) => {
  const desk = bench();
  await exportInto(desk, `review.${format}`, format, review, { bom });
  const types = columns.map(({ type }) => R_TYPES[type]).join(",");
  const names = columns.map(({ name }) => name).join(",");
  const printed = desk.rscript(READ, desk.path(`review.${format}`), format, types, names);
  const read = JSON.parse(`[${printed}]`) as Reading;
  expect(valuesOf(read, true)).toEqual(expected);
});

/** "Text - txt - csv (StarCalc)": comma, quote, UTF-8, numbers as they are and not as shown, one file a sheet. */
const TO_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";

test("LibreOffice opens the workbook and saves the same table", async () => {
  const desk = bench();
  await exportInto(desk, "review.xlsx", "xlsx", review);
  desk.run(
    "soffice",
    "--headless",
    "--convert-to",
    TO_CSV,
    "--outdir",
    desk.folder,
    desk.path("review.xlsx"),
  );
  const sheet = (name: string): string[][] =>
    parse(readFileSync(desk.path(`review-${name}.csv`)), { bom: true });
  const [head, ...body] = sheet("Results");
  expect(head).toEqual(columns.map(({ name }) => name));
  expect(mended(valuesOf(body, false))).toEqual(expected);
  expect(sheet("Studies")).toHaveLength(1 + review.studies.length);
  const findings = review.studies.flatMap((study) => study.findings);
  expect(
    sheet("Findings")
      .slice(1)
      .map(([, rule, , message]) => [rule, message]),
  ).toEqual(findings.map(({ rule, message }) => [rule, message]));
  expect(sheet("About").find(([name]) => name === "yi")).toHaveLength(2);
});

test("LibreOffice keeps types and filters of the workbook", async () => {
  const desk = bench();
  await exportInto(desk, "review.xlsx", "xlsx", review);
  const saved = desk.path("saved");
  desk.run("soffice", "--headless", "--convert-to", "xlsx", "--outdir", saved, desk.path("review.xlsx"));
  const files = unzipSync(readFileSync(join(saved, "review.xlsx")));
  const results = strFromU8(files["xl/worksheets/sheet2.xml"] ?? new Uint8Array());
  expect(/<autoFilter [^>]*>/.exec(results)?.[0]).toContain(`A1:AM${1 + rows.length}`);
  for (const type of ["n", "s", "b"]) expect(results.includes(` t="${type}"`), type).toBe(true);
});

test("LibreOffice shows every sheet with its header frozen", async () => {
  const desk = bench();
  await exportInto(desk, "review.xlsx", "xlsx", review);
  const script = new URL("frozen.py", import.meta.url).pathname;
  expect(desk.run("/usr/bin/python3", script, desk.path("review.xlsx")).trim().split("\n")).toEqual([
    "Studies 1 1",
    "Results 1 1",
    "Findings 1 1",
    "About 0 1",
  ]);
});
