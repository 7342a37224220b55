// Reads files once and writes them in every format: npm run bench:formats [-- --records N --format csv … FILE…]
import { parseArgs } from "node:util";
import { bundled } from "../bundled.js";

const { everyFormat } = await bundled(import.meta.url, "everyFormat.ts", "benchFormats");
const { values, positionals } = parseArgs({
  options: { records: { type: "string" }, format: { type: "string", multiple: true } },
  allowPositionals: true,
});
await everyFormat(Number(values.records ?? 30_000), positionals, values.format ?? []);
