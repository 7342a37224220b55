import type { MedianStatement, PValueStatement, Statement } from "../../extraction.js";
import { gap } from "../../statistics/bounds.js";
import type { Context } from "../context.js";
import { effectText, reportedP } from "../format.js";
import { numberOf, pOf } from "../numbers.js";
import { otherOutcome, populationKey, qualifiersOf } from "../matter.js";
import { retoldIntervals, retoldValues, sameEffects } from "../retold.js";
import { retoldIncoherent } from "../retoldEffects.js";
import type { Retold } from "../retold.js";
import type { Contradiction, Rule, RulePage } from "../rule.js";

export const page: RulePage = {
  title: "The same result reported differently",
  reference:
    "Pitkin, Branagan & Burmeister 1999, JAMA 281:1110: data in abstracts that differ from the article.",
  what: "A result that is told twice differs in one number: an estimate with the same interval or one bound of it, the p-value of the same estimate or of the same two medians, or a median, a rate at a time or a count of one outcome and group that two parts of the document give differently.",
  formula:
    "two of estimate, low and high equal (four digits together in two parts of the document, six within one) and the third apart by more than rounding, with the same outcome, or, of effects, an outcome that shares a word or is named once, or one digit more in common (with p), one estimate in the middle of its interval and the other not (by 2%); or value and interval equal and p apart; or outcome, group, population, time or total equal and the value apart",
  example: {
    text: "abstract: HR 0.63 (0.47–0.85; P = .002); results: HR 0.63 (0.47–0.85; P = .02)",
    why: "One of the two p-values is wrong.",
  },
  silent: [
    "the outcomes, groups, populations, time points, levels or units differ, or one of them names a population and the other does not; one estimate is adjusted and the other is not",
    "a value without an interval that stays has no named outcome or group, or its two sentences qualify it differently: grade, cut-off, subgroup, update, reader, model, kind of patients, for counts time as well",
    "a part of the document gives several values of that outcome and group, so that it is not known which of them is told again",
    "one stands in the methods or the background, is assumed, expected or of another study, or stands in a table",
    "the numbers are printed to different precision and agree",
    "another place of the same population reports the same as the first, or the two sentences differ in several values of the same outcome",
  ],
};

export const inconsistentWithinDocument: Rule = {
  id: "inconsistent-within-document",
  defaultSeverity: "warning",
  *check(context) {
    yield* effects(context);
    yield* medianComparisons(context);
    const told = [...retoldIntervals(context), ...retoldIncoherent(context), ...retoldValues(context)];
    for (const retold of told) yield differently(retold, context);
  },
};

function* effects(context: Context): Iterable<Contradiction> {
  for (const [first, ...rest] of sameEffects(context)) {
    for (const other of rest) {
      if (first === undefined || !sameMatter(first, other) || !apart(first, other, context)) continue;
      const message = `${effectText(other)} has ${reportedP(other)} here and ${reportedP(first)} elsewhere.`;
      yield contradiction(
        { here: other, there: first },
        [reportedP(other), reportedP(first)],
        message,
        context,
      );
    }
  }
}

/** One result with two values. */
function differently({ here, there, field }: Retold, context: Context): Contradiction {
  const what = here.outcome?.code ?? here.outcome?.text ?? "The result";
  const name = here.group === null ? what : `${what} of ${here.group.text}`;
  const told = (statement: Statement): string => valueText(statement, field);
  const message =
    here.kind === "effect" && there.kind === "effect"
      ? `${effectText(here)} here is ${effectText(there)} elsewhere: ${told(here)} and ${told(there)} stand beside the same numbers.`
      : `${name} is ${told(here)} here and ${told(there)} elsewhere.`;
  return contradiction({ here, there }, [told(here), told(there)], message, context);
}

/** The number that differs, with its unit or total; a bound is told by itself. */
function valueText(statement: Statement, field: Retold["field"]): string {
  const literal = statement.literal[field] ?? "";
  if (field === "low" || field === "high" || statement.kind === "effect") return literal;
  if (statement.kind === "median") return statement.unit === null ? literal : `${literal} ${statement.unit}s`;
  if (statement.kind === "landmark" || field === "percent") return `${literal.replace(/%$/, "")}%`;
  const total = statement.kind === "proportion" ? (statement.N ?? statement.denominator?.value) : undefined;
  return total === undefined ? literal : `${literal} of ${String(total)}`;
}

/** Whether both p-values stand in different sentences and cannot be roundings or bounds of one number. */
function apart(a: Statement, b: Statement, context: Context): boolean {
  // Two in one sentence are compared there: "p = .057 in all, p = .046 per protocol".
  if (context.sentenceIndex(a.range.start) === context.sentenceIndex(b.range.start)) return false;
  const one = pOf(a);
  const two = pOf(b);
  return one !== null && two !== null && gap(one.bounds, two.bounds) > 0;
}

function sameMatter(a: Statement, b: Statement): boolean {
  return populationKey(a.population) === populationKey(b.population) && !otherOutcome(a, b);
}

const ANALYSES: ReadonlySet<string> = new Set(["matched", "weighted", "itt", "pp"]);

interface Comparison {
  readonly p: PValueStatement;
  readonly first: MedianStatement;
  readonly second: MedianStatement;
}

/** The same two medians of one population, compared by p-values that differ. */
function* medianComparisons(context: Context): Iterable<Contradiction> {
  const byValues = new Map<string, Comparison[]>();
  for (const p of context.of("p-value")) {
    const [first, second, ...rest] = p.compares.map((id) => context.byId(id));
    if (first?.kind !== "median" || second?.kind !== "median" || rest.length > 0) continue;
    if (numberOf(first, "value", first.value) === null || numberOf(second, "value", second.value) === null)
      continue;
    const values = [first.value, second.value].map(String).sort().join(" ");
    const key = `${values}|${analysisOf(p, first, context)}`;
    byValues.set(key, [...(byValues.get(key) ?? []), { p, first, second }]);
  }
  for (const [one, ...others] of byValues.values()) {
    const two = others.find(({ first }) => one !== undefined && sameOutcome(one.first, first));
    if (one === undefined || two === undefined || !apart(one.p, two.p, context)) continue;
    if (others.some(({ p }) => !apart(one.p, p, context))) continue;
    const values = `${one.first.literal.value ?? ""} and ${one.second.literal.value ?? ""}`;
    const message = `The medians ${values} have ${reportedP(one.p)} here and ${reportedP(two.p)} elsewhere.`;
    yield contradiction(
      { here: one.p, there: two.p },
      [reportedP(one.p), reportedP(two.p)],
      message,
      context,
    );
  }
}

/** Unless both name a standard outcome and it is not the same one. */
function sameOutcome(a: Statement, b: Statement): boolean {
  return a.outcome?.code === undefined || b.outcome?.code === undefined || a.outcome.code === b.outcome.code;
}

/** The analysis that the whole sentence speaks of; what a comparison names last often stands at its end. */
function analysisOf(p: Statement, median: Statement, context: Context): string {
  const sentence = populationKey(context.sentenceText(p.range));
  return ANALYSES.has(sentence) ? sentence : populationKey(median.population);
}

function contradiction(
  { here, there }: Pick<Retold, "here" | "there">,
  [reported, expected]: readonly [string, string],
  message: string,
  context: Context,
): Contradiction {
  return {
    about: [here, there],
    range: here.range,
    message,
    reported,
    expected,
    explanations: reasonsOf(here, there, [reported, expected], context),
    related: [{ range: there.range, message: `${expected} here` }],
  };
}

/** Words that only one of the two sentences qualifies its result with; and how far apart the two are in print. */
function reasonsOf(
  here: Statement,
  there: Statement,
  [one, two]: readonly [string, string],
  context: Context,
): string[] {
  const reasons: string[] = [];
  const words = (statement: Statement): string[] =>
    qualifiersOf(statement, context, true).split("; ").filter(Boolean);
  const [own, others] = [words(here), words(there)];
  for (const [place, only] of [
    ["this sentence", own.filter((word) => !others.includes(word))],
    ["the other", others.filter((word) => !own.includes(word))],
  ] as const) {
    if (only.length > 0)
      reasons.push(`Only ${place} says “${only.slice(0, 3).join("”, “")}”: it may be of another analysis.`);
  }
  const apart = Array.from(one).filter((sign, i) => sign !== two[i]);
  if (one.length === two.length && apart.length === 1) reasons.push("They differ in one digit.");
  return reasons;
}
