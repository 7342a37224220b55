/** Test statistics with their degrees of freedom, in the style of the APA and of medical journals. */
import { words } from "../../text/words.js";
import { newDraft, type Draft, type PDraft } from "../draft.js";
import { STATISTICS, type Statistic } from "../lexicon/statistics.js";
import { UNITS } from "../lexicon/units.js";
import { isNumber, norm, type Line } from "../line.js";
import { MARK } from "../marks.js";

interface Read {
  readonly draft: Draft;
  readonly next: number;
}

/** All test statistics of a sentence; their numbers are claimed. */
export function readTests(line: Line, ps: readonly PDraft[]): Draft[] {
  const out: Draft[] = [];
  for (let i = 0; i < line.tokens.length; i++) {
    if (!(line.marks[i]! & MARK.statistic) || line.tokens[i]!.type !== "word") continue;
    const read = testAt(line, i, ps);
    if (!read) continue;
    out.push(read.draft);
    i = read.next - 1;
  }
  return out;
}

/** A statistic as named before its value. */
interface Named {
  readonly statistic: Statistic;
  /** Tokens of the degrees of freedom; the statistic's own where they are glued to its letter. */
  readonly df: readonly number[];
  /** The token after it. */
  readonly next: number;
}

function testAt(line: Line, i: number, ps: readonly PDraft[]): Read | undefined {
  const named = gluedAt(line, i) ?? symbolAt(line, i);
  if (!named) return undefined;
  let j = named.next;
  while (STATISTIC_NOUNS.has(norm(line, j))) j++;
  const bracket = degrees(line, j);
  if (bracket) j = bracket.next;
  if (norm(line, j) === "value" || norm(line, j) === "statistic") j++;
  const before = [...named.df, ...(bracket?.df ?? [])];
  if (!equals(line, i, j) || !printedAsTest(line, i, before.length > 0)) return undefined;
  const at = j + 1;
  if (!isNumber(line, at) || line.claims[at] !== undefined) return undefined;
  // "at t = −8 minutes"
  if (UNITS.at(line, at + 1)?.value.kind === "time" && norm(line, at + 1).length > 1) return undefined;
  const later = laterDegrees(line, at + 1);
  const df = [...before, ...(later?.df ?? [])];
  // "after one week (t = 2)": a time
  if (
    named.statistic === "t" &&
    df.length === 0 &&
    line.tokens[at]!.integer &&
    !ps.some((p) => p.first - at === 2)
  ) {
    line.claims[at] = "time";
    return undefined;
  }
  line.claims[at] = "statement";
  for (const d of df) if (d !== i) line.claims[d] = "statement";
  const draft = newDraft("test", i, later?.last ?? at, `'${line.tokens[i]!.text}'`);
  draft.value = at;
  draft.statistic = named.statistic;
  draft.df = df;
  const next = draft.last + 1;
  takeP(line, draft, later?.next ?? at + 1, ps);
  return { draft, next };
}

const STATISTIC_NOUNS = words("statistic test value squared square score");

/** "F1,47 =" and "t28 =": the first degrees of freedom are glued to the letter. */
function gluedAt(line: Line, i: number): Named | undefined {
  const glued = /^([tf])\d{1,3}$/.exec(norm(line, i));
  if (!glued) return undefined;
  const statistic = STATISTICS.get(glued[1]!)!;
  const second = norm(line, i + 1) === "," && isNumber(line, i + 2);
  if (statistic === "F" && !second) return undefined;
  const next = second ? i + 3 : i + 1;
  return norm(line, next) === "=" ? { statistic, df: second ? [i, i + 2] : [i], next } : undefined;
}

function symbolAt(line: Line, i: number): Named | undefined {
  const t = line.tokens[i]!;
  const statistic = STATISTICS.get(t.norm);
  if (!statistic) return undefined;
  if (t.norm === "h" && t.text !== "H") return undefined;
  if (t.norm.length === 1 && t.norm !== "χ" && !printedAsSymbol(statistic, t.text)) return undefined;
  const next = i + 1;
  // "F 1,164 = 0.52": a subscript that lost its place reads like a number with thousands
  if (
    statistic === "F" &&
    isNumber(line, next) &&
    /^\d{1,2},\d+$/.test(line.tokens[next]!.text) &&
    norm(line, next + 1) === "="
  )
    return { statistic, df: [next], next: next + 1 };
  // "t 38 = 2.91", "χ2 1 = 4.2"
  if (statistic === "t" && lostSubscript(line, next)) return { statistic, df: [next], next: next + 1 };
  if ((t.norm === "χ" || t.norm === "chi") && SQUARED.has(norm(line, next))) {
    if (isNumber(line, next)) line.claims[next] = "name";
    return { statistic, df: [], next: next + 1 };
  }
  if (statistic === "chi2" && t.norm !== "h" && lostSubscript(line, next))
    return { statistic, df: [next], next: next + 1 };
  return { statistic, df: [], next };
}

const lostSubscript = (line: Line, at: number): boolean =>
  line.tokens[at]?.integer === true && norm(line, at + 1) === "=" && isNumber(line, at + 2);

const SQUARED = words("2 ² squared square");

/** `=`, `:` or a comparison at token `j`; after "chi-square" also "of" and "was". */
function equals(line: Line, i: number, j: number): boolean {
  const sign = norm(line, j);
  return SIGNS.has(sign) || (norm(line, i).startsWith("chi-") && /^(?:of|,|was)$/.test(sign));
}

const SIGNS = words("= : < > <= >=");

/** Letters with other meanings count only with degrees of freedom (r) or printed large (W, U, Q). */
function printedAsTest(line: Line, i: number, withDf: boolean): boolean {
  const t = line.tokens[i]!;
  if (t.norm === "r") return withDf;
  return !(t.norm === "w" || t.norm === "u" || t.norm === "q") || t.text === t.norm.toUpperCase();
}

/** The p-value after the test, from token `k` on, is its own. */
function takeP(line: Line, draft: Draft, k: number, ps: readonly PDraft[]): void {
  const p = ps.find(
    (q) =>
      !q.owner &&
      (q.first === k ||
        (q.first > k && q.first <= k + 3 && /^(?:[,;(]|with|and|two-tailed|)$/.test(norm(line, k)))),
  );
  if (!p || p.threshold) return;
  draft.p = p;
  p.owner = draft;
  draft.last = p.last;
}

/** `t` and `z` are printed small or large, F always large. */
const printedAsSymbol = (statistic: Statistic, text: string): boolean => statistic !== "F" || text === "F";

/** `(28)`, `(2, 45)`, `(1, N = 90)`, `[1,55]`, `(df = 2)`. */
function degrees(line: Line, i: number): { df: number[]; next: number } | undefined {
  const open = norm(line, i);
  if ((open !== "(" && open !== "[") || line.partner[i]! < 0 || line.partner[i]! - i > 10) return undefined;
  const df: number[] = [];
  for (let k = i + 1; k < line.partner[i]!; k++) {
    const w = norm(line, k);
    if (isNumber(line, k)) {
      if (line.claims[k] !== undefined) return undefined;
      if (norm(line, k - 1) === "=" && norm(line, k - 2) === "n") line.claims[k] = "statement";
      else df.push(k);
    } else if (!/^(?:,|;|df|d\.f|=|n|-)$/.test(w)) return undefined;
  }
  return df.length ? { df, next: line.partner[i]! + 1 } : undefined;
}

/** ", df = 2", "(df = 1)", "; d.f. = 3", "on 2 degrees of freedom". */
function laterDegrees(line: Line, i: number): { df: number[]; next: number; last: number } | undefined {
  let k = i;
  if (/^[,;([]$/.test(norm(line, k)) || norm(line, k) === "with" || norm(line, k) === "on") k++;
  if (
    norm(line, k) === "df" ||
    (norm(line, k) === "d" && norm(line, k + 1) === "." && norm(line, k + 2) === "f") ||
    norm(line, k) === "dof"
  ) {
    k += norm(line, k) === "d" ? 3 : 1;
    while (/^[=:.]$/.test(norm(line, k))) k++;
    if (!isNumber(line, k)) return undefined;
    const df = [k];
    let last = k;
    if (norm(line, k + 1) === "," && isNumber(line, k + 2) && /^[;,)]$/.test(norm(line, k + 3))) {
      df.push(k + 2);
      last = k + 2;
    }
    let next = last + 1;
    if (/^[)\]]$/.test(norm(line, next)) && line.partner[next]! === i) next++;
    return { df, next, last };
  }
  if (
    isNumber(line, k) &&
    (norm(line, k + 1) === "degrees" ||
      norm(line, k + 1) === "degree" ||
      norm(line, k + 1) === "df" ||
      norm(line, k + 1) === "d.f")
  ) {
    return { df: [k], next: k + 2, last: k };
  }
  return undefined;
}
