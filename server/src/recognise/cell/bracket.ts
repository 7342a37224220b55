/** The bracket after a value, part by part. */
import { MEMBERS } from "../lexicon/grammar.js";
import { EVENTS, PEOPLE } from "../lexicon/people.js";
import { type Cell, type Found, free, take } from "../cell.js";
import { anyClaimed, ofTheChange, percentBeside, pStarting, plausible, takeBounds } from "./fit.js";
import { percentage } from "./share.js";
import { unitAt } from "./unit.js";
import type { Value } from "../draft.js";
import { boundsAt, overNested } from "../interval/bounds.js";
import { spreadAt } from "../interval/spread.js";
import { type Line, isNumber, norm } from "../line.js";

/** The bracket opening at token `open`: taken when its first part belongs to the value; false when it is about something else. */
export function bracket(found: Found, cell: Cell, open: number): boolean {
  const { line } = found;
  const close = line.partner[open]!;
  let i = open + 1;
  if (holdsEstimate(line, cell, i)) return false;
  while (i < close) {
    const next = segment(found, cell, i, close);
    if (next === i && i === open + 1) return false;
    const from = i;
    i = Math.max(next, i);
    while (i < close && !isSeparator(line, i, open)) {
      if (line.partner[i]! > i) i = line.partner[i]!;
      i++;
    }
    // "(41%; odds ratio 1.3, 95% CI 0.8 to 2.1)": what follows another estimate is that one's
    if (next === from && line.tokens[from]?.type === "word" && free(line, i - 1)) break;
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
  const labelled = found.intervals.labelled.find(
    (v) => v.first === i && !v.taken && !ofTheChange(line, cell, v),
  );
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
    // "standard deviation [SD]: 9"
    if (/^[([]$/.test(norm(line, j)) && line.partner[j] === j + 2 && spreadAt(line, j + 1)) j += 3;
    if (/^[,=:±$€£]$/.test(norm(line, j))) j++;
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
  if (spreadInPercent(found, cell, j, close)) {
    cell.aside = j;
    take(line, cell, cell.last, j);
    return j + 2;
  }
  return numbers(found, cell, i, j, close);
}

/** "HbA1c 8.1% (1.2%)" where SD or SE was announced. */
const spreadInPercent = ({ line, intervals }: Found, cell: Cell, j: number, close: number): boolean =>
  cell.form === "percent" &&
  cell.aside === undefined &&
  cell.spread === undefined &&
  norm(line, j + 1) === "%" &&
  j + 2 === close &&
  intervals.declared.some((d) => (d.type === "SD" || d.type === "SE") && d.at < cell.at);

/** A number at token `j` of a bracket: a fraction, a pair of bounds, a percentage, a count, or a lone number. */
function numbers(found: Found, cell: Cell, i: number, j: number, close: number): number {
  const { line } = found;
  return (
    countWithTotal(line, cell, i, j) ??
    pairOfBounds(found, cell, i, j, close) ??
    percentage(line, cell, i, j, close) ??
    loneNumber(line, cell, i, j, close)
  );
}

/** "37/120" and "37 of 120" after a percentage. */
function countWithTotal(line: Line, cell: Cell, i: number, j: number): number | undefined {
  const t = line.tokens[j]!;
  const after = norm(line, j + 1);
  if (
    after === "/" &&
    free(line, j + 2) &&
    t.integer &&
    line.tokens[j + 2]!.integer &&
    (line.tokens[j + 2]!.value >= t.value || percentBeside(line, j, j + 2)) &&
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
  return undefined;
}

/** "(34.8, 49.6)" where the value lies between, or the bracket holds nothing else and intervals were announced. */
function pairOfBounds(found: Found, cell: Cell, i: number, j: number, close: number): number | undefined {
  const { line } = found;
  const bounds = j === i ? boundsAt(line, j) : undefined;
  if (
    bounds &&
    !cell.interval &&
    bounds.end <= close &&
    cell.form !== "fraction" &&
    !anyClaimed(line, bounds.low, bounds.high) &&
    (boundsFit(line, cell, bounds, close) || boundsAnnounced(found, cell, bounds, close))
  ) {
    takeBounds(line, cell, j, bounds);
    return overNested(line, bounds.end) ?? bounds.end;
  }
  return undefined;
}

/** "HR (95% CI) … 1.18 (7.46, 2.05)": a slip in one of the three leaves them as long as each other, a pair alone in its bracket. */
function boundsAnnounced(
  { line, intervals }: Found,
  cell: Cell,
  { low, high, end }: { low: Value; high: Value; end: number },
  close: number,
): boolean {
  if (end !== close || typeof low !== "number" || typeof high !== "number") return false;
  const lengths = [cell.at, low, high].map((i) => decimalsOf(line.tokens[i]!.text));
  const [value = 0, first = 0, second = 0] = lengths;
  if (value === 0 || first === 0 || Math.max(...lengths) - Math.min(value, first, second) > 1) return false;
  return (
    RATIO_NAMES.has(norm(line, cell.first - (/^[:=]$/.test(norm(line, cell.first - 1)) ? 2 : 1))) ||
    intervals.declared.some((d) => (d.type === "CI" || d.type === "IQR") && d.at < cell.at)
  );
}

const RATIO_NAMES: ReadonlySet<string> = new Set(["hr", "or", "rr", "irr", "ahr", "aor", "arr"]);

const decimalsOf = (text: string): number => /[.,·∙](\d+)$/.exec(text)?.[1]?.length ?? 0;

/** "(95% CI 12–19; 31 studies; n = 48 213)": all who were studied, and not those of the percentage. */
function pooled(line: Line, close: number, i: number): boolean {
  for (let k = i - 1; k > line.partner[close]! && k >= 0; k--)
    if (/^(?:studies|trials|cohorts|comparisons|datasets|i2|i²)$/.test(norm(line, k))) return true;
  return false;
}

/** The same value in another unit, the count of a percentage, or a number that is not labelled. */
function loneNumber(line: Line, cell: Cell, i: number, j: number, close: number): number {
  const t = line.tokens[j]!;
  const after = norm(line, j + 1);
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
    ((j > i && !pooled(line, close, i)) || PEOPLE.has(after) || MEMBERS.has(after) || EVENTS.has(after))
  ) {
    cell.count = j;
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
    cell.form !== "fraction" &&
    !ownEstimate(line, cell, j)
  ) {
    cell.aside = j;
    take(line, cell, cell.last, j);
    return sameUnit ? unit.to : j + 1;
  }
  return i;
}

/** "92% (90–94; 1·16, 0·91–1·46)": a number with bounds of its own is another estimate. */
const ownEstimate = (line: Line, cell: Cell, j: number): boolean =>
  cell.interval !== undefined && boundsBehind(line, j) !== undefined;

/** "frailty 4 (1·47, 1·12–1·93)": bounds around the number in the bracket, and not around the one before it. */
function holdsEstimate(line: Line, cell: Cell, j: number): boolean {
  const { low, high } = (free(line, j) ? boundsBehind(line, j) : undefined) ?? {};
  if (typeof low !== "number" || typeof high !== "number" || !isNumber(line, cell.at)) return false;
  const within = (i: number): boolean =>
    line.tokens[i]!.value >= line.tokens[low]!.value && line.tokens[i]!.value <= line.tokens[high]!.value;
  return within(j) && !within(cell.at);
}

/** The bounds of a number at token `j` that is no whole one, behind a comma. */
function boundsBehind(line: Line, j: number): { low: Value; high: Value } | undefined {
  if (!/^[,;]$/.test(norm(line, j + 1)) || line.tokens[j]!.integer) return undefined;
  const bounds = boundsAt(line, j + 2);
  return bounds !== undefined && !anyClaimed(line, bounds.low, bounds.high) ? bounds : undefined;
}

/** In brackets "(31.7, 44.2)" is a pair of bounds, "(1, 2)" of citations; commas ask for the value to lie between. */
function boundsFit(
  line: Line,
  cell: Cell,
  bounds: { low: Value; high: Value; end: number },
  close: number,
): boolean {
  const inner = /^[([]$/.test(norm(line, bounds.end)) ? line.partner[bounds.end]! + 1 : bounds.end;
  const ends = inner === close || /^[;,]$/.test(norm(line, bounds.end)) || norm(line, bounds.end) === "range";
  if (!ends) return false;
  if (plausible(line, cell, bounds.low, bounds.high)) return true;
  if (typeof bounds.low !== "number" || typeof bounds.high !== "number") return true;
  const comma = norm(line, bounds.low + 1) === "," || norm(line, bounds.low + 1) === ";";
  return !comma && !line.tokens[bounds.low]!.integer;
}
