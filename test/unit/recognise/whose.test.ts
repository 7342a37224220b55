/** Tables of sentences and of the outcome and groups of their values: restated values, dose arms, subgroups, other clauses. */
import { describe, expect, it } from "vitest";
import { analyse } from "../../../server/src/analyse.js";
import { belongs } from "./belongs.js";
import { reads } from "./notation.js";

type Case = readonly [what: string, sentence: string, expected: readonly string[]];

const values: readonly Case[] = [
  [
    "the same value in another unit",
    "The mean cortisol level was 310±88 nmol per liter (11.2±3.2 μg per deciliter) in the balm group and 402±97 nmol per liter (14.6±3.5 μg per deciliter) in the soap group.",
    [
      "cortisol level · balm group",
      "cortisol level · balm group",
      "cortisol level · soap group",
      "cortisol level · soap group",
    ],
  ],
  [
    "counts whose noun is left out, each behind the same preposition",
    "Gout was diagnosed in 517 adults in the balm group and in 493 in the soap group.",
    ["Gout · balm group", "Gout · soap group"],
  ],
  [
    "those given one thing and those given another",
    "Gout was diagnosed in 517 adults given balm and in 493 given soap.",
    ["Gout · balm", "Gout · soap"],
  ],
  [
    "counts of a bracket, each of its own group",
    "There were fewer falls in the dance group than in the choir group (43 and 67, respectively).",
    ["falls · dance group", "falls · choir group"],
  ],
  [
    "groups named by a size",
    "There were 63 leaks in the 3 cm overlap group compared with 47 in the 6 cm group.",
    ["leaks · 3 cm overlap group", "leaks · 6 cm group"],
  ],
  [
    "all, and those of one group among them",
    "Sixty women completed the course, including 32 in the dance group and 28 in the choir group.",
    ["completed the course · –", "completed the course · dance group", "completed the course · choir group"],
  ],
  [
    "doses without their drug",
    "Itching arose in 20 of 41, 16 of 40, and 9 of 42 patients at doses of 20 mg, 10 mg, and 5 mg, respectively.",
    ["Itching · 20 mg", "Itching · 10 mg", "Itching · 5 mg"],
  ],
  [
    "two kinds of people",
    "Burnout was reported by 41% of nurses and 28% of physicians.",
    ["Burnout · nurses", "Burnout · physicians"],
  ],
  [
    "people of a group are that group",
    "Falls were reported by 41% of mothers in the yoga group and 28% of mothers in the choir group.",
    ["Falls · yoga group", "Falls · choir group"],
  ],
  [
    "conditions",
    "The mean itch score was 3.4 during music and 6.2 during silence.",
    ["itch score · music", "itch score · silence"],
  ],
  [
    "a share of people who report something",
    "The percentage of pupils reporting cough was 72.1% in May and 12.0% in June.",
    ["pupils reporting cough · –", "pupils reporting cough · –"],
  ],
  [
    "two outcomes on each side",
    "Rash and fever were more frequent in the balm group as compared with the soap group (71% and 52% v 50% and 33%, respectively).",
    ["fever · balm group", "fever · balm group", "fever · soap group", "fever · soap group"],
  ],
  [
    "before 'than' and behind it",
    "Stay was shorter (21.6 ± 9.7 h) in the balm group than in the soap group (30.4 ± 9.6 h).",
    ["Stay · balm group", "Stay · soap group"],
  ],
  [
    "those that a clause goes on to tell of",
    "In the balm group, itch fell by 32% compared with the soap group, which had a mean itch score of 17.3 points and a mean depth of 2.1 mm.",
    ["itch · balm group", "itch score · soap group", "depth · soap group"],
  ],
  [
    "villages that were treated",
    "Trachoma prevalence was 4.2% in treated villages and 9.8% in untreated villages.",
    ["Trachoma prevalence · treated villages", "Trachoma prevalence · untreated villages"],
  ],
];

const sides: readonly Case[] = [
  [
    "in whom an association was seen",
    "Screen time was associated with obesity in boys (OR 1.62, 95% CI 1.21 to 2.17) but not in girls (OR 1.05, 95% CI 0.79 to 1.40).",
    ["obesity · Screen time", "obesity · Screen time"],
  ],
  [
    "a factor that people are",
    "Male sex was an independent risk factor for gout (OR 1.72, 95% CI 1.11 to 2.65).",
    ["gout · Male sex"],
  ],
  [
    "each factor before its bracket",
    "Low income (HR 1.77; 95% CI, 1.19 to 2.63) was an independent risk factor for relapse, and use of tarvenib (HR 2.05; 95% CI, 0.88 to 4.76) was of borderline significance.",
    ["relapse · Low income", "relapse · use of tarvenib"],
  ],
  [
    "correlations that were observed",
    "Inverse correlations were observed between fibre intake and weight (β = −0.52; 95% CI: −0.91 to −0.13) and pulse (β = −0.20; 95% CI: −0.34 to −0.06).",
    ["weight · fibre intake", "pulse · fibre intake"],
  ],
  [
    "the difference of the sentence before",
    "Smokers had a higher risk of gout than nonsmokers (HR 2.6, 95% CI 1.4 to 4.9). After adjustment, the difference remained significant (HR 2.1, 95% CI 1.1 to 4.0).",
    ["gout · Smokers vs nonsmokers", "– · Smokers vs nonsmokers"],
  ],
  [
    "the two that open the sentence",
    "With tarvenib vs olvadine at week 12, there were more ABC and DEF responders (adjusted odds ratio, 2.1; P=.01, and 2.4; P=.003).",
    ["– · tarvenib vs olvadine", "– · tarvenib vs olvadine"],
  ],
  [
    "a dose and another of the same drug",
    "Tarvenib 45 mg was superior to 15 mg for weight loss (mean difference, -1.6 kg; P < 0.001).",
    ["weight loss · Tarvenib 45 mg vs 15 mg"],
  ],
  [
    "a fall that is greater",
    "Pulse fell by 15 beats/min in the balm group and by 4 beats/min in the soap group (difference, −11 beats/min; 95% CI, −18 to −5).",
    ["Pulse · balm group", "Pulse · soap group", "Pulse · balm group vs soap group"],
  ],
  [
    "a subgroup and the drug it was given",
    "Patients were randomly assigned to receive either tarvenib or olvadine. Patients in the frail subgroup also had improved survival with tarvenib (median overall survival 19.6 months vs 13.2 months; HR 0.72 [95% CI 0.54-0.96]).",
    ["overall survival · tarvenib", "overall survival · olvadine", "overall survival · tarvenib vs olvadine"],
  ],
  [
    "what a drug did not improve is no arm",
    "Patients were randomly assigned to receive tarvenib plus olvadine or olvadine alone. Neither PFS nor ORR differed between the 2 groups (PFS, 8.3 vs 8.9 months; hazard ratio, 0.91). Tarvenib added to olvadine did not improve PFS, ORR, or OS compared with olvadine alone.",
    [
      "PFS · tarvenib plus olvadine",
      "PFS · olvadine alone",
      "PFS · tarvenib plus olvadine vs olvadine alone",
    ],
  ],
];

describe("whose values are", () => {
  it.each(values)("%s", (_, sentence, expected) => {
    expect(belongs(sentence)).toEqual(expected);
  });
});

describe("sides of effects", () => {
  it.each(sides)("%s", (_, sentence, expected) => {
    expect(belongs(sentence)).toEqual(expected);
  });
});

describe("sizes", () => {
  it.each([
    [
      "Patients received tarvenib plus balm and soap (n = 131) or placebo plus balm and soap (n = 127).",
      ["tarvenib plus balm and soap", "placebo plus balm and soap"],
    ],
    [
      "Runners were given a splint (splint + yoga group) (n = 21) or yoga alone (n = 20).",
      ["splint + yoga group", "yoga alone"],
    ],
    [
      "Runners were randomized into the treatment group (n = 23) and the monitoring group (n = 22).",
      ["treatment group", "monitoring group"],
    ],
    [
      "In total, 216 were assigned to the balm group (76 [35.2%] were female) and 113 to the soap group (36 [31.9%] were female).",
      ["balm group", "soap group"],
    ],
    ["Of 128 pupils, 61 received tarvenib and 67 placebo.", ["pupils", "tarvenib", "placebo"]],
    ["Serum of 15 pupils was kept (n=8 tarvenib, n=7 placebo).", ["pupils", "tarvenib", "placebo"]],
  ])("%s", (sentence, expected) => {
    const { statements } = analyse(`Results: ${sentence}`);
    expect(statements.flatMap((s) => (s.kind === "group-size" ? [s.group?.text] : []))).toEqual(expected);
  });
});

reads("values that their wording hides", [
  ["The pain score was 3.4 in the balm group and 6.2 in the soap group.", "mean 3.4; mean 6.2"],
  [
    "Glucose was 126 mg per deciliter in cases and 141 mg per deciliter in controls.",
    "mean 126 mg per deciliter; mean 141 mg per deciliter",
  ],
  ["A potassium level of 5.5 mg per deciliter (2.1 mmol per liter) or more was rare.", ""],
  ["The median dose rose in the 45 Gy group.", ""],
  ["The mean pulse at min 2 and min 5 and the mean pressure at min 2, 5, and 15 did not differ.", ""],
  ["We assigned 140 women (54% nulliparous) to yoga or choir.", "n=140; share 54%"],
]);
