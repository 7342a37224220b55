import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numberInWords, scanNumber } from "../../../server/src/text/numbers.js";

describe("a number at a place", () => {
  it.each<[text: string, value: number, printed: string, integer: boolean]>([
    ["0·69 months", 0.69, "0·69", false],
    [".03", 0.03, ".03", false],
    ["·05)", 0.05, "·05", false],
    ["0∙64", 0.64, "0∙64", false],
    ["1,200 men", 1200, "1,200", true],
    ["1,2", 1, "1", true],
    ["1,2000", 1, "1", true],
    ["12,34,567", 12, "12", true],
    ["0,69", 0.69, "0,69", false],
    ["0,690 and", 0.69, "0,690", false],
    ["12\u2009807", 12807, "12\u2009807", true],
    ["12\u2008807", 12807, "12\u2008807", true],
    ["12\u00a0807", 12807, "12\u00a0807", true],
    ["12\u00a080", 12, "12", true],
    ["2023\u2009456", 2023, "2023", true],
    ["1,204.5", 1204.5, "1,204.5", false],
    ["5.", 5, "5", true],
    ["0.690", 0.69, "0.690", false],
    ["2.23 × 10-5.", 0.0000223, "2.23 × 10-5", false],
    ["2x10(-5)", 0.00002, "2x10(-5)", false],
    ["1×10^3", 1000, "1×10^3", false],
    ["3 × 10⁻¹² M", 3e-12, "3 × 10⁻¹²", false],
    ["4 x 10 mg", 4, "4", true],
    ["4 x 10(-5", 4, "4", true],
    ["7e5", 7, "7", true],
    ["7e-5", 0.00007, "7e-5", false],
    ["7E+2", 700, "7E+2", false],
    ["007", 7, "007", true],
  ])("%s", (text, value, printed, integer) => {
    const scanned = scanNumber(text, 0, false);
    expect(text.slice(0, scanned.end)).toBe(printed);
    expect(scanned.value).toBe(value);
    expect(scanned.integer).toBe(integer);
  });

  it("takes the comma for a decimal one only where the text does", () => {
    expect(scanNumber("12,5", 0, true)).toEqual({ end: 4, value: 12.5, integer: false });
    expect(scanNumber("1,204", 0, true)).toEqual({ end: 5, value: 1.204, integer: false });
    expect(scanNumber("12,5", 0, false)).toEqual({ end: 2, value: 12, integer: true });
  });

  it("reads back what is printed with any decimal point and any thousands separator", () => {
    fc.assert(
      fc.property(
        fc.nat(999_999),
        fc.integer({ min: 0, max: 99 }),
        fc.constantFrom(".", "·", "∙", "⋅"),
        fc.constantFrom(",", "\u2009", "\u202f", "\u00a0", ""),
        (whole, hundredths, point, separator) => {
          const grouped = String(whole).replace(/\B(?=(?:\d{3})+$)/g, separator);
          const printed = `${grouped}${point}${String(hundredths).padStart(2, "0")}`;
          const scanned = scanNumber(`${printed} months`, 0, false);
          expect(scanned.end).toBe(printed.length);
          expect(scanned.value).toBeCloseTo(whole + hundredths / 100, 6);
        },
      ),
    );
  });
});

describe("a number in words", () => {
  it.each<[words: string, value: number | undefined, length?: number]>([
    ["three patients", 3, 1],
    ["twelve", 12, 1],
    ["forty two adults", 42, 2],
    ["one hundred and eighteen women", 118, 4],
    ["one hundred eighteen", 118, 3],
    ["six hundred thirty", 630, 3],
    ["two thousand five hundred", 2500, 4],
    ["three four", 3, 1],
    ["twenty thirty", 20, 1],
    ["two hundred and the rest", 200, 2],
    ["zero events", 0, 1],
    ["hundred", undefined],
    ["several", undefined],
    ["and five", undefined],
    ["", undefined],
  ])("%s", (words, value, length) => {
    const found = numberInWords(words.split(" "));
    expect(found?.value).toBe(value);
    expect(found?.length).toBe(length);
  });
});
