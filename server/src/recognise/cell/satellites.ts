/** What follows the value: brackets, intervals and p-values after commas, "of N patients". */
import { type Cell, type Found, free, take } from "../cell.js";
import { bracket } from "./bracket.js";
import { anyClaimed, ofTheChange, percentBeside, pStarting, plausible, takeBounds } from "./fit.js";
import { countBehind, countOfPercent } from "./share.js";
import { suffix } from "./value.js";
import { boundsAfterUnit, spreadAfterUnit } from "./unlistedUnit.js";
import { countedAt, endOfGroup, endsNounPhrase } from "../counted.js";
import { boundsAt } from "../interval/bounds.js";
import { spreadAt } from "../interval/spread.js";
import { UNITS } from "../lexicon/units.js";
import { type Line, isNumber, norm } from "../line.js";
import { words } from "../../text/words.js";

/** What follows the value: brackets, intervals and p-values after commas, "of N patients". */
export function satellites(found: Found, cell: Cell): void {
  const { line } = found;
  for (let steps = 0; steps < 8; steps++) {
    const i = cell.last + 1;
    const w = norm(line, i);
    if ((w === "(" || w === "[") && line.partner[i]! > i) {
      if (!bracket(found, cell, i)) break;
      if (!cell.unit || (cell.unit.kind === "percent" && cell.form === "number")) suffix(line, cell);
      continue;
    }
    if (total(line, cell, i) || afterNoun(found, cell, i)) continue;
    if (countBehind(line, cell, i) || boundsAfterUnit(found, cell, i) || spreadAfterUnit(found, cell, i))
      continue;
    const after = w === "," || w === ";" || w === ":" ? i + 1 : i;
    if (!joined(found, cell, after, after > i)) break;
  }
}

/** "29 patients (16.8%)", "83 of 97 patients [85.6%]", "21 (of 38) men (55.3%)": the percentage stands after the noun. */
function afterNoun(found: Found, cell: Cell, i: number): boolean {
  const { line } = found;
  if (
    cell.percent !== undefined ||
    cell.unit ||
    cell.spread !== undefined ||
    cell.interval ||
    (cell.form !== "number" && cell.form !== "fraction") ||
    isNRCell(line, cell)
  )
    return false;
  if (!line.tokens[cell.at]!.integer) return false;
  const group = norm(line, i) === "in" ? endOfGroup(line, i) : i;
  const noun = group > i ? { to: group + 1 } : (countedAt(line, i, 5) ?? shortLabel(line, i));
  const counted = cell.total === undefined ? noun : overMembers(line, noun ?? { to: i });
  if (!counted) return false;
  const open = norm(line, counted.to);
  // "(27 patients, 12.3%)"
  if (
    (open === "," || open === ";") &&
    free(line, counted.to + 1) &&
    norm(line, counted.to + 2) === "%" &&
    /^[)\];]$/.test(norm(line, counted.to + 3))
  ) {
    cell.percent = counted.to + 1;
    take(line, cell, counted.to + 2, counted.to + 1);
    return true;
  }
  if (open !== "(" && open !== "[") return false;
  let j = counted.to + 1;
  if (/^[<>~]=?$/.test(norm(line, j))) j++;
  if (!free(line, j) || !/^(?:%|percent)$/.test(norm(line, j + 1)) || norm(line, j + 2) === "per")
    return false;
  if (ofWhat(line, j + 2)) return false;
  bracket(found, cell, counted.to);
  return tookPercent(cell);
}

/** "850 adults (64% male": the words behind say what the percentage is of. */
export const ofWhat = (line: Line, i: number): boolean => TRAITS.has(norm(line, i));

const TRAITS = words(
  "male males female females women men girls boys white black asian hispanic caucasian girl boy smokers hypertensive diabetic",
);

/** "83 of 97 women in intervention clinics (85.6%)": whose count it is stands before a percentage alone in its bracket. */
function overMembers(line: Line, noun: { to: number }): { to: number } {
  if (!LEADS_TO_GROUP.has(norm(line, noun.to))) return noun;
  for (let k = noun.to + 1; k < noun.to + 9; k++) {
    if (/^[([]$/.test(norm(line, k)))
      return line.partner[k] === k + 3 && norm(line, k + 2) === "%" ? { to: k } : noun;
    if (!(line.tokens[k]?.type === "word" || norm(line, k) === "-") || SAYS.has(norm(line, k))) return noun;
  }
  return noun;
}

const LEADS_TO_GROUP = words("in on with without from receiving taking given assigned treated undergoing");
const SAYS = words("and or but had have has was were is are died did while than vs versus compared");

/** "5 deaths (0.3%)", "69 white [97%]": one to three words between a count and its percentage alone in a bracket. */
function shortLabel(line: Line, i: number): { to: number } | undefined {
  for (let k = i; k < i + 4; k++) {
    if (/^[([]$/.test(norm(line, k)))
      return k > i && isNumber(line, k + 1) && line.partner[k] === k + 3 && norm(line, k + 2) === "%"
        ? { to: k }
        : undefined;
    if (line.tokens[k]?.type !== "word" || endsNounPhrase(norm(line, k)) || UNITS.at(line, k))
      return undefined;
  }
  return undefined;
}

/** Asked after the bracket was read: whether the percentage in it was taken. */
const tookPercent = (cell: Cell): boolean => cell.percent !== undefined;

const isNRCell = (line: Line, cell: Cell): boolean => line.tokens[cell.at]!.type !== "number";

/** "of 1046 patients", "of the 58 surviving patients". */
export function total(line: Line, cell: Cell, i: number): boolean {
  if (
    norm(line, i) === "in" &&
    norm(line, cell.at) === "one" &&
    cell.form === "number" &&
    free(line, i + 1)
  ) {
    cell.form = "fraction";
    cell.total = i + 1;
    take(line, cell, i + 1, i + 1);
    return true;
  }
  if (cell.total !== undefined) return false;
  if (norm(line, i) !== "of" && !(norm(line, i) === "out" && norm(line, i + 1) === "of")) return false;
  let j = norm(line, i) === "out" ? i + 2 : i + 1;
  while (
    /^(?:the|a|all|total|these|those|our|only)$/.test(norm(line, j)) ||
    (norm(line, j) === "of" && norm(line, j - 1) === "total")
  )
    j++;
  if (!free(line, j)) return false;
  const t = line.tokens[j]!;
  const main = line.tokens[cell.at]!;
  if (
    !t.integer ||
    (t.value < 1 && cell.percent === undefined && !percentBeside(line, i, j)) ||
    norm(line, j + 1) === "%" ||
    norm(line, j + 1) === "-" ||
    norm(line, j + 1) === "/"
  )
    return false;
  if (cell.form === "number" && (!main.integer || main.value < 0)) return false;
  if (
    cell.form === "number" &&
    t.value < main.value &&
    cell.percent === undefined &&
    !percentBeside(line, i, j)
  )
    return false;
  if (cell.form !== "number" && cell.form !== "percent") return false;
  if (cell.unit && cell.form === "number") return false;
  if (t.value <= 10 && cell.percent === undefined && !smallTotal(line, j + 1)) return false;
  const u = UNITS.at(line, j + 1);
  if (u && (u.value.kind === "time" || u.value.kind === "dose") && !(norm(line, j + 1).length === 1))
    return false;
  cell.total = j;
  take(line, cell, j, j);
  return true;
}

/** A total of ten or fewer is one where people are counted or nothing else is. */
const smallTotal = (line: Line, i: number): boolean =>
  countedAt(line, i, 5) !== undefined ||
  shortLabel(line, i) !== undefined ||
  /^(?:[)\],;.(]|)$/.test(norm(line, i));

/** An interval or p-value that follows without a bracket: "0.83; 95% CI, 0.66-1.04; P = .11", "0·54; 0·37-0·79". */
function joined(found: Found, cell: Cell, i: number, separated: boolean): boolean {
  const { line } = found;
  const labelled = found.intervals.labelled.find(
    (v) => v.first === i && !v.taken && !ofTheChange(line, cell, v),
  );
  if (labelled && !cell.interval) {
    labelled.taken = true;
    cell.interval = labelled;
    cell.last = Math.max(cell.last, labelled.last);
    closeOver(line, cell);
    return true;
  }
  const p = pStarting(found, i);
  if (p && !cell.p && !p.threshold && separated && isEffectLike(cell)) {
    cell.p = p;
    cell.last = Math.max(cell.last, p.last);
    return true;
  }
  if (separated && complement(line, cell, i)) return true;
  if (!separated || cell.interval || cell.form === "fraction") return false;
  const open = (norm(line, i) === "(" || norm(line, i) === "[") && line.partner[i]! > i;
  const at = open ? i + 1 : i;
  const bounds = boundsAt(line, at);
  if (!bounds || !plausible(line, cell, bounds.low, bounds.high) || anyClaimed(line, bounds.low, bounds.high))
    return false;
  // "23.1%, 24.1%, 20.7%", "12 weeks, 6 months, 12 months": a list
  if (!open && norm(line, i - 1) === "," && typeof bounds.low === "number" && listGoesOn(line, bounds.low))
    return false;
  if (open ? line.partner[i] !== bounds.end : !/^(?:[;,)\]p]|)$/.test(norm(line, bounds.end))) return false;
  if (norm(line, bounds.end - 1) === ",") return false;
  // "−0.33, −0.44 and −0.03%" is a list
  if (norm(line, i - 1) === "," && norm(line, norm(line, at + 1) === "%" ? at + 2 : at + 1) === "and")
    return false;
  takeBounds(line, cell, at, bounds);
  cell.last = open ? bounds.end : bounds.end - 1;
  return true;
}

/** Whether a comma follows the number at token `low` and its unit. */
function listGoesOn(line: Line, low: number): boolean {
  const unit = UNITS.at(line, low + 1);
  return norm(line, unit ? unit.end : low + 1) === ",";
}

/** "29/118; 24.6%", "41%, 77/188 evaluable", and a labelled spread. */
function complement(line: Line, cell: Cell, i: number): boolean {
  const t = line.tokens[i];
  const enn = norm(line, cell.at - 1) === "=" && norm(line, cell.at - 2) === "n";
  if (
    enn &&
    cell.form === "number" &&
    cell.percent === undefined &&
    free(line, i) &&
    norm(line, i + 1) === "%" &&
    /^[)\];]$/.test(norm(line, i + 2))
  ) {
    cell.percent = i;
    take(line, cell, i + 1, i);
    return true;
  }
  if (countOfPercent(line, cell, i)) return true;
  if (
    (cell.form === "fraction" || (cell.form === "number" && cell.total !== undefined)) &&
    cell.percent === undefined &&
    free(line, i) &&
    /^(?:%|percent)$/.test(norm(line, i + 1))
  ) {
    const share = (100 * line.tokens[cell.at]!.value) / line.tokens[cell.total!]!.value;
    // not "(mix 50/50: 50% …)"
    const bracketed = line.depth[cell.at]! > 0 && norm(line, i - 1) !== ":";
    if (
      Math.abs(share - t!.value) > 12 &&
      !bracketed &&
      !/^(?:[)\]([;]|vs\.?|versus)$/.test(norm(line, i + 2))
    )
      return false;
    cell.percent = i;
    take(line, cell, i + 1, i);
    return true;
  }
  return labelledSpread(line, cell, i);
}

/** "Mean = 48.3; SD = 12.9". */
function labelledSpread(line: Line, cell: Cell, i: number): boolean {
  const spread = spreadAt(line, i);
  if (!spread || cell.spread !== undefined || cell.form === "fraction") return false;
  let j = norm(line, i) === "standard" ? i + 2 : i + 1;
  if (/^[=,:]$/.test(norm(line, j))) j++;
  if (!free(line, j)) return false;
  cell.spread = j;
  cell.spreadType = spread;
  take(line, cell, norm(line, j + 1) === "%" ? j + 1 : j, j);
  return true;
}

const isEffectLike = (cell: Cell): boolean => cell.interval !== undefined || cell.form === "number";

/** A closing bracket right after a labelled interval that opened before it belongs to the interval. */
function closeOver(line: Line, cell: Cell): void {
  const next = cell.last + 1;
  const open = line.partner[next];
  if (open !== undefined && open >= cell.first && open < next) cell.last = next;
}
