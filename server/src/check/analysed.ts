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

interface Found {
  readonly n: number;
  readonly literal: string;
  readonly range: Range;
}

/** "200 patients were randomised … 214 were included in the analysis": nobody is analysed who was not randomised. */
export function* analysed(context: Context): Iterable<Contradiction> {
  const { sentences } = context.reading;
  let before: readonly Found[] = [];
  const all = context.once(randomised);
  if (new Set(all.map(({ n }) => n)).size !== 1) return;
  for (const sentence of sentences) {
    const { kind } = sentence.section;
    if (kind === "references" || kind === "boilerplate") continue;
    const here = all.filter(({ range }) => range.start >= sentence.start && range.end <= sentence.end);
    const [total] = here.length > 0 ? here : before;
    before = here;
    if (total === undefined || NOT_PEOPLE.test(context.text.slice(sentence.start, sentence.end))) continue;
    for (const many of found(ANALYSED, sentence, context))
      if (many.n > total.n) yield contradiction(many, total, context);
  }
}

/** Every number that the document says was randomised. */
function randomised(context: Context): Found[] {
  return context.reading.sentences.flatMap((sentence) =>
    /randomi[sz]|randomly/i.test(context.text.slice(sentence.start, sentence.end))
      ? [...found(RANDOMISED, sentence, context)]
      : [],
  );
}

function* found(wording: RegExp, { start, end }: Range, { text }: Context): Iterable<Found> {
  for (const match of text.slice(start, end).matchAll(wording)) {
    // "received the randomly assigned intervention"
    if (/\b(?:received|the randomly)\b/i.test(match[0])) continue;
    const literal = match[1] ?? "";
    const at = start + match.index;
    yield {
      n: Number(literal.replace(/,/g, "")),
      literal,
      range: { start: at, end: at + literal.length },
    };
  }
}

function contradiction(many: Found, total: Found, context: Context): Contradiction {
  const about = context
    .inSentenceOf(many.range)
    .filter(({ range }) => range.start <= many.range.start && range.end >= many.range.end);
  return {
    about,
    range: many.range,
    message: `${many.literal} were analysed, more than the ${total.literal} who were randomised.`,
    reported: many.literal,
    expected: `at most ${total.literal}`,
    explanations: ["The number analysed may hold people who were not randomised."],
    related: [{ range: total.range, message: `${total.literal} randomised` }],
  };
}
