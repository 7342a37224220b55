/** Labels of groups: their keys, and which phrases can be labels at all. */
import type { Span } from "../draft.js";
import { GROUP_NOUNS, VAGUE, WHOLE_STUDY } from "../lexicon/grammar.js";
import { PEOPLE } from "../lexicon/people.js";
import { UNITS } from "../lexicon/units.js";
import { phraseAfter } from "./phrase.js";
import { norm, type Words } from "./view.js";

const SCHEDULE = new Set(
  "daily weekly monthly once twice orally intravenously iv po bid tid qd every q.d b.i.d dose doses mg group groups arm arms patients patient therapy treatment treated subjects participants the a an of in with matching oral intravenous regimen recipients women men adjuvant neoadjuvant".split(
    " ",
  ),
);

/** What identifies a label whatever stands around it: words without doses, schedules, articles and the nouns for groups. */
export function keyOf(v: Words, s: Span): string {
  const out: string[] = [];
  for (let k = s.from; k < s.to; k++) {
    const t = v.line.tokens[k]!;
    if (k > s.from && v.line.partner[k]! > k && v.line.partner[k]! < s.to) {
      k = v.line.partner[k]!;
      continue;
    }
    const dose = doseEnd(v, k);
    if (dose > k) {
      k = dose - 1;
      continue;
    }
    if (v.cls[k] === "det" || SCHEDULE.has(t.norm) || (t.type === "symbol" && t.norm !== "+")) continue;
    for (const part of parts(t.norm)) if (!GROUP_NOUNS.has(part)) out.push(part);
  }
  return out.length ? out.join(" ") : fullKeyOf(v, s);
}

const HYPHEN = /[-‐‑–]/;

/** The words that hyphens join. */
const parts = (word: string): string[] => (HYPHEN.test(word) ? word.split(HYPHEN).filter(Boolean) : [word]);

/** All words and numbers of a label. */
export function fullKeyOf(v: Words, s: Span): string {
  const out: string[] = [];
  for (let k = s.from; k < s.to; k++) {
    const t = v.line.tokens[k]!;
    if (v.cls[k] !== "det" && t.type !== "symbol" && t.norm !== "of" && t.norm !== "at")
      out.push(...parts(t.norm));
  }
  return out.join(" ");
}

const COUNTS = new Set("two three four five six eight nine ten twelve".split(" "));

/** Index after a dose or duration that starts at `k` ("100 mg/m(2)", "6 cycles"), or `k`. */
export function doseEnd(v: Words, k: number): number {
  const t = v.line.tokens[k]!;
  const number = t.type === "number" || COUNTS.has(t.norm);
  if (!number) return k;
  // "olvadine 0.005%"
  if (t.type === "number" && norm(v, k + 1) === "%") return k + 2;
  const unit = UNITS.at(v.line, k + 1);
  if (unit && /^(?:dose|amount|time|points)$/.test(unit.value.kind)) {
    let end = unit.end;
    while (
      v.line.tokens[end]?.glued &&
      (v.line.tokens[end]!.norm === "/" || v.line.tokens[end - 1]!.norm === "/")
    )
      end++;
    return end;
  }
  return k;
}

const COURSE =
  /^(?:doses?|cycles?|years?|months?|weeks?|treatment|therapy|addition|combination|courses?|regimen|day|days|of|with|the|a|an|concomitant|either|daily|weekly|3-weekly|once-weekly|once-daily|oral|intravenous|inhaled|subcutaneous|matching|single-dose|fixed-dose|receiving|receive|taking|given|treated|assigned|to)$/;
const SCHEDULED =
  /^(?:once|twice|daily|weekly|every|intravenously|orally|per|at|as|for|tid|bid|qd|q\.d|t\.i\.d|three|administered|once-daily|once-weekly)$/;

/** A treatment's label without the dose and course around it: "five cycles of tarvenib 60 mg/m2 every 4 weeks" → "tarvenib". */
export function treatmentIn(v: Words, s: Span): Span {
  let { from, to } = s;
  while (from < to - 1) {
    const dose = doseEnd(v, from);
    const hyphen =
      v.line.tokens[from]!.type === "number" &&
      norm(v, from + 1) === "-" &&
      from + 3 < to &&
      (SCHEDULED.test(norm(v, from + 2)) || COURSE.test(norm(v, from + 2)));
    if (hyphen) from += 3;
    else if (dose > from && dose < to) from = dose;
    else if (COURSE.test(norm(v, from)) && from + 1 < to && !GROUP_NOUNS.has(norm(v, from + 1))) from++;
    else break;
  }
  for (let k = from + 1; k < to; k++) {
    const joined = /^(?:plus|and|with|\+|or)$/.test(norm(v, k - 1));
    if (
      !joined &&
      (doseEnd(v, k) > k || v.line.claims[k] === "dose" || SCHEDULED.test(norm(v, k)) || v.cls[k] === "open")
    ) {
      const rest = laterDrug(v, k, to);
      if (rest > k) {
        k = rest;
        continue;
      }
      to = k;
      break;
    }
  }
  while (
    to - 1 > from &&
    (v.cls[to - 1] === "prep" ||
      v.cls[to - 1] === "sign" ||
      norm(v, to - 1) === "plus" ||
      norm(v, to - 1) === "and")
  )
    to--;
  return { from, to };
}

/** Nothing but a dose and when it is taken: "25 mg TID". */
export function isSchedule(v: Words, s: Span): boolean {
  // "the treatment group (n = 17)"
  if (norm(v, s.from) === "treatment" && GROUP_NOUNS.has(norm(v, s.to - 1))) return false;
  for (let k = s.from; k < s.to; k++) {
    const dose = doseEnd(v, k);
    if (dose > k) k = dose - 1;
    else if (/^[A-Z]$/.test(v.line.tokens[k]!.text)) return false;
    else if (!SCHEDULED.test(norm(v, k)) && !SCHEDULE.has(norm(v, k)) && norm(v, k) !== "above") return false;
  }
  return true;
}

/** Nothing but a dose that begins with its number: "25 mg", "25 mg daily". */
export const isDose = (v: Words, s: Span): boolean =>
  v.line.tokens[s.from]!.type === "number" && v.line.claims[s.from] === "dose" && isSchedule(v, s);

/** "zelmaplatin (AUC 4) plus tarvenib": where "plus" goes on after a dose. */
function laterDrug(v: Words, from: number, to: number): number {
  for (let k = from; k < to - 1; k++) if (/^(?:plus|\+)$/.test(norm(v, k))) return k + 1;
  return from;
}

/** True when every word of the span is one that every patient of any study could be called by. */
export function isVague(v: Words, s: Span): boolean {
  const noun = /^(?:group|arm)$/;
  // "the treatment group" is one of the arms, "treatment groups" are all of them
  if (
    /^(?:treatment|study|active)$/.test(norm(v, s.from)) &&
    (noun.test(norm(v, s.to)) || (noun.test(norm(v, s.to - 1)) && s.to - s.from === 2))
  )
    return false;
  for (let k = s.from; k < s.to; k++) {
    const w = norm(v, k);
    if (v.cls[k] !== "word" && v.cls[k] !== "number") continue;
    if (w === "controls" || /^[A-Z]$/.test(v.line.tokens[k]!.text)) return false;
    if (!VAGUE.has(w) && !WHOLE_STUDY.has(w) && !GROUP_NOUNS.has(w)) return false;
  }
  return true;
}

const MEMBER_LINKS = new Set([
  "with",
  "without",
  "who",
  "whose",
  "receiving",
  "on",
  "given",
  "undergoing",
  "aged",
  "from",
  "using",
  "not",
  "taking",
  "treated",
  "assigned",
  "randomized",
  "randomised",
  "in",
  "of",
  "under",
  "over",
  "younger",
  "older",
  "allocated",
  "reporting",
  "having",
  "attending",
  "living",
  "born",
  "exposed",
  "whom",
  "that",
]);

/** "who declined (": the verb says it alone. */
export const intransitive = (v: Words, end: number): boolean =>
  /^(?:declined|survived|died|responded|relapsed|refused|completed|withdrew|progressed|recurred|engaged|participated|continued|recovered|quit|stopped)$/.test(
    norm(v, end - 1),
  ) && /^(?:open|semi|comma|verb|versus|prep)$/.test(v.cls[end] ?? "semi");

const AUXILIARY = /^(?:was|were|is|are|had|have|has|did|do|does|been|be)$/;

/** Index after the words that say which people are meant: "patients [who received placebo]"; `i` is the people's noun. */
export function membersEnd(v: Words, i: number): number {
  // "patients previously treated with tarvenib"
  const link = v.cls[i + 1] === "adverb" ? i + 2 : i + 1;
  const w = norm(v, link);
  if (!MEMBER_LINKS.has(w) || (link > i + 1 && !/ed$|ing$/.test(w))) return i + 1;
  let k = link + 1;
  if (w === "who" || w === "whom" || w === "whose" || w === "that" || w === "not") {
    let told = false;
    while (
      k < v.cls.length &&
      k < i + 6 &&
      (v.cls[k] === "verb" || v.cls[k] === "adverb" || norm(v, k) === "to")
    ) {
      // "those who responded slowly were older"
      if (told && AUXILIARY.test(norm(v, k))) return k;
      if (v.cls[k] === "verb" && !AUXILIARY.test(norm(v, k))) told = true;
      k++;
    }
  }
  if (w === "treated" || w === "assigned" || w === "randomized" || w === "randomised" || w === "allocated")
    while (/^(?:with|to|by|receive|only)$/.test(norm(v, k))) k++;
  else if (/^(?:younger|older)$/.test(w) && norm(v, k) === "than") k++;
  else if (w === "in" || w === "of" || w === "on") {
    if (norm(v, k) === "the" && w === "of") return i + 1;
  }
  const rest = phraseAfter(v, k, Math.min(v.cls.length, k + 10), { preps: true });
  // "those who did not", "runners who declined"
  return rest ? rest.to : w === "who" && (norm(v, k - 1) === "not" || intransitive(v, k)) ? k : i + 1;
}

export const isPeople = (v: Words, i: number): boolean => {
  const w = norm(v, i);
  return PEOPLE.has(w) || w === "those" || w === "recipients";
};
