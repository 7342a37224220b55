import { reads } from "./notation.js";

reads("spreads in bare brackets", [
  ["GMTs were 47.3, 62.9 and 91.2 in the three groups.", "mean 47.3; mean 62.9; mean 91.2"],
  [
    "Heart rate was lower with music (66 (9) vs. 71 (11) beats/min).",
    "mean 66 beats/min SD 9; mean 71 beats/min SD 11",
  ],
  ["Surgery lasted 14 (4) min and 15 (5) min.", "mean 14 minute SD 4; mean 15 minute SD 5"],
]);

reads("means with their spread", [
  ["Mean costs were €3,105 (SD €2,044) at home.", "mean 3105 € SD 2044"],
  ["Costs were lower at home (mean difference −$415, 95% CI −$1,102 to $272).", "MD -415 CI95 -1102..272"],
  ["The mean difference was US$415 (95% CI −US$12 to US$842).", "MD 415 CI95 -12..842"],
  ["The extra cost was €415 (95% CI €112 to €718).", "mean 415 € CI95 112..718"],
  ["The mean gait score on d 5 was 3.4 (SEM 0.2).", "mean 3.4 SE 0.2"],
  ["Mean age was 57.3 ± 8.1 years.", "mean 57.3 year SD 8.1"],
  ["Mean (SD) age was 57.3 (8.1) years.", "mean 57.3 year SD 8.1"],
  ["The mean age was 57.3 years (SD 8.1).", "mean 57.3 year SD 8.1"],
  ["The mean age was 57.3 years (SD, 8.1 years).", "mean 57.3 year SD 8.1"],
  ["Participants were young (mean [SD] age, 22.6 [3.4] years).", "mean 22.6 year SD 3.4"],
  ["The mean age was 57.3 years (standard deviation 8.1).", "mean 57.3 year SD 8.1"],
  ["Ejection fraction was 41.2±7.9% at baseline.", "mean 41.2% SD 7.9"],
  ["Creatinine was 1.4+/-0.3 mg/dL.", "mean 1.4 mg/dL SD 0.3"],
  ["Baseline HbA1c and glucose levels were 7.8% (62.0 mmol/mol).", "mean 7.8%; mean 62 mmol/mol"],
  [
    "Mean operating time was 44.2 min (18-70 min) compared to 22 min (10-40 min) with the robot.",
    "mean 44.2 minute CI 18..70; mean 22 minute CI 10..40",
  ],
  [
    "Relief was later in groups RM and RD (412 ± 155 and 688 ± 231 min).",
    "mean 412 minute SD 155; mean 688 minute SD 231",
  ],
  [
    "There was no difference in weight: 20.4 kg with tarvenib and 21.0 kg with placebo.",
    "mean 20.4 kg; mean 21 kg",
  ],
  ["Systolic pressure was 142 +- 11 mm Hg.", "mean 142 mm Hg SD 11"],
  ["Mean pain at 24 h was 2.3 (1.1).", "mean 2.3 SD 1.1"],
  [
    "Itch was 3.4 (1.2) in the cream group and 5.1 (1.7) in the balm group.",
    "mean 3.4 SD 1.2; mean 5.1 SD 1.7",
  ],
  [
    "HbA1c fell by 1.1 percentage points with olvadine and 0.4 percentage points with placebo.",
    "mean 1.1 percentage point; mean 0.4 percentage point",
  ],
  ["Mean ± SEM uptake was 3.12 ± 0.21.", "mean 3.12 SE 0.21"],
  ["The mean (SE) change in weight was −2.4 (0.3) kg.", "mean -2.4 kg SE 0.3"],
  ["Controls rated their sleep higher (M = 6.2, SD = 1.4).", "mean 6.2 SD 1.4"],
  ["Intraocular pressure was 17.2Â±2.0 mmHg.", "mean 17.2 mmHg SD 2"],
]);

reads("two groups", [
  [
    "Vision rose by 8.3 Wexler points (95% CI 6.9 to 9.7) with laser vs 8.8 Wexler points (7.2 to 10.4) with sham.",
    "mean 8.3 Wexler points CI95 6.9..9.7; mean 8.8 Wexler points CI 7.2..10.4",
  ],
  [
    "Pain scores were 5.13 ± 1.24 vs. 6.87 ± 1.58 (p < 0.001).",
    "mean 5.13 SD 1.24; mean 6.87 SD 1.58; p<0.001",
  ],
  [
    "LDL cholesterol was higher in the diabetic children (112.8 ± 46.3 vs. 81.4 ± 15.2 mg/dL, p < 0.0001).",
    "mean 112.8 mg/dL SD 46.3; mean 81.4 mg/dL SD 15.2; p<0.0001",
  ],
  [
    "Mean scores on the Hamilton scale were 12.4 (SD 5.0) in the sertraline group and 14.9 (SD 6.1) in the placebo group.",
    "mean 12.4 SD 5; mean 14.9 SD 6.1",
  ],
  [
    "Levels fell from 8.4±1.2 to 7.1±1.0 mmol/L (p = 0.01).",
    "mean 8.4 mmol/L SD 1.2; mean 7.1 mmol/L SD 1; p=0.01",
  ],
  ["The mean length of stay was 5.6 days and 7.2 days, respectively.", "mean 5.6 day; mean 7.2 day"],
  [
    "The trained group scored higher (M = 24.1, SD = 3.9) than the waiting list (M = 20.7, SD = 4.4).",
    "mean 24.1 SD 3.9; mean 20.7 SD 4.4",
  ],
]);

reads("means and changes with an interval", [
  ["Mean operating time was 88 minutes (95% CI 81 to 95).", "mean 88 minute CI95 81..95"],
  ["HbA1c changed by a mean of −0.9% (95% CI −1.1 to −0.7).", "mean -0.9% CI95 -1.1..-0.7"],
  [
    "The least-squares mean change from baseline was −11.7 points (95% CI −14.0 to −9.4).",
    "mean -11.7 point CI95 -14..-9.4",
  ],
  ["Body weight decreased by 3.2 kg (95% CI 2.1 to 4.3).", "mean 3.2 kg CI95 2.1..4.3"],
  ["The mean follow-up was 4.1 years (range 0.5–9.8).", "mean 4.1 year range 0.5..9.8"],
  ["Implant survival was followed for a mean of 7.4 years.", "mean 7.4 year"],
]);

reads("specialties", [
  [
    "The mean ± SD number of relapses was 1.8 ± 0.9 before and 0.6 ± 0.7 after the switch.",
    "mean 1.8 SD 0.9; mean 0.6 SD 0.7",
  ],
  [
    "Mean arterial pressure was 78 ± 9 mmHg in group A and 71 ± 10 mmHg in group B (P = 0.003).",
    "mean 78 mmHg SD 9; mean 71 mmHg SD 10; p=0.003",
  ],
  ["BDI-II scores dropped from 28.4 (SD = 7.9) to 14.2 (SD = 9.3).", "mean 28.4 SD 7.9; mean 14.2 SD 9.3"],
  ["Mean HbA1c decreased from 8.6% at baseline to 7.2% at week 24.", "mean 8.6%; mean 7.2%"],
  ["The average hospital stay was 4.6 days.", "mean 4.6 day"],
  ["Mean gestational age at delivery was 38.2±1.6 weeks.", "mean 38.2 week SD 1.6"],
  ["The mean reduction in LDL cholesterol was 0.94 mmol/L (SE 0.06).", "mean 0.94 mmol/L SE 0.06"],
  [
    "At 12 months the mean Oxford knee score was 36.1 (SD 9.8) after surgery and 35.7 (SD 10.2) after physiotherapy.",
    "mean 36.1 SD 9.8; mean 35.7 SD 10.2",
  ],
  ["Peak VO2 rose by 2.1 mL/kg/min (95% CI 1.2 to 3.0).", "mean 2.1 mL/kg/min CI95 1.2..3"],
  [
    "Systolic blood pressure decreased by 9.4 mm Hg with amlodipine and 3.1 mm Hg with placebo.",
    "mean 9.4 mm Hg; mean 3.1 mm Hg",
  ],
  ["Mean Cmax was 412 ng/mL (SD 133).", "mean 412 ng/mL SD 133"],
  ["Birth weight averaged 3180 g.", "mean 3180 g"],
  [
    "Visual acuity improved from 0.42 ± 0.11 logMAR to 0.18 ± 0.09 logMAR (p<0.001).",
    "mean 0.42 logMAR SD 0.11; mean 0.18 logMAR SD 0.09; p<0.001",
  ],
]);

reads("awkward print", [
  ["Pain (VAS) was 3.1±1.4 vs 4.6±1.7; P<.01.", "mean 3.1 SD 1.4; mean 4.6 SD 1.7; p<0.01"],
  ["Age: 61.4 ± 9.9 yr.", "mean 61.4 year SD 9.9"],
  ["BMI was 27.3 (SD 4.4) kg/m2.", "mean 27.3 kg/m2 SD 4.4"],
  ["The mean [SE] score was 11.2 [0.6].", "mean 11.2 SE 0.6"],
  ["Mean weight loss was 5.1 kg (SD 3.3).", "mean 5.1 kg SD 3.3"],
  [
    "Hemoglobin rose from 10.1 (1.2) to 11.9 (1.4) g/dL (mean [SD]).",
    "mean 10.1 g/dL SD 1.2; mean 11.9 g/dL SD 1.4",
  ],
  [
    "Mean duration of surgery: 112 min (SD 31) vs 98 min (SD 27).",
    "mean 112 minute SD 31; mean 98 minute SD 27",
  ],
  [
    "The mean IOP was 15.8 mmHg and 18.9 mmHg in the two arms (p < 0.001).",
    "mean 15.8 mmHg; mean 18.9 mmHg; p<0.001",
  ],
  ["The mean score was 72.1 (95% CI, 69.8-74.4).", "mean 72.1 CI95 69.8..74.4"],
  ["QTc: 412±21 ms (placebo) and 418±24 ms (drug).", "mean 412 ms SD 21; mean 418 ms SD 24"],
]);

reads("not every number after the word", [
  ["Pain was averaged over all three visits (p = 0.04).", "p=0.04"],
  ["The average bioequivalence of 2 tablets was tested.", ""],
  ["Ratings were averaged across the 12 raters and did not differ (p=0.6).", "p=0.6"],
  [
    "Resistin fell from 4.4 ± 1.1 to 3.0 ± 0.9 ng/mL (95% CI of the change −1.8 to −1.0).",
    "mean 4.4 ng/mL SD 1.1; mean 3 ng/mL SD 0.9",
  ],
  [
    "Zinc rose from 9.1 ± 2.2 to 15.4 ± 3.8 mg/L (95% CI 5.1, 7.5).",
    "mean 9.1 mg/L SD 2.2; mean 15.4 mg/L SD 3.8",
  ],
]);

reads("from one group to another", [
  ["Adherence improved from 3.9 to 5.2 points in the text-message group.", "mean 3.9 point; mean 5.2 point"],
  [
    "Running distance rose by 12% (611 ± 40 to 684 ± 52 m).",
    "percent increase 12%; mean 611 m SD 40; mean 684 m SD 52",
  ],
]);

reads("amounts of a drug that was needed", [
  [
    "Remifentanil consumption was smaller in the lidocaine group (310 µg) compared to the saline group (545 µg).",
    "mean 310 µg; mean 545 µg",
  ],
]);

reads("values with an interval and no name", [
  ["After the booster the geometric titre was 212 (95% CI 158–284).", "mean 212 CI95 158..284"],
  ["Night wakings were 0.41 (95% CI −0.3 to 1.1).", "mean 0.41 CI95 -0.3..1.1"],
  ["= 1.62 [1.31–2.01], P = 0.004 for the minor allele.", "p=0.004"],
]);

reads("scores and percentages that change", [
  ["On treatment HR (bpm) was 71 ± 9 at rest.", "mean 71 SD 9"],
  [
    "Optimism scores increased by 1.4 and decreased by 0.6 (P = .03) in the two classes.",
    "mean 1.4; mean 0.6; p=0.03",
  ],
  ["Mean (SD) HbA1c at entry was 8.6% (1.1%).", "mean 8.6% SD 1.1"],
]);

reads("spreads and differences beside them", [
  ["The clinic sent an average of 6.3 referrals (SD 2.4).", "mean 6.3 SD 2.4"],
  ["Mean age was 31 years (standard deviation [SD]: 8).", "mean 31 year SD 8"],
  [
    "The mean difference in girth reduction was 3.5 ± 0.6 cm (95% CI: 2.3, 4.7; P < 0.001).",
    "MD 3.5 CI95 2.3..4.7 p<0.001",
  ],
  ["Waiting was 90.2, 48.1 and 35.0 days shorter in the A group than in B.", "MD 90.2; MD 48.1; MD 35"],
  [
    "Compared with olvadine, tarvenib did not affect GFR [+0.3 mL/min (95% CI -8 to 9)].",
    "MD 0.3 CI95 -8..9",
  ],
]);

reads("amounts and times that no word calls a mean", [
  ["Clearance was 5.8 L/h.", "mean 5.8 L/h"],
  ["The half-life was 10.6 h in swimmers and 8.3 h in runners.", "mean 10.6 hour; mean 8.3 hour"],
  ["The training time was 40 min.", ""],
]);

reads("differences told by a comparative", [
  ["Porters scored 4.2 points higher (95% CI 2.1–6.3) on the trust scale.", "MD 4.2 CI95 2.1..6.3"],
  ["Stay was shorter by 1.6 days (95% CI 0.7–2.5) with dogs.", "MD 1.6 CI95 0.7..2.5"],
]);
