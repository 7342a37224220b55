/** Lexer of the two tagged formats, MEDLINE (PubMed's .nbib) and RIS: which lines are fields, and where records begin. */

export type TaggedFormat = "medline" | "ris";

/** One `AB  - text` with the lines that continue it. */
export interface Field {
  readonly tag: string;
  /** Where the line with the tag begins. */
  readonly start: number;
  /** The value, from its first character to its last visible one. */
  readonly from: number;
  readonly to: number;
}

/** One record as it stands in the file. */
export interface TaggedRecord {
  readonly start: number;
  /** Where the next record begins, or the file ends. */
  readonly end: number;
  readonly fields: readonly Field[];
}

/** "AB  - ", "PMID- ", and "AB - " as some programs write RIS. */
const TAG = /([A-Z][A-Z0-9](?:[A-Z0-9 ]{2}| ))-(?=[ \r\n]|$) ?/y;

/** Lines of a provider's own that may stand before the first record. */
const PREAMBLE_LINES = 25;
/** So many lines from the first tag on must hold a title, an abstract or an identifier. */
const SAMPLE = 6000;

/** Which of the formats the text is in, by its first lines and whatever its file is called; undefined for any other text. */
export function taggedFormat(text: string): TaggedFormat | undefined {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (let line = 0; line < PREAMBLE_LINES && at < text.length; line++) {
    const tag = tagAt(text, at)?.tag;
    if (tag === "TY") return "ris";
    if (tag !== undefined) {
      const sample = text.slice(at, at + SAMPLE);
      return /^(?:PMID|TI {2}|AB {2})- ./m.test(sample) &&
        /\n(?:TI {2}|AB {2}|FAU |AU {2}|SO {2})- ./.test(sample)
        ? "medline"
        : undefined;
    }
    const next = text.indexOf("\n", at);
    if (next < 0 || next - at > 200) return undefined;
    at = next + 1;
  }
  return undefined;
}

function tagAt(text: string, at: number): { readonly tag: string; readonly from: number } | undefined {
  TAG.lastIndex = at;
  const match = TAG.exec(text);
  return match === null ? undefined : { tag: match[1]!.trimEnd(), from: at + match[0].length };
}

/** A record is over with its last field, which PubMed writes as `SO` and RIS as `ER`. */
const LAST: Readonly<Record<TaggedFormat, string>> = { medline: "SO", ris: "ER" };

/**
 * The records of a tagged file, in order. A record begins with the tag that the first one begins with, so that missing
 * blank lines and missing `ER` lines lose nothing; lines without a tag continue the field before them.
 */
export function taggedRecords(text: string, format: TaggedFormat): TaggedRecord[] {
  const records: { start: number; fields: Field[] }[] = [];
  let opening = format === "ris" ? "TY" : undefined;
  let open: { tag: string; start: number; from: number; to: number } | undefined;
  for (let at = text.charCodeAt(0) === 0xfeff ? 1 : 0; at < text.length;) {
    const newline = text.indexOf("\n", at);
    const end = newline < 0 ? text.length : newline;
    const found = tagAt(text, at);
    if (found !== undefined && (records.length > 0 || opening === undefined || found.tag === opening)) {
      opening ??= found.tag;
      if (found.tag === opening) records.push({ start: at, fields: [] });
      open = {
        tag: found.tag,
        start: at,
        from: Math.min(found.from, end),
        to: visibleEnd(text, found.from, end),
      };
      records[records.length - 1]!.fields.push(open);
    } else if (open !== undefined && open.tag !== "ER") {
      const to = visibleEnd(text, at, end);
      if (to > at) open.to = to;
    }
    at = end + 1;
  }
  return records.map(({ start, fields }, i) => ({
    start,
    end: records[i + 1]?.start ?? text.length,
    fields,
  }));
}

/** True where the last record lacks the field that ends it while such fields are in use: the file was cut off. */
export function isCutOff(records: readonly TaggedRecord[], format: TaggedFormat): boolean {
  const ends = ({ fields }: TaggedRecord): boolean => fields.some(({ tag }) => tag === LAST[format]);
  const last = records[records.length - 1];
  return last !== undefined && !ends(last) && (format === "ris" || records.some(ends));
}

/** The place after the last visible character of [from, end); `from` where there is none. */
function visibleEnd(text: string, from: number, end: number): number {
  let to = end;
  while (to > from && text.charCodeAt(to - 1) <= 0x20) to--;
  return Math.min(Math.max(to, from), end);
}
