import { readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { Minimatch, parse, satisfies } from "../../../client/src/standIns.js";

describe("versions", () => {
  const cases: readonly (readonly [version: string, range: string, expected: boolean])[] = [
    ["1.100.3", "^1.91.0", true],
    ["1.91.0", "^1.91.0", true],
    ["1.91.2", "^1.91.3", false],
    ["1.90.9", "^1.91.0", false],
    ["2.0.0", "^1.91.0", false],
    ["1.101.0-insider", "^1.91.0", false],
  ];
  test.each(cases)("%s in %s: %s", (version, range, expected) => {
    expect(satisfies(parse(version)!, range)).toBe(expected);
  });

  it("of insiders count once the client library has taken their mark away", () => {
    const version = parse("1.101.0-insider")!;
    version.prerelease = [];
    expect(satisfies(version, "^1.91.0")).toBe(true);
  });

  it("are told from other text", () => {
    expect([parse("1.100"), parse("latest")]).toEqual([null, null]);
    expect(() => satisfies(parse("1.100.0")!, ">=1.91.0")).toThrow("not understood: >=1.91.0");
  });
});

it("the client library asks for a range that is understood, and for nothing else of semver and minimatch", () => {
  const library = (path: string): string =>
    readFileSync(
      new URL(`../../../node_modules/vscode-languageclient/lib/${path}.js`, import.meta.url),
      "utf8",
    );
  const node = library("node/main");
  const [, range = ""] = /REQUIRED_VSCODE_VERSION = '([^']+)'/.exec(node) ?? [];
  expect(satisfies(parse("1.100.0")!, range)).toBe(true);
  expect(node.match(/require\("semver[^"]*"\)/g)).toEqual([
    'require("semver/functions/parse")',
    'require("semver/functions/satisfies")',
  ]);
  // As a constructor, which a function that throws stands in for as well.
  const uses = ["common/fileOperations", "common/utils/globPattern"].flatMap((path) => [
    ...library(path).matchAll(/\bminimatch\.(\w+)\(/g),
  ]);
  expect(new Set(uses.map(([, name]) => name))).toEqual(new Set(["Minimatch"]));
});

it("glob patterns of a server are refused aloud", () => {
  expect(() => Minimatch("**/*.txt")).toThrow("not in this bundle");
});
