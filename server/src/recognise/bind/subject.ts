/** The subject of the clause that a value stands in. */
import { words } from "../../text/words.js";
import type { Span } from "../draft.js";
import { turns } from "./clause.js";
import { isVague } from "./labels.js";
import { FINITE, TIME_WORDS } from "../lexicon/grammar.js";
import { PEOPLE } from "../lexicon/people.js";
import { clean, phraseBefore, tellsDegree } from "./phrase.js";
import { beforeDet, FREE, norm, underBracket, type View } from "./view.js";

/** The phrase before the verb that leads to token `i`; where that is a group, the verb's object. */
export const subjectOf = (v: View, i: number): Span | undefined => subjectsOf(v, i).next().value ?? undefined;

/** The phrases that may be what token `i` is said of, nearest verb first. */
export function* subjectsOf(v: View, i: number): Generator<Span, undefined> {
  let depth = v.line.depth[i]!;
  let k = i - 1;
  for (; k >= 0; k--) {
    const open = underBracket(v, k);
    if (open < k) {
      k = open;
      continue;
    }
    if (v.cls[k] === "open") {
      depth--;
      continue;
    }
    if (v.cls[k] === "semi" && depth === 0) return undefined;
    if (v.line.depth[k] === 0 && turns(v, k)) return undefined;
    if (v.cls[k] === "verb" && finite(v, k)) {
      const acted = ACTS.has(norm(v, k)) && v.cls[k - 1] !== "verb" ? acts(v, k, i) : undefined;
      if (acted) yield acted;
      const end = verbStart(v, k);
      const s = beforeVerb(v, end) ?? { from: end, to: end };
      const cut = shell(v, s) ? s : (ownPart(v, s) ?? pastGroups(v, s));
      const head = relativeHead(v, s.from);
      if (head && !isVague(v, head) && !wholly(v, head)) yield head;
      if (cut && !isVague(v, cut) && !tells(v, cut, k)) yield cut;
      const o = TAKES.test(norm(v, k)) ? undefined : object(v, k, i);
      if (o) yield o;
    }
    if (v.cls[k] === "colon") {
      const s = phraseBefore(v, k, 0, { preps: true });
      if (s && !isVague(v, s) && !tellsDegree(v, s.from)) yield s;
    }
  }
  return undefined;
}

const ACTS = words(
  "decreased reduced increased improved lowered raised prolonged attenuated suppressed enhanced inhibited",
);

/** "olvadine lowered urate to 31": the words right behind a verb that changes things, where it is not the value that stands there. */
function acts(v: View, verb: number, value: number): Span | undefined {
  let k = verb + 1;
  while (k < value && (v.cls[k] === "det" || v.cls[k] === "adverb")) k++;
  return v.cls[k] === "word" && v.owner[k] === FREE ? object(v, verb, value) : undefined;
}

/** "events that were thought to be related to the drug occurred": what the relative clause before the verb says more of. */
function relativeHead(v: View, from: number): Span | undefined {
  for (let i = from - 1; i > 0 && i > from - 15; i--) {
    if (v.owner[i] !== FREE || /^(?:comma|semi|open|close)$/.test(v.cls[i]!)) return undefined;
    if (!/^(?:that|which)$/.test(norm(v, i)) || v.cls[i + 1] !== "verb") continue;
    const s = phraseBefore(v, i, 0, { preps: true });
    return s?.to === i && !PEOPLE.has(norm(v, s.to - 1)) ? s : undefined;
  }
  return undefined;
}

/** A participle is no verb of the clause: "the treated patients", "patients allocated to". */
function finite(v: View, k: number): boolean {
  const before = v.cls[k - 1];
  if (FINITE.has(norm(v, k)))
    return (
      !(before === "det" && v.cls[k + 1] === "word") &&
      !(PEOPLE.has(norm(v, k - 1)) && PARTICIPLE.test(norm(v, k)))
    );
  return before === "verb" || (before === "adverb" && v.cls[k - 2] === "verb");
}

/** "Subgroup analysis showed": what the study did tells the result and is not what was measured. */
const tells = (v: View, s: Span, verb: number): boolean =>
  TELLS.has(norm(v, verb)) && WORK.has(norm(v, s.to - 1));

const TELLS = words(
  "showed shows revealed indicated indicates suggested suggests demonstrated found confirmed",
);
const WORK = words(`
analysis analyses meta-analysis regression regressions model models modelling modeling study studies trial trials review
results result data findings test tests testing comparison comparisons curve curves evaluation variance anova ancova manova
`);

/** What people took is no outcome of theirs. */
const TAKES = /^(?:receive|received|took|take|underwent|undergo|undergone|ingested)$/;

const PARTICIPLE = /^(?:received|reported|observed|developed)$/;

/** A group, or people of a group: "patients in the LTD group". */
const wholly = (v: View, s: Span): boolean =>
  v.mentions.some(
    (m) =>
      m.to >= s.to && m.from < s.to && (m.from <= s.from || PEOPLE.has(norm(v, s.from)) || m.kind === "noun"),
  );

/** "the percentage of patients who remained alive": what is shared out is said of the patients. */
const shell = (v: View, s: Span): boolean =>
  /^(?:proportion|percentage|number|rate|frequency|incidence|proportions|percentages|rates|numbers)$/.test(
    norm(v, s.from),
  ) && norm(v, s.from + 1) === "of";

/** The phrase without the group at its end: "duration of support in the A group". */
function ownPart(v: View, s: Span): Span | undefined {
  if (s.from === s.to || (PEOPLE.has(norm(v, s.from)) && !TRAIT.test(norm(v, s.from + 1)))) return undefined;
  const m = v.mentions.find((x) => x.from < s.to && x.to > s.from && x.kind !== "versus" && x.kind !== "all");
  // "emergent olvadine resistance"
  const compound = m && m.kind === "arm" && v.cls[m.from - 1] === "word" && v.cls[m.to] === "word";
  if (!m || (compound && m.from > s.from && m.to < s.to)) return s;
  return m.from > s.from ? clean(v, { from: s.from, to: m.from }) : undefined;
}

/** "male sex", "patient age": what people are. */
const TRAIT =
  /^(?:sex|gender|age|satisfaction|preference|weight|height|education|income|survival|mortality)$/;

/** "the scores of mild, moderate and severe cases were": what stands before a list of groups. */
function pastGroups(v: View, s: Span): Span | undefined {
  const end = underGroups(v, s.to);
  if (end >= s.to || end <= 0 || (s.from === s.to && v.cls[s.to - 1] !== "close")) return undefined;
  const before = phraseBefore(v, end, 0, { preps: true });
  return before && before.to >= end - 1 ? ownPart(v, before) : undefined;
}

/** Where the words end before the groups, and the words that join them, that end at `end`. */
export function underGroups(v: View, end: number): number {
  let k = end;
  for (let steps = 0; steps < 16 && k > 0; steps++) {
    const m = v.mentions.find((x) => x.from < k && x.to >= k);
    if (m) {
      k = m.from;
      continue;
    }
    const open = underBracket(v, k - 1);
    if (open < k - 1 && steps > 0 && v.owner[k - 1] === FREE && v.owner[k - 2] === FREE) k = open;
    else if (/^(?:and|comma|det|prep|versus|adverb)$/.test(v.cls[k - 1]!) && v.owner[k - 1] === FREE) k--;
    else if (PEOPLE.has(norm(v, k - 1)) || JOINT.test(norm(v, k - 1))) k--;
    else break;
  }
  return k;
}

/** Words between two groups, or between people and their group. */
const JOINT =
  /^(?:groups?|arms?|treated|assigned|receiving|given|taking|comparing|compared|study|treatment|two|both|three)$/;

/** Where the verbs and adverbs begin that end with the verb at token `k`. */
function verbStart(v: View, k: number): number {
  while (k > 0 && (v.cls[k - 1] === "verb" || v.cls[k - 1] === "adverb")) k--;
  return k;
}

/** The phrase that ends at token `k`, where the verbs begin. */
function beforeVerb(v: View, k: number): Span | undefined {
  const named = beforeApposition(v, k);
  if (named) return named;
  let s = phraseBefore(v, k, 0, { preps: true });
  // "change in pain over the course of treatment was"
  for (let at = s && leadTo(v, s.from); s && at !== undefined; at = leadTo(v, s.from)) {
    const wider = phraseBefore(v, at, 0, { preps: true });
    if (!wider || wider.to < at) break;
    s = wider;
  }
  // "delivery at less than 34 weeks of gestation was"
  if (
    s &&
    norm(v, s.from - 1) === "than" &&
    v.line.tokens[s.from]!.type === "number" &&
    v.cls[s.from] === "word"
  ) {
    const wider = phraseBefore(v, s.from - (v.cls[s.from - 3] === "prep" ? 3 : 2), 0, { preps: true });
    if (wider) s = wider;
  }
  // "a fall of 3 points or more on the scale was"
  const or =
    s && /^(?:more|less|greater|higher)$/.test(norm(v, beforeDet(v, s.from) - 1))
      ? beforeDet(v, s.from) - 2
      : 0;
  for (let i = or - 1; or && norm(v, or) === "or" && i > or - 6; i--)
    if (norm(v, i) === "of" && v.line.tokens[i + 1]!.type === "number")
      return phraseBefore(v, i, 0, { preps: true });
  // "patients who still worked at 18 months was": the verb of the relative clause and what leads to it
  if (s && v.cls[s.from - 1] === "verb" && v.cls[s.from - 2] === "who") {
    const lead = phraseBefore(v, s.from - 2, 0, { preps: true });
    if (lead && PEOPLE.has(norm(v, lead.to - 1))) return { from: lead.from, to: s.to };
  }
  return s;
}

/** The preposition that leads to the phrase from token `from` on, where that tells when, where or why and the words before it say what. */
function leadTo(v: View, from: number): number | undefined {
  const k = beforeDet(v, from);
  const w = norm(v, k);
  if (/^(?:over|through|throughout|across|until|following|before|between|as)$/.test(w)) return k;
  // "dropout because of fever", "due to fever"
  if (/^(?:because|due|owing)$/.test(norm(v, k - 1)) && /^(?:of|to)$/.test(w)) return k - 1;
  // "relapse rates at months 6, 12 and 18 after surgery"
  let i = from;
  if (v.line.claims[i] !== "time point") return undefined;
  while (
    v.line.claims[i - 1] === "time point" ||
    /^(?:comma|and)$/.test(v.cls[i - 1] ?? "") ||
    TIME_WORDS.has(norm(v, i - 1))
  )
    i--;
  return i < from && v.cls[i - 1] === "prep" ? i - 1 : undefined;
}

/** "Response, the primary end point, was": the phrase that the words between commas say more of. */
function beforeApposition(v: View, k: number): Span | undefined {
  if (v.cls[k - 1] !== "comma") return undefined;
  // "Adherence, defined as attendance at 8 sessions, was"
  for (let i = k - 2; i > 0 && i > k - 16; i--) {
    if (v.cls[i] === "semi" || v.owner[i] !== FREE) break;
    if (!/^(?:defined|assessed|measured|expressed)$/.test(norm(v, i))) continue;
    const comma = norm(v, i - 1) === "as" ? i - 2 : i - 1;
    if (v.cls[comma] === "comma") return phraseBefore(v, comma, 0, { preps: true });
  }
  const s = phraseBefore(v, k - 1);
  if (!s || v.cls[s.from - 1] !== "det" || v.cls[s.from - 2] !== "comma") return undefined;
  return /^(?:end-?points?|points?|outcomes?|measures?|variables?)$/.test(norm(v, s.to - 1))
    ? phraseBefore(v, s.from - 2, 0, { preps: true })
    : undefined;
}

/** What the verb acts on, between it and the value: "tarvenib improved survival (…". */
function object(v: View, verb: number, value: number): Span | undefined {
  let k = verb + 1;
  while (
    k < value &&
    !TAKES.test(norm(v, k)) &&
    (v.cls[k] === "verb" ||
      v.cls[k] === "adverb" ||
      v.cls[k] === "det" ||
      /^(?:in|with|of)$/.test(norm(v, k)))
  )
    k++;
  if (TAKES.test(norm(v, k))) return undefined;
  let to = k;
  while (
    to < value &&
    v.owner[to] === FREE &&
    (v.cls[to] === "word" ||
      v.cls[to] === "number" ||
      v.cls[to] === "sign" ||
      (v.cls[to] === "prep" && /^(?:of|in|to|for)$/.test(norm(v, to))))
  )
    to++;
  const s = { from: k, to };
  return to > k && !wholly(v, s) && !isVague(v, s) ? s : undefined;
}
