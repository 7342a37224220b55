import type { AnalyseOptions } from "../options.js";
import { RULES } from "../version.js";

/**
 * Everything but the text that decides what an analysis says: the code's rules and lexicon, and the terms and
 * severities that the review adds. Its hash stands in every extraction; hashing is the host's, here is no crypto.
 */
export function ruleContent(options: AnalyseOptions = {}): string {
  const rules = Object.entries(options.rules ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([
    RULES,
    options.outcomes ?? [],
    options.groups ?? [],
    options.reporting ?? {},
    rules,
    options.strictness ?? "balanced",
  ]);
}

/** Hexadecimal digits of the SHA-256 of `ruleContent` that stand in an extraction. */
export const RULE_HASH_DIGITS = 16;
