/** Where a decision belongs in a text that may have changed since: by its quote and the text around it. */
import type { Range } from "../extraction.js";
import type { Target } from "./annotations.js";

/** Characters kept on either side of a quote, where these already tell it from its like. */
const CONTEXT = 32;

/** The most that are kept. A quote whose surroundings repeat for longer is found again by its position alone. */
const MOST_CONTEXT = 512;

/** A side that is shorter says nothing about the place; it only shows what the quote was joined to. */
const TELLING = 4;

/**
 * Describes a stretch of text so that it is found again. On each side at least twice as much is kept as any other
 * place with the same words shares, so that more than half of one side tells it from every other.
 */
export function targetOf(text: string, { start, end }: Range): Target {
  const exact = text.slice(start, end);
  let [before, after] = [0, 0];
  for (const other of occurrences(text, exact)) {
    if (other === start) continue;
    before = Math.max(before, commonBefore(text, start, text, other));
    after = Math.max(after, commonAfter(text, end, text, other + exact.length));
  }
  const prefix = text.slice(Math.max(0, start - kept(before)), start);
  const suffix = text.slice(end, end + kept(after));
  const [sayBefore, sayAfter] = [2 * before < prefix.length, 2 * after < suffix.length];
  if (before + after > 0 && !sayBefore && !sayAfter) {
    return {
      exact,
      prefix: prefix.slice(-CONTEXT),
      suffix: suffix.slice(0, CONTEXT),
      start,
      end,
      repeated: true,
    };
  }
  return {
    exact,
    prefix: sayBefore || before === 0 ? prefix : prefix.slice(1 - TELLING),
    suffix: sayAfter || after === 0 ? suffix : suffix.slice(0, TELLING - 1),
    start,
    end,
  };
}

/**
 * The one place in the text that a target describes.
 *
 * @returns null where its words are gone or changed, and where more than one place could be meant
 */
export function findTarget(text: string, target: Target): Range | null {
  const { exact, prefix, suffix, start, repeated } = withLineEndsOf(text, target);
  if (exact === "") return null;
  const silent = prefix.length < TELLING && suffix.length < TELLING;
  // null: the words are there, but grown into longer ones.
  const [whole, near]: [number[], (number | null)[]] = [[], []];
  for (const at of occurrences(text, exact)) {
    const end = at + exact.length;
    if (repeated === true && at !== start) continue;
    const before = commonBefore(text, at, prefix, prefix.length);
    const after = commonAfter(text, end, suffix, 0);
    const isWhole = before === prefix.length && after === suffix.length;
    if (!isWhole && (repeated === true || !(silent || tells(before, prefix) || tells(after, suffix))))
      continue;
    const isGrown = isJoined(text, at, end, prefix.at(-1), suffix.at(0));
    if (isWhole && !isGrown) whole.push(at);
    else near.push(isGrown ? null : at);
  }
  // Of two places that are both only like the one described, the liker one may be a copy.
  const [place = null, ...others] = whole.length > 0 ? whole : near;
  return place === null || others.length > 0 ? null : { start: place, end: place + exact.length };
}

/**
 * Follows stretches of a text through an edit of which only the outcome is known: what lies before or after all that
 * changed keeps its place or moves along.
 *
 * @returns a function of a range in the old text; null where the edit touched it
 */
export function followEdit(from: string, to: string): (range: Range) => Range | null {
  const most = Math.min(from.length, to.length);
  const head = Math.min(most, commonAfter(from, 0, to, 0, most));
  const tail = commonBefore(from, from.length, to, to.length, most - head);
  const moved = to.length - from.length;
  return ({ start, end }) => {
    const place =
      end <= head
        ? { start, end }
        : start >= from.length - tail
          ? { start: start + moved, end: end + moved }
          : null;
    const joined =
      place !== null && isJoined(to, place.start, place.end, from.charAt(start - 1), from.charAt(end));
    return joined ? null : place;
  };
}

const kept = (shared: number): number => Math.min(MOST_CONTEXT, Math.max(CONTEXT, 2 * shared + 1));

const tells = (shared: number, side: string): boolean => side.length >= TELLING && 2 * shared > side.length;

function* occurrences(text: string, words: string): Iterable<number> {
  if (words === "") return;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) yield at;
}

/** How many characters before two places are the same. */
function commonBefore(a: string, atA: number, b: string, atB: number, most = MOST_CONTEXT): number {
  let n = 0;
  const end = Math.min(atA, atB, most);
  while (n < end && a.charCodeAt(atA - n - 1) === b.charCodeAt(atB - n - 1)) n++;
  return n;
}

function commonAfter(a: string, atA: number, b: string, atB: number, most = MOST_CONTEXT): number {
  let n = 0;
  const end = Math.min(a.length - atA, b.length - atB, most);
  while (n < end && a.charCodeAt(atA + n) === b.charCodeAt(atB + n)) n++;
  return n;
}

/** "35 %" is not in "135 %", nor 0.7 in 0.72: true where the quote grew into a longer word or number. */
function isJoined(
  text: string,
  start: number,
  end: number,
  before: string | undefined,
  after: string | undefined,
): boolean {
  const left = text.slice(Math.max(0, start - 2), start + 1);
  const right = text.slice(end - 1, end + 2);
  return (
    (start > 0 &&
      text.charAt(start - 1) !== before &&
      /[\p{L}\p{N}][.,·]?[\p{L}\p{N}]$|[-−–][\p{N}.·]$/u.test(left)) ||
    (end < text.length && text.charAt(end) !== after && /^[\p{L}\p{N}][.,·]?[\p{L}\p{N}]/u.test(right))
  );
}

/** The same target in a text whose lines end otherwise, as after a checkout on another system. */
function withLineEndsOf(text: string, target: Target): Target {
  const all = target.prefix + target.exact + target.suffix;
  if (!all.includes("\n")) return target;
  const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
  const convert = (part: string): string => part.replace(/\r?\n/g, lineEnd);
  return {
    ...target,
    exact: convert(target.exact),
    prefix: convert(target.prefix),
    suffix: convert(target.suffix),
  };
}
