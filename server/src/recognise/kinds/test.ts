/** Test statistics with their degrees of freedom, in the style of the APA and of medical journals. */
import type { Draft, PDraft } from "../draft.js";
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

function testAt(line: Line, i: number, ps: readonly PDraft[]): Read | undefined {
  const t = line.tokens[i]!;
  let statistic = STATISTICS.get(t.norm);
  let df: number[] = [];
  let j = i + 1;
  // "F1,55 =" and "t28 =": the first degrees of freedom are glued to the letter
  const gluedDf = /^([tf])(\d{1,3})$/.exec(t.norm);
  if (!statistic && gluedDf) {
    statistic = STATISTICS.get(gluedDf[1]!);
    if (gluedDf[1] === "f" && !(norm(line, j) === "," && isNumber(line, j + 1))) return undefined;
    if (norm(line, j) === "," && isNumber(line, j + 1)) {
      df = [j + 1];
      j += 2;
    }
    if (norm(line, j) !== "=") return undefined;
  }
  // "F 1,199 = 0.45": a subscript that lost its place reads like a number with thousands
  const subscript =
    statistic === "F" &&
    isNumber(line, j) &&
    /^\d{1,2},\d+$/.test(line.tokens[j]!.text) &&
    norm(line, j + 1) === "=";
  if (subscript) {
    df = [j];
    j++;
  }
  if (!statistic) return undefined;
  if (t.norm === "h" && t.text !== "H") return undefined;
  if (t.norm.length === 1 && t.norm !== "χ" && !printedAsSymbol(statistic, t.text)) return undefined;
  if (
    (t.norm === "χ" || t.norm === "chi") &&
    (norm(line, j) === "2" ||
      norm(line, j) === "²" ||
      norm(line, j) === "squared" ||
      norm(line, j) === "square")
  ) {
    if (isNumber(line, j)) line.claims[j] = "name";
    j++;
  }
  while (/^(?:statistic|test|value|squared|square|score)$/.test(norm(line, j))) j++;
  const bracket = degrees(line, j);
  const withDf = subscript || bracket !== undefined || gluedDf !== null;
  if (bracket) {
    df = [...df, ...bracket.df];
    j = bracket.next;
  }
  if (norm(line, j) === "value" || norm(line, j) === "statistic") j++;
  const sign = norm(line, j);
  const negligible = sign === "<" || sign === ">" || sign === "<=" || sign === ">=";
  if (
    sign !== "=" &&
    sign !== ":" &&
    !negligible &&
    !(t.norm.startsWith("chi-") && /^(?:of|,|was)$/.test(sign))
  )
    return undefined;
  const at = j + 1;
  if (!isNumber(line, at) || line.claims[at] !== undefined) return undefined;
  // "at t = −5 minutes"
  if (UNITS.at(line, at + 1)?.value.kind === "time" && norm(line, at + 1).length > 1) return undefined;
  if (t.norm === "r" && !withDf) return undefined;
  if ((t.norm === "w" || t.norm === "u" || t.norm === "q") && t.text !== t.norm.toUpperCase())
    return undefined;
  line.claims[at] = "statement";
  let last = at;
  let k = at + 1;
  const later = laterDegrees(line, k);
  if (later) {
    df = [...df, ...later.df];
    last = later.last;
    k = later.next;
  }
  for (const d of df) line.claims[d] = "statement";
  if (gluedDf) df = [i, ...df];
  const draft: Draft = {
    kind: "test",
    first: i,
    last,
    value: at,
    statistic,
    df,
    explain: [`test ← '${t.text}'`],
  };
  const p = ps.find(
    (q) =>
      q.first >= k && q.first <= k + 3 && !q.owner && /^(?:[,;(]|with|and|two-tailed|)$/.test(norm(line, k)),
  );
  if (p && !p.threshold) {
    draft.p = p;
    p.owner = draft;
    draft.last = p.last;
  }
  return { draft, next: last + 1 };
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
