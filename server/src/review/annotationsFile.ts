/** Where a reviewer's decisions on a document are kept, and how the file is written. */
import type { Annotations, Dismissal, Entry } from "./annotations.js";
import { annotations, ANNOTATIONS_FORMAT } from "./annotations.js";
import { parseJson, type Parsed } from "./json.js";

export const DECISIONS_FOLDER = ".outcome-review";

/** The folder, beside those of the reviewers, of what was settled between them. */
export const ADJUDICATED = "adjudicated";

/** ".outcome-review/anna/abstracts/smith.txt.json", relative to the workspace folder. */
export function decisionsPath(reviewer: string, document: string): string {
  return `${DECISIONS_FOLDER}/${reviewer}/${document}.json`;
}

/** The reverse of `decisionsPath`; null for any other path. */
export function documentOfDecisions(path: string): { reviewer: string; document: string } | null {
  const match = /^\.outcome-review\/([^/]+)\/(.+)\.json$/.exec(path);
  return match?.[1] === undefined || match[2] === undefined
    ? null
    : { reviewer: match[1], document: match[2] };
}

export function emptyAnnotations(reviewer: string, document: Annotations["document"]): Annotations {
  return { format: ANNOTATIONS_FORMAT, document, reviewer, entries: [], dismissals: [] };
}

export function parseAnnotations(text: string): Parsed<Annotations> {
  return parseJson(annotations, text);
}

/**
 * The file's text: the same decisions give the same characters, in the order of the document.
 *
 * @throws Error where the value does not fit its schema, which would be a defect of ours; nothing may be written then
 */
export function writeAnnotations(value: Annotations): string {
  const fitting = annotations.parse({
    ...value,
    entries: [...value.entries].sort(entryOrder),
    dismissals: [...value.dismissals].sort(dismissalOrder),
  });
  return JSON.stringify(fitting, null, 2) + "\n";
}

function entryOrder(a: Entry, b: Entry): number {
  return (
    a.target.start - b.target.start || a.target.end - b.target.end || compare(a.statementId, b.statementId)
  );
}

function dismissalOrder(a: Dismissal, b: Dismissal): number {
  return a.target.start - b.target.start || a.target.end - b.target.end || compare(a.rule, b.rule);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
