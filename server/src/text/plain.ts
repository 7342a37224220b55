/**
 * Typography that is no part of the words is taken out before anything is read: numbers at the beginnings of a manuscript's lines, marks of lists, words
 * hyphenated at line ends, text all in capitals or all in small letters. Nothing changes its place, so that offsets hold for the text as printed.
 */
import type { Range } from "../extraction.js";
import { changeOf, widened, type Change } from "./change.js";
import { isDigit } from "./chars.js";
import { words } from "./words.js";

/** The text to read, and the same in the letters that were printed, for what is shown. Both are as long as the original. */
export interface Plain {
  readonly text: string;
  readonly printed: string;
  /** What `printed` was made from, and what was made from it. */
  readonly joined: string;
  readonly respelled: string;
  /** Where `text` may differ from that of the version before, if that is known. */
  readonly change?: Change | undefined;
}

/** "(i) fever, (ii) cough": the marks of a list within a sentence. */
const MARKER = /(?<=\s)\((?:i{1,3}|iv|vi{0,3}|ix|x|[a-h])\)(?= [a-z])/y;

/**
 * Linear; an editor asks for it after every key, so that each step only goes from one mark that it looks for to the next.
 *
 * @param old of an earlier version of the text; what looks no further than at the next words is done again only where they changed
 * @param change where the text and what `old` was made from differ, if that is known
 */
export function plain(text: string, old?: Plain, change?: Change): Plain {
  const whole = joined(unnumbered(text));
  if (old === undefined) {
    const printed = unmarked(whole);
    const spelled = respelled(printed);
    return { text: inSentenceCase(rounded(spelled)), printed, joined: whole, respelled: spelled };
  }
  const edit = (whole === text && change) || changeOf(old.joined, whole);
  const printed = again(unmarked, whole, edit, old.joined, old.printed);
  const wider = widened(edit, REACH, whole);
  const spelled = again(respelled, printed, wider, old.printed, old.respelled);
  const plain = inSentenceCase(rounded(spelled));
  const known = plain === spelled && old.text === old.respelled;
  return {
    text: plain,
    printed,
    joined: whole,
    respelled: spelled,
    change: known ? widened(wider, REACH, whole) : undefined,
  };
}

/** No step that is done again looks further to either side. */
const REACH = 40;

/** What a step that keeps the length makes of a text that was edited, `before` and what it made of that being known. */
function again(
  step: (text: string) => string,
  now: string,
  edit: Change,
  before: string,
  made: string,
): string {
  const { start, end, oldEnd } = widened(edit, REACH, now);
  const first = Math.max(0, start - REACH);
  const changed = step(now.slice(first, end + REACH)).slice(start - first, end - first);
  // most texts are left as they are, and putting together a long one costs more than all else here
  if (made === before && changed === now.slice(start, end)) return now;
  return made.slice(0, start) + changed + made.slice(oldEnd);
}

/** Where all brackets of a text are square, those of values are as good as round. */
const rounded = (text: string): string =>
  !text.includes("(") && /\[(?:[nNpP]\s?[=<]|\d\d%)/.test(text)
    ? text.replace(/[[\]]/g, (bracket) => (bracket === "[" ? "(" : ")"))
    : text;

/** What may be spelled in a journal's own way; `respelled` looks at what stands around it, which is faster than to have it in the expression. */
const SPELLINGS =
  /[\u2010\u2011\u2013\u2212\u00a0\u2000-\u200a\u202f\u205f\u3000\\]|v\.|\.[RDEde]\.|\.value|>(?= )|-(?=(?:month|year|week|day|hour|minute)s(?:[.,;:)\]]| (?:[(\d±=]|after|before|of|in|and|or|was|were|with|for|to|from|vs|than)))/g;
const isWestern = (c: number): boolean =>
  (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || (c >= 0xc0 && c <= 0x3ff);
const THOUSANDS = /\d{3}(?!\d)/y;

/**
 * Hyphens of typesetters between letters, wide, thin and no-break spaces but those in thousands, "12.3 v. 14.1" and "placebo v. drug" (no "SPSS v. 22"),
 * "H.R. 0.71", "s.d. 3.2", "p.value" and "6-months" as most journals spell them; signs that Markdown or TeX escapes are bare, and what Markdown quotes is said.
 */
function respelled(text: string): string {
  const pieces: string[] = [];
  let done = 0;
  for (const { 0: found, index } of text.matchAll(SPELLINGS)) {
    const spelling = spellingOf(found, text, index);
    if (spelling === found) continue;
    pieces.push(text.slice(done, index), spelling);
    done = index + found.length;
  }
  return done === 0 ? text : [...pieces, text.slice(done)].join("");
}

/** The last two letters, with a stop between, of "H.R.", "S.D.", "s.e.". */
const ABBREVIATED = /\b(?:[HOR]\.R|S\.[DE]|s\.[de])$/;

function spellingOf(found: string, text: string, at: number): string {
  const next = text.charCodeAt(at + found.length);
  if (/^\.[A-Za-z]\.$/.test(found))
    return /^[\s,:=)\]]/.test(text.slice(at + 3, at + 4)) &&
      ABBREVIATED.test(text.slice(Math.max(0, at - 2), at + 2))
      ? `${found[1]!}  `
      : found;
  if (found === ".value") return /\bp$/i.test(text.slice(Math.max(0, at - 2), at)) ? "-value" : found;
  if (found === ">") return at === 0 || text[at - 1] === "\n" ? " " : found;
  if (found === "-") return isDigit(text.charCodeAt(at - 1)) ? " " : found;
  if (found === "\\") return /[%<>~[\]*_$&#-]/.test(text.charAt(at + 1)) ? " " : found;
  if (found === "v.") {
    const before = text.slice(Math.max(0, at - 14), at);
    const between =
      /(?:[\d)\]%]|\d [a-zA-Z/]{1,9})\s$/.test(before) ||
      (/[a-zA-Z]\s$/.test(before) && !isDigit(text.charCodeAt(at + 3)));
    return between && text.slice(at + 2, at + 3).trim() === "" ? "vs" : found;
  }
  const before = text.charCodeAt(at - 1);
  if (found.trim() !== "") return isWestern(next) && isWestern(before) ? "-" : found;
  THOUSANDS.lastIndex = at + 1;
  return isDigit(before) && THOUSANDS.test(text) ? found : " ";
}

/** Blanks stand for the marks of lists. */
function unmarked(text: string): string {
  const pieces: string[] = [];
  let done = 0;
  for (let at = text.indexOf("("); at >= 0; at = text.indexOf("(", at + 1)) {
    // nearly every bracket opens with what begins no mark
    const c = text.charCodeAt(at + 1);
    if (c < 97 || c > 120) continue;
    MARKER.lastIndex = at;
    const [mark] = MARKER.exec(text) ?? [];
    if (mark === undefined) continue;
    pieces.push(text.slice(done, at), " ".repeat(mark.length));
    done = at + mark.length;
  }
  return done === 0 ? text : [...pieces, text.slice(done)].join("");
}

/** A number that begins a line; a list's has a stop or bracket after it. */
const NUMBERED = /[ \t]*(\d{1,4})(?:[ \t]+|(?=\r?(?:\n|$)))/y;

/** So many lines in sequence are numbered; fewer may be a list or a table. */
const RUN = 5;

/** Lines numbered one after the other, or every fifth, lose their numbers. */
function unnumbered(text: string): string {
  const taken: Range[] = [];
  let run: Range[] = [];
  let last = 0;
  let filled = 0;
  const close = (): void => {
    if (run.length >= RUN) for (const number of run) taken.push(number);
    run = [];
  };
  let newline = -1;
  do {
    const start = newline + 1;
    newline = text.indexOf("\n", start);
    const found = beginningOf(text, start, newline < 0 ? text.length : newline);
    if (found === undefined) continue;
    filled++;
    if (found === "words") continue;
    if (found.number - last !== filled || filled > RUN) close();
    run.push({ start, end: found.end });
    last = found.number;
    filled = 0;
  } while (newline >= 0);
  close();
  return taken.length === 0 ? text : withoutNumbers(text, taken);
}

/** What a line begins with: a number, anything else, or nothing. */
function beginningOf(
  text: string,
  start: number,
  end: number,
): { readonly number: number; readonly end: number } | "words" | undefined {
  let at = start;
  while (isBlank(text.charCodeAt(at))) at += 1;
  const c = text.charCodeAt(at);
  if (c >= 48 && c <= 57) {
    NUMBERED.lastIndex = start;
    const found = NUMBERED.exec(text);
    return found ? { number: Number(found[1]), end: NUMBERED.lastIndex } : "words";
  }
  // other signs of ASCII are no white space
  return (c > 32 && c < 127) || text.slice(start, end).trim() !== "" ? "words" : undefined;
}

/** Blanks in the numbers' places go to the ends of the lines before. */
function withoutNumbers(text: string, taken: readonly Range[]): string {
  const pieces: string[] = [];
  let done = 0;
  for (const { start, end } of taken) {
    const lineEnd = start === 0 ? 0 : text.charCodeAt(start - 2) === 13 ? start - 2 : start - 1;
    pieces.push(text.slice(done, lineEnd), " ".repeat(end - start), text.slice(lineEnd, start));
    done = end;
  }
  return [...pieces, text.slice(done)].join("");
}

const AT_LINE_END = /(\p{Ll}{2,24})([-\u00ad\u2010])[ \t]*\r?\n[ \t]*(\p{Ll}{2,24})/gu;

/** Second halves of compounds, which keep their hyphen. */
const KEEPS = words(`
free up rank related based blind blinded controlled specific adjusted risk analysis term dose treated old year month week day to
positive negative cell line group arm care label reported term effect matched centre center treat protocol inferiority
associated induced dependent naive responders response
`);

/** Most texts have none; looks at the ends of lines only. */
function hasHyphenAtLineEnd(text: string): boolean {
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) {
    let last = text.charCodeAt(at - 1) === 13 ? at - 2 : at - 1;
    while (isBlank(text.charCodeAt(last))) last -= 1;
    const c = text.charCodeAt(last);
    if ((c === 45 || c === 0xad || c === 0x2010) && isSmall(text.charCodeAt(last - 1))) return true;
  }
  return false;
}

const isBlank = (c: number): boolean => c === 32 || c === 9;
const isSmall = (c: number): boolean => c >= 97 && c <= 122;

/** Words broken at a line's end are put together where they begin; soft hyphens fill up the rest, and belong to the word. */
function joined(text: string): string {
  if (!hasHyphenAtLineEnd(text)) return text;
  let compounds: ReadonlySet<string> | undefined;
  return text.replace(AT_LINE_END, (all, head: string, hyphen: string, tail: string) => {
    compounds ??= new Set(text.match(/\p{Ll}{2,24}-\p{Ll}{2,24}/gu));
    const compound = `${head}-${tail}`;
    const keeps = hyphen !== "\u00ad" && (KEEPS.has(tail) || compounds.has(compound));
    return (keeps ? compound : head + tail).padEnd(all.length, "\u00ad");
  });
}

/** So many letters show what a text is set in. */
const LETTERS = 200;
const SAMPLE = 4000;
/** In ordinary text there is a capital for so many small letters at least, and a small letter for so many capitals. */
const FEW_CAPITALS = 200;
const FEW_SMALL = 10;

/** Abbreviations of statistics before their value; "or" where no other word may stand. */
const STATISTIC =
  /(?<!\d\s?)\b(?:hr|or(?=\s?[=:(]|(?<=(?:[([,;]|adjusted|crude)\s?or))|rr|irr|ahr|aor|md|smd|rd)(?=(?:\)|\])?\s?[,:=(]?\s?(?:=\s)?[-–−]?\d*[.,·]\d)/g;
const ALONE_IN_BRACKETS = /[([]([a-z][a-z\d-]{1,5})[)\]]/g;
/** "group A", "arms A, B, and C", "F(1,58)", "the U.S.": letters that are printed large; "the sham group v 12%". */
const LETTERED =
  /(?<=\b(?:groups?|arms?|cohorts?|vitamin|hepatitis|type) (?:[a-z],? (?:[a-z], |(?:and|or|vs?\.?) ){0,4})?)(?!v [\d(a-z])[a-z]\b|\bf(?= ?\()|\bu\.[sk]\b/g;
/** From the beginning of white space only, or long stretches of it would be gone over once for each of their characters. */
const AFTER_SPACE = /(?<!\s)\s+[a-z]/g;
const ALWAYS = ["ci", "sd", "se", "iqr", "hr"];

/** A text in one size of letters as sentences are printed: a capital after a stop, and in abbreviations. */
function inSentenceCase(text: string): string {
  let upper = 0;
  let lower = 0;
  for (let i = 0; i < text.length && i < SAMPLE; i += 1) {
    const c = text.charCodeAt(i);
    if (isSmall(c)) lower += 1;
    else if (c >= 65 && c <= 90) upper += 1;
    // whatever else the sample holds, both sizes are in use
    if (upper >= SAMPLE / FEW_CAPITALS && lower >= SAMPLE / FEW_SMALL) return text;
  }
  if (upper + lower < LETTERS || (upper * FEW_CAPITALS > lower && lower * FEW_SMALL > upper)) return text;
  const small = text.toLowerCase();
  // some letters of some scripts have another length
  if (small.length !== text.length) return text;
  const short = new Set([...ALWAYS, ...Array.from(small.matchAll(ALONE_IN_BRACKETS), (m) => m[1]!)]);
  return small
    .replace(/(?:^|(?<!\bu\.[sk])[.!?]["')\]]*\s+)[a-z]/g, (m) => m.toUpperCase())
    .replace(AFTER_SPACE, (m) => (m.indexOf("\n") < m.lastIndexOf("\n") ? m.toUpperCase() : m))
    .replace(/\b[a-z][a-z\d-]{1,5}\b/g, (m) => (short.has(m) ? m.toUpperCase() : m))
    .replace(LETTERED, (m) => m.toUpperCase())
    .replace(STATISTIC, (m) => m.toUpperCase());
}
