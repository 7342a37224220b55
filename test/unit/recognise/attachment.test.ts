/** Which of the words around a value name its outcome and its group, and which only say when, where or to whom. */
import { describe, expect, it } from "vitest";
import { belongs } from "./belongs.js";

type Case = readonly [sentence: string, expected: readonly string[]];

const cases: readonly Case[] = [
  ["Uric acid was lowered by olvadine (4.1 ± 0.3 mg/dL).", ["Uric acid · –"]],
  [
    "The bleeding rate was 31.5% (23/73) in the point of care group.",
    ["bleeding rate · point of care group"],
  ],
  ["There was a fall in skin pain during movement (12.1 vs 17.4).", ["skin pain · –", "skin pain · –"]],
  ["Delivery before 35 weeks of gestation occurred in 11 (9%) of the ring group.", ["Delivery · ring group"]],
  ["Delivery at less than 33 weeks of gestation was rarer (7% vs 12%).", ["Delivery · –", "Delivery · –"]],
  [
    "There were 0.7 relapses per child per year with the spacer and 1.4 with the mask.",
    ["relapses · spacer", "relapses · mask"],
  ],
  [
    "Pupils in the reading schools were less likely to be absent (OR 0.74, 95% CI 0.57 to 0.96).",
    ["absent · Pupils in the reading schools"],
  ],
  [
    "The coaching group was more likely to quit smoking (OR 2.2; 95% CI 1.4 to 3.5) and take up running (OR 1.6; 95% CI 1.1 to 2.3).",
    ["quit smoking · coaching group", "take up running · coaching group"],
  ],
  ["Members were mostly female (71%), with a median age of 46 years.", ["female · –", "age · –"]],
  [
    "Median survival was 21.3 months for olvadine-ipilitide versus 22.7 months for olvadine-placebo (hazard ratio, 1.07; 95% CI, 0.84 to 1.36).",
    [
      "survival · olvadine-ipilitide",
      "survival · olvadine-placebo",
      "survival · olvadine-ipilitide vs olvadine-placebo",
    ],
  ],
  [
    "Pupils in the reading group had a greater fall in restlessness (-5.2 points) compared to the music group (-2.7 points).",
    ["restlessness · reading group", "restlessness · music group"],
  ],
  ["There was a 4.3 ± 1.1 kg weight loss in the beer group.", ["weight · beer group"]],
  [
    "Blood loss at 48 (361 ± 313 mL versus 417 ± 369 mL) hours was alike.",
    ["Blood loss · –", "Blood loss · –"],
  ],
  [
    "We saw a higher knee score in the beer group compared with the water group at 24 weeks (mean ± SE, 65.2 ± 3.4 vs 55.1 ± 3.7).",
    ["knee score · beer group", "knee score · water group"],
  ],
  ["Nightly beer lowered urate by 31.3% and by 44.7% on days 4 and 9.", ["urate · –", "urate · –"]],
  [
    "61.5% of depressed women reported more than two colds compared with 29.4% of controls.",
    ["more than two colds · depressed women", "more than two colds · controls"],
  ],
  [
    "More stitches were done in the beer group than in the water group (23 of 71 [32%] vs 14 of 77 [18%]).",
    ["stitches · beer group", "stitches · water group"],
  ],
];

/** In a trial of tarvenib and placebo. */
const trial: readonly Case[] = [
  [
    "At week 20, 38.5% (tarvenib) and 41.9% (placebo) of treated women had headaches, 2.1% and 3.4% had rashes, and 0.0% and 1.7% had serious falls.",
    [
      "headaches · tarvenib",
      "headaches · placebo",
      "rashes · tarvenib",
      "rashes · placebo",
      "serious falls · tarvenib",
      "serious falls · placebo",
    ],
  ],
  [
    "24 (83%) women on tarvenib 25 mg, 27 (90%) on tarvenib 5 mg, and 28 (93%) on placebo completed the course.",
    ["completed the course · tarvenib", "completed the course · tarvenib", "completed the course · placebo"],
  ],
  [
    "Ulcers occurred in 52 (21.4%) of 243 women in the control group and 31 (12.9%) of 240 in the extended group.",
    ["Ulcers · control group", "Ulcers · extended group"],
  ],
  [
    "Opioid use was higher among women given tarvenib in the recovery ward (7.3 vs 1.8) and on day 1 (5.1 vs 3.3).",
    ["Opioid use · tarvenib", "Opioid use · placebo", "Opioid use · tarvenib", "Opioid use · placebo"],
  ],
  [
    "In the tarvenib group, 47 (8.3%) received placebo before surgery and 9 (1.6%) received a transfusion.",
    ["received placebo before surgery · tarvenib group", "received a transfusion · tarvenib group"],
  ],
  [
    "The mean change in knee pain at 4 months was -2.7 (0.4) and -1.3 (0.6), respectively, in favour of tarvenib.",
    ["knee pain · tarvenib", "knee pain · placebo"],
  ],
  [
    "Death occurred in 18 (12%) women with tarvenib and in 16 (9%) women with placebo.",
    ["Death · tarvenib", "Death · placebo"],
  ],
  [
    "The mean drop in HbA1c was alike (OLV-9, -0.93% and tarvenib, -0.84%).",
    ["HbA1c · OLV-9", "HbA1c · tarvenib"],
  ],
  [
    "Mean urate levels were 163.7 mg/dL (tarvenib 150 mg Q4W, n=57), 151.6 mg/dL (tarvenib 75 mg Q2W, n=114), and 152.9 mg/dL (placebo, n=56).",
    ["urate levels · tarvenib 150 mg Q4W", "urate levels · tarvenib 75 mg Q2W", "urate levels · placebo"],
  ],
];

describe("what names outcome and group", () => {
  it.each(cases)("%s", (sentence, expected) => {
    expect(belongs(sentence)).toEqual(expected);
  });
});

describe("what names outcome and group in a trial", () => {
  it.each(trial)("%s", (sentence, expected) => {
    expect(belongs(`Women were randomly assigned to receive tarvenib or placebo. ${sentence}`)).toEqual(
      expected,
    );
  });
});
