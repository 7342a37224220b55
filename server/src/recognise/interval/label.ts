/** How intervals are labelled: "95% CI", "IQR", "range", "upper limit of the one-sided 97.5% confidence interval". */
import type { IntervalDraft } from "../draft.js";
import { SEPARATORS } from "./bounds.js";
import { type Line, isNumber, norm } from "../line.js";
import { words } from "../../text/words.js";

export type Type = IntervalDraft["type"];

const CI_WORDS = words("ci cis cl c.i ci95 ci95% 95ci 95%ci ci-95 95-ci");

export interface Label {
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
  if (w === "quartiles") return { type: "IQR", end: i + 1 };
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
