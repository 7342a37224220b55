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
