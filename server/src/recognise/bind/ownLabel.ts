/** Labels that stand with a value itself: in its bracket, right before it, right after it. */
import type { Span } from "../draft.js";
import { GROUP_PREPS } from "../lexicon/grammar.js";
import { PEOPLE } from "../lexicon/people.js";
import { leading, versusBetween, coupled } from "./leadingLabel.js";
import { endOf, labelOf, type Label } from "./label.js";
import { isVague, keyOf } from "./labels.js";
import type { Mention } from "./mentions.js";
import { phraseAfter } from "./phrase.js";
import { sizeLabel } from "./size.js";
import { linkOf } from "./runs.js";
import { FREE, endpointAt, norm, overBracket, textOf, type View } from "./view.js";

export function ownLabel(v: View, k: number): Label | undefined {
  if (ofAll(v, k)) return together(v, k);
  return counted(v, k) ?? inside(v, k) ?? leading(v, k) ?? ofSized(v, k) ?? after(v, k) ?? before(v, k);
}

/** "2.7 in each group", "71% of both groups": no group's in particular. */
export const ofAll = (v: View, k: number): boolean => allAfter(v, k) !== undefined;

/** The words for all groups right after the value. */
function allAfter(v: View, k: number): Span | undefined {
  const { last } = v.drafts[k]!;
  const m = v.mentions.find(
    (x) => x.kind === "all" && x.from > last && x.from - last < 7 && x.to <= endOf(v, k),
  );
  if (!m) return undefined;
  const from = ALL.test(norm(v, m.from)) ? m.from : m.from - 1;
  return ALL.test(norm(v, from)) ? { from, to: m.to } : undefined;
}

const ALL = /^(?:each|both|either|all)$/;

/** "2.7 in both groups": said of the groups together. */
function together(v: View, k: number): Label | undefined {
  const span = allAfter(v, k)!;
  const word = norm(v, span.from);
  if (word !== "both" && word !== "either") return undefined;
  return { span, text: textOf(v, span), key: `${word} groups`, because: "after the value" };
}

/** "seven KR patients": an arm's name between the count and its noun. */
function counted(v: View, k: number): Label | undefined {
  const d = v.drafts[k]!;
  // "69.8 months in the tarvenib arm (95% CI …)"
  const depth = v.line.depth[d.first];
  const within = v.mentions.find(
    (m) => m.from > d.first && m.to < d.last && m.kind !== "all" && v.line.depth[m.from] === depth,
  );
  if (within) return labelOf(v, within, "beside the value");
  for (let i = (d.n ?? d.last) + 1; i < d.last; i++) {
    const arm = v.line.depth[i] === v.line.depth[d.first] ? v.context.armNames?.at(v.line, i) : undefined;
    if (arm && arm.end <= d.last) {
      const span = { from: i, to: arm.end };
      return { span, text: textOf(v, span), key: keyOf(v, span), because: "the people counted" };
    }
  }
  return undefined;
}

/** A label in the value's own brackets. */
function inside(v: View, k: number): Label | undefined {
  const d = v.drafts[k]!;
  const m = v.mentions.find(
    (x) =>
      x.from > d.first &&
      x.to <= d.last + 1 &&
      v.line.depth[x.from]! > v.line.depth[d.first]! &&
      x.kind !== "all" &&
      x.kind !== "people",
  );
  return m && labelOf(v, m, "in the value's bracket");
}

/** Two values of a kind in one bracket: what stands before it names both or neither. */
function sharesBracket(v: View, k: number, open: number): boolean {
  const d = v.drafts[k]!;
  const close = v.line.partner[open]!;
  const next = v.drafts[k + 1];
  return next !== undefined && next.first < close && next.kind === d.kind && linkOf(v, k + 1) !== "apart";
}

/** Whether what stands behind the bracket closed at token `i` may name the group of the value in it. */
function leaves(v: View, k: number, i: number, depth: number): boolean {
  const previous = v.drafts[k - 1];
  // what follows the bracket of a contrast is no label of its last value alone
  const contrast =
    previous !== undefined &&
    previous.kind === v.drafts[k]!.kind &&
    v.line.depth[previous.first]! > depth &&
    linkOf(v, k) === "versus";
  return (
    !contrast && (v.cls[i + 1] === "close" || GROUP_PREPS.has(norm(v, i + 1)) || PEOPLE.has(norm(v, i + 1)))
  );
}

/** "… in the LTD group", "… with tarvenib", "… (TARV-DOX)". */
function after(v: View, k: number): Label | undefined {
  const d = v.drafts[k]!;
  const end = endOf(v, k);
  let prep = -1;
  let depth = v.line.depth[d.first]!;
  for (let i = d.last + 1, steps = 0; i < end && steps < 16; i++, steps++) {
    const over = overBracket(v, i);
    if (over > i) {
      const m = v.mentions.find((x) => x.from === i + 1 && x.to === over - 1);
      if (m) return labelOf(v, m, "bracket after the value");
      const label = bracketLabel(v, k, i, over - 1);
      if (label) return label;
      if (over > end) return undefined;
      i = over - 1;
      continue;
    }
    if (v.owner[i]! >= 0 || v.cls[i] === "number") return undefined;
    const c = v.cls[i]!;
    const w = norm(v, i);
    // "nausea (38.4%) in the tarvenib group": out of the value's bracket
    if (c === "close" && depth > 0) {
      depth--;
      if (!leaves(v, k, i, depth)) return undefined;
      continue;
    }
    if (c === "semi" || (c === "who" && w !== "who") || c === "versus" || c === "close") return undefined;
    if (c === "and") return undefined;
    if (
      c === "comma" &&
      norm(v, i + 1) !== "respectively" &&
      v.owner[i + 1] !== -2 &&
      norm(v, i - 1) !== "respectively"
    )
      return undefined;
    const m = v.mentions.find((x) => x.from <= i && x.to > i);
    // "46 (44%) tarvenib and 19 (18%) placebo patients"
    if (m?.kind === "arm" && i === d.last + 1 && d.kind === "proportion")
      return labelOf(v, m, "after the value");
    if (m && m.kind !== "all") {
      if (prep >= 0 && m.from - prep <= 3) return plural(v, m) ? undefined : labelOf(v, m, "after the value");
      if (m.kind === "people" && m.from <= d.last + 2 && m.to > m.from + 1)
        return labelOf(v, m, "the people counted");
      i = m.to - 1;
      continue;
    }
    if (m) return undefined;
    // "crossed over to olvadine"
    if (w === "to" && /^(?:over|switched|crossed)$/.test(norm(v, i - 1))) return undefined;
    if (GROUP_PREPS.has(w) || TAKES.test(w)) {
      prep = i;
      const p = parallel(v, k, i);
      if (p) return p;
    }
  }
  return undefined;
}

/** "fatigue (56 [5%]) of the 1070 patients treated with tarvenib": the people of the size after the value. */
function ofSized(v: View, k: number): Label | undefined {
  let i = v.drafts[k]!.last + 1;
  while (v.cls[i] === "close") i++;
  if (norm(v, i) !== "of" && norm(v, i) !== "in") return undefined;
  i++;
  while (v.cls[i] === "det") i++;
  const sized = v.drafts.find((x) => x.first === i && x.kind === "group-size");
  const span = sized && sizeLabel(v, sized);
  return span && { span, text: textOf(v, span), key: keyOf(v, span), because: "after the value" };
}

/** "33 (41%) taking placebo" */
const TAKES = /^(?:taking|treated|assigned|given|allocated|randomi[sz]ed|receiving)$/;

/** "31.4 (IV-zelmaplatin), 33.2 (IP-zelmaplatin)": brackets of words after this value and a neighbour. */
function bracketLabel(v: View, k: number, open: number, close: number): Label | undefined {
  if (open !== v.drafts[k]!.last + 1) return undefined;
  const s = phraseAfter(v, open + 1, close);
  if (!s || s.to !== close || isVague(v, s) || endpointAt(v, v.context, s.from)) return undefined;
  const neighbour = [k - 1, k + 1].some((j) => {
    const x = v.drafts[j];
    const at = x && x.last + 1;
    return (
      x?.kind === v.drafts[k]!.kind &&
      v.cls[at!] === "open" &&
      v.owner[at! + 1] === FREE &&
      v.cls[at! + 1] === "word"
    );
  });
  return neighbour
    ? {
        span: s,
        text: textOf(v, s),
        key: keyOf(v, s),
        because: "bracket after the value, as with its neighbour",
      }
    : undefined;
}

/** One of several labels joined by "and": the values are to be shared out among them. */
const plural = (v: View, m: Mention): boolean =>
  v.mentions.some(
    (x) => x !== m && x.kind !== "all" && (coupled(v, m.to, x.from) || coupled(v, x.to, m.from)),
  );

const PARALLEL = /^(?:with|without|for|in|among|on|at|after|before|under)$/;

/** "21.3 with A and 8.8 with B": the same preposition after both values makes labels of any phrase. */
function parallel(v: View, k: number, i: number): Label | undefined {
  const d = v.drafts[k]!;
  if (i > d.last + 3) return undefined;
  const w = norm(v, i);
  const other = [k + 1, k - 1].some((j) => {
    const x = v.drafts[j];
    if (x?.kind !== d.kind) return false;
    const contrast = versusBetween(v, Math.min(j, k));
    return [1, 2, 3].some(
      (s) => norm(v, x.last + s) === w || (contrast && PARALLEL.test(norm(v, x.last + s))),
    );
  });
  if (!other || !PARALLEL.test(w)) return undefined;
  const s = phraseAfter(v, i + 1, endOf(v, k));
  const m = s && v.mentions.find((x) => x.from >= s.from && x.from < s.to && x.kind !== "all");
  if (m) return labelOf(v, m, `'${w}' after the value`);
  if (
    !s ||
    isVague(v, s) ||
    (v.cls[s.to] === "open" && v.owner[s.to + 1]! >= 0 && v.drafts[v.owner[s.to + 1]!]!.kind === d.kind) ||
    endpointAt(v, v.context, s.from) ||
    v.line.claims[s.from] === "time point"
  )
    return undefined;
  return {
    span: s,
    text: textOf(v, s),
    key: keyOf(v, s),
    because: `'${w}' after the value, as with its neighbour`,
  };
}

/** "placebo, 1.7%", "placebo (8%)", "the LTD group had 34%". */
function before(v: View, k: number): Label | undefined {
  const d = v.drafts[k]!;
  let i = d.first - 1;
  let steps = 0;
  while (
    i >= 0 &&
    steps < 6 &&
    v.owner[i] === FREE &&
    (/^(?:verb|comma|colon|open|adverb|det)$/.test(v.cls[i]!) ||
      /^(?:=|of|in|mean|median|n|by|at)$/.test(norm(v, i)))
  ) {
    i--;
    steps++;
  }
  // "tarvenib OS, 13.9 months"
  const named = v.mentions.find(
    (x) => x.to <= i && i - x.to < 4 && x.kind === "arm" && endpointAt(v, v.context, x.to)?.end === i + 1,
  );
  if (named) return labelOf(v, named, "before the value");
  const m = v.mentions.find((x) => x.to === i + 1 && x.kind !== "all");
  if (
    !m ||
    plural(v, m) ||
    m.kind === "versus" ||
    (m.kind === "people" && m.to - m.from === 1 && v.cls[i + 1] === "comma")
  )
    return undefined;
  const held = v.cls[d.first - 1] === "open" && m.against;
  if (held || (v.cls[m.to] === "open" && sharesBracket(v, k, m.to))) return undefined;
  return labelOf(v, m, "before the value");
}
