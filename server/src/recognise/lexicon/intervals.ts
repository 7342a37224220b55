/** Words of intervals and of spread as data. */
import { words } from "../../text/words.js";
import type { IntervalDraft } from "../draft.js";
import { Phrases, phrases } from "./phrases.js";

export const CI_WORDS = words("ci cis cl c.i ci95 ci95% 95ci 95%ci ci-95 95-ci");

export const INTERVAL_LABELS = new Phrases<IntervalDraft["type"]>([
  ["CI", [...CI_WORDS]],
  [
    "CI",
    phrases(`
c . i, c . i ., confidence interval, confidence intervals, confidential interval, confidential intervals
confident interval, confidence-interval, confidence limit, confidence limits
confidence bound, confidence bounds, confidence range
`),
  ],
  [
    "CrI",
    phrases(`
credible interval, credible intervals, credible region, credible regions, credible set
crl, cri, hdi, pi, ui, bci
`),
  ],
  [
    "IQR",
    phrases(`
iqr, iq, iqrs, iqr range, iq range, iqrs range, q1-q3, q1–q3, q1 - q3, quartiles
interquartile range, interquartile ranges, interquartile interval, interquartile intervals
inter-quartile range, inter-quartile ranges, inter-quartile interval, inter-quartile intervals
quartile range, quartile ranges, quartile interval, quartile intervals
`),
  ],
  [
    "range",
    phrases(`
range, ranges, ranging, ranged, range from, ranges from, ranging from, ranged from
min - max, min , max, min-max, min–max
`),
  ],
]);

/** Words before "interval", up to two words away, that make it a credible interval. */
export const CREDIBLE = words("credibility posterior probability bayesian uncertainty highest");

/** Words between the level and the label: "95% two-sided CI". */
export const QUALIFIES_LABEL = words(`
two-sided 2-sided 1-sided one-sided  bootstrap bootstrapped exact wald wilson profile
corrected adjusted simultaneous
bca bias-corrected percentile bc wald-type`);

/** Single tokens for a bound or value that was not reached or could not be estimated. */
export const NOT_REACHED = words(`
nr ne nc na n/a nan nra inf infinity ∞ undefined unreached inestimable nonestimable non-estimable
not-reached not-estimable
`);

/** What "not" or "unable to be" is followed by where it stands for a value. */
export const AFTER_NOT = words(`
reached estimable evaluable available attained calculable calculated estimated assessable
applicable determined achieved reportable met evaluated defined
`);

export const SD_WORDS = words("sd s.d sds std");
export const SE_WORDS = words("sem se s.e s.e.m ses sems");
