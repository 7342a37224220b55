/** Changes of a JSON text that leave all the rest as its author wrote it. */
import { findNodeAtLocation, parseTree, type Node } from "jsonc-parser";
import type { JsonPath } from "./json.js";

/** Put `content` in the place of `length` UTF-16 code units at `offset`. */
export interface JsonEdit {
  readonly offset: number;
  readonly length: number;
  readonly content: string;
}

/**
 * Appends to the list at a path, which is made where it is missing. What is new stands as its neighbours do: on a line of
 * its own, or behind them. (jsonc-parser's own insertion, with formatting, breaks up the lines around it.)
 *
 * @returns no edit where the text is no JSON or the path leads through something else
 */
export function appendItem(text: string, path: JsonPath, value: unknown): JsonEdit[] {
  const root = parseTree(text);
  const list = root && findNodeAtLocation(root, [...path]);
  if (list?.type === "array") return insertLast(text, list, () => oneLine(value));
  const key = path.at(-1);
  const owner = root && findNodeAtLocation(root, path.slice(0, -1));
  if (list !== undefined || owner?.type !== "object" || typeof key !== "string") return [];
  const end = text.includes("\r\n") ? "\r\n" : "\n";
  return insertLast(text, owner, (indent) => {
    const item =
      indent === null ? oneLine(value) : `${end}${indent}${step(text)}${oneLine(value)}${end}${indent}`;
    return `${JSON.stringify(key)}: [${item}]`;
  });
}

/** Sets the value at a path, or with undefined takes it away. No edit where the path leads nowhere. */
export function setValue(text: string, path: JsonPath, value: unknown): JsonEdit[] {
  const root = parseTree(text);
  const old = root && findNodeAtLocation(root, [...path]);
  if (old !== undefined) {
    return value === undefined
      ? remove(old)
      : [{ offset: old.offset, length: old.length, content: oneLine(value) }];
  }
  const owner = root && findNodeAtLocation(root, path.slice(0, -1));
  if (owner?.type !== "object" || value === undefined) return [];
  return insertLast(text, owner, () => `${JSON.stringify(path.at(-1))}: ${oneLine(value)}`);
}

/** Takes a property or an item away together with the comma and the space to its neighbour. */
function remove(value: Node): JsonEdit[] {
  const child = value.parent?.type === "property" ? value.parent : value;
  const siblings = child.parent?.children ?? [];
  const at = siblings.indexOf(child);
  const [before, after] = [siblings[at - 1], siblings[at + 1]];
  const start = after === undefined && before !== undefined ? before.offset + before.length : child.offset;
  const end = after === undefined ? child.offset + child.length : after.offset;
  return [{ offset: start, length: end - start, content: "" }];
}

/** The text after edits that do not overlap. */
export function applied(text: string, edits: readonly JsonEdit[]): string {
  return [...edits]
    .sort((a, b) => b.offset - a.offset)
    .reduce(
      (s, { offset, length, content }) => s.slice(0, offset) + content + s.slice(offset + length),
      text,
    );
}

/** @param write the new child; it is given its indentation, null where it does not begin a line */
function insertLast(text: string, parent: Node, write: (indent: string | null) => string): JsonEdit[] {
  const children = parent.children ?? [];
  const last = children.at(-1);
  if (last === undefined) {
    const braces = parent.type === "object" ? ["{ ", " }"] : ["[", "]"];
    return [{ offset: parent.offset, length: parent.length, content: braces.join(write(null)) }];
  }
  const before = children.at(-2);
  const from = before === undefined ? parent.offset + 1 : before.offset + before.length;
  const gap = text.slice(from, last.offset).replace(",", "");
  const newline = /[\r\n]/.test(gap);
  const indent = newline ? gap.slice(gap.lastIndexOf("\n") + 1) : null;
  const separator = newline ? gap.slice(Math.max(0, gap.search(/\r?\n[^\n]*$/))) : " ";
  return [{ offset: last.offset + last.length, length: 0, content: `,${separator}${write(indent)}` }];
}

/** A value as JSON on one line, spaced as people write it. Keys without a value are left out. */
export function oneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => oneLine(item)).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  if (entries.length === 0) return "{}";
  return `{ ${entries.map(([key, item]) => `${JSON.stringify(key)}: ${oneLine(item)}`).join(", ")} }`;
}

/** The file's step of indentation: that of its first indented line. */
function step(text: string): string {
  return /\n([ \t]+)\S/.exec(text)?.[1] ?? "  ";
}
