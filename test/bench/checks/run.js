// Bundles the benchmark of the rules with the core and runs it on Node:
//   npm run bench:checks -- [--corpus FOLDER] [--every N] [--write] [--show FILE]
// --write renews docs/operating-curve.*, --show lists what is flagged at balanced, for reading.
import { writeFileSync } from "node:fs";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import * as prettier from "prettier";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const outfile = here("../../../dist/test/benchChecks.js");

await esbuild.build({
  entryPoints: [here("bench.ts")],
  bundle: true,
  outfile,
  format: "esm",
  platform: "node",
  target: "node20",
  mainFields: ["module", "main"],
  logLevel: "warning",
});
const { bench } = await import(outfile);
const option = (name) => (argv.includes(name) ? argv[argv.indexOf(name) + 1] : undefined);
const { page, picture, flagged } = bench({
  root: here("../../.."),
  corpus: option("--corpus"),
  every: Number(option("--every") ?? 1),
});
if (argv.includes("--write")) {
  const docs = here("../../../docs/operating-curve.md");
  const style = await prettier.resolveConfig(docs);
  writeFileSync(docs, await prettier.format(page, { ...style, parser: "markdown" }));
  writeFileSync(here("../../../docs/operating-curve.svg"), picture);
}
const show = option("--show");
if (show !== undefined) writeFileSync(show, flagged.map((one) => JSON.stringify(one)).join("\n"));
