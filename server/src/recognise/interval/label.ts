/** How intervals are labelled: "95% CI", "IQR", "range", "upper limit of the one-sided 98% confidence interval". */
import type { IntervalDraft } from "../draft.js";
import { CI_WORDS, CREDIBLE, INTERVAL_LABELS, QUALIFIES_LABEL } from "../lexicon/intervals.js";
import { isNumber, norm, type Line } from "../line.js";
import { MARK } from "../marks.js";
import { SEPARATORS } from "./bounds.js";
import { words } from "../../text/words.js";

export type Type = IntervalDraft["type"];

export interface Label {
  readonly first: number;
  /** Exclusive. */
  readonly end: number;
  readonly type: Type;
  readonly level: number | null;
  /** Token of the level's number; -1 if none is printed. */
  readonly levelAt: number;
  /** "upper" or "lower": only one bound follows. */
  readonly side?: string;
}

interface Named {
  readonly type: Type;
  readonly end: number;
}

/** The level of a label, the token of its number, and the index after what says it. */
interface Level {
  readonly level: number | null;
  readonly at: number;
  readonly end: number;
}

const LIMIT = words("bound limit boundary");
const SIDE = words("upper lower");
const TH = words("th st nd rd");

/** "95% CI", "90 % confidence interval [CI]", "CI95%", "95%-CI", "97.5% CI", "IQR", "range", "interquartile range (IQR)". */
export function labelAt(line: Line, i: number): Label | undefined {
  if (!mayBegin(line, i)) return undefined;
  const before = levelBefore(line, i);
  let j = before.end;
  const side = before.level !== null && SIDE.has(norm(line, j)) ? norm(line, j) : undefined;
  if (side) j++;
  const kind = side && LIMIT.has(norm(line, j)) ? { type: "CI" as const, end: j + 1 } : kindAt(line, j);
  if (!kind) return undefined;
  let { end } = kind;
  if (side && LIMIT.has(norm(line, end))) end++;
  let found = { ...before, end };
  if (before.level === null && kind.type === "CI") found = levelAfter(line, j, end);
  found = repeated(line, kind.type, found);
  const { type } = kind;
  const level = type === "CI" || type === "CrI" || type === "range" ? found.level : null;
  const bounded = side ?? sideBefore(line, i);
  return {
    first: i,
    end: found.end,
    type,
    level,
    levelAt: found.at,
    ...(bounded !== undefined && { side: bounded }),
  };
}

const isLevel = (line: Line, i: number): boolean =>
  isNumber(line, i) && line.tokens[i]!.value > 50 && line.tokens[i]!.value < 100;

const mayBegin = (line: Line, i: number): boolean =>
  isNumber(line, i)
    ? isLevel(line, i) || norm(line, i + 1).startsWith("th") || TH.has(norm(line, i + 1))
    : (line.marks[i]! & MARK.interval) !== 0;

/** "95%", "95 per cent two-sided". */
function levelBefore(line: Line, i: number): Level {
  const none = { level: null, at: -1, end: i };
  if (!isLevel(line, i)) return none;
  let j = i + 1;
  if (norm(line, j) === "per") j++;
  const sign = norm(line, j);
  if (sign === "%" || (sign === "percent" && j === i + 1) || (sign === "cent" && j > i + 1)) j++;
  else if (j > i + 1 || !CI_WORDS.has(sign)) return none;
  if (norm(line, j) === "-") j++;
  if (QUALIFIES_LABEL.has(norm(line, j))) j++;
  return { level: line.tokens[i]!.value, at: i, end: j };
}

/** "CI95%", "CI 90%:", "confidence interval of 99%". */
function levelAfter(line: Line, label: number, end: number): Level {
  let found: Level = { level: null, at: -1, end };
  const opens = norm(line, end) === "of" || norm(line, end) === "(" || norm(line, end) === "[";
  const at = opens ? end + 1 : end;
  if (isLevel(line, at) && norm(line, at + 1) === "%" && at + 2 < line.tokens.length) {
    const after = norm(line, at + 2);
    if (!SEPARATORS.has(after) || after === ":" || after === ",")
      found = {
        level: line.tokens[at]!.value,
        at,
        end: opens && (after === ")" || after === "]") ? at + 3 : at + 2,
      };
  }
  const glued = /^ci-?(9\d)$|^(9\d)-?ci$/.exec(norm(line, label));
  if (!glued) return found;
  return {
    level: Number(glued[1] ?? glued[2]),
    at: found.at,
    end: norm(line, found.end) === "%" ? found.end + 1 : found.end,
  };
}

/** "[CI]" or "(IQR)" after the words repeats the label, "(95% CI)" gives its level. */
function repeated(line: Line, type: Type, found: Level): Level {
  const { end } = found;
  const open = norm(line, end);
  if (open !== "(" && open !== "[") return found;
  const inner = kindAt(line, end + 1) ?? (norm(line, end + 1) === "pi" ? { type, end: end + 2 } : undefined);
  if (inner && closes(line, inner.end)) return { ...found, end: inner.end + 1 };
  if (
    isNumber(line, end + 1) &&
    line.tokens[end + 1]!.value > 50 &&
    norm(line, end + 2) === "%" &&
    kindAt(line, end + 3) &&
    closes(line, end + 4)
  )
    return { level: line.tokens[end + 1]!.value, at: end + 1, end: end + 5 };
  return found;
}

const closes = (line: Line, i: number): boolean => norm(line, i) === ")" || norm(line, i) === "]";

/** "upper boundary of the one-sided 98% confidence interval": the side stands before the label. */
function sideBefore(line: Line, i: number): string | undefined {
  let k = i - 1;
  while (BEFORE_LABEL.has(norm(line, k))) k--;
  if (k === i - 1 || !SIDE_NOUNS.has(norm(line, k))) return undefined;
  const side = norm(line, k - 1);
  return SIDE.has(side) ? side : undefined;
}

const BEFORE_LABEL = words("one-sided two-sided the of a its for");
const SIDE_NOUNS = words("boundary bound limit limits");

function kindAt(line: Line, i: number): Named | undefined {
  const found = INTERVAL_LABELS.at(line, i);
  if (found) return { type: found.value, end: found.end };
  if (CREDIBLE.has(norm(line, i)))
    for (let k = i + 1; k < i + 4; k++)
      if (norm(line, k) === "interval" || norm(line, k) === "intervals") return { type: "CrI", end: k + 1 };
  return percentiles(line, i);
}

/** "15th to 85th percentile", "20th–80th percentiles". */
function percentiles(line: Line, i: number): Named | undefined {
  if (
    !isNumber(line, i) ||
    !(TH.has(norm(line, i + 1)) || /^th[-‐–]\d\dth$/.test(norm(line, i + 1))) ||
    !line.tokens[i + 1]!.glued
  )
    return undefined;
  for (let k = i + 2; k < i + 7; k++)
    if (norm(line, k) === "percentile" || norm(line, k) === "percentiles")
      return { type: line.tokens[i]!.value === 25 ? "IQR" : "range", end: k + 1 };
  return undefined;
}
