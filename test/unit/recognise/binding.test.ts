/** Tables of sentences and of the outcome and group that each of their values belongs to. */
import { describe, expect, it } from "vitest";
import { belongs } from "./belongs.js";

const cases: readonly (readonly [sentence: string, expected: readonly string[]])[] = [
  [
    "Relapse was rarer with olvadine (HR 0.71 [0.55-0.92]) and so was death (HR 0.64; 95% CI, 0.41 to 0.99).",
    ["Relapse · –", "death · –"],
  ],
  [
    "Against dry cups, wet cups gave better healing (OR = 2.87, 95% CI (1.19, 6.93)), and lower risk of scarring (OR = 0.31, 95% CI (0.12, 0.81)).",
    ["healing · –", "scarring · –"],
  ],
  [
    "Cyst width fell to 4.1 mm from 12.6 mm in the laser group and to 7.3 mm from 12.2 mm in the drain group.",
    [
      "Cyst width · laser group",
      "Cyst width · laser group",
      "Cyst width · drain group",
      "Cyst width · drain group",
    ],
  ],
  ["Further analysis showed those with fever (OR 3.2; 95% CI 1.4 to 7.3) did worse.", ["– · –"]],
  [
    "Rebleeding was rarer in the 1:1:1 group (8.3% vs 13.9% in the 1:1:3 group; difference, -5.6% [95% CI, -10.9% to -0.3%]).",
    ["Rebleeding · 1:1:1 group", "Rebleeding · 1:1:3 group", "Rebleeding · 1:1:1 group vs 1:1:3 group"],
  ],
  [
    "The mean drop in ocular pressure was 6.4 (3.9) mm Hg (28.1%) in the tarvenib group versus 5.8 (4.4) mm Hg (24.7%) in the olvadine group.",
    [
      "ocular pressure · tarvenib group",
      "ocular pressure · tarvenib group",
      "ocular pressure · olvadine group",
      "ocular pressure · olvadine group",
    ],
  ],
  ["The interaction of group and time was significant, F(2, 114) = 4.02, p = .021.", ["– · –"]],
  [
    "Median response was not reached in the tarvenib arm versus 69.8 months in the olvadine arm (95% CI, 61.6 to 79.8 months).",
    ["response · tarvenib arm", "response · olvadine arm"],
  ],
  [
    "Fever was seen in 78 of 82 patients (95%) in the tarvenib group, with 36 (44%) having chills, and 69 of 78 patients (88%) in the olvadine group, with 32 (41%) having chills.",
    [
      "Fever · tarvenib group",
      "chills · tarvenib group",
      "Fever · olvadine group",
      "chills · olvadine group",
    ],
  ],
  [
    "The commonest toxicities were thrombosis, 57 (26%) of 223, infections including pneumonia, 35 (16%) of 223, and fatigue, 33 (15%) of 223.",
    ["thrombosis · –", "infections · –", "fatigue · –"],
  ],
  [
    "Of the 71 women planned for a mastectomy, 27 women underwent conservation (38.0%).",
    ["conservation · –"],
  ],
  ["Sixty-seven participants (38 women, mean age 44.7 years) were included.", ["women · –", "age · –"]],
  [
    "Relapse was associated with (i) short sleep (adjusted OR = 1.35, 95% CI: 1.06 to1.72), (ii) fever on arrival (adjusted OR = 1.57, 95% CI 1.21, 2.04) and (iii) skipped doses (adjusted OR = 6.20, 95% CI 3.10, 12.40).",
    ["Relapse · short sleep", "Relapse · fever on arrival", "Relapse · skipped doses"],
  ],
  [
    "Olvadine was more effective than tarvenib in stopping bleeding (odds ratio = 4.1, 95% CI 1.3 to 12.9).",
    ["stopping bleeding · Olvadine vs tarvenib"],
  ],
  [
    "Wound leaks occurred equally often in the glue and stitch groups (relative risk = 1.02; 95% CI 0.36 to 2.88).",
    ["Wound leaks · glue vs stitch groups"],
  ],
  [
    "Those in the glue group were given less fluid (difference = −275 mL; 95% CI −450 to −100 mL) compared with the stitch group.",
    ["fluid · glue group vs stitch group"],
  ],
  ["46% had at least 5% weight loss.", ["at least 5% weight loss · –"]],
  [
    "Wheeze was commoner among trial participants (35.4% vs 11.2%), while fever was commoner among nontrial participants (8.6% vs 5.9%).",
    ["Wheeze · trial participants", "Wheeze · –", "fever · nontrial participants", "fever · –"],
  ],
  [
    "We saw an association between the frailty index and stroke (HR 1.33; 95% CI 1.17 to 1.51).",
    ["stroke · frailty index"],
  ],
  ["The CHADS2 score was also associated with stroke (HR 1.25; 1.12 to 1.40).", ["stroke · CHADS2 score"]],
  [
    "Smoking decreased the odds of remission of ideation at discharge (OR 0.53, p = .004).",
    ["remission of ideation · Smoking"],
  ],
  ["Olvadine significantly reduced mortality (HR 0.7; 95% CI 0.6 to 0.9).", ["mortality · Olvadine"]],
  ["Adverse events occurred during the extension in 64 patients (43.8%).", ["Adverse events · –"]],
  [
    "The commonest events were fatigue (42 [4%]) of the 980 women treated with early olvadine, and rash (57 [6%]) of the 965 women treated with late olvadine.",
    ["fatigue · early olvadine", "rash · late olvadine"],
  ],
  [
    "Two nurses in the lamp arm and nine nurses in the shade arm had grade 2 or 3 sunburn.",
    ["grade 2 or 3 sunburn · lamp arm", "grade 2 or 3 sunburn · shade arm"],
  ],
  [
    "Glare was noticed in 31.4% of coated eyes and 12.9% of uncoated eyes.",
    ["Glare · coated eyes", "Glare · uncoated eyes"],
  ],
  [
    "Ferritin did not change (tarvenib group: 41.2 ± 3.3 ng/ml at baseline and 44.9 ± 3.1 ng/ml at week 9; olvadine group: 40.8 ± 2.7 and 43.5 ± 2.9 ng/ml).",
    [
      "Ferritin · tarvenib group",
      "Ferritin · tarvenib group",
      "Ferritin · olvadine group",
      "Ferritin · olvadine group",
    ],
  ],
  [
    "The mean itch score in group (A) and (B) was 6.14 ± 0.41 and 6.93 ± 0.52.",
    ["itch score · group (A)", "itch score · (B)"],
  ],
  [
    "Spraying rose from 11 to 63% in intervention villages and from 4 to 9% in the control village.",
    [
      "Spraying · intervention villages",
      "Spraying · intervention villages",
      "Spraying · control village",
      "Spraying · control village",
    ],
  ],
  [
    "The mean gain in weight and girth in Group A and B were 3.9 vs. 5.2 kg (P = 0.61) and 1.4 vs. 1.8 cm (P = 0.79), respectively.",
    ["weight · Group A", "weight · B", "girth · Group A", "girth · B"],
  ],
  [
    "Allocation to swimming compared with rest was associated with a fall in the risk of stroke (HR 0.71; 95% CI 0.52 to 0.97).",
    ["stroke · Allocation to swimming vs rest"],
  ],
  [
    "Allocation to olvadine was associated with a small but significant reduction in stroke (HR 0.88; 95% CI 0.79 to 0.98).",
    ["stroke · Allocation to olvadine"],
  ],
  [
    "Travel (aOR 2.2, p = 0.02) and surgical experience (aOR 1.7, p = 0.03) were predictors for referral.",
    ["referral · Travel", "referral · surgical experience"],
  ],
  [
    "The risk of jaundice rose in the early-start group (hazard ratio, 2.34; 95% CI, 1.66 to 3.30).",
    ["jaundice · early-start group"],
  ],
  ["Relative uptake was lower (mean 3.6 mL/kg/min, SD 1.1).", ["uptake · –"]],
  [
    "In the olvadine and tarvenib groups, thirst was relieved in 31.2% and 47.5% of men and 33.6% and 61.9% of women, respectively.",
    ["thirst · olvadine", "thirst · tarvenib groups", "thirst · olvadine", "thirst · tarvenib groups"],
  ],
  [
    "Estimates of the proportion of runners with blisters at week 5 were placebo, 41.3% (33.0% to 49.8%); tarvenib 10 mg, 27.4% (20.1% to 35.2%); and tarvenib 30 mg, 24.8% (18.0% to 32.6%).",
    ["blisters · placebo", "blisters · tarvenib 10 mg", "blisters · tarvenib 30 mg"],
  ],
  [
    "Female sex (HR 2.4 [1.2 to 3.9]) and a left-sided line (HR 1.6 [1.1 to 2.5]) significantly predicted catheter failure.",
    ["catheter failure · Female sex", "catheter failure · left-sided line"],
  ],
  [
    "Mean gain was 14.1 kg in the olvadine and tarvenib arm and 12.7 kg in the olvadine and rest arm.",
    ["gain · olvadine and tarvenib arm", "gain · olvadine and rest arm"],
  ],
  [
    "Reactions that were thought by the nurses to be caused by the gauze occurred in 63 of 401 patients (16%) in the gauze group.",
    ["Reactions · gauze group"],
  ],
  [
    "There was a fall in itch score from baseline to day 4 after washing (15.9 [3.1] vs 7.2 [4.0]).",
    ["itch score · –", "itch score · –"],
  ],
  [
    "Fourteen nurses (61%) at week 2 and 12 nurses (52%) at week 6 were free of rash.",
    ["free of rash · –", "free of rash · –"],
  ],
  [
    "Returning runners were older (Mean = 44.1; SD = 10.9) than runners who declined (Mean = 39.6; SD = 12.8).",
    ["older · Returning runners", "older · runners who declined"],
  ],
  [
    "Pressure was lower in the tailored group, mostly for brachial pressure (standard vs. tailored: 134.2 vs. 129.9 mmHg) and ankle pressure (86.1 vs. 82.4 mmHg).",
    [
      "brachial pressure · standard",
      "brachial pressure · tailored",
      "ankle pressure · standard",
      "ankle pressure · tailored",
    ],
  ],
  [
    "Mean alertness in the nonsedation group rose from -1.4 on day 2 to -0.9 on day 5 and, in the sedation group, from -2.2 on day 2 to -1.7 on day 5.",
    [
      "alertness · nonsedation group",
      "alertness · nonsedation group",
      "alertness · sedation group",
      "alertness · sedation group",
    ],
  ],
  [
    "In age group 2, the incidence of hives was comparable between slow tarvenib (58% [18/31]) and tarvenib salt (71% [20/28]).",
    ["hives · slow tarvenib", "hives · tarvenib salt"],
  ],
  [
    "Girth fell significantly (10.8 cm, SD 6.1), but the changes were greater in the poles group (12.9 vs. 7.1 cm).",
    ["Girth · –", "Girth · poles group", "Girth · –"],
  ],
  [
    "Scurvy developed in 13 of 702 subjects in the lemon group (1.9%) and in 61 of 698 subjects in the cider group (8.7%).",
    ["Scurvy · lemon group", "Scurvy · cider group"],
  ],
  ["Time to relapse (hazard ratio 0.53; p < 0.001) favoured tarvenib.", ["Time to relapse · tarvenib"]],
  [
    "There was less fibrosis on the scan (placebo: 31 of 57 [54.4%], tarvenib: 22 of 61 [36.1%]).",
    ["scan · placebo", "scan · tarvenib"],
  ],
  [
    "Fractures occurred in 16.4% (41/250) of swimming and 21.2% (53/250) of cycling students (HR 0.75; 95% CI 0.51 to 1.11).",
    ["Fractures · swimming", "Fractures · cycling students", "Fractures · swimming vs cycling students"],
  ],
  [
    "Loosening was seen in 2.6% of cemented and 4.1% of uncemented hips.",
    ["Loosening · cemented", "Loosening · uncemented hips"],
  ],
  ["Grafts were open in 71% with tarvenib and 44% with olvadine.", ["open · tarvenib", "open · olvadine"]],
  [
    "Relapse occurred in 12 of 40 men with asthma (30%) and in 4 of 44 without asthma (9%).",
    ["Relapse · men with asthma", "Relapse · without asthma"],
  ],
  [
    "Ulcers healed in 21 of 60 women on olvadine (35%) and 30 of 58 women in nurse-led clinics (52%).",
    ["Ulcers healed · olvadine", "Ulcers healed · nurse-led clinics"],
  ],
  [
    "Loss to follow-up was 6.1% with tarvenib and 5.8% with olvadine.",
    ["Loss to follow-up · tarvenib", "Loss to follow-up · olvadine"],
  ],
  [
    "The effect of walking on the Ferrand scale was large (Cohen's d = 0.84, 95% CI 0.32 to 1.36).",
    ["Ferrand scale · –"],
  ],
  ["At follow-up, mean FSS-II was 12.4 (SD 8.1) in the tarvenib group.", ["FSS-II · tarvenib group"]],
  ["Vaccination lowered the risk (pooled RR 0.57; 95% CI 0.43-0.76).", ["– · Vaccination"]],
  [
    "Compared with never users, the age-adjusted HRs were 1.12 (95% CI 0.95–1.32) for past users and 1.46 (1.21–1.75) for current users.",
    ["– · past users vs never users", "– · current users vs never users"],
  ],
  [
    "There were 14 infections among 120 women on tarvenib and 25 among 118 women on olvadine.",
    ["infections · tarvenib", "infections · olvadine"],
  ],
  ["This effect was mainly related to a lower risk of stroke (HR 0.71; 95% CI 0.60-0.83).", ["stroke · –"]],
  [
    "Response rate, the primary end point, was 31% with tarvenib and 22% with olvadine.",
    ["Response rate · tarvenib", "Response rate · olvadine"],
  ],
  [
    "In the nightly group, the mean bleeding rate fell from 31.2 (95% CI, 27.1 to 36.0) in the run-in to 2.9 (95% CI, 1.8 to 4.1) in the follow-on phase.",
    ["bleeding rate · nightly group", "bleeding rate · nightly group"],
  ],
  [
    "Women in the open-window group had a median of 19 days free from cough.",
    ["days free from cough · open-window group"],
  ],
  ["Of the sample, 63% male, median age was 58 years.", ["male · –", "age · –"]],
  ["Three (2%) women died because of bleeding in the warfarin group.", ["died · warfarin group"]],
  [
    "Severe events were as follows: fever in 30 (11%) of 270 women in the lemon group versus 21 (8%) of 262 women in the cider group (adjusted difference -3.1 percentage points, 95% CI -7.9 to 1.9).",
    ["fever · lemon group", "fever · cider group", "fever · lemon group vs cider group"],
  ],
  [
    "Resting pulse was 71 bpm vinegar vs 64 bpm cola (p = 0.03).",
    ["Resting pulse · vinegar", "Resting pulse · cola"],
  ],
  [
    "Cramps occurred in 81%, 52.3%, and 48.1% of the patients in Groups I, II and III, respectively.",
    ["Cramps · Groups I", "Cramps · II", "Cramps · III"],
  ],
  [
    "For the slow- and swift-release groups, mean ferritin was 41.2 and 44.9, respectively.",
    ["ferritin · slow", "ferritin · swift-release groups"],
  ],
  [
    "The relapse rate was 30.2% (95% CI, 16.3 to 47.8) in women previously treated with zelmab and 61.3% (95% CI, 33.1 to 84.2) in zelmab-naive women.",
    ["relapse rate · women previously treated with zelmab", "relapse rate · zelmab-naive women"],
  ],
  [
    "Rash occurred in 38 (41%) of 92 patients in the tarvenib, olvadine, and cortisone group and 17 (18%) of 94 in the olvadine and cortisone group.",
    ["Rash · tarvenib, olvadine, and cortisone group", "Rash · olvadine and cortisone group"],
  ],
  [
    "The yield was 62.5% (95% CI, 51.2 to 73.1) and 44.2% (95% CI, 32.5 to 56.3) for women given zelmab + olvadine (n = 75) and zelmab alone (n = 72), respectively.",
    ["yield · zelmab + olvadine", "yield · zelmab alone"],
  ],
  [
    "Healing rates were 83.0% in the group receiving short courses versus 87.9% in the group receiving the long course.",
    ["Healing rates · group receiving short courses", "Healing rates · group receiving the long course"],
  ],
  [
    "More women in the cider group than in the lemon group were kept in bed for at least 3 days (34.3% vs. 12.0%).",
    ["kept · cider group", "kept · lemon group"],
  ],
  [
    "Zelmab plus olvadine was superior to olvadine alone (hazard ratio for relapse, 0.44; 95% CI, 0.31 to 0.62).",
    ["relapse · Zelmab plus olvadine vs olvadine alone"],
  ],
  [
    "Against the sitting group, the walking group had less knee pain (mean difference -1.7 (-3.4 to -0.1)) and better Tordal function (-4.6 (-9.1 to -0.4)).",
    ["knee pain · walking group vs sitting group", "Tordal function · walking group vs sitting group"],
  ],
  [
    "Compared with olvadine, zelmab led to more fever (57% v 8%; P < .001).",
    ["fever · zelmab", "fever · olvadine"],
  ],
  [
    "There was a difference of 0.61 units in the speech item in the walking group as compared to the sitting group.",
    ["speech item · walking group"],
  ],
  [
    "Women with low ferritin were more likely to respond to iron than those with high ferritin (OR = 4.20, 95% CI 1.52 to 11.6).",
    ["respond to iron · Women with low ferritin vs those with high ferritin"],
  ],
  [
    "Nausea was seen in 95% of women treated with zelmab, with 31% requiring a lower dose.",
    ["Nausea · women treated with zelmab", "lower dose · women treated with zelmab"],
  ],
  [
    "Median survival was 6.1 months in the rest group and 12.4 months in the walking group (hazard ratio, 0.52; 95% CI, 0.33 to 0.82).",
    ["survival · rest group", "survival · walking group", "survival · walking group vs rest group"],
  ],
  [
    "Gout was seen in 24% of the beer group and 11% of the water group (relative risk, 2.2; 95% CI, 1.3 to 3.6).",
    ["Gout · beer group", "Gout · water group", "Gout · beer group vs water group"],
  ],
];

/** In a trial of tarvenib and placebo. */
const trial: typeof cases = [
  [
    "PFS was superior in the tarvenib arm (median of 28 months v 35 months; HR, 0.75; 95% CI, 0.62 to 0.90).",
    ["PFS · placebo", "PFS · tarvenib arm", "PFS · tarvenib arm vs placebo"],
  ],
  [
    "In high-risk women, tarvenib prolonged PFS from a median of 11 months to 24 months (HR, 0.52; 95% CI, 0.33 to 0.82).",
    ["PFS · –", "PFS · tarvenib", "PFS · tarvenib vs placebo"],
  ],
  [
    "Forty-four percent of women assigned to tarvenib (95% CI 21% to 69%) and 17% assigned to placebo (95% CI 3% to 52%) were rated improved.",
    ["rated improved · tarvenib", "rated improved · placebo"],
  ],
  [
    "Among the 312 women who received tarvenib, median survival was 21.7 months (95% CI, 15.8 to 33.1), as compared with 10.6 months (95% CI, 8.0 to 13.9) among the 158 women who received placebo.",
    ["survival · tarvenib", "survival · placebo"],
  ],
  [
    "Fewer women withdrew while taking tarvenib (n = 2) versus placebo (n = 9).",
    ["withdrew · tarvenib", "withdrew · placebo"],
  ],
  ["Of women on placebo, 19 (68%) of 28 crossed over to tarvenib.", ["crossed over to tarvenib · placebo"]],
  [
    "Adding tarvenib did not improve cure (p = 0.31); the hazard ratio for death was 0.91 (95% CI 0.70 to 1.19).",
    ["death · tarvenib vs placebo"],
  ],
  [
    "Cough was seen in 11 patients (24%) who received tarvenib and 6 patients (13%) who received placebo.",
    ["Cough · tarvenib", "Cough · placebo"],
  ],
  [
    "Tarvenib lowered the risk of death by 11% compared with placebo (median survival for tarvenib v placebo, 13.6 v 13.9 months; hazard ratio, 0.89; P = .41).",
    ["death · Tarvenib", "survival · tarvenib", "survival · placebo", "survival · Tarvenib vs placebo"],
  ],
  [
    "The risk ratio versus placebo was 1.14 (95% CI, 0.71 to 1.83) with the 5-mg daily dose and 0.49 (95% CI, 0.28 to 0.86) with the 60-mg weekly dose.",
    ["– · 5-mg daily dose vs placebo", "– · 60-mg weekly dose vs placebo"],
  ],
  ["The load fell in 9 of 13 (69%) women given tarvenib+olvadine.", ["load · tarvenib+olvadine"]],
  [
    "Cure and comfort rates were 3.4% (95% CI, 0.7 to 9.1) and 41.2% (for tarvenib) and 5.3% (95% CI, 1.8 to 11.6) and 52.7% (for placebo), respectively.",
    ["Cure · tarvenib", "comfort rates · tarvenib", "Cure · placebo", "comfort rates · placebo"],
  ],
];

describe("what values belong to in a trial", () => {
  it.each(trial)("%s", (sentence, expected) => {
    expect(belongs(`Women were randomly assigned to receive tarvenib or placebo. ${sentence}`)).toEqual(
      expected,
    );
  });
});

describe("what values belong to", () => {
  it.each(cases)("%s", (sentence, expected) => {
    expect(belongs(sentence)).toEqual(expected);
  });
});
