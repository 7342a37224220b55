import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { bearsResults } from "../../../server/src/text/gate.js";
import { sections } from "../../../server/src/text/sections.js";

describe("documents that bear results", () => {
  it.each([
    [
      "an abstract",
      "We randomly assigned 240 adults with migraine to a new drug or placebo. Headache days fell by 3.1 with the drug and by 1.9 with placebo (P=0.004).",
    ],
    [
      "a cohort",
      "METHODS: We followed 1204 women after hip surgery. RESULTS: Infection was seen in 31 (2.6%), more often in smokers (odds ratio 2.1; 95% CI 1.1-4.0).",
    ],
    [
      "middle dots",
      "Findings: median survival was 14·2 months (95% CI 12·0–16·9) in the patients who had chemotherapy.",
    ],
    [
      "a laboratory study",
      "The mice that were fed the diet had a lower weight than the controls (21.3 ± 1.2 g versus 25.0 ± 1.9 g, p < 0.01).",
    ],
    ["a few words of notes", "OS: HR 0.71 (95% CI 0.55-0.92), p=.009"],
    [
      "Markdown",
      "# Sleep and pain\n\nOf the 96 patients with chronic pain, 41 (42.7%) slept better **after** the training than before.",
    ],
    [
      "no marks but numbers",
      "The treatment had an effect on the ulcers of 20 patients in the hospital by day 14, and of 31 by day 21, compared with 12 and 17 in the control group.",
    ],
  ])("%s", (_name, text) => {
    expect(bearsResults(text)).toBe(true);
  });
  it("also when they stand in the middle of a long paper", () => {
    const filler = "It has long been thought that this is so. ".repeat(1500);
    const results = "Of the 96 patients, 41 (42.7%) responded to the treatment (p = 0.02). ".repeat(20);
    expect(bearsResults(filler + results + filler)).toBe(true);
  });
});

describe("other text files", () => {
  it.each([
    ["an empty file", ""],
    [
      "requirements.txt",
      "numpy==1.26.4\npandas>=2.0,<3\nscipy==1.11.4\nlifelines==0.27.8  # survival analysis\n",
    ],
    [
      "robots.txt",
      "User-agent: *\nDisallow: /private/\nCrawl-delay: 10\nSitemap: https://example.org/sitemap.xml\n",
    ],
    [
      "a log",
      Array.from(
        { length: 20 },
        (_, i) =>
          `2024-03-01 12:00:${String(10 + i)} INFO worker treated 12 of 40 cases (30%) in group A, p = 0.04`,
      ).join("\n"),
    ],
    [
      "a system log",
      Array.from(
        { length: 20 },
        (_, i) => `Mar  3 10:00:${String(10 + i)} host kernel: [12.34] patient wait, 95% idle`,
      ).join("\n"),
    ],
    [
      "Python",
      "import pandas as pd\n\ndef survival(patients, group):\n    # the median survival of the treated patients was 12.4 months (95% CI 10-14)\n    return patients.groupby(group)['os'].median()\n\nprint(survival(df, 'arm'))\n",
    ],
    [
      "TypeScript",
      "export const alpha = 0.05;\n/** p < 0.05 for the patients of the control group */\nexport function significant(p: number): boolean {\n  return p < alpha;\n}\n",
    ],
    ["R at its prompt", "> library(survival)\n$ Rscript fit.R\n$ cat out.txt\n{\n}\n>>> hazard ratio 0.7\n"],
    [
      "a licence",
      'Permission is hereby granted, free of charge, to any person obtaining a copy of this software. THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, 100% at the risk of the person, in 2 of 3 cases.',
    ],
    [
      "a licence without the known words",
      "1. Definitions. The licensee is the person or the group of persons. 2. Grant. Subject to section 3, the owner of the work gives the person a licence for use in the treatment of data. 3. Terms. The term is 12 months.",
    ],
    [
      "a README of software",
      "# clinstats\n\nComputes hazard ratios and confidence intervals of clinical trials.\n\n```sh\npip install clinstats\n```\n\nThe median run takes 3.2 seconds for 10000 patients (95% CI 3.0-3.4).\n",
    ],
    [
      "a change log",
      "# Changes\n\n## 2.4.1\n\n- The cache is 30% faster than in 2.4.0.\n- Fixed a difference between the two parsers (#1203).\n\n## 2.4.0\n\n- 12 of the 40 rules are new.\n",
    ],
    [
      "CSV",
      `id,group,age,os_months,event\n${Array.from({ length: 30 }, (_, i) => `${String(i)},treatment,6${String(i % 10)},12.4,1`).join("\n")}`,
    ],
    [
      "a table of tabs",
      `patient\tgroup\tdose\tsurvival\n${Array.from({ length: 30 }, (_, i) => `p${String(i)}\tcontrol\t25\t0.8${String(i)}`).join("\n")}`,
    ],
    ["JSON", `{\n  "patients": 12,\n  "group": "placebo",\n  "p": 0.04,\n  "hazard ratio": 0.71\n}\n`],
    [
      "a letter",
      "Dear all, we meet on 12 May at 10 o'clock in room 3. There will be coffee for 20 people and cake for the rest of us.",
    ],
    [
      "a recipe",
      "Take 200 g of flour and 3 eggs, and bake the cake for 40 minutes at 180 degrees. It serves 6 people, 2 of them children.",
    ],
    [
      "an abstract without any number",
      "We reviewed the treatment of patients with migraine. The outcome was better after surgery than with drugs.",
    ],
  ])("%s", (_name, text) => {
    expect(bearsResults(text)).toBe(false);
  });
});

const shared = join(import.meta.dirname, "../../../../shared");
describe.runIf(existsSync(shared))("documents from the wild", () => {
  const texts = (folder: string): string[] =>
    existsSync(join(shared, folder))
      ? readdirSync(join(shared, folder))
          .filter((name) => name.endsWith(".txt"))
          .map((name) => readFileSync(join(shared, folder, name), "utf8"))
      : [];
  /** Results with numbers in them: what the gate must let through. */
  const hasResults = (text: string): boolean =>
    sections(text).some(
      ({ kind, bodyStart, range }) =>
        kind === "results" && (text.slice(bodyStart, range.end).match(/\d+(?:[.·]\d+)?/g)?.length ?? 0) >= 3,
    );
  it("passes every seed and every labelled document", () => {
    for (const text of [...texts("seeds"), ...texts("gold/dev")])
      expect(bearsResults(text), text.slice(0, 200)).toBe(true);
  });
  it("passes at least 99 % of the unlabelled ones that have numbers in their results", () => {
    const lines = readFileSync(join(shared, "corpus/abstracts.ndjson"), "utf8").trim().split("\n");
    const corpus = [
      ...lines.map((line) => (JSON.parse(line) as { text: string }).text),
      ...texts("corpus/fulltext"),
    ].filter(hasResults);
    const passed = corpus.filter(bearsResults).length;
    expect(corpus.length).toBeGreaterThan(1000);
    expect(passed / corpus.length).toBeGreaterThan(0.99);
  });
});
