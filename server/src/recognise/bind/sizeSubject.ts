/** Which words can name the group that a number sizes, and the subjects of sentences that do. */
import type { Draft, Span } from "../draft.js";
import { GROUP_NOUNS, TIME_WORDS } from "../lexicon/grammar.js";
import { PEOPLE, UNITS_OF_STUDY } from "../lexicon/people.js";
import { UNITS } from "../lexicon/units.js";
import { isVague } from "./labels.js";
import { phraseAfter, phraseBefore } from "./phrase.js";
import { FREE, norm, textOf, type Words } from "./view.js";

export const isPeopleWord = (w: string): boolean => PEOPLE.has(w) || UNITS_OF_STUDY.has(w);

/** The span where it can name a group. */
export const named = (v: Words, s: Span | undefined): Span | undefined =>
  s &&
  !isVague(v, s) &&
  // "of 162 men 55 to 69 years of age", but "the 3 h group"
  !(
    v.line.tokens[s.from]!.type === "number" &&
    TIME_WORDS.has(norm(v, s.from + 1)) &&
    !GROUP_NOUNS.has(norm(v, s.to - 1))
  ) &&
  // "triglycerides over 200 mg/dL, n = 458"; "MG" and "UG" are names
  !(UNITS.at(v.line, s.from)?.end === s.to && !/^\p{Lu}+$/u.test(textOf(v, s))) &&
  !saysNoGroup(v, s) &&
  v.line.tokens.slice(s.from, s.to).some((t) => t.type === "word" && !TIME_WORDS.has(t.norm))
    ? s
    : undefined;

/** "with a mean age of", "who stayed in hospital": a measure, or a verb without what it says. */
const saysNoGroup = (v: Words, s: Span): boolean =>
  (/^(?:study|trial)$/.test(norm(v, s.to - 1)) && STUDIES.test(norm(v, s.to - 2))) ||
  /^(?:median|mean|average|baseline mean|equal)$/.test(norm(v, s.from)) ||
  (s.to - s.from === 1 &&
    /^(?:divided|stayed|scheduled|placed|consuming|categori[sz]ed|interested|enrolled|performed|available)$/.test(
      norm(v, s.from),
    ));

const STUDIES = /^(?:controlled|clinical|pilot|randomi[sz]ed|cross-?over|feasibility|parallel)$/;

/** "Group I received tarvenib 5 min before surgery (n = 40)": the group that the clause begins with. */
export function opening(v: Words, d: Draft): Span | undefined {
  let start = d.first - 1;
  while (start > 0 && v.cls[start - 1] !== "semi") start--;
  const s = phraseAfter(v, start, start + 8);
  return norm(v, d.first) === "n" &&
    s &&
    v.cls[s.to] === "verb" &&
    [s.from, s.to - 1].some((i) => GROUP_NOUNS.has(norm(v, i)))
    ? named(v, s)
    : undefined;
}

/** "Cohort A included 172 patients", "Standard LTD was given to 264 patients". */
export function subject(v: Words, d: Draft): Span | undefined {
  let k = d.first - 1;
  let verb = false;
  while (k >= 0 && (v.cls[k] === "verb" || norm(v, k) === "to" || norm(v, k) === "of")) {
    if (/^(?:included|comprised|contained|given|consisted)$/.test(norm(v, k))) verb = true;
    k--;
  }
  if (!verb) return undefined;
  const s = phraseBefore(v, k + 1);
  // a name in capitals is that of the study
  return s &&
    (/^(?:we|study|trial|analysis|sample|meta-analysis)$/.test(norm(v, s.to - 1)) ||
      (s.to - s.from === 1 && norm(v, k + 1) !== "was" && /\p{Lu}{2}/u.test(textOf(v, s))))
    ? undefined
    : named(v, s);
}

/** "61 received tarvenib and 64 olvadine": the verb of the number before. */
export function elliptic(v: Words, d: Draft): Span | undefined {
  const s =
    d.n === d.last && v.cls[d.last + 1] === "word" ? phraseAfter(v, d.last + 1, d.last + 6) : undefined;
  if (s?.from !== d.last + 1 || !/^(?:and|comma|semi|close|open)$/.test(v.cls[s.to] ?? "semi"))
    return undefined;
  if (
    PEOPLE.has(norm(v, s.to - 1)) ||
    UNITS_OF_STUDY.has(norm(v, s.to - 1)) ||
    !/^(?:and|comma)$/.test(v.cls[d.first - 1] ?? "")
  )
    return undefined;
  let k = d.first - 2;
  while (k > d.first - 12 && v.owner[k] === FREE && v.cls[k] !== "semi") k--;
  return v.owner[k]! >= 0 && /^(?:received|underwent|took|chose|used)$/.test(norm(v, k + 1))
    ? named(v, s)
    : undefined;
}
