/** Analyses made by hand, so that these tests do not hang on what the recogniser can read today. */
import type { Analysis } from "../../../server/src/analyse.js";
import type {
  EffectStatement,
  Finding,
  Group,
  Interval,
  MedianStatement,
  PValueStatement,
  ProportionStatement,
  Range,
  ReportedP,
  Section,
  Statement,
} from "../../../server/src/extraction.js";

/** The range of a stretch that stands in the text; the nth where it stands there more than once. */
export function rangeOf(text: string, part: string, nth = 1): Range {
  let start = -1;
  for (let i = 0; i < nth; i++) start = text.indexOf(part, start + 1);
  if (start < 0) throw new Error(`"${part}" stands not ${String(nth)} times in "${text}"`);
  return { start, end: start + part.length };
}

type Common = Pick<
  Statement,
  | "id"
  | "range"
  | "quote"
  | "section"
  | "outcome"
  | "group"
  | "reference"
  | "population"
  | "literal"
  | "ranges"
> & { interval: Interval | null; p: ReportedP | null };

/** Numbers by field, as printed; each must stand in the quote, in this order. */
export type Numbers = Readonly<Record<string, string>>;

export interface Words {
  readonly outcome?: string;
  readonly group?: string;
  readonly reference?: string;
  /** The words that name the measure: "hazard ratio". */
  readonly measureWords?: string;
  readonly unit?: string;
}

function common(text: string, quote: string, numbers: Numbers, words: Words): Common {
  const range = rangeOf(text, quote);
  const ranges: Record<string, Range> = {};
  let from = range.start;
  for (const [field, printed] of Object.entries(numbers)) {
    const start = text.indexOf(printed, from);
    if (start < 0 || start >= range.end) throw new Error(`${field} "${printed}" is not in "${quote}"`);
    from = start + printed.length;
    ranges[field] = { start, end: from };
  }
  if (words.measureWords !== undefined) ranges["measure"] = rangeOf(text, words.measureWords);
  if (words.unit !== undefined) ranges["unit"] = rangeOf(text, words.unit);
  const ref = (word: string | undefined): { text: string; range: Range } | null =>
    word === undefined ? null : { text: word, range: rangeOf(text, word) };
  const group = ref(words.group);
  return {
    id: `s${String(range.start)}`,
    range,
    quote,
    section: "results",
    outcome: ref(words.outcome),
    group: group === null ? null : { ...group, id: group.text },
    reference: ref(words.reference),
    population: null,
    interval: null,
    p: null,
    literal: { ...numbers },
    ranges,
  };
}

const number = (printed: string | undefined): number => Number(printed?.replace("·", "."));

/** An effect; `low` and `high` give it a 95 % CI, `p` an exact p-value. */
export function effect(
  text: string,
  quote: string,
  numbers: Numbers,
  fields: Words &
    Partial<Pick<EffectStatement, "measure" | "adjusted">> & { readonly p?: Partial<ReportedP> } = {},
): EffectStatement {
  const { measure = "HR", adjusted = false, p, ...words } = fields;
  const base = common(text, quote, numbers, words);
  const { low, high } = base.ranges;
  const interval: Interval | null =
    low === undefined || high === undefined
      ? null
      : {
          type: "CI",
          level: 95,
          low: number(numbers["low"]),
          high: number(numbers["high"]),
          range: { start: low.start, end: high.end },
        };
  const at = base.ranges["p"];
  const reported: ReportedP | null =
    at === undefined ? null : { comparator: "=", value: number(numbers["p"]), range: at, ...p };
  return {
    ...base,
    kind: "effect",
    measure,
    adjusted,
    value: number(numbers["value"]),
    interval,
    p: reported,
  };
}

export function proportion(
  text: string,
  quote: string,
  numbers: Numbers,
  words: Words = {},
): ProportionStatement {
  const field = (name: string): number | null => (numbers[name] === undefined ? null : number(numbers[name]));
  return {
    ...common(text, quote, numbers, words),
    kind: "proportion",
    n: field("n"),
    N: field("N"),
    percent: field("percent"),
  };
}

export function median(text: string, quote: string, numbers: Numbers, words: Words = {}): MedianStatement {
  return {
    ...common(text, quote, numbers, words),
    kind: "median",
    value: number(numbers["value"]),
    unit: words.unit ?? "month",
  };
}

export function pValue(
  text: string,
  quote: string,
  numbers: Numbers,
  compares: readonly Statement[],
  comparator: PValueStatement["comparator"] = "=",
): PValueStatement {
  return {
    ...common(text, quote, numbers, {}),
    kind: "p-value",
    comparator,
    value: number(numbers["value"]),
    tag: null,
    compares: compares.map(({ id }) => id),
  };
}

export function finding(statement: Statement, fields: Partial<Finding> = {}): Finding {
  return {
    rule: "percent-mismatch",
    severity: "warning",
    message: "something does not fit",
    statements: [statement.id],
    range: statement.range,
    reported: "",
    expected: "",
    explanations: [],
    ...fields,
  };
}

export interface Parts {
  readonly statements?: readonly Statement[];
  readonly findings?: readonly Finding[];
  readonly sections?: readonly Section[];
  readonly groups?: readonly Group[];
  readonly unread?: readonly Range[];
}

/** The whole text is one sentence, and one section where none are given. */
export function analysisOf(text: string, parts: Parts = {}): Analysis {
  const { findings = [], groups = [], unread = [] } = parts;
  const whole: Section = { kind: "results", range: { start: 0, end: text.length } };
  const sections = parts.sections ?? [whole];
  const statements = [...(parts.statements ?? [])].sort((a, b) => a.range.start - b.range.start);
  const coverage = {
    numbers: statements.length + unread.length,
    inStatements: statements.length,
    background: 0,
    unread: [...unread],
  };
  return {
    text,
    study: {},
    sections,
    groups,
    statements,
    findings,
    coverage,
    reading: {
      text,
      study: {},
      sections,
      sentences: [{ start: 0, end: text.length, section: whole }],
      groups,
      statements,
      coverage,
    },
  };
}
