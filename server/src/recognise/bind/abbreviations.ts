/** Abbreviations that a document defines, after Schwartz and Hearst (2003), "A simple algorithm for identifying abbreviation definitions". */

export interface Definition {
  readonly short: string;
  readonly long: string;
}

const SHORT = /^[\p{L}\p{N}][\p{L}\p{N}+/.\-–‐' ()]*$/u;

/** The definitions "long form (SHORT)" of one sentence. Linear in its length: every bracket is looked at once, with a bounded window before it. */
export function definitionsIn(text: string): Definition[] {
  const out: Definition[] = [];
  for (let open = nextOpen(text, 0); open >= 0; open = nextOpen(text, open + 1)) {
    const close = closing(text, open);
    if (close < 0) continue;
    const short = shortIn(text.slice(open + 1, close));
    if (!short) continue;
    const words = Math.min(short.length + 5, short.length * 2);
    const long = longForm(short, window(text, open, words));
    if (long) out.push({ short, long });
  }
  return out;
}

function nextOpen(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 40 || c === 91) return i;
  }
  return -1;
}

function closing(text: string, open: number): number {
  const wanted = text[open] === "(" ? ")" : "]";
  for (let i = open + 1; i < text.length && i - open < 24; i++) {
    if (text[i] === wanted) return i;
    if (text[i] === "(" || text[i] === "[") return -1;
  }
  return -1;
}

/** The short form in a bracket: what stands before a comma or semicolon, with a capital or digit among its letters. */
function shortIn(inside: string): string | undefined {
  const cut = /[,;:=]/.exec(inside);
  const short = (cut ? inside.slice(0, cut.index) : inside).trim();
  if (short.length < 2 || short.length > 12 || !SHORT.test(short)) return undefined;
  if (short.split(" ").length > 2 || !/\p{Lu}/u.test(short) || !/\p{L}/u.test(short)) return undefined;
  return short;
}

/** The last `count` words before offset `end`, of the same clause. */
function window(text: string, end: number, count: number): string {
  let i = end;
  let words = 0;
  let inWord = false;
  while (i > 0 && end - i < 160) {
    const c = text[i - 1]!;
    if (c === ";" || c === "(" || c === ")" || c === "]" || c === "[") break;
    const space = c === " " || c === "\n";
    if (!space) inWord = true;
    else if (inWord) {
      words++;
      inWord = false;
      if (words >= count) break;
    }
    i--;
  }
  return text.slice(i, end).trim();
}

/** Matches the short form's characters from right to left; the first must begin a word. */
export function longForm(short: string, before: string): string | undefined {
  let l = before.length - 1;
  for (let s = short.length - 1; s >= 0; s--) {
    const c = short[s]!.toLowerCase();
    if (!/[\p{L}\p{N}]/u.test(c)) continue;
    while (
      l >= 0 &&
      (before[l]!.toLowerCase() !== c || (s === 0 && l > 0 && /[\p{L}\p{N}]/u.test(before[l - 1]!)))
    )
      l--;
    if (l < 0) return undefined;
    l--;
  }
  const long = before.slice(l + 1).trim();
  if (long.length <= short.length || long.split(/\s+/).length > short.length * 2) return undefined;
  return long.replace(/\s+/g, " ");
}
