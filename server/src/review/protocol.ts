/** The protocol of a review, `outcome-review.json`: what it looks for and by which rules. */
import * as z from "zod/mini";
import { described, measure, severity } from "../extraction.js";
import type { AnalyseOptions } from "../options.js";
import { STRICTNESSES } from "../options.js";
import { matchesAny } from "./glob.js";

export const PROTOCOL_FORMAT = "outcome-lens/protocol/1";
export const PROTOCOL_FILE = "outcome-review.json";

const words = z.string().check(z.minLength(1));
const wordList = z.optional(z.array(words));

export const protocolMeasure = z.enum([...measure.options, "median", "mean", "landmark", "proportion"]);

export const protocolOutcome = z.strictObject({
  code: described(words, "Short code that the review table uses: OS, ORR, or one of your own."),
  label: described(words, "The outcome's name in words; it is recognised in documents."),
  synonyms: described(wordList, "Other words for this outcome; they are recognised too."),
  required: described(z.optional(z.boolean()), "True: a document that does not report it gets a finding."),
  measures: described(
    z.optional(z.array(protocolMeasure).check(z.minLength(1))),
    "How the outcome may be reported; anything else gets a finding. Without it every measure is allowed.",
  ),
  unit: described(
    z.optional(words),
    "Unit in which values of this outcome are expected: month, year, week, day, percent …",
  ),
  notReportedIn: described(
    wordList,
    "Documents in which somebody looked for this outcome in vain: paths relative to this file's folder, with forward slashes. They get no finding for lacking it.",
  ),
});

export const protocolGroup = z.strictObject({
  id: described(words, "Short name that stays the same over all documents."),
  label: described(words, "The group's name in words; it is recognised in documents."),
  synonyms: described(wordList, "Other words for this group; they are recognised too."),
  role: described(
    z.optional(z.enum(["experimental", "control"])),
    "Which side of a contrast the group stands on.",
  ),
});

export const reporting = z.strictObject({
  intervalRequired: described(
    z.optional(z.boolean()),
    "True: an effect without a confidence interval gets a finding.",
  ),
  level: described(
    z.optional(z.number().check(z.gt(50), z.lt(100))),
    "Confidence level in percent that intervals are expected to have.",
  ),
  exactP: described(
    z.optional(z.boolean()),
    'True: "p < 0.05" where an exact p-value is expected gets a finding.',
  ),
});

/** Also the name of the reviewer's folder, so that it may hold nothing that a file name can't. */
export const reviewerId = z.string().check(
  z.regex(/^(?!adjudicated$)[\p{L}\p{N}_][\p{L}\p{N}._-]*(?<!\.)$/u, {
    error: 'A reviewer\'s id is made of letters, digits, ".", "_" and "-"; "adjudicated" is taken.',
  }),
  z.describe('Letters, digits, ".", "_" and "-"; "adjudicated" is taken.'),
);

export const reviewer = z.strictObject({
  id: reviewerId,
  name: z.optional(words),
});

export const ruleSetting = z.enum([...severity.options, "off"]);

export const protocol = z.strictObject({
  $schema: z.optional(z.string()),
  format: described(z.literal(PROTOCOL_FORMAT), "Version of this file's form."),
  title: described(z.optional(z.string()), "Title of the review."),
  documents: described(
    z.optional(z.array(words)),
    "Glob patterns of the review's documents, relative to this file's folder.",
  ),
  outcomes: described(z.optional(z.array(protocolOutcome)), "Outcomes that the review collects."),
  groups: described(z.optional(z.array(protocolGroup)), "Arms and cohorts that the review compares."),
  reporting: described(z.optional(reporting), "What a result must be reported with."),
  rules: described(
    z.optional(z.record(z.string(), ruleSetting)),
    'Severity of single rules, by id; "off" silences a rule.',
  ),
  strictness: described(
    z.optional(z.enum(STRICTNESSES)),
    "How much a contradiction must weigh before it is a warning; it holds for all reviewers.",
  ),
  reviewers: described(z.optional(z.array(reviewer)), "Who decides on the statements."),
  blind: described(
    z.optional(z.boolean()),
    "True: nobody sees another reviewer's decisions on a document until both have finished it.",
  ),
});

export type Protocol = z.infer<typeof protocol>;
export type ProtocolOutcome = z.infer<typeof protocolOutcome>;
export type ProtocolGroup = z.infer<typeof protocolGroup>;
export type ProtocolMeasure = z.infer<typeof protocolMeasure>;

/** What the protocol tells the core: its outcomes and groups extend the lexicon, its rules set severities. */
export function protocolOptions({
  outcomes,
  groups,
  reporting,
  rules,
  strictness,
}: Protocol): AnalyseOptions {
  return {
    outcomes: (outcomes ?? []).map(({ synonyms = [], ...outcome }) => ({ ...outcome, synonyms })),
    groups: (groups ?? []).map(({ id, label, synonyms = [] }) => ({ code: id, label, synonyms })),
    ...(reporting === undefined ? {} : { reporting }),
    ...(strictness === undefined ? {} : { strictness }),
    rules: rules ?? {},
  };
}

/** Whether a document is one of the review's: its patterns match the path, or there are none. @param path relative to the protocol's folder */
export function isInReview({ documents = [] }: Protocol, path: string): boolean {
  return documents.length === 0 || matchesAny(documents)(path);
}
