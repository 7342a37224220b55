/** Dates, years and ordinals. */
import { PEOPLE } from "../lexicon/people.js";
import { claimDate } from "./claim.js";
import { percentBeside } from "../cell/fit.js";
import { MONTHS } from "../lexicon/background.js";
import { type Line, isNumber, norm } from "../line.js";

const isYear = (line: Line, i: number): boolean => {
  const t = line.tokens[i];
  return t?.type === "number" && t.integer && t.text.length === 4 && t.value >= 1900 && t.value <= 2049;
};

export function dates(line: Line, i: number): boolean {
  const t = line.tokens[i]!;
  if (
    MONTHS.has(norm(line, i - 1)) &&
    t.integer &&
    (t.value <= 31 || isYear(line, i)) &&
    (norm(line, i - 1) !== "may" || line.tokens[i - 1]!.text === "May")
  )
    return claimDate(line, i);
  if (
    MONTHS.has(norm(line, i + 1)) &&
    t.integer &&
    t.value <= 31 &&
    /^[A-Z]/.test(line.tokens[i + 1]!.text) &&
    (norm(line, i + 1) !== "may" || isNumber(line, i + 2))
  )
    return claimDate(line, i);
  if (/^(?:st|nd|rd|th)$/.test(norm(line, i + 1)) && line.tokens[i + 1]!.glued && t.integer)
    return claimDate(line, i, "ordinal");
  // "at 9 AM", "4 p.m.", "08:30 h"
  if (/^(?:am|pm|a\.m|p\.m|a\.m\.|p\.m\.)$/.test(norm(line, i + 1)) && t.value <= 12.6 && t.value >= 0)
    return claimDate(line, i, "time of day");
  if (!isYear(line, i)) return false;
  // "13.0% (261/2004)"
  if (norm(line, i - 1) === "/" && percentBeside(line, i - 2, i)) return false;
  if (MONTHS.has(norm(line, i + 1)) && /^[A-Z]/.test(line.tokens[i + 1]!.text)) return claimDate(line, i);
  const before = norm(line, i - 1);
  const after = norm(line, i + 1);
  if (
    /^(?:in|since|from|between|to|until|of|during|and|through|by|-|after|before|year|years|\(|,|early|late|mid|spring|summer|fall|autumn|winter|\/|circa|around|for|january|©|copyright|the)$/.test(
      before,
    ) &&
    !PEOPLE.has(after) &&
    !/^(?:%|±|consecutive)$/.test(after)
  ) {
    if (
      (before === "," ||
        before === "and" ||
        before === "of" ||
        before === "to" ||
        before === "by" ||
        before === "the" ||
        before === "for") &&
      !/^(?:[).,;:]|to|and|-|through|$)/.test(after) &&
      !yearNearby(line, i)
    )
      return false;
    return claimDate(line, i);
  }
  if ((after === "-" || after === "/" || after === "to") && isYear(line, i + 2)) return claimDate(line, i);
  return false;
}

const yearNearby = (line: Line, i: number): boolean => {
  for (let k = Math.max(0, i - 6); k < i; k++)
    if (isYear(line, k) || (MONTHS.has(norm(line, k)) && norm(line, k) !== "may")) return true;
  return false;
};
