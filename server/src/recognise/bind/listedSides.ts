/** Sides of several effects in a row. */
import type { Sides } from "./actor.js";
import { clauseStart } from "./clause.js";
import { labelOf, unique } from "./label.js";
import { coupled } from "./leadingLabel.js";
import type { Run } from "./runs.js";
import type { View } from "./view.js";

/** "difference from placebo for A and B, respectively: -11.7 (…) and -7.6 (…)": by effect, the sides that a list gives in order. */
export function listedSides(v: View, runs: readonly Run[]): ReadonlyMap<number, Sides> {
  const out = new Map<number, Sides>();
  for (const run of runs) {
    const { first, kind } = v.drafts[run.members[0]!]!;
    const n = run.members.length;
    if (kind !== "effect" || n < 2 || run.contrast) continue;
    const start = clauseStart(v, first);
    const near = v.mentions.filter((m) => m.kind !== "all" && m.to <= first && m.from >= start);
    const before = near.length ? near : v.mentions.filter((m) => m.kind !== "all" && m.to <= first);
    const own = unique(
      v,
      before.filter((m) => !m.against && m.kind !== "people"),
    );
    const against = unique(
      v,
      before.filter((m) => m.against),
    );
    if (
      own.length !== n ||
      against.length > 1 ||
      own.some((m, j) => j > 0 && !coupled(v, own[j - 1]!.to, m.from))
    )
      continue;
    run.members.forEach((k, j) =>
      out.set(k, {
        group: labelOf(v, own[j]!, "order in the sentence"),
        ...(against[0] && { reference: labelOf(v, against[0], "held against") }),
      }),
    );
  }
  return out;
}
