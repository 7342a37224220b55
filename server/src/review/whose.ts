/** Whose decisions on a document count where one answer is wanted: in exports, tables and plots. */
import type { Annotations } from "./annotations.js";
import { ADJUDICATED } from "./annotationsFile.js";

/** The reviewer, null where nobody decided; or those who decided and have settled nothing between them. */
export type Whose = { readonly reviewer: string | null } | { readonly disputed: readonly string[] };

/**
 * What was settled between reviewers has the word, else the only reviewer. Two of whom nothing is settled are no answer: taking
 * either would pass one opinion off as the team's.
 *
 * @param deciders ids of those who have decisions on the document
 * @param wanted whose decisions somebody asked for; they count, settled or not
 */
export function whoseDecisions(deciders: readonly string[], wanted?: string): Whose {
  if (wanted !== undefined) return { reviewer: deciders.includes(wanted) ? wanted : null };
  if (deciders.includes(ADJUDICATED)) return { reviewer: ADJUDICATED };
  const [only = null, ...others] = [...deciders].sort();
  return others.length === 0 ? { reviewer: only } : { disputed: [...deciders].sort() };
}

/** A file may be left empty when everything was taken back; nobody decided there. */
export function hasDecided(annotations: Annotations | null): annotations is Annotations {
  return annotations !== null && annotations.entries.length + annotations.dismissals.length > 0;
}
