/** Limits, margins, scales, power and levels of significance: what the study set, not what it found. */
import { words } from "../../text/words.js";
import { claimDate, claimSeries, claimed, headNear, isPercent } from "./claim.js";
import { LIMITS, LIMIT_WORDS } from "../lexicon/background.js";
import { UNITS } from "../lexicon/units.js";
import { type Line, isNumber, norm } from "../line.js";
import { MARK } from "../marks.js";

export function limit(line: Line, i: number): boolean {
  const t = line.tokens[i]!;
  const before = norm(line, i - 1);
  // "> or = 3"
  if (before === "=" && norm(line, i - 2) === "or" && /^[<>]$/.test(norm(line, i - 3)))
    return claimDate(line, i, "limit");
  if (before === "between" && between(line, i)) return true;
  if (/^[([]$/.test(before) && namesLimit(line, i - 2)) return claimDate(line, i, "limit");
  if (/^[<>]=?$/.test(before)) {
    // ">99.9%" after a count is the printed percentage
    const opens = norm(line, i - 2) === "(" || norm(line, i - 2) === "[";
    if (opens && isPercent(line, i) && isNumber(line, i - 3)) return false;
    if (/^(?:=|:)$/.test(norm(line, i - 2))) return false;
    claimed(line, i, "limit");
    inOtherUnit(line, i);
    if (
      /^(?:to|-|and)$/.test(norm(line, i + 1)) &&
      isNumber(line, i + 2) &&
      norm(line, i + 3) !== "%" &&
      line.tokens[i + 1]!.glued
    )
      claimed(line, i + 2, "limit");
    return true;
  }
  if (
    before === "aged" ||
    (before === "ages" && !isPercent(line, i)) ||
    (before === "age" && norm(line, i + 1) === "-")
  ) {
    claimSeries(line, i, "age limit");
    if (isNumber(line, i + 2) && /^(?:-|to|and)$/.test(norm(line, i + 1))) claimed(line, i + 2, "age limit");
    return true;
  }
  const people =
    t.integer &&
    !isPercent(line, i) &&
    /^(?:patients|participants|women|men|subjects|people|individuals|children|adults)$/.test(
      norm(line, i + 1),
    );
  if (people) return false;
  if (isPercent(line, i)) return percentLimit(line, i);
  if (LIMIT_WORDS.has(before) && !(before === "under" && norm(line, i - 2) === "area"))
    return claimDate(line, i, "limit");
  if (LIMITS.get(before)?.some((others) => others.every((word, k) => norm(line, i - 2 - k) === word))) {
    // "limits of agreement −8 to 7"
    if (before === "agreement" && isNumber(line, i + 2)) claimed(line, i + 2, "limit");
    return claimDate(line, i, "limit");
  }
  return upwards(line, i);
}

/** "130 mg/dL (3.4 mmol/L) or more". */
function upwards(line: Line, i: number): boolean {
  const end = UNITS.at(line, i + 1)?.end ?? i + 1;
  const bracketed = line.partner[end]! > end && isNumber(line, end + 1) && line.partner[end]! - end < 8;
  if (!orMore(line, i, bracketed ? line.partner[end]! + 1 : end)) return false;
  inOtherUnit(line, i);
  return true;
}

/** "<55 mg/dL, 3.05 mmol/L)", "<7.0% [53 mmol/mol]": the same limit in another unit. */
function inOtherUnit(line: Line, i: number): void {
  const unit = UNITS.at(line, i + 1);
  if (!unit || !/^[,([]$/.test(norm(line, unit.end)) || !isNumber(line, unit.end + 1)) return;
  const other = UNITS.at(line, unit.end + 2);
  if (other?.value.kind === "amount" && /^[)\]]$/.test(norm(line, other.end)))
    claimed(line, unit.end + 1, "limit");
}

/** "the minimal detectable change (0.13 m/s)", "the threshold (5 points)". */
const namesLimit = (line: Line, i: number): boolean =>
  /^(?:threshold|mcid|cutoff|cut-off)$/.test(norm(line, i)) ||
  (/^(?:difference|change|threshold)$/.test(norm(line, i)) &&
    /^(?:important|detectable)$/.test(norm(line, i - 1)));

const AIMS = words("goal target threshold cutoff cut-off criterion benchmark");

/** A percentage that was to be reached. */
function percentLimit(line: Line, i: number): boolean {
  const before = norm(line, i - 1);
  // "the performance goal of 88%"
  if (before === "of" && AIMS.has(norm(line, i - 2))) return claimDate(line, i, "limit");
  // "46% had at least 5% weight loss"
  const asked = /^(?:least|most)$/.test(before) && line.tokens[i + 2]?.type === "word";
  // "adherence, defined as at least 80% of sessions, was"
  if (asked && norm(line, i - 3) === "as" && /^(?:defined|taken|set)$/.test(norm(line, i - 4)))
    return claimDate(line, i, "limit");
  for (let k = i - 3; asked && k > i - 8; k--) if (isPercent(line, k)) return claimDate(line, i, "limit");
  // "the top 10% of scores"
  if (/^(?:top|bottom|highest|lowest)$/.test(before) && norm(line, i - 2) === "the")
    return claimDate(line, i, "limit");
  return orMore(line, i, i + 2);
}

/** "between 55 and 80 mm Hg", "between 1.01 ng/ml and 2.09 ng/ml": the ends of a range. */
function between(line: Line, i: number): boolean {
  if (isPercent(line, i) || /^differences?$/.test(norm(line, i - 2))) return false;
  const unit = UNITS.at(line, i + 1);
  const and = unit ? unit.end : i + 1;
  if (norm(line, and) !== "and" || !isNumber(line, and + 1) || isPercent(line, and + 1)) return false;
  claimed(line, i, "limit");
  claimed(line, and + 1, "limit");
  return true;
}

/** "delivery before 37 weeks of gestation": an age that people are told apart by, unless one was measured. */
export function gestation(line: Line, i: number): boolean {
  if (!/^(?:weeks?|wks?|months?|days?)$/.test(norm(line, i + 1)) || norm(line, i + 2) !== "of") return false;
  if (!/^(?:gestation|pregnancy|amenorrho?ea)$/.test(norm(line, i + 3))) return false;
  return (
    /^(?:before|after|until|beyond|at|than|from|and|least)$/.test(norm(line, i - 1)) &&
    claimDate(line, i, "time")
  );
}

/** "63 years or older", "18 years of age or older", "5% or more", "within a margin of 7". */
function orMore(line: Line, i: number, end: number): boolean {
  for (let k = end; k < end + 4; k++) {
    if (norm(line, k) === "or" || norm(line, k) === "and") {
      if (
        /^(?:older|younger|more|less|greater|higher|lower|fewer|longer|above|over|below|under|better|worse|larger|smaller|shorter|later|earlier)$/.test(
          norm(line, k + 1),
        )
      )
        return claimDate(line, i, "limit");
      return false;
    }
    if (!/^(?:of|age|old)$/.test(norm(line, k))) return false;
  }
  return false;
}

/** "a noninferiority margin of −7.5 percentage points", "5% significance level", "1.73 m2". */
export function named(line: Line, i: number): boolean {
  if (isPercent(line, i) && nameOfPercent(line, i)) return true;
  if (line.tokens[i]!.value === 1.73 && /^m(?:2|²|\(2\))?$/.test(norm(line, i + 1)))
    return claimDate(line, i, "unit");
  // "(noninferiority margin for the difference …, 12 percentage points)"
  const reach = line.depth[i]! > 0 && norm(line, i - 1) === "," ? 24 : 6;
  for (let k = i - 1; k >= Math.max(0, i - reach); k--) {
    const w = norm(line, k);
    if (/^margins?$/.test(w) || (w === "limit" && /inferiority|equivalence/.test(norm(line, k - 1))))
      return claimDate(line, i, "margin");
    if (isNumber(line, k) || w === ";" || w === ")" || w === "(") break;
  }
  for (let k = i + 1; k < i + 5; k++) {
    const w = norm(line, k);
    if (w === "margin" || w === "significance")
      return claimDate(line, i, w === "margin" ? "margin" : "level of significance");
    if (!/^(?:%|percentage|points?|noninferiority|non-inferiority|level|of)$/.test(w)) break;
  }
  return false;
}

/** "50% responder rates were": how much is a response; "95% limits of agreement": how wide they are. */
function nameOfPercent(line: Line, i: number): boolean {
  const { value } = line.tokens[i]!;
  const after = norm(line, i + 2);
  if (
    after === "responder" &&
    value % 5 === 0 &&
    /^(?:rates?|analys[ie]s|status|definition)$/.test(norm(line, i + 3))
  )
    return claimDate(line, i, "limit");
  return (
    value >= 90 &&
    /^limits?$/.test(after) &&
    norm(line, i + 3) === "of" &&
    norm(line, i + 4) === "agreement" &&
    claimDate(line, i, "limit")
  );
}

/** "scale of 0 to 36", "range, 0-100": the ends of a scale. */
export function scale(line: Line, i: number): boolean {
  const low = line.tokens[i]!;
  if (low.integer && /^(?:being|indicating|representing|denoting|meaning)$/.test(norm(line, i + 1)))
    return claimDate(line, i, "scale");
  if (!/^(?:to|-)$/.test(norm(line, i + 1)) || !isNumber(line, i + 2) || !low.integer) return false;
  for (let k = Math.max(0, i - 6); k < i; k++) {
    if (CHANGED.test(norm(line, i - 1)) || CHANGED.test(norm(line, i - 2))) break;
    if (/^(?:scale|scales|vas|nrs|rating|scored|scoring|possible|likert|anchored)$/.test(norm(line, k))) {
      claimed(line, i, "scale");
      claimed(line, i + 2, "scale");
      return true;
    }
  }
  const after = norm(line, i + 3);
  if (after === "scale" || (after === "point" && norm(line, i + 4) === "scale")) {
    claimed(line, i, "scale");
    claimed(line, i + 2, "scale");
    return true;
  }
  return false;
}

const CHANGED = /^(?:(?:de|in)creased|improved|declined|reduced|fell|rose|dropped|changed|went)$/;

/** "scores of 8 or 9", "a Child-Pugh score of 11": which scores, no mean. */
export function scoreValue(line: Line, i: number): boolean {
  const t = line.tokens[i]!;
  if (
    !t.integer ||
    t.value < 0 ||
    t.value > 40 ||
    norm(line, i - 1) !== "of" ||
    !/^(?:scores?|values?)$/.test(norm(line, i - 2))
  )
    return false;
  if (headNear(line, i) || /^(?:%|±|points?)$/.test(norm(line, i + 1))) return false;
  claimSeries(line, i, "score");
  return true;
}

export function powerOrAlpha(line: Line, i: number): boolean {
  const percent = norm(line, i + 1) === "%";
  // "significant at the 0.01 level"
  if (norm(line, percent ? i + 2 : i + 1) === "level" && line.tokens[i]!.value <= (percent ? 10 : 0.1))
    return claimDate(line, i, "level of significance");
  if (percent && /^(?:statistical|power)$/.test(norm(line, i + 2))) return claimDate(line, i, "power");
  if (
    /^(?:power|powered)$/.test(norm(line, i - 1)) ||
    (/^(?:of|at|with)$/.test(norm(line, i - 1)) && /^(?:power|powered)$/.test(norm(line, i - 2)))
  )
    return claimDate(line, i, "power");
  if (!planBefore(line, i)) return false;
  if (before(line, i, 5, /^(?:alpha|α|two-sided-alpha)$/) && line.tokens[i]!.value <= 10) {
    if (!before(line, i, 5, /^(?:cronbach|cronbach's|cronbach’s)$/))
      return claimDate(line, i, "level of significance");
  }
  if (
    before(line, i, 6, /^significance$/) &&
    before(line, i, 6, /^levels?$/) &&
    (line.tokens[i]!.value <= 0.1 || percent)
  )
    return claimDate(line, i, "level of significance");
  return false;
}

/** Whether one of the `reach` tokens before `i` is such a word. */
function before(line: Line, i: number, reach: number, word: RegExp): boolean {
  for (let k = Math.max(0, i - reach); k < i; k++) if (word.test(norm(line, k))) return true;
  return false;
}

function planBefore({ marks }: Line, i: number): boolean {
  for (let k = Math.max(0, i - 6); k < i; k++) if (marks[k]! & MARK.plan) return true;
  return false;
}
