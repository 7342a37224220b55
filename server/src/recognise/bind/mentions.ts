/** Where a sentence names a group: "the tarvenib arm", "patients who received placebo", a known arm, either side of "versus". */
import { words } from "../../text/words.js";
import type { Span } from "../draft.js";
import { comparing, heldAgainst, isAgainst, versus } from "./compare.js";
import { EVENT_PARTICIPLES, PEOPLE } from "../lexicon/people.js";
import {
  earlier,
  isControl,
  isLetter,
  lettered,
  letters,
  listStart,
  sharedPlural,
  underBrackets,
} from "./compound.js";
import {
  ASSIGNED_UNITS,
  GROUP_CUES,
  GROUP_NOUNS,
  GROUP_PLURALS,
  MEMBERS,
  OUTCOME_SHELLS,
  VAGUE,
} from "../lexicon/grammar.js";
import { MARK } from "../marks.js";
import { armAt, partnerAfter, pastBracket } from "./armMention.js";
import { doseArms } from "./doses.js";
import { intransitive, isPeople, isVague, keyOf, membersEnd } from "./labels.js";
import { clean, phraseBefore } from "./phrase.js";
import { prune } from "./prune.js";
import { FREE, norm, type View as Full } from "./view.js";

/** A sentence before its groups are known. */
export type Words = Omit<Full, "mentions">;
type View = Words;

export interface Mention {
  /** The whole wording; `to` exclusive. */
  readonly from: number;
  readonly to: number;
  readonly label: Span;
  readonly key: string;
  readonly kind: "noun" | "people" | "arm" | "versus" | "all";
  /** It stands after "than", "versus", "compared with": what the other group is held against. */
  readonly against: boolean;
  /** For a pronoun, the words of the group it stands for. */
  readonly said?: string;
}

/** Mentions in order of place; those inside a longer one are left out. */
export function readMentions(v: View): Mention[] {
  const out: Mention[] = [];
  const add = (from: number, to: number, label: Span, kind: Mention["kind"]): void => {
    const key = keyOf(v, label);
    if (key === "" && kind !== "all") return;
    out.push({ from, to, label, key, kind, against: isAgainst(v, from) });
  };
  for (let i = 0; i < v.cls.length; i++) {
    if (v.owner[i] !== FREE && !inBracketOfValue(v, i)) continue;
    const w = norm(v, i);
    const doses = v.line.claims[i] === "dose" && v.line.claims[i - 2] !== "dose" ? doseArms(v, i) : [];
    out.push(...doses);
    armAt(v, i, add);
    if (!(v.line.marks[i]! & MARK.group)) continue;
    if ((w === "both" || w === "either") && TREATMENTS.test(norm(v, i + 1)))
      add(i, i + 2, { from: i, to: i + 2 }, "all");
    else if (GROUP_NOUNS.has(w)) groupNoun(v, i, add);
    else if (v.cls[i] === "word" && isPeople(v, i)) people(v, i, add);
    else if (MEMBERS.has(w)) members(v, i, add);
    else if (
      ASSIGNED_UNITS.has(w) &&
      v.cls[i - 1] !== "word" &&
      v.cls[i + 1] === "word" &&
      (PLACES.has(norm(v, i + 1)) || (/[^s]s$/.test(norm(v, i + 1)) && !/^(?:active|experimental)$/.test(w)))
    )
      add(i, i + 2, { from: i, to: i + 2 }, "noun");
    else if (GROUP_CUES.has(w) && /s$/.test(w) && v.cls[i] === "word") sharedPlural(v, i, add);
    else if (/^v(?:ersu)?s\.?$/.test(w) && v.cls[i - 1] !== "close") versus(v, i, add);
    else if (v.cls[i] === "versus" || /^(?:over|superior|inferior)$/.test(w)) heldAgainst(v, i, add);
    else if (w === "comparing") comparing(v, i, add);
    else if ((w === "former" || w === "latter") && v.cls[i - 1] === "det" && v.cls[i + 1] !== "word")
      pronoun(v, out, i, w === "former" ? 0 : 1);
  }
  return prune(v, out);
}

const TREATMENTS =
  /^(?:procedures?|regimens?|treatments?|therap(?:y|ies)|schedules?|strateg(?:y|ies)|techniques?|drugs?|doses?)$/;

/** "in implanted eyes", "39/186 untreated knees". */
function members(v: View, i: number, add: Add): void {
  const s = phraseBefore(v, i, Math.max(0, i - 5));
  if (!s || s.to !== i || isVague(v, s) || v.line.claims[s.from] !== undefined) return;
  if (/^(?:prep|versus|and|number)$/.test(v.cls[s.from - 1] ?? ""))
    add(s.from, i + 1, { from: s.from, to: i + 1 }, "people");
}

const PLACES = words(
  "district village school clinic hospital community cluster ward practice site area condition phase",
);

/** Inside a value's own brackets a label may stand: "96 (n = 96; placebo)". */
const inBracketOfValue = (v: View, i: number): boolean => {
  const d = v.drafts[v.owner[i]!];
  return d !== undefined && v.line.depth[i]! > v.line.depth[d.first]! && v.line.claims[i] === undefined;
};

/** Takes what a sentence names a group with. */
export type Add = (from: number, to: number, label: Span, kind: Mention["kind"]) => void;

function groupNoun(v: View, i: number, add: Add): void {
  const w = norm(v, i);
  // "group A", "arm 2", "cohorts A and B"
  if (isLetter(v, i + 1) && v.cls[i + 1] !== "and" && v.owner[i + 1] === FREE) {
    if (w !== "controls" && w !== "recipients" && w !== "users") {
      add(i, i + 2, { from: i, to: i + 2 }, "noun");
      letters(v, i + 2, add);
      return;
    }
  }
  if (
    v.cls[i - 1] !== "word" &&
    (/^(?:controls|non-?users|non-?carriers)$/.test(w) ||
      (/^(?:users|carriers)$/.test(w) &&
        v.line.tokens.some((t) => t.norm === `non-${w}` || t.norm === `non${w}`)))
  ) {
    add(i, i + 1, { from: i, to: i + 1 }, "noun");
    return;
  }
  if (lettered(v, i + 1)) {
    add(i, i + 4, { from: i, to: i + 4 }, "noun");
    if (v.cls[i + 4] === "and" && lettered(v, i + 5)) add(i + 5, i + 8, { from: i + 5, to: i + 8 }, "noun");
    return;
  }
  // "irrespective of the study group"
  if (/^(?:irrespective|regardless|independent)$/.test(norm(v, i - 4)) && norm(v, i - 3) === "of") return;
  const end = underBrackets(v, i);
  const s = phraseBefore(v, end, Math.max(0, end - 12));
  if (end < i) {
    // "control (0.3) and intervention (0.6) groups"
    if (s && s.to === end && !isVague(v, s) && GROUP_PLURALS.has(w)) {
      add(s.from, s.to, s, "noun");
      earlier(v, s.from, add);
    }
    return;
  }
  // "the group receiving tarvenib"
  if ((!s || s.to !== i || isVague(v, s)) && !GROUP_PLURALS.has(w) && GIVEN.test(norm(v, i + 1))) {
    const to = membersEnd(v, i);
    const given = clean(v, { from: i + 2, to });
    if (given && !isVague(v, given)) {
      add(i, to, { from: i, to }, "noun");
      return;
    }
  }
  // "age groups", and sets of analysis: "the matched cohort"
  if (s && NO_GROUP.test(norm(v, s.to - 1))) return;
  if (!s || isVague(v, s)) {
    if (/^(?:groups|arms|cohorts)$/.test(w) || /^(?:both|each|all|either)$/.test(norm(v, i - 1)))
      add(s?.from ?? i, i + 1, { from: i, to: i + 1 }, "all");
    return;
  }
  const one = !isControl(v, s) && !sharesNoun(v, i);
  const from = one ? ofStart(v, listStart(v, s.from)) : s.from;
  add(from, i + 1, { from, to: i + 1 }, "noun");
  if (!one) earlier(v, s.from, add);
}

/** "the balm and soap groups"; "the balm and soap group, respectively": two, though the noun stands for one. */
function sharesNoun(v: View, i: number): boolean {
  if (GROUP_PLURALS.has(norm(v, i))) return true;
  const past = pastBracket(v, i + 1);
  return norm(v, v.cls[past] === "comma" ? past + 1 : past) === "respectively";
}

/** "the [induction of labour] group": what stands between article and "of", where the group is no arm by its last words. */
function ofStart(v: View, from: number): number {
  if (norm(v, from - 1) !== "of" || v.cls[from - 2] !== "word" || v.context.armNames?.at(v.line, from))
    return from;
  const k = v.cls[from - 3] === "word" ? from - 3 : from - 2;
  const head = norm(v, from - 2);
  return v.cls[k - 1] === "det" && !OUTCOME_SHELLS.has(head) && !PEOPLE.has(head) && !VAGUE.has(head)
    ? k
    : from;
}

const GIVEN = /^(?:receiving|undergoing|treated|given|assigned|allocated|randomi[sz]ed|taking|without)$/;

const NO_GROUP =
  /^(?:ages?|psm|iptw|itt|mitt|pp|matched|ps-matched|propensity-matched|score-matched|unmatched|weighted|training|validation|derivation|entire|overall|safety|per-protocol|intention-to-treat|treatment-by)$/;

/** "KRD-treated patients", "patients receiving placebo", "those with oedema". */
function people(v: View, i: number, add: Add): void {
  // "patient age", "case series"
  if (
    v.cls[i + 1] === "word" &&
    /^(?:patient|participant|case|subject|child|adult|infant|control)$/.test(norm(v, i))
  )
    return;
  if (sharedOut(v, i)) return;
  const told = norm(v, i) === "those" ? toldApart(v, i + 1) : undefined;
  if (told !== undefined) {
    add(i, told, { from: i, to: told }, "people");
    return;
  }
  const end = membersEnd(v, i);
  let before = phraseBefore(v, i, Math.max(0, i - 6));
  // "fewer tarvenib patients"
  if (before && /^(?:fewer|more|most|many|some|few)$/.test(norm(v, before.from)))
    before = clean(v, { from: before.from + 1, to: before.to });
  // "than patients without"
  if (/^(?:with|without)$/.test(norm(v, i + 1)) && /^(?:open|semi|comma)$/.test(v.cls[i + 2] ?? "semi")) {
    add(i, i + 2, { from: i, to: i + 2 }, "people");
    return;
  }
  const own =
    before && before.to === i && !isVague(v, before) && v.line.claims[before.from] === undefined
      ? before
      : undefined;
  if (end > i + 1) {
    const tail = clean(v, { from: i + 2, to: end });
    if (norm(v, end - 1) === "not" || intransitive(v, end) || (tail && !isVague(v, tail))) {
      add(own?.from ?? i, end, { from: own?.from ?? i, to: end }, "people");
      const past = pastBracket(v, end);
      const partner = norm(v, past) === "and" ? partnerAfter(v, past + 1) : undefined;
      if (partner) add(partner.from, partner.to, partner, "noun");
      return;
    }
  }
  if (own) {
    add(own.from, i + 1, { from: own.from, to: i + 1 }, "people");
    if (norm(v, own.from - 1) === "and") earlier(v, own.from, add);
  } else if (
    v.owner[i] === FREE &&
    ((norm(v, i) === "cases" && /\bcontrols\b/i.test(v.line.text)) ||
      /^(?:men|women|males|females|boys|girls|children|adults|smokers|nonsmokers|mothers|responders|nonresponders|survivors|nonsurvivors|non-survivors)$/.test(
        norm(v, i),
      ))
  )
    add(i, i + 1, { from: i, to: i + 1 }, "people");
}

/** "those vaccinated", "those not breastfed": the one word that tells them from others ends it. */
function toldApart(v: View, i: number): number | undefined {
  const k = norm(v, i) === "not" ? i + 1 : i;
  const ends = /^(?:and|versus|verb|open|close|comma|semi)$/.test(v.cls[k + 1] ?? "semi");
  return ends && v.owner[k] === FREE && /^(?:un|non).+|.+(?:ed|fed|ised|ized)$/.test(norm(v, k))
    ? k + 1
    : undefined;
}

/** "the proportion of patients who achieved a response": an outcome, no group. */
function sharedOut(v: View, i: number): boolean {
  const w = norm(v, i + 1);
  if (norm(v, i - 1) !== "of" || !(EVENT_PARTICIPLES.has(w) || /^(?:who|with|reporting)$/.test(w)))
    return false;
  if (!/^(?:proportions?|percentages?|numbers?|rates?)$/.test(norm(v, i - 2))) return false;
  for (let k = i + 2; k < i + 5; k++)
    if (/^(?:received|receiving|took|underwent|treated|assigned|randomi[sz]ed|allocated)$/.test(norm(v, k)))
      return false;
  return true;
}

/** "the former": the first of the two groups named last before. */
function pronoun(v: View, before: Mention[], i: number, nth: 0 | 1): void {
  const named = before.filter(
    (m) => m.kind !== "all" && m.to <= i && m.said === undefined && m.label.from >= m.from,
  );
  const pair = named.slice(-2);
  const m = pair[nth];
  const place = { from: i, to: i + 1, kind: "noun", against: isAgainst(v, i) } as const;
  if (pair.length === 2 && m && !m.said) before.push({ ...m, ...place });
  else if (v.before.length === 2) {
    const said = v.before[nth]!;
    before.push({ ...place, label: { from: i, to: i + 1 }, key: said.key, said: said.text });
  }
}
