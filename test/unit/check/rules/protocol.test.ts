/** What the review's protocol expects, held against whole documents as they are read. */
import { describe, expect, it } from "vitest";
import { analyse } from "../../../../server/src/analyse.js";
import type { AnalyseOptions } from "../../../../server/src/options.js";

const TITLE = "Olvadine for stable angina: a randomised trial";

const OS = { code: "OS", label: "overall survival", synonyms: [] };
const TARVENIB = { code: "tarvenib", label: "tarvenib", synonyms: ["TRV"] };
const DOCETAXEL = { code: "docetaxel", label: "docetaxel", synonyms: [] };

/** "rule: the words that the finding marks", of the protocol's rules alone. */
function findings(sentence: string, options: AnalyseOptions): string[] {
  const text = `${TITLE}\n\nRESULTS: ${sentence}\n`;
  return analyse(text, options)
    .findings.filter(({ rule }) => rule.startsWith("protocol-"))
    .map(({ rule, range }) => `${rule}: ${text.slice(range.start, range.end)}`);
}

const SURVIVAL = "Median overall survival was 61 weeks with tarvenib and 48 weeks with docetaxel.";
const RATIO = "The hazard ratio for overall survival was 0.74 (90% CI 0.60 to 0.91; p < 0.05).";

describe("without a protocol", () => {
  it.each([SURVIVAL, RATIO])("nothing is said: %s", (sentence) => {
    expect(findings(sentence, {})).toEqual([]);
  });
});

describe("a required outcome", () => {
  const required = { ...OS, required: true };
  const other = "Median progression-free survival was 6.8 months.";

  it("that is not reported is a finding at the top of the document", () => {
    expect(findings(other, { outcomes: [required] })).toContain(`protocol-outcome-missing: ${TITLE}`);
  });

  it("is one finding each", () => {
    const outcomes = [required, { code: "QOL", label: "quality of life", synonyms: [], required: true }];
    expect(findings("Nobody was lost to follow-up.", { outcomes })).toEqual([
      `protocol-outcome-missing: ${TITLE}`,
      `protocol-outcome-missing: ${TITLE}`,
    ]);
  });

  it("that is reported is none, nor one that somebody looked for in vain in this document", () => {
    expect(findings(SURVIVAL, { outcomes: [required] })).toEqual([]);
    const sought = { ...required, notReportedIn: ["a.txt"] };
    const missing = `protocol-outcome-missing: ${TITLE}`;
    expect(findings(other, { outcomes: [sought], path: "a.txt" })).not.toContain(missing);
    expect(findings(other, { outcomes: [sought], path: "b.txt" })).toContain(missing);
  });
});

describe("an outcome outside the protocol", () => {
  it("is marked once, at its first result", () => {
    const sentence =
      "Median TTP was 5.2 months. Median overall survival was 14 months. TTP was 4.1 months later.";
    expect(findings(sentence, { outcomes: [OS] })).toEqual(["protocol-outcome-unknown: TTP"]);
  });

  it("that is a synonym of the protocol's is none", () => {
    const outcomes = [{ code: "DEATH", label: "death", synonyms: ["overall survival"] }];
    expect(findings(SURVIVAL, { outcomes })).toEqual([]);
  });
});

describe("a measure or unit that the protocol does not allow", () => {
  it.each([
    [SURVIVAL, ["HR"], ["protocol-measure: 61 weeks", "protocol-measure: 48 weeks"]],
    [SURVIVAL, ["median", "HR"], []],
    [RATIO, ["median"], ["protocol-measure: 0.74 (90% CI 0.60 to 0.91; p < 0.05"]],
    [RATIO, ["HR"], []],
  ])("%s with %j", (sentence, measures, expected) => {
    expect(findings(sentence, { outcomes: [{ ...OS, measures }] })).toEqual(expected);
  });

  it.each([
    ["months", ["protocol-unit: weeks", "protocol-unit: weeks"]],
    ["weeks", []],
    ["wk", []],
  ])("expected in %s", (unit, expected) => {
    expect(findings(SURVIVAL, { outcomes: [{ ...OS, unit }] })).toEqual(expected);
  });
});

describe("reporting", () => {
  it.each([
    [{ intervalRequired: true }, RATIO, []],
    [
      { intervalRequired: true },
      "The hazard ratio was 0.74 (p = 0.01).",
      ["protocol-interval: 0.74 (p = 0.01"],
    ],
    [{ level: 90 }, RATIO, []],
    [{ level: 95 }, RATIO, ["protocol-interval: 90% CI 0.60 to 0.91"]],
    [{ level: 95 }, "The hazard ratio was 0.74 (0.60 to 0.91).", []],
    [{ exactP: true }, RATIO, ["protocol-exact-p: p < 0.05"]],
    [{ exactP: true }, "The hazard ratio was 0.74 (p < 0.001).", []],
    [{ exactP: true }, "The hazard ratio was 0.74 (p = 0.04).", []],
    [{}, "The hazard ratio was 0.74 (p < 0.05).", []],
  ])("%j: %s", (reporting, sentence, expected) => {
    expect(findings(sentence, { reporting })).toEqual(expected);
  });
});

describe("a group outside the protocol", () => {
  it("is marked at its first result", () => {
    const sentence = `Patients were randomised to tarvenib (n = 40) or docetaxel (n = 41). ${SURVIVAL}`;
    expect(findings(sentence, { groups: [TARVENIB] })).toEqual(["protocol-group: docetaxel"]);
  });

  it("is none when it is named in more words than the protocol has", () => {
    const sentence = SURVIVAL.replace("tarvenib", "the tarvenib arm");
    expect(findings(sentence, { groups: [TARVENIB, DOCETAXEL] })).toEqual([]);
  });
});
