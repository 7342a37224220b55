/** Labels right before the bracket or the colon of a value. */
import type { Span } from "../draft.js";
import { endOf, labelOf, type Label, spanLabel } from "./label.js";
import { isDose, isVague, keyOf } from "./labels.js";
import type { Mention } from "./mentions.js";
import { phraseBefore } from "./phrase.js";
import { linkOf } from "./runs.js";
import { FREE, norm, overBracket, type View } from "./view.js";

/** "placebo (8%)", "pre-course: 214 vs post-course: 387": a label right before the value, its only one. */
export function leading(v: View, k: number): Label | undefined {
  const d = v.drafts[k]!;
  if (v.cls[d.first - 1] === "colon") {
    const s = phraseBefore(v, d.first - 1);
    const beside = [k - 1, k + 1].some((j) => {
      const x = v.drafts[j];
      if (x?.kind !== d.kind || v.cls[x.first - 1] !== "colon") return false;
      return (
        versusBetween(v, Math.min(j, k)) ||
        (s !== undefined && eitherGroup(v, s, phraseBefore(v, x.first - 1))) ||
        (s !== undefined && isDose(v, s))
      );
    });
    return s && beside && !isVague(v, s) ? spanLabel(v, s, "label before the value") : undefined;
  }
  const inList = v.cls[d.first - 1] === "comma" ? listed(v, k) : undefined;
  if (inList) return inList;
  const pair = between(v, k);
  if (pair) return pair;
  const open = openOf(v, d.first);
  if (open < 0) return undefined;
  const m = v.mentions.find((x) => x.to === open && x.kind !== "all");
  if (
    !m ||
    isSaid(v, m) ||
    listedBefore(v, m) ||
    contrasted(v, open, d.kind, m.against) ||
    closesWithLabel(v, open)
  )
    return undefined;
  if (open < d.first - 1) {
    // "than with A (M = 45": of its own bracket alone
    if (m.kind === "people" || (m.kind === "versus" && norm(v, open + 1) !== "m")) return undefined;
    if (v.mentions.some((x) => x.from > open && x.from < v.line.partner[open]!)) return undefined;
  }
  return labelOf(v, m, "before the value's bracket");
}

/** "most were women (82%)": what people are said to be. */
export const isSaid = (v: View, m: Mention): boolean =>
  m.kind === "people" && v.cls[m.to] === "open" && /^(?:was|were|being)$/.test(norm(v, m.from - 1));

/** "comparable between tarvenib (61%) and olvadine salt (73%)": the phrases before two brackets that "between" and "and" join. */
function between(v: View, k: number): Label | undefined {
  const lead = (j: number): Span | undefined => {
    const d = v.drafts[j];
    const open = d && d.kind === v.drafts[k]!.kind ? openOf(v, d.first) : -1;
    const s = open > 0 && v.drafts[j]!.first - open < 3 ? phraseBefore(v, open) : undefined;
    return s?.to === open ? s : undefined;
  };
  const s = lead(k);
  if (!s || isVague(v, s)) return undefined;
  const first = norm(v, s.from - 1) === "between" && norm(v, (lead(k + 1)?.from ?? 0) - 1) === "and";
  const second = norm(v, s.from - 1) === "and" && norm(v, (lead(k - 1)?.from ?? 0) - 1) === "between";
  // "the A group (3.6) versus sham (0.3)"
  let i = s.from - 1;
  while (v.cls[i] === "det" || v.cls[i] === "prep") i--;
  const against =
    v.cls[i] === "versus" && s.from - i < 4 && lead(k - 1) !== undefined && versusBetween(v, k - 1);
  return first || second || (against && !v.mentions.some((m) => m.from < s.to && m.to > s.from))
    ? spanLabel(v, s, "compared between the two")
    : undefined;
}

/** "were placebo, 39%; tarvenib 20 mg, 29%; and tarvenib 40 mg, 26%": labels of a list of which one is a group. */
function listed(v: View, k: number): Label | undefined {
  const lead = (j: number): Span | undefined => {
    const x = v.drafts[j];
    if (x?.kind !== v.drafts[k]!.kind || v.cls[x.first - 1] !== "comma") return undefined;
    const s = phraseBefore(v, x.first - 1);
    return s?.to === x.first - 1 && /^(?:semi|and|verb|colon|open)$/.test(v.cls[s.from - 1] ?? "")
      ? s
      : undefined;
  };
  const s = lead(k);
  if (!s || isVague(v, s)) return undefined;
  const siblings = [k - 2, k - 1, k + 1, k + 2].flatMap((j) => lead(j) ?? []);
  const group = (x: Span): boolean =>
    v.context.isControl(keyOf(v, x)) ||
    v.mentions.some((m) => m.kind === "arm" && m.from === x.from && m.to === x.to);
  return siblings.length > 0 && [s, ...siblings].some(group)
    ? spanLabel(v, s, "label before the value")
    : undefined;
}

/** "(placebo: 37 of 63, olvadine: 26 of 58)": one of two labels side by side is a group, so the other is one too. */
const eitherGroup = (v: View, a: Span, b: Span | undefined): boolean =>
  b !== undefined &&
  [a, b].some(
    (s) =>
      v.context.isControl(keyOf(v, s)) ||
      v.mentions.some((m) => m.to === s.to && /^(?:arm|noun)$/.test(m.kind)),
  );

/** "A and B (40% and 30%)": the last of several labels that no bracket parts. */
const listedBefore = (v: View, m: Mention): boolean =>
  v.mentions.some(
    (x) => x.kind !== "all" && x.to <= m.from && coupled(v, x.to, m.from) && v.cls[x.to] !== "open",
  );

/** The bracket that token `i` stands in and that closes behind it. */
function openOf({ line: { open, partner } }: View, i: number): number {
  let k = open[i]!;
  while (k >= 0 && partner[k]! < i) k = open[k]!;
  return k;
}

/** Two values of a kind are contrasted in the bracket: what stands before it names both or neither. */
function contrasted(v: View, open: number, kind: string, against: boolean): boolean {
  const close = v.line.partner[open]!;
  return v.drafts.some(
    (d, k) =>
      d.first > open &&
      d.first < close &&
      d.kind === kind &&
      v.drafts[k - 1] !== undefined &&
      v.drafts[k - 1]!.first > open &&
      (versusBetween(v, k - 1) || (against && k === 1 && norm(v, d.last + 1) === ",")),
  );
}

/** "with tarvenib (33 of 80 [41%] in cohort A)": the bracket names a group itself. */
function closesWithLabel(v: View, open: number): boolean {
  const close = v.line.partner[open]!;
  return v.mentions.some(
    (x) => x.from > open && x.to === close && v.line.depth[x.from] === v.line.depth[close],
  );
}

export function versusBetween(v: View, k: number): boolean {
  for (let i = v.drafts[k]!.last + 1; i < v.drafts[k + 1]!.first; i++) if (v.cls[i] === "versus") return true;
  return false;
}

/** Only "and", "or", "versus", a comma or an article from one label to the next. */
export function coupled(v: View, from: number, to: number): boolean {
  if (to <= from || to - from > 12) return false;
  for (let i = from, steps = 0; i < to; i++, steps++) {
    const over = overBracket(v, i);
    if (over > i && over <= to) {
      i = over - 1;
      continue;
    }
    if (steps > 3 || !/^(?:and|comma|det|versus|prep)$/.test(v.cls[i]!) || v.owner[i] !== FREE) return false;
    // "in 12 women in the A group and, in the B group, in 9"
    if (v.cls[i] === "and" && v.cls[i + 1] === "comma") return false;
  }
  return true;
}

/** "(tarvenib: 21.7 at baseline and 23.5 at week 9; placebo: 25.3 and 27.0)": a group and a colon lead all that stands before the next semicolon. */
export function byColon(v: View, k: number): Label | undefined {
  const { first, last } = v.drafts[k]!;
  const depth = v.line.depth[first]!;
  const end = endOf(v, k);
  // "cohort 1: 71 deaths in the A group": its own label follows
  if (v.mentions.some((m) => m.from > last && m.from < end && m.from - last < 8 && v.cls[m.to] !== "colon"))
    return undefined;
  for (let i = first - 1, steps = 0; i >= 0 && steps < 40; i--, steps++) {
    if (v.line.depth[i]! > depth) continue;
    if (v.line.depth[i]! < depth || v.cls[i] === "semi" || v.cls[i] === "open") return undefined;
    if (v.cls[i] !== "colon") continue;
    const m = v.mentions.find((x) => x.to === i && /^(?:arm|noun)$/.test(x.kind));
    const pair =
      !m ||
      plural(v, m) ||
      v.cls[m.from - 1] === "versus" ||
      [k, k + 1].some((j) => v.drafts[j] && linkOf(v, j) === "versus");
    return pair ? undefined : labelOf(v, m, "before the colon");
  }
  return undefined;
}

/** One of several labels joined by "and": the values are to be shared out among them. */
export const plural = (v: View, m: Mention): boolean =>
  v.mentions.some(
    (x) => x !== m && x.kind !== "all" && (coupled(v, m.to, x.from) || coupled(v, x.to, m.from)),
  );
