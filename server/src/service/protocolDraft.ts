/** A new protocol, from what a reviewer was asked. */
import { PROTOCOL_FORMAT } from "../review/protocol.js";
import { writeProtocol } from "../review/writeProtocol.js";
import { newGroup, newOutcome, standardOutcomes } from "./newTerms.js";

export interface ProtocolAnswers {
  readonly title: string;
  /** Codes of standard outcomes, or names of others. */
  readonly outcomes: readonly string[];
  readonly groups: readonly string[];
  /** Glob patterns relative to the protocol's folder. */
  readonly documents: readonly string[];
}

/** The text of `outcome-review.json`. */
export function draftProtocol({ title, outcomes, groups, documents }: ProtocolAnswers): string {
  const standard = new Map(standardOutcomes().map((outcome) => [outcome.code, outcome]));
  return writeProtocol({
    format: PROTOCOL_FORMAT,
    title,
    documents: [...documents],
    outcomes: entriesOf(
      outcomes,
      (name, taken) => standard.get(name) ?? newOutcome({ text: name }, taken),
      "code",
    ),
    groups: entriesOf(groups, newGroup, "id").map((group, i, { length }) =>
      // Of two groups the first is as a rule the one that is tried.
      length === 2 ? { ...group, role: i === 0 ? "experimental" : "control" } : group,
    ),
    reporting: { intervalRequired: true, level: 95 },
    rules: {},
  });
}

function entriesOf<Entry extends Readonly<Record<Key, string>>, Key extends string>(
  names: readonly string[],
  make: (name: string, taken: readonly string[]) => Entry,
  key: Key,
): Entry[] {
  const entries: Entry[] = [];
  for (const name of new Set(names))
    entries.push(
      make(
        name,
        entries.map((entry) => entry[key]),
      ),
    );
  return entries;
}
