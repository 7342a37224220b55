// Bundles the benchmark with the core and runs it on Node: npm run bench [-- --quick] [--corpus FOLDER]
import { parseArgs } from "node:util";
import { beside, bundled } from "../bundled.js";

const { bench } = await bundled(import.meta.url, "bench.ts", "bench");
const { values } = parseArgs({ options: { quick: { type: "boolean" }, corpus: { type: "string" } } });
bench({ root: beside(import.meta.url, "../.."), quick: values.quick ?? false, folder: values.corpus });
