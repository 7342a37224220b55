import { describe, expect, it } from "vitest";
import { analyse } from "../../../server/src/analyse.js";
import { copiesAt, copyAction } from "../../../server/src/service/copyStatistic.js";

/** The forms at a word of a sentence. */
function copied(text: string, at: string): Record<string, string> {
  const [first] = copiesAt(analyse(text), text.indexOf(at));
  return Object.fromEntries((first?.copies ?? []).map(({ form, text: copy }) => [form, copy]));
}

describe("a copied statistic", () => {
  it("is the statement in plain words, and in Markdown with what follows from it", () => {
    const { plain, markdown } = copied(
      "RESULTS: Overall survival was longer with drug than with placebo (HR 0.71; 95% CI 0.55-0.92; p = 0.0092).",
      "0.71",
    );
    expect(plain).toContain("HR 0.71 (95 % CI 0.55–0.92), p = 0.0092");
    expect(markdown?.split("\n")[0]).toContain("**HR 0.71 (95 % CI 0.55–0.92), p = 0.0092**");
    expect(markdown).toMatch(/\n- SE of ln HR: 0\.13/);
  });

  it.each<[name: string, text: string, at: string, call: string | undefined]>([
    [
      "a ratio",
      "RESULTS: Death was rarer (HR 0.71; 95% CI 0.55-0.92).",
      "0.71",
      'metafor::escalc(measure = "GEN", yi = log(0.71), sei = (log(0.92) - log(0.55)) / (2 * qnorm(0.975)))',
    ],
    [
      "a difference below 0",
      "RESULTS: The mean difference was -1.3 points (90% CI -2.1 to -0.5).",
      "1.3",
      'metafor::escalc(measure = "GEN", yi = -1.3, sei = (-0.5 - (-2.1)) / (2 * qnorm(0.95)))',
    ],
    [
      "two proportions against each other",
      "RESULTS: Relapse was seen in 12 of 40 patients (30%) with drug and in 22 of 41 patients (54%) with placebo (P = 0.03).",
      "12 of",
      'metafor::escalc(measure = "RR", ai = 12, n1i = 40, ci = 22, n2i = 41)',
    ],
    [
      "one proportion",
      "RESULTS: Relapse was seen in 12 of 40 patients (30%).",
      "12 of",
      'metafor::escalc(measure = "PLO", xi = 12, ni = 40)',
    ],
    ["a median", "RESULTS: Median overall survival was 7.5 months (95% CI 6.1-9.0).", "7.5", undefined],
  ])("calls metafor for %s", (_name, text, at, call) => {
    expect(copied(text, at).metafor).toBe(call);
  });

  it("is offered where a statement stands", () => {
    const text = "RESULTS: Death was rarer (HR 0.71; 95% CI 0.55-0.92). The weather was fine.";
    const analysis = analyse(text);
    const offer = copyAction(analysis, "file:///a.txt", text.indexOf("0.71"));
    expect(offer.map(({ command }) => command?.command)).toEqual(["outcomeLens.copyStatistic"]);
    expect(copyAction(analysis, "file:///a.txt", text.indexOf("weather"))).toEqual([]);
  });
});
