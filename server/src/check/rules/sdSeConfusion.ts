import type { MeanStatement } from "../../extraction.js";
import type { Bounds } from "../../statistics/bounds.js";
import { gap, quotient, exactly } from "../../statistics/bounds.js";
import { tUpperQuantile } from "../../statistics/quantiles.js";
import type { Context } from "../context.js";
import { fixed } from "../format.js";
import { intervalOf, numberOf } from "../numbers.js";
import { always, shown, weighed } from "../reasons.js";
import type { Contradiction, Rule, RulePage } from "../rule.js";

export const page: RulePage = {
  title: "Standard deviation and standard error confused",
  reference: "Altman & Bland 2005, BMJ 331:903, Standard deviations and standard errors.",
  what: "A value is labelled as standard deviation but is the standard error that goes with the printed interval, or the other way round.",
  formula:
    "SE = (U − L) / 2t(n − 1); the labelled value is not the one that its label says (SE or SE·√n) but is the other",
  example: {
    text: "mean 24.1 (SD 0.90; 95% CI 22.3 to 25.9; n = 64)",
    why: "The interval gives SE 0.90, so SD 7.2.",
  },
  silent: [
    "no interval, or no size of the group",
    "n below 4, where the two are close",
    "both or neither of the two readings fit",
    "hint only: the words beside it tell of a change, a difference, an adjusted mean or a model",
  ],
};

export const sdSeConfusion: Rule = {
  id: "sd-se-confusion",
  defaultSeverity: "warning",
  check: (context, bit) => context.each("mean", bit, contradiction),
};

const MODELLED = /\b(?:adjusted|least[- ]squares?|LS mean|model\w*|weighted|imput\w*|chang\w*|differ\w*)\b/i;

function contradiction(statement: MeanStatement, context: Context): Contradiction | null {
  const interval = intervalOf(statement, "CI");
  const label = statement.sd !== null ? "sd" : "se";
  const printed = numberOf(statement, label, statement[label]);
  if (interval === null || printed === null) return null;
  const n = context.reading.groups.find(({ id }) => id === statement.group?.id)?.n;
  if (n === undefined || n < 4) return null;
  const level = interval.interval.level ?? 95;
  const t = tUpperQuantile((1 - level / 100) / 2, n - 1);
  const width = {
    low: Math.max(0, interval.high.low - interval.low.high),
    high: interval.high.high - interval.low.low,
  };
  const se = quotient(width, exactly(2 * t));
  const sd = { low: se.low * Math.sqrt(n), high: se.high * Math.sqrt(n) };
  const [own, other] = label === "sd" ? [sd, se] : [se, sd];
  if (far(printed, own) < 0.5 || far(printed, other) > 0.05) return null;
  const literal = statement.literal[label] ?? "";
  const middle = (own.low + own.high) / 2;
  const expected = `${label.toUpperCase()} ${fixed(middle, Math.max(1, printed.decimals))}`;
  return {
    about: [statement],
    range: statement.range,
    message: `${label.toUpperCase()} ${literal} is the ${label === "sd" ? "standard error" : "standard deviation"}: the interval of ${String(n)} people gives ${expected}.`,
    reported: `${label.toUpperCase()} ${literal}`,
    expected,
    ...weighed(
      [
        MODELLED.test(context.around(statement.range, 120, 60))
          ? shown(
              "The words beside it tell of a change, an adjusted mean or a model, whose interval is not made of this SD or SE.",
            )
          : always("The interval may be of a change or from a model."),
      ],
      context.tolerance,
    ),
  };
}

/** Distance as a share of the expected value. */
function far(printed: Bounds, expected: Bounds): number {
  return gap(printed, expected) / Math.max(1e-12, Math.abs(expected.high));
}
