/** Words of p-values as data. */
import { words } from "../../text/words.js";

export const P_WORDS = words(`
p ps pvalue pval p-val p-value p-values pvalues p's p‐value p–value ptrend pinteraction p-interaction p-trend
pheterogeneity p-heterogeneity phet pint pnoninferiority pnon-inferiority p-noninferiority
psuperiority plog-rank plogrank pfdr padj padjusted pcorrected pcorr puncorrected pbonferroni
ptwo-sided pone-sided p2-tailed pfor pdiff pdifference pgroup poverall pcombined pmeta pall
`);

/** Words that may stand between "P" and its comparator. */
export const BETWEEN = words(`
value values for of the was were is trend interaction int heterogeneity het noninferiority
non-inferiority superiority log-rank logrank log rank test overall difference linear linearity
adjusted adj corrected uncorrected unadjusted both all by in each from level levels ranging
one-sided two-sided 2-sided 1-sided sided two-tailed tailed cox ( ) [ ] , : _ - at least
multivariate univariate multivariable non-linearity nonlinearity equivalence bonferroni
comparisons comparison group time x × being equal to fdr fisher exact χ2 chi-square
mantel-haenszel stratified likelihood ratio homogeneity age sex treatment effect effects between
min h groups equals significance statistical value,
`);

export const NEGLIGIBLE_WORDS = words("nonsignificant non-significant ns n.s n.s.");

/** Words of a sentence that sets a level of significance instead of reporting a p-value. */
export const SETS_LEVEL = words(`
considered regarded deemed accepted defined denote denoted denotes taken set judged interpreted
threshold cutoff cut-off criterion alpha boundary boundaries significance-level genome-wide
indicated indicates indicating entered included retained assumed chosen required adopted
`);

export const LEVEL_OBJECT = words(
  "univariate univariable bivariate significant significance threshold alpha cutoff cut-off genome-wide",
);
