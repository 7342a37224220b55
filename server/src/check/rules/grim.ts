import type { MeanStatement } from "../../extraction.js";
import type { Bounds } from "../../statistics/bounds.js";
import { printedAs } from "../../statistics/printed.js";
import type { Context } from "../context.js";
import { INCOMPLETE } from "../counted.js";
import { fixed } from "../format.js";
import { always, shown, weighed } from "../reasons.js";
import type { Contradiction, Rule, RulePage } from "../rule.js";

export const page: RulePage = {
  title: "Mean that no whole numbers give",
  reference: "Brown & Heathers 2017, Social Psychological and Personality Science 8:363 (GRIM).",
  what: "A mean of whole numbers of n people is a multiple of 1/n. The printed one is not, for the size of its group.",
  formula: "no integer k has |k/n − mean| ≤ ½·10^−d",
  example: {
    text: "mean number of falls 2.37 (n = 19)",
    why: "45/19 is 2.368 and fits 2.37; but 2.34 would lie between 44/19 = 2.316 and 45/19.",
  },
  silent: [
    "the outcome is not plainly a number of something counted",
    "the group has no size of its own, or n ≥ 10^d, where every mean is possible",
    "adjusted, least-squares or model-based means",
    "hint only: another number of people that the document names gives the mean, or the sentence says that not everybody has a value",
  ],
};

export const grim: Rule = {
  id: "grim",
  defaultSeverity: "information",
  check: (context, bit) => context.each("mean", bit, contradiction),
};

const COUNTED = /\bnumber of\b|\bcounts? of\b|\bno\. of\b/i;
const MODELLED =
  /\b(?:adjusted|least[- ]squares?|LS mean|estimated|model\w*|weighted|imput\w*|change|per (?:month|week|year|day))\b/i;

function contradiction(statement: MeanStatement, context: Context): Contradiction | null {
  const printed = printedAs(statement.literal.value, statement.value);
  if (printed === null || printed.decimals < 1) return null;
  const { outcome } = statement;
  const words = outcome?.range === undefined ? (outcome?.text ?? "") : context.around(outcome.range, 12, 0);
  if (!COUNTED.test(words) || MODELLED.test(context.sentenceText(statement.range))) return null;
  const group = context.reading.groups.find(({ id }) => id === statement.group?.id);
  const n = group?.n;
  if (n === undefined || n >= 10 ** printed.decimals || possibleFor(printed, n)) return null;
  const low = Math.ceil(printed.low * n - 1e-9);
  const others = context.denominators.sizes.filter(
    (size) => size < n && size > n / 2 && possibleFor(printed, size),
  );
  const literal = statement.literal.value ?? "";
  const expected = `${fixed((low - 1) / n, printed.decimals)} or ${fixed(low / n, printed.decimals)}`;
  return {
    about: [statement],
    range: statement.range,
    message: `No whole numbers of ${String(n)} people have a mean of ${literal}; the nearest are ${expected}.`,
    reported: literal,
    expected,
    ...weighed(
      [
        ...(others.length > 0
          ? [
              shown(
                `The mean is possible for ${others.slice(-2).join(" or ")} people, a number that the document names.`,
              ),
            ]
          : []),
        ...(INCOMPLETE.test(context.sentenceText(statement.range))
          ? [shown("Not everybody has a value, as the sentence says, so that n is smaller here.")]
          : [always("Some people may have no value, so that n is smaller here.")]),
        always("The mean may be of values that are not whole."),
      ],
      context.tolerance,
    ),
    related: (group?.ranges ?? [])
      .slice(0, 1)
      .map((range) => ({ range, message: `The group's size used, ${String(n)}` })),
  };
}

/** Whether whole numbers of so many people can have the mean. */
function possibleFor({ low, high }: Bounds, n: number): boolean {
  return Math.ceil(low * n - 1e-9) <= high * n + 1e-9;
}
