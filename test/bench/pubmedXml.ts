/** Records in the shape of PubMed's DTD, made of invented words and numbers: the same number of records gives the same file. */

/** Fixed seed (Lehmer 1951). */
function numbers(seed: number): (below: number) => number {
  let state = (seed % 2147483646) + 1;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}

const CONDITIONS = [
  "hip fracture",
  "knee osteoarthritis",
  "chronic cough",
  "migraine",
  "psoriasis",
  "heart failure",
];
const ARMS = [
  "walking poles",
  "zelparin",
  "early exercise",
  "daily brumacil",
  "telephone advice",
  "ultrasound guidance",
];
const OUTCOMES = ["falls", "wound infection", "readmission", "relapse", "severe pain", "progression"];

/** The texts that a record is made of; the same are wrapped in XML or stand alone. */
export interface MadeRecord {
  readonly pmid: number;
  readonly title: string;
  readonly parts: readonly (readonly [label: string, category: string, text: string])[];
}

export function madeRecord(index: number): MadeRecord {
  const pick = numbers(index * 7919 + 17);
  for (let i = 0; i < 3; i++) pick(10);
  const of = (list: readonly string[]): string => list[pick(list.length)]!;
  const [condition, arm, outcome, second] = [of(CONDITIONS), of(ARMS), of(OUTCOMES), of(OUTCOMES)];
  const size = 40 + pick(400);
  const share = (n: number): string => `${n}/${size} (${((100 * n) / size).toFixed(1)}%)`;
  const [a, b, c, d] = [pick(size), pick(size), pick(size), pick(size)];
  const ratio = 0.3 + pick(120) / 100;
  const bounds = `${(ratio * 0.8).toFixed(2)} to ${(ratio * 1.25).toFixed(2)}`;
  return {
    pmid: 40_000_000 + index,
    title: `${arm} for ${condition}: a randomised trial of ${outcome} in ${2 * size} adults (study ${index})`,
    parts: [
      [
        "BACKGROUND",
        "BACKGROUND",
        `Whether ${arm} helps people with ${condition} is not known. Earlier studies were small and came to different conclusions about ${outcome} and ${second}.`,
      ],
      [
        "METHODS",
        "METHODS",
        `In this open-label trial at ${2 + pick(30)} hospitals, adults with ${condition} were randomly assigned to ${arm} or usual care for ${4 + pick(48)} weeks. The primary outcome was ${outcome} at one year; ${second} was a secondary outcome. Analyses followed intention to treat, with Cox models adjusted for age, sex and centre.`,
      ],
      [
        "RESULTS",
        "RESULTS",
        `Between 2011 and 2015, ${2 * size} patients were randomised to ${arm} (n = ${size}) or usual care (n = ${size}). At one year, ${outcome} had occurred in ${share(a)} patients with ${arm} and in ${share(b)} with usual care (hazard ratio ${ratio.toFixed(2)}, 95% CI ${bounds}; P = 0.0${1 + pick(80)}). ${second} was seen in ${share(c)} versus ${share(d)} patients (P = 0.${10 + pick(80)}). Mean pain scores at 12 weeks were ${(2 + pick(40) / 10).toFixed(1)} (SD ${(1 + pick(20) / 10).toFixed(1)}) and ${(2 + pick(40) / 10).toFixed(1)} (SD ${(1 + pick(20) / 10).toFixed(1)}), a difference of ${(pick(20) / 10).toFixed(1)} points. Median time to recovery was ${5 + pick(20)} days (IQR ${1 + pick(4)} to ${26 + pick(9)}). Serious adverse events were rare in both groups.`,
      ],
      [
        "CONCLUSIONS",
        "CONCLUSIONS",
        `Among adults with ${condition}, ${arm} changed ${outcome} at one year. Larger trials should say for whom.`,
      ],
    ],
  };
}

/** A record's XML, with the lists around the abstract that real records have. */
export function recordXml(index: number, version = 1): string {
  const { pmid, title, parts } = madeRecord(index);
  const abstract = parts
    .map(
      ([label, category, text]) =>
        `<AbstractText Label="${label}" NlmCategory="${category}">${text}</AbstractText>`,
    )
    .join("\n          ");
  const mesh = [
    "Humans",
    "Adult",
    "Treatment Outcome",
    "Prospective Studies",
    "Follow-Up Studies",
    "Quality of Life",
  ]
    .map(
      (name, i) =>
        `<MeshHeading><DescriptorName UI="D0000${i}" MajorTopicYN="N">${name}</DescriptorName></MeshHeading>`,
    )
    .join("");
  const references = [1, 2, 3, 4, 5]
    .map(
      (i) =>
        `<Reference><Citation>Invented reference ${i}. Arch Invent Surg. 2001;${i}:12-14.</Citation><ArticleIdList><ArticleId IdType="pubmed">${1000 + i}</ArticleId></ArticleIdList></Reference>`,
    )
    .join("");
  return `  <PubmedArticle>
    <MedlineCitation Status="MEDLINE" Owner="NLM">
      <PMID Version="${version}">${pmid}</PMID>
      <DateCompleted><Year>2020</Year><Month>03</Month><Day>15</Day></DateCompleted>
      <DateRevised><Year>2021</Year><Month>0${1 + (index % 9)}</Month><Day>1${index % 10}</Day></DateRevised>
      <Article PubModel="Print-Electronic">
        <Journal><ISSN IssnType="Electronic">0000-0000</ISSN><JournalIssue CitedMedium="Internet"><Volume>34</Volume><Issue>8</Issue><PubDate><Year>2020</Year><Month>Mar</Month></PubDate></JournalIssue><Title>Archives of invented surgery</Title><ISOAbbreviation>Arch Invent Surg</ISOAbbreviation></Journal>
        <ArticleTitle>${title}.</ArticleTitle>
        <Pagination><MedlinePgn>120-131</MedlinePgn></Pagination>
        <ELocationID EIdType="doi" ValidYN="Y">10.5555/inv.${pmid}</ELocationID>
        <Abstract>
          ${abstract}
          <CopyrightInformation>Copyright © 2020 Invented Press.</CopyrightInformation>
        </Abstract>
        <AuthorList CompleteYN="Y"><Author ValidYN="Y"><LastName>Okonkwo</LastName><ForeName>Ada B</ForeName><Initials>AB</Initials><AffiliationInfo><Affiliation>Department of Invented Surgery, Nowhere.</Affiliation></AffiliationInfo></Author><Author ValidYN="Y"><LastName>Berg</LastName><ForeName>Lisa</ForeName><Initials>L</Initials></Author></AuthorList>
        <Language>eng</Language>
        <PublicationTypeList><PublicationType UI="D016449">Randomized Controlled Trial</PublicationType></PublicationTypeList>
      </Article>
      <MedlineJournalInfo><Country>Nowhere</Country><MedlineTA>Arch Invent Surg</MedlineTA></MedlineJournalInfo>
      <MeshHeadingList>${mesh}</MeshHeadingList>
    </MedlineCitation>
    <PubmedData><History><PubMedPubDate PubStatus="pubmed"><Year>2020</Year><Month>3</Month><Day>1</Day></PubMedPubDate></History><PublicationStatus>ppublish</PublicationStatus><ArticleIdList><ArticleId IdType="pubmed">${pmid}</ArticleId><ArticleId IdType="doi">10.5555/inv.${pmid}</ArticleId></ArticleIdList><ReferenceList>${references}</ReferenceList></PubmedData>
  </PubmedArticle>
`;
}

/** A whole file as PubMed distributes it, in pieces. */
export function* pubmedXml(from: number, count: number, version = 1): Generator<string> {
  yield `<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2024//EN" "https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_240101.dtd">\n<PubmedArticleSet>\n`;
  for (let index = from; index < from + count; index++) yield recordXml(index, version);
  yield "</PubmedArticleSet>\n";
}

/** The same records as PubMed's .nbib. */
export function nbib(from: number, count: number): string {
  const records: string[] = [];
  for (let index = from; index < from + count; index++) {
    const { pmid, title, parts } = madeRecord(index);
    const abstract = parts.map(([label, , text]) => `${label}: ${text}`).join(" ");
    const wrapped = (text: string): string => text.replace(/(.{1,80})(?:\s+|$)/g, "$1\n      ").trimEnd();
    records.push(
      `PMID- ${pmid}\nOWN - NLM\nDP  - 2020 Mar\nTI  - ${wrapped(`${title}.`)}\nAB  - ${wrapped(abstract)}\nFAU - Okonkwo, Ada B\nAU  - Okonkwo AB\nTA  - Arch Invent Surg\nSO  - Arch Invent Surg. 2020 Mar;34(8):120-131.\n`,
    );
  }
  return records.join("\n");
}

/** A paper as PubMed Central gives it out. */
export const JATS = `<?xml version="1.0"?>
<article xmlns:xlink="http://www.w3.org/1999/xlink"><front><article-meta>
<article-id pub-id-type="pmid">39990001</article-id>
<title-group><article-title>Rocker soles after ankle sprain</article-title></title-group>
<contrib-group><contrib contrib-type="author"><name><surname>Idowu</surname><given-names>Tola</given-names></name></contrib></contrib-group>
<pub-date><year>2021</year></pub-date>
<abstract><sec><title>Results</title><p>Sprains came back in 14 of 70 patients (20.0%) with rocker soles and in 21 of 70 (30.0%) with flat soles (risk ratio 0.67, 95% CI 0.37 to 1.20).</p></sec></abstract>
</article-meta></front>
<body><sec sec-type="results"><title>Results</title><p>Mean pain was 2.1 points (SD 1.3) with rocker soles.</p></sec></body></article>`;
