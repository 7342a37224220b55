/** Whether the order of groups that was given before goes for values that stand side by side. */
import { rightEnd } from "./label.js";
import type { Run } from "./runs.js";
import { norm, type View } from "./view.js";

/** "… in the respective groups", "… in the two arms, respectively": the groups named before. */
export function respective(v: View, run: Run): boolean {
  const last = v.drafts[run.members.at(-1)!]!.last;
  for (let i = last + 1; i < last + 6 && v.owner[i]! < 0; i++) if (norm(v, i) === "respectively") return true;
  // "4/24 and 7/24 patients (p = 0.49)", "142 ± 96 and 151 ± 103 μm (P = .58)": what a test compares
  const from = v.drafts[run.members.at(-1)!]!.first;
  const tested =
    v.ps.some((p) => p.first > from && p.first < last + 5 && v.cls[p.first - 1] === "open") &&
    !v.ps.some((p) => p.first > v.drafts[run.members[0]!]!.first && p.first < from);
  const counted = /^(?:mean|median|proportion)$/.test(v.drafts[run.members[0]!]!.kind);
  if (tested && counted && run.members.length === 2 && v.cls[from - 1] === "and") return true;
  // "inflammation occurred in 3 (4%) and 4 (5%)."
  const shares = run.members.every((k) => v.drafts[k]!.n !== undefined && v.drafts[k]!.percent !== undefined);
  if (
    shares &&
    run.members.length === 2 &&
    v.cls[from - 1] === "and" &&
    /^(?:semi)$/.test(v.cls[last + 1] ?? "semi")
  )
    return true;
  // "7.6 and 5.6 months (hazard ratio, 0.74)": what an effect compares
  const next = v.drafts[run.members.at(-1)! + 1];
  if (next?.kind === "effect" && v.cls[last + 1] === "open" && next.first < v.line.partner[last + 1]!)
    return true;
  for (let i = v.drafts[run.members[0]!]!.first - 1; i >= 0 && v.owner[i]! < 0; i--)
    if (/^(?:corresponding|respective)$/.test(norm(v, i))) return true;
  return v.mentions.some(
    (m) => m.kind === "all" && m.from > last && m.from < rightEnd(v, run) && m.from - last < 8,
  );
}
