/** One document's Extraction: what was read and checked, beside where it came from. */
import type { Analysis } from "../analyse.js";
import type { Extraction } from "../extraction.js";
import { VERSION } from "../version.js";

export interface Source {
  /** As the caller named it. */
  readonly path: string;
  /** Of the file's bytes, hexadecimal. */
  readonly sha256: string;
}

/** @param rules hash of the rules and options in force, see `ruleHash` of the host */
export function toExtraction(analysis: Analysis, source: Source, rules: string): Extraction {
  return {
    format: "outcome-lens/extraction/1",
    tool: { version: VERSION, rules },
    source: {
      path: source.path,
      sha256: source.sha256,
      length: analysis.text.length,
      offsets: "utf-16",
    },
    study: analysis.study,
    sections: [...analysis.sections],
    groups: [...analysis.groups],
    statements: [...analysis.statements],
    findings: [...analysis.findings],
    coverage: analysis.coverage,
  };
}
