import { createHash } from "node:crypto";
import type { AnalyseOptions } from "../options.js";
import { RULES } from "../version.js";

/**
 * Short hash of everything but the text that decides what an analysis says: the code's rules and lexicon,
 * and the terms and severities that the review adds. Equal hashes and equal texts give equal extractions.
 */
export function ruleHash(options: AnalyseOptions = {}): string {
  const rules = Object.entries(options.rules ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  const content = JSON.stringify([RULES, options.outcomes ?? [], options.groups ?? [], rules]);
  return createHash("sha256").update(content).digest("hex").slice(0, 16);
}
