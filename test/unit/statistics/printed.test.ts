import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsePrinted, printedAs } from "../../../server/src/statistics/printed.js";

describe("parsePrinted", () => {
  it.each<[literal: string, value: number, decimals: number]>([
    ["0.690", 0.69, 3],
    ["0·690", 0.69, 3],
    [".05", 0.05, 2],
    ["12 807", 12807, 0],
    ["0&middot;071", 0.071, 3],
    ["−0В·9", -0.9, 1],
    ["12\u2009807", 12807, 0],
    ["1,200", 1200, 0],
    ["1,200,000", 1200000, 0],
    ["0,84", 0.84, 2],
    ["0,841", 0.841, 3],
    ["−2.3", -2.3, 1],
    ["−US$1,204", -1204, 0],
    ["–15", -15, 0],
    ["+4.10", 4.1, 2],
    ["85%", 85, 0],
    ["2.23 × 10-5", 2.23e-5, 7],
    ["2.23×10−5", 2.23e-5, 7],
    ["3x10^4", 30000, -4],
    ["1.2E-8", 1.2e-8, 9],
    ["7.", 7, 0],
  ])("%s", (literal, value, decimals) => {
    expect(parsePrinted(literal)).toMatchObject({ decimals });
    expect(parsePrinted(literal)?.value).toBeCloseTo(value, 12);
  });

  it.each(["seven", "", "NR", "-", "1.2.3", "3/4"])("%s is no number in digits", (literal) => {
    expect(parsePrinted(literal)).toBeNull();
  });

  it("stands for half a unit of the last place either way, trailing zeros counted", () => {
    expect(parsePrinted("0.70")).toMatchObject({ low: 0.695, high: 0.705 });
    expect(parsePrinted("0.7")?.low).toBeCloseTo(0.65, 12);
    expect(parsePrinted("31")).toMatchObject({ low: 30.5, high: 31.5 });
  });

  it("always holds its own value, and a zero more never widens it", () => {
    fc.assert(
      fc.property(fc.integer({ min: -99999, max: 99999 }), fc.integer({ min: 0, max: 5 }), (n, decimals) => {
        const text = (n / 10 ** decimals).toFixed(decimals);
        const coarse = parsePrinted(text)!;
        const fine = parsePrinted(decimals === 0 ? `${text}.0` : `${text}0`)!;
        expect(coarse.low).toBeLessThan(coarse.value);
        expect(coarse.high).toBeGreaterThan(coarse.value);
        expect(fine.low).toBeGreaterThan(coarse.low);
        expect(fine.high).toBeLessThan(coarse.high);
      }),
    );
  });
});

describe("printedAs", () => {
  it("takes a count in words as exact", () => {
    expect(printedAs("eighteen", 18)).toMatchObject({ value: 18, decimals: 0 });
  });
  it("gives the sign that was read", () => {
    expect(printedAs("2.30", -2.3)).toMatchObject({ value: -2.3, decimals: 2 });
  });
  it("refuses a literal that says something else than was read", () => {
    expect(printedAs("95", 0.95)).toBeNull();
    expect(printedAs("a half", 0.5)).toBeNull();
  });
});
