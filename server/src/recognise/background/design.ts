/** The study's design: spans of time, schedules, ratios of allocation, numbers of sites. */
import { claimDate, claimSeries, claimed, headNear } from "./claim.js";
import { perPower } from "../cell/unit.js";
import { DESIGN } from "../lexicon/background.js";
import { PEOPLE } from "../lexicon/people.js";
import { UNITS } from "../lexicon/units.js";
import { type Line, inWords, isNumber, norm } from "../line.js";
import { words } from "../../text/words.js";

/** "the rate of death per 100 person-years was": the unit of rates told after it. */
export function perSoMany(line: Line, i: number): boolean {
  if (norm(line, i - 1) !== "per" || !perPower(line, i - 1)) return false;
  for (let k = i - 2; k > i - 7; k--) if (isNumber(line, k)) return false;
  return claimDate(line, i, "unit of a rate");
}

/** "7 to 16 years of age", "aged 18–75 years", "7 or 8 cycles": a span of whole numbers with a unit of time or of treatment. */
export function span(line: Line, i: number): boolean {
  const t = line.tokens[i]!;
  if (
    !t.integer ||
    inWords(t) ||
    !/^(?:to|-|or|through)$/.test(norm(line, i + 1)) ||
    norm(line, i - 1) === "from"
  )
    return false;
  const second = line.tokens[i + 2];
  if (second?.type !== "number" || !second.integer || line.claims[i + 2] !== undefined) return false;
  const u = UNITS.at(line, i + 3);
  const cycles = u?.value.name === "cycle";
  if (!u || !(u.value.kind === "time" || cycles)) return false;
  if (headNear(line, i)) return false;
  // "8.2 days (7-11 days)": the value before the bracket has these bounds
  if (
    /^[([]$/.test(norm(line, i - 1)) &&
    isNumber(line, i - 3) &&
    UNITS.at(line, i - 2)?.value.name === u.value.name
  )
    return false;
  claimed(line, i, cycles ? "schedule" : "time");
  claimed(line, i + 2, cycles ? "schedule" : "time");
  return true;
}

/** "needed to treat to prevent 1 stroke": the unit that a number needed to treat is of. */
function prevented(line: Line, i: number): boolean {
  return (
    line.tokens[i]!.value === 1 &&
    /^(?:prevent|avoid|cause|gain)$/.test(norm(line, i - 1)) &&
    claimDate(line, i, "unit of a number needed to treat")
  );
}

/** 1:1, 2:1:1, and planes like 2 × 8. */
export function ratioOrGrid(line: Line, i: number): boolean {
  if (prevented(line, i)) return true;
  const sep = norm(line, i + 1);
  if (
    (sep === ":" || sep === "×" || sep === "x" || (sep === "-" && norm(line, i + 2) === "to")) &&
    line.tokens[i]!.integer
  ) {
    const k = sep === "-" ? i + 4 : i + 2;
    const t = line.tokens[k];
    if (
      t?.type === "number" &&
      line.claims[k] === undefined &&
      (sep !== ":" ||
        spacedRatio(line, i) ||
        (t.glued && line.tokens[i + 1]!.glued && (t.value < 100 || t.integer)))
    ) {
      if (sep === ":" && line.tokens[i]!.value > 20 && line.tokens[i]!.value === t.value) return false;
      claimed(line, i, sep === ":" ? "ratio" : "design");
      claimed(line, k, sep === ":" ? "ratio" : "design");
      for (let m = k + 1; sep === ":" && norm(line, m) === ":" && isNumber(line, m + 1); m += 2)
        claimed(line, m + 1, "ratio");
      return true;
    }
  }
  return false;
}

/** "in a 1 : 1 ratio". */
const spacedRatio = (line: Line, i: number): boolean =>
  line.tokens[i]!.value <= 4 && line.tokens[i + 2]!.value <= 4 && line.tokens[i + 2]!.integer;

export function schedule(line: Line, i: number): boolean {
  const before = norm(line, i - 1);
  const after = norm(line, i + 1);
  if (
    /^(?:times|x)$/.test(after) &&
    /^(?:a|per|daily|weekly|each|\/|monthly|day|week)$/.test(norm(line, i + 2))
  )
    return claimDate(line, i, "schedule");
  if (before === "every" || (before === "q" && line.tokens[i]!.glued)) return claimDate(line, i, "schedule");
  if (after === "/" && /^(?:day|week|wk|d|month)$/.test(norm(line, i + 2)) && line.tokens[i]!.integer)
    return claimDate(line, i, "schedule");
  if (before === "day" || before === "days") {
    claimSeries(line, i, "schedule");
    return true;
  }
  return false;
}

/** Words that no design's noun stands behind. */
const LINKS = words("of in to and or with for at on by from the had were was");

/** "at 1 of 12 level 1 trauma centers": one of the design's parts, no share. */
export function oneOf(line: Line, i: number): boolean {
  if (line.tokens[i]!.value !== 1 || norm(line, i + 1) !== "of" || !isNumber(line, i + 2)) return false;
  for (let k = i + 3; k < i + 8; k++) {
    if (DESIGN.has(norm(line, k))) {
      claimed(line, i, "design");
      claimed(line, i + 2, "design");
      return true;
    }
    if (line.tokens[k]?.type !== "word" && !isNumber(line, k)) return false;
    if (LINKS.has(norm(line, k))) return false;
  }
  return false;
}

/** "from 63 coastal sites", "27 Danish hospitals", "9 additional cycles". */
export function design(line: Line, i: number): boolean {
  const t = line.tokens[i]!;
  if (!t.integer || t.value >= 10000 || t.value < 0) return false;
  for (let k = i + 1; k < i + 4; k++) {
    const w = line.tokens[k];
    if (w?.type !== "word") return false;
    if (DESIGN.has(w.norm)) return claimDate(line, i, "design");
    if (PEOPLE.has(w.norm) || LINKS.has(w.norm)) return false;
  }
  return false;
}
