/** The words that head the sections of abstracts and papers, as data, and how a printed label is looked up. */
import type { SectionKind } from "../extraction.js";

/**
 * How far a heading reaches when no other heading follows it:
 * `section` to the next heading, `line` its own line, `wrapped` the lines of its sentence, `note` the same, but the
 * section around it goes on afterwards, `stanza` to a blank line, `rest` everything after it, whatever that is called.
 */
export type Extent = "section" | "line" | "wrapped" | "note" | "stanza" | "rest";

export interface Heading {
  readonly kind: SectionKind;
  /** An everyday word ("Patients", "Safety"), which is no heading inside results or conclusions. */
  readonly weak: boolean;
  readonly extent: Extent;
}

/** One list a kind; `*` before a label marks it as weak. Labels are lower case and singular. */
const CONTENT: readonly (readonly [SectionKind, string])[] = [
  ["title", "title"],
  [
    "background",
    `background, introduction, objective, aim, purpose, rationale, context, importance, hypothesis, goal, question,
     research question, problem, motivation, literature review, specific aim, uncertainty, research objective, scope`,
  ],
  [
    "methods",
    `method, methodology, material, design, research design, experimental design, outcome measure,
     outcome measurement, outcome parameter, statistical analysis, statistical analyse, statistical method, statistic,
     statistical consideration, data analysis, data analyse, data collection, data source, data extraction,
     data selection, selection, search strategy, search method, eligibility criteria, selection criteria,
     inclusion criteria, exclusion criteria, sample size, sample size calculation, randomization, randomisation,
     masking, blinding, ethics statement, ethical approval, dissemination, evidence acquisition, evidence review,
     place, duration, location, ancillary analyse, experimental procedure, *population, *protocol, *ethic, *eligibility,
     *patient, *participant, *subject, *setting, *sample, *intervention, *exposure, *measurement, *measure, *outcome,
     *end point, *endpoint, *procedure, *treatment, *definition, *assessment, *analysis, *analyse, *oversight, *animal,
     *synthesis, *predictor, *independent variable, *data, *definition of outcome, *recruitment, *main variable`,
  ],
  [
    "results",
    "result, finding, data synthesis, evidence synthesis, main result, *efficacy result, *safety result",
  ],
  [
    "conclusions",
    `conclusion, discussion, interpretation, significance, relevance, implication, limitation, strength, meaning,
     take home message, author's conclusion, authors' conclusion, author conclusion, highlight, point, lay summary,
     plain language summary, concluding remark, practical implication, implication for practice, implication of finding,
     what this study add, what is already known on this topic, future direction, perspective, translation, *comment,
     conclusion for practice, limitation of the study, classification of evidence, strength of the study, contribution to the literature, in brief`,
  ],
  [
    "other",
    `abstract, graphical abstract, structured abstract, expanded abstract, extended abstract, visual abstract, summary, full text, main text, body,
     unlabelled, unassigned, brief report, *figure, *table, figure legend, *appendix`,
  ],
  [
    "references",
    "reference, bibliography, literature cited, work cited, reference list, cited literature, literature",
  ],
];

const FURNITURE: readonly (readonly [Extent, string])[] = [
  [
    "section",
    `article information, article information continued, *overview, author's contribution, authors' contribution,
     author contribution, contributor, contributorship, acknowledgement, acknowledgment, conflict of interest,
     conflict of interest statement, competing interest, declaration of interest, declaration of competing interest,
     declaration of conflicting interest, disclosure, financial disclosure, disclosure statement, declaration,
     *correction, supplemental material,
     supplementary material, supplementary data, supplementary information, supporting information,
     electronic supplementary material, additional file, data availability, data availability statement,
     availability of data, data sharing, data sharing statement, pre-publication history, publication history,
     publication type, mesh term, *substance, associated data, funder, publisher, *author, author detail, authors' information, author's information, consent for publication,
     ethics approval, consent to participate, *footnote, journal volume, *issue, role of the sponsor,
     similar article in pubmed, web of science, *right, *license, *licence, open access, provenance, peer review`,
  ],
  [
    "wrapped",
    `keyword, key word, index term, subject term, registration, registration number, trial registration,
     trials registration, trial registration number, trial registry, registry, identifier, trial number,
     clinicaltrial identifier, trial information, registration information, registration detail, review registration,
     systematic review registration, prospero registration, prospero registration number, level of evidence,
     evidence level, funding, funding source, funding information, funding statement,
     role of the funding source, role of funding source, source of funding, source of support, financial support,
     correspondence, corresponding author, electronic address, current address, present address, email, e-mail,
     copyright, article history, *received, *accepted, *published, *citation, how to cite this article,
     issn, eissn, jel code, word count, unique identifier, clinical trial, for permission, primary funding source`,
  ],
  ["note", "abbreviation, list of abbreviation, abbreviation used, nomenclature"],
  [
    "stanza",
    "affiliation, author affiliation, author information, collaborator, comment in, comment on, erratum in, erratum for, update in, republished in",
  ],
  [
    "rest",
    `citing article, cited by, similar article, related article, linkout, linkout - more resource, recommended article,
     you may also like, more from this journal, people also read, trending article, article metric, most read`,
  ],
];

/** Words that may stand before a label without changing what it heads ("Main outcome measures", "Study limitations"). */
const QUALIFIERS = new Set(
  "main major principal primary secondary key study clinical trial overall important".split(" "),
);

const singular = (word: string): string => (word.length > 3 && word.endsWith("s") ? word.slice(0, -1) : word);

const LEXICON = new Map<string, Heading>();

const RANK: Record<SectionKind, number> = {
  results: 7,
  conclusions: 6,
  methods: 5,
  background: 4,
  references: 3,
  other: 2,
  boilerplate: 1,
  title: 0,
};

function enter(labels: string, kind: SectionKind, extent: Extent): void {
  for (const item of labels.split(",")) {
    const raw = item.trim();
    const weak = raw.startsWith("*");
    const label = singular(weak ? raw.slice(1) : raw);
    const existing = LEXICON.get(label);
    if (existing === undefined) LEXICON.set(label, { kind, weak, extent });
  }
}
for (const [extent, labels] of [...FURNITURE].reverse()) enter(labels, "boilerplate", extent);
for (const [kind, labels] of CONTENT) enter(labels, kind, "section");

/** The longest label worth looking at, in characters. */
export const LONGEST_LABEL = 100;

/** A number for three letters, whatever their case. */
const packed = (a: number, b: number, c: number): number => ((a & 31) << 10) | ((b & 31) << 5) | (c & 31);
const wordEnds = new Uint8Array(1 << 15);
const wordsInside = new Uint8Array(1 << 15);
const wordStarts = new Uint8Array(1 << 15);
const wordsAt = (words: string, at: number): number =>
  packed(words.charCodeAt(at), words.charCodeAt(at + 1), words.charCodeAt(at + 2));
for (const label of [...LEXICON.keys(), ...QUALIFIERS]) wordStarts[wordsAt(label, 0)] = 1;
for (const label of [...LEXICON.keys(), ...QUALIFIERS, "and", "or"]) {
  for (const word of label.split(/[^a-z']+/)) wordsInside[wordsAt(word, 0)] = 1;
}
for (const label of LEXICON.keys()) {
  for (const form of [label, `${label}s`]) wordEnds[wordsAt(form, form.length - 3)] = 1;
}

/** Whether a label could end right before `end`, by its last three letters: the first, cheap test. */
export const mayEndLabel = (text: string, end: number): boolean => wordEnds[wordsAt(text, end - 3)] === 1;

/** Whether a label could begin at `start`, by its first three letters. */
export const mayBeginLabel = (text: string, start: number): boolean => wordStarts[wordsAt(text, start)] === 1;

/** Whether the word at `start` could stand within a label, by its first three letters. */
export const mayStandInLabel = (text: string, start: number): boolean =>
  wordsInside[wordsAt(text, start)] === 1;

/** Looks up one part of a label: "main outcome measures", "results". */
function part(words: string): Heading | undefined {
  let rest = singular(words);
  for (;;) {
    const found = LEXICON.get(rest);
    if (found !== undefined) return found;
    const space = rest.indexOf(" ");
    if (space < 0 || !QUALIFIERS.has(rest.slice(0, space))) return undefined;
    rest = rest.slice(space + 1);
  }
}

/** Plurals before the word that makes a label of them: "Conflicts of Interest", "Trials registration". */
const PLURAL =
  /\b(conflict|declaration|comment|implication|source|strength|limitation|list|trial|grant|award)s (?=of|for|on|in|registr)/g;

/** "Authors’ contributions", "Key  words" and "Conflicts of interest" as the lexicon writes them. */
function normalised(lower: string): string {
  return lower.replace(/[’‘`]/g, "'").replace(/\s+/g, " ").replace(PLURAL, "$1 ").trim();
}

/** Signs of a label that is printed otherwise than the lexicon writes it, or of several parts. */
const UNUSUAL = /[^a-z\d .:'-]|\s\s|^\s|\s$|^(?:and|or) | (?:and|or|-) |s (?:of|for|on|in|registr)/;

/**
 * What a printed label heads: "RESULTS", "Materials and Methods", "Design, Setting, & Participants", "Methods/Design".
 * Every part of a compound must be known; the part nearest to results decides ("Methods and results" heads results).
 */
export function headingOf(label: string): Heading | undefined {
  if (label.length > LONGEST_LABEL) return undefined;
  const lower = label.toLowerCase();
  const printed = part(lower);
  if (printed !== undefined) return printed;
  if (!UNUSUAL.test(lower)) return undefined;
  const whole = normalised(lower);
  const known = whole === lower ? undefined : part(whole);
  if (known !== undefined) return known;
  let best: Heading | undefined;
  let weak = true;
  for (const piece of whole.split(/[,/&;+]| and | or |\(|\)| - /)) {
    const words = piece.replace(/^\s*(?:and|or) /, "").trim();
    if (words === "" || words === "and") continue;
    const heading = part(words);
    if (heading === undefined) return undefined;
    if (!heading.weak) weak = false;
    if (best === undefined || RANK[heading.kind] > RANK[best.kind]) best = heading;
  }
  return best && { kind: best.kind, weak, extent: best.extent };
}
