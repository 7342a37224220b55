/** Whether a document is worth reading: biomedical prose that bears results, and no other text file. */

/** How much of a document is looked at: its front, where the abstract stands, and then its middle. */
const WINDOW = 30_000;

/** Words of biomedical reports, by what they stand for; a text is asked how many of these it uses. */
const TOPICS: readonly RegExp[] = [
  /\b(?:patient|participant|volunteer|women|woman|\bmen\b|child|infant|neonate|adult|adolescent|subject|people|person|case|student|nurse|athlete|veteran)/i,
  /\b(?:mice|mouse|rats?|cells?|dogs?|pigs?|rabbits?|animal|teeth|eyes?|knees?|lesions?|samples?)\b/i,
  /\brandomi[sz]|\bplacebo|\bcross-?over|\bdouble-blind|\bopen-label|\btrial\b/i,
  /\b(?:cohort|retrospective|prospective|cross-sectional|observational|case-control|registry|meta-analysis|systematic review|survey|multicent)/i,
  /\b(?:treat|therap|drug|dose|dosage|surger|surgical|operat|vaccin|chemotherap|radiotherap|intervention|training|inject|infusion|procedure)/i,
  /\b(?:disease|disorder|syndrome|cancer|carcinoma|tumou?r|infect|diabet|stroke|asthma|pain|hypertens|obes|depress|lesion|injur|sepsis|anxiety)/i,
  /\b(?:survival|mortality|death|died|relapse|recurrence|remission|response|progression|incidence|prevalence)/i,
  /\b(?:baseline|follow-?up|end ?points?|outcomes?|adverse|efficacy|safety|tolerab|effective)/i,
  /\b(?:clinical|hospital|diagnos|symptom|medical|health|blood|plasma|serum|mg|mmol|kg)\b/i,
  /\b(?:significant|compared with|compared to|versus|associated with|differen(?:ce|t)|confidence interval|interquartile|odds|hazard)/i,
  /\b(?:groups?|arms?|controls?)\b/i,
];

/** Words that hardly any other prose uses: one of them must be there, or unmistakable results. */
const FIELD =
  /\b(?:patients?|randomi[sz]\w+|placebo|clinical\w*|diseases?|syndrome|vaccin\w+|\w*therap(?:y|ies|eutic)|surg(?:ery|ical)|tumou?rs?|cancers?|carcinomas?|infect(?:ion|ed)\w*|mice|rats|volunteers|wom[ae]n|infants?|hospital\w*|symptoms?|blood|plasma|serum|mortality|nurs(?:es|ing)|exercise|muscles?|medic(?:al|ine|ation)\w*|dental|teeth|health\w*|pain|sleep|brain|cognitive|training|students|females?|males|adults|physiological)\b/i;

/** Marks of a reported result. */
const RESULTS: readonly RegExp[] = [
  /\b[pP](?:[- ]?values?)?\s?(?:=|<|>|≤|≥|of|was)\s?(?:or\s)?[=<]?\s?0?\s?[.·,]\s?\d/,
  /\d\s?%\s?(?:CI|confidence|credib|CrI)|\bCI\b.{0,8}\d|\bIQR\b.{0,8}\d/,
  /\d\s?%?\s?(?:±|\+\/-|В±|Â±)\s?\d/,
  /\b(?:HR|OR|RR|IRR|RD|MD|SMD|a(?:HR|OR)|hazard ratio|odds ratio|relative risk|risk ratio|rate ratio|difference)\b[^.]{0,40}\d/,
  /\b(?:median|mean|average)\b[^.]{0,60}\d/i,
  /\d(?:[.·]\d+)?\s?(?:%|per ?cent)/,
  /\b\d+\s?(?:of|out of|\/)\s?(?:the )?\d+ (?:patients|women|men|children|participants|subjects|\()/i,
  /\b[nN]\s?=\s?\d/,
  /\bsignificantly (?:higher|lower|more|less|greater|better|reduced|increased|improved|longer|shorter|different)/i,
];
/** The marks above that stand for a result without any topic beside them: p, interval and ratio. */
const UNMISTAKABLE = [0, 1, 3];

/** The small words of English prose. */
const SMALL_WORDS =
  /\b(?:the|of|and|in|was|were|with|to|for|at|by|that|from|as|than|between|had|after|or)\b/gi;
const WORD = /[\p{L}\p{N}]+/gu;
const NUMBER = /\d+(?:[.·]\d+)?/g;

/** Lines of programs, shells and markup. */
const CODE_LINE =
  /^\s*(?:import |from \S+ import|export |def |class \w+[({:]|function\b|const |let |var |public |private |#include|package |return\b|if ?\(|for ?\(|[}\])]+[;,]?\s*$|[{[]\s*$|<\/?\w[^>]*>\s*$|```|>>> |\* |\*\/|\$ |@\w+|\/\/|\/\*|\w+\s*=\s*function|\w+\(.*\);?\s*$|"[\w-]+"\s*:)|;\s*$/;
const LOG_LINE =
  /^\s*[[(<]?(?:\d{4}-\d\d-\d\d[T ]|\w{3} \d{1,2} \d\d:\d\d|\d\d:\d\d:\d\d|\d{9,})|\b(?:INFO|DEBUG|WARN(?:ING)?|ERROR|TRACE|FATAL)\b/;
const TABLE_LINE = /^(?:[^,\t;|]{0,40}[,\t;|](?!\s)){3}|^\s*\|.*\|\s*$/;
const SOFTWARE =
  /\b(?:pip3? install|npm (?:i|install|run|ci)|yarn add|git clone|docker (?:run|build)|cargo (?:add|install|build)|apt(?:-get)? install|brew install|install\.packages\(|User-agent:|Permission is hereby granted|WITHOUT WARRANT(?:Y|IES)|conda install)/i;

const share = (lines: readonly string[], pattern: RegExp): number =>
  lines.filter((line) => pattern.test(line)).length / Math.max(1, lines.length);

/** Lines that were written by or for a machine. */
function isMachineText(text: string): boolean {
  if (SOFTWARE.test(text)) return true;
  const lines = text
    .split("\n", 400)
    .map((line) => line.slice(0, 300))
    .filter((line) => line.trim() !== "");
  return share(lines, CODE_LINE) > 0.25 || share(lines, LOG_LINE) > 0.3 || share(lines, TABLE_LINE) > 0.4;
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

function windowBears(text: string): boolean {
  const marks = RESULTS.map((pattern) => pattern.test(text));
  const results = marks.filter(Boolean).length;
  const numbers = count(text, NUMBER);
  if (numbers === 0) return false;
  const topics = TOPICS.filter((pattern) => pattern.test(text)).length;
  const unmistakable = UNMISTAKABLE.filter((index) => marks[index]).length;
  const enough =
    unmistakable >= 2 ||
    (topics >= 2 && results >= 2 && unmistakable >= 1) ||
    (FIELD.test(text) && ((topics >= 3 && results >= 1) || (topics >= 4 && numbers >= 4)));
  if (!enough) return false;
  const words = count(text, WORD);
  const prose = count(text, SMALL_WORDS) / Math.max(1, words) > 0.08;
  return (prose || (unmistakable >= 2 && words < 80)) && !isMachineText(text);
}

/**
 * Whether the text is a biomedical abstract or paper with results in its prose: numbers, marks of a result and the
 * words of the field in running text. Looks at 60,000 characters at most, so that it may be asked of any file.
 */
export function bearsResults(text: string): boolean {
  if (windowBears(text.slice(0, WINDOW))) return true;
  if (text.length <= WINDOW) return false;
  const middle = Math.floor(text.length / 2);
  return windowBears(text.slice(middle, middle + WINDOW));
}
