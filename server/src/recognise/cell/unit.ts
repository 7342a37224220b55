/** The unit printed after a number. */
import type { UnitDraft } from "../draft.js";
import { UNITS } from "../lexicon/units.js";
import { type Line, isNumber, norm } from "../line.js";
import { words } from "../../text/words.js";

const CAPITALS_NO_UNIT = words("cm mm km pa mo ms sd ma pp log bar cal ng pg nm mon au hu ml min");

const UNIT_WORDS = words("unit units");
const DOSED = words(`
insulin botulinum toxin botox heparin dose doses dosage dosing transfused transfusion blood plasma
platelets platelet red packed erythrocyte erythrocytes cells penicillin injection injections
injected injecting received receive vitamin alcohol allergen lipase pancrelipase infused epoetin
erythropoietin antivenom cryoprecipitate daily
`);

/** "20 units of insulin", "two units of blood": what is given; other units are those of a score. */
function dosed(line: Line, i: number): boolean {
  for (let k = i - 12; k < i + 8; k++) if (DOSED.has(norm(line, k))) return true;
  return false;
}

/** Texts in which "pts" may be points. */
const SCORED = /\b(?:scores?|scales?|index|points|VAS|NRS)\b/;

export const unitAt = (line: Line, i: number): UnitDraft | undefined => {
  const u = UNITS.at(line, i);
  // "81 min−1": an exponent makes any word a unit
  if (!u && /^[a-zµμ]{1,8}[−‐-]\d$/.test(norm(line, i)))
    return { name: line.tokens[i]!.text, kind: "amount", from: i, to: i + 1 };
  if (!u) return undefined;
  let end = u.end;
  const first = line.tokens[i]!;
  // "57 pts", "57 (24%) pts": whole numbers are patients, "3.2 pts" points
  if (first.norm === "pts" && line.tokens[i - 1]?.integer !== false && !SCORED.test(line.text))
    return undefined;
  // a lone letter is a unit only right after its number or before punctuation
  if (
    first.norm.length === 1 &&
    end === i + 1 &&
    /[a-z]/.test(first.norm) &&
    first.norm !== "h" &&
    !first.glued &&
    !/^(?:[(),;[\]/.]|vs|versus|v|compared|and|to|in|$)/.test(norm(line, end))
  )
    return undefined;
  // "74 KM patients": capitals name an arm, no kilometres
  if (
    first.type === "word" &&
    first.text.length > 1 &&
    first.text === first.text.toUpperCase() &&
    CAPITALS_NO_UNIT.has(first.norm)
  )
    return undefined;
  if (first.text === "W" || (first.norm === "n" && norm(line, end) === "=")) return undefined;
  // compound units: "IU kg(-1) week(-1)", "µg · mL−1", "mg/dL/h"
  while (
    norm(line, end) === "/" &&
    line.tokens[end]!.glued &&
    line.tokens[end + 1]?.type === "word" &&
    line.tokens[end + 1]!.glued
  )
    end += 2;
  while (
    (norm(line, end) === "·" || norm(line, end) === "⋅" || norm(line, end) === "×") &&
    line.tokens[end + 1]?.type === "word" &&
    /[−-]\d|\(-?\d\)$/.test(norm(line, end + 1))
  )
    end += 2;
  while (/^[a-zµμ]+(?:[−‐-]\d|\(-\d\))$/.test(norm(line, end))) end++;
  const printed = line.text.slice(first.start, line.tokens[end - 1]!.end);
  return {
    name: u.value.name && end === u.end ? u.value.name : printed,
    kind: UNIT_WORDS.has(printed) && !dosed(line, i) ? "points" : u.value.kind,
    from: i,
    to: end,
  };
};

/** The index after "/year" or "per patient-year" at token `i`; 0 if it is not there. */
export function perTime(line: Line, i: number): number {
  const sign = norm(line, i);
  if (sign !== "/" && sign !== "per") return 0;
  return /^(?:year|years|y|yr|annum|month|week|day|patient-year|person-year|decade)$/.test(norm(line, i + 1))
    ? i + 2
    : 0;
}

/** What a rate is of: people and the time they were watched. */
const RATE_OF =
  /^(?:live|person|patient|women|hospital|persons?|people|patients?|births?|years?|person-years?|patient-years?|women-years|py|inhabitants|residents|children|admissions|deliveries|procedures|days?|person-months|person-days|catheter-days|patient-days|bed-days)$/;

const PERSON_TIME = /^(?:person|patient|women?|subject|pt|py|catheter|bed)(?:s?|s?-.*)$/;

/** The index behind "child-year", "person year" and "patient per year" at token `i`, or 0. */
function personTime(line: Line, i: number): number {
  if (ONE_TIME.test(norm(line, i))) return i + 1;
  if (!ONE.test(norm(line, i))) return 0;
  const time = norm(line, i + 1) === "per" ? i + 2 : i + 1;
  return /^(?:year|month|week|day)$/.test(norm(line, time)) ? time + 1 : 0;
}

const ONE_TIME =
  /^(?:patient|person|subject|participant|child|infant|woman|device|catheter|ventilator|bed)-(?:years?|months?|days?)$/;
const ONE = /^(?:patient|person|subject|participant|child|infant|woman)$/;

/** "per 1000 live births", "/100 person-years", "per 10(5)": a rate per person-time or per a power of ten. */
export function perPower(line: Line, i: number, from = i): UnitDraft | undefined {
  // "12/1000 patients" is a share
  const slash = norm(line, i) === "/";
  if (slash ? !PERSON_TIME.test(norm(line, i + 2)) : norm(line, i) !== "per") return undefined;
  const denominator = line.tokens[i + 1];
  // "8.2 cases per 100,000 persons", "3.1 per 1000 live births"
  if (denominator?.type === "number" && /^10+$/.test(String(denominator.value)) && denominator.value >= 100) {
    let to = i + 2;
    while (line.tokens[to]?.type === "word" && to < i + 4 && RATE_OF.test(norm(line, to))) to++;
    // "7 falls/100 person-years"
    if (slash) i = from;
    return {
      name: line.text.slice(line.tokens[i]!.start, line.tokens[to - 1]!.end),
      kind: "rate",
      from: i,
      to,
    };
  }
  // "5.2 episodes per patient-year"
  const to = personTime(line, i + 1);
  if (to > 0)
    return {
      name: line.text.slice(line.tokens[i]!.start, line.tokens[to - 1]!.end),
      kind: "rate",
      from: i,
      to,
    };
  if (denominator?.value !== 10) return undefined;
  let end = i + 2;
  if (norm(line, end) === "(" && isNumber(line, end + 1) && norm(line, end + 2) === ")") end += 3;
  else if (norm(line, end) === "^" && isNumber(line, end + 1)) end += 2;
  else return undefined;
  if (/^(?:person|patient)/.test(norm(line, end))) end += norm(line, end).includes("-") ? 1 : 2;
  return {
    name: line.text.slice(line.tokens[i]!.start, line.tokens[end - 1]!.end),
    kind: "rate",
    from: i,
    to: end,
  };
}
