/** One document's Extraction: what was read and checked, beside where it came from. */
import type { Analysis, RecordAnalysis } from "../analyse.js";
import type { Extraction } from "../extraction.js";
import { VERSION } from "../version.js";

export interface Source {
  /** As the caller named it. */
  readonly path: string;
  /** Of the file's bytes, hexadecimal. */
  readonly sha256: string;
  /** What the file says of a document made from one of its records. */
  readonly record?: { readonly version?: readonly [number, number] };
}

/**
 * @param analysis a document's, or that of one study of a file of several (`studiesOf`), whose path is then followed by # and the record's id
 * @param rules hash of the rules and options in force, see `ruleHash` of the host
 */
export function toExtraction(analysis: Analysis | RecordAnalysis, source: Source, rules: string): Extraction {
  const record = "record" in analysis ? analysis.record : undefined;
  return {
    format: "outcome-lens/extraction/1",
    tool: { version: VERSION, rules },
    source: {
      path: record === undefined ? source.path : `${source.path}#${record.id}`,
      sha256: source.sha256,
      length: analysis.text.length,
      offsets: "utf-16",
      ...(source.record?.version !== undefined && { version: source.record.version.join(".") }),
      ...(record !== undefined && { record: record.range }),
    },
    study: analysis.study,
    sections: [...analysis.sections],
    groups: [...analysis.groups],
    statements: [...analysis.statements],
    findings: [...analysis.findings],
    coverage: analysis.coverage,
  };
}
