/** The count that a percentage is of, printed after it. */
import { type Cell, free, take } from "../cell.js";
import { partOfBracket } from "./fit.js";
import { countedAt, endOfGroup } from "../counted.js";
import { PEOPLE } from "../lexicon/people.js";
import { type Line, norm } from "../line.js";

/** The count of a percentage: "57.5%, n = 256", "4.0%, 11 of 275", "41%, 77/188". */
export function countOfPercent(line: Line, cell: Cell, i: number): boolean {
  if (cell.form !== "percent" || cell.count !== undefined || cell.total !== undefined) return false;
  if (
    norm(line, i) === "n" &&
    // "(70.5%; N = 61)": the size of the group
    line.tokens[i]!.text === "n" &&
    norm(line, i + 1) === "=" &&
    free(line, i + 2) &&
    line.tokens[i + 2]!.integer &&
    /^[)\];,]$/.test(norm(line, i + 3))
  ) {
    cell.count = i + 2;
    take(line, cell, i + 2, i + 2);
    return true;
  }
  const [n, N] = [line.tokens[i], line.tokens[i + 2]];
  if (!free(line, i) || !free(line, i + 2) || !n!.integer) return false;
  const of = norm(line, i + 1) === "of";
  const alone = partOfBracket(line, cell.first, i + 2);
  if (N!.value < n!.value && !alone) return false;
  if (of && !alone && Math.abs((100 * n!.value) / N!.value - line.tokens[cell.at]!.value) > 1) return false;
  if (!of && !(norm(line, i + 1) === "/" && N!.integer)) return false;
  cell.count = i;
  cell.total = i + 2;
  take(line, cell, i + 2, i, i + 2);
  return true;
}

/** "44% of the patients (77 of 175)", "91.7% of those in the placebo group (210/229)": the count stands after the noun. */
export function countBehind(line: Line, cell: Cell, i: number): boolean {
  if (cell.form !== "percent" || cell.count !== undefined || cell.total !== undefined || cell.interval)
    return false;
  if (norm(line, i) !== "of") return false;
  let k = i + 1;
  while (/^(?:the|all|these|our|evaluable|eligible)$/.test(norm(line, k))) k++;
  k = norm(line, k) === "those" ? k + 1 : (countedAt(line, k, 4)?.to ?? 0);
  if (k === 0) return false;
  if (norm(line, k) === "in") {
    const end = endOfGroup(line, k);
    if (end === k) return false;
    k = end + 1;
  }
  const close = line.partner[k]!;
  if (!/^[([]$/.test(norm(line, k)) || close < k || !/^(?:of|\/)$/.test(norm(line, k + 2))) return false;
  const [n, N] = [line.tokens[k + 1]!, line.tokens[k + 3]!];
  if (!free(line, k + 1) || !free(line, k + 3) || !n.integer || !N.integer) return false;
  // Alone in its bracket it is the count of the percentage even where the two disagree.
  const off = Math.abs((100 * n.value) / N.value - line.tokens[cell.at]!.value);
  if (off > 1.5 && close !== k + 4) return false;
  cell.count = k + 1;
  cell.total = k + 3;
  take(line, cell, close, k + 1, k + 3);
  return true;
}

const TRAITS =
  /^(?:with|without|aged|white|black|hispanic|(?:fe)?males?|(?:wo)?men|girls|boys|.{3,}(?:ous|ile|ese|ian|tory|smokers?))$/;

/** The percentage of a count. */
export function percentage(line: Line, cell: Cell, i: number, j: number, close: number): number | undefined {
  const after = norm(line, j + 1);
  if (after === "%" || after === "percent") {
    // "ES 10/20 (24%, 42%, and 53%, respectively)": of all that were named
    if (norm(line, close - 1) === "respectively") return i;
    // "140 women (54% nulliparous)": of a trait of those counted
    if (PEOPLE.has(norm(line, line.partner[close]! - 1)) && TRAITS.test(norm(line, j + 2))) return i;
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
  return undefined;
}
