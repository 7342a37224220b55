/** Two arms of one study side by side: events of so many people, or means with their standard deviations. */
import type { Group, MeanStatement, ProportionStatement, Statement } from "../extraction.js";
import type { ReviewStudy } from "../review/review.js";

/** People with the outcome, of all people of the arm. */
export interface Counts {
  readonly label: string;
  readonly cases: number;
  readonly n: number;
}

export interface Mean {
  readonly label: string;
  readonly mean: number;
  readonly sd: number;
  readonly n: number;
}

export interface Pair<Arm> {
  readonly study: { readonly id: string; readonly year: number | null };
  readonly outcome: string;
  readonly population: string | null;
  /** Of means; null for counts. */
  readonly unit: string | null;
  readonly experimental: Arm;
  readonly control: Arm;
  /** What was not printed beside the values themselves. */
  readonly notes: readonly string[];
}

/**
 * Pairs of arms with counts. A pair is given only where it is beyond doubt: one value for each of two groups of
 * the document (or for its one experimental and its one control group) of the same outcome and population. A
 * second value of a group, as at a second time point, makes it doubtful.
 */
export function countPairs(review: Studies): Generator<Pair<Counts>> {
  return pairsOf(review, (statement, group): Reading<Counts> | null => {
    if (statement.kind !== "proportion" || statement.n === null) return null;
    const n = totalOf(statement, group);
    if (n === undefined || statement.n > n) return null;
    const notes = statement.N === null ? [`N of ${group.label} is the group's size`] : [];
    return { unit: null, arm: { label: group.label, cases: statement.n, n }, notes };
  });
}

/** Pairs of arms with means; the number of people is the group's. See `countPairs`. */
export function meanPairs(review: Studies): Generator<Pair<Mean>> {
  return pairsOf(review, (statement, group): Reading<Mean> | null => {
    if (statement.kind !== "mean" || group.n === undefined) return null;
    const sd = deviationOf(statement, group.n);
    if (sd === null) return null;
    const arm = { label: group.label, mean: statement.value, sd, n: group.n };
    const fromSe = statement.sd === null ? [`SD of ${group.label} is SE * sqrt(n)`] : [];
    return { unit: statement.unit, arm, notes: [`N of ${group.label} is the group's size`, ...fromSe] };
  });
}

type Studies = { readonly studies: Iterable<ReviewStudy> };
type Read<Arm> = (statement: Statement, group: Group) => Reading<Arm> | null;

function* pairsOf<Arm>({ studies }: Studies, read: Read<Arm>): Generator<Pair<Arm>> {
  for (const study of studies) yield* pairs(study, read);
}

interface Reading<Arm> {
  readonly unit: string | null;
  readonly arm: Arm;
  readonly notes: readonly string[];
}

interface Candidates<Arm> {
  readonly outcome: string;
  readonly population: string | null;
  /** By the group's id; null where the group has several values. */
  readonly arms: Map<string, Reading<Arm> | null>;
}

function pairs<Arm>(study: ReviewStudy, read: Read<Arm>): Pair<Arm>[] {
  const sets = new Map<string, Candidates<Arm>>();
  for (const { statement, decision } of study.statements) {
    const outcome = statement.outcome?.code ?? statement.outcome?.text;
    const group = study.groups.find(({ id }) => id === statement.group?.id);
    if (decision === "rejected" || outcome === undefined || group === undefined) continue;
    const reading = read(statement, group);
    if (reading === null) continue;
    const { population } = statement;
    const key = JSON.stringify([outcome.toLowerCase(), population, reading.unit]);
    const set = sets.get(key) ?? { outcome, population, arms: new Map<string, Reading<Arm> | null>() };
    sets.set(key, set);
    const known = set.arms.get(group.id);
    const isRepeated = known !== undefined && JSON.stringify(known) !== JSON.stringify(reading);
    set.arms.set(group.id, isRepeated ? null : reading);
  }
  return [...sets.values()].flatMap((set) => pairOf(study, set) ?? []);
}

function pairOf<Arm>(study: ReviewStudy, { outcome, population, arms }: Candidates<Arm>): Pair<Arm> | null {
  const groups = study.groups.filter(({ id }) => arms.has(id));
  const sides = sidesOf(groups);
  if (sides === null) return null;
  const [experimental, control] = [arms.get(sides.experimental.id), arms.get(sides.control.id)];
  if (experimental == null || control == null) return null;
  return {
    // Not the study itself, which is much to hold for a corpus.
    study: { id: study.id, year: study.study.year ?? null },
    outcome,
    population,
    unit: experimental.unit,
    experimental: experimental.arm,
    control: control.arm,
    notes: [...(sides.note === null ? [] : [sides.note]), ...experimental.notes, ...control.notes],
  };
}

/** The one experimental and the one control group; of just two groups without roles the first is experimental. */
function sidesOf(
  groups: readonly Group[],
): { experimental: Group; control: Group; note: string | null } | null {
  const withRole = (role: Group["role"]): Group[] => groups.filter((group) => group.role === role);
  const [[experimental, second], [control, third]] = [withRole("experimental"), withRole("control")];
  if (second !== undefined || third !== undefined) return null;
  if (experimental !== undefined && control !== undefined) return { experimental, control, note: null };
  const [one, other, more] = groups;
  if (one === undefined || other === undefined || more !== undefined) return null;
  if (groups.some(({ role }) => role === "total" || role === "subgroup")) return null;
  const isTurned = one === control || other === experimental;
  const known = experimental ?? control;
  return {
    experimental: isTurned ? other : one,
    control: isTurned ? one : other,
    note:
      known === undefined
        ? "The document does not say which group is the control: they stand in its order"
        : null,
  };
}

function totalOf({ N, denominator }: ProportionStatement, group: Group): number | undefined {
  return N ?? denominator?.value ?? group.n;
}

function deviationOf({ sd, se }: MeanStatement, n: number): number | null {
  if (sd !== null) return sd > 0 ? sd : null;
  return se !== null && se > 0 ? se * Math.sqrt(n) : null;
}
