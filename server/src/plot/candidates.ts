/** Which statements of a review can be plotted, and what there is to choose among them. */
import type { Row } from "../export/columns.js";
import { toRows } from "../export/rows.js";
import type { Review } from "../review/review.js";
import {
  contrastLabel,
  nameKey,
  type Candidate,
  type Choice,
  type ContrastChoice,
  type PlotChoices,
  type PlotMeasure,
  type PlotRequest,
} from "./request.js";

/** Names of measures in words, for titles and pickers; a measure that is not here names itself. */
const MEASURES: Readonly<Record<string, string>> = {
  HR: "Hazard ratio",
  OR: "Odds ratio",
  RR: "Risk ratio",
  IRR: "Rate ratio",
  RD: "Risk difference",
  MD: "Mean difference",
  SMD: "Standardised mean difference",
  ROM: "Ratio of means",
  GMR: "Geometric mean ratio",
  BETA: "Coefficient",
  R: "Correlation",
  "OTHER-RATIO": "Other ratio",
  median: "Median",
  mean: "Mean",
  landmark: "Rate at a time point",
  proportion: "Proportion",
};

export function measureName(measure: PlotMeasure): string {
  return MEASURES[measure] ?? measure;
}

/** Every statement that has an outcome and a measure that can be plotted, in the order of the review. */
export function candidatesOf(review: Pick<Review, "studies">): Candidate[] {
  return review.studies.flatMap((study) => {
    const registrations = study.study.registrations ?? [];
    return toRows({ studies: [study] })
      .filter((row) => outcomeOf(row) !== "" && measureOf(row) !== null)
      .map((row) => ({ row, registrations }));
  });
}

/** Code of the outcome, else its words; empty without an outcome. */
export function outcomeOf({ outcome_code, outcome_text }: Row): string {
  return String(outcome_code ?? outcome_text ?? "");
}

/** null for statements that are not plotted: p-values, tests, group sizes, other values. */
export function measureOf({ kind, measure }: Row): PlotMeasure | null {
  if (kind === "effect") return String(measure);
  return kind === "median" || kind === "mean" || kind === "landmark" || kind === "proportion" ? kind : null;
}

/** "36 month"; empty without a time point. */
export function timeOf({ time_value, time_unit }: Row): string {
  return time_value === null ? "" : `${String(time_value)} ${String(time_unit ?? "")}`.trim();
}

export function isOfGroup({ group, reference }: PlotRequest, { row }: Candidate): boolean {
  const same = (wanted: string | undefined, name: unknown): boolean =>
    wanted === undefined || nameKey(wanted) === nameKey(name);
  return same(group, row.group) && same(reference, row.reference);
}

export function choicesOf(candidates: readonly Candidate[], request: PlotRequest): PlotChoices {
  const ofOutcome = candidates.filter(({ row }) => nameKey(outcomeOf(row)) === nameKey(request.outcome));
  const ofMeasure = ofOutcome.filter(({ row }) => nameKey(measureOf(row)) === nameKey(request.measure));
  return {
    outcomes: counted(candidates, ({ row }) => outcomeOf(row), outcomeLabel),
    measures: counted(
      ofOutcome,
      ({ row }) => measureOf(row) ?? "",
      (value) => measureName(value),
    ),
    times: counted(
      ofMeasure,
      ({ row }) => timeOf(row),
      (value) => value,
    ),
    contrasts: contrasts(ofMeasure),
  };
}

/**
 * Settles what the request leaves open by what most studies report, in the words of the documents.
 * A name that nothing has stays as it is.
 */
export function settle(candidates: readonly Candidate[], request: PlotRequest): PlotRequest {
  let settled: PlotRequest = { ...request };
  const likely = likeliest(candidates, request);
  const choose = (key: "outcome" | "measure", list: (choices: PlotChoices) => readonly Choice[]): void => {
    const wanted = settled[key];
    const found =
      wanted === undefined
        ? list(choicesOf(likely, settled))[0]
        : list(choicesOf(candidates, settled)).find(({ value }) => nameKey(value) === nameKey(wanted));
    if (found !== undefined) settled = { ...settled, [key]: found.value };
  };
  choose("outcome", ({ outcomes }) => outcomes);
  choose("measure", ({ measures }) => measures);
  if (settled.measure === "landmark" && settled.time === undefined) {
    const [time] = choicesOf(candidates, settled).times;
    if (time !== undefined) settled = { ...settled, time: time.value };
  }
  return settled;
}

/** What an open request is settled by: effects that can be pooled, else all that can, else all that fits it. */
function likeliest(
  candidates: readonly Candidate[],
  { outcome, measure }: PlotRequest,
): readonly Candidate[] {
  const fitting = candidates.filter(
    ({ row }) =>
      (outcome === undefined || nameKey(outcomeOf(row)) === nameKey(outcome)) &&
      (measure === undefined || nameKey(measureOf(row)) === nameKey(measure)),
  );
  const pooled = fitting.filter(({ row }) => row.sei !== null);
  const effects = pooled.filter(({ row }) => row.kind === "effect");
  return [effects, pooled].find((some) => some.length > 0) ?? fitting;
}

function outcomeLabel(value: string, { row }: Candidate): string {
  const text = String(row.outcome_text ?? "");
  return text === "" || nameKey(text) === nameKey(value) ? value : `${value} (${text})`;
}

/** The values that occur, each once, with the number of studies that have it; most studies first, then by name. */
function counted(
  candidates: readonly Candidate[],
  valueOf: (candidate: Candidate) => string,
  labelOf: (value: string, first: Candidate) => string,
): Choice[] {
  const found = new Map<string, { value: string; label: string; studies: Set<unknown> }>();
  for (const candidate of candidates) {
    const value = valueOf(candidate);
    if (value === "") continue;
    const key = nameKey(value);
    const choice = found.get(key) ?? { value, label: labelOf(value, candidate), studies: new Set() };
    choice.studies.add(candidate.row.study_id);
    found.set(key, choice);
  }
  return [...found.values()]
    .map(({ value, label, studies }) => ({ value, label, studies: studies.size }))
    .sort((a, b) => b.studies - a.studies || (a.label < b.label ? -1 : 1));
}

function contrasts(candidates: readonly Candidate[]): ContrastChoice[] {
  const first = new Map<string, Row>();
  const choices = counted(
    candidates,
    ({ row }) => {
      const label = contrastLabel(row.group, row.reference);
      if (!first.has(nameKey(label))) first.set(nameKey(label), row);
      return label;
    },
    (label) => label,
  );
  return choices.map(({ value, label, studies }) => {
    const row = first.get(nameKey(value));
    return { group: textOrNull(row?.group), reference: textOrNull(row?.reference), label, studies };
  });
}

function textOrNull(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
