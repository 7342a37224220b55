/** Which totals a document gives, and which of them a count without one is meant to be of. */
import type { Group, ProportionStatement, Statement } from "../extraction.js";
import type { Printed } from "../statistics/printed.js";
import { firstWhere } from "../text/search.js";
import { numberOf } from "./numbers.js";

/** A count with its percentage; the total is what is asked. */
export interface Share {
  readonly statement: ProportionStatement;
  readonly n: number;
  readonly percent: Printed;
}

/** Whether n of this many prints the percentage. Half a unit may round either way. */
export function prints({ n, percent }: Pick<Share, "n" | "percent">, total: number): boolean {
  const exact = (100 * n) / total;
  return exact >= percent.low - 1e-9 && exact <= percent.high + 1e-9;
}

const twinKey = ({ n, percent }: Share): string => `${String(n)} ${String(percent.value)}`;

/** How many shares either way are asked for the total that they have in common. */
const REACH = 4;

/** How many sizes are tried in pairs. */
const MOST_PAIRED = 12;

export class Denominators {
  /** All totals that the document states, rising: sizes of groups, printed denominators, counts of subgroups. */
  readonly stated: readonly number[];
  /** Those of them that are sizes of groups or printed denominators. */
  readonly sizes: readonly number[];
  private readonly shares: Share[] = [];
  private readonly fitted: (readonly number[] | undefined)[] = [];
  private readonly byGroup = new Map<string, Set<number>>();
  /** Places of the same count with the same percentage, which are the same result told twice. */
  private readonly twins = new Map<string, number[]>();
  private readonly index = new Map<string, number>();

  constructor(statements: readonly Statement[], groups: readonly Group[]) {
    const sizes = new Set<number>();
    const counts = new Set<number>();
    for (const { n } of groups) if (n !== undefined) sizes.add(n);
    for (const statement of statements) {
      if (statement.kind === "group-size") sizes.add(statement.n);
      if (statement.kind !== "proportion") continue;
      if (statement.N !== null) sizes.add(statement.N);
      if (statement.n === null) continue;
      counts.add(statement.n);
      const percent = numberOf(statement, "percent", statement.percent);
      if (percent === null || statement.N !== null || !Number.isInteger(statement.n)) continue;
      const share = { statement, n: statement.n, percent };
      const twins = this.twins.get(twinKey(share));
      if (twins === undefined) this.twins.set(twinKey(share), [this.shares.length]);
      else if (twins.length < REACH) twins.push(this.shares.length);
      this.index.set(statement.id, this.shares.length);
      this.shares.push(share);
    }
    this.sizes = rising(sizes);
    this.stated = rising(new Set([...sizes, ...counts]));
    for (const { id, n } of groups) if (n !== undefined) this.byGroup.set(id, new Set([n]));
    this.learnGroups(statements);
  }

  /** Stated totals of which n prints the percentage. */
  fitting(share: Pick<Share, "n" | "percent">): number[] {
    if (share.n === 0) return [];
    const from = (100 * share.n) / Math.max(share.percent.high, 1e-9);
    const to = (100 * share.n) / Math.max(share.percent.low, 1e-9);
    const sizes: number[] = [];
    for (let i = this.firstAtLeast(from - 1); i < this.stated.length; i += 1) {
      const size = this.stated[i]!;
      if (size > to + 1) break;
      if (size >= share.n && prints(share, size)) sizes.push(size);
    }
    return sizes;
  }

  /** Whether a stated total, or two sizes of groups together, print the percentage, rounded or cut off. */
  explains(share: Pick<Share, "n" | "percent">): boolean {
    const { n, percent } = share;
    const unit = percent.high - percent.low;
    const cut = { n, percent: { ...percent, low: percent.value, high: percent.value + unit } };
    if (this.fitting(share).length > 0) return true;
    if (this.sizes.some((size) => size >= n && prints(cut, size))) return true;
    return this.sumsOfTwo(share).length > 0;
  }

  /** What two sizes of groups add to that print the percentage together. */
  sumsOfTwo(share: Pick<Share, "n" | "percent">): number[] {
    const few = this.sizes.slice(-MOST_PAIRED);
    return few.flatMap((a, i) =>
      few
        .slice(i + 1)
        .map((b) => a + b)
        .filter((sum) => prints(share, sum)),
    );
  }

  /** Sizes that a group has in the document: printed, or those that its counts and percentages agree on. */
  ofGroup(id: string | undefined): readonly number[] {
    const sizes = id === undefined ? undefined : this.byGroup.get(id);
    return sizes === undefined ? [] : [...sizes].sort((a, b) => b - a);
  }

  /**
   * The total that a count is clearly meant to be of: the largest size of its group, else the one that the
   * counts around it share.
   */
  meant(statement: ProportionStatement): number | null {
    const [size] = this.ofGroup(statement.group?.id);
    if (size !== undefined && statement.n !== null && size >= statement.n) return size;
    const at = this.index.get(statement.id);
    if (at === undefined) return null;
    for (const same of this.twins.get(twinKey(this.shares[at]!)) ?? []) {
      const total = this.common(same);
      if (total !== null) return total;
    }
    return null;
  }

  private fittingOf(index: number): readonly number[] {
    return (this.fitted[index] ??= this.fitting(this.shares[index]!));
  }

  /** The stated total that most shares around one agree on: one of them at least in reach of 200 characters. */
  private common(at: number): number | null {
    const own = this.shares[at]!;
    const votes = new Map<number, number>();
    for (let i = Math.max(0, at - REACH); i <= Math.min(this.shares.length - 1, at + REACH); i += 1) {
      const other = this.shares[i]!;
      if (i === at || other.n === own.n) continue;
      const near = Math.abs(other.statement.range.start - own.statement.range.start) < 200;
      for (const size of this.fittingOf(i)) votes.set(size, (votes.get(size) ?? 0) + (near ? 2 : 1));
    }
    let best: number | null = null;
    for (const [size, count] of votes) {
      if (count < 2 || size < own.n) continue;
      if (best === null || count > votes.get(best)! || (count === votes.get(best) && size > best))
        best = size;
    }
    return best;
  }

  /**
   * A group without a printed size has the stated sizes that its percentages fit. Denominators printed with its counts
   * come second: in "of 118 patients 37 (31.4%) had drug A" it is the whole study's.
   */
  private learnGroups(statements: readonly Statement[]): void {
    const fitted = new Map<string, Map<number, number>>();
    const printed = new Map<string, Map<number, number>>();
    for (const statement of statements) {
      const id = statement.kind === "proportion" ? statement.group?.id : undefined;
      if (id === undefined || statement.kind !== "proportion") continue;
      const at = this.index.get(statement.id);
      if (statement.N !== null) vote(printed, id, [statement.N]);
      else if (at !== undefined) vote(fitted, id, this.fittingOf(at));
    }
    for (const votes of [fitted, printed]) {
      for (const [id, own] of votes) {
        const sure = [...own].filter(([, count]) => count >= 2).map(([size]) => size);
        if (sure.length > 0 && !this.byGroup.has(id)) this.byGroup.set(id, new Set(sure));
      }
    }
  }

  private firstAtLeast(size: number): number {
    return firstWhere(this.stated.length, (i) => this.stated[i]! >= size);
  }
}

function rising(sizes: ReadonlySet<number>): number[] {
  return [...sizes].filter((size) => size > 1).sort((a, b) => a - b);
}

function vote(votes: Map<string, Map<number, number>>, id: string, sizes: readonly number[]): void {
  const own = votes.get(id) ?? new Map<number, number>();
  votes.set(id, own);
  for (const size of sizes) own.set(size, (own.get(size) ?? 0) + 1);
}
