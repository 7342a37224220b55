/** Effects of factors: which words are the outcome and which the factor, on either side of the verb. */
import { describe, expect, it } from "vitest";
import { belongs } from "./belongs.js";

describe("factors that come after what they tell of", () => {
  it.each([
    [
      "factors associated with it",
      "Factors associated with dropout included: female sex (OR=0.64, p<0.001), and night shifts (OR=0.73, p=0.01).",
      ["dropout · female sex", "dropout · night shifts"],
    ],
    [
      "with an adverb between",
      "The variables that were independently associated with poor sleep were noise [AOR = 2.1 (1.2, 3.4)] and debt [AOR = 1.8 (1.1, 2.9)].",
      ["poor sleep · noise", "poor sleep · debt"],
    ],
    [
      "predictors of what was prolonged, and of an age",
      "Predictors of prolonged stay were frailty (OR 2.1, 95% CI 1.2-3.4) and age over 75 years (OR 1.8, 95% CI 1.1-2.9).",
      ["stay · frailty", "stay · age over 75 years"],
    ],
  ])("%s", (_, sentence, expected) => {
    expect(belongs(sentence)).toEqual(expected);
  });
});

describe("factors before the verb", () => {
  it.each([
    [
      "that do not predict",
      "Maternal anxiety (β = .02, p = .7) and strictness (β = -.09, p = .2) did not predict sleep quality.",
      ["sleep quality · Maternal anxiety", "sleep quality · strictness"],
    ],
    [
      "that raise a risk",
      "Living alone (OR 1.7; 95% CI 1.1-2.7) and debt (OR 1.9; 95% CI 1.2-3.0) increased the risk of relapse.",
      ["relapse · Living alone", "relapse · debt"],
    ],
    [
      "that protect",
      "Breastfeeding was protective against wheeze (AOR 0.55, 95% CI 0.38, 0.79).",
      ["wheeze · Breastfeeding"],
    ],
    [
      "and what they are not associated with",
      "High intake of salt was associated with incident gout (RR 1.23; 95% CI 1.10-1.38) but not with asthma (RR 1.02; 95% CI 0.90-1.16).",
      ["incident gout · High intake of salt", "asthma · High intake of salt"],
    ],
    [
      "with a difference in units",
      "The programme was associated with 3.7 mm Hg lower SBP (95% CI, 1.1 to 6.2).",
      ["SBP · –"],
    ],
  ])("%s", (_, sentence, expected) => {
    expect(belongs(sentence)).toEqual(expected);
  });

  it("a list of those in whom it is likelier keeps the outcome", () => {
    const sentence =
      "The risk of preterm birth was increased in women with anaemia (aOR 1.9, 95% CI 1.3-2.8), malaria (aOR 1.6, 95% CI 1.1-2.3) and short intervals (aOR 1.4, 95% CI 1.0-1.9).";
    expect(belongs(sentence).map((s) => s.split(" · ")[0])).toEqual(Array(3).fill("preterm birth"));
  });
});
