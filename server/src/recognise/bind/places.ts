/** Places around a value where its outcome is named: after the measure, as a label, as the subject, before the bracket. */
import type { Draft, Span } from "../draft.js";
import { OUTCOME_SHELLS, TIME_WORDS } from "../lexicon/grammar.js";
import { OCCURS, PEOPLE } from "../lexicon/people.js";
import { isGroup, outcomeFrom, type Outcome } from "./outcomeName.js";
import { beforeFor, phraseAfter, phraseBefore, tellsDegree } from "./phrase.js";
import { subjectsOf } from "./subject.js";
import { beforeDet, FREE, norm, overBracket, textOf, underBracket, type View } from "./view.js";

/** "median overall survival was", "hazard ratio for death", "mean change in HbA1c". */
export function headed(v: View, d: Draft): Outcome | undefined {
  if (!d.head) return undefined;
  const ceiling = firstValueAfter(v, d.head.to, d.first);
  let i = d.head.to;
  for (let steps = 0; i < ceiling && steps < 8; steps++) {
    const over = overBracket(v, i);
    if (over > i) {
      i = over;
      continue;
    }
    const w = norm(v, i);
    if (
      v.cls[i] === "prep"
        ? !/^(?:of|for|in|on)$/.test(w)
        : !(
            v.cls[i] === "det" ||
            v.cls[i] === "adverb" ||
            w === "±" ||
            w === "sd" ||
            w === "se" ||
            w === "sem" ||
            w === "("
          )
    )
      break;
    i++;
  }
  if (i >= ceiling || v.cls[i] === "prep") return undefined;
  const s = phraseAfter(v, i, ceiling, { preps: true });
  if (!s || s.from > i + 2) return undefined;
  const cut = beforeGroup(v, s);
  return cut && !isGroup(v, cut) ? outcomeFrom(v, cut, `after '${textOf(v, d.head)}'`) : undefined;
}

/** An outcome's phrase ends where a group's begins: "death in the tarvenib arm". */
export function beforeGroup(v: View, s: Span): Span | undefined {
  const m = v.mentions.find((x) => x.from >= s.from && x.from < s.to && x.kind !== "versus");
  const to = m ? m.from : s.to;
  let cut = to;
  for (let k = s.from + 1; k < to; k++)
    if (/^(?:between|among|with|without|versus)$/.test(norm(v, k)) && m) {
      cut = k;
      break;
    }
  return cut > s.from ? { from: s.from, to: cut } : undefined;
}

/** The nearest subject or object of the clause that may be an outcome. */
export function subjectOutcome(v: View, i: number): Outcome | undefined {
  let steps = 0;
  for (const s of subjectsOf(v, i)) {
    const found = outcomeFrom(v, s, "subject of the clause");
    if (found) return found;
    if (++steps > 6) return undefined;
  }
  return undefined;
}

export function firstValueAfter(v: View, from: number, to: number): number {
  for (let k = from; k < to; k++) if (v.owner[k]! >= 0) return k;
  return to;
}

/** "DFS, 84.3%", "BMI 29.7 kg/m2", "OS: 12.6 months": a label right before the value in its part of the bracket or list. */
export function labelled(
  v: View,
  d: Pick<Draft, "first" | "last"> & { readonly kind?: Draft["kind"] },
): Outcome | undefined {
  let i = d.first - 1;
  let joint = false;
  while (
    i >= 0 &&
    v.owner[i] === FREE &&
    (v.cls[i] === "comma" ||
      v.cls[i] === "colon" ||
      /^(?:=|of)$/.test(norm(v, i)) ||
      norm(v, i) === "median" ||
      norm(v, i) === "mean")
  ) {
    joint = true;
    i--;
  }
  while (i >= 0 && v.cls[i] === "close" && underBracket(v, i) < i && v.owner[i] === FREE)
    i = underBracket(v, i) - 1;
  if (i < 0 || v.owner[i] !== FREE || v.cls[i] !== "word") return undefined;
  let s = phraseBefore(v, i + 1, 0, { preps: true });
  // "infections including pneumonia, 35 (16%)"
  if (s && norm(v, s.from - 1) === "including") s = phraseBefore(v, s.from - 1, 0, { preps: true });
  if (
    !s ||
    (s.to !== i + 1 && norm(v, s.to) !== "including") ||
    isGroup(v, s) ||
    ofPeople(v, s) ||
    (v.cls[d.first - 1] === "colon" && tellsDegree(v, s.from))
  )
    return undefined;
  const before = v.cls[d.first - 1] === "comma" ? beforeFor(v, s) : s.from - 1;
  // "16 [7.6%] Asian, 11 [5.2%] Black": the label of the value before it, where labels stand behind
  if (ofValueBefore(v, d, before)) return undefined;
  // "Of the 71 women planned for surgery, 27"
  if (before >= 0 && v.drafts[v.owner[before]!]?.kind === "group-size") return undefined;
  if (d.kind === "proportion" && ofOthers(v, d, s, joint, before)) return undefined;
  const loose = !joint || norm(v, d.first - 1) === "of";
  return loose || opensPart(v, before, joint && v.cls[d.first - 1] === "comma")
    ? outcomeFrom(v, s, "label before the value")
    : undefined;
}

/** "by this rule 28% of patients had", "After the first dose, 10 of 13 women had", "…, 28% were": the words before are of another phrase. */
function ofOthers(
  v: View,
  d: Pick<Draft, "first" | "last">,
  s: Span,
  joint: boolean,
  before: number,
): boolean {
  const next = d.last + 1;
  if (joint && v.cls[d.first - 1] === "comma" && v.cls[next] === "verb") return true;
  const people = norm(v, next) === "of" || PEOPLE.has(norm(v, next)) || PEOPLE.has(norm(v, d.last));
  return people && (joint ? circumstantial(v, s) : before >= 0);
}

const WHEN = /^(?:after|during|following|before|at|within|until)$/;

/** The phrase, or what it begins with, tells when. */
function circumstantial(v: View, s: Span): boolean {
  for (let k = beforeDet(v, s.from); k < s.to; k++) if (WHEN.test(norm(v, k))) return true;
  return false;
}

/** "24 (83%) women on tarvenib 25 mg, 27 (90%)" */
const ofPeople = (v: View, s: Span): boolean =>
  PEOPLE.has(norm(v, s.to - 1)) || (PEOPLE.has(norm(v, s.from)) && norm(v, s.from + 1) === "on");

const ofValueBefore = (v: View, d: Pick<Draft, "first" | "last">, before: number): boolean =>
  before >= 0 && v.owner[before]! >= 0 && v.cls[d.first - 1] === "comma" && labelBehind(v, d.last + 1);

/** A short label stands at token `i` and ends a part of the list. */
function labelBehind(v: View, i: number): boolean {
  let to = i;
  while (v.cls[to] === "word" && v.owner[to] === FREE && to < i + 4) to++;
  return to > i && /^(?:comma|semi|close|and)$/.test(v.cls[to] ?? "semi");
}

/** Before token `before + 1` a part of the bracket or list begins; after a comma also what "were" introduces. */
const opensPart = (v: View, before: number, comma: boolean): boolean =>
  before < 0 ||
  /^(?:open|semi|colon|comma|and)$/.test(v.cls[before]!) ||
  (comma && /^(?:was|were|included)$/.test(norm(v, before))) ||
  v.owner[before]! >= 0;

/** "Grade 3 itching occurred in 14 (6%)": the subject, where "in", "by" or "for" leads to the people. */
export function occurredIn(v: View, d: Draft): Outcome | undefined {
  let i = d.first - 1;
  while (
    i >= 0 &&
    (v.cls[i] === "adverb" ||
      v.cls[i] === "det" ||
      norm(v, i) === "total" ||
      (norm(v, i) === "of" && norm(v, i - 1) === "total"))
  )
    i--;
  const w = norm(v, i);
  if (!/^(?:in|by|among|for|of)$/.test(w)) return undefined;
  if (
    v.cls[i - 1] === "verb" ||
    v.cls[i - 1] === "adverb" ||
    (OCCURS.has(norm(v, i - 1)) && v.cls[i - 2] === "verb")
  )
    return subjectOutcome(v, i) ?? happened(v, i);
  if (w === "of") return undefined;
  const s = phraseBefore(v, i, 0, { preps: true });
  // "adverse events occurred during the extension in 64"
  let k = s ? s.from - 1 : 0;
  while (v.cls[k] === "det" || v.cls[k] === "prep") k--;
  if (/^(?:occurred|developed|observed|reported|seen|noted)$/.test(norm(v, k)))
    return subjectOutcome(v, k + 1);
  return s && s.to === i && !isGroup(v, s) ? outcomeFrom(v, s, `before '${w}'`) : undefined;
}

/** "the study drug was discontinued in 14%": where the subject alone is no outcome, it is one with its verb. */
function happened(v: View, i: number): Outcome | undefined {
  if (
    !/^(?:discontinued|interrupted|stopped|withdrawn|performed|required|reduced|modified|terminated)$/.test(
      norm(v, i - 1),
    )
  )
    return undefined;
  let k = i;
  while (v.cls[k - 1] === "verb" || v.cls[k - 1] === "adverb") k--;
  const s = phraseBefore(v, k, 0, { preps: true });
  return s ? outcomeFrom(v, { from: s.from, to: i }, "subject and verb", true) : undefined;
}

/** "reduced HbA1c by 1.6%", "a reduction of 2.7% in LDL". */
export function byPreposition(v: View, d: Draft): Outcome | undefined {
  const w = norm(v, d.first - 1);
  if (w === "by" || w === "from" || w === "to") {
    const s = phraseBefore(v, d.first - 1, 0, { preps: true });
    if (s && s.to === d.first - 1 && !isGroup(v, s) && !circumstance(v, s.from))
      return outcomeFrom(v, s, `before '${w}'`);
  }
  const during = d.kind === "median" || d.kind === "mean" ? afterTime(v, d) : undefined;
  if (during) return during;
  if (/^(?:in|of|for)$/.test(norm(v, d.last + 1)) && d.kind !== "proportion" && d.kind !== "median") {
    const s = phraseAfter(v, d.last + 2, d.last + 12, { preps: true });
    const cut = s && beforeGroup(v, s);
    if (cut && !isGroup(v, cut)) return outcomeFrom(v, cut, `after '${norm(v, d.last + 1)}'`);
  }
  return undefined;
}

/** "pressure was lowered after surgery from 21 to": words of when it was. */
const circumstance = (v: View, from: number): boolean =>
  /^(?:after|during|following|before)$/.test(norm(v, beforeDet(v, from)));

/** "a 12% lower risk of stroke", "a 2-fold increase in titres": what became more or less. */
export function riskOf(v: View, d: Draft): Outcome | undefined {
  if (!/^(?:percent |fold change)/.test(d.name ?? "")) return undefined;
  const start = d.unit && d.unit.to <= d.last ? d.unit.to : d.last + 1;
  let k = start;
  while (k < start + 5 && (v.cls[k] === "adverb" || v.cls[k] === "det" || CHANGED.test(norm(v, k)))) k++;
  const risk = RISK.test(norm(v, k)) && /^(?:of|for)$/.test(norm(v, k + 1));
  if (!risk && (norm(v, k - 1) !== "in" || norm(v, k) === "response" || v.cls[k - 2] !== "word"))
    return undefined;
  const s = phraseAfter(v, risk ? k + 2 : k, k + 14, { preps: true });
  const cut = s && beforeGroup(v, s);
  return cut && !isGroup(v, cut) ? outcomeFrom(v, cut, `after '${norm(v, k)}'`) : undefined;
}

const CHANGED =
  /^(?:relative|lower|higher|greater|increased|reduced|decreased|less|more|elevated|excess|reduction|increase|decrease|in|-|folds?)$/;
const RISK = /^(?:risks?|odds|hazards?|rates?|likelihood|incidence|prevalence|probability|chances?)$/;

/** "a 5.1 ± 1.2 kg weight loss", "a 4-point gain in strength": what stands right behind value and unit. */
export function behind(v: View, d: Draft): Outcome | undefined {
  if ((d.kind !== "mean" && d.kind !== "median") || !d.unit) return undefined;
  const s = phraseAfter(v, d.last + 1, d.last + 9);
  if (s?.from !== d.last + 1 || v.cls[s.from] !== "word" || isGroup(v, s)) return undefined;
  const shell = OUTCOME_SHELLS.has(norm(v, s.to - 1));
  if (shell && s.to - s.from > 1) return outcomeFrom(v, { from: s.from, to: s.to - 1 }, "behind the value");
  if (!shell || !/^(?:in|of)$/.test(norm(v, s.to))) return undefined;
  const of = phraseAfter(v, s.to + 1, s.to + 10, { preps: true });
  const cut = of && beforeGroup(v, of);
  return cut && !isGroup(v, cut) ? outcomeFrom(v, cut, "behind the value") : undefined;
}

/** "associated with 3.7 mm Hg lower pressure": what is said to be less. */
export function lessOf(v: View, { unit }: Draft): Outcome | undefined {
  if (!unit || !MORE.test(norm(v, unit.to))) return undefined;
  const s = phraseAfter(v, unit.to + 1, unit.to + 8);
  return s?.from === unit.to + 1 && !isGroup(v, s) ? outcomeFrom(v, s, "behind the value") : undefined;
}

const MORE = /^(?:lower|higher|greater|less|more|fewer|longer|shorter|larger|smaller|better|worse|lesser)$/;

/** "a median of 21 days free from pain", "14 days of fever": what so much time was spent with or without. */
function afterTime(v: View, d: Draft): Outcome | undefined {
  const unit = d.unit?.to;
  if (unit === undefined || !TIME_WORDS.has(norm(v, unit - 1))) return undefined;
  const free = norm(v, unit) === "free" && /^(?:from|of)$/.test(norm(v, unit + 1));
  if (!free && !/^(?:of|without)$/.test(norm(v, unit))) return undefined;
  const s = phraseAfter(v, unit + (free ? 2 : 1), unit + 9);
  const found = s && !isGroup(v, s) ? outcomeFrom(v, s, `after '${norm(v, unit - 1)}'`) : undefined;
  return found?.span && free
    ? {
        ...found,
        span: { from: unit - 1, to: found.span.to },
        text: textOf(v, { from: unit - 1, to: found.span.to }),
      }
    : found;
}
