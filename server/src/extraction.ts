/**
 * The data contract of one document's outcome statements.
 *
 * One source: the zod schemas below. The TypeScript types are inferred from them and
 * `schemas/extraction.schema.json` is generated from them. Analysis code imports the types only.
 */
import * as z from "zod/mini";

/** The schema with a description, which the JSON Schema and so the editor's help take over. */
export const described = <T extends z.ZodMiniType>(schema: T, description: string): T =>
  schema.check(z.describe(description));

export const range = described(
  z.strictObject({
    start: z.int().check(z.nonnegative()),
    end: z.int().check(z.nonnegative()),
  }),
  "Half-open stretch of the document's text in UTF-16 code units, as in LSP.",
);

export const sectionKind = z.enum([
  "title",
  "background",
  "methods",
  "results",
  "conclusions",
  "other",
  "references",
  "boilerplate",
]);

export const section = z.strictObject({
  kind: sectionKind,
  heading: z.optional(described(z.string(), "The heading as printed, without its colon.")),
  range,
});

export const study = described(
  z.strictObject({
    title: z.optional(z.string()),
    authors: z.optional(z.array(z.string())),
    journal: z.optional(z.string()),
    year: z.optional(z.int()),
    doi: z.optional(z.string()),
    pmid: z.optional(z.string()),
    pmcid: z.optional(z.string()),
    registrations: z.optional(z.array(z.string())),
  }),
  "What the document itself says about the study it reports.",
);

export const group = z.strictObject({
  id: described(z.string(), "Stable within the document, made from the label."),
  label: described(z.string(), "The words in the document."),
  n: z.optional(described(z.number(), "Size, where the document states one.")),
  role: z.optional(z.enum(["experimental", "control", "total", "subgroup"])),
  ranges: z.array(range),
});

export const outcomeRef = z.strictObject({
  text: described(z.string(), "The words in the document."),
  range: z.optional(range),
  code: z.optional(described(z.string(), "Standard code where known: OS, PFS, DFS, ORR, AE …")),
});

export const groupRef = z.strictObject({
  text: described(z.string(), "The words in the document."),
  range: z.optional(range),
  id: z.optional(described(z.string(), "id of an entry of `groups`.")),
});

export const bound = z.nullable(z.union([z.number(), z.literal("NR")]));

export const interval = z.strictObject({
  type: z.enum(["CI", "CrI", "IQR", "range", "SE", "SD"]),
  level: described(z.nullable(z.number()), "Confidence level in percent as printed, else null."),
  low: described(bound, 'Lower bound; "NR" where not reached or not estimable; null where absent.'),
  high: bound,
  range,
});

export const comparator = z.enum(["=", "<", ">", "<=", ">=", "ns"]);

export const pValueTag = z.enum([
  "interaction",
  "trend",
  "noninferiority",
  "superiority",
  "equivalence",
  "one-sided",
  "two-sided",
  "heterogeneity",
  "log-rank",
]);

export const reportedP = z.strictObject({
  comparator,
  value: described(z.nullable(z.number()), 'As printed; null for "ns".'),
  tag: z.optional(z.nullable(pValueTag)),
  range,
});

const common = {
  id: described(z.string(), "Hash of kind, normalised quote and occurrence number."),
  range,
  quote: described(z.string(), "Exactly the slice of the text that `range` names."),
  section: sectionKind,
  outcome: z.nullable(outcomeRef),
  group: z.nullable(groupRef),
  reference: z.nullable(groupRef),
  population: described(z.nullable(z.string()), "Analysis set named in the sentence or heading."),
  interval: z.nullable(interval),
  p: described(z.nullable(reportedP), "The p-value reported for this very statement."),
  literal: described(
    z.record(z.string(), z.string()),
    "Number as printed, by field: value, low, high, level, n, N, percent, sd, se, p, time, df0, df1 …",
  ),
  ranges: described(
    z.record(z.string(), range),
    "Where each literal stands; also `unit` and `measure` for the words that name them.",
  ),
  explain: z.optional(
    described(z.array(z.string()), "How the statement was read, a line a field: \"outcome ← 'for death'\"."),
  ),
};

export const measure = z.enum([
  "HR",
  "OR",
  "RR",
  "IRR",
  "RD",
  "MD",
  "SMD",
  "ROM",
  "GMR",
  "BETA",
  "R",
  "OTHER-RATIO",
]);

const numberOrNR = z.union([z.number(), z.literal("NR")]);
const timeSpan = z.strictObject({ value: z.number(), unit: z.string() });

export const effect = z.strictObject({
  kind: z.literal("effect"),
  ...common,
  measure,
  adjusted: z.boolean(),
  value: z.number(),
});

export const median = z.strictObject({
  kind: z.literal("median"),
  ...common,
  value: numberOrNR,
  unit: z.nullable(z.string()),
});

export const mean = z.strictObject({
  kind: z.literal("mean"),
  ...common,
  value: z.number(),
  unit: z.nullable(z.string()),
  sd: z.nullable(z.number()),
  se: z.nullable(z.number()),
});

export const landmark = z.strictObject({
  kind: z.literal("landmark"),
  ...common,
  value: described(z.number(), "Percent."),
  time: z.nullable(timeSpan),
});

export const proportion = z.strictObject({
  kind: z.literal("proportion"),
  ...common,
  n: z.nullable(z.number()),
  N: z.nullable(z.number()),
  percent: z.nullable(z.number()),
  denominator: z.optional(
    described(
      z.strictObject({
        value: z.number(),
        statementId: z.optional(z.string()),
        inferred: z.literal(true),
      }),
      "Total found elsewhere (a group's size); never written into N.",
    ),
  ),
});

export const groupSize = z.strictObject({
  kind: z.literal("group-size"),
  ...common,
  n: z.number(),
});

export const pValue = z.strictObject({
  kind: z.literal("p-value"),
  ...common,
  comparator,
  value: z.nullable(z.number()),
  tag: z.nullable(pValueTag),
  compares: described(z.array(z.string()), "ids of the statements that this p-value compares."),
});

export const test = z.strictObject({
  kind: z.literal("test"),
  ...common,
  statistic: z.enum(["t", "F", "chi2", "z", "r", "Q", "U", "W"]),
  df: z.array(z.number()),
  value: z.number(),
});

export const other = z.strictObject({
  kind: z.literal("other"),
  ...common,
  name: described(z.string(), "AUC, sensitivity, I2, kappa, NNT, incidence rate, percent change …"),
  value: z.number(),
  unit: z.nullable(z.string()),
});

export const statement = z.discriminatedUnion("kind", [
  effect,
  median,
  mean,
  landmark,
  proportion,
  groupSize,
  pValue,
  test,
  other,
]);

export const severity = z.enum(["error", "warning", "information", "hint"]);

export const finding = z.strictObject({
  rule: described(z.string(), "id of the rule, as in docs/rules."),
  severity,
  message: z.string(),
  statements: described(z.array(z.string()), "ids of the statements it is about."),
  range,
  reported: described(z.string(), "The value as printed."),
  expected: described(z.string(), "What the other printed numbers allow, as shown to the reviewer."),
  explanations: described(z.array(z.string()), "Innocent explanations, likeliest first."),
  repair: z.optional(described(z.string(), "The one changed digit that makes everything fit.")),
  related: z.optional(
    described(
      z.array(z.strictObject({ range, message: z.string() })),
      "Other places that the finding rests on: the denominator or the group used.",
    ),
  ),
});

export const coverage = described(
  z.strictObject({
    numbers: z.int(),
    inStatements: z.int(),
    background: described(z.int(), "Numbers understood as no result: dose, date, cut-off …"),
    unread: described(z.array(range), "Numbers that belong to no statement and were not understood."),
  }),
  "Every number of the results-bearing sections, counted once.",
);

export const EXTRACTION_FORMAT = "outcome-lens/extraction/1";

export const extraction = z.strictObject({
  format: z.literal(EXTRACTION_FORMAT),
  tool: z.strictObject({
    version: z.string(),
    rules: described(z.string(), "Hash of rules and lexicon, so that a re-run can be compared."),
  }),
  source: z.strictObject({
    path: z.string(),
    sha256: described(z.string(), "Of the file's bytes."),
    length: described(z.int(), "Length of the text in UTF-16 code units."),
    offsets: z.literal("utf-16"),
    version: z.optional(
      described(
        z.string(),
        "PubMed's version of the record, a full stop and the day of its last revision, YYYYMMDD; the greater is the newer.",
      ),
    ),
    record: z.optional(
      described(
        range,
        "Where the study stands in a file of several; `path` is then the file's, # and the record's id. Ranges count from the file's start.",
      ),
    ),
  }),
  study,
  sections: z.array(section),
  groups: z.array(group),
  statements: z.array(statement),
  findings: z.array(finding),
  coverage,
});

export type Range = z.infer<typeof range>;
export type SectionKind = z.infer<typeof sectionKind>;
export type Section = z.infer<typeof section>;
export type Study = z.infer<typeof study>;
export type Group = z.infer<typeof group>;
export type OutcomeRef = z.infer<typeof outcomeRef>;
export type GroupRef = z.infer<typeof groupRef>;
export type Bound = z.infer<typeof bound>;
export type Interval = z.infer<typeof interval>;
export type Comparator = z.infer<typeof comparator>;
export type PValueTag = z.infer<typeof pValueTag>;
export type ReportedP = z.infer<typeof reportedP>;
export type Measure = z.infer<typeof measure>;
export type EffectStatement = z.infer<typeof effect>;
export type MedianStatement = z.infer<typeof median>;
export type MeanStatement = z.infer<typeof mean>;
export type LandmarkStatement = z.infer<typeof landmark>;
export type ProportionStatement = z.infer<typeof proportion>;
export type GroupSizeStatement = z.infer<typeof groupSize>;
export type PValueStatement = z.infer<typeof pValue>;
export type TestStatement = z.infer<typeof test>;
export type OtherStatement = z.infer<typeof other>;
export type Statement = z.infer<typeof statement>;
export type StatementKind = Statement["kind"];
export type Severity = z.infer<typeof severity>;
export type Finding = z.infer<typeof finding>;
export type Coverage = z.infer<typeof coverage>;
export type Extraction = z.infer<typeof extraction>;
