/** What a plot is asked for, and what comes back. Types and words that the other files share. */
import type { Row } from "../export/columns.js";
import type { Bounds } from "../statistics/bounds.js";

/** An effect measure (HR, OR …), or the kind of single-group result: median, mean, landmark, proportion. */
export type PlotMeasure = string;

/** What to plot. Names are compared without regard to case and spacing. */
export interface PlotRequest {
  /** Code of the outcome, or its words where it has none. Without it that of which most studies report. */
  readonly outcome?: string;
  /** Without it the measure that most studies report of the outcome. */
  readonly measure?: PlotMeasure;
  /** "12 month": time point of a rate. Without it the one that most studies report. */
  readonly time?: string;
  /** Group that the values belong to; of effects the exposed side. Without it every group. */
  readonly group?: string;
  /** Comparator of effects. Without it every one. */
  readonly reference?: string;
  /** "all" takes undecided statements too where others are decided. Rejected ones are never taken. */
  readonly decisions?: "decided" | "all";
  /** "all" takes every result of a study, "one" the one that stands for it best; "one" where absent. */
  readonly perStudy?: "one" | "all";
}

/** A statement that may be plotted, with what its study says beside the row. */
export interface Candidate {
  readonly row: Row;
  readonly registrations: readonly string[];
}

/** One thing to choose, with the number of studies behind it. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly studies: number;
}

export interface ContrastChoice {
  readonly group: string | null;
  readonly reference: string | null;
  readonly label: string;
  readonly studies: number;
}

/** What can be chosen, each list under what the lists before it have settled; most studies first. */
export interface PlotChoices {
  readonly outcomes: readonly Choice[];
  readonly measures: readonly Choice[];
  readonly times: readonly Choice[];
  readonly contrasts: readonly ContrastChoice[];
}

/** A statement's place, for going to its text. */
export interface PlotPlace {
  readonly study: string;
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

/** Statements of the outcome and measure that are not in the plot, by reason. */
export interface LeftOut {
  /** In words, as the end of "left out because …". */
  readonly reason: string;
  readonly places: readonly PlotPlace[];
}

export interface PlotRow extends PlotPlace {
  /** "tarvenib vs docetaxel"; empty where the text does not say. */
  readonly contrast: string;
  /** On the printed scale: a ratio, a difference, percent. null: a median that was not reached. */
  readonly estimate: number | null;
  /** null for a median without a confidence interval. A bound is null where it is open. */
  readonly interval: { readonly low: number | null; readonly high: number | null } | null;
  /** In percent, common effect and random effects (REML); null where nothing is pooled. */
  readonly weights: { readonly common: number; readonly random: number } | null;
  /** "0.76 [0.61, 0.95]". */
  readonly text: string;
}

/** A pooled result on the printed scale. */
export interface Summary {
  readonly name: string;
  readonly estimate: number;
  readonly interval: Bounds;
  readonly text: string;
  /** "p = 0.012"; empty where there is none. */
  readonly p: string;
}

/** The pooled result without one study. */
export interface LeaveOneOutRow {
  readonly without: string;
  readonly common: string;
  readonly random: string;
  readonly heterogeneity: string;
}

/** All that a plot says, as data; the drawing and the text table are made of nothing else. */
export interface PlotData {
  readonly kind: "forest" | "dots";
  readonly title: string;
  /** "Hazard ratio"; with the unit where there is one. */
  readonly measure: string;
  /** "HR": heads the column of estimates. */
  readonly short: string;
  readonly scale: "log" | "linear" | "logit" | "fisher-z";
  /** Where there is no effect, on the printed scale; null for results of single groups. */
  readonly noEffect: number | null;
  /** The one contrast of all rows; null where they differ. */
  readonly contrast: { readonly group: string; readonly reference: string | null } | null;
  readonly rows: readonly PlotRow[];
  /** Empty for fewer than two studies, and for medians. */
  readonly summaries: readonly Summary[];
  readonly prediction: { readonly interval: Bounds; readonly text: string } | null;
  /** Heterogeneity in words; empty where nothing is pooled. */
  readonly heterogeneity: string;
  readonly leaveOneOut: readonly LeaveOneOutRow[];
  /** What a reader must know before trusting the plot, a sentence each. */
  readonly warnings: readonly string[];
  readonly leftOut: readonly LeftOut[];
  /** The request with all that it left open settled. */
  readonly request: PlotRequest;
}

/** A request that nothing answers; the message says what there is instead. */
export class PlotError extends Error {
  override name = "PlotError";
}

/** Names that are one name: case and spacing apart. */
export function nameKey(name: unknown): string {
  return typeof name === "string" ? name.trim().replace(/\s+/g, " ").toLowerCase() : "";
}

export function contrastLabel(group: unknown, reference: unknown): string {
  const [a, b] = [group, reference].map((name) => (typeof name === "string" ? name : ""));
  if (a === "" && b === "") return "";
  return b === "" ? `${a}` : `${a === "" ? "?" : a} vs ${b}`;
}
