/** P-values: every reported one, its comparator, what it tests, and whether it is only a cut-off. */
import type { Comparator, PValueTag } from "../extraction.js";
import type { PDraft } from "./draft.js";
import { BETWEEN, NEGLIGIBLE_WORDS, P_WORDS } from "./lexicon/pvalues.js";
import { type Line, isNumber, norm } from "./line.js";
import { type Compared, comparatorAt, usesOr } from "./pvalue/comparator.js";
import { setsLevel } from "./pvalue/level.js";
import { tagAround, tagOf } from "./pvalue/tag.js";
import { MARK } from "./marks.js";

const inRange = (v: number): boolean => v >= 0 && v <= 1.5;

/** "Pbaseline = 0.46", "P5 min = 0.63": what is tested is glued to the letter. */
function ofMoment(line: Line, i: number): boolean {
  if (!/^(?:P[a-z]{4,}|[Pp]\d{1,2})$/.test(line.tokens[i]!.text)) return false;
  const at = norm(line, i + 1) === "min" || norm(line, i + 1) === "h" ? i + 2 : i + 1;
  const value = line.tokens[at + 1];
  return /^[=<>]$/.test(norm(line, at)) && value?.type === "number" && /^0?[.,·]\d/.test(value.text);
}

/** A p-value at token `i` ("P", "p-value", "Ptrend"), or undefined. */
function pAt(line: Line, i: number): PDraft | undefined {
  const word = norm(line, i);
  if (!P_WORDS.has(word) && !ofMoment(line, i)) return undefined;
  let tag = tagOf(word);
  let j = i + 1;
  let compared: Compared | undefined;
  for (let steps = 0; steps < 12; steps++, j++) {
    compared = comparatorAt(line, j);
    if (compared) break;
    const w = norm(line, j);
    if (isNumber(line, j)) break;
    if (NEGLIGIBLE_WORDS.has(w) || (w === "n" && norm(line, j + 1) === "." && norm(line, j + 2) === "s"))
      return nsAt(i, j, line, tag);
    if (w === "not" && /^significant/.test(norm(line, j + 1))) return nsAt(i, j + 1, line, tag);
    const t = tagOf(w);
    if (t) tag = t;
    else if (!BETWEEN.has(w)) {
      // "P for X = .03", "P value of 0.5": anything short may be tested
      if (norm(line, i + 1) !== "for" && norm(line, i + 2) !== "for") return undefined;
      if (/^[;.]$/.test(w) || w === "") return undefined;
    }
  }
  const at = compared ? compared.next : j;
  if (norm(line, at) === "n" && norm(line, at + 1) === "." && norm(line, at + 2) === "s")
    return nsAt(i, at + 2, line, tag);
  if (NEGLIGIBLE_WORDS.has(norm(line, at))) return nsAt(i, at, line, tag);
  if (norm(line, at) === "not" && norm(line, at + 1) === "significant") return nsAt(i, at + 1, line, tag);
  const numberAt = norm(line, at) === "." && isNumber(line, at + 1) ? at + 1 : at;
  const token = line.tokens[numberAt];
  if (token?.type !== "number") return undefined;
  if (!compared && !standsAlone(line, numberAt)) return undefined;
  const comparator = compared
    ? usesOr(line, j, at) && compared.comparator.length === 1
      ? ((compared.comparator + "=") as Comparator)
      : compared.comparator
    : "=";
  const fixed = (comparator as string) === "==" ? "=" : comparator;
  return {
    first: i,
    last: numberAt,
    comparator: fixed,
    value: numberAt,
    tag: tag ?? tagAround(line, i, numberAt),
    threshold: setsLevel(line, i, fixed),
    owner: undefined,
  };
}

/** A number that is a p-value without a comparator: "P .03", not "Aaltonen P(1)" of an author's institution. */
function standsAlone(line: Line, i: number): boolean {
  const { value, integer } = line.tokens[i]!;
  if (!inRange(Math.abs(value)) || norm(line, i + 1) === "%") return false;
  return !(integer && /^[([]$/.test(norm(line, i - 1)));
}

const nsAt = (first: number, last: number, line: Line, tag: PValueTag | null): PDraft => ({
  first,
  last,
  comparator: "ns",
  value: undefined,
  tag: tag ?? tagAround(line, first, last),
  threshold: false,
  owner: undefined,
});

/** `P = .03 and .04`, `P = 0.01, 0.02 and 0.5, respectively`: further numbers of the same p. */
function further(line: Line, p: PDraft): PDraft[] {
  const out: PDraft[] = [];
  let at = p.last + 1;
  for (let steps = 0; steps < 8; steps++) {
    let j = at;
    while (
      norm(line, j) === "," ||
      norm(line, j) === "and" ||
      norm(line, j) === "vs" ||
      norm(line, j) === "or" ||
      norm(line, j) === "to"
    )
      j++;
    if (j === at || j - at > 2) break;
    const c = comparatorAt(line, j);
    const k = c ? c.next : j;
    const t = line.tokens[k];
    if (t?.type !== "number" || t.integer || t.value < 0 || t.value > 1) break;
    const after = norm(line, k + 1);
    if (!c && !/^(?:[);\],.]|and|respectively|for|)$/.test(after)) break;
    if (
      !c &&
      norm(line, j - 1) === "," &&
      norm(line, p.first - 1) !== "(" &&
      after !== "," &&
      after !== "and"
    )
      break;
    out.push({
      ...p,
      first: k,
      last: k,
      value: k,
      comparator: c ? c.comparator : p.comparator === "<" || p.comparator === ">" ? p.comparator : "=",
    });
    at = k + 1;
  }
  // without a closing "and … respectively" a comma list belongs to something else
  const closes =
    out.length > 0 &&
    (norm(line, at) === ")" ||
      norm(line, at) === "]" ||
      norm(line, at) === "," ||
      norm(line, at) === ";" ||
      norm(line, at) === "" ||
      norm(line, at) === "." ||
      norm(line, at) === "for" ||
      norm(line, at) === "respectively");
  return closes ? out : [];
}

/** A lone "NS" in brackets or at the end of a list of values. */
function loneNS(line: Line, i: number): boolean {
  const t = line.tokens[i]!;
  if (t.norm !== "ns" || t.text !== "NS") return false;
  const before = norm(line, i - 1);
  const after = norm(line, i + 1);
  return (
    (before === "(" || before === "," || before === ";" || before === "[" || before === "=") &&
    (after === ")" || after === "]" || after === "" || after === "." || after === "," || after === ";")
  );
}

const mayBeP = (line: Line, i: number): boolean =>
  (line.marks[i]! & MARK.pValue) !== 0 || norm(line, i) === "ns";

/** All p-values of a sentence, in order; their numbers are claimed. */
export function readPValues(line: Line): PDraft[] {
  const out: PDraft[] = [];
  for (let i = 0; i < line.tokens.length; i++) {
    if (!mayBeP(line, i)) continue;
    const p = pAt(line, i);
    const found = p
      ? [p, ...(p.value === undefined ? [] : further(line, p))]
      : loneNS(line, i)
        ? [nsAt(i, i, line, null)]
        : [];
    for (const f of found) {
      if (f.value !== undefined) line.claims[f.value] = f.threshold ? "level of significance" : "statement";
      out.push(f);
    }
    const last = found[found.length - 1];
    if (last) i = last.last;
  }
  return out;
}
