/** Words beside numbers that are no results. */
import { phrases } from "./phrases.js";
import { words } from "../../text/words.js";

export const MONTHS = words(`
january february march april may june july august september october november december jan feb mar
apr jun jul aug sep sept oct nov dec
`);

/** Nouns that are followed by the number that names one of them. */
export const LABELS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "grade or stage": `
grade grades stage stages class classes child-pugh g t ecog ps karnofsky asa nyha bclc ctcae
kdigo tnm figo gleason bi-rads birads killip fontaine rutherford hurley score scores tier
degree category categories
`,
    phase: "phase phases part parts step steps period periods wave waves",
    name: `
coronavirus receptor ligand protein phosphodiesterase kinase caspase claudin recist rheumatology set sets
type types version versions ver level levels model models no nos number nos. sars-cov- omega
sirtuin chromosome exon exons codon intron serotype serotypes genotype genotypes subtype
subtypes apolipoprotein complement vitamin factor interleukin il cd h1n her cox hiv- p21
pasi easi acr hiscr quartile quintile tertile quartiles tertiles quintiles decile arm arms group groups cohort
cohorts stratum strata trial trials study experiment case site team zone region dose doses
course courses cycle cycles session sessions round rounds visit visits question item items aim
criterion reader rater observer examiner
`,
    "reference in the text": `
table tables figure figures fig figs appendix supplement supplementary box panel ref refs
reference references chapter section equation eq page pages pp vol volume issue suppl
`,
  }).flatMap(([reason, nouns]) => [...words(nouns)].map((noun) => [noun, reason] as const)),
);

const LIMIT_PHRASES = phrases(`
older than, younger than, less than, more than, greater than, fewer than, higher than
lower than, larger than, smaller than, at least, up to, no more than, as low as, as high as
limits of agreement, better than, worse than, longer than, shorter than, at most, not exceeding, minimum of
maximum of, cutoff of, cut-off of, threshold of, cutoff value of, cut-off value of
`);

/** Words before a number that make it a limit, by the last of them: the others, read backwards. */
export const LIMITS: ReadonlyMap<string, readonly (readonly string[])[]> = LIMIT_PHRASES.reduce(
  (table, phrase) => {
    const [last, ...others] = phrase.split(" ").reverse();
    return table.set(last!, [...(table.get(last!) ?? []), others]);
  },
  new Map<string, readonly (readonly string[])[]>(),
);

export const LIMIT_WORDS = words(`
exceeding exceeded exceeds under above below aged minimum maximum cutoff cut-off threshold
`);

/** Nouns that count parts of the study's design, not people. */
export const DESIGN = words(`
sites centers centres countries hospitals institutions fractions groups arms times regions
districts departments clinics states cities provinces categories items questions domains subscales
factors parameters genes continents sessions doses injections courses visits phases steps stages
types models databases methods blocks occasions laboratories wards icus investigators reviewers
authors raters observers readers experts outcomes endpoints end criteria measures scales tests
regimens treatments interventions drugs agents therapies strategies conditions components themes
meals sets repetitions exercises targets serves practices villages clusters strains snps variants
questionnaires schools studies-level generations weeks-long capsules tablets pills
`);
