// Bundles the benchmark of the rules with the core and runs it on Node:
//   npm run bench:checks -- [--corpus FOLDER] [--every N] [--only WORDS] [--kind WORDS] [--at STRICTNESS] [--write] [--show FILE] [--missed FILE]
// --only measures the comparisons named so, --kind the errors; --write renews docs/operating-curve.*; --show lists what is flagged,
// --missed the detectable errors that are not found, for reading: at balanced, or as --at says.
import { writeFileSync } from "node:fs";
import { argv } from "node:process";
import * as prettier from "prettier";
import { beside, bundled } from "../../bundled.js";

const here = (name) => beside(import.meta.url, name);
const { bench } = await bundled(import.meta.url, "bench.ts", "benchChecks");
const option = (name) => (argv.includes(name) ? argv[argv.indexOf(name) + 1] : undefined);
const { page, picture, flagged, missed } = bench({
  root: here("../../.."),
  corpus: option("--corpus"),
  every: Number(option("--every") ?? 1),
  only: option("--only") ?? "",
  kind: option("--kind") ?? "",
  at: option("--at") ?? "balanced",
});
if (argv.includes("--write")) {
  const docs = here("../../../docs/operating-curve.md");
  const style = await prettier.resolveConfig(docs);
  writeFileSync(docs, await prettier.format(page, { ...style, parser: "markdown" }));
  writeFileSync(here("../../../docs/operating-curve.svg"), picture);
}
for (const [name, lines] of [
  ["--show", flagged],
  ["--missed", missed],
]) {
  const file = option(name);
  if (file !== undefined) writeFileSync(file, lines.map((one) => JSON.stringify(one)).join("\n"));
}
