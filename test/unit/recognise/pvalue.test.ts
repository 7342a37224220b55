import { reads } from "./notation.js";

reads("comparators as printed", [
  ["Wound infection was rarer after the bundle (P = .03).", "p=0.03"],
  ["Recovery was faster in the block group (p<0·0001).", "p<0.0001"],
  ["Bone loss was slower (P =or< 0.001).", "p<=0.001"],
  ["Nausea was less severe (p = <0.001).", "p<0.001"],
  ["All scales improved (all P < or = .003).", "p<=0.003"],
  ["Intraocular pressure was lower (P≤.036).", "p<=0.036"],
  ["Blood loss did not differ (p > 0.05).", "p>0.05"],
  ["Quality of life was alike (p ≥ 0.20).", "p>=0.2"],
  ["Mortality was lower in the trained hospitals (P &lt; 0.001).", "p<0.001"],
  ["Weight did not change (P = NS).", "p ns"],
  ["Groups were equally satisfied (NS).", "p ns"],
  ["Length of stay was shorter (p-value: 0.012).", "p=0.012"],
  ["The test gave a p value of 0.27.", "p=0.27"],
  ["Cognition was stable (P = 1.00).", "p=1"],
  ["Scores were higher after training (p= 0.000).", "p=0"],
  ["Pain eased sooner (P less than 0.01).", "p<0.01"],
  ["Pain eased sooner (p-value below 0.01).", "p<0.01"],
  ["Pain eased sooner (Pval = 0.03).", "p=0.03"],
  ["Pain eased sooner, P (0.03).", "p=0.03"],
  ["Virtanen P(1), Smith J(2).", ""],
]);

reads("typography", [
  ["Transfusion was avoided more often (P\u2009=\u20090.42).", "p=0.42"],
  ["The variant reached significance (P = 2.3 × 10−5).", "p=0.000023"],
  ["A second locus was found (P<5×10-8).", "p<5e-8"],
  ["Another signal lay nearby (p = 4.1e-06).", "p=0.0000041"],
  ["Levels rose in both arms (P=1.7×10⁻⁴).", "p=0.00017"],
  ["The rate was higher at night (p\u00a0=\u00a00·049).", "p=0.049"],
  ["Vomiting was less common (p=\n0.02).", "p=0.02"],
  ["Survival was longer (log-rank p=0·057).", "p=0.057"],
  ["Fatigue differed (P=.048, Fisher's exact test).", "p=0.048"],
]);

reads("what is tested", [
  ["Risk grew with dose (P for trend = .02).", "p=0.02(trend)"],
  ["Risk grew with each quintile (Ptrend < 0.001).", "p<0.001(trend)"],
  ["Sex did not modify the effect (p for interaction 0.31).", "p=0.31(interaction)"],
  ["The effect was the same at all ages (P-interaction = 0.97).", "p=0.97(interaction)"],
  ["The effect varied with baseline severity (interaction P = .006).", "p=0.006(interaction)"],
  ["Studies disagreed (P for heterogeneity=0.04).", "p=0.04(heterogeneity)"],
  ["The short course sufficed (P<0.001 for noninferiority).", "p<0.001(noninferiority)"],
  ["Progression was delayed (one-sided P = .011).", "p=0.011(one-sided)"],
  ["Progression was not delayed (1-sided p=0.41).", "p=0.41(one-sided)"],
]);

reads("lists of p-values", [
  ["Pain and stiffness eased (P = .03 and P = .04, respectively).", "p=0.03; p=0.04"],
  ["Pain and stiffness eased (P = .03 and .04, respectively).", "p=0.03; p=0.04"],
  ["Urea, sodium and chloride differed (p=0.01, p=0.02, and p<0.001).", "p=0.01; p=0.02; p<0.001"],
  ["Appetite (p=0.02), sleep (p=0.6) and mood (NS) were compared.", "p=0.02; p=0.6; p ns"],
  ["Lung function was better at weeks 8 (p=0.03), 16 (p=0.02) and 24 (p=0.06).", "p=0.03; p=0.02; p=0.06"],
]);

reads(
  "levels of significance are no results",
  [
    ["P < .05 was considered statistically significant.", ""],
    ["Statistical significance was set at p < 0.05.", ""],
    ["A two-sided alpha of .05 was used.", ""],
    ["Variables with p<0.10 were entered into the multivariable model at a significance level of 0.05.", ""],
    ["A P value of less than 0.05 was taken to indicate significance.", ""],
    ["We regarded p values below 0.05 as significant.", ""],
    ["Genome-wide significance was defined as P < 5 × 10−8.", ""],
    ["The level of significance was 5% (p < 0.05).", ""],
    ["Means were compared with a significance of P < 0.05.", ""],
    ["Variables with a p-value <0.1 in the univariate analysis were included in the model.", ""],
  ],
  "Methods",
);

reads("letters that are no p-value", [
  ["The P wave was prolonged in the P2Y12 inhibitor arm.", ""],
  ["Carriers of the p.V600E variant were excluded.", ""],
]);

reads("specialties", [
  [
    "Serum urate fell in the febuxostat arm but not in the placebo arm (p=0.001 and p=0.63, respectively).",
    "p=0.001; p=0.63",
  ],
  ["Operative time was significantly shorter after the 30th case (p = 0.0004).", "p=0.0004"],
  [
    "There was no evidence of an interaction between sex and treatment (P = 0.44 for interaction).",
    "p=0.44(interaction)",
  ],
  ["The test for trend across quartiles was significant (P for linear trend <0.001).", "p<0.001(trend)"],
  ["Neither weight nor height differed (both P > .20).", "p>0.2"],
  ["The p-values for pain and fatigue were 0.03 and 0.41.", "p=0.03; p=0.41"],
  ["Survival curves differed (log-rank test, P = .0021).", "p=0.0021"],
  ["No difference in fibrosis was observed (Mann-Whitney U test; p=0.78).", "p=0.78"],
  ["The result remained after Bonferroni correction (corrected P = .008).", "p=0.008"],
  ["The difference was not statistically significant (P=0.052, two-sided).", "p=0.052"],
  ["Genotype was associated with response (p=3.2×10^−7).", "p=3.2e-7"],
  ["The groups were well balanced (all p-values > 0.1).", "p>0.1"],
  ["The test for subgroup differences was negative (Pinteraction=0.19).", "p=0.19(interaction)"],
  ["Egger's test gave no sign of small-study effects (P = .67).", "p=0.67"],
]);

reads("p-values of named moments", [
  ["There was no difference (Pbaseline = 0.46, P1 min = 0.86, P3 min = 0.30).", "p=0.46; p=0.86; p=0.3"],
]);

reads("p-values with a number of their own", [
  ["Scores were 41.2 vs 38.8 (p1=0.02, p2=0.4).", "mean 41.2; mean 38.8; p=0.02; p=0.4"],
]);
