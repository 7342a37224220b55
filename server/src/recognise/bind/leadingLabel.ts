/** Labels right before the bracket or the colon of a value. */
import { labelOf, type Label } from "./label.js";
import { isVague, keyOf } from "./labels.js";
import type { Mention } from "./mentions.js";
import { phraseBefore } from "./phrase.js";
import { linkOf } from "./runs.js";
import { FREE, overBracket, textOf, type View } from "./view.js";

/** "placebo (8%)", "pre-course: 214 vs post-course: 387": a label right before the value, its only one. */
export function leading(v: View, k: number): Label | undefined {
  const d = v.drafts[k]!;
  if (v.cls[d.first - 1] === "colon") {
    const s = phraseBefore(v, d.first - 1);
    const beside = [k - 1, k + 1].some(
      (j) =>
        v.drafts[j]?.kind === d.kind &&
        v.cls[v.drafts[j].first - 1] === "colon" &&
        versusBetween(v, Math.min(j, k)),
    );
    return s && beside && !isVague(v, s)
      ? { span: s, text: textOf(v, s), key: keyOf(v, s), because: "label before the value" }
      : undefined;
  }
  const open = openOf(v, d.first);
  if (open < 0) return undefined;
  const m = v.mentions.find((x) => x.to === open && x.kind !== "all");
  if (!m || listedBefore(v, m) || contrasted(v, open, d.kind) || closesWithLabel(v, open)) return undefined;
  if (open < d.first - 1) {
    if (m.kind === "people" || m.kind === "versus") return undefined;
    if (v.mentions.some((x) => x.from > open && x.from < v.line.partner[open]!)) return undefined;
  }
  return labelOf(v, m, "before the value's bracket");
}

/** "A and B (40% and 30%)": the last of several labels that no bracket parts. */
const listedBefore = (v: View, m: Mention): boolean =>
  v.mentions.some(
    (x) => x.kind !== "all" && x.to <= m.from && coupled(v, x.to, m.from) && v.cls[x.to] !== "open",
  );

/** The bracket that token `i` stands in. */
function openOf(v: View, i: number): number {
  const depth = v.line.depth[i]!;
  for (let k = i - 1; k >= 0; k--)
    if (v.cls[k] === "open" && v.line.depth[k]! < depth + 1 && v.line.partner[k]! > i) return k;
  return -1;
}

/** Two values of a kind are contrasted in the bracket: what stands before it names both or neither. */
function contrasted(v: View, open: number, kind: string): boolean {
  const close = v.line.partner[open]!;
  return v.drafts.some(
    (d, k) =>
      d.first > open &&
      d.first < close &&
      d.kind === kind &&
      v.drafts[k - 1] !== undefined &&
      v.drafts[k - 1]!.first > open &&
      linkOf(v, k) === "versus",
  );
}

/** "with tarvenib (33 of 80 [41%] in cohort A)": the bracket names a group itself. */
function closesWithLabel(v: View, open: number): boolean {
  const close = v.line.partner[open]!;
  return v.mentions.some(
    (x) => x.from > open && x.to === close && v.line.depth[x.from] === v.line.depth[close],
  );
}

export function versusBetween(v: View, k: number): boolean {
  for (let i = v.drafts[k]!.last + 1; i < v.drafts[k + 1]!.first; i++) if (v.cls[i] === "versus") return true;
  return false;
}

/** Only "and", "or", "versus", a comma or an article from one label to the next. */
export function coupled(v: View, from: number, to: number): boolean {
  if (to <= from || to - from > 12) return false;
  for (let i = from, steps = 0; i < to; i++, steps++) {
    const over = overBracket(v, i);
    if (over > i && over <= to) {
      i = over - 1;
      continue;
    }
    if (steps > 3 || !/^(?:and|comma|det|versus|prep)$/.test(v.cls[i]!) || v.owner[i] !== FREE) return false;
  }
  return true;
}
