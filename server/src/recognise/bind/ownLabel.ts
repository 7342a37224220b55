/** Labels that stand with a value itself: in its bracket, right before it, right after it. */
import type { Draft, Span } from "../draft.js";
import { PEOPLE } from "../lexicon/people.js";
import { byColon, isSaid, leading, plural } from "./leadingLabel.js";
import { endOf, labelOf, type Label, spanLabel } from "./label.js";
import { isTime, labelAfter } from "./labelAfter.js";
import { isVague } from "./labels.js";
import { phraseAfter } from "./phrase.js";
import { sizeLabel } from "./size.js";
import { linkOf } from "./runs.js";
import { twin } from "./twin.js";
import { FREE, endpointAt, norm, textOf, type View } from "./view.js";

export function ownLabel(v: View, k: number): Label | undefined {
  if (ofAll(v, k)) return together(v, k);
  return (
    counted(v, k) ??
    inside(v, k) ??
    leading(v, k) ??
    twin(v, k) ??
    byColon(v, k) ??
    ofSized(v, k) ??
    labelAfter(v, k) ??
    before(v, k)
  );
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
      return spanLabel(v, span, "the people counted");
    }
  }
  return beforePercent(v, d);
}

/** "83 of 97 women in intervention clinics (85.6%)": the phrase between the count and its percentage. */
function beforePercent(v: View, { n, N, percent, last }: Draft): Label | undefined {
  if (n === undefined || N === undefined || percent !== last - 2 || N < n || N - n > 4) return undefined;
  for (let i = N + 1; i < percent - 1; i++) {
    const w = norm(v, i);
    if (v.cls[i] !== "prep" && !GIVEN.test(w)) continue;
    const from = v.cls[i + 1] === "det" ? i + 2 : i + 1;
    const phrase = phraseAfter(v, from, percent - 1, { counted: true, preps: true });
    if (
      phrase?.to !== percent - 1 ||
      isVague(v, phrase) ||
      isTime(v, phrase) ||
      STUDY.test(norm(v, phrase.to - 1))
    )
      return undefined;
    // without is not with
    const members = /^with(?:out)?$/.test(w);
    const span = members ? { from: PEOPLE.has(norm(v, i - 1)) ? i - 1 : i, to: phrase.to } : phrase;
    return spanLabel(v, span, "the people counted");
  }
  return undefined;
}

const STUDY = /^(?:trial|study|analys[ei]s|period|phase|set|populations?|sample)$/;
const GIVEN = /^(?:receiving|taking|given|undergoing)$/;

/** A label in the value's own brackets. */
function inside(v: View, k: number): Label | undefined {
  const d = v.drafts[k]!;
  const m = v.mentions.find(
    (x) =>
      x.from > d.first &&
      x.to <= d.last + 1 &&
      v.line.depth[x.from]! > v.line.depth[d.first]! &&
      x.kind !== "all" &&
      x.kind !== "people" &&
      !x.against,
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

/** "fatigue (56 [5%]) of the 1070 patients treated with tarvenib": the people of the size after the value. */
function ofSized(v: View, k: number): Label | undefined {
  let i = v.drafts[k]!.last + 1;
  while (v.cls[i] === "close") i++;
  const w = norm(v, i);
  // "28% and 39% among 60 women with fever": of both values, and no group of theirs
  const alone = [k, k + 1].every((j) => !v.drafts[j] || linkOf(v, j) === "apart");
  if (w !== "of" && w !== "in" && !(alone && (w === "among" || w === "for"))) return undefined;
  i++;
  while (v.cls[i] === "det") i++;
  const sized = v.drafts.find((x) => x.first === i && x.kind === "group-size");
  const span = sized && sizeLabel(v, sized);
  // "of 50 women had a relapse"
  if (!span || norm(v, span.from - 1) === "had") return undefined;
  return spanLabel(v, span, "after the value");
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
    !(v.cls[i] === "verb" && v.mentions.some((x) => x.to === i + 1)) &&
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
    isSaid(v, m) ||
    (m.kind === "people" && m.to - m.from === 1 && v.cls[i + 1] === "comma")
  )
    return undefined;
  const held = v.cls[d.first - 1] === "open" && m.against;
  if (held || (v.cls[m.to] === "open" && sharesBracket(v, k, m.to))) return undefined;
  return labelOf(v, m, "before the value");
}
