/** Files of several studies: what is read of them, and that every range is one of the file's own text. */
import { describe, expect, test } from "vitest";
import { analyse, studiesOf, type RecordAnalysis } from "../../../server/src/analyse.js";
import { recordsOf } from "../../../server/src/import/records.js";

const NBIB = `PMID- 40000001
OWN - NLM
DP  - 2021 Mar 15
TI  - Walking poles after hip fracture: a randomised trial of 240 patients in
      three towns.
LID - 10.5555/INV.2021.001 [doi]
AB  - BACKGROUND: Falls are frequent. METHODS: 240 patients were randomised to
      poles (n=120) or usual care (n=120). RESULTS: Mortality was lower with poles
      (hazard ratio 0.72; 95% CI 0.55 to
      0.94; P = 0.016). Falls occurred in 30 of 120 patients (35.0%).
      CONCLUSIONS: Poles help.
CI  - Copyright (c) 2021 Invented Press. 99% of it.
FAU - Okonkwo, Ada B
AU  - Okonkwo AB
FAU - Berg, Lisa
AU  - Berg L
MH  - Hip Fractures/mortality (12%)
TA  - Arch Invent Surg
SI  - ClinicalTrials.gov/NCT01234567
PMC - PMC7654321
SO  - Arch Invent Surg. 2021 Mar 15;34(8):120-131.

PMID- 40000002
TI  - A second study.
AB  - Mortality was lower with poles (hazard ratio 0.72; 95% CI 0.55 to 0.94; P = 0.016).
SO  - Arch Invent Surg. 2020;33(1):1.
`;

const RIS = `TY  - JOUR
AU  - Okonkwo, Ada B.
AU  - Berg, Lisa
T1  - Walking poles after hip fracture
JO  - Archives of Invented Surgery
PY  - 2021/03/15/
DO  - https://doi.org/10.5555/inv.2021.001
AN  - PUBMED 40000001,EMBASE 2009
AB  - Falls are frequent.

RESULTS: Mortality was lower with poles (hazard ratio 0.72; 95% CI 0.55 to 0.94).
N2  - Falls are frequent.
ER  - 

TY  - JOUR
TI  - A second study
ID  - 77
AB  - Falls occurred in 30 of 120 patients (35.0%).
TY  - JOUR
TI  - The line that ends the second is missing
AB  - Falls occurred in 31 of 120 patients (25.8%).
ER  -
`;

const recordsIn = (text: string): readonly RecordAnalysis[] => {
  const analysis = analyse(text);
  for (const { range, quote } of analysis.statements) expect(text.slice(range.start, range.end)).toBe(quote);
  return analysis.records ?? [];
};

const quotes = (analysis: RecordAnalysis): string[] => analysis.statements.map(({ quote }) => quote);

describe("a MEDLINE file", () => {
  test("is several studies, each with what its tags say of it", () => {
    const [first, second] = recordsIn(NBIB);
    expect(first?.study).toEqual({
      title: "Walking poles after hip fracture: a randomised trial of 240 patients in three towns",
      authors: ["Okonkwo AB", "Berg L"],
      journal: "Arch Invent Surg",
      year: 2021,
      doi: "10.5555/inv.2021.001",
      pmid: "40000001",
      pmcid: "PMC7654321",
      registrations: ["NCT01234567"],
    });
    expect(second?.study).toEqual({ title: "A second study", pmid: "40000002" });
  });

  test("tags are furniture, the abstract is read across its broken lines", () => {
    const [first] = recordsIn(NBIB);
    expect(first!.sections.map(({ kind }) => kind)).toEqual(
      "boilerplate title boilerplate background methods results conclusions boilerplate".split(" "),
    );
    expect(quotes(first!)).toContain("0.72; 95% CI 0.55 to\n      0.94; P = 0.016");
    expect(quotes(first!).join()).not.toMatch(/99|12%/);
    expect(first!.findings.map(({ rule }) => rule)).toEqual(["percent-mismatch"]);
  });

  test("sections cover the file", () => {
    const { sections } = analyse(NBIB);
    let at = 0;
    for (const { range } of sections) {
      expect(range.start).toBe(at);
      at = range.end;
    }
    expect(at).toBe(NBIB.length);
  });

  test("equal words in two studies have two ids, and the same in a file of their own", () => {
    const { statements } = analyse(NBIB);
    expect(new Set(statements.map(({ id }) => id)).size).toBe(statements.length);
    const alone = recordsIn(NBIB.slice(NBIB.indexOf("PMID- 40000002")));
    const [, second] = recordsIn(NBIB);
    expect(alone[0]!.statements.map(({ id }) => id)).toEqual(second!.statements.map(({ id }) => id));
  });

  test("an edit in one study leaves the others' statements as they were", () => {
    const before = analyse(NBIB);
    const text = NBIB.replace("Falls are frequent", "Falls are very frequent");
    const after = analyse(text, {}, before);
    expect(JSON.stringify(after.statements)).toBe(JSON.stringify(analyse(text).statements));
  });

  test.each([
    ["byte-order mark", (text: string) => `\uFEFF${text}`],
    ["lines of Windows", (text: string) => text.replaceAll("\n", "\r\n")],
    ["no blank line between", (text: string) => text.replace("\n\n", "\n")],
    ["blank lines before", (text: string) => `\n\n${text}`],
    ["repeated title", (text: string) => text.replace("TI  - A", "TI  - Wrong place\nTT  - x\nTI  - A")],
    ["no line end at the end", (text: string) => text.trimEnd()],
  ])("with %s", (_, change) => {
    const records = recordsIn(change(NBIB));
    expect(records.map(({ record }) => record.id)).toEqual(["40000001", "40000002"]);
    expect(records.map(({ statements }) => statements.length)).toEqual(
      recordsIn(NBIB).map(({ statements }) => statements.length),
    );
    expect(records.every(({ record }) => !record.cutOff)).toBe(true);
  });

  test.each([40, 200, 700])("cut off, %i characters of it, says so", (length) => {
    const text = `${NBIB}\n${NBIB.slice(0, length)}`;
    const records = recordsIn(text);
    expect(records.map(({ record }) => record.cutOff)).toEqual([false, false, true]);
    expect(records[2]?.record.id).toBe("40000001~2");
  });
});

describe("a RIS file", () => {
  test("is several studies, a missing end between them forgiven", () => {
    const [first, second, third, ...more] = recordsIn(RIS);
    expect(first?.study).toEqual({
      title: "Walking poles after hip fracture",
      authors: ["Okonkwo, Ada B.", "Berg, Lisa"],
      journal: "Archives of Invented Surgery",
      year: 2021,
      doi: "10.5555/inv.2021.001",
      pmid: "40000001",
    });
    expect([second?.record.id, third?.record.id]).toEqual(["2", "3"]);
    expect(third?.study.title).toBe("The line that ends the second is missing");
    expect(more).toEqual([]);
  });

  test("a blank line does not end the abstract, and the second abstract tag is not read again", () => {
    const [first] = recordsIn(RIS);
    expect(quotes(first!)).toEqual(["0.72; 95% CI 0.55 to 0.94"]);
  });

  test("a provider's lines before it are furniture", () => {
    const text = `Provider: Invented Index\nDatabase: 12% of all\n\n${RIS}`;
    expect(recordsIn(text).length).toBe(3);
    expect(analyse(text).sections[0]).toMatchObject({ kind: "boilerplate", range: { start: 0 } });
  });

  test("without the last end it was cut off", () => {
    expect(recordsIn(RIS.slice(0, RIS.lastIndexOf("ER"))).at(-1)?.record.cutOff).toBe(true);
    expect(recordsIn(RIS).at(-1)?.record.cutOff).toBe(false);
  });
});

describe("other text", () => {
  test.each([
    "",
    "RESULTS: Falls occurred in 30 of 120 patients (35.0%).",
    "TI  - the note of somebody",
    "AB - group A had 12 of 40 falls.\nOR - 2.1",
    "# Title\n\nPMID- 40000001 is cited here.",
  ])("is one document: %j", (text) => {
    expect(recordsOf(text)).toBeUndefined();
    expect(studiesOf(analyse(text)).length).toBe(1);
  });
});

test("a file of 1,000 records is lexed in a moment", () => {
  const text = Array.from({ length: 500 }, (_, i) => NBIB.replaceAll("4000000", `5${i}`)).join("\n");
  const start = performance.now();
  expect(recordsOf(text)?.records.length).toBe(1000);
  expect(performance.now() - start).toBeLessThan(2000);
});
