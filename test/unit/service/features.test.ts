import { TextDocument } from "vscode-languageserver-textdocument";
import { DiagnosticSeverity } from "vscode-languageserver-types";
import { describe, expect, it } from "vitest";
import type { Analysis } from "../../../server/src/analyse.js";
import type { Section, Severity, Statement } from "../../../server/src/extraction.js";
import { codeActions } from "../../../server/src/service/codeActions.js";
import { diagnostics } from "../../../server/src/service/diagnostics.js";
import { foldingRanges } from "../../../server/src/service/folding.js";
import { contextLabel, statementLabel } from "../../../server/src/service/labels.js";
import { statementList } from "../../../server/src/service/statementList.js";
import { figures } from "../../../server/src/service/summary.js";
import { documentSymbols } from "../../../server/src/service/symbols.js";
import { analysisOf, effect, finding, median, proportion, pValue, rangeOf } from "./builders.js";

const lines = ({ text }: Analysis): TextDocument =>
  TextDocument.create("file:///study.txt", "plaintext", 7, text);

const TEXT = `Relief of pain after alfa

BACKGROUND
Pain is common.

RESULTS: Relief was seen in 12/40 (30.0%)
and in 9/40 (20.0%) of controls.

References
1. Somebody 1999; 3:4.
`;

function section(kind: Section["kind"], from: string, to: string, heading?: string): Section {
  const start = rangeOf(TEXT, from).start;
  const range = { start, end: rangeOf(TEXT, to).end };
  return heading === undefined ? { kind, range } : { kind, heading, range };
}

const SECTIONS: readonly Section[] = [
  section("title", "Relief of pain", "alfa\n"),
  section("background", "BACKGROUND", "common.\n\n", "BACKGROUND"),
  section("results", "RESULTS", "controls.\n\n", "RESULTS"),
  section("references", "References", "3:4.\n", "References"),
];

const FIRST = proportion(
  TEXT,
  "12/40 (30.0%",
  { n: "12", N: "40", percent: "30.0" },
  { outcome: "Relief", group: "alfa" },
);
const SECOND = proportion(TEXT, "9/40 (20.0%", { n: "9", N: "40", percent: "20.0" }, { group: "controls" });
const WRONG = finding(SECOND, {
  message: "20.0 % is not 9 of 40",
  range: rangeOf(TEXT, "20.0"),
  related: [{ range: rangeOf(TEXT, "40", 2), message: "the denominator" }],
});
const STUDY = analysisOf(TEXT, {
  statements: [FIRST, SECOND],
  sections: SECTIONS,
  findings: [WRONG],
  unread: [rangeOf(TEXT, "1999")],
});

describe("diagnostics", () => {
  it("carry the rule, its page, and the places a finding rests on", () => {
    expect(diagnostics(STUDY, lines(STUDY))).toEqual([
      {
        range: { start: { line: 6, character: 13 }, end: { line: 6, character: 17 } },
        severity: DiagnosticSeverity.Warning,
        code: "percent-mismatch",
        codeDescription: {
          href: "https://github.com/outcome-lens/outcome-lens/blob/main/docs/rules/percent-mismatch.md",
        },
        source: "Outcome Lens",
        message: "20.0 % is not 9 of 40",
        relatedInformation: [
          {
            location: {
              uri: "file:///study.txt",
              range: { start: { line: 6, character: 9 }, end: { line: 6, character: 11 } },
            },
            message: "the denominator",
          },
        ],
      },
    ]);
  });

  it.each<[Severity, DiagnosticSeverity]>([
    ["error", DiagnosticSeverity.Error],
    ["warning", DiagnosticSeverity.Warning],
    ["information", DiagnosticSeverity.Information],
    ["hint", DiagnosticSeverity.Hint],
  ])("show a finding of severity %s", (severity, shown) => {
    const analysis = { ...STUDY, findings: [finding(FIRST, { severity })] };
    const [diagnostic] = diagnostics(analysis, lines(analysis));
    expect(diagnostic).toMatchObject({ severity: shown });
    expect(diagnostic).not.toHaveProperty("relatedInformation");
  });
});

describe("outline", () => {
  it("holds sections and in each its statements; references without statements are left out", () => {
    const outline = documentSymbols(STUDY, lines(STUDY)).map(({ name, children = [] }) => [
      name,
      children.map((child) => `${child.name} | ${child.detail ?? ""}`),
    ]);
    expect(outline).toEqual([
      ["Title", []],
      ["BACKGROUND", []],
      ["RESULTS", ["12/40 (30.0 %) | Relief · alfa", "9/40 (20.0 %) | controls"]],
    ]);
  });

  it("selects within what it spans, as LSP demands", () => {
    const all = documentSymbols(STUDY, lines(STUDY)).flatMap((symbol) => [
      symbol,
      ...(symbol.children ?? []),
    ]);
    const document = lines(STUDY);
    for (const { range, selectionRange } of all) {
      expect(document.offsetAt(selectionRange.start)).toBeGreaterThanOrEqual(document.offsetAt(range.start));
      expect(document.offsetAt(selectionRange.end)).toBeLessThanOrEqual(document.offsetAt(range.end));
    }
  });

  it("keeps statements outside every section at the top", () => {
    const loose = analysisOf(TEXT, { statements: [FIRST], sections: SECTIONS.slice(0, 2) });
    expect(documentSymbols(loose, lines(loose)).map(({ name }) => name)).toEqual([
      "Title",
      "BACKGROUND",
      "12/40 (30.0 %)",
    ]);
  });
});

describe("folding", () => {
  it("folds sections of several lines and leaves blank lines between them", () => {
    expect(foldingRanges(STUDY, lines(STUDY))).toEqual([
      { startLine: 2, endLine: 3 },
      { startLine: 5, endLine: 6 },
      { startLine: 8, endLine: 9 },
    ]);
  });
});

describe("statement list", () => {
  it("names what, of what, where, and what was found", () => {
    expect(statementList(STUDY, lines(STUDY))).toEqual([
      {
        id: FIRST.id,
        kind: "proportion",
        label: "12/40 (30.0 %)",
        description: "Relief · alfa",
        section: "RESULTS",
        range: { start: { line: 5, character: 28 }, end: { line: 5, character: 40 } },
        severity: null,
        findings: [],
      },
      {
        id: SECOND.id,
        kind: "proportion",
        label: "9/40 (20.0 %)",
        description: "controls",
        section: "RESULTS",
        range: { start: { line: 6, character: 7 }, end: { line: 6, character: 18 } },
        severity: "warning",
        findings: ["20.0 % is not 9 of 40"],
      },
    ]);
  });

  it("puts the gravest finding first", () => {
    const analysis = {
      ...STUDY,
      findings: [
        finding(FIRST, { severity: "hint", message: "small" }),
        finding(FIRST, { severity: "error", message: "great" }),
      ],
    };
    const [item] = statementList(analysis, lines(analysis));
    expect(item).toMatchObject({ severity: "error", findings: ["great", "small"] });
  });
});

describe("figures of the status", () => {
  it("count statements, findings by severity and unread numbers", () => {
    expect(figures(STUDY, lines(STUDY))).toEqual({
      statements: 2,
      findings: { error: 0, warning: 1, information: 0, hint: 0 },
      unread: [{ start: { line: 9, character: 12 }, end: { line: 9, character: 16 } }],
    });
  });

  it("are zero for a document that is not read", () => {
    expect(figures(null, lines(STUDY))).toEqual({
      statements: 0,
      findings: { error: 0, warning: 0, information: 0, hint: 0 },
      unread: [],
    });
  });
});

describe("quick fixes", () => {
  it("dismiss a finding, dismiss its rule here, or change its severity; for our own diagnostics only", () => {
    const [own] = diagnostics(STUDY, lines(STUDY));
    const foreign = { ...own!, source: "spelling", code: "typo" };
    const uri = "file:///study.txt";
    const rule = "percent-mismatch";
    const actions = codeActions(uri, [own!, own!, foreign]);
    expect(
      actions.map(({ title, command }) => [
        title,
        command?.command,
        ...((command?.arguments ?? []) as unknown[]),
      ]),
    ).toEqual([
      [`Dismiss this finding of "${rule}"…`, "outcomeLens.dismissFinding", uri, rule, own!.range],
      [`Dismiss this finding of "${rule}"…`, "outcomeLens.dismissFinding", uri, rule, own!.range],
      [`Dismiss rule "${rule}" in this document…`, "outcomeLens.dismissFinding", uri, rule],
      [`Change severity of rule "${rule}"…`, "outcomeLens.setRuleSeverity", rule],
    ]);
    expect(actions.every(({ kind }) => kind === "quickfix")).toBe(true);
    expect(codeActions(uri, [])).toEqual([]);
  });
});

describe("labels", () => {
  const text =
    "HR 0·71 (95% CI 0·55-0·92; p < .01); diff −2.0 (−3.6 to −0.4); 7.5 months; P<0.001; 30.0%; n = 9";
  const ratio = effect(
    text,
    "0·71 (95% CI 0·55-0·92; p < .01",
    { value: "0·71", low: "0·55", high: "0·92", p: ".01" },
    { p: { comparator: "<" } },
  );
  const gap = effect(
    text,
    "−2.0 (−3.6 to −0.4",
    { value: "−2.0", low: "−3.6", high: "−0.4" },
    { measure: "MD" },
  );
  it.each<[string, Statement]>([
    ["HR 0·71 (95 % CI 0·55–0·92), p < .01", ratio],
    ["MD −2.0 (95 % CI −3.6 to −0.4)", gap],
    ["median 7.5 months", { ...median(text, "7.5", { value: "7.5" }), unit: "month" }],
    ["median 7.5 mg/dL", { ...median(text, "7.5", { value: "7.5" }), unit: "mg/dL" }],
    ["p < 0.001", pValue(text, "P<0.001", { value: "0.001" }, [], "<")],
    ["30.0 %", proportion(text, "30.0%", { percent: "30.0" })],
    ["count 9", proportion(text, "9", { n: "9" })],
  ])("%s", (label, statement) => {
    expect(statementLabel(statement)).toBe(label);
  });

  it("of the context leave out what is not named", () => {
    expect(contextLabel(ratio)).toBe("");
    expect(contextLabel({ ...ratio, population: "ITT" })).toBe("ITT");
  });
});
