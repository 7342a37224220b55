/** What the bytes of a file say: which encoding, and the text with exact UTF-16 offsets. */

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

export interface Decoded {
  /** Without a byte-order mark, as an editor shows it; line ends and lone surrogates as they are. */
  readonly text: string;
  readonly encoding: Encoding;
  /** Something that a reader should know, in a few words; absent for plain UTF-8. */
  readonly remark?: string;
}

/** Thrown for bytes that are no text; the message says why and where. */
export class NotTextError extends Error {
  override name = "NotTextError";
}

/** 0x80 to 0x9f, where Windows-1252 differs from Latin-1; its five unassigned bytes stay as they are. */
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Code units that one String.fromCharCode call takes without straining the stack. */
const CHUNK = 8192;

/**
 * Decodes UTF-8, UTF-8 and UTF-16 with a byte-order mark, and Windows-1252 where the bytes are no UTF-8.
 *
 * A file that is UTF-8 but for a few broken bytes stays UTF-8 with U+FFFD in their place, as editors show it.
 *
 * @throws NotTextError for binary data: NUL bytes, or half a UTF-16 code unit
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16(bytes, "utf-16le");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(bytes, "utf-16be");
  const nul = bytes.indexOf(0);
  if (nul >= 0) throw new NotTextError(`is no text: NUL byte at byte ${nul}${utf16Advice(bytes)}`);
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const body = marked ? bytes.subarray(3) : bytes;
  const { whole, broken, first } = surveyUtf8(body);
  if (broken === 0) return { text: utf8(body), encoding: "utf-8" };
  if (marked || whole > broken) {
    const place = first + bytes.length - body.length;
    const remark = `${broken} broken UTF-8 ${broken === 1 ? "sequence" : "sequences"}, the first at byte ${place}`;
    return { text: utf8(body), encoding: "utf-8", remark };
  }
  return { text: windows1252(body), encoding: "windows-1252", remark: "no UTF-8, read as Windows-1252" };
}

function utf8(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}

/** By hand, because TextDecoder puts U+FFFD for a lone surrogate and so changes the text. */
function utf16(bytes: Uint8Array, encoding: "utf-16le" | "utf-16be"): Decoded {
  if (bytes.length % 2 !== 0) {
    throw new NotTextError(`is no whole UTF-16: a single byte is left at byte ${bytes.length - 1}`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset + 2, bytes.length - 2);
  const units = new Uint16Array(view.byteLength / 2);
  for (let i = 0; i < units.length; i++) units[i] = view.getUint16(2 * i, encoding === "utf-16le");
  const nul = units.indexOf(0);
  if (nul >= 0) throw new NotTextError(`is no text: NUL character at byte ${2 * nul + 2}`);
  return { text: fromUnits(units), encoding, remark: `read as ${encoding.toUpperCase()}` };
}

/** Every second byte of Latin text in UTF-16 is NUL: say so instead of only refusing it. */
function utf16Advice(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, 512);
  const zeros = sample.reduce((sum, byte) => sum + (byte === 0 ? 1 : 0), 0);
  const half = zeros * 3 > sample.length && zeros * 3 < sample.length * 2;
  return half ? " (UTF-16 needs a byte-order mark)" : "";
}

/** Counts whole multi-byte sequences and bytes that belong to none (RFC 3629, table of section 4). */
function surveyUtf8(bytes: Uint8Array): { whole: number; broken: number; first: number } {
  let whole = 0;
  let broken = 0;
  let first = -1;
  for (let i = 0; i < bytes.length;) {
    if ((bytes[i] ?? 0) < 0x80) {
      i++;
      continue;
    }
    const length = sequenceLength(bytes, i);
    if (length > 0) whole++;
    else if (broken++ === 0) first = i;
    i += Math.max(1, length);
  }
  return { whole, broken, first };
}

/** Length of the UTF-8 sequence of two to four bytes at `i`, or 0 where there is none. */
function sequenceLength(bytes: Uint8Array, i: number): number {
  const lead = bytes[i] ?? 0;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  const second = bytes[i + 1] ?? 0;
  if (second < low || second > high) return 0;
  for (let k = 2; k < length; k++) if (((bytes[i + k] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}

function windows1252(bytes: Uint8Array): string {
  const units = Uint16Array.from(bytes, (byte) =>
    byte >= 0x80 && byte <= 0x9f ? WINDOWS_1252.charCodeAt(byte - 0x80) : byte,
  );
  return fromUnits(units);
}

function fromUnits(units: Uint16Array): string {
  const parts: string[] = [];
  for (let i = 0; i < units.length; i += CHUNK) {
    parts.push(String.fromCharCode(...units.subarray(i, i + CHUNK)));
  }
  return parts.join("");
}
