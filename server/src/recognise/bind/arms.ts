/** The arms of a trial as its sentences name them. */
import type { Draft, Span } from "../draft.js";
import { CONTROL_WORDS } from "../lexicon/grammar.js";
import { isVague, keyOf } from "./labels.js";
import { clean, phraseAfter, phraseBefore } from "./phrase.js";
import { sizeLabel } from "./size.js";
import { norm, overBracket, textOf, type Words } from "./view.js";

export interface Arm {
  readonly label: string;
  readonly key: string;
  /** Size, where the sentence gives one. */
  readonly n?: number;
}

/** What one sentence says of the study's arms, strongest cue first. */
export interface ArmFacts {
  /** Lists of two to five arms: "to receive X or Y", "X versus Y". */
  readonly lists: readonly { readonly cue: "assigned" | "sized" | "compared"; readonly arms: readonly Arm[] }[];
}

export const NO_ARMS: ArmFacts = { lists: [] };

/** Words without which a sentence says nothing of arms. */
export const ARM_CUES = /random|assign|allocat|versus|\bvs\b|compar|receiv|\bgroups?\b|\barms?\b|\(n ?=/i;

const armOf = (v: Words, s: Span, n?: number): Arm => ({
  label: textOf(v, s),
  key: keyOf(v, s),
  ...(n !== undefined && { n }),
});

export function armsIn(v: Words, drafts: readonly Draft[]): ArmFacts {
  const lists: { cue: "assigned" | "sized" | "compared"; arms: Arm[] }[] = [];
  const assigned = assignedTo(v);
  if (assigned.length > 1) lists.push({ cue: "assigned", arms: assigned.map((s) => armOf(v, s)) });
  const sized: Arm[] = [];
  for (const d of drafts) {
    if (d.kind !== "group-size" || d.n === undefined) continue;
    const s = sizeLabel(v, d);
    if (s && s.to - s.from <= 9) sized.push(armOf(v, s, v.line.tokens[d.n]!.value));
  }
  if (sized.length > 1) lists.push({ cue: "sized", arms: sized });
  for (const pair of compared(v)) lists.push({ cue: "compared", arms: pair.map((s) => armOf(v, s)) });
  return lists.length ? { lists: lists.filter((l) => l.arms.every((a) => a.key !== "")) } : NO_ARMS;
}

const ASSIGNS = /^(?:random\w*|assign\w*|allocat\w*|receiv\w*|divided|treated)$/;

/** The labels after "randomly assigned to (receive)". */
function assignedTo(v: Words): Span[] {
  for (let i = 0; i < v.cls.length; i++) {
    if (!ASSIGNS.test(norm(v, i))) continue;
    let k = i + 1;
    for (let steps = 0; steps < 26 && k < v.cls.length; steps++) {
      const over = overBracket(v, k);
      if (over > k) {
        k = over;
        continue;
      }
      if (/^(?:receive|to|either|into|received|receiving|with)$/.test(norm(v, k))) {
        while (/^(?:receive|to|either|into|undergo|be|treated|with|receiving|have|the|one|of|a|an)$/.test(norm(v, k))) k++;
        const items = coordinated(v, k);
        if (items.length > 1) return items;
      }
      if (v.cls[k] === "semi") break;
      k++;
    }
  }
  return [];
}

const STOPS = /^(?:in|for|at|by|using|according|stratified|after|before|until|during|from|followed|as|on|over|within|who|which|where|when|while)$/;

/** Items joined by "or", "versus", commas, and "and" where nothing else joins them. */
function coordinated(v: Words, start: number): Span[] {
  const items: Span[] = [];
  let from = start;
  let joined = false;
  let ands = 0;
  let k = start;
  const close = (to: number): void => {
    const s = clean(v, { from, to });
    if (s && !isVague(v, s)) items.push(s);
  };
  let past = false;
  for (; k < v.cls.length && k - start < 90; k++) {
    const over = overBracket(v, k);
    if (over > k) {
      if (!past) past = k > from;
      if (past) {
        close(k);
        from = -1;
      }
      k = over - 1;
      past = false;
      if (from === -1) {
        // what follows the bracket belongs to the item only until the next "or"
        const next = nextItem(v, k + 1);
        if (next < 0) break;
        joined = joined || norm(v, next - 1) !== "and";
        if (norm(v, next - 1) === "and") ands++;
        k = next - 1;
        from = next;
      }
      continue;
    }
    const w = norm(v, k);
    if (w === "or" || w === "versus" || w === "vs" || w === "vs." || w === "," || w === "and") {
      if (w === "and") ands++;
      else if (w !== ",") joined = true;
      if (w === "," && !/^(?:or|and)$/.test(norm(v, k + 1)) && !listGoesOn(v, k + 1)) break;
      close(k);
      from = k + 1;
      while (/^(?:or|and|to|receive|either|the|a|an|of)$/.test(norm(v, from))) from++;
      if (w === "," && /^(?:or|and)$/.test(norm(v, k + 1))) joined = joined || norm(v, k + 1) === "or";
      k = from - 1;
      continue;
    }
    if (v.cls[k] === "semi" || STOPS.test(w) || (v.cls[k] === "verb" && k > from)) break;
  }
  if (from >= 0) close(Math.min(k, v.cls.length));
  return joined || (ands === 1 && items.length === 2) ? items.slice(0, 5) : [];
}

/** After a bracket: the start of the next item, or -1 when the list ends. */
function nextItem(v: Words, from: number): number {
  for (let k = from; k < from + 16 && k < v.cls.length; k++) {
    const over = overBracket(v, k);
    if (over > k) {
      k = over - 1;
      continue;
    }
    const w = norm(v, k);
    if (w === "or" || w === "versus" || w === "vs" || w === "and" || (w === "," && k === from)) {
      let n = k + 1;
      while (/^(?:or|and|to|receive|either|the|a|an|of)$/.test(norm(v, n))) n++;
      return n;
    }
    if (v.cls[k] === "semi" || v.cls[k] === "who") return -1;
  }
  return -1;
}

/** A comma separates items only where an "or" or "and" closes the list soon. */
function listGoesOn(v: Words, from: number): boolean {
  for (let k = from; k < from + 14 && k < v.cls.length; k++) {
    const over = overBracket(v, k);
    if (over > k) {
      k = over - 1;
      continue;
    }
    const w = norm(v, k);
    if (w === "or" || (w === "and" && norm(v, k - 1) === ",")) return true;
    if (v.cls[k] === "semi" || v.cls[k] === "verb" || v.cls[k] === "who") return false;
  }
  return false;
}

/** "X versus Y", "comparing X with Y", "compared X and Y" between words. */
function compared(v: Words): [Span, Span][] {
  const out: [Span, Span][] = [];
  for (let i = 1; i < v.cls.length; i++) {
    const w = norm(v, i);
    if (w === "versus" || w === "vs" || w === "vs.") {
      const a = phraseBefore(v, i);
      const b = phraseAfter(v, i + 1);
      if (a && b && fits(v, a) && fits(v, b)) out.push([a, b]);
    } else if (/^(?:compar(?:ed|ing|e|ison|isons))$/.test(w) && out.length === 0) {
      const pair = comparison(v, i);
      if (pair) out.push(pair);
    }
  }
  return out.slice(0, 3);
}

function comparison(v: Words, i: number): [Span, Span] | undefined {
  let k = i + 1;
  while (k < i + 12 && /^(?:the|efficacy|safety|effect|effects|effectiveness|of|and|tolerability|outcomes|a|an|results|between|use|,|for|adjuvant|two|clinical)$/.test(norm(v, k))) k++;
  const a = phraseAfter(v, k, k + 12);
  if (!a || !fits(v, a)) return undefined;
  let j = a.to;
  while (j < v.cls.length && overBracket(v, j) > j) j = overBracket(v, j);
  if (!/^(?:with|to|versus|and|vs|or)$/.test(norm(v, j))) return undefined;
  while (/^(?:with|to|versus|and|vs|or|that|of)$/.test(norm(v, j))) j++;
  const b = phraseAfter(v, j, j + 12);
  return b && fits(v, b) ? [a, b] : undefined;
}

const fits = (v: Words, s: Span): boolean => s.to - s.from <= 8 && !isVague(v, s) && v.line.tokens[s.from]!.type === "word";

/** True when the label says that nothing, the usual or a sham was given. */
export const isControl = (key: string): boolean => key.split(" ").some((w) => CONTROL_WORDS.has(w));
