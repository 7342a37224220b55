/** Results that a document tells more than once. */
import type { Statement } from "../extraction.js";
import type { Note } from "../recognise/reading.js";
import { gap } from "../statistics/bounds.js";
import type { Context, OfKind } from "./context.js";
import { groupKey, outcomeKey, ownResult, partOf, populationKey, qualifiersOf } from "./matter.js";
import { numberOf } from "./numbers.js";

/** Two places that tell one result, and the number in which they differ. */
export interface Retold {
  readonly here: Statement;
  readonly there: Statement;
  readonly field: "value" | "low" | "high" | "n" | "percent";
}

/** So many digits in two equal numbers do not meet by chance in two parts of a document; within one part it takes more. */
export const ENOUGH = 4;
export const ENOUGH_WITHIN = 6;

type WithInterval = OfKind<"effect" | "median" | "landmark" | "proportion">;

const sizeOf = (statement: WithInterval, field: Retold["field"]): unknown => {
  if (field === "low" || field === "high") return statement.interval?.[field];
  return statement.kind === "proportion" ? statement[field === "n" ? "n" : "percent"] : statement.value;
};

/** Estimates of one kind, outcome and population that agree in two of estimate and bounds and differ in the third. */
export function* retoldIntervals(context: Context): Iterable<Retold> {
  for (const kind of ["effect", "median", "landmark", "proportion"] as const) {
    const triple = tripleOf(kind);
    const { statements, notes } = context.listed(kind);
    for (const [i, field] of triple.entries()) {
      const keyOfField = (statement: WithInterval, k: number): string | null =>
        keysOf(statement, notes[k]!)[i] ?? null;
      for (const [there, here] of repeated<WithInterval>(statements, keyOfField))
        if (sameBut(field, triple, here, there, context)) yield { here, there, field };
    }
  }
}

/** Every later item of a key with the first that has it. */
function* repeated<T>(
  items: readonly T[],
  keyOf: (item: T, index: number) => string | null,
): Iterable<readonly [T, T]> {
  const first = new Map<string, T>();
  for (const [i, item] of items.entries()) {
    const key = keyOf(item, i);
    const other = key === null ? undefined : first.get(key);
    if (other !== undefined) yield [other, item];
    else if (key !== null) first.set(key, item);
  }
}

type Triple = readonly [Retold["field"], Retold["field"], Retold["field"]];

const tripleOf = (kind: WithInterval["kind"]): Triple => [
  kind === "proportion" ? "percent" : "value",
  "low",
  "high",
];

const othersOf = (field: Retold["field"], triple: Triple): [Retold["field"], Retold["field"]] =>
  triple.filter((other) => other !== field) as [Retold["field"], Retold["field"]];

const digitsOfBoth = (
  { literal }: WithInterval,
  [one, two]: readonly [Retold["field"], Retold["field"]],
): number => digitsOf(literal[one]) + digitsOf(literal[two]);

/** Whether two statements of one key differ in the third number and are about one matter. */
function sameBut(
  field: Retold["field"],
  triple: Triple,
  here: WithInterval,
  there: WithInterval,
  context: Context,
): boolean {
  return (
    differ(here, there, field, sizeOf) &&
    oneMatter(here, there, context) &&
    (digitsOfBoth(here, othersOf(field, triple)) >= ENOUGH_WITHIN ||
      partOf(here, context) !== partOf(there, context))
  );
}

/**
 * What the places that tell a statement's result are found by, with another value, another lower bound, another upper bound; the fourth is
 * that of an effect with another p, or of a single value. Null where it is not looked for.
 */
function keysOf(statement: WithInterval, note: Note): readonly (string | null)[] {
  return (note.keys ??= [
    ...(statement.interval === null ? [null, null, null] : intervalKeys(statement)),
    statement.kind === "effect" ? effectKey(statement) : keyOf(statement),
  ]);
}

/** Effects with the same estimate, bounds and measure, in the order of the first of each. */
export function sameEffects(context: Context): Iterable<readonly OfKind<"effect">[]> {
  const { statements, notes } = context.listed("effect");
  return groupedBy(statements, (statement, i) => keysOf(statement, notes[i]!)[3] ?? null).values();
}

function effectKey({ measure, value, interval, literal }: OfKind<"effect">): string | null {
  if (typeof interval?.low !== "number" || typeof interval.high !== "number") return null;
  // Few digits meet by chance: 1.2 (1.0–1.4) stands in many tables twice.
  if (digitsOf(literal.value) + digitsOf(literal.low) + digitsOf(literal.high) < 7) return null;
  return [measure, value, interval.low, interval.high].join(" ");
}

function intervalKeys(statement: WithInterval): (string | null)[] {
  const triple = tripleOf(statement.kind);
  const what =
    statement.kind === "effect" ? `${statement.measure} ${String(statement.adjusted)}` : ownUnit(statement);
  const matter = `${outcomeKey(statement)}|${populationKey(statement.population)}`;
  return triple.map((field) => {
    const others = othersOf(field, triple);
    if (
      digitsOfBoth(statement, others) < ENOUGH ||
      numberOf(statement, field, sizeOf(statement, field)) === null
    )
      return null;
    const [one, two] = others.map((other) => sizeOf(statement, other));
    return [what, statement.interval?.type, one, two, matter].join("|");
  });
}

function digitsOf(literal: string | undefined): number {
  let digits = 0;
  for (let i = 0; literal !== undefined && i < literal.length; i += 1) {
    const c = literal.charCodeAt(i);
    if (c >= 48 && c <= 57) digits += 1;
  }
  return digits;
}

function ownUnit(statement: WithInterval): string {
  if (statement.kind === "median") return statement.unit ?? "";
  return statement.kind === "landmark"
    ? `${String(statement.time?.value)} ${statement.time?.unit ?? ""}`
    : "";
}

/** Whether a number differs by more than rounding. */
function differ<S extends Statement, F extends string>(
  a: S,
  b: S,
  field: F,
  of: (statement: S, field: F) => unknown,
): boolean {
  const one = numberOf(a, field, of(a, field));
  const two = numberOf(b, field, of(b, field));
  // A dash before a number may be no minus sign.
  return one !== null && two !== null && gap(one, two) > 0 && one.value !== -two.value;
}

/** In different sentences, of one named outcome, with groups that do not differ, and levels that agree. */
function oneMatter(a: Statement, b: Statement, context: Context): boolean {
  if (context.sentenceIndex(a.range.start) === context.sentenceIndex(b.range.start)) return false;
  if (!ownResult(a, context) || !ownResult(b, context)) return false;
  if ((a.interval?.level ?? 95) !== (b.interval?.level ?? 95)) return false;
  return outcomeKey(a) !== "" && agree(groupKey(a), groupKey(b));
}

/** Equal, or one of the two is not named. */
const agree = (a: string, b: string): boolean => a === "" || b === "" || a === b;

type Single = "median" | "landmark" | "proportion";

/**
 * Medians, rates at a time and shares of one outcome, group and population that two parts of the document give differently, each part one
 * value only and in sentences that qualify it alike.
 */
export function* retoldValues(context: Context): Iterable<Retold> {
  const pairs = groupedBy([...differing(context)], ({ here, there }) =>
    [here, there].map(({ range }) => context.sentenceIndex(range.start)).join(" "),
  );
  // A misprint changes one number; two sentences that differ in several tell different things in like words.
  for (const [only, ...others] of pairs.values()) if (only !== undefined && others.length === 0) yield only;
}

function* differing(context: Context): Iterable<Retold> {
  for (const kind of ["median", "landmark", "proportion"] as const) {
    // What one part alone tells needs no look at the words of its sentences.
    const { statements, notes } = context.listed(kind);
    const keyed = groupedBy(statements, (statement, i) => keysOf(statement, notes[i]!)[3] ?? null);
    for (const told of keyed.values()) {
      if (told.length < 2) continue;
      const parts = new Set(told.map((statement) => partOf(statement, context)));
      if (parts.size < 2) continue;
      const own = told.filter((statement) => ownResult(statement, context));
      const matters = groupedBy(own, (one) => qualifiersOf(one, context, kind === "proportion"));
      for (const matter of matters.values())
        yield* contradictory([...groupedBy(matter, (one) => partOf(one, context)).values()]);
    }
  }
}

/** In the order of the first of each; what has no key is left out. */
function groupedBy<T, K>(
  items: readonly T[],
  keyOf: (item: T, index: number) => K | null,
): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const [i, item] of items.entries()) {
    const key = keyOf(item, i);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/** Null where outcome or group are not named, or the value is no number. */
function keyOf(statement: OfKind<Single>): string | null {
  const outcome = outcomeKey(statement);
  const group = groupKey(statement);
  const own = outcome === "" || group === "" ? null : ownKey(statement);
  return own === null ? null : [own, outcome, group, populationKey(statement.population)].join("|");
}

function ownKey(statement: OfKind<Single>): string | null {
  switch (statement.kind) {
    case "median":
      return statement.unit === null || statement.value === "NR" || /follow/i.test(outcomeKey(statement))
        ? null
        : statement.unit;
    case "landmark":
      return statement.time === null ? null : `${String(statement.time.value)} ${statement.time.unit}`;
    case "proportion":
      return statement.n === null ? null : `of ${String(statement.N ?? statement.denominator?.value ?? NaN)}`;
  }
}

const fieldOf = (statement: OfKind<Single>): "value" | "n" =>
  statement.kind === "proportion" ? "n" : "value";

/** The first two parts that each tell one value, where these differ. */
function* contradictory(parts: readonly (readonly OfKind<Single>[])[]): Iterable<Retold> {
  const told = parts.filter((part) => new Set(part.map(valueOf)).size === 1).map((part) => part[0]!);
  const [there] = told;
  if (there === undefined || told.length < parts.length) return;
  const field = fieldOf(there);
  for (const here of told.slice(1)) if (differ(here, there, field, valueOf)) yield { here, there, field };
}

const valueOf = (statement: OfKind<Single>): unknown =>
  statement.kind === "proportion" ? statement.n : statement.value;
