/** Labels told like the next one: "16.4% of swimming and 21.3% of cycling students", "70% with tarvenib and 46% with placebo". */
import type { Span } from "../draft.js";
import { looksLikeEvent } from "../lexicon/people.js";
import { takesGroup, type Label, spanLabel } from "./label.js";
import { isTime } from "./labelAfter.js";
import { isVague } from "./labels.js";
import { phraseAfter } from "./phrase.js";
import { endpointAt, norm, type View } from "./view.js";

/** Gives values the label that stands behind them as the next value's does, where that one was taken for both. */
export function shareNouns(v: View, labels: (Label | undefined)[]): void {
  for (let k = v.drafts.length - 2; k >= 0; k--) {
    const next = labels[k + 1];
    if (!next?.span || v.drafts[k]!.kind !== v.drafts[k + 1]!.kind || !takesGroup(v.drafts[k]!)) continue;
    const own = labels[k];
    if (own && own.key !== next.key) continue;
    if (next.span.from < v.drafts[k + 1]!.last) continue;
    const s = behind(v, k, lead(v, k + 1, next.span));
    if (s) labels[k] = spanLabel(v, s, "after the value, as with the next");
  }
}

/** The preposition, or none, by which the label is joined to value `k` right before it; undefined where it stands elsewhere. */
function lead(v: View, k: number, s: Span): string | undefined {
  let i = pastBracket(v, v.drafts[k]!.last + 1);
  const prep = v.cls[i] === "prep" ? norm(v, i++) : "";
  if (v.cls[i] === "det") i++;
  return i === s.from ? prep : undefined;
}

function pastBracket(v: View, i: number): number {
  while (v.cls[i] === "close") i++;
  return i;
}

/** The phrase behind value `k`, joined by the same preposition and followed by nothing but "and" and the next value. */
function behind(v: View, k: number, prep: string | undefined): Span | undefined {
  if (prep === undefined) return undefined;
  let i = pastBracket(v, v.drafts[k]!.last + 1);
  if (prep !== "" && norm(v, i++) !== prep) return undefined;
  if (v.cls[i] === "det") i++;
  const next = v.drafts[k + 1]!.first;
  const s = phraseAfter(v, i, next);
  if (!s || s.from !== i || isVague(v, s) || isTime(v, s) || endpointAt(v, v.context, i)) return undefined;
  if (looksLikeEvent(norm(v, s.to - 1)) || s.to - s.from > 6) return undefined;
  for (let j = s.to; j < next; j++) if (!/^(?:comma|and|versus|prep|det)$/.test(v.cls[j]!)) return undefined;
  return v.cls[s.to] === "prep" ? undefined : s;
}
