/**
 * The door of this folder: a review and a request in, the plot out, as data and as SVG. Editor and command line both
 * come through here, so that they give the same drawing.
 */
import type { Row } from "../export/columns.js";
import type { Review } from "../review/review.js";
import { candidatesOf, choicesOf, measureName, settle } from "./candidates.js";
import { dotsOf } from "./dots.js";
import { forestOf } from "./forest.js";
import {
  contrastLabel,
  nameKey,
  type LeftOut,
  type PlotChoices,
  type PlotData,
  type PlotRequest,
} from "./request.js";
import { placeOf, select, type Selection } from "./select.js";
import { svgOf } from "./svg.js";
import { warningsOf } from "./warnings.js";

export { PlotError } from "./request.js";
export type { PlotChoices, PlotData, PlotRequest } from "./request.js";
export { textTable } from "./textTable.js";

export interface Plot {
  readonly data: PlotData;
  /** The drawing, a whole SVG document. */
  readonly svg: string;
  readonly choices: PlotChoices;
}

/**
 * Draws what the request asks for: effects, means and rates pooled in a forest plot, medians as dots.
 *
 * @throws PlotError where the review holds nothing of that kind; the message names what it holds
 */
export function plot(review: Pick<Review, "studies">, request: PlotRequest): Plot {
  const candidates = candidatesOf(review);
  const settled = settle(candidates, request);
  const selection = select(candidates, settled);
  const data = settled.measure === "median" ? dotPlot(selection, settled) : forestPlot(selection, settled);
  return { data, svg: svgOf(data), choices: choicesOf(candidates, settled) };
}

/** What there is to choose, whether or not the request itself can be drawn. */
export function plotChoices(review: Pick<Review, "studies">, request: PlotRequest): PlotChoices {
  const candidates = candidatesOf(review);
  return choicesOf(candidates, settle(candidates, request));
}

function forestPlot(selection: Selection, request: PlotRequest): PlotData {
  const { included, leftOut } = selection;
  const forest = forestOf(included);
  return {
    kind: "forest",
    ...headOf(selection, request),
    measure: measureName(request.measure ?? "") + unitOf(selection),
    ...forest,
    warnings: [...warningsOf(included), ...forest.warnings],
    leftOut,
    request,
  };
}

function dotPlot(selection: Selection, request: PlotRequest): PlotData {
  const { rows, unit, strangers, warnings } = dotsOf(selection.included);
  const kept = selection.included.filter(({ row }) => !strangers.includes(row));
  return {
    kind: "dots",
    ...headOf(selection, request),
    measure: unit === "" ? "Median" : `Median, ${unit}s`,
    scale: "linear",
    noEffect: null,
    contrast: null,
    rows,
    summaries: [],
    prediction: null,
    heterogeneity: "",
    leaveOneOut: [],
    warnings: [...warningsOf(kept), ...warnings],
    leftOut: [...selection.leftOut, ...ofOtherUnits(strangers, unit)],
    request,
  };
}

function ofOtherUnits(strangers: readonly Row[], unit: string): LeftOut[] {
  if (strangers.length === 0) return [];
  const reason = unit === "" ? "it has a unit and the others have none" : `its value is not in ${unit}s`;
  return [{ reason, places: strangers.map(placeOf) }];
}

function headOf(
  { included }: Selection,
  { outcome = "", measure = "", time }: PlotRequest,
): Pick<PlotData, "title" | "short" | "contrast"> {
  const [first] = included;
  const text = String(first?.row.outcome_text ?? "");
  const name = text === "" || nameKey(text) === nameKey(outcome) ? outcome : `${text} (${outcome})`;
  const labels = new Set(included.map(({ row }) => nameKey(contrastLabel(row.group, row.reference))));
  const group = first?.row.group;
  const one = labels.size === 1 && typeof group === "string";
  const reference = typeof first?.row.reference === "string" ? first.row.reference : null;
  const at = time === undefined ? "" : ` at ${time}${/^1 /.test(time) ? "" : "s"}`;
  return {
    title: `${name}: ${measureName(measure).toLowerCase()}${at}`,
    short:
      measureName(measure) === measure || measure.toUpperCase() === measure ? measure : measureName(measure),
    contrast: one ? { group, reference } : null,
  };
}

/** ", point", ", %"; empty where the values have no unit or not the same. */
function unitOf({ included }: Selection): string {
  const [first] = included;
  if (first?.row.yi_scale === "logit") return ", %";
  const units = new Set(included.map(({ row }) => String(row.unit ?? "")));
  const [unit = ""] = units;
  return units.size === 1 && unit !== "" ? `, ${unit}` : "";
}
