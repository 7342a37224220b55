/** What the review's protocol says about the statements of a document. */
import type { Group, Statement } from "../extraction.js";
import type { OutcomeTerm, Term } from "../options.js";
import type { Context } from "./context.js";

/** How an outcome is reported, in the protocol's words: the measure of an effect, or the kind; null for kinds that no protocol names. */
export function reportedAs(statement: Statement): string | null {
  switch (statement.kind) {
    case "effect":
      return statement.measure;
    case "median":
    case "mean":
    case "landmark":
    case "proportion":
      return statement.kind;
    default:
      return null;
  }
}

/** The protocol's outcome that a statement is about. */
export function outcomeOf({ protocol }: Context, { outcome }: Statement): OutcomeTerm | undefined {
  if (outcome === null) return undefined;
  const { code, text } = outcome;
  return protocol.outcomes?.find((term) => term.code === code || isNamed(term, text));
}

/** The protocol's group that one of the document is: named in the same words, or in those and more ("tarvenib arm"). */
export function knownGroup({ protocol }: Context, { label }: Pick<Group, "label">): Term | undefined {
  const words = spaced(label);
  return protocol.groups?.find((term) =>
    [term.code, term.label, ...term.synonyms].some((name) => words.includes(spaced(name))),
  );
}

function isNamed({ label, synonyms }: Term, text: string): boolean {
  const words = spaced(text);
  return [label, ...synonyms].some((name) => spaced(name) === words);
}

/** Lower-case words between single spaces, so that whole words can be searched for. */
function spaced(text: string): string {
  return ` ${text
    .toLowerCase()
    .split(/[^\p{L}\p{N}+]+/u)
    .filter(Boolean)
    .join(" ")} `;
}
