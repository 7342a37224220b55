/**
 * Text that went through a typesetter, a web page or a wrong decoder, in its author's characters: ligatures, entities and tags of HTML, garbled bytes, full-width
 * and mathematical letters, characters of no width. What is read here is shorter or longer than the document; `place` leads back.
 */

import { widened, type Change } from "./change.js";
import { ENTITIES } from "./entities.js";
import { firstWhere } from "./search.js";

export interface Unfolded {
  readonly text: string;
  /**
   * Where a range that begins or ends at an offset of `text` begins or ends in the document.
   *
   * @param end true for the end of a range, which does not reach into what was replaced behind it
   */
  readonly place: (offset: number, end: boolean) => number;
}

/** The second and third byte of UTF-8 as Windows-1252 and -1251 show them, 0x80 to 0xbf; the first is one of ÂÃÎÏâ and ВГОПв. */
const WESTERN =
  "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ" +
  String.fromCharCode(...Array.from({ length: 32 }, (_, i) => 0xa0 + i));
const CYRILLIC = "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u0098™љ›њќћџ\u00a0ЎўЈ¤Ґ¦§Ё©Є«¬\u00ad®Ї°±Ііґµ¶·ё№є»јЅѕї";
const FIRST = "ÂÃÎÏâВГОПв";
const FIRST_BITS = [2, 3, 14, 15, 2];

const FOLDED = new RegExp(
  [
    "[ﬀ-ﬆ]|\\ud835[\\udc00-\\udfff]|[！-～]|[\\u200b-\\u200d\\u2060\\ufeff]|\\xad(?!\\s)",
    "<sup>[[−-]?\\d{1,3}(?:[,–-]\\s?\\d{1,3}){0,9}\\]?</sup>",
    "(?:<|&lt;)/?(?:i|b|u|em|strong|italic|bold|sub|sup|sc|small|span|br|p)(?:\\s[^<>]{0,80})?\\s?/?(?:>|&gt;)",
    "&(?:amp;)?(?:#\\d{1,6}|#[xX][\\da-fA-F]{1,5}|[A-Za-z]{2,7}\\d?);",
    `[ÂÃÎÏ][${WESTERN}]|â[${WESTERN}]{2}|[ВГОП][${CYRILLIC}]|в[Ђ€‰„][${CYRILLIC}]`,
  ].join("|"),
  "g",
);

function entity(name: string): string | undefined {
  if (!name.startsWith("#")) return ENTITIES.get(name) ?? ENTITIES.get(name.toLowerCase());
  const code = Number(`0${name.slice(1)}`);
  return code > 31 && code < 0x110000 ? String.fromCodePoint(code) : undefined;
}

/** What `folded`, which stands at `at`, was written for. */
function written(folded: string, text: string, at: number): string {
  const c = folded.charCodeAt(0);
  const before = text.slice(Math.max(0, at - 4), at);
  if (c === 60 || /^&lt;./.test(folded)) return tag(folded.replace("&lt;", "<"), before);
  if (c === 38) return entity(/#?\w+(?=;$)/.exec(folded)![0]) ?? folded;
  const first = FIRST.indexOf(folded[0]!);
  if (first >= 0) {
    let code = FIRST_BITS[first % 5]!;
    const signs = first < 5 ? WESTERN : CYRILLIC;
    for (let i = 1; i < folded.length; i++) code = code * 64 + signs.indexOf(folded[i]!);
    return String.fromCharCode(code);
  }
  if (c < 0x3000 || c === 0xfeff) return "";
  const plain = folded.normalize("NFKC");
  // full-width brackets and signs have their blank in them
  return plain === "(" ? " (" : /[,;:]/.test(plain) ? `${plain} ` : plain;
}

const SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** Tags say how letters look; line breaks part words. A superscript behind 10 is its power, one behind a word or full stop a citation. */
function tag(folded: string, before: string): string {
  if (/^<\/?(?:br|p)\b/i.test(folded)) return " ";
  const digits = /^<sup>(.+)<\/sup>$/.exec(folded)?.[1] ?? "";
  if (before.endsWith("10"))
    return digits.replace(/\d/g, (digit) => SUPERSCRIPT.charAt(Number(digit))).replace(/[−-]/, "⁻");
  return /[a-z)\].,]{2}$/.test(before) && !/(?:^|[^a-z])[cdkm]?m$/.test(before) ? "" : digits;
}

/** A few words or a number of a document in its author's characters. */
export const legible = (printed: string): string => unfold(printed)?.text ?? printed;

/** What is replaced is shorter, and so is what is looked at around it. */
const REACH = 200;

/**
 * The document in its author's characters; undefined where it is so already, as nearly every document is. Linear.
 *
 * @param change since a version that was: only what is new is looked at
 */
export function unfold(text: string, change?: Change): Unfolded | undefined {
  if (change !== undefined) {
    const { start, end } = widened(change, REACH, text);
    return unfold(text.slice(start, end)) && unfold(text);
  }
  const pieces: string[] = [];
  /** By replacement: where it begins and ends in the new text, and in the document. */
  const places: { readonly at: number; readonly to: number; readonly from: number; readonly end: number }[] =
    [];
  let done = 0;
  let length = 0;
  for (const { 0: folded, index } of text.matchAll(FOLDED)) {
    const sign = written(folded, text, index);
    if (sign === folded) continue;
    const at = length + index - done;
    pieces.push(text.slice(done, index), sign);
    done = index + folded.length;
    length = at + sign.length;
    places.push({ at, to: length, from: index, end: done });
  }
  if (places.length === 0) return undefined;
  return {
    text: [...pieces, text.slice(done)].join(""),
    place: (offset, isEnd) => {
      const next = firstWhere(places.length, (i) =>
        isEnd ? places[i]!.at >= offset : places[i]!.at > offset,
      );
      const before = places[next - 1];
      if (before === undefined) return offset;
      if (offset >= before.to) return offset - before.to + before.end;
      return isEnd ? before.end : before.from;
    },
  };
}
