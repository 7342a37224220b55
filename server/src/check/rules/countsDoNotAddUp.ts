import type { GroupSizeStatement, ProportionStatement, Range } from "../../extraction.js";
import type { Context } from "../context.js";
import { analysed } from "../analysed.js";
import type { Contradiction, Rule, RulePage } from "../rule.js";

export const page: RulePage = {
  title: "Counts that do not add up",
  reference: "CONSORT 2010, item 13a: numbers randomised, treated and analysed for each group.",
  what: "The arms named in a sentence do not add up to the number that it says was randomised to them, exclusive categories of one group add up to more than the whole, or more people were analysed than randomised.",
  formula:
    "Σ arms ≠ randomised; Σ percentages of CR, PR, SD and PD > 100 by more than rounding; analysed > randomised",
  example: {
    text: "We randomly assigned 214 women to yoga (n = 107) or usual care (n = 117)",
    why: "107 + 117 = 224.",
  },
  silent: [
    "any number of the sentence is the sum of the arms",
    "an arm of the sentence has no size, or the sentence divides the whole in two ways or tells of groups that overlap (both, crossed over, overlapping)",
    "the number before the arms does not count people, or is further than a quarter from their sum",
    "the number analysed does not stand in the sentence of the number randomised or the next, the document names several numbers randomised, or eyes, lesions, events or visits are counted",
    "hint only: the sentence tells of withdrawals, exclusions or patients not treated",
  ],
};

export const countsDoNotAddUp: Rule = {
  id: "counts-do-not-add-up",
  defaultSeverity: "warning",
  *check(context) {
    let last = -1;
    for (const statement of context.of("group-size")) {
      const index = context.sentenceIndex(statement.range.start);
      if (index === last) continue;
      last = index;
      const found = arms(statement, context);
      if (found !== null) yield found;
    }
    yield* responses(context);
    yield* analysed(context);
  },
};

const RANDOMISED = /\b(?:randomi[sz]ed|randomly|allocated|assigned)\b/i;
const LEFT =
  /\b(?:withdr\w*|exclu\w*|lost|declin\w*|discontinu\w*|not (?:receive|treated|included)|never|dropped|ineligible|missing|completed|analy[sz]ed|evaluable)\b/i;

const OVERLAPPING =
  /\boverlap\w*|\bcross(?:ed)?[- ]?over|\b(?:to|received|got|in|of) both\b(?! (?:arms|groups|sexes))/i;

interface Whole {
  readonly value: number;
  readonly range: Range;
}

/** The sizes printed as "(n = 107)" against the number that was randomised before them. */
function arms(first: GroupSizeStatement, context: Context): Contradiction | null {
  const sentence = context.sentenceRange(first.range);
  // A "sentence" of such length is a table.
  if (sentence.end - sentence.start > 1500) return null;
  const text = context.text.slice(sentence.start, sentence.end);
  if (!RANDOMISED.test(text) || OVERLAPPING.test(text)) return null;
  const sizes = context
    .inSentenceOf(first.range)
    .filter((s): s is GroupSizeStatement => s.kind === "group-size" && bracketed(s, context));
  const [arm] = sizes;
  if (
    arm === undefined ||
    sizes.length < 2 ||
    new Set(sizes.map((s) => s.group?.id ?? s.id)).size < sizes.length
  )
    return null;
  const whole = lastWhole(text, sentence.start, arm.range.start);
  const total = sizes.reduce((sum, { n }) => sum + n, 0);
  // Arms that are far from the whole are those of one of several trials, or doses of one arm.
  if (whole === null || Math.abs(total / whole.value - 1) > 0.25) return null;
  if (whole.value === total || whole.value < Math.max(...sizes.map(({ n }) => n))) return null;
  const numbers = [...text.matchAll(WHOLE)].map((match) => Number(match[0].replace(/\D/g, "")));
  if (numbers.includes(total) || dividedTwice(sizes, whole.value) || unsizedArm(text, sizes, sentence.start))
    return null;
  const listed = sizes.map(({ n }) => String(n)).join(" + ");
  const few = total < whole.value && whole.value - total <= 0.01 * whole.value;
  const left = LEFT.test(text);
  return {
    about: sizes,
    range: { start: whole.range.start, end: sizes.at(-1)!.range.end },
    message: `The arms add up to ${listed} = ${String(total)}, not ${String(whole.value)}.`,
    reported: String(whole.value),
    expected: String(total),
    explanations: [
      ...(left ? ["The sentence tells of patients who left or were excluded."] : []),
      ...(few
        ? ["The arms may count those who were treated or analysed, the whole all who were randomised."]
        : []),
    ],
    related: sizes.map(({ range, n }) => ({ range, message: `Arm of ${String(n)}` })),
    severity: left || few ? "hint" : undefined,
  };
}

const WHOLE =
  /(?<![\d.,:/·-])\d{1,3}(?:[,\u2009\u00A0]\d{3})+(?![\d%])|(?<![\d.,:/·-])\d+(?![\d.:/·%,]*\d|\s?%)/g;

function bracketed({ range, ranges }: GroupSizeStatement, context: Context): boolean {
  const at = ranges.n ?? range;
  return /[([]\s*n\s*=\s*$/i.test(context.text.slice(Math.max(0, at.start - 8), at.start));
}

const PEOPLE =
  /^(?:\s+(?!with\b|of\b|to\b|were\b)[\w-]+){0,3}?\s+(?:patients?|participants?|women|men|subjects?|adults?|children|infants?|individuals?|volunteers?|people|persons?|residents?|students?|mothers?|girls|boys|males?|females?)\b/i;

/** The last whole number before the arms that counts people: "214 healthy women". */
function lastWhole(text: string, offset: number, before: number): Whole | null {
  let whole: Whole | null = null;
  for (const match of text.matchAll(WHOLE)) {
    const start = offset + match.index;
    if (start >= before) break;
    const end = match.index + match[0].length;
    if (!PEOPLE.test(text.slice(end, end + 60))) continue;
    whole = { value: Number(match[0].replace(/\D/g, "")), range: { start, end: offset + end } };
  }
  return whole;
}

/** Whether some of the arms in a row make the whole: two ways to divide it, told one after the other. */
function dividedTwice(sizes: readonly GroupSizeStatement[], whole: number): boolean {
  let sum = 0;
  for (const { n } of sizes) {
    sum += n;
    if (sum === whole) return true;
  }
  return false;
}

/** Whether "or placebo" follows the sized arms without a size of its own. */
function unsizedArm(text: string, sizes: readonly GroupSizeStatement[], offset: number): boolean {
  const end = sizes.at(-1)!.range.end - offset;
  const start = sizes[0]!.range.start - offset;
  const between = text.slice(start, end);
  const separators = between.match(/,\s|;\s|\bor\b|\band\b|\bversus\b|\bvs\b/g)?.length ?? 0;
  return (
    separators > 2 * sizes.length ||
    /^\s*[)\]]?\s*,?\s*(?:or|and)\s+(?!(?:were|was|who|the study|followed))[\w-]+(?:\s[\w-]+){0,3}\s*[.;]/.test(
      text.slice(end),
    )
  );
}

const RESPONSES: ReadonlySet<string> = new Set(["CR", "PR", "SD", "PD"]);

/** Complete and partial response, stable and progressive disease exclude each other. */
function* responses(context: Context): Iterable<Contradiction> {
  const parts = new Map<string, ProportionStatement[]>();
  for (const statement of context.of("proportion")) {
    const code = statement.outcome?.code;
    if (code === undefined || !RESPONSES.has(code) || statement.percent === null || statement.group === null)
      continue;
    const key = `${String(context.sentenceIndex(statement.range.start))} ${statement.group.id ?? statement.group.text}`;
    parts.set(key, [...(parts.get(key) ?? []), statement]);
  }
  for (const all of parts.values()) {
    const codes = new Set(all.map(({ outcome }) => outcome?.code));
    const sum = all.reduce((total, { percent }) => total + (percent ?? 0), 0);
    if (codes.size !== all.length || sum <= 100 + all.length) continue;
    yield {
      about: all,
      range: { start: all[0]!.range.start, end: all.at(-1)!.range.end },
      message: `Response categories of one group add up to ${sum.toFixed(1)}%.`,
      reported: `${sum.toFixed(1)}%`,
      expected: "at most 100%",
      explanations: [],
    };
  }
}
