import { describe, expect, test } from "vitest";
import { parseProtocol } from "../../../server/src/review/parseProtocol.js";
import { protocolOptions } from "../../../server/src/review/protocol.js";

const known = {
  rules: ["grim", "interval-order", "percent-mismatch"],
  isUnit: (text: string) => text === "month",
};

const places = (text: string) =>
  parseProtocol(text, known).faults.map(
    ({ line, column, severity, message }) => `${line}:${column} ${severity} ${message}`,
  );

const lines = (...content: string[]): string => content.join("\n");
const HEAD = '{ "format": "outcome-lens/protocol/1",';

describe("parseProtocol", () => {
  test("reads a whole protocol", () => {
    const text = JSON.stringify({
      format: "outcome-lens/protocol/1",
      title: "Compression after leg ulcers",
      documents: ["abstracts/**/*.txt"],
      outcomes: [
        {
          code: "HEAL",
          label: "complete healing",
          synonyms: ["ulcer closure"],
          required: true,
          measures: ["HR", "proportion"],
        },
        { code: "TTH", label: "time to healing", measures: ["median"], unit: "month" },
      ],
      groups: [{ id: "four", label: "four-layer bandage", synonyms: ["4LB"], role: "experimental" }],
      reporting: { intervalRequired: true, level: 95, exactP: false },
      rules: { grim: "off" },
      reviewers: [{ id: "ada" }, { id: "josé" }],
      blind: true,
    });
    const { value, faults } = parseProtocol(text, known);
    expect(faults).toEqual([]);
    expect(value).toEqual(JSON.parse(text));
  });

  test.each([
    ['{ "a" 1 }', "a colon is expected"],
    ["{ a: 1 }", "this word is no value; text stands in double quotes"],
    ["{ 1: 1 }", "a key in double quotes is expected"],
    ['{ "a": 1', "a closing brace is expected"],
    ['{ "a": [1', "a closing bracket is expected"],
    ["{} {}", "nothing may follow the end"],
    ['{ "a": "\\u12" }', "this \\u is not followed by four hexadecimal digits"],
    ['{ "a": "\\q" }', "this escape after a backslash does not exist"],
    ['{ "a": "\t" }', "this character may not stand here"],
    ['{ "a": 1. }', "this number is not finished"],
  ])("%s: %s", (text, message) => {
    expect(places(text)[0]).toContain(`No valid JSON: ${message}.`);
  });

  test.each([
    {
      name: "no JSON",
      text: lines("{", '  "format": outcome', "}"),
      faults: ["2:13 error No valid JSON: this word is no value; text stands in double quotes."],
    },
    {
      name: "a missing comma",
      text: lines('{ "format": "outcome-lens/protocol/1"', '  "title": "x" }'),
      faults: ["2:3 error No valid JSON: a comma is expected."],
    },
    {
      name: "an unclosed text",
      text: '{ "title": "x }',
      faults: ["1:12 error No valid JSON: the closing quote of this text is missing."],
    },
    {
      name: "a comment",
      text: lines("// mine", HEAD, '"title": "x" }'),
      faults: ["1:1 error No valid JSON: comments are not allowed."],
    },
    { name: "an empty file", text: "", faults: ["1:1 error No valid JSON: a value is expected."] },
    { name: "a list", text: "[]", faults: ["1:1 error Expected an object in braces."] },
    { name: "no format", text: '\n{ "title": "x" }', faults: ['2:1 error The key "format" is missing.'] },
    {
      name: "another format",
      text: '{ "format": "outcome-lens/protocol/9" }',
      faults: ['1:13 error Expected "outcome-lens/protocol/1".'],
    },
    {
      name: "unknown keys",
      text: lines(HEAD, '"autcomes": [],', '"blind ": true }'),
      faults: [
        '2:1 error "autcomes" is no key of this object.',
        '3:1 error "blind " is no key of this object.',
      ],
    },
    {
      name: "a missing label",
      text: lines(HEAD, '"outcomes": [', '  { "code": "OS" } ] }'),
      faults: ['3:3 error The key "label" is missing.'],
    },
    {
      name: "an unknown measure",
      text: lines(
        HEAD,
        '"outcomes": [{ "code": "OS", "label": "survival",',
        '  "measures": ["HR", "hazard"] }] }',
      ),
      faults: [/^3:22 error Expected one of "HR", "OR", /],
    },
    {
      name: "a wrong type",
      text: lines(HEAD, '"blind": "yes" }'),
      faults: ["2:10 error Expected true or false."],
    },
    {
      name: "a level beyond 100",
      text: lines(HEAD, '"reporting": { "level": 950 } }'),
      faults: ["2:25 error Must be less than 100."],
    },
    {
      name: "an empty label",
      text: lines(HEAD, '"groups": [{ "id": "a", "label": "" }] }'),
      faults: ["2:34 error May not be empty."],
    },
    {
      name: "a reviewer that is no folder name",
      text: lines(HEAD, '"reviewers": [{ "id": "a/b" }] }'),
      faults: [/^2:23 error A reviewer's id is made of letters/],
    },
    {
      name: "the reviewer's name that is taken",
      text: lines(HEAD, '"reviewers": [{ "id": "adjudicated" }] }'),
      faults: [/^2:23 error A reviewer's id .* is taken/],
    },
    {
      name: "the same key twice",
      text: lines(HEAD, '"title": "a",', '"title": "b" }'),
      faults: ['3:1 error The key "title" stands here twice.'],
    },
    {
      name: "an unknown rule",
      text: lines(HEAD, '"rules": { "grimm": "off" } }'),
      faults: ['2:12 error There is no rule "grimm". Did you mean "grim"?'],
    },
    {
      name: "a rule unlike any other",
      text: lines(HEAD, '"rules": { "spelling": "off" } }'),
      faults: ['2:12 error There is no rule "spelling".'],
    },
    {
      name: "a severity that is none",
      text: lines(HEAD, '"rules": { "grim": "fatal" } }'),
      faults: ['2:20 error Expected one of "error", "warning", "information", "hint", "off".'],
    },
    {
      name: "a unit that is none",
      text: lines(HEAD, '"outcomes": [{ "code": "OS", "label": "survival",', '"unit": "moons" }] }'),
      faults: ['3:9 error "moons" is no unit that is recognised in documents.'],
    },
    {
      name: "a code twice",
      text: lines(
        HEAD,
        '"outcomes": [{ "code": "OS", "label": "survival" },',
        '{ "code": "os", "label": "death" }] }',
      ),
      faults: ['3:11 error "os" stands here twice; a code names one entry.'],
    },
    {
      name: "a synonym of two outcomes",
      text: lines(
        HEAD,
        '"outcomes": [{ "code": "OS", "label": "survival" },',
        '{ "code": "D", "label": "death", "synonyms": ["Survival"] }] }',
      ),
      faults: ['3:47 error "Survival" already belongs to "OS".'],
    },
    {
      name: "a synonym twice",
      text: lines(HEAD, '"groups": [{ "id": "a", "label": "usual care", "synonyms": ["usual care"] }] }'),
      faults: ['2:61 warning "usual care" stands here twice.'],
    },
    {
      name: "a reviewer twice",
      text: lines(HEAD, '"reviewers": [{ "id": "ada" }, { "id": "Ada" }] }'),
      faults: ['2:40 error The reviewer "Ada" stands here twice.'],
    },
    {
      name: "blinding of one",
      text: lines(HEAD, '"blind": true }'),
      faults: ["2:10 warning Blinding needs at least two reviewers."],
    },
    {
      name: "a pattern that leaves the folder",
      text: lines(HEAD, '"documents": ["a.txt", "../b.txt", "/c.txt", "D:/d.txt"] }'),
      faults: [/^2:24 error/, /^2:36 error/, /^2:46 error/],
    },
  ])("reports $name", ({ text, faults }) => {
    const found = places(text);
    expect(found).toEqual(
      faults.map((fault) => (typeof fault === "string" ? fault : (expect.stringMatching(fault) as string))),
    );
  });

  test("stays usable with warnings only", () => {
    expect(parseProtocol(lines(HEAD, '"blind": true }'), known).value).toBeDefined();
    expect(parseProtocol(lines(HEAD, '"rules": { "x": "off" } }'), known).value).toBeUndefined();
  });

  test("counts lines of every kind of line end", () => {
    expect(places(`{\r\n"format":\r"outcome-lens/protocol/1",\n"x": 1}`)).toEqual([
      '4:1 error "x" is no key of this object.',
    ]);
  });

  test("survives hostile nesting", () => {
    expect(parseProtocol("[".repeat(100_000), known).faults).toHaveLength(1);
    expect(parseProtocol("[".repeat(100_000) + "]".repeat(100_000), known).faults).toHaveLength(1);
  });

  test("a key named __proto__ is a key like any other", () => {
    expect(places(`${HEAD} "__proto__": { "blind": true } }`)).toEqual([
      '1:40 error "__proto__" is no key of this object.',
    ]);
  });
});

describe("protocolOptions", () => {
  test("hands terms and severities to the core", () => {
    const { value } = parseProtocol(
      `${HEAD} "outcomes": [{ "code": "X", "label": "x rate" }], "groups": [{ "id": "g", "label": "G", "synonyms": ["gee"] }], "rules": { "grim": "off" } }`,
      known,
    );
    expect(value && protocolOptions(value)).toEqual({
      outcomes: [{ code: "X", label: "x rate", synonyms: [] }],
      groups: [{ code: "g", label: "G", synonyms: ["gee"] }],
      rules: { grim: "off" },
    });
  });
});
