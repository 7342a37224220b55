/** Lists of phrases before a run of values: "overall survival and progression-free survival were". */
import type { Draft, Span } from "../draft.js";
import { phraseBefore } from "./phrase.js";
import type { Run } from "./runs.js";
import { FREE, norm, underBracket, type View } from "./view.js";

/** Exactly `n` phrases joined by commas and "and", nearest before the value: "overall survival and progression-free survival were". */
export function listBefore(v: View, d: Draft, n: number): Span[] | undefined {
  let k = d.first - 1;
  let best: Span[] | undefined;
  for (let steps = 0; k >= 0 && steps < 40; k--, steps++) {
    const open = underBracket(v, k);
    if (open < k) {
      k = open;
      continue;
    }
    if (v.owner[k]! >= 0 || (v.cls[k] === "semi" && v.line.depth[k] === 0)) break;
    if (v.cls[k] !== "and" || norm(v, k) === "or" || betweenGroups(v, k)) continue;
    const items = around(v, k, d.first, n);
    if (items.length === n) {
      best = items;
      break;
    }
  }
  return best;
}

/** "gain in weight and girth in groups A [and] B were": it joins groups, not outcomes. */
const betweenGroups = (v: View, and: number): boolean =>
  v.mentions.some((m) => m.to === and && m.kind !== "people") &&
  v.mentions.some((m) => m.from > and && m.from <= and + 2 && m.kind !== "people");

function around(v: View, and: number, ceiling: number, n: number): Span[] {
  const items: Span[] = [];
  let from = and + 1;
  while (v.cls[from] === "det") from++;
  let to = from;
  while (
    to < ceiling &&
    v.owner[to] === FREE &&
    (v.cls[to] === "word" || (v.cls[to] === "sign" && norm(v, to) !== "=") || norm(v, to) === "of")
  )
    to++;
  if (to === from) return [];
  items.unshift({ from, to });
  let k = and - 1;
  while (items.length < 8) {
    while (k >= 0 && v.cls[k] === "comma") k--;
    let end = k + 1;
    while (end > 0 && v.cls[end - 1] === "close" && underBracket(v, end - 1) < end - 1) {
      const open = underBracket(v, end - 1);
      // "weight (from 93 to 89 kg) and waist (from": has its own values
      for (let i = open; i < end; i++) if (v.owner[i]! >= 0) return items;
      end = open;
    }
    const s = phraseBefore(v, end, 0, { preps: false });
    if (!s || s.to !== end) break;
    // "in the A versus the B group, DFS and OS"
    if (items.length === n && v.mentions.some((m) => m.to === s.to && m.kind !== "people")) break;
    items.unshift(s);
    // "systolic and diastolic pressure and pulse"
    if (items.length < n && norm(v, s.from - 1) === "and" && !betweenGroups(v, s.from - 1)) {
      k = s.from - 2;
      continue;
    }
    if (v.cls[s.from - 1] !== "comma") {
      // the first item may reach further: "feeling of nasal blockage"
      const wide = phraseBefore(v, end, 0, { preps: true });
      if (wide && v.cls[s.from - 1] === "prep" && norm(v, s.from - 1) === "of") items[0] = wide;
      break;
    }
    k = s.from - 1;
  }
  return items;
}

/**
 * "relapse and survival rates were 21% v 25% (HR, …) and 84% v 82% (HR, …), respectively": by their first value, the phrases of a list that
 * are told of as many comparisons, each with its own bracket.
 */
export function listedPairs(v: View, runs: readonly Run[]): ReadonlyMap<number, Span> {
  const out = new Map<number, Span>();
  for (let r = 0; r < runs.length; r++) {
    const told = comparisons(v, runs, r);
    const first = v.drafts[told[0]!.members[0]!]!;
    if (told.length < 2 || !respectively(v, told.at(-1)!)) continue;
    listBefore(v, first, told.length)?.forEach((s, j) => out.set(told[j]!.members[0]!, s));
    r = runs.indexOf(told.at(-1)!);
  }
  return out;
}

/** The comparison at `r` and those joined to it by "and" or commas, past the effects and p-values between them. */
function comparisons(v: View, runs: readonly Run[], r: number): Run[] {
  const out = [runs[r]!];
  const { kind } = v.drafts[runs[r]!.members[0]!]!;
  if (kind === "effect" || !runs[r]!.contrast) return out;
  let end = v.drafts[runs[r]!.members.at(-1)!]!.last;
  for (const run of runs.slice(r + 1)) {
    const first = v.drafts[run.members[0]!]!;
    for (let i = end + 1; i < first.first; i++)
      if (
        v.owner[i] === FREE &&
        !/^(?:open|close|comma|and|semi|sign)$/.test(v.cls[i]!) &&
        first.kind !== "effect"
      )
        return out;
    if (first.kind !== "effect") {
      if (first.kind !== kind || !run.contrast) return out;
      out.push(run);
    }
    end = v.drafts[run.members.at(-1)!]!.last;
  }
  return out;
}

/** The word stands within a few tokens behind the last comparison and what is told of it. */
function respectively(v: View, run: Run): boolean {
  const { last } = v.drafts[run.members.at(-1)!]!;
  for (let i = last + 1; i < last + 40 && i < v.cls.length; i++) {
    if (norm(v, i) === "respectively") return true;
    if (v.cls[i] === "verb") return false;
  }
  return false;
}
