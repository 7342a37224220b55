/**
 * The hover as a calculator, over documents that are read whole. The figures are R's (4.2): for two groups `prop.test` with and without
 * correction, `fisher.test`, `binom.test`, and the formulas of Katz, Woolf and Newcombe; for an interval `(log(U) - log(L)) / (2 * qnorm(.975))`
 * and `2 * pnorm(-z)`, at the corners of what the printed numbers stand for.
 */
import { TextDocument } from "vscode-languageserver-textdocument";
import type { MarkupContent } from "vscode-languageserver-types";
import { describe, expect, it } from "vitest";
import { analyse } from "../../../server/src/analyse.js";
import { copiesAt } from "../../../server/src/service/copyStatistic.js";
import { hover } from "../../../server/src/service/hover.js";

const COHORT = "Walking after hip repair: a retrospective cohort";
const TRIAL = "Walking after hip repair: a randomised trial";

/** The hover on words of a sentence, as lines without the marks of Markdown. */
function shown(sentence: string, at: string, title = TRIAL): string {
  const text = `${title}\n\nRESULTS: ${sentence}\n`;
  const document = TextDocument.create("file:///a.txt", "plaintext", 1, text);
  const found = hover(analyse(text, {}), document, text.indexOf(at), { details: true });
  return ((found?.contents as MarkupContent | undefined)?.value ?? "").replace(/\\/g, "");
}

const RATIO =
  "Fracture was rarer with drug A than with drug B (hazard ratio 0.68; 95% CI 0.52 to 0.89; p = 0.005).";
const COUNTS =
  "Pain occurred in 18 of 64 patients (28.1%) with drug A and in 31 of 66 patients (47.0%) with drug B (p = 0.026).";
const MEDIANS = "Median overall survival was 18.4 months with drug A and 12.9 months with drug B.";
const RATES = "Two-year survival was 61.4% with drug A and 48.2% with drug B.";

describe("the calculator", () => {
  it.each<[what: string, sentence: string, at: string, lines: readonly string[]]>([
    [
      "an effect with its interval and p",
      RATIO,
      "0.68",
      [
        "**Consistent.**",
        "| p | = 0.005 | 0.0049 (0.0032–0.0073), from the interval |",
        "- ln HR: −0.39",
        "- SE of ln HR: 0.137",
        "- z: 2.8",
      ],
    ],
    [
      "an effect with its interval alone",
      "The rate ratio of falls was 0.74 (95% CI 0.61 to 0.90).",
      "0.74",
      ["- SE of ln IRR: 0.099", "- z: 3.0", "- p from the interval: 0.0024 (0.0013–0.0042)"],
    ],
    [
      "a difference",
      "The mean difference in weight was -2.4 kg (95% CI -3.9 to -0.9).",
      "-2.4",
      ["- SE: 0.77", "- z: 3.1", "- p from the interval: 0.0017 (0.00093–0.0030)"],
    ],
    [
      "an effect with p alone",
      "The odds ratio of falls was 1.80 (p = 0.030).",
      "1.80",
      ["**Nothing printed to check it against.**", "- ln OR: 0.588", "- 95 % CI from p: 1.059–3.06"],
    ],
    [
      "the same p to one digit",
      "The odds ratio of falls was 1.8 (p = 0.03).",
      "1.8",
      ["- 95 % CI from p: 1.06–3.1"],
    ],
    [
      "two groups",
      COUNTS,
      "18 of 64",
      [
        "| Percent | 28.1 % | 28.13 % (18/64) |",
        "- 95 % CI, Wilson: 18.6–40.1 %",
        "- 95 % CI, Clopper–Pearson: 17.6–40.8 %",
        "- Risk ratio: 0.599 (95 % CI 0.375–0.956)",
        "- Odds ratio: 0.442 (95 % CI 0.213–0.915)",
        "- Difference: −18.8 points (95 % CI −34.1 to −2.2)",
        "- p: Pearson 0.027, Yates 0.042, Fisher 0.031",
      ],
    ],
    [
      "nobody in one group",
      "Pain occurred in 0 of 64 patients (0%) with drug A and in 5 of 66 patients (7.6%) with drug B.",
      "0 of 64",
      [
        "- 95 % CI, Wilson: 0.0–5.7 %",
        "- 95 % CI, Clopper–Pearson: 0.0–5.6 %",
        "- Risk ratio: not defined where nobody or everybody has the event",
      ],
    ],
    [
      "two medians",
      MEDIANS,
      "12.9",
      [
        "- Difference of medians: 5.5 months",
        "- Hazard ratio to expect if survival is exponential: 0.701 (0.6965–0.7057)",
      ],
    ],
    [
      "two rates at a time",
      RATES,
      "48.2",
      ["- Absolute difference: 13.2 points", "- Number needed to treat: 7.6 (7.52–7.63)"],
    ],
  ])("gives what follows from %s", (_what, sentence, at, lines) => {
    const text = shown(sentence, at);
    for (const line of lines) expect(text).toContain(line);
  });

  it("gives E-values for ratios of observational studies only", () => {
    const ratio = "- E-value: 2.30, of the bound nearer to 1 1.50 (rare outcome); 1.94 (common outcome)";
    expect(shown(RATIO, "0.68", COHORT)).toContain(ratio);
    expect(shown(RATIO, "0.68", TRIAL)).not.toContain("E-value");
    const difference = "The mean difference in weight was -2.4 kg (95% CI -3.9 to -0.9).";
    expect(shown(difference, "-2.4", COHORT)).not.toContain("E-value");
  });
});

describe("a statistic is copied", () => {
  it("as plain text, as a call of metafor and as Markdown with all that the hover computes", () => {
    const text = `${TRIAL}\n\nRESULTS: ${COUNTS}\n`;
    const [statistic] = copiesAt(analyse(text, {}), text.indexOf("18 of 64"));
    const copies = Object.fromEntries((statistic?.copies ?? []).map((copy) => [copy.form, copy.text]));
    expect(copies.plain).toBe("18/64 (28.1 %); Pain · drug A");
    // escalc gives yi −0.5128 and vi 0.0570 for these.
    expect(copies.metafor).toBe('metafor::escalc(measure = "RR", ai = 18, n1i = 64, ci = 31, n2i = 66)');
    expect(copies.markdown).toContain("- p: Pearson 0.027, Yates 0.042, Fisher 0.031");
  });
});
