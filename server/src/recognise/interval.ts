/** Intervals: confidence and credible intervals, interquartile ranges, ranges; labelled or only bracketed. */
import { words } from "../text/words.js";
import type { IntervalDraft, Value } from "./draft.js";
import { isNumber, norm, type Line } from "./line.js";
import { UNITS } from "./lexicon/units.js";

type Type = IntervalDraft["type"];

const CI_WORDS = words("ci cis cl c.i ci95 ci95% 95ci 95%ci ci-95 95-ci");
const SEPARATORS = words("- to , ; and through at ~ : until – / ±");

interface Label {
  readonly first: number;
  /** Exclusive. */
  readonly end: number;
  readonly type: Type;
  readonly level: number | null;
  /** Token of the level's number. */
  readonly levelAt: number;
  /** "upper" or "lower": only one bound follows. */
  readonly side?: string;
}

/** "95% CI", "95 % confidence interval [CI]", "CI95%", "95%-CI", "97.5% CI", "IQR", "range", "interquartile range (IQR)". */
export function labelAt(line: Line, i: number): Label | undefined {
  let j = i;
  let level: number | null = null;
  let levelAt = -1;
  const t = line.tokens[i]!;
  if (
    t.type === "number" &&
    t.value > 50 &&
    t.value < 100 &&
    (norm(line, i + 1) === "%" ||
      norm(line, i + 1) === "percent" ||
      (norm(line, i + 1) === "per" && norm(line, i + 2) === "cent") ||
      CI_WORDS.has(norm(line, i + 1)))
  ) {
    level = t.value;
    levelAt = i;
    j = i + 1;
    if (norm(line, j) === "per") j++;
    if (norm(line, j) === "%" || norm(line, j) === "percent" || norm(line, j) === "cent") j++;
    if (norm(line, j) === "-") j++;
    if (
      /^(?:two-sided|2-sided|1-sided|one-sided|bayesian|bootstrap|bootstrapped|exact|wald|wilson|profile|credible|corrected|adjusted|simultaneous)$/.test(
        norm(line, j),
      )
    )
      j++;
  }
  const side = /^(?:upper|lower)$/.test(norm(line, j)) && level !== null ? norm(line, j) : undefined;
  if (side) j++;
  const bounded = side ?? sideBefore(line, i);
  const kind =
    side && /^(?:bound|limit|boundary)$/.test(norm(line, j))
      ? { type: "CI" as const, end: j + 1 }
      : kindAt(line, j);
  if (!kind) return undefined;
  let end = kind.end;
  if (side && /^(?:limit|bound|boundary)$/.test(norm(line, end))) end++;
  if (level === null && kind.type === "CI") {
    // "CI95%", "CI 95%:", "confidence interval of 95%"
    const at = norm(line, end) === "of" || norm(line, end) === "(" || norm(line, end) === "[" ? end + 1 : end;
    const n = line.tokens[at];
    if (
      n?.type === "number" &&
      n.value > 50 &&
      n.value < 100 &&
      norm(line, at + 1) === "%" &&
      at + 2 < line.tokens.length
    ) {
      const after = norm(line, at + 2);
      if (!SEPARATORS.has(after) || after === ":" || after === ",") {
        level = n.value;
        levelAt = at;
        end = at + 2;
        if (at > kind.end && /^[)\]]$/.test(norm(line, end))) end++;
      }
    }
    const glued = /^ci-?(9\d)$|^(9\d)-?ci$/.exec(norm(line, j));
    if (glued) level = Number(glued[1] ?? glued[2]);
    if (glued && norm(line, end) === "%") end++;
  }
  // "[CI]" or "(IQR)" repeats the label
  const open = norm(line, end);
  if (open === "(" || open === "[") {
    const inner =
      kindAt(line, end + 1) ?? (norm(line, end + 1) === "pi" ? { type: kind.type, end: end + 2 } : undefined);
    if (inner && /^[)\]]$/.test(norm(line, inner.end))) end = inner.end + 1;
    else if (
      isNumber(line, end + 1) &&
      line.tokens[end + 1]!.value > 50 &&
      norm(line, end + 2) === "%" &&
      kindAt(line, end + 3) &&
      /^[)\]]$/.test(norm(line, end + 4))
    ) {
      level = line.tokens[end + 1]!.value;
      levelAt = end + 1;
      end += 5;
    }
  }
  if (level !== null && kind.type !== "CI" && kind.type !== "CrI" && kind.type !== "range") level = null;
  return { first: i, end, type: kind.type, level, levelAt, ...(bounded !== undefined && { side: bounded }) };
}

/** "upper boundary of the one-sided 97.5% confidence interval": the side stands before the label. */
function sideBefore(line: Line, i: number): string | undefined {
  let k = i - 1;
  while (/^(?:one-sided|two-sided|the|of|a|its|for)$/.test(norm(line, k))) k--;
  if (k === i - 1 || !/^(?:boundary|bound|limit|limits)$/.test(norm(line, k))) return undefined;
  const side = norm(line, k - 1);
  return side === "upper" || side === "lower" ? side : undefined;
}

function kindAt(line: Line, i: number): { type: Type; end: number } | undefined {
  const w = norm(line, i);
  if (CI_WORDS.has(w)) return { type: "CI", end: i + 1 };
  if (w === "c" && norm(line, i + 1) === "." && norm(line, i + 2) === "i")
    return { type: "CI", end: norm(line, i + 3) === "." ? i + 4 : i + 3 };
  if (w === "confidence" && /^(?:intervals?|limits?|bounds?|range)$/.test(norm(line, i + 1)))
    return { type: "CI", end: i + 2 };
  if (w === "credible" && /^(?:intervals?|regions?|set)$/.test(norm(line, i + 1)))
    return { type: "CrI", end: i + 2 };
  if (
    w === "credibility" ||
    w === "posterior" ||
    w === "probability" ||
    w === "bayesian" ||
    w === "uncertainty" ||
    w === "highest"
  ) {
    for (let k = i + 1; k < i + 4; k++)
      if (/^intervals?$/.test(norm(line, k))) return { type: "CrI", end: k + 1 };
  }
  if (w === "crl" || w === "cri" || w === "hdi" || w === "pi" || w === "ui" || w === "bci")
    return { type: "CrI", end: i + 1 };
  if (w === "iqr" || w === "iq" || w === "iqrs")
    return { type: "IQR", end: norm(line, i + 1) === "range" ? i + 2 : i + 1 };
  if (w === "q1-q3" || w === "q1–q3") return { type: "IQR", end: i + 1 };
  if (w === "q1" && norm(line, i + 1) === "-" && norm(line, i + 2) === "q3")
    return { type: "IQR", end: i + 3 };
  if (
    (w === "interquartile" || w === "inter-quartile" || w === "quartile") &&
    /^(?:ranges?|intervals?)$/.test(norm(line, i + 1))
  )
    return { type: "IQR", end: i + 2 };
  if (w === "quartiles" || (w === "percentiles" && false)) return { type: "IQR", end: i + 1 };
  if (w === "range" || w === "ranges" || w === "ranging" || w === "ranged")
    return { type: "range", end: norm(line, i + 1) === "from" ? i + 2 : i + 1 };
  if (w === "min" && (norm(line, i + 1) === "-" || norm(line, i + 1) === ",") && norm(line, i + 2) === "max")
    return { type: "range", end: i + 3 };
  if (w === "min-max" || w === "min–max") return { type: "range", end: i + 1 };
  if (isNumber(line, i) && /^(?:th|st|nd|rd)$/.test(norm(line, i + 1)) && line.tokens[i + 1]!.glued) {
    // "10th to 90th percentile", "25th–75th percentiles"
    for (let k = i + 2; k < i + 7; k++)
      if (/^percentiles?$/.test(norm(line, k)))
        return { type: line.tokens[i]!.value === 25 ? "IQR" : "range", end: k + 1 };
  }
  return undefined;
}

/** "not reached", "NE", "N/A", "∞" at token `i`, with the index after it. */
export function notReachedAt(line: Line, i: number): { value: Value; end: number } | undefined {
  const w = norm(line, i);
  let end = 0;
  if (
    /^(?:nr|ne|nc|na|n\/a|nan|nra|inf|infinity|∞|undefined|unreached|inestimable|nonestimable|non-estimable|not-reached|not-estimable)$/.test(
      w,
    )
  ) {
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
    if (
      /^(?:reached|estimable|evaluable|available|attained|calculable|calculated|estimated|assessable|applicable|determined|achieved|reportable|met|evaluated|defined)$/.test(
        norm(line, k),
      )
    )
      end = k + 1;
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
function boundAt(line: Line, i: number): { value: Value; end: number } | undefined {
  let j = i;
  if (/^[<>]=?$/.test(norm(line, j)) || norm(line, j) === "~" || norm(line, j) === "+") j++;
  if (norm(line, j) === "$" || norm(line, j) === "€" || norm(line, j) === "£") j++;
  const t = line.tokens[j];
  if (t?.type === "number") {
    let end = j + 1;
    if (norm(line, end) === "%") end++;
    else {
      const u = UNITS.at(line, end);
      if (u && !(u.end === end + 1 && norm(line, end).length === 1 && !line.tokens[end]!.glued)) end = u.end;
    }
    return { value: j, end };
  }
  return notReachedAt(line, j);
}

/** `low sep high` from token `i` on, with the index after it. */
export function boundsAt(
  line: Line,
  i: number,
): { low: Value; high: Value; end: number; dashed: boolean } | undefined {
  const low = boundAt(line, i);
  if (!low) return undefined;
  let j = low.end;
  const lowT = typeof low.value === "number" ? line.tokens[low.value]! : undefined;
  const direct = line.tokens[j];
  // "0.9 -1.5" and "12 –15": the dash was read as a sign
  if (
    lowT &&
    direct?.type === "number" &&
    /^[-‐-―−]/.test(direct.text) &&
    lowT.value >= 0 &&
    -direct.value > lowT.value
  ) {
    const high = boundAt(line, j)!;
    return { low: low.value, high: high.value, end: high.end, dashed: true };
  }
  if (!SEPARATORS.has(norm(line, j)) && norm(line, j) !== "�") return undefined;
  const separator = norm(line, j);
  if (separator === "/" || separator === "±") return undefined;
  j++;
  if (norm(line, j) === "-" && separator !== "-") j++;
  else if (separator === "-" && norm(line, j) === "-") j++;
  const high = boundAt(line, j);
  if (!high) return undefined;
  const dashed = separator === "to" && lowT !== undefined && false;
  return { low: low.value, high: high.value, end: high.end, dashed };
}

/** "upper limit, 3.8%" and "CI bound …": a one-sided interval. */
function oneSidedAt(
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

/** A label that only announces what the brackets of the sentence hold: "HR (95% CI)", "median (IQR)", "mean [SD]". */
export interface Declared {
  readonly at: number;
  readonly type: Type;
  readonly level: number | null;
}

export interface Intervals {
  readonly labelled: IntervalDraft[];
  readonly declared: Declared[];
}

const CONNECT = words(`
  : , = ( [ of was were from is between – - ) ] limits for the difference ranging ;
`);

/** All labelled intervals of a sentence and the labels without bounds; bounds and levels are claimed. */
export function readIntervals(line: Line): Intervals {
  const labelled: IntervalDraft[] = [];
  const declared: Declared[] = [];
  for (let i = 0; i < line.tokens.length; i++) {
    if (line.claims[i]) continue;
    const label = labelAt(line, i);
    if (!label) {
      declareSpread(line, i, declared);
      continue;
    }
    if (label.levelAt >= 0) line.claims[label.levelAt] = "statement";
    for (let k = label.first; k < label.end; k++) if (isNumber(line, k)) line.claims[k] = "statement";
    const found = boundsAfter(line, label);
    if (!found) {
      declared.push({ at: label.first, type: label.type, level: label.level });
      i = label.end - 1;
      continue;
    }
    claim(line, found.low);
    claim(line, found.high);
    labelled.push({
      first: label.first,
      last: found.end - 1,
      type: label.type,
      level: label.level,
      low: found.low,
      high: found.high,
    });
    i = found.end - 1;
  }
  return { labelled, declared };
}

export const claim = (line: Line, v: Value | undefined): void => {
  if (typeof v === "number") line.claims[v] = "statement";
};

function boundsAfter(
  line: Line,
  label: Label,
): { low: Value | undefined; high: Value | undefined; end: number } | undefined {
  let j = label.end;
  for (let steps = 0; steps < 5; steps++) {
    if (label.side) {
      const only = boundAt(line, j);
      if (only)
        return label.side === "upper"
          ? { low: undefined, high: only.value, end: only.end }
          : { low: only.value, high: undefined, end: only.end };
    }
    const bounds = boundsAt(line, j);
    if (bounds) {
      const open = norm(line, j - 1);
      if ((open === "(" || open === "[") && line.partner[j - 1] === bounds.end)
        return { ...bounds, end: bounds.end + (j - 1 >= label.end ? 1 : 0) };
      return bounds;
    }
    const one = oneSidedAt(line, j);
    if (one) return one;
    const w = norm(line, j);
    if (!CONNECT.has(w)) return undefined;
    // a closing bracket ends "HR (95% CI)": what follows is the estimate
    if (w === ")" || w === "]") return undefined;
    if ((w === "(" || w === "[") && label.type === "range" && label.level === null && j > label.end)
      return undefined;
    j++;
  }
  return undefined;
}

/** "(SD)", "± SD", "[SE]", "(standard deviation)" and "mean ± SEM" announce what follows the values. */
function declareSpread(line: Line, i: number, declared: Declared[]): void {
  const type = spreadAt(line, i);
  if (!type) return;
  let end = i + 1;
  if (norm(line, i) === "standard") end = norm(line, i + 2) === "of" ? i + 5 : i + 2;
  if (norm(line, end) === "=" || norm(line, end) === ":" || norm(line, end) === ",") end++;
  // "SD 3.0" is a value, no announcement
  if (isNumber(line, end) && !/^[)\]]$/.test(norm(line, end - 1))) return;
  declared.push({ at: i, type, level: null });
}

/** "SD", "standard deviation", "SE", "SEM", "standard error" at token `i`. */
export function spreadAt(line: Line, i: number): "SD" | "SE" | undefined {
  const w = norm(line, i);
  if (w === "sd" || w === "s.d" || w === "sds" || w === "std") return "SD";
  if (w === "sem" || w === "se" || w === "s.e" || w === "s.e.m" || w === "ses" || w === "sems") return "SE";
  if (w === "standard") {
    const n = norm(line, i + 1);
    if (/^deviations?$/.test(n)) return "SD";
    if (/^errors?$/.test(n)) return "SE";
  }
  return undefined;
}
