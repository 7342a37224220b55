/** Sizes of the arms that a sentence names against the number that it says was randomised. */
import type { GroupSizeStatement, Range } from "../extraction.js";
import type { Context } from "./context.js";
import type { Contradiction } from "./rule.js";

const RANDOMISED = /\b(?:randomi[sz]ed|randomly|allocated|assigned)\b/i;
const LEFT =
  /\b(?:withdr\w*|exclu\w*|lost|declin\w*|discontinu\w*|not (?:receive|treated|included)|never|dropped|ineligible|eligible|screened|missing|completed|analy[sz]ed|evaluable|assessable|assessed)\b/i;

const OVERLAPPING =
  /\boverlap\w*|\bcross(?:ed)?[- ]?over|\b(?:to|received|got|in|of) both\b(?! (?:arms|groups|sexes))/i;

interface Size {
  readonly n: number;
  readonly range: Range;
  /** Where the words on this arm end. */
  readonly end: number;
}

/** What the arms of the first statement's sentence contradict; null where they add up or nothing is sure. */
export function armsOf(first: GroupSizeStatement, context: Context): Contradiction | null {
  const sentence = context.sentenceRange(first.range);
  // A "sentence" of such length is a table.
  if (sentence.end - sentence.start > 1500) return null;
  const text = context.text.slice(sentence.start, sentence.end);
  if (!RANDOMISED.test(text) || OVERLAPPING.test(text)) return null;
  const inBrackets = bracketed(first, context);
  const sizes = inBrackets.length > 1 ? inBrackets : assigned(text, sentence.start);
  const [arm] = sizes;
  if (arm === undefined || sizes.length < 2) return null;
  const whole = lastWhole(text, sentence.start, arm.range.start);
  const total = sizes.reduce((sum, { n }) => sum + n, 0);
  // Arms that are far from the whole are those of one of several trials, or doses of one arm.
  if (whole === null || Math.abs(total / whole.n - 1) > 0.25) return null;
  if (whole.n === total || whole.n < Math.max(...sizes.map(({ n }) => n))) return null;
  const numbers = [...text.matchAll(WHOLE)].map((match) => Number(match[0].replace(/\D/g, "")));
  if (numbers.includes(total) || dividedTwice(sizes, whole.n) || unsizedArm(text, sizes, sentence.start))
    return null;
  const listed = sizes.map(({ n }) => String(n)).join(" + ");
  const few = total < whole.n && whole.n - total <= 0.01 * whole.n;
  const left = LEFT.test(text);
  const named = context
    .inSentenceOf(first.range)
    .filter((one) => sizes.some(({ range }) => range.start < one.range.end && one.range.start < range.end));
  return {
    about: named.length > 0 ? named : [first],
    range: { start: whole.range.start, end: sizes.at(-1)!.range.end },
    message: `The arms add up to ${listed} = ${String(total)}, not ${String(whole.n)}.`,
    reported: String(whole.n),
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

const NUMBER = String.raw`(?<![\d.,:/·-])(?:\d{1,3}(?:[,\u2009\u00A0]\d{3})+(?![\d%])|\d+(?![\d.:/·%,]*\d|\s?%))`;

const WHOLE = new RegExp(NUMBER, "g");

/** Arms with their sizes in brackets: "to yoga (n = 107) or usual care (n = 108)"; none where two are of one group. */
function bracketed(first: GroupSizeStatement, context: Context): Size[] {
  const sizes = context
    .inSentenceOf(first.range)
    .filter((s): s is GroupSizeStatement => s.kind === "group-size" && inBracket(s, context));
  if (new Set(sizes.map((s) => s.group?.id ?? s.id)).size < sizes.length) return [];
  return sizes.map(({ n, range }) => ({ n, range, end: range.end }));
}

function inBracket({ range, ranges }: GroupSizeStatement, context: Context): boolean {
  const at = ranges.n ?? range;
  return /[([]\s*n\s*=\s*$/i.test(context.text.slice(Math.max(0, at.start - 8), at.start));
}

const PERSON =
  "(?:patients?|participants?|women|men|subjects?|adults?|children|infants?|individuals?|volunteers?|people|persons?|residents?|students?|mothers?|girls|boys|males?|females?)";

/** "30 patients (49%) were randomly assigned to the short course", "31 in the long-course arm"; "31 in the long-course arm fell" are no arm. */
const ARM = new RegExp(
  `${NUMBER}(?:\\s[\\w-]+){0,2}?(?:\\s${PERSON})?(?:\\s[([]\\d[\\d.·]*\\s?%[)\\]])?(?:\\s(?:were|was))?(?:\\s(?:randomly\\s)?(?:assigned|allocated|randomi[sz]ed))?\\s(?:to\\s(?:the\\s|an?\\s)?[^\\d,;.()[\\]]{3,70}?|in(?:to)?\\s[^\\d,;.()[\\]]{3,60}?(?:group|arm|cohort)(?:\\s[A-Z\\d]{1,3})?)(?=[,;.)\\]]|\\s[([]|\\s(?:and|or|vs\\.?|versus)\\s\\d|$)`,
  "g",
);

/** What stands between two arms of one list. */
const LISTED = /^(?:\s?[([][^()[\]]*[)\]])?[,;]?\s(?:(?:and|or|vs\.?|versus)\s)?$/;

/** The first list of arms with their sizes before them. */
function assigned(text: string, offset: number): Size[] {
  let sizes: Size[] = [];
  for (const match of text.matchAll(ARM)) {
    const last = sizes.at(-1);
    if (last !== undefined && !LISTED.test(text.slice(last.end - offset, match.index))) {
      if (sizes.length > 1) return sizes;
      sizes = [];
    }
    const [digits = ""] = /^[\d,\u2009\u00A0]*\d/.exec(match[0]) ?? [];
    const start = offset + match.index;
    sizes.push({
      n: Number(digits.replace(/\D/g, "")),
      range: { start, end: start + digits.length },
      end: start + match[0].length,
    });
  }
  return sizes;
}

const PEOPLE = new RegExp(`^(?:\\s+(?!with\\b|of\\b|to\\b|were\\b)[\\w-]+){0,3}?\\s+${PERSON}\\b`, "i");

/** The last whole number before the arms that counts people: "214 healthy women". */
function lastWhole(text: string, offset: number, before: number): Omit<Size, "end"> | null {
  let whole: Omit<Size, "end"> | null = null;
  for (const match of text.matchAll(WHOLE)) {
    const start = offset + match.index;
    if (start >= before) break;
    const end = match.index + match[0].length;
    if (!PEOPLE.test(text.slice(end, end + 60))) continue;
    whole = { n: Number(match[0].replace(/\D/g, "")), range: { start, end: offset + end } };
  }
  return whole;
}

/** Whether some of the arms in a row make the whole: two ways to divide it, told one after the other. */
function dividedTwice(sizes: readonly Size[], whole: number): boolean {
  let sum = 0;
  for (const { n } of sizes) {
    sum += n;
    if (sum === whole) return true;
  }
  return false;
}

/** Whether "or placebo" follows the sized arms without a size of its own. */
function unsizedArm(text: string, sizes: readonly Size[], offset: number): boolean {
  const end = sizes.at(-1)!.end - offset;
  const between = text.slice(sizes[0]!.range.start - offset, end);
  const separators = between.match(/,\s|;\s|\bor\b|\band\b|\bversus\b|\bvs\b/g)?.length ?? 0;
  return (
    separators > 2 * sizes.length ||
    /^\s*[)\]]?\s*,?\s*(?:or|and)\s+(?!(?:were|was|who|the study|followed))[\w-]+(?:\s[\w-]+){0,3}\s*[.;]/.test(
      text.slice(end),
    )
  );
}
