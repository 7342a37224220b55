/** Reads one sentence: tokens → p-values, intervals, tests, background → cells → drafts. Depends on nothing but its text. */
import type { Section } from "../extraction.js";
import { readBackground } from "./background.js";
import { cellAt, type Cell } from "./cell.js";
import { classify } from "./classify.js";
import type { Draft, PDraft } from "./draft.js";
import { isNR } from "./draft.js";
import { notReachedAt, readIntervals } from "./interval.js";
import { readTests } from "./kinds/test.js";
import { distributeTimes } from "./kinds/share.js";
import { findParts, findTotals } from "./totals.js";
import { inWords, isNumber, lineOf, norm, type Line } from "./line.js";
import { readPValues } from "./pvalue.js";
import {
  headsBefore,
  readEndpoints,
  readHeads,
  onlyComma,
  strictlyLinked,
  type Carry,
  type Scope,
} from "./scope.js";
import { timePoints } from "./timepoint.js";

export interface SentenceReading {
  readonly scope: Scope;
  readonly drafts: Draft[];
  readonly ps: PDraft[];
}

/** Sentences without a digit or a number word hold nothing to read. */
const MAY_HOLD =
  /\d|\bNS\b|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|fou?rty|fifty|sixty|seventy|eighty|ninety|hundred)\b|\bnot (?:yet )?(?:been )?reached\b|\bnone of the\b|\bno (?:[\w-]+ ){0,3}(?:deaths?|adverse)\b/i;

/**
 * @param decimalComma whether the document writes 0,69 for 0.69
 * @param carry what the sentence before hands on; `kind` only where this sentence says "corresponding" or "respective"
 */
export function readSentence(
  text: string,
  section: Section["kind"],
  decimalComma: boolean,
  carry?: Carry,
): SentenceReading | undefined {
  if (!MAY_HOLD.test(text)) return undefined;
  const line = lineOf(text, decimalComma);
  const ps = readPValues(line);
  const tests = readTests(line, ps);
  const intervals = readIntervals(line);
  const points = timePoints(line);
  readBackground(line);
  const scope: Scope = {
    line,
    section,
    heads: readHeads(line),
    endpoints: readEndpoints(line),
    points,
    ps,
    intervals,
    cells: [],
    drafts: [...tests],
    carry: carried(text, carry),
  };
  claimTimePoints(scope);
  if (isPlan(scope)) claimAll(line, "planned");
  readCells(scope);
  shareUnits(scope);
  for (const cell of scope.cells) {
    const result = classify(scope, cell);
    if (typeof result === "object") accept(scope, cell, result);
    else release(scope, cell, result);
  }
  distributeTimes(scope, scope.drafts);
  findTotals(scope);
  findParts(scope);
  scope.drafts.sort((a, b) => a.first - b.first);
  attachLeftovers(scope);
  return { scope, drafts: scope.drafts, ps };
}

/** "80% power to detect a hazard ratio of 0.70": assumptions of the design, no results. */
function isPlan(scope: Scope): boolean {
  if (scope.section === "results" || scope.section === "conclusions") return false;
  const { line } = scope;
  for (let i = 0; i < line.tokens.length; i++) {
    const w = norm(line, i);
    if (
      w === "powered" ||
      (w === "power" &&
        (norm(line, i - 1) === "%" ||
          norm(line, i + 1) === "of" ||
          norm(line, i + 1) === "to" ||
          norm(line, i - 1) === "statistical"))
    )
      return true;
    if (
      w === "sample" &&
      norm(line, i + 1) === "size" &&
      /^(?:of|was|calculation|required|needed|calculated|estimate)$/.test(norm(line, i + 2))
    )
      return true;
    if (
      (w === "to" && norm(line, i + 1) === "detect" && /^(?:a|an|the)$/.test(norm(line, i + 2))) ||
      w === "hypothesized" ||
      w === "hypothesised"
    )
      return true;
  }
  return false;
}

/** Claims what nobody has, and takes p-values and intervals back. */
function claimAll(line: Line, reason: string): void {
  for (let i = 0; i < line.tokens.length; i++)
    if (isNumber(line, i) && /\d/.test(line.tokens[i]!.text) && line.claims[i] === undefined)
      line.claims[i] = reason;
}

const CORRESPONDING =
  /\b(?:corresponding|respective) (?:\w+ ){0,2}(?:figures?|values?|durations?|rates?|numbers?|medians?|means?|results?|estimates?|percentages?|proportions?|times?)\b/i;

/** The kind goes on only on an explicit word. */
const carried = (text: string, carry: Carry | undefined): Carry | undefined =>
  carry &&
  (CORRESPONDING.test(text)
    ? carry
    : carry.measure
      ? { measure: carry.measure, adjusted: carry.adjusted }
      : undefined);

/** What a sentence hands on to the next. */
export function carryOf(reading: SentenceReading | undefined): Carry | undefined {
  const drafts = reading?.drafts.filter((d) => d.kind !== "group-size" && d.kind !== "test") ?? [];
  const last = drafts.at(-1);
  if (!last) return undefined;
  const ratio = drafts.findLast((d) => d.kind === "effect" && /^(?:HR|OR|RR|IRR)$/.test(d.measure ?? ""));
  return {
    kind: last.kind === "effect" && !ratio ? undefined : last.kind,
    measure: ratio?.measure,
    adjusted: ratio?.adjusted,
  };
}

/** Time points are background, except a value of a median: "60-month median follow-up", "at a median of 12 months". */
function claimTimePoints(scope: Scope): void {
  for (const p of scope.points) {
    if (norm(scope.line, p.to) === "median" || norm(scope.line, p.to) === "mean") continue;
    for (const t of p.tokens) {
      if (scope.line.claims[t] === undefined || scope.line.claims[t] === "name") {
        const near = headsBefore(scope, t, 6)[0];
        if (
          !p.modifier &&
          near &&
          near.distance <= 2 &&
          !/^(?:at|after|within|until|from)$/.test(norm(scope.line, p.from - 1)) &&
          (near.at.head.type === "median" || near.at.head.type === "mean")
        )
          continue;
        if (!p.modifier && !scope.line.tokens[t]!.integer && medianGoverns(scope, t)) continue;
        if (
          !p.modifier &&
          /^(?:by|for|from|to)$/.test(norm(scope.line, p.from - 1)) &&
          p.tokens.length === 1 &&
          scope.line.tokens[p.from]!.type === "number" &&
          isResultOf(scope, t)
        )
          continue;
        scope.line.claims[t] = "time point";
      }
    }
  }
}

/** "median OS and PFS were shorter, at 12.8 months and 3.7 months": a decimal after a median is its value. */
const medianGoverns = (scope: Scope, t: number): boolean => {
  const near = headsBefore(scope, t, 30)[0];
  return (
    near !== undefined && near.cells === 0 && (near.at.head.type === "median" || near.at.head.type === "mean")
  );
};

/** "prolonged by 2.3 months", "from 5.1 to 8.4 months", "… 4.9 to 6.2 hours (P = .03)". */
function isResultOf(scope: Scope, t: number): boolean {
  const decimal = !scope.line.tokens[t]!.integer;
  return decimal && scope.ps.length > 0;
}

function readCells(scope: Scope): void {
  const { line } = scope;
  for (let i = 0; i < line.tokens.length; i++) {
    if (line.claims[i] !== undefined) continue;
    if (isNumber(line, i)) {
      if (inWords(line.tokens[i]!) && !countsPeople(line, i)) continue;
    } else if (!(line.tokens[i]!.type === "word" && notReachedValue(scope, i))) continue;
    line.claims[i] = "cell";
    scope.cells.push(cellAt(scope, i));
  }
}

/** Numbers in words are read where they count: "three (7.5%) patients", "Thirty-three patients", "two vs seven". */
function countsPeople(line: Line, i: number): boolean {
  const t = line.tokens[i]!;
  if (t.value > 12 || t.value === 0) return true;
  const after = norm(line, i + 1);
  return (
    after === "(" ||
    after === "[" ||
    after === "of" ||
    line.tokens[i + 1]?.type === "word" ||
    after === "," ||
    after === ")"
  );
}

/** "not reached" as a value: after "median", "vs" or "and", outside a labelled interval. */
function notReachedValue(scope: Scope, i: number): boolean {
  const { line } = scope;
  const nr = notReachedAt(line, i);
  if (!nr || isInsideInterval(scope, i)) return false;
  const heads = headsBefore(scope, i, 40);
  if (!heads.some((h) => h.at.head.type === "median")) return false;
  return (
    /^(?:was|were|is|not|vs|v|versus|and|,|median|to|of|has|had|yet|\(|been|with|;|=|:|in|months|survival|os|pfs)$/.test(
      norm(line, i - 1),
    ) || true
  );
}

const isInsideInterval = (scope: Scope, i: number): boolean =>
  scope.intervals.labelled.some((v) => v.first <= i && i <= v.last);

/** "10.3 vs. 7.5 months", "10.1 and 6.3%": values joined by connecting words alone share the unit printed with one of them. */
function shareUnits(scope: Scope): void {
  const { cells, line } = scope;
  for (let i = cells.length - 2; i >= 0; i--) {
    const a = cells[i]!;
    const b = cells[i + 1]!;
    if (!b.unit || a.unit || isCount(a) || isCount(b) || !strictlyLinked(line, a, b)) continue;
    if (b.unit.kind === "dose" || a.form === "fraction") continue;
    if (!isNR(a.value) && line.tokens[a.at]!.integer && peopleAfter(line, a.last + 1)) continue;
    if (
      onlyComma(line, a.last + 1, b.first) &&
      !(i + 2 < cells.length && strictlyLinked(line, b, cells[i + 2]!))
    )
      continue;
    give(a, b.unit);
  }
  for (let i = 1; i < cells.length; i++) {
    const a = cells[i - 1]!;
    const b = cells[i]!;
    if (!a.unit || b.unit || isCount(b) || !strictlyLinked(line, a, b) || a.unit.kind === "dose") continue;
    if (a.unit.kind === "percent" && (isNR(b.value) || line.tokens[b.at]!.integer)) continue;
    if (
      !isNR(b.value) &&
      (peopleAfter(line, b.last + 1) || line.tokens[b.at]!.integer !== line.tokens[a.at]!.integer)
    )
      continue;
    give(b, a.unit);
  }
}

const isCount = (c: Cell): boolean =>
  c.total !== undefined || c.percent !== undefined || c.count !== undefined;

const peopleAfter = (line: Line, i: number): boolean =>
  /^(?:patients?|women|men|participants?|subjects?|cases?|deaths?|events?|children|adults|=)$/.test(
    norm(line, i),
  );

function give(cell: Cell, unit: NonNullable<Cell["unit"]>): void {
  cell.unit = unit;
  if (unit.name === "%" && cell.form === "number") cell.form = "percent";
}

function accept(scope: Scope, cell: Cell, draft: Draft): void {
  const { line } = scope;
  for (let k = cell.first; k <= cell.last; k++) if (line.claims[k] === "cell") line.claims[k] = "statement";
  if (draft.p) draft.p.owner = draft;
  scope.drafts.push(draft);
  if (cell.also) also(scope, cell, draft);
  if (draft.kind === "proportion" && cell.percent !== undefined && allocated(scope, cell))
    scope.drafts.push({
      kind: "group-size",
      first: cell.first,
      last: cell.at,
      n: cell.at,
      explain: ["group-size ← so many were allocated"],
    });
}

/** "we randomly allocated …: 50,640 (25·0%) to MMS": the count is the size of the arm as well. */
function allocated(scope: Scope, cell: Cell): boolean {
  if (norm(scope.line, cell.last + 1) !== "to") return false;
  for (let k = 0; k < cell.first; k++)
    if (/^(?:allocated|assigned|randomized|randomised)$/.test(norm(scope.line, k))) return true;
  return false;
}

/** 8.3% [67 mmol/mol]: the same mean in a second unit is a statement of its own. */
function also(scope: Scope, cell: Cell, draft: Draft): void {
  if (draft.kind !== "mean" && draft.kind !== "effect" && draft.kind !== "median") return;
  const { at, unit } = cell.also!;
  const copy: Draft = {
    ...draft,
    first: at,
    last: unit.to - 1,
    value: at,
    unit,
    explain: [...draft.explain, "the same in another unit"],
  };
  delete copy.interval;
  delete copy.sd;
  delete copy.se;
  scope.drafts.push(copy);
}

function release(scope: Scope, cell: Cell, reason: string | undefined): void {
  const { line } = scope;
  for (let k = cell.first; k <= cell.last; k++) if (line.claims[k] === "cell") line.claims[k] = reason;
  if (cell.interval) {
    cell.interval.taken = false;
    for (const b of [cell.interval.low, cell.interval.high])
      if (typeof b === "number") line.claims[b] = reason;
  }
}

/** Labelled intervals and p-values that follow their estimate at a distance. */
function attachLeftovers(scope: Scope): void {
  for (const interval of scope.intervals.labelled) {
    if (interval.taken) continue;
    const before = scope.drafts.filter(
      (d) => d.last < interval.first && !d.interval && d.kind !== "group-size" && d.kind !== "test",
    );
    const nearest = before.at(-1);
    if (nearest && interval.first - nearest.last <= 8 && holds(scope, nearest, interval)) {
      nearest.interval = interval;
      nearest.last = Math.max(nearest.last, interval.last);
      interval.taken = true;
    }
  }
  for (const p of scope.ps) {
    if (p.owner || p.threshold) continue;
    const d = scope.drafts.filter((x) => x.last < p.first && !x.p).at(-1);
    if (
      d &&
      d.kind === "effect" &&
      p.first - d.last <= 9 &&
      sameBracket(scope, d.last, p.first) &&
      !aboutElse(scope, d.last + 1, p.first)
    ) {
      d.p = p;
      p.owner = d;
      d.last = Math.max(d.last, p.last);
    }
  }
}

function holds(scope: Scope, d: Draft, interval: { low: unknown; high: unknown }): boolean {
  const v = typeof d.value === "number" ? scope.line.tokens[d.value]!.value : NaN;
  const low = typeof interval.low === "number" ? scope.line.tokens[interval.low]!.value : -Infinity;
  const high = typeof interval.high === "number" ? scope.line.tokens[interval.high]!.value : Infinity;
  return v >= low && v <= high;
}

/** Words that give the p-value to something else than the estimate before it. */
function aboutElse(scope: Scope, from: number, to: number): boolean {
  for (let k = from; k < to; k++)
    if (
      /^(?:heterogeneity|interaction|trend|between|no|vs|versus|compared|than|difference|differences)$/.test(
        norm(scope.line, k),
      )
    )
      return true;
  return false;
}

/** No bracket opens or closes and no sentence part ends between the two. */
function sameBracket(scope: Scope, from: number, to: number): boolean {
  const depth = scope.line.depth[from]!;
  for (let k = from + 1; k < to; k++) if (scope.line.depth[k]! < depth && depth > 0) return false;
  return true;
}
