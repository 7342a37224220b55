/** The phrase before the bracket that a value stands in: its outcome, or when and where it was measured. */
import { words } from "../../text/words.js";
import type { Draft, Span } from "../draft.js";
import { FINITE, OUTCOME_SHELLS, TIME_WORDS } from "../lexicon/grammar.js";
import { PEOPLE } from "../lexicon/people.js";
import { THIN } from "../lexicon/thin.js";
import { turns } from "./clause.js";
import { isGroup, outcomeFrom, type Outcome } from "./outcomeName.js";
import { phraseBefore } from "./phrase.js";
import { subjectOutcome } from "./places.js";
import { underGroups } from "./subject.js";
import { beforeDet, FREE, norm, openBracket, underBracket, type View } from "./view.js";

/** "neutropenia (52 [17.3%] vs 121 [40.1%])": the phrase right before the bracket that holds the value. */
export function bracketed(v: View, d: Draft): Outcome | undefined {
  for (let i = v.line.open[d.first]!; i >= 0; i = v.line.open[i]!) {
    const found = endingAt(v, i);
    if (found) return (found.span && underComparative(v, found.span.from)) ?? found;
  }
  // "reduction in fatigue for users compared with nonusers (−0.6": past the groups before the outermost bracket
  const outermost = openBracket(v, d);
  let end = outermost > 0 ? underGroups(v, overTime(v, outermost)) : 0;
  if (end > 0) end = underGroups(v, overTime(v, end));
  const past = end > 0 && end < outermost ? endingAt(v, end) : undefined;
  return (past?.span && underComparative(v, past.span.from)) ?? past;
}

/** "use was higher among women in the recovery unit (": where a subject is compared, the phrase is where or when. */
function underComparative(v: View, from: number): Outcome | undefined {
  let k = beforeDet(v, from);
  if (!/^(?:in|on|at|during|within|over|with|for|after|under|among)$/.test(norm(v, k))) return undefined;
  // "greater for A compared to B for glycerol", "except for rash": told of other things
  const bound = norm(v, k) === "for";
  let verb = false;
  for (let steps = 0; k > 1 && steps < 30; k--, steps++) {
    const open = underBracket(v, k);
    if (open < k) {
      // "less frequent (3% vs 9%), and no difference in leakage ("
      if (verb && v.owner[open + 1] !== FREE) return undefined;
      k = open;
      continue;
    }
    if (v.cls[k] === "semi" || turns(v, k)) return undefined;
    if (v.cls[k] === "verb") verb = true;
    if (bound && (/^(?:versus|comma)$/.test(v.cls[k]!) || /^(?:between|except|apart)$/.test(norm(v, k))))
      return undefined;
    if (!COMPARATIVE.has(norm(v, k))) continue;
    let i = k - 1;
    while (v.cls[i] === "adverb" || /^(?:more|less)$/.test(norm(v, i))) i--;
    // "was lowest in villages (…) and highest in towns (…"
    if (v.cls[i] === "and" && norm(v, k).endsWith("est")) return subjectOutcome(v, i);
    return /^(?:was|were|is|are|remained|be|been)$/.test(norm(v, i)) ? subjectOutcome(v, i + 1) : undefined;
  }
  return undefined;
}

const COMPARATIVE = words(
  "superior inferior higher lower greater smaller larger longer shorter better worse similar comparable different reduced increased decreased common frequent prevalent rare lowest highest greatest largest longest shortest",
);

/** The outcome that the phrase ending right before token `i` names. */
function endingAt(v: View, end: number, wideFirst = false): Outcome | undefined {
  const i = overTime(v, end);
  const s = phraseBefore(v, i, 0, { preps: false });
  const leads = s && s.to === i ? circumstance(v, s.from) : undefined;
  if (leads !== undefined) return endingAt(v, leads, true);
  // "most were white (81%) and female (61%)"
  if (
    s &&
    s.to === i &&
    (/^(?:female|male)$/.test(norm(v, i - 1))
      ? /^(?:and|verb|comma|adverb)$/.test(v.cls[i - 2] ?? "")
      : /^(?:women|men|females|males|girls|boys)$/.test(norm(v, i - 1)) && v.cls[i - 2] === "verb")
  )
    return outcomeFrom(v, { from: i - 1, to: i }, "right before the bracket", true);
  if (
    !s ||
    /^(?:follow-?up)$/.test(norm(v, s.to - 1)) ||
    s.to < i - 6 ||
    isGroup(v, s) ||
    v.owner[s.to - 1] !== FREE ||
    heldAgainst(v, s.from) ||
    ofMembers(v, s.from)
  )
    return undefined;
  const wide = phraseBefore(v, i, 0, { preps: true });
  // "levels at baseline (…), after three sessions of dance ("
  if (wide && /^(?:after|before|during|following)$/.test(norm(v, beforeDet(v, wide.from)))) return undefined;
  const usable = wide && !isGroup(v, wide) ? wide : undefined;
  return (
    outcomeFrom(
      v,
      usable ? (wideFirst || i < end ? usable : afterVerbless(v, usable, s)) : s,
      "right before the bracket",
    ) ?? outcomeFrom(v, usable, "right before the bracket")
  );
}

/** "pain during movement (", "fewer events with olvadine (": the preposition of words that say when, where or how it was measured. */
function circumstance(v: View, from: number): number | undefined {
  const k = beforeDet(v, from);
  const before = norm(v, k - 1);
  switch (norm(v, k)) {
    case "with":
      // but "associated with fever", "people with fever", "12 with fever"
      return THIN.has(before) || (v.cls[k - 1] === "adverb" && before !== "not") || FINITE.has(before)
        ? k
        : undefined;
    case "by":
      return /^(?:caused|followed|accompanied|complicated|confirmed)$/.test(before) ? undefined : k;
    case "at":
      return norm(v, k + 1) === "least" ? undefined : k;
    case "after":
    case "before":
    case "during":
    case "over":
    case "under":
    case "within":
    case "throughout":
    case "following":
      return k;
    default:
      return undefined;
  }
}

/** "glucose during the last 12 weeks (": where the words before the time end. */
function overTime(v: View, end: number): number {
  for (let i = end - 1; i > end - 11 && i > 0 && v.owner[i] === FREE; i--)
    if (norm(v, i) === "baseline" && norm(v, i - 1) === "from" && norm(v, i + 1) === "to") return i - 1;
  let k = end - 1;
  if (MOMENTS.test(norm(v, k))) k--;
  else if (TIME_WORDS.has(norm(v, k)) && timed(v, k - 1)) k -= 2;
  else if (timed(v, k) && TIME_WORDS.has(norm(v, k - 1))) k -= 2;
  else if (
    /^(?:of|from|after|before|since)$/.test(norm(v, k - 1)) &&
    TIME_WORDS.has(norm(v, k - 2)) &&
    timed(v, k - 3)
  )
    // "birth before 34 weeks of gestation", "stay of at least 48 hours from surgery"
    return leading(v, k - 4) ?? end;
  else return end;
  while (k > 0 && (v.cls[k] === "det" || /^(?:last|first|final|past|initial)$/.test(norm(v, k)))) k--;
  return /^(?:during|over|within|through|at|on)$/.test(norm(v, k)) ? k : end;
}

/** Where the preposition stands that leads to the time whose number begins behind token `k`. */
function leading(v: View, k: number): number | undefined {
  while (/^(?:least|most|than|less|more|the|first)$/.test(norm(v, k))) k--;
  return /^(?:during|over|within|through|at|on|before|after|by|until)$/.test(norm(v, k)) ? k : undefined;
}

const MOMENTS = /^(?:baseline|follow-?up|discharge|end-?point|admission)$/;

const timed = (v: View, k: number): boolean =>
  v.line.tokens[k]?.type === "number" || v.line.claims[k] === "time point";

/** "… who received olvadine (": the object of a verb that says who people are. */
const ofMembers = (v: View, from: number): boolean => {
  let k = from - 1;
  // "given olvadine and tarvenib ("
  const joined = v.cls[k] === "and";
  while (v.cls[k] === "det" || (joined && k > from - 6 && /^(?:and|word)$/.test(v.cls[k]!))) k--;
  return /^(?:receiv(?:e|ed|ing)|taking|given|using|underwent|undergo|undergoing)$/.test(norm(v, k));
};

/** "… than with placebo (": the other side of a comparison. */
function heldAgainst(v: View, from: number): boolean {
  let k = from - 1;
  while (v.cls[k] === "det" || v.cls[k] === "prep") k--;
  return v.cls[k] === "versus" && norm(v, k) !== "compared";
}

/** A noun of what was measured, not of its size or change nor of people. */
const measured = (v: View, k: number): boolean =>
  v.cls[k] === "word" &&
  !/ed$|^(?:events?|outliers?|worsening)$/.test(norm(v, k)) &&
  ![OUTCOME_SHELLS, THIN, PEOPLE].some((set) => set.has(norm(v, k)));

/** The wider phrase with its prepositions only where it stays short: "risk of death" but not "patients in Spain with fever". */
const afterVerbless = (v: View, wide: Span, narrow: Span): Span => {
  for (let k = wide.from; k < narrow.from; k++)
    if (v.cls[k] === "prep" && norm(v, k) !== "of" && !(norm(v, k) === "to" && norm(v, k - 1) === "time"))
      // "odds of remission at week 12", "complete response in the tumour", but "a fall in pain"
      return /^(?:at|during)$/.test(norm(v, k)) ||
        (norm(v, k) === "in" && measured(v, k - 1) && v.cls[wide.from - 1] !== "versus")
        ? { from: wide.from, to: k }
        : narrow;
  return wide;
};
