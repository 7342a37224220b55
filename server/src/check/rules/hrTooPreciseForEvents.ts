import type { EffectStatement, ProportionStatement } from "../../extraction.js";
import { zOfLevel } from "../../statistics/normal.js";
import type { Context } from "../context.js";
import { printedEffect } from "../effect.js";
import { effectText } from "../format.js";
import { always, shown, weighed } from "../reasons.js";
import type { Contradiction, Rule, RulePage } from "../rule.js";

export const page: RulePage = {
  title: "Hazard ratio more precise than its events allow",
  reference: "Schoenfeld 1981; Parmar et al. 1998: the variance of ln HR of two arms is at least 4 / events.",
  what: "The interval of the hazard ratio is narrower than the events of the two arms allow.",
  formula: "4 / SE² at its smallest, SE = (ln U_hi − ln L_lo) / 2z, exceeds 1.15 × events",
  example: {
    text: "31 of 240 against 52 of 238 patients died (HR 0.57; 95% CI 0.49 to 0.66)",
    why: "That interval needs about 690 events; there were 83.",
  },
  silent: [
    "the sentence has not exactly one hazard ratio and two counts of events",
    "the hazard ratio is adjusted or per unit of a factor",
    "hint only: the sentence tells of weighted, imputed, matched or pooled data, or the counts are those of a time point",
  ],
};

export const hrTooPreciseForEvents: Rule = {
  id: "hr-too-precise-for-events",
  defaultSeverity: "warning",
  check: (context, bit) =>
    context.each("effect", bit, (statement) => {
      if (statement.measure !== "HR" || statement.adjusted) return null;
      const events = eventsOf(statement, context);
      return events === null ? null : contradiction(statement, events, context);
    }),
};

type Counts = readonly [ProportionStatement & { n: number }, ProportionStatement & { n: number }];

function eventsOf(effect: EffectStatement, context: Context): Counts | null {
  const sentence = context.inSentenceOf(effect.range);
  if (sentence.filter((s) => s.kind === "effect").length !== 1) return null;
  const counts = sentence.filter(
    (s): s is ProportionStatement & { n: number } => s.kind === "proportion" && s.n !== null,
  );
  const [a, b] = counts;
  if (a === undefined || b === undefined || counts.length !== 2 || a.range.start > effect.range.start)
    return null;
  const differ = a.group?.id !== undefined && b.group?.id !== undefined && a.group.id !== b.group.id;
  return differ && (a.outcome?.text ?? "") === (b.outcome?.text ?? "") ? [a, b] : null;
}

const WEIGHTED = /\b(?:weight(?:ed|ing)|iptw|imput\w*|pooled|meta-analy\w*|matched)\b/i;
const TIME_POINT =
  /\b(?:at|by|within|after) (?:the )?(?:\d+|one|two|three|five|six|twelve)[- ](?:days?|weeks?|months?|years?)\b|\b(?:\d+|one|two|three|five)-(?:day|week|month|year)\b/i;

function contradiction(statement: EffectStatement, [a, b]: Counts, context: Context): Contradiction | null {
  const effect = printedEffect(statement);
  if (effect === null || !(effect.low.low > 0)) return null;
  const se = Math.log(effect.high.high / effect.low.low) / (2 * zOfLevel(statement.interval?.level ?? 95));
  const needed = 4 / (se * se);
  const events = a.n + b.n;
  if (!(needed > 1.15 * events)) return null;
  const text = effectText(statement);
  return {
    about: [statement, a, b],
    range: statement.range,
    message: `${text} needs at least ${String(Math.round(needed))} events; the counts beside it are ${String(a.n)} + ${String(b.n)} = ${String(events)}.`,
    reported: text,
    expected: `an interval of at most ${String(events)} events`,
    ...weighed(
      [
        ...(WEIGHTED.test(context.sentenceText(statement.range))
          ? [
              shown(
                "The sentence tells of weighted, imputed or pooled data, which count for more than the events beside it.",
              ),
            ]
          : []),
        ...(TIME_POINT.test(context.around({ start: a.range.start, end: b.range.end }, 60, 30))
          ? [shown("The counts are those of a time point; the hazard ratio may be of all of follow-up.")]
          : []),
        always("The counts may be of another outcome or another time point."),
      ],
      context.tolerance,
    ),
    related: [a, b].map(({ range }) => ({ range, message: "Events used" })),
  };
}
