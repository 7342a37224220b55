/** Treatments or people in a list, each with its effect in a bracket: "A (OR 0.6 …), B (OR 0.7 …) and C (OR 0.8 …) were more effective than placebo". */
import type { Span } from "../draft.js";
import { GROUP_NOUNS } from "../lexicon/grammar.js";
import { names, type Sides } from "./actor.js";
import { opensAgainst } from "./comparative.js";
import type { Association } from "./factor.js";
import { clauseStart } from "./clause.js";
import { labelOf, spanLabel } from "./label.js";
import { outcomeFrom, type Outcome } from "./outcomeName.js";
import { phraseAfter, phraseBefore } from "./phrase.js";
import { subjectOf } from "./subject.js";
import { FREE, norm, overBracket, underBracket, type View } from "./view.js";

/** A list is followed for so many parts. */
const LONGEST = 12;

/** What effect `k`, in the bracket that opens at `open`, is of, where a sentence ranks those of a list; `open` is negative outside brackets. */
export function rankedOf(v: View, k: number, open: number): Association | undefined {
  const s = open > 0 ? itemBefore(v, open) : undefined;
  if (!s) return undefined;
  const head = headOf(v, s);
  const pair = differing(v, open);
  if (pair) return pair;
  const found = rankedBefore(v, head) ?? actsAfter(v, head, v.line.partner[open]! + 1);
  if (!found) return undefined;
  const against =
    v.mentions.find((m) => m.against && m.kind !== "all" && m.to <= head.from) ??
    v.mentions.find((m) => m.against && m.kind !== "all" && m.from >= found.from);
  const rest = against ? labelOf(v, against, "held against") : opensAgainst(v, k);
  return {
    ...(found.outcome && { outcome: found.outcome }),
    group: spanLabel(v, s, "in a list of what is ranked"),
    ...(rest && { reference: rest }),
  };
}

/** The words right before a bracket, where they may name a treatment or people. */
function itemBefore(v: View, open: number): Span | undefined {
  const wide = phraseBefore(v, open, Math.max(0, open - 12), { preps: true });
  if (wide?.to !== open) return undefined;
  let { from } = wide;
  // "lowest with [A]", "in the [A] group"
  for (let i = from; i < open - 1; i++)
    if (v.cls[i] === "prep" && (LEADS.test(norm(v, i - 1)) || COMPARES.test(norm(v, i - 1)) || i === from))
      from = i + 1;
  while (v.cls[from] === "det") from++;
  const s = { from, to: open };
  return from < open && names(v, s) ? s : undefined;
}

/** The first item of the list that `s` ends. */
function headOf(v: View, s: Span): Span {
  let head = s;
  for (let steps = 0; steps < LONGEST; steps++) {
    let i = head.from - 1;
    while (JOINS.test(norm(v, i))) i--;
    const open = i < head.from - 1 ? underBracket(v, i) : i;
    const before = open < i && v.owner[i - 1] !== FREE ? itemBefore(v, open) : undefined;
    if (!before) break;
    head = before;
  }
  return head;
}

const JOINS = /^(?:,|;|and|or|followed|by|then|&|the|a|with)$/;

interface Ranking {
  readonly outcome?: Outcome | undefined;
  /** From here on the side may be named that the list is held against. */
  readonly from: number;
}

/** "the risk of relapse was lowest with", "all were better than placebo:": what is said before the list. */
function rankedBefore(v: View, head: Span): Ranking | undefined {
  let at = head.from - 1;
  while (v.cls[at] === "det") at--;
  const colon = v.cls[at] === "colon";
  if (!colon && !/^(?:with|by|among|for|in|to)$/.test(norm(v, at))) return undefined;
  // "the highest third was associated with [fewer warts]"
  if (!colon && !LEADS.test(norm(v, at - 1))) return undefined;
  const start = clauseStart(v, at);
  for (let i = at - 1; i >= start && i > at - 14; i--) {
    if (v.owner[i]! >= 0) return undefined;
    // "no associations were found for A (HR …) or B (HR …)"
    if (ASSOCIATION.test(norm(v, i)) && norm(v, at) === "for") return { from: i };
    const most = MOST.test(norm(v, i));
    if (!most && !(colon && RANKS.test(norm(v, i)))) continue;
    const subject = most && v.cls[i - 1] !== "det" ? subjectOf(v, i) : undefined;
    // "the effect was largest for pain": what else is named may be an outcome
    const outcome = outcomeFrom(v, subject, "subject of the clause");
    if (!outcome && !colon && !/^(?:with|by|among)$/.test(norm(v, at)) && !ASSOCIATION.test(norm(v, i + 1)))
      return undefined;
    return { outcome: outcome && !EFFECT.test(outcome.text) ? outcome : aim(v, i, at), from: i };
  }
  return undefined;
}

const MOST = /^(?:lowest|highest|largest|greatest|strongest|smallest|best)$/;
/** What stands right before the preposition of the list. */
const LEADS =
  /^(?:lowest|highest|largest|greatest|strongest|smallest|best|seen|observed|found|noted|obtained|achieved|reported)$/;
const RANKS = /^(?:better|superior|effective|efficacious)$/;
const ASSOCIATION = /^(?:associations?|predictors?)$/;
const EFFECT = /^(?:effects?|benefits?|efficacy|reductions?|improvements?|associations?|differences?)$/i;

/** "improved more with exercise (SMD …)": what a comparative right before the bracket is said of. */
export function moreWith(v: View, open: number): Sides | undefined {
  const s = v.cls[open] === "open" ? itemBefore(v, open) : undefined;
  if (!s) return undefined;
  let at = s.from - 1;
  while (v.cls[at] === "det") at--;
  return /^(?:with|after|under)$/.test(norm(v, at)) && COMPARES.test(norm(v, at - 1))
    ? { group: spanLabel(v, s, "said to differ") }
    : undefined;
}

const COMPARES =
  /^(?:more|less|greater|lower|higher|better|worse|fewer|shorter|longer|smaller|larger|faster|slower|earlier|later|common|frequent)$/;

/** "did not differ between A and B (OR …)", "no difference in pain between A and B (MD …)": both sides, and what they are compared in. */
function differing(v: View, open: number): Association | undefined {
  let i = open - 1;
  while (i > 0 && open - i < 16 && norm(v, i) !== "between" && v.owner[i] === FREE) i--;
  if (open < 3 || norm(v, i) !== "between") return undefined;
  const a = phraseAfter(v, i + 1, open);
  const b = a && v.cls[a.to] === "and" ? phraseAfter(v, a.to + 1, open) : undefined;
  if (!a || b?.to !== open || !names(v, a) || !names(v, b) || GROUP_NOUNS.has(norm(v, b.to - 1)))
    return undefined;
  let verb = i - 1;
  while (v.cls[verb] === "adverb") verb--;
  const told = /^differ(?:ed|s)?$/.test(norm(v, verb));
  let noun = verb;
  while (!told && noun > i - 9 && noun > 0 && !/^differences?$/.test(norm(v, noun))) noun--;
  if (!told && !/^differences?$/.test(norm(v, noun))) return undefined;
  const s = told ? subjectOf(v, i) : noun < verb ? phraseAfter(v, noun + 2, i, { preps: true }) : undefined;
  const outcome = outcomeFrom(v, s, "in what they differ");
  return {
    ...(outcome && { outcome }),
    group: spanLabel(v, a, "compared in the sentence"),
    reference: spanLabel(v, b, "compared in the sentence"),
  };
}

/** "… in reducing relapse": what the treatments are good for. */
function aim(v: View, from: number, to: number): Outcome | undefined {
  // "superior for pain at 2 h:"
  if (norm(v, from + 1) === "for")
    return outcomeFrom(v, phraseAfter(v, from + 2, to), "what they are ranked in");
  for (let i = from; i < to - 2; i++)
    if (/^(?:in|at|for)$/.test(norm(v, i)) && AIMS.test(norm(v, i + 1)))
      return outcomeFrom(v, phraseAfter(v, i + 2, to, { preps: true }), `after '${norm(v, i + 1)}'`);
  return undefined;
}

const AIMS = /^(?:reducing|improving|preventing|lowering|increasing|decreasing|achieving|relieving)$/;

/** "… were more effective than placebo", "… reduced pain": what is said after the list, from token `i` on. */
function actsAfter(v: View, head: Span, i: number): Ranking | undefined {
  const start = clauseStart(v, head.from);
  let before = head.from - 1;
  while (v.cls[before] === "det" || /^(?:both|only)$/.test(norm(v, before))) before--;
  if (before >= start && v.cls[before] !== "comma") return undefined;
  // what stands between the list and the sentence's beginning is what all is held against
  if (before >= start && !/^(?:compared|relative|versus|in|at|on|overall)$/.test(norm(v, start)))
    return undefined;
  let at = i;
  for (let steps = 0; steps < 60 && at < v.cls.length; steps++) {
    const over = overBracket(v, at);
    if (over > at) at = over;
    else if (/^(?:word|comma|and|adverb|det|prep)$/.test(v.cls[at]!) && v.owner[at] === FREE) at++;
    else break;
  }
  if (v.cls[at] !== "verb") return undefined;
  if (ACTS.test(norm(v, at))) {
    const s = phraseAfter(v, at + 1, at + 12, { preps: true });
    const outcome = outcomeFrom(v, s, "what the treatments act on");
    return outcome && { outcome, from: at };
  }
  for (let k = at + 1; k < at + 8; k++)
    if (RANKS.test(norm(v, k)) && /^(?:to|than)$/.test(norm(v, k + 1)))
      return { outcome: aim(v, k, v.cls.length), from: k };
  return undefined;
}

const ACTS = /^(?:reduced|improved|lowered|increased|decreased|prolonged|prevented|raised|shortened)$/;
