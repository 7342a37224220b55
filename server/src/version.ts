/** What this build is called in every file that it writes. */

/** Equal to package.json's version; a test holds them together. */
export const VERSION = "0.1.0";

declare const OUTCOME_LENS_RULES: string | undefined;

/**
 * Hash of the sources that read and check, put in by the build.
 * Code that runs without a build (unit tests) calls itself "unbuilt".
 */
export const RULES = typeof OUTCOME_LENS_RULES === "string" ? OUTCOME_LENS_RULES : "unbuilt";
