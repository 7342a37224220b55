import { describe, expect, it } from "vitest";
import { check } from "../../../server/src/check/check.js";
import { PAGES } from "../../../server/src/check/pages.js";
import { RULES } from "../../../server/src/check/rules.js";
import { effect, paper, proportion } from "./paper.js";

const reversed = effect("RR", "0.62", { low: "0.41", high: "0.094", level: 95 });
const text = "Falls were fewer (RR 0.62; 95% CI 0.41 to 0.094), in 19/47 (45%), at 79/334 (23%).";
const drafts = [
  reversed,
  proportion({ n: "19", N: "47", percent: "45" }),
  proportion({ n: "79", N: "334", percent: "23" }),
];

describe("check", () => {
  it("reports in document order, each finding once", () => {
    const found = check(paper(text, drafts));
    expect(found.map(({ rule, severity }) => [rule, severity])).toEqual([
      ["interval-order", "error"],
      ["percent-mismatch", "warning"],
      ["percent-mismatch", "hint"],
    ]);
    expect(new Set(found.map(({ message }) => message)).size).toBe(3);
  });

  it("takes a reviewer's severity for a rule, but leaves what has an innocent explanation a hint", () => {
    const found = check(paper(text, drafts), { "percent-mismatch": "error" });
    expect(found.map(({ severity }) => severity)).toEqual(["error", "error", "hint"]);
  });

  it("is silent about a rule that is off", () => {
    const found = check(paper(text, drafts), { "percent-mismatch": "off" });
    expect(found.map(({ rule }) => rule)).toEqual(["interval-order"]);
  });

  it("says nothing of what is quoted in the references", () => {
    const quoted = effect("RR", "0.62", { low: "0.41", high: "0.094", section: "references" });
    expect(check(paper("RR 0.62 (0.41 to 0.094)", [quoted]))).toEqual([]);
  });
});

describe("the table of rules", () => {
  it("names each rule once, in words a setting can carry", () => {
    const ids = RULES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  it("explains each rule", () => {
    for (const [{ id }, page] of PAGES) {
      expect(page.silent.length, id).toBeGreaterThan(0);
      expect(
        page.what.length * page.formula.length * page.example.why.length * page.reference.length,
        id,
      ).toBeGreaterThan(0);
    }
  });
});
