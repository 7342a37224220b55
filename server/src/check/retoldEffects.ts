/** Effects told twice in other words, of which one does not agree with itself. */
import { gap } from "../statistics/bounds.js";
import { made } from "./context.js";
import type { Context, OfKind } from "./context.js";
import { centre, coherent, printedEffect } from "./effect.js";
import { groupKey, otherOutcome, outcomeKey, ownResult, partOf, populationKey } from "./matter.js";
import { ENOUGH, ENOUGH_WITHIN } from "./retold.js";
import type { Retold } from "./retold.js";

type Effect = OfKind<"effect">;
type Field = "value" | "low" | "high";
const TRIPLE = ["value", "low", "high"] as const;

/** What an effect is found by where one of its three numbers is another. */
interface Side {
  readonly keys: readonly (string | null)[];
  readonly digits: readonly number[];
  readonly coherent: boolean;
  /** Whether the estimate is outside its interval, or further from its middle than another method brings it. */
  readonly off: boolean;
}

/** Part of its size by which an estimate is off. */
const OFF = 0.02;

/**
 * Pairs that agree in two of estimate and bounds, one of which is in the middle of its interval and the other is not. Different results that share two
 * numbers by chance are both in the middle of theirs, so that the outcome may be told in other words, as from abstract to results, or not be told in
 * one of the two places. With one digit more in common, p included, the words for outcome and group need not agree at all.
 */
export function* retoldIncoherent(context: Context): Iterable<Retold> {
  const { statements, notes } = context.listed("effect");
  const sides = statements.map((statement, i) => made(notes[i]!, sideOf, () => sideOf(statement)));
  for (const [k, field] of TRIPLE.entries()) {
    const right = new Map<string, number>();
    sides.forEach((side, i) => {
      const key = side?.keys[k];
      if (side?.coherent === true && key != null && !right.has(key)) right.set(key, i);
    });
    for (const [i, side] of sides.entries()) {
      const other = side?.off === true ? right.get(side.keys[k] ?? "") : undefined;
      if (side === null || other === undefined) continue;
      const [here, there] = [statements[i]!, statements[other]!];
      if (differ(here, there, field) && alike(here, there, side.digits[k]!, context))
        yield { here, there, field };
    }
  }
}

function sideOf(statement: Effect): Side | null {
  const effect = printedEffect(statement);
  if (effect === null || effect.low.value === 0) return null;
  const { value, low, high } = effect;
  const numbers = { value, low, high };
  const others = (field: Field): Field[] => TRIPLE.filter((one) => one !== field);
  const { measure, adjusted, interval } = statement;
  const what = `${measure} ${String(adjusted)} ${String(interval?.level ?? 95)}`;
  return {
    keys: TRIPLE.map((field) => [what, ...others(field).map((one) => numbers[one].value)].join("|")),
    digits: TRIPLE.map((field) =>
      others(field).reduce((sum, one) => sum + significant(statement.literal[one]), 0),
    ),
    coherent: coherent(effect),
    off:
      low.low > high.high ||
      gap(value, { low: low.low, high: high.high }) > 0 ||
      gap(value, centre(effect)) > OFF * Math.abs(value.value),
  };
}

/** How many digits a literal has that say something: not the zeros of 0.07. */
const significant = (literal = ""): number => literal.replace(/\D/g, "").replace(/^0+/, "").length;

/** Whether a number differs by more than rounding, and not in a sign that a dash may be. */
function differ(a: Effect, b: Effect, field: Field): boolean {
  const [one, two] = [printedEffect(a)?.[field], printedEffect(b)?.[field]];
  return one !== undefined && two !== undefined && gap(one, two) > 0 && one.value !== -two.value;
}

/** In different sentences, of one population, of groups and outcomes that may be the same; an outcome in equal words is `retoldIntervals`'s. */
function alike(a: Effect, b: Effect, digits: number, context: Context): boolean {
  if (context.sentenceIndex(a.range.start) === context.sentenceIndex(b.range.start)) return false;
  if (!ownResult(a, context) || !ownResult(b, context)) return false;
  const population = populationKey(a.population);
  if (population !== populationKey(b.population)) return false;
  const within = partOf(a, context) === partOf(b, context);
  if (digits < (within ? ENOUGH_WITHIN : ENOUGH)) return false;
  const [one, two] = [outcomeKey(a), outcomeKey(b)];
  const [first, second] = [groupKey(a), groupKey(b)];
  const agree = first === "" || second === "" || first === second;
  if (one === two && one !== "" && agree) return false;
  if (a.outcome?.code !== undefined && b.outcome?.code !== undefined && one !== two) return false;
  if (digits + digitsOfSameP(a, b) >= (within ? ENOUGH_WITHIN : ENOUGH) + 1) return true;
  return agree && one !== two && (one === "" || two === "" || !otherOutcome(a, b));
}

/** Significant digits of the p-value that both have; 0 where it is not one number. */
function digitsOfSameP(a: Effect, b: Effect): number {
  const same = a.p?.comparator === "=" && b.p?.comparator === "=" && a.p.value === b.p.value;
  return same ? significant(a.literal.p) : 0;
}
