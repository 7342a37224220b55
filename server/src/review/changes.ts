/**
 * Changes of a reviewer's decisions. Each is a function of the file as it is on disk at that moment, so that what came
 * from elsewhere meanwhile (a git pull, a second window) stays: that is the merge, entry by entry.
 */
import type { Range, Statement } from "../extraction.js";
import { targetOf } from "./anchor.js";
import type { Annotations, Decision, Dismissal, Entry } from "./annotations.js";

export type Change = (annotations: Annotations) => Annotations;

export interface Stamp {
  /** The document's text at hand. */
  readonly text: string;
  /** Now, ISO 8601. */
  readonly at: string;
}

/** A decision on a statement that stands at `statement.range` in the text. */
export function entryOf(
  id: string,
  decision: Decision,
  statement: Statement,
  { text, at }: Stamp,
  note?: string,
): Entry {
  return {
    statementId: id,
    decision,
    statement,
    target: targetOf(text, statement.range),
    ...(note === undefined || note === "" ? {} : { note }),
    at,
  };
}

/** Puts entries in, each in place of the one with its id. */
export function putEntries(entries: readonly Entry[]): Change {
  const put = new Map(entries.map((entry) => [entry.statementId, entry]));
  return (annotations) => ({
    ...annotations,
    entries: [...annotations.entries.filter(({ statementId }) => !put.has(statementId)), ...put.values()],
  });
}

export function removeEntries(ids: readonly string[]): Change {
  const removed = new Set(ids);
  return (annotations) => ({
    ...annotations,
    entries: annotations.entries.filter(({ statementId }) => !removed.has(statementId)),
  });
}

/** A dismissal takes the place of an earlier one of the same rule at the same words. */
export function putDismissal(dismissal: Dismissal): Change {
  const remove = removeDismissal(dismissal);
  return (annotations) => {
    const rest = remove(annotations);
    return { ...rest, dismissals: [...rest.dismissals, dismissal] };
  };
}

export function removeDismissal({ rule, target }: Pick<Dismissal, "rule" | "target">): Change {
  const same = (other: Dismissal): boolean =>
    other.rule === rule && other.target.exact === target.exact && other.target.start === target.start;
  return (annotations) => ({
    ...annotations,
    dismissals: annotations.dismissals.filter((other) => !same(other)),
  });
}

/**
 * Writes down where targets stand in the text at hand, so that the file fits the hash it carries. What has no place
 * keeps the words and offsets that it was written with.
 */
export function settlePlaces(
  document: Annotations["document"],
  text: string,
  placeOf: (target: Entry["target"]) => Range | null,
): Change {
  const settled = <T extends { readonly target: Entry["target"] }>(value: T): T => {
    const range = placeOf(value.target);
    return range === null ? value : { ...value, target: targetOf(text, range) };
  };
  return (annotations) => ({
    ...annotations,
    document,
    entries: annotations.entries.map(settled),
    dismissals: annotations.dismissals.map(settled),
  });
}

/** One change after the other. */
export function inOrder(...changes: readonly Change[]): Change {
  return (annotations) => changes.reduce((changed, change) => change(changed), annotations);
}
