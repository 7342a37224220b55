/** All number expressions of a sentence, and the units that they share. */
import type { Cell } from "./cell.js";
import { cellAt } from "./cell/cellAt.js";
import { countedAt } from "./counted.js";
import { isNR } from "./draft.js";
import { notReachedAt } from "./interval/bounds.js";
import { EVENT_VERBS, EVENTS, PEOPLE } from "./lexicon/people.js";
import { type Line, inWords, isNumber, norm } from "./line.js";
import { type Scope, headsBefore, onlyComma, strictlyLinked } from "./scope.js";

export function readCells(scope: Scope): void {
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

/** Numbers in words are read where they count: "three (6.8%) patients", "Twenty-six patients", "two vs seven". */
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
  return heads.some((h) => h.at.head.type === "median");
}

const isInsideInterval = (scope: Scope, i: number): boolean =>
  scope.intervals.labelled.some((v) => v.first <= i && i <= v.last);

/** "12.6 vs. 8.9 months", "11.4 and 7.2%": values joined by connecting words alone share the unit printed with one of them. */
export function shareUnits(scope: Scope): void {
  const { cells, line } = scope;
  for (let i = cells.length - 2; i >= 0; i--) {
    const a = cells[i]!;
    const b = cells[i + 1]!;
    if (!b.unit || a.unit || isCount(a) || isCount(b) || !strictlyLinked(line, a, b)) continue;
    if (b.unit.kind === "dose" || a.form === "fraction") continue;
    // "1.93 [0.96–3.88]; 0.107 vs. 0.056 per 100 patient-years"
    if (a.interval && !b.interval && norm(line, b.first - 1) === ";") continue;
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
    // "a median of 8 years (range 0–13), 2245 people developed"
    if (norm(line, b.first - 1) === "," && countedAt(line, b.last + 1, 3)?.people) continue;
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

/** Behind a count: "2 years, 14 women", "2 years, 14 died". */
const peopleAfter = (line: Line, i: number): boolean =>
  norm(line, i) === "=" ||
  PEOPLE.has(norm(line, i)) ||
  EVENTS.has(norm(line, i)) ||
  EVENT_VERBS.has(norm(line, i));

function give(cell: Cell, unit: NonNullable<Cell["unit"]>): void {
  cell.unit = unit;
  if (unit.name === "%" && cell.form === "number") cell.form = "percent";
}
