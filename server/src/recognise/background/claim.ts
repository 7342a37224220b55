/** Claims numbers for a reason. */
import { UNITS } from "../lexicon/units.js";
import { type Line, inWords, isNumber, norm } from "../line.js";

export function claimed(line: Line, i: number, reason: string): void {
  if (isNumber(line, i) && line.claims[i] === undefined) line.claims[i] = reason;
}

export function claimDate(line: Line, i: number, reason = "date"): boolean {
  claimed(line, i, reason);
  return true;
}

/** Continues "3 or 4", "0 to II", "5, 6 and 7" after a label. */
export function claimSeries(line: Line, i: number, reason: string): number {
  claimed(line, i, reason);
  let j = i + 1;
  for (let steps = 0; steps < 6; steps++) {
    let k = j;
    while (/^(?:,|and|or|to|-|\/|vs|through|–|&|\+)$/.test(norm(line, k))) k++;
    const t = line.tokens[k];
    if (
      k === j ||
      k - j > 2 ||
      t?.type !== "number" ||
      line.claims[k] !== undefined ||
      !t.integer ||
      t.value > 60 ||
      inWords(t)
    )
      break;
    const after = norm(line, k + 1);
    if (
      after === "%" ||
      after === "(" ||
      after === "/" ||
      after === "patients" ||
      after === "±" ||
      (UNITS.at(line, k + 1) && after.length > 1) ||
      (after === "of" && (norm(line, k - 1) === "," || isNumber(line, k + 2)))
    )
      break;
    claimed(line, k, reason);
    j = k + 1;
  }
  return j;
}

export const isPercent = (line: Line, i: number): boolean =>
  norm(line, i + 1) === "%" || norm(line, i + 1) === "percent";

export const headNear = (line: Line, i: number): boolean => {
  for (let k = Math.max(0, i - 12); k < i; k++)
    if (/^(?:median|mean|iqr|range|average|averaged|ci|interquartile)$/.test(norm(line, k))) return true;
  return false;
};
