// Bundles the benchmark with the core and runs it on Node: npm run bench:checks [-- --show FILE]
import { argv } from "node:process";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

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
bench({
  root: here("../../.."),
  corpus: option("--corpus"),
  show: option("--show"),
  every: Number(option("--every") ?? 1),
});
