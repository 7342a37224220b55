/** A statement in one line of plain text, numbers as printed. Lists, symbols and hovers share it. */
import type { Interval, Measure, ReportedP, Section, Statement } from "../extraction.js";
import { legible } from "../text/unfold.js";

const MEASURE_NAMES: Readonly<Record<Measure, string>> = {
  HR: "Hazard ratio",
  OR: "Odds ratio",
  RR: "Risk ratio",
  IRR: "Incidence rate ratio",
  RD: "Risk difference",
  MD: "Mean difference",
  SMD: "Standardised mean difference",
  ROM: "Ratio of means",
  GMR: "Geometric mean ratio",
  BETA: "Regression coefficient",
  R: "Correlation",
  "OTHER-RATIO": "Ratio",
};

const SECTION_NAMES: Readonly<Record<Section["kind"], string>> = {
  title: "Title",
  background: "Background",
  methods: "Methods",
  results: "Results",
  conclusions: "Conclusions",
  other: "Text",
  references: "References",
  boilerplate: "Page furniture",
};

export function sectionName(section: Pick<Section, "kind" | "heading">): string {
  return section.heading?.trim() || SECTION_NAMES[section.kind];
}

/** The statement's number in a field as printed, else as read. */
export function printedNumber(statement: Statement, field: string, value: number | string | null): string {
  const literal = statement.literal[field];
  return literal === undefined ? (value === null ? "" : String(value)) : legible(literal);
}

/** What kind of result it is: "Adjusted hazard ratio", "Median", "Test statistic". */
export function kindName(statement: Statement): string {
  switch (statement.kind) {
    case "effect": {
      const name = MEASURE_NAMES[statement.measure];
      return statement.adjusted ? `Adjusted ${name.charAt(0).toLowerCase()}${name.slice(1)}` : name;
    }
    case "median":
      return "Median";
    case "mean":
      return "Mean";
    case "landmark":
      return "Rate at a time point";
    case "proportion":
      return "Proportion";
    case "group-size":
      return "Group size";
    case "p-value":
      return "p-value";
    case "test":
      return "Test statistic";
    case "other":
      return statement.name;
  }
}

/** "0.50–0.94", "7.1–NR"; bounds as printed. */
export function boundsLabel(statement: Statement, interval: Interval): string {
  const low = printedNumber(statement, "low", interval.low) || "?";
  const high = printedNumber(statement, "high", interval.high) || "?";
  const signed = [low, high].some((bound) => /^[-−–]/.test(bound));
  return `${low}${signed ? " to " : "–"}${high}`;
}

/** "95 % CI", "IQR". */
export function intervalName(interval: Interval): string {
  return interval.level === null ? interval.type : `${interval.level} % ${interval.type}`;
}

const COMPARATORS: Readonly<Record<ReportedP["comparator"], string>> = {
  "=": "=",
  "<": "<",
  ">": ">",
  "<=": "≤",
  ">=": "≥",
  ns: "not significant",
};

/** "= .02", "< 0.001", "not significant". */
export function comparison(
  statement: Statement,
  p: Pick<ReportedP, "comparator" | "value">,
  field: string,
): string {
  if (p.comparator === "ns" || p.value === null) return COMPARATORS.ns;
  return `${COMPARATORS[p.comparator]} ${printedNumber(statement, field, p.value)}`;
}

/** The statement's own value without interval and p: "HR 0.69", "11.0 months", "54/107 (50.5 %)". */
export function valueLabel(statement: Statement): string {
  const value = (field: string, read: number | string | null): string =>
    printedNumber(statement, field, read);
  switch (statement.kind) {
    case "effect":
      return `${statement.measure === "OTHER-RATIO" ? "Ratio" : statement.measure} ${value("value", statement.value)}`;
    case "median":
      return joined("median", value("value", statement.value), plural(statement.unit, statement.value));
    case "mean":
      return joined(
        "mean",
        value("value", statement.value),
        plural(statement.unit, statement.value),
        spread(statement),
      );
    case "landmark":
      return joined(percent(value("value", statement.value)), timeLabel(statement.time));
    case "proportion":
      return proportionLabel(
        value("n", statement.n),
        value("N", statement.N),
        value("percent", statement.percent),
      );
    case "group-size":
      return `n = ${value("n", statement.n)}`;
    case "p-value":
      return `p ${comparison(statement, statement, statement.literal["value"] === undefined ? "p" : "value")}`;
    case "test": {
      const { df0, df1 } = statement.literal;
      // "F 1,164": two in one number
      const both = statement.df.length === 2 && df1 === undefined ? df0 : undefined;
      const df = both ?? statement.df.map((d, i) => value(`df${i}`, d)).join(", ");
      const name = statement.statistic === "chi2" ? "χ²" : statement.statistic;
      return `${name}${df === "" ? "" : `(${df})`} = ${value("value", statement.value)}`;
    }
    case "other":
      return joined(statement.name, value("value", statement.value), plural(statement.unit, statement.value));
  }
}

/** The whole statement in a line: "HR 0.73 (95 % CI 0.56–0.95), p = .02". */
export function statementLabel(statement: Statement): string {
  const { interval, p } = statement;
  const bracket = interval === null ? "" : ` (${intervalName(interval)} ${boundsLabel(statement, interval)})`;
  const tail = p === null ? "" : `, p ${comparison(statement, p, "p")}`;
  return `${valueLabel(statement)}${bracket}${tail}`;
}

/** Outcome, group and comparator: "overall survival · tarvenib vs placebo". */
export function contextLabel(statement: Statement): string {
  const { group, reference } = statement;
  const contrast = [group?.text, reference?.text].filter(isText).join(" vs ");
  return [statement.outcome?.text, contrast, statement.population].filter(isText).join(" · ");
}

function timeLabel(time: { value: number; unit: string } | null): string | null {
  if (time === null) return null;
  return `at ${time.value} ${plural(time.unit, time.value) ?? ""}`;
}

/** Units that are read into the singular, whatever the document prints. */
const SINGULARS = new Set(["month", "year", "week", "day", "hour", "minute", "second", "cycle", "point"]);

/** "months" for 11 month; units as printed stay as they are. */
export function plural(unit: string | null, value: number | "NR"): string | null {
  return unit !== null && value !== 1 && SINGULARS.has(unit) ? `${unit}s` : unit;
}

function spread(statement: Extract<Statement, { kind: "mean" }>): string | null {
  if (statement.sd !== null) return `(SD ${printedNumber(statement, "sd", statement.sd)})`;
  if (statement.se !== null) return `(SE ${printedNumber(statement, "se", statement.se)})`;
  return null;
}

function proportionLabel(n: string, total: string, share: string): string {
  const count = total === "" ? n : `${n === "" ? "?" : n}/${total}`;
  if (share === "") return total === "" ? `count ${n}` : count;
  return count === "" ? percent(share) : `${count} (${percent(share)})`;
}

function percent(printed: string): string {
  return `${printed.replace(/\s*%$/, "")} %`;
}

function joined(...parts: readonly (string | null)[]): string {
  return parts.filter(isText).join(" ");
}

function isText(part: string | null | undefined): part is string {
  return part !== null && part !== undefined && part !== "";
}
