/** What is glued to the number itself: its total after a slash, its unit, its ± and the upper end of a range. */
import { type Cell, free, take } from "../cell.js";
import { percentBeside } from "./fit.js";
import { perPower, perTime, unitAt } from "./unit.js";
import { spreadAt } from "../interval/spread.js";
import { UNITS } from "../lexicon/units.js";
import { type Line, isNumber, norm } from "../line.js";

/** 12/34: a count and its total. */
export function fraction(line: Line, cell: Cell): void {
  const i = cell.at;
  if (norm(line, i + 1) !== "/" || !free(line, i + 2)) return;
  const n = line.tokens[i]!;
  const total = line.tokens[i + 2]!;
  const unit = UNITS.at(line, i + 3)?.value.kind;
  // "320/9 μg": a combination of two drugs
  if (unit === "dose") {
    line.claims[i] = line.claims[i + 2] = "dose";
    return;
  }
  if (!n.integer || !total.integer || n.value < 0) return;
  if ((total.value < n.value || total.value === 0) && !percentBeside(line, i, i + 2)) return;
  // "n = 54/30/27": sizes of several groups
  if (unit === "amount" || norm(line, i + 3) === "/" || (norm(line, i - 1) === "/" && isNumber(line, i - 2)))
    return;
  cell.form = "fraction";
  cell.total = i + 2;
  take(line, cell, i + 2, i + 2);
}

/** The percent sign or unit after the value. */
export function suffix(line: Line, cell: Cell): void {
  if (cell.form === "fraction") return;
  const i = cell.last + 1;
  const w = norm(line, i);
  if (w === "-" && line.tokens[i]!.glued) {
    // "34-month median follow-up"
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
  // "8.2 cases per 100,000 persons": the events may be named in between
  const rate = perPower(line, i) ?? (line.tokens[i]?.type === "word" ? perPower(line, i + 1, i) : undefined);
  const unit = rate ?? unitAt(line, i);
  if (!unit || (cell.unit && cell.unit.kind !== "money")) return;
  if (cell.unit) return;
  cell.unit = unit;
  for (let k = unit.from; k < unit.to; k++) if (isNumber(line, k)) line.claims[k] = "unit";
  if (unit.name === "percentage point") cell.form = "percent";
  take(line, cell, unit.to - 1);
}

/** 5.6 ± 1.2, 83.6 ± 13.7%, 96.2 cm ± 19.8. */
export function plusMinus(line: Line, cell: Cell): void {
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

/** 3.7 to 5.9 %, 12–15 months: a value that is a range itself. */
export function valueRange(line: Line, cell: Cell): void {
  if (cell.form === "fraction" || cell.spread !== undefined) return;
  const i = cell.last + 1;
  const w = norm(line, i);
  const dash = w === "-";
  if (!dash && w !== "to") return;
  if (!free(line, i + 1)) return;
  // "from 87.2 to 94.9" reports two values
  if (!dash && fromBefore(line, cell.at)) return;
  const low = line.tokens[cell.at]!;
  const high = line.tokens[i + 1]!;
  if (high.value <= low.value && !(low.value < 0)) return;
  // "18.27 ± 5.12 to 11.64 ± 3.91" reports two values
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
