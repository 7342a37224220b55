/** Trial and review registration numbers, as data. */

interface Registry {
  /** What the number begins with, in the spellings found in print; matched without regard to case. */
  readonly begins: string;
  /** The whole number from there on, blanks and dashes of line breaks allowed. */
  readonly pattern: RegExp;
  /** The number as the registry writes it. */
  readonly written: (match: RegExpExecArray) => string;
}

const digits = (text: string): string => text.replace(/\D/g, "");
const plain = (prefix: string, length: string, suffix = ""): Registry => ({
  begins: prefix,
  pattern: new RegExp(`^${prefix.replace("/", "\\/")}[\\s#:-]{0,2}(\\d{${length}})${suffix}(?!\\d)`, "i"),
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
    written: (m) => `ChiCTR${(m[1] ?? "").replace(/\s/g, "-").toUpperCase()}`,
  },
  {
    begins: "CTRI",
    pattern: /^CTRI\/(\d{4})\/(\d{2,3})\/(\d{6})(?!\d)/i,
    written: (m) => `CTRI/${m[1] ?? ""}/${m[2] ?? ""}/${m[3] ?? ""}`,
  },
  { begins: "IRCT", pattern: /^IRCT\s?(\d{8,20}N\d{1,3})(?!\d)/i, written: (m) => `IRCT${m[1] ?? ""}` },
  {
    begins: "jRCT",
    pattern: /^jRCT(s?\d{9,10})(?!\d)/i,
    written: (m) => `jRCT${(m[1] ?? "").toLowerCase()}`,
  },
  { begins: "JapicCTI", pattern: /^JapicCTI-?(\d{6})(?!\d)/i, written: (m) => `JapicCTI-${m[1] ?? ""}` },
  { begins: "RBR-", pattern: /^RBR-([0-9a-z]{6,9})\b/i, written: (m) => `RBR-${(m[1] ?? "").toLowerCase()}` },
  {
    begins: "EudraCT",
    pattern: /^EudraCT[^0-9\n;]{0,20}(\d{4})\s?[-‐‑–]\s?(\d{6})\s?[-‐‑–]\s?(\d{2})(?!\d)/i,
    written: (m) => `EudraCT ${m[1] ?? ""}-${m[2] ?? ""}-${m[3] ?? ""}`,
  },
  {
    begins: "EUCTR",
    pattern: /^EUCTR\s?(\d{4}-\d{6}-\d{2})(?!\d)/i,
    written: (m) => `EudraCT ${m[1] ?? ""}`,
  },
];

/** Longest stretch that a registration number takes. */
const LONGEST = 60;

/** The places of `word` in the text in its usual spellings. */
function* places(text: string, word: string): Generator<number> {
  for (const spelling of new Set([word, word.toUpperCase(), word.toLowerCase()])) {
    for (let at = text.indexOf(spelling); at >= 0; at = text.indexOf(spelling, at + spelling.length))
      yield at;
  }
}

/**
 * The registration numbers of a text in the order of their first appearance, each once, as their registry writes them.
 *
 * @param skip says of an offset whether a number there belongs to another study
 */
export function registrations(text: string, skip: (offset: number) => boolean): string[] {
  const found: { at: number; number: string }[] = [];
  for (const registry of REGISTRIES) {
    for (const at of places(text, registry.begins)) {
      const before = text.charCodeAt(at - 1);
      if ((before >= 0x41 && before <= 0x5a) || (before >= 0x30 && before <= 0x39)) continue;
      const match = registry.pattern.exec(text.slice(at, at + LONGEST));
      if (match && digits(match[0]) !== "" && !skip(at)) found.push({ at, number: registry.written(match) });
    }
  }
  found.sort((a, b) => a.at - b.at);
  return [...new Set(found.map(({ number }) => number))];
}
