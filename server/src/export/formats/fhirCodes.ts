/** HL7's codes for what statements report. Where HL7 has none, a concept is words alone: its bindings are extensible. */
import type { Interval, Measure } from "../../extraction.js";

const TERMINOLOGY = "http://terminology.hl7.org/CodeSystem";

export interface Concept {
  readonly coding?: readonly [{ readonly system: string; readonly code: string; readonly display: string }];
  readonly text?: string;
}

function coded(system: string, code: string, display: string): Concept {
  return { coding: [{ system, code, display }] };
}

const type = (code: string, display: string): Concept =>
  coded(`${TERMINOLOGY}/statistic-type`, code, display);

export const EFFECTS: Readonly<Record<Measure, Concept>> = {
  HR: type("C93150", "Hazard Ratio"),
  OR: type("C16932", "Odds Ratio"),
  RR: type("C93152", "Relative Risk"),
  IRR: type("rate-ratio", "Incidence Rate Ratio"),
  RD: type("0000424", "Risk Difference"),
  MD: type("0000457", "Mean Difference"),
  SMD: type("0000100", "Standardized Mean Difference"),
  BETA: type("0000565", "Regression Coefficient"),
  ROM: { text: "Ratio of means" },
  GMR: { text: "Geometric mean ratio" },
  "OTHER-RATIO": { text: "Ratio" },
  // Pearson's or Spearman's: the code would have to say which.
  R: { text: "Correlation coefficient" },
};

export const MEDIAN = type("C28007", "Median");
export const MEAN = type("C53319", "Mean");
export const PROPORTION = type("C44256", "Proportion");

/** Of values that have no measure of ours. */
export const NAMED: Readonly<Record<string, Concept>> = {
  "incidence rate": type("C16726", "Incidence"),
  prevalence: type("C17010", "Prevalence"),
};

const attribute = (code: string, display: string): Concept =>
  coded(`${TERMINOLOGY}/attribute-estimate-type`, code, display);

export const STANDARD_DEVIATION = attribute("C53322", "Standard deviation");
export const STANDARD_ERROR = attribute("0000037", "Standard error of the mean");
export const P_VALUE = attribute("C44185", "P-value");

export const INTERVALS: Readonly<Record<Interval["type"], Concept>> = {
  CI: attribute("C53324", "Confidence interval"),
  CrI: attribute("0000455", "Credible interval"),
  IQR: attribute("C53245", "Interquartile range"),
  range: attribute("C38013", "Range"),
  SE: { text: "Interval of one standard error to each side" },
  SD: { text: "Interval of one standard deviation to each side" },
};

const role = (code: string, display: string): Concept => coded(`${TERMINOLOGY}/variable-role`, code, display);

export const ROLES = {
  population: role("population", "population"),
  exposure: role("exposure", "exposure"),
  reference: role("referenceExposure", "reference exposure"),
  measured: role("measuredVariable", "measured variable"),
} as const;

export const ADJUSTED = coded("http://hl7.org/fhir/statistic-model-code", "adjusted", "Adjusted analysis");

/** UCUM, for units that are read into one form; all others are words alone. */
export const UCUM: Readonly<Record<string, string>> = {
  percent: "%",
  "%": "%",
  year: "a",
  month: "mo",
  week: "wk",
  day: "d",
  hour: "h",
  minute: "min",
  second: "s",
};
