import { reads } from "./notation.js";

reads("accuracy and agreement", [
  ["The AUC was 0.82 (95% CI 0.76–0.88).", "AUC 0.82 CI95 0.76..0.88"],
  ["The area under the receiver operating characteristic curve was 0.91.", "AUC 0.91"],
  ["The model discriminated well (C-index 0.74; 95% CI, 0.70 to 0.78).", "AUC 0.74 CI95 0.7..0.78"],
  [
    "Sensitivity was 88.4% (95% CI 81.0–93.6%) and specificity 92.1% (95% CI 88.5–94.8%).",
    "sensitivity 88.4% CI95 81..93.6; specificity 92.1% CI95 88.5..94.8",
  ],
  [
    "The positive predictive value was 61% and the negative predictive value 97%.",
    "positive predictive value 61%; negative predictive value 97%",
  ],
  ["Interobserver agreement was good (κ = 0.71).", "kappa 0.71"],
  ["Reliability was excellent (ICC 0.93, 95% CI 0.90 to 0.95).", "ICC 0.93 CI95 0.9..0.95"],
  ["Internal consistency was acceptable (Cronbach's α = 0.79).", "Cronbach alpha 0.79"],
  [
    "Ultrasound had a sensitivity and specificity of 76% and 89%, respectively.",
    "sensitivity 76%; specificity 89%",
  ],
]);

reads("heterogeneity and numbers needed", [
  ["Diet explained a part of the variance (R 2 = 0.27).", "R2 0.27"],
  ["Heterogeneity was moderate (I2 = 46%).", "I2 46%"],
  ["Heterogeneity was considerable (I² = 82.5%; τ² = 0.14).", "I2 82.5%; tau2 0.14"],
  ["The number needed to treat was 14 (95% CI 9 to 33).", "NNT 14 CI95 9..33"],
  ["The gain corresponded to an NNT of 8.", "NNT 8"],
  ["The E-value was 2.16.", "E-value 2.16"],
]);

reads("for two readers and two methods", [
  ["Accuracy was 81.2% for reader 1 and 77.9% for reader 2.", "accuracy 81.2%; accuracy 77.9%"],
  ["The bias was -0.4 mmHg (limits of agreement -7.6 to 6.8).", "mean -0.4 mmHg"],
]);

reads("rates and changes", [
  [
    "The incidence rate was 7.3 per 1000 person-years (95% CI, 5.6 to 9.4).",
    "incidence rate 7.3 per 1000 person-years CI95 5.6..9.4",
  ],
  [
    "Bleeding occurred at 17.8 per 100 person-years in carriers and 11.7 per 100 person-years in others.",
    "incidence rate 17.8 per 100 person-years; incidence rate 11.7 per 100 person-years",
  ],
  [
    "There were 411.6 colds/100 person-years in week 50 and 3.2 falls per 1000 bed-days.",
    "incidence rate 411.6 colds/100 person-years; incidence rate 3.2 per 1000 bed-days",
  ],
  ["LDL cholesterol was reduced by 52.3%.", "percent decrease 52.3%"],
  [
    "Enzyme activity rose (P < 0.05) by 30 and 61% in runners and rowers, respectively.",
    "p<0.05; percent increase 30%; percent increase 61%",
  ],
  [
    "Eye pressure fell from 26.4 ± 5.2 mm Hg to 17.1 ± 3.8 mm Hg (35.2%) with drops.",
    "mean 26.4 mm Hg SD 5.2; mean 17.1 mm Hg SD 3.8; percent decrease 35.2%",
  ],
  ["The false positive rate was 0.4 per scan.", "false positive rate 0.4"],
  ["Vaccine efficacy was 94.1% (95% CI 89.3–96.8).", "vaccine efficacy 94.1% CI95 89.3..96.8"],
  ["Expression rose 3.4-fold after exposure.", "fold change 3.4"],
]);

reads("specialties", [
  [
    "The optimal cut-off gave a sensitivity of 81.0% and a specificity of 74.5% (AUC = 0.84; 95% CI: 0.79–0.89).",
    "sensitivity 81%; specificity 74.5%; AUC 0.84 CI95 0.79..0.89",
  ],
  [
    "The positive likelihood ratio was 6.4 (95% CI 4.1–9.8) and the negative likelihood ratio 0.21 (95% CI 0.14–0.32).",
    "positive likelihood ratio 6.4 CI95 4.1..9.8; negative likelihood ratio 0.21 CI95 0.14..0.32",
  ],
  ["The nomogram had a concordance index of 0.78 (95% CI, 0.74–0.82).", "AUC 0.78 CI95 0.74..0.82"],
  [
    "Agreement between the readers was substantial (kappa=0.68, 95% CI 0.57-0.79).",
    "kappa 0.68 CI95 0.57..0.79",
  ],
  ["The incidence of tuberculosis was 212 per 100,000 population.", "incidence rate 212 per 100,000"],
  [
    "The exacerbation rate was 0.83 per patient-year with the combination and 1.12 with the monotherapy.",
    "incidence rate 0.83 per patient-year; incidence rate 1.12",
  ],
  [
    "The NPV of a normal D-dimer was 99.6% (95% CI 98.9–99.9).",
    "negative predictive value 99.6% CI95 98.9..99.9",
  ],
  ["The relative risk reduction was 27%.", "relative risk reduction 27%"],
  ["The test-retest reliability was high (intraclass correlation coefficient, 0.88).", "ICC 0.88"],
  ["Platelet aggregation was inhibited by 68.4%.", "percent decrease 68.4%"],
  ["Viral titres were 12-fold higher in the lungs.", "fold change 12"],
]);

reads("a statistic that goes on", [
  [
    "Vaccine efficacy was 24% (95% CI −30 to 55) against infection and 86% (95% CI 12 to 98) against persistent disease.",
    "vaccine efficacy 24% CI95 -30..55; vaccine efficacy 86% CI95 12..98",
  ],
  [
    "Sensitivity was 71% in children, 83% in adults and 90% in the elderly.",
    "sensitivity 71%; sensitivity 83%; sensitivity 90%",
  ],
]);

reads("rates per persons", [
  ["The rate was 3.1 deaths per 1000 live births.", "incidence rate 3.1 per 1000 live births"],
  [
    "The incidence was 8.2 cases per 100,000 persons (95% CI, 6.9 to 9.5).",
    "incidence rate 8.2 per 100,000 persons CI95 6.9..9.5",
  ],
]);

reads("statistics named in other words", [
  [
    "Agreement was good, with a kappa coefficient of 0.83 (95% CI 0.74 to 0.89).",
    "kappa 0.83 CI95 0.74..0.89",
  ],
  ["A score of 6 was 90% sensitive and 85% specific.", "sensitivity 90%; specificity 85%"],
  [
    "Training reduced anxiety by 27% (P = .0001), stiffness by 37% (P = .0002) and pain by 20% (P = .0003).",
    "percent decrease 27% p=0.0001; percent decrease 37% p=0.0002; percent decrease 20% p=0.0003",
  ],
  [
    "Vaccine effectiveness was as follows: for infection, 43% (95% CI, 36 to 49) and 88% (95% CI, 81 to 92); for admission, 71% (95% CI, 52 to 83).",
    "vaccine efficacy 43% CI95 36..49; vaccine efficacy 88% CI95 81..92; vaccine efficacy 71% CI95 52..83",
  ],
]);

reads("names within names, and changes of what is named", [
  ["Weighted kappa for agreement between two raters was 0.58.", "kappa 0.58"],
  ["The AUC was 17% lower with the generic.", "percent decrease 17%"],
  [
    "The prevalence was 14.3% (95% CI 11.9–17.0; 27 studies; n = 36,418).",
    "share 14.3% CI95 11.9..17; n=27; n=36418",
  ],
]);

reads("rates and factors without a unit", [
  [
    "Yearly rates of relapse were 0·38 (95% CI 0·31–0·47) with natrexin and 0·29 (0·23–0·37) with placebo.",
    "incidence rate 0.38 CI95 0.31..0.47; incidence rate 0.29 CI 0.23..0.37",
  ],
  [
    "Severe disease was lower by a factor of 8.4 (95% CI, 6.1 to 11.6) after the booster.",
    "fold change 8.4 CI95 6.1..11.6",
  ],
]);

reads("units and directions told before the values", [
  [
    "The rate of deaths from heart causes per 100 patient-years was 2.2 with tarvenib and 2.4 with placebo (hazard ratio, 0.91; 95% CI, 0.73 to 1.13).",
    "incidence rate 2.2; incidence rate 2.4; HR 0.91 CI95 0.73..1.13",
  ],
  [
    "Falls were seen at 6.3 per 100 person-years with olvadine (hazard ratio, 0.77; 95% CI, 0.61 to 0.97).",
    "incidence rate 6.3 per 100 person-years; HR 0.77 CI95 0.61..0.97",
  ],
  [
    "Tarvenib reduced the mean number of new lesions by 81% and lesion activity by 90%.",
    "percent decrease 81%; percent decrease 90%",
  ],
  [
    "At 2 years, tarvenib reduced the annualized relapse rate by 52% and 61%.",
    "percent decrease 52%; percent decrease 61%",
  ],
]);

reads("names that share their last words", [
  [
    "Sensitivity, specificity, and positive and negative predictive values were 86%, 93%, 81% and 95%, respectively.",
    "sensitivity 86%; specificity 93%; positive predictive value 81%; negative predictive value 95%",
  ],
  [
    "The positive and negative likelihood ratios were 4.4 (95% CI 3.2–6.1) and 0.23 (0.14–0.38).",
    "positive likelihood ratio 4.4 CI95 3.2..6.1; negative likelihood ratio 0.23 CI 0.14..0.38",
  ],
  ["The AUC and sensitivity were 0.87 and 79%.", "AUC 0.87; sensitivity 79%"],
]);

reads("rates per person and time", [
  [
    "The incidence of colds was 0.44 episodes per child-year in the scarf group and 0.67 in the control group.",
    "incidence rate 0.44 per child-year; incidence rate 0.67",
  ],
  ["There were 0.7 falls per patient per year.", "incidence rate 0.7 per patient per year"],
  [
    "The attack rate was 2.3 per person year (95% CI 1.8 to 2.9).",
    "incidence rate 2.3 per person year CI95 1.8..2.9",
  ],
]);
