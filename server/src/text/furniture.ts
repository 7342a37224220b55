/** What a line or paragraph of page furniture looks like: banners, citation lines, authors, affiliations. */

/** Lines of web pages around an abstract, lower case, as they begin. */
const BANNERS: readonly string[] = [
  "skip to main",
  "skip to content",
  "skip to article",
  "u.s. flag",
  "an official website of the united states",
  "here's how you know",
  "dot gov",
  "the .gov means",
  "the https:// ensures",
  "official websites use .gov",
  "federal government websites",
  "https",
  "the site is secure",
  "secure .gov websites",
  "access keys",
  "read online",
  "pubmed disclaimer",
  "download pdf",
  "view full text",
  "full text links",
  "free pmc article",
  "add to favorites",
  "log in",
  "sign in",
  "show all",
  "soon will be listed here",
  "cite this article",
  "share this article",
  "article menu",
  "» articles",
  "expand all",
  "display options",
  "all rights reserved",
  "published online",
  "you can also search for this author",
  "this article has been cited",
  "check for updates",
];

const MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*";
/** "2018 May;34(8):1187", "2012;31(2):8-15", "2004 Sep 17." */
const DATED = new RegExp(
  `\\b(?:19|20)\\d\\d\\b(?: ${MONTH}(?:[ -]\\w{1,4}){0,2})?\\s*[;:.]\\s*(?:\\d|e\\d|$|doi|epub|\\()`,
  "i",
);
const DATE_IN_BRACKETS = new RegExp(`\\((?:${MONTH}\\.? )?(?:19|20)\\d\\d\\)\\s*$`, "i");
const PUBLISHING =
  /^(?:vol(?:ume)?\.?\s|pp\.?\s|issn|e?issn|doi\s?[:.]|https?:\/\/|pmi?d\b|pmc(?:id)?\b|epub\b|published\b|received\b|accepted\b)/i;
const INSTITUTION =
  /\b(?:department|division|school|faculty|university|universit[àéy]|institute|hospital|college|cent(?:er|re)|clinic|laborator(?:y|ies)|correspondence|e-?mail)\b/i;

/** Marks of a result or of running prose, which keep a line from being called furniture or a title. */
const RESULT = /\d\s?%|\b[pP]\s?[=<>≤]|95\s?%|\d\s*±|[=<>≤≥]\s?[\d.·]|\b(?:was|were|had|showed|received)\b/;

const BANNERS_BY_LETTER = new Map<string, string[]>();
for (const words of BANNERS) {
  const letter = words.charAt(0);
  BANNERS_BY_LETTER.set(letter, [...(BANNERS_BY_LETTER.get(letter) ?? []), words]);
}
/** The first two letters of all banners, so that nearly every line is dismissed by a look at them. */
const BEGINNINGS = new Set(BANNERS.map((words) => beginning(words, 0)));
function beginning(text: string, at: number): number {
  return (text.charCodeAt(at) | 32) * 0x10000 + (text.charCodeAt(at + 1) | 32);
}

/** A banner of a few letters must be the whole line; a longer one may go on for a sentence. */
const SHORT_BANNER = 10;
const LONGEST_BANNER_LINE = 300;

/** Kinds of publication, which index pages print above the title. */
const PUBLICATION_TYPE =
  /^(?:(?:randomi[sz]ed controlled|controlled clinical|clinical|pragmatic clinical) trial(?:, phase \w+)?|(?:observational|multicent(?:er|re)|comparative|validation|evaluation|twin) study|meta-analysis|(?:systematic |scoping )?review|case reports?|original (?:article|investigation|research)|research article)$/i;

/** Whether the line belongs to a web page's frame. */
export function isBanner(line: string): boolean {
  const first = line.trim();
  if (first.length < 40 && PUBLICATION_TYPE.test(first)) return true;
  const candidates = BANNERS_BY_LETTER.get(first.charAt(0).toLowerCase());
  if (candidates === undefined || line.length > LONGEST_BANNER_LINE) return false;
  const start = first.slice(0, 60).toLowerCase().replace(/[’‘]/g, "'");
  return candidates.some(
    (words) =>
      start.startsWith(words) && (words.length >= SHORT_BANNER || first.length < words.length + SHORT_BANNER),
  );
}

const LONGEST_CITATION = 350;
const YEAR = /\b(?:19|20)\d\d/;

/** Whether the line cites where the text was printed: "Arch Invent Surg. 2018 May;34(8):1187-1196." */
export function isCitation(line: string): boolean {
  if (line.length > LONGEST_CITATION) return false;
  const head = line.trim();
  if (PUBLISHING.test(head)) return !RESULT.test(head);
  if (!YEAR.test(head) || RESULT.test(head)) return false;
  return (
    DATED.test(head) ||
    (DATE_IN_BRACKETS.test(head) && head.length < 120) ||
    / et al\. .*\b(?:19|20)\d\d/.test(head)
  );
}

/** Whether the line is an entry of a reference list: numbered, with a year beside volume and pages, or a DOI. */
export function isNumberedReference(line: string): boolean {
  const head = line.slice(0, 600);
  if (!/^\s*[[(]?\d{1,3}[.)\]]\s+\S/.test(head)) return false;
  return (
    /\b(?:19|20)\d\d[a-z]?(?:\s[A-Z][a-z]{2}(?:\s\d{1,2})?)?\s*[;,:]\s*(?:vol\.?\s)?\d+/.test(head) ||
    /\((?:19|20)\d\d[a-z]?\)/.test(head) ||
    /\bet al\.?[ ,:].*\b(?:19|20)\d\d\b/.test(head) ||
    /\bdoi:?\s?10\.\d{4}/i.test(head)
  );
}

/** Whether the paragraph lists people: "Halvorsen P(6), Brandt T(7)", "Anna Berg, MD, Li Wei", "• Zhang Y,". */
export function isAuthors(paragraph: string): boolean {
  const head = paragraph.slice(0, 1500);
  if (RESULT.test(head)) return false;
  const pieces = head
    .replace(/\s+/g, " ")
    .split(/[,;•·]| and | & /)
    .map((piece) => piece.replace(/[\d*†‡§¶()[\].]+/g, " ").trim())
    .filter((piece) => piece !== "");
  if (pieces.length === 1) return /^\s*•|\p{Lu}\(\d\)/u.test(head) && head.length < 60;
  const names = pieces.filter(
    (piece) =>
      /^(?:(?:de|van|von|der|den|la|le|al|el|du|di|da|dos|ten)\s)*\p{Lu}[\p{L}'’.-]*(?: (?:\p{L}[\p{L}'’.-]*)){0,4}$/u.test(
        piece,
      ) && piece.length < 42,
  );
  if (names.length < pieces.length * 0.8) return false;
  if (pieces.length >= 3) return names.every((piece) => piece.split(" ").length <= 5);
  return (
    /^\s*•/.test(head) ||
    /\p{L}\s?\(?\d\)?[,.]/u.test(head) ||
    names.every((piece) => /\s\p{Lu}{1,3}$/u.test(piece))
  );
}

/** Whether the paragraph opens with names or institutions rather than with prose. */
export function isAffiliation(paragraph: string): boolean {
  const head = paragraph.slice(0, 300);
  // "Blood was taken from 94 nurses of a hospital": a sentence, whatever institution it names
  const at = head.search(INSTITUTION);
  const before = head.slice(0, Math.max(0, at));
  if (at < 0 || RESULT.test(before) || PROSE.test(before)) return false;
  return (
    /^\s*(?:\(?\d{1,2}\)?\s?[A-Z]|\*|from the |department|division|correspondence|e-?mail)/i.test(head) ||
    /^[^.;]{3,60}?\p{Ll},?\s?\d/u.test(head)
  );
}

const PROSE = /\b(?:we|is|are|have|has|among|patients|participants|women|adults|children)\b/i;

/** Whether the paragraph could be the title of a study: one short sentence without numbers of a result. */
export function isTitle(paragraph: string): boolean {
  const words = paragraph.replace(/\s+/g, " ").trim();
  if (words.length < 15 || words.length > 400 || !/^[\p{Lu}\d"“‘'[α-ωΑ-Ω]/u.test(words)) return false;
  if (!/\p{L}{3}.* .*\p{L}{3}/u.test(words) || /[,;:]$/.test(words)) return false;
  if (RESULT.test(words)) return false;
  if (/\b(?:we|our)\b/i.test(words) && /\.$/.test(words)) return false;
  return !/[.?!]\s+\p{Lu}\p{Ll}+(?: \p{Ll}+){4}.*\.$/u.test(words);
}

/** "2. J Hepatol. 2013 Mar;44(7):612-20." */
export const isRecord = (line: string): boolean =>
  /^\d{1,4}\. \p{Lu}/u.test(line) && isCitation(line) && !/\bet al\b/.test(line);

/** Copyright and licence lines, DOI and PMID lines, banners of a page. */
export function isClosing(text: string, first: number, end: number): boolean {
  const code = text.charCodeAt(first);
  if (code === 0xa9) return true;
  const letter = code | 32;
  if (letter === 0x63 && /^copyright\b/i.test(text.slice(first, first + 10))) return true;
  if (end - first > LONGEST_BANNER_LINE) return false;
  if ((letter === 0x64 || letter === 0x70) && /^(?:doi|pmc?i?d?)\s?:/i.test(text.slice(first, first + 8)))
    return true;
  return BEGINNINGS.has(beginning(text, first)) && isBanner(text.slice(first, end));
}
