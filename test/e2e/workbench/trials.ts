/** Invented trials of one comparison, as abstracts, for the review table and the forest plot. */

type Trial = readonly [
  author: string,
  year: number,
  n: number,
  hr: string,
  low: string,
  high: string,
  medians: readonly [string, string],
];

const TRIALS: readonly Trial[] = [
  ["Abara", 2014, 212, "0.92", "0.66", "1.28", ["11.2", "10.4"]],
  ["Brennan", 2016, 388, "0.71", "0.56", "0.90", ["14.8", "11.3"]],
  ["Castellano", 2017, 154, "0.55", "0.35", "0.86", ["17.1", "10.9"]],
  ["Dimitrov", 2018, 641, "0.83", "0.69", "1.00", ["13.0", "11.6"]],
  ["Eriksson", 2019, 97, "1.12", "0.67", "1.87", ["9.8", "10.7"]],
  ["Fofana", 2021, 502, "0.64", "0.51", "0.80", ["16.2", "11.8"]],
  ["Grgic", 2023, 276, "0.78", "0.58", "1.05", ["13.9", "12.1"]],
];

/** File name → abstract. Grgic's interval does not state its level. */
export const trials: ReadonlyMap<string, string> = new Map(
  TRIALS.map((trial) => [`${trial[0].toLowerCase()}-${trial[1]}.txt`, abstractOf(trial)]),
);

function abstractOf([author, year, n, hr, low, high, [treated, control]]: Trial): string {
  const level = author === "Grgic" ? "CI" : "95% CI";
  return `Sulvatinib or placebo in advanced thymic carcinoma: a randomised trial
Journal of Invented Oncology. ${year} Mar 8;12(2):101-109.

Tomas ${author}, Katrin Meyer, Paul Okoro


Background: Sulvatinib slows growth in models of thymic carcinoma.

Methods: We randomised ${n} patients to sulvatinib or placebo. The primary end point was overall survival.

Results: Median overall survival was ${treated} months with sulvatinib and ${control} months with placebo (hazard ratio ${hr}, ${level} ${low}-${high}).
The objective response rate was 23% with sulvatinib and 9% with placebo.

Conclusions: Sulvatinib was well tolerated.
`;
}
