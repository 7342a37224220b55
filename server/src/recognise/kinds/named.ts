/** Lists of named statistics: "sensitivity, specificity and accuracy of 76%, 89% and 82%". */
import { type Line, norm } from "../line.js";
import type { HeadAt, Scope } from "../scope.js";

/** Gives each value of a run its own of the names that stand in a list before it, where there are as many. */
export function distributeNames(scope: Scope): void {
  const runs = new Map<number, Scope["drafts"]>();
  for (const d of scope.drafts)
    if (d.kind === "other" && d.head) runs.set(d.head.from, [...(runs.get(d.head.from) ?? []), d]);
  for (const [from, run] of runs) {
    const names = listEndingAt(scope, from);
    if (names.length < 2 || run.length % names.length !== 0) continue;
    run.forEach((d, k) => {
      const at = names[k % names.length]!;
      if (at.head.type !== "name") return;
      d.name = at.head.name;
      // "AUC and sensitivity were 0.91 and 88%": the sign is the second's
      if (d.name === "AUC" && d.unit?.kind === "percent" && d.unit.from > d.last) d.unit = undefined;
      d.head = { from: at.from, to: at.to };
      d.explain.push(`name ← place ${String((k % names.length) + 1)} of ${String(names.length)} in the list`);
    });
  }
}

/** The named heads that are joined by commas and "and" up to the one at token `from`. */
function listEndingAt(scope: Scope, from: number): HeadAt[] {
  const out: HeadAt[] = [];
  for (let k = scope.heads.findIndex((h) => h.from === from); k >= 0; k--) {
    const at = scope.heads[k]!;
    if (at.head.type !== "name" || (out.length && !joined(scope.line, at.to, out[0]!.from))) break;
    out.unshift(at);
  }
  return out;
}

/** Only commas, "and" and an abbreviation in brackets stand between. */
function joined(line: Line, from: number, to: number): boolean {
  for (let k = from; k < to; k++) {
    if (line.partner[k]! > k && line.partner[k]! < to) k = line.partner[k]!;
    else if (!/^(?:,|and|&|or)$/.test(norm(line, k))) return false;
  }
  return to > from;
}
