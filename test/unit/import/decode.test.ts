import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode, NotTextError } from "../../../server/src/import/decode.js";

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const ascii = (text: string): number[] => Array.from(text, (c) => c.charCodeAt(0));

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 + 2 * text.length));
  view.setUint16(0, 0xfeff, littleEndian);
  for (let i = 0; i < text.length; i++) view.setUint16(2 + 2 * i, text.charCodeAt(i), littleEndian);
  return new Uint8Array(view.buffer);
}

describe("decode", () => {
  test.each([
    {
      name: "plain UTF-8",
      of: new TextEncoder().encode("0·62–0·98 ≤ 5 µg"),
      text: "0·62–0·98 ≤ 5 µg",
      encoding: "utf-8",
    },
    { name: "an empty file", of: bytes(), text: "", encoding: "utf-8" },
    { name: "only a byte-order mark", of: bytes(0xef, 0xbb, 0xbf), text: "", encoding: "utf-8" },
    {
      name: "UTF-8 with a byte-order mark",
      of: bytes(0xef, 0xbb, 0xbf, ...ascii("HR")),
      text: "HR",
      encoding: "utf-8",
    },
    { name: "carriage returns", of: bytes(...ascii("a\r\nb\rc\n")), text: "a\r\nb\rc\n", encoding: "utf-8" },
    { name: "UTF-16LE", of: utf16("n = 12 µl", true), text: "n = 12 µl", encoding: "utf-16le" },
    { name: "UTF-16BE", of: utf16("n = 12 µl", false), text: "n = 12 µl", encoding: "utf-16be" },
    {
      name: "a lone surrogate in UTF-16",
      of: utf16("a\ud83dz", true),
      text: "a\ud83dz",
      encoding: "utf-16le",
    },
    {
      name: "Windows-1252",
      of: bytes(...ascii("CI 0.4"), 0x96, ...ascii("0.9, 5 "), 0xb1, ...ascii(" 1"), 0x80),
      text: "CI 0.4–0.9, 5 ± 1€",
      encoding: "windows-1252",
    },
    {
      name: "UTF-8 with one broken byte",
      of: new Uint8Array([...new TextEncoder().encode("µ – µ "), 0xff, ...ascii("x")]),
      text: "µ – µ \ufffdx",
      encoding: "utf-8",
    },
  ])("reads $name", ({ of, text, encoding }) => {
    expect(decode(of)).toMatchObject({ text, encoding });
  });

  test.each([
    { name: "plain UTF-8", of: new TextEncoder().encode("±"), remark: undefined },
    { name: "Windows-1252", of: bytes(0xb1), remark: "no UTF-8, read as Windows-1252" },
    { name: "UTF-16", of: utf16("x", false), remark: "read as UTF-16BE" },
    {
      name: "a broken byte after a mark",
      of: bytes(0xef, 0xbb, 0xbf, ...ascii("ab"), 0xc3),
      remark: "1 broken UTF-8 sequence, the first at byte 5",
    },
  ])("remarks on $name", ({ of, remark }) => {
    expect(decode(of).remark).toBe(remark);
  });

  test.each([
    { name: "a NUL byte", of: bytes(...ascii("PK"), 3, 4, 0, 0), message: "NUL byte at byte 4" },
    {
      name: "UTF-16 without its mark",
      of: utf16("results of the trial", true).subarray(2),
      message: "UTF-16 needs a byte-order mark",
    },
    { name: "half a code unit", of: bytes(0xff, 0xfe, 0x41), message: "a single byte is left at byte 2" },
    { name: "NUL in UTF-16", of: utf16("a\0b", true), message: "NUL character at byte 4" },
  ])("refuses $name", ({ of, message }) => {
    expect(() => decode(of)).toThrow(NotTextError);
    expect(() => decode(of)).toThrow(message);
  });

  test("gives back any text that was UTF-8", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        fc.pre(!text.includes("\0") && !text.startsWith("\ufeff"));
        expect(decode(new TextEncoder().encode(text)).text).toBe(text);
      }),
    );
  });

  test("gives back any code units that were UTF-16, paired or not", () => {
    const units = fc.array(fc.integer({ min: 1, max: 0xffff }));
    fc.assert(
      fc.property(units, fc.boolean(), (codes, littleEndian) => {
        const text = String.fromCharCode(...codes);
        expect(decode(utf16(text, littleEndian)).text).toBe(text);
      }),
    );
  });

  test("agrees with the platform on what is UTF-8", () => {
    fc.assert(
      fc.property(fc.uint8Array({ min: 1, max: 255, maxLength: 8 }), (of) => {
        fc.pre(!(of[0] === 0xff && of[1] === 0xfe) && !(of[0] === 0xfe && of[1] === 0xff));
        let whole = true;
        try {
          new TextDecoder("utf-8", { fatal: true }).decode(of);
        } catch {
          whole = false;
        }
        expect(decode(of).remark === undefined).toBe(whole);
      }),
      { numRuns: 2000 },
    );
  });
});
