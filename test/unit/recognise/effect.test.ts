import { reads } from "./notation.js";

reads("an estimate away from its interval", [
  [
    "The hazard ratio for admission was 8.50 for the gel group (95% CI, 1.11 to 2.01).",
    "HR 8.5 CI95 1.11..2.01",
  ],
  ["Fibre helped (OR 1.36 for the trend; CI 1.47 – 1.73).", "OR 1.36 CI 1.47..1.73"],
]);

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
    "Exacerbations fell with the triple inhaler (rate ratio 0.77, 95% CI 0.63 to 0.94, p=0.011).",
    "IRR 0.77 CI95 0.63..0.94 p=0.011",
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
  ["Survival favoured surgery (HR .64; 95% CI, .41 to .99) (P = .045).", "HR 0.64 CI95 0.41..0.99 p=0.045"],
  ["Survival favoured surgery (HR .64) (P = .045 for trend over doses).", "HR 0.64; p=0.045(trend)"],
  ["Survival favoured surgery (HR .64; 95% CI, .41 to .99; P = .045).", "HR 0.64 CI95 0.41..0.99 p=0.045"],
  ["HR (95% CI) for cardiac death was 1.56 (1.21-2.02).", "HR 1.56 CI95 1.21..2.02"],
  [
    "Frailty predicted sepsis (OR = 5.24; CI95% [1.67-16.44], p = 0.005).",
    "OR 5.24 CI95 1.67..16.44 p=0.005",
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
  [
    "In the Bayesian analysis the hazard ratio was 0.88 (95% credible interval 0.74 to 1.03).",
    "HR 0.88 CrI95 0.74..1.03",
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
  [
    "Systolic pressure fell further with spironolactone (adjusted mean difference, –4.7 mm Hg [95% CI, –7.9 to –1.5]; P = .004).",
    "aMD -4.7 CI95 -7.9..-1.5 p=0.004",
  ],
  ["The between-group difference in walking distance was 31 m (95% CI 12 to 50).", "MD 31 CI95 12..50"],
]);

reads("standardised differences, correlations and coefficients", [
  [
    "Anxiety was reduced (SMD = −0.42; 95% CI −0.71 to −0.13; p=0.005).",
    "SMD -0.42 CI95 -0.71..-0.13 p=0.005",
  ],
  ["Falls were rarer after training (OR 0.48 [0.77, 0.83]).", "OR 0.48 CI 0.77..0.83"],
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

reads("specialties", [
  [
    "The primary composite occurred less often with empagliflozin than with placebo (13.1% vs 15.8%; hazard ratio, 0.82; 95% CI, 0.73 to 0.92; P<0.001).",
    "share 13.1%; share 15.8%; HR 0.82 CI95 0.73..0.92 p<0.001",
  ],
  [
    "Thrombectomy improved functional independence (OR 2·49, 95% CI 1·76–3·53; p<0·0001; NNT 2·6).",
    "OR 2.49 CI95 1.76..3.53 p<0.0001; NNT 2.6",
  ],
  [
    "In multivariable Cox regression, sarcopenia (HR: 1.89, 95% CI: 1.22–2.93, p = 0.004) and portal hypertension (HR: 2.44, 95% CI: 1.51–3.95, p < 0.001) predicted death.",
    "HR 1.89 CI95 1.22..2.93 p=0.004; HR 2.44 CI95 1.51..3.95 p<0.001",
  ],
  [
    "Children exposed in utero had a higher prevalence of cleft palate (adjusted prevalence ratio 1.35, 95% confidence interval 1.02 to 1.79).",
    "aRR 1.35 CI95 1.02..1.79",
  ],
  [
    "Delirium was shorter with dexmedetomidine (mean difference −0·8 days, 95% CI −1·4 to −0·2; p=0·0099).",
    "MD -0.8 CI95 -1.4..-0.2 p=0.0099",
  ],
  [
    "Lower educational attainment was linked to dementia (RR=1.45 [95% CI=1.20, 1.75]).",
    "RR 1.45 CI95 1.2..1.75",
  ],
  [
    "The adjusted incidence rate ratio of pneumonia was 0.66 (95% CI, 0.49–0.89).",
    "aIRR 0.66 CI95 0.49..0.89",
  ],
  [
    "The hazard ratio for stroke or systemic embolism was 0.79 (95% CI, 0.66 to 0.95; P<0.001 for noninferiority; P=0.01 for superiority).",
    "HR 0.79 CI95 0.66..0.95 p<0.001(noninferiority); p=0.01",
  ],
  ["Carriers had a 2.3 times higher odds of relapse (95% CI 1.4 to 3.8).", "OR 2.3 CI95 1.4..3.8"],
  ["Men were more often affected (odds ratio for men v women 1.7, 1.2 to 2.4).", "OR 1.7 CI 1.2..2.4"],
  [
    "Each 1-SD increase in lipoprotein(a) was associated with aortic stenosis (HR 1.23, 95% CI 1.06–1.41).",
    "HR 1.23 CI95 1.06..1.41",
  ],
  [
    "For every 10 mm Hg the risk of stroke rose (hazard ratio 1.31, 95% CI 1.18 to 1.45, P<0.001).",
    "HR 1.31 CI95 1.18..1.45 p<0.001",
  ],
  [
    "Compared with usual care, collaborative care reduced depression scores (standardized mean difference, -0.34; 95% CI, -0.41 to -0.27).",
    "SMD -0.34 CI95 -0.41..-0.27",
  ],
  [
    "The intervention had a small effect on self-efficacy (d = 0.24, 95% CI [0.03, 0.45]).",
    "SMD 0.24 CI95 0.03..0.45",
  ],
  ["Ferritin was correlated with liver iron (Pearson r=0.68, P<.0001).", "R 0.68 p<0.0001"],
  [
    "Test bioequivalence was shown, the geometric mean ratio (90% CI) for AUC being 1.03 (0.97–1.09).",
    "GMR 1.03 CI90 0.97..1.09",
  ],
  [
    "In the unadjusted model the odds ratio was 0.58 (95% CI 0.35-0.97, p=0.04) and in the adjusted model 0.63 (95% CI 0.37-1.08, p=0.09).",
    "OR 0.58 CI95 0.35..0.97 p=0.04; OR 0.63 CI95 0.37..1.08 p=0.09",
  ],
  [
    "Radial access reduced bleeding (1.6% vs 2.3%; RR 0.67, 95% CI 0.49–0.92; p=0.013).",
    "share 1.6%; share 2.3%; RR 0.67 CI95 0.49..0.92 p=0.013",
  ],
  [
    "Death occurred in 37 patients (12.3%) with early and 58 (19.1%) with delayed surgery (risk difference, -6.8 percentage points; 95% CI, -12.6 to -1.0; P = .02).",
    "count 37 12.3%; count 58 19.1%; RD -6.8 CI95 -12.6..-1 p=0.02",
  ],
  [
    "The difference in 30-day mortality was 0.4 percentage points (95% CI −1.9 to 2.7).",
    "RD 0.4 CI95 -1.9..2.7",
  ],
  [
    "Regression showed that albumin (beta = -0.31, p = .02) explained part of the variance (R2 = 0.18).",
    "BETA -0.31 p=0.02; R2 0.18",
  ],
  ["The estimated treatment difference was −4.4 mmol/mol (95% CI −6.0, −2.8).", "MD -4.4 CI95 -6..-2.8"],
  ["HR=0.45 (0.23–0.88), p=0.02.", "HR 0.45 CI 0.23..0.88 p=0.02"],
  ["Mean pain intensity was 1.2 points lower with ketorolac (95% CI 0.4 to 2.0).", "MD 1.2 CI95 0.4..2"],
]);

reads("awkward print", [
  ["The odds ratio (95% CI) was 1.21 (1.06 to 1.38), P = .005.", "OR 1.21 CI95 1.06..1.38 p=0.005"],
  ["Adjusted OR (aOR) for abortion was 3.01; 95% CI 1.20, 7.55; P=0.02.", "aOR 3.01 CI95 1.2..7.55 p=0.02"],
  ["OR=2·02; 95% CI=1·04–3·92.", "OR 2.02 CI95 1.04..3.92"],
  ["HR: 0.61 [CI95%: 0.39–0.95]; p: 0.03.", "HR 0.61 CI95 0.39..0.95 p=0.03"],
  ["The effect persisted (hazard ratio = 0.70, confidence interval = 0.52 - 0.94).", "HR 0.7 CI 0.52..0.94"],
  [
    "Hazard ratio for death, 0.82 [95% CI, 0.70 to 0.97]; P=0.02 by the log-rank test.",
    "HR 0.82 CI95 0.7..0.97 p=0.02",
  ],
  ["RR 0·58 (0·33 to 1·00), P=0·05, fixed-effect model.", "RR 0.58 CI 0.33..1 p=0.05"],
  ["The hazard ratio of 1.9 (P = 0.04) was unchanged.", "HR 1.9 p=0.04"],
  ["MD -2.10 mmHg, 95%CI [-3.40, -0.80], p = 0.002, I2 = 12%.", "MD -2.1 CI95 -3.4..-0.8 p=0.002; I2 12%"],
  ["WMD = 0.31 days; 95% CI: 0.12~0.50; P = 0.001.", "MD 0.31 CI95 0.12..0.5 p=0.001"],
  [
    "The relative risk of preterm birth was 1.3 (95% CI: 1.1 – 1.5; p=0.002), and of low birth weight 1.2 (95% CI: 1.0 – 1.4; p=0.06).",
    "RR 1.3 CI95 1.1..1.5 p=0.002; RR 1.2 CI95 1..1.4 p=0.06",
  ],
  ["An adjusted hazard ratio of 0.94 (95%CI 0.88; 1.01) was found.", "aHR 0.94 CI95 0.88..1.01"],
  [
    "The rate ratio was 0.52 (95% CI, 0.35–0.77; P = 0.001), favouring prophylaxis.",
    "IRR 0.52 CI95 0.35..0.77 p=0.001",
  ],
  [
    "Hazard ratios (with 95% confidence intervals) were 0.73 (0.60 to 0.88) for death and 0.91 (0.77 to 1.08) for stroke.",
    "HR 0.73 CI95 0.6..0.88; HR 0.91 CI95 0.77..1.08",
  ],
  [
    "Odds were raised in past smokers [odds ratio 1.5 (1.1, 2.0)] and current smokers [2.2 (1.6, 3.0)].",
    "OR 1.5 CI 1.1..2; OR 2.2 CI 1.6..3",
  ],
  [
    "Being underweight (OR 2.9, P=.01) and anemia (OR 1.8, P=.03), but not age (OR 1.0, P=.7), predicted sepsis.",
    "OR 2.9 p=0.01; OR 1.8 p=0.03; OR 1 p=0.7",
  ],
  [
    "The unadjusted hazard ratio was 0.78 (95% CI, 0.62 to 0.98), and the propensity score–matched hazard ratio was 0.81 (95% CI, 0.61 to 1.07).",
    "HR 0.78 CI95 0.62..0.98; HR 0.81 CI95 0.61..1.07",
  ],
  [
    "The absolute risk reduction was 3.9% (95% CI 1.1% to 6.7%), with a number needed to treat of 26.",
    "RD 3.9 CI95 1.1..6.7; NNT 26",
  ],
  [
    "Depressive symptoms fell more in the app arm (adjusted difference −1.9, 95% CI −3.1 to −0.7; effect size 0.35).",
    "aMD -1.9 CI95 -3.1..-0.7; SMD 0.35",
  ],
  ["Risk of rupture was lower with (HR0.55, 95%CI0.31-0.98,P=0.043).", "HR 0.55 CI95 0.31..0.98 p=0.043"],
]);

reads("letters that name no ratio", [
  ["Mothers or fathers of 12 children were interviewed.", "n=12"],
  ["An HR of 72 ± 9 beats/min was recorded at rest.", "mean 72 beats/min SD 9"],
  ["The infusion ran at 0.3 mg kg−1 hr−1.", ""],
  ["The operating room (OR) was occupied for a mean of 94 minutes.", "mean 94 minute"],
  [
    "Mean heart rate (HR) fell from 81 to 68 beats per minute.",
    "mean 81 beats per minute; mean 68 beats per minute",
  ],
  ["The RR interval on the electrocardiogram was 840 ± 60 ms.", "mean 840 ms SD 60"],
]);

reads("decimal commas", [
  [
    "Le risque était plus faible (OR 1,84; 95% CI 1,02 to 3,31), et 12,5% sont tombés malades (p=0,04).",
    "OR 1.84 CI95 1.02..3.31; share 12.5%; p=0.04",
  ],
]);

reads("changes against a control", [
  ["Survival at 2 years was improved by 6.1% (95% CI 1.8 to 10.4).", "RD 6.1 CI95 1.8..10.4"],
]);

reads("without all the words", [
  ["The adjusted hazard ratio (HR) for falls was 1.38 (95% CI 1.02–1.87).", "aHR 1.38 CI95 1.02..1.87"],
  ["The adjusted odds ratio [OR] was 0.77 [95% CI 0.61–0.98].", "aOR 0.77 CI95 0.61..0.98"],
  [
    "Risk rose by quartile: HR = 1.08, 95% CI = 0.90–1.30 and HR = 1.41, 95% CI = 1.18–1.69; p for trend <0.001.",
    "HR 1.08 CI95 0.9..1.3; HR 1.41 CI95 1.18..1.69; p<0.001(trend)",
  ],
  [
    "The effect was alike in men (RR 0.8, 95% CI 0.6–1.0) and women (RR 0.7, 95% CI 0.5–0.9; P for interaction = .52).",
    "RR 0.8 CI95 0.6..1; RR 0.7 CI95 0.5..0.9; p=0.52(interaction)",
  ],
]);

reads("differences announced before a list", [
  [
    "The mean change (difference A-B; 95%CI) in haemoglobin (−2.9; −4.7, −1.1) and lymphocytes (−0.2; −0.3, −0.1) was higher.",
    "MD -2.9 CI95 -4.7..-1.1; MD -0.2 CI95 -0.3..-0.1",
  ],
]);

reads("differences without a measure's name", [
  [
    "Drainage volume fell more with the fibrin patch than with sutures alone (−31.4 mL; 95% CI, −55.2 to −7.6).",
    "MD -31.4 CI95 -55.2..-7.6",
  ],
  [
    "Itch was better at both visits vs vehicle (-0.84 [95% CI, -1.31 to -0.37] for cream, -0.66 [95% CI, -1.09 to -0.23] for gel).",
    "MD -0.84 CI95 -1.31..-0.37; MD -0.66 CI95 -1.09..-0.23",
  ],
  [
    "Compared with placebo, tarvenib lowered serum urate [−41.7 µmol/L (−60.3 to −23.1)].",
    "MD -41.7 CI -60.3..-23.1",
  ],
  [
    "Values fell in both arms compared with baseline (−1.9 kg; 95% CI, −2.8 to −1.0).",
    "mean -1.9 kg CI95 -2.8..-1",
  ],
  ["The care bundle has shortened length of stay by 2.4 days.", "MD 2.4"],
  ["Same-day discharge reduced ward costs by $1,285 for each patient.", "MD 1285"],
  [
    "Late recurrence was 3.7% lower after mesh repair (P for noninferiority = .004).",
    "RD -3.7 p=0.004(noninferiority)",
  ],
  [
    "In smokers wound failure was 12.3% lower (90% upper confidence limit, -4.6%) with early closure.",
    "RD -12.3 CI90 ..-4.6",
  ],
  [
    "Three-year survival rose by 7.2% with radiotherapy, which was sustained at 6 years (6.8%).",
    "RD 7.2; RD 6.8",
  ],
  ["There was a difference of 2.15 units on the apathy scale.", "MD 2.15"],
  ["The programme had an intervention effect of 0.7 (95% CI −1.6 to 3.0).", "MD 0.7 CI95 -1.6..3"],
]);

reads("estimates after other values", [
  [
    "Relapse did not differ (HR 0·94, 0·78–1·13; p=0·51); survival at 4 years was 83% (80–86) and 81% (78–84; 1·09, 0·86–1·38; p=0·47).",
    "HR 0.94 CI 0.78..1.13 p=0.51; 83% at 4 year CI 80..86; 81% at 4 year CI 78..84; HR 1.09 CI 0.86..1.38 p=0.47",
  ],
  [
    "Detection was higher with the swab: the relative detection was 1.62 (95% CI 1.21–2.17) in round one and 0.74 (0.40–1.37) in round two.",
    "OTHER-RATIO 1.62 CI95 1.21..2.17; OTHER-RATIO 0.74 CI 0.4..1.37",
  ],
  [
    "The ratio of exposures of the two tablets was 1.043 (90% CI 0.981–1.109).",
    "OTHER-RATIO 1.043 CI90 0.981..1.109",
  ],
  ["Time on therapy was longer (TR 1·34, 1·07–1·68, p=0·011).", "OTHER-RATIO 1.34 CI 1.07..1.68 p=0.011"],
]);

reads("steps of a factor", [
  [
    "Height (OR 1.07 per year, 95% CI 1.02–1.12) and wealth (OR 1.9, 1.3–2.8) predicted myopia.",
    "OR 1.07 CI95 1.02..1.12; OR 1.9 CI 1.3..2.8",
  ],
]);

reads("ratios that go on, and rates beside them", [
  [
    "For relapse, the hazard ratio (HR) of early versus late weaning was 0.62 for the northern sites (p = .004) and 0.58 for the southern sites (p = .011).",
    "HR 0.62 p=0.004; HR 0.58 p=0.011",
  ],
  [
    "Pneumonia was as frequent (hazard ratio 1.21 [95% CI 0.82–1.79], P = 0.34; 0.214 vs. 0.177 events/100 patient-years).",
    "HR 1.21 CI95 0.82..1.79 p=0.34; incidence rate 0.214 events/100 patient-years; incidence rate 0.177 events/100 patient-years",
  ],
]);

reads("brackets that hold an estimate of their own", [
  [
    "Survival was shorter in men (HR 1·44, 95% CI 1·08–1·92, p=0·013) and with a frailty score of 3 (1·71, 1·13–2·59, p=0·011).",
    "HR 1.44 CI95 1.08..1.92 p=0.013; HR 1.71 CI 1.13..2.59 p=0.011",
  ],
  ["Adherence rose (1.6 versus 0.2; Δ1.4; 95% CI 0.3 to 2.5).", "mean 1.6; mean 0.2; MD 1.4 CI95 0.3..2.5"],
]);

reads("p-values under the label of what follows", [
  [
    "Unknown order had an odds ratio of 0.86 (95% CI 0.39, 1.88), birth order: P = 0.41 for later children.",
    "OR 0.86 CI95 0.39..1.88; p=0.41",
  ],
  [
    "Unknown order had an odds ratio of 0.86 (95% CI 0.39, 1.88), Wald test: P = 0.71.",
    "OR 0.86 CI95 0.39..1.88 p=0.71",
  ],
]);

reads("a ratio for a difference", [
  [
    "Weaning was as quick (hazard ratio [HR] for difference in survival curves 0·87 [95% CI 0·66–1·15]; p=0·33).",
    "HR 0.87 CI95 0.66..1.15 p=0.33",
  ],
]);
