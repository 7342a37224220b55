/** Words that say what kind of result a number is. */
import type { Measure } from "../../extraction.js";
import { phrases, Phrases } from "./phrases.js";

export type Head =
  | {
      readonly type: "ratio";
      readonly measure: Measure;
      readonly adjusted?: boolean;
      readonly capital?: boolean;
      /** Counts only with an interval: the word alone says too little. */
      readonly bounded?: boolean;
    }
  | { readonly type: "difference"; readonly measure?: "RD" | "MD" }
  | { readonly type: "smd" | "correlation" | "beta"; readonly needsSign?: boolean }
  | { readonly type: "median" | "mean" | "baseline" }
  | {
      readonly type: "change";
      readonly direction: "increase" | "decrease" | "change";
      readonly weak?: boolean;
    }
  | { readonly type: "proportion" }
  | { readonly type: "name"; readonly name: string };

const ratio = (measure: Measure, adjusted = false, capital = false): Head => ({
  type: "ratio",
  measure,
  ...(adjusted && { adjusted }),
  ...(capital && { capital }),
});
const name = (n: string): Head => ({ type: "name", name: n });

/** `capital`: an abbreviation that counts only when printed with capitals ("OR", not "or"). */
export const HEADS = new Phrases<Head>([
  [
    ratio("HR"),
    phrases(`
hazard ratio, hazard ratios, hazards ratio, hazards ratios, hazard-ratio, relative hazard
relative hazards, risk hazard ratio, cox hazard ratio, cause-specific hazard ratio
`),
  ],
  [
    ratio("HR", true),
    phrases(`
adjusted hazard ratio, adjusted hazard ratios, subdistribution hazard ratio
sub-distribution hazard ratio, subhazard ratio, sub-hazard ratio, multivariable hazard ratio
adjusted hr, subdistribution hr, subdistribution hrs, multivariable-adjusted hazard ratio, multivariate hazard ratio
`),
  ],
  [ratio("HR", false, true), phrases("hr, hrs")],
  [ratio("HR", true, true), phrases("ahr, ahrs, shr, sdhr, shrs, adj hr, hradj, hra, adjhr, mhr")],
  [
    ratio("OR"),
    phrases(`
odds ratio, odds ratios, odds-ratio, crude odds ratio, pooled odds ratio, odds
`),
  ],
  [
    ratio("OR", true),
    phrases(`
adjusted odds ratio, adjusted odds ratios, adjusted or, multivariable odds ratio
age-adjusted odds ratio
`),
  ],
  [ratio("OR", false, true), phrases("or, ors, cor")],
  [ratio("OR", true, true), phrases("aor, aors, adjor, oradj")],
  [
    ratio("RR"),
    phrases(`
relative risk, relative risks, risk ratio, risk ratios, prevalence ratio, prevalence ratios
rate of risk
`),
  ],
  [
    ratio("RR", true),
    phrases(`
adjusted relative risk, adjusted risk ratio, adjusted relative risks, adjusted prevalence ratio
multivariable relative risk, adjusted rr
`),
  ],
  [ratio("RR", false, true), phrases("rr, rrs, pr")],
  [ratio("RR", true, true), phrases("arr, apr, adjrr")],
  [
    ratio("IRR"),
    phrases(`
rate ratio, rate ratios, incidence rate ratio, incidence rate ratios, incident rate ratio
incidence-rate ratio, incidence density ratio, incidence ratio, relative rate
`),
  ],
  [ratio("IRR", true), phrases("adjusted rate ratio, adjusted incidence rate ratio")],
  [ratio("IRR", false, true), phrases("irr, irrs, sir, smr")],
  [ratio("IRR", true, true), phrases("airr")],
  [
    ratio("GMR"),
    phrases(`
geometric mean ratio, geometric mean ratios, ratio of geometric means
geometric least squares mean ratio, geometric least-squares mean ratio, gmt ratio, ratio of gmts
`),
  ],
  [ratio("GMR", false, true), phrases("gmr, gmrs")],
  [
    ratio("ROM"),
    phrases(`
ratio of means, ratio of the means, mean ratio, means ratio, response ratio
`),
  ],
  [
    ratio("OTHER-RATIO"),
    phrases(`
standardized incidence ratio, standardized mortality ratio, standardised incidence ratio
standardised mortality ratio, win ratio, time ratio, ratio of ratios, diagnostic odds ratio
ratio of hazard ratios, ratio of odds ratios, acceleration factor
`),
  ],
  [{ type: "ratio", measure: "OTHER-RATIO", bounded: true }, phrases("ratio, ratios")],
  [{ type: "ratio", measure: "OTHER-RATIO", bounded: true, capital: true }, phrases("tr, ror, trs")],
  [
    { type: "difference", measure: "RD" },
    phrases(`
risk difference, risk differences, absolute risk difference, absolute risk reduction
absolute risk increase, absolute difference, absolute reduction, absolute increase
absolute improvement, absolute benefit, rate difference, percentage difference
proportional difference, difference in proportions, difference in percentages
difference in rates, absolute risk, rd, ard, absolute decrease
`),
  ],
  [
    { type: "difference", measure: "MD" },
    phrases(`
mean difference, mean differences, difference in means, difference of means
weighted mean difference, weighted mean differences, least squares mean difference
mean diff, mdiff, m diff, least-squares mean difference, ls mean difference, lsmean difference, lsmd, wmd, md
median difference, adjusted mean difference, difference in mean, mean group difference
mean treatment difference, raw mean difference, baseline-adjusted mean difference
mean between-group difference, difference in medians, difference of medians
`),
  ],
  [
    { type: "difference" },
    phrases(`
difference, differences, treatment difference, between-group difference
between-group differences, group difference, difference between groups, treatment effect
estimated treatment effect, intergroup difference, net difference, net change, placebo-corrected
intervention effect, intervention effects, differential change, between-arm difference
etd, placebo-adjusted, placebo-subtracted, δ
`),
  ],
  [
    { type: "smd" },
    phrases(`
standardized mean difference, standardised mean difference, standardized mean differences
standardised mean differences, standardized difference, smd, smds, hedges g, hedges' g
hedge's g, hedges’ g, hedge’s g, cohen d, cohen's d, cohens d, cohen’s d, effect size
effect sizes, effect-size, es, glass's delta, standardized effect size, standardized effect
`),
  ],
  [{ type: "smd", needsSign: true }, phrases("d, g, dz, gav")],
  [
    { type: "correlation" },
    phrases(`
correlation coefficient, correlation coefficients, pearson correlation, pearson's correlation
spearman correlation, spearman's correlation, spearman's rho, spearman rho, pearson's r
pearson r, rho, correlation, correlations, kendall's tau
`),
  ],
  [{ type: "correlation", needsSign: true }, phrases("r, rs, ρ, rp, rxy, rg, τ")],
  [
    { type: "beta" },
    phrases(`
regression coefficient, regression coefficients, beta coefficient, standardized beta, beta
unstandardized coefficient, coefficient, slope, path coefficient, estimate, coef
`),
  ],
  [{ type: "beta", needsSign: true }, phrases("β, b, ß, βs, bs")],
  [{ type: "median" }, phrases("median, medians, mediana")],
  [
    { type: "mean" },
    phrases(`
mean, means, average, averages, averaged, averaging, avg, least-squares mean, least squares mean
ls mean, lsmean, ls means, mean ± sd, geometric mean, gmt, gmts, gmc, gmcs, m
`),
  ],
  [
    { type: "change", direction: "increase" },
    phrases(`
increase, increases, increased, increasing, rise, rises, rose, improvement, improvements
improved, gain, gains, gained, grew, growth, raised, prolonged, prolongs
`),
  ],
  [
    { type: "change", direction: "decrease" },
    phrases(`
decrease, decreases, decreased, decreasing, reduction, reductions, reduced, reduce, reduces
reducing, decline, declines, declined, drop, dropped, loss, lost, fall, fell, lowered
shortened, shortens, saved, attenuation, attenuated, diminished, lowering, inhibition, suppression, suppressed, inhibited
`),
  ],
  [
    { type: "change", direction: "change" },
    phrases(`
change, changes, changed, change from baseline, changes from baseline, percent change
percentage change, difference from baseline, delta, variation
`),
  ],
  [
    { type: "change", direction: "increase", weak: true },
    phrases("greater, higher, more, larger, longer, excess, better"),
  ],
  [
    { type: "change", direction: "decrease", weak: true },
    phrases("lower, less, fewer, shorter, smaller, worse"),
  ],
  [{ type: "baseline" }, phrases("baseline")],
  [
    { type: "proportion" },
    phrases(`
proportion, proportions, percentage, percentages, rate, rates, frequency, frequencies, incidence
prevalence, incidences
`),
  ],
  // what is lost is an event there, and no change
  [
    { type: "proportion" },
    phrases(`
hearing loss, vision loss, visual loss, tooth loss, pregnancy loss, fetal loss, foetal loss, graft loss, hair loss
`),
  ],
  [name("sensitivity"), phrases("sensitivity, sensitivities")],
  [name("specificity"), phrases("specificity, specificities")],
  [
    name("false positive rate"),
    phrases("false positive rate, false positive rates, false-positive rate, false-positive rates"),
  ],
  [
    name("false negative rate"),
    phrases("false negative rate, false negative rates, false-negative rate, false-negative rates"),
  ],
  [name("positive predictive value"), phrases("positive predictive value, positive predictive values, ppv")],
  [name("negative predictive value"), phrases("negative predictive value, negative predictive values, npv")],
  [
    name("accuracy"),
    phrases(`
accuracy, diagnostic accuracy, overall accuracy, concordance, agreement, precision, recall
f1-score, f1 score, yield
`),
  ],
  [
    name("AUC"),
    phrases(`
auc, aucs, auroc, aurocs, auc-roc, area under the curve
area under the receiver operating characteristic curve, area under the roc curve
area under the receiver, area under receiver, area under curve, areas under the curve
c-statistic, c statistic, c-index, c index, concordance index, harrell's c, c-statistics, cindex
auprc
`),
  ],
  [
    name("positive likelihood ratio"),
    phrases("positive likelihood ratio, positive likelihood ratios, plr, lr+"),
  ],
  [
    name("negative likelihood ratio"),
    phrases("negative likelihood ratio, negative likelihood ratios, nlr, lr-"),
  ],
  [name("likelihood ratio"), phrases("likelihood ratio, likelihood ratios")],
  [name("I2"), phrases("i2, i², i-squared, i 2, i(2), i squared")],
  [name("tau2"), phrases("tau2, τ2, τ², tau², tau-squared")],
  [
    name("kappa"),
    phrases(`
kappa, κ, weighted kappa, cohen's kappa, cohen kappa, fleiss kappa, k, kappa coefficient
kappa statistic, kappa value, kappa index
`),
  ],
  [
    name("ICC"),
    phrases(`
icc, iccs, intraclass correlation coefficient, intraclass correlation coefficients
intraclass correlation, intra-class correlation coefficient, intraclass coefficient
intracluster correlation coefficient, intracluster correlation, intra-cluster correlation coefficient
`),
  ],
  [
    name("Cronbach alpha"),
    phrases(`
cronbach's alpha, cronbach alpha, cronbach's α, cronbach α, cronbach’s alpha, cronbach’s α
`),
  ],
  [
    name("NNT"),
    phrases(`
number needed to treat, nnt, nnts, number-needed-to-treat, number needed to screen
number needed to benefit, numbers needed to treat
`),
  ],
  [name("NNH"), phrases("number needed to harm, nnh")],
  [name("net benefit"), phrases("net benefit, net monetary benefit")],
  [
    name("R2"),
    phrases(`
r2, r², r 2, adjusted r2, r-squared, r(2), coefficient of determination, adjusted r²
`),
  ],
  [
    name("eta2"),
    phrases(`
eta, η2, η², ηp2, eta2, partial eta squared, eta squared, η p 2, partial η2, partial η²
eta-squared, ηp², η2p, ω2
`),
  ],
  [name("E-value"), phrases("e-value, e-values")],
  [
    name("vaccine efficacy"),
    phrases(`
vaccine efficacy, vaccine effectiveness, ve, protective efficacy, efficacy against
estimated effectiveness, effectiveness against, efficacy in preventing, effectiveness in preventing
`),
  ],
  [
    name("relative risk reduction"),
    phrases(`
relative risk reduction, relative risk reductions, rrr, relative reduction, relative difference
relative increase, mortality reduction, risk reduction, relative change, relative improvement
relative risk increase, mortality reductions, relative reductions
population attributable fraction, attributable fraction, attributable risk
`),
  ],
  [
    name("incidence rate"),
    phrases(`
incidence rate, incidence rates, incidence density, event rate per, rate per, crude rate
annualized rate, annual rate, annualised rate, annualized relapse rate, annualised relapse rate
age-standardized rate, age-adjusted incidence, annualized bleeding rate
`),
  ],
  [name("fold change"), phrases("fold, fold-change, fold change, folds, fold-increase, fold increase")],
  [name("cumulative incidence"), phrases("cumulative incidence, cumulative incidences")],
  [name("coefficient of variation"), phrases("coefficient of variation, cv, coefficients of variation")],
  [name("heritability"), phrases("heritability, h2, h²")],
  [name("cost-effectiveness ratio"), phrases("icer, incremental cost-effectiveness ratio")],
  [
    name("BIC"),
    phrases(`
bic, aic, cfi, rmsea, tli, srmr, gfi, nri, idi, brier score, bayes factor, bf10, sucra, sucras
calibration slope, calibration intercept, calibration-in-the-large, calibration in the large
net reclassification improvement, net reclassification index, integrated discrimination improvement
`),
  ],
]);
