import type { AnalyseOptions } from "../options.js";
import type { Reading } from "./reading.js";

export function read(text: string, _options: AnalyseOptions, _previous?: Reading): Reading {
  return {
    text,
    study: {},
    sections: [],
    sentences: [],
    groups: [],
    statements: [],
    coverage: { numbers: 0, inStatements: 0, background: 0, unread: [] },
  };
}
