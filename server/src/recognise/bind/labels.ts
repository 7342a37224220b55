/** Labels of groups: their keys, and which phrases can be labels at all. */
import type { Span } from "../draft.js";
import { GROUP_NOUNS, VAGUE, WHOLE_STUDY } from "../lexicon/grammar.js";
import { PEOPLE } from "../lexicon/people.js";
import { UNITS } from "../lexicon/units.js";
import { phraseAfter } from "./phrase.js";
import { norm, type Words } from "./view.js";

const SCHEDULE = new Set(
  "daily weekly monthly once twice orally intravenously iv po bid tid qd every q.d b.i.d dose doses mg group groups arm arms patients patient therapy treatment treated subjects participants the a an of in with".split(
    " ",
  ),
);

/** What identifies a label whatever stands around it: words without doses, schedules, articles and the nouns for groups. */
export function keyOf(v: Words, s: Span): string {
  const out: string[] = [];
  for (let k = s.from; k < s.to; k++) {
    const t = v.line.tokens[k]!;
    const w = t.norm;
    if (v.cls[k] === "det" || SCHEDULE.has(w) || (v.cls[k] === "sign" && w !== "+")) continue;
    if (t.type === "number") {
      const unit = UNITS.at(v.line, k + 1);
      if (unit && (unit.value.kind === "dose" || unit.value.kind === "amount" || unit.value.kind === "time")) {
        k = unit.end - 1;
        continue;
      }
    }
    if (t.type === "symbol" && w !== "+") continue;
    for (const part of w.split(/[-‐‑–]/)) if (part && !GROUP_NOUNS.has(part)) out.push(part);
  }
  return out.join(" ");
}

/** True when every word of the span is one that every patient of any study could be called by. */
export function isVague(v: Words, s: Span): boolean {
  for (let k = s.from; k < s.to; k++) {
    const w = norm(v, k);
    if (v.cls[k] !== "word" && v.cls[k] !== "number") continue;
    if (!VAGUE.has(w) && !WHOLE_STUDY.has(w) && !GROUP_NOUNS.has(w)) return false;
  }
  return true;
}

const MEMBER_LINKS = new Set(["with", "without", "who", "whose", "receiving", "on", "given", "undergoing", "aged", "from", "using", "not", "taking", "treated", "assigned", "randomized", "randomised", "in", "of", "under", "over", "younger", "older", "allocated", "reporting", "having", "whom", "that"]);

/** Index after the words that say which people are meant: "patients [who received placebo]"; `i` is the people's noun. */
export function membersEnd(v: Words, i: number): number {
  const w = norm(v, i + 1);
  if (!MEMBER_LINKS.has(w)) return i + 1;
  let k = i + 2;
  if (w === "who" || w === "whom" || w === "whose" || w === "that" || w === "not")
    while (k < v.cls.length && k < i + 6 && (v.cls[k] === "verb" || v.cls[k] === "adverb" || norm(v, k) === "to")) k++;
  else if (w === "treated" || w === "assigned" || w === "randomized" || w === "randomised" || w === "allocated")
    while (/^(?:with|to|by|receive|only)$/.test(norm(v, k))) k++;
  else if (w === "in" || w === "of" || w === "on") {
    if (norm(v, k) === "the" && w === "of") return i + 1;
  }
  const rest = phraseAfter(v, k, Math.min(v.cls.length, k + 10), { preps: true });
  return rest ? rest.to : i + 1;
}

export const isPeople = (v: Words, i: number): boolean => {
  const w = norm(v, i);
  return PEOPLE.has(w) || w === "those" || w === "recipients";
};
