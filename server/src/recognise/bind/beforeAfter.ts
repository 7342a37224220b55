/** Values before and after in one group: "from 12 to 9 in the A group", "12 to 9 and 13 to 11 with A and B, respectively". */
import { labelOf, takesGroup, unique, type Label } from "./label.js";
import type { Mention } from "./mentions.js";
import type { Run } from "./runs.js";
import { FREE, norm, type View } from "./view.js";

/** The first of each two values that only "to" joins: means have no range from one group to another. */
export function changesOf(v: View): number[] {
  const out: number[] = [];
  for (let k = 0; k + 1 < v.drafts.length; k++) {
    const a = v.drafts[k]!;
    const b = v.drafts[k + 1]!;
    if (a.kind === "mean" && b.kind === "mean" && takesGroup(a) && joined(v, a.last + 1, b.first)) {
      out.push(k);
      k++;
    }
  }
  return out;
}

/** Nothing but "to" and what the second value is called by: "to a mean of". */
function joined(v: View, from: number, to: number): boolean {
  if (norm(v, from) !== "to" || to - from > 5) return false;
  for (let i = from + 1; i < to; i++) if (!/^(?:an?|the|mean|of)$/.test(norm(v, i))) return false;
  return true;
}

/** Both values have the label of either; several changes side by side share out a list of as many groups. */
export function shareChanges(v: View, changes: readonly number[], labels: (Label | undefined)[]): void {
  for (const k of changes) {
    const label = labels[k + 1] ?? labels[k];
    if (!labels[k] || !labels[k + 1]) labels[k] = labels[k + 1] = label;
  }
  for (let i = 0; i < changes.length;) {
    let n = 1;
    while (changes[i + n] === changes[i]! + 2 * n && sideBySide(v, changes[i + n]!)) n++;
    if (n > 1) shareOut(v, changes.slice(i, i + n), labels);
    i += n;
  }
}

/** From the value before draft `k` to it there is only "and", "from" or a comma. */
function sideBySide(v: View, k: number): boolean {
  const from = v.drafts[k - 1]!.last + 1;
  const to = v.drafts[k]!.first;
  if (to - from > 5) return false;
  for (let i = from; i < to; i++)
    if (!/^(?:and|comma|versus)$/.test(v.cls[i]!) && norm(v, i) !== "from") return false;
  return true;
}

/** "… and from 96 to 92 with A and B, respectively". */
function shareOut(v: View, changes: readonly number[], labels: (Label | undefined)[]): void {
  const { last } = v.drafts[changes.at(-1)! + 1]!;
  const end = v.drafts[changes.at(-1)! + 2]?.first ?? v.cls.length;
  const named = unique(
    v,
    v.mentions.filter((m) => m.kind !== "all" && m.from > last && m.from < end && m.from - last < 16),
  );
  if (named.length !== changes.length) return;
  changes.forEach((k, j) => {
    labels[k] = labels[k + 1] = labelOf(v, named[j]!, "list after the values");
  });
}

/** "In the tarvenib group, pressure rose as compared with baseline (15 vs 11)": before and after in one group. */
export function withinGroup(v: View, run: Run): Mention | undefined {
  if (!run.contrast || run.members.length !== 2) return undefined;
  const { first } = v.drafts[run.members[0]!]!;
  const baseline =
    v.cls[first - 1] === "open" &&
    norm(v, first - 2) === "baseline" &&
    /^(?:with|to|than|versus|vs)$/.test(norm(v, first - 3));
  if (!baseline) return undefined;
  const ms = unique(
    v,
    v.mentions.filter((m) => m.to <= first),
  );
  return ms.length === 1 && !ms[0]!.against && ms[0]!.kind !== "all" ? ms[0] : undefined;
}

/** "fell from baseline to week 9 (16.7 vs 6.3)": before and after, in nobody knows whom. */
export function fromBaseline(v: View, run: Run): boolean {
  const { first } = v.drafts[run.members[0]!]!;
  if (v.cls[first - 1] !== "open") return false;
  for (let i = first - 2; i > first - 12 && i > 0 && v.owner[i] === FREE; i--)
    if (norm(v, i) === "baseline" && norm(v, i - 1) === "from" && norm(v, i + 1) === "to")
      return !v.mentions.some((m) => m.from > i && m.to <= first);
  return false;
}
