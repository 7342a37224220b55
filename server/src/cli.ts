/** Entry point of the command line. */
import { extract } from "./cli/extract.js";
import { processIo } from "./cli/io.js";

const [, , ...args] = process.argv;
process.exitCode = await extract(args.filter((arg, i) => !(i === 0 && arg === "extract") && !arg.startsWith("--") && arg !== "ndjson"), processIo());
