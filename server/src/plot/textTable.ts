/** A plot as lines of text, for terminals. */
import type { LeftOut, PlotData } from "./request.js";

/** Studies, summaries, heterogeneity, leave-one-out, warnings and what was left out; ends with a line end. */
export function textTable(data: PlotData): string {
  const pooled = data.summaries.length > 0;
  const head = ["Study", "Groups", `${data.short} [95 % CI]`, ...(pooled ? ["common", "random"] : [])];
  const studies = data.rows.map(({ study, contrast, text, weights }) => [
    study,
    contrast,
    text,
    ...(weights === null ? [] : [`${weights.common.toFixed(1)} %`, `${weights.random.toFixed(1)} %`]),
  ]);
  const summaries = data.summaries.map(({ name, text, p }) => [name, "", text, p]);
  const prediction = data.prediction === null ? [] : [["Prediction interval", "", data.prediction.text]];
  const left = data.leaveOneOut.map(({ without, random, heterogeneity }) => [
    `without ${without}`,
    "",
    random,
    heterogeneity,
  ]);
  return [
    data.title,
    "",
    ...aligned([head, ...studies, ...summaries, ...prediction]),
    ...paragraph(data.heterogeneity),
    ...(left.length === 0
      ? []
      : ["", "Leave one out (random effects, REML with HKSJ interval)", ...aligned(left)]),
    ...paragraph(...data.warnings.map((warning) => `Warning: ${warning}`)),
    ...paragraph(...data.leftOut.map(leftOutLine)),
    "",
  ].join("\n");
}

function leftOutLine({ reason, places }: LeftOut): string {
  const studies = [...new Set(places.map(({ study }) => study))];
  return `Left out, because ${reason}: ${places.length} (${studies.join(", ")})`;
}

function paragraph(...lines: readonly string[]): string[] {
  const said = lines.filter((line) => line !== "");
  return said.length === 0 ? [] : ["", ...said];
}

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = rows.reduce<number[]>(
    (widest, row) =>
      row.map((cell, i) => Math.max(widest[i] ?? 0, cell.length)).concat(widest.slice(row.length)),
    [],
  );
  return rows.map((row) => `  ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join("  ")}`.trimEnd());
}
