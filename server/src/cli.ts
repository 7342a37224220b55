#!/usr/bin/env node
/** Entry point of the command line, and of its worker threads, which load the same file. */
import { fileURLToPath } from "node:url";
import { isMainThread } from "node:worker_threads";
import { compileLess } from "./host/engine.js";
import { processIo } from "./cli/io.js";
import { run } from "./cli/run.js";
import { extractBatch } from "./cli/work.js";

if (isMainThread) {
  compileLess();
  process.exitCode = await run(process.argv.slice(2), processIo(fileURLToPath(import.meta.url)));
}

/** What a worker is asked to do. */
export default extractBatch;
