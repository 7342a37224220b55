import { describe, expect, it } from "vitest";
import type { Analysis } from "../../../server/src/analyse.js";
import type { Range } from "../../../server/src/extraction.js";
import { semanticTokens, TOKEN_TYPES } from "../../../server/src/service/semanticTokens.js";
import { analysisOf, effect, median, proportion, pValue, rangeOf } from "./builders.js";

/** "role:text" of each token, found again by its line and characters. */
function painted(analysis: Analysis, within?: Range): string[] {
  const lines = analysis.text.split(/\r\n|\r|\n/);
  return semanticTokens(analysis, within).map(({ line, character, length, type }) => {
    const words = (lines[line] ?? "").slice(character, character + length);
    return `${TOKEN_TYPES[type] ?? "?"}:${words}`;
  });
}

describe("semantic tokens", () => {
  it("paint every role of an effect", () => {
    const text = "Death with alfa over beta (hazard ratio 0.71; 95% CI 0.55-0.92; p = .009).";
    const statement = effect(
      text,
      "0.71; 95% CI 0.55-0.92; p = .009",
      { value: "0.71", low: "0.55", high: "0.92", p: ".009" },
      { outcome: "Death", group: "alfa", reference: "beta", measureWords: "hazard ratio" },
    );
    const wide = {
      ...statement,
      interval: { ...statement.interval!, range: rangeOf(text, "95% CI 0.55-0.92") },
      p: { ...statement.p!, range: rangeOf(text, "p = .009") },
    };
    expect(painted(analysisOf(text, { statements: [wide] }))).toEqual([
      "outcome:Death",
      "group:alfa",
      "group:beta",
      "unit:hazard ratio",
      "estimate:0.71",
      "interval:95% CI 0.55-0.92",
      "pValue:p = .009",
    ]);
  });

  it("paint counts, percentages and units", () => {
    const text = "12 of 40 (30.0%) had pain; median 7.5 months; P<0.01";
    const share = proportion(text, "12 of 40 (30.0%", { n: "12", N: "40", percent: "30.0" });
    const time = median(text, "7.5", { value: "7.5" }, { unit: "months" });
    const p = pValue(text, "P<0.01", { value: "0.01" }, [], "<");
    expect(painted(analysisOf(text, { statements: [share, time, p] }))).toEqual([
      "count:12",
      "count:40",
      "estimate:30.0",
      "estimate:7.5",
      "unit:months",
      "pValue:P<0.01",
    ]);
  });

  it.each([
    ["\n", "line feed"],
    ["\r\n", "carriage return and line feed"],
    ["\r", "carriage return"],
  ])("do not span a line end (%j)", (end) => {
    const text = `First line${end}the overall ${end}  survival rate was 9/10`;
    const outcome = `overall ${end}  survival`;
    const statement = proportion(text, "9/10", { n: "9", N: "10" }, { outcome });
    expect(painted(analysisOf(text, { statements: [statement] }))).toEqual([
      "outcome:overall",
      "outcome:survival",
      "count:9",
      "count:10",
    ]);
  });

  it("let the narrower role win where ranges overlap, and never overlap", () => {
    const text = "response 12/40 in all";
    const statement = proportion(text, "12/40", { n: "12", N: "40" }, { outcome: "response 12/40 in all" });
    const analysis = analysisOf(text, { statements: [statement] });
    expect(painted(analysis)).toEqual([
      "outcome:response",
      "count:12",
      "outcome:/",
      "count:40",
      "outcome:in all",
    ]);
    const tokens = semanticTokens(analysis);
    for (const [i, token] of tokens.entries()) {
      const next = tokens[i + 1];
      if (next?.line === token.line)
        expect(token.character + token.length).toBeLessThanOrEqual(next.character);
    }
  });

  it("count characters as UTF-16 code units", () => {
    const text = "🫀 12/40";
    const statement = proportion(text, "12/40", { n: "12", N: "40" });
    expect(semanticTokens(analysisOf(text, { statements: [statement] }))[0]).toMatchObject({
      character: 3,
      length: 2,
    });
  });

  it("of a part are those that touch it", () => {
    const text = "1/10\n2/20\n3/30";
    const statements = ["1/10", "2/20", "3/30"].map((quote) => {
      const [n = "", N = ""] = quote.split("/");
      return proportion(text, quote, { n, N });
    });
    expect(painted(analysisOf(text, { statements }), rangeOf(text, "2/20"))).toEqual(["count:2", "count:20"]);
  });
});
