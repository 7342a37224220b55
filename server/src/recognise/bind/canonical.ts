/** Which arm a label's key means. */
import type { Arm } from "./arms.js";

/** Long forms by short form in lower case. */
export type LongForms = ReadonlyMap<string, string>;

/** The key with the abbreviations that the document defines written out. */
export const expand = (key: string, longForms: LongForms): string =>
  longForms.get(key) ??
  (longForms.size > 0 && key.includes(" ")
    ? key
        .split(" ")
        .map((w) => (w.length > 2 ? (longForms.get(w) ?? w) : w))
        .join(" ")
    : key);

/** "olvadine alone" is olvadine where another arm adds something to it. */
const bare = (key: string): string => key.replace(/ (?:monotherapy|alone|only)$/, "");

/** A label means an arm when its words are the arm's, all of the arm's and more, or a part that no other arm shares. */
export function canonicaliser(arms: readonly Arm[], longForms: LongForms): (key: string) => string {
  const memo = new Map<string, string>();
  const find = (key: string): string => {
    const long = expand(key, longForms);
    const same = arms.find((a) => a.key === long) ?? arms.find((a) => bare(a.key) === bare(long));
    if (same) return same.key;
    const words = new Set(long.split(" "));
    const negated = /\b(?:no|non|not|without)\b/;
    const within = arms.filter(
      (a) =>
        negated.test(a.key) === negated.test(long) && [...words].every((w) => a.key.split(" ").includes(w)),
    );
    if (within.length === 1) return within[0]!.key;
    const around = arms.filter((a) => a.key.split(" ").every((w) => words.has(w)));
    return around.length === 1 && within.length === 0 ? around[0]!.key : long;
  };
  return (key) => {
    let found = memo.get(key);
    if (found === undefined) memo.set(key, (found = find(key)));
    return found;
  };
}
