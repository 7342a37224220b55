/** How the bounds of an interval are printed, labelled or not. */
import type { Value } from "../draft.js";
import { AFTER_NOT, NOT_REACHED } from "../lexicon/intervals.js";
import { UNITS } from "../lexicon/units.js";
import { type Line, isNumber, norm } from "../line.js";
import { MARK } from "../marks.js";
import { words } from "../../text/words.js";

export const SEPARATORS = words("- to , ; and through at ~ : until – / ± …");

/** "not reached", "NE", "N/A", "∞" at token `i`, with the index after it. */
export function notReachedAt(line: Line, i: number): { value: Value; end: number } | undefined {
  if (i >= line.tokens.length || !(line.marks[i]! & MARK.notReached)) return undefined;
  const w = norm(line, i);
  let end = 0;
  if (NOT_REACHED.has(w)) {
    const upper = line.tokens[i]!.text;
    if ((w === "ne" || w === "na" || w === "nc" || w === "nr") && upper !== upper.toUpperCase())
      return undefined;
    end = i + 1;
  } else if (w === "n" && norm(line, i + 1) === "/" && /^[ae]$/.test(norm(line, i + 2))) end = i + 3;
  else if (w === "not" || w === "unable") {
    let k = i + 1;
    while (
      /^(?:been|yet|be|to|calculated)$/.test(norm(line, k)) &&
      k < i + 4 &&
      norm(line, k) !== "calculated"
    )
      k++;
    if (AFTER_NOT.has(norm(line, k))) end = k + 1;
  }
  if (!end) return undefined;
  const open = norm(line, end);
  if (
    (open === "[" || open === "(") &&
    /^(?:nr|ne|na|nc)$/.test(norm(line, end + 1)) &&
    /^[)\]]$/.test(norm(line, end + 2))
  )
    end += 3;
  return { value: { from: i, to: end }, end };
}

/** One bound: a number, an NR wording; a unit or percent sign after it is passed over. */
export function boundAt(line: Line, i: number): { value: Value; end: number } | undefined {
  let j = i;
  if (/^[<>]=?$/.test(norm(line, j)) || norm(line, j) === "~" || norm(line, j) === "+") j++;
  if (norm(line, j) === "$" || norm(line, j) === "€" || norm(line, j) === "£") j++;
  const t = line.tokens[j];
  if (t?.type === "number") {
    let end = j + 1;
    if (norm(line, end) === "%") end++;
    else {
      const u = UNITS.at(line, end);
      const letter = u?.end === end + 1 && norm(line, end).length === 1 && !line.tokens[end]!.glued;
      // "(1.5–6.0 h)", not "at 10 h"
      if (u && (!letter || /^[)\]]$/.test(norm(line, u.end)))) end = u.end;
    }
    return { value: j, end };
  }
  return notReachedAt(line, j);
}

/** `low sep high` from token `i` on, with the index after it. */
export function boundsAt(line: Line, i: number): { low: Value; high: Value; end: number } | undefined {
  const low = boundAt(line, i);
  if (!low) return undefined;
  let j = low.end;
  const lowT = typeof low.value === "number" ? line.tokens[low.value]! : undefined;
  const direct = line.tokens[j];
  // "0.8 -1.7" and "13 –17": the dash was read as a sign
  if (
    lowT &&
    direct?.type === "number" &&
    /^[-‐-―−]/.test(direct.text) &&
    lowT.value >= 0 &&
    -direct.value > lowT.value
  ) {
    const high = boundAt(line, j)!;
    return { low: low.value, high: high.value, end: high.end };
  }
  if (!SEPARATORS.has(norm(line, j)) && norm(line, j) !== "�") return undefined;
  const separator = norm(line, j);
  if (separator === "±") return undefined;
  j++;
  // "0.63/1.02", not "12/34"
  if (separator === "/" && (lowT?.integer ?? true)) return undefined;
  if (norm(line, j) === "-" && separator !== "-") j++;
  else if (separator === "-" && norm(line, j) === "-") j++;
  const high = boundAt(line, j);
  if (!high || (separator === "/" && line.tokens[j]!.integer)) return undefined;
  return { low: low.value, high: high.value, end: high.end };
}

/** "upper limit, 4.2%" and "CI bound …": a one-sided interval. */
export function oneSidedAt(
  line: Line,
  i: number,
): { low: Value | undefined; high: Value | undefined; end: number } | undefined {
  const side = norm(line, i);
  if (side !== "upper" && side !== "lower") return undefined;
  let j = i + 1;
  while (j < i + 5 && !isNumber(line, j)) {
    if (!/^(?:limit|bound|boundary|of|,|:|=|was|confidence|is|the)$/.test(norm(line, j))) return undefined;
    j++;
  }
  const b = boundAt(line, j);
  if (!b) return undefined;
  return side === "upper"
    ? { low: undefined, high: b.value, end: b.end }
    : { low: b.value, high: undefined, end: b.end };
}

export const claim = (line: Line, v: Value | undefined): void => {
  if (typeof v === "number") line.claims[v] = "statement";
};

/** "148 (122–176 [88–260])": the index after the range in the brackets behind the quartiles, whose numbers are then no values of their own. */
export function overNested(line: Line, open: number): number | undefined {
  const nested = /^[([]$/.test(norm(line, open)) ? boundsAt(line, open + 1) : undefined;
  if (!nested || line.partner[open] !== nested.end) return undefined;
  for (const bound of [nested.low, nested.high]) claim(line, bound);
  return nested.end + 1;
}
