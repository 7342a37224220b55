/** What the quick fixes of the protocol's findings make of the protocol. */
import { describe, expect, it } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { analyse } from "../../../server/src/analyse.js";
import { parseProtocol } from "../../../server/src/review/parseProtocol.js";
import { protocolOptions } from "../../../server/src/review/protocol.js";
import { diagnostics } from "../../../server/src/service/diagnostics.js";
import { knownTerms } from "../../../server/src/service/knownTerms.js";
import { draftProtocol } from "../../../server/src/service/protocolDraft.js";
import { protocolFixes } from "../../../server/src/service/protocolFixes.js";

const URI = "file:///review/outcome-review.json";

const PROTOCOL = `{
  "format": "outcome-lens/protocol/1",
  "outcomes": [
    { "code": "OS", "label": "overall survival", "required": true, "measures": ["median"], "unit": "month" },
    { "code": "PFS", "label": "progression-free survival", "synonyms": ["PFS time"] }
  ],
  "groups": [{ "id": "tarvenib", "label": "tarvenib" }],
  "reporting": { "intervalRequired": true, "exactP": true }
}
`;

interface Fixes {
  readonly titles: readonly string[];
  /** The protocol's lines that a fix adds or changes. */
  change(title: string): string[];
}

/** Fixes offered where the words stand. */
function fixesAt(text: string, words: string, protocolText = PROTOCOL): Fixes {
  const { value } = parseProtocol(protocolText, knownTerms());
  if (value === undefined) throw new Error("the test's protocol is wrong");
  const analysis = analyse(text, { ...protocolOptions(value), path: "a/b.txt" });
  const lines = TextDocument.create("file:///review/a/b.txt", "plaintext", 1, text);
  const start = text.indexOf(words);
  const document = TextDocument.create(URI, "json", 1, protocolText);
  const shown = diagnostics(analysis, lines);
  const actions = protocolFixes(analysis, lines, "a/b.txt", { start, end: start }, shown, {
    protocol: value,
    document,
  });
  return {
    titles: actions.map(({ title }) => title),
    change: (title) => {
      const action = actions.find((candidate) => candidate.title === title);
      if (action?.edit?.changes?.[URI] === undefined) throw new Error(`no fix "${title}"`);
      const changed = TextDocument.applyEdits(document, action.edit.changes[URI]);
      expect(parseProtocol(changed, knownTerms()).faults).toEqual([]);
      const before = new Set(protocolText.split("\n"));
      return changed.split("\n").filter((line) => !before.has(line));
    },
  };
}

const REPORT = `A trial of tarvenib

RESULTS: Patients were randomised to tarvenib (n = 40) or docetaxel (n = 41). Median TTP was 5.2 months with tarvenib
and 4.1 months with docetaxel. Sleepless nights fell from 41% to 12%.`;

describe("the protocol's quick fixes", () => {
  it("add a standard outcome, or its words to another one", () => {
    const fixes = fixesAt(REPORT, "TTP");
    expect(fixes.titles).toEqual([
      "Add 'TTP' to the protocol",
      "Add 'TTP' as a synonym of OS",
      "Add 'TTP' as a synonym of PFS",
    ]);
    expect(fixes.change("Add 'TTP' to the protocol")).toEqual([
      '    { "code": "PFS", "label": "progression-free survival", "synonyms": ["PFS time"] },',
      '    { "code": "TTP", "label": "time to progression", "measures": ["median", "landmark", "HR"], "unit": "month" }',
    ]);
    expect(fixes.change("Add 'TTP' as a synonym of PFS")).toEqual([
      '    { "code": "PFS", "label": "progression-free survival", "synonyms": ["PFS time", "TTP"] }',
    ]);
    expect(fixes.change("Add 'TTP' as a synonym of OS")).toEqual([
      '    { "code": "OS", "label": "overall survival", "required": true, "measures": ["median"], "unit": "month", "synonyms": ["TTP"] },',
    ]);
  });

  it("add an outcome that the lexicon does not know, where no finding asks for it", () => {
    const fixes = fixesAt(REPORT, "12%");
    const [title = ""] = fixes.titles;
    expect(title).toBe("Add 'SN' to the protocol");
    expect(fixes.change(title)).toContain('    { "code": "SN", "label": "Sleepless nights" }');
  });

  it("add an arm", () => {
    const fixes = fixesAt(REPORT, "docetaxel");
    expect(fixes.change("Add group 'docetaxel' to the protocol")).toEqual([
      '  "groups": [{ "id": "tarvenib", "label": "tarvenib" }, { "id": "docetaxel", "label": "docetaxel" }],',
    ]);
    expect(fixes.titles).toContain("Add 'docetaxel' as a synonym of tarvenib");
  });

  it("note that a required outcome is not reported in this document, or require it no longer", () => {
    const fixes = fixesAt(REPORT, "A trial");
    expect(fixes.change("Mark OS as not reported in this document")).toEqual([
      '    { "code": "OS", "label": "overall survival", "required": true, "measures": ["median"], "unit": "month", "notReportedIn": ["a/b.txt"] },',
    ]);
    expect(fixes.change("Do not require OS in the protocol")).toEqual([
      '    { "code": "OS", "label": "overall survival", "measures": ["median"], "unit": "month" },',
    ]);
  });

  it.each([
    [
      "Overall survival was better (odds ratio 0.7, 95% CI 0.5 to 0.9).",
      "0.7",
      "Allow OR for OS in the protocol",
      '["median", "OR"]',
    ],
    ["Median overall survival was 61 weeks.", "weeks", "Expect OS in week in the protocol", '"unit": "week"'],
    [
      "Overall survival was better (hazard ratio 0.7; p < 0.01).",
      "0.7",
      "Do not ask for this in the protocol",
      '"reporting": { "exactP": true }',
    ],
    [
      "Overall survival was better (hazard ratio 0.7; p < 0.01).",
      "p <",
      "Do not ask for exact p-values in the protocol",
      '"reporting": { "intervalRequired": true }',
    ],
  ])("allow what is reported: %s", (sentence, words, title, expected) => {
    expect(fixesAt(`RESULTS: ${sentence}`, words).change(title).join("\n")).toContain(expected);
  });

  it("are none where the protocol knows it all", () => {
    expect(
      fixesAt("RESULTS: Median overall survival was 6 months with tarvenib.", "6 months").titles,
    ).toEqual([]);
  });
});

describe("a new protocol", () => {
  const answers = {
    title: "Falls",
    outcomes: ["OS", "people who fell", "LOS"],
    groups: ["exercise", "usual care"],
    documents: ["*.txt"],
  };

  it("says what was answered, an entry a line, and has no faults", () => {
    const text = draftProtocol(answers);
    expect(parseProtocol(text, knownTerms()).faults).toEqual([]);
    expect(text).toBe(`{
  "format": "outcome-lens/protocol/1",
  "title": "Falls",
  "documents": ["*.txt"],
  "outcomes": [
    { "code": "OS", "label": "overall survival", "measures": ["median", "landmark", "HR"], "unit": "month" },
    { "code": "PWF", "label": "people who fell" },
    { "code": "LOS", "label": "length of stay" }
  ],
  "groups": [
    { "id": "exercise", "label": "exercise", "role": "experimental" },
    { "id": "usual-care", "label": "usual care", "role": "control" }
  ],
  "reporting": { "intervalRequired": true, "level": 95 },
  "rules": {}
}
`);
  });

  it("may be nearly empty", () => {
    const text = draftProtocol({ title: "", outcomes: [], groups: [], documents: [] });
    expect(parseProtocol(text, knownTerms()).faults).toEqual([]);
  });
});
