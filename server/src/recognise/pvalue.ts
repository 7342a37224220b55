/** P-values: every reported one, its comparator, what it tests, and whether it is only a cut-off. */
import { words } from "../text/words.js";
import type { Comparator, PValueTag } from "../extraction.js";
import type { PDraft } from "./draft.js";
import { isNumber, norm, type Line } from "./line.js";

const P_WORDS = words(`
  p ps pvalue p-value p-values pvalues p's p‐value p–value ptrend pinteraction p-interaction p-trend
  pheterogeneity p-heterogeneity phet pint pnoninferiority pnon-inferiority p-noninferiority
  psuperiority plog-rank plogrank pfdr padj padjusted pcorrected pcorr puncorrected pbonferroni
  ptwo-sided pone-sided p2-tailed pfor pdiff pdifference pgroup poverall pcombined pmeta pall
`);

const TAGS: readonly (readonly [RegExp, PValueTag])[] = [
  [/interact|^p-?int$/, "interaction"],
  [/trend$|^trends$/, "trend"],
  [/heterogen|^p-?het$/, "heterogeneity"],
  [/non-?inferior/, "noninferiority"],
  [/^(?:one|1)-?(?:sided|tailed)$/, "one-sided"],
];

const tagOf = (word: string): PValueTag | null => TAGS.find(([pattern]) => pattern.test(word))?.[1] ?? null;

/** Words that may stand between "P" and its comparator. */
const BETWEEN = words(`
  value values for of the was were is trend interaction int heterogeneity het noninferiority
  non-inferiority superiority log-rank logrank log rank test overall difference linear linearity
  adjusted adj corrected uncorrected unadjusted both all by in each from level levels ranging
  one-sided two-sided 2-sided 1-sided sided two-tailed tailed cox ( ) [ ] , : _ - at least
  multivariate univariate multivariable non-linearity nonlinearity equivalence bonferroni
  comparisons comparison group time x × being equal to fdr fisher exact χ2 chi-square
  mantel-haenszel stratified likelihood ratio homogeneity age sex treatment effect effects between
  groups equals significance statistical value,
`);

const NEGLIGIBLE_WORDS = words("nonsignificant non-significant ns n.s n.s.");

const COMPARATORS: Readonly<Record<string, Comparator>> = {
  "=": "=",
  "<": "<",
  ">": ">",
  "<=": "<=",
  ">=": ">=",
  "≈": "=",
  "~": "=",
  "≅": "=",
};

interface Compared {
  readonly comparator: Comparator;
  readonly next: number;
}

/** `=`, `<`, `= <`, `=or<`, `< or =`, `less than`, `greater than`, `= or less than`. */
function comparatorAt(line: Line, at: number): Compared | undefined {
  let i = at;
  let found: Comparator | undefined;
  for (let steps = 0; steps < 6; steps++) {
    const w = norm(line, i);
    const c = COMPARATORS[w];
    if (c) found = merge(found, c);
    else if ((w === "less" || w === "lower" || w === "smaller") && norm(line, i + 1) === "than") {
      found = merge(found, "<");
      i++;
    } else if (
      (w === "greater" || w === "more" || w === "larger" || w === "higher") &&
      norm(line, i + 1) === "than"
    ) {
      found = merge(found, ">");
      i++;
    } else if (w === "or" && (found || COMPARATORS[norm(line, i + 1)])) {
      i++;
      continue;
    } else if ((w === "equal" || w === "equals") && found) {
      found = merge(found, "=");
      if (norm(line, i + 1) === "to") i++;
    } else break;
    i++;
  }
  return found ? { comparator: found, next: i } : undefined;
}

/** `= <` is `<`; `< or =` is `<=`. Which of the two is meant shows in the word "or", but both bound alike in `= <`. */
function merge(a: Comparator | undefined, b: Comparator): Comparator {
  if (!a || a === b) return b;
  if ((a === "=" && b === "<") || (a === "<" && b === "=")) return a === "=" ? "<" : "<=";
  if ((a === "=" && b === ">") || (a === ">" && b === "=")) return a === "=" ? ">" : ">=";
  return b;
}

const usesOr = (line: Line, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (norm(line, i) === "or") return true;
  return false;
};

/** Words of a sentence that sets a level of significance instead of reporting a p-value. */
const SETS_LEVEL = words(`
  considered regarded deemed accepted defined denote denoted denotes taken set judged interpreted
  threshold cutoff cut-off criterion alpha boundary boundaries significance-level genome-wide
  indicated indicates indicating entered assumed chosen required adopted
`);
const LEVEL_OBJECT = words("significant significance threshold alpha cutoff cut-off genome-wide");

function setsLevel(line: Line, first: number, comparator: Comparator): boolean {
  // "efficacy boundaries were one-sided P = .0048"
  for (let i = first - 1; i >= Math.max(0, first - 5); i--) {
    if (/^(?:boundary|boundaries|threshold|thresholds|alpha)$/.test(norm(line, i))) return true;
    if (
      !/^(?:was|were|of|at|is|are|one-sided|two-sided|set|a|an|:|=|to|be|level|two|one|sided|-|1-sided|2-sided)$/.test(
        norm(line, i),
      )
    )
      break;
  }
  let sets = false;
  let object = false;
  const from = Math.max(0, first - 25);
  const to = Math.min(line.tokens.length, first + 25);
  for (let i = from; i < to; i++) {
    const w = norm(line, i);
    if (w === ";" && i < first) {
      sets = object = false;
    }
    if (SETS_LEVEL.has(w)) sets = true;
    if (LEVEL_OBJECT.has(w)) object = true;
  }
  if (!sets || !object) return false;
  return comparator !== "=";
}

const inRange = (v: number): boolean => v >= 0 && v <= 1.5;

/** A p-value at token `i` ("P", "p-value", "Ptrend"), or undefined. */
function pAt(line: Line, i: number): PDraft | undefined {
  const word = norm(line, i);
  if (!P_WORDS.has(word)) return undefined;
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
  if (NEGLIGIBLE_WORDS.has(norm(line, at))) return nsAt(i, at, line, tag);
  if (norm(line, at) === "not" && norm(line, at + 1) === "significant") return nsAt(i, at + 1, line, tag);
  const numberAt = norm(line, at) === "." && isNumber(line, at + 1) ? at + 1 : at;
  const token = line.tokens[numberAt];
  if (token?.type !== "number") return undefined;
  if (!inRange(Math.abs(token.value)) && !compared) return undefined;
  if (norm(line, numberAt + 1) === "%" && !compared) return undefined;
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
  };
}

const nsAt = (first: number, last: number, line: Line, tag: PValueTag | null): PDraft => ({
  first,
  last,
  comparator: "ns",
  value: undefined,
  tag: tag ?? tagAround(line, first, last),
  threshold: false,
});

/** "one-sided P = .03", "P<0.001 for noninferiority", "interaction p=0.04", "test for trend, P = 0.02". */
function tagAround(line: Line, first: number, last: number): PValueTag | null {
  for (let i = first - 1; i >= Math.max(0, first - 4); i--) {
    const w = norm(line, i);
    if (w === ";" || w === "." || isNumber(line, i)) break;
    const t = tagOf(w);
    if (
      t &&
      t !== "noninferiority" &&
      (w !== "trend" || norm(line, i - 1) === "for" || norm(line, i - 1) === "linear")
    )
      return t;
    if (w === "(" || w === "[") {
      for (let k = i - 1; k >= Math.max(0, i - 6); k--) {
        const before = tagOf(norm(line, k));
        if (
          before === "heterogeneity" ||
          before === "interaction" ||
          (before === "trend" && norm(line, k - 1) === "for")
        )
          return before;
        if (isNumber(line, k) || norm(line, k) === ")" || norm(line, k) === ",") break;
      }
      break;
    }
    if ((w === "sided" || w === "tailed") && /^(?:one|1)$/.test(norm(line, i - 2))) return "one-sided";
    if ((w === "sided" || w === "tailed") && /^(?:one|1)$/.test(norm(line, i - 1))) return "one-sided";
  }
  let i = last + 1;
  if (norm(line, i) === "," || norm(line, i) === "[" || norm(line, i) === "(") i++;
  if (norm(line, i) === "for" || norm(line, i) === "by" || norm(line, i) === "test") {
    for (let k = i + 1; k < i + 6; k++) {
      const w = norm(line, k);
      if (w === "" || /^[;)\].(]$/.test(w)) break;
      const t = tagOf(w);
      if (t) return t;
    }
  }
  const direct = tagOf(norm(line, i));
  if (direct) return direct;
  if (/^(?:one|1)$/.test(norm(line, i)) && /^(?:sided|tailed)$/.test(norm(line, i + 2))) return "one-sided";
  return null;
}

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

/** All p-values of a sentence, in order; their numbers are claimed. */
export function readPValues(line: Line): PDraft[] {
  const out: PDraft[] = [];
  for (let i = 0; i < line.tokens.length; i++) {
    if (line.tokens[i]!.type !== "word") continue;
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
