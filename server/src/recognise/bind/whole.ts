/** The people that the size of a whole study counts: "2091 patients", "subjects (n = 457)". */
import type { Draft } from "../draft.js";
import { PEOPLE } from "../lexicon/people.js";
import type { Bound } from "./bind.js";
import { phraseBefore } from "./phrase.js";
import { FREE, norm, textOf, type View } from "./view.js";

/** Gives sizes that no group is named for the words for the people counted. No other value is theirs, so the label has no key. */
export function nameWholes(v: View, bound: Bound[]): void {
  v.drafts.forEach((d, k) => {
    if (d.kind !== "group-size" || bound[k]!.group) return;
    const span = counted(v, d) ?? before(v, d);
    if (span)
      bound[k] = {
        ...bound[k]!,
        group: { span, text: textOf(v, span), key: "", because: "the people counted" },
      };
  });
}

/** "457 randomly assigned patients": up to the first noun for people behind the number. */
function counted(v: View, d: Draft): { from: number; to: number } | undefined {
  const start = (d.n ?? d.first) + 1;
  for (let i = start; i < start + 5 && i < v.cls.length; i++) {
    if (PEOPLE.has(norm(v, i)))
      return PEOPLE.has(norm(v, i + 1)) ? { from: start, to: i + 2 } : { from: start, to: i + 1 };
    // "213 (n = 4 missing) patients" and "213 of 224 patients" count others
    if (!/^(?:word|adverb|verb)$/.test(v.cls[i]!) || (v.cls[i] === "verb" && !/ed$/.test(norm(v, i))))
      return undefined;
  }
  return undefined;
}

/** "subjects (n = 457)". */
function before(v: View, d: Draft): { from: number; to: number } | undefined {
  const open = d.first - 1;
  if (v.cls[open] !== "open" || v.owner[open] !== FREE || norm(v, d.first) !== "n") return undefined;
  const s = phraseBefore(v, open, Math.max(0, open - 4));
  return s?.to === open && PEOPLE.has(norm(v, open - 1)) ? s : undefined;
}
