import { reads } from "./notation.js";

reads("in the style of the APA", [
  ["Anxiety fell more with training, t(58) = 2.31, p = .024.", "t(58)=2.31 p=0.024"],
  ["The groups did not differ, t(41.7) = −0.88, p = .38.", "t(41.7)=-0.88 p=0.38"],
  ["The interaction was significant, F(2, 114) = 4.02, p = .021.", "F(2, 114)=4.02 p=0.021"],
  ["A main effect of time emerged [F(1,47)= 6.13, P=0.017].", "F(1, 47)=6.13 p=0.017"],
  ["Positive affect differed (F (1,38) = 4.87, p = 0.03).", "F(1, 38)=4.87 p=0.03"],
  ["Relapse did not differ, χ²(1, N = 96) = 0.52, p = .47.", "chi2(1)=0.52 p=0.47"],
  ["Attrition was unrelated to arm (χ2(3) = 4.10, p = 0.25).", "chi2(3)=4.1 p=0.25"],
  ["Rumination and sleep were related, r(86) = −.37, p < .001.", "r(86)=-0.37 p<0.001"],
  ["Ratings were lower after stress (t(26)= 2.4, p<0.05).", "t(26)=2.4 p<0.05"],
]);

reads("in the style of medical journals", [
  ["Remission differed between the groups (χ2 = 6.41, df = 1, p = 0.011).", "chi2(1)=6.41 p=0.011"],
  ["Response differed by genotype (χ2=6.84,df=2,p=0.03).", "chi2(2)=6.84 p=0.03"],
  ["The association was strong (χ2 = 12.70, P = 0.0004).", "chi2=12.7 p=0.0004"],
  ["Scores did not differ (Mann-Whitney U = 412.5, p = .31).", "U=412.5 p=0.31"],
  ["The trend was confirmed (z = −2.14, p = 0.032).", "z=-2.14 p=0.032"],
  ["The signed-rank test was significant (W = 118, P = .004).", "W=118 p=0.004"],
  ["Urea was higher at night (t = 3.02; df = 46; p = 0.004).", "t(46)=3.02 p=0.004"],
  ["Groups differed in lactate (F = 6.28, p = 0.003).", "F=6.28 p=0.003"],
  ["Studies were inconsistent (Q = 21.4, df = 9, p = 0.011).", "Q(9)=21.4 p=0.011"],
]);

reads("a statistic beside an effect", [
  ["Anxiety fell more with training, t(58) = 2.31, p = .024, d = 0.60.", "t(58)=2.31 p=0.024; SMD 0.6"],
  ["Grip strength predicted walking (β = 0.33, t = 2.9, p = .005).", "BETA 0.33; t=2.9 p=0.005"],
]);

reads("specialties", [
  ["The conditions differed in accuracy (F1,38 = 7.44, p = 0.010).", "F(1, 38)=7.44 p=0.01"],
  [
    "There was no effect of session, F(2.4, 88.1) = 1.12, p = .34, ηp2 = .03.",
    "F(2.4, 88.1)=1.12 p=0.34; eta2 0.03",
  ],
  ["Gender was related to attrition (χ2 (2, N = 311) = 9.87, p < .01).", "chi2(2)=9.87 p<0.01"],
  ["Scores rose over time (t = −4.51, df = 33, p < 0.001).", "t(33)=-4.51 p<0.001"],
  ["The Wilcoxon test was significant (Z=−3.41, p=0.001).", "z=-3.41 p=0.001"],
  ["The correlation was moderate (r(112) = .48, p < .001).", "r(112)=0.48 p<0.001"],
  ["A Kruskal–Wallis test showed a difference (H = 11.3, p = 0.004).", "chi2=11.3 p=0.004"],
  ["The chi-square test was significant (χ² = 5.02; p = 0.025).", "chi2=5.02 p=0.025"],
  ["The mortality of the arms differed (X2=4.7, P=0.03).", "chi2=4.7 p=0.03"],
  [
    "Patients recalled fewer words than controls, t(64) = 2.87, p = .005, Cohen's d = 0.71.",
    "t(64)=2.87 p=0.005; SMD 0.71",
  ],
  ["The group × time interaction was significant: F(3,159)=3.19; p=0.025.", "F(3, 159)=3.19 p=0.025"],
  ["Heterogeneity was low (χ2 = 6.12, df = 7, P = 0.53; I2 = 0%).", "chi2(7)=6.12 p=0.53; I2 0%"],
]);

reads("without commas and with subscripts that lost their place", [
  ["Fatigue differed by ward, F(3,71)=1.52 p <0.001.", "F(3, 71)=1.52 p<0.001"],
  ["Grip differed by side, t 44 = 3.02, P=.004.", "t(44)=3.02 p=0.004"],
  ["Sleep differed by shift, χ² 2 = 7.4, P = .02.", "chi2(2)=7.4 p=0.02"],
  [
    "There was a strong effect of the week on the pain score, F\n1,128=6.61, P=.01, in all.",
    "F(1, 128)=6.61 p=0.01",
  ],
  ["Models explained more in men (R 2 = 23.1%).", "R2 23.1%"],
]);
