import type { LandmarkStatement } from "../../extraction.js";
import type { Context } from "../context.js";
import { groupKey, outcomeKey, ownResult, partOf, populationKey, qualifiersOf } from "../matter.js";
import { numberOf } from "../numbers.js";
import type { Contradiction, Rule, RulePage } from "../rule.js";

export const page: RulePage = {
  title: "Survival that rises over time",
  reference: "A survival function never increases.",
  what: "A later survival rate of the same group is above an earlier one.",
  formula: "S(t₂) − ½ ulp > S(t₁) + ½ ulp for t₂ > t₁, same outcome, group and population",
  example: {
    text: "1-, 2- and 3-year overall survival was 81%, 46% and 58%",
    why: "Nobody returns between year 2 and year 3.",
  },
  silent: [
    "cumulative incidence, mortality, recurrence, relapse or another quantity that grows with time",
    "their groups, outcomes or populations differ; or they stand in different sentences, and the group is not named, another part of the document tells one of them, a time is told twice, the sentences qualify them differently (grade, cut-off, model, reader, subgroup), or one is assumed, expected or of another study",
    "a group does not have every time of the sentence exactly once, or the rates are conditional on having survived so far",
  ],
};

export const landmarkNotMonotone: Rule = {
  id: "landmark-not-monotone",
  defaultSeverity: "warning",
  *check(context) {
    const seen = new Set<string>();
    for (const statement of context.of("landmark")) {
      const key = String(context.sentenceIndex(statement.range.start));
      if (seen.has(key)) continue;
      seen.add(key);
      yield* inSentence(statement, context);
    }
    yield* acrossSentences(context);
  },
};

const MONTHS: Readonly<Record<string, number>> = {
  hour: 1 / 730.5,
  day: 1 / 30.4375,
  week: 1 / 4.348,
  month: 1,
  year: 12,
};
const GROWING =
  /incidence|mortality|death|recurren|relapse|failure|progression(?!-| free)|event rate|respon|complication|remission|cure|clearance|healing|discontinu/i;
/** "Patients alive at 2 years had an 82% chance of …" starts a curve anew. */
const CONDITIONAL =
  /\bconditional\b|\bwithout (?:disease )?(?:progression|relapse|recurrence)\b|\bwho (?:were alive|survived|remained)\b/i;
const FALLING = /surviv|free|\b(?:OS|[PDREM]FS|TTP)\b|patency|retention/i;

function* inSentence(first: LandmarkStatement, context: Context): Iterable<Contradiction> {
  const curves = new Map<string, LandmarkStatement[]>();
  for (const statement of context.inSentenceOf(first.range)) {
    if (statement.kind !== "landmark" || !falls(statement, context)) continue;
    const { outcome, group, population } = statement;
    const key = [outcome?.code ?? outcome?.text ?? "", group?.id ?? group?.text ?? "", population ?? ""].join(
      "|",
    );
    curves.set(key, [...(curves.get(key) ?? []), statement]);
  }
  for (const [key, curve] of curves) {
    if (!complete(key, curves)) continue;
    const sorted = [...curve].sort((a, b) => months(a) - months(b));
    for (const [i, later] of sorted.entries()) {
      const earlier = sorted[i - 1];
      const found = earlier === undefined ? null : rise(earlier, later, context);
      if (found !== null) yield found;
    }
  }
}

/**
 * Rates that different sentences of one part tell of a named group, each time once, under the same qualifying words.
 */
function* acrossSentences(context: Context): Iterable<Contradiction> {
  const curves = new Map<string, LandmarkStatement[]>();
  for (const statement of context.of("landmark")) {
    if (groupKey(statement) === "" || !falls(statement, context) || !ownResult(statement, context)) continue;
    const key = [
      partOf(statement, context),
      outcomeKey(statement),
      groupKey(statement),
      populationKey(statement.population),
      qualifiersOf(statement, context, false),
    ].join("|");
    curves.set(key, [...(curves.get(key) ?? []), statement]);
  }
  for (const curve of curves.values()) {
    if (new Set(curve.map(months)).size < curve.length) continue;
    const sorted = [...curve].sort((a, b) => months(a) - months(b));
    for (const [i, later] of sorted.entries()) {
      const earlier = sorted[i - 1];
      if (earlier === undefined || sameSentence(earlier, later, context)) continue;
      const found = rise(earlier, later, context);
      if (found !== null) yield found;
    }
  }
}

const sameSentence = (a: LandmarkStatement, b: LandmarkStatement, context: Context): boolean =>
  context.sentenceIndex(a.range.start) === context.sentenceIndex(b.range.start);

/**
 * Whether every curve of an outcome has each of its times exactly once. "83% and 61% at 5 years, 66% and 47% at 10",
 * read with a group missing, gives curves with gaps, and those say nothing.
 */
function complete(key: string, curves: ReadonlyMap<string, readonly LandmarkStatement[]>): boolean {
  const [outcome] = key.split("|");
  const same = [...curves]
    .filter(([other]) => other.split("|")[0] === outcome)
    .map(([, curve]) => curve.map(months));
  const times = new Set(same.flat()).size;
  return same.every((own) => own.length === times && new Set(own).size === times);
}

function falls({ outcome, range }: LandmarkStatement, context: Context): boolean {
  if (outcome === null || CONDITIONAL.test(context.sentenceText(range))) return false;
  const words = `${outcome.code ?? ""} ${outcome.text}`;
  if (!FALLING.test(words) || GROWING.test(outcome.text.replace(/[\w-]+[- ]free/gi, ""))) return false;
  return !/cumulative incidence/i.test(
    outcome.range === undefined ? "" : context.around(outcome.range, 30, 30),
  );
}

function months({ time }: LandmarkStatement): number {
  return time === null ? NaN : time.value * (MONTHS[time.unit] ?? NaN);
}

function rise(earlier: LandmarkStatement, later: LandmarkStatement, context: Context): Contradiction | null {
  const before = numberOf(earlier, "value", earlier.value);
  const after = numberOf(later, "value", later.value);
  if (before === null || after === null || !(months(later) > months(earlier)) || after.low <= before.high)
    return null;
  const at = ({ time }: LandmarkStatement): string => `${String(time?.value)} ${time?.unit ?? ""}s`;
  const from = earlier.literal.value ?? String(earlier.value);
  const to = later.literal.value ?? String(later.value);
  return {
    about: [later, earlier],
    range: later.range,
    message: `Survival rises from ${from}% at ${at(earlier)} to ${to}% at ${at(later)}.`,
    reported: `${to}%`,
    expected: `at most ${from}%`,
    explanations: riseReasons(earlier, later, context),
    related: [{ range: earlier.range, message: `${from}% at ${at(earlier)}` }],
  };
}

/** Another group of either sentence with whose rates no curve would rise, and what an exchange of the two would give. */
function riseReasons(earlier: LandmarkStatement, later: LandmarkStatement, context: Context): string[] {
  const from = earlier.literal.value ?? "";
  const to = later.literal.value ?? "";
  const reasons: string[] = [];
  for (const other of [...context.inSentenceOf(earlier.range), ...context.inSentenceOf(later.range)]) {
    if (other.kind !== "landmark" || other.id === earlier.id || other.id === later.id) continue;
    if (typeof other.value !== "number" || typeof later.value !== "number" || other.value < later.value)
      continue;
    if (months(other) !== months(earlier)) continue;
    const whose = other.group === null ? "" : ` of ${other.group.text}`;
    reasons.push(
      `${to}% would go with the ${other.literal.value ?? String(other.value)}% at the same earlier time${whose}.`,
    );
    break;
  }
  const curve = context
    .of("landmark")
    .filter((s) => outcomeKey(s) === outcomeKey(later) && groupKey(s) === groupKey(later));
  if (curve.length === 2) reasons.push(`Exchanged, ${to}% and then ${from}%, the two would fall.`);
  return reasons;
}
