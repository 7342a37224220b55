import { describe, expect, it } from "vitest";
import { said, unread } from "./notation.js";

/** Sentences with numbers of which none is a result and each is understood. */
const cases: readonly string[] = [
  "Uptake of (18)F-fluoride was imaged at 9 AM and again at 4 PM.",
  "Group 2 patients required less morphine.",
  "Stool was typed by 16S rRNA sequencing.",
  "The noninferiority limit for clinic visits was 3 percentage points.",
  "Most had cleared with olvatretinoin 0.08% lotion.",
  "A 0.4% zinc‐containing mouthrinse was liked better.",
  "Saturation was kept between 92 and 96 mm Hg.",
  "The paper concerns coronavirus 2 infection in dialysis units.",
  "Patients received olvadine 12 mg once daily.",
  "Olvadine was given at 65 mg/m2 every 5 weeks for 7 cycles.",
  "Radiotherapy was delivered as 50.4 Gy in 28 fractions.",
  "Zelmaplatin (AUC 5) was given on day 1, tarvenib 900 mg/m2 on days 3 and 10.",
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
  "The method had worked in women.12,13",
  "Blood was drawn seven days preoperatively and 30 days postoperatively.",
  "Enamel was etched with 36% phosphoric acid and rinsed with 0.8% sodium chloride.",
  "The apparatus was described by Smith et al. [4-6].",
  "The mixture was infused at 0.4 µg·kg−1·hr−1.",
  "Urine output was kept above 0.5 mL kg−1 h−1.",
  "Details are given in Table 2 and Figure 3.",
  "Samples were drawn at 2, 4 and 8 hours.",
  "Blood was taken on days 1, 8 and 15.",
  "Pain was rated on a scale of 0 to 36.",
  "Stiffness and grip were rated at 3 weeks, 9 weeks, 5 months, and 11 months.",
  "The 50% responder rate was the primary endpoint.",
  "Probes were compared by their 95% limits of agreement.",
  "Grip was averaged over weeks 31, 33, and 37.",
  "Rewards went to the top 15% of scores.",
  "Families were seen at 1 of 14 rural child health centers.",
  "Before rinsing (t = 1) and after it (t = 2) swabs were taken.",
  "A 6-item questionnaire with a 5-point Likert scale was used.",
  "The scores were obtained with version 4.2 of the software.",
  "Glomerular filtration was expressed per 1.73 m2.",
  "The dose of 0.4% renocaine was halved.",
  "Anesthesia was maintained with 1.5% isoflurane.",
  "Patients fasted for 8 h before the test.",
  "Vitamin D3 (4,000 IU per day) was given throughout.",
  "Irradiation was with 2 Gy per fraction, five times a week.",
  "Zelmaplatin, 90 mg/m(2) on day 2, was repeated every 21 days.",
  "Treatment was continued for up to 2 years.",
  "Follow-up visits took place at weeks 4, 8, 12 and 24.",
  "A BMI of at least 35 kg/m2 was required.",
  "Severe hypoglycaemia was defined as a glucose below 2.8 mmol/L.",
  "A score of 10 or more indicated depression.",
  "Women aged 50–69 years were invited.",
  "Children under 5 years of age were vaccinated.",
  "Tumours larger than 3 cm were resected.",
  "HER2, p53 and Ki-67 were stained.",
  "COVID-19 vaccines BNT162b2 and mRNA-1273 were used.",
  "The KEYNOTE-189 and CheckMate 227 trials were cited.",
  "Funded by the National Institutes of Health (R01 HL123456).",
  "Data were analysed with SPSS version 22.0 (IBM).",
  "ClinicalTrials.gov number, NCT00112358.",
  "Type 2 diabetes and hepatitis C genotype 1 were frequent.",
  "Omega-3 fatty acids and interleukin 6 were measured.",
  "The L4-L5 level was fused.",
  "The four arms were stratified by site.",
  "Twelve hospitals in 5 countries took part.",
  "Participants did three sessions a week.",
  "Figure 1 shows the flow of patients.",
  "The 36-Item Short Form was used.",
  "The children slept in 2-bed rooms.",
  "Assignment was 1:1:1.",
  "Lancet 2013; 382: 1105-14.",
  "The two groups were alike, and so were the three centres.",
  "The saline group received 10 mL/kg over 30 minutes.",
  "Correlations significant at the 0.01 level were sought.",
  "Anaesthesia was maintained with 60% N2O in oxygen.",
  "Infants received two doses 35 ± 7 days apart.",
  "Eighty participants will be randomly assigned to one of two diets.",
  "Patients received two tablets (15/650 mg total dose) every 12 hours.",
  "The trial is registered (EudraCT number: 2014-003311-42).",
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
  "The study had 85% power to find a hazard ratio of 0.68 at a two-sided alpha of .05.",
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
