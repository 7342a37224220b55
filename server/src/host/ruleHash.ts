import { createHash } from "node:crypto";
import { RULE_HASH_DIGITS, ruleContent } from "../export/ruleContent.js";
import type { AnalyseOptions } from "../options.js";

/**
 * Short hash of everything but the text that decides what an analysis says.
 * Equal hashes and equal texts give equal extractions.
 */
export function ruleHash(options: AnalyseOptions = {}): string {
  return createHash("sha256").update(ruleContent(options)).digest("hex").slice(0, RULE_HASH_DIGITS);
}
