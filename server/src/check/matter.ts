/** What a statement is about, for finding the places that tell the same result. */
import type { Statement } from "../extraction.js";
import type { Context } from "./context.js";

/** "PS-matched cohort", "after PS matching" and "propensity score–matched" are one population. */
export function populationKey(population: string | null): string {
  if (population === null) return "";
  const text = population.toLowerCase();
  if (/\bmatch(?:ed|ing)\b|\bpsm\b/.test(text) && !/\bunmatched\b/.test(text)) return "matched";
  if (/iptw|weight/.test(text)) return "weighted";
  if (/intention|intent|\bitt\b/.test(text)) return "itt";
  if (/per[- ]protocol|\bpp\b/.test(text)) return "pp";
  return text;
}

/** The outcome by its code, else by its words; empty where none is named. */
export function outcomeKey({ outcome }: Statement): string {
  return (outcome?.code ?? outcome?.text ?? "").toLowerCase();
}

/** The group by its entry in the document, else by its words; empty where none is named. */
export function groupKey({ group }: Statement): string {
  return (group?.id ?? group?.text ?? "").toLowerCase();
}

/** Words after which the same outcome of the same group has another value: a cut-off, a grade, a reader, a model, a part of the patients. */
const QUALIFIERS =
  /\bgrades?\s\d(?:\s?[-–]\s?\d)?|[≥≤<>]=?\s?\d[\d.·]*|\bat least (?:\w+|\d+)|\bany[- ]grade|\bserious|\bsevere|\b(?:treatment|drug)[- ]related|\bbaseline|\binterim|\bfinal\b|\bupdat\w+|\bsubgroups?|\bun?stratified|\bun?adjusted|\b(?:uni|multi)varia\w+|\bper[- ]protocol|\bintent\w*[- ]to[- ]treat|\bitt\b|\bun?matched|\bmatching|\bweight(?:ed|ing)|\biptw\b|\binvestigator\w*|\bindependent\w*|\bcentral\w*|\bblinded|\b(?:un)?confirmed|\bpositive|\bnegative|\bwild[- ]type|\bmuta\w+|\bhigh\w*|\blow\w*|\bprevious\w*|\bhistorical|\bothers?\b|\b\w*responders?|\bexpress\w+|\bpopulations?\b|\b(?:non)?smok\w+|\b(?:fe)?males?\b|\b(?:wo)?men\b|\baged?\b|\b(?:first|second|third)[- ](?:line|dose)|\bcohorts?\s\w+|\bstage\s\w+|\bpatients? (?:with|who|without)\b[^,;.(]{0,40}/gi;

const TIMES =
  /\b(?:day|week|month|year)s?\s\d+|\b(?:\d+|one|two|three|four|five|six|ten|twelve)[-\s](?:day|week|month|year)s?\b/gi;

/** The qualifying words of a sentence, each once, in one order; with its time points where these matter. */
export function qualifiersOf(statement: Statement, context: Context, withTimes: boolean): string {
  const text = context.sentenceText(statement.range).toLowerCase();
  const found = new Set<string>();
  for (const words of withTimes ? [QUALIFIERS, TIMES] : [QUALIFIERS])
    for (const [match] of text.matchAll(words)) found.add(match.replace(/[-\s]+/g, " "));
  return [...found].sort().join("; ");
}

/** Which part of the document a statement stands in: the start of its section; −1 outside all of them. */
export function partOf({ range }: Statement, { reading }: Context): number {
  return reading.sections.findLast((section) => section.range.start <= range.start)?.range.start ?? -1;
}

/** A longer "sentence" is a table. */
const LONGEST = 700;

const NOT_OWN =
  /\b(?:assum\w+|expected|anticipated|hypothes\w+|power\w*|previous\w*|prior|historical|reported by|et al|meta-analys\w+|literature)\b/i;

/** "… by the new drug (19).", "… [7]": what another study found. */
const CITED = /[([]\d{1,3}(?:\s?[,–-]\s?\d{1,3})*[)\]]\.?\s*$/;

/** A result of this study, told in a sentence: not planned, not of the introduction, not another's. */
export function ownResult(statement: Statement, context: Context): boolean {
  const { section } = statement;
  if (section === "methods" || section === "background") return false;
  const { start, end } = context.sentenceRange(statement.range);
  const text = context.text.slice(start, end);
  return end - start <= LONGEST && !NOT_OWN.test(text) && !CITED.test(text);
}
