/** What a schema found wrong, in words for the person who wrote the file. */
import type * as z from "zod/mini";

type Issue = z.core.$ZodIssue;

export interface DescribedIssue {
  readonly path: (string | number)[];
  readonly message: string;
  /** True where the key itself is wrong and not its value. */
  readonly atKey: boolean;
}

/**
 * One issue of zod as one or more faults: each unknown key is a fault of its own.
 *
 * @param json the value that the issue is about, because zod does not tell an absent key from a wrong value
 */
export function describeIssue(issue: Issue, json: unknown): DescribedIssue[] {
  const path = issue.path.map((step) => (typeof step === "symbol" ? String(step) : step));
  if (!leadsSomewhere(json, path)) {
    return [{ path, message: `The key "${String(path.at(-1))}" is missing.`, atKey: false }];
  }
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => ({
        path: [...path, key],
        message: `"${key}" is no key of this object.`,
        atKey: true,
      }));
    case "invalid_key":
      return [{ path, message: "This key is not allowed here.", atKey: true }];
    case "invalid_union":
      return [{ path, message: unionMessage(issue), atKey: false }];
    default:
      return [{ path, message: message(issue), atKey: false }];
  }
}

function unionMessage(issue: z.core.$ZodIssueInvalidUnion): string {
  // Where the alternatives differ by a key, zod tells that key's values, though its types do not say so.
  const { options } = issue as { readonly options?: readonly unknown[] };
  if (options !== undefined) return `Expected ${list(options.map((option) => JSON.stringify(option)))}.`;
  const expected = issue.errors.flatMap((alternative) => alternative.flatMap((inner) => wanted(inner)));
  const kinds = [...new Set(expected)];
  return kinds.length > 0 ? `Expected ${kinds.join(" or ")}.` : "None of the allowed forms.";
}

/** What zod/mini says when a schema brings no words of its own. */
const ZOD_SAYS = "Invalid input";

function message(issue: Issue): string {
  if (issue.message !== ZOD_SAYS) return issue.message;
  const [expected] = wanted(issue);
  if (expected !== undefined) return `Expected ${expected}.`;
  switch (issue.code) {
    case "too_small":
      return issue.origin === "string" || issue.origin === "array"
        ? "May not be empty."
        : `Must be ${issue.inclusive === false ? "greater than" : "at least"} ${issue.minimum}.`;
    case "too_big":
      return `Must be ${issue.inclusive === false ? "less than" : "at most"} ${issue.maximum}.`;
    default:
      return "Not allowed here.";
  }
}

function wanted(issue: Issue): string[] {
  switch (issue.code) {
    case "invalid_type":
      return [NOUNS[issue.expected] ?? issue.expected];
    case "invalid_value":
      return [list(issue.values.map((value) => JSON.stringify(value)))];
    case "invalid_format":
      return [FORMATS[issue.format] ?? `text of the form ${issue.pattern ?? issue.format}`];
    default:
      return [];
  }
}

const NOUNS: Readonly<Record<string, string>> = {
  string: "text in double quotes",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  object: "an object in braces",
  record: "an object in braces",
  array: "a list in brackets",
  null: "null",
};

const FORMATS: Readonly<Record<string, string>> = {
  datetime: 'a date and time such as "2024-05-01T12:30:00Z"',
};

function list(values: readonly string[]): string {
  return values.length === 1 ? (values[0] ?? "") : `one of ${values.join(", ")}`;
}

function leadsSomewhere(json: unknown, path: readonly (string | number)[]): boolean {
  let value = json;
  for (const step of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return false;
    value = (value as Record<string | number, unknown>)[step];
  }
  return true;
}
