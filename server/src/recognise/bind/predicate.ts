/** What is said of the people counted: "93 patients died", "31 (14%) had stage II disease", "318 cardiovascular events". */
import type { Draft, Span } from "../draft.js";
import { TIME_WORDS } from "../lexicon/grammar.js";
import { looksLikeEvent, PEOPLE, UNITS_OF_STUDY } from "../lexicon/people.js";
import { membersEnd } from "./labels.js";
import { clean, phraseAfter } from "./phrase.js";
import { sex, sexBefore, trait } from "./traits.js";
import { beforeDet, FREE, endpointAt, norm, overBracket, type View } from "./view.js";

/** Verbs that only lead to the outcome, which is their object. */
const LEAD = new Set(
  "requiring needing needed developing experiencing had have has having showed shows showing experienced experience developed develop achieved achieve achieving exhibited demonstrated reported report reporting presented reached attained suffered were was are been being did harbored carried met obtained a classified considered as diagnosed deemed".split(
    " ",
  ),
);

/** The words that say what the people counted had, did or were; undefined where the text says nothing of them there. */
export function predicate(v: View, d: Draft): Span | undefined {
  return counted(v, d) ?? sex(v, d) ?? sexBefore(v, d) ?? therewere(v, d) ?? follows(v, d);
}

/** "Fewer patients withdrew because of asthma while taking A (n = 1) than placebo (n = 9)": what the people of the clause did; `shares`: "the proportion of patients in the A group who died". */
export function peopleDid(v: View, d: Draft, shares = false): Span | undefined {
  for (let i = 0; i < d.first; i++) {
    if (v.owner[i]! >= 0) return undefined;
    // "were more likely to be satisfied than"
    if (shares && norm(v, i) === "likely" && norm(v, i + 1) === "to")
      return verbPhrase(v, norm(v, i + 2) === "be" ? i + 3 : i + 2);
    const share = SHARE.test(norm(v, i)) && norm(v, i + 1) === "of";
    if (shares ? !share : !/^(?:more|fewer|most|no|few|many)$/.test(norm(v, i))) continue;
    let k = i + (share ? 2 : 1);
    if (!PEOPLE.has(norm(v, k))) continue;
    // "more women in the A group than in the B group were", "the number of women in A and in B who"
    for (let steps = 0; steps < 12; steps++) {
      const m = mentionAt(v, k);
      if (m) k = Math.max(m.to, k + 1);
      else if (k === i + (share ? 2 : 1) || /^(?:prep|det|versus|who)$/.test(v.cls[k] ?? "")) k++;
      else if (share && (v.cls[k] === "and" || /^(?:groups?|arms?)$/.test(norm(v, k)))) k++;
      else break;
    }
    if (share && IS.test(norm(v, k))) continue;
    if (v.cls[k] === "verb" || EVENT_WORD.has(norm(v, k)) || norm(v, k).endsWith("ed"))
      return verbPhrase(v, k);
  }
  return undefined;
}

const SHARE = /^(?:proportions?|percentages?|numbers?|shares?)$/;

/** "the proportion of women was": what is said is of the proportion. */
const IS = /^(?:was|were|is|are|did|differed|increased|decreased|reached|remained)$/;

/** "There were 18 patients (16.4%) with low pressure." */
function therewere(v: View, d: Draft): Span | undefined {
  if (norm(v, d.first - 2) !== "there" || v.cls[d.first - 1] !== "verb") return undefined;
  const k = v.cls[d.last + 1] === "close" ? d.last + 2 : d.last + 1;
  return norm(v, k) === "with" ? verbPhrase(v, k) : undefined;
}

/** Walks over people, groups and schedules after the count to the verb or noun that says it. */
function follows(v: View, d: Draft): Span | undefined {
  let at: Place | undefined = {
    k: d.last + 1,
    people:
      isPeopleNoun(v, d.last) ||
      (d.N !== undefined && d.n !== undefined && d.N > d.n && isPeopleNoun(v, d.N + 1)),
  };
  for (let steps = 0; steps < 14 && at.k < v.cls.length; steps++) {
    const { k, people }: Place = at;
    const over = overBracket(v, k);
    if (over > k) {
      at = { k: over, people };
      continue;
    }
    const w = norm(v, k);
    if (v.owner[k]! >= 0 || v.cls[k] === "versus" || w === "compared") return undefined;
    const said = saidAt(v, d, at);
    if (said) return said;
    const next: Place | undefined = overMembers(v, d, at) ?? overWords(v, d, at);
    if (next) {
      at = next;
      continue;
    }
    const counted = isPeopleNoun(v, k - 2) || (d.n !== undefined && isPeopleNoun(v, d.n + 1));
    if (norm(v, k - 1) === "who" && counted && /^(?:received|took|underwent)$/.test(w)) return undefined;
    if (
      v.cls[k] === "verb" ||
      EVENT_WORD.has(w) ||
      ((people || acted(v, d, k)) && (LEAD.has(w) || w.endsWith("ed")))
    )
      return verbPhrase(v, k);
    at = passes(v, k, people) ? { k: k + 1, people } : overNoun(v, d, at);
    if (!at) return nounSaid(v, d, k, people);
  }
  return undefined;
}

/** "…, 72% attended all visits": a share that opens its clause does what the verb right behind it says. */
const acted = (v: View, d: Draft, k: number): boolean =>
  k === d.last + 1 &&
  /^(?:det|semi|comma)$/.test(v.cls[k + 1] ?? "semi") &&
  /^(?:comma|semi|and|word)$/.test(v.cls[d.first - 1] ?? "semi");

/** A token on the way, and whether the people counted have been named by then. */
interface Place {
  readonly k: number;
  readonly people: boolean;
}

/** What is said by "patients with …", "as having …", "with PFS". */
function saidAt(v: View, d: Draft, { k }: Place): Span | undefined {
  const w = norm(v, k);
  if (isPeopleNoun(v, k) && !mentionAt(v, k) && !totalsClause(v, d, k)) {
    const end = membersEnd(v, k);
    if (/^(?:with|having)$/.test(norm(v, k + 1)) && end > k + 2) return clean(v, { from: k + 2, to: end });
  }
  if (mentionAt(v, k) || totalsClause(v, d, k) || isPeopleNoun(v, k)) return undefined;
  if (w === "as" && norm(v, k + 1) === "having") return verbPhrase(v, k);
  // "ulcers in 24 (10%), including 8 women (3%) with bleeding"
  if (w === "with" && d.n !== undefined && isPeopleNoun(v, d.n + 1) && included(v, d))
    return phraseAfter(v, k + 1, k + 9);
  if (w === "with" && k === d.last + 1) {
    const s = phraseAfter(v, k + 1, k + 9);
    if (s && endpointAt(v, v.context, s.from)) return s;
  }
  return undefined;
}

/** The value is told as a part of those before: "including 8 (3%) … and 16 (7%) …". */
function included(v: View, d: Draft): boolean {
  for (let i = d.first - 1; i > 0 && i > d.first - 30; i--) {
    if (/^(?:including|comprising)$/.test(norm(v, i))) return true;
    if (/^(?:verb|semi)$/.test(v.cls[i]!)) return false;
  }
  return false;
}

const mentionAt = (v: View, k: number): View["mentions"][number] | undefined =>
  v.mentions.find((x) => x.from <= k && x.to > k && x.kind !== "all");

/** "of 162 patients who received a dose": the clause says whom the total is of. */
const totalsClause = (v: View, d: Draft, k: number): boolean =>
  norm(v, k) === "who" && d.N !== undefined && d.N > d.first && d.last === k - 1;

/** Over a named group, a clause or people. */
function overMembers(v: View, d: Draft, { k, people }: Place): Place | undefined {
  const m = mentionAt(v, k);
  if (m) return { k: m.to, people: true };
  if (totalsClause(v, d, k)) return { k: Math.max(k + 1, membersEnd(v, k - 1)), people };
  return isPeopleNoun(v, k) ? { k: membersEnd(v, k), people: true } : undefined;
}

/** Over "taking placebo" and "…, respectively,". */
function overWords(v: View, d: Draft, { k, people }: Place): Place | undefined {
  if (MEMBER.test(norm(v, k))) {
    const s = phraseAfter(v, k + 1, k + 10, { preps: true });
    return { k: s ? s.to : k + 1, people: true };
  }
  const none = overNone(v, k);
  if (none > k) return { k: none, people: true };
  // "17 women (71%) at week 1 had"
  if (norm(v, k) === "at" && isTimeAt(v, k + 1)) return { k: k + 3, people: true };
  return passed(v, k, d) ? { k: k + 1, people } : undefined;
}

/** "5 (4%) in the A group and no women in the B group had": over the side that nobody of is counted. */
function overNone(v: View, k: number): number {
  if (v.cls[k] !== "and" || !/^(?:no|none|zero)$/.test(norm(v, k + 1))) return k;
  let end = k + 2;
  while (isPeopleNoun(v, end) || /^(?:prep|det)$/.test(v.cls[end] ?? "")) end++;
  return mentionAt(v, end)?.to ?? k;
}

const isTimeAt = (v: View, k: number): boolean =>
  (TIME_WORDS.has(norm(v, k)) && v.line.tokens[k + 1]?.type === "number") ||
  (v.line.tokens[k]?.type === "number" && TIME_WORDS.has(norm(v, k + 1)));

/** Words that lead on. */
const passes = (v: View, k: number, people: boolean): boolean =>
  v.cls[k] === "det" ||
  v.cls[k] === "adverb" ||
  (v.cls[k] === "prep" && people) ||
  // "patients in the study were"
  (people &&
    v.cls[k] === "word" &&
    v.cls[k - 1] === "det" &&
    v.cls[k - 2] === "prep" &&
    v.cls[k + 1] === "verb") ||
  /^(?:of|who|in|among)$/.test(norm(v, k));

/** "62% of culture positives received": over a noun for people that no list knows. */
function overNoun(v: View, d: Draft, { k, people }: Place): Place | undefined {
  if (v.cls[k] !== "word" || people) return undefined;
  const s = phraseAfter(v, k, k + 8);
  const of = norm(v, beforeDet(v, k)) === "of";
  if (s && k === d.last + 1 && !of && isPeopleNoun(v, s.to - 1)) return { k: s.to, people: true };
  if (!of) return undefined;
  return s && v.cls[s.to] === "verb" && !looksLikeEvent(norm(v, s.to - 1))
    ? { k: s.to, people: true }
    : undefined;
}

/** "318 cardiovascular events": the noun right after the count. */
function nounSaid(v: View, d: Draft, k: number, people: boolean): Span | undefined {
  if (v.cls[k] !== "word" || k !== d.last + 1 || people || norm(v, k - 1) === "of") return undefined;
  const s = phraseAfter(v, k, k + 8);
  if (!s || isPeopleNoun(v, s.to - 1)) return undefined;
  if (/^(?:above|below)$/.test(norm(v, k))) return undefined;
  const said = looksLikeEvent(norm(v, s.to - 1)) || d.n !== undefined || NAMED_SHARE.test(norm(v, s.to - 1));
  return said || trait(v, d, s) ? s : undefined;
}

/** "with 80% success in the A group", "a 72% cure rate". */
const NAMED_SHARE = /^(?:rates?|success|survival|adherence|compliance|satisfaction|retention)$/;

/** "57 (24%) taking placebo": whom the count is of. */
const MEMBER = /^(?:taking|receiving|given|assigned|allocated|treated|undergoing|randomi[sz]ed|on)$/;

/** Verbs that say nothing of an outcome without their object. */
const EMPTY =
  /^(?:received|underwent|included|compared|ascertained|collected|observed|reported|were|was|had|analy[sz]ed|evaluated|identified|recorded|seen|noted|found|given|enrolled|available|used|did)$/;

/** "…, respectively," and the end of the value's own bracket. */
const passed = (v: View, k: number, d: Draft): boolean =>
  norm(v, k) === "respectively" ||
  (v.cls[k] === "comma" && (norm(v, k + 1) === "respectively" || norm(v, k - 1) === "respectively")) ||
  (v.cls[k] === "close" && k === d.last + 1);

const EVENT_WORD = new Set(
  "died withdrew relapsed recurred discontinued completed survived progressed responded crossed dropped quit".split(
    " ",
  ),
);

const isPeopleNoun = (v: View, k: number): boolean =>
  PEOPLE.has(norm(v, k)) || UNITS_OF_STUDY.has(norm(v, k)) || norm(v, k) === "those";

/** "318 cardiovascular events": the noun that the draft itself covers. */
function counted(v: View, d: Draft): Span | undefined {
  // "12 patients had gout (6.4%)", "12 had gout (6.4%)"
  const verb = d.n === undefined ? -1 : isPeopleNoun(v, d.n + 1) ? d.n + 2 : d.n + 1;
  if (d.percent !== undefined && v.cls[verb] === "verb" && d.percent > verb + 1)
    return clean(v, { from: EMPTY.test(norm(v, verb)) ? verb + 1 : verb, to: d.percent - 1 });
  if (d.n === undefined) return undefined;
  const joined = d.N !== undefined && d.N > d.n;
  // "There were seven reoperations in the A group (12%)"
  if (!joined && d.percent !== undefined && norm(v, d.n - 2) === "there") {
    const s = phraseAfter(v, d.n + 1, d.percent, { counted: true });
    return s && isPeopleNoun(v, s.to - 1) ? undefined : s;
  }
  if (!joined && d.percent !== undefined) return undefined;
  // "14 deaths occurred among 120 men"
  let to = d.n + 1;
  while (joined && v.cls[to] === "word" && norm(v, to) !== "occurred") to++;
  if (joined && !/^(?:among|in|occurred)$/.test(norm(v, to))) return undefined;
  const s = clean(v, { from: d.n + 1, to: joined ? to : d.last + 1 });
  if (!s || isPeopleNoun(v, s.to - 1)) return undefined;
  for (let k = d.n + 1; k < s.to; k++) if (v.cls[k] === "prep" || v.cls[k] === "open") return undefined;
  return s;
}

function verbPhrase(v: View, start: number): Span | undefined {
  let k = start;
  while (
    k < v.cls.length &&
    (LEAD.has(norm(v, k)) || v.cls[k] === "adverb" || v.cls[k] === "det") &&
    norm(v, k) !== "not" &&
    norm(v, k + 1) !== "than"
  )
    k++;
  if (
    norm(v, k) === "with" ||
    (norm(v, k) === "at" && !/^(?:least|most)$/.test(norm(v, k + 1))) ||
    norm(v, k) === "in" ||
    norm(v, k) === "from"
  )
    k++;
  let to = k;
  while (
    to < v.cls.length &&
    to < k + 10 &&
    v.owner[to] === FREE &&
    (!/^(?:semi|comma|close|who|colon|versus)$/.test(v.cls[to]!) ||
      // "reported more than two falls"
      (norm(v, to) === "than" &&
        /^(?:more|less|fewer|greater|younger|older)$/.test(norm(v, to - 1)) &&
        to < k + 3))
  ) {
    if (v.cls[to] === "open") break;
    const w = norm(v, to);
    if (
      to > k &&
      (CIRCUMSTANCE.test(w) ||
        (w === "at" && !/^(?:least|most)$/.test(norm(v, to + 1))) ||
        // "stayed for a median of 9 days"
        (w === "for" && v.cls[to + 1] === "det" && /^(?:median|mean|average|total)$/.test(norm(v, to + 2))))
    )
      break;
    to++;
  }
  const s = { from: k, to };
  while (
    s.to > s.from &&
    (v.cls[s.to - 1] === "prep" || v.cls[s.to - 1] === "and" || v.cls[s.to - 1] === "det")
  )
    s.to--;
  if (s.to <= s.from) return k > start && !EMPTY.test(norm(v, k - 1)) ? { from: start, to: k } : undefined;
  return s.to - s.from === 1 && EMPTY.test(norm(v, s.from)) ? undefined : s;
}

/** Where a predicate ends: what follows says when, where or in whom. */
const CIRCUMSTANCE = /^(?:in|among|and|during|within|between|by|after)$/;
