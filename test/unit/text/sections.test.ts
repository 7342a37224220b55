import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sections } from "../../../server/src/text/sections.js";

/** A text's sections as `kind: first words of the body`, which reads well in a failure. */
const outline = (text: string): string[] =>
  sections(text).map((section) =>
    `${section.kind}: ${text.slice(section.bodyStart, section.range.end).trim().slice(0, 24)}`.trim(),
  );
const kinds = (text: string): string =>
  outline(text)
    .map((line) => line.slice(0, line.indexOf(":")))
    .join(" ");

describe("labels in the running text", () => {
  const cases: readonly (readonly [name: string, text: string, expected: readonly string[]])[] = [
    [
      "capitals",
      "BACKGROUND: Sleep is short. METHODS: We asked. RESULTS: Nine slept. CONCLUSIONS: Few slept.",
      [
        "background: Sleep is short.",
        "methods: We asked.",
        "results: Nine slept.",
        "conclusions: Few slept.",
      ],
    ],
    [
      "the words of a London journal",
      "Findings: 12 of 40 fell ill. Interpretation: Some fell ill. Funding: The city.",
      ["results: 12 of 40 fell ill.", "conclusions: Some fell ill.", "boilerplate: The city."],
    ],
    [
      "the words of an American journal",
      "IMPORTANCE: Falls hurt. DESIGN, SETTING, AND PARTICIPANTS: A cohort. MAIN OUTCOMES AND MEASURES: Falls. RESULTS: 4 fell. CONCLUSIONS AND RELEVANCE: Few.",
      [
        "background: Falls hurt.",
        "methods: A cohort.",
        "methods: Falls.",
        "results: 4 fell.",
        "conclusions: Few.",
      ],
    ],
    [
      "title case with an ampersand",
      "Aims & Objectives: To see. Materials And Methods: Mice. Measurements and Main Results: 3 of 8 died.",
      ["background: To see.", "methods: Mice.", "results: 3 of 8 died."],
    ],
    [
      "a space before the colon",
      "OBJECTIVE : To see.\nRESULTS : Nine slept.",
      ["background: To see.", "results: Nine slept."],
    ],
    [
      "full stop and long dash",
      "Context.—Little is known. Objective.—To learn. Results.—Of 10, 5 died.",
      ["background: Little is known.", "background: To learn.", "results: Of 10, 5 died."],
    ],
    [
      "glued to the full stop before",
      "Lyon, France.Methods: We asked.Results: Nine slept.Conclusion: Few.",
      ["other: Lyon, France.", "methods: We asked.", "results: Nine slept.", "conclusions: Few."],
    ],
    [
      "glued to the first word or number",
      "BackgroundSleep is short.\nMethodsWe asked.\nResults19 slept.\nConclusions—12 of them snored.",
      [
        "background: Sleep is short.",
        "methods: We asked.",
        "results: 19 slept.",
        "conclusions: 12 of them snored.",
      ],
    ],
    [
      "glued to a word",
      "Correspondence: A Roy, email protectedPurpose: To learn.Patients and Methods: Mice.",
      ["boilerplate: A Roy, email protected", "background: To learn.", "methods: Mice."],
    ],
    [
      "a label eaten by an address",
      "Sleep in large cities\n\nAnna Roy,1 Li Wei2 1Department of Sleep, Lyon, France Email [email protected]: Sleep is short.Results: Nine slept.",
      [
        "title: Sleep in large cities",
        "boilerplate: Anna Roy,1 Li Wei2 1Depa",
        "background: Sleep is short.",
        "results: Nine slept.",
      ],
    ],
    [
      "capitals in mid-sentence",
      "unclear RESULTS: Of the CONCLUSIONS: yes",
      ["other: unclear", "results: Of the", "conclusions: yes"],
    ],
    [
      "capitals with a full stop",
      "BACKGROUND. Sleep is short. RESULTS. Nine of 12 slept. WHO staff did not. CONCLUSIONS. Few slept.",
      ["background: Sleep is short.", "results: Nine of 12 slept. WHO st", "conclusions: Few slept."],
    ],
    [
      "capitals without a mark",
      "IMPORTANCE Falls hurt. DESIGN, SETTING, AND PARTICIPANTS A cohort. RESULTS Of 10 people, 4 fell.",
      ["background: Falls hurt.", "methods: A cohort.", "results: Of 10 people, 4 fell."],
    ],
    [
      "labels in brackets",
      "[Purpose] To learn. [Subjects and Methods] Mice [n=3] [1]. [Results] 3 of 8 died.",
      ["background: To learn.", "methods: Mice [n=3] [1].", "results: 3 of 8 died."],
    ],
    ["results first of a compound", "Methods and Results: 5 of 9.", ["results: 5 of 9."]],
  ];
  it.each(cases)("%s", (_name, text, expected) => {
    expect(outline(text)).toEqual(expected);
  });
});

describe("headings on lines of their own", () => {
  const cases: readonly (readonly [name: string, text: string, expected: string])[] = [
    [
      "plain",
      "Background\nA.\nMethods\nB.\nResults\nC.\nConclusions\nD.\n",
      "background methods results conclusions",
    ],
    ["capitals with colon", "METHODS:\nWe asked.\nRESULTS:\nNine slept.\n", "methods results"],
    ["a long dash", "Background and Purpose—\nA.\nMethods—\nB.\nResults—\nC.", "background methods results"],
    [
      "Markdown",
      "## Methods\n\nA\n\n## Results\n\nB\n\n### In the old\n\nC\n\n## Discussion\n\nD",
      "methods results results conclusions",
    ],
    ["Markdown, bold", "**Methods**\nA\n\n**Results:** B\n", "methods results"],
    [
      "numbered",
      "1. Introduction\nA\n2. Methods\nB\n2.1. Statistical analysis\nC\n3. Results\nD\n4. Discussion\nE",
      "background methods methods results conclusions",
    ],
    ["roman numbers", "I. INTRODUCTION\nA\nIII. RESULTS\nB", "background results"],
    [
      "a sub-heading keeps the kind",
      "Methods\nA.\nStatistical analysis\nB.\nResults\nC.",
      "methods methods results",
    ],
    [
      "everyday words are none within results",
      "Results\nA.\nPatients\n12\nOutcome\n9\nDiscussion\nB.",
      "results conclusions",
    ],
    [
      "paths",
      "TITLE: Sleep in cities\n\n  ABSTRACT.BACKGROUND:\nA\n\nABSTRACT.RESULTS:\nB\n\nBODY.METHODS.SAFETY:\nC\n\nBODY.RESULTS:\nD\n\nBODY.NAPS AT NOON:\nE\n\nBODY.COMPETING INTERESTS:\nNone.",
      "title background results methods results results boilerplate",
    ],
    [
      "abstract glued to its first word",
      "Abstract\nAbstractSleep is short. Nine of 12 slept.",
      "other other",
    ],
    [
      "capitals without a mark",
      "IMPORTANCE Falls hurt.\nRESULTS Of 10 people, 4 fell.\n",
      "background results",
    ],
  ];
  it.each(cases)("%s", (_name, text, expected) => {
    expect(kinds(text)).toBe(expected);
  });
});

describe("titles", () => {
  it.each([
    ["above a blank line", "Sleep in cities: a cohort study\n\nNine of 12 slept.", "title other"],
    [
      "with a full stop above a heading",
      "Sleep in large cities.\nBACKGROUND : Sleep is short.",
      "title background",
    ],
    [
      "over two lines",
      "Sleep in large cities and in the small ones\naround them.\n\nRESULTS: 9 slept.",
      "title results",
    ],
    [
      "above one long line",
      `Sleep in large cities\n${"People slept at night and sometimes at noon. ".repeat(4)}`,
      "title other",
    ],
    [
      "no title: prose broken by hand",
      "This study looked at people who sleep in large\ncities. Nine of 12 slept.",
      "other",
    ],
    ["no title: a first sentence with results", "Nine of 12 (75%) slept\n\nThree did not.", "other"],
    ["no title: a single line", "Sleep in cities: a cohort study", "other"],
    ["no title: two lines of results", "Median sleep was 7 hours\nHR 0.7", "other"],
  ])("%s", (_name, text, expected) => {
    expect(kinds(text)).toBe(expected);
  });
});

describe("page furniture", () => {
  it("knows a government page from banner to citing articles", () => {
    const page = [
      "Skip to main page content\nU.S. flag\n\nThe site is secure.\n\nAccess keys NCBI Homepage",
      ". 2020 Mar;12(3):101-109.\ndoi: 10.9999/x.2020.1. Epub 2020 Jan 5.\n\nSleep in large cities\n\nAffiliations\n",
      "Sleep in large cities\n\nAnna Roy et al. J Sleep. 2020 Mar.\n\nAbstract\n\nResults: 9 of 12 slept.\n\nPubMed Disclaimer\n",
      "Similar articles\n\nResults: of others (HR 0.5).\n",
    ].join("\n");
    expect(kinds(page)).toBe("boilerplate title boilerplate other results boilerplate boilerplate");
  });
  it("knows an indexed record with hard line breaks", () => {
    const record = [
      "1. J Sleep. 2020 Mar 4;12(3):101-9. doi:\n10.9999/x.2020.1. Epub 2020 Jan 5.",
      "Sleep in large cities and in the small ones: a\nrandomized trial.",
      "Roy A(1), Wei L(2), O'Hara P(1).",
      "Author information: \n(1)Department of Sleep, Lyon, France.\n(2)Institute of Rest, Wuhan, China.",
      "Nine of 12 people slept in the city and 3 did not, which we had\nnot expected.",
      "Copyright © 2020 The Authors.",
      "DOI: 10.9999/x.2020.1\nPMID: 99999999  [Indexed for MEDLINE]",
    ].join("\n\n");
    expect(outline(record).map((line) => line.slice(0, 22))).toEqual(
      [
        "boilerplate: 1. J Sleep",
        "title: Sleep in large c",
        "boilerplate: Roy A(1), ",
        "boilerplate: (1)Departm",
        "other: Nine of 12 peopl",
        "boilerplate: Copyright ",
        "boilerplate: DOI: 10.9",
      ].map((line) => line.slice(0, 22)),
    );
  });
  it("begins again at the next record of the same file", () => {
    const record = (n: number): string =>
      `${String(n)}. J Sleep. 2020 Mar;12(3):101-9.\n\nSleep in large cities.\n\nRESULTS: 9 slept.\n`;
    expect(kinds(`${record(1)}\n${record(2)}`)).toBe("boilerplate title results boilerplate title results");
  });
  it.each([
    ["keywords", "Results: 9 slept.Keywords: sleep, city", "results boilerplate"],
    ["keywords with text after them", "Keywords: sleep, city\nNine of 12 people slept.", "boilerplate other"],
    [
      "a note of abbreviations within results",
      "Results\nNine slept.\nAbbreviations: HR, hazard ratio.\nThree died.",
      "results boilerplate results",
    ],
    [
      "an abbreviation list",
      "Discussion\nFew.\nAbbreviations\nHR\nhazard ratio\nOS\noverall survival",
      "conclusions boilerplate",
    ],
    [
      "contributions and conflicts",
      "Conclusions\nFew.\nAuthors’ contributions\nAR wrote.\nConflicts of Interest\nNone.",
      "conclusions boilerplate boilerplate",
    ],
    [
      "highlights after references",
      "Results\nA\nReferences\n1. Roy A. Results: of sleep. J Sleep. 2001;1:1-2.\nStudy Highlights\n• 9 slept",
      "results references conclusions",
    ],
  ])("%s", (_name, text, expected) => {
    expect(kinds(text)).toBe(expected);
  });
  it.each([
    "Conflict was frequent: 9 of 12 (75%) argued.",
    "They gave no references: 9 of 12 (75%) had none.",
    "Copyrighted scales were used by 9 of 12 (75%).",
    "Funding differed (75% vs 25%; p = 0.02). The results: see above.",
  ])("takes no sentence for it: %s", (text) => {
    expect(kinds(text)).toBe("other");
  });
});

describe("reference lists", () => {
  const entries = [1, 2, 3]
    .map((n) => `${String(n)}. Roy A, Wei L. Sleep ${String(n)}. J Sleep. 2019;${String(n)}:10-19.`)
    .join("\n");
  it("ends at nothing but a heading of its own line", () => {
    expect(kinds(`Results\nA.\nReferences\n${entries}\n4. Results: HR 0.5. J Sleep. 2001;2:1.`)).toBe(
      "results references",
    );
  });
  it("is found without a heading", () => {
    expect(kinds(`Nine of 12 people (75%) slept.\n\n${entries}\n`)).toBe("other references");
  });
  it("is no list of findings", () => {
    expect(kinds("Results\n1. Nine slept in 2019.\n2. Three died; 4 lived.\n3. The rest left.")).toBe(
      "results",
    );
  });
});

const seeds = join(import.meta.dirname, "../../../../shared/seeds");
describe.runIf(existsSync(seeds))("documents from the wild", () => {
  const texts = existsSync(seeds)
    ? readdirSync(seeds)
        .sort()
        .map((name) => readFileSync(join(seeds, name), "utf8"))
    : [];
  it.each([
    [
      0,
      "boilerplate title boilerplate other background methods results conclusions boilerplate references boilerplate",
    ],
    [
      1,
      "boilerplate title boilerplate boilerplate other boilerplate boilerplate background methods results conclusions boilerplate boilerplate",
    ],
    [3, "boilerplate other other boilerplate boilerplate"],
    [
      4,
      "boilerplate title boilerplate boilerplate boilerplate other background methods results conclusions boilerplate",
    ],
  ])("document %i", (index, expected) => {
    expect(kinds(texts[index] ?? "")).toBe(expected);
  });
  it("a whole paper: results and discussion apart, back matter furniture", () => {
    const text = texts[2] ?? "";
    const at = (words: string): string | undefined =>
      sections(text).find((s) => s.range.start <= text.indexOf(words) && text.indexOf(words) < s.range.end)
        ?.kind;
    expect(at("Survival outcomes according to third-line")).toBe("results");
    expect(at("Variables were expressed")).toBe("methods");
    expect(at("et al. [13]. In that")).toBe("conclusions");
    expect(at("Conception: ")).toBe("boilerplate");
    expect(at("• Although overall survival")).toBe("conclusions");
  });
});

const gold = join(import.meta.dirname, "../../../../shared/gold");
describe("prose right below a title", () => {
  it.each([
    "Vaccine effectiveness was 91% (95% CI 84 to 95) against laboratory confirmed mumps.",
    "We followed 1,200 nurses of a university hospital; 24% fell within 2 years.",
    "From the 1203 patients admitted to hospital, 210 (17.5%) fell.",
  ])("is no affiliation: %s", (prose) => {
    expect(kinds(`Falls among older people in Norway\n\n${prose}\n`)).toBe("title other");
  });
});

describe.runIf(existsSync(gold))("labelled documents", () => {
  interface Labelled {
    readonly id: string;
    readonly facts: readonly { readonly quote: string }[];
  }
  const labelled = (): Labelled[] =>
    readFileSync(join(gold, "dev.jsonl"), "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Labelled);
  it("no result stands in a title, in furniture or in references", () => {
    let found = 0;
    for (const { id, facts } of labelled()) {
      const text = readFileSync(join(gold, "dev", `${id}.txt`), "utf8");
      const all = sections(text);
      for (const { quote } of facts) {
        const at = text.indexOf(quote);
        const section = all.find(({ range }) => range.start <= at && at < range.end);
        expect(["title", "boilerplate", "references"], `${id}: ${quote}`).not.toContain(section?.kind);
        found += 1;
      }
    }
    expect(found).toBeGreaterThan(1500);
  });
});
