/** A statement as a form: every field of its kind, what may be put in, and what the field holds. */
import type { GroupRef, Interval, Statement, StatementKind } from "../extraction.js";
import {
  comparator,
  interval,
  measure,
  pValueTag,
  statement as statementSchema,
  test,
} from "../extraction.js";
import { describeIssue } from "./issues.js";

/** "choice": one of `options`; "numbers": several, separated by commas; "number-or-NR": NR for not reached. */
export type FormFieldType = "number" | "number-or-NR" | "numbers" | "text" | "choice";

export interface FormField {
  readonly key: string;
  readonly type: FormFieldType;
  /** What a choice offers. */
  readonly options: readonly string[];
  /** False where the field may be left empty. */
  readonly required: boolean;
  /** As it is typed; empty where there is nothing. */
  readonly value: string;
}

/** Never both: the statement with the field filled in, or why it can't be. */
export type Filled =
  | { readonly statement: Statement; readonly fault?: never }
  | { readonly statement?: never; readonly fault: string };

interface Definition {
  readonly key: string;
  readonly type: FormFieldType;
  readonly required?: true;
  readonly options?: readonly string[];
}

const number = (key: string): Definition => ({ key, type: "number" });
const needed = (key: string, type: FormFieldType = "number"): Definition => ({ key, type, required: true });
const text = (key: string): Definition => ({ key, type: "text" });
const choice = (key: string, options: readonly string[], required?: true): Definition => ({
  key,
  type: "choice",
  options,
  ...(required === undefined ? {} : { required }),
});

const YES_NO = ["yes", "no"] as const;

const OWN: Readonly<Record<StatementKind, readonly Definition[]>> = {
  effect: [choice("measure", measure.options, true), needed("value"), choice("adjusted", YES_NO, true)],
  median: [needed("value", "number-or-NR"), text("unit")],
  mean: [needed("value"), text("unit"), number("sd"), number("se")],
  landmark: [needed("value"), number("time.value"), text("time.unit")],
  proportion: [number("n"), number("N"), number("percent")],
  "group-size": [needed("n")],
  "p-value": [
    choice("comparator", comparator.options, true),
    number("value"),
    choice("tag", pValueTag.options),
  ],
  test: [
    choice("statistic", test.shape.statistic.options, true),
    needed("value"),
    { key: "df", type: "numbers" },
  ],
  other: [needed("name", "text"), needed("value"), text("unit")],
};

const INTERVAL: readonly Definition[] = [
  { key: "interval.low", type: "number-or-NR" },
  { key: "interval.high", type: "number-or-NR" },
  number("interval.level"),
  choice("interval.type", interval.shape.type.options),
];

const P: readonly Definition[] = [
  choice("p.comparator", comparator.options),
  number("p.value"),
  choice("p.tag", pValueTag.options),
];

const CONTEXT: readonly Definition[] = [
  text("outcome.text"),
  text("outcome.code"),
  text("group.text"),
  text("reference.text"),
  text("population"),
];

function definitions({ kind }: Statement): Definition[] {
  return [...OWN[kind], ...(kind === "p-value" ? [] : [...INTERVAL, ...P]), ...CONTEXT];
}

/** The fields of the statement's kind, the value first and what it is about last. */
export function formOf(statement: Statement): FormField[] {
  return definitions(statement).map(({ key, type, options = [], required = false }) => ({
    key,
    type,
    options,
    required,
    value: shown(statement, key),
  }));
}

/**
 * Puts what was typed into a field. Parts that a field brings with it (an interval for its bound) are made, and parts that
 * have lost their last field are taken away.
 */
export function fillField(statement: Statement, key: string, typed: string): Filled {
  const definition = definitions(statement).find((candidate) => candidate.key === key);
  if (definition === undefined) return { fault: `${key} is no field of this kind of statement.` };
  const value = parsed(definition, typed.trim());
  if (value instanceof Fault) return { fault: value.message };
  const filled = tidied(placed(statement, key.split("."), value, typed.trim()));
  const result = statementSchema.safeParse(filled);
  if (result.success) return { statement: result.data };
  const [first] = result.error.issues.flatMap((issue) => describeIssue(issue, filled));
  return { fault: first === undefined ? "This does not fit." : `${first.path.join(".")}: ${first.message}` };
}

class Fault {
  constructor(readonly message: string) {}
}

function parsed({ type, required, options = [] }: Definition, typed: string): unknown {
  if (typed === "") {
    if (required === true) return new Fault("This field may not be empty.");
    return type === "numbers" ? [] : null;
  }
  switch (type) {
    case "text":
      return typed;
    case "choice":
      if (!options.includes(typed)) return new Fault(`One of ${options.join(", ")}.`);
      return options === YES_NO ? typed === "yes" : typed;
    case "number-or-NR":
      return typed.toUpperCase() === "NR" ? "NR" : numberOf(typed, "a number, or NR for not reached");
    case "number":
      return numberOf(typed, "a number");
    case "numbers": {
      const numbers = typed.split(/[,;]\s*/).map((part) => numberOf(part, "numbers, separated by commas"));
      return numbers.find((part) => part instanceof Fault) ?? numbers;
    }
  }
}

/** Decimal comma, raised point and the typographic minus are what documents print. */
function numberOf(typed: string, expected: string): number | Fault {
  const plain = typed.replace(/[−–]/, "-").replace(/[·,]/, ".");
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain)
    ? Number(plain)
    : new Fault(`Expected ${expected}.`);
}

/** Where the numbers of nested fields are kept as printed. */
const LITERALS: Readonly<Record<string, string>> = {
  "interval.low": "low",
  "interval.high": "high",
  "interval.level": "level",
  "p.value": "p",
  "time.value": "time",
};

function placed(
  statement: Statement,
  [first = "", second]: readonly string[],
  value: unknown,
  typed: string,
): object {
  const key = second === undefined ? first : `${first}.${second}`;
  const name = LITERALS[key] ?? (statement.kind === "p-value" && key === "value" ? "p" : key);
  const literal =
    typeof value === "number" || value === "NR" ? { ...statement.literal, [name]: typed } : statement.literal;
  if (second === undefined) return { ...statement, literal, [first]: value };
  const part = (statement as unknown as Record<string, unknown>)[first] ?? started(first, statement);
  const { [second]: _old, ...rest } = part as Record<string, unknown>;
  const optional = value === null && (second === "code" || second === "tag");
  return { ...statement, literal, [first]: optional ? rest : { ...rest, [second]: value } };
}

/** A part that was not reported, about to get its first field. */
function started(part: string, { range }: Statement): object {
  switch (part) {
    case "interval":
      return { type: "CI", level: null, low: null, high: null, range };
    case "p":
      return { comparator: "=", value: null, range };
    case "time":
      return { value: null, unit: "month" };
    default:
      return { text: null };
  }
}

/** Parts without what makes them one are none; words that were changed no longer stand where the old ones did. */
function tidied(filled: object): object {
  const { interval, p, time, outcome, group, reference } = filled as {
    interval: Interval | null;
    p: { comparator: string | null; value: number | null } | null;
    time?: { value: number | null } | null;
    outcome: GroupRef | null;
    group: GroupRef | null;
    reference: GroupRef | null;
  };
  const named = (ref: { text: string | null } | null): object | null => (ref?.text == null ? null : ref);
  return {
    ...filled,
    interval: interval?.low == null && interval?.high == null ? null : { ...interval, type: interval.type },
    p: p?.comparator == null || (p.value === null && p.comparator !== "ns") ? null : p,
    ...(time === undefined ? {} : { time: time?.value == null ? null : time }),
    outcome: named(outcome),
    group: named(group),
    reference: named(reference),
  };
}

function shown(statement: Statement, key: string): string {
  const [first = "", second] = key.split(".");
  const part = (statement as unknown as Record<string, unknown>)[first];
  const value = second === undefined ? part : (part as Record<string, unknown> | null)?.[second];
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.join(", ");
  return typeof value === "number" ? String(value) : typeof value === "string" ? value : "";
}
