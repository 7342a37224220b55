/** What may name an outcome, and where its name is looked for when the nearest words are none. */
import { describe, expect, it } from "vitest";
import { analyse } from "../../../server/src/analyse.js";

const outcomes = (sentence: string): string[] =>
  analyse(`Results: ${sentence}`)
    .statements.filter((s) => s.kind !== "group-size")
    .map((s) => ("outcome" in s ? (s.outcome?.text ?? "–") : "–"));

describe("words that name nothing themselves", () => {
  it.each([
    [
      "a comparison",
      "Motor recovery was faster in the lidocaine group (171.2 ± 31.0 min).",
      ["Motor recovery"],
    ],
    ["a day", "The gait score on d 5 was 3.4 (SEM 0.2) in calves.", ["gait score"]],
    ["how often", "Wound rupture occurred more often (9% vs 4%).", ["Wound rupture", "Wound rupture"]],
    [
      "a unit",
      "A viral load of less than 40 copies per milliliter was seen in 71 of 82 patients (87%).",
      ["viral load"],
    ],
    ["a number", "The responders were 2 or 3 folds more common (41.0% vs. 17.0%).", ["–", "–", "–"]],
    [
      "what people did is said with its verb",
      "Seventy-one patients completed the study.",
      ["completed the study"],
    ],
    ["how it compares", "Grip was superior for potters after one year (7.2 kg vs 5.9 kg).", ["Grip", "Grip"]],
    [
      "what it was lower with",
      "Time to first cough was longer with honey: 9.4 h vs 6.1 h.",
      ["Time to first cough", "Time to first cough"],
    ],
    [
      "how many times as much",
      "Irisin levels were 3-fold higher (11.8 ± 2.1 vs 3.9 ± 0.7 pg/ml).",
      ["Irisin levels", "Irisin levels", "Irisin levels"],
    ],
    [
      "after what it changed",
      "Tear flow was raised after a week of olvadine from 4.8 ± 1.1 to 6.2 ± 1.3 µl.",
      ["Tear flow", "Tear flow"],
    ],
    [
      "a figure alone, where nothing else is named",
      "The average score rose from 41.2 (95% CI 38.0–44.4) to 55.9 (52.1–59.7).",
      ["average score", "average score"],
    ],
    ["an article begins another phrase", "At a cut-off of 9 mg/L the leak rate was 12%.", ["leak rate"]],
  ])("%s", (_, sentence, expected) => {
    expect(outcomes(sentence)).toEqual(expected);
  });
});

describe("lists", () => {
  it.each([
    [
      "of 'for' and an outcome before each value",
      "Hazard ratios were as follows: for the composite of any heart event, 0.91 (95% CI, 0.81 to 1.02); for total stroke, 0.77 (95% CI, 0.61 to 0.97).",
      ["composite of any heart event", "stroke"],
    ],
    [
      "of quantities in brackets",
      "Diets had no influence on the lambs (p = 0.41): 20.4 kg (live weight at sale), 9.1 kg (hot carcass weight), 37.2 cm (leg length).",
      ["influence on the lambs", "live weight at sale", "hot carcass weight", "leg length"],
    ],
  ])("%s", (_, sentence, expected) => {
    expect(outcomes(sentence)).toEqual(expected);
  });
});

describe("traits of people told as a list", () => {
  it.each([
    [
      "sex and origin behind count and share",
      "Overall 210 adults (median age, 57.0 years; 131 [62.4%] women; 16 [7.6%] Asian, 11 [5.2%] Black, and 180 [85.7%] White) took part.",
      ["women", "Asian", "Black", "White", "age"],
    ],
    [
      "sex before its share",
      "Among 611 adults (mean age, 51.2 years; women, 41%), 590 were analysed.",
      ["age", "women"],
    ],
    [
      "a share of what stands behind it",
      "A total of 850 adults (64% male; median age, 57 years) took part.",
      ["male", "age"],
    ],
    [
      "shares without a count",
      "Mean age was 57.9 years, with 71% white, 62% female and 28% employed.",
      ["age", "white", "female", "employed"],
    ],
    [
      "a sex that does something is counted for what it does",
      "Of 946 on the register, 319 (41%) men had gout and 118 (15%) had kidney stones.",
      ["gout", "kidney stones"],
    ],
    [
      "people with a verb before the share",
      "In all, 112 patients had diabetes (65.2%), 13 (7.0%) were smokers, 12 had gout (6.4%), and 30 had ulcers owing to drugs (16.0%).",
      ["diabetes", "smokers", "gout", "ulcers owing to drugs"],
    ],
  ])("%s", (_, sentence, expected) => {
    expect(outcomes(sentence)).toEqual(expected);
  });
});

describe("what a comparison is of", () => {
  it.each([
    [
      "subjects of a comparative",
      "Waist girth (WG) was much lower in tarvenib as compared to control (81.2 ± 2.9 vs. 84.2 ± 2.6 cm).",
      ["Waist girth", "Waist girth"],
    ],
    [
      "the words that 'primary outcome' says more of",
      "A much greater joint response at week 16 (primary outcome) was seen with tarvenib versus placebo (37.6% (41/109) vs 19.4% (21/108)).",
      ["joint response", "joint response"],
    ],
    [
      "a dose is none",
      "Duration of sleep was similar with the tea and tarvenib 400 mg (9.7 ± 2.1 h).",
      ["sleep"],
    ],
    [
      "a p-value is none",
      "Resting pressure also fell in the tarvenib group, 15.6% (141 to 119, P < 0.0005) and 8.4% (83 to 76, P < .0005), respectively.",
      [
        "Resting pressure",
        "Resting pressure",
        "Resting pressure",
        "Resting pressure",
        "Resting pressure",
        "Resting pressure",
        "Resting pressure",
        "Resting pressure",
      ],
    ],
    [
      "an exception",
      "Harms were similar in the two arms, except for dyspepsia (ten [7%] vs four [3%]).",
      ["dyspepsia", "dyspepsia"],
    ],
    [
      "shares of people who did something",
      "Similar proportions of women in the tarvenib group and the olvadine group relapsed between weeks 10 and 60 (41 of 48 [85.4%] vs 40 of 49 [81.6%]).",
      ["relapsed", "relapsed"],
    ],
    [
      "the other side has nobody",
      "Five women (4%) in the tarvenib group and no women in the placebo group had gallstones.",
      ["gallstones"],
    ],
    [
      "a list after the values",
      "27.1% and 38.4% of patients achieved complete and partial remission, respectively, at week 6.",
      ["complete", "partial remission"],
    ],
    [
      "the first of a time is no part of it",
      "Blood loss in the first 24 hours was 912 ± 495 mL.",
      ["Blood loss"],
    ],
    [
      "admissions are an event where they are counted",
      "Harms were: clinic visits (24 [22%] vs 23 [21%]), hospitalizations (36 [32%] vs 31 [28%]).",
      ["clinic visits", "clinic visits", "hospitalizations", "hospitalizations"],
    ],
  ])("%s", (_, sentence, expected) => {
    expect(outcomes(sentence)).toEqual(expected);
  });
});

describe("months", () => {
  it("name nothing", () => {
    expect(
      outcomes("Carriage rose from 5.2% (95% CI 4.1–6.4) in May to 8.9% (7.6–10.3) in October."),
    ).toEqual(["Carriage", "Carriage"]);
  });
});

describe("of a change", () => {
  it.each([
    ["Tea drinking was associated with an 8% lower risk of cataract.", "cataract"],
    ["A warm week brought a 1.8% increase in snake bites (95% CI: 0.6%, 3.1%).", "snake bites"],
    ["Swimmers had a 2.4-fold increase in serum irisin over the winter.", "serum irisin"],
  ])("%s", (sentence, expected) => {
    expect(outcomes(sentence)).toEqual([expected]);
  });
});

describe("said behind the value", () => {
  it.each([
    ["what people of an arm did", "At 8 months, 9/63 (14%) of the chess group quit.", "quit"],
    [
      "over whom they were from",
      "In all, 31 of 140 men (22%) from the tarvenib arm had a relevant fall.",
      "relevant fall",
    ],
    ["a noun of shares", "With cups there was 84% retention.", "retention"],
  ])("%s", (_, sentence, expected) => {
    expect(outcomes(sentence)).toEqual([expected]);
  });
});

describe("of a mean in psychologists' letters", () => {
  it("M names nothing", () => {
    expect(
      outcomes("Walkers (M = 14.6, SD = 3.1) were calmer than runners (M = 12.8, SD = 3.5)."),
    ).not.toContain("M");
  });
});

describe("of a p-value that stands for itself", () => {
  it.each([
    [
      "the subject of a comparison",
      "Serum zinc was significantly higher after tablets than after syrup (P = .02).",
      ["Serum zinc"],
    ],
    [
      "what people had more or less of",
      "Children in the syrup group had fewer wet nights than those in the tablet group (p=0.03).",
      ["wet nights"],
    ],
    [
      "what a difference is in",
      "There was a significant difference in sleep latency between the two wards (P<0.001).",
      ["sleep latency"],
    ],
    [
      "what a drug changed",
      "Compared with placebo, syrup significantly improved word recall (P = .04).",
      ["word recall"],
    ],
    [
      "what stands right before it",
      "Height (p=0.01) and pulse rate (p=0.20) were associated with fainting.",
      ["Height", "pulse rate"],
    ],
    [
      "its label in a bracket",
      "Cooks and waiters differed (height P = .4, grip strength P = .03).",
      ["height", "grip strength"],
    ],
    ["none where the clause names none", "The difference was not significant (p = 0.3).", ["–"]],
    ["none of groups", "Both groups were similar at baseline (P>0.05).", ["–"]],
  ])("%s", (_, sentence, expected) => {
    expect(outcomes(sentence)).toEqual(expected);
  });
});

describe("of a phrase that goes on", () => {
  it.each([
    [
      "with the reason",
      "Time to dropout as a result of any nuisance was shorter with tarvenib (HR, 1.5; 95% CI, 1.1 to 2.1).",
      ["Time to dropout"],
    ],
    [
      "with a time that is counted from something",
      "There was no difference in the primary outcome of birth before 34 weeks of gestation in the tarvenib group compared with the placebo group (22% vs 28%).",
      ["birth", "birth"],
    ],
    [
      "with a list of times",
      "The cumulative relapse rates at months 6, 12, and 18 after surgery were 8%, 11.2%, and 25.9%, respectively.",
      Array(3).fill("relapse rates"),
    ],
    ["with which way it went", "Ward time longer (142 ± 31 vs 98 ± 25 min).", ["Ward time", "Ward time"]],
    [
      "for a median",
      "Of the responders, 38.6% continued the syrup for a median of 13.7 months.",
      ["continued the syrup", "continued the syrup"],
    ],
    ["after other traits", "Cooks were idle with an average BMI of 27.4 ± 2.8 kg/m2.", ["BMI"]],
    [
      "with a participle",
      "Adherence was 71.2% at 6 weeks, dropping to 12.4% at 30 weeks.",
      ["Adherence", "Adherence"],
    ],
    [
      "with what it is related to",
      "The frequencies of rash up to week 9 were alike (12% vs 14%).",
      ["rash", "rash"],
    ],
  ])("%s", (_, sentence, expected) => {
    expect(outcomes(sentence)).toEqual(expected);
  });
});

describe("of values that follow", () => {
  it.each([
    [
      "a gapped predicate",
      "Of the isolates, 78% were resistant to olvadine, 43% to tarvenib and 12% to syrup.",
      ["resistant to olvadine", "tarvenib", "syrup"],
    ],
    [
      "predicates one after the other",
      "Among 214 infants, 38 (17.8%) were born early, 21 (9.8%) were small for gestational age and 9 (4.2%) died.",
      ["born early", "small for gestational age", "died"],
    ],
    [
      "a verb right behind the share",
      "In the telehealth arm 72% attended all visits, 61% stopped smoking and 14% were readmitted.",
      ["attended all visits", "stopped smoking", "readmitted"],
    ],
    [
      "where it was most and least",
      "Uptake of the syrup was lowest in villages (43.2%) and highest in the capital (81.5%).",
      ["Uptake of the syrup", "Uptake of the syrup"],
    ],
    [
      "two comparisons in one bracket",
      "Ferritin and zinc levels fell more than with placebo (83.2 vs 133.8; p = 0.012, and 271.0 vs 518.6; p = 0.03, respectively).",
      ["Ferritin", "Ferritin", "Ferritin", "zinc levels", "zinc levels", "Ferritin"],
    ],
    [
      "two comparisons with a ratio each",
      "In the tarvenib versus the olvadine group, 3-year EFS and OS rates were 61.8% v 57.3% (HR, 0.79; 95% CI, 0.61 to 1.03) and 84.5% v 81.7% (HR, 0.88; 95% CI, 0.64 to 1.22), respectively.",
      ["EFS", "EFS", "EFS", "OS rates", "OS rates", "OS rates"],
    ],
    [
      "parts with something",
      "Lesions were seen in 63 pupils (12.6%), including 9 pupils (1.8%) with caries and 54 pupils (10.8%) with erosion.",
      ["Lesions", "caries", "erosion"],
    ],
    [
      "another bracket with its own pair",
      "Weight (from 84 ± 12 to 81 ± 9 kg) and waist (from 97.1 ± 4.3 to 92.6 ± 6.1 cm) decreased.",
      ["Weight", "Weight", "waist", "waist"],
    ],
    [
      "the event of each ratio before its interval",
      "Hazard ratios were 0.86 for relapse (95% CI, 0.64 to 1.16), 0.78 for death (95% CI, 0.52 to 1.17), and 1.04 for stroke (95% CI, 0.73 to 1.48).",
      ["relapse", "death", "stroke"],
    ],
    [
      "a difference of means in letters",
      "Men improved their leg strength (M diff = 21.8 kg, p = 0.001) and grip (Mdiff = 4.8 cm, p = 0.024).",
      ["leg strength", "grip"],
    ],
    [
      "an age and no sex",
      "The subjects were cooks (24 males and 3 females; 59.3 ± 12.4 years old).",
      ["males", "females", "years old"],
    ],
    ["who was alive", "Some left the ward early; 58.3% of patients were alive at 5 months.", ["alive"]],
  ])("%s", (_, sentence, expected) => {
    expect(outcomes(sentence)).toEqual(expected);
  });
});
