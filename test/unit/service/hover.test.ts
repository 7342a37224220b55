import { TextDocument } from "vscode-languageserver-textdocument";
import type { MarkupContent } from "vscode-languageserver-types";
import { describe, expect, it } from "vitest";
import type { Analysis } from "../../../server/src/analyse.js";
import type { Statement } from "../../../server/src/extraction.js";
import { hover } from "../../../server/src/service/hover.js";
import { analysisOf, effect, finding, median, proportion, pValue, rangeOf } from "./builders.js";

function hoverAt(analysis: Analysis, offset: number, details = true): string | null {
  const document = TextDocument.create("file:///study.txt", "plaintext", 1, analysis.text);
  const found = hover(analysis, document, offset, { details });
  return found === null ? null : (found.contents as MarkupContent).value;
}

function hoverOn(analysis: Analysis, words: string, details = true): string {
  const text = hoverAt(analysis, rangeOf(analysis.text, words).start, details);
  if (text === null) throw new Error(`no hover on "${words}"`);
  return text;
}

const HAZARD =
  "Death was delayed with brivatinol over placebo (hazard ratio, 0.71; 95% CI, 0.55 to 0.92; P = .009) in all.";

function hazard(): Analysis {
  const statement = effect(
    HAZARD,
    "0.71; 95% CI, 0.55 to 0.92; P = .009",
    { value: "0.71", low: "0.55", high: "0.92", p: ".009" },
    { outcome: "Death", group: "brivatinol", reference: "placebo", measureWords: "hazard ratio" },
  );
  return analysisOf(HAZARD, { statements: [{ ...statement, explain: ["outcome ← 'Death'"] }] });
}

describe("where a hover answers", () => {
  it.each([
    ["the estimate", "0.71"],
    ["a bound", "0.92"],
    ["the p-value", ".009"],
    ["words between the numbers", "CI"],
    ["the measure's words", "hazard ratio"],
    ["the outcome's words", "Death"],
    ["the group's words", "brivatinol"],
    ["the comparator's words", "placebo"],
    ["the closing bracket", ") in all"],
  ])("on %s", (_, words) => {
    expect(hoverOn(hazard(), words)).toContain("Hazard ratio · Death · brivatinol vs placebo");
  });

  it("says nothing elsewhere", () => {
    expect(hoverAt(hazard(), HAZARD.indexOf("delayed") + 2)).toBeNull();
    expect(hoverAt(hazard(), HAZARD.length)).toBeNull();
  });

  it("shows what words are shared by, and counts what is too much", () => {
    const text = "Recurrence: 12/40, 13/40, 14/40, 15/40 in the four arms.";
    const statements = ["12", "13", "14", "15"].map((n) =>
      proportion(text, `${n}/40`, { n, N: "40" }, { outcome: "Recurrence" }),
    );
    const shown = hoverOn(analysisOf(text, { statements }), "Recurrence");
    expect(shown.match(/Proportion/g)).toHaveLength(3);
    expect(shown).toContain("… and 1 more statement");
    expect(hoverOn(analysisOf(text, { statements }), "14/40")).not.toContain("13/40");
  });
});

describe("the verdict stands first", () => {
  const firstLine = (markdown: string): string => markdown.split("\n")[0] ?? "";

  it("consistent", () => {
    expect(firstLine(hoverOn(hazard(), "0.71"))).toBe("**Consistent.**");
  });

  it("what cannot be, by the finding's message", () => {
    const text = "Response was seen in 41 of 126 (38.1%).";
    const statement = proportion(text, "41 of 126 (38.1%", { n: "41", N: "126", percent: "38.1" });
    const message = "38.1 % of 126 is 48, not 41";
    const analysis = analysisOf(text, {
      statements: [statement],
      findings: [
        finding(statement, { message, explanations: ["the denominator is 107"], repair: "38 → 32" }),
      ],
    });
    const shown = hoverOn(analysis, "41 of");
    expect(firstLine(shown)).toBe(`**Cannot be:** ${message}`);
    expect(shown).toContain("- the denominator is 107");
    expect(shown).toContain("One changed digit makes everything fit: 38 → 32");
    expect(shown).toContain("**32.54 % (41/126)**");
  });

  it("a hint is a note", () => {
    const analysis = hazard();
    const [statement] = analysis.statements;
    const noted = {
      ...analysis,
      findings: [finding(statement!, { severity: "hint", message: "cut, not rounded" })],
    };
    expect(firstLine(hoverOn(noted, "0.71"))).toBe("**Note:** cut, not rounded");
  });

  it("explanations of several findings say whose they are", () => {
    const analysis = hazard();
    const [statement] = analysis.statements;
    const two = ["p-contradicts-interval", "protocol-outcome-unknown"].map((rule) =>
      finding(statement!, { rule, explanations: [`why of ${rule}`] }),
    );
    const shown = hoverOn({ ...analysis, findings: two }, "0.71");
    expect(shown).toContain("Perhaps (p-contradicts-interval):\n\n- why of p-contradicts-interval");
    expect(shown).toContain("Perhaps (protocol-outcome-unknown):\n\n- why of protocol-outcome-unknown");
    expect(hoverOn({ ...analysis, findings: two.slice(1) }, "0.71")).toContain(
      "Perhaps:\n\n- why of protocol",
    );
  });

  it("nothing to recompute", () => {
    const text = "Fever occurred in 9%.";
    const statement = proportion(text, "9%", { percent: "9" });
    expect(firstLine(hoverOn(analysisOf(text, { statements: [statement] }), "9%"))).toBe(
      "**Nothing to recompute.**",
    );
  });

  it("a difference that no rule flags is not called consistent", () => {
    const text = "Cure in 10/40 (26.0%).";
    const statement = proportion(text, "10/40 (26.0%", { n: "10", N: "40", percent: "26.0" });
    expect(firstLine(hoverOn(analysisOf(text, { statements: [statement] }), "26.0"))).toContain(
      "**Differs from what was recomputed**",
    );
  });
});

describe("the calculator", () => {
  it("of a ratio with its interval", () => {
    const shown = hoverOn(hazard(), "0.71");
    // exp((ln 0.55 + ln 0.92) / 2) = 0.7113; SE = ln(0.92 / 0.55) / 3.92 = 0.131; z = 2.61; p = 0.0091
    expect(shown).toMatch(/\| HR \| 0\.71 \| 0\.70\d–0\.71\d \(centre/);
    expect(shown).toMatch(/SE of ln HR: 0\.131/);
    expect(shown).toMatch(/ln HR: −0\.34/);
    expect(shown).toMatch(/z: 2\.6/);
    expect(shown).toMatch(/\| p \| = \.009 \| 0\.0091 \(0\.00\d+–0\.01\d*\), from the interval/);
    expect(shown).toContain("Altman & Bland 2011");
    expect(shown).toContain("Read as: outcome ← 'Death'");
  });

  it("leaves the details out on request", () => {
    const shown = hoverOn(hazard(), "0.71", false);
    expect(shown).toContain("**Consistent.**");
    expect(shown).not.toContain("SE of ln HR");
    expect(shown).not.toContain("Read as");
  });

  it("gives an interval where only p is printed", () => {
    const text = "The odds ratio was 1.80 (p = 0.030).";
    const statement = effect(text, "1.80 (p = 0.030", { value: "1.80", p: "0.030" }, { measure: "OR" });
    // SE = ln 1.8 / 2.170 = 0.2709, bounds exp(0.5878 ± 0.5309)
    expect(hoverOn(analysisOf(text, { statements: [statement] }), "1.80")).toContain(
      "95 % CI from p: 1.059–3.06",
    );
  });

  it("computes differences as printed", () => {
    const text = "Mean difference, −2.0 mmHg (95% CI −3.6 to −0.4; p = 0.014).";
    const base = effect(
      text,
      "−2.0 mmHg (95% CI −3.6 to −0.4; p = 0.014",
      { value: "−2.0", low: "−3.6", high: "−0.4", p: "0.014" },
      { measure: "MD" },
    );
    const interval = { ...base.interval!, low: -3.6, high: -0.4 };
    const statement = { ...base, value: -2, interval };
    const shown = hoverOn(analysisOf(text, { statements: [statement] }), "2.0");
    expect(shown.split("\n")[0]).toBe("**Consistent.**");
    expect(shown).toMatch(/SE: 0\.8/);
    expect(shown).not.toContain("ln MD");
  });

  it.each([
    ["This retrospective cohort found", true],
    ["In this randomized trial of a cohort we found", false],
    ["We found", false],
  ])("E-value after '%s': %s", (start, expected) => {
    const text = `${start} a risk ratio of 2.00 (95% CI 1.50-2.67).`;
    const statement = effect(
      text,
      "2.00 (95% CI 1.50-2.67",
      { value: "2.00", low: "1.50", high: "2.67" },
      { measure: "RR" },
    );
    const shown = hoverOn(analysisOf(text, { statements: [statement] }), "2.00");
    // 2 + √(2 · 1) = 3.41; 1.5 + √(1.5 · 0.5) = 2.37
    expect(shown.includes("E-value: 3.41, of the bound nearer to 1 2.37")).toBe(expected);
  });

  it("says nothing of p for a tag that is another comparison", () => {
    const text = "HR 0.95 (95% CI 0.80-1.13; p for interaction = 0.001).";
    const statement = effect(
      text,
      "0.95 (95% CI 0.80-1.13; p for interaction = 0.001",
      { value: "0.95", low: "0.80", high: "1.13", p: "0.001" },
      { p: { tag: "interaction" } },
    );
    expect(hoverOn(analysisOf(text, { statements: [statement] }), "0.95").split("\n")[0]).toBe(
      "**Consistent.**",
    );
  });

  it("of two proportions", () => {
    const text = "Response: 30/60 (50.0%) with alfa versus 15/60 (25.0%) with beta (p = 0.005).";
    const first = proportion(text, "30/60 (50.0%", { n: "30", N: "60", percent: "50.0" }, { group: "alfa" });
    const second = proportion(text, "15/60 (25.0%", { n: "15", N: "60", percent: "25.0" }, { group: "beta" });
    const p = pValue(text, "p = 0.005", { value: "0.005" }, [first, second]);
    const analysis = analysisOf(text, { statements: [first, second, p] });
    for (const place of ["30/60", "p = 0.005"]) {
      const shown = hoverOn(analysis, place);
      // Pearson's χ² is 120 · 900² / (60 · 60 · 45 · 75) = 8.0, Yates' 6.97
      expect(shown).toContain("Pearson 0.0047, Yates 0.0083, Fisher 0.0080");
      expect(shown).toContain("Risk ratio: 2.00 (95 % CI 1.21–3.32)");
      expect(shown).toContain("Odds ratio: 3.00 (95 % CI 1.38–6.50)");
      expect(shown).toMatch(/Difference: 25\.0 points \(95 % CI 7\.\d–40\.\d\)/);
      expect(shown).toMatch(/\| p \| = 0\.005 \| 0\.0047 \(Pearson\) \|/);
    }
    expect(hoverOn(analysis, "30/60")).toMatch(/Wilson: 37\.7–62\.3 %/);
    expect(hoverOn(analysis, "30/60")).toMatch(/Clopper–Pearson: 36\.8–63\.2 %/);
  });

  it("of a percentage that allows one count only", () => {
    const text = "Cure in 33.3% of 12.";
    const statement = proportion(text, "33.3% of 12", { percent: "33.3", N: "12" });
    expect(hoverOn(analysisOf(text, { statements: [statement] }), "33.3")).toContain("Count: 4/12");
    const impossible = proportion("Cure in 30% of 12.", "30% of 12", { percent: "30", N: "12" });
    expect(hoverOn(analysisOf("Cure in 30% of 12.", { statements: [impossible] }), "30%")).toContain(
      "no whole number of 12 gives this percentage",
    );
  });

  it.each([
    ["9.0", "**Consistent.**"],
    ["5.1", "**Differs from what was recomputed**"],
  ])("of a median of %s beside its interval", (value, verdict) => {
    const text = `Median OS was ${value} months (95% CI 6.2-12.9).`;
    const base = median(text, `${value} months (95% CI 6.2-12.9`, { value, low: "6.2", high: "12.9" });
    const range = rangeOf(text, "6.2-12.9");
    const statement = { ...base, interval: { type: "CI" as const, level: 95, low: 6.2, high: 12.9, range } };
    const shown = hoverOn(analysisOf(text, { statements: [statement] }), value);
    expect(shown.startsWith(verdict)).toBe(true);
    expect(shown).toContain("between 6.2–12.9 (95 % CI)");
  });

  it("of two rates at a time point", () => {
    const text = "2-year survival was 61.9% with alfa and 51.8% with beta.";
    const rate = (value: string, group: string): Statement => ({
      ...median(text, value, { value }, { outcome: "survival", group }),
      kind: "landmark",
      value: Number(value),
      time: { value: 2, unit: "year" },
    });
    const statements = [rate("61.9", "alfa"), rate("51.8", "beta")];
    const shown = hoverOn(analysisOf(text, { statements }), "51.8");
    expect(shown).toContain("Absolute difference: 10.1 points");
    expect(shown).toContain("Number needed to treat: 9.9 (9.80–10.00)");
  });

  it("of a mean with its standard deviation and the group's size", () => {
    const text = "Score fell by 8.40 (SD 6.10) with alfa.";
    const base = median(text, "8.40 (SD 6.10", { value: "8.40", sd: "6.10" }, { group: "alfa" });
    const statement: Statement = { ...base, kind: "mean", value: 8.4, unit: null, sd: 6.1, se: null };
    const groups = [{ id: "alfa", label: "alfa", n: 60, ranges: [] }];
    const shown = hoverOn(analysisOf(text, { statements: [statement], groups }), "8.40");
    // 6.1 / √60 = 0.7875; t(59) = 2.001, so 8.4 ± 1.576
    expect(shown).toMatch(/SE: 0\.78[78]/);
    expect(shown).toContain("95 % CI of the mean: 6.82–9.98");
  });

  it("of test statistics", () => {
    const text = "The arms differed, t(28) = 2.20, p = 0.036.";
    const base = median(text, "28) = 2.20, p = 0.036", { df0: "28", value: "2.20", p: "0.036" });
    const statement = (p: number): Statement => ({
      ...base,
      kind: "test",
      statistic: "t",
      df: [28],
      value: 2.2,
      p: { comparator: "=", value: p, range: rangeOf(text, "0.036") },
      literal: { ...base.literal, p: String(p) },
    });
    const shown = hoverOn(analysisOf(text, { statements: [statement(0.036)] }), "2.20");
    expect(shown.split("\n")[0]).toBe("**Consistent.**");
    expect(shown).toContain("t(28) = 2.20");
    const wrong = hoverOn(analysisOf(text, { statements: [statement(0.063)] }), "2.20");
    expect(wrong.split("\n")[0]).toContain("**Differs");
  });

  it("of two medians", () => {
    const text = "Median OS was 12.0 with alfa and 8.0 months with beta.";
    const words = { outcome: "OS" };
    const statements = [
      median(text, "12.0", { value: "12.0" }, { ...words, group: "alfa", unit: "months" }),
      median(text, "8.0", { value: "8.0" }, { ...words, group: "beta", unit: "months" }),
    ];
    const shown = hoverOn(analysisOf(text, { statements }), "8.0");
    expect(shown).toContain("alfa against beta");
    expect(shown).toMatch(/exponential: 0\.6\d? /);
    expect(shown).toMatch(/Ratio of medians: 1\.5/);
  });

  it("does not pair values of different outcomes or unknown groups", () => {
    const text = "Median OS was 12.0 with alfa and PFS 8.0 months with beta.";
    const statements = [
      median(text, "12.0", { value: "12.0" }, { outcome: "OS", group: "alfa" }),
      median(text, "8.0", { value: "8.0" }, { outcome: "PFS", group: "beta" }),
    ];
    expect(hoverOn(analysisOf(text, { statements }), "8.0")).not.toContain("Compared");
  });
});

describe("Markdown of a document is shown as text", () => {
  it.each([
    ["<img src=x onerror=alert(1)>", "\\<img"],
    ["[click](https://example.org)", "\\[click\\]"],
    ["**bold** _x_ `code`", "\\*\\*bold\\*\\* \\_x\\_ \\`code\\`"],
    ["a | b", "a \\| b"],
    ["$(alert) &amp;", "\\$(alert) \\&amp;"],
    ["www.example.org", "www\\.example.org"],
  ])("%s", (outcome, shown) => {
    const text = `${outcome} was 12/40.`;
    const statement = proportion(text, "12/40", { n: "12", N: "40" }, { outcome });
    expect(hoverOn(analysisOf(text, { statements: [statement] }), "12/40")).toContain(shown);
  });

  it("keeps tables to three columns", () => {
    for (const line of hoverOn(hazard(), "0.71")
      .split("\n")
      .filter((row) => row.startsWith("|"))) {
      expect(line.replaceAll("\\|", "").split("|")).toHaveLength(5);
    }
  });
});
