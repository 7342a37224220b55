import { ESLint } from "eslint";
import { readdirSync, readFileSync } from "node:fs";
import tseslint from "typescript-eslint";
import { expect, test } from "vitest";

// The rules under test need no types, and the probed files need not exist.
const eslint = new ESLint({ overrideConfig: [tseslint.configs.disableTypeChecked], ignore: false });

async function rulesBrokenBy(code: string, filePath: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(code, { filePath });
  return (result?.messages ?? []).filter(({ severity }) => severity === 2).map(({ ruleId }) => ruleId);
}

const refused: readonly [file: string, code: string, rule: string][] = [
  ["server/src/text/probe.ts", 'import "node:fs";', "no-restricted-imports"],
  ["server/src/statistics/probe.ts", 'import "fs";', "no-restricted-imports"],
  ["server/src/recognise/probe.ts", 'import "vscode";', "no-restricted-imports"],
  ["server/src/check/probe.ts", 'import "vscode-languageserver-types";', "no-restricted-imports"],
  ["server/src/review/probe.ts", 'import * as z from "zod";\nz.string();', "no-restricted-imports"],
  ["server/src/review/probe.ts", 'import { z } from "zod/mini";\nz.string();', "no-restricted-syntax"],
  ["client/src/probe.ts", 'import * as z from "zod";\nz.string();', "no-restricted-imports"],
  ["server/src/export/probe.ts", "export const at = Date.now();", "no-restricted-syntax"],
  ["server/src/export/probe.ts", "export const at = new Date();", "no-restricted-syntax"],
  ["server/src/import/probe.ts", "export const dice = Math.random();", "no-restricted-syntax"],
  ["server/src/check/probe.ts", "export let seen = 0;\nseen = 1;", "no-restricted-syntax"],
  ["server/src/check/probe.ts", 'console.log("seen");', "no-restricted-globals"],
  ["server/src/text/probe.ts", "export const where = process.cwd();", "no-restricted-globals"],
  ["server/src/lsp/probe.ts", 'import "node:path";', "no-restricted-imports"],
  ["server/src/lsp/probe.ts", 'import "vscode-languageserver/node";', "no-restricted-imports"],
  ["server/src/text/probe.ts", 'import "../recognise/read.js";', "import-x/no-restricted-paths"],
  ["server/src/text/probe.ts", 'import type {} from "../analyse.js";', "import-x/no-restricted-paths"],
  ["server/src/statistics/probe.ts", 'import "../check/check.js";', "import-x/no-restricted-paths"],
  ["server/src/recognise/probe.ts", 'import "../analyse.js";', "import-x/no-restricted-paths"],
  ["server/src/check/probe.ts", 'import "../lsp/settings.js";', "import-x/no-restricted-paths"],
  ["client/src/probe.ts", 'import "../../server/src/analyse.js";', "import-x/no-restricted-paths"],
  [
    "test/unit/lint/fixtures/first.ts",
    readFileSync("test/unit/lint/fixtures/first.ts", "utf8"),
    "import-x/no-cycle",
  ],
];

test.each(refused)("%s may not say %j", async (file, code, rule) => {
  expect(await rulesBrokenBy(code, file)).toContain(rule);
});

const allowed: readonly [file: string, code: string][] = [
  ["server/src/recognise/probe.ts", 'import "../text/tokens.js";'],
  ["server/src/check/probe.ts", 'import "../statistics/normal.js";'],
  ["server/src/analyse.ts", 'import "./check/check.js";'],
  ["server/src/review/probe.ts", 'import * as z from "zod/mini";\nz.string();'],
  ["server/src/export/probe.ts", 'export const at = new Date("2024-02-29T00:00:00Z");'],
  ["server/src/lsp/probe.ts", 'import "../analyse.js";\nimport "vscode-languageserver";'],
  ["server/src/main.node.ts", 'import "node:fs";\nimport "vscode-languageserver/node";'],
  ["client/src/probe.ts", 'import type {} from "../../server/src/lsp/messages.js";\nimport "vscode";'],
];

test.each(allowed)("%s may say %j", async (file, code) => {
  expect(await rulesBrokenBy(code, file)).toEqual([]);
});

// A part that the table of layers forgets could import anything.
const parts = readdirSync("server/src", { withFileTypes: true }).map((entry) =>
  entry.isDirectory() ? `server/src/${entry.name}/probe.ts` : `server/src/${entry.name}`,
);

test.each(parts)("%s has its place among the layers", async (file) => {
  const up = file.split("/").length === 4 ? "../" : "./";
  const both = `import "${up}lsp/settings.js";\nimport "${up}cli/io.js";`;
  expect(await rulesBrokenBy(both, file)).toContain("import-x/no-restricted-paths");
});
