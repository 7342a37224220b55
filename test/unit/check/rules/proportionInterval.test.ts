import { describe, expect, it } from "vitest";
import { proportion, verdict } from "../paper.js";
import type { Draft } from "../paper.js";

const rule = "proportion-interval";
const share = (low: string, high: string, level: number | null = 95): Draft =>
  proportion({ n: "12", N: "40", percent: "30" }, { low, high, level });

describe(rule, () => {
  it.each<[name: string, expected: string, text: string, drafts: Draft[]]>([
    ["the interval of a larger study", "warning", "12/40 (30%; 95% CI 25 to 36)", [share("25", "36")]],
    ["Wilson", "silent", "12/40 (30%; 95% CI 18.1 to 45.4)", [share("18.1", "45.4")]],
    ["Clopper–Pearson", "silent", "12/40 (30%; 95% CI 16.6 to 46.5)", [share("16.6", "46.5")]],
    ["Wald", "silent", "12/40 (30%; 95% CI 15.8 to 44.2)", [share("15.8", "44.2")]],
    ["as proportions", "silent", "12/40 (30%; 95% CI 0.18 to 0.45)", [share("0.18", "0.45")]],
    ["the printed level counts", "silent", "12/40 (30%; 80% CI 21.6 to 39.9)", [share("21.6", "39.9", 80)]],
    ["a little off", "hint", "12/40 (30%; 95% CI 22 to 40)", [share("22", "40")]],
    ["a weighted estimate", "silent", "weighted 12/40 (30%; 95% CI 25 to 36)", [share("25", "36")]],
    [
      "a Kaplan–Meier estimate",
      "silent",
      "by Kaplan–Meier 12/40 (30%; 95% CI 25 to 36)",
      [share("25", "36")],
    ],
    [
      "the percentage is another's",
      "silent",
      "12/40 (38%; 95% CI 33 to 43)",
      [proportion({ n: "12", N: "40", percent: "38" }, { low: "33", high: "43", level: 95 })],
    ],
    [
      "no total",
      "silent",
      "12 (30%; 95% CI 25 to 36)",
      [proportion({ n: "12", percent: "30" }, { low: "25", high: "36" })],
    ],
    ["Agresti–Coull", "silent", "12/40 (30%; 95% CI 18.0 to 45.5)", [share("18.0", "45.5")]],
    ["Jeffreys", "silent", "12/40 (30%; 95% CI 17.5 to 45.2)", [share("17.5", "45.2")]],
    ["just within a tenth of the width", "silent", "12/40 (30%; 95% CI 21 to 46)", [share("21", "46")]],
    ["just beyond it", "hint", "12/40 (30%; 95% CI 22 to 46)", [share("22", "46")]],
    ["a stratified estimate", "silent", "stratified 12/40 (30%; 95% CI 25 to 36)", [share("25", "36")]],
    ["a model's estimate", "silent", "by the model 12/40 (30%; 95% CI 25 to 36)", [share("25", "36")]],
  ])("%s: %s", (_name, expected, text, drafts) => {
    expect(verdict(rule, text, drafts)).toBe(expected);
  });
});
