/** Words that say how a number was computed, and so which recomputation would be unfair. */

/** Intervals that are not symmetric around their estimate. */
export const ASYMMETRIC =
  /\b(?:exact|fisher|bootstrap\w*|profile[- ](?:penali[sz]ed[- ])?likelihood|bayes\w*|credible|posterior (?:mean|median|mode|probabilit\w+|distributions?|estimates?|odds|hazard|risk|rate|HR|OR|RR)|median[- ]unbiased|firth|penali[sz]ed|permutation)\b/i;

/** The same named for the whole document, where "Fisher's exact test" alone says nothing of intervals. */
export const ASYMMETRIC_METHOD =
  /\b(?:exact (?:logistic|confidence|(?:95 ?%|two-sided) confidence|CI|conditional|binomial)|bootstrap\w*|profile[- ]likelihood|bayesian|credible (?:intervals?|limits?)|posterior (?:mean|median|probabilit\w+|distributions?)|median[- ]unbiased|firth|penali[sz]ed likelihood|likelihood ratio (?:based )?confidence)\b/i;

export const SCORE_DIFFERENCE =
  /\b(?:newcombe|wilson|miettinen|hodges|median difference|difference in medians?)\b/i;

export const EXACT_TEST = /\b(?:exact|fisher|permutation|mcnemar|bootstrap\w*)\b/i;

export const ONE_SIDED = /\b(?:one|1|single)[- ]?(?:sided|tailed)\b/i;

export const LOG_RANK = /\blog[- ]?rank\b/i;

export const NONINFERIORITY =
  /\bnon[- ]?inferior\w*|\bequivalence\b|\b(?:prespecified|predefined|equivalence|of the) margin\b/i;

/** A trial that was designed to show noninferiority. */
export const NONINFERIORITY_DESIGN = /\bnon[- ]?inferior\w*/i;

/** A p-value that is not about the estimate itself, as told next to it. */
export const OTHER_P =
  /\b(?:interaction|(?:hetero|homo)geneity|trend|p[- ]?(?:trend|int\w*|het\w*)|difference between|non[- ]?inferior\w*)\b/i;

export const CORRECTED =
  /\b(?:bonferroni|holm|[sš]id[aá]k|tukey|scheff[eé]|hochberg|fdr|false discovery|corrected|multiple (?:comparisons?|testing)|adjusted p)\b/i;

export const CLUSTERED =
  /\bcluster\w*|\bcommunity[- ]randomi[sz]ed\b|\bintraclass\b|\bgeneralized estimating\b|\bGEE\b/i;

/** Two values of the same people, or of people in pairs. */
export const PAIRED =
  /\b(?:mcnemar\w*|(?:matched|paired|in) pairs?|pairs? of|intra-?(?:patient|individual|subject)|within-(?:patient|subject|person)|split-(?:face|mouth|body)|fellow eyes?|contralateral)\b/i;

/** Things of which a patient has several. */
export const CLUSTERED_UNITS =
  /\b(?:lesions?|nodes?|teeth|tooth|implants?|wounds?|n[ae]vi|biops(?:y|ies)|embryos?|vessels?|joints?|segments?|eyes?|ears?|knees?|hips?|kidneys?|limbs?)\b/i;

/** Percentages that are no simple share of a count. */
export const SURVIVAL_ESTIMATE =
  /\bkaplan\b|\bactuarial\b|\bcumulative (?:incidence|event|probability|rate)|\blife[- ]table\b|\bestimated (?:rate|event)/i;

export const APPROXIMATE =
  /\b(?:over|more than|less than|fewer than|almost|nearly|about|around|approximately|roughly|up to|at least|under|below|above)\s*$|[<>≤≥~≈]\s*$/i;

export const ADJUSTED_TEST =
  /\b(?:adjust\w*|stratif\w*|mantel|cochran|cmh|log[- ]?rank|mcnemar|paired|matched|matching|regression|weighted|iptw|hazard|multivaria\w*|trend|interaction|kaplan\w*|survival|cox|propensity|cluster\w*|per (?:100 )?(?:person|patient)[- ]years?)\b/i;

/** The same named for the whole document. */
export const MODEL_BASED_METHOD =
  /\b(?:survey[- ]weight\w*|design effect|sampling weights?|inverse probability|generali[sz]ed estimating|(?:adjusted|accounting|allowing) for cluster\w*|cluster[- ]robust)\b/i;

export const MODEL_BASED =
  /\b(?:weighted|stratif\w*|adjusted|kaplan\w*|cluster\w*|survey|model\w*|imput\w*|bootstrap\w*|estimated|design effect|pooled|meta-analy\w*)\b/i;
