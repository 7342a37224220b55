// Bundles the benchmark with the core and runs it on Node: npm run bench [-- --quick] [--corpus FOLDER]
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import * as esbuild from "esbuild";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const outfile = here("../../dist/test/bench.js");

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
const { values } = parseArgs({ options: { quick: { type: "boolean" }, corpus: { type: "string" } } });
bench({ root: here("../.."), quick: values.quick ?? false, folder: values.corpus });
