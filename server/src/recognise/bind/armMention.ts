/** Where a sentence names an arm of the document. */
import type { Span } from "../draft.js";
import { GROUP_NOUNS } from "../lexicon/grammar.js";
import { combined } from "./compound.js";
import { isPeople, isVague } from "./labels.js";
import type { Add, Words as View } from "./mentions.js";
import { phraseAfter } from "./phrase.js";
import { endpointAt, norm, overBracket } from "./view.js";

/** An arm of the document, with what a list adds to it; placebo is one anywhere. */
export function armAt(v: View, i: number, add: Add): void {
  const arm = v.context.armNames?.at(v.line, i);
  if (arm && (!COMMON.has(norm(v, i)) || arm.end > i + 1 || namesGroup(v, arm.end))) {
    const end = combined(v, arm.end);
    const noun = GROUP_NOUNS.has(norm(v, end)) || isPeople(v, end) ? end + 1 : end;
    add(i, noun, { from: i, to: noun > end && GROUP_NOUNS.has(norm(v, end)) ? noun : end }, "arm");
    const partner = v.cls[end] === "and" ? partnerAfter(v, end + 1) : undefined;
    if (partner) add(partner.from, partner.to, partner, "arm");
  } else if (norm(v, i) === "placebo" && v.cls[i + 1] !== "word")
    add(i, i + 1, { from: i, to: i + 1 }, "arm");
}

/** "for tarvenib and olvadine, respectively": beside one arm, another. */
export function partnerAfter(v: View, from: number): Span | undefined {
  const s = phraseAfter(v, from, from + 6);
  if (!s || s.from > from + 1 || isVague(v, s) || endpointAt(v, v.context, s.from)) return undefined;
  const past = pastBracket(v, s.to);
  const at = v.cls[past] === "comma" ? past + 1 : past;
  return norm(v, at) === "respectively" ? s : undefined;
}

/** "(n = 76)" after a name. */
export const pastBracket = (v: View, i: number): number => Math.max(i, overBracket(v, i));

/** Words that are an arm's name only before "group" and the like. */
const COMMON = new Set(
  "treatment intervention active experimental standard study usual conventional intensive continuous intermittent trained".split(
    " ",
  ),
);

function namesGroup(v: View, end: number): boolean {
  if (GROUP_NOUNS.has(norm(v, end)) || isPeople(v, end)) return true;
  return (
    (v.cls[end] === "and" || v.cls[end] === "comma") &&
    [1, 2, 3].some((s) => GROUP_NOUNS.has(norm(v, end + s)))
  );
}
