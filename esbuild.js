// Bundles the client, the language server, the command line and, with --tests, the test programs.
//
//   node esbuild.js            minified bundles for the package; fails when one is over its budget
//   node esbuild.js --watch    readable bundles with source maps, rebuilt on every change
//   node esbuild.js --tests    the programs behind `npm start` and `npm test`, into dist/test
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { argv, exit, versions } from "node:process";
import * as esbuild from "esbuild";
import ts from "typescript";

const KB = 1000;

/** What each file of the package may weigh, minified. @type {Readonly<Record<string, number>>} */
const BUDGETS = {
  "dist/client.cjs": 90 * KB,
  "dist/connection.cjs": 410 * KB,
  "dist/webview/compare.js": 30 * KB,
  "dist/server.js": 400 * KB,
  "dist/core.js": 630 * KB,
  "dist/cli.js": 400 * KB,
  "dist/export.js": 150 * KB,
  "dist/plot.js": 60 * KB,
  "dist/webview/table.js": 40 * KB,
  "dist/webview/plot.js": 40 * KB,
  "dist/import.js": 200 * KB,
  "dist/jobs.js": 40 * KB,
};

// CommonJS packages inside an ES module still call require() for Node's own modules.
const requireInEsm =
  'import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);';

/** Source files that are loaded late, by the ends of their paths, and the bundles that hold them. */
const APART = {
  "/write.js": "./export.js",
  "/plot/plot.js": "./plot.js",
  "/import/formats.js": "./import.js",
  "/pool.js": "./jobs.js",
};

/** Where the source imports one of them late, the bundle imports theirs. @type {import("esbuild").Plugin} */
const loadedLate = {
  name: "loaded late",
  setup(build) {
    build.onResolve({ filter: /^\.\.?\// }, ({ kind, path }) => {
      if (kind !== "dynamic-import") return undefined;
      const bundle = Object.entries(APART).find(([end]) => path.endsWith(end))?.[1];
      return bundle === undefined ? undefined : { path: bundle, external: true };
    });
  },
};

/**
 * The schemas' descriptions are for the JSON Schemas, which are generated from the sources; no program shows them.
 * `described(schema, "…")` becomes `schema`. @type {import("esbuild").Plugin}
 */
const withoutDescriptions = {
  name: "without descriptions",
  setup(build) {
    build.onLoad({ filter: /[\\/]server[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, "utf8");
      // other files have functions of their own of that name
      if (!/^(?:import \{[^}]*\bdescribed\b|export const described\b)/m.test(text)) return undefined;
      const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest);
      let contents = "";
      let at = 0;
      /** @param {ts.Node} node @returns {void} */
      const visit = (node) => {
        const schema =
          ts.isCallExpression(node) && node.expression.getText(source) === "described" && node.arguments[0];
        if (!schema) return ts.forEachChild(node, visit);
        contents += text.slice(at, node.getStart(source));
        at = schema.getStart(source);
        visit(schema);
        contents += text.slice(at, schema.end);
        at = node.end;
      };
      visit(source);
      return { contents: contents + text.slice(at), loader: "ts" };
    });
  },
};

/** @type {import("esbuild").Plugin} */
const libraryApart = {
  name: "client library apart",
  setup(build) {
    build.onResolve({ filter: /^\.\/connection\.js$/ }, () => ({ path: "./connection.cjs", external: true }));
  },
};

/** What the client library imports and hardly uses → the export of client/src/standIns.ts in its place. */
const STAND_INS = {
  "semver/functions/parse": "module.exports = require('./standIns').parse",
  "semver/functions/satisfies": "module.exports = require('./standIns').satisfies",
  minimatch: "module.exports = require('./standIns')",
};

/** Saves a tenth of the bundle. @type {import("esbuild").Plugin} */
const withStandIns = {
  name: "stand-ins",
  setup(build) {
    build.onResolve({ filter: /^(semver|minimatch)\b/ }, ({ path }) => {
      if (!(path in STAND_INS)) throw new Error(`${path} has no stand-in in client/src/standIns.ts`);
      return { path, namespace: "stand-in" };
    });
    build.onLoad({ filter: /.*/, namespace: "stand-in" }, ({ path }) => ({
      contents: STAND_INS[/** @type {keyof typeof STAND_INS} */ (path)],
      resolveDir: "client/src",
    }));
  },
};

/** @type {import("esbuild").BuildOptions} */
const node = { platform: "node", target: "node20" };

/** @type {readonly import("esbuild").BuildOptions[]} */
const shipped = [
  {
    ...node,
    entryPoints: { client: "client/src/extension.ts" },
    format: "cjs",
    outExtension: { ".js": ".cjs" },
    external: ["vscode"],
    plugins: [libraryApart],
    // VS Code answers require("vscode"), not import().
    supported: { "dynamic-import": false },
  },
  {
    // The client library is nine tenths of the extension, and needed only once a server is started.
    ...node,
    entryPoints: { connection: "client/src/connection.ts" },
    format: "cjs",
    outExtension: { ".js": ".cjs" },
    external: ["vscode"],
    plugins: [withStandIns],
  },
  {
    // One core for both, dist/core.js: the editor and the command line can't come to differ.
    ...node,
    entryPoints: { server: "server/src/main.node.ts", cli: "server/src/cli.ts" },
    format: "esm",
    splitting: true,
    chunkNames: "core",
    // The UMD builds of some packages hide their own imports from bundlers.
    mainFields: ["module", "main"],
    banner: { js: requireInEsm },
    plugins: [loadedLate, withoutDescriptions],
  },
  {
    // Loaded when somebody exports or draws, or has a file in a foreign format. On their own: were they to share chunks with the others, the core would
    // fall into pieces.
    ...node,
    entryPoints: {
      export: "server/src/export/write.ts",
      plot: "server/src/plot/plot.ts",
      import: "server/src/import/formats.ts",
    },
    format: "esm",
  },
  {
    // Worker threads; the pool looks for the worker's entry beside itself.
    ...node,
    entryPoints: {
      jobs: "server/src/cli/pool.ts",
      "entry/worker": "node_modules/tinypool/dist/entry/worker.js",
    },
    format: "esm",
  },
];

/** Pages of webviews: scripts of a browser, one a page; they bring their style as text. @type {import("esbuild").BuildOptions} */
const pages = {
  entryPoints: {
    compare: "client/src/webview/compare.ts",
    table: "client/src/webview/table.ts",
    plot: "client/src/webview/plot.ts",
  },
  outdir: "dist/webview",
  platform: "browser",
  target: "es2022",
  format: "iife",
  loader: { ".css": "text" },
};

/** Not shipped yet; that it can be built shows that nothing below lsp/ needs Node. @type {import("esbuild").BuildOptions} */
const browserServer = {
  entryPoints: { "server.browser": "server/src/main.browser.ts" },
  platform: "browser",
  target: "es2022",
  format: "iife",
};

/** @type {readonly import("esbuild").BuildOptions[]} */
const testPrograms = [
  {
    ...node,
    entryPoints: {
      run: "test/run.ts",
      start: "test/start/start.ts",
      desktop: "test/e2e/host/desktop.ts",
      pictures: "test/e2e/pictures.ts",
    },
    format: "esm",
    packages: "external",
    outdir: "dist/test",
  },
  {
    ...node,
    entryPoints: { suite: "test/e2e/suite/index.ts" },
    format: "cjs",
    outExtension: { ".js": ".cjs" },
    external: ["vscode", "mocha"],
    outdir: "dist/test",
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
 * @param {import("esbuild").BuildOptions} bundle
 * @param {boolean} production
 * @returns {import("esbuild").BuildOptions}
 */
function complete(bundle, production) {
  return {
    outdir: "dist",
    bundle: true,
    minify: production,
    sourcemap: production ? false : "linked",
    charset: "utf8",
    legalComments: "none",
    logLevel: "warning",
    define: { OUTCOME_LENS_RULES: JSON.stringify(hashOfRules()) },
    ...bundle,
  };
}

/** @param {readonly import("esbuild").BuildOptions[]} bundles @param {boolean} production */
async function buildAll(bundles, production) {
  await Promise.all(bundles.map((bundle) => esbuild.build(complete(bundle, production))));
}

/** Prints every file's size beside its budget. @returns {boolean} whether all fit */
function reportSizes() {
  let fits = true;
  for (const [file, budget] of Object.entries(BUDGETS)) {
    const size = statSync(file).size;
    fits &&= size <= budget;
    const verdict = size <= budget ? "" : "  OVER BUDGET";
    console.log(`${file.padEnd(22)} ${(size / KB).toFixed(1).padStart(7)} kB of ${budget / KB} kB${verdict}`);
  }
  const loaded = statSync("dist/server.js").size + statSync("dist/core.js").size;
  console.log(`the server loads ${(loaded / KB).toFixed(1)} kB in all`);
  return fits;
}

/** @param {readonly import("esbuild").BuildOptions[]} bundles */
async function watch(bundles) {
  for (const bundle of bundles) await (await esbuild.context(complete(bundle, false))).watch();
  console.log("watching; Ctrl-C stops");
}

if (Number(versions.node.split(".")[0]) < 20) {
  console.error(`Outcome Lens needs Node 20 or newer; this is Node ${versions.node}.`);
  exit(1);
}
try {
  if (argv.includes("--watch")) {
    await watch([...shipped, pages]);
  } else if (argv.includes("--tests")) {
    await buildAll(testPrograms, false);
  } else {
    // Source maps of an earlier --watch would be packed and point nowhere.
    for (const file of Object.keys(BUDGETS)) rmSync(`${file}.map`, { force: true });
    await buildAll([...shipped, pages, browserServer], true);
    if (!reportSizes()) exit(1);
  }
} catch (error) {
  // What esbuild refuses it has printed itself.
  if (!(error instanceof Error && "errors" in error)) console.error(error);
  exit(1);
}
