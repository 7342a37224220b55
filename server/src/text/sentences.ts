/** Where sentences end, in running text, hard-wrapped text and the lines of tables. */
import { Paragraphs } from "./paragraph.js";
import { words } from "./words.js";
import type { Range } from "../extraction.js";
import { isBlank, isDigit, isLetter, isLower, isNewline, isSpace, isUpper } from "./chars.js";

const SHARE = /^[([]\d{1,3}(?:[.,·]\d{1,2})?\s?%[)\]]/;

const STATISTIC = /(?:^|[\s(,;[])[FtχI]$/;
const SUBSCRIPT = /^\d{1,3}(?:,\s?\d{1,4}(?:\.\d+)?)?\s*[=(]/;

/** Numbers of citations behind a full stop; a capital or nothing follows. */
const RAISED = /\d{1,3}(?:[,–-]\d{1,3}){0,9}(?=\s+\p{Lu}|\s*$)/uy;

/** A bracket that begins no sentence. */
const AFTERTHOUGHT = /^\((?:[a-z]{2}|[pnPN]\s?[=<]|\d\d|\d\.)/;

/** No sentence is longer, so that no input makes reading slower than linear. */
const LONGEST = 3000;

/** A line shorter than this was broken on purpose; a longer one may have been wrapped. */
const WRAP_FROM = 56;
const WRAP_TO = 130;

/** Words that no sentence, heading or cell ends with. */
const LEADS_ON = words(
  "a an the of and or than versus vs with from for by to was were is are at in on between",
);

const ABBREVIATION = words(`
vs v c.i e.g i.e eg ie al fig figs no nos dr st approx ca resp cf suppl ref refs vol pp prof mr mrs ms
jr sr viz incl excl subsp spp ssp var tab eq sec ver inc dept univ p.o
`);

/** Abbreviations that end a sentence when a capital follows. */
const MAY_END = words("al no inc etc v st var sec");

/**
 * Splits `text` from `start` to `end` into sentences.
 *
 * Linear. A blank line always ends a sentence; a single line end does unless the line looks wrapped.
 * @returns half-open ranges without leading or trailing white space, in order
 */
export function sentences(text: string, start: number, end: number): Range[] {
  const out: Range[] = [];
  let from = start;
  let lineStart = start;
  let open = 0;
  const paragraphs = new Paragraphs(text, start, end);
  const cut = (at: number): void => {
    let a = from;
    let b = at;
    while (a < b && isSpace(text.charCodeAt(a))) a++;
    while (b > a && isSpace(text.charCodeAt(b - 1))) b--;
    if (b > a) out.push({ start: a, end: b });
    from = at;
    open = 0;
  };
  for (let i = start; i < end; i++) {
    const c = text.charCodeAt(i);
    // small letters, which most characters are, end nothing
    if (c >= 97 && c <= 122) {
      if (i - from >= 2 * LONGEST) cut(i);
      continue;
    }
    if (c === 46 || c === 33 || c === 63) {
      if (endsSentence(text, i, from, end)) cut(afterClosers(text, i + 1, end));
    } else if (c === 40 || c === 91) open++;
    else if (c === 41 || c === 93) open = Math.max(0, open - 1);
    else if (isNewline(c)) {
      if (
        (c !== 13 || text.charCodeAt(i + 1) !== 10) &&
        endsLine(
          text,
          { at: i, start: lineStart, from, inBracket: open > 0 && i - from < LONGEST / 2 },
          end,
          paragraphs,
        )
      )
        cut(i + 1);
      // of CR LF the LF ends the line
      if (c !== 13 || text.charCodeAt(i + 1) !== 10) lineStart = i + 1;
    } else if (i - from >= LONGEST && (isSpace(c) || i - from >= 2 * LONGEST)) cut(i);
  }
  cut(end);
  return out;
}

/** Quotation marks, brackets and citation numbers, raised or in square brackets, stay with the sentence they close. */
function afterClosers(text: string, at: number, end: number): number {
  let i = at;
  while (i < end && /["'”’)\]]/.test(text[i]!)) i++;
  if (text[i] === "[" && isDigit(text.charCodeAt(i + 1))) {
    const close = text.slice(i, Math.min(end, i + 24)).indexOf("]");
    if (close > 0) return i + close + 1;
  }
  // "in the control group.12,13 Of these": the numbers were raised
  RAISED.lastIndex = i;
  if (
    i === at &&
    /[a-z)\]]/.test(text[at - 2] ?? "") &&
    RAISED.test(text) &&
    wordBefore(text, at - 1, at - 13) !== "vs"
  )
    return Math.min(end, RAISED.lastIndex);
  return i;
}

function endsSentence(text: string, dot: number, from: number, end: number): boolean {
  const stop = text.charCodeAt(dot);
  let i = afterClosers(text, dot + 1, end);
  const next = text.charCodeAt(i);
  if (i >= end) return true;
  if (!isSpace(next)) return i === dot + 1 && stop === 46 && gluedStart(text, dot, end);
  while (i < end && isBlank(text.charCodeAt(i))) i++;
  const first = text.charCodeAt(i);
  if (isNewline(first)) return !ABBREVIATION.has(wordBefore(text, dot, from));
  if (stop !== 46) return !isLower(first);
  if (isLower(first) && !capitalWithin(text, i)) return false;
  // "7.3 mos. (95% CI 5.1-9.8)", "lower. (P = .02)"
  if (first === 40 && AFTERTHOUGHT.test(text.slice(i, i + 4))) return false;
  const word = wordBefore(text, dot, from);
  if (
    word.length === 1 &&
    isUpper(text.charCodeAt(dot - 1)) &&
    isLetter(first) &&
    !isDigit(text.charCodeAt(dot - 2))
  ) {
    // an initial: "J. Smith"; "vitamin C. The" is rarer than names in what we read
    return /^(?:The|In|At|A|Of|This|These|We|Patients|There|Median|No|All|Overall|Both|Among|After|However|For|Compared|With)\b/.test(
      text.slice(i, i + 12),
    );
  }
  if (ABBREVIATION.has(word)) {
    if (!MAY_END.has(word)) return false;
    return isUpper(first) && (word === "al" || word === "inc" || word === "st");
  }
  // "P = . 03" and "0. 5": a stop between a sign and a digit is a decimal point
  if (isDigit(first) && /[=<>≤≥]\s*$/.test(text.slice(Math.max(0, dot - 3), dot))) return false;
  return true;
}

/** `eGFR`, `hsCRP`, `mPFS`: names that keep their small letters where a sentence begins. */
function capitalWithin(text: string, at: number): boolean {
  let i = at;
  while (i < at + 3 && isLower(text.charCodeAt(i))) i++;
  return isUpper(text.charCodeAt(i));
}

/** `arm.In the` and `placebo.28 Overall`: a missing space, a superscript citation. */
function gluedStart(text: string, dot: number, end: number): boolean {
  const before = text.charCodeAt(dot - 1);
  const next = text.charCodeAt(dot + 1);
  if (isLetter(before) && isLower(before) && isUpper(next) && isLower(text.charCodeAt(dot + 2))) return true;
  if ((before === 41 || before === 37) && isUpper(next) && isLower(text.charCodeAt(dot + 2))) return true;
  if (!isLetter(before) || !isDigit(next)) return false;
  let i = dot + 1;
  while (i < end && (isDigit(text.charCodeAt(i)) || text[i] === "," || text[i] === "-" || text[i] === "–"))
    i++;
  return (
    i - dot < 12 &&
    isSpace(text.charCodeAt(i)) &&
    isUpper(text.charCodeAt(i + 1)) &&
    wordBefore(text, dot, dot - 12) !== "vs"
  );
}

function wordBefore(text: string, dot: number, from: number): string {
  let i = dot;
  while (i > from && i > dot - 12 && (isLetter(text.charCodeAt(i - 1)) || text.charCodeAt(i - 1) === 46)) i--;
  return text.slice(i, dot).toLowerCase();
}

/** A line's end at `at`; the line begins at `start`, the sentence at `from`. */
interface Line {
  readonly at: number;
  readonly start: number;
  readonly from: number;
  readonly inBracket: boolean;
}

function endsLine(text: string, line: Line, end: number, paragraphs: Paragraphs): boolean {
  const { at, start, from } = line;
  let i = at + 1;
  let newlines = text.charCodeAt(at) === 13 && text.charCodeAt(i) === 10 ? 0 : 1;
  for (; i < end && isSpace(text.charCodeAt(i)); i++) {
    const c = text.charCodeAt(i);
    if (c === 10 || (c === 13 && text.charCodeAt(i + 1) !== 10)) newlines++;
    if (newlines > 1) return true;
  }
  if (i >= end) return true;
  // "(95%⏎CI 12.7–18.3)": a bracket that is open goes on
  if (line.inBracket) return false;
  const first = text.charCodeAt(i);
  let b = at;
  while (b > from && isSpace(text.charCodeAt(b - 1))) b--;
  const last = text[b - 1] ?? "";
  if (/[,([=<>–±/-]/.test(last)) return false;
  if (isLower(first) || /[)\],;%±]/.test(text[i]!)) return false;
  // "on the pain score, F⏎1,128 = 4.1": a subscript that stands on a line of its own
  if (STATISTIC.test(text.slice(Math.max(from, b - 2), b)) && SUBSCRIPT.test(text.slice(i, i + 16)))
    return false;
  // "19 of 82 patients⏎(32.2%)": a share in brackets begins no line
  if ((first === 40 || first === 91) && SHARE.test(text.slice(i, i + 14)) && !/[.:]/.test(last)) return false;
  const length = b - start;
  if (length >= WRAP_FROM && length <= WRAP_TO) return false;
  if (LEADS_ON.has(wordBefore(text, b, Math.max(from, start)))) return false;
  return length > WRAP_TO || !paragraphs.goesOn(start, length, i);
}
