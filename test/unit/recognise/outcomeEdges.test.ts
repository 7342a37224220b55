/** Where the name of an outcome begins and ends, and what beside it tells when, in whom or how it was. */
import { describe, expect, it } from "vitest";
import { analyse } from "../../../server/src/analyse.js";

const outcomes = (sentence: string): string[] =>
  analyse(`Results: ${sentence}`)
    .statements.filter((s) => s.kind !== "group-size")
    .map((s) => ("outcome" in s ? (s.outcome?.text ?? "–") : "–"));

describe("an outcome without the words that lead to it", () => {
  it.each([
    ["a verb after 'not'", "The syrup did not result in a shorter cough (P = 0.66).", ["cough"]],
    [
      "a verb that no list knows",
      "Training significantly enhanced grip strength (p < 0.05).",
      ["grip strength"],
    ],
    [
      "the groups it was seen in",
      "The mean onset of itching in the two groups was not different (P = 0.44).",
      ["onset of itching"],
    ],
    ["which day", "Day-3 leak rates were 90.0% (180/200) and 85.0% (170/200).", ["leak rates", "leak rates"]],
    [
      "how it was found",
      "Adherence to the tablets, as assessed by pill counts, was 86%.",
      ["Adherence to the tablets"],
    ],
    [
      "by how much",
      "A clinical improvement of 3 points or more on the itch scale occurred in 64% of women.",
      ["clinical improvement"],
    ],
    ["whatever else", "Ferritin was comparable regardless of dose (P = .11).", ["Ferritin"]],
  ])("%s", (_, sentence, expected) => {
    expect(outcomes(sentence)).toEqual(expected);
  });
});

describe("when or in whom, and not what", () => {
  it.each([
    [
      "before what was counted",
      "Six weeks before the first dose, 10 of the 13 patients had severe anaemia.",
      ["severe anaemia"],
    ],
    [
      "in a list of times",
      "Ferritin levels did not differ at baseline (1.5 ± 1.0 mg/l), after nine sessions of rest (1.4 ± 0.9 mg/l), and after nine sessions of dance (1.5 ± 0.8 mg/l).",
      ["Ferritin levels", "Ferritin levels", "Ferritin levels"],
    ],
    [
      "after so many months",
      "Pocket depth fell in both wards compared to baseline at 5 months after scaling (P<0.04).",
      ["Pocket depth"],
    ],
    [
      "what it was due to",
      "Dropouts due to adverse events were 2 (4%) and 5 (9%).",
      ["Dropouts", "Dropouts"],
    ],
    [
      "two drugs given together",
      "The clearance rate was higher in the group given olvadine and tarvenib (78 of 152 women [51%]).",
      ["clearance rate"],
    ],
    [
      "where it was",
      "Tarvenib gave a higher rate of complete clearance in the lower leg (18% vs 6%).",
      ["complete clearance", "complete clearance"],
    ],
    [
      "moments",
      "Thirst was greater in group L than in group S at two postoperative time points: 4 h (P < 0.02) and 9 h (P = 0.03).",
      ["Thirst", "Thirst"],
    ],
    [
      "a list of those in whom it was",
      "The grip strength in Plate and Nail were 34.7 ± 2.6 and 29.8 ± 7.1 kg respectively.",
      ["grip strength", "grip strength"],
    ],
  ])("%s", (_, sentence, expected) => {
    expect(outcomes(sentence)).toEqual(expected);
  });
});

describe("what people did, in words that no list knows", () => {
  it.each([
    [
      "after their group",
      "Twelve (16%) patients in the tarvenib group and 5 (7%) patients in the placebo group needed more fluids.",
      ["fluids", "fluids"],
    ],
    [
      "right after the share",
      "Among women given two doses, 69% (95% CI 62%-76%) seroconverted.",
      ["seroconverted"],
    ],
    ["behind their share", "After two letters, 1412 women (64%) replied.", ["replied"]],
    ["how old they were", "Of these men, 22% were older than 65 years.", ["older than 65 years"]],
    [
      "not what was said before them",
      "Among cooks who met the age and smoking criteria, 59% were men and 57% were smokers.",
      ["men", "smokers"],
    ],
    ["of a population", "Overall, 71% of the study population were male.", ["male"]],
    ["deaths there were", "There were 5 deaths (0.3%) due to colitis.", ["deaths"]],
    [
      "what they were likely to be",
      "Women given tarvenib were more likely to be satisfied than those given placebo (70% vs. 44%).",
      ["satisfied", "satisfied"],
    ],
    [
      "held against another share",
      "In the early arm, 13% of patients had a stroke or died by 48 weeks compared to 16% in the late arm.",
      ["stroke or died", "stroke or died"],
    ],
  ])("%s", (_, sentence, expected) => {
    expect(outcomes(sentence)).toEqual(expected);
  });
});

describe("p-values in the midst of a clause", () => {
  it.each([
    ["a trend towards", "Olvadine showed a trend (p = 0.09) towards fewer night cramps.", ["night cramps"]],
    ["before the verb", "Tarvenib significantly (p < 0.05) lowered fasting urate.", ["fasting urate"]],
    ["a fall in", "There was a marked decrease (P < 0.05) in pulse rate at 3 min.", ["pulse rate"]],
    ["right behind its value", "Weight fell by 3.4 kg (p = 0.02).", ["Weight", "Weight"]],
    [
      "each behind its own value",
      "Itch was noted in 14% (p = 0.02) and cough in 6% (p = 0.31).",
      ["Itch", "Itch", "cough", "cough"],
    ],
    [
      "behind another's",
      "Weight fell by 3.4 kg (95% CI 2.1 to 4.7; p = 0.02), as did waist girth (p = 0.04).",
      ["Weight", "Weight", "waist girth"],
    ],
  ])("%s", (_, sentence, expected) => {
    expect(outcomes(sentence)).toEqual(expected);
  });
});
