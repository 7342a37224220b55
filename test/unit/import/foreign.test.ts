/** Foreign formats as text: what a reviewer would expect to find in it, and that our reading understands it. */
import { describe, expect, test } from "vitest";
import { analyse } from "../../../server/src/analyse.js";
import { textOf, type ForeignRecord } from "../../../server/src/import/foreign.js";
import { readerOf } from "../../../server/src/import/formats.js";
import { foreignFormat } from "../../../server/src/import/sniff.js";

/** Reads a text in pieces of 7 characters, so that every boundary is met. */
function recordsIn(text: string): ForeignRecord[] {
  const reader = readerOf(foreignFormat(text)!);
  const records: ForeignRecord[] = [];
  for (let at = 0; at < text.length; at += 7) records.push(...reader.write(text.slice(at, at + 7)));
  return [...records, ...reader.end()];
}

const article = (abstract: string, more = ""): string => `<PubmedArticle>
  <MedlineCitation Status="MEDLINE" Owner="NLM"><PMID Version="2">40000001</PMID>
  <DateRevised><Year>2021</Year><Month>04</Month><Day>02</Day></DateRevised>
  <Article PubModel="Print"><Journal><JournalIssue CitedMedium="Print"><PubDate><Year>2021</Year><Month>Mar</Month></PubDate></JournalIssue>
  <Title>Archives of Invented Surgery</Title><ISOAbbreviation>Arch Invent Surg</ISOAbbreviation></Journal>
  <ArticleTitle>Poles after <i>hip</i> fracture: "a" trial &amp; more.</ArticleTitle>
  <ELocationID EIdType="doi" ValidYN="Y">10.5555/INV.2021.001</ELocationID>
  <Abstract>${abstract}<CopyrightInformation>Copyright 1999, 12% of it.</CopyrightInformation></Abstract>
  <AuthorList CompleteYN="Y"><Author ValidYN="Y"><LastName>Okonkwo</LastName><ForeName>Ada B</ForeName><Initials>AB</Initials>
  <AffiliationInfo><Affiliation>Nowhere.</Affiliation></AffiliationInfo></Author><Author><CollectiveName>Group</CollectiveName></Author></AuthorList>
  <DataBankList><DataBank><DataBankName>ClinicalTrials.gov</DataBankName><AccessionNumberList><AccessionNumber>NCT01234567</AccessionNumber></AccessionNumberList></DataBank></DataBankList></Article>
  <CommentsCorrectionsList><CommentsCorrections RefType="Cites"><PMID Version="1">1</PMID></CommentsCorrections></CommentsCorrectionsList></MedlineCitation>
  <PubmedData><ArticleIdList><ArticleId IdType="pmc">PMC7654321</ArticleId></ArticleIdList>
  <ReferenceList><Reference><ArticleIdList><ArticleId IdType="doi">10.1000/other</ArticleId></ArticleIdList></Reference></ReferenceList></PubmedData>${more}</PubmedArticle>`;
const pubmed = (...articles: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2024//EN" "https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_240101.dtd">\n<PubmedArticleSet>${articles.join("\n")}</PubmedArticleSet>`;
const abstractOf = (inner: string): string =>
  textOf(recordsIn(pubmed(article(`<AbstractText>${inner}</AbstractText>`)))[0]!)
    .split("## Abstract\n\n")[1]!
    .trim();

describe("PubMed's XML", () => {
  const text = textOf(
    recordsIn(
      pubmed(
        article(
          `<AbstractText Label="BACKGROUND" NlmCategory="BACKGROUND">Falls are frequent.</AbstractText>
           <AbstractText Label="WHAT WE SAW" NlmCategory="RESULTS">Falls occurred in 30 of 120 patients (25.0%).</AbstractText>`,
        ),
      ),
    )[0]!,
  );

  test("is a text with front matter that our reading understands", () => {
    const { study, sections } = analyse(text);
    expect(study).toEqual({
      title: 'Poles after hip fracture: "a" trial & more',
      authors: ["Okonkwo AB"],
      journal: "Arch Invent Surg",
      year: 2021,
      doi: "10.5555/inv.2021.001",
      pmid: "40000001",
      pmcid: "PMC7654321",
      registrations: ["NCT01234567"],
    });
    expect(sections[0]).toMatchObject({ kind: "boilerplate", range: { start: 0 } });
  });

  test("parts of the abstract are what the library says they are", () => {
    const [statement, ...more] = analyse(text).statements;
    expect(statement).toMatchObject({ kind: "proportion", section: "results", n: 30, N: 120 });
    expect(more).toEqual([]);
    expect(text).toContain("RESULTS: WHAT WE SAW: Falls");
  });

  test("gives version and day of revision, by which the newer of two records is known", () => {
    expect(recordsIn(pubmed(article("")))[0]?.version).toEqual([2, 20210402]);
  });

  test.each([
    ["P=3&#xd7;10<sup>-5</sup> in all", "P=3×10⁻⁵ in all"],
    ["at 10<sup>−8</sup>.", "at 10⁻⁸."],
    ["24.1 kg/m<sup>2</sup> and I<sup>2</sup>=34%", "24.1 kg/m² and I²=34%"],
    ["survived.<sup>12,13</sup> Then", "survived. Then"],
    ["was 12.3<sup>4</sup> months", "was 12.3 months"],
    ["<sup>18</sup>F and <sup>99m</sup>Tc", "¹⁸F and 99mTc"],
    ["CD4<sup>+</sup> cells, HbA<sub>1c</sub>, CO<sub>2</sub>", "CD4+ cells, HbA1c, CO2"],
    ["the 1<sup>st</sup> of 12<sub>3</sub>", "the 1st of 12₃"],
    ["a &lt; b &amp; c &plusmn; d", "a < b & c ± d"],
    ["a\n   b\tc\u2009d", "a b c\u2009d"],
  ])("%s", (inner, expected) => {
    expect(abstractOf(inner)).toBe(expected);
  });

  test("cut off, says where", () => {
    const whole = pubmed(article(""), article(""));
    expect(() => recordsIn(whole.slice(0, -400))).toThrow(/^\d+: unclosed tag/);
    expect(() => recordsIn(whole.replace("</Journal>", "</Jurnal>"))).toThrow(
      /^7: unmatched closing tag|^7: unexpected close tag/,
    );
  });

  test("a record without abstract or title is a record all the same", () => {
    const bare = pubmed(
      "<PubmedArticle><MedlineCitation><PMID>5</PMID><Article/></MedlineCitation></PubmedArticle>",
    );
    expect(textOf(recordsIn(bare)[0]!)).toBe("---\npmid: 5\n---\n");
  });
});

const JATS = `<?xml version="1.0"?>
<article xmlns:xlink="http://www.w3.org/1999/xlink" article-type="research-article"><front>
<journal-meta><journal-title-group><journal-title>Archives of Invented Surgery</journal-title></journal-title-group></journal-meta>
<article-meta><article-id pub-id-type="pmid">40000001</article-id><article-id pub-id-type="pmc">7654321</article-id><article-id pub-id-type="doi">10.5555/inv.2021.001</article-id>
<title-group><article-title>Poles after hip fracture<xref ref-type="fn" rid="f"><sup>*</sup></xref></article-title></title-group>
<contrib-group><contrib contrib-type="author"><name><surname>Okonkwo</surname><given-names>Ada B.</given-names></name><xref ref-type="aff" rid="a"><sup>1</sup></xref></contrib>
<contrib contrib-type="editor"><name><surname>Nobody</surname><given-names>N</given-names></name></contrib></contrib-group>
<pub-date pub-type="ppub"><year>2022</year></pub-date><pub-date pub-type="epub"><year>2021</year></pub-date>
<abstract><sec><title>Background</title><p>Falls are frequent.</p></sec><sec><title>Results</title><p>Falls occurred in 30 of 120 patients (25.0%).</p></sec></abstract>
<abstract abstract-type="graphical"><p>12 of 13.</p></abstract></article-meta></front>
<body><sec sec-type="intro"><title>Introduction</title><p>Falls are known<xref ref-type="bibr" rid="b1">1</xref> to be frequent <xref ref-type="bibr" rid="b2">[2]</xref>.</p></sec>
<sec sec-type="methods"><title>What we did</title><p>We asked.</p><sec><title>Outcomes</title><p>Falls.</p></sec></sec>
<sec sec-type="results"><title>Results</title><p>240 people were asked.</p>
<sec><title>Mortality</title><p>As in <xref ref-type="table" rid="t1">Table 1</xref>, death was rarer.</p>
<table-wrap id="t1"><label>Table 1</label><caption><p>Outcomes at one year</p></caption><table>
<thead><tr><th rowspan="2">Outcome</th><th colspan="2">Randomised</th><th rowspan="2">Hazard ratio (95% CI)</th></tr>
<tr><th>Poles (n = 120)</th><th>Usual care (n = 120)</th></tr></thead>
<tbody><tr><td>All patients</td><td/><td/><td/></tr>
<tr><td>Death<sup>a</sup></td><td>12 (10.0%)</td><td>24 (20.0%)</td><td>0.72 (0.55 to 0.94)<sup>b</sup></td></tr>
<tr><td rowspan="2">Falls</td><td>30 (25.0%)</td><td>42 (35.0%)</td><td>–</td></tr>
<tr><td>31 (25.8%)</td><td>43 (35.8%)</td><td>0.71 (0.50 to 1.00)</td></tr></tbody></table>
<table-wrap-foot><fn><p>Adjusted for 3 factors.</p></fn></table-wrap-foot></table-wrap></sec>
<fig><label>Figure 1.</label><caption><title>Survival</title><p>In both groups.</p></caption></fig></sec></body>
<back><ref-list><title>References</title><ref id="b1"><mixed-citation>1. Nobody. 12 of 13 died.</mixed-citation></ref></ref-list></back></article>`;

describe("JATS", () => {
  const record = recordsIn(JATS)[0]!;
  const text = textOf(record);

  test("says what study it is", () => {
    expect(record.study).toEqual({
      title: "Poles after hip fracture",
      authors: ["Okonkwo AB"],
      journal: "Archives of Invented Surgery",
      year: 2021,
      doi: "10.5555/inv.2021.001",
      pmid: "40000001",
      pmcid: "PMC7654321",
    });
    expect(analyse(text).study).toEqual(record.study);
  });

  test("abstract and body keep their sections, whatever their headings", () => {
    expect(analyse(text).sections.map(({ kind, heading = "" }) => `${kind} ${heading}`.trim())).toEqual([
      "boilerplate",
      "title",
      "other Abstract",
      "background Background",
      "results Results",
      "background Introduction",
      "methods Methods",
      "methods What we did",
      "methods Outcomes",
      "results Results",
      "results Mortality",
    ]);
    expect(text).toContain("## Methods\n\n## What we did\n\nWe asked.");
    expect(text).not.toMatch(/12 of 13/);
  });

  test("marks of the literature are no digits of the text", () => {
    expect(text).toContain("Falls are known to be frequent [2].");
  });

  test("a table's cells keep the words that head them", () => {
    expect(text).toContain("Table 1. Outcomes at one year.");
    expect(text).toContain(
      "All patients, Death: Randomised, Poles (n = 120): 12 (10.0%); Randomised, Usual care (n = 120): 24 (20.0%); Hazard ratio (95% CI): 0.72 (0.55 to 0.94).",
    );
    expect(text).toContain("All patients, Falls: Randomised, Poles (n = 120): 31 (25.8%)");
    expect(text).toContain("Figure 1. Survival. In both groups.");
    expect(analyse(text).statements).toContainEqual(
      expect.objectContaining({ kind: "effect", measure: "HR", value: 0.72 }),
    );
  });
});

describe("tables of references", () => {
  test.each([
    [
      "Rayyan",
      `key,title,year,month,day,journal,issn,volume,issue,pages,authors,url,language,publisher,location,abstract,notes,doi,keywords,pubmed_id,pmc_id\r\nrayyan-1,"Poles, after hip fracture",2021,3,1,Arch Invent Surg,,,,,"Okonkwo, Ada B. and Berg, L.",,,,,"Falls in 30 of 120 (25.0%).",,10.5555/inv.2021.001,,40000001,PMC7654321\r\n`,
    ],
    [
      "Covidence",
      `Title,Authors,Abstract,Published Year,Published Month,Journal,Volume,Issue,Pages,Accession Number,DOI,Ref,Covidence #,Study,Notes,Tags\n"Poles, after hip fracture","Okonkwo, Ada B.; Berg, L.","Falls in 30 of 120 (25.0%).",2021,,Arch Invent Surg,,,,,10.5555/INV.2021.001,1,#12,Okonkwo 2021,,\n`,
    ],
    [
      "Rayyan's own library, abstracts of several parts",
      `key,title,authors,journal,issn,volume,issue,pages,year,publisher,location,url,language,abstract,notes\nrayyan-7,"Poles, after hip fracture","Okonkwo, Ada B. and Berg, L.",Arch Invent Surg,0000-0000,3,,,2021,,,https://doi.org/10.5555/inv.2021.001,eng,"Falls in 30 of 120 (25.0%).","RAYYAN-INCLUSION: {""Ada""=>""Included""} | RAYYAN-LABELS: poles"\n`,
    ],
    [
      "Covidence, all cells quoted, an accession number that is nobody's PMID",
      `"Title","Authors","Abstract","Published Year","Published Month","Journal","Volume","Issue","Pages","Accession Number","DOI","Ref","Covidence #","Study","Notes","Tags"\r\n"Poles, after hip fracture","Okonkwo, A.B.; Berg, L.","Falls in 30 of 120 (25.0%).","2021","Mar","Arch Invent Surg","34","","1-9","2004123456","10.5555/inv.2021.001","","#7","Okonkwo 2021","",""\r\n`,
    ],
    [
      "ASReview",
      `record_id,primary_title,notes_abstract,first_authors,publication_year,journal_name,doi,included\n0,"Poles, after hip fracture","Falls in 30 of 120 (25.0%).","['Okonkwo, Ada B.', 'Berg, L.']",2021,Arch Invent Surg,https://doi.org/10.5555/inv.2021.001,1\n`,
    ],
    [
      "tabs",
      `\uFEFFTitle\tAbstract\tAuthors\tYear\tJournal\tDOI\nPoles, after hip fracture\tFalls in 30 of 120 (25.0%).\tOkonkwo AB, Berg L\t2021\tArch Invent Surg\t10.5555/inv.2021.001\n`,
    ],
  ])("of %s", (_, text) => {
    const [record, ...more] = recordsIn(text);
    expect(record?.study).toMatchObject({
      title: "Poles, after hip fracture",
      authors: ["Okonkwo AB", "Berg L"],
      journal: "Arch Invent Surg",
      year: 2021,
      doi: "10.5555/inv.2021.001",
    });
    expect(textOf(record!)).toContain("## Abstract\n\nFalls in 30 of 120 (25.0%).\n");
    expect(record?.study.pmid).not.toBe("2004123456");
    expect(more).toEqual([]);
  });

  test("a quotation mark without its pair is a fault of its line", () => {
    expect(() => recordsIn('title,abstract\na,b\nc,"d\n')).toThrow(/^\d+: Quote Not Closed/);
  });

  test("other tables are no references", () => {
    expect(foreignFormat("patient,age\n1,64\n")).toBeUndefined();
    expect(foreignFormat("Title, abstract and age were recorded.")).toBeUndefined();
  });
});

describe("BibTeX", () => {
  const BIB = `% saved today
@string{ais = "Arch Invent Surg"}
@comment{nothing}
@article{okonkwo2021,
  author = {Okonkwo, Ada B. and M{\\"u}ller-{\\O}st, Lisa and others},
  title = "{Poles} after hip fracture: {A} trial",
  journal = ais # { (Online)},
  year = 2021,
  doi = {10.5555/inv.2021.001},
  pmid = {40000001},
  abstract = {Falls occurred in 30 of 120 patients (25.0\\%), $P<0.05$;
     a mean of 3.1 $\\pm$ 1.2.},
}
@misc(second, title={No abstract})
`;

  test("is read with its strings, braces and accents", () => {
    const [first, second, ...more] = recordsIn(BIB);
    expect(first?.study).toEqual({
      title: "Poles after hip fracture: A trial",
      authors: ["Okonkwo AB", "Müller-Øst L"],
      journal: "Arch Invent Surg (Online)",
      year: 2021,
      doi: "10.5555/inv.2021.001",
      pmid: "40000001",
    });
    expect(textOf(first!)).toContain(
      "Falls occurred in 30 of 120 patients (25.0%), P<0.05; a mean of 3.1 ± 1.2.",
    );
    expect(second?.study).toEqual({ title: "No abstract" });
    expect(more).toEqual([]);
  });

  test("cut off, names the line of the entry", () => {
    expect(() => recordsIn(BIB.slice(0, 300))).toThrow(/^4: the entry that begins here has no end/);
  });
});
