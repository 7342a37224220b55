/**
 * A plot as SVG. Colours are VS Code's theme where the page defines its variables and plain ones everywhere else;
 * every rule says the plain colour first, for programs that know no variables.
 */
import { axisOf, type Axis } from "./axis.js";
import { across, drawInterval, drawRow, PLOT } from "./marks.js";
import type { PlotData, PlotRow } from "./request.js";
import { element, escaped, fitted, line, path, text, wrapped } from "./shapes.js";

const WIDTH = 960;
const LEFT = 20;
const ESTIMATES = 660;
const WEIGHTS = [860, 940] as const;
const LETTERS = { study: 38, note: 140 };

const STYLE = [
  rule(".ol-back", "fill", "#ffffff", "editor-background"),
  rule(".ol-text", "fill", "#1f1f1f", "foreground"),
  rule(".ol-muted", "fill", "#595959", "descriptionForeground"),
  rule(".ol-line", "stroke", "#1f1f1f", "foreground"),
  rule(".ol-square", "fill", "#1a5fa8", "charts-blue"),
  rule(".ol-diamond", "fill", "#b5410b", "charts-orange"),
  rule(".ol-predicted", "stroke", "#b5410b", "charts-orange"),
].join("");

function rule(selector: string, property: string, plain: string, variable: string): string {
  return `${selector}{${property}:${plain};${property}:var(--vscode-${variable},${plain})}`;
}

/** A whole SVG document that depends on nothing else: no script, no font, no address. */
export function svgOf(data: PlotData): string {
  const axis = axisOf(data);
  const parts: string[] = [
    text(LEFT, 30, data.title, { "font-size": 17, "font-weight": "bold" }),
    heading(data),
  ];
  let y = 76;
  y = data.kind === "dots" ? drawGroups(data, axis, y, parts) : drawStudies(data, axis, y, parts);
  y = drawSummaries(data, axis, y, parts);
  drawAxis(data, axis, y, parts);
  y = drawNotes(data, y + 62, parts);
  const height = y + 8;
  return `${element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${WIDTH} ${height}`,
      width: WIDTH,
      height,
      role: "img",
      "aria-labelledby": "ol-title ol-description",
      "font-family": "Helvetica, Arial, sans-serif",
      "font-size": 13,
    },
    element("title", { id: "ol-title" }, escaped(data.title)) +
      element("desc", { id: "ol-description" }, escaped(description(data))) +
      element("style", {}, STYLE) +
      element("rect", { class: "ol-back", width: WIDTH, height }) +
      parts.join(""),
  )}\n`;
}

/** The plot in words, for those who do not see it. */
function description(data: PlotData): string {
  const count = data.rows.length;
  const rows = data.rows.map(
    ({ study, contrast, text: figures }) => `${study}${contrast === "" ? "" : `, ${contrast}`}: ${figures}`,
  );
  const summaries = data.summaries.map(
    ({ name, text: figures, p }) => `${name}: ${figures}${p === "" ? "" : `, ${p}`}`,
  );
  const prediction = data.prediction === null ? [] : [`Prediction interval: ${data.prediction.text}`];
  return [
    `${data.measure}, ${count} ${count === 1 ? "row" : "rows"}.`,
    ...[...rows, ...summaries, ...prediction].map((part) => `${part}.`),
    data.heterogeneity,
  ]
    .join(" ")
    .trim();
}

function heading(data: PlotData): string {
  const bold = { "font-weight": "bold" };
  const right = { ...bold, "text-anchor": "end" };
  const [common, random] = WEIGHTS;
  return (
    text(LEFT, 60, data.kind === "dots" ? "Group and study" : "Study", bold) +
    text(ESTIMATES, 60, `${data.short} [95 % CI]`, bold) +
    (data.summaries.length === 0
      ? ""
      : text(common, 44, "Weight", right) +
        text(common, 60, "common", right) +
        text(random, 60, "random", right))
  );
}

function drawStudies(data: PlotData, axis: Axis, from: number, parts: string[]): number {
  const oneContrast = data.contrast !== null;
  let y = from;
  for (const row of data.rows) {
    const height = oneContrast || row.contrast === "" ? 24 : 38;
    parts.push(fitted(LEFT, y + 16, row.study, LETTERS.study));
    if (height > 24) {
      parts.push(
        fitted(LEFT, y + 31, row.contrast, LETTERS.study + 6, { class: "ol-muted", "font-size": 11 }),
      );
    }
    parts.push(drawRow(row, axis, y + 12), figures(row, y + 16));
    y += height;
  }
  return y;
}

function drawGroups(data: PlotData, axis: Axis, from: number, parts: string[]): number {
  let y = from;
  let group: string | undefined;
  for (const row of data.rows) {
    if (row.contrast !== group) {
      group = row.contrast;
      parts.push(
        fitted(LEFT, y + 17, group === "" ? "group not named" : group, LETTERS.study, {
          "font-weight": "bold",
        }),
      );
      y += 24;
    }
    parts.push(
      fitted(LEFT + 14, y + 16, row.study, LETTERS.study - 2),
      drawRow(row, axis, y + 12),
      figures(row, y + 16),
    );
    y += 24;
  }
  return y;
}

function figures({ text: printedText, weights }: PlotRow, y: number): string {
  const [common, random] = WEIGHTS;
  const right = { "text-anchor": "end" };
  return (
    text(ESTIMATES, y, printedText) +
    (weights === null
      ? ""
      : text(common, y, `${weights.common.toFixed(1)} %`, right) +
        text(random, y, `${weights.random.toFixed(1)} %`, right))
  );
}

function drawSummaries(data: PlotData, axis: Axis, from: number, parts: string[]): number {
  if (data.summaries.length === 0) return from + 4;
  let y = from + 10;
  parts.push(line(LEFT, from + 4, WIDTH - LEFT, from + 4, { "stroke-width": 0.5 }));
  const right = { "text-anchor": "end" };
  for (const { name, estimate, interval, text: figuresText, p } of data.summaries) {
    const middle = y + 12;
    const points = [
      [across(axis, interval.low), middle],
      [across(axis, estimate), middle - 7],
      [across(axis, interval.high), middle],
      [across(axis, estimate), middle + 7],
    ] as const;
    parts.push(
      text(LEFT, y + 16, name),
      path(points, { class: "ol-diamond" }),
      text(ESTIMATES, y + 16, figuresText, { "font-weight": "bold" }),
      text(WEIGHTS[1], y + 16, p, right),
    );
    y += 24;
  }
  if (data.prediction !== null) {
    const { interval, text: figuresText } = data.prediction;
    parts.push(
      text(LEFT, y + 16, "Prediction interval (REML, HKSJ)"),
      drawInterval(axis, interval.low, interval.high, y + 12, "ol-predicted"),
      text(ESTIMATES, y + 16, figuresText),
    );
    y += 24;
  }
  return y;
}

function drawAxis(data: PlotData, axis: Axis, y: number, parts: string[]): void {
  const bottom = y + 6;
  parts.push(line(PLOT.from, bottom, PLOT.to, bottom));
  for (const tick of axis.ticks) {
    const x = across(axis, tick);
    parts.push(
      line(x, bottom, x, bottom + 5),
      text(x, bottom + 18, String(tick), { "text-anchor": "middle", "font-size": 11 }),
    );
  }
  if (data.noEffect !== null) {
    const x = across(axis, data.noEffect);
    parts.push(line(x, 68, x, bottom, { "stroke-width": 0.75, "stroke-dasharray": "3 3" }));
  }
  const middle = { "text-anchor": "middle", class: "ol-muted", "font-size": 12 };
  parts.push(text((PLOT.from + PLOT.to) / 2, bottom + 34, data.measure, middle));
  if (data.noEffect === null || data.contrast === null) return;
  const { group } = data.contrast;
  parts.push(
    fitted(PLOT.from, bottom + 49, `← lower with ${group}`, 30, { class: "ol-muted", "font-size": 11 }),
    fitted(PLOT.to, bottom + 49, `higher with ${group} →`, 30, {
      class: "ol-muted",
      "font-size": 11,
      "text-anchor": "end",
    }),
  );
}

/** Heterogeneity, warnings and what was left out: a figure that travels alone must say them itself. */
function drawNotes(data: PlotData, from: number, parts: string[]): number {
  let y = from;
  const notes = [
    ...(data.heterogeneity === "" ? [] : [data.heterogeneity]),
    ...data.warnings.map((warning) => `⚠ ${warning}`),
    ...data.leftOut.map(({ reason, places }) => `Left out, because ${reason}: ${places.length}.`),
  ];
  for (const note of notes) {
    for (const words of wrapped(note, LETTERS.note)) {
      parts.push(text(LEFT, y + 14, words, { "font-size": 12 }));
      y += 17;
    }
    y += 3;
  }
  return y;
}
