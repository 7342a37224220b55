import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Study } from "../../../server/src/extraction.js";
import { sections } from "../../../server/src/text/sections.js";
import { study } from "../../../server/src/text/study.js";

const read = (text: string): Study => study(text, sections(text));

describe("documents as they are found", () => {
  it("a government page", () => {
    const page = `Skip to main page content
U.S. flag

Access keys NCBI Homepage
. 2020 Mar;12(3):101-109.
doi: 10.9999/JSLEEP.2020.7. Epub 2020 Jan 5.

Sleep in large cities: a cohort

Affiliations

Sleep in large cities: a cohort

Anna Roy\u00a0et al. J Sleep Med. 2020 Mar.

Abstract

Results: 9 of 12 slept (NCT09999999).

PubMed Disclaimer

References

    1. Wei L, O'Hara P. Naps. J Sleep Med. 2003;36:1907-17. doi: 10.1111/not.ours. NCT08888888
`;
    expect(read(page)).toEqual({
      title: "Sleep in large cities: a cohort",
      authors: ["Anna Roy"],
      journal: "J Sleep Med",
      year: 2020,
      doi: "10.9999/jsleep.2020.7",
      registrations: ["NCT09999999"],
    });
  });
  it("an index of open journals, with bullets", () => {
    const page = `Annals of Urban Sleep (Aug 2023)

Naps at noon and their price

  • Roy A,
  • Wei L,
  • O'Hara P

Journal volume & issue
Vol. Volume 3
pp. 7 – 17

Abstract

Read online

Methods: We asked 12.Results: Nine slept.`;
    expect(read(page)).toEqual({
      title: "Naps at noon and their price",
      authors: ["Roy A", "Wei L", "O'Hara P"],
      journal: "Annals of Urban Sleep",
      year: 2023,
    });
  });
  it("an aggregator whose citing articles have numbers of their own", () => {
    const page = `» Articles » PMID: 99990001

Naps at noon and their price

Overview
Journal Ann Urban Sleep
Specialty Sleep
Date 2022 Mar 29
PMID 99990001
Authors
Affiliations
Soon will be listed here.
Abstract

Results: Nine of 12 slept.

Citing Articles

Naps at night.

Wei L Front Sleep. 2025; 15:15.

PMID: 99990002 PMC: 11860000. DOI: 10.3389/not.ours.
`;
    expect(read(page)).toEqual({
      title: "Naps at noon and their price",
      journal: "Ann Urban Sleep",
      year: 2022,
      pmid: "99990001",
    });
  });
  it("an indexed record with hard line breaks", () => {
    const record = `
1. J Urban Sleep. 2019 Jan;33(4):693-9. doi:
10.9999/jus.(2019)7. Epub 2018 Jan 25.

Naps at noon and their price for people who
live in cities.

Roy A(1), Wei L(2)(3), O'Hara PJ(1); City Study Group.

Author information:
(1)Department of Sleep, Lyon, France. a.roy@example.org

RESULTS: Nine of 12 slept. Registered as ISRCTN 99999999.

Comment in
    J Urban Sleep. 2020;1:1. doi: 10.1111/not.ours.

PMCID: PMC9990003
PMID: 99990004  [Indexed for MEDLINE]
`;
    expect(read(record)).toEqual({
      title: "Naps at noon and their price for people who live in cities",
      authors: ["Roy A", "Wei L", "O'Hara PJ"],
      journal: "J Urban Sleep",
      year: 2019,
      doi: "10.9999/jus.(2019)7",
      pmcid: "PMC9990003",
      pmid: "99990004",
      registrations: ["ISRCTN99999999"],
    });
  });
  it("a page that lists its authors first", () => {
    expect(
      read("Author:\nRoy Anna,Wei Li,Ó Hara Pat\nAbstract\nAbstractNine of 12 slept.\nFunder\nThe city\n"),
    ).toEqual({
      authors: ["Roy Anna", "Wei Li", "Ó Hara Pat"],
    });
  });
  it("a whole paper with nothing but its title", () => {
    expect(
      read(
        "Naps at noon and their price\nArticle information\nAbstract\nResults\nNine of 12 slept.\nReferences\n",
      ),
    ).toEqual({ title: "Naps at noon and their price" });
  });
  it("front matter", () => {
    const text = `---\ntitle: "Naps at noon: a price"\nauthors:\n  - Anna Roy\n  - Li Wei\njournal: J Sleep\nyear: 2018\ndoi: https://doi.org/10.9999/x.\npmid: 99990005\npmcid: PMC9990006\n---\n# Naps\n\nNine of 12 slept.`;
    expect(read(text)).toEqual({
      title: "Naps at noon: a price",
      authors: ["Anna Roy", "Li Wei"],
      journal: "J Sleep",
      year: 2018,
      doi: "10.9999/x",
      pmid: "99990005",
      pmcid: "PMC9990006",
    });
  });
  it("a copyright year where nothing else tells the year", () => {
    expect(read("RESULTS: Nine of 12 slept.\n\nCopyright © 2017 Sleep Press.\n")).toEqual({ year: 2017 });
  });
  it("nothing of all that", () => {
    expect(read("Nine of 12 people slept in 2019.")).toEqual({});
    expect(read("")).toEqual({});
  });
});

describe("registration numbers", () => {
  it.each([
    ["ClinicalTrials.gov NCT01234567", ["NCT01234567"]],
    ["(ISRCTN 12345678; EudraCT 2005-001234-56)", ["ISRCTN12345678", "EudraCT 2005-001234-56"]],
    ["EudraCT number: 2010‐019820‐30", ["EudraCT 2010-019820-30"]],
    ["ChiCTR-TRC-12002901 and ChiCTR2000030000", ["ChiCTR-TRC-12002901", "ChiCTR2000030000"]],
    [
      "UMIN000012345, JPRN-jRCTs031190001, jRCT2080220001",
      ["UMIN000012345", "jRCTs031190001", "jRCT2080220001"],
    ],
    [
      "ACTRN12610000561000; DRKS00001234; CTRI/2019/05/019116",
      ["ACTRN12610000561000", "DRKS00001234", "CTRI/2019/05/019116"],
    ],
    ["PROSPERO CRD42020123456", ["CRD42020123456"]],
    ["NCT01234567, again NCT 01234567 and nct07654321", ["NCT01234567", "NCT07654321"]],
    ["NCT1234567, FUNCT01234567, NCT012345678, ISRCTN1234", undefined],
  ])("%s", (words, expected) => {
    expect(read(`Nine of 12 slept (${words}).`).registrations).toEqual(expected);
  });
});

const seeds = join(import.meta.dirname, "../../../../shared/seeds");
describe.runIf(existsSync(seeds))("documents from the wild", () => {
  const found = (): Study[] =>
    readdirSync(seeds)
      .sort()
      .map((name) => read(readFileSync(join(seeds, name), "utf8")));
  it("every field that they state", () => {
    const studies = found();
    expect(studies.map(({ title }) => title?.split(" ").slice(0, 3).join(" "))).toEqual([
      "Prognostic Impact of",
      "Impact of Type",
      "Sorafenib vs. Lenvatinib",
      undefined,
      "Patients with Hepatocellular",
    ]);
    expect(studies.map(({ authors }) => [authors?.length, authors?.[0]])).toEqual([
      [1, "Junichi Shindoh"],
      [4, "Zhang Y"],
      [undefined, undefined],
      [28, "Zhang Xiaoshi"],
      [undefined, undefined],
    ]);
    expect(studies.map(({ journal }) => journal)).toEqual([
      "Ann Surg Oncol",
      "Journal of Hepatocellular Carcinoma",
      undefined,
      undefined,
      "Int J Surg",
    ]);
    expect(studies.map(({ year }) => year)).toEqual([2021, 2024, undefined, undefined, 2024]);
    expect(studies.map(({ doi }) => doi)).toEqual([
      expect.stringMatching(/^10\.\d{4}\/s\d+(?:-\d+)+$/),
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(studies.map(({ pmid, pmcid }) => pmid ?? pmcid)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      "38549220",
    ]);
  });
});
