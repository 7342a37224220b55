// Bundles the review's benchmark and runs it against dist/server.js: npm run bench:review
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const outfile = here("../../dist/test/benchReview.js");

await esbuild.build({
  entryPoints: [here("review.ts")],
  bundle: true,
  outfile,
  format: "esm",
  platform: "node",
  target: "node20",
  mainFields: ["module", "main"],
  logLevel: "warning",
  banner: {
    js: 'import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);',
  },
});
const { benchReview } = await import(outfile);
await benchReview(here("../.."));
