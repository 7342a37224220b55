// Bundles the client, the language server, the command line and, with --tests, the test programs.
//
//   node esbuild.js            minified bundles for the package; fails when one is over its budget
//   node esbuild.js server/src/cli.ts   only the bundle of this entry point
//   node esbuild.js --watch    readable bundles with source maps, rebuilt on every change
//   node esbuild.js --tests    the programs behind `npm start` and `npm test`, into dist/test
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { argv, exit, versions } from "node:process";
import * as esbuild from "esbuild";

const KB = 1000;

/** @typedef {{ entry: string, out: string, budget?: number, options: import("esbuild").BuildOptions }} Bundle */

// "module" first: jsonc-parser's main file loads its parts by a call that no bundler can follow.
/** @type {import("esbuild").BuildOptions} */
const node = { platform: "node", target: "node20", format: "cjs", mainFields: ["module", "main"] };

// CommonJS packages inside an ES module still call require() for Node's own modules.
const requireInEsm =
  'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);';

/** @type {readonly Bundle[]} */
const shipped = [
  {
    entry: "client/src/extension.ts",
    out: "dist/client.cjs",
    budget: 500 * KB,
    options: { ...node, external: ["vscode"] },
  },
  { entry: "server/src/main.node.ts", out: "dist/server.cjs", budget: 400 * KB, options: node },
  {
    entry: "server/src/main.browser.ts",
    out: "dist/server.browser.js",
    budget: 400 * KB,
    options: { platform: "browser", target: "es2022", format: "iife" },
  },
  {
    entry: "server/src/cli.ts",
    out: "dist/cli.js",
    budget: 400 * KB,
    options: { ...node, format: "esm", banner: { js: `#!/usr/bin/env node\n${requireInEsm}` } },
  },
];

/** @type {readonly Bundle[]} */
const testPrograms = [
  {
    entry: "test/run.ts",
    out: "dist/test/run.js",
    options: { ...node, format: "esm", packages: "external" },
  },
  {
    entry: "test/start/start.ts",
    out: "dist/test/start.js",
    options: { ...node, format: "esm", packages: "external" },
  },
  {
    entry: "test/e2e/host/desktop.ts",
    out: "dist/test/desktop.js",
    options: { ...node, format: "esm", packages: "external" },
  },
  {
    entry: "test/e2e/suite/index.ts",
    out: "dist/test/suite.cjs",
    options: { ...node, external: ["vscode", "mocha"] },
  },
];

/** Names the sources that read and check, so that two extractions can tell whether one program made them. */
function hashOfRules() {
  const hash = createHash("sha256");
  for (const part of ["text", "recognise", "statistics", "check"]) {
    const folder = join("server/src", part);
    for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
      if (name.endsWith(".ts")) hash.update(name).update(readFileSync(join(folder, name)));
    }
  }
  return hash.digest("hex").slice(0, 16);
}

/**
 * @param {Bundle} bundle
 * @param {boolean} production
 * @returns {import("esbuild").BuildOptions}
 */
function buildOptions({ entry, out, options }, production) {
  return {
    entryPoints: [entry],
    outfile: out,
    bundle: true,
    minify: production,
    sourcemap: production ? false : "linked",
    legalComments: "none",
    logLevel: "warning",
    define: { OUTCOME_LENS_RULES: JSON.stringify(hashOfRules()) },
    ...options,
  };
}

/**
 * @param {readonly Bundle[]} bundles
 * @param {boolean} production
 */
async function buildAll(bundles, production) {
  await Promise.all(bundles.map((bundle) => esbuild.build(buildOptions(bundle, production))));
}

/** Prints every bundle's size beside its budget. @param {readonly Bundle[]} bundles @returns {boolean} whether all fit */
function reportSizes(bundles) {
  let fits = true;
  for (const { out, budget } of bundles) {
    if (budget === undefined) continue;
    const size = statSync(out).size;
    const over = size > budget;
    fits &&= !over;
    const line = `${out.padEnd(24)} ${(size / KB).toFixed(1).padStart(7)} kB of ${budget / KB} kB`;
    if (over) console.error(`${line}  OVER BUDGET`);
    else console.log(line);
  }
  return fits;
}

/** @param {readonly Bundle[]} bundles */
async function watch(bundles) {
  const contexts = await Promise.all(bundles.map((bundle) => esbuild.context(buildOptions(bundle, false))));
  await Promise.all(contexts.map((context) => context.watch()));
  console.log("watching; Ctrl-C stops");
}

/** @param {readonly Bundle[]} bundles */
function present(bundles) {
  return bundles.filter(({ entry }) => {
    if (existsSync(entry)) return true;
    console.warn(`${entry} does not exist yet; skipped`);
    return false;
  });
}

if (Number(versions.node.split(".")[0]) < 20) {
  console.error(`Outcome Lens needs Node 20 or newer; this is Node ${versions.node}.`);
  exit(1);
}
try {
  if (argv.includes("--watch")) {
    await watch(present(shipped));
  } else if (argv.includes("--tests")) {
    await buildAll(present(testPrograms), false);
  } else {
    const named = argv.slice(2);
    const bundles = present(shipped).filter(({ entry }) => named.length === 0 || named.includes(entry));
    await buildAll(bundles, true);
    if (!reportSizes(bundles)) exit(1);
  }
} catch {
  // esbuild has printed what is wrong and where.
  exit(1);
}
