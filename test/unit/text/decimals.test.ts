/** Which decimal sign a text uses. */
import { describe, expect, it } from "vitest";
import { decimalSigns, writesDecimalCommas } from "../../../server/src/text/decimals.js";

describe("decimal commas", () => {
  it.each([
    ["a mean of 4,5 and 6,7, then 8,1", true],
    ["in 62,5 % of them", true],
    ["for 13,8 months", true],
    ["3,4 ± 1,2", true],
    ["12.807 women, in 62,5% of them", true],
    ["lists of 4,5 and 6,7", false],
    ["bread.12,13 It rose", false],
    ["12,807 women, 1,204 men, 3,300 others", false],
    ["0.71, 0.8 and once 62,5 %", false],
    ["studies [1,2], Lee1,2, 4,5,6", false],
  ])("%s", (text, written) => {
    expect(writesDecimalCommas([decimalSigns(text)])).toBe(written);
  });
});
