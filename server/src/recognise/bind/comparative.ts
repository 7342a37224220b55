/** Two kinds of people of whom one is said to have more of something: "women with asthma had a higher risk of falls than those without". */
import type { Draft, Span } from "../draft.js";
import { OUTCOME_SHELLS, VAGUE } from "../lexicon/grammar.js";
import { PEOPLE } from "../lexicon/people.js";
import type { Sides } from "./actor.js";
import { clauseEnd, clauseStart } from "./clause.js";
import { type Label, spanLabel } from "./label.js";
import { keyOf } from "./labels.js";
import { FREE, endpointAt, norm, overBracket, underBracket, type View } from "./view.js";

/** A side of a comparison has at most so many words. */
const LONGEST = 11;

/** The sides of effect `k`, where a comparison of two kinds of people or of two levels names both. */
export function comparative(v: View, k: number): Sides | undefined {
  const d = v.drafts[k]!;
  const start = clauseStart(v, d.first);
  const end = clauseEnd(v, d.last);
  const said = moreIn(v, start, d.first) ?? timesIn(v, start, d);
  if (!said) return undefined;
  const rest = restFirst(v, start, said.verb) ?? restAfter(v, said.more, k, end);
  if (!rest) {
    const own = subject(v, start, said.verb);
    return own && own.to - own.from > 1 && isSide(v, own)
      ? { group: spanLabel(v, own, "subject of the comparison") }
      : undefined;
  }
  const whole =
    among(v, said.more, rest.cue, d.first) ?? subject(v, rest.first ? rest.to + 1 : start, said.verb);
  const own = whole && peopleIn(v, whole);
  if (!own || !(isSide(v, own) || isSide(v, rest)) || same(v, own, rest)) return undefined;
  return {
    group: spanLabel(v, own, "subject of the comparison"),
    reference: spanLabel(v, rest, "held against"),
  };
}

/** "Relative to the lowest third, …": what all that the clause says of effect `k` is held against. */
export function opensAgainst(v: View, k: number): Label | undefined {
  const { first } = v.drafts[k]!;
  const rest = restFirst(v, clauseStart(v, first), first);
  return rest && spanLabel(v, rest, "held against");
}

/** The last verb before the effect that says who had more or less, and the word that says so. */
function moreIn(v: View, start: number, stop: number): { verb: number; more: number } | undefined {
  for (let i = stop - 1; i > start; i--) {
    if (!MORE.test(norm(v, i)) || v.owner[i] !== FREE) continue;
    let k = i - 1;
    while (
      k > start &&
      (/^(?:adverb|det)$/.test(v.cls[k]!) ||
        /^(?:at|as|times?|far|much)$/.test(norm(v, k)) ||
        v.owner[k]! >= 0)
    )
      k--;
    if (!HAD.test(norm(v, k))) continue;
    return { verb: k, more: i };
  }
  return undefined;
}

/** "had 1.6 times the odds of asthma as". */
function timesIn(v: View, start: number, d: Draft): { verb: number; more: number } | undefined {
  let more = d.last;
  while (more < d.last + 4 && norm(v, more) !== "times") more++;
  const verb = d.first - 1;
  return norm(v, more) === "times" && norm(v, more + 1) === "the" && verb > start && HAD.test(norm(v, verb))
    ? { verb, more }
    : undefined;
}

const MORE =
  /^(?:higher|lower|greater|increased|reduced|decreased|elevated|more|less|fewer|better|worse|poorer|longer|shorter|likelier|excess|twice)$/;
const HAD = /^(?:had|have|has|was|were|is|are|showed|experienced|carried|faced)$/;

/** What the other side is held against: a span, where its words begin, and whether it opens the clause. */
interface Rest extends Span {
  readonly cue: number;
  readonly first: boolean;
}

/** "Compared with never users, current users had …". */
function restFirst(v: View, start: number, verb: number): Rest | undefined {
  let i = start;
  if (norm(v, i) === "as") i++;
  const from = behindCue(v, i);
  if (from === undefined || norm(v, i) === "than") return undefined;
  const s = side(v, from, verb);
  return s && v.cls[s.to] === "comma" ? { ...s, cue: i, first: true } : undefined;
}

/** "… than those without", before the effect or right behind its bracket. */
function restAfter(v: View, more: number, k: number, end: number): Rest | undefined {
  const d = v.drafts[k]!;
  for (let i = more + 1; i < end && i < d.last + 10; i++) {
    // "among people with low (vs high) income"
    const from = v.line.depth[i] === v.line.depth[more] ? behindCue(v, i) : undefined;
    if (from === undefined) {
      if (i > d.last && more < d.last && /^(?:semi|who|verb|and)$/.test(v.cls[i]!)) return undefined;
      continue;
    }
    // of another value
    if (v.drafts.some((other, j) => j !== k && other.first > more && other.last < i)) return undefined;
    const s = side(v, from, end);
    return s && { ...s, cue: i, first: false };
  }
  return undefined;
}

/** Where the words begin that follow "than", "compared with", "relative to"; undefined where token `i` begins none of these. */
function behindCue(v: View, i: number): number | undefined {
  const w = norm(v, i);
  let k: number;
  if (w === "than" || w === "versus" || w === "vs") k = i + 1;
  // "1.6 times the odds of asthma as"
  else if (w === "as" && v.cls[i - 1] === "word" && timesBefore(v, i)) k = i + 1;
  else if (/^(?:compared|relative)$/.test(w) && /^(?:with|to)$/.test(norm(v, i + 1))) k = i + 2;
  else if (w === "comparison" && /^(?:with|to)$/.test(norm(v, i + 1))) k = i + 2;
  else return undefined;
  while (/^(?:in|among|for|with|of)$/.test(norm(v, k)) || (v.cls[k] === "det" && norm(v, k) !== "those")) k++;
  return k;
}

function timesBefore(v: View, i: number): boolean {
  for (let k = i - 1; k > 0 && i - k < LONGEST; k--)
    if (norm(v, k) === "times" && norm(v, k + 1) === "the") return true;
  return false;
}

/** "was higher among smokers than": what stands behind the comparative with its preposition. */
function among(v: View, more: number, cue: number, stop: number): Span | undefined {
  for (let i = more + 1; i < Math.min(cue, stop); i++) {
    if (!/^(?:in|among|for|with)$/.test(norm(v, i))) continue;
    const s = side(v, norm(v, i + 1) === "the" ? i + 2 : i + 1, cue);
    return s && (isSide(v, s) ? s : undefined);
  }
  return undefined;
}

/** The words before the verb, back to where the clause or what opens it ends. */
function subject(v: View, start: number, verb: number): Span | undefined {
  let from = verb;
  for (let k = verb - 1; k >= start && verb - k <= LONGEST; k--) {
    if (underBracket(v, k) < k) {
      k = underBracket(v, k);
      continue;
    }
    if (
      /^(?:comma|semi|colon|open|close|versus)$/.test(v.cls[k]!) ||
      /^(?:that|indicated|showed|found|revealed|suggested)$/.test(norm(v, k)) ||
      v.owner[k] !== FREE
    )
      break;
    from = k;
  }
  while (from < verb && /^(?:adverb|det|and|prep)$/.test(v.cls[from]!) && !/^those$/.test(norm(v, from)))
    from++;
  let to = verb;
  while (to > from && v.cls[to - 1] === "adverb") to--;
  return from < to ? checked(v, { from, to }) : undefined;
}

/** "antibody titres in women with asthma": the people, where what they have stands before them. */
function peopleIn(v: View, s: Span): Span {
  for (let k = s.from + 1; k < s.to - 1; k++) {
    if (PEOPLE.has(norm(v, k - 1))) return s;
    if (/^(?:in|among)$/.test(norm(v, k)) && isSide(v, { from: k + 1, to: s.to }))
      return { from: v.cls[k + 1] === "det" ? k + 2 : k + 1, to: s.to };
  }
  return s;
}

/** The words of a side from token `from` on. */
function side(v: View, from: number, stop: number): Span | undefined {
  let to = from;
  while (to < stop && to - from < LONGEST) {
    const c = v.cls[to]!;
    if (/^(?:comma|semi|colon|open|close|versus|number)$/.test(c) || v.owner[to] !== FREE) break;
    if (
      to > from &&
      (/^(?:to|was|were|had|but|while|whereas|after|during)$/.test(norm(v, to)) ||
        (norm(v, to) === "at" && !STATE.test(norm(v, to + 1))) ||
        (c === "and" && norm(v, to) === "and"))
    )
      break;
    if (overBracket(v, to) > to) break;
    to++;
  }
  while (to > from && /^(?:prep|det|adverb)$/.test(v.cls[to - 1]!)) to--;
  return from < to ? checked(v, { from, to }) : undefined;
}

/** "born at term": a state of people, no moment. */
const STATE = /^(?:term|home|high|low|higher|lower|increased|risk|sea|school|work)$/;

/** No outcome, no moment, no number; "cases" alone are a side only where there are controls. */
function checked(v: View, s: Span): Span | undefined {
  const head = norm(v, s.from);
  const alone = s.to - s.from === 1;
  if (alone && /^(?:cases|controls)$/.test(head) && CONTROLS.test(v.line.text)) return s;
  if (NO_SIDE.test(head) || (alone && VAGUE.has(head)) || OUTCOME_SHELLS.has(head)) return undefined;
  return endpointAt(v, v.context, s.from) || s.to - s.from >= LONGEST ? undefined : s;
}

const CONTROLS = /\bcontrols\b/i;

const NO_SIDE =
  /^(?:baseline|expected|predicted|half|one|two|previously|before|any|other|others|once|usual|average|normal|either|both|all|we|there|it|they|which|who|this|these|\d.*)$/;

/** People, or a level of what is measured: "those without", "current smokers", "the highest tertile". */
function isSide(v: View, s: Span): boolean {
  for (let k = s.from; k < s.to; k++)
    if (PEOPLE.has(norm(v, k)) || LEVEL.test(norm(v, k)) || norm(v, k) === "those") return true;
  return false;
}

const LEVEL = /^(?:tertiles?|quartiles?|quintiles?|deciles?|non.?smokers?|non.?users?|.*smokers|.*drinkers)$/;

const same = (v: View, a: Span, b: Span): boolean => keyOf(v, a) === keyOf(v, b);
