/** Whether an interval or a p-value that stands near a value belongs to it. */
import type { Cell, Found } from "../cell.js";
import type { PDraft, Value } from "../draft.js";
import { countedAt, endOfGroup } from "../counted.js";
import { claim } from "../interval/bounds.js";
import { type Line, isNumber, norm } from "../line.js";

/** What several estimates are tested for together. */
const OF_SEVERAL: ReadonlySet<string> = new Set(["interaction", "trend", "heterogeneity"]);

export const pStarting = (found: Found, i: number): PDraft | undefined =>
  found.ps.find(
    (p) =>
      !OF_SEVERAL.has(p.tag ?? "") &&
      p.first >= i &&
      p.first <= i + 3 &&
      !p.owner &&
      leadsTo(found.line, i, p.first),
  );

/** Only words like "two-sided", "log-rank", "stratified" stand between. */
function leadsTo(line: Line, from: number, to: number): boolean {
  for (let k = from; k < to; k++)
    if (
      !/^(?:two-sided|one-sided|1-sided|2-sided|stratified|unstratified|log-rank|logrank|test|nominal|exact|both|all|log|rank|-|two|one|sided|with|a|adjusted|unadjusted|interaction|wald|cox|and)$/.test(
        norm(line, k),
      ) &&
      !isNumber(line, k)
    )
      return false;
  return true;
}

export const anyClaimed = (line: Line, ...values: Value[]): boolean =>
  values.some((v) => typeof v === "number" && line.claims[v] !== undefined);

/**
 * "60/53 (57%)", "57% (60/53)", "60 of 53 in the B group (57%)": with its percentage beside it a count above its total is a slip to be told, not a
 * blood pressure or a visual acuity.
 */
export function percentBeside(line: Line, first: number, last: number): boolean {
  for (const k of [last + 1, afterPeople(line, last + 1)])
    if (/^[([;,]$/.test(norm(line, k)) && isNumber(line, k + 1) && norm(line, k + 2) === "%") return true;
  const open = first - (norm(line, first - 1) === "=" && norm(line, first - 2) === "n" ? 3 : 1);
  return /^[([]$/.test(norm(line, open)) && line.partner[open] === last + 1 && norm(line, open - 1) === "%";
}

/** The index after "patients in the B group", or after what of it stands there. */
function afterPeople(line: Line, i: number): number {
  const to = countedAt(line, i, 3)?.to ?? i;
  const end = norm(line, to) === "in" ? endOfGroup(line, to) : to;
  return end > to ? end + 1 : to;
}

/** Whether what stands from token `first` to `last` is a part of a bracket: "(6.5%, 79 of 294, P". */
export function partOfBracket(line: Line, first: number, last: number): boolean {
  return line.depth[first]! > 0 && /^(?:[)\],;]|vs\.?|versus)$/.test(norm(line, last + 1));
}

/**
 * "0·65, 0·45–0·81" and "0·65, 0·95–0·81": three numbers of the size of ratios with the same two decimals or more. Commas
 * may part a list; in a table whose spaces were lost the value begins with its neighbour's digits.
 */
function alike(line: Line, value: number, low: number, high: number): boolean {
  if (line.tokens[value]!.value >= 10 || !/^(?:[-–—‐‑−]|to)$/.test(norm(line, low + 1))) return false;
  const decimals = [value, low, high].map((i) => /[.·∙](\d+)$/.exec(line.tokens[i]!.text)?.[1]?.length ?? 0);
  return decimals[0]! >= 2 && decimals.every((d) => d === decimals[0]);
}

/** An unlabelled pair is an interval of the value only where it holds the value, give or take a slip. */
export function plausible(line: Line, cell: Cell, low: Value, high: Value): boolean {
  if (typeof low !== "number" || typeof cell.value !== "number") return true;
  const v = line.tokens[cell.at]!.value;
  const a = line.tokens[low]!.value;
  if (typeof high !== "number") return a <= v;
  const b =
    Math.abs(line.tokens[high]!.value) > Math.abs(a) && a >= 0
      ? Math.abs(line.tokens[high]!.value)
      : line.tokens[high]!.value;
  return (v >= Math.min(a, b) && v <= Math.max(a, b)) || alike(line, cell.at, low, high);
}

/** Two numbers without a label that stand at token `at` and are the interval of the cell. */
export function takeBounds(
  line: Line,
  cell: Cell,
  at: number,
  { low, high, end }: { low: Value | undefined; high: Value | undefined; end: number },
): void {
  cell.interval = { first: at, last: end - 1, type: "unlabelled", level: null, low, high, taken: false };
  claim(line, low);
  claim(line, high);
}

/** "to 15.4 ± 3.8 (95% CI 5.1, 7.5)": an interval far from a value that has its own spread is that of a change. */
export function ofTheChange(
  line: Line,
  cell: Cell,
  interval: { type: string; low: Value | undefined; high: Value | undefined },
): boolean {
  if (cell.spread === undefined || interval.type !== "CI") return false;
  const { low, high } = interval;
  if (typeof low !== "number" || typeof high !== "number") return false;
  const v = line.tokens[cell.at]!.value;
  return v < line.tokens[low]!.value || v > line.tokens[high]!.value;
}
