import { reads } from "./notation.js";

reads("ratios in the manner of the journals", [
  [
    "The hazard ratio for disease progression or death was 0.64 (95% CI, 0.42 to 0.98; P=0.04).",
    "HR 0.64 CI95 0.42..0.98 p=0.04",
  ],
  [
    "Relapse was less frequent with tafexinib (HR 0·71 [95% CI 0·55–0·92]; p=0·0092).",
    "HR 0.71 CI95 0.55..0.92 p=0.0092",
  ],
  [
    "Fewer children in the nurse-led arm were admitted (relative risk 0·83, 0·71–0·97; p=0·018).",
    "RR 0.83 CI 0.71..0.97 p=0.018",
  ],
  [
    "Stroke was less common after closure (adjusted hazard ratio, 0.58; 95% CI, 0.40-0.84; P = .004).",
    "aHR 0.58 CI95 0.4..0.84 p=0.004",
  ],
  [
    "Current smoking was associated with nonunion (aOR=2.31, 95%CI: 1.44-3.70, p<0.001).",
    "aOR 2.31 CI95 1.44..3.7 p<0.001",
  ],
  ["Delirium was independently linked to falls [OR 1.62 (95% CI 1.31; 2.01)].", "OR 1.62 CI95 1.31..2.01"],
  [
    "The relative risk of readmission was 0.87 (95% confidence interval 0.79 to 0.96).",
    "RR 0.87 CI95 0.79..0.96",
  ],
  [
    "Exacerbations fell with the triple inhaler (rate ratio 0.75, 95% CI 0.61 to 0.92, p=0.006).",
    "IRR 0.75 CI95 0.61..0.92 p=0.006",
  ],
  ["Asthma visits rose during the fire season (IRR, 1.18 [95% CI, 1.02-1.36]).", "IRR 1.18 CI95 1.02..1.36"],
  [
    "Women were more often left untreated (prevalence ratio 1.32; 95% CI 1.10–1.58).",
    "RR 1.32 CI95 1.1..1.58",
  ],
  [
    "The hazard ratio [HR] for progression was 0.52; 95% confidence interval [CI], 0.40 to 0.68; two-sided P<.001.",
    "HR 0.52 CI95 0.4..0.68 p<0.001",
  ],
  ["Survival favoured surgery (HR .64; 95% CI, .41 to .99; P = .045).", "HR 0.64 CI95 0.41..0.99 p=0.045"],
  ["HR (95% CI) for cardiac death was 1.56 (1.21-2.02).", "HR 1.56 CI95 1.21..2.02"],
  [
    "Frailty predicted sepsis (OR = 6.02; CI95% [1.33-18.77], p = 0.002).",
    "OR 6.02 CI95 1.33..18.77 p=0.002",
  ],
  ["The boundary was not crossed (hazard ratio, 0.77; 99% CI, 0.53 to 1.11).", "HR 0.77 CI99 0.53..1.11"],
  [
    "Bleeding was similar (HR 1.06; 95% CI 0.93–1.21; P=0.003 for noninferiority).",
    "HR 1.06 CI95 0.93..1.21 p=0.003(noninferiority)",
  ],
  [
    "In the biomarker-positive stratum the upper bound was open (HR 0.41, 95% CI 0.12–NE).",
    "HR 0.41 CI95 0.12..NR",
  ],
  [
    "Lead exposure raised the odds of hypertension (odds ratio 1.4 per doubling, 95%\nCI 1.1 to 1.8).",
    "OR 1.4 CI95 1.1..1.8",
  ],
  [
    "The geometric mean ratio for peak concentration was 1.08 (90% CI 0.98–1.19).",
    "GMR 1.08 CI90 0.98..1.19",
  ],
  ["Hospital costs were lower (ratio of means 0.93, 95% CI 0.88 to 0.98).", "ROM 0.93 CI95 0.88..0.98"],
  [
    "The competing risk of reoperation was higher (sHR 1.47, 95% CI 1.03-2.10, p = 0.034).",
    "aHR 1.47 CI95 1.03..2.1 p=0.034",
  ],
]);

reads("several effects in one sentence", [
  [
    "Benefit was seen for PFS (HR, .53; P = .04) and OS (HR, .61; P = .21).",
    "HR 0.53 p=0.04; HR 0.61 p=0.21",
  ],
  [
    "The hazard ratio was 0.69 (95% CI 0.57–0.84) for death and 0.74 (0.60–0.91) for relapse.",
    "HR 0.69 CI95 0.57..0.84; HR 0.74 CI 0.6..0.91",
  ],
  [
    "Independent predictors were age (HR 1.03; 95% CI 1.01-1.05; P = .002), albumin (HR 0.62; 95% CI 0.44-0.87; P = .006) and ascites (HR 2.10; 95% CI 1.38-3.19; P < .001).",
    "HR 1.03 CI95 1.01..1.05 p=0.002; HR 0.62 CI95 0.44..0.87 p=0.006; HR 2.1 CI95 1.38..3.19 p<0.001",
  ],
  [
    "Compared with never-users, the odds ratios were 1.21 (95% CI, 1.05-1.40) for past and 1.58 (95% CI, 1.33-1.88) for current users.",
    "OR 1.21 CI95 1.05..1.4; OR 1.58 CI95 1.33..1.88",
  ],
  [
    "The crude estimate (RR 1.40, 95% CI 1.12–1.75) shrank after adjustment (adjusted RR 1.09, 95% CI 0.85–1.40).",
    "RR 1.4 CI95 1.12..1.75; aRR 1.09 CI95 0.85..1.4",
  ],
]);

reads("differences", [
  ["The risk difference was −3.2 percentage points (95% CI, −5.9 to −0.5).", "RD -3.2 CI95 -5.9..-0.5"],
  [
    "Cure was more frequent by an absolute difference of 4.1% (95% CI 0.6% to 7.6%; P=.02).",
    "RD 4.1 CI95 0.6..7.6 p=0.02",
  ],
  [
    "Mean difference in pain was −1.3 points (95% CI −2.1 to −0.5; p = 0.002).",
    "MD -1.3 CI95 -2.1..-0.5 p=0.002",
  ],
  ["The mean difference in stiffness was -0.6 (95% CI: -1.1--0.1).", "MD -0.6 CI95 -1.1..-0.1"],
  ["Lung function improved (weighted mean difference 12.4 mL, 95% CI 3.0 to 21.8).", "MD 12.4 CI95 3..21.8"],
  [
    "HbA1c was lowered more by the weekly drug (LS mean difference, −0.54%; 95% CI, −0.73 to −0.35).",
    "MD -0.54 CI95 -0.73..-0.35",
  ],
]);

reads("standardised differences, correlations and coefficients", [
  [
    "Anxiety was reduced (SMD = −0.42; 95% CI −0.71 to −0.13; p=0.005).",
    "SMD -0.42 CI95 -0.71..-0.13 p=0.005",
  ],
  ["The pooled effect was small, Hedges' g = 0.38, 95% CI [0.12, 0.64].", "SMD 0.38 CI95 0.12..0.64"],
  ["Gains were moderate (Cohen's d = 0.55).", "SMD 0.55"],
  ["The standardised mean difference was 0·31 (95% CI 0·02 to 0·60).", "SMD 0.31 CI95 0.02..0.6"],
  ["Sodium correlated with tumour volume (r = −0.46, p < 0.001).", "R -0.46 p<0.001"],
  ["Spearman's rho was 0.71 (95% CI 0.58 to 0.81).", "R 0.71 CI95 0.58..0.81"],
  [
    "Sleep loss predicted irritability (β = 0.21, 95% CI 0.05 to 0.37, p = 0.01).",
    "BETA 0.21 CI95 0.05..0.37 p=0.01",
  ],
  ["Parental stress predicted attrition (B = −1.84, SE = 0.62, p = .003).", "BETA -1.84 p=0.003"],
]);
