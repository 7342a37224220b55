import { describe, expect, test } from "vitest";
import { coloured, textsOf } from "./tokenise.js";

const estimate = "constant.numeric.estimate";
const interval = "constant.language.interval";
const pValue = "keyword.control.p-value.value";
const count = "variable.other.enummember.count";

describe("outcome statements in a study report", () => {
  test.each<[scope: string, text: string, expected: string[]]>([
    [estimate, "fewer relapses (HR 0.61; log-rank P = .004)", ["0.61"]],
    [estimate, "hazard ratio, 1·44 against placebo", ["1·44"]],
    [estimate, "an odds ratio of 2.08 and a relative risk of 0.9", ["2.08", "0.9"]],
    [estimate, "adjusted OR = 12.5, aHR: 0.77, IRR 1.03", ["12.5", "0.77", "1.03"]],
    [estimate, "hazard ratio [HR] 0.38", ["0.38"]],
    [estimate, "mean difference −3.2 points", ["−3.2"]],
    [estimate, "median survival 14.2 vs 9.8 months", ["14.2", "9.8"]],
    [estimate, "after a follow-up of 6 weeks", ["6"]],
    [estimate, "cardiac OR 5th ward", []],
    [estimate, "an HR of 40%", []],
    [interval, "95% CI 0.48–0.83", ["0.48", "0.83"]],
    [interval, "95 % confidence interval [CI], 1.1 to 3.4", ["1.1", "3.4"]],
    [interval, "90% CrI: -0.4, 2.6", ["-0.4", "2.6"]],
    [interval, "95%CI=12·3-not reached", ["12·3", "not reached"]],
    [interval, "median age 58 (IQR 49-66; range 21 to 84)", ["49", "66", "21", "84"]],
    ["constant.language.interval.level", "97.5% CI 0.2-0.9", ["97.5%"]],
    [pValue, "P=.03, p < 0.001, p-value = 0·047, P value ≤ .05", [".03", "0.001", "0·047", ".05"]],
    [pValue, "p = 4.1 × 10−5", ["4.1 × 10−5"]],
    [pValue, "P for interaction = 0.62", ["0.62"]],
    [pValue, "step=5, BMP = 3", []],
    [count, "31 of 84 patients died", ["31", "84"]],
    [count, "in 17/92 (18.5%) and 29 (31%)", ["17", "92", "29"]],
    [count, "sham (n = 1,204)", ["1,204"]],
    [count, "since 03/04/2019 on ward 12/B", []],
    ["constant.numeric.percent", "relapse in 12.5% against 30 %", ["12.5%", "30 %"]],
    ["keyword.other.unit", "5.5 months vs 3 years; 2.4 mg/dL", ["months", "years", "mg/dL"]],
    ["keyword.other.unit", "at 3 minarets of 9 hoursmanship", []],
    ["keyword.control.p-value", "p = .2", ["p", " "]],
    ["constant.other.identifier", "NCT01234567, doi 10.1234/abc.5 end", ["NCT01234567", "10.1234/abc.5"]],
  ])("%s in %j", async (scope, text, expected) => {
    expect(await textsOf(scope, text)).toEqual(expected);
  });

  test.each<[text: string, expected: string[]]>([
    ["RESULTS\n40 of 80 patients", ["RESULTS"]],
    ["Methods: two wards. Results: none. Conclusions: rest", ["Methods", "Results", "Conclusions"]],
    ["Patients and methods:", ["Patients and methods"]],
    ["The results: as expected", []],
  ])("headings of %j", async (text, expected) => {
    expect(await textsOf("markup.heading.section", text)).toEqual(expected);
  });
});

describe("records of PubMed and RIS", () => {
  test("tags, title and identifiers", async () => {
    const record =
      "PMID- 12345678\nTI  - A walk before breakfast\nFAU - Example, Ada\nAB  - RESULTS: HR 0.70\nPHST- 2020/01/02 00:00";
    expect(await coloured(record)).toEqual([
      { text: "PMID", scope: "entity.name.tag" },
      { text: "- ", scope: "punctuation.separator.tag" },
      { text: "12345678", scope: "constant.other.identifier" },
      { text: "TI  ", scope: "entity.name.tag" },
      { text: "- ", scope: "punctuation.separator.tag" },
      { text: "A walk before breakfast", scope: "entity.name.section.title" },
      { text: "FAU ", scope: "entity.name.tag" },
      { text: "-", scope: "punctuation.separator.tag" },
      { text: "AB  ", scope: "entity.name.tag" },
      { text: "-", scope: "punctuation.separator.tag" },
      { text: "RESULTS", scope: "markup.heading.section" },
      { text: ":", scope: "punctuation.separator.section" },
      { text: "HR", scope: "keyword.other.unit.measure" },
      { text: "0.70", scope: "constant.numeric.estimate" },
      { text: "PHST", scope: "entity.name.tag" },
      { text: "- ", scope: "punctuation.separator.tag" },
      { text: "2020/01/02 00:00", scope: "constant.other.identifier" },
    ]);
  });

  test("the last tag of a RIS record has no value", async () => {
    expect(await textsOf("entity.name.tag", "TY  - JOUR\nER  -")).toEqual(["TY  ", "ER  "]);
  });
});

describe("injected into Markdown", () => {
  const inMarkdown = (text: string) => coloured(text, "text.html.markdown");

  test("statements in prose have colour", async () => {
    expect(await inMarkdown("Walking helped (HR 0.55; 95% CI 0.4-0.8; p=.01).")).toContainEqual({
      text: "0.55",
      scope: estimate,
    });
  });

  test.each([
    "Wait 5 minutes, then 10% is done",
    "`HR 0.55`",
    "```\nHR 0.55; p = .01\n```",
    "version 1.2 OR 1.3.4",
  ])("%j has none", async (text) => {
    expect(await inMarkdown(text)).toEqual([]);
  });
});

describe("time", () => {
  const long = 20_000;
  test.each([
    ["digits", "1".repeat(long)],
    ["groups of digits", "1,234".repeat(long / 5)],
    ["spaces", `95% CI${" ".repeat(long)}`],
    ["nearly intervals", "95% CI 0.5 ".repeat(long / 11)],
    ["nearly identifiers", `10.1234/${"a".repeat(long)}`],
    ["capitals", "A".repeat(long)],
    ["fractions", "1/".repeat(long / 2)],
  ])("a line of %s is coloured at once", async (_name, line) => {
    await coloured("HR 1.0");
    const start = performance.now();
    await coloured(line);
    // A line this long takes milliseconds where every rule is linear, and minutes where one is quadratic.
    expect(performance.now() - start).toBeLessThan(1500);
  });
});
