// Writes the JSON Schemas beside this file from the zod schemas in server/src.
//
//   node schemas/generate.js            writes them
//   node schemas/generate.js --check    fails when one is not as it would be written
import { readFile, writeFile } from "node:fs/promises";
import { argv, exit } from "node:process";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

const bundle = await esbuild.build({
  entryPoints: [here("../server/src/review/jsonSchemas.ts")],
  bundle: true,
  write: false,
  format: "esm",
  platform: "neutral",
  mainFields: ["module", "main"],
});
const code = Buffer.from(bundle.outputFiles[0].contents).toString("base64");
const { jsonSchemas } = await import(`data:text/javascript;base64,${code}`);

const outdated = [];
for (const [name, schema] of jsonSchemas()) {
  const text = JSON.stringify(schema, null, 2) + "\n";
  const current = await readFile(here(name), "utf8").catch(() => undefined);
  if (current === text) continue;
  if (argv.includes("--check")) outdated.push(name);
  else await writeFile(here(name), text);
}
if (outdated.length > 0) {
  console.error(`Not current: ${outdated.join(", ")}. Run: node schemas/generate.js`);
  exit(1);
}
