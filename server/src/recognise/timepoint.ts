/** Time points: "at 12 months", "2-, 4- and 6-year", "week 24"; what landmark rates and visits are dated by. */
import { words } from "../text/words.js";
import { isNumber, norm, type Line } from "./line.js";
import { MARK } from "./marks.js";
import { PEOPLE } from "./lexicon/people.js";
import { TIME_NOUNS, UNITS } from "./lexicon/units.js";

export interface TimePoint {
  /** Token span, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  readonly values: readonly number[];
  readonly tokens: readonly number[];
  readonly unit: string;
  /** Printed as a modifier: "5-year", "2-, 4-, and 6-year". */
  readonly modifier: boolean;
}

/** A letter of its own is a unit behind words of place in time alone: "at 24 h", not "12 d". */
const timeUnit = (line: Line, i: number, placed = false): { name: string; end: number } | undefined => {
  const u = UNITS.at(line, i);
  if (!u || u.value.kind !== "time" || !u.value.name) return undefined;
  const letter = norm(line, i);
  if (letter.length === 1 && !line.tokens[i]!.glued && !(placed && LETTERS.has(letter))) return undefined;
  return { name: u.value.name, end: u.end };
};

const LETTERS = words("h d y");

/** Prepositions that make a stretch of time a point or span of the study, no result. */
const BEFORE = words(`
at after within for over during every through until before in last next first previous past
preceding subsequent following each to beyond prior by from than under least minimum ≥ per up
additional further another then post baseline or about approximately around since exceeding once
`);

const SINGULAR = words("year month week day hour");

/** Short forms stand for one and for many; before these words they are no modifier: "5 yr after", "24 mo and". */
const SHORT_FORM = words("yr mo wk");
const AFTER_SPAN = words(`
after before of in and or was were is are with for to the from post had respectively vs versus than at on by who
`);

/** All time points of the sentence. Numbers are not claimed: a median may still own them. */
export function timePoints(line: Line): TimePoint[] {
  const out: TimePoint[] = [];
  for (let i = 0; i < line.tokens.length; i++) {
    const mark = line.marks[i]!;
    const point = isNumber(line, i)
      ? listAt(line, i, out.at(-1))
      : mark & MARK.time
        ? named(line, i)
        : mark & MARK.numeral
          ? worded(line, i)
          : undefined;
    if (!point) continue;
    out.push(point);
    i = point.to - 1;
  }
  return out;
}

const SMALL = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];
const TENS: ReadonlyMap<string, number> = new Map([
  ["fourteen", 14],
  ["twenty", 20],
  ["thirty", 30],
  ["sixty", 60],
  ["ninety", 90],
]);

/** "three-year", "One-year": the number and its unit in one word. */
function worded(line: Line, i: number): TimePoint | undefined {
  const m = /^([a-z]+)[-‐‑–](year|month|week|day|hour)s?$/.exec(norm(line, i));
  const value = m ? (TENS.get(m[1]!) ?? SMALL.indexOf(m[1]!)) : -1;
  return m && value > 0
    ? { from: i, to: i + 1, values: [value], tokens: [], unit: m[2]!, modifier: true }
    : undefined;
}

/** "at week 2 and 17 (71%) at week 4", "week 2 and 17 women": a count, no other week. */
const counts = (line: Line, k: number): boolean =>
  PEOPLE.has(norm(line, k + 1)) ||
  (norm(line, k + 1) === "(" && isNumber(line, k + 2) && norm(line, k + 3) === "%");

/** "week 24", "weeks 10 and 38", "month 6". */
function named(line: Line, i: number): TimePoint | undefined {
  const unit = TIME_NOUNS.get(norm(line, i));
  if (!unit || isNumber(line, i - 1) || !isNumber(line, i + 1) || line.claims[i + 1]) return undefined;
  if (norm(line, i - 1) === "-" || norm(line, i - 1) === "per" || norm(line, i - 1) === "of")
    return undefined;
  // "on d 3", not "Cohen's d 0.4"
  if (unit === "day" && norm(line, i) === "d" && !/^(?:on|at|by|from|until|to|and)$/.test(norm(line, i - 1)))
    return undefined;
  const tokens = [i + 1];
  let j = i + 2;
  for (;;) {
    let k = j;
    while (/^(?:,|and|or|to|-|through|vs|\/)$/.test(norm(line, k))) k++;
    if (k === j || k - j > 2 || !isNumber(line, k) || line.claims[k]) break;
    const after = norm(line, k + 1);
    if (after === "%" || after === "±" || UNITS.at(line, k + 1) || counts(line, k)) break;
    const t = line.tokens[k]!;
    if (!t.integer) break;
    tokens.push(k);
    j = k + 1;
  }
  const first = line.tokens[tokens[0]!]!;
  if (!first.integer || norm(line, j) === "%" || norm(line, j) === "±") return undefined;
  return {
    from: i,
    to: j,
    values: tokens.map((k) => Math.abs(line.tokens[k]!.value)),
    tokens,
    unit,
    modifier: false,
  };
}

/** "12 months", "12-month", "2, 4 and 6 years", "2-, 4- and 6-year" beginning at a number. */
function listAt(line: Line, i: number, before: TimePoint | undefined): TimePoint | undefined {
  const tokens: number[] = [];
  let hyphens = 0;
  let j = i;
  let to = -1;
  let unit = "";
  let modifier = false;
  const placed = precededByPlace(line, i);
  for (let steps = 0; steps < 8 && isNumber(line, j); steps++) {
    if (line.claims[j]) return undefined;
    tokens.push(j);
    let k = j + 1;
    const u0 = timeUnit(line, k, placed);
    if (u0) {
      to = u0.end;
      unit = u0.name;
      // "7 year event-free survival" modifies like "5-year"
      if (
        line.tokens[j]!.value !== 1 &&
        (SINGULAR.has(norm(line, k)) ||
          (SHORT_FORM.has(norm(line, k)) && !AFTER_SPAN.has(norm(line, u0.end)))) &&
        line.tokens[u0.end]?.type === "word" &&
        tokens.length === 1 &&
        line.tokens[j]!.integer
      )
        modifier = true;
    }
    if (norm(line, k) === "-" && line.tokens[k]!.glued) {
      const u = timeUnit(line, k + 1);
      if (u && !isNumber(line, k + 1)) {
        to = u.end;
        unit = u.name;
        modifier = true;
        k = u.end;
      } else {
        hyphens++;
        k++;
      }
    } else if (u0) k = u0.end;
    // "2-year, 4-year, and 6-year" goes on
    let m = k;
    while (/^(?:,|and|or|to|&|\/|-)$/.test(norm(line, m))) m++;
    const goesOn = m > k || hyphens > 0 ? isNumber(line, m) && !line.claims[m] : false;
    if (!goesOn || m - k > 2) break;
    if (unit && !continues(line, m, unit)) break;
    j = m;
  }
  if (!unit || to < 0) return undefined;
  const inside = tokens.filter((k) => k < to);
  if (!modifier && inside.length > 0 && !placed && !goesOnFrom(line, i, before)) return undefined;
  return {
    from: i,
    to,
    values: inside.map((k) => Math.abs(line.tokens[k]!.value)),
    tokens: inside,
    unit,
    modifier,
  };
}

/** True when the number at `m` is itself followed by the same unit of time as a modifier. */
function continues(line: Line, m: number, unit: string): boolean {
  const k = norm(line, m + 1) === "-" ? m + 2 : m + 1;
  return timeUnit(line, k)?.name === unit && norm(line, m + 1) === "-";
}

/** "at 6 weeks, 12 weeks, and 6 months": a whole number behind a comma goes on with the list of times. */
function goesOnFrom(line: Line, i: number, before: TimePoint | undefined): boolean {
  if (!before || before.modifier || before.tokens.length === 0 || !line.tokens[i]!.integer) return false;
  let k = i - 1;
  if (norm(line, k) === "and" || norm(line, k) === "or") k--;
  return norm(line, k) === "," && before.to === k;
}

function precededByPlace(line: Line, i: number): boolean {
  const before = norm(line, i - 1);
  // "compared to 22 min"
  if (before === "to" && /^(?:compared|relative)$/.test(norm(line, i - 2))) return false;
  if (BEFORE.has(before)) return true;
  if (before === "the" || before === "a" || before === "(")
    return BEFORE.has(norm(line, i - 2)) && before === "the";
  return false;
}
