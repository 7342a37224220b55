/** Numbers of people analysed beside the number randomised. */
import type { Range } from "../extraction.js";
import type { Context } from "./context.js";
import type { Contradiction } from "./rule.js";

const NUMBER = String.raw`(?<![\w.,:/·-])(\d{1,3}(?:,\d{3})+|\d+)(?![.,·]\d|\s?%)`;
const BRACKET = String.raw`(?:\s\([^()]{0,40}\))?`;
const RANDOMISED = new RegExp(
  `${NUMBER}${BRACKET}\\s(?:[a-z-]+\\s){0,4}?(?:were |was |underwent )?(?:randomi[sz]ed|randomi[sz]ation|randomly (?:assigned|allocated))\\b`,
  "gi",
);
const ANALYSED = new RegExp(
  `${NUMBER}${BRACKET}\\s(?:[a-z-]+\\s){0,3}?(?:(?:were|was) (?:analy[sz]ed|evaluable|(?:included|analy[sz]ed) in (?:the |our |this )?(?:[a-z-]+\\s){0,3}analys[ei]s)|completed (?:the )?(?:study|trial|follow-up))\\b`,
  "gi",
);

/** Things of which a person has several, and sizes that several studies add to. */
const NOT_PEOPLE =
  /\b(?:eyes?|lesions?|events?|visits?|teeth|tooth|implants?|knees?|hips?|samples?|cycles?|episodes?|specimens?|pooled|studies|trials were|clusters?|observational|non-?randomi[sz]ed|cohort)\b/i;

interface Found extends Range {
  readonly n: number;
  readonly literal: string;
}

/** "200 patients were randomised … 214 were included in the analysis": nobody is analysed who was not randomised. */
export function* analysed(context: Context): Iterable<Contradiction> {
  const { sentences } = context.reading;
  let before: readonly Found[] = [];
  const all = context.inSentences(randomised);
  if (new Set(all.map(({ n }) => n)).size !== 1) return;
  for (const sentence of sentences) {
    const { kind } = sentence.section;
    if (kind === "references" || kind === "boilerplate") continue;
    const here = all.filter(({ start, end }) => start >= sentence.start && end <= sentence.end);
    const [total] = here.length > 0 ? here : before;
    before = here;
    if (total === undefined || NOT_PEOPLE.test(context.text.slice(sentence.start, sentence.end))) continue;
    for (const { start, end, ...many } of found(ANALYSED, context.text.slice(sentence.start, sentence.end)))
      if (many.n > total.n)
        yield contradiction(
          { ...many, start: sentence.start + start, end: sentence.start + end },
          total,
          context,
        );
  }
}

/** The numbers that a sentence says were randomised. */
const randomised = (sentence: string): readonly Found[] =>
  /randomi[sz]|randomly/i.test(sentence) ? [...found(RANDOMISED, sentence)] : [];

function* found(wording: RegExp, sentence: string): Iterable<Found> {
  for (const match of sentence.matchAll(wording)) {
    // "received the randomly assigned intervention"
    if (/\b(?:received|the randomly)\b/i.test(match[0])) continue;
    const literal = match[1] ?? "";
    yield {
      n: Number(literal.replace(/,/g, "")),
      literal,
      start: match.index,
      end: match.index + literal.length,
    };
  }
}

function contradiction(many: Found, total: Found, context: Context): Contradiction {
  const about = context
    .inSentenceOf(many)
    .filter(({ range }) => range.start <= many.start && range.end >= many.end);
  return {
    about,
    range: { start: many.start, end: many.end },
    message: `${many.literal} were analysed, more than the ${total.literal} who were randomised.`,
    reported: many.literal,
    expected: `at most ${total.literal}`,
    explanations: ["The number analysed may hold people who were not randomised."],
    related: [{ range: { start: total.start, end: total.end }, message: `${total.literal} randomised` }],
  };
}
