/** Words after which the same outcome of the same group has another value. A word stands for itself, "word*" for all that begin so. */

/** What was counted: how bad, whether it was due to the treatment, as judged by whom. */
const EVENTS = "any-grade serious* severe* treatment-related* drug-related* confirmed* unconfirmed*";
const JUDGES = "investigator* independent* central* blinded*";

/** When and how it was analysed. */
const ANALYSES =
  "baseline* interim* final update* updating* stratified* unstratified* adjusted* unadjusted* univaria* multivaria* per-protocol* intent-to-treat* intention-to-treat* itt matched* unmatched* matching* weighted* weighting* iptw";

/** Which of the people. */
const PEOPLE =
  "subgroup* positive* negative* wild-type* muta* high* low* previous* historical* other others express* population populations smok* nonsmok* male males female females man men woman women age aged first-line* second-line* third-line* first-dose* second-dose* third-dose*";

/** What takes a number or further words to say which. */
const PATTERNS = [
  String.raw`\bgrades?\s\d(?:\s?[-–]\s?\d)?`,
  String.raw`[≥≤<>]=?\s?\d[\d.·]*`,
  String.raw`\bat least (?:\w+|\d+)`,
  String.raw`\b\w*responders?`,
  String.raw`\b(?:cohorts?|stage)\s\w+`,
  String.raw`\bpatients? (?:with|who|without)\b[^,;.(]{0,40}`,
];

/** A word as a pattern: its hyphens may be spaces. */
const pattern = (word: string): string =>
  String.raw`\b${word.replace(/-/g, "[- ]").replace(/\*$/, String.raw`\w*`)}${word.endsWith("*") ? "" : String.raw`\b`}`;

const words = [EVENTS, JUDGES, ANALYSES, PEOPLE].join(" ").split(" ");

/** All of them, in lower case. */
export const QUALIFIERS = new RegExp([...PATTERNS, ...words.map(pattern)].join("|"), "g");

/** Time points. */
export const TIMES =
  /\b(?:day|week|month|year)s?\s\d+|\b(?:\d+|one|two|three|four|five|six|ten|twelve)[-\s](?:day|week|month|year)s?\b/g;
