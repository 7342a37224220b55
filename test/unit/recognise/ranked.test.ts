/** Effects in the brackets of a list, and of what is said to differ: whose they are. */
import { describe, expect, it } from "vitest";
import { belongs } from "./belongs.js";

const cases: readonly (readonly [sentence: string, expected: readonly string[]])[] = [
  [
    "Compared with placebo, tarvenib (SMD −0.41, 95% CrI −0.60 to −0.22), walking (SMD −0.33, 95% CrI −0.52 to −0.14), and yoga (SMD −0.29, 95% CrI −0.55 to −0.03) reduced pain.",
    ["pain · tarvenib vs placebo", "pain · walking vs placebo", "pain · yoga vs placebo"],
  ],
  [
    "Tarvenib (OR 2.41, 95% CrI 1.62-3.60) and olvadine (OR 1.88, 95% CrI 1.31-2.70) were more effective than placebo.",
    ["– · Tarvenib vs placebo", "– · olvadine vs placebo"],
  ],
  [
    "All drugs were better than placebo in preventing relapse: tarvenib (OR 0.41, 95% CrI 0.32-0.60), olvadine (OR 0.58, 95% CrI 0.41-0.80).",
    ["relapse · tarvenib vs placebo", "relapse · olvadine vs placebo"],
  ],
  [
    "Compared with no use, the risk of falls was lowest with long walks (adjusted HR [aHR], 0.51; 95% CI, 0.41-0.64), yoga (aHR, 0.58; 95% CI, 0.48-0.70), and tai chi (aHR, 0.63; 95% CI, 0.51-0.78).",
    ["falls · long walks vs no use", "falls · yoga vs no use", "falls · tai chi vs no use"],
  ],
  [
    "The risk of gout was highest in the oldest group (HR 2.4, 95% CI 1.3-4.4), brewers (HR 1.6, 95% CI 1.1-2.3), and people with obesity (HR 1.5, 95% CI 1.1-2.0).",
    ["gout · oldest group", "gout · brewers", "gout · people with obesity"],
  ],
  [
    "The largest gain was seen with tarvenib plus heat (RR, 4.36; 95% CrI, 3.11-6.02; SUCRA, 0.93), followed by heat alone (RR, 3.88; 95% CrI, 2.64-5.60; SUCRA, 0.84).",
    ["– · tarvenib plus heat", "SUCRA · –", "– · heat alone", "SUCRA · –"],
  ],
  [
    "The effect was largest for pain (SMD −0.52, 95% CI −0.81 to −0.23) and stiffness (SMD −0.40, 95% CI −0.70 to −0.10).",
    ["pain · –", "stiffness · –"],
  ],
  [
    "Withdrawals did not differ between the mixture and vehicle (OR, 0.77; 95% CrI, 0.41-1.44).",
    ["Withdrawals · mixture vs vehicle"],
  ],
  [
    "There was no difference in pain between yoga and stretching (MD 0.2, 95% CI −0.4 to 0.8).",
    ["pain · yoga vs stretching"],
  ],
  [
    "The mixture was superior to heat alone (12 trials; n = 3402; RR, 1.87; 95% CI, 1.52-2.31).",
    ["– · mixture vs heat alone"],
  ],
  [
    "Quality of life improved more with the mixture (SMD, −0.38; 95% CI, −0.55 to −0.21).",
    ["Quality of life · mixture"],
  ],
  [
    "Recurrence was less frequent after mesh repair (4% vs 17%), and pain scores were lower with lidocaine (3.1 ± 1.2 vs 4.5 ± 1.6).",
    ["Recurrence · mesh repair", "Recurrence · –", "pain scores · lidocaine", "pain scores · –"],
  ],
  [
    "Unease was lower in the quiet-room condition (M = 38.2, SD = 9.4) than in the busy-room condition (M = 44.7, SD = 10.1).",
    ["Unease · quiet-room condition", "Unease · busy-room condition"],
  ],
  [
    "Relapse was more frequent in tumors with low ploidy (6 of 13 vs. 3 of 21).",
    ["Relapse · –", "Relapse · –"],
  ],
  [
    "There were seven reoperations in the plate group (11.7%) and three in the nail group (4.7%).",
    ["reoperations · plate group", "reoperations · nail group"],
  ],
  [
    "The prevalence of active yaws had fallen from 2.6% to 0.3% in treated villages.",
    ["active yaws · treated villages", "active yaws · treated villages"],
  ],
  ["Most were women (82.4%), and the mean age was 38.6 years (SD = 9.7).", ["women · –", "mean age · –"]],
  ["Adherence, defined as at least 80% of sessions, was 91%.", ["Adherence · –"]],
  [
    "Predictors were eGFR (subdistribution HR per 5 mL/min/1.73 m2 decrease 1.92; 95% CI 1.78–2.07) and previous admission for heart failure (sHR 1.63; 95% CI 1.39–1.91).",
    ["– · eGFR", "– · previous admission for heart failure"],
  ],
  [
    "In the derivation cohort, 1038 patients (16.2%) had an unplanned start; in the validation cohort, 311 (14.1%) did.",
    ["unplanned start · derivation cohort", "unplanned start · validation cohort"],
  ],
  [
    "No associations were found for tarvenib (aHR, 1.02; 95% CI, 0.77-1.35) or olvadine (aHR, 0.94; 95% CI, 0.61-1.46).",
    ["– · tarvenib", "– · olvadine"],
  ],
  ["Hearing loss (30.2% v 18.0%) was seen.", ["Hearing loss · –", "Hearing loss · –"]],
  [
    "Unease occurred in 12 (50%) in the tarvenib group and in 9 (38%) in the placebo group. Spasms were found in 4/24 and 7/24 patients (p = 0.49). Thickness decreased by 142 ± 96 μm and 151 ± 103 μm (P = .58).",
    [
      "Unease · tarvenib group",
      "Unease · placebo group",
      "Spasms · tarvenib group",
      "Spasms · placebo group",
      "Thickness · tarvenib group",
      "Thickness · placebo group",
    ],
  ],
  [
    "Compared with the lowest quartile, the OR for cataract was 0·94 (95% CI 0·78–1·13) in the second quartile, 0·83 (0·69–1·01) in the third, and 0·71 (0·58–0·87) in the highest.",
    [
      "cataract · second quartile vs lowest quartile",
      "cataract · third vs lowest quartile",
      "cataract · highest vs lowest quartile",
    ],
  ],
  ["207 (18·0%) cases and 651 (14·2%) controls had gout.", ["gout · cases", "gout · controls"]],
  [
    "Wound infection was less frequent (4.8% vs. 15.9%), and there was no difference in leakage (5.7% vs. 3.7%).",
    ["Wound infection · –", "Wound infection · –", "leakage · –", "leakage · –"],
  ],
  [
    "Compared with placebo, all drugs were superior for pain freedom at 2 h: tarvenib (OR 5.19, 95% CrI 4.25 to 6.33) and olvadine (OR 3.78, 95% CrI 3.14 to 4.55).",
    ["pain freedom · tarvenib vs placebo", "pain freedom · olvadine vs placebo"],
  ],
];

describe("effects of what is ranked or differs", () => {
  it.each(cases)("%s", (sentence, expected) => {
    expect(belongs(sentence)).toEqual(expected);
  });
});
