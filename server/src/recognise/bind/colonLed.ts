/** Groups with a colon that lead all that follows: "group I: width 41%, depth 52%; group II: width 38%, depth 47%". */
import { labelOf, takesGroup, unique, type Label } from "./label.js";
import type { Mention } from "./mentions.js";
import type { View } from "./view.js";

/** Gives values behind one of several such groups, up to the next, its label where nothing nearer names them. */
export function leadByColon(v: View, labels: (Label | undefined)[]): void {
  const leaders = v.mentions.filter((m) => leads(v, m));
  if (unique(v, leaders).length < 2) return;
  v.drafts.forEach((d, k) => {
    if (labels[k] || !takesGroup(d)) return;
    const m = leaders.findLast((x) => x.to < d.first);
    if (m && v.line.depth[m.from]! <= v.line.depth[d.first]! && open(v, m.to, d.first))
      labels[k] = labelOf(v, m, "before the colon");
  });
}

const leads = (v: View, m: Mention): boolean =>
  /^(?:noun|arm|people)$/.test(m.kind) &&
  v.cls[m.to] === "colon" &&
  /^(?:semi|open|colon|comma|and|det|prep)$/.test(v.cls[m.from - 1] ?? "semi");

/** The bracket that the leader stands in, if any, is not closed before the value, and no other colon leads. */
function open(v: View, colon: number, to: number): boolean {
  const depth = v.line.depth[colon]!;
  for (let i = colon + 1; i < to; i++) {
    if (v.cls[i] === "close" && v.line.depth[i]! < depth) return false;
    if (v.cls[i] === "colon" && v.line.depth[i] === depth) return false;
  }
  return true;
}
