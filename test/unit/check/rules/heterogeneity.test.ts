import { describe, expect, it } from "vitest";
import { findings, other, test, verdict } from "../paper.js";
import type { Draft } from "../paper.js";

const i2 = (value: string): Draft => other("I2", value);

describe("heterogeneity", () => {
  it.each<[name: string, expected: string, text: string, drafts: Draft[]]>([
    ["I² of another Q", "hint", "Q(9) = 12.4, I² = 47%", [test("Q", [9], "12.4"), i2("47")]],
    ["right", "silent", "Q(9) = 12.4, I² = 27%", [test("Q", [9], "12.4"), i2("27")]],
    ["Q below its degrees of freedom", "silent", "Q(9) = 6.2, I² = 0%", [test("Q", [9], "6.2"), i2("0")]],
    ["right by the rounding of Q", "silent", "Q(3) = 4, I² = 30%", [test("Q", [3], "4"), i2("30")]],
    ["no degrees of freedom", "silent", "Q = 12.4, I² = 47%", [test("Q", [], "12.4"), i2("47")]],
    ["another estimator", "silent", "by REML Q(9) = 12.4, I² = 47%", [test("Q", [9], "12.4"), i2("47")]],
    ["two of each", "silent", "Q(9) = 12.4, I² = 47% and 52%", [test("Q", [9], "12.4"), i2("47"), i2("52")]],
    ["just wrong by the rounding of Q", "hint", "Q(3) = 4, I² = 35%", [test("Q", [3], "4"), i2("35")]],
    ["Paule–Mandel", "silent", "by Paule–Mandel Q(9) = 12.4, I² = 47%", [test("Q", [9], "12.4"), i2("47")]],
    [
      "maximum likelihood",
      "silent",
      "by maximum likelihood Q(9) = 12.4, I² = 47%",
      [test("Q", [9], "12.4"), i2("47")],
    ],
    [
      "another estimator named in the methods",
      "silent",
      "We used restricted maximum likelihood. Heterogeneity: Q(9) = 12.4, I² = 47%",
      [test("Q", [9], "12.4"), i2("47")],
    ],
    [
      "DerSimonian and Laird, who have the formula",
      "hint",
      "By DerSimonian–Laird Q(9) = 12.4, I² = 47%",
      [test("Q", [9], "12.4"), i2("47")],
    ],
  ])("%s: %s", (_name, expected, text, drafts) => {
    expect(verdict("heterogeneity", text, drafts)).toBe(expected);
  });

  it("offers the digit that makes both agree", () => {
    const [finding] = findings("heterogeneity", "Q(9) = 12.4, I² = 47%", [test("Q", [9], "12.4"), i2("47")]);
    expect(finding?.repair).toBe("47 → 27");
  });
});
