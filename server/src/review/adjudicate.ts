/** What two reviewers decided, settled into one file. */
import type { Statement } from "../extraction.js";
import { targetOf } from "./anchor.js";
import type { Annotations, Entry } from "./annotations.js";
import type { Change, Stamp } from "./changes.js";
import { putEntries, removeEntries } from "./changes.js";
import { unusedId } from "./decisions.js";
import { moveStatement } from "./move.js";
import { originsOf, type Pair, type Side } from "./pairing.js";

/** One side as it is, which rejects a statement that this side does not have; a statement that neither has; or nothing. */
export type Settlement =
  { readonly take: "a" | "b" | "reject" } | { readonly take: "neither"; readonly statement: Statement };

/** The entry of the adjudicated file that settles this pair; undefined while it is open. */
export function adjudicatedEntry(
  entries: Annotations["entries"],
  pair: Pick<Pair, "a" | "b">,
  reviewers: readonly [string, string],
): Entry | undefined {
  const origins = originsOf(pair, reviewers);
  return entries.find(({ from = [] }) =>
    from.some((source) =>
      origins.some(
        ({ reviewer, statementId }) => reviewer === source.reviewer && statementId === source.statementId,
      ),
    ),
  );
}

/** Settles a pair: the entry names where it came from, and takes the place of an earlier settlement. */
export function adjudicate(
  pair: Pair,
  settlement: Settlement,
  reviewers: readonly [string, string],
  stamp: Stamp,
  note?: string,
): Change {
  return (annotations) => {
    const earlier = adjudicatedEntry(annotations.entries, pair, reviewers);
    const rest = earlier === undefined ? annotations : removeEntries([earlier.statementId])(annotations);
    const taken = new Set(rest.entries.map(({ statementId }) => statementId));
    const entry = settled(pair, settlement, stamp);
    const { note: noteThere, ...bare } = entry;
    const said = note ?? noteThere;
    return putEntries([
      {
        ...bare,
        statementId: unusedId(entry.statementId, taken),
        ...(said === undefined || said === "" ? {} : { note: said }),
        at: stamp.at,
        from: originsOf(pair, reviewers),
      },
    ])(rest);
  };
}

function settled({ a, b }: Pair, settlement: Settlement, { text }: Stamp): Entry {
  const taken = settlement.take === "b" ? b : settlement.take === "a" ? a : null;
  const side = taken ?? a ?? b;
  if (side === null) throw new Error("a pair without sides");
  const entry = placed(side, text);
  switch (settlement.take) {
    case "a":
    case "b":
      return taken === null ? { ...entry, decision: "rejected" } : entry;
    case "reject":
      return { ...entry, decision: "rejected" };
    case "neither":
      return { ...entry, decision: "corrected", statement: settlement.statement };
  }
}

/** The side's entry as it stands in the text at hand. */
function placed({ entry, range }: Side, text: string): Entry {
  if (range === null) return entry;
  return {
    ...entry,
    statement: moveStatement(entry.statement, text, range),
    target: targetOf(text, range),
  };
}
