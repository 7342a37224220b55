// Writes files in every format with dist/cli.js, each in a process of its own: npm run bench:formats [-- --records N --format csv … FILE…]
import { parseArgs } from "node:util";
import { beside, bundled } from "../bundled.js";

const { everyFormat } = await bundled(import.meta.url, "everyFormat.ts", "benchFormats");
const { values, positionals } = parseArgs({
  options: { records: { type: "string" }, format: { type: "string", multiple: true } },
  allowPositionals: true,
});
await everyFormat(
  beside(import.meta.url, "../../dist/cli.js"),
  Number(values.records ?? 30_000),
  positionals,
  values.format ?? [],
);
