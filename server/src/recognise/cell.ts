/** Number expressions: a number with everything printed around it that belongs to it, before anyone knows what it measures. */
import { words } from "../text/words.js";
import type { IntervalDraft, PDraft, UnitDraft, Value } from "./draft.js";
import { boundsAt, claim, notReachedAt, spreadAt, type Intervals } from "./interval.js";
import { UNITS } from "./lexicon/units.js";
import { countedAt } from "./counted.js";
import { isNumber, norm, type Line } from "./line.js";

export type Form = "number" | "percent" | "fraction" | "range";

export interface Cell {
  first: number;
  last: number;
  /** Token of the main number, or the first token of "not reached". */
  readonly at: number;
  readonly value: Value;
  form: Form;
  /** The denominator printed with it: 12/34, 12 of 34 patients. */
  total?: number;
  /** The percentage printed with a count. */
  percent?: number;
  /** The count printed with a percentage. */
  count?: number;
  unit?: UnitDraft;
  /** After ±, or labelled SD or SE. */
  spread?: number;
  spreadType?: "SD" | "SE";
  /** A single unlabelled number in brackets right after the value. */
  aside?: number;
  asideFirst?: number;
  interval?: IntervalDraft;
  p?: PDraft;
  /** Upper end of a range that is itself the value: "3.4 to 5.6 %". */
  upTo?: number;
  /** The same quantity in another unit, in the bracket after it: 8.3% [67 mmol/mol]. */
  also?: { at: number; unit: UnitDraft };
}

export interface Found {
  readonly line: Line;
  readonly ps: readonly PDraft[];
  readonly intervals: Intervals;
}

const PEOPLE_OF = words("of among out from in");

const CAPITALS_NO_UNIT = words("cm mm km pa mo ms sd ma pp met log bar cal ng pg nm mon au hu ml min");

const unitAt = (line: Line, i: number): UnitDraft | undefined => {
  const u = UNITS.at(line, i);
  // "72 min−1": an exponent makes any word a unit
  if (!u && /^[a-zµμ]{1,8}[−‐-]\d$/.test(norm(line, i)))
    return { name: line.tokens[i]!.text, kind: "amount", from: i, to: i + 1 };
  if (!u) return undefined;
  let end = u.end;
  const first = line.tokens[i]!;
  // a lone letter is a unit only right after its number or before punctuation
  if (
    first.norm.length === 1 &&
    end === i + 1 &&
    /[a-z]/.test(first.norm) &&
    first.norm !== "h" &&
    !first.glued &&
    !/^(?:[),;\]/.]|vs|versus|v|compared|and|to|in|$)/.test(norm(line, end))
  )
    return undefined;
  // "163 CM patients": capitals name an arm, no centimetres
  if (
    first.type === "word" &&
    first.text.length > 1 &&
    first.text === first.text.toUpperCase() &&
    CAPITALS_NO_UNIT.has(first.norm)
  )
    return undefined;
  if (first.text === "W" || (first.norm === "n" && norm(line, end) === "=")) return undefined;
  // compound units: "IU kg(-1) day(-1)", "µg · mL−1", "mg/dL/h"
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
    kind: u.value.kind,
    from: i,
    to: end,
  };
};

/** Claims a number of the cell and widens the cell to token `to` (inclusive). */
function take(line: Line, cell: Cell, to: number, ...numbers: (number | undefined)[]): void {
  for (const n of numbers) if (n !== undefined) line.claims[n] = "cell";
  if (to > cell.last) cell.last = to;
}

const free = (line: Line, i: number): boolean => isNumber(line, i) && line.claims[i] === undefined;

/** Reads the expression whose main number is token `at`. */
export function cellAt(found: Found, at: number): Cell {
  const { line } = found;
  const cell: Cell = { first: at, last: at, at, value: at, form: "number" };
  if (isNumber(line, at)) {
    const money = norm(line, at - 1);
    if (money === "$" || money === "€" || money === "£" || money === "usd") {
      cell.first = at - 1;
      cell.unit = {
        name: money === "usd" || money === "$" ? "USD" : line.tokens[at - 1]!.text,
        kind: "money",
        from: at - 1,
        to: at,
      };
    }
    fraction(line, cell);
    suffix(line, cell);
    plusMinus(line, cell);
    if (!cell.unit) suffix(line, cell);
    valueRange(line, cell);
  } else {
    const nr = notReachedAt(line, at)!;
    (cell as { value: Value }).value = nr.value;
    cell.last = nr.end - 1;
    suffix(line, cell);
  }
  satellites(found, cell);
  return cell;
}

/** 12/34: a count and its total. */
function fraction(line: Line, cell: Cell): void {
  const i = cell.at;
  if (norm(line, i + 1) !== "/" || !free(line, i + 2)) return;
  const n = line.tokens[i]!;
  const total = line.tokens[i + 2]!;
  if (!n.integer || !total.integer || n.value < 0 || total.value < n.value || total.value === 0) return;
  if (UNITS.at(line, i + 3)?.value.kind === "amount" || norm(line, i + 3) === "/") return;
  cell.form = "fraction";
  cell.total = i + 2;
  take(line, cell, i + 2, i + 2);
}

/** The percent sign or unit after the value. */
function suffix(line: Line, cell: Cell): void {
  if (cell.form === "fraction") return;
  const i = cell.last + 1;
  const w = norm(line, i);
  if (w === "-" && line.tokens[i]!.glued) {
    // "60-month median follow-up"
    const time = unitAt(line, i + 1);
    if (time?.kind === "time" && /^(?:median|mean)$/.test(norm(line, time.to)) && !cell.unit) {
      cell.unit = time;
      take(line, cell, time.to - 1);
    }
    return;
  }
  if (w === "%" || w === "percent" || w === "percentage" || (w === "per" && norm(line, i + 1) === "cent")) {
    const points = UNITS.at(line, i);
    if (points && points.value.name === "percentage point") {
      cell.unit = { name: "percentage point", kind: "percent", from: i, to: points.end };
      cell.form = "percent";
      take(line, cell, points.end - 1);
      return;
    }
    if (w === "percentage") return;
    const per = perTime(line, w === "per" ? i + 2 : i + 1);
    if (per > 0) {
      cell.unit = {
        name: line.text.slice(line.tokens[i]!.start, line.tokens[per - 1]!.end),
        kind: "rate",
        from: i,
        to: per,
      };
      take(line, cell, per - 1);
      return;
    }
    cell.form = "percent";
    cell.unit = { name: "%", kind: "percent", from: i, to: w === "per" ? i + 2 : i + 1 };
    take(line, cell, cell.unit.to - 1);
    return;
  }
  const unit = perPower(line, i) ?? unitAt(line, i);
  if (!unit || (cell.unit && cell.unit.kind !== "money")) return;
  if (cell.unit) return;
  cell.unit = unit;
  for (let k = unit.from; k < unit.to; k++) if (isNumber(line, k)) line.claims[k] = "unit";
  if (unit.name === "percentage point") cell.form = "percent";
  take(line, cell, unit.to - 1);
}

/** The index after "/year" or "per patient-year" at token `i`; 0 if it is not there. */
function perTime(line: Line, i: number): number {
  const sign = norm(line, i);
  if (sign !== "/" && sign !== "per") return 0;
  return /^(?:year|years|y|yr|annum|month|week|day|patient-year|person-year|decade)$/.test(norm(line, i + 1))
    ? i + 2
    : 0;
}

/** "per 10(5)", "per 10^5 person-years": a rate per a power of ten. */
function perPower(line: Line, i: number): UnitDraft | undefined {
  if (norm(line, i) !== "per" || line.tokens[i + 1]?.value !== 10) return undefined;
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

/** 5.6 ± 1.2, 83.6 ± 13.7%, 96.2 cm ± 19.8. */
function plusMinus(line: Line, cell: Cell): void {
  let i = cell.last + 1;
  if (norm(line, i) === "Â" || norm(line, i) === "â") i++;
  const sign = norm(line, i);
  if (sign !== "±" && sign !== "�") return;
  let j = i + 1;
  if (spreadAt(line, j)) j++;
  if (!free(line, j)) return;
  cell.spread = j;
  take(line, cell, j, j);
  const before = cell.unit;
  const u =
    norm(line, j + 1) === "%" ? { name: "%", kind: "percent", from: j + 1, to: j + 2 } : unitAt(line, j + 1);
  if (u) {
    if (!before) {
      cell.unit = u;
      if (u.name === "%") cell.form = "percent";
    }
    if (!before || before.name === u.name) take(line, cell, u.to - 1);
  }
}

/** 3.4 to 5.6 %, 12–15 months: a value that is a range itself. */
function valueRange(line: Line, cell: Cell): void {
  if (cell.form === "fraction" || cell.spread !== undefined) return;
  const i = cell.last + 1;
  const w = norm(line, i);
  const dash = w === "-";
  if (!dash && w !== "to") return;
  if (!free(line, i + 1)) return;
  // "from 89.0 to 96.4" reports two values
  if (!dash && fromBefore(line, cell.at)) return;
  const low = line.tokens[cell.at]!;
  const high = line.tokens[i + 1]!;
  if (high.value <= low.value && !(low.value < 0)) return;
  // "16.15 ± 4.50 to 9.15 ± 3.34" reports two values
  if (norm(line, i + 2) === "±") return;
  cell.form = "range";
  cell.upTo = i + 1;
  take(line, cell, i + 1, i + 1);
  if (norm(line, i + 2) === "%" || norm(line, i + 2) === "percent") {
    cell.unit = { name: "%", kind: "percent", from: i + 2, to: i + 3 };
    take(line, cell, i + 2);
  } else if (!cell.unit) {
    const u =
      norm(line, i + 2) === "-" && line.tokens[i + 2]!.glued ? unitAt(line, i + 3) : unitAt(line, i + 2);
    if (u) {
      cell.unit = u;
      take(line, cell, u.to - 1);
    }
  }
}

function fromBefore(line: Line, at: number): boolean {
  for (let k = at - 1; k >= Math.max(0, at - 4); k--) {
    const w = norm(line, k);
    if (w === "from") return true;
    if (isNumber(line, k) || w === ";" || w === "(") return false;
  }
  return false;
}

/** What follows the value: brackets, intervals and p-values after commas, "of N patients". */
function satellites(found: Found, cell: Cell): void {
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
    const after = w === "," || w === ";" || w === ":" ? i + 1 : i;
    if (!joined(found, cell, after, after > i)) break;
  }
}

/** "25 patients (15.4%)", "129 of 138 patients [93.5%]", "18 (of 34) men (52.9%)": the percentage stands after the noun. */
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
  const counted = countedAt(line, i, 5);
  if (!counted) return false;
  const open = norm(line, counted.to);
  // "(23 patients, 11.2%)"
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
  if (!free(line, j) || !/^(?:%|percent)$/.test(norm(line, j + 1))) return false;
  const before = cell.percent;
  if (!bracket(found, cell, counted.to)) return false;
  return cell.percent !== before;
}

const isNRCell = (line: Line, cell: Cell): boolean => line.tokens[cell.at]!.type !== "number";

/** "of 988 patients", "of the 70 surviving patients". */
function total(line: Line, cell: Cell, i: number): boolean {
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
  if (cell.total !== undefined || !PEOPLE_OF.has(norm(line, i))) return false;
  if (
    norm(line, i) !== "of" &&
    !(norm(line, i) === "out" && norm(line, i + 1) === "of") &&
    !(norm(line, i) === "among" && cell.form === "percent" && false)
  )
    return false;
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
    t.value < 1 ||
    norm(line, j + 1) === "%" ||
    norm(line, j + 1) === "-" ||
    norm(line, j + 1) === "/"
  )
    return false;
  if (cell.form === "number" && (!main.integer || t.value < main.value || main.value < 0)) return false;
  if (cell.form !== "number" && cell.form !== "percent") return false;
  if (cell.unit && cell.form === "number") return false;
  if (t.value <= 10 && !countedAt(line, j + 1, 5) && !/^(?:[)\],;.(]|)$/.test(norm(line, j + 1)))
    return false;
  const u = UNITS.at(line, j + 1);
  if (u && (u.value.kind === "time" || u.value.kind === "dose") && !(norm(line, j + 1).length === 1))
    return false;
  cell.total = j;
  take(line, cell, j, j);
  return true;
}

/** An interval or p-value that follows without a bracket: "0.69; 95% CI, 0.57-0.84; P = .06", "0·47; 0·31-0·72". */
function joined(found: Found, cell: Cell, i: number, separated: boolean): boolean {
  const { line } = found;
  const labelled = found.intervals.labelled.find((v) => v.first === i && !v.taken);
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
  if (open ? line.partner[i] !== bounds.end : !/^(?:[;,)\]]|)$/.test(norm(line, bounds.end))) return false;
  if (norm(line, bounds.end - 1) === ",") return false;
  cell.interval = {
    first: at,
    last: bounds.end - 1,
    type: "unlabelled",
    level: null,
    low: bounds.low,
    high: bounds.high,
  };
  claim(line, bounds.low);
  claim(line, bounds.high);
  cell.last = open ? bounds.end : bounds.end - 1;
  return true;
}

/** "35/132; 26.5%", "32%, 86/272 evaluable", "Mean = 45.2; SD = 11.7". */
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
  if (
    cell.form === "fraction" &&
    cell.percent === undefined &&
    free(line, i) &&
    /^(?:%|percent)$/.test(norm(line, i + 1))
  ) {
    const share = (100 * line.tokens[cell.at]!.value) / line.tokens[cell.total!]!.value;
    if (Math.abs(share - t!.value) > 12) return false;
    cell.percent = i;
    take(line, cell, i + 1, i);
    return true;
  }
  if (
    cell.form === "percent" &&
    cell.count === undefined &&
    cell.total === undefined &&
    free(line, i) &&
    norm(line, i + 1) === "/" &&
    free(line, i + 2) &&
    t!.integer &&
    line.tokens[i + 2]!.integer &&
    line.tokens[i + 2]!.value >= t!.value
  ) {
    cell.count = i;
    cell.total = i + 2;
    take(line, cell, i + 2, i, i + 2);
    return true;
  }
  const spread = spreadAt(line, i);
  if (spread && cell.spread === undefined && cell.form !== "fraction") {
    let j = norm(line, i) === "standard" ? i + 2 : i + 1;
    if (/^[=,:]$/.test(norm(line, j))) j++;
    if (!free(line, j)) return false;
    cell.spread = j;
    cell.spreadType = spread;
    take(line, cell, norm(line, j + 1) === "%" ? j + 1 : j, j);
    return true;
  }
  return false;
}

const isEffectLike = (cell: Cell): boolean => cell.interval !== undefined || cell.form === "number";

const pStarting = (found: Found, i: number): PDraft | undefined =>
  found.ps.find((p) => p.first >= i && p.first <= i + 3 && !p.owner && leadsTo(found.line, i, p.first));

/** Only words like "two-sided", "log-rank", "stratified" stand between. */
function leadsTo(line: Line, from: number, to: number): boolean {
  for (let k = from; k < to; k++)
    if (
      !/^(?:two-sided|one-sided|1-sided|2-sided|stratified|unstratified|log-rank|logrank|test|nominal|exact|both|all|log|rank|-|two|one|sided|with|a|adjusted|unadjusted|interaction|wald|cox|and)$/.test(
        norm(line, k),
      ) &&
      !isNumber(line, k)
    )
      return false;
  return true;
}

/** A closing bracket right after a labelled interval that opened before it belongs to the interval. */
function closeOver(line: Line, cell: Cell): void {
  const next = cell.last + 1;
  const open = line.partner[next];
  if (open !== undefined && open >= cell.first && open < next) cell.last = next;
}

const anyClaimed = (line: Line, ...values: Value[]): boolean =>
  values.some((v) => typeof v === "number" && line.claims[v] !== undefined);

/** An unlabelled pair is an interval of the value only where it holds the value, give or take a slip. */
function plausible(line: Line, cell: Cell, low: Value, high: Value): boolean {
  if (typeof low !== "number" || typeof cell.value !== "number") return true;
  const v = line.tokens[cell.at]!.value;
  const a = line.tokens[low]!.value;
  if (typeof high !== "number") return a <= v;
  const b =
    Math.abs(line.tokens[high]!.value) > Math.abs(a) && a >= 0
      ? Math.abs(line.tokens[high]!.value)
      : line.tokens[high]!.value;
  return v >= Math.min(a, b) && v <= Math.max(a, b);
}

/** The bracket opening at token `open`: taken when its first part belongs to the value; false when it is about something else. */
function bracket(found: Found, cell: Cell, open: number): boolean {
  const { line } = found;
  const close = line.partner[open]!;
  let i = open + 1;
  while (i < close) {
    const next = segment(found, cell, i, close);
    if (next === i && i === open + 1) return false;
    i = Math.max(next, i);
    while (i < close && !isSeparator(line, i, open)) {
      if (line.partner[i]! > i) i = line.partner[i]!;
      i++;
    }
    i++;
  }
  cell.last = close;
  return true;
}

const isSeparator = (line: Line, i: number, open: number): boolean =>
  (norm(line, i) === ";" || norm(line, i) === ",") && line.depth[i] === line.depth[open]! + 1;

/** One part of a bracket from token `i`; returns the index after what was taken, or `i`. */
function segment(found: Found, cell: Cell, i: number, close: number): number {
  const { line } = found;
  const labelled = found.intervals.labelled.find((v) => v.first === i && !v.taken);
  if (labelled) {
    if (cell.interval) return i;
    labelled.taken = true;
    cell.interval = labelled;
    return labelled.last + 1;
  }
  const p = pStarting(found, i);
  if (p) {
    if (cell.p || p.threshold) return i;
    cell.p = p;
    return p.last + 1;
  }
  const spread = spreadAt(line, i);
  const pm = norm(line, i) === "±";
  if (spread || pm) {
    let j = pm ? i + 1 : norm(line, i) === "standard" ? i + 2 : i + 1;
    if (/^[,=:±]$/.test(norm(line, j))) j++;
    if (free(line, j) && cell.spread === undefined) {
      cell.spread = j;
      if (spread) cell.spreadType = spread;
      line.claims[j] = "cell";
      return norm(line, j + 1) === "%" ? j + 2 : (unitAt(line, j + 1)?.to ?? j + 1);
    }
    return i;
  }
  let j = i;
  if (norm(line, j) === "n" && (norm(line, j + 1) === "=" || isNumber(line, j + 1)))
    j += norm(line, j + 1) === "=" ? 2 : 1;
  if (/^[<>~]=?$/.test(norm(line, j)) && norm(line, j + 2) === "%") j++;
  if (!free(line, j)) return i;
  return numbers(found, cell, i, j, close);
}

/** A number at token `j` of a bracket: a fraction, a pair of bounds, a percentage, a count, or a lone number. */
function numbers(found: Found, cell: Cell, i: number, j: number, close: number): number {
  const { line } = found;
  const t = line.tokens[j]!;
  const after = norm(line, j + 1);
  if (
    after === "/" &&
    free(line, j + 2) &&
    t.integer &&
    line.tokens[j + 2]!.integer &&
    line.tokens[j + 2]!.value >= t.value &&
    (cell.form === "percent" || cell.form === "number") &&
    cell.total === undefined
  ) {
    if (cell.form === "percent") cell.count = j;
    else return i;
    cell.total = j + 2;
    take(line, cell, cell.last, j, j + 2);
    return j + 3;
  }
  if (cell.form === "percent" && t.integer && after === "of" && cell.count === undefined) {
    let k = j + 2;
    while (/^(?:the|a|total|of)$/.test(norm(line, k))) k++;
    if (free(line, k)) {
      cell.count = j;
      cell.total = k;
      take(line, cell, cell.last, j, k);
      return k + 1;
    }
  }
  const bounds = j === i ? boundsAt(line, j) : undefined;
  if (
    bounds &&
    !cell.interval &&
    bounds.end <= close &&
    cell.form !== "fraction" &&
    !anyClaimed(line, bounds.low, bounds.high) &&
    boundsFit(line, cell, bounds, close)
  ) {
    cell.interval = {
      first: j,
      last: bounds.end - 1,
      type: "unlabelled",
      level: null,
      low: bounds.low,
      high: bounds.high,
    };
    claim(line, bounds.low);
    claim(line, bounds.high);
    return bounds.end;
  }
  if (after === "%" || after === "percent") {
    if (
      cell.form !== "percent" &&
      cell.percent === undefined &&
      (cell.form === "fraction" || (line.tokens[cell.at]!.integer && !cell.unit && cell.spread === undefined))
    ) {
      cell.percent = j;
      take(line, cell, cell.last, j);
      return j + 2;
    }
    return i;
  }
  const unit = unitAt(line, j + 1);
  if (
    unit &&
    cell.unit &&
    unit.kind !== "dose" &&
    unit.name !== cell.unit.name &&
    cell.also === undefined &&
    /^(?:[),;\]]|)$/.test(norm(line, unit.to)) &&
    unit.kind !== "time" &&
    j === i
  ) {
    cell.also = { at: j, unit };
    take(line, cell, cell.last, j);
    return unit.to;
  }
  if (
    cell.form === "percent" &&
    t.integer &&
    cell.count === undefined &&
    (j > i ||
      /^(?:patients?|participants?|women|men|subjects?|cases?|events?|deaths?|children|persons?|people|individuals?|eyes?|infants?)$/.test(
        after,
      ))
  ) {
    if (j > i && cell.total === undefined && line.tokens[cell.at]!.value <= 100) {
      // "(n = 172)" after a percentage is its total when it is larger than the percentage could count
      cell.count = j;
    } else cell.count = j;
    take(line, cell, cell.last, j);
    return j + 1 + (j > i ? 0 : 1);
  }
  const alone = j + 1 === close || /^[;,]$/.test(after) || (after === "%" && j + 2 === close);
  const sameUnit = unit && cell.unit && unit.name === cell.unit.name;
  if (
    j === i &&
    (alone || sameUnit) &&
    cell.aside === undefined &&
    cell.spread === undefined &&
    cell.form !== "fraction"
  ) {
    cell.aside = j;
    cell.asideFirst = i;
    take(line, cell, cell.last, j);
    return sameUnit ? unit.to : j + 1;
  }
  return i;
}

/** In brackets "(34.8, 49.6)" is a pair of bounds, "(1, 2)" of citations; commas ask for the value to lie between. */
function boundsFit(
  line: Line,
  cell: Cell,
  bounds: { low: Value; high: Value; end: number },
  close: number,
): boolean {
  const ends =
    bounds.end === close || /^[;,]$/.test(norm(line, bounds.end)) || norm(line, bounds.end) === "range";
  if (!ends) return false;
  if (plausible(line, cell, bounds.low, bounds.high)) return true;
  if (typeof bounds.low !== "number" || typeof bounds.high !== "number") return true;
  const comma = norm(line, bounds.low + 1) === "," || norm(line, bounds.low + 1) === ";";
  return !comma && !line.tokens[bounds.low]!.integer;
}
