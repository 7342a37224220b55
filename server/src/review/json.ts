/** JSON files read against a schema, every fault at its place in the text. */
import { findNodeAtLocation, parseTree, type Node, type ParseError } from "jsonc-parser";
import type * as z from "zod/mini";
import { describeIssue } from "./issues.js";
import { placesIn, type Place } from "./place.js";

export type JsonPath = readonly (string | number)[];

/** Something wrong in a JSON file. */
export interface Fault {
  /** Keys and indices from the root; empty for the whole file. */
  readonly path: JsonPath;
  readonly message: string;
  readonly severity: "error" | "warning";
  /** Half-open, in UTF-16 code units of the file's text. */
  readonly start: number;
  readonly end: number;
  /** Both from 1; the column counts UTF-16 code units. */
  readonly line: number;
  readonly column: number;
}

/** Never both: a value that fits its schema, or at least one fault. */
export type Parsed<T> =
  | { readonly value: T; readonly faults?: never }
  | { readonly value?: never; readonly faults: readonly Fault[] };

/**
 * Reads JSON text and holds it against a schema.
 *
 * Comments and trailing commas are faults: other programs read these files too.
 */
export function parseJson<T extends z.ZodMiniType>(schema: T, text: string): Parsed<z.output<T>> {
  const faultAt = faultMaker(text);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { faults: [syntaxFault(text, error)] };
  }
  const result = schema.safeParse(json);
  if (result.success) return { value: result.data };
  const faults = result.error.issues.flatMap((issue) =>
    describeIssue(issue, json).map(({ path, message, atKey }) => faultAt(path, message, "error", atKey)),
  );
  return { faults: faults.sort((a, b) => a.start - b.start) };
}

/** Makes faults at JSON paths of a text. The text is parsed when the first fault is made. */
export function faultMaker(
  text: string,
): (path: JsonPath, message: string, severity?: Fault["severity"], atKey?: boolean) => Fault {
  let root: Node | null | undefined;
  let placeOf: ((offset: number) => Place) | undefined;
  return (path, message, severity = "error", atKey = false) => {
    root ??= treeOf(text);
    placeOf ??= placesIn(text);
    const { start, end } = rangeOf(root, path, atKey);
    return { path, message, severity, start, end, ...placeOf(start) };
  };
}

/** Faults for keys that an object has twice: JSON.parse keeps the last and says nothing. */
export function duplicateKeys(text: string): Fault[] {
  const root = treeOf(text);
  if (root === null) return [];
  const faults: Fault[] = [];
  const placeOf = placesIn(text);
  const report = ({ offset: start, length }: Node, path: JsonPath, message: string): void => {
    faults.push({ path, message, severity: "error", start, end: start + length, ...placeOf(start) });
  };
  const visit = (node: Node, path: JsonPath): void => {
    const seen = new Set<string>();
    node.children?.forEach((child, index) => {
      const [key, value] = child.children ?? [];
      if (node.type !== "object" || key === undefined) {
        visit(child, [...path, index]);
        return;
      }
      const name = String(key.value);
      const at = [...path, name];
      if (seen.has(name)) report(key, at, `The key "${name}" stands here twice.`);
      seen.add(name);
      if (value !== undefined) visit(value, at);
    });
  };
  visit(root, []);
  return faults;
}

/** null where the text nests too deeply for a tree. */
function treeOf(text: string, errors: ParseError[] = []): Node | null {
  try {
    return parseTree(text, errors, { disallowComments: true }) ?? null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The value at a path, or its key; a path that leads nowhere gives the nearest value on the way. */
function rangeOf(root: Node | null, path: JsonPath, atKey: boolean): { start: number; end: number } {
  if (root === null) return { start: 0, end: 0 };
  for (let length = path.length; length >= 0; length--) {
    const node = findNodeAtLocation(root, [...path.slice(0, length)]);
    if (node === undefined) continue;
    const whole = length === path.length;
    const key = node.parent?.type === "property" ? node.parent.children?.[0] : undefined;
    if (whole && atKey && key !== undefined) return { start: key.offset, end: key.offset + key.length };
    // What is missing has no place of its own: point at the start of what lacks it.
    if (!whole) return { start: node.offset, end: node.offset + 1 };
    return { start: node.offset, end: node.offset + node.length };
  }
  return { start: 0, end: 0 };
}

function syntaxFault(text: string, error: unknown): Fault {
  const errors: ParseError[] = [];
  treeOf(text, errors);
  const first = errors[0];
  const start = Math.min(first?.offset ?? 0, text.length);
  const message = first === undefined ? (error as Error).message : SYNTAX[first.error];
  return {
    path: [],
    message: `No valid JSON: ${message ?? "something is out of place"}.`,
    severity: "error",
    start,
    end: Math.min(text.length, start + (first?.length ?? 0)),
    ...placesIn(text)(start),
  };
}

/** What is wrong, in the order of jsonc-parser's `ParseErrorCode`, which begins at 1. */
const SYNTAX: readonly (string | undefined)[] = [
  undefined,
  "this word is no value; text stands in double quotes",
  "this is no number",
  "a key in double quotes is expected",
  "a value is expected",
  "a colon is expected",
  "a comma is expected",
  "a closing brace is expected",
  "a closing bracket is expected",
  "nothing may follow the end",
  "comments are not allowed",
  "comments are not allowed",
  "the closing quote of this text is missing",
  "this number is not finished",
  "this \\u is not followed by four hexadecimal digits",
  "this escape after a backslash does not exist",
  "this character may not stand here",
];
