import { reads } from "./notation.js";

reads("the label", [
  ["Sensitivity apart, the odds ratio was 2.4 (95% CI 1.3 to 4.6).", "OR 2.4 CI95 1.3..4.6"],
  ["The odds ratio was 2.4 (95 % CI: 1.3-4.6).", "OR 2.4 CI95 1.3..4.6"],
  ["The odds ratio was 2.4 (95%-CI, 1.3–4.6).", "OR 2.4 CI95 1.3..4.6"],
  ["The odds ratio was 2.4 (95CI 1.3-4.6).", "OR 2.4 CI95 1.3..4.6"],
  ["The odds ratio was 2.4 (CI 95%: 1.3–4.6).", "OR 2.4 CI95 1.3..4.6"],
  ["The odds ratio was 2.4 (CI95%: 1.3–4.6).", "OR 2.4 CI95 1.3..4.6"],
  ["The odds ratio was 2.4 (95% confidence interval [CI], 1.3 to 4.6).", "OR 2.4 CI95 1.3..4.6"],
  ["The odds ratio was 2.4 (95% confidence limits 1.3, 4.6).", "OR 2.4 CI95 1.3..4.6"],
  ["The odds ratio was 2.4 (97.5% CI 1.2–4.9).", "OR 2.4 CI97.5 1.2..4.9"],
  ["The hazard ratio was 0.74 (99.2% CI, 0.418 to 1.310).", "HR 0.74 CI99.2 0.418..1.31"],
  ["The hazard ratio was 0.81 (99.929% CI 0.60–1.09).", "HR 0.81 CI99.929 0.6..1.09"],
  ["The hazard ratio was 1.24 (two-sided 80% CI: 0.87-1.77).", "HR 1.24 CI80 0.87..1.77"],
  ["The hazard ratio was 1.2 (95% CrI 0.9 to 1.7).", "HR 1.2 CrI95 0.9..1.7"],
  ["The hazard ratio was 0.9 (CI 0.7–1.2).", "HR 0.9 CI 0.7..1.2"],
  ["The hazard ratio was 0.9 (95%\nCI 0.7–1.2).", "HR 0.9 CI95 0.7..1.2"],
  ["The odds ratio was 2.4 (95% C.I. 1.3-4.6).", "OR 2.4 CI95 1.3..4.6"],
]);

reads("what stands between the bounds", [
  ["The risk ratio was 0.41 (0.02 to 0.80).", "RR 0.41 CI 0.02..0.8"],
  ["The risk ratio was 3.4 [1.13; 10.4].", "RR 3.4 CI 1.13..10.4"],
  ["The risk ratio was 1.9 (95% CI: 1.6, 2.4).", "RR 1.9 CI95 1.6..2.4"],
  ["The risk ratio was 1.9 (95% CI between 1.6 and 2.4).", "RR 1.9 CI95 1.6..2.4"],
  ["The risk ratio was 1·9 (95% CI 1·6—2·4).", "RR 1.9 CI95 1.6..2.4"],
  ["The risk ratio was 1.9 (95% CI 1.6 - 2.4).", "RR 1.9 CI95 1.6..2.4"],
  ["The risk ratio was 1.9 (95% CI 1.6 through 2.4).", "RR 1.9 CI95 1.6..2.4"],
  ["The risk ratio was 1.9 (95% CI 1.6\u20102.4).", "RR 1.9 CI95 1.6..2.4"],
  ["The risk ratio was 1.9 (95% CI, 1.6–2.4, P<0.001).", "RR 1.9 CI95 1.6..2.4 p<0.001"],
]);

reads("signs before bounds", [
  ["The mean difference was −0.43 (95% CI −0.93, 0.07).", "MD -0.43 CI95 -0.93..0.07"],
  ["The mean difference was -2.64 [95% CI, –4.97 to –0.31].", "MD -2.64 CI95 -4.97..-0.31"],
  ["The risk difference was -0.09 (95%CI: -0.15--0.03).", "RD -0.09 CI95 -0.15..-0.03"],
  ["The mean difference was -1.5 (95% CI -2.0–-1.0).", "MD -1.5 CI95 -2..-1"],
  ["The mean difference was +0.7 kg (95% CI +0.1 to +1.3).", "MD 0.7 CI95 0.1..1.3"],
  ["The mean difference was − 1.6 mm (95% CI − 2.9 to − 0.3).", "MD -1.6 CI95 -2.9..-0.3"],
]);

reads("bounds that were not reached, and bounds that stand alone", [
  [
    "Median overall survival was 22.4 months (95% CI, 17.1 to not reached).",
    "median 22.4 month CI95 17.1..NR",
  ],
  ["Median overall survival was 22.4 months (95% CI 17.1–NR).", "median 22.4 month CI95 17.1..NR"],
  [
    "Median overall survival was 22.4 months (95% CI, 17.1 to not estimable).",
    "median 22.4 month CI95 17.1..NR",
  ],
  ["Median overall survival was 22.4 months (95% CI 17.1–N/A).", "median 22.4 month CI95 17.1..NR"],
  ["Median overall survival was 22.4 months (95% CI, 17.1-NE).", "median 22.4 month CI95 17.1..NR"],
  ["The risk difference was 1.4% (97.5% CI upper limit, 4.2%).", "RD 1.4 CI97.5 ..4.2"],
]);

reads("quartiles and ranges", [
  ["Median stay was 6 days (IQR 4–9).", "median 6 day IQR 4..9"],
  ["Median stay was 6 days (interquartile range, 4 to 9).", "median 6 day IQR 4..9"],
  ["The median (IQR) stay was 6 (4-9) days.", "median 6 day IQR 4..9"],
  ["Median stay was 6 days [IQR: 4, 9].", "median 6 day IQR 4..9"],
  ["Median stay was 6 days (range 2-31).", "median 6 day range 2..31"],
  ["Median stay was 6 days (range, 2 to 31 days).", "median 6 day range 2..31"],
  ["The median age was 61 years (range: 38–84 years).", "median 61 year range 38..84"],
]);

reads("more typography", [
  ["The hazard ratio was 0.74 (95% CI: 0.58‑0.94).", "HR 0.74 CI95 0.58..0.94"],
  ["The hazard ratio was 0.74 (95% CI, 0.58 −0.94).", "HR 0.74 CI95 0.58..0.94"],
  ["The hazard ratio was 0.74 (95%CI=0.58~0.94).", "HR 0.74 CI95 0.58..0.94"],
  ["The hazard ratio was 0.74 {95% CI 0.58–0.94}.", "HR 0.74 CI95 0.58..0.94"],
  ["The hazard ratio was 0.74 (95 per cent confidence interval 0.58 to 0.94).", "HR 0.74 CI95 0.58..0.94"],
  ["The hazard ratio was 0.74, with a 95% confidence interval of 0.58 to 0.94.", "HR 0.74 CI95 0.58..0.94"],
  ["The hazard ratio was 0.74 (95% CI from 0.58 to 0.94).", "HR 0.74 CI95 0.58..0.94"],
  ["The hazard ratio was 0.74 (CI, 0.58-0.94; P=.01).", "HR 0.74 CI 0.58..0.94 p=0.01"],
  ["The hazard ratio was 0.74 (95% HDI 0.58 to 0.94).", "HR 0.74 CrI95 0.58..0.94"],
  ["The mean difference was 3.0 (95%CI −0.2; 6.2).", "MD 3 CI95 -0.2..6.2"],
  ["The mean difference was −3·0 (95% CI −6·2 to 0·2).", "MD -3 CI95 -6.2..0.2"],
  ["Median survival was 11 months (95% CI 8 to NA).", "median 11 month CI95 8..NR"],
  ["Median survival was 11 months (95% CI: 8 - ∞).", "median 11 month CI95 8..NR"],
  ["The rate was 12% (95% CI, 9 to 16).", "share 12% CI95 9..16"],
  ["The rate was 12% (exact 95% CI 9%–16%).", "share 12% CI95 9..16"],
  ["The rate was 12% [95% CI: 9–16%].", "share 12% CI95 9..16"],
  ["Median cost was $4,200 (IQR $2,900–$6,100).", "median 4200 USD IQR 2900..6100"],
  ["Age ranged from 19 to 64 years.", ""],
  ["The median dose was 40 mg (Q1–Q3, 30–60).", "median 40 mg IQR 30..60"],
  ["The hazard ratio was 0.74 (95% BCa CI 0.58 to 0.94).", "HR 0.74 CI95 0.58..0.94"],
  ["Median length of stay was 5 days (25th–75th percentile 4–8).", "median 5 day IQR 4..8"],
]);
