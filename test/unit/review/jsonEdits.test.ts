import { describe, expect, test } from "vitest";
import { appendItem, applied, setValue } from "../../../server/src/review/jsonEdits.js";

const lines = (...content: string[]): string => content.join("\n");

describe("appendItem", () => {
  test.each([
    ['{"a": ["x", "y"]}', ["a"], "z", '{"a": ["x", "y", "z"]}'],
    ['{"a": []}', ["a"], "z", '{"a": ["z"]}'],
    ['{"a": [{ "b": 1 }]}', ["a", 0, "c"], "z", '{"a": [{ "b": 1, "c": ["z"] }]}'],
    ['{"a": [{}]}', ["a", 0, "c"], "z", '{"a": [{ "c": ["z"] }]}'],
    [
      lines("{", '\t"a": [', "\t\t1,", "\t\t2", "\t]", "}"),
      ["a"],
      { b: [1, 2] },
      lines("{", '\t"a": [', "\t\t1,", "\t\t2,", '\t\t{ "b": [1, 2] }', "\t]", "}"),
    ],
    [
      lines("{", '  "a": [', "    1", "  ]", "}"),
      ["a"],
      2,
      lines("{", '  "a": [', "    1,", "    2", "  ]", "}"),
    ],
    [lines("{", '  "a": 1', "}"), ["b"], 2, lines("{", '  "a": 1,', '  "b": [', "    2", "  ]", "}")],
    [
      lines("{", '  "a": 1', "}").replaceAll("\n", "\r\n"),
      ["a2"],
      2,
      lines("{", '  "a": 1,', '  "a2": [', "    2", "  ]", "}").replaceAll("\n", "\r\n"),
    ],
  ])("%j at %j", (text, path, value, expected) => {
    expect(applied(text, appendItem(text, path, value))).toBe(expected);
  });

  test("leaves alone what is no list, leads nowhere or is no JSON", () => {
    expect(appendItem('{"a": 1}', ["a"], 2)).toEqual([]);
    expect(appendItem('{"a": 1}', ["b", 0, "c"], 2)).toEqual([]);
    expect(appendItem("{", ["b", 0, "c"], 2)).toEqual([]);
  });
});

describe("setValue", () => {
  test.each([
    ['{ "a": { "b": 1, "c": 2 } }', ["a", "b"], undefined, '{ "a": { "c": 2 } }'],
    ['{ "a": { "b": 1, "c": 2 } }', ["a", "b"], 3, '{ "a": { "b": 3, "c": 2 } }'],
    ['{ "a": { "b": 1 } }', ["a", "c"], "x", '{ "a": { "b": 1, "c": "x" } }'],
  ])("%s at %j", (text, path, value, expected) => {
    expect(applied(text, setValue(text, path, value))).toBe(expected);
  });
});
