/** Of mentions that overlap, the one that names the group. */
import { isPeople } from "./labels.js";
import type { Mention } from "./mentions.js";
import { norm, type View as Full } from "./view.js";

type View = Omit<Full, "mentions">;

const RANK = { arm: 1, noun: 2, people: 2, versus: 0, all: 2 } as const;

export function prune(v: View, found: readonly Mention[]): Mention[] {
  const sorted = [...found].sort((a, b) => a.from - b.from || b.to - a.to);
  const out: Mention[] = [];
  for (const m of sorted) {
    const last = out.at(-1);
    // "tarvenib 4.5 mg", where both are names of arms
    if (last?.kind === "arm" && m.kind === "arm" && m.from === last.to && /^\d/.test(norm(v, m.from)))
      out[out.length - 1] = {
        ...m,
        from: last.from,
        label: { from: last.from, to: m.label.to },
        against: last.against,
      };
    else if (!last || m.from >= last.to) out.push(m);
    else if (
      last.kind === "people" &&
      (m.kind === "arm" || m.kind === "noun") &&
      afterPeople(v, last, m) &&
      !negated(v, last, m)
    )
      out[out.length - 1] = { ...m, against: m.against || last.against };
    else if (
      RANK[m.kind] > RANK[last.kind] ||
      (RANK[m.kind] === RANK[last.kind] && m.to - m.from > last.to - last.from)
    )
      out[out.length - 1] = m;
  }
  return out;
}

/** "patients in the A group" are the A group; "severe KOD patients" are not all with KOA. */
function afterPeople(v: View, outer: Mention, inner: Mention): boolean {
  if (inner.from === outer.from) return true;
  for (let k = outer.from; k < inner.from; k++) if (isPeople(v, k)) return true;
  return false;
}

/** "those who did not receive trastuzumab" are no trastuzumab group. */
function negated(v: View, outer: Mention, inner: Mention): boolean {
  for (let k = outer.from; k < inner.from; k++)
    if (/^(?:not|no|without|never)$/.test(norm(v, k))) return true;
  return false;
}
