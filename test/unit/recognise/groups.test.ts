/** Tables of sentences and of the outcome and group of each of their values, where the grammar tells whose a value is. */
import { describe, expect, it } from "vitest";
import { analyse } from "../../../server/src/analyse.js";
import { belongs } from "./belongs.js";

const cases: readonly (readonly [sentence: string, expected: readonly string[]])[] = [
  [
    "Grip width improved in both groups (6.1 ± 1.4% to 7.3 ± 1.9% in group I, p = 0.004, 6.4 ± 1.2% to 8.2 ± 1.7% in group II, p = 0.002).",
    ["Grip width · group I", "Grip width · group I", "Grip width · group II", "Grip width · group II"],
  ],
  [
    "Waist fell from 91.4 to 88.6 cm and from 93.1 to 89.8 cm in the tarvenib and olvadine groups, respectively.",
    ["Waist · tarvenib", "Waist · tarvenib", "Waist · olvadine groups", "Waist · olvadine groups"],
  ],
  [
    "Pupils in the coached group had a mean of 14.2 slips at 2 months and 13.1 slips at 5 months, as compared with 25.6 and 24.3 slips, respectively, in the reading group.",
    ["– · coached group", "– · coached group", "– · reading group", "– · reading group"],
  ],
  [
    "The itch score was lower in the balm group with the value of 18.4 (SD = 11.2) compared to the soap group with the value of 29.7 (SD = 17.5).",
    ["itch score · balm group", "itch score · soap group"],
  ],
  [
    "Phone calls had a mean cost of €31.20 per visit compared with €47.90 for home visits.",
    ["cost · –", "cost · home visits"],
  ],
  [
    "The itch score was reduced by 3.5 points (change, −41.0%) in the balm group, as compared with a reduction of 1.2 points (change, −14.3%) in the soap group.",
    [
      "itch score · balm group",
      "itch score · balm group",
      "itch score · soap group",
      "itch score · soap group",
    ],
  ],
  [
    "Sepsis occurred in 21 of 118 infants (17.8%) in the balm group and in 26 of 121 (21.5%) in the soap group; jaundice occurred in 31 of 104 infants (29.8%) and in 44 of 102 (43.1%), respectively.",
    ["Sepsis · balm group", "Sepsis · soap group", "jaundice · balm group", "jaundice · soap group"],
  ],
  [
    "Mortality was lower in the burn patients (12.6% in the balm group vs 31.4% in the soap group, p = 0.02).",
    ["Mortality · balm group", "Mortality · soap group"],
  ],
  [
    "Changes in girth were −1.8, −2.4, −2.6 and −0.9 cm with tarvenib 40, 80, and 160 mg and placebo.",
    ["girth · tarvenib 40 mg", "girth · tarvenib 80 mg", "girth · tarvenib 160 mg", "girth · placebo"],
  ],
  [
    "Changes in girth favoured the balm group (−4.6 ± 3.2) versus sham (−0.7 ± 2.9).",
    ["girth · balm group", "girth · sham"],
  ],
  [
    "Good scores were, for group I: width – 41%, depth – 52%; group II: width – 38%, depth – 47%, of all.",
    ["– · group I", "– · group I", "– · group II", "– · group II"],
  ],
  [
    "Those who responded slowly were older, with a mean age of 61.3 years, than those who responded fast (52.4 years).",
    ["age · –", "age · those who responded fast"],
  ],
  [
    "The success rates were 61% and 48.2% for balm-N and soap-N group, respectively, with no difference.",
    ["success rates · balm-N", "success rates · soap-N group"],
  ],
  [
    "In 52 cases events were seen: 27 (33%) with 41 events in the early group and 19 (29%) with 23 events in the late group.",
    ["events · early group", "events · early group", "events · late group", "events · late group"],
  ],
  [
    "The share of pupils who slept well was in favour of the balm group (94% vs. 81%).",
    ["share · balm group", "share · –"],
  ],
  [
    "Cure rates were 44% (balm-rinse) and 38% (soap-rinse; P = .41).",
    ["Cure rates · balm-rinse", "Cure rates · soap-rinse"],
  ],
  [
    "The titre was 14.2 ± 3.1, 17.8 ± 4.4, and 61.5 ± 9.7 for FEV1A, FEV2B, and controls.",
    ["titre · FEV1A", "titre · FEV2B", "titre · controls"],
  ],
  [
    "Itching was cured in 31%, 52%, and 44% of the women given 12 mg, 36 mg, and 90 mg, respectively, of tarvenib.",
    ["Itching · tarvenib 12 mg", "Itching · tarvenib 36 mg", "Itching · tarvenib 90 mg"],
  ],
  [
    "Sleep was better in 91.2% of the women in the balm group (186 of 204) and in 84.6% of those in the soap group (176 of 208).",
    ["Sleep · balm group", "Sleep · soap group"],
  ],
  ["Gout was reported by 46% of cases and 28% of controls.", ["Gout · cases", "Gout · controls"]],
  [
    "Lactate was 4.3 (1.8) in cases versus 2.4 (1.1) in healthy controls.",
    ["Lactate · cases", "Lactate · healthy controls"],
  ],
  [
    "Relapse was 12% with mesh, 14% with glue, and 21% without fixation.",
    ["Relapse · mesh", "Relapse · glue", "Relapse · without fixation"],
  ],
  ["Cure was 13.1% overall and 8.4% in women younger than 65.", ["Cure · –", "Cure · women younger than 65"]],
  [
    "More nurses than surgeons followed the guideline (64% vs 47%).",
    ["guideline · nurses", "guideline · surgeons"],
  ],
  [
    "Rural residents reported more asthma than urban residents (12.3% and 7.8%, respectively).",
    ["asthma · Rural residents", "asthma · urban residents"],
  ],
  [
    "Compared with usual care, coaching reduced readmissions (15% vs 23%).",
    ["readmissions · coaching", "readmissions · usual care"],
  ],
  [
    "The commonest event was rash (41 [9%] of 452 women in the balm group vs none of 455 in the soap group).",
    ["rash · balm group"],
  ],
  ["A rise in folate (21%) was observed in the balm group.", ["folate · balm group"]],
  ["Among the 27 women who had undergone surgery, the cure rate was 63%.", ["cure rate · undergone surgery"]],
  [
    "Weight rose faster in the usual than in lower salt groups (2.08 ± 0.25 versus 0.92 ± 0.31 kg/year).",
    ["Weight · usual", "Weight · lower salt groups"],
  ],
  [
    "In the balm group, the mean itch was 2.4 (0.6). Furthermore, it caused a rise in mean pressure (from 84.0 ± 10.2 to 91.5 ± 12.7 mmHg).",
    ["itch · balm group", "pressure · balm group", "pressure · balm group"],
  ],
  [
    "Protein A rose by 26 and 34% in the sprint and walking groups, respectively, while protein B rose by 43% in the walking group only.",
    ["Protein A · sprint", "Protein A · walking groups", "protein B · walking group"],
  ],
];

/** Sizes that no arm is named for, with the words for the people counted. */
const sizes: readonly (readonly [sentence: string, expected: readonly (string | null)[]])[] = [
  ["We recruited 1874 patients from nine wards.", ["patients"]],
  ["Of 243 randomized participants, 120 received olvadine.", ["randomized participants", "olvadine"]],
  ["Subjects (n = 417) were alike.", ["Subjects"]],
  ["We enrolled 58 subjects without fever.", ["subjects without fever"]],
  ["We recruited 611 adults with knee pain.", ["adults with knee pain"]],
  ["Of 643 women with a median wait of 6.2 months, none fell ill.", ["women"]],
  ["Thirty-one adults (15 balm, 16 soap) took part.", ["adults", "balm", "soap"]],
  ["In total, n = 38 were enrolled.", [null]],
  [
    "In all, 141 women received transfers (79 women in the 3 h group and 62 women in the 20 h group).",
    ["women", "3 h group", "20 h group"],
  ],
  [
    "Eighty-nine women took part (tarvenib 250 mg (n=37), tarvenib 100 mg (n=35), placebo (n=17)).",
    ["women", "tarvenib 250 mg", "tarvenib 100 mg", "placebo"],
  ],
  ["Women received 15 mg (n = 61) or 45 mg (n = 64) of tarvenib.", ["15 mg", "45 mg"]],
  ["A total of 318 pupils were recruited into the STRIDE study.", ["pupils"]],
  ["We used a randomized controlled trial (N = 512).", [null]],
  ["STRIDE included 274 pupils.", ["pupils"]],
  ["Group I received tarvenib 5 ug 3 minutes prior to the scan (n=44).", ["Group I"]],
  ["Data of 75 pupils were available for the matched analysis.", ["pupils"]],
];

describe("groups of values", () => {
  it.each(cases)("%s", (sentence, expected) => {
    expect(belongs(sentence)).toEqual(expected);
  });
});

describe("people counted", () => {
  it.each(sizes)("%s", (sentence, expected) => {
    const { statements, groups } = analyse(`Results: ${sentence}`);
    expect(statements.filter((s) => s.kind === "group-size").map((s) => s.group?.text ?? null)).toEqual(
      expected,
    );
    // the study as a whole is none of the groups that are compared
    expect(groups.every((g) => g.label !== "patients")).toBe(true);
  });
});

describe("those told apart by one word", () => {
  it.each([
    [
      "Hives were seen in 13% of infants fed formula and 8% of those breastfed.",
      ["Hives · infants fed formula", "Hives · those breastfed"],
    ],
    [
      "Overall, 6.3% of those vaccinated and 14.9% of those not vaccinated were infected.",
      ["infected · those vaccinated", "infected · those not vaccinated"],
    ],
    ["Of those screened, 13% had gout.", ["gout · those screened"]],
    [
      "Relapse was seen in 32% of those who stopped treatment and 13% of those who continued.",
      ["Relapse · –", "Relapse · those who continued"],
    ],
  ])("%s", (sentence, expected) => {
    expect(belongs(sentence)).toEqual(expected);
  });
});

describe("people told apart by what they have or do", () => {
  it.each([
    [
      "than, before the effect",
      "Teachers with asthma had a higher risk of falls than those without asthma (HR 1.41; 95% CI 1.12–1.78).",
      "falls · Teachers with asthma vs those without asthma",
    ],
    [
      "than, behind the effect",
      "Current smokers had higher odds of gout (OR 2.3, 95% CI 1.7–3.1) than never smokers.",
      "gout · Current smokers vs never smokers",
    ],
    [
      "what they are held against opens the sentence",
      "Compared with men, women had a lower risk of gout (HR 0.48; 95% CI 0.39–0.59).",
      "gout · women vs men",
    ],
    [
      "so it does of levels",
      "Relative to the lowest tertile, the highest tertile of zinc was associated with fewer warts (HR 0.72, 95% CI 0.58–0.89).",
      "warts · highest tertile of zinc vs lowest tertile",
    ],
    [
      "likelier to",
      "Boys born preterm were more likely than those born at term to have croup (OR 1.61, 95% CI 1.23–2.11).",
      "croup · Boys born preterm vs those born at term",
    ],
    [
      "the subject is what differs",
      "The risk of gout was higher among drinkers than nondrinkers (HR 1.9, 95% CI 1.5–2.4).",
      "gout · drinkers vs nondrinkers",
    ],
    [
      "compared with, behind the effect",
      "Infants fed rice milk were at greater risk of rickets (RR 1.9, 95% CI 1.2–3.0) compared with breastfed infants.",
      "rickets · Infants fed rice milk vs breastfed infants",
    ],
    [
      "as compared with, before an association",
      "Tarvenib as compared with olvadine was associated with less nasal bleeding (HR 0.61; 95% CI 0.42–0.88).",
      "nasal bleeding · Tarvenib vs olvadine",
    ],
    [
      "what a single factor is associated with",
      "In girls, but not in boys, screen time was associated with myopia (OR 1.23, 95% CI 1.08–1.41).",
      "myopia · screen time",
    ],
    [
      "traits are caused by nothing",
      "Carriage was associated with male sex (OR 1.57, P < 0.01).",
      "Carriage · male sex",
    ],
    [
      "cases and controls",
      "Cases were more likely than controls to snore (OR 1.7, 95% CI 1.2–2.4).",
      "snore · Cases vs controls",
    ],
    [
      "so many times the odds as",
      "Obese pupils had 1.7 (95% CI, 1.3-2.2) times the odds of croup as slim pupils.",
      "croup · Obese pupils vs slim pupils",
    ],
    [
      "compared with, behind the effect and its outcome",
      "Tall men had decreased odds (OR = 0.64, 95% CI 0.45-0.91) of agreeing to follow-up compared with short men.",
      "follow-up · Tall men vs short men",
    ],
    [
      "one side only",
      "Pupils who were offered a prize had increased odds of walking (OR = 1.33, 95% CI 1.04-1.71).",
      "walking · Pupils who were offered a prize",
    ],
    [
      "an association with the effect itself",
      "Tarvenib use was associated with a HR for gout of 1.12 (95% CI 0.91 to 1.38).",
      "gout · Tarvenib use",
    ],
    [
      "one group in a model",
      "Multivariate analysis of relapse showed a difference for the balm group (hazard ratio, 0.58; 95% CI, 0.37 to 0.91).",
      "Multivariate analysis of relapse · balm group",
    ],
    [
      "strategies",
      "The risk of death did not differ between the brisk and lenient strategies (RR 0.94; 95% CI 0.76 to 1.17).",
      "death · brisk vs lenient strategies",
    ],
    [
      "a comparison in brackets is another",
      "The effect was stronger among pupils with a low (vs high) income (B = 0.31, SE 0.12, P = .01).",
      "– · –",
    ],
  ])("%s", (_, sentence, expected) => {
    expect(belongs(sentence)).toEqual([expected]);
  });
});
