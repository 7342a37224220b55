/** What a sentence says to act on an outcome, or to be favoured by an effect. */
import type { Span } from "../draft.js";
import { OUTCOME_SHELLS } from "../lexicon/grammar.js";
import { looksLikeEvent } from "../lexicon/people.js";
import { clauseEnd, clauseStart } from "./clause.js";
import { canonical, labelOf, type Label, spanLabel } from "./label.js";
import { isVague } from "./labels.js";
import { phraseAfter, phraseBefore } from "./phrase.js";
import { endpointAt, norm, type View } from "./view.js";

/** The exposed side of an effect and what it is held against. */
export type Sides = { group?: Label; reference?: Label };

/** "Enalapril significantly reduced mortality (HR …)": the subject of a verb that acts on the outcome. */
export function actor(v: View, k: number): Sides | undefined {
  const { first } = v.drafts[k]!;
  const start = clauseStart(v, first);
  const previous = v.drafts[k - 1];
  const own = actorIn(v, previous?.kind === "effect" ? Math.max(start, previous.last) : start, first);
  if (own || v.cls[start - 1] !== "semi") return own;
  // "Adding tarvenib improved neither; HR for death was 0.93": the clause itself names nobody
  const names = v.mentions.some((m) => m.from >= start && m.from < clauseEnd(v, first) && m.kind !== "all");
  return names ? undefined : actorIn(v, clauseStart(v, start - 1), start - 1);
}

/** The subject of the last verb between two tokens, where that verb acts on an outcome. */
function actorIn(v: View, start: number, stop: number): Sides | undefined {
  for (let i = stop - 1; i > start; i--) {
    if (v.cls[i] !== "verb") continue;
    if (!ACTS.test(norm(v, i)) || v.cls[i - 1] === "det") return undefined;
    let end = i;
    while (v.cls[end - 1] === "adverb" || /^(?:also|did|does|do)$/.test(norm(v, end - 1))) end--;
    if (v.cls[end - 1] === "verb" || v.cls[i + 1] === "prep") return undefined;
    const s = phraseBefore(v, end, start, { preps: false });
    if (!s || s.to !== end || s.to - s.from > 5 || isVague(v, s)) return undefined;
    const m = v.mentions.find((x) => x.to === end && x.kind !== "all");
    if (m?.kind === "people" || (!m && !plainName(v, s))) return undefined;
    const label = m ? labelOf(v, m, "subject of the verb") : spanLabel(v, s, "subject of the verb");
    const rest = v.mentions.find((x) => x.against && x.from > i);
    const reference = rest ? labelOf(v, rest, "held against") : counterpart(v, label.key).reference;
    return { group: label, ...(reference && { reference }) };
  }
  return undefined;
}

/** "… (HR 0.55) progression favoured tarvenib", "in favour of tarvenib": whose side the effect is on. */
export function favoured(v: View, k: number): Sides | undefined {
  const { last } = v.drafts[k]!;
  const end = Math.min(clauseEnd(v, last), last + 26);
  for (let i = last + 1; i < end; i++) {
    if (!/^favou?r(?:ed|s|ing)?$/.test(norm(v, i))) continue;
    const from = norm(v, i + 1) === "of" ? i + 2 : i + 1;
    const m = v.mentions.find((x) => x.kind !== "all" && x.from >= from && x.from <= from + 1);
    const s = m ? m.label : phraseAfter(v, from, from + 6);
    if (!s || isVague(v, s)) return undefined;
    const group = spanLabel(v, s, "what the effect favours");
    return { group, ...counterpart(v, group.key) };
  }
  return undefined;
}

/** "A plus B was superior to B alone (HR …)": what is ranked, and what it is ranked against. */
export function ranked(v: View, k: number): Sides | undefined {
  const { first } = v.drafts[k]!;
  const start = clauseStart(v, first);
  for (let i = first - 1; i > start; i--) {
    // "superior to A (12 trials; n = 3402; RR"
    if (v.owner[i]! >= 0 && v.drafts[v.owner[i]!]!.kind !== "group-size") return undefined;
    let end = ranksAt(v, i);
    if (end < 0) continue;
    const by = end;
    while (v.cls[end - 1] === "verb" || v.cls[end - 1] === "adverb" || norm(v, end - 1) === "also") end--;
    const own = phraseBefore(v, end, start);
    const rest = phraseAfter(v, i + 1, first);
    if (own?.to !== end || end === by || !rest || rest.from > i + 2 || !names(v, own) || !names(v, rest))
      return undefined;
    return {
      group: spanLabel(v, own, "subject of the comparison"),
      reference: spanLabel(v, rest, "held against"),
    };
  }
  return undefined;
}

/** Where the words begin that rank one side against what follows token `i`: "superior to", "more effective than", "outperformed"; -1 elsewhere. */
function ranksAt(v: View, i: number): number {
  const before = norm(v, i - 1);
  switch (norm(v, i)) {
    case "to":
      return RANKS.test(before) ? i - 1 : -1;
    case "than":
      return /^(?:effective|efficacious|beneficial|potent)$/.test(before) &&
        /^(?:more|less)$/.test(norm(v, i - 2))
        ? i - 1
        : -1;
    default:
      return -1;
  }
}

const RANKS = /^(?:superior|inferior|noninferior|non-inferior|equivalent)$/;

/** Words that may name a group: no outcome, and not every patient. */
export function names(v: View, s: Span): boolean {
  if (isVague(v, s) || OUTCOME_SHELLS.has(norm(v, s.to - 1))) return false;
  for (let i = s.from; i < s.to; i++)
    if (endpointAt(v, v.context, i) || looksLikeEvent(norm(v, i))) return false;
  return true;
}

const ACTS =
  /^(?:improve[ds]?|reduce[ds]?|prolong(?:ed|s)?|increase[ds]?|decrease[ds]?|lower(?:ed|s)|extend(?:ed|s))$/;

/** A name of one or two words that is no outcome: "Enalapril", "early surgery". */
function plainName(v: View, s: Span): boolean {
  if (s.to - s.from > 3) return false;
  for (let i = s.from; i < s.to; i++)
    if (
      v.cls[i] === "open" ||
      v.cls[i] === "close" ||
      endpointAt(v, v.context, i) ||
      OUTCOME_SHELLS.has(norm(v, i)) ||
      looksLikeEvent(norm(v, i))
    )
      return false;
  return opens(v, s.from - 1) || (norm(v, s.from - 1) === "of" && ADDS.test(norm(v, s.from - 2)));
}

const opens = (v: View, i: number): boolean => /^(?:semi|comma|det)$/.test(v.cls[i] ?? "semi");

/** "the addition of tarvenib" */
const ADDS = /^(?:addition|use|administration)$/;

/** The arm that is left of two. */
export function counterpart(v: View, key: string): { reference?: Label } {
  const { arms: list } = v.context;
  if (list.length !== 2) return {};
  const own = canonical(v, key);
  const rest = list.filter((a) => a.key !== own);
  return rest.length === 1
    ? { reference: { text: rest[0]!.label, key: rest[0]!.key, because: "the document's other arm" } }
    : {};
}
