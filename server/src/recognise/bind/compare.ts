/** The sides of a comparison: "tarvenib versus placebo", "compared with standard care", "an advantage over tarvenib". */
import type { Span } from "../draft.js";
import { OUTCOME_SHELLS } from "../lexicon/grammar.js";
import { looksLikeEvent } from "../lexicon/people.js";
import { isVague } from "./labels.js";
import type { Add, Words as View } from "./mentions.js";
import { phraseAfter, phraseBefore } from "./phrase.js";
import { FREE, endpointAt, norm, overBracket, underBracket } from "./view.js";

/** "compared with standard care", "than with placebo", "an advantage over tarvenib": what follows is a group even where nothing else says so. */
export function heldAgainst(v: View, i: number, add: Add): void {
  const w = norm(v, i);
  if (
    w === "over" &&
    !/^(?:superior|superiority|benefits?|advantages?|improvements?|better|rate)$/.test(norm(v, i - 1))
  )
    return;
  let k = i + 1;
  if (w === "compared" || w === "relative") {
    if (!/^(?:with|to)$/.test(norm(v, k))) return;
    k++;
  } else if (w === "superior" || w === "inferior") {
    if (norm(v, k) !== "to") return;
    k++;
  } else if (w === "than" && /^(?:with|in|for|among|on|after|under|by|during|did|does)$/.test(norm(v, k)))
    k++;
  else if (w === "against" || w === "v") return;
  // "versus treatment with olvadine"
  if (GIVING.test(norm(v, k)) && norm(v, k + 1) === "with") k += 2;
  const s = phraseAfter(v, k, k + 10);
  const usual = s && norm(v, s.from) === "usual" && s.to - s.from > 1;
  if (
    !s ||
    s.from > k + 1 ||
    isVague(v, s) ||
    (NO_SIDE.test(norm(v, s.from)) && !usual) ||
    endpointAt(v, v.context, s.from)
  )
    return;
  add(s.from, s.to, s, "versus");
  // "than after A (12) and B (13)"
  const also = overBracket(v, s.to);
  const next = also > s.to && v.cls[also] === "and" ? phraseAfter(v, also + 1, also + 6) : undefined;
  if (next?.from === also + 1 && v.cls[next.to] === "open" && !isVague(v, next))
    add(next.from, next.to, next, "versus");
  const own = i === 0 || v.cls[i - 1] === "semi" ? subjectAfter(v, s.to) : undefined;
  if (own) add(own.from, own.to, own, "versus");
  const a =
    w === "over"
      ? undefined
      : (sideBefore(v, i) ?? (w === "than" ? moreBefore(v, i) : undefined) ?? causeBefore(v, i));
  if (a) add(a.from, a.to, a, "versus");
}

/** "Compared with placebo, tarvenib led to": the subject after the comma. */
function subjectAfter(v: View, comma: number): Span | undefined {
  if (v.cls[comma] !== "comma") return undefined;
  let k = comma + 1;
  while (v.cls[k] === "det") k++;
  const s = phraseAfter(v, k, k + 6);
  if (s?.from !== k || isVague(v, s) || NO_SIDE.test(norm(v, k)) || endpointAt(v, v.context, k))
    return undefined;
  if (OUTCOME_SHELLS.has(norm(v, s.to - 1)) || looksLikeEvent(norm(v, s.to - 1))) return undefined;
  let verb = s.to;
  while (v.cls[verb] === "adverb") verb++;
  return LEADS.test(norm(v, verb)) ? s : undefined;
}

const LEADS =
  /^(?:led|resulted|reduced|increased|improved|decreased|prolonged|had|showed|caused|produced|provided|lowered|yielded|demonstrated|achieved|experienced|significantly)$/;

/** "Comparing tarvenib with placebo, …" */
export function comparing(v: View, i: number, add: Add): void {
  const a = i === 0 || v.cls[i - 1] === "semi" ? phraseAfter(v, i + 1) : undefined;
  const joint = a ? overBracket(v, a.to) : i;
  const b = /^(?:with|to|and|versus|vs)$/.test(norm(v, joint)) ? phraseAfter(v, joint + 1) : undefined;
  if (!a || !b || isVague(v, a) || isVague(v, b)) return;
  for (const s of [a, b]) add(s.from, s.to, s, "versus");
}

/** "Treatment with tarvenib led to more relapses than", "tarvenib lowered it more than did", "tarvenib was superior to": the subject that opens the clause acts. */
function causeBefore(v: View, i: number): Span | undefined {
  let start = i;
  while (start > 0 && v.cls[start - 1] !== "semi" && v.cls[start - 1] !== "who") start--;
  while (v.cls[start] === "det") start++;
  const given = GIVING.test(norm(v, start)) && v.cls[start + 1] === "prep";
  const from = given ? start + 2 : start;
  const s = phraseAfter(v, from, i);
  if (s?.from !== from || isVague(v, s) || NO_SIDE.test(norm(v, from)) || endpointAt(v, v.context, from))
    return undefined;
  const head = norm(v, s.to - 1);
  if (OUTCOME_SHELLS.has(head) || looksLikeEvent(head)) return undefined;
  let verb = s.to;
  while (v.cls[verb] === "adverb") verb++;
  const acts =
    given || /^d/.test(norm(v, i + 1))
      ? v.cls[verb] === "verb"
      : /^(?:led|resulted|produced|yielded|conferred|caused|provided)$/.test(norm(v, verb));
  const ranks = /^(?:is|was|were)$/.test(norm(v, verb)) && /ior$/.test(norm(v, i)) && i - verb < 4;
  return acts || ranks ? s : undefined;
}

const GIVING = /^(?:treatment|switching|therapy|supplementation|use|addition|administration|prophylaxis)$/;

/** The other side: "… fewer with tarvenib [(12%)] than with placebo". */
function sideBefore(v: View, i: number): Span | undefined {
  let end = i;
  while (end > 0 && (v.cls[end - 1] === "close" || v.cls[end - 1] === "comma")) {
    const open = underBracket(v, end - 1);
    end = open < end - 1 ? open : end - 1;
  }
  // "pain in the tarvenib period was significantly shorter than"
  const verb = ranked(v, i);
  if (verb > 0) end = verb;
  else if (v.cls[end - 1] === "verb" || v.owner[end - 1] !== FREE) return undefined;
  const s = phraseBefore(v, end, Math.max(0, end - 8));
  const prep = s && norm(v, s.from - 1) === "the" ? norm(v, s.from - 2) : s && norm(v, s.from - 1);
  if (s && (OUTCOME_SHELLS.has(norm(v, s.to - 1)) || v.line.claims[s.to - 1] === "time")) return undefined;
  // "a greater fall in pain (-5.3) compared to"
  if (s && prep === "in" && OUTCOME_SHELLS.has(norm(v, s.from - (norm(v, s.from - 1) === "the" ? 3 : 2))))
    return undefined;
  if (!s || s.to !== end || !/^(?:with|in|for|among|after|under|on|during|by)$/.test(prep ?? ""))
    return undefined;
  if (prep === "by" && norm(v, i + 1) !== "by") return undefined;
  return isVague(v, s) || NO_SIDE.test(norm(v, s.from)) || endpointAt(v, v.context, s.from) ? undefined : s;
}

/** The "was" of "was shorter than", "was significantly lower than". */
function ranked(v: View, than: number): number {
  let k = than - 1;
  if (norm(v, than) !== "than" || !/er$/.test(norm(v, k))) return -1;
  do k--;
  while (v.cls[k] === "adverb");
  return /^(?:was|were|is|are)$/.test(norm(v, k)) ? k : -1;
}

/** "[More nurses] than doctors": the plural that opens the clause. */
function moreBefore(v: View, than: number): Span | undefined {
  const s = phraseBefore(v, than, Math.max(0, than - 5));
  return s &&
    s.from > 0 &&
    s.to === than &&
    /^(?:more|fewer)$/.test(norm(v, s.from - 1)) &&
    /^(?:semi|comma|who)$/.test(v.cls[s.from - 2] ?? "semi") &&
    /s$/.test(norm(v, than - 1)) &&
    !isVague(v, s)
    ? s
    : undefined;
}

const NO_SIDE =
  /^(?:baseline|expected|predicted|half|one|two|previously|before|that|the|those|any|other|others|once|usual|average|normal|men|women|years?|months?|\d.*)$/;

export function versus(v: View, i: number, add: Add): void {
  const a = phraseBefore(v, i, Math.max(0, i - 10));
  const b = phraseAfter(v, i + 1, i + 12);
  const shell = a !== undefined && OUTCOME_SHELLS.has(norm(v, a.to - 1));
  const cause = shell ? causeBefore(v, i) : undefined;
  if (cause) add(cause.from, cause.to, cause, "versus");
  if (!a || !b || a.to < i - 14 || isVague(v, a) || isVague(v, b) || endpointAt(v, v.context, b.from)) return;
  if (
    v.cls[i - 1] === "number" ||
    v.cls[i + 1] === "number" ||
    v.owner[i - 1] !== FREE ||
    v.owner[i + 1] !== FREE
  )
    return;
  // "reduced 3-hour insulin versus placebo": against an arm stands an arm
  const arm = (s: Span): boolean => {
    for (let k = s.from; k < s.to; k++) if (v.context.armNames?.at(v.line, k)) return true;
    return false;
  };
  let before = a.from - 1;
  while (v.cls[before] === "det" || v.cls[before] === "adverb") before--;
  const acted = v.cls[before] === "verb" || /^(?:in|at|from|of)$/.test(norm(v, before));
  if (!shell && (!arm(b) || arm(a) || !acted)) add(a.from, a.to, a, "versus");
  add(b.from, b.to, b, "versus");
}

/** The words before token `from` hold what follows against something else. */
export function isAgainst(v: View, from: number): boolean {
  for (let k = from - 1; k >= 0 && k > from - 5; k--) {
    if (v.cls[k] === "versus" || norm(v, k) === "comparison" || norm(v, k) === "over") return true;
    if (v.cls[k] !== "det" && v.cls[k] !== "prep" && !/^(?:those|receiving|was|were|is)$/.test(norm(v, k)))
      return false;
  }
  return false;
}
