/** The arms of a trial as its sentences name them. */
import { coordinated } from "./armList.js";
import type { Draft, Span } from "../draft.js";
import type { SectionKind } from "../../extraction.js";
import { isControl as hasControl, listStart } from "./compound.js";
import { MARK } from "../marks.js";
import { CONTROL_WORDS, GROUP_NOUNS, GROUP_PLURALS } from "../lexicon/grammar.js";
import { fullKeyOf, isDose, isVague, keyOf, treatmentIn } from "./labels.js";
import { phraseAfter, phraseBefore } from "./phrase.js";
import { sizeLabel } from "./size.js";
import type { Token } from "../../text/tokens.js";
import { FREE, norm, overBracket, textOf, type Words } from "./view.js";

export interface Arm {
  readonly label: string;
  readonly key: string;
  /** Size, where the sentence gives one. */
  readonly n?: number;
}

/** How plain it is that a list names arms: by "or" after "assigned to", by the sizes of what was assigned, by other sizes, by "and" alone, by a comparison. */
export type Cue = "assigned" | "sized" | "counted" | "listed" | "compared";

/** What one sentence says of the study's arms. */
export interface ArmFacts {
  /** Lists of two to five arms: "to receive X or Y", "X (n = 50) and Y (n = 51)", "X versus Y". */
  readonly lists: readonly { readonly cue: Cue; readonly arms: readonly Arm[] }[];
  /** "the X group", "arm A". */
  readonly named: readonly Arm[];
}

export const NO_ARMS: ArmFacts = { lists: [], named: [] };

/** Words without which a sentence says nothing of arms. */
export const ARM_CUES =
  /random|assign|allocat|versus|\bvs\b|compar|receiv|ingest|\bgroups?\b|\barms?\b|\bn ?=|\bv\b/i;

export function armsIn(v: Words, drafts: readonly Draft[], section: SectionKind): ArmFacts {
  const lists: { cue: Cue; arms: Arm[] }[] = [];
  const add = (cue: Cue, spans: readonly Span[], sizes?: readonly number[]): void => {
    const arms = labelled(v, spans, sizes);
    if (arms.length > 1) lists.push({ cue, arms });
  };
  const cues = cuesOf(v);
  const short = aliases(v, cues);
  if (short) add("assigned", short);
  else {
    const { spans, joined } = assignedTo(v, cues);
    add(joined ? "assigned" : "listed", spans);
  }
  const sized = [...sizes(v, drafts), ...sizesInContrast(v)];
  if (sized.length > 1)
    add(
      v.line.tokens.some((t) => ASSIGNED.test(t.norm)) ? "sized" : "counted",
      sized.map((s) => s.span),
      sized.map((s) => s.n),
    );
  if (section !== "results" && section !== "conclusions")
    for (const pair of compared(v)) add("compared", pair);
  return { lists, named: named(v) };
}

/** Spans as arms; where doses alone tell them apart, the doses belong to the key. */
function labelled(v: Words, spans: readonly Span[], sizes?: readonly number[]): Arm[] {
  const keys = spans.map((s) => keyOf(v, s));
  return spans.flatMap((s, i): Arm[] => {
    const twice = keys.indexOf(keys[i]!) !== keys.lastIndexOf(keys[i]!);
    const key = twice ? fullKeyOf(v, s) : keys[i]!;
    if (key === "" || spans.some((_, j) => j < i && twice && fullKeyOf(v, spans[j]!) === key)) return [];
    const n = sizes?.[i];
    return [{ label: textOf(v, s).replace(/\s+/g, " "), key, ...(n !== undefined && { n }) }];
  });
}

/** Labels with sizes; a label that holds all the others is the whole study. */
function sizes(v: Words, drafts: readonly Draft[]): { span: Span; n: number }[] {
  const out: { span: Span; n: number }[] = [];
  for (const d of drafts) {
    if (d.kind !== "group-size" || d.n === undefined) continue;
    const span = sizeLabel(v, d);
    if (
      !span ||
      span.to - span.from > 9 ||
      (isDose(v, span) && !GROUP_NOUNS.has(norm(v, span.to - 1))) ||
      v.line.tokens.slice(span.from, span.to).some((t) => TRAIT.test(t.norm)) ||
      /^(?:analysis|analyses|population|set|randomi[sz]ation|cohorts?|sets|eligible|screened)$/.test(
        norm(v, span.to - 1),
      ) ||
      norm(v, span.from) === "eligible"
    )
      continue;
    out.push({ span, n: v.line.tokens[d.n]!.value });
  }
  // a label that comes first with as many as all others together is the whole study
  const rest = out.slice(1).reduce((a, s) => a + s.n, 0);
  return out.length > 2 && out[0]!.n > 0.9 * rest ? out.slice(1) : out;
}

/** What people are rather than what they are given. */
const TRAIT = /^(?:class|stage|grade|trials?|stud(?:y|ies)|sites?|cent(?:er|re)s?|score)$/;

/** Words that assign or compare: where lists of arms may begin. */
function cuesOf({ line: { tokens } }: Words): number[] {
  const out: number[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const { type, norm: w } = tokens[i]!;
    if (type === "word" && w.length > 5 && CUES.test(w)) out.push(i);
  }
  return out;
}

const CUES = /^(?:random|assign|allocat|receiv|compar|divided$|ingested$|underwent$)/;

/** "comparing A and B (AB [dose …]) with C and D (CD)": short labels in brackets after the cue. */
function aliases(v: Words, cues: readonly number[]): Span[] | undefined {
  const cue = cues.find((i) => CUE.test(norm(v, i)));
  if (cue === undefined) return undefined;
  let out: Span[] = [];
  for (let i = cue + 1; i < v.cls.length; i++) {
    const over = overBracket(v, i);
    if (over > i) {
      const s = bracketName(v, i);
      const goesOn = /^(?:with|versus|vs|or|to|and|,)$/.test(norm(v, over));
      if (s) out.push(s);
      if (s && !goesOn) {
        if (out.length > 1) break;
        out = [];
      }
      i = over - 1;
    } else if (v.cls[i] === "semi") break;
  }
  return out.length > 1 && out.length <= 5 ? out : undefined;
}

const CUE = /^(?:assigned|allocated|randomi[sz]ed|compar(?:e|ed|ing|ison))$/;

/** "(LTDIRI)", "(group A; n = 50)", "(arm 1)": what a bracket calls the treatment before it. */
function bracketName(v: Words, open: number): Span | undefined {
  const t = v.line.tokens[open + 1];
  if (!t) return undefined;
  const next = v.cls[open + 2];
  if (
    /^(?:group|arm|cohort)$/.test(t.norm) &&
    /^(?:[A-Z]|\d|I{1,3})$/.test(v.line.tokens[open + 2]?.text ?? "")
  )
    return { from: open + 1, to: open + 3 };
  const close = v.line.partner[open]!;
  // "(OLV+rLTD)", "(LTD Control)", "(G+OLV)"
  if (
    close - open > 2 &&
    close - open <= 5 &&
    /\p{Lu}.*\p{Lu}/u.test(textOf(v, { from: open + 1, to: close }))
  ) {
    let plain = true;
    for (let k = open + 1; k < close; k++)
      if (v.line.tokens[k]!.type === "number" || /^(?:comma|semi|prep|verb|colon)$/.test(v.cls[k]!))
        plain = false;
    if (plain) return { from: open + 1, to: close };
  }
  if (t.type !== "word" || !/^(?:\p{L}|\p{N})*[\p{Lu}\p{N}][\p{L}\p{N}+/-]*[\p{Lu}\p{N}]/u.test(t.text))
    return undefined;
  if (next === "close" || next === "comma" || next === "semi" || next === "open")
    return { from: open + 1, to: open + 2 };
  if (/^(?:group|arm|regimen|groups)$/.test(norm(v, open + 2))) return { from: open + 1, to: open + 3 };
  return undefined;
}

/** "(614 LT-D v 609 LD: …": two whole numbers with labels, contrasted. */
function sizesInContrast(v: Words): { span: Span; n: number }[] {
  for (let i = 1; i < v.cls.length; i++) {
    if (v.cls[i] !== "versus" || v.owner[i] !== FREE) continue;
    const b = v.line.tokens[i + 1];
    const left = phraseBefore(v, i, Math.max(0, i - 4));
    const a = left && v.line.tokens[left.from - 1];
    if (!left || left.to !== i || !a || !b || !countLike(a) || !countLike(b)) continue;
    const right = phraseAfter(v, i + 2, i + 6);
    if (right && right.from === i + 2 && fits(v, left) && fits(v, right))
      return [
        { span: left, n: a.value },
        { span: right, n: b.value },
      ];
  }
  return [];
}

const countLike = (t: Token): boolean => t.type === "number" && t.integer && t.value >= 10;

const ASSIGNED = /^(?:random\w*|assign\w*|allocat\w*|receiv\w*|treated|group|groups|arm|arms)$/;
const ASSIGNS = /^(?:random\w*|assign\w*|allocat\w*|receiv\w*|divided|ingested|underwent)$/;
const OPENS = /^(?:receive|to|into|received|receiving|ingested|underwent)$/;
const OPENERS = /^(?:receive|to|either|into|undergo|be|treated|receiving|have|perform|the|one|of|a|an|with)$/;

/** The labels after "randomly assigned to (receive)". */
function assignedTo(v: Words, cues: readonly number[]): { spans: Span[]; joined: boolean } {
  // "randomly assigned" goes before "a randomized trial"
  const at: number[] = [];
  const strong: number[] = [];
  for (const i of cues) {
    const w = norm(v, i);
    if (!ASSIGNS.test(w)) continue;
    at.push(i);
    if (
      /^(?:assigned|allocated|randomly)$/.test(w) ||
      (/^randomi[sz]ed$/.test(w) && /^(?:to|into|in)$/.test(norm(v, overBracket(v, i + 1))))
    )
      strong.push(i);
  }
  for (const i of [...strong, ...at]) {
    let k = i;
    for (let steps = 0; steps < 40 && k < v.cls.length; steps++) {
      const over = overBracket(v, k);
      if (over > k) {
        k = over;
        continue;
      }
      if (OPENS.test(norm(v, k))) {
        k++;
        while (OPENERS.test(norm(v, k))) k++;
        const items = coordinated(v, k);
        if (items.spans.length > 1) return items;
        continue;
      }
      if (v.cls[k] === "semi") break;
      k++;
    }
  }
  return { spans: [], joined: false };
}

/** "X versus Y", "comparing X with Y", "compared X and Y" between words. */
function compared(v: Words): [Span, Span][] {
  const out: [Span, Span][] = [];
  for (let i = 1; i < v.cls.length; i++) {
    const w = norm(v, i);
    if (w === "versus" || w === "vs") {
      // "A and usual care versus placebo and usual care"
      const wide = phraseBefore(v, i, 0, { lists: true });
      const both = wide && phraseAfter(v, i + 1, v.cls.length, { lists: true });
      const and = (s: Span | undefined): boolean =>
        s !== undefined &&
        v.cls.slice(s.from, s.to).includes("and") &&
        !v.cls.slice(s.from, s.to).includes("comma");
      const lists = and(wide) && and(both);
      const a = lists ? wide : phraseBefore(v, i);
      const b = lists ? both : phraseAfter(v, i + 1);
      if (a && b && fits(v, a) && fits(v, b)) out.push([treatmentIn(v, a), treatmentIn(v, b)]);
    } else if (out.length === 0 && w.startsWith("compar") && /^compar(?:ed?|ing|isons?)$/.test(w)) {
      const pair = comparison(v, i);
      if (pair) out.push(pair);
    }
  }
  return out.slice(0, 3);
}

const ABOUT =
  /^(?:the|efficacy|safety|effects?|effectiveness|of|and|tolerability|outcomes|a|an|results|between|use|,|for|adjuvant|two|clinical|in|patients|performance|benefits?|risks?)$/;

function comparison(v: Words, i: number): [Span, Span] | undefined {
  let k = i + 1;
  while (k < i + 12 && ABOUT.test(norm(v, k))) k++;
  const a = phraseAfter(v, k, k + 12);
  if (!a || !fits(v, a)) return undefined;
  let j = a.to;
  while (j < v.cls.length && overBracket(v, j) > j) j = overBracket(v, j);
  if (!/^(?:with|to|versus|and|vs|or)$/.test(norm(v, j))) return undefined;
  while (/^(?:with|to|versus|and|vs|or|that|of)$/.test(norm(v, j))) j++;
  const b = phraseAfter(v, j, j + 12);
  return b && fits(v, b) ? [treatmentIn(v, a), treatmentIn(v, b)] : undefined;
}

const fits = (v: Words, s: Span): boolean =>
  s.to - s.from <= 9 && !isVague(v, s) && v.line.tokens[s.from]!.type === "word";

/** "the X group", "X arm", "X-treated patients": names that the document uses for its groups. */
function named(v: Words): Arm[] {
  const out: Arm[] = [];
  for (let i = 1; i < v.cls.length && out.length < 12; i++) {
    if (!(v.line.marks[i]! & MARK.group)) continue;
    const w = norm(v, i);
    if (!GROUP_NOUNS.has(w) || w === "controls" || w === "users") continue;
    const s = phraseBefore(v, i, Math.max(0, i - 6));
    if (s && s.to === i && !isVague(v, s) && s.to - s.from <= 4) {
      const from = GROUP_PLURALS.has(w) || hasControl(v, s) ? s.from : listStart(v, s.from);
      const label = { from, to: s.to };
      out.push({ label: textOf(v, label).replace(/\s+/g, " "), key: keyOf(v, label) });
    } else if (/^(?:[A-D]|[1-4]|I{1,3}|IV)$/.test(v.line.tokens[i + 1]?.text ?? ""))
      out.push({ label: textOf(v, { from: i, to: i + 2 }), key: fullKeyOf(v, { from: i, to: i + 2 }) });
  }
  return out;
}

/** True when the label says that nothing, the usual or a sham was given. */
export const isControl = (key: string): boolean => key.split(" ").some((w) => CONTROL_WORDS.has(w));
