/** Lists of groups right before or after as many values. */
import { pastBracket } from "./armMention.js";
import { labelOf, type Grouping, type Label, spanLabel } from "./label.js";
import { isVague } from "./labels.js";
import { phraseAfter } from "./phrase.js";
import type { Run } from "./runs.js";
import { norm, textOf, type View } from "./view.js";

/** "…, for LTD1, LTD2, and controls": a list of as many phrases as values, of which one at least names a group. */
export function listAfter(v: View, from: number, n: number): Label[] | undefined {
  let k = v.cls[from] === "comma" ? from + 1 : from;
  if (!/^(?:for|in|with|among|of)$/.test(norm(v, k++)) || n < 3) return undefined;
  const out: Label[] = [];
  while (out.length < n) {
    while (v.cls[k] === "det") k++;
    const span = phraseAfter(v, k, k + 8);
    if (span?.from !== k || isVague(v, span) || !/\p{L}/u.test(textOf(v, span))) return undefined;
    out.push(spanLabel(v, span, "list after the values"));
    k = pastBracket(v, span.to);
    const joint = k;
    while (out.length < n && /^(?:comma|and)$/.test(v.cls[k] ?? "")) k++;
    if (out.length < n && k === joint) return undefined;
  }
  return out;
}

/** "(tarvenib vs. placebo: 136 vs. 132", "for tarvenib v placebo, 136 v 132": as many labels before the colon or comma as values after it. */
export function ledByColon(v: View, run: Run): Label[] | undefined {
  const { first } = v.drafts[run.members[0]!]!;
  const lead = v.cls[first - 1];
  if (!run.contrast || (lead !== "colon" && lead !== "comma")) return undefined;
  const before = v.mentions.filter((m) => m.to < first && m.kind !== "all").slice(-run.members.length);
  const coupledAll = before.every((m, j) =>
    before[j + 1]
      ? m.to === before[j + 1]!.from - 1 && (lead === "colon" || v.cls[m.to] === "versus")
      : m.to === first - 1,
  );
  return before.length === run.members.length && coupledAll
    ? before.map((m) => labelOf(v, m, "order before the colon"))
    : undefined;
}

/** Where a pair of the sentence was led by labels and a colon, the pairs after it have the same order. */
export function earlierOrder(v: View, g: Grouping, run: Run): Label[] | undefined {
  const k = run.members[0]!;
  const [a, b] = [g.labels[k - 2], g.labels[k - 1]];
  const led = a?.because === "order before the colon" && b?.because === a.because;
  return led && run.contrast && run.members.length === 2 ? [a, b] : undefined;
}
