/** Whose a value is that is held against nobody: "nausea (six [8%] vs none)". */
import { takesGroup, type Label } from "./label.js";
import { versusBetween } from "./leadingLabel.js";
import { norm, type View } from "./view.js";

/** It gets the first group of the nearest two of the sentence that are contrasted. */
export function againstNone(v: View, labels: (Label | undefined)[]): void {
  v.drafts.forEach((d, k) => {
    let i = d.last + 1;
    while (v.cls[i] === "close") i++;
    if (labels[k] || v.cls[i] !== "versus" || !/^(?:none|no|zero|<)/.test(norm(v, i + 1))) return;
    const first = (_: unknown, j: number): boolean => {
      const [a, b] = [labels[j], labels[j + 1]];
      return j !== k && a !== undefined && b !== undefined && a.key !== b.key && versusBetween(v, j);
    };
    if (takesGroup(d))
      labels[k] = labels[v.drafts.slice(0, k).findLastIndex(first)] ?? labels[v.drafts.findIndex(first)];
  });
}
