/** Lists of phrases before a run of values: "overall survival and progression-free survival were". */
import type { Draft, Span } from "../draft.js";
import { phraseBefore } from "./phrase.js";
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
