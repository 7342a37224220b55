/** Which noun a number counts. */
import { words } from "../text/words.js";
import { PEOPLE, UNITS_OF_STUDY } from "./lexicon/people.js";
import { UNITS } from "./lexicon/units.js";
import { norm, type Line } from "./line.js";

/** The noun counted by the number before token `i`: "consecutive patients", "KM patients"; with the index after it. */
export function countedAt(
  line: Line,
  i: number,
  reach = 7,
): { noun: string; from: number; to: number; people: boolean } | undefined {
  let steps = 0;
  for (let k = i; k < line.tokens.length && steps < reach; k++, steps++) {
    const t = line.tokens[k]!;
    const close = line.partner[k]!;
    if (close > k) {
      if (k > i || close - k > 14) return undefined;
      k = close;
      continue;
    }
    if (t.type === "symbol") {
      if (
        t.norm === "-" ||
        t.norm === "/" ||
        t.norm === "+" ||
        (t.norm === "," && k > i && line.tokens[k + 1]?.type === "word" && steps < 3)
      )
        continue;
      return undefined;
    }
    if (t.type === "number") {
      // "87 statin-naive type 2 diabetic adults": a number that is part of a name
      if (
        k > i &&
        line.claims[k] !== undefined &&
        line.claims[k] !== "cell" &&
        line.claims[k] !== "statement"
      )
        continue;
      return undefined;
    }
    const next = norm(line, k + 1);
    if (PEOPLE.has(t.norm)) {
      if (
        t.norm === "individual" &&
        line.tokens[k + 1]?.type === "word" &&
        !PEOPLE.has(next) &&
        !STOPS.has(next)
      )
        continue;
      // "patient" in "patient data" modifies
      if (
        (t.norm === "patient" || t.norm === "case" || t.norm === "control") &&
        line.tokens[k + 1]?.type === "word" &&
        PEOPLE.has(next)
      )
        continue;
      return { noun: t.norm, from: i, to: k + 1, people: true };
    }
    if (UNITS_OF_STUDY.has(t.norm) && !PEOPLE.has(next) && !UNITS_OF_STUDY.has(next))
      return { noun: t.norm, from: i, to: k + 1, people: false };
    if (STOPS.has(t.norm) && !(k === i + 1 && twoAdjectives(line, k))) return undefined;
  }
  return undefined;
}

/** "181 overweight and obese adolescents": the "and" at token `k`. */
const twoAdjectives = (line: Line, k: number): boolean =>
  /^(?:and|or)$/.test(norm(line, k)) && PEOPLE.has(norm(line, k + 2)) && !STOPS.has(norm(line, k + 1));

/** Words that end a noun phrase; "16 consecutive weeks, subjects trained". */
const STOPS = words(`
whose of in on to for with without by from at and or vs versus v was were is are had has have the
a an as than who whom which that after before during between among within per but while whereas
although because if when then respectively did not could would will be been being received
underwent completed died showed developed experienced achieved through until compared million billion
weeks months years days hours minutes
`);

export const endsNounPhrase = (word: string): boolean => STOPS.has(word);

const GROUP_NOUNS = words("group groups arm arms cohort");

/** "in the tarvenib group", "in arm B", "in the A, B, and C group": the index of its last word; `k` where "in" opens something else. */
export function endOfGroup(line: Line, k: number): number {
  for (let j = k + 1; j < k + 12; j++) {
    const w = norm(line, j);
    if (GROUP_NOUNS.has(w)) {
      const label = line.tokens[j + 1];
      return /^(?:arm|group)$/.test(w) && label && /^(?:[A-Z\d]|[IV]+)$/.test(label.text) ? j + 1 : j;
    }
    const type = line.tokens[j]?.type;
    // "in the 0.25 mg/kg group"
    if (type === "number" ? !UNITS.at(line, j + 1) : type !== "word" && !/^[-/+,]$/.test(w)) return k;
    if (END_OF_GROUP.has(w) || (w === "and" && !/^(?:,|the)$/.test(norm(line, j - 1)) && j > k + 6)) return k;
  }
  return k;
}

const END_OF_GROUP = words("or who which were was had of in at from after died");
