/** Trial and review registration numbers, as data. */

import { widened, type Change } from "./change.js";
import { isDigit } from "./chars.js";

interface Registry {
  /** What the number begins with; matched without regard to case. */
  readonly begins: string;
  /** The whole number from there on, blanks and dashes of line breaks allowed. */
  readonly pattern: RegExp;
  /** The number as the registry writes it. */
  readonly written: (match: RegExpExecArray) => string;
}

/** A prefix with so many digits after it. */
const plain = (prefix: string, length: string): Registry => ({
  begins: prefix,
  pattern: new RegExp(`^${prefix}[\\s#:-]{0,2}(\\d{${length}})(?!\\d)`, "i"),
  written: (match) => `${prefix}${match[1] ?? ""}`,
});

const REGISTRIES: readonly Registry[] = [
  plain("NCT", "8"),
  plain("ISRCTN", "8"),
  plain("ACTRN", "14"),
  plain("DRKS", "8"),
  plain("UMIN", "9"),
  plain("KCT", "7"),
  plain("TCTR", "11"),
  plain("PACTR", "15,16"),
  plain("NTR", "3,5"),
  plain("CRD", "11"),
  {
    begins: "ChiCTR",
    pattern: /^ChiCTR((?:[-\s]?[A-Z]{2,4})?-?\d{7,10})(?!\d)/i,
    written: (match) => `ChiCTR${(match[1] ?? "").replace(/\s/g, "-").toUpperCase()}`,
  },
  {
    begins: "CTRI/",
    pattern: /^CTRI\/(\d{4}\/\d{2,3}\/\d{6})(?!\d)/i,
    written: (match) => `CTRI/${match[1] ?? ""}`,
  },
  {
    begins: "IRCT",
    pattern: /^IRCT\s?(\d{8,20}N\d{1,3})(?!\d)/i,
    written: (match) => `IRCT${match[1] ?? ""}`,
  },
  {
    begins: "jRCT",
    pattern: /^jRCT(s?\d{9,10})(?!\d)/i,
    written: (match) => `jRCT${(match[1] ?? "").toLowerCase()}`,
  },
  {
    begins: "JapicCTI",
    pattern: /^JapicCTI-?(\d{6})(?!\d)/i,
    written: (match) => `JapicCTI-${match[1] ?? ""}`,
  },
  {
    begins: "RBR-",
    pattern: /^RBR-([0-9a-z]{6,9})\b/i,
    written: (match) => `RBR-${(match[1] ?? "").toLowerCase()}`,
  },
  {
    begins: "EudraCT",
    pattern: /^EudraCT[^0-9\n;]{0,20}(\d{4})\s?[-‐‑–]\s?(\d{6})\s?[-‐‑–]\s?(\d{2})(?!\d)/i,
    written: (match) => `EudraCT ${match.slice(1).join("-")}`,
  },
  {
    begins: "EUCTR",
    pattern: /^EUCTR\s?(\d{4}-\d{6}-\d{2})(?!\d)/i,
    written: (match) => `EudraCT ${match[1] ?? ""}`,
  },
];

/** All beginnings, looked for around a long number only. */
const BEGINNINGS = new RegExp(
  `(?<![A-Za-z0-9])(?:JPRN-)?(${REGISTRIES.map(({ begins }) => begins).join("|")})`,
  "gi",
);
const BY_BEGINNING = new Map(REGISTRIES.map((registry) => [registry.begins.toLowerCase(), registry]));

/** Longest stretch that a registration number takes. */
const LONGEST = 60;
/** So many digits in a row stand in every registration number but those of the registries in `FEW_DIGITS`. */
const RUN = 6;
const FEW_DIGITS = ["NTR", "RBR-"] as const;
/** How far before such a run its registry may be named. */
const BEFORE = 40;

/** Where `RUN` or more digits stand in a row between two offsets; looks at one character in six only. */
function longNumbers(text: string, from: number, to: number): number[] {
  const out: number[] = [];
  for (let at = from + RUN - 1; at < to; at += RUN) {
    if (!isDigit(text.charCodeAt(at))) continue;
    let start = at;
    while (start > from && at - start < RUN && isDigit(text.charCodeAt(start - 1))) start -= 1;
    let end = at + 1;
    while (end < to && isDigit(text.charCodeAt(end))) end += 1;
    if (end - start < RUN) continue;
    out.push(start);
    at = end - 1;
  }
  return out;
}

function suspectsIn(text: string, from: number, to: number): number[] {
  const out = longNumbers(text, from, to);
  for (const word of FEW_DIGITS) {
    const near = text.slice(from, to + word.length - 1);
    for (let at = near.indexOf(word); at >= 0; at = near.indexOf(word, at + 1)) out.push(from + at);
  }
  return out;
}

/**
 * Offsets about which a registration number may stand, in no order.
 *
 * @param old those of an earlier version of the text, from which `change` has led to this
 */
export function suspects(text: string, old?: readonly number[], change?: Change): readonly number[] {
  if (old === undefined || change === undefined) return suspectsIn(text, 0, text.length);
  let { start: from, end: to } = widened(change, LONGEST, text);
  while (from > 0 && isDigit(text.charCodeAt(from - 1))) from -= 1;
  while (to < text.length && isDigit(text.charCodeAt(to))) to += 1;
  const by = change.end - change.oldEnd;
  const elsewhere = old.filter((at) => at < from || at + by >= to);
  return [...elsewhere.map((at) => (at < from ? at : at + by)), ...suspectsIn(text, from, to)];
}

/**
 * The registration numbers of a text in the order of their first appearance, each once, as their registry writes them.
 *
 * @param skip says of an offset whether a number there belongs to another study
 * @param places the text's `suspects`, where they are known
 */
export function registrations(
  text: string,
  skip: (offset: number) => boolean,
  places = suspects(text),
): string[] {
  const found = new Map<number, string>();
  for (const place of places) {
    const from = Math.max(0, place - BEFORE);
    for (const { index, 0: whole, 1: begins = "" } of text.slice(from, place + RUN).matchAll(BEGINNINGS)) {
      const at = from + index + whole.length - begins.length;
      const registry = BY_BEGINNING.get(begins.toLowerCase());
      const match = registry?.pattern.exec(text.slice(at, at + LONGEST));
      if (registry && match && !skip(at)) found.set(at, registry.written(match));
    }
  }
  return [...new Set([...found].sort(([a], [b]) => a - b).map(([, number]) => number))];
}
