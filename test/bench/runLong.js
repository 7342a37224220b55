// Bundles the benchmark of long runs and runs it against dist/cli.js: npm run bench:long [-- --records N]
import { parseArgs } from "node:util";
import { beside, bundled } from "../bundled.js";

const { longRuns } = await bundled(import.meta.url, "longRuns.ts", "benchLong");
const { values } = parseArgs({ options: { records: { type: "string" } } });
await longRuns(beside(import.meta.url, "../../dist/cli.js"), Number(values.records ?? 30_000));
