/** Whose size a group-size is. */
import type { Draft, Span } from "../draft.js";
import { GROUP_NOUNS, TIME_WORDS } from "../lexicon/grammar.js";
import { UNITS } from "../lexicon/units.js";
import { overList } from "./compound.js";
import { doseEnd, isDose, isSchedule, isVague, treatmentIn } from "./labels.js";
import { clean, phraseAfter, phraseBefore } from "./phrase.js";
import { elliptic, isPeopleWord, named, opening, subject } from "./sizeSubject.js";
import { beforeDet, FREE, norm, underBracket, type Words } from "./view.js";

const LEADS = new Set(
  "receive received receiving to either allocated assigned randomized randomised randomly given with underwent undergo into undergoing on treated by were was be have had and initially enrolled included considered classified diagnosed as in the a an who whose".split(
    " ",
  ),
);
const INTO = new Set(
  "receive received receiving to allocated assigned randomized randomised into with underwent undergo undergoing on given in from treated without for considered classified as who whose that had diagnosed screened eligible".split(
    " ",
  ),
);

/** The label of the group that the number counts; undefined where it is the whole study. */
export function sizeLabel(v: Words, d: Draft): Span | undefined {
  const own = modifiers(v, d);
  // "83 LTD patients" says more than "36 women", who may be those "to receive placebo"
  if (own && own.to - own.from > 1 && !isVague(v, { from: own.from, to: own.to - 1 })) return own;
  return (
    labelAfter(v, d) ??
    besideEach(v, d) ??
    elliptic(v, d) ??
    sameBracket(v, d) ??
    beforeBracket(v, d) ??
    subject(v, d) ??
    after(v, d) ??
    own ??
    labelBefore(v, d) ??
    opening(v, d)
  );
}

/** "(tarvenib, n = 91; placebo, n = 88)", "TARV-DOX: 132". */
const sameBracket = (v: Words, d: Draft): Span | undefined =>
  v.cls[d.first - 1] === "colon" || norm(v, d.first) === "n" ? labelBefore(v, d) : undefined;

/** "(n = 391, tarvenib plus olvadine; n = 392, olvadine)": the label stands after each size. */
function labelAfter(v: Words, d: Draft): Span | undefined {
  if (norm(v, d.first) !== "n") return undefined;
  // "(n = 26 red; n = 24 blue)"
  if (v.cls[d.last + 1] === "word") {
    const s = phraseAfter(v, d.last + 1);
    if (s?.from !== d.last + 1) return undefined;
    return /^(?:semi|close)$/.test(v.cls[s.to] ?? "") || norm(v, s.to + 1) === "n" ? named(v, s) : undefined;
  }
  if (v.cls[d.last + 1] !== "comma") return undefined;
  const s = phraseAfter(v, d.last + 2);
  const goesOn = s && v.cls[s.to] === "semi" && norm(v, s.to + 1) === "n";
  const last = s && v.cls[s.to] === "close" && v.cls[d.first - 1] === "semi";
  return goesOn || last ? named(v, s) : undefined;
}

/** "(234 tarvenib, 236 olvadine)": words behind each number of a bracket. */
function besideEach(v: Words, d: Draft): Span | undefined {
  if (
    d.n !== d.first ||
    v.line.depth[d.first] === 0 ||
    !/^(?:open|comma|semi|and)$/.test(v.cls[d.first - 1] ?? "")
  )
    return undefined;
  const s = v.cls[d.last + 1] === "word" ? phraseAfter(v, d.last + 1, d.last + 6) : undefined;
  if (s?.from !== d.last + 1 || !/^(?:comma|semi|and|close)$/.test(v.cls[s.to] ?? "")) return undefined;
  const next = v.cls[s.to + 1] === "and" ? s.to + 2 : s.to + 1;
  const goesOn = v.cls[s.to] !== "close" && v.line.tokens[next]?.type === "number";
  const before =
    v.cls[d.first - 1] === "open"
      ? undefined
      : phraseBefore(v, v.cls[d.first - 2] === "comma" ? d.first - 2 : d.first - 1);
  const follows =
    v.cls[s.to] === "close" && before !== undefined && v.line.tokens[before.from - 1]?.type === "number";
  return (goesOn || follows) && !isPeopleWord(norm(v, s.to - 1)) ? named(v, s) : undefined;
}

/** The phrase before the colon, comma or semicolon that the number follows in its bracket. */
function labelBefore(v: Words, d: Draft): Span | undefined {
  const depth = v.line.depth[d.first]!;
  let k = d.first - 1;
  const joint = v.cls[k];
  if (
    joint !== "colon" &&
    !(depth > 0 && (joint === "comma" || (joint === "semi" && norm(v, d.first) === "n")))
  )
    return undefined;
  k--;
  const s = phraseBefore(v, k + 1);
  return s &&
    v.line.tokens[s.from]!.type === "word" &&
    !/^\d/.test(norm(v, s.from)) &&
    !TIME_WORDS.has(norm(v, s.to - 1)) &&
    !isSchedule(v, s) &&
    norm(v, s.from - 1) !== "per"
    ? named(v, s)
    : undefined;
}

/** "observation (n=217)", "placebo (342 patients)". */
function beforeBracket(v: Words, d: Draft): Span | undefined {
  let k = d.first - 1;
  const depth = v.line.depth[d.first]!;
  if (depth === 0 || !/^(?:close|comma|semi)$/.test(v.cls[d.last + 1] ?? "close")) return undefined;
  const counted = norm(v, d.first) === "n";
  while (k >= 0 && v.cls[k] !== "open") {
    if (v.owner[k] !== FREE || (v.cls[k] === "semi" && !counted)) return undefined;
    k = Math.min(k - 1, underBracket(v, k) - 1);
  }
  if (k < 0 || d.first - k > (counted ? 14 : 8)) return undefined;
  // another bracket may stand between: "tarvenib (150 mg per day) (338 patients)"
  let end = k;
  while (v.cls[end - 1] === "close") end = underBracket(v, end - 1);
  let s = phraseBefore(v, end, 0, { preps: true });
  // "a splint (splint + exercise group) (n = 21)"
  const alias = end < k && GROUP_NOUNS.has(norm(v, k - 2)) ? underBracket(v, k - 1) : k;
  if (alias < k) return named(v, { from: alias + 1, to: k - 1 });
  // "tarvenib, 150 mg (n = 338)"
  if (s && v.line.tokens[s.from]!.type === "number" && v.cls[s.from - 1] === "comma")
    s = phraseBefore(v, s.from - 1, 0, { preps: true });
  if (!s) return undefined;
  const label = withFirst(v, treatmentIn(v, lastPart(v, s) ?? s));
  // "two minutes before intubation (n = 40)"
  const lead = beforeDet(v, label.from);
  if (/^(?:before|after)$/.test(norm(v, lead)) || norm(v, lead - 1) === "prior") return undefined;
  if (!TIME_WORDS.has(norm(v, label.to - 1)) && !isSchedule(v, label)) return named(v, withDose(v, label));
  // "endoxin 40 ng/kg for 9 hours (n = 8)"
  const wide = treatmentIn(v, clean(v, { from: lastTo(v, s), to: s.to }) ?? s);
  if (!TIME_WORDS.has(norm(v, wide.to - 1)) && !isSchedule(v, wide)) return named(v, wide);
  // "to receive 30 mg (n = 73)": told apart by their doses alone
  return isDose(v, label) && /^(?:receive|received|or|and|to|either)$/.test(norm(v, label.from - 1))
    ? label
    : named(v, beforeSchedule(v, wide.from));
}

/** "to receive olvadine plus letrozole and tarvenib (n = 126)": what "plus" begins goes on behind "and". */
function withFirst(v: Words, s: Span): Span {
  if (norm(v, s.from - 1) !== "and") return s;
  const first = phraseBefore(v, s.from - 1);
  if (
    first?.to !== s.from - 1 ||
    !/^(?:receive|received|receiving|or|either|to)$/.test(norm(v, first.from - 1))
  )
    return s;
  for (let k = first.from; k < first.to; k++)
    if (/^(?:plus|\+)$/.test(norm(v, k))) return { from: first.from, to: s.to };
  return s;
}

/** "tarvenib 250 mg (n = 36), tarvenib 100 mg (n = 34)": told apart by their doses. */
function withDose(v: Words, label: Span): Span {
  const dosed = v.line.tokens.filter(
    (_, i) => v.line.claims[i] === "dose" && norm(v, i - 1) === norm(v, label.to - 1),
  );
  return dosed.length > 1 && label.to - label.from < 5
    ? { from: label.from, to: doseEnd(v, label.to) }
    : label;
}

/** "endoxin 40 ng/kg per min intravenously for 9 hours": the phrase before dose, way and duration. */
function beforeSchedule(v: Words, from: number): Span | undefined {
  let k = from;
  for (let steps = 0; k > 0 && steps < 12; steps++) {
    const i = k - 1;
    const passes =
      /^(?:prep|adverb|sign|number)$/.test(v.cls[i]!) ||
      v.line.claims[i] === "dose" ||
      TIME_WORDS.has(norm(v, i)) ||
      UNITS.at(v.line, i) !== undefined;
    if (!passes) break;
    k--;
  }
  const s = phraseBefore(v, k);
  return s && s.to === k && !TIME_WORDS.has(norm(v, s.to - 1)) ? treatmentIn(v, s) : undefined;
}

/** What follows the last "to", "receive", "either", "or" of the phrase. */
function lastPart(v: Words, s: Span): Span | undefined {
  let from = s.from;
  // "(n = 157) or tarvenib or placebo (n = 159)": after the size of another what follows is one group
  if (norm(v, s.from - 1) === "or" && v.cls[s.from - 2] === "close") return s;
  for (let k = s.from; k < s.to - 1; k++) {
    const w = norm(v, k);
    if (w === "to" || w === "either" || w === "or" || w === "into" || w === "for" || w === "from")
      from = k + 1;
    else if (w === "in" || (w === "of" && k - s.from < 3) || (w === "with" && isPeopleWord(norm(v, k - 1))))
      from = k + 1;
  }
  return clean(v, { from, to: s.to });
}

/** After the last "receive" or "or" of the phrase. */
function lastTo(v: Words, s: Span): number {
  let from = s.from;
  for (let k = s.from; k < s.to - 1; k++) if (/^(?:or|receive|either)$/.test(norm(v, k))) from = k + 1;
  return from;
}

/** "94 received radiotherapy alone", "61 to the LTD arm", "147 patients with bulky disease". */
function after(v: Words, d: Draft): Span | undefined {
  let k = d.last + 1;
  // "two patients, both in the placebo group"
  if (/^(?:comma|open)$/.test(v.cls[k] ?? "") && /^(?:both|all)$/.test(norm(v, k + 1))) k += 2;
  while (k < v.cls.length && k < d.last + 9) {
    const w = norm(v, k);
    // "183 were eligible for review", "415 patients screened"
    if (w === "screened" || w === "eligible")
      return k + 1 < v.cls.length && norm(v, k + 1) === "for"
        ? named(v, cut(v, k, 6))
        : { from: k, to: k + 1 };
    if (INTO.has(w)) break;
    if (v.cls[k] === "open" && v.line.partner[k]! - k < 8) k = v.line.partner[k]! + 1;
    else if (w === "not" || w === "did")
      return v.cls[k + 1] === "verb" || norm(v, k + 1) === "not" ? named(v, cut(v, k)) : undefined;
    else if (
      v.cls[k] === "verb" ||
      v.cls[k] === "adverb" ||
      w === "whom" ||
      (v.cls[k] === "word" && k < d.last + 3)
    )
      k++;
    else return undefined;
  }
  return INTO.has(norm(v, k)) ? linked(v, k) : undefined;
}

/** The group that the word at `link` leads to: "received [radiotherapy alone]", "to [the LTD arm]". */
function linked(v: Words, link: number): Span | undefined {
  const lead = norm(v, link);
  let k = link;
  if (/^(?:in|from|for)$/.test(lead)) return inGroup(v, k + 1, lead === "for" ? ARM : PLACE);
  while (k < v.cls.length && (LEADS.has(norm(v, k)) || v.cls[k] === "adverb")) k++;
  const label = cut(v, k);
  // "recruited into the PIVOT study"
  if (label && /^(?:study|trial)$/.test(norm(v, label.to - 1)) && label.to - label.from < 4) return undefined;
  if (label) for (let i = label.from; i < label.to; i++) if (norm(v, i) === "or") return undefined;
  // "268 patients to receive either A (n = 134) or B": all of them
  if (label && /^(?:to|with|receiv(?:e|ed|ing))$/.test(norm(v, label.from - 1))) {
    const all = overList(v, label);
    if (all.to > label.to) return named(v, all);
  }
  if (!label || /^(?:or|versus|vs)$/.test(norm(v, label.to)) || norm(v, k - 1) === "either") return undefined;
  const more = v.cls[label.to] === "and" ? phraseAfter(v, label.to + 1, label.to + 8) : undefined;
  const to = more?.from === label.to + 1 ? more.to : label.to;
  if (v.cls[to] === "open" && v.owner[to + 1]! >= 0 && !sharesIn(v, to, label)) return undefined;
  // those without are not those with
  if (/^with(?:out)?$/.test(lead) && label.from === link + 1) {
    const people = isPeopleWord(norm(v, link - 1));
    return named(v, people || lead === "without" ? { from: people ? link - 1 : link, to: label.to } : label);
  }
  return named(v, label);
}

/** "216 to the tarvenib group (76 [35%] were women)": the bracket tells of this group. */
function sharesIn(v: Words, open: number, label: Span): boolean {
  if (label.to !== open || !GROUP_NOUNS.has(norm(v, open - 1))) return false;
  for (let k = open; k < v.line.partner[open]! && k < open + 9; k++) if (norm(v, k) === "%") return true;
  return false;
}

/** A label ends before "in a 3:2 ratio", "for up to 14 cycles", "at baseline". */
function cut(v: Words, start: number, whole = 0): Span | undefined {
  let end = start + whole;
  while (
    end < v.cls.length &&
    end < start + 14 &&
    !/^(?:for|from|during|after|until|before|at)$/.test(norm(v, end))
  ) {
    if (norm(v, end) === "in" && !/^(?:combination|addition)$/.test(norm(v, end + 1))) break;
    end++;
  }
  return phraseAfter(v, start, end, { preps: true });
}

/** "in the intervention group", "in the safety analysis": a place that names a group. */
function inGroup(v: Words, start: number, place: RegExp): Span | undefined {
  const s = phraseAfter(v, start, start + 9);
  return s && place.test(norm(v, s.to - 1)) ? named(v, s) : undefined;
}

const PLACE =
  /^(?:groups?|arms?|cohorts?|subgroups?|analysis|analyses|population|set|placebo|controls?|[a-z]|i|ii|iii)$/;
const ARM = /^(?:groups?|arms?|cohorts?|placebo)$/;

/** "74 KM patients", "eighteen goats", "86 West Indian patients", "n = 16 healthy siblings". */
function modifiers(v: Words, d: Draft): Span | undefined {
  const from = (d.n ?? d.first) + 1;
  const s =
    phraseAfter(v, from, from + 9, { counted: true }) ??
    (v.cls[from] === "open" ? undefined : clean(v, { from, to: d.last + 1 }));
  if (!s) return undefined;
  for (let k = s.from; k < s.to; k++)
    if (isPeopleWord(norm(v, k)) && !isPeopleWord(norm(v, k + 1)))
      return named(v, { from: s.from, to: k + 1 });
  return undefined;
}
