/** Statements that were read as if the document began with their sentence, moved to where the sentence stands. */
import type { Range, Statement } from "../extraction.js";

export const move = (r: Range, by: number): Range => ({ start: r.start + by, end: r.end + by });

export function shift<S extends Statement>(s: S, by: number): S {
  const ranges: Record<string, Range> = {};
  for (const key in s.ranges) ranges[key] = move(s.ranges[key]!, by);
  const ref = <R extends { range?: Range | undefined } | null>(r: R): R =>
    r?.range ? { ...r, range: move(r.range, by) } : r;
  return {
    ...s,
    range: move(s.range, by),
    outcome: ref(s.outcome),
    group: ref(s.group),
    reference: ref(s.reference),
    interval: s.interval && { ...s.interval, range: move(s.interval.range, by) },
    p: s.p && { ...s.p, range: move(s.p.range, by) },
    ranges,
  };
}
