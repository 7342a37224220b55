/** BibTeX: entries with their fields, strings and TeX's accents, as reference managers write them. */
import { FormatError, type ForeignReader, type ForeignRecord } from "./foreign.js";
import { collapsed } from "./inline.js";
import { turnedName } from "./names.js";
import { recordOf } from "./reference.js";

export class BibtexReader implements ForeignReader {
  private readonly chunks: string[] = [];

  write(chunk: string): readonly ForeignRecord[] {
    this.chunks.push(chunk);
    return [];
  }

  /** @throws FormatError for an entry without end */
  end(): readonly ForeignRecord[] {
    const lexer = new Lexer(this.chunks.join(""));
    const records: ForeignRecord[] = [];
    for (let entry = lexer.entry(); entry !== undefined; entry = lexer.entry()) {
      records.push({ ...recordOfEntry(entry.fields), line: entry.line });
    }
    return records;
  }
}

interface Entry {
  readonly fields: ReadonlyMap<string, string>;
  readonly line: number;
}

class Lexer {
  private at = 0;
  private readonly strings = new Map<string, string>();

  constructor(private readonly text: string) {}

  /** The next entry that is no comment, preamble or string. */
  entry(): Entry | undefined {
    for (;;) {
      const start = this.text.indexOf("@", this.at);
      if (start < 0) return undefined;
      this.at = start + 1;
      const type = this.match(/\s*([A-Za-z]+)\s*/y)?.toLowerCase();
      const open = this.text.charAt(this.at);
      if (type === undefined || (open !== "{" && open !== "(")) continue;
      if (type === "comment" || type === "preamble") {
        this.balanced(start);
        continue;
      }
      this.at++;
      if (type !== "string") this.match(/\s*([^,\s})]*)\s*,?/y);
      const fields = this.fields(start);
      if (type !== "string") return { fields, line: this.lineOf(start) };
      for (const [name, value] of fields) this.strings.set(name, value);
    }
  }

  private fields(start: number): Map<string, string> {
    const fields = new Map<string, string>();
    for (;;) {
      const name = this.match(/[\s,]*([A-Za-z][\w:+./-]*)\s*=\s*/y)?.toLowerCase();
      if (name === undefined) break;
      const value = this.value(start);
      if (!fields.has(name)) fields.set(name, value);
    }
    this.match(/[\s,]*/y);
    const close = this.text.charAt(this.at++);
    if (close !== "}" && close !== ")") {
      const rest =
        close === "" ? "has no end; the file may be cut off" : "has a field that is no name = value";
      throw new FormatError(`${this.lineOf(start)}: the entry that begins here ${rest}`);
    }
    return fields;
  }

  /** Pieces joined by #: in braces, in quotes, a number or the name of a string. */
  private value(start: number): string {
    let value = "";
    do {
      const open = this.text.charAt(this.at);
      if (open === "{") value += this.balanced(start);
      else if (open === '"') value += this.quoted(start);
      else {
        const word = this.match(/([^\s,#}"{]+)/y) ?? "";
        value += this.strings.get(word.toLowerCase()) ?? word;
      }
    } while (this.match(/\s*(#)\s*/y) !== undefined);
    return value;
  }

  /** What stands between the brace here and the one that closes it. */
  private balanced(start: number): string {
    const from = this.at + 1;
    for (let depth = 0; this.at < this.text.length; this.at++) {
      const char = this.text.charAt(this.at);
      if (char === "\\") this.at++;
      else if (char === "{" || (char === "(" && this.at === from - 1)) depth++;
      else if ((char === "}" || (char === ")" && this.text.charAt(from - 1) === "(")) && --depth === 0) {
        return this.text.slice(from, this.at++);
      }
    }
    throw new FormatError(
      `${this.lineOf(start)}: the entry that begins here has no end; the file may be cut off`,
    );
  }

  private quoted(start: number): string {
    const from = ++this.at;
    for (let depth = 0; this.at < this.text.length; this.at++) {
      const char = this.text.charAt(this.at);
      if (char === "\\") this.at++;
      else if (char === "{") depth++;
      else if (char === "}") depth--;
      else if (char === '"' && depth === 0) return this.text.slice(from, this.at++);
    }
    throw new FormatError(
      `${this.lineOf(start)}: the entry that begins here has no end; the file may be cut off`,
    );
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found === null) return undefined;
    this.at = pattern.lastIndex;
    return found[1] ?? "";
  }

  private lineOf(offset: number): number {
    return this.text.slice(0, offset).split("\n").length;
  }
}

/** TeX's accents as the combining characters of Unicode. */
const ACCENTS = new Map(Object.entries({ "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", '"': "\u0308", "=": "\u0304", ".": "\u0307", c: "\u0327", v: "\u030c", u: "\u0306", H: "\u030b", k: "\u0328", r: "\u030a" })); // prettier-ignore
const LETTERS = new Map(Object.entries({ ss: "ß", o: "ø", O: "Ø", l: "ł", L: "Ł", ae: "æ", AE: "Æ", oe: "œ", OE: "Œ", aa: "å", AA: "Å", i: "ı", pm: "±", times: "×", geq: "≥", ge: "≥", leq: "≤", le: "≤", alpha: "α", beta: "β", gamma: "γ", chi: "χ", mu: "µ", cdot: "·", textendash: "–", textemdash: "—" })); // prettier-ignore

/** A field's words without TeX: accents as letters, mathematics as characters, no braces. */
export function plainTex(tex: string): string {
  return tex
    .replace(
      /\\([`'^~"=.]|[cvuHkr](?![A-Za-z]))\s*\{?\\?([A-Za-z])\}?/g,
      (_, accent: string, letter: string) => (letter + (ACCENTS.get(accent) ?? "")).normalize("NFC"),
    )
    .replace(
      /\\([A-Za-z]+)(?:\{\}|\s+|(?![A-Za-z]))/g,
      (whole, name: string) => LETTERS.get(name) ?? (/\s$/.test(whole) ? " " : ""),
    )
    .replace(/\\([%&$#_{}])/g, "$1")
    .replace(/\$\^\{?([\d−-]+)\}?\$/g, "^$1")
    .replace(/(?<!\\)[{}$]/g, "")
    .replace(/---/g, "—")
    .replace(/--/g, "–")
    .replace(/``|''/g, '"')
    .replace(/~/g, " ");
}

function recordOfEntry(fields: ReadonlyMap<string, string>): ForeignRecord {
  const field = (...names: readonly string[]): string => {
    for (const name of names) {
      const value = collapsed(plainTex(fields.get(name) ?? ""));
      if (value !== "") return value;
    }
    return "";
  };
  return recordOf({
    title: field("title"),
    authors: field("author", "authors")
      .split(/\s+and\s+/)
      .map(turnedName)
      .filter((name) => name !== "others"),
    journal: field("journal", "journaltitle", "booktitle"),
    year: field("year", "date"),
    doi: field("doi", "url"),
    pmid: field("pmid", "pubmed_id"),
    pmcid: field("pmcid", "pmc"),
    // A line break alone is where the editor of the file broke the line.
    abstract: plainTex(fields.get("abstract") ?? "").replace(/(\S)[ \t]*\r?\n[ \t]*(?=\S)/g, "$1 "),
  });
}
