/** Parts of statements while a sentence is read: token indices instead of offsets. */
import type { Comparator, Measure, PValueTag } from "../extraction.js";

/** A bound or value that the text says was not reached or not estimable, as the tokens that say so. */
export interface NotReached {
  readonly from: number;
  readonly to: number;
}

/** A number token, or the words "not reached". */
export type Value = number | NotReached;

export const isNR = (v: Value | undefined): v is NotReached => typeof v === "object";

export interface PDraft {
  /** First and last token of the p-value's wording. */
  readonly first: number;
  readonly last: number;
  readonly comparator: Comparator;
  /** The number token; undefined for "NS". */
  readonly value: number | undefined;
  readonly tag: PValueTag | null;
  /** A cut-off ("P < .05 was considered significant"), no result. */
  readonly threshold: boolean;
  /** Set when a statement owns it. */
  owner: Draft | undefined;
}

export interface IntervalDraft {
  readonly first: number;
  readonly last: number;
  readonly type: "CI" | "CrI" | "IQR" | "range" | "SE" | "SD" | "unlabelled";
  readonly level: number | null;
  readonly low: Value | undefined;
  readonly high: Value | undefined;
  taken: boolean;
}

export interface UnitDraft {
  readonly name: string;
  readonly kind: string;
  readonly from: number;
  readonly to: number;
}

/** A stretch of tokens that names something. */
export interface Span {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

export type DraftKind =
  "effect" | "median" | "mean" | "landmark" | "proportion" | "group-size" | "test" | "other";

/** Every field is there from the start (`newDraft`): objects of one shape are fast to make and to read. */
export interface Draft {
  kind: DraftKind;
  first: number;
  last: number;
  /** Number token or "not reached"; undefined for a proportion given only by n or N. */
  value: Value | undefined;
  n: number | undefined;
  N: number | undefined;
  percent: number | undefined;
  sd: number | undefined;
  se: number | undefined;
  unit: UnitDraft | undefined;
  interval: IntervalDraft | undefined;
  p: PDraft | undefined;
  measure: Measure | undefined;
  adjusted: boolean | undefined;
  /** A count whose words say that it is one of an outcome, "81 patients died", "14 deaths". */
  counts: boolean | undefined;
  /** The value is printed without the sign that its words give it: "18.6% lower". */
  below: boolean | undefined;
  statistic: "t" | "F" | "chi2" | "z" | "r" | "Q" | "U" | "W" | undefined;
  df: number[] | undefined;
  name: string | undefined;
  time: { value: number; unit: string; from: number; to: number } | undefined;
  /** Where the words stand that made it what it is: the measure, "median", "rate". */
  head: Span | undefined;
  explain: string[];
}

/** A draft over tokens `first` to `last` (inclusive) of which nothing else is known yet. */
export const newDraft = (kind: DraftKind, first: number, last: number, because: string): Draft => ({
  kind,
  first,
  last,
  value: undefined,
  n: undefined,
  N: undefined,
  percent: undefined,
  sd: undefined,
  se: undefined,
  unit: undefined,
  interval: undefined,
  p: undefined,
  measure: undefined,
  adjusted: undefined,
  counts: undefined,
  below: undefined,
  statistic: undefined,
  df: undefined,
  name: undefined,
  time: undefined,
  head: undefined,
  explain: [`${kind} ← ${because}`],
});
