import { describe, expect, it } from "vitest";
import { said, unread } from "./notation.js";

/** Sentences with numbers of which none is a result and each is understood. */
const cases: readonly string[] = [
  "Patients received lenvatinib 12 mg once daily.",
  "Olvadine was given at 75 mg/m2 every 3 weeks for 6 cycles.",
  "Radiotherapy was delivered as 50.4 Gy in 28 fractions.",
  "Carboplatin (AUC 5) was given on day 1 and gemcitabine 1000 mg/m2 on days 1 and 8.",
  "Participants were randomly assigned in a 2:1 ratio.",
  "Eligible adults were aged 18 to 75 years.",
  "Those older than 65 years were excluded.",
  "Serum ferritin above 300 ng/mL was an exclusion criterion.",
  "Only tumours with AFP > 400 ng/mL were stained.",
  "Toxicity of grade 3-4 led to a dose delay.",
  "Tumours were stage II or III by the 7th edition.",
  "Patients had NYHA class 2 to 4 symptoms.",
  "Child-Pugh class A patients with ECOG 0-1 were eligible.",
  "Cells expressing PD-1, CD8 and IL-6 were counted.",
  "Regimens with 5-FU were compared after CYP3A4 typing.",
  "The trial was registered as NCT01234567.",
  "The trial was registered with ISRCTN84521091 and funded by grant U01-CA123456.",
  "Recruitment ran from 12 May 2009 to 3 October 2011.",
  "Charts from January 2002 through December 2008 were reviewed.",
  "As shown before [12,13], the method works.",
  "The apparatus was described by Smith et al. [4-6].",
  "The mixture was infused at 0.4 µg·kg−1·hr−1.",
  "Urine output was kept above 0.5 mL kg−1 h−1.",
  "Details are given in Table 2 and Figure 3.",
  "Samples were drawn at 2, 4 and 8 hours.",
  "Blood was taken on days 1, 8 and 15.",
  "Pain was rated on a scale of 0 to 10.",
  "A 6-item questionnaire with a 5-point Likert scale was used.",
  "The scores were obtained with version 4.2 of the software.",
  "Glomerular filtration was expressed per 1.73 m2.",
  "The dose of 0.5% bupivacaine was halved.",
];

describe("numbers that are no results", () => {
  it.each(cases)("%s", (sentence) => {
    const text = `Results: ${sentence}`;
    expect(said(text)).toBe("");
    expect(unread(text)).toBe("");
  });
});

/** The plan of a study: what it was powered and tested for. */
const plans: readonly string[] = [
  "The study had 80% power to detect a hazard ratio of 0.70 at a two-sided alpha of .05.",
  "With 120 patients per arm the trial was powered at 90% to show a difference of 15%.",
  "P < .05 was considered significant.",
  "The noninferiority margin was 5 percentage points.",
  "The one-sided significance level was .025.",
  "We hypothesized a response rate of 40% with the new drug.",
];

describe("assumptions of the design", () => {
  it.each(plans)("%s", (sentence) => {
    const text = `Methods: ${sentence}`;
    expect(said(text)).toBe("");
    expect(unread(text)).toBe("");
  });
});
