/** Studies with interval, pooled: the data of a forest plot. */
import type { Row } from "../export/columns.js";
import type { Scale } from "../export/derive.js";
import { leaveOneOut, pool, type Pooled, type StudyEstimate } from "../statistics/metaAnalysis.js";
import { zOfLevel } from "../statistics/normal.js";
import { BACK, printed, pText, withInterval } from "./numbers.js";
import {
  contrastLabel,
  type Candidate,
  type LeaveOneOutRow,
  type PlotData,
  type PlotRow,
  type Summary,
} from "./request.js";
import { placeOf } from "./select.js";

/** All intervals of a plot have this level, in percent; printed ones of another level are recomputed. */
export const LEVEL = 95;

/** Below so many studies τ² and all that rests on it are little more than guesses. */
const FEW_STUDIES = 5;

type Forest = Pick<
  PlotData,
  "scale" | "noEffect" | "rows" | "summaries" | "prediction" | "heterogeneity" | "leaveOneOut" | "warnings"
>;

/** @param included rows with yi and sei, all on one scale */
export function forestOf(included: readonly Candidate[]): Forest {
  const rows = included.map(({ row }) => row);
  const scale = (rows[0]?.yi_scale ?? "linear") as Scale;
  const studies = rows.map(({ yi, sei }) => ({ yi: Number(yi), vi: Number(sei) ** 2 }));
  const effects = rows.some(({ kind }) => kind === "effect");
  const noEffect = effects ? BACK[scale](0) : null;
  const warnings = otherLevels(rows);
  const severalGroups = !effects && new Set(rows.map(({ study_id }) => study_id)).size < rows.length;
  if (studies.length < 2 || severalGroups) {
    return {
      scale,
      noEffect,
      rows: rows.map((row) => plotRow(row, scale, null)),
      summaries: [],
      prediction: null,
      heterogeneity: severalGroups
        ? "Nothing is pooled, because studies stand here with several groups: choose one group."
        : "One study: there is nothing to pool.",
      leaveOneOut: [],
      warnings,
    };
  }
  const common = pool(studies, { method: "FE", level: LEVEL });
  const laird = pool(studies, { method: "DL", level: LEVEL });
  const random = pool(studies, { method: "REML", test: "HKSJ", level: LEVEL });
  const plain = pool(studies, { method: "REML", level: LEVEL });
  return {
    scale,
    noEffect,
    rows: rows.map((row, i) =>
      plotRow(row, scale, { common: common.weights[i] ?? 0, random: random.weights[i] ?? 0 }),
    ),
    summaries: [
      summary("Common effect", common, scale, effects),
      summary("Random effects, DerSimonian–Laird", laird, scale, effects),
      summary("Random effects, REML with HKSJ interval", random, scale, effects),
    ],
    prediction: predictionOf(random, scale),
    heterogeneity: heterogeneityOf(laird, random),
    leaveOneOut: leaveOneOutOf(rows, studies, scale),
    warnings: [...warnings, ...doubts(random, plain)],
  };
}

function plotRow(row: Row, scale: Scale, weights: PlotRow["weights"]): PlotRow {
  const back = BACK[scale];
  const [yi, half] = [Number(row.yi), zOfLevel(LEVEL) * Number(row.sei)];
  const asPrinted =
    row.interval_level === LEVEL && (row.interval_type === "CI" || row.interval_type === "CrI");
  const estimate = back(yi);
  const low = asPrinted ? Number(row.interval_low) : back(yi - half);
  const high = asPrinted ? Number(row.interval_high) : back(yi + half);
  return {
    ...placeOf(row),
    contrast: contrastLabel(row.group, row.reference),
    estimate,
    interval: { low, high },
    weights,
    text: withInterval(estimate, low, high),
  };
}

function summary(name: string, pooled: Pooled, scale: Scale, effects: boolean): Summary {
  const back = BACK[scale];
  const [estimate, low, high] = [pooled.estimate, pooled.interval.low, pooled.interval.high].map(back) as [
    number,
    number,
    number,
  ];
  const text = withInterval(estimate, low, high);
  // That a rate or a mean is not 50 % or 0 is no question of anybody's.
  return { name, estimate, interval: { low, high }, text, p: effects ? pText(pooled.p) : "" };
}

function predictionOf({ prediction }: Pooled, scale: Scale): PlotData["prediction"] {
  if (prediction === null) return null;
  const [low, high] = [BACK[scale](prediction.low), BACK[scale](prediction.high)];
  return { interval: { low, high }, text: `[${printed(low)}, ${printed(high)}]` };
}

function heterogeneityOf(laird: Pooled, random: Pooled): string {
  const { q, qDf, qP } = random;
  const spread =
    q <= qDf ? "no more than chance would have them differ" : "more than their own errors explain";
  const beyond = q <= qDf ? "" : qP < 0.1 ? "" : ", though chance can do that";
  return (
    `Heterogeneity: the studies differ ${spread}${beyond} (Q = ${q.toFixed(2)} on ${qDf} df, ${pText(qP)}). ` +
    `I² = ${random.i2.toFixed(1)} %, τ² = ${tau(random)} by REML; I² = ${laird.i2.toFixed(1)} %, τ² = ${tau(laird)} by DerSimonian–Laird.`
  );
}

function tau({ tau2 }: Pooled): string {
  return tau2 === 0 ? "0" : tau2 < 1e-4 ? tau2.toExponential(1) : tau2.toPrecision(3);
}

function leaveOneOutOf(
  rows: readonly Row[],
  studies: readonly StudyEstimate[],
  scale: Scale,
): LeaveOneOutRow[] {
  const common = leaveOneOut(studies, { method: "FE", level: LEVEL });
  const random = leaveOneOut(studies, { method: "REML", test: "HKSJ", level: LEVEL });
  const text = ({ estimate, interval }: Pooled): string => {
    const back = BACK[scale];
    return withInterval(back(estimate), back(interval.low), back(interval.high));
  };
  return rows.map(({ study_id }, i) => ({
    without: String(study_id),
    common: text(common[i]!),
    random: text(random[i]!),
    heterogeneity: `I² = ${random[i]!.i2.toFixed(1)} %, τ² = ${tau(random[i]!)}`,
  }));
}

function otherLevels(rows: readonly Row[]): string[] {
  const others = rows.filter(
    ({ interval_level, interval_type }) =>
      typeof interval_level === "number" &&
      interval_level !== LEVEL &&
      (interval_type === "CI" || interval_type === "CrI"),
  );
  return others.map(
    ({ study_id, interval_level }) =>
      `${String(study_id)} reports a ${String(interval_level)} % interval; the plot shows the ${LEVEL} % interval computed from it.`,
  );
}

/** Where the pooled figures say less than they seem to. */
function doubts(random: Pooled, plain: Pooled): string[] {
  const warnings: string[] = [];
  if (random.p === null) {
    warnings.push("The studies are so alike that the HKSJ interval has no width; it is not to be used here.");
  } else if (random.interval.high - random.interval.low < plain.interval.high - plain.interval.low) {
    warnings.push(
      "The HKSJ interval is narrower than the one from the normal distribution: the studies are more alike than their errors suggest.",
    );
  }
  if (random.k < FEW_STUDIES) {
    warnings.push(`With ${random.k} studies τ², I² and the prediction interval are very uncertain.`);
  }
  return warnings;
}
